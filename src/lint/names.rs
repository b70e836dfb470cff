//! Capitalised words of an article, and names in two spellings.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{CapitalToken, LintBlock};
use super::shortened::{LONG, LONGEST, SeenTwice, for_each_shortened};
use crate::propose;
use crate::quantity::{self, Lexeme, LexemeKind};
use crate::text::{ShrinkingSieve, Span, parallel};

/// Where a capitalised word stands: passage and token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TokenPlace {
    pub(super) passage: usize,
    pub(super) token: usize,
    /// How many capitalised words stand right before it in a row.
    pub(super) follows: u8,
}

/// The words of an article that begin with a capital, and which words it writes small.
pub(super) struct CapitalisedWords<'a> {
    pub(super) passages: &'a [LintBlock<'a>],
    /// Every capitalised word of three letters or more, in the order in which it first stands.
    pub(super) capitals: Vec<(&'a str, Vec<TokenPlace>)>,
    /// The place of each word in `capitals`.
    index: HashMap<&'a str, usize, RandomState>,
    /// For each of `capitals`, whether the article writes it small somewhere.
    small: OnceCell<Vec<bool>>,
}

impl<'a> CapitalisedWords<'a> {
    pub(super) fn of(passages: &'a [LintBlock<'a>]) -> Self {
        let mut made = Self { passages, capitals: Vec::new(), index: HashMap::default(), small: OnceCell::new() };
        for (passage, read) in passages.iter().enumerate() {
            for CapitalToken { token, span, follows } in read.capitals.iter().copied() {
                let word = span.of(read.text);
                let at = *made.index.entry(word).or_insert_with(|| {
                    made.capitals.push((word, Vec::new()));
                    made.capitals.len() - 1
                });
                if let Some((_, places)) = made.capitals.get_mut(at) {
                    places.push(TokenPlace { passage, token, follows });
                }
            }
        }
        made
    }

    /// True when the article writes `word`, which is one of `capitals`, small somewhere: it is no name.
    pub(super) fn is_common(&self, word: &str) -> bool {
        let small = self.small.get_or_init(|| small(self.passages, &self.capitals));
        self.index.get(word).and_then(|at| small.get(*at)).is_some_and(|is_small| *is_small)
    }

    /// The word `steps` tokens from `place`, where only a blank lies between; empty when there is none.
    pub(super) fn beside(&self, place: TokenPlace, steps: isize) -> &'a str {
        let Some(passage) = self.passages.get(place.passage) else { return "" };
        let Some(at) = place.token.checked_add_signed(steps) else { return "" };
        let token = passage.tokens.get(at).filter(|token| token.kind == LexemeKind::Word);
        let Some(token) = token else { return "" };
        let own = passage.tokens.get(place.token).map_or(0, |token| token.span().start);
        let (from, to) =
            if steps < 0 { (token.span().end, own) } else { (self.span_in(place).end, token.span().start) };
        let gap = Span::new(from, to).of(passage.text);
        if steps.abs() == 1 && gap != " " { "" } else { token.span().of(passage.text) }
    }

    /// True when `mark` stands right behind the word at `place`.
    pub(super) fn is_before(&self, place: TokenPlace, mark: char) -> bool {
        let passage = self.passages.get(place.passage);
        passage
            .and_then(|passage| passage.tokens.get(place.token + 1))
            .is_some_and(|token| token.kind == LexemeKind::Mark(mark))
    }

    fn span_in(&self, place: TokenPlace) -> Span {
        let passage = self.passages.get(place.passage);
        passage.and_then(|passage| passage.tokens.get(place.token)).map(Lexeme::span).unwrap_or_default()
    }

    /// Where the word at `place` stands in the article.
    pub(super) fn span(&self, place: TokenPlace) -> Span {
        self.passages.get(place.passage).map(|passage| passage.shift(self.span_in(place))).unwrap_or_default()
    }

    /// The sentence that the word at `place` stands in, in bytes of the article.
    pub(super) fn sentence(&self, place: TokenPlace) -> Span {
        let passage = self.passages.get(place.passage);
        passage.map(|passage| passage.shift(passage.sentence_at(self.span_in(place).start))).unwrap_or_default()
    }
}

/// Whether `passages` write it small somewhere, for each of `capitals`.
fn small(passages: &[LintBlock<'_>], capitals: &[Occurrences<'_>]) -> Vec<bool> {
    // One string for all of them: a book has tens of thousands.
    let mut lower = String::new();
    let mut ends = Vec::with_capacity(capitals.len());
    for (word, _) in capitals {
        let start = lower.len();
        if word.is_ascii() {
            lower.push_str(word);
            lower.get_mut(start..).into_iter().for_each(str::make_ascii_lowercase);
        } else {
            lower.extend(word.chars().flat_map(char::to_lowercase));
        }
        ends.push(lower.len());
    }
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let of_each: Vec<&str> = starts.zip(&ends).map(|(start, end)| lower.get(start..*end).unwrap_or_default()).collect();
    let mut unseen = ShrinkingSieve::default();
    let mut seen: HashMap<&str, AtomicBool, RandomState> = HashMap::default();
    for word in &of_each {
        seen.entry(word).or_insert_with(|| {
            unseen.add(word);
            AtomicBool::new(false)
        });
    }
    parallel::map(passages, |passage| {
        let words = passage.tokens.iter().filter(|token| token.kind == LexemeKind::Word && !token.is_capital);
        for token in words.filter(|token| unseen.may_have(token.place)) {
            let word = token.span().of(passage.text);
            if word.len() >= 3
                && word.starts_with(char::is_lowercase)
                && seen.get(word).is_some_and(|is_small| {
                    !is_small.load(Ordering::Relaxed) && !is_small.swap(true, Ordering::Relaxed)
                })
            {
                unseen.take_out(token.place);
            }
        }
    });
    of_each.iter().map(|word| seen.get(word).is_some_and(|is_small| is_small.load(Ordering::Relaxed))).collect()
}

/// Letters of the shortest name whose spelling is looked at.
const SHORTEST: usize = 5;

/// Words that begin sentences and titles; what is like one of them is no name for that.
const LITTLE: [&str; 40] = [
    "While", "Where", "There", "These", "Those", "Which", "Their", "Other", "Since", "Could", "Would", "Should",
    "About", "After", "Before", "Every", "First", "Great", "Three", "Under", "Until", "Using", "White", "Whose",
    "Women", "World", "Today", "Though", "Through", "Being", "Still", "Might", "Never", "Again", "Among", "Along",
    "Another", "Because", "Between", "Without",
];

/// Endings that make another word of a word.
const ENDINGS: [&str; 35] = [
    "", "s", "es", "e", "n", "an", "ian", "ed", "d", "ing", "er", "or", "ion", "al", "ic", "y", "ies", "ly", "r", "t",
    "a", "o", "ns", "rs", "ers", "ist", "ism", "en", "st", "us", "c", "os", "as", "le", "ity",
];

/// True for names with a second capital behind their first syllable.
fn is_clan(word: &str) -> bool {
    let rest = ["Mc", "Mac", "De", "Di", "Le", "La", "Van"].iter().find_map(|clan| word.strip_prefix(clan));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Names in two spellings: alike but for a letter, and neither a common word.
pub(super) fn spellings(words: &CapitalisedWords<'_>, found: &mut Vec<LintFinding>) {
    let is_name = |word: &str| {
        let mixed = word.chars().skip(1).filter(|c| !c.is_lowercase()).count() <= usize::from(is_clan(word));
        let letters = word.chars().count();
        (SHORTEST..LONGEST).contains(&letters) && mixed && !words.is_common(word) && !LITTLE.contains(&word)
    };
    let names: Vec<(&Occurrences<'_>, Vec<char>)> = words
        .capitals
        .iter()
        .filter(|(word, _)| is_name(word))
        .map(|name| (name, name.0.chars().flat_map(char::to_lowercase).collect()))
        .collect();
    // By what is left of each without a letter, as a hash of it: whether two are alike is looked at below.
    let mut forms: Vec<(u64, usize)> = Vec::new();
    let mut seen = SeenTwice::of(names.iter().map(|(_, letters)| letters.len() * 2).sum());
    for (at, (_, letters)) in names.iter().enumerate() {
        for_each_shortened(letters, |left| {
            seen.add(left);
            forms.push((left, at));
        });
    }
    forms.retain(|(left, _)| seen.may_have(*left));
    forms.sort_unstable();
    forms.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for alike in forms.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| (2..=6).contains(&alike.len())) {
        for (place, (_, one)) in alike.iter().enumerate() {
            pairs.extend(alike.iter().skip(place + 1).map(|(_, other)| (*one.min(other), *one.max(other))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (one, other) in pairs {
        if let (Some((left, a)), Some((right, b))) = (names.get(one), names.get(other))
            && is_slip(a, b)
        {
            let (often, seldom) = if left.1.len() >= right.1.len() { (left, right) } else { (right, left) };
            found.extend(spelling(words, often, seldom));
        }
    }
}

/// True when two words differ as slips do: not by an ending, and by no more than a letter or two in one place.
fn is_slip(one: &[char], other: &[char]) -> bool {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (one.get(head..).unwrap_or_default(), other.get(head..).unwrap_or_default());
    let tail = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let text = |rest: &[char]| rest.iter().collect::<String>();
    // "-man" and "-men", "-er" and "-or" are slips, though both are endings.
    let vowel = matches!((one_rest, other_rest), ([a, one], [b, other]) if one == other && a != b);
    let endings = ENDINGS.contains(&text(one_rest).as_str()) && ENDINGS.contains(&text(other_rest).as_str());
    // No ending of a name turns from "-t" to "-d".
    let dental = matches!((one_rest, other_rest), (['t'], ['d']) | (['d'], ['t']));
    let ending = endings && !vowel && !dental;
    let middle = one_rest.len().max(other_rest.len()).saturating_sub(tail);
    let room = if one.len().min(other.len()) + 1 >= LONG { 2 } else { 1 };
    let swapped = one_rest.len() == other_rest.len()
        && middle == 2
        && one_rest.first() == other_rest.get(1)
        && one_rest.get(1) == other_rest.first();
    head >= 1 && !ending && (middle <= room || swapped)
}

type Occurrences<'a> = (&'a str, Vec<TokenPlace>);

fn spelling(words: &CapitalisedWords<'_>, often: &Occurrences<'_>, seldom: &Occurrences<'_>) -> Option<LintFinding> {
    let both_first = propose::is_first_name(often.0) && propose::is_first_name(seldom.0);
    if seldom.1.len() > 2 || both_first {
        return None;
    }
    let first = |place: &TokenPlace| words.beside(*place, -1);
    let given = |word: &Occurrences<'_>| -> Vec<&str> {
        word.1.iter().map(first).filter(|before| propose::is_first_name(before)).collect()
    };
    let (here, there) = (given(often), given(seldom));
    let agree = here.iter().any(|name| there.contains(name));
    if !agree && !here.is_empty() && !there.is_empty() {
        return None;
    }
    // "Lena Marsh" and "in March" are no two spellings.
    let is_month = |word: &Occurrences<'_>| {
        let language = words.passages.first().map_or("", |passage| passage.language);
        quantity::month_of(word.0, language).is_some()
    };
    if !agree && (is_month(often) || is_month(seldom)) {
        return None;
    }
    let (one, other) = (often.1.first()?, seldom.1.first()?);
    let sentence = words.sentence(*other);
    let together = often.1.len() < 3 && often.1.iter().any(|place| sentence.contains(words.span(*place).start));
    if together && !agree {
        return None;
    }
    let says = format!("\"{}\" and \"{}\": one name in two spellings?", often.0, seldom.0);
    let weight = if agree { Certainty::Error } else { Certainty::Doubt };
    Some(LintFinding::new(FindingKind::Name, weight, says, vec![words.span(*one), words.span(*other)]))
}
