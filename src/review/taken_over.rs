//! What a draft made of the corrections that were proposed: taken over, or passed by.

use super::Correction;
use super::field::CorrectionStatus;
use super::redraft::fold;

/// How many corrections a draft took over, and how many it did not though it could have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TakenOver {
    pub(super) taken: usize,
    pub(super) ignored: usize,
}

/// Turns those of `corrections` whose words stand in `now`, a claim's words in `draft`, into ones taken over, and tells of the other
/// open ones that the draft came without them; the claim's words `was` others, or the same.
pub(super) fn settle(corrections: &mut [Correction], was: &str, now: &str, draft: u32) -> TakenOver {
    let mut count = TakenOver::default();
    if corrections.is_empty() {
        return count;
    }
    let (was, now) = (fold(was), fold(now));
    for correction in corrections.iter_mut().filter(|one| one.status == CorrectionStatus::Proposed) {
        if stands(&correction.text, &was, &now) {
            correction.status = CorrectionStatus::Accepted;
            count.taken += 1;
        } else {
            correction.passed_by = draft;
            count.ignored += 1;
        }
    }
    count
}

/// True when the words of a correction stand in `now`, and did not stand in what `was` there; both folded. One that only takes words
/// out is taken over when nothing but its own words is left.
fn stands(correction: &str, was: &str, now: &str) -> bool {
    let words = fold(correction);
    let bare = |text: &'_ str| text.trim_end_matches(['.', '!', '?', ',', ';', ':']).to_owned();
    !words.is_empty() && was != now && (now.contains(&*words) && !was.contains(&*words) || bare(&words) == bare(now))
}

#[cfg(test)]
mod tests {
    use super::{TakenOver, settle};
    use crate::review::{Correction, CorrectionStatus};

    fn settled(instead: &str, was: &str, now: &str) -> (CorrectionStatus, u32, TakenOver) {
        let mut one = [Correction::proposed(instead, &[])];
        let count = settle(&mut one, was, now, 2);
        let [one] = one;
        (one.status, one.passed_by, count)
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
        ] {
            let found = settled(instead, was, now);
            let wanted = if status == Accepted { (Accepted, 0, taken) } else { (Proposed, 2, ignored) };
            assert_eq!(found, wanted, "{instead}: {was} became {now}");
        }
    }
}
