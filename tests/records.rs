//! What a reviewer writes down about a claim: sources, correction, query, right of reply, speaker, tags, own words.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

mod support;

use factdesk::app::Effect;
use factdesk::review::{Change, Claim, Edit, QueryStatus, Rank, Stance, Support, Swap};
use support::{TestDesk, desk};

fn first(desk: &TestDesk) -> Claim {
    desk.session().claims().get(0).cloned().unwrap()
}

/// A source with a title, a link, a kind, a rank, a bearing, a place and a passage.
fn with_source(desk: TestDesk) -> TestDesk {
    desk.keys("s a")
        .types("Council minutes")
        .keys("tab")
        .types("https://example.org/minutes.pdf")
        .keys("tab")
        .types("d")
        .keys("tab")
        .types("p")
        .keys("tab")
        .types("c")
        .keys("tab")
        .types("p. 12")
        .keys("tab")
        .types("a total of 44.1 million")
        .keys("ctrl-s")
}

#[test]
fn a_source_is_written_field_by_field() {
    let desk = with_source(desk()).sees("a new source: kept").sees("Council minutes").owes_save();
    let source = first(&desk).record.sources.first().cloned().unwrap();
    assert_eq!(
        (source.id.as_str(), source.title.as_str(), source.locator.as_str()),
        ("s1", "Council minutes", "p. 12")
    );
    assert_eq!((source.rank, source.stance), (Some(Rank::Primary), Some(Support::Contradicts)));
    assert_eq!(source.checked_at, "2026-11-23", "today, unless told otherwise");
    desk.keys("esc").sees("Council minutes, p. 12").sees("contradicts");
}

#[test]
fn sources_are_changed_reordered_and_removed_and_all_of_it_can_be_undone() {
    let desk = with_source(desk()).keys("a").types("Steel index").keys("ctrl-s J").sees("Steel index");
    let titles =
        |desk: &TestDesk| first(desk).record.sources.iter().map(|source| source.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&desk), ["Steel index", "Council minutes"]);
    let desk = desk.keys("K e").types(", final").keys("ctrl-s");
    assert_eq!(titles(&desk), ["Council minutes, final", "Steel index"]);
    let desk = desk.keys("D esc");
    assert_eq!(titles(&desk), ["Steel index"]);
    let desk = desk.keys("z z z z z z").resumed();
    assert!(titles(&desk).is_empty());
    assert_eq!(titles(&desk.keys("Z Z")), ["Council minutes", "Steel index"]);
}

#[test]
fn a_link_must_be_http_or_https_and_nothing_typed_is_lost() {
    let desk = desk().keys("s a").types("Evil").keys("tab").types("javascript:alert(1)").keys("ctrl-s");
    let desk = desk.sees("a link begins with http:// or https://").sees("javascript:alert(1)");
    assert!(first(&desk).record.sources.is_empty());
    desk.keys("ctrl-u").types("-rf").keys("ctrl-s").sees("a link begins with");
}

#[test]
fn a_correction_begins_with_the_words_of_the_claim() {
    let desk = desk()
        .keys("w")
        .sees("The repair cost 42 million crowns")
        .keys("ctrl-u")
        .types("The repair cost 44.1 million")
        .keys("ctrl-s");
    let desk = desk.sees("correction: kept").sees("fix").sees("(proposed)");
    let desk = desk.keys("w tab right ctrl-s").sees("(accepted)");
    desk.keys("z z").sees_no("fix ");
}

#[test]
fn a_query_is_answered_later() {
    let desk = desk().keys("r tab").types("Where does 42 come from?").keys("ctrl-s").sees("asked").sees("(open)");
    let desk = desk.resumed().keys("r tab tab").types("From the mayor's office.").keys("ctrl-s").sees("(answered)");
    let query = first(&desk).record.query.clone().unwrap();
    assert_eq!(
        (query.to.as_str(), query.answer.as_str(), query.state()),
        ("author", "From the mayor's office.", QueryStatus::Answered)
    );
}

#[test]
fn tags_are_trimmed_and_none_stands_twice() {
    let desk = desk().keys("t").types(" money ,  , steel  prices,money").keys("ctrl-s").sees("money, steel prices");
    assert_eq!(first(&desk).record.tags, ["money", "steel prices"]);
    assert!(first(&desk.keys("t ctrl-u").types("  ").keys("ctrl-s")).record.tags.is_empty());
}

#[test]
fn the_speaker_and_the_stance_can_be_mended() {
    let desk = desk()
        .sized(160, 40)
        .keys("p ctrl-u")
        .types("Mayor Halm")
        .keys("tab")
        .types("dd")
        .keys("tab")
        .types("the Tidende")
        .keys("ctrl-s");
    let desk = desk.sees("Mayor Halm (declines), via the Tidende");
    let speaker = first(&desk).speaker.clone().unwrap();
    assert_eq!(speaker.stance, Stance::Declines);
}

#[test]
fn the_right_of_reply_is_kept() {
    let desk = desk().sized(160, 40).keys("R").types("The mayor").keys("tab tab").types("Denies it.").keys("ctrl-s");
    desk.sees("The mayor, asked 2026-11-23: Denies it.");
}

#[test]
fn a_claim_can_be_stated_in_own_words_beside_the_quote() {
    desk()
        .keys("W")
        .types("Cost: 42 million")
        .keys("ctrl-s")
        .sees("states")
        .sees("1  Cost: 42 million")
        .sees("“The repair cost");
}

#[test]
fn putting_a_form_away_asks_only_when_something_was_changed() {
    desk()
        .keys("w esc")
        .sees_no("Correction")
        .keys("w")
        .types("!")
        .keys("esc")
        .sees("What you typed is not kept")
        .keys("y")
        .sees_no("Correction");
}

#[test]
fn the_history_in_the_card_tells_every_change() {
    with_source(desk()).keys("esc t").types("money").keys("ctrl-s enter").sees("anna  sources").sees("anna  tags");
}

#[test]
fn a_link_is_opened_only_after_asking_and_only_on_the_web() {
    let desk = with_source(desk())
        .keys("o")
        .sees("Open in the browser?")
        .sees("https://example.org/minutes.pdf")
        .keys("n esc o y");
    let desk = desk.owes(&Effect::OpenLink("https://example.org/minutes.pdf".to_owned()));
    let mut session = desk.session().clone();
    let before = session.claims().get(0).map(|claim| claim.record.sources.clone()).unwrap();
    let mut after = before.clone();
    "file:///etc/passwd".clone_into(&mut after[0].url);
    let edit = Edit::of("k1".into(), Change::Sources(Swap::new(before, after)));
    session.commit(edit, &"anna".into(), &desk.now).unwrap();
    let desk = support::desk_of(session).keys("o").sees("only http and https links are opened");
    assert!(desk.owed.is_empty());
    desk.keys("j o").sees("no source here has a link");
}

#[test]
fn the_words_of_a_claim_are_copied_clean() {
    let desk = desk().keys("y").sees("copied");
    desk.owes(&Effect::Copy("The repair cost 42 million crowns, the mayor said on Monday.".to_owned()));
}
