//! What a sorted list of claims must hold, however it came about.

use super::*;
use crate::review::{Mark, Origin, Stamp, Verdict};
use proptest::prelude::*;

fn claim(start: usize, end: usize) -> Claim {
    Claim::new(ClaimId::from(format!("k{start}-{end}").as_str()), Span::new(start, end), Origin::Added)
}

fn mark(claim: &mut Claim) {
    claim.mark = Some(Mark { verdict: Verdict::Verified, by: "anna".into(), at: Stamp::default() });
}

#[test]
fn a_claim_over_everything_is_found_from_far_away() {
    let claims: Claims = std::iter::once(claim(0, 9000)).chain((1..500).map(|i| claim(i * 10, i * 10 + 9))).collect();
    let seen: Vec<usize> = claims.touching(Span::new(4000, 4001)).map(|(index, _)| index).collect();
    assert_eq!(seen, [0, 400]);
}

#[test]
fn the_next_unchecked_claim_is_found_past_hundreds_of_marked_ones() {
    let mut claims: Claims = (0..900).map(|i| claim(i * 10, i * 10 + 9)).collect();
    for i in 3..800 {
        claims.update(&claim(i * 10, i * 10 + 9).id, mark);
    }
    assert_eq!(claims.next_in(Status::Unchecked, Some(2)), Some(800));
    assert_eq!(claims.previous_in(Status::Unchecked, 800), Some(2));
    assert_eq!(claims.next_in(Status::Disputed, None), None);
    assert_eq!((claims.tally().verified, claims.tally().unchecked), (797, 103));
}

proptest! {
    #[test]
    fn runs_make_the_same_claims_as_a_list(starts in prop::collection::vec(0usize..40, 0..200), sorted in any::<bool>(), cut in 1usize..90) {
        let mut list: Vec<Claim> = starts.iter().map(|start| claim(*start, start + 3)).collect();
        if sorted {
            list.sort_by_key(|claim| claim.span);
            list.dedup();
        }
        let runs = Claims::from_runs(list.chunks(cut).map(<[Claim]>::to_vec).collect());
        let claims: Claims = list.into_iter().collect();
        prop_assert_eq!((runs.tally(), &runs.places, &runs), (claims.tally(), &claims.places, &claims));
    }

    #[test]
    fn it_is_a_sorted_list_whatever_comes_and_goes(steps in prop::collection::vec((0usize..60, 0usize..9, any::<bool>()), 0..700)) {
        let mut claims = Claims::default();
        let mut list: Vec<Claim> = Vec::new();
        for (start, len, add) in steps {
            let one = claim(start, start + len);
            if add {
                prop_assert_eq!(claims.insert(one.clone()), !list.contains(&one));
                if !list.contains(&one) { list.push(one); }
            } else {
                prop_assert_eq!(claims.remove(&one.id), list.contains(&one).then(|| one.clone()));
                list.retain(|other| *other != one);
            }
        }
        list.sort_by(|a, b| key(a).cmp(&key(b)));
        prop_assert!(claims.iter().eq(list.iter()));
        for (index, one) in list.iter().enumerate() {
            prop_assert_eq!(claims.get(index), Some(one));
            prop_assert_eq!(claims.index_of(&one.id), Some(index));
        }
        for at in 0..70 {
            prop_assert_eq!(claims.first_from(at), list.iter().filter(|c| c.span.start < at).count());
            let span = Span::new(at, at + 3);
            let found: Vec<usize> = claims.touching(span).map(|(index, _)| index).collect();
            let wanted: Vec<usize> = list.iter().enumerate().filter(|(_, c)| c.span.overlaps(span)).map(|(i, _)| i).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
