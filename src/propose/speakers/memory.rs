//! Who was named lately, what is known of them, and whom a pronoun most likely means.

use std::collections::{HashMap, VecDeque};

use foldhash::fast::RandomState;

use super::sentence::{TaggedSentence, TokenRun};
use crate::propose::persons::is_behind_names;
use crate::propose::tokens::WordClass;
use crate::review::Span;

/// How many mentions are remembered: a pronoun looks no further back.
const KEPT: usize = 32;
/// How many sentences back a pronoun may reach.
const REACH: usize = 6;

/// What part somebody played in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MentionRole {
    /// Named in passing.
    Other,
    /// What the sentence is about.
    Subject,
    /// Who said it.
    Speaker,
}

/// Whether somebody is one man, one woman, one thing, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Being {
    Man,
    Woman,
    Person,
    Thing,
    Many,
    Unknown,
}

/// A name in the text.
#[derive(Clone, Debug)]
struct NameMention {
    span: Span,
    /// The last word of the name, in small letters: what two mentions of one person share.
    key: String,
    being: Being,
    part: MentionRole,
    sentence: usize,
    /// The full name, not the surname alone.
    introduced: bool,
}

/// The mentions of the last sentences, and the sex of the persons named so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    mentions: VecDeque<NameMention>,
    persons: HashMap<String, Being, RandomState>,
}

impl Memory {
    /// Remembers the name `run` of sentence number `number`.
    pub(super) fn name(&mut self, sentence: TaggedSentence<'_>, run: TokenRun, part: MentionRole, number: usize) {
        let small = WordClass::AUX
            | WordClass::ADV
            | WordClass::DET
            | WordClass::PREP
            | WordClass::SUBORD
            | WordClass::WH
            | WordClass::BUT
            | WordClass::PRONOUN;
        if run.len() == 1
            && sentence.is(run.start, small)
            && !sentence.is(run.start, WordClass::FIRST | WordClass::PEOPLE)
        {
            return;
        }
        let mut being = being(sentence, run);
        let several = being == Being::Many && run.len() > 1;
        let key = if several { Some(sentence.span(run).of(sentence.text).to_lowercase()) } else { key(sentence, run) };
        let Some(key) = key else { return };
        match being {
            // A lone name may be a surname that looks like a first name; the full name knows better.
            Being::Man if run.len() == 1 => being = self.persons.get(&key).copied().unwrap_or(Being::Person),
            Being::Woman if run.len() == 1 => being = self.persons.get(&key).copied().unwrap_or(being),
            Being::Man | Being::Woman => {
                self.persons.insert(key.clone(), being);
            }
            Being::Unknown if sentence.capitals_from(run.start) > 1 => {
                being = *self.persons.entry(key.clone()).or_insert(being);
            }
            Being::Unknown if run.len() == 1 && part != MentionRole::Speaker && is_matter(sentence, run.start) => {
                let Some(known) = self.persons.get(&key) else { return };
                being = *known;
            }
            Being::Person | Being::Unknown => being = self.persons.get(&key).copied().unwrap_or(being),
            Being::Thing | Being::Many => {}
        }
        let span = sentence.span(run);
        if let Some(known) = self.mentions.iter_mut().find(|mention| mention.sentence == number && mention.key == key) {
            known.part = known.part.max(part);
            return;
        }
        let introduced = sentence.capitals_from(run.start) > 1;
        self.remember(NameMention { span, key, being, part, sentence: number, introduced });
    }

    /// Remembers that the one behind a pronoun, resolved to `span`, spoke in sentence `number`.
    pub(super) fn again(&mut self, text: &str, span: Span, number: usize) {
        let known = self.mentions.iter().rev().find(|mention| mention.span == span).cloned();
        if let Some(known) = known {
            self.remember(NameMention { part: MentionRole::Speaker, sentence: number, ..known });
        } else {
            let key = span.of(text).rsplit(' ').next().unwrap_or_default().to_lowercase();
            self.remember(NameMention {
                span,
                key,
                being: Being::Unknown,
                part: MentionRole::Speaker,
                sentence: number,
                introduced: false,
            });
        }
    }

    /// Learns from a resolved pronoun: what was "she" once is a woman.
    pub(super) fn learn(&mut self, span: Span, pronoun: &str) {
        let Some(being) = wanted(pronoun).filter(|being| matches!(being, Being::Man | Being::Woman)) else { return };
        let key = self.mentions.iter().rev().find(|mention| mention.span == span).map(|mention| mention.key.clone());
        if let Some(key) = key {
            for mention in self.mentions.iter_mut().filter(|mention| mention.key == key) {
                mention.being = being;
            }
            self.persons.insert(key, being);
        }
    }

    /// Is `run` the name of a single person, as far as is known?
    pub(super) fn person(&self, sentence: TaggedSentence<'_>, run: TokenRun) -> bool {
        let known = || key(sentence, run).is_some_and(|key| self.persons.contains_key(&key));
        match being(sentence, run) {
            Being::Man | Being::Woman | Being::Person => sentence.upper(run.start),
            Being::Unknown => sentence.upper(run.start) && known(),
            Being::Thing | Being::Many => false,
        }
    }

    fn remember(&mut self, mention: NameMention) {
        if self.mentions.len() == KEPT {
            self.mentions.pop_front();
        }
        self.mentions.push_back(mention);
    }

    /// Whom `pronoun` in sentence `number` means: the best fitting name, if it is clearly the best.
    pub(super) fn meant(&self, pronoun: &str, number: usize) -> Option<Span> {
        let wanted = wanted(pronoun)?;
        let mut best: Vec<(&str, i32, Span)> = Vec::new();
        for mention in self.mentions.iter().rev() {
            let back = number.saturating_sub(mention.sentence);
            if back > REACH {
                break;
            }
            let Some(fit) = fit(wanted, mention.being) else { continue };
            // Things are named at every turn; only those that act can say something.
            if wanted == Being::Thing && mention.part == MentionRole::Other {
                continue;
            }
            let part = match mention.part {
                MentionRole::Speaker => 8,
                MentionRole::Subject if back == 0 && wanted == Being::Thing => 8,
                MentionRole::Subject => 5,
                MentionRole::Other if mention.introduced && back < 2 => 4,
                MentionRole::Other => 1,
            };
            let score = fit + part - 3 * i32::try_from(back).unwrap_or(i32::MAX / 4);
            match best.iter_mut().find(|(key, _, _)| *key == mention.key) {
                Some((_, known, _)) => *known = (*known).max(score) + 1,
                None => best.push((&mention.key, score, mention.span)),
            }
        }
        best.sort_by_key(|(_, score, _)| -score);
        let (_, first, span) = best.first()?;
        let clear = best.get(1).is_none_or(|(_, second, _)| first - second >= 2);
        (clear && *first > -6).then_some(*span)
    }
}

/// What a pronoun asks for.
fn wanted(pronoun: &str) -> Option<Being> {
    match pronoun.to_ascii_lowercase().as_str() {
        "he" => Some(Being::Man),
        "she" => Some(Being::Woman),
        "it" => Some(Being::Thing),
        "they" => Some(Being::Many),
        _ => None,
    }
}

/// How well somebody fits a pronoun; `None`: not at all.
fn fit(wanted: Being, being: Being) -> Option<i32> {
    match (wanted, being) {
        (Being::Man, Being::Man) | (Being::Woman, Being::Woman) => Some(3),
        (Being::Man | Being::Woman, Being::Unknown) => Some(0),
        (Being::Man | Being::Woman, Being::Person) | (Being::Thing, Being::Thing) | (Being::Many, Being::Many) => {
            Some(2)
        }
        (Being::Many, Being::Thing) => Some(-2),
        _ => None,
    }
}

/// True for the word at `at` when it has its capital because it begins the sentence, and is no name as far as is known: a common noun,
/// or what rose, fell and is counted. Nobody is behind it whom "he" or "she" could mean.
fn is_matter(sentence: TaggedSentence<'_>, at: usize) -> bool {
    const ENDINGS: [&str; 6] = ["tion", "sion", "ness", "ity", "ism", "ment"];
    let word = sentence.word(at);
    let is_abstract = || word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending));
    let next = at + 1 + usize::from(sentence.auxiliary(at + 1));
    // "Harbour plan", "Opening remarks were long": it tells which plan and what remarks.
    let nouns = WordClass::NOUNS.with(WordClass::REFUSED);
    let tells_which = || {
        let noun = at + 1;
        let is_plain = !sentence.upper(noun) && !sentence.auxiliary(noun) && !sentence.is(noun, WordClass::ADV);
        is_plain && (sentence.is(noun, nouns) || sentence.auxiliary(noun + 1))
    };
    at == 0
        && (sentence.is(at, WordClass::NOUNS) || is_abstract() || sentence.is(next, WordClass::CHANGE) || tells_which())
}

/// What two mentions of one person share: the last word of the name.
fn key(sentence: TaggedSentence<'_>, run: TokenRun) -> Option<String> {
    let last = (run.start..run.end).rev().find(|at| sentence.upper(*at) && !is_behind_names(sentence.word(*at)));
    let at = last.or_else(|| {
        (run.start..run.end).rev().find(|at| sentence.is(*at, WordClass::ROLE | WordClass::PEOPLE | WordClass::BODY))
    })?;
    Some(sentence.word(at).to_lowercase())
}

/// What the words of a name say about its bearer.
pub(super) fn being(sentence: TaggedSentence<'_>, run: TokenRun) -> Being {
    let tokens = sentence.run(run);
    let any = |class: WordClass| tokens.iter().any(|token| token.is(class));
    let named = tokens.iter().filter(|token| token.capital).count();
    let first = tokens.iter().find(|token| token.capital && !token.is(WordClass::TITLE) || token.is(WordClass::FIRST));
    let and = tokens.iter().any(|token| token.is(WordClass::AND) && !token.capital);
    let many = tokens
        .iter()
        .any(|token| token.is(WordClass::PEOPLE) && (!token.capital || tokens.len() == 1) && !token.is(WordClass::ADV));
    let plural = tokens.len() > 1
        && tokens.last().is_some_and(|last| !last.capital && last.is_plain() && last.text.ends_with('s'));
    if and && named > 1 || many || plural {
        return Being::Many;
    }
    let alone = tokens.len() == 1 && !any(WordClass::PLACE | WordClass::WHEN);
    if first.is_some_and(|token| token.is(WordClass::FIRST))
        && (named > 1 || alone)
        && !any(WordClass::BODY | WordClass::OUTLET)
        || any(WordClass::TITLE)
        || tokens.iter().any(|token| token.is(WordClass::ROLE) && !token.capital)
    {
        let sexed = |class: WordClass| {
            tokens.iter().any(|token| {
                token.is(class) && (!token.is(WordClass::FIRST) || Some(token.span) == first.map(|first| first.span))
            })
        };
        return match (sexed(WordClass::MALE), sexed(WordClass::FEMALE)) {
            (true, false) => Being::Man,
            (false, true) => Being::Woman,
            _ => Being::Person,
        };
    }
    if any(WordClass::BODY | WordClass::OUTLET | WordClass::PAPER) || sentence.is(run.start, WordClass::DET) {
        return Being::Thing;
    }
    let capitals =
        tokens.iter().any(|token| token.span.len() > 2 && token.text.chars().all(|c| c.is_uppercase() || c == '.'));
    if capitals || any(WordClass::PLACE) { Being::Thing } else { Being::Unknown }
}
