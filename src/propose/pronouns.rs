//! Words that point back, and how far: for what a sentence leans on and for what its pronouns may mean.

/// How many sentences back a pronoun may reach.
pub(super) const REACH: usize = 6;

/// Words that point back to a person.
#[rustfmt::skip]
pub(super) const PERSONS: &[&str] = &[
    "he", "his", "him", "she", "her", "er", "han", "hun", "hon", "hans", "hennes", "il", "elle", "él", "ella", "egli", "hij",
    "zij", "ze", "haar",
];

/// Words that point back to a firm or another thing, or to several people.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "it", "its", "they", "their", "them", "sie", "es", "sein", "seine", "ihr", "ihre", "de", "deras", "deres", "ils", "elles",
    "ellos", "ellas", "su", "sus",
];

/// Words that may stand before a pronoun which points out of its sentence.
#[rustfmt::skip]
pub(super) const AHEAD: &[&str] = &[
    "in", "on", "at", "by", "for", "from", "to", "of", "with", "after", "before", "during", "since", "until", "under", "over",
    "and", "but", "or", "so", "yet", "still", "also", "then", "however", "meanwhile", "later", "today", "yesterday", "now",
    "last", "this", "that", "next", "year", "years", "month", "week", "day", "when", "while", "if", "as", "because", "although",
    "though", "there", "the", "a", "an", "according", "what", "all", "nor", "both", "only", "said", "says", "told", "added",
    "im", "seit", "und", "aber", "da", "dann", "auch", "och", "men", "men", "en", "et", "mais", "y", "pero",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];
