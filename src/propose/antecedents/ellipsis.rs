//! What is left out of a sentence, as the one before it says it: so did twelve others, Bergen by 2 percent, yes.

use super::mentions::name_end;
use super::pointers::{BackPointer, PointingSentence};
use super::words::MarkedWord;
use crate::propose::tokens::WordClass;
use crate::review::PointerKind;

/// What a sentence begins with that takes the verb of the one before it.
const TAKING: &[&str] = &["so", "neither", "nor", "as"];

/// Behind these "so" stands for what was told.
const SAYING: &[&str] = &["say", "says", "said", "think", "thinks", "thought", "do", "does", "did", "done", "doing"];

/// What an answer begins with, in small letters.
#[rustfmt::skip]
const ANSWERS: &[&str] = &[
    "yes", "no", "not", "never", "none", "nobody", "correct", "true", "false", "wrong", "right", "indeed", "partly", "absolutely",
    "certainly", "hardly", "ja", "nein", "nicht", "nie", "stimmt", "falsch", "richtig", "oui", "non", "jamais", "si", "sí", "nunca",
    "nej", "nei", "jo", "inte", "ikke", "nee", "niet",
];

impl PointingSentence<'_> {
    /// What was told, where the word at `at` stands for it.
    pub(super) fn again(self, at: usize) -> Option<BackPointer> {
        let word = self.word(at).filter(|word| !word.is_quoted)?;
        let next = self.word(at + 1).filter(|_| !word.ends);
        let ahead = self.before(at, 1);
        let leads = at == 0 || at == 1 && ahead.is_some_and(|word| word.says(&["and", "but"]));
        let is_taken = leads && word.says(TAKING) && next.is_some_and(MarkedWord::does);
        let is_said = word.says(&["so"])
            && (word.ends && ahead.is_some_and(|word| word.says(SAYING))
                || leads && next.is_some_and(|next| next.says(SAYING)));
        let is_same = word.says(&["same"])
            && ahead.is_some_and(|word| word.says(&["the"]))
            && (self.before(at, 2).is_some_and(|word| word.class.is(WordClass::DO))
                || at == 1
                    && next.is_some_and(|next| next.says(&["happened", "applies", "goes", "holds", "was", "is"])));
        // "Twelve others did not", "did too".
        let is_cut = word.says(&["not", "too"])
            && ahead.is_some_and(|word| word.class.is(WordClass::DO.with(WordClass::HAVE)))
            && next.is_none_or(|next| next.class.is(WordClass::PREP));
        (is_taken || is_said || is_same || is_cut).then(|| PointerKind::Told.into())
    }
}

/// True where a sentence leaves its verb to the one before it: "Bergen only by 2 percent."
pub(super) fn leaves_verb(words: &[MarkedWord<'_>]) -> bool {
    let Some(end) = name_end(words, 0) else { return false };
    let rest = words.get(end..).unwrap_or_default();
    let steps = rest
        .iter()
        .take_while(|word| !word.is_number() && !word.ends && word.class.is(WordClass::ADV.with(WordClass::PREP)));
    let steps = steps.count();
    let doing = WordClass::CHANGE.with(WordClass::PAST).with(WordClass::DEED);
    let is_verb = |word: &MarkedWord<'_>| word.does() || word.class.is(doing) || word.lower.ends_with("ed");
    steps > 0 && rest.get(steps).is_some_and(MarkedWord::is_number) && !words.iter().any(is_verb)
}

/// True where a sentence begins as an answer does.
pub(super) fn answers(words: &[MarkedWord<'_>]) -> bool {
    words.first().is_some_and(|first| first.says(ANSWERS))
}
