//! "Ibid.", "same as above" and their like: which earlier source a note means.

use super::card::NoteCard;
use super::parts::NoteWords;
use super::{Citation, CitationKind};

/// How a note refers back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// It does not.
    No,
    /// To the one before.
    Last,
    /// To the last of a kind: "same mail".
    Kind(CitationKind),
}

/// Words that refer back.
const BACK: [&str; 28] = [
    "ditto",
    "same",
    "ibid",
    "ibidem",
    "idem",
    "id.",
    "as above",
    "see above",
    "as before",
    "op. cit",
    "loc. cit",
    "ebd",
    "ebenda",
    "ebda",
    "a.a.o",
    "wie oben",
    "siehe oben",
    "s. o.",
    "dieselbe",
    "derselbe",
    "dasselbe",
    "dies.",
    "ders.",
    "idem.",
    "voir ci-dessus",
    "ídem",
    "samma",
    "ibíd",
];

/// What a note may call the source that it refers back to.
const KINDS: [(&str, CitationKind); 18] = [
    ("mail", CitationKind::Mail),
    ("e-mail", CitationKind::Mail),
    ("email", CitationKind::Mail),
    ("letter", CitationKind::Mail),
    ("interview", CitationKind::Interview),
    ("call", CitationKind::Interview),
    ("tape", CitationKind::Interview),
    ("conversation", CitationKind::Interview),
    ("gespräch", CitationKind::Interview),
    ("interviews", CitationKind::Interview),
    ("sheet", CitationKind::Data),
    ("table", CitationKind::Data),
    ("tabelle", CitationKind::Data),
    ("paper", CitationKind::Document),
    ("report", CitationKind::Document),
    ("study", CitationKind::Document),
    ("book", CitationKind::Document),
    ("minutes", CitationKind::Document),
];

/// How `part` of a note refers back.
pub(super) fn of(part: &str, said: &NoteWords) -> Again {
    let lower = part.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let starts = |text: &str| {
        BACK.iter().any(|back| text.strip_prefix(back).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    // "Vale, as above": a name may stand before it.
    let behind =
        lower.split_once(", ").is_some_and(|(name, rest)| name.split_whitespace().count() <= 3 && starts(rest));
    let bare = said.rest.is_empty() && said.locator.is_some() && said.url.is_none();
    if !starts(&lower) && !behind && !bare {
        return Again::No;
    }
    let kind = KINDS.iter().find(|(word, _)| words.iter().take(5).any(|other| other == word));
    let placed = || {
        // A row stands in a table, a minute on a tape.
        let row = said.locator.as_ref().is_some_and(|place| place.starts_with("row "));
        if row { Some(CitationKind::Data) } else { said.timed.then_some(CitationKind::Interview) }
    };
    kind.map(|(_, kind)| *kind).or_else(placed).map_or(Again::Last, Again::Kind)
}

/// The earlier source that is meant: by the person that the note names, by its kind, else the last.
pub(super) fn earlier<'a>(
    again: Again,
    part: &str,
    person: Option<&str>,
    before: &'a [Citation],
    cards: &[NoteCard],
) -> Option<&'a Citation> {
    let kind = |citation: &&Citation| match again {
        Again::Kind(CitationKind::Document) => matches!(citation.kind, CitationKind::Document | CitationKind::Law),
        Again::Kind(kind) => citation.kind == kind,
        Again::No | Again::Last => true,
    };
    let lower = part.to_lowercase();
    let surname = person.and_then(|name| name.split_whitespace().next_back()).map(str::to_lowercase);
    let of_person = |citation: &&Citation| {
        surname.as_ref().is_none_or(|surname| {
            let named = citation.person.as_ref().is_some_and(|name| name.to_lowercase().contains(surname.as_str()));
            named || citation.file.and_then(|file| cards.get(file)).is_some_and(|card| card.knows(surname))
        })
    };
    let titled = |citation: &&Citation| {
        let first = citation.title.as_ref().and_then(|title| title.split_whitespace().next()).map(str::to_lowercase);
        first.is_some_and(|word| word.len() > 3 && lower.contains(&word))
    };
    let back = || before.iter().rev();
    back()
        .find(|citation| titled(citation) && kind(citation))
        .or_else(|| back().find(|citation| kind(citation) && of_person(citation)))
        .or_else(|| back().find(of_person))
        .or_else(|| back().next())
}
