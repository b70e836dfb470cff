//! Word diff: what one wording takes out of another and what it puts in, word by word.

use similar::{ChangeTag, TextDiff};

use super::Span;

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

/// `now` with what leads from `base` to `wanted` done to it as well; `None` where `now` has other words in a place that `wanted` changes.
pub fn also(base: &str, wanted: &str, now: &str) -> Option<String> {
    // Where words of the base stand that `now` still has: their place in the base, and where they begin now.
    let (mut kept, mut from, mut to) = (Vec::new(), 0, 0);
    for run in runs(base, now) {
        let len = run.text.len();
        if run.op == Op::Equal {
            kept.push((Span::new(from, from + len), to));
        }
        from += if run.op == Op::Insert { 0 } else { len };
        to += if run.op == Op::Delete { 0 } else { len };
    }
    let (mut text, mut at) = (now.to_owned(), base.len());
    // From the end, so that what comes before keeps its place.
    for run in runs(base, wanted).iter().rev() {
        match run.op {
            Op::Equal => at -= run.text.len(),
            Op::Insert => {
                let (span, begins) = kept.iter().find(|(span, _)| span.start <= at && at <= span.end)?;
                text.insert_str(begins + at - span.start, &run.text);
            }
            Op::Delete => {
                let gone = Span::new(at - run.text.len(), at);
                let (span, begins) = kept.iter().find(|(span, _)| span.covers(gone))?;
                let start = begins + gone.start - span.start;
                text.replace_range(start..start + gone.len(), "");
                at = gone.start;
            }
        }
    }
    Some(text)
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
    use super::{Op, also, runs};
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

    #[test]
    fn a_change_is_made_where_the_words_it_is_of_still_stand() {
        for (base, wanted, now, becomes) in [
            (
                "It cost 42 crowns.",
                "It cost 44 crowns.",
                "In all it cost 42 crowns.",
                Some("In all it cost 44 crowns."),
            ),
            (
                "It cost 42 crowns.",
                "It cost 44 crowns.",
                "Now It cost 42 crowns, and 12 lives.",
                Some("Now It cost 44 crowns, and 12 lives."),
            ),
            ("It cost 42 crowns.", "It cost 44 crowns.", "It cost 43 crowns.", None),
            ("It cost 42 crowns.", "It cost 44 crowns.", "It cost 44 crowns.", None),
            (
                "It cost about 42 crowns.",
                "It cost 42 crowns.",
                "Today It cost about 42 crowns.",
                Some("Today It cost 42 crowns."),
            ),
            (
                "It cost 42 crowns.",
                "It surely cost 42 crowns.",
                "It cost 43 crowns.",
                Some("It surely cost 43 crowns."),
            ),
            (
                "The old bridge fell.",
                "The new bridge stood.",
                "The old bridge quietly fell.",
                Some("The new bridge quietly stood."),
            ),
        ] {
            assert_eq!(also(base, wanted, now).as_deref(), becomes, "{base} {wanted} {now}");
        }
    }

    proptest! {
        #[test]
        fn on_the_words_themselves_the_change_gives_what_is_wanted(base in "[a-d é]{1,40}", wanted in "[a-d é]{0,40}") {
            prop_assert_eq!(also(&base, &wanted, &base), Some(wanted));
        }

        #[test]
        fn both_texts_can_be_read_off(before in "[a-d é\n]{0,40}", after in "[a-d é\n]{0,40}") {
            let found = runs(&before, &after);
            let without = |op| found.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Op::Insert), before);
            prop_assert_eq!(without(Op::Delete), after);
        }
    }
}
