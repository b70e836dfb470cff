//! What a draft made of the corrections that were proposed: taken over, or passed by.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Correction;
use super::field::CorrectionStatus;
use super::redraft::fold;
use crate::quantity::{self, Unit};

/// How many corrections a draft took over, and how many it did not though it could have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TakenOver {
    pub(super) taken: usize,
    pub(super) ignored: usize,
}

/// Turns those of `corrections` whose words stand in `now`, a claim's words in `draft`, into ones taken over, and tells of the other
/// open ones that the draft came without them; the claim's words `was` others, or the same. One that had been taken over, in words that
/// are those again which it was `proposed` for, or others, is open again.
pub(super) fn settle<'a>(
    corrections: &mut [Correction],
    (was, now): (&str, &str),
    proposed: impl Fn(&Correction) -> &'a str,
    (draft, language): (u32, &str),
) -> TakenOver {
    let mut count = TakenOver::default();
    if corrections.is_empty() {
        return count;
    }
    let (was, now) = (fold(was), fold(now));
    for correction in corrections {
        let (words, base) = (&correction.text, fold(proposed(correction)));
        // Where nothing tells which words it was proposed for, it stands where its own words do.
        let folded = fold(words);
        let bare = |text: &str| text.contains(folded.trim_end_matches(['.', '!', '?']));
        let is_unknown = base == folded;
        let stood_in = |text: &str| if is_unknown { bare(text) } else { stands(words, &base, text, language) };
        let [stood, stands_now] = [&*was, &*now].map(stood_in);
        let is_open = correction.status == CorrectionStatus::Proposed;
        let is_undone = correction.status == CorrectionStatus::Accepted && stood && !stands_now;
        if is_open && (stands(words, &was, &now, language) || stands_now && !stood) {
            (correction.status, correction.passed_by) = (CorrectionStatus::Accepted, 0);
            count.taken += 1;
        } else if is_open || is_undone {
            (correction.status, correction.passed_by) = (CorrectionStatus::Proposed, draft);
            count.ignored += 1;
        }
    }
    count
}

/// True when a claim whose words `was` others has taken over a correction of them with the words that it has `now`.
pub(super) fn is_taken_over(correction: &str, was: &str, now: &str, language: &str) -> bool {
    stands(correction, &fold(was), &fold(now), language)
}

/// True when [`has_come`] is true of the words as they are written, or with each amount as it counts: "44" may come as "forty-four".
fn stands(correction: &str, was: &str, now: &str, language: &str) -> bool {
    let counted = |text: &str| counted(text, language);
    has_come(correction, was, now) || has_come(&counted(correction), &counted(was), &counted(now))
}

/// `text` with its amounts in plain figures.
fn counted(text: &str, language: &str) -> String {
    let mut plain = text.to_owned();
    for quantity in quantity::read(text, language).into_iter().rev() {
        let Some(amount) = quantity.amount().filter(|amount| amount.upto.is_none()) else { continue };
        let unit =
            if amount.unit == Unit::Bare { String::new() } else { format!(" {:?}", amount.unit).replace(", ", ",") };
        plain.replace_range(quantity.span.start..quantity.span.end, &format!("{}{unit}", amount.value.normalize()));
    }
    plain
}

/// True when the words of a correction stand in `now`, and did not stand in what `was` there, or what it changes in them is changed
/// so; both folded. One that only takes words out is taken over when nothing but its own words is left.
fn has_come(correction: &str, was: &str, now: &str) -> bool {
    let words = fold(correction);
    let bare = |text: &'_ str| text.trim_end_matches(['.', '!', '?', ',', ';', ':']).to_owned();
    let goes_on = || goes_on(&bare(&words), now) && !was.contains(&*bare(&words));
    let whole = || now.contains(&*words) && !was.contains(&*words) || bare(&words) == bare(now) || goes_on();
    !words.is_empty() && was != now && (whole() || has_changes(&words, was, now))
}

/// True where the words of a correction, without their last stop, stand in `now` and the sentence goes on behind them, with no figure in
/// the same breath: "44" became neither "44 or 45" nor "44 to 45".
fn goes_on(words: &str, now: &str) -> bool {
    let Some((head, rest)) = now.split_once(words) else { return false };
    let is_word = head.is_empty() || head.ends_with(|c: char| !c.is_alphanumeric());
    let has_figure = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    is_word && rest.starts_with(' ') && !rest.split_whitespace().take(2).any(has_figure)
}

/// True when `now` changes in `was` all that `correction` changes in it, whatever else it changes; all three folded.
///
/// Words that it puts in must be the first of those that came there, with no figure behind them in one breath: "44" became neither
/// "not 44" nor "44 or 45".
fn has_changes(correction: &str, was: &str, now: &str) -> bool {
    let [was, wanted, now] = [was, correction, now].map(str::to_lowercase);
    let read = words(&now);
    let (was, wanted, now) = (plain(&was), plain(&wanted), plain(&now));
    let (asked, made) = (changes(&was, &wanted), changes(&was, &now));
    let has_figure = |words: &[&str]| words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let taken = |ask: &WordChange| {
        let puts = wanted.get(ask.puts.clone()).unwrap_or_default();
        made.iter().any(|one| {
            let rest = now.get(one.puts.clone()).unwrap_or_default().strip_prefix(puts);
            let last = read.get(one.puts.start + puts.len().saturating_sub(1));
            let is_cut = || last.is_some_and(|word| word.ends_with([',', ';', ':', '.']));
            let covers = one.takes.start <= ask.takes.start && ask.takes.end <= one.takes.end;
            covers && rest.is_some_and(|rest| rest.is_empty() || !puts.is_empty() && (is_cut() || !has_figure(rest)))
        })
    };
    // What has nothing in common with the words is another sentence, and says nothing of them.
    let keeps = asked.iter().map(|one| one.takes.len()).sum::<usize>() < was.len();
    keeps && !asked.is_empty() && asked.iter().all(taken)
}

/// Words of one text that go, and those of another that come in their place.
struct WordChange {
    takes: Range<usize>,
    puts: Range<usize>,
}

/// What leads from the words of one text to those of another, in order.
fn changes(from: &[&str], to: &[&str]) -> Vec<WordChange> {
    let ops = capture_diff_slices(Algorithm::Myers, from, to);
    let changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed.map(|op| WordChange { takes: op.old_range(), puts: op.new_range() }).collect()
}

/// The words of a folded text.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !bare(word).is_empty()).collect()
}

/// The words of a folded text, each [`bare`].
fn plain(text: &str) -> Vec<&str> {
    words(text).into_iter().map(bare).collect()
}

/// A word without the points and quotation marks at its ends.
fn bare(word: &str) -> &str {
    word.trim_matches(['.', ',', ';', ':', '!', '?', '"', '\'', '(', ')'])
}

#[cfg(test)]
mod tests {
    use super::{TakenOver, settle};
    use crate::review::{Correction, CorrectionStatus};

    fn settled(instead: &str, was: &str, now: &str) -> (CorrectionStatus, u32, TakenOver) {
        let mut one = [Correction::proposed(instead, &[])];
        let count = settle(&mut one, (was, now), |_| was, (2, "en"));
        let [one] = one;
        (one.status, one.passed_by, count)
    }

    #[test]
    fn one_that_was_taken_over_is_proposed_again_where_the_words_go() {
        let mut one = [Correction::proposed("It cost 44.", &[])];
        let taken = |one: &[Correction; 1]| (one[0].status == CorrectionStatus::Accepted, one[0].passed_by);
        settle(&mut one, ("It cost 42.", "It cost 44."), |_| "It cost 42.", (2, "en"));
        settle(&mut one, ("It cost 44.", "It cost 44, and 12 lives."), |_| "It cost 42.", (3, "en"));
        assert_eq!(taken(&one), (true, 0), "it stands");
        settle(&mut one, ("It cost 44, and 12 lives.", "It cost 42, and 12 lives."), |_| "It cost 42.", (4, "en"));
        assert_eq!(taken(&one), (false, 4), "it was undone");
        settle(&mut one, ("It cost 42, and 12 lives.", "It cost 44, and 12 lives."), |_| "It cost 42.", (5, "en"));
        assert_eq!(taken(&one), (true, 0), "it is done again");
        let mut strange =
            [Correction { status: CorrectionStatus::Accepted, ..Correction::proposed("It cost 44.", &[]) }];
        settle(&mut strange, ("It cost 44.", "It cost 42."), |_| "It cost 44.", (3, "en"));
        assert_eq!(taken(&strange), (false, 3), "nothing tells what it was proposed for");
        let mut agreed =
            [Correction { status: CorrectionStatus::Accepted, ..Correction::proposed("It cost 44.", &[]) }];
        settle(&mut agreed, ("It cost 42.", "It cost 43."), |_| "It cost 42.", (2, "en"));
        assert_eq!(taken(&agreed), (true, 0), "the writer agreed, and has not got to it");
    }

    #[test]
    fn words_that_stand_now_and_did_not_before_are_taken_over() {
        use CorrectionStatus::{Accepted, Proposed};
        let (taken, ignored) = (TakenOver { taken: 1, ignored: 0 }, TakenOver { taken: 0, ignored: 1 });
        for (instead, was, now, status) in [
            ("It cost 44.", "It cost 42.", "It cost 44.", Accepted),
            ("it cost “44”.", "In all it cost 42.", "In all it cost \"44\". So he said.", Accepted),
            ("It cost 42", "It cost 42 in all, he said.", "It cost 42.", Accepted),
            ("It cost 44.", "It cost 42.", "It cost 45.", Proposed),
            ("It cost 44.", "It cost 42.", "It cost 42.", Proposed),
            ("It cost 42", "It cost 42 in all.", "It cost 42 in May.", Proposed),
            ("It cost 44 in all.", "It cost 42 in all.", "So it cost 44, and many lives, in all.", Accepted),
            ("It cost 44 crowns.", "It cost 42 crowns.", "It cost 44 crowns, it is said, in May.", Accepted),
            ("The new bridge cost 44.", "The bridge cost 42.", "The new bridge, of steel, cost 44.", Accepted),
            ("The new bridge cost 44.", "The bridge cost 42.", "The bridge of steel cost 44.", Proposed),
            ("It cost 44 crowns.", "It cost 42 crowns.", "It cost 44 or 45 crowns in May.", Proposed),
            ("It cost 44 crowns.", "It cost 42 crowns.", "It cost not 44 crowns in May.", Proposed),
            ("It cost 42 in May.", "It cost about 42 in May.", "It cost nearly 42 in May, he said.", Proposed),
            (
                "It cost 621 million crowns.",
                "It cost 612 million crowns.",
                "It cost 621,000,000 crowns in May.",
                Accepted,
            ),
            ("It rose in 1965.", "It rose in 1964.", "It rose in 1965 and cost 2.1 million crowns.", Accepted),
            ("It rose by 44.", "It rose by 42.", "It rose by 44 or 45 crowns.", Proposed),
            ("It has 44 seats.", "It has 42 seats.", "It has forty-four seats.", Accepted),
            ("It has 44 seats.", "It has 42 seats.", "It has forty-two seats.", Proposed),
            ("Nobody knows.", "It cost 42.", "The port is old, nobody says.", Proposed),
        ] {
            let found = settled(instead, was, now);
            let wanted = if status == Accepted { (Accepted, 0, taken) } else { (Proposed, 2, ignored) };
            assert_eq!(found, wanted, "{instead}: {was} became {now}");
        }
    }
}
