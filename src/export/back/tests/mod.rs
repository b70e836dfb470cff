//! What comes back from others, and what it does to a session.

mod answers;
mod authors;
mod cards;
mod homes;
mod kinds;
mod letters;
mod mails;
mod meeting;
mod signed;
mod spoken;
mod tables;

use super::*;
use crate::export::{Format, Options, export};
use crate::review::{Article, Change, Claim, Claims, Edit, Query, Source, Stamp, Swap, Verdict, field};
use serde_json::Value;

const TEXT: &str = "Lighthouse sold 🏠\n\nThe lamp burns oil. It was lit in 1871, and the lamp burns oil still.\n";

fn hand() -> ImportHand {
    ImportHand { by: "mira".into(), at: Stamp::from("2026-05-01T08:00:00Z"), writer: None }
}

/// Claims over `The lamp burns oil.` and `It was lit in 1871`, the second with an open question.
fn session() -> Session {
    let article = Article::new("Lighthouse sold", TEXT, Vec::new()).unwrap();
    let claim = |id: &str, words: &str| {
        let at = TEXT.find(words).unwrap();
        crate::review::Claim::new(
            id.into(),
            crate::review::Span::new(at, at + words.len()),
            crate::review::Origin::Added,
        )
    };
    let mut second = claim("k2", "It was lit in 1871");
    second.record.queries = vec![Query { question: "Lit or built?".to_owned(), ..Query::to_author(&[]) }];
    let claims: Claims = [claim("k1", "The lamp burns oil."), second].into_iter().collect();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

/// As the program does, but with no reader of other documents.
fn read(bytes: &[u8], session: &Session, hand: &ImportHand) -> Result<Back, BackError> {
    super::read(bytes, session, hand, |_| Err("no reader".to_owned()))
}

fn taken(bytes: &[u8]) -> (Session, Vec<Told>) {
    into(session(), bytes)
}

/// The session after a file that somebody named wrote in, where the file does not say who.
fn taken_from(name: &str, bytes: &[u8]) -> (Session, Vec<Told>) {
    into_from(name, session(), bytes)
}

fn outcomes(told: &[Told]) -> Vec<(Option<usize>, ImportOutcome)> {
    let place = |told: &Told| told.claim.as_ref().and_then(|id| id.as_str().trim_start_matches('k').parse().ok());
    told.iter().map(|told| (place(told), told.outcome.clone())).collect()
}

/// What changes, a line each, and what was not taken.
fn lines(told: &[Told]) -> Vec<String> {
    let said = told.iter().flat_map(|told| match &told.outcome {
        ImportOutcome::Same => Vec::new(),
        ImportOutcome::Changed(lines, kept) | ImportOutcome::Added(lines, kept) => {
            lines.iter().cloned().chain(kept.iter().map(|kept| format!("not taken: {kept}"))).collect()
        }
        ImportOutcome::Left(why) => vec![format!("left: {why}")],
    });
    said.collect()
}

fn claim(session: &Session, index: usize) -> &Claim {
    session.claims().get(index).unwrap()
}

/// Who said what beside the note.
fn remarks(session: &Session, index: usize) -> Vec<(String, String)> {
    claim(session, index).record.remarks.iter().map(|one| (one.by.clone(), one.text.clone())).collect()
}

/// The session after `change` of a claim by Kari on a later day.
fn changed(mut session: Session, index: usize, change: impl Fn(&Claim) -> Change) -> Session {
    let one = claim(&session, index).clone();
    session
        .commit(Edit::of(one.id.clone(), change(&one)), &"Kari".into(), &Stamp::from("2026-05-02T08:00:00Z"))
        .unwrap();
    session
}

fn marked(session: Session, index: usize, verdict: &Verdict) -> Session {
    changed(session, index, |claim| {
        field::marked(claim, Some(verdict.clone()), &"Kari".into(), &Stamp::from("2026-05-02T08:00:00Z")).unwrap()
    })
}

fn into(session: Session, bytes: &[u8]) -> (Session, Vec<Told>) {
    by_hand(&hand(), session, bytes)
}

fn into_from(name: &str, session: Session, bytes: &[u8]) -> (Session, Vec<Told>) {
    by_hand(&ImportHand { writer: Some(name.to_owned()), ..hand() }, session, bytes)
}

fn by_hand(hand: &ImportHand, mut session: Session, bytes: &[u8]) -> (Session, Vec<Told>) {
    let back = read(bytes, &session, hand).unwrap();
    for edit in back.edits {
        session.commit(edit, &hand.by, &hand.at).unwrap();
    }
    (session, back.told)
}

/// An archive with one part more.
fn added(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for part in names {
        let mut bytes = Vec::new();
        archive.by_name(&part).unwrap().read_to_end(&mut bytes).unwrap();
        parts.push((part, bytes));
    }
    parts.push((name.to_owned(), text.into()));
    let parts: Vec<(&str, Vec<u8>)> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    crate::export::docx::archive(&parts).unwrap()
}

/// An archive with one part rewritten.
fn rewritten(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let parts: Vec<(String, Vec<u8>)> = names
        .into_iter()
        .map(|part| {
            let mut text = String::new();
            archive.by_name(&part).unwrap().read_to_string(&mut text).unwrap();
            let text = if part == name { change(&text) } else { text };
            (part, text.into_bytes())
        })
        .collect();
    let parts: Vec<(&str, Vec<u8>)> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    crate::export::docx::archive(&parts).unwrap()
}

#[test]
fn what_goes_out_comes_back_as_no_change() {
    let session = session();
    for format in [Format::Csv, Format::Annotations, Format::Hypothesis, Format::Docx, Format::Json, Format::Jsonl] {
        let bytes = export(&session, format, &Options::default()).unwrap();
        let back = read(&bytes, &session, &hand()).unwrap();
        assert_eq!(back.edits, [], "{format}");
        assert_eq!(outcomes(&back.told), [(Some(1), ImportOutcome::Same), (Some(2), ImportOutcome::Same)], "{format}");
    }
}

#[test]
fn a_table_from_a_spreadsheet_changes_verdicts_and_notes() {
    let table = "id;words;verdict;note\r\nk1;The lamp burns oil.;disputed;\"'=electric since 1950\r\nsee log\"\r\n\
                 k2;It was lit in 1871;probably;\r\nk9;Nobody said this;verified;\r\n";
    let (session, told) = taken_from("Ole", table.as_bytes());
    assert_eq!(
        lines(&told),
        [
            "verdict: unchecked → disputed (Ole)",
            "note: nothing → “=electric since 1950 see log”",
            "left: “probably” is no verdict",
            "left: its words are not in the article: “Nobody said this”",
        ]
    );
    let claim = session.claims().get(0).unwrap();
    let mark = claim.mark.as_ref().unwrap();
    assert_eq!((&mark.verdict, &*mark.by), (&Verdict::Disputed, "Ole"));
    assert_eq!(claim.record.note, "=electric since 1950\nsee log");
}

#[test]
fn an_annotation_is_placed_by_its_words_and_surroundings() {
    let note = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://notes.example/7","type":"Annotation",
        "creator":{"name":"Ole"},"motivation":"commenting","body":[{"type":"TextualBody","value":"Wrong","purpose":"commenting"},
        {"type":"SpecificResource","purpose":"linking","source":"https://log.example/"}],
        "target":{"source":"https://a.example/","selector":[{"type":"TextQuoteSelector","exact":"the lamp  burns oil","prefix":"1871, and "}]}}"#;
    let (session, told) = taken(note.as_bytes());
    assert!(matches!(told.as_slice(), [Told { claim: None, outcome: ImportOutcome::Added(..), .. }]), "{told:?}");
    assert_eq!(remarks(&session, 2), [("Ole".to_owned(), "Wrong".to_owned())]);
    let claim = session.claims().get(2).unwrap();
    assert_eq!(session.exact(claim), "the lamp burns oil");
    assert_eq!(claim.record.sources[0].url, "https://log.example/");
}

#[test]
fn a_hypothesis_annotation_marks_by_its_tag_and_keeps_who_said_what() {
    let rows = r#"{"rows":[{"id":"abc","uri":"https://a.example/","user":"acct:ole@notes.example","text":"See the log.",
        "tags":["verified","history"],"target":[{"source":"https://a.example/","selector":[
        {"type":"TextPositionSelector","start":22,"end":41},{"type":"TextQuoteSelector","exact":"The lamp burns oil."}]}]}]}"#;
    let (session, told) = taken(rows.as_bytes());
    assert_eq!(lines(&told), ["remark (ole): “See the log.”", "verdict: unchecked → verified (ole)", "tag: history"]);
    let claim = session.claims().get(0).unwrap();
    assert_eq!(claim.record.note, "");
    assert_eq!(&*claim.mark.as_ref().unwrap().by, "ole");
}

#[test]
fn a_spreadsheet_may_write_utf16_with_tabs_and_what_lost_characters_is_refused() {
    let text = "id\twords\tnote\r\nk1\tThe lamp burns oil.\t“Öl” 🏠\r\n";
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (session, told) = taken(&wide);
    assert_eq!(lines(&told), ["note: nothing → ““Öl” 🏠”"]);
    assert_eq!(session.claims().get(0).unwrap().record.note, "“Öl” 🏠");
    let error = read(b"id,note\nk1,\xd6l\n", &session, &hand()).unwrap_err().to_string();
    assert!(error.contains("save the table as CSV UTF-8"), "{error}");
}

#[test]
fn what_is_nothing_of_the_kind_is_refused() {
    for bytes in [&b"{\"a\": 1}"[..], b"just words", b"\xff\xfe", b"PK\x03\x04 broken", b"{\"type\":", b""] {
        assert!(read(bytes, &session(), &hand()).is_err(), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn another_articles_export_is_refused() {
    let other = Session::new("x", Article::new("Harbour", "A harbour.", Vec::new()).unwrap(), Claims::default());
    let bytes = export(&other, Format::Json, &Options::default()).unwrap();
    let error = read(&bytes, &session(), &hand()).unwrap_err().to_string();
    assert!(error.contains("“Harbour”") && error.contains("“Lighthouse sold”"), "{error}");
}
