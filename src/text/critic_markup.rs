//! The marks of `CriticMarkup` in a text: where one begins and ends, and what stands in it.

use super::Span;

/// What a mark says of the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriticSort {
    /// They come in: `{++ ++}`.
    Comes,
    /// They go: `{-- --}`.
    Goes,
    /// Those before `~>` go, those behind it come: `{~~ ~> ~~}`.
    Becomes,
    /// They are marked: `{== ==}`.
    Highlight,
    /// They are somebody's remark: `{>> <<}`.
    Comment,
}

/// How marks begin, each with its end.
const MARKS: [(&str, &str, CriticSort); 5] = [
    ("{++", "++}", CriticSort::Comes),
    ("{--", "--}", CriticSort::Goes),
    ("{~~", "~~}", CriticSort::Becomes),
    ("{==", "==}", CriticSort::Highlight),
    ("{>>", "<<}", CriticSort::Comment),
];

/// What stands between the words that go and those that come.
const BECOMES: &str = "~>";

/// A mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriticMark {
    /// What it says.
    pub sort: CriticSort,
    /// All of it, in bytes of the text.
    pub span: Span,
    /// What stands between its signs.
    pub inside: Span,
}

impl CriticMark {
    /// The words of `text` that go by it and those that come; none of a highlight or a remark.
    pub fn change(self, text: &str) -> (&str, &str) {
        let inside = self.inside.of(text);
        match self.sort {
            CriticSort::Comes => ("", inside),
            CriticSort::Goes => (inside, ""),
            CriticSort::Becomes => inside.split_once(BECOMES).unwrap_or((inside, "")),
            CriticSort::Highlight | CriticSort::Comment => ("", ""),
        }
    }
}

/// The marks of `text` that are closed, in its order; those that stand in another are part of it.
pub fn critic_marks(text: &str) -> impl Iterator<Item = CriticMark> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text.get(from..)?.find('{')?;
            let tail = text.get(at..)?;
            let mark = MARKS.iter().find_map(|(open, close, sort)| {
                let inside = tail.strip_prefix(open)?.find(close)?;
                let inside = Span::new(at + open.len(), at + open.len() + inside);
                Some(CriticMark { sort: *sort, span: Span::new(at, inside.end + close.len()), inside })
            });
            from = mark.map_or(at + 1, |mark| mark.span.end);
            if mark.is_some() {
                return mark;
            }
        }
    })
}

/// True when a mark begins somewhere in `text`, be it closed or not.
pub fn begins_critic_mark(text: &str) -> bool {
    MARKS.iter().any(|(open, ..)| text.contains(open))
}

/// True when `words` may stand in a mark: nothing in them begins, parts or ends one.
pub fn is_free_of_critic_marks(words: &str) -> bool {
    !words.contains(BECOMES) && MARKS.iter().all(|(open, close, _)| !words.contains(open) && !words.contains(close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_what_is_closed_and_says_what_goes_and_comes() {
        let text = "A {==b==}{>>c {d} <<} {--e--}{++f++} {~~g~>h~~} {i} {++j";
        let told: Vec<(CriticSort, &str, (&str, &str))> =
            critic_marks(text).map(|mark| (mark.sort, mark.inside.of(text), mark.change(text))).collect();
        assert_eq!(
            told,
            [
                (CriticSort::Highlight, "b", ("", "")),
                (CriticSort::Comment, "c {d} ", ("", "")),
                (CriticSort::Goes, "e", ("e", "")),
                (CriticSort::Comes, "f", ("", "f")),
                (CriticSort::Becomes, "g~>h", ("g", "h")),
            ]
        );
        assert!(begins_critic_mark("x {++ y") && !begins_critic_mark("{ ++x"));
        assert!(is_free_of_critic_marks("a > b == c"));
        assert!(!is_free_of_critic_marks("a ~> b") && !is_free_of_critic_marks("a ==}"));
    }
}
