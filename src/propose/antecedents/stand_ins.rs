//! Nouns that stand for what was told before: the number, the city, the project.

use super::pointers::{BackPointer, PointingSentence};
use super::words::MarkedWord;
use crate::propose::tokens::WordClass;
use crate::review::PointerKind;

/// Nouns for a figure.
const FIGURES: &[&str] =
    &["number", "figure", "total", "toll", "sum", "amount", "rate", "count", "proportion", "share", "percentage"];

/// Parts of a figure.
const PARTS: &[&str] =
    &["half", "third", "thirds", "quarter", "quarters", "fifth", "tenth", "twice", "double", "thrice"];

/// Nouns for a place that has a name.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "city", "town", "village", "country", "capital", "municipality", "county", "island", "region", "district", "borough", "kingdom",
    "republic", "nation",
];

impl PointingSentence<'_> {
    /// What the noun at `at`, or the word that stands for one, points to outside the sentence.
    pub(super) fn stand_in(self, at: usize) -> Option<BackPointer> {
        let word = self.word(at).filter(|word| !word.is_quoted)?;
        if self.is_figure(at, word) || self.is_part(at, word) {
            return Some(PointerKind::Amount.into());
        }
        if self.is_place(at, word) {
            return (!self.is_told_before(at, PointerKind::Place)).then(|| PointerKind::Place.into());
        }
        self.definite(at, word)
    }

    /// True where nothing tells more of the noun at `at`: a verb follows, or the clause ends.
    fn is_bare(self, at: usize) -> bool {
        let doing = WordClass::CHANGE.with(WordClass::PAST).with(WordClass::DEED);
        let verb = |next: &MarkedWord<'_>| next.does() || next.class.is(doing) || next.lower.ends_with("ed");
        self.word(at).is_some_and(|word| word.ends) || self.word(at + 1).is_some_and(verb)
    }

    /// The number has doubled; the death toll rose.
    fn is_figure(self, at: usize, word: &MarkedWord<'_>) -> bool {
        let known = |word: &MarkedWord<'_>| word.says(&["the", "that", "this"]);
        let is_known = (1..=2).any(|back| self.before(at, back).is_some_and(known));
        word.says(FIGURES) && is_known && self.is_bare(at)
    }

    /// Half were insured; a third of them; twice as many.
    fn is_part(self, at: usize, word: &MarkedWord<'_>) -> bool {
        let says = |place: usize, words: &[&str]| self.word(place).is_some_and(|word| word.says(words));
        let of_them = says(at + 1, &["of"]) && says(at + 2, &["them", "these", "those"]);
        let more = self.words.get(at + 2..).unwrap_or_default();
        let as_many =
            says(at + 1, &["as"]) && says(at + 2, &["many", "much"]) && !more.iter().any(|word| word.says(&["as"]));
        let is_done = !word.ends && self.word(at + 1).is_some_and(MarkedWord::does);
        word.says(PARTS) && (of_them || as_many || is_done)
    }

    /// The city has 40 schools; there were 12 there.
    fn is_place(self, at: usize, word: &MarkedWord<'_>) -> bool {
        if word.says(&["there"]) {
            let next = self.word(at + 1).filter(|_| !word.ends);
            let is_empty = next.is_some_and(|next| next.does() || next.class.is(WordClass::BE));
            return at > 0 && !is_empty && !self.before(at, 1).is_some_and(MarkedWord::does);
        }
        let is_known = self.before(at, 1).is_some_and(|word| word.says(&["the"]));
        let is_called = self.word(at + 1).is_some_and(|next| next.is_capital() || next.says(&["of", "where", "that"]));
        word.says(PLACES) && is_known && (word.ends || !is_called)
    }

    /// "The project has cost", of which a sentence before said which: the harbour project.
    fn definite(self, at: usize, word: &MarkedWord<'_>) -> Option<BackPointer> {
        if !word.says(&["the"]) || at > 0 {
            return None;
        }
        let next = self.word(at + 1)?;
        let own = self.mentions.iter().find(|one| one.span == next.span && one.is_many != Some(true))?;
        let is_name = next.is_capital() || next.class.is(WordClass::PERIOD);
        (!is_name && self.is_bare(at + 1)).then(|| BackPointer {
            kind: PointerKind::Thing,
            noun: Some(own.noun.clone()),
            is_called: true,
        })
    }
}
