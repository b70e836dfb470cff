//! Word diff: what one wording takes out of another and what it puts in, word by word.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

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

/// [`runs`] of texts of several sentences: those that both have stay whole, and only what lies between them is compared word by word.
pub fn sentence_runs(before: &str, after: &str) -> Vec<Run> {
    let (old, new) = (sentences(before), sentences(after));
    let mut all = Vec::new();
    let mut compare = |gone: &str, come: &str| {
        for run in runs(gone, come) {
            push(&mut all, run.op, &run.text);
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, &trimmed(&old), &trimmed(&new)) {
        let (gone, come) = (old.get(op.old_range()).unwrap_or_default(), new.get(op.new_range()).unwrap_or_default());
        if matches!(op, DiffOp::Equal { .. }) {
            gone.iter().zip(come).for_each(|(one, other)| compare(one, other));
        } else {
            compare(&gone.concat(), &come.concat());
        }
    }
    all
}

/// Sentences without the blanks behind them.
fn trimmed<'t>(sentences: &[&'t str]) -> Vec<&'t str> {
    sentences.iter().map(|sentence| sentence.trim_end()).collect()
}

/// The sentences of a text as far as their stops tell, each with the blanks behind it.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut stopped) = (0, false);
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let blank = c.is_whitespace();
        stopped =
            matches!(c, '.' | '!' | '?' | '…') || stopped && (blank || matches!(c, '"' | '”' | '’' | '\'' | ')' | '»'));
        if let Some((at, _)) = chars.peek().filter(|(_, next)| stopped && blank && !next.is_whitespace()) {
            found.extend(text.get(from..*at));
            (from, stopped) = (*at, false);
        }
    }
    found.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    found
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
    use super::{Op, also, runs, sentence_runs};
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

    #[test]
    fn a_sentence_that_stays_is_not_taken_apart_for_one_that_goes_beside_it() {
        let (before, after) = (
            "It rained. Nobody died in 2019. The mayor earned 90,000 crowns.",
            "It rained. The mayor earned 90,000 crowns. The port handled 7 tonnes.",
        );
        let seen: Vec<(Op, String)> = sentence_runs(before, after).into_iter().map(|run| (run.op, run.text)).collect();
        let wanted = [
            (Op::Equal, "It rained. "),
            (Op::Delete, "Nobody died in 2019. "),
            (Op::Equal, "The mayor earned 90,000 crowns."),
            (Op::Insert, " The port handled 7 tonnes."),
        ];
        assert_eq!(seen, wanted.map(|(op, text)| (op, text.to_owned())));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_by_sentences_too(before in "[a-c.é\n ]{0,40}", after in "[a-c.é\n ]{0,40}") {
            let found = sentence_runs(&before, &after);
            let without = |op| found.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Op::Insert), before);
            prop_assert_eq!(without(Op::Delete), after);
        }

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
