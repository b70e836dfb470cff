//! What an article says of the names asked about: which first names stand before a surname, and who holds an office.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use foldhash::fast::RandomState;

use super::given::{generation, with_generation};
use super::name::{bare, is_capital, is_own, is_particle};
use crate::propose::tokens::{WordClass, is_first_name, look_up};
use crate::review::{Article, BlockKind};

/// Before an office they say that somebody else holds it, or another one.
const OTHERS: [&str; 14] = [
    "former",
    "ex",
    "late",
    "deputy",
    "vice",
    "assistant",
    "acting",
    "previous",
    "then",
    "onetime",
    "prime",
    "first",
    "next",
    "future",
];

/// A surname, in small letters, and the first name before it, as it is written.
pub(super) type Bearer = (String, Option<String>);

/// What was asked about, in small letters.
#[derive(Debug, Default)]
pub(super) struct NamesAsked {
    pub(super) surnames: HashSet<String, RandomState>,
    /// Offices by their last words.
    offices: HashMap<String, Vec<Vec<String>>, RandomState>,
}

impl NamesAsked {
    /// Asks about an office too.
    pub(super) fn office(&mut self, office: &str) {
        let words: Vec<String> = office.split(' ').map(str::to_owned).collect();
        let Some(last) = words.last() else { return };
        let known = self.offices.entry(last.clone()).or_default();
        if !known.contains(&words) {
            known.push(words);
        }
    }
}

/// What the article says.
#[derive(Debug, Default)]
pub(super) struct NamesRead {
    /// First names by surname.
    pub(super) firsts: HashMap<String, BTreeSet<String>, RandomState>,
    /// Who holds an office, by its name.
    pub(super) holders: HashMap<String, BTreeSet<Bearer>, RandomState>,
    /// Where each surname stands, in bytes of the article's text and in order, with the word before it that may be a first name.
    pub(super) places: HashMap<String, Vec<(usize, Option<String>)>, RandomState>,
}

/// A word of a block.
#[derive(Clone, Copy, Debug)]
struct ReadWord<'a> {
    text: &'a str,
    /// Where it begins, in bytes of the article's text.
    at: usize,
    /// What stands between it and the word before.
    gap: WordGap,
    /// It owns something: "the mayor's".
    owns: bool,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordGap {
    /// A blank and nothing else.
    Blank,
    /// A comma.
    Comma,
    /// The end of a sentence or the beginning of a quotation, an aside, a block.
    End,
    /// Any other mark.
    Mark,
}

impl ReadWord<'_> {
    fn is_tied(&self) -> bool {
        self.gap == WordGap::Blank
    }
}

impl NamesRead {
    /// Reads `article` once, furniture left out.
    pub(super) fn of(article: &Article, asked: &NamesAsked) -> Self {
        let mut read = Self::default();
        let mut words = Vec::new();
        for block in article.blocks().iter().filter(|block| block.kind != BlockKind::Furniture) {
            cut(article.words(block.span), block.span.start, &mut words);
            for at in 0..words.len() {
                read.surname(&words, at, asked);
                read.office(&words, at, asked);
            }
        }
        read
    }

    /// Takes in the surname at `at`, and a first name before it.
    fn surname(&mut self, words: &[ReadWord<'_>], at: usize, asked: &NamesAsked) {
        let Some(word) = words.get(at).filter(|word| is_capital(word.text)) else { return };
        let lower = word.text.to_lowercase();
        if !asked.surnames.contains(&lower) {
            return;
        }
        let behind = generation_behind(words, at);
        let goes_on = words.get(at + 1).is_some_and(|next| next.is_tied() && !word.owns && is_named(next));
        if goes_on && behind.is_none() {
            return;
        }
        let (surname, first) = bearer(back_from(words, at));
        let first = first.map(|first| with_generation(&first, behind));
        if let Some(first) = &first {
            self.firsts.entry(surname.clone()).or_default().insert(first.clone());
        }
        // At the head of a sentence only a first name that stands elsewhere too is told from "While Berg".
        let ahead = || at.checked_sub(1).and_then(|before| words.get(before)).filter(|_| word.is_tied());
        let first = first.or_else(|| ahead().map(|before| with_generation(before.text, behind)));
        self.places.entry(surname).or_default().push((word.at, first));
    }

    /// Takes in whom the article names beside the office whose last word stands at `at`.
    fn office(&mut self, words: &[ReadWord<'_>], at: usize, asked: &NamesAsked) {
        let Some(word) = words.get(at).filter(|word| !word.owns && !asked.offices.is_empty()) else { return };
        for office in asked.offices.get(lowered(word.text).as_ref()).into_iter().flatten() {
            let Some(from) = (at + 1).checked_sub(office.len()) else { continue };
            let held = words.get(from..=at).unwrap_or_default();
            let same = held
                .iter()
                .zip(office)
                .enumerate()
                .all(|(nth, (word, part))| word.text.to_lowercase() == *part && (nth == 0 || word.is_tied()));
            if same && let Some(holder) = holder(words, from, at) {
                self.holders.entry(office.join(" ")).or_default().insert(holder);
            }
        }
    }
}

/// Who holds the office that stands from `from` to `to`: "Mayor Anna Berg", "the mayor, Anna Berg,", "Anna Berg, the mayor,".
fn holder(words: &[ReadWord<'_>], from: usize, to: usize) -> Option<Bearer> {
    let before =
        from.checked_sub(1).and_then(|at| words.get(at)).filter(|_| words.get(from).is_some_and(ReadWord::is_tied));
    let before = before.map(|word| word.text.to_lowercase()).unwrap_or_default();
    if OTHERS.contains(&before.as_str()) {
        return None;
    }
    let next = words.get(to + 1);
    if let Some(next) =
        next.filter(|next| (next.is_tied() || next.gap == WordGap::Comma && before == "the") && is_named(next))
    {
        let run = onward_from(words, to + 1);
        return (next.is_tied() || run.len() > 1).then(|| bearer(run));
    }
    let from = if before == "the" { from - 1 } else { from };
    let beside = words.get(from).is_some_and(|word| word.gap == WordGap::Comma);
    let closed = next.is_none_or(|next| {
        next.gap == WordGap::Comma
            || next.gap == WordGap::End
            || next.is_tied() && matches!(next.text, "of" | "for" | "at" | "in" | "who" | "said")
    });
    let last = from.checked_sub(1).filter(|_| beside && closed)?;
    let named = words.get(last).is_some_and(|word| is_capital(word.text) && is_named(word));
    named.then(|| bearer(back_from(words, last)))
}

/// What is said behind the name that ends at `at` to tell two of one family apart: "Jr.", "the Younger"; a comma may stand between.
fn generation_behind(words: &[ReadWord<'_>], at: usize) -> Option<&'static str> {
    let next = words.get(at + 1).filter(|next| matches!(next.gap, WordGap::Blank | WordGap::Comma))?;
    let after = words.get(at + 2).filter(|after| after.is_tied()).map(|after| after.text);
    let one = generation(&[next.text]).filter(|_| next.is_tied() || matches!(next.text.trim_matches('.'), "Jr" | "Sr"));
    one.or_else(|| generation(&[next.text, after?]).filter(|(_, said)| *said == 2)).map(|(name, _)| name)
}

/// True for a word of a person's name, and no day.
fn is_named(word: &ReadWord<'_>) -> bool {
    is_own(word.text) && !look_up(word.text).class.is(WordClass::WHEN)
}

/// The surname and the first name of a run that ends with the surname.
fn bearer(run: &[ReadWord<'_>]) -> Bearer {
    let Some((last, before)) = run.split_last() else { return (String::new(), None) };
    let first = before.iter().map(|word| word.text).find(|word| is_capital(word));
    (last.text.to_lowercase(), first.map(str::to_owned))
}

/// The words of the name that ends at `at`.
fn back_from<'w, 'a>(words: &'w [ReadWord<'a>], at: usize) -> &'w [ReadWord<'a>] {
    let mut from = at;
    while words.get(from).is_some_and(ReadWord::is_tied)
        && let Some(before) = from.checked_sub(1).and_then(|before| words.get(before))
        && !before.owns
        && is_named(before)
    {
        from -= 1;
    }
    // What only begins the sentence or the clause is no first name: "While Berg said, But Lind".
    let known = |word: &str| !look_up(word).class.for_grammar().is_empty();
    while from < at
        && let Some(word) = words.get(from)
        && (is_particle(word.text) || (word.gap == WordGap::End || known(word.text)) && !is_first_name(word.text))
    {
        from += 1;
    }
    words.get(from..=at).unwrap_or_default()
}

/// The words of the name that begins at `at`.
fn onward_from<'w, 'a>(words: &'w [ReadWord<'a>], at: usize) -> &'w [ReadWord<'a>] {
    let mut to = at;
    while words.get(to).is_some_and(|word| !word.owns)
        && words.get(to + 1).is_some_and(|next| next.is_tied() && is_named(next))
    {
        to += 1;
    }
    while to > at && words.get(to).is_some_and(|word| !is_capital(word.text)) {
        to -= 1;
    }
    words.get(at..=to).unwrap_or_default()
}

/// A word in small letters; most are already.
fn lowered(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Cuts a block that begins at byte `base` of the article into its words.
fn cut<'a>(text: &'a str, base: usize, words: &mut Vec<ReadWord<'a>>) {
    words.clear();
    let (mut behind, mut read) = ("", 0);
    for raw in text.split_whitespace() {
        let here = read + text.get(read..).and_then(|rest| rest.find(raw)).unwrap_or(0);
        read = here + raw.len();
        let word = bare(raw);
        if word.is_empty() {
            behind = ".";
            continue;
        }
        let begins = raw.find(word).unwrap_or(0);
        let (before, after) =
            (raw.get(..begins).unwrap_or_default(), raw.get(begins + word.len()..).unwrap_or_default());
        let owned = after.strip_prefix("'s").or_else(|| after.strip_prefix("’s"));
        let ends = behind.contains(['.', '!', '?', ':', ';', '”', '"', '“']) || before.contains(['“', '"', '„', '(']);
        let gap = match (behind, before) {
            _ if words.is_empty() || ends => WordGap::End,
            ("", "") => WordGap::Blank,
            (",", "") => WordGap::Comma,
            _ => WordGap::Mark,
        };
        words.push(ReadWord { text: word, at: base + here + begins, gap, owns: owned.is_some() });
        behind = owned.unwrap_or(after);
    }
}
