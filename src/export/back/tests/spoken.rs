//! Words that stand under somebody's name, and texts that are nobody's words at all.

use super::*;
use crate::review::{Query, QueryStatus, Remark, Reply};

/// The session with an answered question, a reply and a remark on the first claim.
fn spoken() -> Session {
    let query = Query {
        question: "Which oil?".into(),
        asked_at: "2026-04-20".into(),
        answer: "Whale oil.".into(),
        answered_by: "Nora Quist".into(),
        answered_at: "2026-04-21".into(),
        status: Some(QueryStatus::Answered),
        ..Query::to_author(&[])
    };
    let reply: Reply = serde_json::from_value(serde_json::json!({
        "id": "r1", "who": "The Harbour Office", "asked_at": "2026-04-20", "answer": "We deny it.", "answered_at": "2026-04-22"
    }))
    .unwrap();
    let remark: Remark = serde_json::from_value(serde_json::json!({
        "id": "m1", "by": "Ida", "at": "2026-04-23", "text": "I saw it burn.", "from": "mail"
    }))
    .unwrap();
    let asked = changed(session(), 0, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query.clone()]).unwrap()
    });
    let replied = changed(asked, 0, |claim| {
        Change::of(claim, &field::REPLIES, |claim| claim.record.replies = vec![reply.clone()]).unwrap()
    });
    changed(replied, 0, |claim| {
        Change::of(claim, &field::REMARKS, |claim| claim.record.remarks = vec![remark.clone()]).unwrap()
    })
}

#[test]
fn words_that_stand_under_a_name_are_never_changed_under_it_whatever_file_says_so() {
    let ours = spoken();
    for format in [Format::Csv, Format::Json, Format::Jsonl] {
        let text = String::from_utf8(export(&ours, format, &Options::default()).unwrap()).unwrap();
        for (words, other) in
            [("Whale oil.", "Coal gas."), ("We deny it.", "We did it."), ("I saw it burn.", "It never burnt.")]
        {
            if format == Format::Csv && words == "I saw it burn." {
                continue;
            }
            let edited = text.replace(words, other);
            assert_ne!(edited, text, "{format} {words}");
            let (session, told) = into_from("Ole", ours.clone(), edited.as_bytes());
            let (record, was) = (&claim(&session, 0).record, &claim(&ours, 0).record);
            assert_eq!((&record.queries, &record.replies), (&was.queries, &was.replies), "{format} {told:?}");
            assert_eq!(record.remarks[0], was.remarks[0], "{format}");
            assert_eq!(remarks(&session, 0)[1..], [("Ole".to_owned(), other.to_owned())], "{format} {told:?}");
            assert!(lines(&told).iter().any(|line| line.contains("stands under the name of")), "{format} {told:?}");
        }
    }
    // With another name beside them they are of that one, and in a table that names nobody of whoever takes it in.
    let text = String::from_utf8(export(&ours, Format::Csv, &Options::default()).unwrap()).unwrap();
    let (session, _) = into(ours.clone(), text.replace("Whale oil.", "Coal gas.").as_bytes());
    assert_eq!(remarks(&session, 0)[1..], [(hand().by.to_string(), "Coal gas.".to_owned())]);
    let renamed = text.replace("Whale oil.", "Coal gas.").replace("Nora Quist", "Ida");
    let (session, _) = into_from("Ole", ours.clone(), renamed.as_bytes());
    assert_eq!(claim(&session, 0).record.queries, claim(&ours, 0).record.queries);
    assert_eq!(remarks(&session, 0)[1..], [("Ida".to_owned(), "Coal gas.".to_owned())]);
}

#[test]
fn an_answer_where_there_was_none_is_of_whoever_gives_it_whatever_file_brings_it() {
    let query = Query { question: "Which oil?".into(), ..Query::to_author(&[]) };
    let asked = changed(session(), 0, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query.clone()]).unwrap()
    });
    for format in [Format::Json, Format::Jsonl] {
        let text = String::from_utf8(export(&asked, format, &Options::default()).unwrap()).unwrap();
        let filled = text.replacen("\"answer\": \"\"", "\"answer\": \"Whale oil.\"", 1).replacen(
            "\"answer\":\"\"",
            "\"answer\":\"Whale oil.\"",
            1,
        );
        assert_ne!(filled, text, "{format}");
        let (session, told) = into_from("Nora", asked.clone(), filled.as_bytes());
        let query = &claim(&session, 0).record.queries[0];
        let said = (query.answer.as_str(), query.answered_by.as_str(), query.is_open());
        assert_eq!(said, ("Whale oil.", "Nora", false), "{format} {told:?}");
    }
}

#[test]
fn a_table_without_its_head_and_a_report_of_ours_answer_nothing() {
    let article = Article::new("Lighthouse sold", TEXT, Vec::new()).unwrap();
    let claims: Claims = spoken()
        .claims()
        .iter()
        .enumerate()
        .map(|(at, one)| Claim { id: format!("k3f9a2c{at}").as_str().into(), ..one.clone() })
        .collect();
    let mut ours = Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims);
    let id = claim(&ours, 0).id.clone();
    let two = Change::of(claim(&ours, 0), &field::QUERIES, |claim| {
        claim.record.queries.push(Query {
            question: "Since when?\nAnd who says so?".into(),
            id: "q2".into(),
            ..Query::to_author(&[])
        });
    });
    ours.commit(Edit::of(id, two.unwrap()), &hand().by, &hand().at).unwrap();
    let table = export(&ours, Format::Csv, &Options::default()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for delimiter in [b',', b';', b'\t', b'|'] {
        for head in ["", "Nr,Kennung,Stand,Urteil"] {
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
            if !head.is_empty() {
                writer.write_record(head.split(',')).unwrap();
            }
            rows.iter().skip(1).for_each(|row| writer.write_record(row).unwrap());
            files.push((format!("{head} {}", char::from(delimiter)), writer.into_inner().unwrap()));
        }
    }
    let spaced =
        rows.iter().map(|row| row.iter().collect::<Vec<_>>().join("  ").replace('\n', " ")).collect::<Vec<_>>();
    files.push(("columns of blanks".to_owned(), spaced.join("\n").into_bytes()));
    for (name, bytes) in files {
        let error = read(&bytes, &ours, &hand()).map(|back| back.told).unwrap_err().to_string();
        assert!(error.contains("no row of it names columns of ours"), "{name}: {error}");
    }
    for format in
        [Format::Markdown, Format::Corrections, Format::CriticMarkup, Format::Html, Format::Digest, Format::DigestDocx]
    {
        let bytes = export(&ours, format, &Options::default()).unwrap();
        let read = read(&bytes, &ours, &hand());
        assert!(
            read.as_ref().is_err_and(|error| error.to_string().contains("which is not read back")),
            "{format}: {read:?}"
        );
    }
    // A few commas make no table of an answer.
    let answer = "Since when?\nAnd who says so?\n\nSince 1871, as the log, the keeper, and the council say.\n";
    assert_eq!(
        claim(&into(ours, answer.as_bytes()).0, 0).record.queries[1].answer,
        "Since 1871, as the log, the keeper, and the council say."
    );
}

#[test]
fn something_that_is_no_annotation_keeps_the_others_not_out() {
    let one = serde_json::json!({ "id": "abc", "uri": "https://a.example/", "user": "acct:ole@notes.example", "text": "See the log.", "tags": [],
        "target": [{ "source": "https://a.example/", "selector": [{ "type": "TextQuoteSelector", "exact": "The lamp burns oil." }] }] });
    for odd in [serde_json::json!({ "garbage": 1 }), serde_json::Value::Null, "words".into(), 7.into()] {
        for list in
            [serde_json::json!({ "rows": [odd.clone(), one.clone()] }), serde_json::json!([one.clone(), odd.clone()])]
        {
            let (session, told) = taken(list.to_string().as_bytes());
            assert_eq!(remarks(&session, 0), [("ole".to_owned(), "See the log.".to_owned())], "{list}");
            assert!(lines(&told).iter().any(|line| line.contains("it is no annotation")), "{told:?}");
        }
    }
}

#[test]
fn what_somebody_describes_is_no_statement_of_ours_and_what_cannot_be_read_is_said() {
    let note = |body: serde_json::Value| {
        serde_json::json!({ "type": "Annotation", "creator": { "name": "Ida" }, "motivation": "commenting", "body": body,
            "target": { "selector": { "type": "TextQuoteSelector", "exact": "The lamp burns oil." } } })
        .to_string()
    };
    let text = |purpose: &str, value: serde_json::Value| serde_json::json!({ "type": "TextualBody", "purpose": purpose, "value": value });
    let (session, told) = taken(note(text("describing", "Some words".into())).as_bytes());
    assert_eq!(claim(&session, 0).statement, "", "{told:?}");
    assert_eq!(remarks(&session, 0), [("Ida".to_owned(), "Some words".to_owned())]);
    for (body, said) in [
        (text("commenting", serde_json::json!(["One.", "Two."])), "One.\nTwo."),
        (text("commenting", serde_json::json!({ "en": "One.", "de": "Two." })), "Two.\nOne."),
        (serde_json::json!({ "type": "Choice", "items": [text("commenting", "One.".into())] }), "One."),
    ] {
        let (session, told) = taken(note(body).as_bytes());
        let mut words: Vec<String> = remarks(&session, 0).into_iter().map(|(_, words)| words).collect();
        let mut wanted = vec![said.to_owned()];
        words.iter_mut().chain(wanted.iter_mut()).for_each(|one| {
            let mut lines: Vec<&str> = one.lines().collect();
            lines.sort_unstable();
            *one = lines.join("\n");
        });
        assert_eq!(words, wanted, "{told:?}");
    }
    let (_, told) = taken(note(serde_json::json!({ "type": "Sound", "length": 7 })).as_bytes());
    assert!(lines(&told)[0].contains("a part of it can't be read"), "{told:?}");
    let (session, told) = taken(note(text("tagging", "dismissed".into())).as_bytes());
    assert_eq!(claim(&session, 0).readings().len(), 1, "{told:?}");
}

#[test]
fn answers_come_home_hanging_on_a_mail_and_a_right_of_reply_as_any_question() {
    let reply: Reply = serde_json::from_value(serde_json::json!({ "id": "r1", "who": "The Harbour Office" })).unwrap();
    let ours = changed(session(), 0, |claim| {
        Change::of(claim, &field::REPLIES, |claim| claim.record.replies = vec![reply.clone()]).unwrap()
    });
    let page = String::from_utf8(export(&ours, Format::QueriesMail, &Options::default()).unwrap()).unwrap();
    let alone = Options { asked: Some("The Harbour Office".into()), ..Options::default() };
    assert!(!String::from_utf8(export(&ours, Format::QueriesMail, &alone).unwrap()).unwrap().contains("Lit or built?"));
    let head = "From: Per Hansen <per@lights.example>\nTo: desk@paper.example\nSubject: Re: Questions\nDate: Mon, 04 May 2026 23:30:00 -0800\n";
    let quoted: String = page.lines().flat_map(|line| ["> ", line, "\n"]).collect();
    let mail = quoted.replace("What do you reply to this?\n", "What do you reply to this?\nIt burns gas.\n");
    let (session, told) = into(ours.clone(), format!("{head}\n{mail}").as_bytes());
    let replied = &claim(&session, 0).record.replies[0];
    assert_eq!((replied.answer.as_str(), replied.answered_at.as_str()), ("It burns gas.", "2026-05-04"), "{told:?}");
    // In a document that hangs on a mail.
    let document =
        rewritten(&export(&ours, Format::QueriesDocx, &Options::default()).unwrap(), "word/document.xml", |xml| {
            xml.replace("Answer: <", "Answer: As I said.<")
        });
    let coded = base64(&document);
    let mail = format!(
        "{head}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nAnswers attached.\n--b\nContent-Type: application/octet-stream; name=\"answers.docx\"\nContent-Disposition: attachment; filename=\"answers.docx\"\nContent-Transfer-Encoding: base64\n\n{coded}\n--b--\n"
    );
    let (session, told) = into(ours, mail.as_bytes());
    let query = &claim(&session, 1).record.queries[0];
    assert_eq!((query.answer.as_str(), query.answered_by.as_str()), ("As I said.", "Per Hansen"), "{told:?}");
    assert_eq!(claim(&session, 0).record.replies[0].answer, "As I said.");
}

/// Bytes as a mail carries them.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let quads = bytes.chunks(3).flat_map(|three| {
        let whole = three.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        (0..4).map(
            move |at| if at <= three.len() { char::from(SIGNS[(whole >> (18 - 6 * at) & 63) as usize]) } else { '=' },
        )
    });
    quads.collect()
}

#[test]
fn a_file_in_a_format_that_does_not_come_home_is_named_with_the_way_out() {
    for (bytes, what) in [
        (&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked"[..], "save it without a password as .docx"),
        (b"{\\rtf1 Lit or built?}", "a document in RTF, and can't be read: no reader"),
        (b"%PDF-1.7 Lit or built?", "a PDF, and can't be read"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK", "an OpenDocument text, and can't be read"),
        (
            b"<?xml version=\"1.0\"?>\n<office:document xmlns:o=\"o\" office:mimetype=\"application/vnd.oasis.opendocument.text\"/>",
            "an OpenDocument text, and can't be read",
        ),
    ] {
        let error = read(bytes, &session(), &hand()).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
}
