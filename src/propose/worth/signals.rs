//! Finds the words that speak for checking a sentence, and the deeds it tells.

use super::findings::Findings;
use super::reasons::ReasonCode;
use super::words::{is_past, is_strange};
use crate::propose::tokens::{Token, WordClass};

/// Reasons that a word gives by being on a list.
const BY_WORD: [(WordClass, ReasonCode); 13] = [
    (WordClass::COMPARATIVE, ReasonCode::Comparison),
    (WordClass::SUPERLATIVE, ReasonCode::Superlative),
    (WordClass::ABSOLUTE, ReasonCode::Absolute),
    (WordClass::CHANGE, ReasonCode::Change),
    (WordClass::CAUSE, ReasonCode::Cause),
    (WordClass::LAW, ReasonCode::Law),
    (WordClass::ACCUSE, ReasonCode::Accusation),
    (WordClass::EVIDENCE, ReasonCode::Evidence),
    (WordClass::DECIDE, ReasonCode::Decision),
    (WordClass::HARM, ReasonCode::Harm),
    (WordClass::DEALING, ReasonCode::Dealing),
    (WordClass::MATTER, ReasonCode::Matter),
    (WordClass::RESULT, ReasonCode::Rank),
];

/// A word with its neighbours; the clitic of a possessive belongs to the word before it.
struct WordContext<'t, 'a> {
    word: &'t Token<'a>,
    before: Option<&'t Token<'a>>,
    /// What stands before that.
    subject: Option<&'t Token<'a>>,
    after: Option<&'t Token<'a>>,
}

/// Notes what the words say.
pub(super) fn find(tokens: &[Token<'_>], found: &mut Findings) {
    for (at, word) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        // A capital inside a sentence shows a name: the Fraud Office accuses nobody.
        if at == 0 || !word.capital {
            let mut left = tokens.get(..at).unwrap_or_default().iter().rev().skip_while(|token| token.owns());
            let (before, subject) = (left.next(), left.next());
            let place = WordContext { word, before, subject, after: tokens.get(at + 1) };
            // What is said, it says; a word that tells who says it tells no more, unless it accuses.
            if let Some(amount) = reported(&place) {
                found.over(ReasonCode::Reported, word, word, amount);
                if word.is(WordClass::ACCUSE) {
                    found.over(ReasonCode::Accusation, word, word, 1.0);
                }
            } else {
                listed(&place, found);
                if let Some(amount) = fact(&place) {
                    found.over(ReasonCode::Fact, word, word, amount);
                }
            }
        }
        denial(tokens, at, word, found);
    }
}

/// The reasons that a word gives by being on a list; a compound is what its first part is.
fn listed(place: &WordContext<'_, '_>, found: &mut Findings) {
    let word = place.word;
    if BY_WORD.iter().any(|(class, _)| word.is(*class)) && !means_other(place) {
        for (_, code) in BY_WORD.iter().filter(|(class, _)| word.is(*class)) {
            found.over(*code, word, word, 1.0);
        }
    }
    if word.is(WordClass::EVERY) && !word.compound {
        found.over(ReasonCode::Absolute, word, word, 0.5);
    }
}

/// True for a word that means something else where it stands: lead and due without "to", longer after "no".
fn means_other(place: &WordContext<'_, '_>) -> bool {
    match place.word.text {
        "lead" | "leads" | "led" | "due" => place.after.is_none_or(|next| next.text != "to"),
        // Sport knows no harm in these.
        "attacking" => place.after.is_some_and(|next| next.is_word() && !next.is(WordClass::FUNCTION) && !next.capital),
        "injury" => place.after.is_some_and(|next| next.text == "time"),
        "longer" => place.before.is_some_and(|word| word.says("no")),
        _ => false,
    }
}

/// Somebody else says it: "said", "according to"; not "I said". Or somebody else thinks or wants it: "he wants".
fn reported(place: &WordContext<'_, '_>) -> Option<f64> {
    let (word, before) = (place.word, place.before);
    let own = |token: &Token<'_>| token.is(WordClass::I);
    if before.is_some_and(own)
        || before.is_some_and(|word| word.is(WordClass::CLITIC)) && place.subject.is_some_and(own)
    {
        return None;
    }
    let by_others = || before.is_some_and(is_third_person);
    let linked = || before.is_some_and(|word| word.is(WordClass::HAVE) || matches!(word.text, "also" | "and" | "who"));
    let inflected = || word.text.ends_with('s') || is_past(word);
    if word.is(WordClass::REPORTING) {
        Some(1.0)
    } else if (word.is(WordClass::RETELLING) || declines(place)) && (by_others() || linked()) {
        Some(0.7)
    } else {
        (word.is(WordClass::WANT | WordClass::THINK) && inflected() && by_others()).then_some(0.5)
    }
}

/// True for "declined to": not to speak, mostly, rather than to fall.
fn declines(place: &WordContext<'_, '_>) -> bool {
    matches!(place.word.text, "declined" | "declines") && place.after.is_some_and(|next| next.text == "to")
}

/// True for a word that can be the subject of somebody else's deeds: a name, a noun, he, they.
fn is_third_person(word: &Token<'_>) -> bool {
    let small = word.is(WordClass::I
        | WordClass::YOU
        | WordClass::POINTING
        | WordClass::FUNCTION
        | WordClass::BE
        | WordClass::HAVE);
    word.is_word() && !small && !matches!(word.text, "his" | "her" | "their" | "better" | "best" | "well" | "badly")
}

/// How much is told as done, or as standing so: "moved", "were", "owns".
fn fact(place: &WordContext<'_, '_>) -> Option<f64> {
    let (word, before) = (place.word, place.before);
    let by_others = || before.is_some_and(is_third_person);
    let actor = || if before.is_some_and(is_named) { NAMED } else { 1.0 };
    if word.is(WordClass::REPORTING) {
        None
    } else if word.is(WordClass::BE | WordClass::HAVE) {
        by_others().then_some(0.4 * actor())
    } else if is_past(word) {
        // What is done as a rule is told less as a deed: "visitors are led", "were led".
        let usual = before.is_some_and(|word| matches!(word.text, "is" | "are"));
        let amount = if word.is(WordClass::ROUTINE) || usual { 0.3 } else { 1.0 };
        before.is_none_or(can_lead_verb).then_some(amount * actor())
    } else {
        (word.is(WordClass::VERB) && word.text.ends_with('s') && by_others()).then_some(0.5 * actor())
    }
}

/// How much more a deed counts that follows right upon the name of who did it.
const NAMED: f64 = 1.5;

/// True for a word of a name.
fn is_named(word: &Token<'_>) -> bool {
    word.is_word() && word.capital && is_strange(word)
}

/// True for a word after which a past form is a verb. After an article, preposition or "to" it is an adjective or an
/// infinitive: "the damaged roof".
fn can_lead_verb(word: &Token<'_>) -> bool {
    let leads = WordClass::BE | WordClass::HAVE | WordClass::I | WordClass::POINTING | WordClass::THEY | WordClass::YOU;
    word.is(leads)
        || !word.is(WordClass::FUNCTION)
        || matches!(word.text, "and" | "not" | "who" | "also" | "never" | "then" | "later" | "first")
}

/// Somebody says that it is not so: "did not pay"; not "I don't know", "don't go".
fn denial(tokens: &[Token<'_>], at: usize, token: &Token<'_>, found: &mut Findings) {
    let near = tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
    let own = || near.iter().any(|word| word.is(WordClass::I | WordClass::YOU));
    if token.is(WordClass::NEGATIVE) && at > 0 && !own() {
        found.over(ReasonCode::Denial, token, token, 1.0);
    }
}
