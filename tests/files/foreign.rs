//! Questions and comments that come home in a document of another word processor than Word.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::export::back::{self, BackError, ImportHand};
use factdesk::export::{Format, Options, export};
use factdesk::review::{Change, Edit, Query, Session, field};
use factdesk::term::back::document;

use crate::drafts::{session, text};
use crate::into::zipped;

/// A session with a question about each of its first two claims, and the lines of the page that asks them.
fn asked() -> (Session, Vec<String>) {
    let mut ours = session(&text(&[0, 1, 2, 3, 4, 5, 6, 7], &[]));
    for at in 0..2 {
        let claim = ours.claims().get(at).unwrap().clone();
        let query = Query { question: format!("Where is number {at} from?"), ..Query::to_author(&[]) };
        let change = Change::of(&claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap();
        ours.commit(Edit::of(claim.id, change), &"anna".into(), &"2026-11-24T07:00:00Z".into()).unwrap();
    }
    let page = String::from_utf8(export(&ours, Format::QueriesMail, &Options::default()).unwrap()).unwrap();
    (ours, page.lines().map(str::to_owned).collect())
}

/// An OpenDocument text of these paragraphs, each as the content of its element, saved by Ida on a day.
fn odt(paragraphs: &[String]) -> Vec<u8> {
    let body = format!("<text:p>{}</text:p>", paragraphs.join("</text:p><text:p>"));
    let names = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:dc=\"d\" xmlns:meta=\"m\"";
    let content = format!(
        "<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let meta = format!(
        "<office:document-meta {names}><office:meta><dc:creator>Ida</dc:creator><dc:date>2026-11-26T09:00:00</dc:date></office:meta></office:document-meta>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("meta.xml", &meta),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

fn rtf(paragraphs: &[String]) -> Vec<u8> {
    let escaped = |words: &String| -> String {
        let sign = |one: char| if one.is_ascii() { one.to_string() } else { format!("\\u{}?", u32::from(one)) };
        words.chars().map(sign).collect()
    };
    let body: Vec<String> = paragraphs.iter().map(escaped).collect();
    format!("{{\\rtf1\\ansi\\uc1 {}\\par}}", body.join("\\par\n")).into_bytes()
}

fn answers(ours: &Session, file: &[u8]) -> Result<Vec<[String; 3]>, BackError> {
    let hand = ImportHand { by: "anna".into(), at: "2026-11-28T08:00:00Z".into(), writer: None };
    let came = back::read(file, ours, &hand, document)?;
    let mut now = ours.clone();
    now.commit_all(came.edits, &hand.by, &hand.at).unwrap();
    let queries = now.claims().iter().flat_map(|claim| claim.record.queries.clone());
    Ok(queries.map(|query| [query.answer, query.answered_by, query.answered_at]).collect())
}

fn all(answers: [[&str; 3]; 2]) -> Vec<[String; 3]> {
    answers.iter().map(|one| one.map(str::to_owned)).collect()
}

#[test]
fn answers_come_home_in_documents_of_other_word_processors() {
    let (ours, lines) = asked();
    let mut said = ["The [2019] census, p. 4.", "The mayor’s office."].into_iter();
    let typed: Vec<String> = lines
        .iter()
        .map(
            |line| if line.starts_with("Answer:") { format!("Answer: {}", said.next().unwrap()) } else { line.clone() },
        )
        .collect();
    let both = |by: &str, day: &str| all([["The [2019] census, p. 4.", by, day], ["The mayor’s office.", by, day]]);
    assert_eq!(answers(&ours, &odt(&typed)).unwrap(), both("Ida", "2026-11-26"));
    assert_eq!(answers(&ours, &rtf(&typed)).unwrap(), both("", "2026-11-28"));
    // Untouched they say nothing, and with nothing of ours in them that is said.
    assert_eq!(answers(&ours, &odt(&lines)).unwrap(), all([["", "", ""], ["", "", ""]]));
    for file in [odt(&["Dear all, the boat has sunk.".to_owned()]), rtf(&["Dear all, the boat has sunk.".to_owned()])] {
        let error = answers(&ours, &file).unwrap_err().to_string();
        assert!(error.contains("no question of this session stands in it"), "{error}");
    }
    let error = answers(&ours, b"%PDF-1.7 nothing of the kind").unwrap_err().to_string();
    assert!(error.starts_with("it is a PDF, and can't be read: "), "{error}");
}

#[test]
fn a_comment_on_a_question_in_an_open_document_is_of_whoever_made_it() {
    let (ours, lines) = asked();
    let noted: Vec<String> = lines
        .iter()
        .map(|line| {
            if line == "Where is number 0 from?" {
                let note = "<office:annotation office:name=\"n1\"><dc:creator>Nora</dc:creator><dc:date>2026-11-25T09:00:00</dc:date><text:p>The census.</text:p></office:annotation>";
                format!("{note}{line}<office:annotation-end office:name=\"n1\"/>")
            } else {
                line.clone()
            }
        })
        .collect();
    assert_ne!(noted, lines);
    assert_eq!(answers(&ours, &odt(&noted)).unwrap()[0], ["The census.", "Nora", "2026-11-25"].map(str::to_owned));
}
