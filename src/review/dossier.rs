//! A claim's record: what is written down about it beside its verdict; nothing but a pointer until something is.

use std::ops::{Deref, DerefMut};

use super::field::{Conflict, Correction, Fate, Query, Reading, Remark, Reply, Settled, Source};

/// Everything written down about one claim, beside its verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Who is to check it; empty while nobody was named.
    pub assignee: String,
    /// Each reader's own verdict, where there is more than one.
    pub readings: Vec<Reading>,
    /// What different readings were settled to.
    pub settled: Option<Box<Settled>>,
    /// What became of it in the latest draft.
    pub fate: Option<Box<Fate>>,
    /// The note, any text.
    pub note: String,
    /// The sources, in the reviewer's order.
    pub sources: Vec<Source>,
    /// Words proposed instead.
    pub corrections: Vec<Correction>,
    /// Questions with their answers.
    pub queries: Vec<Query>,
    /// The right of reply.
    pub replies: Vec<Reply>,
    /// What others said about the words.
    pub remarks: Vec<Remark>,
    /// Tags, each without blanks at its ends, none twice.
    pub tags: Vec<String>,
    /// Unsettled differences with another copy of the session.
    pub conflicts: Vec<Conflict>,
}

/// The record of a claim that has none.
static EMPTY: Record = Record {
    assignee: String::new(),
    readings: Vec::new(),
    settled: None,
    fate: None,
    note: String::new(),
    sources: Vec::new(),
    corrections: Vec::new(),
    queries: Vec::new(),
    replies: Vec::new(),
    remarks: Vec::new(),
    tags: Vec::new(),
    conflicts: Vec::new(),
};

/// A [`Record`] that is read and written as if it stood here. Most claims have none, and a book has a hundred thousand claims.
#[derive(Clone, Debug, Default)]
pub struct Dossier(Option<Box<Record>>);

impl Dossier {
    /// The record itself.
    pub fn into_record(self) -> Record {
        self.0.map_or_else(Record::default, |record| *record)
    }
}

impl From<Record> for Dossier {
    fn from(record: Record) -> Self {
        Self((record != EMPTY).then(|| Box::new(record)))
    }
}

impl Deref for Dossier {
    type Target = Record;

    fn deref(&self) -> &Record {
        self.0.as_deref().unwrap_or(&EMPTY)
    }
}

impl DerefMut for Dossier {
    fn deref_mut(&mut self) -> &mut Record {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Dossier {
    /// As their records are, whether anything was ever written in them or not.
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_and_taken_back_is_as_if_nothing_had_been_written() {
        let mut dossier = Dossier::default();
        dossier.note.push_str("call the mayor");
        assert_ne!(dossier, Dossier::default());
        dossier.note.clear();
        assert_eq!(dossier, Dossier::default());
        assert_eq!(dossier.into_record(), Record::default());
    }
}
