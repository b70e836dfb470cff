//! Word diff: what one wording takes out of another and what it puts in, word by word.

use similar::{ChangeTag, TextDiff};

use unicode_segmentation::GraphemeCursor;

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

/// What is said behind a sentence that is moved.
const MOVED: &str = " (moved)";

/// Words to which one thing happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What happens to them.
    pub op: Op,
    /// The words, with the blanks between them.
    pub text: String,
    /// True for a sentence that goes here and comes elsewhere, or the other way round.
    pub moved: bool,
}

impl Run {
    /// Words that stay, go or come.
    pub fn new(op: Op, text: impl Into<String>) -> Self {
        Self { op, text: text.into(), moved: false }
    }

    /// The words, and what is written behind them: of a sentence that is moved that it is, and the blanks behind it.
    pub fn parts(&self) -> (&str, &'static str, &str) {
        if !self.moved {
            return (&self.text, "", "");
        }
        let words = self.text.trim_end();
        (words, MOVED, self.text.get(words.len()..).unwrap_or_default())
    }
}

/// The runs that lead from `before` to `after`: those that stay or go give `before`, those that stay or come give `after`.
/// Changes that only blanks part are one change: what goes, then what comes. A stop or a comma stays with the words that it is of, and
/// changes no word that stands before it.
pub fn runs(before: &str, after: &str) -> Vec<Run> {
    let mut all = Vec::new();
    let mut coarse = word_runs(before, after).into_iter().peekable();
    while let Some(run) = coarse.next() {
        let comes = coarse.next_if(|next| run.op == Op::Delete && next.op == Op::Insert);
        let Some(comes) = comes else {
            push(&mut all, run.op, &run.text);
            continue;
        };
        let (head, tail) = shared_ends(&run.text, &comes.text);
        let middle = |text: &str| text.get(head..text.len() - tail).unwrap_or_default().to_owned();
        push(&mut all, Op::Equal, run.text.get(..head).unwrap_or_default());
        push(&mut all, Op::Delete, &middle(&run.text));
        push(&mut all, Op::Insert, &middle(&comes.text));
        push(&mut all, Op::Equal, run.text.get(run.text.len() - tail..).unwrap_or_default());
    }
    all
}

/// Bytes that both begin with and bytes that both end with, no word cut in either.
fn shared_ends(one: &str, other: &str) -> (usize, usize) {
    let common = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(a, b)| a == b).map(|(c, _)| c).collect::<Vec<char>>()
    };
    let may_part = |at: [usize; 2]| parts_no_word(one, at[0]) && parts_no_word(other, at[1]);
    let mut head: usize = 0;
    let mut at = 0;
    for c in common(&mut one.chars().zip(other.chars())) {
        at += c.len_utf8();
        head = if may_part([at, at]) { at } else { head };
    }
    let room = one.len().min(other.len()) - head;
    let (mut tail, mut at) = (0, 0);
    for c in common(&mut one.chars().rev().zip(other.chars().rev())) {
        at += c.len_utf8();
        if at > room {
            break;
        }
        tail = if may_part([one.len() - at, other.len() - at]) { at } else { tail };
    }
    (head, tail)
}

/// True where `text` can be parted at `at` without cutting a word, a figure such as `18.4` or a character.
fn parts_no_word(text: &str, at: usize) -> bool {
    let Some((ahead, behind)) = text.split_at_checked(at) else { return false };
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let joins = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !c.is_alphanumeric());
    let signs = |c: Option<char>| c.is_some_and(|c| "-−+".contains(c));
    let (mut before, mut after) = (ahead.chars().rev(), behind.chars());
    let (last, first) = (before.next(), after.next());
    let inside = is_letter(last) && is_letter(first)
        || is_letter(last) && joins(first) && is_letter(after.next())
        || signs(last) && first.is_some_and(|c| c.is_ascii_digit())
        || joins(last) && is_letter(first) && is_letter(before.next());
    !inside && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

/// [`runs`] of whole words, each with the stop or comma behind it.
pub fn word_runs(before: &str, after: &str) -> Vec<Run> {
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

/// Words before a change, and behind it, that have to stand beside it still; behind it the next may end in another stop.
const BESIDE: [usize; 2] = [2, 1];

/// `now` with what leads from `base` to `wanted` done to it as well; `None` where that has no one place: `now` has other words there or
/// beside it, has the words that go in two places, or those that come already.
pub fn also(base: &str, wanted: &str, now: &str) -> Option<String> {
    // Where words of the base stand that `now` still has: their place in the base, and where they begin now.
    let (mut kept, mut from, mut to) = (Vec::new(), 0, 0);
    for run in word_runs(base, now) {
        let len = run.text.len();
        if run.op == Op::Equal {
            kept.push((Span::new(from, from + len), to));
        }
        from += if run.op == Op::Insert { 0 } else { len };
        to += if run.op == Op::Delete { 0 } else { len };
    }
    let (mut text, mut at) = (now.to_owned(), base.len());
    let mut changes = Vec::new();
    for run in word_runs(base, wanted).into_iter().rev() {
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

/// `wanted` in two, where `base` is cut at byte `at`: what the words before it become, and what those behind it. What comes in the place of
/// words goes with these; what comes at the cut itself, with the words behind.
pub fn cut(base: &str, wanted: &str, at: usize) -> (String, String) {
    let (mut ahead, mut behind) = (String::new(), String::new());
    let (mut reached, mut takes_ahead) = (0, false);
    for run in word_runs(base, wanted) {
        let len = run.text.len();
        match run.op {
            Op::Insert if reached < at || takes_ahead => ahead.push_str(&run.text),
            Op::Insert => behind.push_str(&run.text),
            Op::Delete => {
                takes_ahead = reached < at;
                reached += len;
            }
            Op::Equal => {
                let (head, tail) = run.text.split_at_checked(at.saturating_sub(reached).min(len)).unwrap_or_default();
                ahead.push_str(head);
                behind.push_str(tail);
                takes_ahead = false;
                reached += len;
            }
        }
    }
    (ahead, behind)
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

pub(super) fn push(runs: &mut Vec<Run>, op: Op, words: &str) {
    match runs.last_mut() {
        _ if words.is_empty() => {}
        Some(run) if run.op == op && !run.moved => run.text.push_str(words),
        _ => runs.push(Run::new(op, words)),
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
    fn a_stop_or_a_comma_changes_no_word_before_it_and_a_figure_stays_whole() {
        let told = |before: &str, after: &str| {
            let mark = |run: super::Run| match run.op {
                Op::Equal => run.text,
                Op::Delete => format!("[-{}-]", run.text),
                Op::Insert => format!("{{+{}+}}", run.text),
            };
            runs(before, after).into_iter().map(mark).collect::<String>()
        };
        for (before, after, wanted) in [
            ("It was built in 1964.", "It was built in 1964 and sold.", "It was built in 1964{+ and sold+}."),
            ("Holt Property, a firm", "Holt Property. The firm", "Holt Property[-, a-]{+. The+} firm"),
            ("It fell to -5 degrees.", "It fell to 5 degrees.", "It fell to [--5-]{+5+} degrees."),
            ("It cost 18.4.", "It cost 18.9.", "It cost [-18.4-]{+18.9+}."),
            ("It has 20 boats", "It has 20,000 boats", "It has [-20-]{+20,000+} boats"),
            ("“No,” he said.", "“Yes,” he said.", "“[-No-]{+Yes+},” he said."),
            ("It didn’t close.", "It did close.", "It [-didn’t-]{+did+} close."),
        ] {
            assert_eq!(told(before, after), wanted);
        }
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

    proptest! {
        #[test]
        fn on_the_words_themselves_the_change_gives_what_is_wanted(base in "[a-d é]{1,40}", wanted in "[a-d é]{0,40}") {
            if let Some(done) = also(&base, &wanted, &base) {
                prop_assert_eq!(done, wanted);
            }
        }

        #[test]
        fn both_texts_can_be_read_off(before in "[a-d1é\u{301} .,’\n]{0,40}", after in "[a-d1é\u{301} .,’\n]{0,40}") {
            let found = runs(&before, &after);
            let without = |op| found.iter().filter(|run| run.op != op).map(|run| run.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Op::Insert), before);
            prop_assert_eq!(without(Op::Delete), after);
        }
    }
}
