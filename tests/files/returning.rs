//! Claims whose words a draft takes apart, brings together, leans on others, and has again: with the verdicts that were given on exactly
//! these words, and with none that was not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test, where a panic is the report"
)]

use std::sync::Arc;

use factdesk::export::{Format, Options, export};
use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{
    Article, Change, Claim, ClaimId, Correction, Edit, Fate, FateKind, Fates, Origin, Recut, Session, Span, Speaker,
    Stamp, Swap, Verdict, field, marking,
};

fn article(text: &str) -> Article {
    intake::read(text.as_bytes(), &Hint { name: "port.txt", language: Some("en") }).unwrap().article
}

/// A session in which each of `words` is a claim that anna has verified, with a note and a source of its own.
fn session(text: &str, words: &[&str]) -> Session {
    session_of(&Origin::Proposed, text, words)
}

fn session_of(origin: &Origin, text: &str, words: &[&str]) -> Session {
    let article = article(text);
    let claims = words.iter().enumerate().map(|(number, words)| {
        let start = article.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", article.text()));
        let span = Span::new(start, start + words.len());
        let mut claim = Claim::new(ClaimId::from(format!("k{number}").as_str()), span, origin.clone());
        claim.record.note = format!("n{number}");
        claim
    });
    let claims = claims.collect();
    let mut session = Session::new("id", article, claims);
    for words in words {
        mark(&mut session, words, Verdict::Verified, "anna");
    }
    session
}

fn at(session: &Session) -> Stamp {
    format!("2026-11-23T10:{:02}:{:02}Z", session.history().len() / 60, session.history().len() % 60).as_str().into()
}

fn found<'s>(session: &'s Session, words: &str) -> Vec<&'s Claim> {
    session.claims().iter().chain(session.apart()).filter(|claim| session.words_of(claim) == words).collect()
}

fn one<'s>(session: &'s Session, words: &str) -> &'s Claim {
    match found(session, words)[..] {
        [claim] => claim,
        ref all => panic!("{} claims on {words:?}", all.len()),
    }
}

fn mark(session: &mut Session, words: &str, verdict: Verdict, by: &str) {
    let (by, at): (Arc<str>, Stamp) = (by.into(), at(session));
    let edits = marking(one(session, words), Some(verdict), &by, &at);
    session.commit_all(edits, &by, &at).unwrap();
}

fn bring(session: &mut Session, text: &str) -> Fates {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    let (fates, at) = (plan.fates, at(session));
    session.commit(plan.edit, &"anna".into(), &at).unwrap();
    fates
}

fn verdicts(claim: &Claim) -> Vec<String> {
    claim.readings().iter().map(|one| format!("{} {}", one.by, one.verdict)).collect()
}

const OLD: &str = "The firm was founded in 1999.";
const NEW: &str = "The firm was founded in 1998.";
const REST: &str = "The council has 42 seats in town. Nobody died in 2019.";

/// Each wording has the verdicts that were given on it, however often a draft goes to and fro, and whatever was said of the other.
#[test]
fn words_come_back_with_what_was_said_of_them_after_others_were_judged_between() {
    let (first, second) = (format!("{OLD} {REST}"), format!("{NEW} {REST}"));
    for between in [Verdict::Verified, Verdict::Disputed, Verdict::Unknown] {
        let mut session = session(&first, &[OLD]);
        mark(&mut session, OLD, Verdict::Disputed, "bea");
        assert_eq!(bring(&mut session, &second).changed, 1);
        mark(&mut session, NEW, between.clone(), "anna");
        for _ in 0..2 {
            assert_eq!(bring(&mut session, &first).back, 1);
            let claim = one(&session, OLD);
            assert_eq!(verdicts(claim), ["anna verified", "bea disputed"]);
            assert!(claim.fate().is_none() && claim.differs(), "{:?}", claim.fate());
            assert_eq!(bring(&mut session, &second).back, 1);
            let claim = one(&session, NEW);
            assert_eq!(verdicts(claim), [format!("anna {between}")]);
        }
        // All of it can be taken back, one after the other.
        while session.undo(&"anna".into(), &"2026-11-24T09:00:00Z".into()).is_ok_and(|edits| !edits.is_empty()) {}
    }
    // What its reader has taken back in the meantime does not come with the words.
    let mut taken_back = self::session(&first, &[OLD]);
    bring(&mut taken_back, &second);
    mark(&mut taken_back, NEW, Verdict::Disputed, "anna");
    bring(&mut taken_back, &first);
    let (by, when): (Arc<str>, Stamp) = ("anna".into(), at(&taken_back));
    let edits = marking(one(&taken_back, OLD), None, &by, &when);
    taken_back.commit_all(edits, &by, &when).unwrap();
    bring(&mut taken_back, &second);
    assert_eq!(verdicts(one(&taken_back, NEW)), ["anna disputed"]);
    bring(&mut taken_back, &first);
    assert!(one(&taken_back, OLD).mark.is_none(), "{:?}", one(&taken_back, OLD));
    // Words that nobody had judged before are told with what was said of the others.
    let mut plain = Session::new(
        "id",
        article(&first),
        [Claim::new("k9".into(), Span::new(0, OLD.len()), Origin::Added)].into_iter().collect(),
    );
    bring(&mut plain, &second);
    mark(&mut plain, NEW, Verdict::Verified, "anna");
    bring(&mut plain, &first);
    let claim = one(&plain, OLD);
    assert!(claim.mark.is_none() && claim.is_pending());
    assert_eq!(claim.fate().unwrap().had.len(), 1, "told as what was");
}

#[test]
fn a_note_that_was_written_on_the_words_between_says_so_where_the_others_are_back() {
    let (first, second) = (format!("{OLD} {REST}"), format!("{NEW} {REST}"));
    let note = |session: &mut Session, words: &str, note: &str| {
        let claim = one(session, words).clone();
        let change = Change::of(&claim, &field::NOTE, |held| note.clone_into(&mut held.record.note)).unwrap();
        let when = at(session);
        session.commit(Edit::of(claim.id, change), &"anna".into(), &when).unwrap();
    };
    let mut session = session(&first, &[OLD]);
    note(&mut session, OLD, "asked the register");
    bring(&mut session, &second);
    bring(&mut session, &first);
    assert_eq!(one(&session, OLD).record.note, "asked the register", "nobody wrote on the others");
    bring(&mut session, &second);
    note(&mut session, NEW, "the register has 1998");
    bring(&mut session, &first);
    let told = "the register has 1998\nthis note was changed in draft 2, on other words";
    assert_eq!(one(&session, OLD).record.note, told);
    bring(&mut session, &second);
    bring(&mut session, &first);
    assert_eq!(one(&session, OLD).record.note, told, "it is told once");
}

#[test]
fn a_claim_of_ones_own_in_words_that_somebody_denies_now_names_who_does() {
    let said = "the toll rose by 12 percent in May";
    let text = format!("Dora Finch said that {said}. {REST}");
    let start = text.find(said).unwrap();
    let claim = Claim::new("k1".into(), Span::new(start, start + said.len()), Origin::Added);
    let mut session = Session::new("id", article(&text), [claim].into_iter().collect());
    mark(&mut session, said, Verdict::Verified, "anna");
    bring(&mut session, &format!("Dora Finch denied that {said}. {REST}"));
    let claim = one(&session, said);
    let told = claim.fate().unwrap().told_sayers(claim.speaker.as_deref());
    assert_eq!(told.as_deref(), Some("was said by Dora Finch (asserts); now by Dora Finch (denies)"));
}

#[test]
fn a_settled_difference_comes_back_settled_and_tells_of_no_other_words() {
    let first = format!("{OLD} {REST}");
    let mut session = session(&first, &[OLD]);
    mark(&mut session, OLD, Verdict::Disputed, "bea");
    let settled = serde_json::json!({ "verdict": "verified", "by": "carl", "at": "2026-11-23T11:00:00Z" });
    let change = Change::Field(&field::SETTLED, Swap::new(serde_json::Value::Null, settled));
    let (id, when) = (one(&session, OLD).id.clone(), at(&session));
    session.commit(Edit::of(id, change), &"carl".into(), &when).unwrap();
    bring(&mut session, &format!("{NEW} {REST}"));
    bring(&mut session, &first);
    let claim = one(&session, OLD);
    assert!(claim.record.settled.is_some() && !claim.differs() && claim.fate().is_none(), "{:?}", claim.fate());
}

#[test]
fn who_says_the_opposite_now_is_told_with_how_they_stood_to_it_and_nobody_is_told_as_another_self() {
    let said = "the toll rose by 12 percent in May";
    let mut session = session(&format!("The mayor said that {said}. {REST}"), &[said]);
    bring(&mut session, &format!("The mayor denied that {said}. {REST}"));
    let claim = one(&session, said);
    let fate = claim.fate().unwrap();
    let told = |now: Option<&Speaker>| fate.told_sayers(now);
    assert_eq!(
        told(claim.speaker.as_deref()).as_deref(),
        Some("was said by The mayor (asserts); now by The mayor (denies)")
    );
    assert_eq!(
        told(Some(&Speaker::new("Ole Berg"))).as_deref(),
        Some("was said by The mayor (asserts); now by Ole Berg")
    );
    assert_eq!(told(Some(&Speaker::new("The mayor"))), None);
    let plain = Fate { said_by: Some("The mayor".into()), ..fate.clone() };
    assert_eq!(plain.told_sayers(claim.speaker.as_deref()), None);
    let nobody = Fate { said_by: Some(String::new()), ..fate.clone() };
    assert_eq!(nobody.told_sayers(None), None);
}

#[test]
fn claims_that_a_draft_brings_onto_the_same_words_are_told_by_their_numbers() {
    let (one, other) = ("The firm was founded in 1999.", "It has 42 ships in the north.");
    // Whichever of the two comes first by its name.
    for turned in [false, true] {
        let text = format!("{one} {other} {REST}");
        let place = |words: &str| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
        let ids = if turned { ["k2", "k1"] } else { ["k1", "k2"] };
        let claims = ids.into_iter().zip([one, other]);
        let claims = claims.map(|(id, words)| Claim::new(id.into(), place(words), Origin::Proposed));
        let mut session = Session::new("id", article(&text), claims.collect());
        bring(&mut session, &format!("The firm was founded in 1999 and has 42 ships in the north. {REST}"));
        let told: Vec<(Span, String)> = session.claims().iter().map(|one| (one.span, one.number.to_string())).collect();
        assert_eq!(told[0].0, told[1].0);
        assert_eq!([&*told[0].1, &*told[1].1], ["1", "2"]);
        let last = session.claims().get(1).unwrap();
        assert_eq!(session.claims().index_of(&last.id), Some(1));
    }
}

const JOINED: &str = "The firm was founded in 1999. The fleet has 5 ships.";

fn joined(rest: &str) -> (Session, String) {
    let first = format!("{JOINED} {rest}");
    let mut session = session(&first, &[OLD, "The fleet has 5 ships."]);
    let [a, b] = [one(&session, OLD).clone(), one(&session, "The fleet has 5 ships.").clone()];
    let after = a.joined_over(&b, &session.article);
    let change = Change::Recut(Recut::Join, Swap::new(vec![a.clone(), b], vec![after]));
    let when = at(&session);
    session.commit(Edit::of(a.id, change), &"anna".into(), &when).unwrap();
    mark(&mut session, JOINED, Verdict::Disputed, "anna");
    (session, first)
}

#[test]
fn sentences_that_a_draft_put_apart_are_one_claim_again_where_they_stand_together() {
    let apart =
        "The firm was founded in 1999. Nobody died in 2019. The fleet has 5 ships. The council has 42 seats in town.";
    let rest = "Nobody died in 2019. The council has 42 seats in town.";
    let (mut session, first) = joined(rest);
    assert_eq!(bring(&mut session, apart).split, 1);
    let parts = [one(&session, OLD), one(&session, "The fleet has 5 ships.")];
    assert!(parts.iter().all(|part| part.mark.is_none() && part.record.note.contains("n0")), "{parts:?}");
    assert_eq!(bring(&mut session, &first).back, 1);
    assert_eq!(verdicts(one(&session, JOINED)), ["anna disputed"]);
    assert!(found(&session, "The fleet has 5 ships.").is_empty(), "its part goes with it");
    // And there they are again, when the draft is taken back.
    session.undo(&"anna".into(), &"2026-11-24T09:00:00Z".into()).unwrap();
    assert!(one(&session, "The fleet has 5 ships.").mark.is_none());
    // What somebody has said of a part is not lost with it.
    mark(&mut session, "The fleet has 5 ships.", Verdict::Unknown, "bea");
    bring(&mut session, &first);
    assert_eq!(verdicts(one(&session, JOINED)), ["anna disputed"]);
    assert_eq!(verdicts(one(&session, "The fleet has 5 ships.")), ["bea unknown"]);
}

#[test]
fn a_clause_that_becomes_a_sentence_elsewhere_takes_what_is_known_of_it_along() {
    let whole = "The firm was founded in 1999 and employs 300 people in four towns.";
    let first = format!("{whole} {REST}");
    let half = "It employs 300 people in four towns.";
    let second = format!("{OLD} The council has 42 seats in town. {half} Nobody died in 2019.");
    let mut session = session(&first, &[whole]);
    let claim = one(&session, whole).clone();
    let better = whole.replace("1999", "1998");
    let change = Change::of(&claim, &field::CORRECTIONS, |held| {
        held.record.corrections.push(Correction::proposed(&better, &[]));
    });
    let when = at(&session);
    session.commit(Edit::of(claim.id, change.unwrap()), &"anna".into(), &when).unwrap();
    assert_eq!(bring(&mut session, &second).split, 1);
    let [one_half, other] = [one(&session, OLD), one(&session, half)];
    for part in [one_half, other] {
        let fate = part.fate().unwrap();
        assert!(part.mark.is_none() && fate.is == FateKind::Split && part.record.note == "n0", "{part:?}");
        assert_eq!((fate.was.as_str(), fate.had.len()), (whole, 1));
    }
    assert_eq!((one_half.record.corrections.len(), other.record.corrections.len()), (1, 0), "it is about the year");
    assert_eq!(bring(&mut session, &first).back, 1);
    assert_eq!(session.claims().iter().filter(|claim| claim.span.end <= whole.len()).count(), 1);
}

#[test]
fn sentences_that_are_joined_with_others_than_their_neighbours_are_merged_and_not_gone() {
    let all = [OLD, "It has 5 ships.", "Nobody died in 2019.", "The council has 42 seats."];
    for second in [
        "Nobody died in 2019, while the firm was founded in 1999. The council has 42 seats and it has 5 ships.",
        "The council has 42 seats, and nobody died in 2019. It has 5 ships, and the firm was founded in 1999.",
    ] {
        let mut session = session(&all.join(" "), &all);
        let fates = bring(&mut session, second);
        assert_eq!((fates.merged, fates.gone), (4, 0), "{second}: {fates}");
        assert!(session.claims().iter().all(|claim| claim.mark.is_none() && !claim.record.note.is_empty()));
    }
    // Words that merely sound like those of another sentence are none of its.
    let mut session = session(&all.join(" "), &all);
    let fates =
        bring(&mut session, "The firm was founded in 1999. Nobody died in 2019. The council has 42 seats, said Berg.");
    assert_eq!((fates.gone, fates.changed), (1, 1), "{fates}");
}

#[test]
fn a_sentence_that_leans_on_another_is_changed_where_that_is_about_something_else() {
    let alfa = "Alfa AS is a shipping firm in Oslo.";
    let ships = "It has 5 ships and 20 crew.";
    let beta = "Beta AS is a rival in Rome.";
    let rest = "Rome has 6 towns and a harbour.";
    let first = format!("{alfa} {ships} {beta} {rest}");
    for (second, stands) in [
        (format!("{alfa} {beta} {ships} {rest}"), false),
        (format!("Gamma AS is a shipping firm in Oslo. {ships} {beta} {rest}"), false),
        (format!("{ships} {alfa} {beta} {rest}"), false),
        (format!("In 2023 Alfa AS was a shipping firm in Bergen. {ships} {beta} {rest}"), true),
        (format!("{alfa} It paid 8 crowns in tax. {ships} {beta} {rest}"), true),
        (format!("{beta} {alfa} {ships} {rest}"), true),
    ] {
        let mut session = session(&first, &[ships]);
        bring(&mut session, &second);
        let claim = one(&session, ships);
        assert_eq!(claim.mark.is_some(), stands, "{second}");
        if !stands {
            let fate = claim.fate().unwrap();
            assert_eq!((fate.leant_on.as_str(), fate.had.len()), (alfa, 1), "{second}");
            assert!(!second.contains("Gamma") || fate.leans_on.starts_with("Gamma AS"), "{fate:?}");
        }
    }
    // Nor does it come back under another.
    let mut session = session(&first, &[ships]);
    bring(&mut session, &format!("{alfa} {beta} {rest}"));
    bring(&mut session, &format!("{alfa} {beta} {ships} {rest}"));
    let claim = one(&session, ships);
    assert!(claim.mark.is_none() && claim.fate().unwrap().leant_on == alfa, "{claim:?}");
    bring(&mut session, &first);
    assert!(one(&session, ships).mark.is_some(), "under its own it does");
}

#[test]
fn what_leans_on_a_paragraph_comes_back_with_it_and_a_deleted_line_is_told_to_what_leant_on_it() {
    let (rest, answer) = ("The toll rose in May.", "“We have had one answer,” the mayor Eva Lund said.");
    let denies = "The harbour administration denies that.";
    let head = "Its head, Ole Berg, said that the toll had been asked for in July.";
    let first = format!("{answer}\n\n{denies} {head}\n\n{rest}\n");
    let mut session = session_of(&Origin::Added, &first, &[denies, head]);
    bring(&mut session, &format!("{answer}\n\n{rest}\n"));
    assert_eq!(session.apart().len(), 2);
    bring(&mut session, &format!("{answer}\n\n{denies} {head}\n\nThe toll fell in May.\n"));
    for words in [denies, head] {
        assert!(one(&session, words).mark.is_some(), "{:?}", one(&session, words).fate());
    }
    let deal = "Two of the deals went to Berg & Lie, whose chief, Ole Berg, knew the mayor.";
    let firm = "The firm did not answer questions about a deal of 2021.";
    let (first, second) = (format!("{deal} Berg denied it. {firm} {rest}"), format!("{deal} {firm} {rest}"));
    let mut session = self::session(&first, &[firm]);
    bring(&mut session, &second);
    assert!(one(&session, firm).mark.is_none() && one(&session, firm).fate().unwrap().leans_elsewhere());
    bring(&mut session, &first);
    assert!(one(&session, firm).mark.is_some(), "{:?}", one(&session, firm).fate());
}

#[test]
fn who_is_named_beside_an_office_of_the_sentence_before_is_whom_a_pronoun_means() {
    let first =
        "“We are not angry,” said Thorn. The board has heard 38 people. Its chair, Judge Bo Winter, left in May.";
    let said = "He said that the board had no log.";
    let mut session = session_of(&Origin::Added, &format!("{first} {said}"), &[said]);
    bring(&mut session, &format!("{} {said}", first.replace("Thorn", "Moll")));
    assert!(one(&session, said).mark.is_some(), "{:?}", one(&session, said).fate());
    bring(&mut session, &format!("{} {said}", first.replace("Bo Winter", "Per Falk")));
    assert!(one(&session, said).mark.is_none());
}

#[test]
fn the_rows_of_a_table_lean_on_what_heads_its_columns() {
    let first = "Ports\n\n| Town | Staff | Ships |\n|---|---|---|\n| Oslo | 310 | 12 |\n| Rome | 150 | 4 |\n\nNobody died in 2019.\n";
    let read =
        |text: &str| intake::read(text.as_bytes(), &Hint { name: "ports.md", language: Some("en") }).unwrap().article;
    for (second, stand) in
        [(first.replace("Staff", "Crew"), 0), (first.replace("| Rome | 150", "| Bonn | 90 | 2 |\n| Rome | 150"), 2)]
    {
        let article = read(first);
        let claims = ["Oslo | 310 | 12", "Rome | 150 | 4"].map(|row| {
            let start = article.text().find(row).unwrap();
            Claim::new(ClaimId::from(row.get(..4).unwrap()), Span::new(start, start + row.len()), Origin::Proposed)
        });
        let mut session = Session::new("id", article, claims.into_iter().collect());
        mark(&mut session, "Oslo | 310 | 12", Verdict::Verified, "anna");
        mark(&mut session, "Rome | 150 | 4", Verdict::Verified, "anna");
        let (rules, when) = ((THRESHOLD, &Weights::default()), at(&session));
        let plan = propose::next_draft::plan(&mut session, read(&second), true, rules).unwrap();
        session.commit(plan.edit, &"anna".into(), &when).unwrap();
        assert_eq!(session.claims().iter().filter(|claim| claim.mark.is_some()).count(), stand, "{second}");
    }
}

#[test]
fn whose_words_a_quotation_is_may_stand_in_another_line() {
    let paid = "We paid 5 million crowns in tax in 2023.";
    for text in [
        format!("Ole Berg, the mayor, wrote:\n\n“{paid}”\n\n{REST}"),
        format!("{REST}\n\n“{paid}”\n\nSo said Ole Berg, the mayor."),
        format!("{REST}\n\n> {paid}\n\n— Ole Berg, mayor\n\nThe bridge is old."),
    ] {
        let mut session = session(&text, &[paid]);
        bring(&mut session, &text.replace("Ole Berg", "Eva Strand"));
        assert!(one(&session, paid).mark.is_none(), "{text}");
    }
}

#[test]
fn a_list_that_counts_otherwise_has_the_same_words() {
    let first = "1. Berg paid 8 crowns.\n2. Strand paid 9 crowns.\n\nNobody died in 2019.\n";
    let words = ["1. Berg paid 8 crowns.", "9 crowns", "Nobody died in 2019."];
    for second in [
        "1. Moe paid 7 euros, too.\n2. Berg paid 8 crowns.\n3. Strand paid 9 crowns.\n\nNobody died in 2019.\n",
        "a) Berg paid 8 crowns.\nb) Strand paid 9 crowns.\n\nNobody died in 2019.\n",
        "* Berg paid 8 crowns.\n* Strand paid 9 crowns.\n\nNobody died in 2019.\n",
    ] {
        let mut session = session(first, &words);
        let fates = bring(&mut session, second);
        assert_eq!(fates.same, 3, "{second}: {fates}");
        assert!(session.claims().iter().filter(|claim| claim.mark.is_some()).count() == 3);
    }
    let mut session = session(first, &words);
    bring(&mut session, &first.replace("8 crowns", "7 crowns").replace("2. Strand", "3. Strand"));
    assert_eq!(session.claims().iter().filter(|claim| claim.mark.is_some()).count(), 2, "a figure is a figure");
}

#[test]
fn what_a_draft_came_without_is_in_what_goes_to_the_writer_whatever_else_it_changed() {
    let mut session = session(&format!("{OLD} {REST}"), &[OLD]);
    let claim = one(&session, OLD).clone();
    let change = Change::of(&claim, &field::CORRECTIONS, |held| {
        held.record.corrections.push(Correction::proposed("The firm was founded in 1989.", &[]));
    });
    let when = at(&session);
    session.commit(Edit::of(claim.id, change.unwrap()), &"anna".into(), &when).unwrap();
    bring(&mut session, &format!("The old firm was founded in 1999. {REST}"));
    let digest = export(&session, Format::Digest, &Options::default()).unwrap();
    let digest = String::from_utf8(digest).unwrap();
    assert!(digest.contains("came without") && digest.contains("1989"), "{digest}");
}

/// However often it is taken back and done again, what one reader did to a claim that a draft had taken the words from can be taken back once
/// more, and so can the draft; so it is where another had judged the claim.
#[test]
fn what_is_done_to_a_claim_that_was_gone_is_taken_back_and_done_again_as_often_as_one_likes() {
    for with_another in [false, true] {
        let mut session = session(&format!("About 310 people work there. {REST}"), &["About 310 people work there."]);
        if with_another {
            mark(&mut session, "About 310 people work there.", Verdict::Disputed, "bea");
        }
        bring(&mut session, &format!("The quay is new and long. {REST}"));
        let gone = session.apart()[0].clone();
        let words = session.words_of(&gone).to_owned();
        let span = Span::new(0, "The quay is new".len());
        let mut after = gone.attached(span, 2, &words);
        after.proposal = Some(Box::new(propose::weigh(&session.article, span, &Weights::default())));
        let change = Change::Recut(Recut::Attach, Swap::new(vec![gone.clone()], vec![after]));
        let (by, when): (Arc<str>, Stamp) = ("anna".into(), at(&session));
        session.commit(Edit::of(gone.id.clone(), change), &by, &when).unwrap();
        let attached = session.clone();
        for round in 0..3 {
            for step in 0..2 {
                let edits = session
                    .undo(&by, &at(&session))
                    .unwrap_or_else(|error| panic!("undo {step} of round {round}: {error}"));
                assert_eq!(edits.len(), 1);
            }
            assert_eq!(session.article.draft, 1);
            for _ in 0..2 {
                assert_eq!(session.redo(&by, &at(&session)).unwrap().len(), 1);
            }
            assert_eq!(session.claims().by_id(&gone.id), attached.claims().by_id(&gone.id), "round {round}");
        }
    }
}
