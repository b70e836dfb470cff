//! A claim's record as the claim holds it: nothing but a pointer until something is written down.

use std::ops::{Deref, DerefMut};

use super::Record;

/// The record of a claim that has none.
static EMPTY: Record = Record {
    note: String::new(),
    sources: Vec::new(),
    correction: None,
    query: None,
    reply: None,
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
