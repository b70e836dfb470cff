//! The marks of `CriticMarkup` that are put into a text, and the text without them.

use crate::review::Span;

/// How marks begin, each with its end.
const MARKS: [(&str, &str); 5] = [("{++", "++}"), ("{--", "--}"), ("{~~", "~~}"), ("{==", "==}"), ("{>>", "<<}")];

/// What stands between the words that go and those that come.
const BECOMES: &str = "~>";

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

/// True when a mark begins somewhere in `text`.
pub(super) fn begins_in(text: &str) -> bool {
    MARKS.iter().any(|(open, _)| text.contains(open))
}

/// True when `words` may stand in a mark: nothing in them begins, parts or ends one.
pub(super) fn is_free(words: &str) -> bool {
    !words.contains(BECOMES) && MARKS.iter().all(|(open, close)| !words.contains(open) && !words.contains(close))
}

/// `text` with every change in it turned down, and without highlights and comments.
pub(super) fn rejected(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        kept.push_str(before);
        let mark = MARKS.iter().find_map(|(open, close)| {
            let inside = tail.strip_prefix(open)?;
            let (inside, behind) = inside.split_once(close)?;
            Some((*open, inside, behind))
        });
        let Some((open, inside, behind)) = mark else {
            kept.push('{');
            rest = tail.strip_prefix('{').unwrap_or_default();
            continue;
        };
        kept.push_str(match open {
            "{--" | "{==" => inside,
            "{~~" => inside.split_once(BECOMES).map_or(inside, |(gone, _)| gone),
            _ => "",
        });
        rest = behind;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::{is_free, rejected};

    #[test]
    fn what_is_turned_down_leaves_the_words_as_they_were() {
        let marked = "A {==b==}{>>c {d} <<} {--e--}{++f++} {~~g~>h~~} {i} {++j";
        assert_eq!(rejected(marked), "A b e g {i} {++j");
        assert!(is_free("a > b == c") && !is_free("a ~> b") && !is_free("a ==}"));
    }
}
