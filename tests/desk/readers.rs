//! Two readers at the desk: their verdicts side by side, what they differ about, and who is to check what.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use crate::support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, mark, session_of};
use factdesk::app::{Action, Effect, Opened, Outcome};
use factdesk::review::{
    Change, Draft, Edit, Keeps, Session, Stamp, Status, Verdict, dismissing, field, marking, merge,
};

/// A blind copy of a session as bea marks it: a verdict for each claim, and a note on the second.
fn second(first: &Session, verdicts: &[Verdict]) -> Session {
    let mut copy = first.blind(Keeps { sources: true, added: true, dismissed: false });
    let (by, at) = (Arc::from("bea"), Stamp::from("2026-11-24T10:00:00Z"));
    for (index, verdict) in verdicts.iter().enumerate() {
        let claim = copy.claims().get(index).unwrap().clone();
        let change = field::marked(&claim, Some(verdict.clone()), &by, &at).unwrap();
        copy.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    }
    let claim = copy.claims().get(1).unwrap().clone();
    let change = factdesk::review::Change::to(&claim, &field::NOTE, "The report is from May.".into()).unwrap();
    copy.commit(Edit::of(claim.id, change), &by, &at).unwrap();
    copy
}

/// The bridge marked by anna and, blind, by bea: alike on the first and the fourth claim, not so on the second and the third.
fn read_twice() -> TestDesk {
    let first = desk().keys("g v d u v g j e").types("No such report.").keys("ctrl-s").session().clone();
    let copy = second(&first, &[Verdict::Verified, Verdict::Verified, Verdict::Disputed, Verdict::Verified]);
    desk_of(merge(&first, &copy).unwrap().session).keys("g")
}

/// `session` opened with text that was typed and not kept when it was last left.
fn offered(session: &Session, drafts: &[Draft]) -> TestDesk {
    let (session, drafts) = (session.clone(), drafts.to_vec());
    let opened =
        Opened { session, name: "bridge".to_owned(), read_only: None, notices: Vec::new(), drafts, policy: None };
    desk().action(Action::Came(Outcome::Opened(Box::new(opened))))
}

fn status(desk: &TestDesk, index: usize) -> Status {
    desk.session().claims().get(index).unwrap().status()
}

#[test]
fn both_verdicts_stand_side_by_side_and_what_differs_is_counted() {
    let desk = read_twice().sees("≠ 2").sees("≠  2 ✗✓").sees("≠  3 ?✗").sees("✓  1 ✓✓");
    let desk = desk.keys("j").sees("2 · differs").sees("reading  anna disputed").sees("bea verified");
    desk.keys("f D").sees("showing differs · 2").keys("f a f 2").sees("showing read twice · 4");
}

#[test]
fn what_is_told_of_a_difference_is_looked_up_once_and_not_in_every_frame() {
    let made = |desk: &TestDesk| {
        let factdesk::app::panel::Panel::Difference(held) = desk.model.panels.last().unwrap() else { return 0 };
        held.kept.made()
    };
    let desk = read_twice().keys("C").sees("bea: The report is from May.");
    for _ in 0..5 {
        assert!(desk.screen().contains("claim 2 · 1 of 2"));
    }
    assert_eq!(made(&desk), 1);
    let desk = desk.keys("n").sees("claim 3 · 2 of 2");
    assert_eq!(made(&desk), 1);
}

#[test]
fn what_differs_is_gone_through_and_settled_with_a_kind_and_a_reason() {
    let desk = read_twice().keys("C").sees("Readers differ · claim 2 · 1 of 2").sees("anna  disputed").sees("ours");
    let desk = desk.sees("No such report.").sees("bea: The report is from May.");
    let desk =
        desk.keys("n").sees("claim 3 · 2 of 2").keys("n").sees("claim 2 · 1 of 2").keys("p").sees("claim 3 · 2 of 2");
    let desk = desk.keys("p t").sees("Settle · claim 2 as verified").sees("● not said").keys("tab tab");
    let desk = desk.sees("● a source was missed").types("It came out in May.").keys("enter");
    // The next one follows by itself.
    let desk = desk.sees("Readers differ · claim 3").sees("≠ 1").owes_save();
    let claim = desk.session().claims().get(1).unwrap().clone();
    let settled = claim.record.settled.as_deref().unwrap();
    assert_eq!((claim.status(), &*settled.by, settled.why.as_str()), (Status::Verified, "anna", "It came out in May."));
    assert_eq!(settled.because.as_ref().unwrap().as_str(), "source");
    assert_eq!(claim.readers().collect::<Vec<_>>(), ["anna", "bea"]);
    // Both wrong: another verdict.
    let desk = desk.keys("v enter").sees("every difference is settled; z takes the last one back").sees_no("≠");
    assert_eq!(status(&desk, 2), Status::Verified);
    let desk = desk.keys("z").sees("≠ 1").keys("z").sees("≠ 2");
    assert_eq!([status(&desk, 1), status(&desk, 2)], [Status::Differs, Status::Differs]);
    desk.keys("Z").sees("≠ 1").keys("g j enter").sees("settled  verified by anna (source): It came out");
}

#[test]
fn a_settling_that_is_put_away_changes_nothing() {
    let desk = read_twice().keys("C 1").sees("Settle · claim 2 as disputed").keys("esc").sees("Readers differ");
    let desk =
        desk.keys("o").types("why not").keys("esc").sees("Discard it?").keys("y").sees("Readers differ").keys("esc");
    assert_eq!(status(&desk.sees("≠ 2"), 1), Status::Differs);
}

#[test]
fn a_reason_that_was_typed_and_not_kept_is_offered_again_where_it_was() {
    let desk = read_twice().keys("C").keys("t");
    assert_eq!(desk.model.drafts(), [], "a verdict alone is nothing that was typed");
    let desk = desk.keys("tab tab").types("It came out in May.");
    let drafts = desk.model.drafts();
    assert_eq!(drafts.len(), 1);
    let again =
        offered(desk.session(), &drafts).sees("It came out in May.").keys("y").sees("Settle · claim 2 as verified");
    let again = again.sees("● a source was missed").sees("It came out in May.").keys("enter").sees("≠ 1");
    assert_eq!(again.model.drafts(), []);
    let settled = again.session().claims().get(1).unwrap().record.settled.clone().unwrap();
    assert_eq!((settled.verdict, settled.why.as_str()), (Verdict::Verified, "It came out in May."));
    // Back from it stands the difference, as when it was left.
    offered(desk.session(), &drafts).keys("y esc y").sees("Readers differ · claim 2");
    // Nothing is put over what somebody else has settled meanwhile.
    let both = offered(again.session(), &drafts);
    assert_eq!(both.model.drafts(), [], "what is kept already is not offered");
    let other = read_twice().keys("C o").types("It did not.").keys("enter");
    let both = offered(other.session(), &drafts).keys("y");
    both.sees("It did not. / It came out in May.").sees("changed since");
}

#[test]
fn a_dismissal_is_a_reading_and_settled_like_one() {
    let first = desk().keys("g v x").session().clone();
    let mut copy = first.blind(Keeps { sources: true, added: true, dismissed: false });
    let (by, at) = (Arc::from("bea"), Stamp::from("2026-11-24T10:00:00Z"));
    let claim = copy.claims().get(0).unwrap().clone();
    copy.commit_all(dismissing(&claim, true, &by, &at), &by, &at).unwrap();
    let claim = copy.claims().get(1).unwrap().clone();
    copy.commit_all(marking(&claim, Some(Verdict::Disputed), &by, &at), &by, &at).unwrap();
    let desk = desk_of(merge(&first, &copy).unwrap().session).keys("g");
    let desk = desk.sees("≠ 2").sees("≠  1 ✓–").sees("≠  2 –✗").sees("reading  bea dismissed");
    let desk = desk.keys("f D").sees("showing differs · 2").keys("f a");
    let desk = desk.keys("g C").sees("Readers differ · claim 1").sees("– bea   dismissed").sees("another one");
    let desk = desk.keys("x").sees("Settle · claim 1 as dismissed").keys("enter").sees("≠ 1");
    assert_eq!(status(&desk, 0), Status::Dismissed);
    let desk = desk.keys("t enter").sees("every difference is settled");
    assert_eq!(status(&desk, 1), Status::Disputed);
    // One's own dismissal beside another's verdict is a reading, too; the same key takes it back.
    let desk = desk.keys("z z").sees("≠ 2").keys("g x").sees("≠ 1");
    assert_eq!(status(&desk, 0), Status::Dismissed);
    let desk = desk.keys("g x");
    assert_eq!(status(&desk, 0), Status::Differs);
}

#[test]
fn a_copy_that_comes_in_while_one_works_is_no_part_of_what_one_undoes() {
    let ours = desk().keys("g v d");
    let copy = second(ours.session(), &[Verdict::Disputed, Verdict::Disputed]);
    let merged = merge(ours.session(), &copy).unwrap().session;
    let generation = ours.model.desk().unwrap().generation;
    let came = Outcome::Merged {
        session: Box::new(merged),
        generation,
        line: 1,
        notice: "3 changes by bea came in".to_owned(),
    };
    let desk = ours.action(Action::Came(came)).sees("3 changes by bea came in").sees("≠ 1");
    // Twice back: what anna did goes, what bea did stays; a third time there is nothing of hers.
    let desk = desk.keys("z z").sees("✗ 2").keys("z").sees("nothing of yours to undo");
    let readers = |index: usize| desk.session().claims().get(index).unwrap().readers().collect::<Vec<_>>();
    assert_eq!([readers(0), readers(1)], [["bea"], ["bea"]]);
    assert_eq!(desk.session().claims().get(1).unwrap().record.note, "bea: The report is from May.");
}

#[test]
fn the_palette_makes_a_blind_copy_of_what_is_on_the_desk() {
    desk().keys(":").types("blind copy").keys("enter").owes(&Effect::BlindCopy(None));
}

#[test]
fn claims_are_assigned_one_by_one_by_speaker_and_as_listed() {
    let desk = desk().keys("g A").sees("Assign claim 1").sees("anna").sees("you").types("bea").keys("enter");
    let desk = desk.sees("assigned to bea").sees("for      bea").owes_save();
    let desk = desk.keys("v f o A tab tab").sees("Assign 5 claims listed").sees("bea").types("be").keys("enter");
    let desk = desk.sees("5 claims assigned to bea").keys("f a f A enter").sees("showing assigned to bea · 6");
    let assignees = |desk: &TestDesk| -> Vec<String> {
        desk.session().claims().iter().map(|claim| claim.record.assignee.clone()).collect()
    };
    assert_eq!(assignees(&desk), ["bea"; 6]);
    // One undo for all five; nobody is a name too.
    let desk = desk.keys("z").sees("showing assigned to bea · 1").keys("g A up down").keys("enter backspace");
    let desk = desk.keys("g A down down enter").sees("assigned to nobody");
    assert_eq!(assignees(&desk), [""; 6]);
    desk.keys("A tab enter").sees("assigned to anna").keys("f i").sees("assigned to anna · 1");
}

#[test]
fn the_desk_says_what_is_mine_to_check_whose_the_rest_is_and_what_is_nobody_s() {
    let desk = desk().sees_no("unassigned").keys("g A").types("bea").keys("enter").sees("1 for bea, 5 unassigned");
    let desk = desk.keys("g j A tab").keys("enter").sees("1 yours, 1 for bea, 4 unassigned");
    // What is settled is nobody's to check any more, and comes back when that is undone.
    let desk = desk.keys("g v").sees("1 yours, 4 unassigned").keys("z").sees("1 yours, 1 for bea, 4 unassigned");
    desk.keys("z z").sees_no("unassigned");
}

#[test]
fn undo_passes_over_what_another_has_changed_since_and_says_so() {
    let desk = read_twice().keys("z").sees("passed over: note on 2, which bea has changed since; undone: verdict");
    // Hers stays, and the note with both their words.
    let claims = desk.session().claims();
    assert_eq!(claims.get(3).unwrap().readers().collect::<Vec<_>>(), ["bea"]);
    assert_eq!(claims.get(1).unwrap().readers().collect::<Vec<_>>(), ["anna", "bea"]);
    let desk = desk.keys("z z z").sees("passed over: note on 2");
    assert!(desk.session().claims().iter().all(|claim| claim.reading_by("anna").is_none()));
    desk.keys("z").sees("can't undo: claim 2 has been changed since");
}

#[test]
fn what_was_settled_is_taken_back_where_the_differences_are_gone_through() {
    let desk = read_twice().keys("C v enter").sees("Readers differ · claim 3").sees("≠ 1");
    desk.keys("z").sees("≠ 2").sees("Readers differ · claim");
}

#[test]
fn the_sides_of_a_difference_go_by_names_and_yours_is_yours_whoever_wrote_last() {
    // Anna's note is the later one, then Rita's: what stands is a matter of time.
    for (anna, rita) in [(1, 2), (2, 1)] {
        let noted = |by: &str, minute: usize, text: &str| {
            let mut session = desk().session().clone();
            let claim = session.claims().get(0).unwrap();
            let change = Change::of(claim, &field::NOTE, |claim| text.clone_into(&mut claim.record.note)).unwrap();
            let edit = Edit::of(claim.id.clone(), change);
            let at = Stamp::from(format!("2026-11-23T10:0{minute}:00Z").as_str());
            session.commit(edit, &by.into(), &at).unwrap();
            session
        };
        let (ours, theirs) = (noted("anna", anna, "It was 40."), noted("rita", rita, "It was 50."));
        let both = merge(&ours, &theirs).unwrap().session;
        let seen = |reader: &str| {
            let mut desk = desk_of(both.clone());
            desk.model.settings.reviewer = reader.into();
            desk.keys("g C")
        };
        let desk = seen("anna").sees("yours   It was 40.").sees("rita    It was 50.");
        assert_eq!(desk.keys("o").claim(0).record.note, "It was 40.");
        assert_eq!(seen("anna").keys("t").claim(0).record.note, "It was 50.");
        let desk = seen("rita").sees("yours   It was 50.").sees("anna    It was 40.");
        assert_eq!(desk.keys("o").claim(0).record.note, "It was 50.");
        // Who wrote neither sees two names.
        seen("carl").sees("anna    It was 40.").sees("rita    It was 50.");
        let card = seen("anna").keys("esc").screen();
        let beside = if anna < rita { "note: rita says It was 50." } else { "note: yours is kept beside it:" };
        assert!(card.contains(beside), "{card}");
    }
}

#[test]
fn a_verdict_on_what_another_has_dismissed_is_a_difference() {
    let mut desk = desk().keys("g x").sees("1 dismissed");
    desk.model.settings.reviewer = "carl".into();
    let desk = desk.keys("g d").sees("1 differs").sees("≠ 1").sees("≠  1 –✗");
    let desk = desk.keys("g").sees("reading  anna dismissed").sees("carl disputed");
    // What is hers stays when his is taken back.
    let desk = desk.keys("z").sees("undone: verdict");
    assert_eq!(status(&desk, 0), Status::Dismissed);
    // Of several at once the same.
    let desk = desk.keys("g V j v").sees("1 differs").keys("z");
    assert_eq!([status(&desk, 0), status(&desk, 1)], [Status::Dismissed, Status::Unchecked]);
}

#[test]
fn undo_in_a_panel_takes_back_only_what_was_done_in_it_and_says_what() {
    // Anna's last deed was a verdict on the fourth claim, which no panel here has done.
    let desk = desk().keys("g v d u v g j e").types("No such report.").keys("ctrl-s G v").session().clone();
    let copy = second(&desk, &[Verdict::Disputed, Verdict::Disputed]);
    let desk = desk_of(merge(&desk, &copy).unwrap().session);
    let before = desk.session().clone();
    let desk = desk.keys("C z z").sees("on the desk z takes back claim 6").sees("Readers differ · claim 1");
    assert_eq!(*desk.session(), before);
    let desk = desk.keys("v enter").sees("every difference is settled").keys("z").sees("undone: settled · claim 1");
    desk.sees("≠ 1").keys("C").sees("Readers differ · claim 1").keys("z").sees("on the desk z takes back claim 6");
}

#[test]
fn who_has_not_read_a_claim_that_others_have_takes_none_of_their_verdicts_back() {
    for bea in [Verdict::Verified, Verdict::Disputed] {
        let first = desk().keys("g v").session().clone();
        let mut desk = desk_of(merge(&first, &second(&first, &[bea, Verdict::Verified])).unwrap().session);
        desk.model.settings.reviewer = "carl".into();
        let before = desk.session().clone();
        let desk = desk.keys("g c").sees("anna and bea have marked claim 1, you have not: nothing is taken back");
        assert_eq!(*desk.session(), before);
        let desk = desk.keys("g V j c").sees("nothing is taken back");
        assert_eq!(desk.claim(0).readers().collect::<Vec<_>>(), ["anna", "bea"]);
        // One's own goes.
        let mut desk = desk_of(before);
        desk.model.settings.reviewer = "bea".into();
        assert_eq!(desk.keys("g c").claim(0).readers().collect::<Vec<_>>(), ["anna"]);
    }
}

#[test]
fn a_difference_that_is_none_any_more_says_so_and_settles_nothing_else() {
    let changed = crate::support::BRIDGE.replace("No other bridge in the region", "No bridge in the region");
    let settle = |session: &mut Session, index: usize| {
        let settled = serde_json::json!({ "verdict": "unknown", "by": "rita", "at": "2026-11-25T09:00:00Z" });
        let claim = session.claims().get(index).unwrap().clone();
        let edit = Edit::of(claim.id.clone(), Change::to(&claim, &field::SETTLED, settled).unwrap());
        session.commit(edit, &"rita".into(), &"2026-11-25T09:00:00Z".into()).unwrap();
    };
    let open = || read_twice().keys("C").sees("Readers differ · claim 2").sees("anna  disputed");
    for desk in [
        open().meanwhile(|session| settle(session, 1)),
        open().meanwhile(|session| crate::support::redraft(session, &changed)),
    ] {
        let desk = desk.sees("nothing of it is to be settled any more").sees_no("takes a reader's verdict");
        let before = desk.session().clone();
        let desk = desk.keys("o t v d x 1").sees("nothing of it is to be settled any more");
        assert_eq!(*desk.session(), before);
        assert_eq!(desk.model.panels.len(), 1);
        desk.keys("n").sees("Readers differ · claim 3").keys("v enter").sees("every difference is settled");
    }
    let desk = open().meanwhile(|session| {
        settle(session, 1);
        settle(session, 2);
    });
    let desk = desk.keys("n").sees("every difference is settled");
    assert!(desk.model.panels.is_empty());
}

#[test]
fn a_conflict_shows_the_claims_words_and_both_values_as_they_are_written() {
    let (mut one, mut other) = (desk().session().clone(), desk().session().clone());
    crate::support::mark(&mut one, 0, Verdict::Verified, "anna", "2026-11-23T10:00:00Z");
    crate::support::mark(&mut other, 0, Verdict::Disputed, "anna", "2026-11-23T10:01:00Z");
    let desk = desk_of(merge(&one, &other).unwrap().session).keys("g C").sees("Two copies differ · claim 1 · verdict");
    let desk = desk.sees("“The repair cost 42 million crowns").sees("verified, ").sees("disputed, ");
    desk.sees_no("verdict: verified").sees_no("verdict: disputed").sees_no("by: ").sees_no("at: 2026");
}

/// What another reader came to is theirs to take back, be they the only one.
#[test]
fn nobody_takes_back_what_another_came_to_without_having_read_it() {
    let mut session = session_of(BRIDGE, &CLAIMS);
    for index in 0..3 {
        mark(&mut session, index, Verdict::Verified, "rita", "2026-11-23T09:40:00Z");
    }
    let desk = desk_of(session).keys("g c").sees("rita has marked claim 1, you have not: nothing is taken back");
    let desk = desk.keys("g V j j c").sees("no verdict of yours stands on them: nothing is taken back");
    assert_eq!(desk.session().claims().tally().verified, 3);
    // What one has read oneself one takes back.
    let desk = desk.keys("g v g c").sees("1 verified");
    assert_eq!(desk.claim(0).readings().iter().map(|one| &*one.by).collect::<Vec<_>>(), ["rita"]);
}

/// Who finds nothing to check where another has found nothing is a second reader, and takes back their own only.
#[test]
fn dismissing_what_another_dismissed_agrees_with_them() {
    let mut session = session_of(BRIDGE, &CLAIMS);
    let claim = session.claims().iter().next().cloned().unwrap_or_else(|| panic!("no claim"));
    let (rita, at) = ("rita".into(), "2026-11-23T09:40:00Z".into());
    let edits = dismissing(&claim, true, &rita, &at);
    session.commit_all(edits, &rita, &at).unwrap_or_else(|error| panic!("{error}"));
    let desk = desk_of(session).keys("g x").sees("1 dismissed");
    let readers = |desk: &TestDesk| {
        let mut names: Vec<String> = desk.claim(0).readings().iter().map(|one| one.by.to_string()).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(readers(&desk), ["anna", "rita"]);
    let desk = desk.keys("g x").sees("1 dismissed");
    assert_eq!((readers(&desk), desk.session().claims().tally().dismissed), (vec!["rita".to_owned()], 1));
    desk.keys("g c").sees("nothing is taken back");
}

/// The second claim, on which anna and bea differ, settled by anna as unknown with a reason; the third is open still.
fn settled() -> TestDesk {
    let desk = read_twice().keys("C u tab tab").types("Both wrong.").keys("enter esc g j");
    desk.sees("settled  unknown by anna (source): Both wrong.")
}

#[test]
fn who_settled_a_difference_settles_it_anew_by_any_verdict() {
    for (key, stands, said) in [
        ("v", Status::Verified, "2 verified"),
        ("d", Status::Disputed, "2 disputed"),
        ("x", Status::Dismissed, "2 dismissed"),
    ] {
        let desk = settled().keys(key).sees(said);
        assert_eq!(status(&desk, 1), stands);
        let claim = desk.claim(1);
        assert_eq!(claim.readers().collect::<Vec<_>>(), ["anna", "bea"], "the readings are theirs");
        assert!(claim.record.settled.as_ref().unwrap().why.is_empty(), "the reason was another verdict's");
        let copy = read_twice().session().clone();
        assert_eq!(merge(desk.session(), &copy).unwrap().session.claims(), desk.session().claims());
        let desk = desk.keys("z");
        assert_eq!(
            (status(&desk, 1), &*desk.claim(1).record.settled.as_ref().unwrap().why),
            (Status::Unknown, "Both wrong.")
        );
    }
    // Cleared, it is open again.
    let desk = settled().keys("c").sees("≠ 2");
    assert_eq!(status(&desk, 1), Status::Differs);
    // Nobody else settles it by a key: theirs is a reading, and it says so.
    let mut desk = settled();
    desk.model.settings.reviewer = "bea".into();
    let desk = desk.keys("u").sees("2 unknown, as anna settled it; yours is unknown");
    assert_eq!(desk.claim(1).readings()[1].verdict, Verdict::Unknown);
}

#[test]
fn what_was_settled_gives_way_where_readers_come_to_agree_and_that_is_said() {
    let mut desk = settled();
    desk.model.settings.reviewer = "bea".into();
    let desk = desk.keys("d").sees("2 disputed: its readers agree, what anna settled it to gives way");
    assert_eq!(status(&desk, 1), Status::Disputed);
    let desk = desk.keys("g j").sees("unknown by anna (source): Both wrong.;").sees("readers agree since");
    let desk = desk.keys("z").sees("unknown by anna (source): Both wrong.").sees_no("readers agree since");
    assert_eq!(status(&desk, 1), Status::Unknown);
    // In two copies, whoever merges.
    let (ours, mut theirs) = (settled().session().clone(), read_twice().session().clone());
    let claim = theirs.claims().get(1).unwrap().clone();
    let (by, at) = (Arc::from("bea"), Stamp::from("2026-11-24T11:00:00Z"));
    theirs.commit_all(marking(&claim, Some(Verdict::Disputed), &by, &at), &by, &at).unwrap();
    for both in [merge(&ours, &theirs).unwrap().session, merge(&theirs, &ours).unwrap().session] {
        assert_eq!(both.claims().get(1).unwrap().status(), Status::Disputed);
        desk_of(both).keys("g j").sees("readers agree since");
    }
}

#[test]
fn what_was_settled_is_gone_through_and_settled_otherwise() {
    let desk = settled().keys("C").sees("Settled · claim 2").sees("unknown by anna (source): Both wrong.");
    let desk = desk.sees("anna  disputed").sees("bea   verified");
    let desk = desk.keys("2").sees("Settle · claim 2 as verified").types("It came out.").keys("enter");
    assert_eq!(
        (status(&desk, 1), &*desk.claim(1).record.settled.as_ref().unwrap().why),
        (Status::Verified, "It came out.")
    );
    // Then what is open comes; with nothing open, what was settled can be gone through from anywhere.
    let desk = desk.sees("Readers differ · claim 3").keys("d enter").sees("every difference is settled");
    let desk = desk.keys("g C").sees("Settled · claim 2 · 1 of 2").keys("n").sees("Settled · claim 3 · 2 of 2");
    let desk = desk.keys("n").sees("Settled · claim 2 · 1 of 2").keys("esc").sees_no("Settled ·");
    desk.keys("G C").sees("Settled · claim 2 · 1 of 2");
}

#[test]
fn the_words_that_readers_differ_about_are_told_as_far_as_there_are_rows() {
    for (width, height) in [(28, 14), (40, 12), (60, 14), (80, 24)] {
        let desk = read_twice().sized(width, height).keys("C");
        let words = desk.session().exact(&desk.claim(1)).to_owned();
        let screen = desk.screen();
        let list =
            screen.lines().skip_while(|row| !row.contains("Readers differ")).take_while(|row| !row.contains('╰'));
        let told = list.flat_map(|row| row.trim_matches(['│', ' ']).split_whitespace()).collect::<Vec<_>>().join(" ");
        let begins: String = words.chars().take(usize::from(width) * 2 - 20).collect();
        assert!(told.contains(begins.trim_end()), "{width} by {height}: {begins}\n{screen}");
        assert!(told.contains("another one"), "{width} by {height}\n{screen}");
    }
}

#[test]
fn the_reason_is_seen_while_it_is_typed_and_no_kind_is_cut_in_silence_on_a_low_screen() {
    for (width, height) in [(28, 10), (28, 8), (40, 12), (80, 24)] {
        let desk = read_twice()
            .sized(width, height)
            .keys("C v")
            .types("It fell")
            .keys("tab tab tab")
            .sees("It fell")
            .sees("● a slip");
        let screen = desk.keys("tab tab tab").screen();
        let row = screen.lines().find(|row| row.contains("the guideline")).unwrap_or_default();
        assert!(row.contains("is unclear") || row.contains('…'), "{width} by {height}\n{screen}");
    }
}
