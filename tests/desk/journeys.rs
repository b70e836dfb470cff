//! What a reviewer does at the desk, key by key, and what the screen then says.

use crate::support::{desk, desk_of, session_of};
use factdesk::app::pointer::{Deed, Pointer};
use factdesk::app::{Action, Effect, Mode, Outcome};
use factdesk::review::{Status, Verdict};

#[test]
fn a_mark_is_saved_and_the_next_unchecked_claim_is_selected() {
    desk()
        .selected("The repair cost")
        .keys("v")
        .owes_save()
        .selected("No other bridge")
        .sees("✓ 1  ✗ 0  ? 0  ○ 5")
        .sees("saving")
        .saved()
        .sees("saved");
}

#[test]
fn every_verdict_has_its_key_and_shows_in_the_counts() {
    let marked = desk().keys("v d u x").sees("✓ 1  ✗ 1  ? 1  ○ 2").sees("3/5");
    let tally = *marked.session().claims().tally();
    assert_eq!((tally.of(Status::Dismissed), tally.of(Status::Unchecked)), (1, 2));
    assert!(
        marked
            .session()
            .claims()
            .iter()
            .take(3)
            .all(|claim| claim.mark.as_ref().is_some_and(|mark| &*mark.by == "anna"))
    );
}

#[test]
fn a_verdict_can_be_changed_and_cleared() {
    let desk = desk().keys("v k d");
    assert_eq!(
        desk.session().claims().get(0).and_then(|claim| claim.mark.clone()).map(|mark| mark.verdict),
        Some(Verdict::Disputed)
    );
    desk.keys("g c").sees("✓ 0  ✗ 0  ? 0  ○ 6");
}

#[test]
fn after_the_last_unchecked_claim_the_desk_says_that_all_is_settled() {
    desk().keys("v v v v v v").sees("every claim is settled").sees("6/6").keys("]").sees("no unchecked claim is left");
}

#[test]
fn past_the_end_the_first_unchecked_claim_comes_again() {
    desk().keys("G v").selected("The repair cost").sees("past the end");
}

#[test]
fn staying_on_the_marked_claim_is_a_setting() {
    let mut desk = desk();
    desk.model.settings.advance = false;
    desk.keys("v").selected("The repair cost");
}

#[test]
fn undo_goes_back_step_by_step_and_redo_comes_again() {
    desk()
        .keys("v d z")
        .selected("No other bridge")
        .sees("✓ 1  ✗ 0")
        .sees("undone: verdict")
        .keys("z")
        .sees("✓ 0  ✗ 0")
        .keys("z")
        .sees("nothing to undo")
        .keys("Z Z")
        .sees("✓ 1  ✗ 1")
        .keys("Z")
        .sees("nothing to do again");
}

#[test]
fn undo_and_redo_still_work_tomorrow() {
    let tomorrow = desk().keys("v d z").resumed();
    tomorrow.selected("No other bridge").keys("Z").sees("✓ 1  ✗ 1").keys("z z").sees("✓ 0  ✗ 0").sees("○ 6");
}

#[test]
fn tomorrow_opens_where_it_was_left() {
    desk().keys("v d").resumed().selected("We were never asked").sees("✓ 1  ✗ 1");
}

#[test]
fn a_dismissed_claim_comes_back_with_the_same_key() {
    desk().keys("x").sees("○ 5").keys("k x").sees("○ 6");
}

#[test]
fn marking_a_dismissed_claim_brings_it_back() {
    desk().keys("x k v").sees("✓ 1").sees("○ 5");
}

#[test]
fn what_one_key_did_is_undone_and_done_again_by_one() {
    // A dismissed claim that is marked comes back, and goes again.
    desk()
        .keys("x k v")
        .sees("✓ 1  ✗ 0")
        .sees("○ 5")
        .keys("z")
        .sees("✓ 0  ✗ 0")
        .sees("○ 5")
        .keys("Z")
        .sees("✓ 1  ✗ 0")
        .sees("○ 5");
    // A sentence that is marked becomes a claim, and is none again.
    let sentence = desk().keys("f s G");
    let claimed = sentence.keys("u").sees("? 1").sees("/7 ━");
    claimed.keys("z").sees("? 0").sees("0/6 ").keys("Z").sees("? 1").sees("/7 ━");
}

#[test]
fn the_list_can_be_narrowed_and_stays_narrowed_while_one_marks() {
    desk().keys("v d f o").sees("showing unchecked · 4").keys("v v").sees("○ 2").keys("f a").sees_no("showing");
}

#[test]
fn a_filter_without_claims_says_so() {
    desk().keys("f u").sees("no claim is unknown").keys("f esc").sees_no("showing");
}

#[test]
fn every_sentence_is_one_filter_away_and_can_be_marked() {
    desk()
        .keys("f s G")
        .selected("It was a beautiful morning.")
        .sees("─ not claimed")
        .keys("u")
        .owes_save()
        .sees("? 1");
}

#[test]
fn furniture_is_never_an_item() {
    let desk = desk().keys("f s g");
    let mut seen = String::new();
    let mut desk = desk;
    for _ in 0..20 {
        let span = desk.model.desk().and_then(factdesk::app::desk::Desk::span);
        seen.push_str(span.map(|span| desk.session().article.words(span).to_owned()).unwrap_or_default().as_str());
        desk = desk.keys("j");
    }
    assert!(seen.contains("beautiful") && !seen.contains("Advertisement") && !seen.contains("Read more"), "{seen}");
}

#[test]
fn in_the_article_the_cursor_goes_by_sentence_and_a_claims_one() {
    let desk = desk().keys("tab G k").selected("It was a beautiful morning.").keys("a").sees("claimed").owes_save();
    assert_eq!(desk.session().claims().len(), 7);
    desk.keys("z").sees("undone: claim added").sees("○ 6");
}

#[test]
fn a_block_becomes_furniture_and_text_again_by_one_key() {
    let desk =
        desk().keys("tab G k").selected("It was a beautiful morning.").keys("F").owes_save().sees("never claimed");
    let kind =
        |desk: &crate::support::TestDesk| desk.session().article.blocks().get(6).map(|block| block.kind.to_string());
    assert_eq!(kind(&desk).as_deref(), Some("furniture"));
    let desk = desk.keys("a").sees("F makes it text").keys("z");
    assert_eq!(kind(&desk).as_deref(), Some("paragraph"));
    desk.keys("G").selected("Read more about bridges").keys("F a v").sees("✓ 1").resumed().sees("✓ 1");
}

#[test]
fn a_note_is_kept_with_ctrl_s_and_can_be_undone() {
    let desk = desk().keys("e").types("The minutes say 44.1").keys("enter").types("p. 12").keys("ctrl-s").owes_save();
    assert_eq!(
        desk.session().claims().get(0).map(|claim| claim.record.note.as_str()),
        Some("The minutes say 44.1\np. 12")
    );
    desk.sees("44.1").keys("z").sees("undone: note").sees_no("44.1");
}

#[test]
fn putting_a_note_away_asks_when_something_was_typed() {
    desk()
        .keys("e esc")
        .sees_no("Note · claim")
        .keys("e")
        .types("half a")
        .keys("esc")
        .sees("What you typed is not kept")
        .keys("n")
        .sees("half a")
        .keys("esc y")
        .sees_no("half a");
}

#[test]
fn keys_typed_into_a_note_are_text_and_no_commands() {
    let desk = desk().keys("e").types("vdux").keys("ctrl-s");
    assert_eq!(desk.session().claims().tally().unchecked, 6);
    assert_eq!(desk.session().claims().get(0).map(|claim| claim.record.note.as_str()), Some("vdux"));
}

#[test]
fn a_paste_outside_a_text_entry_does_nothing() {
    let desk = desk().action(Action::Paste("vvv\nq".to_owned()));
    assert!(desk.owed.is_empty());
    let desk = desk.keys("e").action(Action::Paste("two\r\nlines".to_owned())).keys("ctrl-s");
    assert_eq!(desk.session().claims().get(0).map(|claim| claim.record.note.as_str()), Some("two\nlines"));
}

#[test]
fn a_search_goes_round_and_ignores_case_unless_a_capital_is_typed() {
    desk()
        .keys("/")
        .types("bridge")
        .keys("enter")
        .selected("No other bridge")
        .keys("n")
        .selected("Traffic on the bridge")
        .keys("N")
        .selected("No other bridge")
        .keys("/")
        .types("TRAFFIC")
        .keys("enter")
        .sees("\"TRAFFIC\" stands neither in the article");
}

#[test]
fn the_card_shows_everything_and_the_marks_still_work() {
    desk()
        .keys("v k enter")
        .sees("1 · verified · anna")
        .sees("history")
        .sees("unchecked →")
        .keys("d")
        .sees("2 · unchecked")
        .keys("esc");
}

#[test]
fn the_palette_reaches_what_other_panes_and_lists_do() {
    desk().keys("v :").types("list disputed").sees("f d").keys("enter").sees("no claim is disputed");
    desk().keys(":").types("without a source").sees("f n").keys("enter").sees("showing without a source · 6");
    desk().keys(":").types("adds a source, or").sees("s a").keys("enter").sees("A new source · claim 1");
    desk().keys(":").types("finds a source").keys("enter").sees("no other claim has a source to pick");
    let picking = desk().keys(":").types("pick words").sees("tab space").keys("enter");
    assert!(picking.model.desk().is_some_and(|desk| desk.picking.is_some()));
    home().keys(":").types("rename").keys("esc :").types("another name").keys("enter").sees("new name");
}

#[test]
fn help_tells_about_what_is_open_and_comes_back_to_it() {
    let desk = desk().keys("alt-s ?").sees("Adds a source, or whatever").keys("esc").sees("Sources · claim 1");
    let desk = desk.keys("esc f ?").sees("Lists the claims without a source.").keys("? esc");
    let desk = desk.keys("e").types("what?").keys("f1").sees("Keeps the note.").keys("esc").sees("what?");
    desk.keys("ctrl-s tab space ?").sees("Goes to the end of the word.").keys("esc esc");
}

#[test]
fn help_lists_the_keys_of_the_pane_and_scrolls() {
    desk()
        .keys("?")
        .sees("Marks the claim verified")
        .keys("esc")
        .sees("v verified")
        .keys("tab ?")
        .sees("Goes to the next sentence.");
}

#[test]
fn a_failed_save_shows_why_and_leaving_asks() {
    let desk = desk().keys("v");
    let failed =
        desk.action(Action::Came(Outcome::SaveFailed(1, "no space left: sessions/bridge.factdesk.json".to_owned())));
    failed
        .sees("NOT SAVED: no space left: sessions/bridge")
        .keys("q")
        .sees("will be lost")
        .keys("n ctrl-c")
        .sees("will be lost")
        .keys("y")
        .owes(&Effect::Exit);
}

#[test]
fn a_late_report_of_an_older_save_does_not_call_the_newer_one_saved() {
    let desk = desk().keys("v");
    let generation = desk.model.desk().map_or(0, |desk| desk.generation);
    desk.keys("d").action(Action::Came(Outcome::Saved(generation))).sees("saving");
}

#[test]
fn leaving_saves_the_place_and_lists_the_sessions() {
    let desk = desk().keys("j j q").owes(&Effect::Close).owes(&Effect::List);
    assert!(matches!(desk.owed.first(), Some(Effect::Save(_))));
    let place = desk.session().place.claim.clone().map(|id| id.to_string());
    assert_eq!(place.as_deref(), Some("k3"));
    desk.action(Action::Came(Outcome::Listed(Vec::new()))).is_home().sees("nothing saved yet");
}

#[test]
fn a_read_only_session_refuses_every_change() {
    let mut desk = desk();
    if let factdesk::app::Mode::Desk(held) = &mut desk.model.mode {
        held.saving = factdesk::app::Saving::ReadOnly("another window has it".to_owned());
    }
    let desk = desk.keys("v x c z e").sees("read-only");
    assert!(desk.owed.is_empty());
    assert_eq!(desk.session().claims().tally().unchecked, 6);
}

#[test]
fn an_article_without_claims_can_still_be_worked_on() {
    desk_of(session_of("A title\nOne sentence here. And another.", &[]))
        .sees("0/0")
        .keys("tab j a")
        .sees("claimed")
        .keys("v")
        .sees("✓ 1");
}

/// The home screen with three sessions.
fn home() -> crate::support::TestDesk {
    let listing = |name: &str, title: &str| factdesk::app::listing::Listing {
        name: name.to_owned(),
        path: format!("/s/{name}.factdesk.json").into(),
        title: title.to_owned(),
        tally: factdesk::review::Tally::default(),
        ..Default::default()
    };
    let listed =
        vec![listing("bridge", "Bridge repair"), listing("ferry", "Ferry fares"), listing("harbour", "Harbour tunnel")];
    desk().action(Action::Came(Outcome::Listed(listed))).is_home()
}

#[test]
fn copies_of_a_sync_program_stand_with_their_session_and_m_takes_them_in() {
    let copy = std::path::PathBuf::from("/s/ferry.factdesk (1).json");
    let mut desk = home();
    let Mode::Home(home) = &mut desk.model.mode else { panic!("no home screen") };
    home.listed[1].copies.push(copy.clone());
    desk.keys("m")
        .sees("no copies of it lie beside it")
        .keys("j")
        .sees("Ferry fares  1 copy, m takes it in")
        .keys("m")
        .owes(&Effect::Gather("/s/ferry.factdesk.json".into(), vec![copy]))
        .owes(&Effect::List)
        .action(Action::Came(Outcome::Done("2 changes by bea came in".to_owned())))
        .sees("2 changes by bea came in");
}

#[test]
fn a_file_with_conflict_marks_is_opened_by_bringing_its_sides_together() {
    let path = std::path::PathBuf::from("/s/ferry.factdesk.json");
    let asked = || home().action(Action::Came(Outcome::Marked(path.clone()))).sees("Bring both sides together?");
    asked().sees("ferry.factdesk.json has git's conflict marks").keys("y").owes(&Effect::OpenMarked(path.clone()));
    asked().keys("n").sees_no("conflict marks").is_home();
}

#[test]
fn a_session_is_opened_from_the_home_screen() {
    home().keys("j enter").owes(&Effect::OpenSession("/s/ferry.factdesk.json".into()));
}

#[test]
fn sessions_are_narrowed_while_one_types_and_come_back_with_esc() {
    home()
        .keys("/")
        .types("tun")
        .sees("Harbour tunnel")
        .sees_no("Ferry")
        .keys("enter enter")
        .owes(&Effect::OpenSession("/s/harbour.factdesk.json".into()));
    home().keys("/").types("tun").keys("esc").sees("Ferry fares");
}

#[test]
fn a_session_gets_another_name() {
    home()
        .keys("r ctrl-u")
        .types("bridge may")
        .keys("enter")
        .owes(&Effect::Rename("/s/bridge.factdesk.json".into(), "bridge may".to_owned()));
}

#[test]
fn deleting_a_session_asks_first() {
    let desk = home().keys("D").sees("trash folder").keys("n");
    assert!(desk.owed.is_empty());
    desk.keys("D y").owes(&Effect::Trash("/s/bridge.factdesk.json".into()));
}

#[test]
fn a_file_can_be_started_from_and_a_refusal_is_told() {
    let desk = home().keys("o").types("draft.txt").keys("enter").owes(&Effect::OpenFile("draft.txt".into()));
    desk.action(Action::Came(Outcome::Refused("there is no such file: draft.txt".to_owned())))
        .sees("there is no such file");
}

#[test]
fn another_copy_is_taken_in_and_said_unless_edits_are_on_top_of_it() {
    let theirs = desk().keys("d");
    let merged = |generation| Outcome::Merged {
        session: Box::new(theirs.session().clone()),
        generation,
        line: 7,
        notice: "1 change from outside".to_owned(),
    };
    let ours = desk().action(Action::Came(merged(0))).sees("1 change from outside").sees("✗ 1").owes(&Effect::Adopt(7));
    let edited = ours.keys("j v");
    let owed = edited.owed.len();
    let late = edited.action(Action::Came(merged(0)));
    assert_eq!(late.owed.len(), owed, "a late report is let go");
}

#[test]
fn the_palette_finds_an_action_by_a_few_letters_and_a_claim_by_its_number() {
    desk()
        .keys(":")
        .types("dispu")
        .sees("Marks the claim disputed")
        .keys("enter")
        .sees("✗ 1")
        .selected("No other bridge");
    desk().keys(":").types("5").sees("Goes to claim 5.").keys("enter").selected("The council voted");
    desk().keys(":").types("99").keys("enter").sees("there is no claim 99; the last one is 6");
    desk().keys(":").types("zzzz").keys("enter").sees("nothing is called so");
    desk().keys(":").types("p99").sees("there is no paragraph 99");
    desk().keys(": down esc v").sees("✓ 1");
}

#[test]
fn the_palette_means_words_and_no_letters_that_lie_scattered() {
    let finds = |typed: &str, wanted: &str| drop(desk().keys(":").types(typed).sees(wanted));
    for nothing in ["ok", "bea", "eos", "%s/a/b", "!ls", "which", "of the"] {
        finds(nothing, "nothing matches");
    }
    finds("42", "there is no claim 42; the last one is 6");
    finds("nu", "Selects the next unchecked claim.");
    finds("hisotry", "Shows what you did");
    finds("?", "Shows the keys.");
    finds("]", "Selects the next unchecked claim.");
    for (typed, wanted) in [
        ("verify", "Marks the claim verified"),
        ("true", "Marks the claim verified"),
        ("wrong", "Marks the claim disputed"),
        ("questions", "Lists the claims with a query."),
        ("done", "Signs the session off"),
        ("skip", "Selects the next unchecked claim."),
        ("mail", "Exports:"),
        ("sheet", "Exports:"),
        ("memory", "Lists what was found out about like statements"),
        ("version", "this is factdesk"),
        ("about", "this is factdesk"),
        ("home", "Leaves for the saved sessions"),
        ("sort", "that is done from the list of saved sessions"),
        ("name", "your name is what --reviewer says"),
        ("tag", "Tags the claim."),
    ] {
        finds(typed, wanted);
    }
}

#[test]
fn a_card_turned_past_its_end_comes_back_with_the_first_key() {
    let card = desk().sized(40, 8).keys("enter").sees("“The repair cost");
    let end = card.keys("pgdn pgdn pgdn pgdn pgdn pgdn").sees_no("“The repair");
    end.keys("pgup pgup pgup").sees("“The repair");
    let down = Pointer { deed: Deed::WheelDown, x: 20, y: 4 };
    let mut desk = desk().sized(40, 8).keys("enter");
    for _ in 0..50 {
        desk = desk.action(Action::Point(down));
    }
    let end = desk.screen();
    let back = desk.action(Action::Point(Pointer { deed: Deed::WheelUp, ..down }));
    assert_ne!(back.screen(), end);
}

#[test]
fn sessions_are_sorted_told_apart_and_tell_their_age() {
    let listing = |name: &str, title: &str, unchecked, last: &str| factdesk::app::listing::Listing {
        name: name.to_owned(),
        path: format!("/s/{name}.factdesk.json").into(),
        title: title.to_owned(),
        tally: factdesk::review::Tally { unchecked, verified: 1, ..factdesk::review::Tally::default() },
        last: Some(factdesk::review::Stamp::from(last)),
        ..Default::default()
    };
    let listed = vec![
        listing("ferry", "Ferry fares", 2, "2026-11-23T09:12:07Z"),
        listing("bridge", "Bridge repair", 0, "2026-11-22T09:12:07Z"),
        listing("bridge-2", "Bridge repair", 9, "2026-11-20T09:12:07Z"),
    ];
    let home = desk().action(Action::Came(Outcome::Listed(listed))).is_home();
    let home = home.sees("29 min ago").sees("yesterday").sees("3 days ago").sees("what is owed first");
    let home = home.sees("Bridge repair · bridge-2").sees("Ferry fares").sees_no("Ferry fares · ferry");
    // The selected session stays selected, wherever it stands.
    let home = home.keys("s").sees("newest first").keys("s").sees("most left first").keys("enter");
    let home = home.owes(&Effect::OpenSession("/s/ferry.factdesk.json".into())).keys("g enter");
    home.owes(&Effect::OpenSession("/s/bridge-2.factdesk.json".into())).keys("s").sees("by title");
}
