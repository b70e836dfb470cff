//! What the evidence says: on the card, in its panel, taken as a source, read on, searched for words.
#![allow(clippy::panic, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use factdesk::app::at_hand::{CitedSource, Found, Gathered, Seek};
use factdesk::app::{Action, Effect, Outcome};
use factdesk::evidence::{Citation, EvidenceFolder, Inquiry, Material, plain};
use factdesk::export::{Format, Options, export};
use factdesk::review::{Annotation, AnnotationKind, Evidence, Extra, Support};
use factdesk::text::Span;

use crate::support::{TestDesk, desk_of, session_of};

const ARTICLE: &str = "\
The pier
The pier cost 4.2 million crowns in 2019. It is 310 metres long. Ida Holm, the mayor, paid for 70 ropes. The pier took twelve men and 310 metres of rope.";

const MEN: &str = "The pier took twelve men and 310 metres of rope.";

const COST: &str = "The pier cost 4.2 million crowns in 2019.";

fn folder() -> Vec<Arc<Material>> {
    named("report.txt", None)
}

/// The report under a name, calling itself by a title other than its first line where one is given.
fn named(name: &str, title: Option<&str>) -> Vec<Arc<Material>> {
    let report = "Report on the pier\n\nThe pier cost 2.4 million crowns in 2019, the council says.\n\nIt is 310 metres long.\n\nIda Holm, the mayor, \
         never spoke of ropes.\n\nThe pier took \
         310 metres of rope.\n";
    let mut report = plain(name, report);
    if let Some(title) = title {
        title.clone_into(&mut report.title);
    }
    vec![Arc::new(report)]
}

/// A desk whose evidence is read.
fn desk() -> TestDesk {
    let desk = gathered("report.txt", "report");
    answered(desk, folder())
}

/// The same with the report at `name`, listed under one title and calling itself by another.
fn desk_named(name: &str, listed: &str, own: &str) -> TestDesk {
    answered(gathered(name, listed), named(name, Some(own)))
}

fn gathered(name: &str, title: &str) -> TestDesk {
    let desk = desk_of(session_of(
        ARTICLE,
        &[(COST, ""), ("It is 310 metres long.", ""), ("Ida Holm, the mayor, paid for 70 ropes.", ""), (MEN, "")],
    ))
    .keys("g");
    let file = Evidence {
        id: Evidence::id_of(&"ab".repeat(32)),
        title: title.to_owned(),
        path: "pier.evidence/report.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        sha256: "ab".repeat(32),
        ..Evidence::default()
    };
    let gathered = Gathered {
        read: 1,
        of: 1,
        done: true,
        files: vec![(name.to_owned(), file)],
        said: vec!["scan.pdf: its pages are pictures without words".to_owned()],
    };
    desk.action(Action::Came(Outcome::Gathered(Box::new(gathered))))
}

#[test]
fn how_far_the_reading_is_stands_over_no_keys_of_what_is_open() {
    let read = || Gathered { read: 1, of: 1, done: true, ..Gathered::default() };
    let came = |desk: TestDesk| desk.action(Action::Came(Outcome::Gathered(Box::new(read()))));
    came(crate::support::desk()).sees("reading the evidence: done, 1 file");
    came(crate::support::desk().keys("f")).sees_no("reading the evidence");
}

/// The shell has looked for what it was asked last.
fn answered(desk: TestDesk, folder: Vec<Arc<Material>>) -> TestDesk {
    let asked = desk
        .owed
        .iter()
        .rev()
        .find_map(|effect| if let Effect::Seek(seek) = effect { Some(seek.clone()) } else { None });
    let seek: Seek = *asked.unwrap_or_else(|| panic!("nothing was looked for"));
    let note = Citation { file: Some(0), ..Citation::default() };
    let asked = Inquiry { words: &seek.words, notes: vec![&note], ..Inquiry::default() };
    let excerpts = EvidenceFolder::new(folder, "en").and_then(|folder| folder.excerpts(&asked, 10));
    let excerpts = excerpts.unwrap_or_else(|error| panic!("{error}"));
    let found = Found { seek, excerpts, cited: Vec::new(), quotes: Vec::new(), trouble: None };
    desk.action(Action::Came(Outcome::Found(Box::new(found))))
}

#[test]
fn a_claim_shows_the_passage_and_the_figure_that_differs() {
    let desk = desk().sees("its pages are pictures");
    desk.sees("report.txt, paragraph 2").sees("claim 4.2 million crowns").sees("differs");
}

#[test]
fn enter_takes_a_passage_as_a_source_that_contradicts() {
    let desk = desk().keys("i").sees("Evidence · claim").sees("the council says").keys("enter").owes_save();
    let desk = desk.sees("source taken: Report on the pier, paragraph 2 · contradicts");
    let claim = desk.session().claims().iter().find(|claim| desk.session().exact(claim) == COST).unwrap();
    let source = claim.record.sources.first().unwrap();
    assert_eq!(source.stance, Some(Support::Contradicts));
    assert_eq!((source.evidence.as_str(), source.checked_at.as_str()), ("eabababababab", "2026-11-23"));
    assert!(source.quote.contains("2.4 million"), "{}", source.quote);
    let file = desk.session().evidence.first().unwrap();
    assert_eq!((file.id.as_str(), file.path.as_str()), ("eabababababab", "pier.evidence/report.txt"));
    // The same passage twice is one source, and the session comes back as it was.
    let desk = desk.keys("enter").sees("one of the claim's sources already");
    assert_eq!(desk.resumed().session().evidence.len(), 1);
}

#[test]
fn only_a_passage_with_the_claims_figures_is_taken_as_one_that_supports() {
    let desk = answered(desk().keys("j"), folder());
    let desk = desk.keys("i enter").sees("source taken: Report on the pier, paragraph 3 · supports").keys("esc");
    let desk = answered(desk.keys("j"), folder()).keys("i").sees("never spoke of ropes").keys("enter");
    let desk = desk.sees("source taken: Report on the pier, paragraph 4");
    let bearing =
        |desk: &TestDesk, at: usize| desk.session().claims().get(at).unwrap().record.sources[0].stance.clone();
    assert_eq!(bearing(&desk, 2), None, "nobody has said how it bears on 70 ropes");
    let desk = answered(desk.keys("esc j"), folder()).keys("i enter").sees("source taken: Report on the pier");
    assert_eq!(bearing(&desk, 3), None, "nor on twelve men, written in words");
}

#[test]
fn a_passage_that_denies_the_figure_says_so_and_is_taken_without_a_bearing() {
    let report = |line: &str| vec![Arc::new(plain("report.txt", &format!("Report on the pier\n\n{line}\n")))];
    let taken = |line: &str| {
        let desk = answered(desk().keys("j"), report(line)).keys("i enter").sees("source taken: Report on the pier");
        let stance = desk.session().claims().get(1).unwrap().record.sources[0].stance.clone();
        (desk, stance)
    };
    let (desk, stance) = taken("It is not 310 metres long, the council says.");
    desk.sees("only there “not”");
    assert_eq!(stance, None);
    let (desk, stance) = taken("It is meant to be 310 metres long and the town’s own.");
    desk.sees("only there “meant”");
    assert_eq!(stance, None);
    let (_, stance) = taken("It is 310 metres long, the council says.");
    assert_eq!(stance, Some(Support::Supports));
}

#[test]
fn the_text_opens_at_the_place_and_closes_again() {
    let desk = desk().keys("i o").sees("report.txt · paragraph 2").sees("Report on the pier");
    desk.keys("q").sees("Evidence · claim").keys("q").sees_no("Evidence · claim");
}

#[test]
fn a_file_is_opened_in_its_own_program_only_after_asking() {
    let opens = |desk: &TestDesk| {
        let paths =
            desk.owed.iter().filter_map(|effect| if let Effect::ShowFile(path) = effect { Some(path) } else { None });
        paths.cloned().collect::<Vec<_>>()
    };
    let desk = desk().keys("i O").sees("Open in its own program?").sees("pier.evidence/report.txt").keys("n");
    assert_eq!(opens(&desk), Vec::<String>::new());
    let desk = desk.keys("O y");
    assert_eq!(opens(&desk), ["pier.evidence/report.txt"]);
}

#[test]
fn contradicted_claims_are_counted_and_listed() {
    let desk = desk().keys("i enter esc").sees("1 contradicted by a source").sees_no("! 1");
    desk.keys("f X").sees("showing contradicted · 1").keys("f a f E").sees("showing without evidence · 3");
}

#[test]
fn words_are_searched_in_all_of_the_evidence() {
    let desk = answered(desk().keys("i /").types("metres long").keys("enter"), folder());
    desk.sees("Evidence · “metres long”").sees("It is 310 metres long.");
}

#[test]
fn going_back_to_a_claim_asks_for_nothing_again() {
    let seeks = |desk: &TestDesk| desk.owed.iter().filter(|effect| matches!(effect, Effect::Seek(_))).count();
    let desk = answered(desk().keys("j"), folder());
    let before = seeks(&desk);
    let desk = desk.keys("k").sees("differs").keys("j");
    assert_eq!(seeks(&desk), before);
}

#[test]
fn what_stands_in_place_of_passages_is_whole_or_says_that_it_goes_on() {
    let bare = || desk_of(session_of(ARTICLE, &[(COST, "")])).keys("g");
    for (width, height) in [(80, 24), (120, 40), (60, 15)] {
        let desk = bare().sized(width, height).keys("i");
        let panel: Vec<String> = desk.screen().lines().map(|row| row.replace(['│', '─', ' '], "")).collect();
        assert!(
            panel.concat().contains("ornamethemwithfactdeskevidence--add."),
            "{width}x{height}:\n{}",
            desk.screen()
        );
    }
    let low = bare().sized(40, 8).keys("i");
    assert!(low.screen().contains('…') && !low.screen().contains("--add"), "{}", low.screen());
}

#[test]
fn a_source_is_called_by_what_its_file_is_called_and_never_by_where_it_lies() {
    let home = "/home/anna/checks/ev/report.txt";
    for (listed, called) in [("Annual report 2019", "Annual report 2019"), ("", "report.txt")] {
        let desk = desk_named(home, listed, "").keys("i enter").sees(&format!("source taken: {called}, paragraph 2"));
        assert_eq!(desk.claim(0).record.sources[0].title, called);
    }
    // What calls itself by something keeps that.
    desk_named(home, "", "Report on the pier").keys("i enter").sees("source taken: Report on the pier");
}

#[test]
fn each_thing_to_know_of_the_evidence_is_no_more_like_the_first() {
    let said =
        ["a.md: it is not there any more", "b.pdf: it can't be read", "c.txt: it has changed"].map(str::to_owned);
    let gathered = Gathered { read: 3, of: 3, done: true, said: said.to_vec(), ..Gathered::default() };
    let desk = desk_of(session_of(ARTICLE, &[(COST, "")])).action(Action::Came(Outcome::Gathered(Box::new(gathered))));
    desk.sees("a.md: it is not there any more").sees("2 more: factdesk evidence").sees_no("like it");
}

#[test]
fn evidence_of_which_nothing_is_left_is_told_as_gone() {
    let said = vec!["minutes.txt is not there any more".to_owned()];
    let gathered = Gathered { done: true, said, ..Gathered::default() };
    let desk = desk().action(Action::Came(Outcome::Gathered(Box::new(gathered))));
    let desk = desk.sees("no evidence is at hand any more: minutes.txt is not there any more");
    desk.keys("i").sees("minutes.txt is not there any more").sees_no("Put the files into a folder");
}

/// What a file says of itself is heeded: a passage from it is a confidential source, and the file a confidential one.
#[test]
fn a_passage_of_a_file_that_is_not_to_go_out_is_a_confidential_source() {
    let memo =
        plain("report.txt", "Not for publication\n\nThe pier cost 2.4 million crowns in 2019, the council says.\n");
    let desk = answered(gathered("report.txt", "report"), vec![Arc::new(memo)]);
    let desk = desk.keys("i enter").sees("confidential, left out of exports");
    assert!(desk.claim(0).record.sources[0].confidential);
    assert!(desk.session().evidence.iter().any(|file| file.confidential));
}

/// Held back by hand, the file is confidential, listed and saved, and so is what is taken from it; again, and it is open.
#[test]
fn a_file_is_made_confidential_by_hand_and_open_again() {
    let desk = desk().keys("i c").owes_save();
    let desk = desk.sees("confidential: report.txt").sees("left out of exports").sees("confidential · ");
    assert!(desk.session().evidence.iter().all(|file| file.confidential) && desk.session().evidence.len() == 1);
    let desk = desk.keys("enter").sees("confidential, left out of exports");
    assert!(desk.claim(0).record.sources[0].confidential);
    assert_eq!(factdesk::export::confidential_sources(desk.session()), 1);
    let desk = desk.keys("c").sees("no longer confidential: report.txt").sees_no("confidential · ");
    assert!(desk.session().evidence.iter().all(|file| !file.confidential) && desk.session().evidence.len() == 1);
}

/// What a key says of a file is taken back by undo, done again by redo, and told by the history.
#[test]
fn a_file_held_back_by_hand_is_taken_back_by_undo_and_told_by_the_history() {
    let desk = desk().keys("i c esc z").sees("undone: evidence added, confidential");
    assert!(desk.session().evidence.is_empty());
    let desk = desk.keys("Z").sees("done again: evidence added, confidential");
    assert!(desk.session().evidence.iter().all(|file| file.confidential) && desk.session().evidence.len() == 1);
    let desk = desk.keys("i c esc H").sees("evidence no longer confidential: report.txt");
    desk.sees("evidence added, confidential: report.txt");
}

/// A file is listed with the source that is taken from it, and leaves with it.
#[test]
fn a_file_leaves_the_list_with_the_source_that_brought_it() {
    let desk = desk().keys("i enter esc");
    assert_eq!(desk.session().evidence.len(), 1);
    let desk = desk.keys("z").sees("undone: evidence added, source · claim 1");
    assert!(desk.session().evidence.is_empty() && desk.claim(0).record.sources.is_empty());
    let desk = desk.keys("Z");
    assert!(desk.session().evidence.len() == 1 && desk.claim(0).record.sources.len() == 1);
}

/// A desk over a claim with a note of the writer's that says `text`.
fn noted(text: &str) -> TestDesk {
    let mut session = session_of(ARTICLE, &[(COST, "")]);
    let start = session.article.text().find(COST).unwrap_or_else(|| panic!("the claim is not in the article"));
    let note = Annotation {
        id: "w1".to_owned(),
        kind: AnnotationKind::Footnote,
        by: None,
        at: "".into(),
        span: Span::new(start, start + COST.len()),
        text: text.to_owned(),
        confidential: None,
        extra: Extra::default(),
    };
    session.article = session.article.annotated(vec![note], Vec::new());
    let desk = desk_of(session).keys("g");
    let done = Gathered { read: 1, of: 1, done: true, ..Gathered::default() };
    let desk = desk.action(Action::Came(Outcome::Gathered(Box::new(done))));
    let asked = desk.owed.iter().rev();
    let mut asked = asked.filter_map(|effect| if let Effect::Seek(seek) = effect { Some(seek.clone()) } else { None });
    let seek: Seek = *asked.next().unwrap_or_else(|| panic!("nothing was looked for"));
    let citation = Citation { text: text.to_owned(), title: Some(text.to_owned()), ..Citation::default() };
    let cited = vec![CitedSource { annotation: "w1".to_owned(), citation, file: None }];
    let found = Found { seek, excerpts: Vec::new(), cited, quotes: Vec::new(), trouble: None };
    desk.action(Action::Came(Outcome::Found(Box::new(found))))
}

/// A note of the writer's is held back where it is shown, and so is what is taken from it; undo takes that back.
#[test]
fn a_note_of_the_writer_s_is_held_back_by_hand_and_leaves_in_no_export() {
    let given = |desk: &TestDesk| {
        let options = Options { history: true, ..Options::default() };
        String::from_utf8(export(desk.session(), Format::Json, &options).unwrap()).unwrap()
    };
    let desk = noted("A talk with the night watchman");
    assert!(given(&desk).contains("night watchman"));
    let desk = desk.keys("i c").owes_save().sees("confidential: this note; it is left out of exports");
    assert!(!given(&desk).contains("night watchman"));
    let desk = desk.keys("enter").sees("confidential, left out of exports");
    assert!(!given(&desk).contains("night watchman"));
    let desk = desk.keys("esc z z").sees("undone: note held back");
    assert!(given(&desk).contains("night watchman"));
    let desk = desk.keys("Z H").sees("the writer's note is held back: “A talk with the night watchman”");
    let kept = desk.resumed();
    assert_eq!(kept.session().article.annotations()[0].confidential, Some(true));
}

/// Where evidence lies may be a long path; what is looked up is the place in it.
#[test]
fn a_long_path_is_cut_in_its_middle_and_never_the_place() {
    let far = "/home/anna/checks/of/the/year/2019/with/a/very/long/name/indeed/for/a/folder/report.txt";
    let desk = desk_named(far, "", "").sized(80, 24).keys("i");
    desk.sees("…").sees("report.txt · paragraph 2").sees_no("/home/anna/checks/of");
    let card = desk_named(far, "", "").sized(120, 40);
    card.sees("report.txt, paragraph 2: ").sees_no("/home/anna");
}

/// A first line with a number that is nobody's business is no name for the source that is taken from its file.
#[test]
fn a_source_is_not_called_by_a_line_with_a_private_number() {
    let desk = desk_named("report.txt", "Talk on the quay", "Per Odal, mobile 555 12 345.");
    desk.keys("i enter").sees("source taken: Talk on the quay, paragraph 2");
}

#[test]
fn the_selected_passage_is_in_view_on_a_low_screen() {
    for (width, height) in [(40, 12), (28, 9), (24, 8)] {
        let desk = desk().keys("i").sized(width, height);
        let screen = desk.screen();
        let panel: Vec<&str> = screen.lines().filter(|row| row.starts_with('│')).collect();
        assert!(panel.iter().any(|row| row.contains("The pier cost 2.4")), "{width}×{height}:\n{screen}");
    }
}

#[test]
fn a_short_passage_takes_as_many_rows_as_any() {
    for (width, height) in [(80, 24), (120, 40)] {
        let desk = answered(desk().sized(width, height).keys("i /").types("metres").keys("enter"), folder());
        let screen = desk.screen();
        let heads: Vec<usize> =
            screen.lines().enumerate().filter(|(_, row)| row.contains(" % of its words")).map(|(y, _)| y).collect();
        assert!(heads.len() > 1, "{screen}");
        for pair in heads.windows(2) {
            assert_eq!(pair[1] - pair[0], 3, "{screen}");
        }
    }
}

#[test]
fn on_a_narrow_screen_a_passage_tells_its_file_and_its_place_and_is_cut_once() {
    for (width, height) in [(28, 12), (40, 12)] {
        let desk = answered(gathered("annual-report.txt", "report"), named("annual-report.txt", None));
        let desk = desk.sized(width, height).keys("i");
        desk.sees("paragraph").sees_no("……");
    }
}
