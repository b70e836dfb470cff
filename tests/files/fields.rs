//! What holds for every field of a claim, those to come included: each text of each field is a word of its own, and that word
//! is looked for wherever a reader would.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of a test, where a panic is the report")]

use std::io::Read as _;
use std::sync::Arc;

use factdesk::app::search::Search;
use factdesk::export::{Format, Options, Table, TableRows, export};
use factdesk::review::field::{self, FIELDS, Field, Input, Row, Shape};
use factdesk::review::{Annotation, AnnotationKind, Change, Claim, Edit, Evidence, Extra, Session, Span, Stamp, merge};
use serde_json::{Map, Value, json};

use crate::support::{BRIDGE, CLAIMS, session_of};

/// A word that stands nowhere else, made from what it stands for.
fn word(parts: &[&str]) -> String {
    format!("zq{}", parts.concat().replace('_', ""))
}

fn thing(field: &Field, tag: &str, rows: &[Row]) -> Map<String, Value> {
    let fill = |row: &Row| match row.input {
        Input::Text => word(&[field.name, row.key, tag]).into(),
        Input::Link => format!("https://{}.example/", word(&[field.name, row.key, tag])).into(),
        Input::Day => "2026-11-20".into(),
        Input::Choice(words, _) => words[0].into(),
        Input::Flag => false.into(),
    };
    rows.iter().map(|row| (row.key.to_owned(), fill(row))).collect()
}

/// A value of `field` whose every text is a word of its own; none for what a reviewer does not fill in.
fn filled(field: &Field, tag: &str) -> Option<Value> {
    match field.shape {
        Shape::Text => Some(word(&[field.name, tag]).into()),
        Shape::Words => Some(json!([word(&[field.name, tag])])),
        Shape::One(rows) => {
            let mut thing = thing(field, tag, rows);
            // What became of a claim is made by a draft, and always names it.
            thing.insert("draft".to_owned(), 2.into());
            Some(thing.into())
        }
        Shape::Many(rows, letter) => {
            let mut thing = thing(field, tag, rows);
            thing.insert("id".to_owned(), format!("{letter}1").into());
            Some(json!([thing]))
        }
        Shape::Mark | Shape::Flag | Shape::Conflicts | Shape::Derived => None,
    }
}

/// The fields that a reviewer fills in with words.
fn written() -> impl Iterator<Item = &'static Field> {
    FIELDS.into_iter().filter(|field| filled(field, "").is_some())
}

fn texts(field: &Field, value: &Value) -> Vec<String> {
    field.items(value).iter().flat_map(|item| field.texts(item)).map(|(_, text)| text.to_owned()).collect()
}

fn session() -> Session {
    session_of(BRIDGE, &CLAIMS)
}

fn put(session: &mut Session, at: usize, field: &'static Field, value: Value, by: &str) {
    let claim = session.claims().get(at).unwrap().clone();
    let mut filled = claim.clone();
    field.put(&mut filled, value).unwrap();
    let change = Change::to(&claim, field, field.value(&filled)).unwrap();
    session.commit(Edit::of(claim.id, change), &Arc::from(by), &Stamp::from("2026-11-23T10:00:00Z")).unwrap();
}

fn first(session: &Session) -> &Claim {
    session.claims().get(0).unwrap()
}

/// A session whose first claim has every field filled in, and all the words.
fn full() -> (Session, Vec<String>) {
    let mut session = session();
    let mut words = Vec::new();
    for field in written() {
        let value = filled(field, "").unwrap();
        put(&mut session, 0, field, value, "anna");
        let held = texts(field, &field.value(first(&session)));
        assert!(!held.is_empty(), "{field:?} has texts");
        words.extend(held);
    }
    (session, words)
}

/// What a link is without its dress, which some formats percent-encode or cut.
fn core(text: &str) -> &str {
    text.trim_start_matches("https://").trim_end_matches(".example/")
}

#[test]
fn every_text_of_a_claim_is_in_the_report_and_the_table() {
    let (session, words) = full();
    for format in [Format::Markdown, Format::Html, Format::Csv, Format::Json, Format::Jsonl] {
        // Sources have rows and a table of their own.
        let sources = Options { table: Table { rows: TableRows::Sources, ..Table::default() }, ..Options::default() };
        let given = [Options::default(), sources].map(|options| export(&session, format, &options).unwrap());
        let seen = String::from_utf8(given.concat()).unwrap();
        let missing: Vec<&String> = words.iter().filter(|text| !seen.contains(core(text))).collect();
        assert!(missing.is_empty(), "{format} lacks {missing:?}");
    }
}

#[test]
fn every_text_of_a_claim_is_found_by_the_search() {
    let (session, words) = full();
    for text in words {
        assert!(Search::new(&text, &session).nth(0).is_some(), "{text} is not found");
    }
}

#[test]
fn two_copies_that_fill_in_different_fields_merge_to_both() {
    for one in written() {
        for other in written().filter(|other| *other != one) {
            let (mut ours, mut theirs) = (session(), session());
            put(&mut ours, 0, one, filled(one, "").unwrap(), "anna");
            put(&mut theirs, 0, other, filled(other, "").unwrap(), "bea");
            for merged in [merge(&ours, &theirs).unwrap(), merge(&theirs, &ours).unwrap()] {
                let claim = first(&merged.session);
                assert_eq!(one.value(claim), one.value(first(&ours)), "{one:?} beside {other:?}");
                assert_eq!(other.value(claim), other.value(first(&theirs)), "{other:?} beside {one:?}");
                assert!(claim.record.conflicts.is_empty(), "{one:?} and {other:?} are no conflict");
            }
        }
    }
}

#[test]
fn a_joined_claim_holds_every_text_of_both() {
    for field in written().filter(|field| field.name != "settled" && field.name != "fate") {
        let mut session = session();
        put(&mut session, 0, field, filled(field, "a").unwrap(), "anna");
        put(&mut session, 1, field, filled(field, "b").unwrap(), "anna");
        let mut joined = first(&session).clone();
        for field in FIELDS {
            field.join(&mut joined, session.claims().get(1).unwrap());
        }
        let held = FIELDS.iter().map(|field| field.value(&joined).to_string()).collect::<String>();
        for claim in session.claims().iter().take(2) {
            for text in texts(field, &field.value(claim)) {
                assert!(held.contains(&text), "{text} is lost when claims are joined");
            }
        }
    }
}

#[test]
fn nothing_confidential_leaves_whatever_field_it_is_in() {
    let mut seen = 0;
    for field in written() {
        let Some(mut value) = filled(field, "").filter(|_| field.rows().iter().any(|row| row.key == "confidential"))
        else {
            continue;
        };
        value[0]["confidential"] = true.into();
        let mut session = session();
        put(&mut session, 0, field, value, "anna");
        let words = texts(field, &field.value(first(&session)));
        for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
            let bytes = export(&session, format, &Options { history: true, ..Options::default() });
            let given = bytes.map(|bytes| String::from_utf8(bytes).unwrap()).unwrap_or_default();
            let away = words.iter().find(|text| given.contains(core(text)));
            assert!(away.is_none(), "{format} gives away {away:?}");
        }
        seen += 1;
    }
    assert!(seen > 0, "no field can be confidential");
}

/// Every part of a format's file, unpacked.
fn unpacked(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut all = String::new();
    for part in 0..archive.len() {
        let mut bytes = Vec::new();
        archive.by_index(part).unwrap().read_to_end(&mut bytes).unwrap();
        all += &String::from_utf8_lossy(&bytes);
    }
    all
}

/// A note of the writer's over the first words.
fn noted(id: &str, text: &str) -> Annotation {
    let (kind, span) = (AnnotationKind::Footnote, Span::new(0, 3));
    let (by, at, extra) = (None, Stamp::default(), Extra::default());
    Annotation { id: id.into(), kind, by, at, span, text: text.into(), confidential: None, extra }
}

/// A session with a confidential file, and words about it in `field` or in a note of the writer's.
fn speaking(field: Option<&'static Field>, text: &str, annotation: &str) -> Session {
    let mut session = session();
    let file = |id: &str, title: &str, path: &str| {
        let sha256 = id.repeat(32);
        Evidence { id: id.into(), title: title.into(), path: path.into(), sha256, ..Evidence::default() }
    };
    let closed = Evidence { confidential: true, ..file("e1", "Ledger of the north quay", "ev/quay-ledger.pdf") };
    session.evidence = vec![closed, file("e2", "Tide tables", "ev/tide-tables.csv")].into();
    let source = |id: &str, evidence: &str, annotation: &str, quote: &str| serde_json::json!({ "id": id, "evidence": evidence, "annotation": annotation, "title": id, "quote": quote });
    let rests = source("s1", "e1", "w9", "nobody was paid for the third night");
    put(&mut session, 1, &field::SOURCES, serde_json::json!([rests]), "anna");
    let notes = vec![noted("w1", annotation), noted("w9", "He showed it to me"), noted("w5", "Tide tables, row 4")];
    session.article = session.article.annotated(notes, Vec::new());
    if let Some(field) = field {
        let mut value = filled(field, "").unwrap();
        let texts = |map: &mut Map<String, Value>| {
            let rows = field.rows().iter().filter(|row| matches!(row.input, Input::Text));
            rows.for_each(|row| drop(map.insert(row.key.to_owned(), text.into())));
        };
        match &mut value {
            Value::String(held) => text.clone_into(held),
            Value::Array(list) => {
                let first = list.first_mut().unwrap();
                if let Value::Object(map) = first {
                    texts(map);
                } else {
                    *first = text.into();
                }
            }
            Value::Object(map) => texts(map),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
        put(&mut session, 0, field, value, "anna");
        // What the history remembers of it is no less.
        put(&mut session, 0, field, filled(field, "").unwrap(), "anna");
        session.undo(&"anna".into(), &Stamp::from("2026-11-23T10:01:00Z")).unwrap();
    }
    session
}

/// Whatever speaks of a confidential file (by its name, its title, a passage that is quoted from it, a note that means it) leaves in no
/// format, whatever field it is in, and leaves where it is asked for.
#[test]
fn nothing_that_speaks_of_a_confidential_file_leaves() {
    let told =
        ["see quay-ledger.pdf, p. 4", "the Ledger of the North Quay", "“Nobody was paid for the third night”, it says"];
    let given = |session: &Session, format: Format, confidential: bool| {
        let options = Options { history: true, confidential, ..Options::default() };
        export(session, format, &options).map(|bytes| unpacked(&bytes)).unwrap_or_default().to_lowercase()
    };
    let secret = ["quay-ledger", "ledger of the north quay", "nobody was paid", "he showed it"];
    let fields = written().filter(|field| field.name != "fate").map(Some).chain([None]);
    for field in fields {
        for text in told {
            let session = speaking(field, text, text);
            let name = field.map_or("a note of the writer's", |field| field.name);
            for format in Format::ALL {
                let given = given(&session, format, false);
                let away = secret.iter().find(|words| given.contains(**words));
                assert!(away.is_none(), "{format} gives away {away:?}, which stands in {name}");
            }
            assert!(given(&session, Format::Json, true).contains("quay-ledger"));
            assert!(given(&session, Format::Json, false).contains("tide tables, row 4"), "{name}");
        }
    }
}

/// What is left out is said, sources and texts.
#[test]
fn an_export_says_how_many_texts_are_left_out_that_speak_of_what_is_confidential() {
    let session = speaking(Some(&field::NOTE), "see quay-ledger.pdf", "the ledger of the north quay");
    let page = String::from_utf8(export(&session, Format::Markdown, &Options::default()).unwrap()).unwrap();
    let said = "1 confidential source and 3 texts that speak of what is confidential are left out of this document";
    assert!(page.contains(said), "{page}");
}
