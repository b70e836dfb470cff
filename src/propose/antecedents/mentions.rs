//! What a sentence names that another may point to: people, things and dates, by name or by noun.

use super::words::MarkedWord;
use crate::propose::pronouns::{PERSONS, THINGS};
use crate::propose::tokens::{WordClass, is_first_name};
use crate::review::Span;

/// Words after which a noun phrase begins: articles, and what stands in their place.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "one", "another", "each",
    "every", "no", "any", "some", "both", "all", "such", "der", "die", "das", "dem", "des", "ein", "eine", "einen", "einem", "einer",
    "le", "la", "les", "un", "une", "des", "el", "los", "las", "una", "il", "lo", "gli", "het", "een", "en", "et", "ett", "den", "det", "de",
];

/// What ends a noun phrase in other languages than English.
#[rustfmt::skip]
const ENDING: &[&str] = &[
    "ist", "war", "hat", "hatte", "wurde", "und", "von", "im", "in", "am", "an", "auf", "mit", "für", "er", "var", "har", "hadde",
    "havde", "ble", "blev", "og", "och", "i", "på", "av", "af", "for", "til", "till", "est", "a", "à", "de", "du", "dans", "en", "et", "es", "fue",
    "ha", "y", "e", "is", "was", "heeft", "van", "op", "der", "die", "das", "à", "que", "som", "dat",
];

/// Nouns for people that no list of offices and trades has.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "child", "children", "boy", "girl", "boys", "girls", "person", "baby", "lady", "gentleman", "king", "queen", "prince", "princess",
    "uncle", "aunt", "cousin", "nephew", "niece", "pupil", "pupils", "patient", "patients", "tenant", "guest", "hero", "friend", "people",
    "men", "women", "police",
];

/// Words behind which a name says where.
const PLACING: &[&str] = &["in", "at", "near", "by", "from", "around", "outside", "inside"];

/// What a mention may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A person.
    Person,
    /// Whatever has a name.
    Named,
    /// What a noun says, no person.
    Thing,
    /// Whatever a noun says that ends as those for people do.
    Doer,
    /// Anything: nothing is known of the language's nouns.
    Any,
}

/// Something that a sentence names.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    /// In bytes of the article.
    pub(super) span: Span,
    /// Its last word, in small letters.
    pub(super) noun: String,
    /// What it may be.
    pub(super) sort: Sort,
    /// True for several, false for one; `None` where nothing tells.
    pub(super) is_many: Option<bool>,
}

/// What `words` name, in order.
pub(super) fn mentions(words: &[MarkedWord<'_>], is_english: bool) -> Vec<Mentioned> {
    let mut found: Vec<Mentioned> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let name = name_end(words, at);
        let (start, end) = if let Some(end) = name {
            (at, end)
        } else if determines(word) {
            phrase(words, at, is_english)
        } else if is_english && is_bare_plural(word) {
            (at, at + 1)
        } else {
            (at, at)
        };
        if start < end && !says_what(words, at, start) && !says_where(words, at, end) {
            found.extend(mention(words, (at, start, end), is_english, name.is_some()));
        }
        at = end.max(at + 1);
    }
    found
}

/// The dates in `words`.
pub(super) fn dates(words: &[MarkedWord<'_>]) -> Vec<Span> {
    let is_month = |word: &MarkedWord<'_>| word.is_capital() && word.class.is(WordClass::MONTH);
    let is_date = |(at, word): &(usize, &MarkedWord<'_>)| {
        let beside = || at.checked_sub(1).into_iter().chain([at + 1]).filter_map(|at| words.get(at));
        let is_day = word.text.len() <= 2 && word.text.bytes().all(|byte| byte.is_ascii_digit());
        word.is_year()
            || is_month(word)
            || word.is_capital() && word.class.is(WordClass::WEEKDAY)
            || is_day && beside().any(is_month)
    };
    words.iter().enumerate().filter(is_date).map(|(_, word)| word.span).collect()
}

/// The names in `words` that may be a place's: those that say where, or else all but people's.
pub(super) fn places(words: &[MarkedWord<'_>]) -> Vec<Span> {
    let mut found: Vec<(bool, Span)> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let end = name_end(words, at).unwrap_or(at);
        let own = words.get(at..end).unwrap_or_default();
        if let Some(last) = own.last().filter(|_| !own.iter().any(is_person_name)) {
            found.push((says_where(words, at, end), Span::new(word.span.start, last.span.end)));
        }
        at = end.max(at + 1);
    }
    let placed: Vec<Span> = found.iter().filter(|(is_placed, _)| *is_placed).map(|(_, span)| *span).collect();
    if placed.is_empty() { found.into_iter().map(|(_, span)| span).collect() } else { placed }
}

/// The figures in `words`, each with the word behind it.
pub(super) fn amounts(words: &[MarkedWord<'_>]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let more = words.get(at..).unwrap_or_default().iter().take_while(|word| word.is_number() && !word.is_year());
        let end = at + more.count();
        if end > at {
            let last =
                words.get(end).filter(|_| words.get(end - 1).is_some_and(|word| !word.ends)).or(words.get(end - 1));
            found.extend(last.map(|last| Span::new(word.span.start, last.span.end)));
        }
        at = end.max(at + 1);
    }
    found
}

fn determines(word: &MarkedWord<'_>) -> bool {
    word.says(DETERMINERS) || word.is_number() && !word.is_year()
}

/// The end of the name that begins at `at`.
pub(super) fn name_end(words: &[MarkedWord<'_>], at: usize) -> Option<usize> {
    let is_part = |word: &MarkedWord<'_>| {
        let is_dated = word.class.is(WordClass::MONTH.with(WordClass::WEEKDAY));
        word.is_capital() && !is_dated && !word.says(PERSONS) && !word.says(THINGS)
    };
    let first = words.get(at).filter(|word| is_part(word) && !word.says(DETERMINERS))?;
    let more = words.get(at + 1..).unwrap_or_default().iter().take_while(|word| is_part(word) && !word.is_parted);
    let end = at + 1 + more.count();
    // The first word has its capital anyway.
    let is_known = !first.class.is_empty() && !is_first_name(first.text);
    let begins = at == 0 || words.get(at - 1).is_some_and(|before| before.ends && first.is_parted) && first.is_quoted;
    (!(begins && end == at + 1 && (is_known || first.lower.ends_with('s')))).then_some(end)
}

/// The words of the noun phrase behind the determiner at `at`.
fn phrase(words: &[MarkedWord<'_>], at: usize, is_english: bool) -> (usize, usize) {
    let mut start = at + 1;
    while words.get(start).is_some_and(|word| determines(word) && !word.is_parted) {
        start += 1;
    }
    let mut end = start;
    while let Some(word) = words.get(end).filter(|word| !word.is_parted) {
        if ends_phrase(word, end > start, is_english) {
            break;
        }
        end += 1;
        // Nouns have a capital in German; in what other languages name, the noun is not far.
        let is_noun = !is_english && (word.is_capital() || end - start == 2);
        if is_noun {
            break;
        }
    }
    (start, end)
}

/// True where `word` is no part of the phrase before it, which `has` a word already.
fn ends_phrase(word: &MarkedWord<'_>, has: bool, is_english: bool) -> bool {
    if !is_english {
        return word.says(ENDING);
    }
    let closed = WordClass::PREP
        .with(WordClass::AND)
        .with(WordClass::BUT)
        .with(WordClass::SUBORD)
        .with(WordClass::WH)
        .with(WordClass::PRONOUN)
        .with(WordClass::OBJECT)
        .with(WordClass::AUX)
        .with(WordClass::NEG)
        .with(WordClass::BE)
        .with(WordClass::HAVE)
        .with(WordClass::DO);
    let doing = WordClass::DEED.with(WordClass::PAST).with(WordClass::ADV).with(WordClass::WHEN).with(WordClass::TIME);
    let nouns = WordClass::NOUNS.with(WordClass::ROLE).with(WordClass::PEOPLE).with(WordClass::PAPER);
    let is_verb = || {
        word.class.is(doing) || word.lower.ends_with("ed") || word.class.is(WordClass::VERB) && !word.class.is(nouns)
    };
    word.class.is(closed) || determines(word) || has && !word.is_capital() && is_verb()
}

/// True for a noun that stands for several without an article.
fn is_bare_plural(word: &MarkedWord<'_>) -> bool {
    let verbs = WordClass::VERB.with(WordClass::ADV).with(WordClass::BE).with(WordClass::PREP).with(WordClass::AUX);
    let is_known = word.class.is(WordClass::ROLE.with(WordClass::PEOPLE).with(WordClass::OFFICE));
    is_plural(&word.lower)
        && word.lower.len() > 3
        && (is_known || !word.class.is(verbs))
        && !word.says(PERSONS)
        && !word.says(THINGS)
}

/// True for a noun in the plural, by its ending.
fn is_plural(lower: &str) -> bool {
    let is_irregular = ["people", "children", "men", "women", "police", "mice", "feet"].contains(&lower);
    let ends = lower.ends_with('s') && !["ss", "us", "is", "ings"].iter().any(|end| lower.ends_with(end));
    is_irregular || ends
}

/// True where the phrase says what the sentence's subject is, or the name before it: it is no other thing. "There was a fire" names one.
fn says_what(words: &[MarkedWord<'_>], at: usize, start: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| words.get(at)) else { return false };
    let there = || at.checked_sub(2).and_then(|at| words.get(at)).is_some_and(|word| word.says(&["there"]));
    let is = before.class.is(WordClass::BE) || before.says(&["became", "become", "remained"]);
    let is_apposed = || {
        let (first, named) = (words.get(at), words.get(start));
        let common = named.is_some_and(|word| !word.is_capital());
        let article = first.is_some_and(|word| word.is_parted && word.says(&["a", "an", "the"]));
        common && article && before.is_capital() && before.ends
    };
    start > at && is && !there() || start > at && is_apposed()
}

/// True for a name that only says where.
fn says_where(words: &[MarkedWord<'_>], at: usize, end: usize) -> bool {
    let names = words.get(at..end).unwrap_or_default();
    let is_placed = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.says(PLACING));
    is_placed && names.iter().all(MarkedWord::is_capital) && !names.iter().any(is_person_name)
}

fn is_person_name(word: &MarkedWord<'_>) -> bool {
    is_first_name(word.text) || word.class.is(WordClass::TITLE.with(WordClass::ADDRESS).with(WordClass::OFFICE))
}

/// The mention whose words begin at `start`, behind the articles and numbers from `at` on; nothing for a time or a share.
fn mention(
    words: &[MarkedWord<'_>],
    (at, start, end): (usize, usize, usize),
    is_english: bool,
    is_name: bool,
) -> Option<Mentioned> {
    let own = words.get(start..end)?;
    let (first, last) = (own.first()?, own.last()?);
    let span = Span::new(first.span.start, last.span.end);
    if last.class.is(WordClass::PERIOD.with(WordClass::MONTH).with(WordClass::WEEKDAY).with(WordClass::PERCENT)) {
        return None;
    }
    let noun = last.lower.clone();
    if !is_english {
        return Some(Mentioned { span, noun, sort: Sort::Any, is_many: None });
    }
    let people = WordClass::OFFICE.with(WordClass::ROLE).with(WordClass::PEOPLE);
    let human = people.with(WordClass::MALE).with(WordClass::FEMALE);
    let bodies = WordClass::BODY.with(WordClass::OUTLET).with(WordClass::PLACE).with(WordClass::PAPER);
    let does = ["er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ers", "ors", "ists", "ians"];
    // The first word of a sentence has its capital anyway.
    let is_proper = is_name || start > 0 && last.is_capital();
    let sort = if own.iter().any(|word| is_proper && word.is_capital() && is_person_name(word)) {
        Sort::Person
    } else if is_proper && !own.iter().any(|word| word.class.is(bodies)) {
        Sort::Named
    } else if last.class.is(human) && !last.class.is(bodies) || last.says(PEOPLE) {
        Sort::Person
    } else if does.iter().any(|end| last.lower.ends_with(end)) {
        Sort::Doer
    } else {
        Sort::Thing
    };
    let counted = words
        .get(at..start)
        .unwrap_or_default()
        .iter()
        .any(|word| word.is_number() && !word.says(&["one", "1"]) || word.says(&["these", "those", "both", "all"]));
    Some(Mentioned { span, noun, sort, is_many: Some(counted || !is_proper && is_plural(&last.lower)) })
}
