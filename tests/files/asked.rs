//! What leaves the house for whoever is asked, and what a report says of a claim in which there is nothing to check.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::io::Read as _;

use factdesk::export::{ExportError, Format, Options, addressees, export};
use factdesk::review::{Article, Change, Claim, Claims, Edit, Origin, Query, Session, Span, field};

const TEXT: &str = "Ferry sold\n\nThe ferry cost 4 million. It carries 300 people.\n";

/// Two claims: the first with a question to the author and one to the firm that is answered, the second with one to each.
fn session() -> Session {
    let claim = |id: &str, words: &str| {
        let at = TEXT.find(words).unwrap();
        Claim::new(id.into(), Span::new(at, at + words.len()), Origin::Added)
    };
    let query = |id: &str, to: &str, question: &str, answer: &str| Query {
        id: id.into(),
        to: to.into(),
        question: question.into(),
        answer: answer.into(),
        ..Query::to_author(&[])
    };
    let (mut first, mut second) = (claim("k1", "The ferry cost 4 million."), claim("k2", "It carries 300 people."));
    first.record.queries =
        vec![query("q1", "author", "In which year?", ""), query("q2", "the firm", "Was it four?", "Nearly.")];
    second.record.queries =
        vec![query("q1", "author", "Who counted?", ""), query("q2", "the firm", "How many seats?", "")];
    let claims: Claims = [first, second].into_iter().collect();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", Article::new("Ferry sold", TEXT, Vec::new()).unwrap(), claims)
}

/// The words of an export.
fn text(format: Format, options: &Options) -> String {
    let bytes = export(&session(), format, options).unwrap();
    if format.is_text() {
        return String::from_utf8(bytes).unwrap();
    }
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn who_is_asked_gets_what_is_open_and_nobody_elses_answers() {
    for format in [Format::QueriesMail, Format::QueriesDocx] {
        let all = text(format, &Options::default());
        for question in ["In which year?", "Who counted?", "How many seats?"] {
            assert!(all.contains(question), "{format} asks {question}");
        }
        assert!(!all.contains("Was it four?") && !all.contains("Nearly."), "{format}: {all}");
        let one = text(format, &Options { asked: Some("The Firm".to_owned()), ..Options::default() });
        assert!(one.contains("How many seats?") && one.contains("It carries 300 people."), "{format}: {one}");
        for other in ["author", "In which year?", "Who counted?", "Was it four?", "The ferry cost"] {
            assert!(!one.contains(other), "{format} gives the firm {other}");
        }
    }
    let list = text(Format::Queries, &Options { asked: Some("the firm".to_owned()), ..Options::default() });
    assert!(list.contains("Nearly.") && list.contains("How many seats?") && !list.contains("Who counted?"), "{list}");
    assert_eq!(addressees(&session()), ["author", "the firm"]);
    let options = Options { asked: Some("the mayor".to_owned()), ..Options::default() };
    let error = export(&session(), Format::QueriesMail, &options).unwrap_err();
    assert!(matches!(&error, ExportError::NotAsked(..)) && error.to_string().contains("author, the firm"), "{error}");
}

#[test]
fn a_report_says_who_found_nothing_to_check_and_why() {
    let mut session = session();
    let claim = session.claims().get(1).unwrap().clone();
    let dismissed = Change::of(&claim, &field::DISMISSED, |claim| claim.dismissed = true).unwrap();
    let note =
        Change::of(&claim, &field::NOTE, |claim| claim.record.note = "A figure of speech,\nsays the desk.".into());
    for change in [dismissed, note.unwrap()] {
        session.commit(Edit::of(claim.id.clone(), change), &"anna".into(), &"2026-05-02T08:00:00Z".into()).unwrap();
    }
    for format in [Format::Markdown, Format::Html] {
        let report = String::from_utf8(export(&session, format, &Options::default()).unwrap()).unwrap();
        let (_, rest) =
            report.rsplit_once("Nothing to check</h2>").or_else(|| report.rsplit_once("## Nothing to check")).unwrap();
        for words in ["It carries 300 people.", "anna", "2026-05-02", "A figure of speech,", "says the desk."] {
            assert!(rest.contains(words), "{format} says {words}: {rest}");
        }
    }
    let report = String::from_utf8(export(&session, Format::Markdown, &Options::default()).unwrap()).unwrap();
    assert!(
        report.contains("⟦[2 –](#nothing-to-check) It carries 300 people.⟧"),
        "the article shows what was looked at: {report}"
    );
}

#[test]
fn the_right_of_reply_is_no_question_in_a_comment() {
    let mut session = session();
    let claim = session.claims().get(0).unwrap().clone();
    let reply = factdesk::review::Reply { who: "the mayor".into(), answer: "No comment.".into(), ..Default::default() };
    let replies = Change::of(&claim, &field::REPLIES, |claim| claim.record.replies.push(reply)).unwrap();
    session.commit(Edit::of(claim.id.clone(), replies), &"anna".into(), &"2026-05-02T08:00:00Z".into()).unwrap();
    let text = String::from_utf8(export(&session, Format::CriticMarkup, &Options::default()).unwrap()).unwrap();
    assert!(text.contains("right of reply: the mayor (answered): No comment."), "{text}");
    assert!(!text.contains("asked: the mayor"), "{text}");
}
