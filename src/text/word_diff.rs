//! Word diff: what one wording takes out of another and what it puts in, word by word.

use similar::{ChangeTag, TextDiff};

/// What happens to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// They stay.
    Equal,
    /// They go.
    Delete,
    /// They come.
    Insert,
}

/// Words to which one thing happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What happens to them.
    pub op: Op,
    /// The words, with the blanks between them.
    pub text: String,
}

/// The runs that lead from `before` to `after`: those that stay or go give `before`, those that stay or come give `after`.
/// Changes that only blanks part are one change: what goes, then what comes.
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let (mut gone, mut come, mut blanks) = (String::new(), String::new(), String::new());
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let words = change.value();
        let changing = !gone.is_empty() || !come.is_empty();
        match change.tag() {
            ChangeTag::Equal if changing && words.trim().is_empty() => blanks.push_str(words),
            ChangeTag::Equal => {
                settle(&mut runs, &mut gone, &mut come);
                push(&mut runs, Op::Equal, &std::mem::take(&mut blanks));
                push(&mut runs, Op::Equal, words);
            }
            tag @ (ChangeTag::Delete | ChangeTag::Insert) => {
                let parted = std::mem::take(&mut blanks);
                gone.push_str(&parted);
                come.push_str(&parted);
                if tag == ChangeTag::Delete { gone.push_str(words) } else { come.push_str(words) }
            }
        }
    }
    settle(&mut runs, &mut gone, &mut come);
    push(&mut runs, Op::Equal, &blanks);
    runs
}

fn settle(runs: &mut Vec<Run>, gone: &mut String, come: &mut String) {
    push(runs, Op::Delete, &std::mem::take(gone));
    push(runs, Op::Insert, &std::mem::take(come));
}

fn push(runs: &mut Vec<Run>, op: Op, words: &str) {
    match runs.last_mut() {
        _ if words.is_empty() => {}
        Some(run) if run.op == op => run.text.push_str(words),
        _ => runs.push(Run { op, text: words.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Op, runs};
    use proptest::prelude::*;

    #[test]
    fn one_changed_number_is_one_change() {
        let seen: Vec<(Op, String)> =
            runs("It cost 42 million.", "It cost 44.1 million.").into_iter().map(|run| (run.op, run.text)).collect();
        let wanted = [(Op::Equal, "It cost "), (Op::Delete, "42"), (Op::Insert, "44.1"), (Op::Equal, " million.")];
        assert_eq!(seen, wanted.map(|(op, text)| (op, text.to_owned())));
    }

    #[test]
    fn changes_that_only_blanks_part_are_one() {
        let seen: Vec<String> =
            runs("a quite new bridge", "a rather old bridge").into_iter().map(|run| run.text).collect();
        assert_eq!(seen, ["a ", "quite new", "rather old", " bridge"]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(before in "[a-d é\n]{0,40}", after in "[a-d é\n]{0,40}") {
            let found = runs(&before, &after);
            let without = |op| found.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Op::Insert), before);
            prop_assert_eq!(without(Op::Delete), after);
        }
    }
}
