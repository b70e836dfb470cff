//! Claims of one's own: words picked in the article, spans mended, claims split, joined, deleted.

use crate::support::{BRIDGE, CLAIMS, TestDesk, desk, desk_of, mark, redraft, session_of};
use factdesk::review::{Origin, Status, Verdict};

/// The words of every claim, in article order.
fn claimed(desk: &TestDesk) -> Vec<String> {
    let session = desk.session();
    session.claims().iter().map(|claim| session.exact(claim).to_owned()).collect()
}

#[test]
fn a_phrase_inside_a_sentence_becomes_a_claim() {
    // From "The repair …": three words on, swap ends, one word on.
    let desk = desk().keys("tab space w w w w w o w b a").sees("claimed").owes_save();
    let own = desk
        .model
        .desk()
        .and_then(factdesk::app::desk::Desk::claim)
        .cloned()
        .map(|claim| (claim.origin, desk.session().article.words(claim.span).to_owned()));
    assert_eq!(own, Some((Origin::Added, "The repair cost 42 million".to_owned())));
    desk.keys("z").sees("undone: claim added");
}

#[test]
fn words_are_picked_by_character_word_row_and_sentence() {
    let picked = |keys: &str| {
        let desk = desk().keys("tab space").keys(keys);
        let held = desk.model.desk().and_then(|desk| {
            Some(desk.session.article.words(desk.picking.as_ref()?.span(&desk.session.article)).to_owned())
        });
        held.unwrap_or_default()
    };
    assert_eq!(picked("l l"), "The");
    assert_eq!(picked("l l h"), "The", "no word is cut");
    assert_eq!(picked("w w"), "The repair");
    assert_eq!(picked("w w b"), "The repair");
    assert_eq!(picked(")"), "The repair cost 42 million crowns, the mayor said on Monday.");
    assert_eq!(picked(") ) ("), "The repair cost 42 million crowns, the mayor said on Monday. No");
    assert!(picked("j").starts_with("The repair cost 42 million crowns, the"));
    assert_eq!(picked("j k"), "The");
}

#[test]
fn a_family_of_emoji_is_picked_whole_and_offsets_count_code_points() {
    let session = session_of("Title\nA 👩‍👩‍👧 fee of 東京 rose.", &[]);
    let desk = desk_of(session).keys("tab j space l l").keys("a");
    assert_eq!(claimed(&desk), ["A 👩‍👩‍👧"]);
    let json = String::from_utf8(factdesk::store::format::print(desk.session())).unwrap_or_default();
    assert!(json.contains("\"start\": 7, \"end\": 14"), "{json}");
}

#[test]
fn letting_go_changes_nothing() {
    let desk = desk().keys("tab space w w esc");
    assert!(desk.owed.is_empty());
    assert_eq!(desk.keys("j").session().claims().len(), 6);
}

#[test]
fn a_span_is_mended_at_either_end() {
    let desk = desk().keys("m b b b b b b a").sees("span mended");
    assert_eq!(claimed(&desk).first().map(String::as_str), Some("The repair cost 42 million crowns"));
    let desk = desk.keys("m o w l l enter");
    assert_eq!(claimed(&desk).first().map(String::as_str), Some("repair cost 42 million crowns"));
    assert_eq!(
        claimed(&desk.keys("z z").resumed()).first().map(String::as_str),
        Some("The repair cost 42 million crowns, the mayor said on Monday.")
    );
}

#[test]
fn a_claim_is_split_at_the_cursor_and_joined_again() {
    let desk = desk().keys("S w w l l enter").sees("split in two").owes_save();
    let parts = claimed(&desk);
    assert_eq!(parts.first().map(String::as_str), Some("The repair"));
    assert_eq!(parts.get(1).map(String::as_str), Some("cost 42 million crowns, the mayor said on Monday."));
    let desk = desk.keys("M").sees("joined with the next claim");
    assert_eq!(
        claimed(&desk).first().map(String::as_str),
        Some("The repair cost 42 million crowns, the mayor said on Monday.")
    );
    let desk = desk.keys("z z");
    assert_eq!(desk.session().claims().len(), 6);
    desk.resumed().keys("Z").sees("✓ 0");
}

#[test]
fn a_correction_goes_with_the_half_whose_words_it_changes_and_stays_whole_where_they_are_joined() {
    let claim = |desk: &TestDesk, at: usize| {
        let claim = desk.session().claims().get(at).cloned().unwrap_or_else(|| panic!("no claim {at}"));
        let asked = claim.record.corrections.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        let amended = claim.record.corrections.iter().filter_map(|one| desk.session().amended(&claim, one));
        (asked, amended.map(std::borrow::Cow::into_owned).collect::<Vec<_>>())
    };
    let whole = "The repair cost 44 million crowns, the mayor said on Monday.";
    for (asked, cut) in [
        (whole, ["", "cost 44 million crowns, the mayor said on Monday."]),
        ("The dredging cost 42 million crowns, the mayor said on Monday.", ["The dredging", ""]),
        ("The dredging cost 44 crowns, the mayor said.", ["The dredging", "cost 44 crowns, the mayor said."]),
    ] {
        let desk = desk().keys("w ctrl-a ctrl-k").types(asked).keys("ctrl-s S w w l l enter").sees("split in two");
        for (at, words) in cut.iter().enumerate() {
            let (told, amended) = claim(&desk, at);
            assert_eq!(told.concat(), *words, "{asked}");
            assert_eq!(amended.concat(), *words, "{asked}");
        }
        let desk = desk.keys("M").sees("joined with the next claim");
        let (_, amended) = claim(&desk, 0);
        for words in amended {
            assert!(words.ends_with('.') && words.starts_with("The "), "{words}");
        }
    }
}

#[test]
fn a_split_at_the_edge_is_refused() {
    let desk = desk().keys("S enter").sees("nothing to cut off there");
    assert_eq!(desk.session().claims().len(), 6);
    desk.keys("S b enter").sees("nothing to cut off there");
}

#[test]
fn a_selection_of_nothing_is_refused_and_goes_on() {
    // The blank behind the first word, and nothing else.
    let desk = desk().keys("tab space w l o l l l a").sees("nothing is picked: only blanks lie there");
    let desk = desk.keys("w a").sees("claimed");
    assert!(claimed(&desk).contains(&"repair".to_owned()), "{:?}", claimed(&desk));
}

#[test]
fn a_cut_at_the_edge_can_be_moved_on_and_one_between_words_takes_the_next() {
    let desk = desk().keys("S enter").sees("nothing to cut off there: move on").keys("w l enter").sees("split in two");
    assert_eq!(
        claimed(&desk).get(1).map(String::as_str),
        Some("repair cost 42 million crowns, the mayor said on Monday.")
    );
}

#[test]
fn joining_keeps_what_was_written_about_either() {
    let desk = desk()
        .keys("e")
        .types("one")
        .keys("ctrl-s j e")
        .types("two")
        .keys("ctrl-s t")
        .types("money")
        .keys("ctrl-s k M");
    let joined = desk.session().claims().get(0).cloned();
    assert_eq!(
        joined.as_ref().map(|claim| claim.record.note.as_str()),
        Some("one\nthe joined claim was said by a report (asserts)\ntwo")
    );
    assert_eq!(joined.map(|claim| claim.record.tags.clone()), Some(vec!["money".to_owned()]));
}

#[test]
fn only_claims_added_by_hand_are_deleted() {
    let desk = desk().keys("D").sees("only claims added by hand");
    let desk = desk.keys("tab space w w a D").sees("claim deleted");
    assert_eq!(desk.session().claims().len(), 6);
    assert_eq!(desk.keys("z").session().claims().len(), 7);
}

#[test]
fn nested_claims_are_told_apart_in_margin_list_card_and_text() {
    // Inside the first sentence a phrase, and inside that another.
    let desk = desk().keys("tab space w w w w w a").selected("The repair cost 42 million");
    let desk = desk.keys("space w w w w w o w w w w b a").selected("42 million");
    let desk = desk.sees("▌○ 1b The repair").sees("· · 42 million").sees("1a · The repair cost 42");
    let desk = desk.sees("lies     inside 1, 1a");
    let style = desk.styled();
    assert!(style.contains("italic"), "where claims lie over one another the words lean:\n{style}");
    desk.keys("k").selected("The repair cost 42 million").sees("lies     inside 1 · around 1b");
}

#[test]
fn no_claim_begins_or_ends_inside_a_word() {
    let own = |keys: &str| {
        let desk = desk().keys(keys);
        desk.model.desk().and_then(|desk| Some(desk.session.exact(desk.claim()?).to_owned())).unwrap_or_default()
    };
    assert_eq!(own("tab space w l l l v a"), "cost", "what is begun inside a word takes all of it");
    assert_eq!(own("tab space w w h h a"), "The repair");
    let seen = desk().keys("space w w f").sees("to the character").keys("m a");
    assert!(
        seen.sees("claimed")
            .session()
            .claims()
            .iter()
            .any(|claim| claim.span.len() == "The repair cost 42 million".len())
    );
}

#[test]
fn the_second_half_of_a_sentence_is_claimed_by_four_keys_and_the_words_before_it() {
    let desk = desk().keys("space w w w w w v ) a").pressed(4 + 5).sees("claimed");
    desk.selected("crowns, the mayor said on Monday.");
    // Up to the comma it takes one key, however many words that is.
    crate::support::desk().keys("space , v ) a").pressed(5).selected("the mayor said on Monday.");
}

/// The bridge with the first claim verified by Rita, on the desk of `anna`.
fn read_by_rita() -> TestDesk {
    let mut session = session_of(BRIDGE, &crate::support::CLAIMS);
    mark(&mut session, 0, Verdict::Verified, "rita", "2026-11-22T10:00:00Z");
    desk_of(session)
}

#[test]
fn no_verdict_stands_over_words_that_a_mended_span_brought_in() {
    let desk = read_by_rita().sees("✓ 1").keys("g g m b b b b b b a");
    let desk = desk.sees("span mended · was verified by rita, on other words").sees("✓ 0").sees("(mended in");
    let claim = desk.claim(0);
    assert_eq!((claim.status(), claim.fate().map(|fate| fate.had.len())), (Status::Unchecked, Some(1)));
    // One undo takes all of it back, and tomorrow too.
    let back = desk.resumed().keys("z");
    assert_eq!(back.claim(0), read_by_rita().claim(0));
    // Who mended it confirms with one key, as theirs.
    let desk = read_by_rita().keys("g g m b b b b b b a v");
    assert_eq!(desk.claim(0).mark.map(|mark| mark.by.to_string()).as_deref(), Some("anna"));
    // One's own verdict is no different, nor is a dismissal.
    let own = crate::support::desk().keys("v k m b b a").sees("was verified by anna").sees("✓ 0");
    assert_eq!(own.claim(0).status(), Status::Unchecked);
    let own = crate::support::desk().keys("x g g m b b a").sees("was dismissed");
    assert_eq!(own.claim(0).status(), Status::Unchecked);
}

#[test]
fn a_stop_or_a_blank_more_is_the_same_words() {
    // The last character of the span is its full stop.
    let desk = read_by_rita().keys("g g m h a").sees("span mended").sees("✓ 1");
    assert!(desk.session().exact(&desk.claim(0)).ends_with("Monday"));
    assert!(desk.claim(0).fate().is_none());
}

#[test]
fn a_cut_and_a_joined_claim_are_unchecked_too() {
    let desk = read_by_rita().keys("g g S w w l l enter").sees("split in two · was verified by rita").sees("✓ 0");
    assert_eq!(desk.keys("z").claim(0), read_by_rita().claim(0));
    let desk =
        read_by_rita().keys("g g j v g g M").sees("joined with the next claim · was verified by rita").sees("✓ 0");
    let note = desk.claim(0).record.note.clone();
    assert!(note.contains("before joining: verified by anna"), "{note}");
}

#[test]
fn what_is_joined_again_has_its_verdict_back_unless_its_reader_has_another_since() {
    let cut = || desk().keys("v g g S w w l l enter").sees("✓ 0");
    cut().keys("g g M").sees("joined with the next claim").sees_no("on other words").sees("✓ 1");
    for half in ["g g d", "g g j d"] {
        let joined = cut().keys(half).keys("g g M").sees("joined with the next claim").sees("✓ 0");
        assert_eq!(joined.claim(0).status(), Status::Unchecked, "{half}");
        assert!(joined.claim(0).record.note.contains("before joining: disputed by anna"), "{half}");
    }
}

#[test]
fn a_mend_is_not_taken_back_under_a_verdict_that_was_given_since() {
    let desk = desk().keys("m b b b b b b a");
    let desk = desk.meanwhile(|session| mark(session, 0, Verdict::Verified, "rita", "2026-11-23T10:00:00Z"));
    let desk = desk.keys("z").sees("claim 1 has been changed since");
    assert_eq!(desk.session().exact(&desk.claim(0)), "The repair cost 42 million crowns");
}

/// The bridge with a sentence put in front of its first.
fn longer() -> String {
    BRIDGE.replace("The repair cost 42", "Nobody expected that. The repair cost 42")
}

#[test]
fn words_being_picked_are_let_go_when_a_draft_comes_in_from_elsewhere() {
    for keys in ["m b b", "tab space w w w w", "S w w"] {
        let desk = desk().keys(keys).meanwhile(|session| redraft(session, &longer()));
        let desk =
            desk.sees("rita has written too · the words being picked are let go: the article is another draft now");
        let before = claimed(&desk);
        assert_eq!(claimed(&desk.keys("a")), before, "{keys}");
    }
    // What somebody wrote into this draft leaves them alone.
    let desk = desk().keys("m b b b b b b");
    let desk = desk.meanwhile(|session| mark(session, 3, Verdict::Verified, "rita", "2026-11-23T09:30:00Z"));
    assert_eq!(claimed(&desk.keys("a")).first().map(String::as_str), Some("The repair cost 42 million crowns"));
}

#[test]
fn a_cut_never_goes_through_a_word() {
    // The cursor stands inside "repair".
    let desk = desk().keys("S l l l l l l l l a").sees("split in two");
    assert_eq!(claimed(&desk).first().map(String::as_str), Some("The"));
    assert_eq!(claimed(&desk).get(1).map(|words| words.starts_with("repair cost")), Some(true));
}

/// The words of the claim that is selected after these keys, on an article of one sentence with many commas.
fn own(keys: &str) -> String {
    let words = "The old pier, built in 1871, cost 1,200 crowns, the keeper said: nobody paid.";
    let desk = desk_of(session_of(&format!("The pier\n{words}\nThe quay was shut."), &[(words, "")])).keys(keys);
    desk.model.desk().and_then(|desk| Some(desk.session.exact(desk.claim()?).to_owned())).unwrap_or_default()
}

#[test]
fn a_comma_goes_on_from_clause_to_clause_and_parts_no_figure() {
    assert_eq!(own("space , a"), "The old pier");
    assert_eq!(own("space , , a"), "The old pier, built in 1871");
    assert_eq!(own("space , , , a"), "The old pier, built in 1871, cost 1,200 crowns");
    assert_eq!(own("space 4 , a"), "The old pier, built in 1871, cost 1,200 crowns, the keeper said");
    assert_eq!(own("space , , , , , , , a"), own("space ) a"), "and no further than the line");
}

#[test]
fn a_claim_can_begin_at_the_word_that_was_jumped_to() {
    assert_eq!(own("space f k v w a"), "keeper");
    assert_eq!(own("space f 1 v a"), "1871");
    assert_eq!(own("space w v a"), "old", "from the end of a word it is the next one");
}

#[test]
fn a_count_moves_so_many_words_and_no_word_key_leaves_the_paragraph() {
    assert_eq!(own("space 3 w a"), own("space w w w a"));
    for keys in ["space b b a", "space ( a", "space 9 9 w a", "space ) ) ) a"] {
        assert!(!own(keys).contains('\n'), "{keys}: {:?}", own(keys));
    }
}

#[test]
fn where_a_claim_is_cut_keys_lead_to_places_for_a_cut_and_no_other_is_offered() {
    let desk = crate::support::desk().sized(120, 24).keys("S");
    let desk = desk.sees("cut before it").sees_no("begin here").sees_no("other end");
    desk.keys("v").sees("there is no other end").keys("o").sees("there is no other end");
    for (keys, first) in [
        ("S w a", "The"),
        ("S 3 w a", "The repair cost"),
        ("S , a", "The repair cost 42 million crowns,"),
        ("S w w b a", "The"),
    ] {
        let desk = crate::support::desk().keys(keys).sees("split in two");
        assert_eq!(claimed(&desk).first().map(String::as_str), Some(first), "{keys}");
    }
    // Words that are found are where it is cut, those of another claim are none of it.
    let desk = crate::support::desk().keys("S /").types("42 mill").keys("enter a").sees("split in two");
    assert_eq!(claimed(&desk).first().map(String::as_str), Some("The repair cost"));
    // Of two sentences the second is reached by one key; the end of the claim is no place.
    let both = "It cost 4 million. Nobody paid for it.";
    let desk = || desk_of(session_of(&format!("A pier\n{both}\nMore."), &[(both, "")]));
    assert_eq!(claimed(&desk().keys("S ) ) a")), ["It cost 4 million.", "Nobody paid for it."]);
}

#[test]
fn what_goes_when_two_claims_become_one_is_said() {
    let desk = crate::support::desk().keys("g v d g M");
    desk.sees("joined with the next claim · was verified by anna, disputed by anna").sees("undo");
}

#[test]
fn claims_that_stay_on_page_furniture_are_said() {
    let desk = crate::support::desk().keys("v d g tab F");
    desk.sees("page furniture now").sees("its 2 claims stay in the list");
}

#[test]
fn the_keys_go_back_to_where_the_picking_began() {
    use factdesk::app::desk::Pane;
    let pane = |desk: &TestDesk| desk.model.desk().unwrap().pane;
    for begun in ["m", "S", "space"] {
        let keys = |pane: &str| format!("g {pane} {begun} w esc");
        assert_eq!(pane(&desk().keys(&keys(""))), Pane::Claims, "{begun}");
        assert_eq!(pane(&desk().keys(&keys("tab"))), Pane::Article, "{begun}");
    }
    let mended = desk().keys("g m b a");
    assert_eq!((pane(&mended), pane(&desk().keys("g space w a"))), (Pane::Claims, Pane::Claims));
    let desk = desk().keys("g space esc j").selected(CLAIMS[1].0);
    assert_eq!(pane(&desk), Pane::Claims);
}
