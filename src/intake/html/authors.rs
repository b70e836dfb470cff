//! Who the authors are, as pages tell it under an article: what begins with the name of its byline and goes on about that person.

use super::row::TextRow;
use crate::review::BlockKind;

/// Rows of text at the end among which that stands.
const LAST: usize = 8;
/// Bytes before "I'm Tora" at most, such as a greeting's.
const GREETING: usize = 12;
/// Bytes before the full name at most, such as a trade's.
const TRADE: usize = 40;
/// Bytes between the name and its verb at most, where a clause parts them.
const CLAUSE: usize = 80;

/// What such a text goes on with behind the name.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "is", "was", "has", "covers", "covered", "writes", "reports", "joined", "works", "lives", "leads", "edits", "holds", "serves",
    "began", "started", "ist", "war", "hat", "schreibt", "berichtet", "arbeitet", "leitet", "est", "écrit", "couvre", "es",
    "escribe", "cubre", "é", "escreve",
];
/// Marks and words between the names of a byline.
const BETWEEN: [&str; 9] = [";", "|", "/", " and ", " und ", " et ", " och ", " og ", " y "];

/// Marks what tells of the article's authors, by their names in `byline`, as furniture.
pub(super) fn mark(rows: &mut [TextRow], byline: Option<&str>) {
    let Some(byline) = byline else { return };
    let parted = BETWEEN.iter().fold(byline.to_owned(), |names, mark| names.replace(mark, ","));
    let names: Vec<&str> =
        parted.split(',').map(str::trim).filter(|name| (2..=4).contains(&name.split(' ').count())).collect();
    let told = rows.iter_mut().rev().filter(|row| row.kind != BlockKind::Furniture).take(LAST);
    for row in told.filter(|row| !row.text.contains(['"', '“', '„', '«'])) {
        if names.iter().any(|name| tells_of(&row.text, name)) {
            row.kind = BlockKind::Furniture;
        }
    }
}

/// True for a text that begins with the name, or the first or the last word of it, and goes on about its bearer; a trade may stand before
/// the full name. Some authors tell of themselves.
fn tells_of(text: &str, name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    let last = name.rsplit(' ').next().unwrap_or(name);
    let own = ["I'm ", "I’m ", "I am "].iter().any(|own| {
        let opened = text.split_once(own).filter(|(before, _)| before.len() <= GREETING);
        opened.is_some_and(|(_, rest)| rest.starts_with(first))
    });
    let named = text.find(name).filter(|at| *at <= TRADE).map(|at| at + name.len());
    let ends = [named, text.starts_with(first).then_some(first.len()), text.starts_with(last).then_some(last.len())];
    own || ends.into_iter().flatten().any(|end| text.get(end..).is_some_and(goes_on))
}

/// True for what goes on about somebody behind the name, a clause between commas left out.
fn goes_on(rest: &str) -> bool {
    let aside = rest.strip_prefix(',').and_then(|rest| rest.split_once(',')).filter(|(aside, _)| aside.len() <= CLAUSE);
    let rest = aside.map_or(rest, |(_, behind)| behind);
    rest.starts_with(' ') && rest.split_whitespace().next().is_some_and(|verb| VERBS.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::tells_of;

    #[test]
    fn what_is_told_of_an_author_is_told_from_what_the_author_tells() {
        for text in [
            "Tora Lind is a reporter who covers the islands.",
            "Lind, who lives on Söderholm, writes about ferries.",
            "Our correspondent Tora Lind has covered ports for 12 years.",
            "Hi, I’m Tora, and I have sailed since 1998.",
        ] {
            assert!(tells_of(text, "Tora Lind"), "{text}");
        }
        for text in ["Torah scrolls were lost.", "Lindholm is an island.", "I’m told that Tora Lind left.", "Tora Lind"]
        {
            assert!(!tells_of(text, "Tora Lind"), "{text}");
        }
    }
}
