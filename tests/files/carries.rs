//! Which format carries which field: a word in each field that stands nowhere else is looked for in each export, and the table in
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "helpers of a test, where a panic is the report")]
//! `docs/formats-fields.md` says what was found. `FACTDESK_UPDATE=1` writes it anew.

use std::fmt::Write as _;
use std::io::Read as _;

use factdesk::export::{Format, Options, Publisher, Table, TableRows, export};
use factdesk::review::field::{FIELDS, Shape};
use factdesk::review::{
    Annotation, AnnotationKind, Article, ChangeKind, Claim, Conflict, Evidence, Extra, Mark, Origin, Session, Settled,
    Source, Span, TrackedChange,
};
use serde_json::{Map, Value};

const TEXT: &str = "The lamp burns oil. It was lit in 1871. It turns.\n";

/// The year in which a source was checked.
const CHECKED: &str = "2043";

/// A word for a row of a field that stands nowhere else.
fn word(field: &str, row: &str) -> String {
    let clean: String = format!("{field}{row}").chars().filter(char::is_ascii_alphanumeric).collect();
    format!("zz{clean}zz")
}

/// The article, with a word in each thing that is said of it and what its writer noted and tracked.
fn article() -> Article {
    let mut article = Article::new("Light", TEXT, Vec::new()).unwrap();
    article.provenance.byline = Some(word("article", "byline"));
    article.provenance.published = Some(word("article", "published"));
    article.provenance.url = Some(format!("https://a.example/{}", word("article", "url")));
    let note = Annotation {
        id: "w1".to_owned(),
        kind: AnnotationKind::Comment,
        by: Some(word("annotation", "by")),
        at: "".into(),
        span: Span::new(4, 8),
        text: word("annotation", "text"),
        confidential: None,
        extra: Extra::default(),
    };
    let change = TrackedChange {
        kind: ChangeKind::Deleted,
        by: Some(word("tracked", "by")),
        at: "".into(),
        span: Span::new(14, 14),
        text: word("tracked", "text"),
        extra: Extra::default(),
    };
    article.annotated(vec![note], vec![change])
}

/// A claim with a word in every row of every field, and which words those are.
fn session() -> (Session, Vec<(String, String)>) {
    let article = article();
    let mut claim = Claim::new("k1".into(), Span::new(0, 19), Origin::Added);
    let mut words = Vec::new();
    claim.mark = Some(Mark {
        verdict: "verified".into(),
        by: word("marked", "by").as_str().into(),
        at: "2031-11-23T09:41:07Z".into(),
    });
    words.extend(["byline", "published", "url"].map(|row| (format!("article, {row}"), word("article", row))));
    for row in ["by", "text"] {
        words.push((format!("writer's note, {row}"), word("annotation", row)));
        words.push((format!("tracked change, {row}"), word("tracked", row)));
    }
    words.push(("verdict, by".to_owned(), word("marked", "by")));
    words.push(("verdict, day".to_owned(), "2031".to_owned()));
    for field in FIELDS {
        let mut say = |row: &str| {
            words.push((
                if row.is_empty() { field.title.to_owned() } else { format!("{}, {row}", field.title) },
                word(field.name, row),
            ));
            word(field.name, row)
        };
        let mut thing = Map::new();
        for row in field.rows().iter().filter(|row| row.key != "confidential" && !matches!(field.shape, Shape::Derived))
        {
            let said = say(row.key);
            let value = match row.key {
                "url" | "archive" => format!("https://a.example/{said}"),
                // Reference managers take a day only as a day.
                "checked_at" => format!("{CHECKED}-03-04"),
                _ => said,
            };
            thing.insert(row.key.to_owned(), value.into());
        }
        let value: Value = match field.shape {
            // What readings were settled to stands in place of the verdict, and is a word of its own.
            _ if field.name == "settled" => {
                words.truncate(words.len() - field.rows().len());
                continue;
            }
            _ if field.name == "fate" => {
                thing.insert("draft".to_owned(), 2.into());
                Value::Object(thing)
            }
            Shape::Text => say("").into(),
            Shape::Words => vec![say("")].into(),
            Shape::One(_) => Value::Object(thing),
            Shape::Many(_, letter) => {
                thing.insert("id".to_owned(), format!("{letter}1").into());
                vec![Value::Object(thing)].into()
            }
            Shape::Mark | Shape::Flag | Shape::Conflicts | Shape::Derived => continue,
        };
        field.put(&mut claim, value).unwrap();
    }
    for (_, word) in words.iter_mut().filter(|(name, _)| name.ends_with("checked_at")) {
        CHECKED.clone_into(word);
    }
    whole(article, claim, words)
}

/// The claim in a session with a dismissed one, one that is torn, a piece of evidence and a sign-off, and all the words.
fn whole(article: Article, claim: Claim, mut words: Vec<(String, String)>) -> (Session, Vec<(String, String)>) {
    let mut dismissed = Claim::new("k2".into(), Span::new(20, 39), Origin::Added);
    dismissed.dismissed = true;
    dismissed.statement = word("dismissed", "");
    words.push(("dismissed claims".to_owned(), word("dismissed", "")));
    dismissed.record.note = word("dismissed", "note");
    dismissed.record.sources = vec![Source { title: word("dismissed", "source"), ..Source::default() }];
    words.push(("dismissed claims, note".to_owned(), word("dismissed", "note")));
    words.push(("dismissed claims, source".to_owned(), word("dismissed", "source")));
    let (torn, more) = torn();
    words.extend(more);
    let claims = [claim, dismissed, torn].into_iter().collect();
    let mut session = Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims);
    let file = Evidence { id: "e1".to_owned(), title: word("evidence", "title"), ..Evidence::default() };
    session.evidence = vec![file].into();
    let mut gone = Claim::new("k4".into(), Span::new(0, 4), Origin::Added);
    let fate = serde_json::json!({"is": "gone", "draft": 2, "from": 1, "was": word("gone", "words")});
    FIELDS.iter().find(|field| field.name == "fate").unwrap().put(&mut gone, fate).unwrap();
    gone.record.note = word("gone", "note");
    session.set_apart(vec![gone]);
    words.extend(["words", "note"].map(|row| (format!("gone claims, {row}"), word("gone", row))));
    words.push(("evidence, title".to_owned(), word("evidence", "title")));
    session.sign_off(&word("signed", "by"), &"2026-11-24T10:00:00Z".into(), &word("signed", "note"));
    words.extend(["by", "note"].map(|row| (format!("sign-off, {row}"), word("signed", row))));
    (session, words)
}

/// A claim on which two readers differ and two copies of the session, and the words in it.
fn torn() -> (Claim, Vec<(String, String)>) {
    let mut torn = Claim::new("k3".into(), Span::new(40, 49), Origin::Added);
    let mut words = Vec::new();
    let mut say = |field: &str, row: &str, name: &str| {
        words.push((name.to_owned(), word(field, row)));
        word(field, row)
    };
    let mark = |by: String, verdict: &str| Mark {
        verdict: verdict.into(),
        by: by.as_str().into(),
        at: "2026-11-23T09:41:07Z".into(),
    };
    torn.record.readings = vec![
        mark(say("reading", "one", "readings, by"), "verified").into(),
        mark(say("reading", "two", "readings, by another"), "disputed").into(),
    ];
    torn.record.settled = Some(Box::new(Settled {
        verdict: "disputed".into(),
        by: say("settled", "by", "settled, by").as_str().into(),
        at: "2026-11-23T10:00:00Z".into(),
        because: None,
        why: say("settled", "why", "settled, why"),
        extra: Extra::default(),
    }));
    torn.record.conflicts = vec![Conflict::of("note", say("conflict", "theirs", "another copy's").into())];
    (torn, words)
}

/// The same session where nothing is answered and the claim is disputed: what a digest is about.
fn at_work(session: &Session) -> Session {
    let mut claims: Vec<Claim> = session.claims().iter().cloned().collect();
    for claim in &mut claims {
        if let Some(mark) = &mut claim.mark {
            mark.verdict = "disputed".into();
        }
        claim.record.queries.iter_mut().for_each(|query| query.answer.clear());
        claim.record.replies.iter_mut().for_each(|reply| reply.answer.clear());
    }
    let mut open = Session::new(session.id.clone(), session.article.clone(), claims.into_iter().collect());
    open.signed.clone_from(&session.signed);
    open
}

/// All text of an export; of an archive all its parts.
fn text(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut text = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

#[test]
fn the_table_in_the_docs_says_which_format_carries_which_field() {
    let (session, words) = session();
    let publisher = Publisher { url: "https://p.example/".to_owned(), ..Publisher::default() };
    let options = Options { publisher, ..Options::default() };
    let sources = Options { table: Table { rows: TableRows::Sources, ..Table::default() }, ..options.clone() };
    let exports: Vec<(Format, String)> = Format::ALL
        .into_iter()
        .map(|format| {
            let mut found = text(&export(&session, format, &options).unwrap());
            if [Format::Digest, Format::DigestDocx, Format::QueriesDocx, Format::QueriesMail].contains(&format) {
                found += &text(&export(&at_work(&session), format, &options).unwrap());
            }
            if format == Format::Csv {
                found += &text(&export(&session, format, &sources).unwrap());
            }
            (format, found)
        })
        .collect();
    let mut page = "# Which format carries which field\n\n\
        Made by the tests (`FACTDESK_UPDATE=1 cargo test --test files carries`): a word in each field is looked for in each export. `csv` is\n\
        both of its tables; a digest has only what needs work and a text for who is asked only what is open, so these are looked at once more with\n\
        the claim disputed and nothing answered.\n\n| field |"
        .to_owned();
    for (format, _) in &exports {
        let _ = write!(page, " {format} |");
    }
    page += "\n|---|";
    page += &":-:|".repeat(exports.len());
    page.push('\n');
    for (name, word) in &words {
        let _ = write!(page, "| {name} |");
        for (format, found) in &exports {
            // A workbook counts days.
            let days = match word.as_str() {
                "2031" => "48175",
                CHECKED => "52294",
                _ => word,
            };
            let has = found.contains(word.as_str()) || (*format == Format::Xlsx && found.contains(days));
            page += if has { " • |" } else { " |" };
        }
        page.push('\n');
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats-fields.md");
    if std::env::var_os("FACTDESK_UPDATE").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "FACTDESK_UPDATE=1 writes it anew");
    for format in [Format::Json, Format::Jsonl, Format::Annotations] {
        let of_text = ["evidence", "sign-off", "article", "writer's note", "tracked change", "gone claims"];
        let of_claims = |name: &&(String, String)| {
            format == Format::Json || !of_text.iter().any(|prefix| name.0.starts_with(prefix))
        };
        let (_, found) = exports.iter().find(|(one, _)| *one == format).unwrap();
        for (name, word) in words.iter().filter(of_claims) {
            assert!(found.contains(word.as_str()), "{format} carries everything, but not {name}");
        }
    }
}
