//! Links within the pages: each leads to a place that the page has.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use std::collections::HashSet;
use std::sync::Arc;

use factdesk::export::{Format, Options, export};
use factdesk::review::{Edit, Session, Stamp, Verdict, field};

use crate::since;

/// The values of an attribute, in the page's order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    page.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// A session with two drafts behind it, a claim that is gone, one that was dismissed, and one on which readers differ.
fn session() -> Session {
    let mut session = since::session();
    let at = Stamp::from("2026-11-25T10:00:00Z");
    let first = session.claims().iter().next().unwrap().clone();
    let second = session.claims().iter().nth(1).unwrap().clone();
    let by: Arc<str> = "bea".into();
    let change = field::marked(&first, Some(Verdict::Disputed), &by, &at).unwrap();
    session.commit(Edit::of(first.id.clone(), change), &by, &at).unwrap();
    let change = factdesk::review::Change::to(&second, &field::DISMISSED, true.into()).unwrap();
    session.commit(Edit::of(second.id.clone(), change), &by, &at).unwrap();
    session
}

#[test]
fn no_link_of_a_page_leads_nowhere() {
    let hostile = include_str!("../outside/sessions/hostile.json");
    let half = include_str!("../../sessions/harbour-tunnel-half.factdesk.json");
    let done = include_str!("../../sessions/harbour-tunnel-done.factdesk.json");
    let parsed = |file: &str| factdesk::store::format::parse(file.as_bytes()).unwrap().session;
    let mut followed = 0;
    for session in [parsed(hostile), parsed(half), parsed(done), session()] {
        for format in [Format::Html, Format::Digest] {
            let options = Options { history: true, ..Options::default() };
            let page = String::from_utf8(export(&session, format, &options).unwrap()).unwrap();
            let ids = values(&page, "id");
            let places: HashSet<&str> = ids.iter().copied().collect();
            assert_eq!(places.len(), ids.len(), "{format}: a name stands twice");
            for link in values(&page, "href").into_iter().filter_map(|link| link.strip_prefix('#')) {
                assert!(places.contains(link), "{format}: #{link} leads nowhere");
                followed += 1;
            }
            for name in values(&page, "aria-labelledby") {
                assert!(places.contains(name), "{format}: {name} names nothing");
            }
        }
    }
    assert!(followed > 100, "{followed}");
}
