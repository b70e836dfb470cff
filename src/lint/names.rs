//! Capitalised words of an article, and names in two spellings.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{CapitalToken, LintBlock};
use crate::propose;
use crate::quantity::{Lexeme, LexemeKind};
use crate::text::{Sieve, Span, parallel};

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
    small: OnceCell<HashSet<String, RandomState>>,
}

impl<'a> CapitalisedWords<'a> {
    pub(super) fn of(passages: &'a [LintBlock<'a>]) -> Self {
        let mut index: HashMap<&'a str, usize, RandomState> = HashMap::default();
        let mut made = Self { passages, capitals: Vec::new(), small: OnceCell::new() };
        for (passage, read) in passages.iter().enumerate() {
            for CapitalToken { token, follows } in read.capitals.iter().copied() {
                let word = read.tokens.get(token).map_or("", |token| token.span().of(read.text));
                let at = *index.entry(word).or_insert_with(|| {
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

    /// True when the article writes `word` small somewhere: it is no name.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.small.get_or_init(|| small(self.passages, &self.capitals)).contains(word.to_lowercase().as_str())
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

/// Which of the capitalised words `passages` write small somewhere.
fn small(passages: &[LintBlock<'_>], capitals: &[(&str, Vec<TokenPlace>)]) -> HashSet<String, RandomState> {
    let mut wanted: HashSet<String, RandomState> = capitals.iter().map(|(word, _)| word.to_lowercase()).collect();
    let mut sieve = Sieve::default();
    for word in &wanted {
        sieve.add(word);
    }
    let found = parallel::map(passages, |passage| {
        let words = passage
            .tokens
            .iter()
            .filter(|token| token.kind == LexemeKind::Word)
            .map(|token| token.span().of(passage.text));
        let small =
            words.filter(|word| word.len() >= 3 && sieve.may_have(word) && word.starts_with(char::is_lowercase));
        small.filter(|word| wanted.contains(*word)).collect::<HashSet<&str, RandomState>>()
    });
    let seen: HashSet<&str, RandomState> = found.into_iter().flatten().collect();
    wanted.retain(|word| seen.contains(word.as_str()));
    wanted
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

/// Letters from which two may differ.
const LONG: usize = 9;

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
    let lower: Vec<Vec<char>> = words.capitals.iter().map(|(word, _)| word.to_lowercase().chars().collect()).collect();
    let is_name = |at: usize| {
        let Some(((word, _), letters)) = words.capitals.get(at).zip(lower.get(at)) else { return false };
        let mixed = word.chars().skip(1).filter(|c| !c.is_lowercase()).count() <= usize::from(is_clan(word));
        letters.len() >= SHORTEST && letters.len() < 30 && mixed && !words.is_common(word) && !LITTLE.contains(word)
    };
    let mut forms: HashMap<String, Vec<usize>, RandomState> = HashMap::default();
    for at in (0..lower.len()).filter(|at| is_name(*at)) {
        for form in lower.get(at).map(|letters| shortened(letters)).unwrap_or_default() {
            forms.entry(form).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for alike in forms.values().filter(|alike| (2..=6).contains(&alike.len())) {
        for (at, one) in alike.iter().enumerate() {
            pairs.extend(
                alike.iter().skip(at + 1).filter(|other| one != *other).map(|other| (*one.min(other), *one.max(other))),
            );
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (one, other) in pairs {
        if let (Some(left), Some(right), Some(a), Some(b)) =
            (words.capitals.get(one), words.capitals.get(other), lower.get(one), lower.get(other))
            && is_slip(a, b)
        {
            let (often, seldom) = if left.1.len() >= right.1.len() { (left, right) } else { (right, left) };
            found.extend(spelling(words, often, seldom));
        }
    }
}

/// A word with each of its letters left out, and with every two for a long one: names alike share one of these.
fn shortened(letters: &[char]) -> Vec<String> {
    let without = |skip: &[usize]| -> String {
        letters.iter().enumerate().filter(|(at, _)| !skip.contains(at)).map(|(_, c)| c).collect()
    };
    let mut forms = vec![without(&[])];
    for at in 1..letters.len() {
        forms.push(without(&[at]));
        if letters.len() >= LONG {
            forms.extend((at + 1..letters.len().min(at + 4)).map(|other| without(&[at, other])));
        }
    }
    forms.sort();
    forms.dedup();
    forms
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
