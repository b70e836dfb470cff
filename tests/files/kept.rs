//! What a draft leaves of what was found out: parts of claims, paragraphs that are no text, speakers, corrections, what is gone.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test, where a panic is the report"
)]

use std::io::Write as _;
use std::sync::Arc;

use factdesk::export::{Format, Options, export};
use factdesk::intake::{self, Hint};
use factdesk::propose::{self, THRESHOLD, Weights};
use factdesk::review::{
    Article, BlockKind, Change, Claim, ClaimId, Correction, Edit, FateKind, Origin, Query, Session, Source, Span,
    Stamp, Swap, Verdict, field, marking,
};

use factdesk::store::{Folder, PastChecks, format};

const ANNA: &str = "anna";

fn article(text: &str) -> Article {
    intake::read(text.as_bytes(), &Hint { name: "port.txt", language: Some("en") }).unwrap().article
}

/// A session in which each of `words` is a claim of somebody's own, verified.
fn session(text: &str, words: &[&str]) -> Session {
    let article = article(text);
    let claims = words.iter().enumerate().map(|(number, words)| {
        let start = article.text().find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", article.text()));
        Claim::new(ClaimId::from(format!("k{number}").as_str()), Span::new(start, start + words.len()), Origin::Added)
    });
    let claims = claims.collect();
    let mut session = Session::new("id", article, claims);
    for index in 0..words.len() {
        let (by, at): (Arc<str>, Stamp) = (ANNA.into(), "2026-11-23T09:41:07Z".into());
        let claim = session.claims().get(index).unwrap().clone();
        session.commit_all(marking(&claim, Some(Verdict::Verified), &by, &at), &by, &at).unwrap();
    }
    session
}

fn change(session: &mut Session, index: usize, field: &'static field::Field, how: impl FnOnce(&mut Claim)) {
    let claim = session.claims().get(index).unwrap().clone();
    let edit = Edit::of(claim.id.clone(), Change::of(&claim, field, how).unwrap());
    session.commit(edit, &ANNA.into(), &"2026-11-23T09:50:00Z".into()).unwrap();
}

fn bring(session: &mut Session, text: &str) {
    let plan = propose::next_draft::plan(session, article(text), true, (THRESHOLD, &Weights::default())).unwrap();
    session.commit(plan.edit, &ANNA.into(), &"2026-11-24T08:00:00Z".into()).unwrap();
}

fn texts(session: &Session) -> Vec<(&str, Option<FateKind>)> {
    session.claims().iter().map(|one| (session.exact(one), one.fate().map(|fate| fate.is.clone()))).collect()
}

/// Both halves of a claim over two sentences stay claims when something comes between them, each to be looked at.
#[test]
fn a_claim_whose_sentences_are_parted_is_split_into_claims_over_each() {
    let (first, second) = ("The firm was founded in 1999 by two brothers.", "It has 5 ships.");
    let text = format!("The port of Norby\n\n{first} {second} Nobody else sails there.\n");
    for between in [" Berg left the board in May.", "\n\nHistory of the firm\n\n"] {
        let mut session = session(&text, &[&format!("{first} {second}")]);
        change(&mut session, 0, &field::NOTE, |claim| claim.record.note = "both in the minutes".into());
        bring(&mut session, &text.replace(&format!("{first} {second}"), &format!("{first}{between} {second}")));
        let told = texts(&session);
        for words in [first, second] {
            let is = &told.iter().find(|(one, _)| *one == words).unwrap_or_else(|| panic!("{words}: {told:?}")).1;
            assert_eq!(*is, Some(FateKind::Split), "{words}");
        }
        for claim in session.claims().iter().filter(|one| [first, second].contains(&session.exact(one))) {
            assert!(claim.mark.is_none() && claim.is_pending());
            assert_eq!((claim.record.note.as_str(), claim.fate().unwrap().had.len()), ("both in the minutes", 1));
        }
    }
}

/// Two claims never come to stand on one wording because a third draft gives one of them the other's words.
#[test]
fn a_claim_that_comes_back_is_alone_on_its_words() {
    let text =
        "Ships of Norby\n\nAlfa has 5 ships in the old harbour.\n\nAlfa has 7 ships in the old harbour.\n\nIt rains.\n";
    let (five, seven) = ("Alfa has 5 ships in the old harbour.", "Alfa has 7 ships in the old harbour.");
    let mut session = session(text, &[five, seven]);
    bring(&mut session, &text.replace(&format!("{seven}\n\n"), ""));
    bring(&mut session, &text.replace(&format!("{five}\n\n"), ""));
    let standing: Vec<&str> = session.claims().iter().map(|one| session.exact(one)).collect();
    assert_eq!(standing, [seven], "one claim on the words that stand");
    assert_eq!(session.claims().get(0).unwrap().mark.as_ref().unwrap().verdict, Verdict::Verified);
    assert_eq!(session.apart().len(), 1, "the other waits");
    bring(&mut session, text);
    let mut standing: Vec<&str> = session.claims().iter().map(|one| session.exact(one)).collect();
    standing.sort_unstable();
    assert_eq!(standing, [five, seven]);
}

/// What one draft joined and the next takes apart leaves no two claims on one sentence.
#[test]
fn claims_that_were_merged_and_of_which_one_is_dropped_are_not_both_on_the_other() {
    let (firm, seats) = ("The firm was founded in 1999.", "The council has 42 seats in town.");
    let text = format!("The port of Norby\n\n{firm} {seats} Nobody else sails there.\n");
    let mut session = session(&text, &[firm, seats]);
    let joined = "The firm was founded in 1999, and the council has 42 seats in town.";
    bring(&mut session, &text.replace(&format!("{firm} {seats}"), joined));
    bring(&mut session, &text.replace(&format!("{firm} "), ""));
    let standing: Vec<&str> = session.claims().iter().map(|one| session.exact(one)).collect();
    assert_eq!(standing, [seats]);
    bring(&mut session, &text);
    let verified = session.claims().iter().filter(|one| one.mark.is_some()).map(|one| session.exact(one));
    assert_eq!(verified.collect::<Vec<_>>(), [firm, seats], "{:?}", texts(&session));
}

#[test]
fn what_a_reviewer_made_page_furniture_or_text_is_so_in_the_next_draft() {
    let notice = "Buy 3 tickets for the price of 2 this week at the harbour office in the old town hall.";
    let text =
        format!("Ships of Norby\n\nAlfa has 5 ships in the old harbour.\n\n{notice}\n\nIt rained all day in Norby.\n");
    let mut session = session(&text, &["Alfa has 5 ships in the old harbour."]);
    let at = session.article.text().find(notice).unwrap();
    let block = Change::Block(at, Swap::new(BlockKind::Paragraph, BlockKind::Furniture));
    session.commit(Edit { claim: None, change: block }, &ANNA.into(), &"2026-11-23T09:50:00Z".into()).unwrap();
    for next in [text.replace("5 ships", "6 ships"), text.replace("3 tickets", "4 tickets")] {
        bring(&mut session, &next);
        let kind = |words: &str| {
            let at = session.article.text().find(words).unwrap();
            session.article.blocks()[session.article.block_at(at)].kind.clone()
        };
        assert_eq!((kind("tickets"), kind("It rained")), (BlockKind::Furniture, BlockKind::Paragraph));
        assert!(session.claims().iter().all(|one| !session.exact(one).contains("tickets")), "{:?}", texts(&session));
    }
}

/// A name that somebody wrote was written of the words as they were attributed.
#[test]
fn a_speaker_written_by_hand_goes_where_the_article_names_another() {
    let text = "The port of Norby\n\n\u{201c}We paid 5 million crowns in tax,\u{201d} Eva Berg said on Monday.\n";
    let mut session = session(text, &["\u{201c}We paid 5 million crowns in tax,\u{201d} Eva Berg said on Monday."]);
    let by_hand = serde_json::json!({ "name": "Eva Berg Lund", "stance": "asserts" });
    let claim = session.claims().get(0).unwrap().clone();
    let written = Change::Field(&field::SPEAKER, Swap::new(serde_json::Value::Null, by_hand));
    session.commit(Edit::of(claim.id, written), &ANNA.into(), &"2026-11-23T09:50:00Z".into()).unwrap();
    bring(&mut session, &text.replace("Eva Berg said", "Ole Strand said"));
    let claim = session.claims().get(0).unwrap();
    assert_eq!(claim.fate().unwrap().said_by.as_deref(), Some("Eva Berg Lund"));
    assert_eq!(claim.speaker.as_ref().map(|speaker| speaker.name.as_str()), Some("Ole Strand"));
}

fn exported(session: &Session, format: Format) -> String {
    String::from_utf8(export(session, format, &Options::default()).unwrap()).unwrap()
}

/// A correction asks for its own change, and never strikes what the writer has put in since.
#[test]
fn a_correction_is_asked_for_on_the_words_that_the_writer_has_now() {
    let words = "The tunnel cost 612 million crowns.";
    let text = format!("The tunnel of Norby\n\n{words} It rained all day.\n");
    let with = |next: &str| {
        let mut session = session(&text, &[words]);
        let wanted = "The tunnel cost 621 million crowns.";
        change(&mut session, 0, &field::CORRECTIONS, |one| {
            one.record.corrections.push(Correction::proposed(wanted, &[]));
        });
        bring(&mut session, &text.replace(words, next));
        (exported(&session, Format::CriticMarkup), exported(&session, Format::Corrections))
    };
    let (article, list) = with("The tunnel cost 621 million crowns, and many trees.");
    assert!(!article.contains("{--") && list.contains("(accepted)"), "taken over with other words: {article}{list}");
    let (article, list) = with("The tunnel cost 612 million crowns and many trees.");
    assert!(article.contains("{--612--}{++621++}") && article.contains("and many trees"), "{article}");
    assert!(!article.contains("{--612 million crowns and") && list.contains("draft 2 came without it"), "{list}");
    let (article, _) = with("The tunnel cost 618 million crowns.");
    assert!(!article.contains("{--"), "other words stand in that place: {article}");
}

#[test]
fn the_reports_tell_what_is_kept_of_a_claim_whose_words_are_gone() {
    let gone = "The pier cost 90 million crowns in 2019.";
    let text = format!("The port of Norby\n\nAlfa has 5 ships in the old harbour. {gone}\n");
    let mut session = session(&text, &["Alfa has 5 ships in the old harbour.", gone]);
    change(&mut session, 1, &field::NOTE, |claim| claim.record.note = "see the budget".into());
    change(&mut session, 1, &field::SOURCES, |claim| {
        claim.record.sources.push(Source { id: "s1".into(), title: "Budget 2019".into(), ..Source::default() });
    });
    change(&mut session, 1, &field::QUERIES, |claim| {
        claim.record.queries.push(Query { question: "Which pier?".into(), ..Query::to_author(&[]) });
    });
    bring(&mut session, &text.replace(gone, ""));
    for format in [Format::Markdown, Format::Html] {
        let report = exported(&session, format);
        let part = report.split_once("Words that stand no more").unwrap().1;
        for told in
            [gone, "draft 2 came without it", "was verified by anna", "see the budget", "Budget 2019", "Which pier?"]
        {
            assert!(part.contains(told), "{told}: {part}");
        }
        assert!(report.contains("Asked about words that stand no more") || format == Format::Html, "{report}");
    }
}

/// What was checked is found again when the draft that stands does not have it.
#[test]
fn a_claim_whose_words_are_gone_is_found_by_its_words_and_remembered_with_its_verdict() {
    let gone = "The pier cost 90 million crowns in 2019.";
    let text = format!("The port of Norby\n\nAlfa has 5 ships in the old harbour. {gone}\n");
    let mut session = session(&text, &["Alfa has 5 ships in the old harbour.", gone]);
    bring(&mut session, &text.replace(gone, "").replace("5 ships", "6 ships"));
    let held = tempfile::tempdir().unwrap();
    let folder = Folder::at(held.path());
    let mut file = std::fs::File::create(folder.path_of("port")).unwrap();
    file.write_all(&format::print(&session)).unwrap();
    let (found, _) = folder.search(&["pier".to_owned(), "crowns".to_owned()], usize::MAX).unwrap();
    assert_eq!(found.best.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["port"]);
    let mut memory = PastChecks::of(folder).unwrap();
    let alike = memory.alike(&[gone], "");
    assert_eq!(
        alike.iter().map(|one| (one.verdict.as_str(), one.by.as_str())).collect::<Vec<_>>(),
        [("verified", "anna")]
    );
    // A verdict that a draft withdrew is one on the words that it was given on, and on no others.
    for asked in ["Alfa has 5 ships in the old harbour.", "Alfa has 6 ships in the old harbour."] {
        let alike = memory.alike(&[asked], "");
        assert_eq!(
            alike.iter().map(|one| (one.verdict.as_str(), one.words.as_str())).collect::<Vec<_>>(),
            [("verified", "Alfa has 5 ships in the old harbour.")]
        );
    }
}
