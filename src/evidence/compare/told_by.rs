//! Which words of a sentence only tell who says it: "the mayor said", "according to the board".

use crate::text::Span;

/// Words that tell that somebody says something.
const SAYING: [&str; 30] = [
    "said",
    "says",
    "told",
    "tells",
    "stated",
    "states",
    "claimed",
    "claims",
    "announced",
    "announces",
    "reported",
    "reports",
    "added",
    "adds",
    "explained",
    "explains",
    "insisted",
    "insists",
    "confirmed",
    "confirms",
    "wrote",
    "writes",
    "noted",
    "notes",
    "sagte",
    "sagt",
    "erklärte",
    "erklärt",
    "teilte",
    "berichtete",
];
/// What a sentence may begin with that goes on with who says it.
const ACCORDING: [&str; 3] = ["according to ", "laut ", "selon "];
/// Words that may follow before what is said.
const JOINING: [&str; 4] = ["that", "dass", "daß", "que"];
/// Words of who says it, at most, and of what is said, at least.
const SAYER: usize = 8;
const REPORT: usize = 3;

/// The words of `text` that tell who says the rest; `None` where nobody does. Where a figure stands in them they are part of what
/// is said.
pub(super) fn told_by(text: &str) -> Option<Span> {
    leading(text).or_else(|| trailing(text)).filter(|span| {
        let says = |words: &str| words.split_whitespace().count();
        let rest = says(text) - says(span.of(text)).min(says(text));
        says(span.of(text)) <= SAYER && rest >= REPORT && !span.of(text).contains(|c: char| c.is_ascii_digit())
    })
}

/// "Mayor Ole Berg said that …", "According to the board, …".
fn leading(text: &str) -> Option<Span> {
    let lower = text.to_lowercase();
    if ACCORDING.iter().any(|words| lower.starts_with(words)) {
        return text.find(", ").map(|at| Span::new(0, at));
    }
    let mut words = spans(text).take(SAYER).skip_while(|span| !is_saying(span.of(text)));
    let verb = words.next().filter(|verb| verb.start > 0)?;
    // Behind a mark somebody else may begin to speak.
    if text.get(..verb.start).is_some_and(|before| before.contains([',', ';', ':'])) {
        return None;
    }
    let joined = words.next().filter(|word| JOINING.contains(&word.of(text)));
    Some(Span::new(0, joined.map_or(verb.end, |word| word.end)))
}

/// "…, the mayor said."
fn trailing(text: &str) -> Option<Span> {
    let at = text.rfind(", ")?;
    let behind = Span::new(at, text.len());
    let mut words = behind.of(text).split(|c: char| !c.is_alphanumeric());
    let says = words.any(is_saying) || ACCORDING.iter().any(|told| behind.of(text).to_lowercase().contains(told));
    says.then_some(behind)
}

/// True for a word, in lower case, that tells that somebody says something.
pub(super) fn is_saying(word: &str) -> bool {
    SAYING.contains(&word)
}

/// The words of a text.
fn spans(text: &str) -> impl Iterator<Item = Span> {
    text.split_whitespace().map(|word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(at, at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::told_by;

    #[test]
    fn who_says_it_is_told_from_what_is_said() {
        for (text, sayer) in [
            ("Mayor Ada Lund said the pier cost 44 million crowns.", Some("Mayor Ada Lund said")),
            ("The board announced that 12 ferries were sold.", Some("The board announced that")),
            ("The pier cost 44 million crowns, the mayor said.", Some(", the mayor said.")),
            ("According to the board, the pier cost 44 million crowns.", Some("According to the board")),
            ("The pier cost 44 million crowns.", None),
            ("The 12 ferries told of were sold.", None),
            ("She said so.", None),
        ] {
            assert_eq!(told_by(text).map(|span| span.of(text)), sayer, "{text}");
        }
    }
}
