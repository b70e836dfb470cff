//! The words of a sentence that point out of it: pronouns, demonstratives, dates and amounts that are told by others.

use super::mentions::{Mentioned, Sort, dates};
use super::words::MarkedWord;
use crate::propose::pronouns::{AHEAD, PERSONS, THINGS};
use crate::propose::tokens::WordClass;
use crate::review::PointerKind;

/// What points out of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BackPointer {
    /// What it points to.
    pub(super) kind: PointerKind,
    /// The noun that it calls it by, in small letters: this bridge.
    pub(super) noun: Option<String>,
    /// It points to nothing where that noun is not found.
    pub(super) is_called: bool,
}

impl From<PointerKind> for BackPointer {
    fn from(kind: PointerKind) -> Self {
        Self { kind, noun: None, is_called: false }
    }
}

const PERSON: &[&str] = &["he", "him", "his", "she", "her", "hers"];
const THING: &[&str] = &["it", "its"];
const SEVERAL: &[&str] = &["they", "them", "their", "theirs"];

/// Pronouns that may be of whom or what the clause itself is about.
const OWNING: &[&str] = &["his", "her", "its", "their"];

/// Amounts of what was told before, where no noun follows.
const AMOUNTS: &[&str] = &[
    "none", "half", "most", "some", "all", "many", "few", "several", "others", "each", "rest", "another", "more",
    "neither", "both",
];

/// So many of whoever was named.
const GROUPS: &[&str] = &["pair", "couple", "duo", "trio"];

/// Words that say that a period is told by another.
const RELATIVE: &[&str] = &["following", "next", "previous", "preceding", "same", "that"];

/// The same in other languages.
#[rustfmt::skip]
const RELATIVE_ELSEWHERE: &[&str] = &[
    "folgenden", "folgende", "folgejahr", "danach", "darauf", "später", "seitdem", "davor", "senere", "senare", "derefter", "deretter",
    "därefter", "suivante", "suivant", "siguiente", "después", "daarna", "later", "successivo", "dopo",
];

/// What "it" stands before where it stands for nothing.
#[rustfmt::skip]
const WEATHER: &[&str] = &[
    "rained", "rains", "rain", "snowed", "snows", "snow", "hailed", "froze", "thundered", "thawed", "seems", "seemed", "appears",
    "appeared", "turned", "turns", "emerged", "follows", "takes", "took", "remains",
];

/// What "it is" stands before where it stands for nothing.
#[rustfmt::skip]
const IMPERSONAL: &[&str] = &[
    "late", "early", "dark", "cold", "warm", "hot", "raining", "snowing", "noon", "midnight", "morning", "evening", "night", "summer",
    "winter", "spring", "autumn", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// What the words that point out of the sentence point to, each kind once. `mentions` are those of the sentence itself.
pub(super) fn pointers(words: &[MarkedWord<'_>], mentions: &[Mentioned], is_english: bool) -> Vec<BackPointer> {
    let mut kinds = if is_english {
        let sentence = PointingSentence { words, mentions };
        let of = |at: usize| sentence.pointer(at).into_iter().chain(sentence.stand_in(at)).chain(sentence.again(at));
        (0..words.len()).flat_map(of).collect()
    } else {
        elsewhere(words)
    };
    let mut met: Vec<BackPointer> = Vec::new();
    kinds.retain(|kind| {
        let is_new = !met.contains(kind);
        met.push(kind.clone());
        is_new
    });
    kinds
}

/// Those of a sentence in another language than English: its beginning, and what tells of another date.
fn elsewhere(words: &[MarkedWord<'_>]) -> Vec<BackPointer> {
    let own = || words.iter().filter(|word| !word.is_quoted);
    let ahead = |word: &&MarkedWord<'_>| AHEAD.contains(&&*word.lower) || word.is_number();
    let points = own().find(|word| !ahead(word) || word.says(PERSONS) || word.says(THINGS));
    let pronoun = points.and_then(|word| match word {
        word if word.says(PERSONS) => Some(PointerKind::Person),
        word if word.says(THINGS) => Some(PointerKind::Thing),
        _ => None,
    });
    let later = own().any(|word| word.says(RELATIVE_ELSEWHERE)) && dates(words).is_empty();
    pronoun.into_iter().chain(later.then_some(PointerKind::Time)).map(BackPointer::from).collect()
}

#[derive(Clone, Copy)]
pub(super) struct PointingSentence<'a> {
    pub(super) words: &'a [MarkedWord<'a>],
    pub(super) mentions: &'a [Mentioned],
}

impl<'a> PointingSentence<'a> {
    pub(super) fn word(self, at: usize) -> Option<&'a MarkedWord<'a>> {
        self.words.get(at)
    }

    /// The word `back` places before `at`.
    pub(super) fn before(self, at: usize, back: usize) -> Option<&'a MarkedWord<'a>> {
        at.checked_sub(back).and_then(|at| self.words.get(at))
    }

    /// What the word at `at` points to outside the sentence.
    fn pointer(self, at: usize) -> Option<BackPointer> {
        let word = self.word(at).filter(|word| !word.is_quoted)?;
        if let Some(noun) = self.called(at, word) {
            return Some(BackPointer { kind: PointerKind::Thing, noun: Some(noun), is_called: false });
        }
        let kind = self
            .pronoun(at, word)
            .or_else(|| self.time(at, word))
            .or_else(|| self.demonstrative(at, word))
            .or_else(|| self.amount(at, word))?;
        (!self.is_told_before(at, kind)).then(|| kind.into())
    }

    fn pronoun(self, at: usize, word: &MarkedWord<'_>) -> Option<PointerKind> {
        match word {
            word if word.says(PERSON) => Some(PointerKind::Person),
            word if word.says(THING) => (!self.is_impersonal(at)).then_some(PointerKind::Thing),
            word if word.says(SEVERAL) => Some(PointerKind::Several),
            _ => None,
        }
    }

    /// True for an "it" that stands for nothing: it rained, it is true that.
    fn is_impersonal(self, at: usize) -> bool {
        let Some(next) = self.word(at + 1).filter(|_| self.word(at).is_some_and(|word| word.says(&["it"]))) else {
            return false;
        };
        let is = next.class.is(WordClass::BE.with(WordClass::AUX).with(WordClass::HAVE));
        let then = || {
            let mut more = self.words.get(at + 2..).unwrap_or_default().iter();
            more.find(|word| !word.class.is(WordClass::ADV.with(WordClass::BE).with(WordClass::NEG)))
        };
        // "It is clear that", "it is up to the court whether".
        let clause = || {
            let near = self.words.get(at + 2..).unwrap_or_default().iter().take(7);
            let mut near = near.skip_while(|word| word.class.is(WordClass::ADV.with(WordClass::NEG)));
            let describes = near.next().is_some_and(|word| !word.says(&["a", "an", "the"]) && !word.ends);
            describes && near.any(|word| word.says(&["that", "whether"]))
        };
        next.says(WEATHER) || is && (then().is_some_and(|word| word.says(WEATHER) || word.says(IMPERSONAL)) || clause())
    }

    /// The following year, two years later, by then.
    fn time(self, at: usize, word: &MarkedWord<'_>) -> Option<PointerKind> {
        let is_period = |word: &MarkedWord<'_>| {
            word.class.is(WordClass::PERIOD) || word.says(&["years", "months", "weeks", "days", "hours"])
        };
        let before = || self.before(at, 1);
        let relative = || {
            let next = self.word(at + 1).is_some_and(is_period);
            next && (word.says(&["that"]) || before().is_some_and(|word| word.says(&["the"])))
        };
        let counted = || before().is_some_and(is_period) && self.before(at, 2).is_none_or(|word| !word.says(&["this"]));
        let told = word.says(RELATIVE) && relative()
            || word.says(&["then"]) && before().is_some_and(|word| word.says(&["by", "since", "until", "before"]))
            || word.says(&["later", "earlier", "afterwards"]) && counted()
            || word.says(&["before", "after", "on"]) && counted() && word.ends
            || word.says(&["that"]) && self.is_after_that(at)
            || word.says(&["time"])
                && before().is_some_and(|word| word.says(&["the", "that"]))
                && self.before(at, 2).is_some_and(|word| word.says(&["at"]))
                && self.word(at + 1).is_none_or(|word| !word.says(&["of", "when", "that"]));
        told.then_some(PointerKind::Time)
    }

    /// "After that", and nothing that "that" belongs to.
    fn is_after_that(self, at: usize) -> bool {
        let after = self.before(at, 1).is_some_and(|word| word.says(&["after", "before", "since", "until"]));
        let next = self.word(at + 1).filter(|_| self.word(at).is_some_and(|word| !word.ends));
        after && next.is_none_or(|next| next.is_number() || next.is_capital() || next.class.is(WordClass::PRONOUN))
    }

    /// That is so; these schools; the former.
    fn demonstrative(self, at: usize, word: &MarkedWord<'_>) -> Option<PointerKind> {
        let next = self.word(at + 1).filter(|_| !word.ends);
        let is_verb =
            next.is_some_and(|next| next.does() || next.class.is(WordClass::CHANGE) || next.says(&["means", "makes"]));
        let (ahead, leads) = (self.before(at, 1), at == 0 || word.is_parted);
        let is_behind = ahead.is_some_and(|word| word.class.is(WordClass::PREP));
        if word.says(&["former", "latter"]) {
            let is_listed = ahead.is_some_and(|word| word.says(&["the"])) && (next.is_none() || is_verb);
            return is_listed.then_some(PointerKind::Listed);
        }
        if word.says(&["this", "that"]) && (leads && is_verb || next.is_none() && at > 0) {
            return Some(PointerKind::Told);
        }
        if word.says(&["these", "those"]) {
            return (leads || is_behind).then_some(PointerKind::Several);
        }
        None
    }

    /// What the noun behind a demonstrative calls it: this old bridge.
    fn called(self, at: usize, word: &MarkedWord<'_>) -> Option<String> {
        let is_behind = self.before(at, 1).is_some_and(|word| word.class.is(WordClass::PREP));
        if !word.says(&["this", "that"]) || word.ends || at > 0 && !is_behind {
            return None;
        }
        let next = self.word(at + 1)?;
        let is_noun =
            |word: &MarkedWord<'_>| !word.class.is(WordClass::PERIOD.with(WordClass::CHANGE)) && !word.is_capital();
        let mention =
            self.mentions.iter().find(|one| one.span.start == next.span.start && one.is_many != Some(true))?;
        let last = self.words.iter().find(|word| word.span.end == mention.span.end)?;
        (!next.does() && is_noun(last)).then(|| mention.noun.clone())
    }

    /// Another 9 were stolen; nine more were; there were 620.
    fn amount(self, at: usize, word: &MarkedWord<'_>) -> Option<PointerKind> {
        let next = self.word(at + 1).filter(|_| !word.ends);
        let is_done = next.is_some_and(MarkedWord::does);
        if at == 1 && word.says(GROUPS) && self.before(at, 1).is_some_and(|word| word.says(&["the"])) {
            return is_done.then_some(PointerKind::Several);
        }
        if word.says(AMOUNTS) {
            let of_them = next.is_some_and(|word| word.says(&["of"]))
                && self.word(at + 2).is_some_and(|word| word.says(&["these", "those"]));
            let is_joined = word.says(&["both", "neither"])
                && self.words.iter().skip(at + 1).take(6).any(|word| word.says(&["and", "nor"]));
            let ends = word.ends && word.says(&["both", "neither", "none"]);
            return (!is_joined && (is_done || of_them || ends)).then_some(PointerKind::Several);
        }
        if !word.is_number() || word.is_year() || word.is_parted && at > 0 {
            return None;
        }
        let scaled =
            self.words.get(at..).unwrap_or_default().iter().take_while(|word| word.is_number() && !word.is_year());
        let last = self.word(at + scaled.count().saturating_sub(1))?;
        let is_date = |word: &MarkedWord<'_>| word.is_capital() && word.class.is(WordClass::MONTH);
        let ahead = self.before(at, 1);
        let leads = ahead.is_none_or(|word| word.says(&["another", "only", "and", "but"]))
            || at == 1 && ahead.is_some_and(|word| word.says(&["the"]));
        let ends = last.ends && !last.is_quoted;
        let is_object = ahead.is_some_and(|word| !is_date(word) && (word.does() || word.lower.ends_with("ed")));
        (leads && is_done || ends && is_object).then_some(PointerKind::Several)
    }

    /// True where the sentence itself tells what the word at `at` points to, before it.
    pub(super) fn is_told_before(self, at: usize, kind: PointerKind) -> bool {
        let Some(word) = self.word(at) else { return false };
        let owns = word.says(OWNING) && !word.ends && self.word(at + 1).is_some_and(|next| !next.does());
        // Whom a clause tells of is not whom it is done to.
        let clause = (0..=at).rev().find(|at| self.word(*at).is_some_and(|word| *at > 0 && begins_clause(word)));
        let end = if owns { Some(at) } else { clause };
        let Some(end) = end.and_then(|end| self.word(end)).map(|word| word.span.start) else { return false };
        let told = self.mentions.iter().filter(|mention| mention.span.end <= end);
        let fits = |mention: &Mentioned| match kind {
            PointerKind::Person => matches!(mention.sort, Sort::Person | Sort::Named) && mention.is_many != Some(true),
            PointerKind::Thing => {
                matches!(mention.sort, Sort::Thing | Sort::Named | Sort::Doer) && mention.is_many != Some(true)
            }
            PointerKind::Several => mention.is_many == Some(true),
            PointerKind::Place => mention.sort == Sort::Named,
            PointerKind::Listed | PointerKind::Time | PointerKind::Told | PointerKind::Amount => false,
        };
        let is_dated = || dates(self.words).iter().any(|date| date.end <= word.span.start);
        match kind {
            PointerKind::Time => is_dated(),
            PointerKind::Listed | PointerKind::Told | PointerKind::Amount => false,
            PointerKind::Person | PointerKind::Thing | PointerKind::Several | PointerKind::Place => {
                told.into_iter().any(fits)
            }
        }
    }
}

/// True for a word with which another clause begins.
fn begins_clause(word: &MarkedWord<'_>) -> bool {
    let joins = WordClass::AND.with(WordClass::BUT).with(WordClass::SUBORD).with(WordClass::WH);
    word.is_parted || word.class.is(joins.with(WordClass::REPORTING))
}
