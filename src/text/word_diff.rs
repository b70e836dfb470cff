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

/// Words before a change, and behind it, that have to stand beside it still; behind it the next may end in another stop.
const BESIDE: [usize; 2] = [2, 1];

/// `now` with what leads from `base` to `wanted` done to it as well; `None` where that has no one place: `now` has other words there or
/// beside it, has the words that go in two places, or those that come already.
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
    let mut changes = Vec::new();
    for run in runs(base, wanted).into_iter().rev() {
        match run.op {
            Op::Equal => at -= run.text.len(),
            Op::Insert => changes.push((Span::new(at, at), run.text)),
            Op::Delete => {
                let gone = Span::new(at - run.text.len(), at);
                at = gone.start;
                match changes.last_mut().filter(|(span, _)| span.start == gone.end) {
                    Some((span, _)) => span.start = gone.start,
                    None => changes.push((gone, String::new())),
                }
            }
        }
    }
    // From the end, so that what comes before keeps its place.
    for (gone, come) in changes {
        let around = with_neighbours(base, gone);
        let (span, begins) = kept.iter().find(|(span, _)| span.covers(around))?;
        let (takes, puts) = (gone.of(base).trim(), come.trim());
        let is_there = !puts.is_empty() && now.contains(puts) && !base.contains(puts);
        if is_there || !takes.is_empty() && now.matches(takes).count() != 1 {
            return None;
        }
        let start = begins + gone.start - span.start;
        text.replace_range(start..start + gone.len(), &come);
    }
    Some(text)
}

/// `change` with the words beside it.
fn with_neighbours(text: &str, change: Span) -> Span {
    let head = text.get(..change.start).unwrap_or_default().trim_end();
    let tail = text.get(change.end..).unwrap_or_default();
    let start = head.rmatch_indices(char::is_whitespace).nth(BESIDE[0] - 1).map_or(0, |(at, blank)| at + blank.len());
    let words = tail.trim_start();
    let lead = tail.len() - words.len();
    let end = words.match_indices(char::is_whitespace).nth(BESIDE[1] - 1);
    Span::new(start, end.map_or(text.len(), |(at, _)| change.end + lead + at))
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
                "In all It cost 42 crowns.",
                Some("In all It cost 44 crowns."),
            ),
            (
                "It cost 42 crowns in May.",
                "It cost 44 crowns in May.",
                "It cost 42 crowns in May, and 12 lives.",
                Some("It cost 44 crowns in May, and 12 lives."),
            ),
            ("It cost 42 crowns.", "It cost 44 crowns.", "It cost 43 crowns.", None),
            ("It cost 42 crowns.", "It cost 44 crowns.", "It cost 44 crowns.", None),
            (
                "It has not paid tax yet.",
                "It has paid tax yet.",
                "Now It has not paid tax yet.",
                Some("Now It has paid tax yet."),
            ),
            ("It has not paid tax.", "It has paid tax.", "It has not moved, paid tax.", None),
            ("The council has 42 seats.", "The council has 44 seats.", "The council of 42 seats met 42 times.", None),
            ("The council has 42 seats.", "The council has 44 seats.", "The council has 44 seats, not 42 seats.", None),
            (
                "Oslo grew by 5 percent.",
                "Oslo grew by 7 percent.",
                "Rome grew by 5 percent and Oslo by 5 percent.",
                None,
            ),
            ("It was built in 1999.", "It was built in 1998.", "It was planned in 1999.", None),
            ("It opened on 3 May.", "It opened on 5 May.", "It opened on 3 June, not on 3 May.", None),
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
            if let Some(done) = also(&base, &wanted, &base) {
                prop_assert_eq!(done, wanted);
            }
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
