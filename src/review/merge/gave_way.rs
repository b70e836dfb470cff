//! What readers were settled to and what gives way in a merge, since they have come to agree on something else.

use super::super::{Claim, Session, Settled};

/// The settlements that stood in `ours`, or that `theirs` brings, and that give way in `merged`, in the order of the claims.
pub(super) fn told(ours: &Session, theirs: &Session, merged: &Session) -> Option<String> {
    let claims = merged.claims().iter().filter_map(|claim| {
        let gone = given_way(claim)?;
        let held = |side: &Session| side.any_claim(&claim.id).cloned();
        let (here, there) = (held(ours), held(theirs));
        let stood = |side: &Option<Claim>| side.as_ref().and_then(Claim::settlement) == Some(gone);
        // What ours had seen give way it has told before.
        let known = here.as_ref().and_then(given_way) == Some(gone);
        let comes = (stood(&here) || stood(&there)) && !known;
        let agreed = claim.readings().first().map(|reading| reading.verdict.to_string())?;
        comes.then(|| {
            let (number, verdict, by) = (claim.number, &gone.verdict, &gone.by);
            format!("claim {number} (settled as {verdict} by {by}, {agreed} by all its readers)")
        })
    });
    let claims: Vec<String> = claims.collect();
    (!claims.is_empty()).then(|| format!("no longer settled, its readers agree: {}", claims.join(", ")))
}

/// What the readers of `claim` were settled to, where that gives way to them.
fn given_way(claim: &Claim) -> Option<&Settled> {
    claim.record.settled.as_deref().filter(|_| claim.settlement().is_none())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, claim, mark, session};
    use super::super::{Clash, merge};
    use crate::review::field::SETTLED;
    use crate::review::{Change, Edit, Session, Verdict};

    fn settle(session: &mut Session, verdict: &str, by: &str, minute: usize) {
        let settled = serde_json::json!({ "verdict": verdict, "by": by, "at": at(minute).as_str() });
        let change = Change::to(claim(session, "k1"), &SETTLED, settled).unwrap();
        session.commit(Edit::of("k1".into(), change), &by.into(), &at(minute)).unwrap();
    }

    /// A session in which anna and bea differ, and bea's own copy of it.
    fn copies() -> (Session, Session) {
        let mut start = session();
        mark(&mut start, "k1", Verdict::Verified, "anna", 1);
        mark(&mut start, "k1", Verdict::Disputed, "bea", 2);
        (start.clone(), start)
    }

    #[test]
    fn what_was_settled_and_gives_way_to_readers_who_agree_now_is_told_once_to_either_side() {
        let (mut ours, mut theirs) = copies();
        settle(&mut ours, "disputed", "carl", 3);
        mark(&mut theirs, "k1", Verdict::Verified, "bea", 4);
        let told = |merged: &super::super::Merged| {
            merged.notices.iter().filter(|notice| notice.starts_with("no longer settled")).cloned().collect::<Vec<_>>()
        };
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let merged = merge(one, other).unwrap();
            let number = claim(&merged.session, "k1").number;
            let says = format!(
                "no longer settled, its readers agree: claim {number} (settled as disputed by carl, verified by all its readers)"
            );
            assert_eq!(told(&merged), [says]);
            assert!(told(&merge(&merged.session, other).unwrap()).is_empty(), "told before");
        }
        let (mut still, _) = copies();
        settle(&mut still, "disputed", "carl", 3);
        assert!(told(&merge(&still, &copies().1).unwrap()).is_empty(), "it stands");
    }

    #[test]
    fn two_who_settle_a_claim_in_two_ways_are_told_with_what_each_came_to() {
        let (mut ours, mut theirs) = copies();
        settle(&mut ours, "verified", "carl", 3);
        settle(&mut theirs, "disputed", "dora", 4);
        let both = merge(&ours, &theirs).unwrap().session;
        let clashes = Clash::between(&ours, &both);
        let told: Vec<String> = clashes.iter().map(Clash::told).collect();
        assert_eq!(told, ["settled in two ways: verified by carl, disputed by dora"]);
        assert!(clashes[0].is_conflict());
    }
}
