//! What a reviewer writes down about a claim: sources, correction, query, right of reply, speaker, tags, own words.
#![allow(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use crate::support::{TestDesk, desk};
use factdesk::app::{Action, Effect};
use factdesk::review::{Change, Claim, Edit, QueryStatus, Rank, Stance, Support, Swap};

fn first(desk: &TestDesk) -> Claim {
    desk.session().claims().get(0).cloned().unwrap()
}

/// The text in the full card, its rows joined.
fn in_card(desk: &TestDesk) -> String {
    let area = desk.model.desk().unwrap().layout(desk.model.size).beside().unwrap();
    let (left, width) = (usize::from(area.x) + 1, usize::from(area.width));
    let rows = crate::support::rows(&desk.grid());
    let inside = rows.iter().map(|row| row.chars().skip(left).take(width).collect::<String>());
    inside.flat_map(|row| row.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>().join(" ")
}

/// A source with a title, a link, a kind, a rank, a bearing, a place and a passage.
fn with_source(desk: TestDesk) -> TestDesk {
    desk.keys("s tab")
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
    let desk = with_source(desk()).sees("source kept").sees("Council minutes").owes_save();
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
    let desk = with_source(desk()).keys("alt-s a").types("Steel index").keys("ctrl-s K").sees("Steel index");
    let titles =
        |desk: &TestDesk| first(desk).record.sources.iter().map(|source| source.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&desk), ["Steel index", "Council minutes"]);
    let desk = desk.keys("J k e").types(", final").keys("ctrl-s");
    assert_eq!(titles(&desk), ["Council minutes, final", "Steel index"]);
    let desk = desk.keys("D esc");
    assert_eq!(titles(&desk), ["Steel index"]);
    let desk = desk.keys("z z z z z z").resumed();
    assert!(titles(&desk).is_empty());
    assert_eq!(titles(&desk.keys("Z Z")), ["Council minutes", "Steel index"]);
}

#[test]
fn a_link_must_be_http_or_https_and_nothing_typed_is_lost() {
    let desk = desk().keys("s tab").types("Evil").keys("tab").types("javascript:alert(1)").keys("ctrl-s");
    let desk = desk.sees("a link begins with http:// or https://").sees("javascript:alert(1)");
    assert!(first(&desk).record.sources.is_empty());
    desk.keys("ctrl-u").types("-rf").keys("ctrl-s").sees("a link begins with");
}

#[test]
fn a_correction_begins_with_the_words_of_the_claim() {
    let desk = desk()
        .keys("w")
        .sees("The repair cost 42 million crowns")
        .keys("end ctrl-u")
        .types("The repair cost 44.1 million")
        .keys("ctrl-s");
    let desk = desk.sees("correction kept").sees("fix").sees("(proposed)");
    let style = desk.styled();
    assert!(style.contains("crossed_out") && style.contains("bold | underlined"), "what goes and what comes:\n{style}");
    let desk = desk.keys("w tab right ctrl-s").sees("(accepted)");
    desk.keys("z z").sees_no("fix ");
}

#[test]
fn a_query_is_answered_later() {
    let desk = desk().keys("r").types("Where does 42 come from?").keys("ctrl-s").sees("asked").sees("(open)");
    let desk = desk.resumed().keys("r").types("From the mayor's office.").keys("ctrl-s").sees("(answered)");
    let query = first(&desk).record.queries[0].clone();
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
    let desk = desk.sees("Mayor Halm (declines, via the Tidende)");
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
        .sees("1 Cost: 42 million")
        .sees("“The repair cost");
}

#[test]
fn putting_a_form_away_asks_only_when_something_was_changed() {
    desk()
        .keys("w esc")
        .sees_no("Correction")
        .keys("w end")
        .types("!")
        .keys("esc")
        .sees("What you typed is not kept")
        .keys("y")
        .sees_no("Correction");
}

#[test]
fn without_colours_a_correction_is_told_by_brackets() {
    let mut desk = desk().sized(160, 40).keys("w end ctrl-u");
    desk.model.settings.look.colours = factdesk::app::settings::Colours::None;
    desk.types("The repair cost 44.1 million crowns, the mayor said on Monday.")
        .keys("ctrl-s")
        .sees("The repair cost [-42-] {+44.1+} million crowns, the …")
        .sees("(proposed)")
        .keys("enter")
        .sees("[-42-] {+44.1+} million crowns, the mayor")
        .sees_no("the …");
}

#[test]
fn a_correction_to_the_words_that_stand_is_none() {
    let desk = desk().keys("w enter").sees("nothing to keep, these are the article's words");
    assert!(desk.session().claims().iter().all(|claim| claim.record.corrections.is_empty()));
    let desk = desk.keys("w end").types("  ").keys("enter").sees("nothing to keep");
    assert!(desk.session().history().is_empty());
}

#[test]
fn the_history_in_the_card_tells_every_change_from_what_to_what() {
    let desk = with_source(desk().sized(120, 60)).keys("alt-s e tab tab tab tab tab").types(", 14").keys("ctrl-s");
    let desk = desk.keys("a").types("Steel index").keys("ctrl-s K D esc t").types("money").keys("ctrl-s w end");
    let desk = desk.types(" indeed").keys("tab right ctrl-s");
    let desk = desk.keys("r").types("Where from?").keys("ctrl-s r").types("A memo.").keys("ctrl-s");
    let desk = desk.keys("p ctrl-u").types("Mayor Halm").keys("ctrl-s R").types("The mayor").keys("ctrl-s");
    let desk =
        desk.keys("W").types("It cost 42 million").keys("ctrl-s e").types("See minutes").keys("ctrl-s x k v k z");
    let desk = desk.keys("m b b enter S w w l l enter M enter");
    let told = [
        "2026-11-23 09:41 anna source added: title “Council minutes”",
        "source “Council minutes”: locator: “p. 12” → “p. 12, 14”",
        "source added: title “Steel index”",
        "sources: “Council minutes”, “Steel index” → “Steel index”, “Council minutes”",
        "source removed: title “Steel index”",
        "tags: none → “money”",
        "correction added: instead “The repair cost 42 million crowns",
        "state “accepted”",
        "query added: to “author”, question “Where from?”, asked on “2026-11-23”",
        "query “Where from?”: answer: none → “A memo.”",
        "speaker: name: “the mayor” → “Mayor Halm”",
        "right of reply added: who “The mayor”, asked on “2026-11-23”",
        "own words: none → “It cost 42 million”",
        "note: none → “See minutes”",
        "dismissed: nothing to check",
        "brought back: to be checked",
        "unchecked → verified",
        "took back: verified → unchecked",
        "span: “The repair cost 42 million crowns, the mayor said on Monday.” → “The repair",
        "split: “The repair",
        "joined: “The repair” and “cost 42 million",
    ];
    let card = in_card(&desk.sized(200, 120));
    for words in told {
        assert!(card.contains(words), "{words:?} is not in the card:\n{card}");
    }
}

#[test]
fn a_claim_of_ones_own_with_all_its_records_is_exactly_in_the_file_and_three_are_taken_back_tomorrow() {
    // A source for the second claim, to be used again; then a phrase inside the first sentence.
    let desk = desk().keys("j s tab").types("Council minutes").keys("tab").types("https://example.org/minutes.pdf");
    let desk = desk.keys("ctrl-s esc k tab space w w w w w a").selected("The repair cost 42 million").keys("s tab");
    let desk = desk
        .types("Steel index")
        .keys("tab tab")
        .types("d")
        .types("d")
        .keys("ctrl-s ,")
        .types("minutes")
        .keys("ctrl-e");
    let desk =
        desk.types("c").keys("tab").types("p. 12").keys("tab").types("44.1 million").keys("ctrl-s esc w end ctrl-u");
    let desk = desk.types("The repair cost 44.1 million").keys("ctrl-s r").types("Where does 42 come from?");
    let desk =
        desk.keys("tab").types("From the mayor.").keys("ctrl-s").resumed().selected("The repair cost 42 million");
    // Taken back: the query, the correction, the picked source.
    let desk =
        desk.keys("z").sees("undone: query").keys("z").sees("undone: correction").keys("z").sees("undone: source");
    let own = desk.model.desk().and_then(factdesk::app::desk::Desk::claim).map(|claim| claim.id.to_string()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&factdesk::store::format::print(desk.session())).unwrap();
    let claim = json["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == own.as_str()).unwrap();
    assert_eq!(claim["anchor"]["exact"], "The repair cost 42 million");
    assert_eq!(
        claim["sources"],
        serde_json::json!([{
            "id": "s1", "title": "Steel index", "url": "", "kind": "data", "locator": "", "quote": "",
            "checked_at": "2026-11-23", "confidential": false
        }])
    );
    assert_eq!((&claim["corrections"], &claim["queries"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    // Nothing is lost: done again, the file says all of it.
    let desk = desk.resumed().keys("Z Z Z");
    let json: serde_json::Value = serde_json::from_slice(&factdesk::store::format::print(desk.session())).unwrap();
    let claim = json["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == own.as_str()).unwrap();
    assert_eq!(
        claim["sources"][1],
        serde_json::json!({
            "id": "s2", "title": "Council minutes", "url": "https://example.org/minutes.pdf", "stance": "contradicts",
            "locator": "p. 12", "quote": "44.1 million", "checked_at": "2026-11-23", "confidential": false
        })
    );
    assert_eq!(
        claim["corrections"],
        serde_json::json!([{ "id": "c1", "text": "The repair cost 44.1 million", "status": "proposed" }])
    );
    assert_eq!(
        claim["queries"],
        serde_json::json!([{
            "id": "q1", "to": "author", "question": "Where does 42 come from?", "asked_at": "2026-11-23",
            "answer": "From the mayor."
        }])
    );
    assert_eq!(json["history"].as_array().unwrap().len(), 1 + 5 + 6);
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
    let edit = Edit::of(
        "k1".into(),
        Change::Field(
            &factdesk::review::field::SOURCES,
            Swap::new(serde_json::to_value(before).unwrap(), serde_json::to_value(after).unwrap()),
        ),
    );
    session.commit(edit, &"anna".into(), &desk.now).unwrap();
    let desk = crate::support::desk_of(session).keys("o").sees("only http and https links are opened");
    assert!(desk.owed.is_empty());
    desk.keys("j o").sees("no source here has a link");
}

#[test]
fn the_words_of_a_claim_are_copied_clean() {
    let desk = desk().keys("y").sees("copied");
    desk.owes(&Effect::Copy("The repair cost 42 million crowns, the mayor said on Monday.".to_owned()));
}

#[test]
fn a_note_with_every_control_character_is_kept_as_typed_and_harms_no_screen() {
    let evil: String = ('\0'..='\u{9f}').chain("\u{202e}\u{200b}\u{feff}".chars()).filter(|c| *c != '\r').collect();
    let desk = desk().keys("e").types("seen: ").action(Action::Paste(evil.clone())).types(".").keys("ctrl-s").resumed();
    assert_eq!(first(&desk).record.note, format!("seen: {evil}."));
    for desk in [desk.keys("enter"), crate::support::desk().keys("e").action(Action::Paste(evil))] {
        let screen = desk.screen();
        let acts = |c: char| c.is_control() || matches!(c, '\u{202e}' | '\u{200b}' | '\u{feff}');
        assert!(!screen.lines().any(|row| row.contains(acts)), "a control reached the screen");
        assert!(screen.contains('␛'), "and none is hidden");
    }
}

#[test]
fn a_tag_of_spaces_and_an_answer_without_its_question_are_told_and_nothing_is_lost() {
    let desk = desk().keys("t").types("  ,   ").keys("ctrl-s").sees("tags: nothing to keep");
    let desk = desk.keys("r tab").types("Because.").keys("ctrl-s").sees("fill in \"question\" too").sees("Because.");
    let desk = desk.keys("backtab").types("Why?").keys("ctrl-s").sees("query kept");
    let desk = desk.keys("R tab tab").types("No.").keys("ctrl-s").sees("fill in \"who\" too").sees("No.").keys("esc y");
    desk.keys("p ctrl-u tab tab").types("a paper").keys("ctrl-s").sees("fill in \"name\" too").sees("a paper");
}

#[test]
fn nothing_typed_is_lost_while_the_screen_is_gone() {
    for (keys, typed) in [("e", "half a note"), ("r", "half a question"), ("/", "half a word"), (":", "half a wish")] {
        let desk = desk().keys(keys).types(typed).sized(1, 1).types("!").sized(0, 0).sized(80, 24);
        desk.sees(&format!("{typed}!"));
    }
    let desk = desk().keys("t").types("money").keys("ctrl-s f t").types("mon").sized(1, 1).sized(80, 24).sees("/ mon");
    desk.keys("enter").sees("tag money");
    // A selection under way stays, too.
    desk_after_shrinking().keys("a").selected("The repair cost");
}

fn desk_after_shrinking() -> TestDesk {
    desk().keys("tab space w w w").sized(1, 1).sized(100, 30)
}

#[test]
fn a_list_offers_only_what_comes_to_something() {
    let none = desk().sized(120, 40).keys("alt-s").sees("a add").sees("p pick");
    none.sees_no("enter change").sees_no("D remove").sees_no("K up").sees_no("o open");
    let one =
        desk().sized(120, 40).keys("s").types("Minutes").keys("enter alt-s").sees("enter change").sees("D remove");
    one.sees_no("K up").sees_no("J down");
}

#[test]
fn on_a_narrow_screen_a_thing_keeps_its_name_and_a_form_the_columns_of_its_values() {
    let desk = desk().keys("s").types("Minutes of the council").keys("tab tab tab");
    let desk = desk.keys("right right tab right tab right right enter").sized(28, 12);
    let listed = desk.keys("alt-s").sees("Minutes");
    for row in listed.screen().lines().filter(|row| row.starts_with('│') && row.contains(" · ")) {
        assert!(row.contains('…') || row.contains("contradicts"), "{row}");
    }
    let written = listed.keys("esc w").sized(28, 12).screen();
    let row = written.lines().find(|row| row.contains("instead")).unwrap();
    let value = row.chars().skip(2 + "instead".len()).position(|c| c != ' ').unwrap();
    assert!(value < 5, "{written}");
}
