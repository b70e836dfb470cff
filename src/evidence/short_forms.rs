//! Abbreviations as texts explain them: "the Harbour Safety Board (HSB)", "HSB (Harbour Safety Board)", "carbon dioxide (CO2)".

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::formulas;
use super::terms::{Term, Terms};

/// Letters and figures of an abbreviation, at least and at most.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;
/// Words that are looked at before a bracket, and bytes within one.
const BEFORE: usize = 10;
const WITHIN: usize = 100;
/// Letters of a small word, which an abbreviation may pass over.
const SMALL: usize = 3;
/// Parts an abbreviation from its words, and those from each other.
const IS: char = '\u{1f}';
const NEXT: char = ' ';

/// An abbreviation and the words it stands for, as terms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ShortForm {
    short: String,
    long: Vec<String>,
}

impl ShortForm {
    fn of(short: &str, long: &[&str], terms: &mut Terms) -> Option<Self> {
        let [short] = <[Term; 1]>::try_from(terms.cut(single(short))).ok()?;
        let long: Vec<String> = terms.cut(&long.join(" ")).into_iter().map(|term| term.form).collect();
        (long.len() > 1 && !long.contains(&short.form)).then_some(Self { short: short.form, long })
    }

    /// As the index keeps it.
    pub(super) fn entry(&self) -> String {
        let mut entry = self.short.clone();
        for (at, word) in self.long.iter().enumerate() {
            entry.push(if at == 0 { IS } else { NEXT });
            entry.push_str(word);
        }
        entry
    }

    /// From what the index keeps.
    pub(super) fn of_entry(entry: &str) -> Option<Self> {
        let (short, long) = entry.split_once(IS)?;
        Some(Self { short: short.to_owned(), long: long.split(NEXT).map(str::to_owned).collect() })
    }
}

/// The abbreviations that `text` explains.
pub(super) fn explained(text: &str, terms: &mut Terms) -> Vec<ShortForm> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, inside)) = rest.split_once('(') {
        let before = text.get(..text.len() - inside.len() - 1).unwrap_or_default();
        rest = inside;
        let Some((inside, after)) = inside.split_once(')').filter(|(inside, _)| inside.len() <= WITHIN) else {
            continue;
        };
        rest = after;
        let mut words: Vec<&str> = before.split_whitespace().rev().take(BEFORE).map(bare).collect();
        words.reverse();
        let explained = match short(inside) {
            Some(letters) => {
                let long = (0..words.len()).rev().filter_map(|from| words.get(from..));
                long.filter(|long| stands_for(&letters, long)).map(|long| (inside, long.to_vec())).next()
            }
            None => words.last().and_then(|last| {
                let long: Vec<&str> = inside.split_whitespace().map(bare).collect();
                stands_for(&short(last)?, &long).then_some((*last, long))
            }),
        };
        found.extend(explained.and_then(|(short, long)| ShortForm::of(short, &long, terms)));
    }
    found
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The letters of what is written as an abbreviation or a formula is: lower case, without figures and the s of more than one.
fn short(text: &str) -> Option<Letters> {
    let formula = formulas::find(text).is_some() || text.contains(|c: char| c.is_ascii_digit());
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let whole =
        text.chars().all(char::is_alphanumeric) || formulas::find(text).is_some_and(|it| it.len() == text.len());
    let told = whole && LETTERS.contains(&letters.chars().count()) && letters.starts_with(char::is_uppercase);
    let letters = single(&letters).to_lowercase();
    (told && capitals > 1).then_some(Letters { letters, formula })
}

/// An abbreviation without the s of more than one.
fn single(short: &str) -> &str {
    short.strip_suffix('s').unwrap_or(short)
}

struct Letters {
    letters: String,
    /// Figures stood among them.
    formula: bool,
}

/// Are these the words that an abbreviation is made of? Of names the first letters, small words passed over or not; of a
/// substance, whose name has two words, the first letter and some of the other word.
fn stands_for(short: &Letters, long: &[&str]) -> bool {
    let mut letters = short.letters.chars();
    if short.formula {
        let [first, second] = long else { return false };
        let mut rest = second.chars().flat_map(char::to_lowercase);
        return letters.next().is_some_and(|letter| begins(first, letter))
            && letters.all(|letter| rest.any(|c| c == letter));
    }
    let mut next = letters.next();
    for (at, word) in long.iter().enumerate() {
        match next {
            Some(letter) if begins(word, letter) => next = letters.next(),
            _ if at > 0 && is_small(word) => {}
            _ => return false,
        }
    }
    next.is_none() && !long.last().is_some_and(|last| is_small(last))
}

fn begins(word: &str, letter: char) -> bool {
    word.chars().flat_map(char::to_lowercase).next() == Some(letter)
}

fn is_small(word: &str) -> bool {
    word.chars().count() <= SMALL && word.chars().all(char::is_lowercase)
}

/// The abbreviations that a folder explains, each by the words that most passages explain it with.
#[derive(Default)]
pub(super) struct ShortForms {
    long: HashMap<String, Vec<String>>,
    /// Those whose words begin with this one.
    beginning: HashMap<String, Vec<String>>,
}

impl ShortForms {
    /// From those that were found, with the passages that explain them.
    pub(super) fn of(found: BTreeMap<ShortForm, usize>) -> Self {
        let mut found: Vec<(ShortForm, usize)> = found.into_iter().collect();
        found.sort_by_key(|(_, passages)| Reverse(*passages));
        let mut made = Self::default();
        for (ShortForm { short, long }, _) in found {
            let Some(first) = long.first().cloned().filter(|_| !made.long.contains_key(&short)) else { continue };
            made.beginning.entry(first).or_default().push(short.clone());
            made.long.insert(short, long);
        }
        made
    }

    /// The words that an abbreviation stands for; none where nothing explains it.
    pub(super) fn long(&self, short: &str) -> &[String] {
        self.long.get(short).or_else(|| self.long.get(single(short))).map(Vec::as_slice).unwrap_or_default()
    }

    /// The abbreviations of what `terms` say in full.
    pub(super) fn short<'a>(&'a self, terms: &'a [Term]) -> impl Iterator<Item = &'a str> {
        terms.iter().enumerate().flat_map(move |(at, term)| {
            let rest = terms.get(at..).unwrap_or_default();
            let said = move |short: &&String| {
                let long = self.long(short);
                rest.len() >= long.len() && long.iter().zip(rest).all(|(word, term)| *word == term.form)
            };
            self.beginning.get(&term.form).into_iter().flatten().filter(said).map(String::as_str)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{ShortForm, explained};
    use crate::evidence::terms::Terms;

    fn told(text: &str) -> Vec<String> {
        let mut terms = Terms::of("en");
        explained(text, &mut terms).iter().map(|one| format!("{} {}", one.short, one.long.join(" "))).collect()
    }

    #[test]
    fn an_abbreviation_in_brackets_stands_for_the_words_before_it() {
        assert_eq!(told("Inspectors of the Harbour Safety Board (HSB) came."), ["hsb harbour safeti board"]);
        assert_eq!(told("Ask the Office for the Care of Piers (OCP)."), ["ocp offic care pier"]);
        assert_eq!(told("Both local ferry operators (LFOs) agreed."), ["lfo local ferri oper"]);
    }

    #[test]
    fn words_in_brackets_explain_the_abbreviation_before_them() {
        assert_eq!(
            told("The HSB (Harbour Safety Board) came; so did the PMU (Pier Masters’ Union)."),
            ["hsb harbour safeti board", "pmu pier master union"]
        );
    }

    #[test]
    fn a_formula_stands_for_the_name_of_its_substance() {
        assert_eq!(
            told("The kiln sheds carbon dioxide (CO 2) and sulphur hexafluoride (SF6)."),
            ["co2 carbon dioxid", "sf6 sulphur hexafluorid"]
        );
    }

    #[test]
    fn brackets_that_explain_nothing_are_left_alone() {
        assert_eq!(told("The mayor (PNX) paid 40 crowns (about half) to a board (see the Annex)."), [""; 0]);
        assert_eq!(told("It was closed (in May (again) and ("), [""; 0]);
    }

    #[test]
    fn it_comes_back_from_the_index_as_it_was() {
        let [one] =
            <[ShortForm; 1]>::try_from(explained("the Harbour Safety Board (HSB)", &mut Terms::of("en"))).unwrap();
        assert_eq!(ShortForm::of_entry(&one.entry()), Some(one));
    }
}
