//! What others have written comes back to the desk, and a session is signed off there.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests, where a panic is the report"
)]
use std::path::PathBuf;

use crate::support::{TestDesk, desk};
use factdesk::app::{Action, Effect, Homecoming, Outcome};
use factdesk::export::back::{self, ImportHand};
use factdesk::export::{Format, Options, SinceWhen, export};
use factdesk::review::{Stamp, Status};

/// The desk's table as a colleague gives it back: claim 4 disputed, a row that nobody knows, all else as it was.
fn edited(desk: &TestDesk) -> Vec<u8> {
    let table = String::from_utf8(export(desk.session(), Format::Csv, &Options::default()).unwrap()).unwrap();
    let mut rows: Vec<String> = table.lines().map(str::to_owned).collect();
    let fourth = rows.iter_mut().find(|row| row.starts_with("\"4\"")).unwrap();
    *fourth = fourth.replacen("unchecked", "disputed", 1);
    let strange = rows[1].replacen("The repair cost 42 million crowns", "No such words stand here at all", 1);
    rows.push(strange.replace("k1", "k99"));
    (rows.join("\r\n") + "\r\n").into_bytes()
}

/// The file that was asked for last comes to this.
fn read(desk: TestDesk, bytes: &[u8], writer: Option<&str>) -> TestDesk {
    let (path, asked) = match desk.owed.last() {
        Some(Effect::ReadBack(path, writer)) => (path.clone(), writer.clone()),
        other => panic!("{other:?} is owed"),
    };
    let writer = writer.map(str::to_owned).or(asked);
    let hand = ImportHand { by: "anna".into(), at: desk.now.clone(), writer: writer.clone() };
    let back = back::read(bytes, desk.session(), &hand, factdesk::term::back::document).unwrap();
    desk.action(Action::Came(Outcome::CameBack(path, writer, Box::new(back))))
}

fn fourth(desk: &TestDesk) -> Status {
    desk.session().claims().get(3).unwrap().status()
}

#[test]
fn what_comes_back_is_told_before_it_is_done_and_taken_back_by_one_undo() {
    let asked = desk().keys("I").sees("take in file").types("edited.csv").keys("enter");
    assert_eq!(asked.owed.last(), Some(&Effect::ReadBack(Homecoming::File(PathBuf::from("edited.csv")), None)));
    let bytes = edited(&asked);
    let told = read(asked, &bytes, Some("ole"))
        .sees("Take in edited.csv?")
        .sees("1 changed, 0 added, 5 as they were, 1 left out");
    let told = told.sees("claim 4 “Traffic on the bridge").sees("unchecked → disputed (ole)").sees("left out:");
    assert_eq!(fourth(&told), Status::Unchecked, "nothing is done yet");
    let done = told.keys("enter").sees("edited.csv: 1 changed").sees_no("Take in");
    assert_eq!(fourth(&done), Status::Disputed);
    assert_eq!(fourth(&done.keys("z")), Status::Unchecked);
}

#[test]
fn what_comes_back_may_be_left() {
    let asked = desk().keys("I").types("edited.csv").keys("enter");
    let bytes = edited(&asked);
    let left = read(asked, &bytes, None).sees("unchecked → disputed (anna)").keys("esc").sees("nothing was taken in");
    assert_eq!(fourth(&left), Status::Unchecked);
    assert!(left.session().history().is_empty());
    let same = String::from_utf8(export(left.session(), Format::Csv, &Options::default()).unwrap()).unwrap();
    let nothing = read(left.keys("I").types("same.csv").keys("enter"), same.as_bytes(), None);
    nothing.sees("0 changed, 0 added, 6 as they were").keys("enter").sees("there is nothing to take in");
}

#[test]
fn a_mail_is_pasted_where_a_file_is_named_and_told_like_one() {
    let mail = "From: Ida Moe <ida@union.example>\nTo: desk@paper.example\nDate: Sun, 3 May 2026 16:00:00 +0000\nSubject: Re\n\n4: By the count.\n";
    let asked = desk().keys("j j j r").types("Where is 14 from?").keys("enter");
    let asked = if matches!(asked.owed.last(), Some(Effect::ReadBack(..))) { asked } else { asked.keys("ctrl-s") };
    let pasted = asked.keys("I").action(Action::Paste(mail.to_owned()));
    assert_eq!(pasted.owed.last(), Some(&Effect::ReadBack(Homecoming::Pasted(mail.to_owned()), None)));
    let told = read(pasted, mail.as_bytes(), None).sees("Take in what was pasted?").sees("“By the count.” (Ida Moe)");
    let done = told.keys("enter").sees("what was pasted: 1 changed");
    assert_eq!(done.session().claims().get(3).unwrap().record.queries[0].answer, "By the count.");
    // A path has no lines, and one that is pasted stays on the line.
    done.keys("I").action(Action::Paste("edited.csv\n".to_owned())).sees("edited.csv");
}

#[test]
fn what_names_nobody_in_a_file_is_by_whoever_is_said() {
    let asked = desk().keys("I").types("edited.csv").keys("enter");
    let bytes = edited(&asked);
    let mine = read(asked, &bytes, None).sees("unchecked → disputed (anna)").sees_no("What names nobody");
    let asked = mine.keys("f").sees("what names nobody is by  anna").keys("ctrl-u").types("Ole Lund").keys("enter");
    assert_eq!(
        asked.owed.last(),
        Some(&Effect::ReadBack(Homecoming::File(PathBuf::from("edited.csv")), Some("Ole Lund".to_owned())))
    );
    let theirs = read(asked, &bytes, None);
    let theirs = theirs.sees("unchecked → disputed (Ole Lund)").sees("What names nobody is by Ole Lund.");
    let done = theirs.keys("enter").sees("edited.csv: 1 changed").sees_no("Take in");
    assert_eq!(&*done.session().claims().get(3).unwrap().mark.as_ref().unwrap().by, "Ole Lund");
}

#[test]
fn a_session_is_signed_off_at_the_desk_and_the_picker_tells_what_was_done_since() {
    let asked = desk().action(Action::SignOff).sees("Sign off?").sees("6 claims not settled");
    let no = asked.keys("n").sees_no("Sign off?");
    desk().keys("v v v v v").action(Action::SignOff).sees("1 claim not settled");
    assert!(no.session().signed.is_empty());
    let signed = no.action(Action::SignOff).keys("y").sees("signed off as anna, state ").sees("6 claims not settled");
    assert!(matches!(signed.owed.last(), Some(Effect::Save(_))), "it is saved");
    assert_eq!(signed.session().signed.len(), 1);
    assert_eq!(signed.session().signed[0].at, Stamp::from("2026-11-23T09:41:07Z"));
    let picker = signed.keys("v E").sees("what changed since").sees("nothing: first draft");
    picker.keys("l").types("last").keys("enter").sees("anna signed off");
}

#[test]
fn the_picker_takes_a_draft_a_day_or_nothing_to_tell_changes_since() {
    let picker = desk().keys("E l").sees("since draft (2), day (2026-11-28) or last").types("2026-11-20").keys("enter");
    let picker = picker.sees("what changed since    2026-11-20");
    let picker = picker.keys("l").sees("or last  2026-11-20").keys("ctrl-u").types("yesterday").keys("enter");
    let picker = picker.sees("that is no draft's number, no day such as 2026-11-28, and not last");
    let picker = picker.keys("l ctrl-u").types("1").keys("enter").sees("what changed since    draft 1");
    let asked = picker.keys("l ctrl-u enter").sees("what changed since    nothing: first draft").keys("l");
    let asked = asked.types("2026-11-20").keys("enter enter");
    let since = Some(SinceWhen::From("2026-11-20".to_owned()));
    assert!(matches!(asked.owed.last(), Some(Effect::Propose(wanted)) if wanted.options.since == since));
}
