//! A new draft at the desk: it comes in, its changes are gone through, and all of it can be taken back, tomorrow too.

use crate::support::{BRIDGE, CLAIMS, TestDesk, article, desk, desk_of, mark, redraft, session_of};
use factdesk::app::layout::Size;
use factdesk::app::listing::Listing;
use factdesk::app::model::Model;
use factdesk::app::settings::Settings;
use factdesk::app::{Action, Effect, Opened, Outcome};
use factdesk::propose::next_draft;
use factdesk::review::{
    Annotation, AnnotationKind, Article, Extra, Session, Span, Stamp, Status, Tally, Verdict, merge,
};

/// The bridge with all six claims verified.
fn verified() -> TestDesk {
    let mut desk = desk_of(session_of(BRIDGE, &CLAIMS));
    for _ in 0..6 {
        desk = desk.keys("v");
    }
    desk.saved()
}

/// The next draft: a figure, a hedge, a sentence taken out, one put in.
fn second() -> Article {
    let text = BRIDGE
        .replace("42 million", "44 million")
        .replace("fell by 14", "fell by about 14")
        .replace("Steel prices rose by a fifth within a year, the builder says.", "")
        .replace("It was a beautiful morning.", "It was a beautiful morning. The inquiry began on 12 May 2025.");
    from(&text, "bridge-2.txt")
}

fn from(text: &str, source: &str) -> Article {
    let mut article = article(text);
    source.clone_into(&mut article.provenance.source);
    article
}

fn came(desk: TestDesk, article: Article, anyway: bool) -> TestDesk {
    desk.action(Action::Came(Outcome::Draft(Box::new(article), anyway)))
}

fn states(desk: &TestDesk) -> Vec<Status> {
    desk.session().claims().iter().map(factdesk::review::Claim::status).collect()
}

#[test]
fn what_a_draft_changed_is_counted_flagged_and_gone_through_key_by_key() {
    let desk = came(verified(), second(), false).sees("draft 2: 3 same · 2 changed · 1 gone · 1 new").owes_save();
    let desk = desk.sees("draft 2 · 2 changed · 1 gone · 1 new").sees("✓ 3");
    // Old and new words, and what verdict stood on the old ones.
    let desk = desk.keys("T").sees("1 of 3").sees("42 million").sees("44 million").sees("was verified by anna");
    let desk = desk.keys("y").sees("about 14").sees("1 of 2").sees("verified again");
    assert_eq!(states(&desk)[0], Status::Verified);
    let desk = desk.keys("r").sees("stands nowhere in this draft").sees("to be checked anew");
    assert_eq!(states(&desk)[3], Status::Unchecked);
    let desk = desk.keys("y").sees("its words stand nowhere in this draft");
    let gone = desk.session().apart()[0].number.whole();
    let desk = desk.keys("esc").keys(&format!("{gone} G")).sees("are gone from this draft; f g finds it").keys("T");
    let desk = desk.keys("x").sees("every change of this draft was looked at");
    let desk = desk.keys("T").sees("every change of this draft was looked at").sees("draft 2 · 1 new");
    // It is out of what is to be done, and nowhere else; whoever wants it back takes it.
    let apart = desk.session().apart().to_vec();
    assert_eq!((apart.len(), apart[0].is_let_go()), (1, true));
    assert!(apart[0].fate().unwrap().had.iter().any(|mark| &*mark.by == "anna"));
    // What was said of each can be looked at again.
    let desk = desk.sees("1 of 3").keys("j").sees("about 14").keys("esc");
    let desk = desk.keys("f g").sees("let go by anna").keys("enter").sees("stands nowhere in this draft");
    desk.sees("let go by anna").keys("x").sees("to be looked at again").sees("draft 2 · 1 gone · 1 new");
}

/// What is still typed for words that were being picked does not land on whatever is selected once they are another draft's.
#[test]
fn a_key_meant_for_words_that_were_let_go_is_not_done() {
    let figure = BRIDGE.replace("42 million", "44 million");
    let desk = desk().keys("g space l l l").meanwhile(|session| redraft(session, &figure));
    let desk = desk.sees("the words being picked are let go").keys("a");
    let desk = desk.sees("not done: the words being picked are let go").keys("v");
    let desk = desk.sees("not done: the words of claim 1 changed meanwhile");
    assert_eq!(desk.session().claims().tally().verified, 0);
    assert_eq!(desk.keys("v").session().claims().tally().verified, 1);
}

/// However long it was ago: who presses a key for words that they still think are picked has not seen what came.
#[test]
fn a_key_meant_for_words_that_were_let_go_a_while_ago_leaves_the_next_one_guarded() {
    let figure = BRIDGE.replace("42 million", "44 million");
    let mut desk = desk().keys("g space l l l").meanwhile(|session| redraft(session, &figure));
    desk.now = Stamp::from("2026-11-23T09:41:30Z");
    desk = desk.keys("a").sees("not done: the words being picked are let go").keys("v");
    desk = desk.sees("not done: the words of claim 1 changed meanwhile");
    assert_eq!(desk.session().claims().tally().verified, 0);
}

/// A claim of a few words whose sentence another's draft turns round is not marked by a key that was on its way.
#[test]
fn a_key_for_words_whose_sentence_is_another_meanwhile_is_not_done() {
    let turned = BRIDGE.replace("the mayor said on Monday", "nobody said on Monday");
    let desk = desk().keys("tab space w w w w w a").selected("The repair cost 42 million");
    let desk = desk.meanwhile(|session| redraft(session, &turned)).keys("v");
    let desk = desk.sees("not done: claim 1a says something else meanwhile");
    assert_eq!(desk.session().claims().tally().verified, 0);
}

#[test]
fn a_draft_of_the_same_words_with_a_note_that_is_new_comes_in() {
    let note = Annotation {
        id: "w1".into(),
        kind: AnnotationKind::Footnote,
        by: None,
        at: "".into(),
        span: Span::new(0, 4),
        text: "Minutes, p. 4".into(),
        confidential: None,
        extra: Extra::default(),
    };
    let noted = || from(BRIDGE, "noted.txt").annotated(vec![note.clone()], Vec::new());
    let desk = came(verified(), noted(), false).sees("draft 2: 6 same · 1 note new");
    assert_eq!((states(&desk), desk.session().article.annotations().len()), (vec![Status::Verified; 6], 1));
    let desk = came(desk, noted(), false).sees("that is draft 2 again");
    assert_eq!(desk.keys("z").session().article.annotations().len(), 0);
}

#[test]
fn at_eighty_columns_the_counts_of_the_draft_are_told_in_short() {
    let mut desk = desk_of(session_of(BRIDGE, &CLAIMS));
    for _ in 0..6 {
        desk = desk.keys("v");
    }
    came(desk.saved(), second(), false).sized(80, 24).sees("dr");
}

#[test]
fn the_keyboard_is_no_file_to_bring_in() {
    let desk = verified().keys("B ctrl-u").types("-").keys("enter").sees("- is the input of a pipe; give a file");
    desk.keys("B ctrl-u")
        .types("'/a/my draft.md'")
        .keys("enter")
        .owes(&Effect::ReadDraft("/a/my draft.md".into(), false));
}

/// The same words from somebody else are another claim, though the words that say so stand in another sentence.
#[test]
fn a_claim_that_somebody_else_says_now_is_changed_and_loses_its_verdict() {
    let before = "The plan will cost 42 million crowns, Eva Strand said. She added that it would create 140 jobs.";
    let words = "She added that it would create 140 jobs.";
    let after = before.replace("Eva Strand said. She", "Ole Berg said. He").replace("He added", "She added");
    let desk = desk_of(session_of(before, &[(words, "Eva Strand")])).keys("v").saved();
    let desk = came(desk, from(&after, "plan-2.txt"), true).sees("1 changed");
    let desk = desk.keys("T").sees("was verified by anna").sees("was said by Eva Strand; now by ");
    let verdicts = |desk: &TestDesk| desk.session().claims().iter().filter(|claim| claim.mark.is_some()).count();
    assert_eq!(verdicts(&desk), 0);
    // The other way round it stands again.
    let desk = came(desk.keys("esc"), from(before, "plan-3.txt"), true).sees("1 back");
    assert_eq!(verdicts(&desk), 1);
}

#[test]
fn a_claim_whose_words_are_gone_is_put_on_others_that_are_picked() {
    let desk = came(verified(), second(), false).keys("f g").sees("Claims whose words stand nowhere in this draft");
    let desk = desk.sees("Steel prices rose").keys("enter").sees("stands nowhere in this draft");
    let desk = desk.keys("a").sees("pick the words").keys(") enter").sees("put on these words");
    assert!(desk.session().apart().is_empty());
    assert_eq!(desk.session().claims().iter().filter(|claim| claim.mark.is_some()).count(), 3, "no verdict came along");
    let desk = desk.resumed().keys("z").sees("undone: put on other words");
    assert_eq!(desk.session().apart().len(), 1);
}

#[test]
fn there_is_a_filter_for_what_changed_what_is_gone_and_what_is_new() {
    let desk = came(verified(), second(), false).keys("f w").sees("changed in this draft · 2");
    let desk = desk.sees("The repair cost 44 million").sees("about 14").keys("f w f N").sees("new in this draft · 1");
    desk.sized(100, 44).keys("f N f").sees("gone from this draft…");
    verified().keys("f g").sees("no claim is gone from this draft");
}

#[test]
fn a_draft_is_taken_back_with_every_verdict_and_brought_in_again_tomorrow() {
    let before = verified().session().clone();
    let desk = came(verified(), second(), false).keys("T y r esc").saved().resumed();
    let desk = desk.sees("draft 2 · 1 gone · 1 new");
    let mut desk = desk;
    while desk.session().article.draft > 1 {
        desk = desk.keys("z");
    }
    assert_eq!(desk.session().article.text(), before.article.text());
    assert_eq!(desk.session().claims(), before.claims());
    let desk = desk.resumed().keys("Z").sees("draft 2 stands").sees("2 changed · 1 gone · 1 new");
    assert_eq!(states(&desk).iter().filter(|state| **state == Status::Verified).count(), 3);
}

#[test]
fn the_card_says_the_words_that_each_verdict_was_given_on() {
    let desk = came(verified(), second(), false).sized(140, 44).keys("g enter");
    let desk = desk.selected("44 million").sees("changed in draft 2; was verified by anna");
    desk.sees("anna  unchecked → verified on “The repair cost").sees("42 million crowns, the mayor said on Monday.”");
}

#[test]
fn an_empty_draft_and_another_article_are_asked_about_and_the_same_one_is_said() {
    let desk = came(verified(), from("", "empty.txt"), false).sees("the draft has no words");
    let desk = desk.keys("n").sees("✓ 6");
    assert_eq!(desk.session().article.draft, 1);
    let soup = from("Soup\nPeel 3 onions and boil them for 20 minutes.\nAdd salt.", "soup.txt");
    let desk = came(desk, soup.clone(), false).sees("that is another article").keys("y");
    let desk = desk.owes(&Effect::ReadDraft("soup.txt".into(), true));
    let desk = came(desk, soup, true).sees("6 gone");
    assert_eq!((desk.session().apart().len(), desk.session().article.draft), (6, 2));
    let desk = came(desk.keys("z"), from(BRIDGE, "again.txt"), false).sees("that is draft 1 again");
    let empty = came(desk, from("", "empty.txt"), true).sees("6 gone");
    assert_eq!(empty.session().apart().len(), 6);
    let desk = empty.resumed().keys("z");
    assert_eq!(states(&desk), [Status::Verified; 6]);
}

#[test]
fn paragraphs_in_another_order_keep_every_verdict_and_a_word_in_each_sentence_keeps_none() {
    let mut lines: Vec<&str> = BRIDGE.lines().collect();
    lines.swap(1, 3);
    lines.swap(5, 6);
    let desk = came(verified(), from(&lines.join("\n"), "b.txt"), false).sees("moved");
    assert_eq!(states(&desk), [Status::Verified; 6]);
    let every = from(&BRIDGE.replace(". ", " today. ").replace(".\n", " today.\n"), "c.txt");
    let desk = came(verified(), every, false).sees("6 changed");
    assert!(states(&desk).iter().all(|state| *state == Status::Unchecked));
    assert!(desk.session().apart().is_empty());
}

#[test]
fn what_is_being_typed_when_a_draft_comes_is_kept() {
    // On a claim that the draft changes.
    let desk = came(verified().keys("g e").types("Ask the mayor"), second(), false);
    let desk = desk.sees("Ask the mayor").keys("ctrl-s");
    assert!(desk.session().claims().iter().any(|claim| claim.record.note == "Ask the mayor"));
    // And on one that is gone: it stays until it is put away by hand.
    let desk = came(verified().keys("G e").types("Ask the builder"), second(), false).sees("Ask the builder");
    let desk = desk.keys("ctrl-s");
    let kept = desk.session().apart().iter().any(|claim| claim.record.note == "Ask the builder");
    assert!(kept || desk.screen().contains("Ask the builder"), "what was typed is lost:\n{}", desk.screen());
}

#[test]
fn nothing_is_brought_into_a_session_that_may_only_be_read() {
    let mut model = Model::new(Size::new(100, 30), Settings { reviewer: "anna".into(), ..Settings::default() });
    let session = verified().session().clone();
    model.lay(Opened {
        session,
        name: "bridge".to_owned(),
        read_only: Some("it is open in another window".to_owned()),
        notices: Vec::new(),
        drafts: Vec::new(),
        policy: None,
    });
    let desk = TestDesk { model, ..verified() };
    let desk = came(desk, second(), false).sees("read-only");
    assert_eq!(desk.session().article.draft, 1);
}

#[test]
fn a_file_that_changes_under_an_open_session_is_said_and_not_over_another_message() {
    let desk = verified().action(Action::Came(Outcome::Newer("drafts/bridge.txt".to_owned(), "0f".to_owned())));
    let desk = desk.sees("drafts/bridge.txt has changed since it was read; B").sees("brings it in as the next draft");
    let twice = desk.action(Action::Came(Outcome::Newer("drafts/bridge.txt".to_owned(), "0f".to_owned())));
    assert_eq!(twice.screen().matches("has changed since").count(), 1);
    // What was brought in meanwhile is no news.
    let mut next = second();
    next.provenance.file_sha256 = Some("0f".to_owned());
    let brought =
        came(verified(), next, false).action(Action::Came(Outcome::Newer("b.txt".to_owned(), "0f".to_owned())));
    brought.sees_no("has changed since");
    let both = verified().sized(160, 40).action(Action::Came(Outcome::Done("written: report.md".to_owned())));
    let both = both.action(Action::Came(Outcome::Newer("b.txt".to_owned(), "0f".to_owned())));
    both.sees("written: report.md · b.txt has changed since it was read");
}

#[test]
fn of_several_sessions_that_could_be_meant_one_is_chosen() {
    let listing = |name: &str, title: &str, draft| Listing {
        name: name.to_owned(),
        path: format!("{name}.factdesk.json").into(),
        title: title.to_owned(),
        tally: Tally { verified: 8, unchecked: 16, ..Tally::default() },
        draft,
        ..Listing::default()
    };
    let meant = vec![listing("bridge", "Bridge repair", 1), listing("bridge-2", "Bridge repair, long", 3)];
    let desk = verified().action(Action::Came(Outcome::Meant("new/bridge.docx".into(), meant)));
    let desk = desk.sees("draft 2 of Bridge repair (8 of 24 settled)?").sees("draft 4 of Bridge repair, long");
    let desk = desk.sees("y carry over").sees("n start anew").keys("j y");
    desk.owes(&Effect::OpenSession("bridge-2.factdesk.json".into()));
}

#[test]
fn a_correction_that_a_draft_took_over_or_passed_by_is_said() {
    let desk = verified().keys("g w");
    let corrected =
        desk.keys("ctrl-a ctrl-k").types("The repair cost 44 million crowns, the mayor said on Monday.").keys("ctrl-s");
    let desk = came(corrected, second(), false).sees("1 correction taken over");
    desk.keys("T").sees("correction taken over: “The repair cost 44 million crowns");
}

#[test]
fn no_verdict_is_given_to_words_that_changed_under_an_open_form_before_they_are_told() {
    let figure = BRIDGE.replace("42 million", "44 million");
    let elsewhere = |desk: TestDesk| desk.meanwhile(|session| redraft(session, &figure));
    let verified = |desk: &TestDesk| desk.session().claims().tally().of(Status::Verified);
    let held = "the words of claim 1 changed meanwhile: “The repair cost 44 million";
    // A source on one line, kept and verified: what was typed stays, and the same key again does it.
    let desk = elsewhere(desk().keys("s").types("Council minutes")).keys("ctrl-v").sees(held).sees("Council minutes");
    assert_eq!((verified(&desk), desk.claim(0).record.sources.len()), (0, 0));
    let desk = desk.keys("ctrl-v");
    assert_eq!((verified(&desk), desk.claim(0).record.sources.len()), (1, 1));
    // A choice of several claims.
    let desk = elsewhere(crate::support::desk().keys("V j j")).keys("v").sees(held);
    assert_eq!(verified(&desk), 0);
    assert_eq!(verified(&desk.keys("v")), 3);
    // Other words for the old ones, and the open card.
    let desk = elsewhere(crate::support::desk().keys("w").types("40 million")).keys("ctrl-s").sees(held);
    assert!(desk.claim(0).record.corrections.is_empty());
    // Nobody else has proposed one: there is nothing to settle.
    let desk = desk.keys("ctrl-s").sees_no("was changed meanwhile");
    assert_eq!((desk.claim(0).record.corrections.len(), desk.claim(0).record.conflicts.len()), (1, 0));
    let desk = elsewhere(crate::support::desk().keys("enter")).keys("v").sees(held);
    assert_eq!(verified(&desk), 0);
    // A draft of one's own that arrives while something is typed is no other.
    let desk = came(crate::support::desk().keys("s").types("Minutes"), from(&figure, "b.txt"), false)
        .keys("ctrl-v")
        .sees(held);
    // Once it is put away, the words are seen as they are.
    let desk = desk.keys("esc y v");
    assert_eq!(verified(&desk), 1);
    // Words that are as they were are marked at once.
    let desk = elsewhere(crate::support::desk().keys("j s").types("Minutes")).keys("ctrl-v");
    assert_eq!(verified(&desk), 1);
}

/// A finger that is on its way to the selected claim while its words change marks nothing that nobody has read.
#[test]
fn the_selected_claim_is_not_marked_in_words_that_came_under_the_finger() {
    let figure = BRIDGE.replace("42 million", "44 million");
    let verified = |desk: &TestDesk| desk.session().claims().tally().of(Status::Verified);
    let desk = desk().meanwhile(|session| redraft(session, &figure)).keys("v");
    let desk = desk.sees("not done: the words of claim 1 changed meanwhile: “The repair cost 44 million");
    assert_eq!(verified(&desk), 0);
    assert_eq!(verified(&desk.keys("v")), 1);
    // Whoever has gone on and come back has seen them.
    let desk = crate::support::desk().meanwhile(|session| redraft(session, &figure)).keys("j k v");
    assert_eq!(verified(&desk), 1);
}

/// What the reviewer has brought in and looked at is confirmed at the first press: nothing changed meanwhile.
#[test]
fn what_was_opened_after_a_draft_came_or_has_stood_a_while_is_marked_at_once() {
    let desk = came(verified(), second(), false).saved().keys("T").sees("44 million").keys("y").sees("verified again");
    assert_eq!(states(&desk)[0], Status::Verified);
    let mut desk = came(verified(), second(), false).saved();
    desk.now = "2026-11-23T09:41:12Z".into();
    assert_eq!(states(&desk.keys("v").sees("1 verified"))[0], Status::Verified);
}

/// What is refused in the panel of changes stays in view: the same key again must not confirm the next change.
#[test]
fn a_change_whose_words_changed_again_is_confirmed_before_the_next_one_comes() {
    let figure = BRIDGE.replace("42 million", "45 million").replace("fell by 14", "fell by about 14");
    let desk = came(verified(), second(), false).saved().keys("T").sees("44 million");
    let desk = desk.meanwhile(|session| redraft(session, &figure)).keys("y");
    let desk = desk.sees("not done: the words of claim 1 changed meanwhile").sees("45 million");
    let desk = desk.keys("y").sees("about 14").sees("verified again");
    assert_eq!(states(&desk)[0], Status::Verified);
}

/// A draft is not taken back under what others have written of its words.
#[test]
fn undo_leaves_no_work_of_others_on_words_that_they_did_not_see() {
    let desk = came(verified(), second(), false).saved();
    let by_rita = |session: &mut factdesk::review::Session| {
        let claim = session.claims().iter().next().cloned().unwrap_or_else(|| panic!("no claim"));
        let change = factdesk::review::Change::of(&claim, &factdesk::review::field::STATEMENT, |claim| {
            claim.statement = "It cost 44 million.".into();
        });
        let edit = factdesk::review::Edit::of(claim.id.clone(), change.unwrap_or_else(|| panic!("no change")));
        session.commit(edit, &"rita".into(), &"2026-11-24T09:00:00Z".into()).unwrap_or_else(|error| panic!("{error}"));
    };
    let desk = desk.meanwhile(by_rita).keys("z").sees("draft 2 can't be taken back, for others have worked on it");
    assert_eq!(desk.session().article.draft, 2);
}

#[test]
fn undo_says_that_it_does_not_go_past_a_draft_that_others_have_worked_on() {
    let desk = came(desk().keys("v"), second(), false).saved();
    let desk = desk.meanwhile(|session| {
        for index in 0..3 {
            mark(session, index, Verdict::Disputed, "rita", "2026-11-23T09:50:00Z");
        }
    });
    let desk = desk.keys("z").sees("draft 2 can't be taken back, for others have worked on it since");
    desk.keys("H").sees("can't go back: draft 2 can't be taken back");
}

/// A desk with one claim of `before`, marked, and its next draft.
fn marked_long(before: &str, after: &str) -> TestDesk {
    let article =
        |words: &str| format!("The quay\n\n{words}\n\nIt rained all day in the harbour and the ferry sailed.");
    let desk = desk_of(session_of(&article(before), &[(before, "")])).keys("v").saved();
    came(desk, from(&article(after), "quay-2.txt"), true)
}

#[test]
fn of_a_long_sentence_the_panel_shows_what_differs() {
    let long = format!("The quay of {} opened within thirty-six months.", ["stone and of timber"; 40].join(" and "));
    let desk = marked_long(&long, &long.replace("thirty-six", "twenty-six")).sized(80, 24);
    desk.keys("T").sees("opened within thirty-").sees("opened within twenty-").sees(" … ").sees_no("▾");
}

#[test]
fn where_more_differs_than_fits_the_panel_is_scrolled_to_its_end() {
    let sentence = |word: &str| (1..=60).map(|at| format!("the {word}{at} of stone ")).collect::<Vec<_>>().concat();
    let (before, after) = (format!("We saw {}there.", sentence("quay")), format!("We saw {}there.", sentence("pier")));
    let desk = marked_long(&before, &after).sized(60, 14);
    let desk = desk.keys("T").sees("quay1").sees("▾").sees_no("pier60");
    let desk = desk.keys("space space space space space space space space space").sees("pier60").sees_no("more");
    desk.keys("b b b b b b b b b b").sees("quay1");
}

#[test]
fn undo_among_the_changes_takes_back_what_was_said_of_one_and_nothing_else() {
    let desk = came(verified(), second(), false).keys("T z").sees("on the desk z takes back draft 1 → draft 2");
    assert_eq!(desk.session().article.draft, 2);
    let desk = desk.keys("y").sees("1 of 2").keys("z").sees("undone: verdict, in this draft").sees("1 of 3");
    let desk = desk.keys("esc 5 G d T z").sees("on the desk z takes back claim 5");
    assert_eq!(desk.session().claims().tally().disputed, 1);
}

/// Two people have each brought in a draft of their own, and their copies come together: what undo makes of one's own says what became of
/// the other's.
#[test]
fn undo_after_rival_drafts_says_which_stands_and_which_is_kept() {
    let start = session_of(BRIDGE, &CLAIMS);
    let brought = |instead: &str, by: &str, at: &str| -> Session {
        let mut copy = start.clone();
        let settings = Settings::default();
        let draft = from(&BRIDGE.replace("42 million", instead), instead);
        let plan = next_draft::plan(&mut copy, draft, false, (settings.threshold, &settings.weights)).unwrap();
        copy.commit(plan.edit, &by.into(), &at.into()).unwrap();
        copy
    };
    let (early, late) = ("2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z");
    let both = |anna: &str, rita: &str| {
        let [ours, theirs] = [brought("44 million", "anna", anna), brought("45 million", "rita", rita)];
        desk_of(merge(&ours, &theirs).unwrap().session)
    };
    let last = both(late, early).sees("44 million").keys("z").sees("undone: draft 1 stands").sees("42 million");
    let last = last.sees("draft 2, which rita brought in, is kept").keys("Z").sees("done again: draft 3 stands");
    last.sees("44 million");
    let first = both(early, late).sees("45 million").keys("z");
    first.sees("can't undo: draft 2 stands no more: rita has put draft 3 in its place").sees("45 million");
    // And so where one draft followed the other.
    let mut followed = brought("44 million", "anna", early);
    redraft(&mut followed, &BRIDGE.replace("42 million", "45 million"));
    desk_of(followed).keys("z").sees("can't undo: draft 2 stands no more: rita has put draft 3 in its place");
}

#[test]
fn on_a_small_screen_it_is_asked_whole_and_the_selected_session_is_seen() {
    let of = |name: &str| Listing {
        title: format!("Pier {name}"),
        name: name.into(),
        path: name.into(),
        ..Listing::default()
    };
    let meant: Vec<Listing> = (1..=9).map(|n| of(&format!("number{n}"))).collect();
    for (width, height) in [(28, 10), (40, 12), (80, 24)] {
        let asked = Action::Came(Outcome::Meant("new/bridge.docx".into(), meant.clone()));
        let desk = crate::support::desk().sized(width, height).action(asked);
        let screen = desk.screen();
        let rows = screen.lines().skip_while(|row| !row.contains('╭')).skip(1);
        let told = rows.flat_map(|row| row.trim_matches(['│', ' ']).split_whitespace()).collect::<Vec<_>>().join(" ");
        assert!(
            told.starts_with("bridge.docx reads otherwise than what was checked so far. Is it"),
            "{told}\n{screen}"
        );
        let screen = desk.keys("j j j j j j j").screen();
        assert!(screen.contains("▌ draft 1 of"), "{width} by {height}\n{screen}");
    }
}

#[test]
fn the_words_that_a_draft_changed_have_the_columns_on_a_narrow_screen() {
    let mut session = session_of("The quay\nThe quay opened in May 1999.", &[("The quay opened in May 1999.", "")]);
    crate::support::mark(&mut session, 0, Verdict::Verified, "anna", "2026-11-23T09:41:07Z");
    crate::support::redraft(&mut session, "The quay\nThe quay opened in June 1999.");
    let desk = desk_of(session).sized(28, 12).keys("T");
    desk.sees("was  The quay opened in")
        .sees("now  The quay opened in")
        .sized(80, 24)
        .sees("was     The quay opened in May 1999.");
}
