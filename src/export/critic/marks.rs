//! The marks of `CriticMarkup` that are put into a text, and the text without them.

use crate::text::{CriticSort, Span, critic_marks};

/// In which order marks stand at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MarkOrder {
    /// A change ends there.
    ChangeEnds,
    /// Words come in there.
    Comes,
    /// A highlight ends there.
    HighlightEnds,
    /// Somebody says something there.
    Comment,
    /// A highlight or a change begins there.
    Begins,
}

/// Marks on their way into a text.
#[derive(Default)]
pub(super) struct Marks(Vec<(usize, MarkOrder, String)>);

impl Marks {
    /// Puts `words` before a byte of the text.
    pub(super) fn put(&mut self, at: usize, order: MarkOrder, words: impl Into<String>) {
        self.0.push((at, order, words.into()));
    }

    /// Lays a mark round words.
    pub(super) fn wrap(&mut self, span: Span, open: &'static str, order: MarkOrder, close: impl Into<String>) {
        self.put(span.start, MarkOrder::Begins, open);
        self.put(span.end, order, close);
    }

    /// `text` with the marks in it; `None` where one stands at no character's edge.
    pub(super) fn applied(mut self, text: &str) -> Option<String> {
        self.0.sort_by_key(|(at, order, _)| (*at, *order));
        let (mut marked, mut from) = (String::with_capacity(text.len() + 64 * self.0.len()), 0);
        for (at, _, words) in self.0 {
            marked.push_str(text.get(from..at)?);
            marked.push_str(&words);
            from = at;
        }
        marked.push_str(text.get(from..)?);
        Some(marked)
    }
}

/// `text` with every change in it turned down, and without highlights and comments.
pub(super) fn rejected(text: &str) -> String {
    let (mut kept, mut from) = (String::with_capacity(text.len()), 0);
    for mark in critic_marks(text) {
        kept.push_str(Span::new(from, mark.span.start).of(text));
        kept.push_str(if mark.sort == CriticSort::Highlight { mark.inside.of(text) } else { mark.change(text).0 });
        from = mark.span.end;
    }
    kept + text.get(from..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::rejected;

    #[test]
    fn what_is_turned_down_leaves_the_words_as_they_were() {
        let marked = "A {==b==}{>>c {d} <<} {--e--}{++f++} {~~g~>h~~} {i} {++j";
        assert_eq!(rejected(marked), "A b e g {i} {++j");
    }
}
