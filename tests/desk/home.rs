//! The home screen with many sessions: what waits for whom, in which order, and a file found by half of its path.

use factdesk::app::completion::Completion;
use factdesk::app::listing::{FoundPlace, Listing};
use factdesk::app::settings::Colours;
use factdesk::app::{Action, Effect, Outcome};
use factdesk::review::{Stamp, Tally};

use crate::support::{TestDesk, desk};

fn listing(name: &str, unchecked: usize, owed: usize) -> Listing {
    Listing {
        name: name.to_owned(),
        path: format!("/s/{name}.factdesk.json").into(),
        title: format!("The {name}"),
        tally: Tally { unchecked, verified: 4, ..Tally::default() },
        owed,
        last: Some(Stamp::from("2026-11-22T09:12:07Z")),
        ..Listing::default()
    }
}

fn home(listed: Vec<Listing>) -> TestDesk {
    desk().sized(120, 24).action(Action::Came(Outcome::Listed(listed))).is_home()
}

/// Rows of the screen that hold one of `words`, in their order.
fn rows<'a>(desk: &TestDesk, words: &[&'a str]) -> Vec<&'a str> {
    desk.screen().lines().filter_map(|row| words.iter().copied().find(|word| row.contains(word))).collect()
}

#[test]
fn sessions_stand_by_what_they_wait_for() {
    let torn = Listing {
        trouble: Some("the file is empty; its backups: factdesk restore torn.factdesk.json".to_owned()),
        ..listing("torn", 0, 0)
    };
    let desk = home(vec![listing("ferry", 0, 0), torn, listing("bridge", 0, 2), listing("tunnel", 3, 1)]);
    let all = [
        "to check · 1",
        "The tunnel",
        "waiting for an answer · 1",
        "The bridge",
        "done · 1",
        "The ferry",
        "can't be read · 1",
    ];
    assert_eq!(rows(&desk, &all), all);
    // The heads are no sessions: the cursor goes past them, the mouse does not take one.
    desk.keys("j enter").owes(&Effect::OpenSession("/s/bridge.factdesk.json".into()));
}

#[test]
fn a_session_whose_file_holds_another_draft_says_so() {
    let changed = Listing { newer: true, ..listing("bridge", 2, 0) };
    let desk = home(vec![listing("ferry", 1, 0), changed]);
    let marked = |row: &&str| row.contains("newer file");
    let screen = desk.screen();
    let rows: Vec<&str> = screen.lines().filter(marked).collect();
    assert!(rows.len() == 1 && rows[0].contains("The bridge"), "{rows:?}");
}

#[test]
fn where_all_wait_for_the_same_or_words_are_asked_for_there_are_no_heads() {
    home(vec![listing("ferry", 1, 0), listing("tunnel", 3, 1)]).sees_no("to check");
    home(vec![listing("ferry", 1, 0), listing("tunnel", 0, 0)]).sees("done · 1").keys("/").types("the").sees_no("done");
}

#[test]
fn who_comes_back_from_a_session_finds_the_search_that_led_there() {
    let listed = || vec![listing("ferry", 1, 0), listing("tunnel", 3, 1), listing("bridge", 2, 0)];
    let session = crate::support::desk().session().clone();
    let opened = factdesk::app::Opened {
        session,
        name: "bridge".to_owned(),
        read_only: None,
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: None,
    };
    let desk = home(listed()).keys("/").types("bridge").keys("enter").sees_no("The tunnel");
    let desk = desk.action(Action::Came(Outcome::Opened(Box::new(opened)))).sees("14 percent").keys("q");
    let desk = desk.action(Action::Came(Outcome::Listed(listed()))).is_home().sees("The bridge");
    // It is asked for again, also in the texts, and goes as it went before.
    let desk = desk.sees_no("The tunnel").owes(&Effect::SearchAll("bridge".to_owned()));
    desk.keys("esc").sees("The tunnel");
}

#[test]
fn what_is_owed_comes_first_and_the_newest_on_asking() {
    let desk = home(vec![listing("ferry", 9, 0), listing("bridge", 1, 1), listing("tunnel", 3, 4)]);
    let desk = desk.sees("what is owed first");
    let all = ["The ferry", "The bridge", "The tunnel"];
    assert_eq!(rows(&desk, &all), ["The tunnel", "The bridge", "The ferry"]);
    assert_eq!(rows(&desk.keys("s").sees("newest first"), &all), all);
}

#[test]
fn it_looks_again_when_one_comes_back_when_something_fails_and_on_sorting() {
    let refused = || Action::Came(Outcome::Refused("there is no such file: /s/ferry.factdesk.json".to_owned()));
    let now = || Action::Came(Outcome::Listed(vec![listing("ferry crossing", 2, 0), listing("tunnel", 3, 0)]));
    let before = || home(vec![listing("ferry", 9, 0), listing("tunnel", 3, 0)]).keys("j");
    for look in [before().action(Action::Focus), before().keys("s"), before().action(refused())] {
        // What is chosen stays, wherever it stands by then.
        look.owes(&Effect::Look).action(now()).sees("The ferry crossing").keys("enter");
    }
    let desk = before().action(Action::Focus).action(now()).keys("enter");
    desk.owes(&Effect::OpenSession("/s/tunnel.factdesk.json".into()));
    // What was said stays, and a folder that can't be looked through is not tried for ever.
    let desk = before().action(refused()).action(now()).sees("there is no such file").keys("k k");
    let mut desk = desk.action(Action::Focus);
    desk.owed.clear();
    assert_eq!(desk.action(refused()).owed, []);
}

#[test]
fn what_one_has_begun_or_is_to_check_is_ones_own() {
    let named = Listing { assigned: vec![("anna".to_owned(), 1)], ..listing("bridge", 2, 0) };
    let begun = Listing { reviewers: vec!["bea".to_owned(), "anna".to_owned()], ..listing("ferry", 3, 0) };
    let done = Listing { reviewers: vec!["anna".to_owned()], ..listing("canal", 0, 0) };
    let desk = home(vec![listing("tunnel", 9, 4), named, done, begun]);
    let all = ["yours · 2", "The bridge", "The ferry", "to check · 1", "The tunnel", "done · 1", "The canal"];
    assert_eq!(rows(&desk, &all), all);
}

#[test]
fn the_first_session_is_selected_until_somebody_chooses_another() {
    let remembered = Action::Came(Outcome::Remembered(vec![listing("ferry", 1, 0), listing("bridge", 1, 0)]));
    let listed = || Action::Came(Outcome::Listed(vec![listing("bridge", 1, 2), listing("ferry", 1, 0)]));
    let desk = || desk().sized(120, 24).action(remembered.clone());
    desk().action(listed()).keys("enter").owes(&Effect::OpenSession("/s/bridge.factdesk.json".into()));
    desk().keys("j k").action(listed()).keys("enter").owes(&Effect::OpenSession("/s/ferry.factdesk.json".into()));
}

#[test]
fn drafts_of_one_story_are_told_apart_however_narrow_the_screen_is() {
    let story = |n: u32, name: &str| Listing {
        title: "The harbour plan wins the vote of the council".to_owned(),
        draft: n,
        source: format!("plan-v{n}.docx"),
        ..listing(name, 2, 0)
    };
    let name = "the-harbour-plan-wins-the-vote-of-the-council";
    let all = || vec![story(1, name), story(2, &format!("{name}-2")), story(3, &format!("{name}-3"))];
    for width in [80, 100, 120] {
        let desk = home(all()).sized(width, 24).sees("draft").sees("council-2").sees("council-3");
        let screen = desk.screen();
        let mut told: Vec<&str> = screen.lines().filter(|line| line.contains("The harb")).collect();
        told.dedup();
        assert_eq!(told.len(), 3, "{screen}");
    }
    // Where the titles leave room, file and reviewer stand at 120 columns too.
    let reviewers = vec!["ines".to_owned()];
    let short = Listing { source: "bridge-v3.docx".to_owned(), reviewers, ..listing("bridge", 2, 0) };
    home(vec![short]).sized(120, 24).sees("bridge-v3.docx").sees("ines");
}

#[test]
fn what_is_found_is_shown_with_its_words_wherever_they_stand() {
    let far = "and so on and so forth ".repeat(6);
    let place = |name: &str| FoundPlace {
        path: format!("/s/{name}.factdesk.json").into(),
        claim: None,
        text: format!("note  {far}the old mill burned in May {far}"),
    };
    for width in [80, 120] {
        let desk = home(vec![listing("ferry", 0, 0), listing("bridge", 2, 3)]).sized(width, 24);
        let found = Outcome::Searched("mill burned".to_owned(), vec![place("ferry"), place("bridge")]);
        let desk = desk.keys("/").types("mill burned").action(Action::Came(found)).keys("enter");
        let desk = desk.sees("best match first").sees("note  …");
        assert_eq!(rows(&desk, &["The ferry", "The bridge"]), ["The ferry", "The bridge"], "the best one first");
        assert_eq!(rows(&desk, &["mill burned in"]).len(), 2, "{}", desk.screen());
        assert!(desk.styled().contains("16 on 222"), "what was found stands out: {}", desk.styled());
    }
}

#[test]
fn what_was_renamed_meanwhile_is_looked_for_under_its_new_name() {
    let place = |name: &str| FoundPlace {
        path: format!("/s/{name}.factdesk.json").into(),
        claim: None,
        text: "note  the old mill burned".to_owned(),
    };
    let found = |name: &str| Action::Came(Outcome::Searched("mill".to_owned(), vec![place(name)]));
    let desk = home(vec![listing("ferry", 0, 0), listing("bridge", 2, 3)]).keys("/").types("mill").keys("enter");
    let mut desk = desk.action(found("ferry")).sees("The ferry").sees_no("The bridge");
    let asked = Effect::SearchAll("mill".to_owned());
    desk.owed.clear();
    // The same sessions again: nothing to look for.
    let mut desk = desk.action(Action::Came(Outcome::Listed(vec![listing("ferry", 0, 0), listing("bridge", 2, 3)])));
    assert!(!desk.owed.contains(&asked));
    desk.owed.clear();
    let renamed = Listing { path: "/s/quay.factdesk.json".into(), ..listing("ferry", 0, 0) };
    let desk = desk.action(Action::Came(Outcome::Listed(vec![renamed, listing("bridge", 2, 3)])));
    assert!(desk.owed.contains(&asked), "{:?}", desk.owed);
    desk.action(found("quay")).sees("The ferry").sees("the old mill burned");
}

#[test]
fn what_others_are_to_check_is_not_ones_own() {
    let assigned = |name: &str, count| vec![(name.to_owned(), count)];
    let theirs = Listing { assigned: assigned("bea", 2), ..listing("bridge", 2, 0) };
    let half = Listing { assigned: assigned("bea", 2), ..listing("ferry", 3, 0) };
    let desk = home(vec![theirs, half, listing("tunnel", 0, 1)]);
    let all = ["to check · 1", "The ferry", "waiting for an answer · 1", "The tunnel", "with others · 1", "The bridge"];
    assert_eq!(rows(&desk, &all), all);
}

#[test]
fn a_column_that_no_session_fills_leaves_its_room_to_the_titles() {
    let title = "The old harbour wall is to be rebuilt before winter".to_owned();
    let told = Listing { title: title.clone(), draft: 1, ..listing("wall", 2, 0) };
    let desk = home(vec![told.clone()]).sized(90, 24).sees(&title).sees_no("owed  checked").sees_no("draft");
    let owing = Listing { owed: 3, draft: 2, ..told };
    desk.action(Action::Came(Outcome::Listed(vec![owing]))).sees_no(&title).sees("owed  checked").sees("draft");
}

#[test]
fn a_row_tells_draft_file_and_reviewer_where_there_is_room() {
    let reviewers = vec!["ines".to_owned(), "bea".to_owned()];
    let told = Listing { draft: 3, source: "bridge-v3.docx".to_owned(), reviewers, ..listing("bridge", 2, 5) };
    let wide = home(vec![told]).sized(160, 24);
    wide.sees("bridge-v3.docx").sees("ines +1").sees("draft").sees("owed").sized(80, 24).sees_no("ines").sees("4/6");
}

#[test]
fn the_head_of_a_group_comes_into_view_with_its_first_session() {
    let many = (0..30).map(|n| listing(&format!("open-{n:02}"), 2, 0)).chain([listing("over", 0, 0)]).collect();
    let desk = home(many).keys("G").sees("done · 1").sees("The over").sees_no("open-00");
    desk.keys("g").sees("to check · 30").sees("open-00");
}

#[test]
fn a_path_is_completed_and_gone_through() {
    let completed = |typed: &str, names: &[&str]| {
        let names = names.iter().map(|name| ((*name).to_owned(), false));
        Action::Came(Outcome::Completed(Completion::new(typed, names)))
    };
    let desk = home(vec![listing("ferry", 1, 0)]).keys("o").types("notes/d").keys("tab");
    let desk = desk.owes(&Effect::Complete("notes/d".to_owned()));
    let desk = desk.action(completed("notes/d", &["draft-1.docx", "draft-2.docx", "other.txt"]));
    let desk = desk.sees("open file  notes/draft-").sees("draft-1.docx  draft-2.docx").sees_no("other.txt");
    let desk =
        desk.keys("tab tab").sees("open file  notes/draft-2.docx").keys("tab").sees("open file  notes/draft-1.docx");
    desk.types(".bak").sees_no("draft-2").keys("enter").owes(&Effect::OpenFile("notes/draft-1.docx.bak".into()));
}

#[test]
fn a_completion_that_comes_late_changes_nothing() {
    let names = [("draft-1.docx".to_owned(), false)];
    let desk = home(vec![listing("ferry", 1, 0)]).keys("o").types("d").keys("tab").types("esk");
    desk.action(Action::Came(Outcome::Completed(Completion::new("d", names))))
        .sees("open file  desk")
        .sees_no("draft-1");
}

#[test]
fn a_session_says_whose_its_open_claims_are() {
    let assigned = vec![("anna".to_owned(), 2), ("bea".to_owned(), 1)];
    let told = Listing { assigned, ..listing("bridge", 5, 0) };
    home(vec![told, listing("ferry", 3, 0)]).sees("2 yours, 1 for bea, 2 unassigned").sees_no("3 unassigned");
}

#[test]
fn a_key_arranges_nothing_anew_however_many_sessions_there_are() {
    let made = |desk: &TestDesk| match &desk.model.mode {
        factdesk::app::Mode::Home(home) => home.kept.made(),
        factdesk::app::Mode::Desk(_) => 0,
    };
    let all = (0..1000).map(|n| listing(&format!("ferry {n:04}"), n % 3, n % 2)).collect();
    let mut desk = home(all).sees("The ferry 0001");
    desk.screen();
    let before = made(&desk);
    for _ in 0..50 {
        desk = desk.keys("j j pgdn k");
        desk.screen();
    }
    assert_eq!(made(&desk), before);
    // Another order is another arrangement, and so are other sessions.
    let desk = desk.keys("G").sees("The ferry 0996").keys("s g");
    assert_eq!(made(&desk), before + 1);
    let desk = desk.action(Action::Came(Outcome::Listed(vec![listing("tunnel", 1, 0)]))).sees("The tunnel");
    desk.sees_no("ferry").sees("1 saved session");
}

#[test]
fn without_a_session_only_what_can_be_done_is_offered() {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        let desk = home(Vec::new()).sized(width, height).sees("nothing saved yet: o opens a file");
        let desk =
            desk.sees("o open a file").sees("q quit").sees_no("enter open").sees_no("D delete").sees_no("s sort");
        desk.keys("enter").sees("no session is saved yet: o opens");
    }
    let desk =
        home(vec![listing("ferry", 0, 0)]).keys("/").types("tram").keys("enter").sees("no session has these words");
    desk.sees_no("enter open").keys("enter").sees("no session has these words: esc shows all again");
}

#[test]
fn a_title_has_the_room_that_the_name_behind_it_leaves() {
    let title = "The bridge over the harbour is two years late";
    let named = |name: &str| Listing { title: title.to_owned(), ..listing(name, 3, 0) };
    let long = "a-name-that-somebody-has-given-to-the-session-of-the-second-reader";
    home(vec![named("one"), named("two")]).sees(&format!("{title} · one")).sees(&format!("{title} · two"));
    let cut = home(vec![named("one"), named(long)]).sized(80, 24).sees("The bridge over").sees("second-reader");
    cut.sees_no(long);
}

#[test]
fn it_is_said_how_many_sessions_stand_below_those_in_view() {
    let many = |count: usize| home((0..count).map(|n| listing(&format!("pier{n:02}"), 2, 0)).collect());
    for (width, height) in [(28, 9), (40, 12), (80, 24), (120, 40), (200, 60)] {
        let desk = many(70).sized(width, height);
        let shown = desk.screen().lines().filter(|row| row.contains("pier")).count();
        let last = desk.sees(&format!("▾ {} more", 70 - shown)).keys("G");
        last.sees("pier69").sees_no(" more");
    }
    many(3).sees_no(" more");
}

#[test]
fn the_progress_of_the_selected_session_keeps_its_colours() {
    use ratatui::style::Color;
    let tally = Tally { unchecked: 4, verified: 3, disputed: 2, unknown: 1, ..Tally::default() };
    let told = |name: &str| Listing { tally, ..listing(name, 0, 0) };
    let many = [114, 203, 222].map(Color::Indexed);
    for (colours, of_states) in [(Colours::Many, many), (Colours::Sixteen, [Color::Green, Color::Red, Color::Magenta])]
    {
        let mut desk = home(vec![told("ferry"), told("tunnel")]);
        desk.model.settings.look.colours = colours;
        let grid = desk.grid();
        let bar = |title: &str| {
            let row = desk.screen().lines().position(|row| row.contains(title)).unwrap();
            let cells = grid.row(u16::try_from(row).unwrap()).iter();
            let bar = cells.filter(|cell| "━╌✓✗".contains(grid.symbol(**cell).to_string().as_str()));
            bar.map(|cell| grid.paint(*cell).text).collect::<Vec<_>>()
        };
        let (selected, other) = (bar("The ferry"), bar("The tunnel"));
        let states = |bar: &[_]| bar.iter().filter(|ink| of_states.contains(ink)).copied().collect::<Vec<_>>();
        assert!(states(&other).len() > 5, "{other:?}");
        assert_eq!(states(&selected), states(&other));
        // What is left is still told from what is done, and can be seen.
        let left = if colours == Colours::Many { Color::Indexed(246) } else { Color::Reset };
        assert!(selected.contains(&left), "{selected:?}");
    }
}

#[test]
fn what_a_line_holds_already_is_replaced_by_what_is_typed_and_kept_by_a_key_that_moves() {
    let renamed = |keys: &str, typed: &str| {
        let desk = home(vec![listing("ferry", 1, 0)]).keys("r").sees("new name  ferry").keys(keys).types(typed);
        desk.keys("enter")
    };
    let to = |name: &str| Effect::Rename("/s/ferry.factdesk.json".into(), name.to_owned());
    renamed("", "tunnel").owes(&to("tunnel"));
    renamed("end", "-2").owes(&to("ferry-2"));
    renamed("right", "-2").owes(&to("ferry-2"));
    renamed("home", "old-").owes(&to("old-ferry"));
    renamed("backspace", "x").owes(&to("x"));
    renamed("", "").owes(&to("ferry"));
    // It is seen that it is selected, whatever colours there are.
    for colours in [Colours::Many, Colours::Sixteen, Colours::None] {
        let mut desk = home(vec![listing("ferry", 1, 0)]);
        desk.model.settings.look.colours = colours;
        let desk = desk.keys("r");
        let last = |desk: &TestDesk| desk.styled().lines().last().unwrap_or_default().to_owned();
        let (before, after) = (last(&desk), last(&desk.keys("end")));
        assert!(before.contains("11..16") && !after.contains("11..16"), "{before}\n{after}");
    }
    let again = home(vec![listing("ferry", 1, 0)]).keys("/").types("mill").keys("enter /").types("tram");
    again.sees("sessions with  tram").sees_no("mill");
}
