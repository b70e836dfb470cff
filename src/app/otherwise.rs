//! Where two statements that say much the same do not say the same: the words that only one of them has.

use crate::text::word_diff::{self, Op};

/// Bytes that are compared word by word at most.
const LONGEST: usize = 6000;

/// Words that stand in the place of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherWords {
    /// What is said here; empty where only the other says something.
    pub here: String,
    /// What is said there.
    pub there: String,
}

impl OtherWords {
    /// What differs, in words.
    pub fn told(&self) -> String {
        match (self.here.as_str(), self.there.as_str()) {
            (here, "") => format!("only here “{here}”"),
            ("", there) => format!("only there “{there}”"),
            (here, there) => format!("there “{there}”, here “{here}”"),
        }
    }
}

/// What differs between `here` and `there`, in order; `None` where they are the same words, however they are set.
pub fn otherwise(here: &str, there: &str) -> Option<Vec<OtherWords>> {
    let asks = |text: &str| text.trim_end().ends_with('?');
    if here.len() + there.len() > LONGEST {
        return (here != there).then(Vec::new);
    }
    let (own, other) = (words(here), words(there));
    let (mine, theirs) = (folded(&own), folded(&other));
    if mine == theirs {
        return (asks(here) != asks(there)).then(Vec::new);
    }
    let mut found: Vec<OtherWords> = Vec::new();
    let (mut at_own, mut at_other, mut open) = (0, 0, false);
    for run in word_diff::word_runs(&theirs, &mine) {
        let count = run.text.split(' ').filter(|word| !word.is_empty()).count();
        let taken = |words: &[&str], at: usize| words.get(at..at + count).unwrap_or_default().join(" ");
        if run.op != Op::Equal && !open && count > 0 {
            found.push(OtherWords::default());
        }
        match run.op {
            Op::Equal => (at_own, at_other) = (at_own + count, at_other + count),
            Op::Insert => {
                found.last_mut().into_iter().for_each(|last| last.here = taken(&own, at_own));
                at_own += count;
            }
            Op::Delete => {
                found.last_mut().into_iter().for_each(|last| last.there = taken(&other, at_other));
                at_other += count;
            }
        }
        open = run.op == Op::Delete;
    }
    Some(found)
}

/// The words of a text without the marks around them; what belongs to a figure stays.
fn words(text: &str) -> Vec<&str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric() && !"%$€£-−+".contains(c));
    text.split_whitespace().map(bare).filter(|word| word.contains(char::is_alphanumeric)).collect()
}

fn folded(words: &[&str]) -> String {
    words.iter().map(|word| word.to_lowercase().replace('’', "'")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::otherwise;

    fn told(here: &str, there: &str) -> Option<Vec<String>> {
        otherwise(here, there).map(|found| found.iter().map(super::OtherWords::told).collect())
    }

    #[test]
    fn the_same_words_differ_in_nothing_however_they_are_set() {
        assert_eq!(told("“The pier cost 4 million,” he said.", "The pier cost 4 million, he said"), None);
        assert_eq!(told("It isn’t  open.", "It isn't open"), None);
    }

    #[test]
    fn a_word_that_turns_a_statement_is_told() {
        let line = |text: &str| Some(vec![text.to_owned()]);
        assert_eq!(told("The pier did not open.", "The pier did open."), line("only here “not”"));
        assert_eq!(told("The pier did open.", "The pier did never open."), line("only there “never”"));
        assert_eq!(told("Rents in Turku rose.", "Rents in Espoo fell."), line("there “Espoo fell”, here “Turku rose”"));
        let two = ["there “Espoo”, here “Turku”", "there “rose”, here “fell”"].map(str::to_owned).to_vec();
        assert_eq!(told("Rents in Turku again fell.", "Rents in Espoo again rose."), Some(two));
        assert_eq!(told("It fell to -5 degrees.", "It fell to 5 degrees."), line("there “5”, here “-5”"));
        assert_eq!(told("Is it open?", "Is it open."), Some(Vec::new()));
    }
}
