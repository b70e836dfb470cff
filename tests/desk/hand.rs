//! The hand: how many keys a job takes, beside what is typed, and what keys say that were not meant.

use crate::support::{TestDesk, desk, mark};
use factdesk::app::listing::Listing;
use factdesk::app::settings::Theme;
use factdesk::app::{Action, Effect, Outcome};
use factdesk::review::{Change, Edit, Status, Verdict, field};

#[test]
fn words_that_other_programs_know_do_what_is_meant_or_nothing() {
    let marked = || desk().keys("v d");
    marked().keys(":").types("undo").keys("enter").sees("undone: verdict").sees("✓ 1  ✗ 0");
    marked().keys("z :").types("redo").keys("enter").sees("done again").sees("✓ 1  ✗ 1");
    for word in ["w", "write", "set"] {
        let desk = marked().keys(":").types(word).keys("enter").sees("✓ 1  ✗ 1");
        assert!(desk.model.panels.is_empty(), "{word}");
    }
    marked().keys(":").types("w").sees("saved already").keys("enter").sees("it is saved already");
    for word in ["q", "wq", "quit", "q!"] {
        marked().keys(":").types(word).keys("enter").owes(&Effect::List);
    }
    marked().keys(":").types("help").keys("enter").sees("Selects the next claim");
    marked().keys(":").types("export").keys("enter").sees("Export");
    marked().keys(":").types("rename").keys("enter").sees("from the list of saved sessions");
    let light = marked().keys(":").types("theme light").keys("enter");
    assert_eq!(light.model.settings.look.theme, Theme::Light);
}

#[test]
fn what_is_done_here_is_found_by_what_people_call_it_elsewhere() {
    let found = |typed: &str| desk().keys("v :").types(typed).keys("enter");
    for (typed, opens) in [
        ("import", "take in file"),
        ("assign", "Assign claim 2"),
        ("assign bea", "Assign claim 2"),
        ("owner", "Assign claim 2"),
        ("docx", "Export"),
        ("csv", "Export"),
        ("pdf", "Export"),
        ("markdown", "Export"),
        ("stats", "without a source"),
        ("count", "without a source"),
        ("filter", "without a source"),
        ("comment", "Note · claim 2"),
        ("cite", "A source · claim 2"),
        ("diff", "this is the first draft"),
        ("conflicts", "no readers differ"),
        ("merge", "factdesk merge OURS THEIRS"),
        ("backup", "factdesk restore"),
        ("claim 5", "5 · unchecked"),
        ("goto 5", "5 · unchecked"),
        ("undo", "undone: verdict"),
    ] {
        found(typed).sees(opens);
    }
    for typed in ["light", "light mode", "color light", "colour light", "colors light", "background light"] {
        assert_eq!(found(typed).model.settings.look.theme, Theme::Light, "{typed}");
    }
    let home = desk().action(Action::Came(Outcome::Listed(vec![Listing::default()])));
    home.keys(":").types("merge").sees("Merges the copies that sync programs left").keys("esc");
}

#[test]
fn a_word_that_a_sentence_only_mentions_changes_nothing_and_begins_nothing() {
    for typed in [
        "import",
        "merge",
        "assign bea",
        "dark",
        "stats",
        "color",
        "count",
        "docx",
        "paragraph",
        "unchecked",
        "verdict",
        "sentence",
        "end",
        "block",
        "text",
        "next",
        "last",
        "selected",
        "second",
        "again",
        "several",
        "speaker",
        "every",
        "entered",
        "cut",
        "bea",
        "close claim",
        "delete session",
        "imp",
        "mrg",
    ] {
        let before = desk().keys("s").types("Minutes").keys("enter");
        for way in ["enter", "down enter"] {
            let after = desk().keys("s").types("Minutes").keys("enter :").types(typed).keys(way);
            assert_eq!(before.session(), after.session(), "{typed}");
            let held = after.model.desk().unwrap_or_else(|| unreachable!());
            assert!(held.picking.is_none() && held.hand.range.is_none(), "{typed}: {}", after.screen());
        }
    }
    // By its name or its verb it is found.
    desk().keys("v :").types("dismiss para").keys("enter").sees("2 dismissed");
    desk().keys(":").types("mark verified").keys("enter").sees("✓ 1");
    desk().keys(":").types("nothing to check").keys("enter").sees("1 dismissed");
    assert!(desk().keys(":").types("split").keys("enter").model.desk().is_some_and(|desk| desk.picking.is_some()));
}

#[test]
fn letters_scattered_over_a_sentence_change_nothing() {
    let cut = ["di", "dis", "un", "u d", "ver", "veri?", "joi", "spl", "fur", "no", "D2"];
    for typed in ["mkvrf", "mcv", "clrs", "xx", "cnfrm", "vrfd", "dlt", "tkchng"].into_iter().chain(cut) {
        let before = desk();
        let after = desk().keys(":").types(typed).keys("enter");
        assert_eq!(before.session(), after.session(), "{typed}");
        let after = after.keys("esc :").types(typed).keys("down enter esc");
        assert_eq!(before.session(), after.session(), "{typed}");
    }
    desk().keys(":").types("marks the claim ver").keys("enter").sees("✓ 1");
}

#[test]
fn a_letter_in_the_palette_is_the_key_and_a_capital_is_another_one() {
    desk().keys(":").types("d").keys("enter").sees("1 disputed");
    desk().keys(":").types("X").keys("enter").sees_no("saved sessions").sees("dismissed");
    let deleted = desk().keys("v k :").types("D").keys("enter");
    assert!(deleted.session().claims().iter().all(|claim| claim.status() != Status::Disputed));
    // What is known elsewhere is meant so.
    desk().keys("v :").types("u").keys("enter").sees("undone");
}

#[test]
fn every_mark_says_what_became_of_which_claim() {
    desk().keys("v").sees("1 verified · z undo").keys("d").sees("2 disputed · z undo").keys("k c").sees("2 unchecked");
    desk().keys("x").sees("1 dismissed · z undo");
    desk().keys("G u").sees("6 unknown · z undo · past the end");
}

#[test]
fn counts_are_taken_however_large_they_are() {
    desk().keys("3 j").selected("Traffic").keys("2 k").selected("No other bridge");
    desk().keys("5 G").selected("The council voted").keys("g g").selected("The repair cost");
    desk().keys("4").sees("4 …").keys("esc j").selected("No other bridge");
    desk().keys("9 9 9 9 9 9 9 9 9 j").selected("Steel prices");
    desk().keys("9 9 9 9 9 9 9 9 9 G").sees("no claim of such a number; the last one is 6");
    desk().keys("0 j 0").selected("No other").keys("9 9 9 9 9 9 9 9 9 ]");
    desk().keys("2 v").sees("✓ 1  ✗ 0").keys("j").selected("We were never asked");
}

#[test]
fn paragraphs_and_places_are_gone_through() {
    desk().keys("}").selected("We were never asked").keys("}").selected("The council voted").keys("}");
    desk().keys("G {").selected("The council voted").keys("{").selected("We were never asked");
    desk().keys("2 }").selected("The council voted").keys("tab }").selected("It was a beautiful morning");
    let desk = desk().keys("G ctrl-o").selected("The repair cost").keys("alt-right").selected("Steel prices");
    let desk = desk.keys("/").types("never").keys("enter").selected("We were never").keys("ctrl-o").selected("Steel");
    desk.keys("ctrl-o ctrl-o").sees("no place to go back to");
    crate::support::desk().keys(":").types("p2").keys("enter").selected("We were never asked");
    crate::support::desk().keys(":").types("p99").keys("enter").sees("there is no paragraph 99; the last one is 4");
}

#[test]
fn a_key_that_means_nothing_says_so_once_with_the_nearest() {
    let desk = desk().keys("O").sees("O means nothing here").keys("j").sees_no("means nothing").keys("O");
    let desk = desk.sees_no("means nothing").keys("ctrl-v").sees("v: Marks the claim verified");
    assert_eq!(desk.session().claims().tally().of(Status::Verified), 0);
    desk.keys(")").sees("(picking words)");
    // While something is typed a key that means nothing is nobody's business.
    crate::support::desk().keys("e ctrl-x").sees_no("means nothing");
}

#[test]
fn the_help_is_searched_and_knows_undo_and_redo() {
    let desk = desk().keys("? /").types("undo").sees("Undo: takes the last change back").sees_no("Writes the claim's");
    desk.keys("enter").sees("Redo").keys("esc").sees("Selects the next claim").keys("esc").sees_no("Keys");
    let desk = crate::support::desk().keys("ctrl-l");
    assert!(desk.owed.contains(&Effect::Redraw));
}

#[test]
fn a_key_held_down_marks_nothing_that_nobody_saw() {
    let key = "v".parse().unwrap_or_else(|_| unreachable!());
    desk().keys("v").action(Action::Held(key)).sees("counted once").sees("✓ 1");
}

/// A source as a reviewer writes it down.
const MINUTES: &str = "Council minutes, 3 March https://example.org/minutes.pdf p. 12";

fn sources(desk: &crate::support::TestDesk) -> Vec<usize> {
    desk.session().claims().iter().map(|claim| claim.record.sources.len()).collect()
}

#[test]
fn a_claim_is_verified_with_title_link_and_page_by_two_keys() {
    let desk = desk().keys("s").types(MINUTES).sees("title").sees("where   p. 12").keys("ctrl-v");
    let desk = desk.pressed(2).sees("1 verified · z undo").selected("No other bridge").owes_save();
    let claim = desk.session().claims().get(0).cloned().unwrap_or_else(|| unreachable!());
    let source = claim.record.sources.first().cloned().unwrap_or_default();
    assert_eq!((source.title.as_str(), source.locator.as_str()), ("Council minutes, 3 March", "p. 12"));
    assert_eq!((source.url.as_str(), source.checked_at.as_str()), ("https://example.org/minutes.pdf", "2026-11-23"));
    assert_eq!(source.stance, Some(factdesk::review::Support::Supports));
    // One undo takes source and verdict back.
    assert_eq!(sources(&desk.keys("z").sees("✓ 0")), [0; 6]);
}

#[test]
fn five_claims_in_a_row_get_one_source_and_verdict_by_seven_keys() {
    let desk = desk().keys("V j j j j s").types(MINUTES).keys("ctrl-v").pressed(7);
    let desk = desk.sees("5 claims verified · z undo").sees("✓ 5  ✗ 0").selected("Steel prices");
    assert_eq!(sources(&desk), [1, 1, 1, 1, 1, 0]);
    assert_eq!(sources(&desk.keys("z").sees("✓ 0")), [0; 6]);
    // One after the other it takes two keys each.
    crate::support::desk().keys("s").types(MINUTES).keys("ctrl-v . v . v").sees("✓ 3").pressed(6);
}

#[test]
fn a_claim_is_disputed_with_a_corrected_figure_by_three_keys() {
    let desk =
        desk().keys("w").types("44.1").keys("enter").sees("d marks it disputed").keys("d").pressed(3).sees("✗ 1");
    let claim = desk.session().claims().get(0).cloned().unwrap_or_else(|| unreachable!());
    assert_eq!(claim.record.corrections[0].text, "The repair cost 44.1 million crowns, the mayor said on Monday.");
}

#[test]
fn picked_words_are_corrected_alone() {
    let desk = desk().keys("tab space w w c").types("Repairs").keys("enter").sees("correction kept");
    let claim = desk.session().claims().get(0).cloned().unwrap_or_else(|| unreachable!());
    assert!(claim.record.corrections[0].text.starts_with("Repairs cost 42"), "{:?}", claim.record.corrections);
    crate::support::desk().keys("tab G k space w c").sees("no claim holds these words");
}

#[test]
fn the_author_is_asked_by_two_keys() {
    let desk = desk().keys("r").types("Where does 42 come from?").keys("enter").pressed(2).sees("query kept");
    assert_eq!(
        desk.session().claims().get(0).map(|claim| claim.record.queries[0].to.clone()).as_deref(),
        Some("author")
    );
    desk.sees("1 open question").keys("r").types("The minutes.").keys("enter").sees_no("open question");
}

#[test]
fn a_question_is_in_its_form_what_the_card_says_it_is() {
    let asked = desk().keys("r").types("Where does 42 come from?").keys("enter").sees("(open)");
    let form = asked.keys("r").sees("state         open").sees_no("state         not said");
    let form = form.types("The minutes.").sees("state         answered");
    let form = form.keys("backtab backtab backtab").sees_no("not said").sees("answered so far");
    form.keys("enter").sees("(answered)");
}

#[test]
fn a_source_is_used_again_by_one_key_or_two_and_some_letters() {
    let first = || desk().keys("s").types(MINUTES).keys("enter").sees("source kept").selected("The repair cost");
    assert_eq!(sources(&first().keys("j").counting().keys(".").pressed(1)), [1, 1, 0, 0, 0, 0]);
    let desk = first().keys("j").counting().keys(",").types("coun").keys("enter").pressed(2);
    assert_eq!(sources(&desk), [1, 1, 0, 0, 0, 0]);
    assert_eq!(sources(&desk.keys(".").sees("has this source already")), [1, 1, 0, 0, 0, 0]);
    crate::support::desk().keys(".").sees("no source was entered yet: s writes one");
    // Tomorrow as well.
    assert_eq!(sources(&first().keys("j").resumed().keys("G .")), [1, 0, 0, 0, 0, 1]);
}

#[test]
fn what_was_said_of_a_source_on_one_claim_is_not_said_on_another() {
    let told = |desk: &TestDesk, index: usize| {
        let source = desk.claim(index).record.sources[0].clone();
        (source.stance, source.locator, source.quote, source.annotation)
    };
    for key in ["ctrl-v", "ctrl-d"] {
        for again in [". d", ". v", ".", "V . d"] {
            let desk = crate::support::desk().keys("s").types(MINUTES).keys(key).keys(again);
            assert_eq!(told(&desk, 1), (None, "p. 12".to_owned(), String::new(), String::new()), "{key} {again}");
        }
        let desk = crate::support::desk().keys("s").types(MINUTES).keys(key).keys(",").types("coun").keys("enter");
        assert_eq!(told(&desk, 1), (None, String::new(), String::new(), String::new()), "{key} ,");
    }
    // The words that were quoted for one claim carry no other.
    let desk = crate::support::desk().keys("s").types(MINUTES).keys("enter").meanwhile(|session| {
        let claim = session.claims().get(0).unwrap().clone();
        let change = Change::of(&claim, &field::SOURCES, |claim| {
            "a total of 44".clone_into(&mut claim.record.sources[0].quote);
            "w1".clone_into(&mut claim.record.sources[0].annotation);
        });
        session.commit(Edit::of(claim.id, change.unwrap()), &"rita".into(), &"2026-11-23T09:42:00Z".into()).unwrap();
    });
    assert_eq!(told(&desk.keys("j ."), 1), (None, "p. 12".to_owned(), String::new(), String::new()));
}

#[test]
fn a_source_given_to_several_claims_leaves_them_chosen_for_their_verdict() {
    let desk = crate::support::desk()
        .keys("s")
        .types(MINUTES)
        .keys("enter j V j j .")
        .sees("3 claims · z undo · still chosen");
    let desk = desk.keys("v").sees("3 claims verified");
    assert_eq!(sources(&desk), [1, 1, 1, 1, 0, 0]);
}

#[test]
fn the_history_says_the_verdict_and_how_many_claims_before_the_source() {
    let desk = crate::support::desk().keys("V j j s").types(MINUTES).keys("ctrl-v H");
    desk.sees("3 and 2 more  unchecked → verified · source added");
}

#[test]
fn what_undo_took_back_of_several_claims_is_told_whole() {
    let desk = crate::support::desk().keys("V j j s").types(MINUTES).keys("ctrl-v z");
    desk.sees("undone: source, verdict · 3 claims").keys("Z").sees("done again: source, verdict · 3 claims");
}

#[test]
fn a_paragraph_is_dismissed_by_one_key() {
    let desk = desk().keys("v k X").sees("2 dismissed").keys("z");
    assert_eq!(desk.session().claims().tally().dismissed, 0);
    let desk = crate::support::desk().keys("X").pressed(1).sees("2 claims dismissed · z undo").sees("○ 4");
    desk.keys("z").sees("○ 6").keys("G tab k k X").sees_no("0 claims");
}

#[test]
fn a_speaker_is_mended_for_all_their_claims_by_two_keys() {
    let claims =
        [("The repair cost 42 million crowns", "the mayor"), ("We were never asked", "the mayor"), ("Traffic", "Roe")];
    let desk = crate::support::desk_of(crate::support::session_of(crate::support::BRIDGE, &claims));
    let desk = desk.keys("p").types("Mayor Halm").keys("ctrl-o").pressed(2).sees("kept for 2 claims");
    let names: Vec<String> =
        desk.session().claims().iter().filter_map(|claim| claim.speaker.as_ref().map(|s| s.name.clone())).collect();
    assert_eq!(names, ["Mayor Halm", "Mayor Halm", "Roe"]);
    assert_eq!(
        desk.keys("z").session().claims().get(1).and_then(|claim| claim.speaker.clone()).map(|s| s.name).as_deref(),
        Some("the mayor")
    );
}

/// A mayor by four names, and a professor who shares her surname.
const TUNNEL: &str = "Tunnel\nThe tunnel costs 862 million crowns, said Mayor Anna Berg. It opens in 2029, Berg added.\n\
                      The mayor called it cheap. No city has paid less, Mayor Berg said.\n\
                      The clay is 31 metres deep, said Maria Berg, a professor.";

fn tunnel() -> crate::support::TestDesk {
    let claims = [
        ("The tunnel costs 862 million crowns", "Anna Berg"),
        ("It opens in 2029", "Berg"),
        ("called it cheap", "The mayor"),
        ("No city has paid less", "Mayor Berg"),
        ("The clay is 31 metres deep", "Maria Berg"),
    ];
    crate::support::desk_of(crate::support::session_of(TUNNEL, &claims))
}

#[test]
fn one_person_s_names_are_one_speaker_and_two_people_stay_two() {
    // "Berg" alone is whoever of the two was named last; the office tells who "Mayor Berg" is.
    let desk = tunnel().keys("f P").sees("speaker Anna Berg").sees("showing speaker Anna Berg · 4");
    let desk = desk.keys("backspace f p").sees("Anna Berg").sees("Maria Berg").types("anna");
    desk.keys("enter").sees("speaker Anna Berg · 4");
    let desk = tunnel().keys("A tab").sees("4 claims of Anna Berg");
    desk.types("Kim").keys("enter").sees("4 claims assigned to Kim");
    let desk = tunnel().keys("p").sees("ctrl-o keeps it for all 4 claims of Anna Berg").sees("Mayor Berg, The mayor");
    let names = |desk: &crate::support::TestDesk| -> Vec<String> {
        let speakers = desk.session().claims().iter().filter_map(|claim| claim.speaker.as_ref());
        speakers.map(|speaker| speaker.name.clone()).collect()
    };
    let desk = desk.keys("ctrl-o").sees("kept for 3 claims");
    assert_eq!(names(&desk), ["Anna Berg", "Anna Berg", "Anna Berg", "Anna Berg", "Maria Berg"]);
    assert_eq!(names(&desk.keys("z")), ["Anna Berg", "Berg", "The mayor", "Mayor Berg", "Maria Berg"]);
    // A speaker with one name and one claim has nothing to join.
    tunnel().keys("G p").sees_no("keeps it for all").keys("ctrl-o").sees_no("kept for");
}

/// A spokesman and a fisher of one surname, and a sentence that may be either's.
const HARBOUR: &str = "Harbour\nThe quay is safe, said Thomas Berg, a spokesman.\nNobody was hurt, Berg said.\n\
                       Lina Berg, a fisher, came home.\nThe herring are gone, Berg said.\n\
                       Thomas Berg met Lina Berg.\nThe talks went well, Berg said.\nThe ice is late, Berg said.";

#[test]
fn a_surname_that_two_share_is_theirs_who_was_named_last() {
    let claims = [
        ("The quay is safe", "Thomas Berg"),
        ("Nobody was hurt", "Berg"),
        ("The herring are gone", "Berg"),
        ("The talks went well", "Berg"),
        ("The ice is late", "Berg"),
    ];
    let harbour = || crate::support::desk_of(crate::support::session_of(HARBOUR, &claims));
    harbour().keys("f P").sees("showing speaker Thomas Berg · 2");
    harbour()
        .keys("j p")
        .sees("ctrl-o keeps it for all 2 claims of Berg, also")
        .sees("Berg, also as")
        .sees("│ Thomas Berg");
    harbour().keys("j j f P").sees("showing speaker Lina Berg · 1");
    harbour().keys("j j j f P").sees("showing speaker Berg (claim 4) · 1");
    let list = harbour().keys("f p").sees("Thomas Berg").sees("Lina Berg").sees("Berg (claim 4)");
    list.types("claim 5").keys("enter").sees("speaker Berg (claim 5) · 1");
    for keys in ["j j p", "j j j p"] {
        harbour().keys(keys).sees_no("keeps it for all").keys("ctrl-o").sees_no("kept for");
    }
    // Undone or renamed, the others stay whose they were.
    let desk = harbour().keys("j j p").types("Lina Berg").keys("enter");
    desk.keys("j f P").sees("speaker Berg (claim 4) · 1");
}

#[test]
fn several_claims_are_marked_tagged_and_named_at_once() {
    let desk = desk()
        .keys("V j j d")
        .sees("3 claims disputed")
        .sees("✗ 3")
        .keys("z")
        .sees("✗ 0")
        .sees("undone: verdict · 3 claims");
    let desk = desk.keys("g V 2 j t").types("money").keys("enter").sees("3 claims");
    let tags: Vec<usize> = desk.session().claims().iter().map(|claim| claim.record.tags.len()).collect();
    assert_eq!(tags, [1, 1, 1, 0, 0, 0]);
    let desk = desk.keys("k V k p").types("The mayor's office").keys("enter");
    assert_eq!(
        desk.session().claims().get(0).and_then(|claim| claim.speaker.clone()).map(|s| s.name).as_deref(),
        Some("The mayor's office")
    );
    desk.keys("V esc v").sees("✓ 1").keys("V j x").sees("claims dismissed");
}

#[test]
fn a_pasted_link_is_offered_as_a_source() {
    let link = "https://example.org/minutes.pdf";
    let desk = desk().action(Action::Paste(format!(" {link}\n"))).sees("A source · claim 1").sees(link);
    assert_eq!(sources(&desk.types(" Minutes").keys("enter")), [1, 0, 0, 0, 0, 0]);
    let desk = crate::support::desk().action(Action::Paste("vvdq https://x".to_owned())).sees("a paste does nothing");
    assert!(desk.owed.is_empty());
}

#[test]
fn a_source_on_one_line_can_go_on_in_its_form_and_is_never_lost() {
    let desk = desk().keys("s").types(MINUTES).keys("tab").sees("A new source").sees("p. 12").keys("ctrl-s");
    assert_eq!(sources(&desk), [1, 0, 0, 0, 0, 0]);
    desk.keys("s").sees("has     Council minutes").keys("enter").sees("Sources · claim 1");
    let desk = crate::support::desk().keys("s").types("p. 12").keys("enter").sees("needs a title or a link");
    desk.keys("esc").sees("What you typed is not kept").keys("n").sees("p. 12").keys("esc y").sees_no("A source");
    let drafts = crate::support::desk().keys("s").types("Minutes").model.drafts();
    assert_eq!(drafts.len(), 1);
}

#[test]
fn furniture_with_claims_asks_and_dismisses_them() {
    let desk = desk().keys("F").sees("2 of its claims").keys("n").sees("○ 6").keys("F y").sees("2 dismissed");
    assert_eq!(desk.session().claims().tally().dismissed, 2);
    assert_eq!(desk.keys("z").session().claims().tally().dismissed, 0);
}

#[test]
fn undo_tells_what_it_takes_back_where_that_is_not_in_view() {
    let lines: Vec<String> = (0..90).map(|n| format!("The bridge number {n} cost {n} million.")).collect();
    let words: Vec<String> = (0..90).map(|n| format!("number {n} cost")).collect();
    let claims: Vec<(&str, &str)> = words.iter().map(|words| (words.as_str(), "")).collect();
    let text = format!("Bridges\n{}", lines.join("\n"));
    let desk = crate::support::desk_of(crate::support::session_of(&text, &claims)).keys("v G z");
    let desk = desk.sees("z takes back claim 1: unchecked → verified").sees("✓ 1");
    desk.keys("z").sees("✓ 0").selected("number 0");
}

#[test]
fn the_past_is_listed_and_gone_back_to() {
    let desk = desk().keys("v d u H").sees("What you did").sees("unchecked → unknown").keys("j enter");
    let desk = desk.sees("2 taken back").sees("✓ 1  ✗ 0  ? 0").keys("Z Z").sees("✓ 1  ✗ 1  ? 1");
    desk.keys("z z z H").sees("nothing of yours to go back to");
}

#[test]
fn what_is_owed_and_the_pace_stand_above_article_and_list() {
    let mut desk = desk().sized(120, 40).keys("r").types("Where from?").keys("enter");
    for (minute, key) in ["v", "d", "v", "d", "v"].into_iter().enumerate() {
        desk.now = format!("2026-11-23T09:{:02}:00Z", 10 + 8 * minute).as_str().into();
        desk = desk.keys(key);
    }
    desk.keys("u c").sees("1 open question · 3 verified, 2 disputed without a source · about 5 min left at this pace");
}

#[test]
fn what_is_without_a_source_is_counted_alike_above_and_in_the_filters() {
    let desk = desk().keys("v v d u x").sees("2 verified, 1 disputed without a source");
    let desk = desk.keys("f V").sees("verified without a source · 2").keys("f a f d f n");
    desk.sees("disputed + without a source · 1");
    crate::support::desk().keys("d").sees("1 disputed without a source").sees_no("verified");
    crate::support::desk().keys("u").sees_no("without a source");
}

#[test]
fn the_help_is_whole_on_a_narrow_screen() {
    let desk = desk().sized(80, 24).keys("?").sees("Begins to pick words of the claim's sentence for a").sees("claim.");
    assert!(!desk.screen().lines().skip(2).any(|row| row.contains('…')), "{}", desk.screen());
    let (mut desk, mut rows) = (desk, Vec::new());
    for _ in 0..40 {
        rows.extend(desk.screen().lines().map(str::to_owned));
        desk = desk.keys("pgdn");
    }
    assert!(rows.iter().any(|row| row.contains("Suspends the program")), "the last row comes into view");
}

#[test]
fn what_is_cut_says_how_much_and_touches_no_hint() {
    for (keys, more) in [("f", "▾ 19 more "), ("?", " more "), ("enter", " more")] {
        let desk = desk().sized(80, 24).keys(keys).sees(more);
        let row = desk.screen().lines().find(|row| row.contains("▾")).unwrap_or_default().to_owned();
        let behind = row.split(" more").nth(1).unwrap_or_default().trim_start();
        assert!(behind.is_empty() || behind.starts_with(['─', '│', '·']), "{row}");
    }
}

#[test]
fn a_thousand_filters_add_up_and_one_key_drops_them() {
    let mut desk = desk();
    let tags: Vec<String> = (0..1000).map(|n| format!("tag {n}")).collect();
    desk = desk.keys("t").types(&tags.join(", ")).keys("enter");
    for tag in ["tag 1", "tag 999", "tag 500"] {
        desk = desk.keys("f t").types(tag).keys("enter").sees("tag tag 1");
    }
    assert_eq!(desk.model.desk().map(|desk| desk.filter.traits().len()), Some(3));
    for _ in 0..1000 {
        desk = desk.keys("f j j space k space esc");
    }
    desk.selected("The repair cost")
        .keys("backspace backspace backspace")
        .sees_no("showing")
        .sees("○ 6")
        .keys("f")
        .sees("all claims")
        .keys("esc v")
        .sees("✓ 1");
}

#[test]
fn a_key_drops_the_filter_that_was_added_last() {
    let desk =
        desk().sized(120, 24).keys("d f d f n").sees("showing disputed + without a source · 1 · backspace drops");
    let desk = desk.keys("backspace").sees("showing disputed · 1").keys("backspace").sees_no("showing");
    desk.keys("backspace").sees("no filter is left");
}

#[test]
fn the_head_of_the_list_says_how_many_filters_it_has_no_room_for() {
    for (width, told) in [(80, "unchecked +4 · 6"), (100, "unchecked + without a source +3 · 6")] {
        let screen = desk().sized(width, 24).keys("f o f n f E f Y f U").screen();
        let head = screen.lines().nth(1).unwrap_or_default();
        assert!(head.contains(told) && !head.contains('…'), "{head}");
    }
    let none = desk().keys("e").types("looked at").keys("ctrl-s d f e f v");
    none.sees("no claim fits: with a note + verified");
}

#[test]
fn what_was_changed_since_a_day_is_found_by_typing_the_day() {
    let desk = desk().keys("v f c").types("2026-11-23").sees("since 2026-11-23 00:00");
    desk.keys("enter").sees("changed since 2026-11-23 00:00").selected("The repair cost");
    crate::support::desk().keys("v f c").types("10 min").sees("since 2026-11-23 09:31");
    crate::support::desk().keys("v f c").types("2026-11-24").keys("enter").sees("no claim fits");
}

#[test]
fn a_mouse_that_is_left_to_the_terminal_does_nothing() {
    use factdesk::app::pointer::{Deed, Pointer};
    let mut desk = desk();
    desk.model.settings.mouse = false;
    let before = desk.screen();
    for deed in [Deed::Press, Deed::Twice, Deed::Drag, Deed::Release, Deed::WheelDown, Deed::WheelUp] {
        for (x, y) in [(60, 4), (8, 6), (50, 10), (u16::MAX, u16::MAX)] {
            desk = desk.action(Action::Point(Pointer { deed, x, y }));
        }
    }
    assert_eq!(desk.screen(), before);
    assert!(desk.owed.is_empty());
}

#[test]
fn several_claims_are_assigned_at_once() {
    let desk = desk()
        .keys("V j j A")
        .sees("Assign claim 3 and 2 more")
        .types("Kim")
        .keys("enter")
        .sees("3 claims assigned to Kim");
    let named = |desk: &crate::support::TestDesk| {
        desk.session().claims().iter().map(|claim| claim.record.assignee.clone()).collect::<Vec<_>>()
    };
    assert_eq!(named(&desk), ["Kim", "Kim", "Kim", "", "", ""]);
    assert_eq!(named(&desk.keys("z")), [""; 6]);
}

#[test]
fn a_link_pasted_where_the_title_belongs_becomes_the_link() {
    let link = "https://example.org/minutes.pdf";
    let desk = desk().keys("alt-s a").sees("A new source").action(Action::Paste(format!("{link}\n"))).types("Minutes");
    let desk = desk.keys("enter");
    let source =
        desk.session().claims().get(0).and_then(|claim| claim.record.sources.first().cloned()).unwrap_or_default();
    assert_eq!((source.title.as_str(), source.url.as_str()), ("Minutes", link));
}

#[test]
fn on_furniture_nothing_is_offered_that_does_not_work() {
    let desk = desk().keys("tab G").sees("page furniture, never claimed: F makes it text");
    let desk = desk.sees_no("verified").sees_no("e note").sees_no("s source").sees("/ find");
    desk.keys("v")
        .sees("F makes it text")
        .sees("✓ 0")
        .keys("F")
        .sees("mark this sentence")
        .keys("k j")
        .sees("v verified");
}

#[test]
fn the_sentence_stays_in_view_while_something_is_written_about_it() {
    for (width, height) in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        for keys in ["e", "s", "r", "w", "p", "R", "W", "t"] {
            for place in ["g", "G", "3 G"] {
                let desk = desk().sized(width, height).keys(place).keys(keys);
                let held = desk.model.desk().and_then(|desk| Some(desk.session.words_of(desk.claim()?).to_owned()));
                let words = held.unwrap_or_default();
                let head: String = words.split(' ').take(3).collect::<Vec<_>>().join(" ");
                let edge = desk.model.desk().and_then(|held| held.layout(desk.model.size).divider).unwrap_or_default();
                let article: Vec<String> =
                    desk.screen().lines().map(|row| row.chars().take(edge.into()).collect()).collect();
                assert!(
                    article.iter().any(|row| row.contains(&head)),
                    "{width} {keys} {place}: {head}\n{}",
                    desk.screen()
                );
            }
        }
    }
}

#[test]
fn at_120_by_40_the_list_shows_22_claims_and_60_letters_of_each() {
    let lines: Vec<String> = (0..60)
        .map(|n| {
            format!("The new bridge number {n} cost {n} million crowns and was opened after only two years of work.")
        })
        .collect();
    let claims: Vec<(&str, &str)> = lines.iter().map(|line| (line.as_str(), "")).collect();
    let desk = crate::support::desk_of(crate::support::session_of(&lines.join("\n"), &claims)).sized(120, 40);
    // The first has nothing, each of the next has a mark more: a source, a note, a question, a correction.
    let desk = desk.keys("j V j j j s").types("Minutes").keys("enter");
    let desk = (3..=5).fold(desk, |desk, number| desk.keys(&format!("{number} G e")).types("seen").keys("ctrl-s"));
    let desk = (4..=5).fold(desk, |desk, number| desk.keys(&format!("{number} G r")).types("Why?").keys("ctrl-s"));
    let desk = desk.keys("5 G w").types("44").keys("enter g");
    let edge = usize::from(desk.model.desk().unwrap().layout(desk.model.size).list.x);
    let screen = desk.screen();
    let rows = screen
        .lines()
        .map(|row| row.chars().skip(edge).collect::<String>())
        .filter(|row| row.contains("bridge number") && row.contains("○ "))
        .collect::<Vec<_>>();
    assert!(rows.len() >= 22, "{}", rows.len());
    // What stands behind the number, without the signs of a cut and the marks.
    let letters = |row: &String| {
        let words = row.trim_matches(|c: char| c == ' ' || "¿±¶§".contains(c));
        let words: String =
            words.trim_start_matches(['▌', '○', ' ']).chars().skip_while(char::is_ascii_digit).collect();
        words.trim().chars().filter(|c| *c != '…').count()
    };
    assert!(rows.iter().all(|row| letters(row) >= 60), "{screen}");
    for (row, marks) in rows.iter().zip([0, 1, 2, 3, 4]) {
        assert_eq!(row.chars().filter(|c| "¿±¶§".contains(*c)).count(), marks, "{screen}");
    }
}

#[test]
fn what_became_of_several_is_counted_by_what_they_are_now() {
    let desk = desk().meanwhile(|session| mark(session, 0, Verdict::Disputed, "rita", "2026-11-23T09:30:00Z"));
    let desk = desk.keys("g g V j j v").sees("2 verified, 1 differs · z undo");
    desk.keys("g g V j j u").sees("2 unknown, 1 differs");
    crate::support::desk().keys("V j v").sees("2 claims verified · z undo");
    let desk =
        crate::support::desk().keys("V j A").types("bea").keys("enter").sees("2 claims assigned to bea · z undo");
    desk.sees_no("2 claims assigned to bea · 2 claims");
}

#[test]
fn what_breaks_the_policy_is_counted_in_the_top_line() {
    let mut desk = desk().keys("v v d").sees_no("against the policy");
    let session = desk.session().clone();
    let policy = factdesk::review::Policy { readings: 2, ..factdesk::review::Policy::default() };
    desk.model.lay(factdesk::app::Opened {
        session,
        name: "bridge".to_owned(),
        read_only: None,
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: Some(policy),
    });
    let desk = desk.sees("§ 3").sees("3 against the policy").sees(" 0/");
    let desk = desk.keys("v").sees("§ 4").sees(" 0/").keys("z").sees("§ 3");
    // A second reading settles one.
    let desk = desk.meanwhile(|session| mark(session, 0, Verdict::Verified, "rita", "2026-11-23T09:50:00Z"));
    desk.sees("§ 2").sees(" 1/");
}

#[test]
fn what_is_one_claims_own_is_not_offered_for_several_and_says_so() {
    let desk = || crate::support::desk().sized(120, 24).keys("V j j").sees("3 chosen").sees_no("e note");
    for (key, what) in [("e", "a note"), ("w", "a correction"), ("W", "a statement"), ("M", "joining"), ("m", "a span")]
    {
        let desk = desk().keys(key).sees(what).sees("for one claim, and 3 are chosen: esc ends the choice");
        assert!(desk.model.panels.is_empty(), "{key}");
        assert_eq!(desk.session().history().len(), 0, "{key}");
    }
    desk().keys("esc e").sees("Note");
}

#[test]
fn a_message_begins_with_its_reason_and_ends_with_the_name_of_its_file() {
    let folders = "a very long folder name/of the newsroom/".repeat(5);
    let path = format!("/home/anna/{folders}minutes of march.md");
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let desk = crate::support::desk().sized(width, height);
        let said = format!("its folder is not there; name another file: {path}");
        let desk = desk.action(Action::Came(Outcome::Refused(said)));
        let rows: Vec<String> = desk.screen().lines().map(str::to_owned).collect();
        let last: Vec<&str> = rows.iter().rev().take(2).rev().map(|row| row.trim()).collect();
        assert!(last[0].starts_with("its folder is not there"), "{last:?}");
        assert!(last[1].ends_with("march.md"), "{last:?}");
    }
}

#[test]
fn rows_that_are_left_over_go_to_the_claims_that_one_row_cuts() {
    use factdesk::app::pointer::{Deed, Pointer};
    let long = |n: usize| {
        format!(
            "Number {n}: the repair of the old bridge over the river cost the town and its people {n} million crowns, all told."
        )
    };
    let lines: Vec<String> =
        (10..24).map(|n| if n % 4 == 0 { long(n) } else { format!("Pier {n} was shut.") }).collect();
    let claims: Vec<(&str, &str)> = lines.iter().map(|line| (line.as_str(), "")).collect();
    let desk = crate::support::desk_of(crate::support::session_of(&format!("Bridges\n{}", lines.join("\n")), &claims));
    let desk = desk.sized(120, 40);
    assert_eq!(desk.model.desk().unwrap().layout(desk.model.size).each, 1, "not all of them fit twice");
    let screen = desk.screen();
    let list: Vec<String> = screen.lines().map(|line| line.chars().skip(52).collect()).collect();
    let told = list.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for n in [12, 16, 20] {
        assert!(told.contains(&long(n)), "{n} is whole:\n{screen}");
    }
    // The mouse knows which is which.
    let y = list.iter().position(|row| row.contains("Pier 17")).unwrap();
    let pointer = Pointer { deed: Deed::Press, x: 80, y: u16::try_from(y).unwrap() };
    desk.action(Action::Point(pointer)).selected("Pier 17 was shut.");
}

#[test]
fn a_list_that_goes_on_says_how_far() {
    let lines: Vec<String> = (0..60).map(|n| format!("The bridge number {n} cost {n} million.")).collect();
    let claims: Vec<(&str, &str)> = lines.iter().map(|line| (line.as_str(), "")).collect();
    let article = format!("Bridges\n{}", lines.join("\n"));
    for (width, height) in [(80, 24), (120, 40)] {
        let desk = crate::support::desk_of(crate::support::session_of(&article, &claims)).sized(width, height);
        let shown = desk.model.desk().unwrap().layout(desk.model.size).shown();
        let desk = desk.sees(&format!("▾ {} more", 60 - shown)).keys("G").sees_no("▾ ");
        desk.keys("g d d d f d").sees_no("▾ ").keys("backspace f o").sees("▾ more");
    }
}

#[test]
fn what_is_asked_about_a_claim_shows_its_words_and_leaves_the_sentence_in_view() {
    for (width, height) in [(120, 40), (80, 24)] {
        for keys in ["s", "A", ",", "e", "p", "r"] {
            let desk = desk().sized(width, height).keys("s").types("Minutes p. 12").keys("enter j");
            let desk = desk.keys(keys);
            assert!(!desk.model.panels.is_empty(), "{keys}");
            // Once in the article, once in the panel.
            let screen = desk.screen();
            let shown = screen.matches("No other bridge").count() + screen.matches("…has cost more").count();
            assert!(shown >= 2, "{keys} at {width}:\n{screen}");
            let place = desk.model.desk().unwrap().layout(desk.model.size).words;
            let article: Vec<String> =
                screen.lines().map(|row| row.chars().skip(place.x.into()).take(place.width.into()).collect()).collect();
            let told = article.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains("ministry published last year."), "{keys} at {width} covers the sentence:\n{screen}");
        }
    }
}

#[test]
fn a_claim_on_page_furniture_is_offered_only_what_works_there() {
    let desk = || desk().keys("F y g enter").sees("1 · dismissed").sees_no("v verified").sees_no("d disputed");
    for key in ["v", "d", "u"] {
        desk()
            .keys(key)
            .sees("it lies in page furniture, which is never claimed: F makes it text")
            .sees("✓ 0  ✗ 0  ? 0");
    }
    // Where it is text again it is marked as any other.
    desk().keys("esc F x v").sees("✓ 1");
}

#[test]
fn several_claims_that_are_brought_back_are_said_to_be() {
    desk().keys("g V j x g V j x").sees("2 claims brought back · z undo");
}

#[test]
fn a_command_of_another_program_with_something_behind_it_is_told_the_way_out() {
    for (typed, says) in [
        ("w foo.json", ":save-copy"),
        ("w!", ":save-copy"),
        ("e file", "list of saved sessions"),
        ("rename foo", "list of saved sessions"),
        ("set nu", "factdesk config"),
        ("undo 3", "undo alone"),
        ("zzzz zzzz", ": alone lists"),
    ] {
        let desk = desk().keys("v :").types(typed).keys("enter").sees(says);
        assert_eq!(desk.session().history().len(), 1, "{typed}");
    }
    // The colours in force are the first that are offered.
    let mut light = desk();
    light.model.settings.look.theme = Theme::Light;
    assert_eq!(light.keys(":").types("theme").keys("enter").model.settings.look.theme, Theme::Light);
    desk().keys("9 9 9 9 9 9 9 9 9 G").sees("no claim of such a number").sees_no("999999");
}

#[test]
fn a_message_says_what_became_of_how_many() {
    desk().keys("V j x").sees("2 claims dismissed").keys("g V j x").sees("2 claims brought back · z undo");
    desk().keys("r").types("Why?").keys("ctrl-s").sees("query kept").sees_no("a new");
}

#[test]
fn of_sessions_that_are_not_read_yet_nothing_is_said() {
    let desk = desk().action(Action::Came(Outcome::Listed(vec![Listing::default()])));
    let desk = desk.keys("/").types("zzzz").keys("enter").sees("0 of 1 sessions").sees_no("read so far");
    let mut desk = desk;
    if let factdesk::app::Mode::Home(home) = &mut desk.model.mode {
        home.pending = true;
    }
    desk.sees("0 of 1 sessions with").sees("of those read so far").sees_no("no session has these words");
}

#[test]
fn what_one_did_is_told_with_the_words_that_it_was_done_to_where_there_is_room() {
    let desk = desk().sized(120, 40).keys("g v d H");
    let row = |words: &str| desk.screen().lines().rfind(|row| row.contains(words)).unwrap_or_default().to_owned();
    assert!(row("unchecked → verified").contains("The repair cost 42 million crowns"), "{}", desk.screen());
    assert!(row("unchecked → disputed").contains("No other bridge"), "{}", desk.screen());
    let narrow = desk.sized(40, 12).sees("unchecked → verified");
    assert!(!narrow.screen().lines().any(|row| row.contains("→") && row.contains("repair")), "{}", narrow.screen());
}

#[test]
fn every_list_goes_to_its_ends_and_long_ones_by_pages() {
    let chosen = |desk: &TestDesk| {
        let grid = desk.grid();
        let is_selected = |y: &u16| {
            let row =
                grid.row(*y).iter().filter(|cell| grid.paint(**cell).ground == ratatui::style::Color::Indexed(237));
            row.count() > 20 && desk.screen().lines().nth(usize::from(*y)).is_some_and(|row| row.contains('│'))
        };
        let from = desk.screen().lines().position(|row| row.contains('╭')).unwrap_or_default();
        let y = (u16::try_from(from).unwrap()..grid.size().height).find(is_selected);
        y.and_then(|y| desk.screen().lines().nth(y.into()).map(ToOwned::to_owned)).unwrap_or_default()
    };
    let sourced = || desk().keys("g s").types("Minutes").keys("enter s").types("Report").keys("enter s").types("Deed");
    let at = |desk: TestDesk, first: &str, keys: &str, words: &str| {
        let desk = desk.keys(keys);
        let row = chosen(&desk);
        assert!(row.contains(words), "{keys}: {row}\n{}", desk.screen());
        let desk = desk.keys(first);
        assert_ne!(chosen(&desk), row, "{keys} {first}");
        desk.sees_no("means nothing");
    };
    at(sourced().sized(120, 40).keys("enter alt-s"), "g", "G", "Deed");
    at(sourced().sized(120, 40).keys("enter alt-s"), "home", "end", "Deed");
    at(desk().sized(120, 40).keys("g v d u H"), "g", "G", "unchecked → verified");
    at(desk().sized(80, 24).keys("f"), "home", "end", "every sentence");
    at(desk().sized(80, 24).keys("f"), "pgup", "pgdn", "in conflict");
}
