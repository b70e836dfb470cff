//! "Ibid.", "same as above" and their like: which earlier source a note means.

use std::collections::HashMap;

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
    /// To the note of this number: "see note 3".
    Note(usize),
}

/// What a note can refer back to.
#[derive(Debug, Default)]
pub(super) struct EarlierSources {
    /// The sources that were named so far, in order.
    all: Vec<Citation>,
    /// The first source of each note that has a number, under it.
    numbered: HashMap<usize, Citation>,
}

impl EarlierSources {
    /// Takes in what the note of this number, if it has one, was found to name.
    pub(super) fn push(&mut self, number: Option<usize>, found: &[Citation]) {
        let mut named = found.iter().filter(|citation| names_a_source(citation));
        if let Some((number, first)) = number.zip(named.clone().next()) {
            self.numbered.entry(number).or_insert_with(|| first.clone());
        }
        self.all.extend(named.by_ref().cloned());
    }

    /// The sources that were named so far, in order.
    pub(super) fn all(&self) -> &[Citation] {
        &self.all
    }
}

/// Something that a later "same" can mean.
fn names_a_source(citation: &Citation) -> bool {
    citation.file.is_some()
        || citation.url.is_some()
        || (citation.title.is_some() && citation.kind != CitationKind::None)
}

/// Words before the number of another note.
const NOTES: [&str; 14] = [
    "note",
    "notes",
    "n",
    "nn",
    "fn",
    "fns",
    "footnote",
    "footnotes",
    "endnote",
    "anm",
    "anmerkung",
    "fußnote",
    "fussnote",
    "nota",
];

/// Words that lead to another note.
const LEADS: [&str; 19] = [
    "see", "cf", "same", "as", "in", "source", "ibid", "siehe", "s", "vgl", "wie", "voir", "comme", "véase", "ver",
    "se", "jf", "jfr", "supra",
];

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

/// The number of another note that a part points to, where it says nothing else but who: "same as note 8", "Moser (n 3), p. 7".
fn note(said: &NoteWords) -> Option<usize> {
    let words: Vec<&str> = said.rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let lower = |word: &str| word.to_lowercase();
    let at = words.iter().position(|word| NOTES.contains(&lower(word).as_str()))?;
    let number = words.get(at + 1)?.parse().ok()?;
    let mut others = words.iter().enumerate().filter(|(place, _)| ![at, at + 1].contains(place)).map(|(_, word)| *word);
    let leads = |word: &str| LEADS.contains(&lower(word).as_str()) || word.starts_with(char::is_uppercase);
    (words.len() > 2 && words.len() <= 7 && others.all(leads)).then_some(number)
}

/// How `part` of a note refers back.
pub(super) fn of(part: &str, said: &NoteWords) -> Again {
    if let Some(number) = note(said) {
        return Again::Note(number);
    }
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

/// The earlier source that is meant: by the number of its note, by the person that the note names, by its kind, else the last.
pub(super) fn earlier<'a>(
    again: Again,
    part: &str,
    person: Option<&str>,
    before: &'a EarlierSources,
    cards: &[NoteCard],
) -> Option<&'a Citation> {
    if let Again::Note(number) = again {
        return before.numbered.get(&number);
    }
    let kind = |citation: &&Citation| match again {
        Again::Kind(CitationKind::Document) => matches!(citation.kind, CitationKind::Document | CitationKind::Law),
        Again::Kind(kind) => citation.kind == kind,
        Again::No | Again::Last | Again::Note(_) => true,
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
    let back = || before.all.iter().rev();
    back()
        .find(|citation| titled(citation) && kind(citation))
        .or_else(|| back().find(|citation| kind(citation) && of_person(citation)))
        .or_else(|| back().find(of_person))
        .or_else(|| back().next())
}
