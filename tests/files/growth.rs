//! What a draft adds to a session's file: what changed, never a copy of what did not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use factdesk::review::Session;
use factdesk::store::format;
use serde_json::Value;

use crate::drafts::{bring, marked, session};

/// The lines of a book, each a claim.
fn lines() -> Vec<String> {
    (0..400)
        .map(|n| {
            format!("Town {n} told the council that it paid {} crowns for its bridge in {}.", n * 7, 1900 + n % 90)
        })
        .collect()
}

fn text(lines: &[String]) -> String {
    format!("{}\n", lines.join("\n\n"))
}

/// A session over `before` with every claim marked, then `after` brought in; bytes that it grew by.
fn grown(before: &str, after: &str) -> (Session, usize) {
    let mut session = session(before);
    marked(&mut session, "anna");
    let size = format::print(&session).len();
    bring(&mut session, after).unwrap();
    let grown = format::print(&session).len() - size;
    (session, grown)
}

/// Its file opens as the same session, in which the draft is taken back, and brought in again.
fn holds(session: &Session) {
    let mut opened = format::parse(&format::print(session)).unwrap().session;
    assert_eq!(opened.claims(), session.claims());
    assert_eq!(opened.history(), session.history());
    for text in [1, 2] {
        let step = if text == 1 {
            opened.undo(&"anna".into(), &"2026-11-25T08:00:00Z".into())
        } else {
            opened.redo(&"anna".into(), &"2026-11-26T08:00:00Z".into())
        };
        step.unwrap();
        assert_eq!(opened.article.draft, text);
        let printed = format::print(&opened);
        opened = format::parse(&printed).unwrap().session;
        assert_eq!(format::print(&opened), printed);
    }
    assert_eq!(opened.claims(), session.claims());
}

#[test]
fn a_session_grows_by_what_changed() {
    let book: String = (0..400)
        .map(|n| format!("Town {n} paid {} crowns for its bridge in 2019.\n\n", n * 7))
        .collect::<Vec<_>>()
        .concat();
    let mut session = session(&book);
    let before = format::print(&session).len();
    bring(&mut session, &book.replace("Town 7 paid 49", "Town 7 paid 50")).unwrap();
    assert!(format::print(&session).len() < before + 8000, "{before} to {}", format::print(&session).len());
    let fates: Vec<&str> = session.claims().iter().filter_map(|claim| Some(claim.fate()?.is.as_str())).collect();
    assert_eq!(fates, ["changed"]);
}

#[test]
fn a_moved_claim_costs_its_new_place() {
    let mut turned = lines();
    let few: Vec<String> = turned.drain(10..16).collect();
    let (whole, grown) = grown(&text(&lines()), &text(&[&turned[..200], &few, &turned[200..]].concat()));
    let fates: Vec<&str> = whole.claims().iter().filter_map(|claim| Some(claim.fate()?.is.as_str())).collect();
    assert_eq!(fates, ["moved"; 6]);
    // The frame of the draft with its hunks, and for each claim where it was, where it is and what became of it.
    assert!(grown < 3000 + 6 * 900, "{grown}");
    holds(&whole);
}

#[test]
fn hunks_are_never_more_than_the_draft_that_they_tell() {
    let mut turned = lines();
    turned.sort_by_key(|line| line.bytes().map(u32::from).sum::<u32>() % 97);
    let other: Vec<String> = lines()
        .iter()
        .map(|line| line.replace("told", "said to").replace("crowns", "kroner").replace("bridge", "ferry"))
        .collect();
    for after in [text(&turned), text(&other), "Nothing of it is left in 2024.\n".to_owned()] {
        let (session, _) = grown(&text(&lines()), &after);
        let file: Value = serde_json::from_slice(&format::print(&session)).unwrap();
        let hunks = serde_json::to_string_pretty(&file["drafts"][0]["hunks"]).unwrap();
        // What a text has as JSON beside its words: line breaks are two bytes.
        let whole = text(&lines()).len() * 11 / 10;
        assert!(hunks.len() < whole, "{} of {whole}", hunks.len());
        holds(&session);
    }
}
