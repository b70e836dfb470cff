//! What somebody changes in an export comes back, whatever else once stood there and whatever format it is; what they left alone says
//! nothing.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a test names the formats and values that it changes")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::sync::Arc;

use calamine::Reader as _;
use factdesk::export::back::{self, Back, ImportHand, ImportOutcome};
use factdesk::export::{Format, Options, export};
use factdesk::review::{Change, Claim, Edit, Session, Stamp, Verdict, field};
use serde_json::{Value, json};

use crate::drafts::{bring, session as proposed, text};

/// The formats that come back with verdicts.
const BACK: [Format; 7] =
    [Format::Csv, Format::Xlsx, Format::Json, Format::Jsonl, Format::Annotations, Format::Hypothesis, Format::Docx];

/// What is changed of one claim in a file.
#[derive(Clone, Copy, Default)]
struct Pen<'a> {
    verdict: Option<&'a str>,
    by: Option<&'a str>,
    note: Option<&'a str>,
}

fn harbour() -> Session {
    proposed(&text(&[0, 1, 2, 3, 4, 5, 6, 7], &[]))
}

fn at(second: u32) -> Stamp {
    Stamp::from(format!("2026-11-24T09:00:{second:02}Z").as_str())
}

fn claim(session: &Session, index: usize) -> &Claim {
    session.claims().get(index).unwrap()
}

fn mark(session: &mut Session, index: usize, verdict: Option<Verdict>, by: &str, second: u32) {
    let by: Arc<str> = by.into();
    let change = field::marked(claim(session, index), verdict, &by, &at(second)).unwrap();
    let id = claim(session, index).id.clone();
    session.commit(Edit::of(id, change), &by, &at(second)).unwrap();
}

fn note(session: &mut Session, index: usize, words: &str, second: u32) {
    let held = claim(session, index);
    let change = Change::of(held, &field::NOTE, |claim| claim.record.note = words.into()).unwrap();
    session.commit(Edit::of(held.id.clone(), change), &"Rita".into(), &at(second)).unwrap();
}

fn out(session: &Session, format: Format) -> Vec<u8> {
    export(session, format, &Options::default()).unwrap()
}

/// What a file comes to when Mira takes it in, perhaps from somebody.
fn taken(bytes: &[u8], into: &Session, from: Option<&str>) -> (Session, Back) {
    let hand = ImportHand { by: "Mira".into(), at: at(59), writer: from.map(str::to_owned) };
    let came = back::read(bytes, into, &hand, factdesk::term::back::document).unwrap();
    let mut after = into.clone();
    after.commit_all(came.edits.clone(), &hand.by, &hand.at).unwrap();
    (after, came)
}

/// Who came to what, by name.
fn readings(session: &Session, index: usize) -> BTreeMap<String, String> {
    let readings = claim(session, index).readings();
    readings.iter().map(|one| (one.by.to_string(), one.verdict.to_string())).collect()
}

fn said(readings: &[(&str, &str)]) -> BTreeMap<String, String> {
    readings.iter().map(|(by, word)| ((*by).to_owned(), (*word).to_owned())).collect()
}

/// `bytes` with the claim changed as somebody would in that format.
fn edited(format: Format, bytes: &[u8], claim: &Claim, pen: Pen<'_>) -> Vec<u8> {
    let id = claim.id.as_str();
    match format {
        Format::Csv => {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
            let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in cells(rows, id, pen) {
                writer.write_record(row).unwrap();
            }
            writer.into_inner().unwrap()
        }
        Format::Xlsx => sheet(bytes, id, pen),
        Format::Json => json_of(bytes, |file| {
            let claims = file["claims"].as_array_mut().unwrap();
            record(claims.iter_mut().find(|one| one["id"] == id).unwrap(), pen);
        }),
        Format::Jsonl => {
            let lines = String::from_utf8(bytes.to_vec()).unwrap();
            let lines = lines.lines().map(|line| {
                let mut one: Value = serde_json::from_str(line).unwrap();
                if one["id"] == id {
                    record(&mut one, pen);
                }
                one.to_string() + "\n"
            });
            lines.collect::<String>().into_bytes()
        }
        Format::Annotations => json_of(bytes, |file| annotation(item(&mut file["first"]["items"], id), pen)),
        Format::Hypothesis => json_of(bytes, |file| hypothesis(item(&mut file["annotations"], id), pen)),
        _ => word(bytes, &claim.number.to_string(), pen),
    }
}

fn json_of(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(bytes).unwrap();
    change(&mut file);
    file.to_string().into_bytes()
}

fn item<'v>(list: &'v mut Value, id: &str) -> &'v mut Value {
    let list = list.as_array_mut().unwrap();
    list.iter_mut().find(|one| one["id"].as_str().unwrap().ends_with(id)).unwrap()
}

fn record(one: &mut Value, pen: Pen<'_>) {
    for (key, word) in [("verdict", pen.verdict), ("marked_by", pen.by), ("note", pen.note)] {
        if let Some(word) = word {
            one[key] = word.into();
        }
    }
}

fn annotation(one: &mut Value, pen: Pen<'_>) {
    if let Some(by) = pen.by {
        one["creator"] = json!({ "type": "Person", "name": by });
    }
    for (purpose, word) in [("assessing", pen.verdict), ("commenting", pen.note)] {
        let Some(word) = word else { continue };
        let bodies = one["body"].as_array_mut().unwrap();
        bodies.iter_mut().find(|body| body["purpose"] == purpose).unwrap()["value"] = word.into();
    }
}

fn hypothesis(one: &mut Value, pen: Pen<'_>) {
    let mut text = one["text"].as_str().unwrap().to_owned();
    if let Some(by) = pen.by {
        one["user"] = by.into();
        one["user_info"] = json!({ "display_name": by });
    }
    if let Some(word) = pen.verdict {
        let head = text.lines().next().unwrap().to_owned();
        text = text.replacen(&head, &format!("**{word}**"), 1);
        one["tags"][0] = word.into();
    }
    if let Some(words) = pen.note {
        let held = text.lines().nth(2).unwrap().to_owned();
        text = text.replacen(&held, words, 1);
    }
    one["text"] = text.into();
}

fn cells(mut rows: Vec<Vec<String>>, id: &str, pen: Pen<'_>) -> Vec<Vec<String>> {
    let head = rows[0].clone();
    let column = |name: &str| head.iter().position(|one| one == name).unwrap();
    let row = rows.iter_mut().find(|row| row[column("id")] == id).unwrap();
    for (name, word) in [("verdict", pen.verdict), ("marked_by", pen.by), ("note", pen.note)] {
        if let Some(word) = word {
            word.clone_into(&mut row[column(name)]);
        }
    }
    rows
}

/// The first sheet of a workbook with cells of it written anew; days and moments as they are.
fn sheet(bytes: &[u8], id: &str, pen: Pen<'_>) -> Vec<u8> {
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range("Claims").unwrap();
    let text = |cell: &calamine::Data| match cell {
        calamine::Data::DateTime(day) => format!("\u{1}{}", day.as_f64()),
        other => other.to_string(),
    };
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(text).collect()).collect();
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("Claims").unwrap();
    let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for (line, row) in (0..).zip(cells(rows, id, pen)) {
        for (at, cell) in (0..).zip(row) {
            match cell.strip_prefix('\u{1}') {
                Some(day) => drop(page.write_number_with_format(line, at, day.parse::<f64>().unwrap(), &date).unwrap()),
                None => drop(page.write_string(line, at, cell).unwrap()),
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A document with the comment of claim `number` changed.
fn word(bytes: &[u8], number: &str, pen: Pen<'_>) -> Vec<u8> {
    parts(bytes, |name, xml| {
        if name != "word/comments.xml" {
            return Some(xml);
        }
        let ours = |one: &str| one.contains(&format!(">{number} "));
        let comments = xml.split_inclusive("</w:comment>").map(|one| {
            if !ours(one) {
                return one.to_owned();
            }
            let mut one = one.to_owned();
            if let Some(by) = pen.by {
                let (before, rest) = one.split_once("w:author=\"").unwrap();
                one = format!("{before}w:author=\"{by}\"{}", rest.split_once('"').unwrap().1);
            }
            for (line, word) in [(format!("{number} "), pen.verdict), ("note: ".to_owned(), pen.note)] {
                let Some(word) = word else { continue };
                let (before, rest) = one.split_once(&format!(">{line}")).unwrap();
                let (held, after) = rest.split_once('<').unwrap();
                let glyph = if line.starts_with("note") { "" } else { held.split_inclusive(' ').next().unwrap() };
                one = format!("{before}>{line}{glyph}{word}<{after}");
            }
            one
        });
        Some(comments.collect())
    })
}

/// An archive with its parts changed, or left out.
pub(crate) fn parts(bytes: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut xml) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut xml).unwrap();
        let Some(xml) = change(&name, xml) else { continue };
        packed.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(xml.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// `bytes` as a program leaves them that keeps nothing it does not know.
fn unaware(format: Format, bytes: &[u8]) -> Vec<u8> {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.shift_remove("as_of");
                members.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    match format {
        Format::Csv => String::from_utf8(bytes.to_vec()).unwrap().replacen("\"as_of\"", "\"\"", 1).into_bytes(),
        Format::Xlsx => bytes.to_vec(),
        Format::Docx => parts(bytes, |name, xml| (name != "docProps/custom.xml").then_some(xml)),
        Format::Jsonl => {
            let lines = String::from_utf8(bytes.to_vec()).unwrap();
            let lines = lines.lines().map(|line| {
                let mut one: Value = serde_json::from_str(line).unwrap();
                strip(&mut one);
                one.to_string() + "\n"
            });
            lines.collect::<String>().into_bytes()
        }
        _ => json_of(bytes, strip),
    }
}

#[test]
fn a_claim_in_json_has_one_number() {
    let ours = harbour();
    for format in [Format::Json, Format::Jsonl] {
        let text = String::from_utf8(out(&ours, format)).unwrap();
        assert_eq!(text.matches("\"number\":").count(), ours.claims().len(), "{format}");
        assert!(text.contains("\"number\": \"1\"") || text.contains("\"number\":\"1\""), "{format}");
    }
}

#[test]
fn a_verdict_of_another_reader_is_theirs_though_the_same_one_once_stood() {
    let mut first = harbour();
    mark(&mut first, 1, Some(Verdict::Disputed), "Rita", 1);
    let mut ours = first.clone();
    mark(&mut ours, 0, Some(Verdict::Verified), "Rita", 2);
    let marked = ours.clone();
    mark(&mut ours, 0, None, "Rita", 3);
    for format in BACK {
        let zoes = Pen { verdict: Some("verified"), by: Some("Zoe"), ..Pen::default() };
        let file = edited(format, &out(&first, format), claim(&first, 0), zoes);
        for file in [unaware(format, &file), file] {
            let (after, came) = taken(&file, &ours, None);
            assert_eq!(readings(&after, 0), said(&[("Zoe", "verified")]), "{format} {:?}", came.told);
            let (after, came) = taken(&file, &marked, None);
            let both = said(&[("Rita", "verified"), ("Zoe", "verified")]);
            assert_eq!(readings(&after, 0), both, "{format} {:?}", came.told);
        }
        let unsigned = Pen { verdict: Some("verified"), ..Pen::default() };
        let file = edited(format, &out(&first, format), claim(&first, 0), unsigned);
        let (after, came) = taken(&file, &ours, Some("Zoe"));
        assert_eq!(readings(&after, 0), said(&[("Zoe", "verified")]), "{format} {:?}", came.told);
    }
}

#[test]
fn an_edit_back_to_what_stood_before_is_an_edit() {
    let mut ours = harbour();
    note(&mut ours, 0, "Council minutes: 410", 1);
    mark(&mut ours, 1, Some(Verdict::Disputed), "Rita", 2);
    note(&mut ours, 0, "Council minutes: 401", 3);
    mark(&mut ours, 1, Some(Verdict::Verified), "Rita", 4);
    let mut marked = ours.clone();
    mark(&mut marked, 2, Some(Verdict::Unknown), "Rita", 5);
    for format in BACK {
        for ours in [&ours, &marked] {
            let pen = Pen { note: Some("Council minutes: 410"), ..Pen::default() };
            let file = edited(format, &out(ours, format), claim(ours, 0), pen);
            let pen = Pen { verdict: Some("disputed"), ..Pen::default() };
            let file = edited(format, &file, claim(ours, 1), pen);
            let (after, came) = taken(&file, ours, Some("Bea"));
            assert_eq!(claim(&after, 0).record.note, "Council minutes: 410", "{format} {:?}", came.told);
            let both = said(&[("Rita", "verified"), ("Bea", "disputed")]);
            assert_eq!(readings(&after, 1), both, "{format} {:?}", came.told);
            let same = came.told.iter().filter(|told| told.outcome == ImportOutcome::Same).count();
            assert_eq!(same, came.told.len() - 2, "{format} {:?}", came.told);
        }
    }
}

#[test]
fn an_import_that_was_taken_back_can_be_done_again() {
    let mut ours = harbour();
    note(&mut ours, 0, "Asked the council.", 1);
    mark(&mut ours, 1, Some(Verdict::Disputed), "Rita", 2);
    for format in BACK {
        let pen = Pen { note: Some("The council says 12."), ..Pen::default() };
        let file = edited(format, &out(&ours, format), claim(&ours, 0), pen);
        let pen = Pen { verdict: Some("verified"), by: Some("Zoe"), ..Pen::default() };
        let file = edited(format, &file, claim(&ours, 2), pen);
        for file in [unaware(format, &file), file] {
            let (mut after, came) = taken(&file, &ours, Some("Zoe"));
            after.undo(&"Mira".into(), &at(59)).unwrap();
            assert_eq!(claim(&after, 0).record.note, "Asked the council.");
            let (again, told) = taken(&file, &after, Some("Zoe"));
            assert_eq!(told.told, came.told, "{format}");
            assert_eq!(claim(&again, 0).record.note, "The council says 12.", "{format}");
            let (twice, told) = taken(&file, &again, Some("Zoe"));
            assert!(twice.history().len() == again.history().len(), "{format} {:?}", told.told);
        }
    }
}

#[test]
fn a_changed_verdict_is_of_whoever_is_named_in_every_format() {
    let mut ours = harbour();
    mark(&mut ours, 0, Some(Verdict::Disputed), "Rita", 1);
    for format in BACK {
        let both = said(&[("Rita", "disputed"), ("Zoe", "verified")]);
        let pen = Pen { verdict: Some("verified"), ..Pen::default() };
        let (after, came) = taken(&edited(format, &out(&ours, format), claim(&ours, 0), pen), &ours, Some("Zoe"));
        assert_eq!(readings(&after, 0), both, "{format} {:?}", came.told);
        assert!(claim(&after, 0).record.conflicts.is_empty(), "{format} {:?}", came.told);
        let pen = Pen { by: Some("Zoe"), ..pen };
        let (after, came) = taken(&edited(format, &out(&ours, format), claim(&ours, 0), pen), &ours, None);
        assert_eq!(readings(&after, 0), both, "{format} {:?}", came.told);
        assert!(claim(&after, 0).record.conflicts.is_empty(), "{format} {:?}", came.told);
    }
}

#[test]
fn a_reader_who_changes_their_own_verdict_in_a_file_has_changed_their_mind() {
    let mut ours = harbour();
    mark(&mut ours, 0, Some(Verdict::Verified), "Zoe", 1);
    let mut since = ours.clone();
    mark(&mut since, 0, Some(Verdict::Unknown), "Zoe", 5);
    for format in BACK {
        let pen = Pen { verdict: Some("disputed"), ..Pen::default() };
        let file = edited(format, &out(&ours, format), claim(&ours, 0), pen);
        let (after, came) = taken(&file, &ours, Some("Zoe"));
        assert_eq!(readings(&after, 0), said(&[("Zoe", "disputed")]), "{format} {:?}", came.told);
        assert!(claim(&after, 0).record.conflicts.is_empty(), "{format} {:?}", came.told);
        // What she said here in between stands beside it until somebody settles which holds.
        let (after, came) = taken(&file, &since, Some("Zoe"));
        assert_eq!(readings(&after, 0), said(&[("Zoe", "unknown")]), "{format} {:?}", came.told);
        assert_eq!(claim(&after, 0).record.conflicts.len(), 1, "{format} {:?}", came.told);
    }
}

#[test]
fn on_words_that_a_draft_changed_nobody_is_given_a_verdict_that_they_did_not_give() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let mut first = proposed(&text(&order, &[]));
    let fares = first.claims().iter().position(|one| first.exact(one).contains("12 percent")).unwrap();
    mark(&mut first, fares, Some(Verdict::Disputed), "Rita", 1);
    mark(&mut first, fares + 1, Some(Verdict::Verified), "Rita", 2);
    let mut ours = first.clone();
    bring(&mut ours, &text(&order, &[0])).unwrap();
    assert!(readings(&ours, fares).is_empty());
    for format in BACK {
        let file = out(&first, format);
        let zoes = edited(format, &file, claim(&first, fares), Pen { verdict: Some("verified"), ..Pen::default() });
        for (file, zoes) in [(unaware(format, &file), unaware(format, &zoes)), (file, zoes)] {
            for from in [None, Some("Zoe")] {
                let (_, came) = taken(&file, &ours, from);
                let touched: Vec<_> = came.told.iter().filter(|told| told.outcome != ImportOutcome::Same).collect();
                assert!(touched.is_empty(), "{format} untouched: {touched:?}");
            }
            let (after, came) = taken(&zoes, &ours, Some("Zoe"));
            let remarks = &claim(&after, fares).record.remarks;
            let said: Vec<(&str, bool)> =
                remarks.iter().map(|one| (&*one.by, one.text.starts_with("verified, on “"))).collect();
            assert_eq!(said, [("Zoe", true)], "{format} {:?}", came.told);
            let (_, again) = taken(&zoes, &after, Some("Zoe"));
            assert!(again.told.iter().all(|told| told.outcome == ImportOutcome::Same), "{format} {:?}", again.told);
        }
    }
}

/// A file that was left alone says nothing, whenever it was made and whatever was done since, taken back and done again.
#[test]
fn what_was_left_alone_says_nothing_whenever_it_was_made() {
    let order = [0, 1, 2, 3, 4, 5, 6, 7];
    let mut ours = proposed(&text(&order, &[]));
    let mut made = vec![ours.clone()];
    let rita: Arc<str> = "Rita".into();
    for step in 0..14_u32 {
        let index = usize::try_from(step).unwrap() % 3;
        match step % 7 {
            0 => note(&mut ours, index, &format!("Note {step}"), step),
            1 => mark(&mut ours, index, Some(Verdict::Verified), "Rita", step),
            2 => mark(&mut ours, index, Some(Verdict::Disputed), "Bea", step),
            3 | 5 => drop(ours.undo(&rita, &at(step)).unwrap()),
            4 => drop(ours.redo(&rita, &at(step)).unwrap()),
            _ => bring(&mut ours, &text(&order, &[0, if step < 7 { 13 } else { 3 }])).unwrap(),
        }
        made.push(ours.clone());
    }
    for format in BACK {
        for (step, copy) in made.iter().enumerate() {
            let (_, came) = taken(&out(copy, format), &ours, Some("Zoe"));
            let touched: Vec<_> = came.told.iter().filter(|told| told.outcome != ImportOutcome::Same).collect();
            assert!(touched.is_empty(), "{format}, made after {step}: {touched:?}");
        }
    }
}

#[test]
fn a_row_without_words_puts_no_verdict_on_words_that_a_draft_changed_since() {
    let mut session = harbour();
    let fares = |session: &Session| {
        session.claims().iter().position(|one| session.exact(one).contains("raised fares")).unwrap()
    };
    let id = claim(&session, fares(&session)).id.to_string();
    let table = String::from_utf8(out(&session, Format::Csv)).unwrap();
    let as_of = as_of_column(&table);
    bring(&mut session, &text(&[0, 1, 2, 3, 4, 5, 6, 7], &[0])).unwrap();
    assert!(session.exact(claim(&session, fares(&session))).contains("21 percent"));
    let file = format!("id,verdict,note,as_of\r\n{id},verified,The minutes say so.,{as_of}\r\n");
    let (after, back) = taken(file.as_bytes(), &session, None);
    assert!(claim(&after, fares(&after)).mark.is_none(), "{:?}", back.told);
    assert!(
        claim(&after, fares(&after)).record.remarks.iter().any(|remark| remark.text.contains("verified")),
        "{:?}",
        back.told
    );
}

/// What the first row of a table says it was made as of.
fn as_of_column(table: &str) -> String {
    let mut lines = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let column = lines.headers().unwrap().iter().position(|head| head == "as_of").unwrap();
    lines.records().next().unwrap().unwrap().get(column).unwrap().to_owned()
}

#[test]
fn what_is_said_of_a_claim_whose_words_a_draft_dropped_reaches_it() {
    for format in [Format::Csv, Format::Xlsx, Format::Json, Format::Jsonl, Format::Annotations] {
        let mut session = harbour();
        let at = session.claims().iter().position(|one| session.exact(one).contains("employs 310")).unwrap();
        let id = claim(&session, at).id.clone();
        let mut copy = session.clone();
        note(&mut copy, at, "The register has 310.", 1);
        let file = out(&copy, format);
        bring(&mut session, &text(&[0, 1, 2, 4, 5, 6, 7], &[])).unwrap();
        assert!(session.apart().iter().any(|one| one.id == id));
        let (after, back) = taken(&file, &session, None);
        let held = after.any_claim(&id).unwrap();
        assert_eq!(held.record.note, "The register has 310.", "{format}: {:?}", back.told);
        assert!(held.is_apart() && held.mark.is_none());
    }
}
