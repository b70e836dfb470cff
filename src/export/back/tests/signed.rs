//! Rows that say whose they are, and files that say what is missing in them.

use super::*;
use crate::review::Reading;

/// Who came to what about a claim, and when.
fn readings(session: &Session, index: usize) -> Vec<[String; 3]> {
    let told = |one: &Reading| [one.by.to_string(), one.verdict.to_string(), one.at.to_string()];
    claim(session, index).readings().iter().map(told).collect()
}

#[test]
fn a_row_is_of_whoever_a_column_of_its_own_names() {
    for (by, day) in [("by", "day"), ("Reviewer", "Date"), ("name", "when"), ("Marked by", "Marked on")] {
        for said in ["2026-04-20", "20.04.2026"] {
            let rows =
                format!("number,verdict,note,{by},{day}\n1,disputed,It is gas.,Carl,{said}\n2,verified,Seen.,,\n");
            let (session, told) = taken(rows.as_bytes());
            assert_eq!(readings(&session, 0), [["Carl", "disputed", "2026-04-20T00:00:00Z"]], "{by} {told:?}");
            assert_eq!(remarks(&session, 0), [("Carl".to_owned(), "It is gas.".to_owned())]);
            assert_eq!(claim(&session, 0).record.note, "");
            // A row that names nobody is of whoever takes it in.
            assert_eq!(readings(&session, 1), [["mira", "verified", "2026-05-01T08:00:00Z"]]);
            assert_eq!(claim(&session, 1).record.note, "Seen.");
            assert!(!lines(&told).iter().any(|line| line.starts_with("left")), "{told:?}");
        }
    }
    // Of one who has read it otherwise both stand; what is no day is said.
    let ours = marked(session(), 0, &Verdict::Verified);
    let (session, told) = into(ours, b"number,verdict,by,day\n1,disputed,Carl,some day\n");
    let theirs: Vec<[String; 2]> = readings(&session, 0).into_iter().map(|[by, word, _]| [by, word]).collect();
    assert_eq!(theirs, [["Carl", "disputed"], ["Kari", "verified"]].map(|one| one.map(str::to_owned)));
    assert!(lines(&told).iter().any(|line| line.contains("“some day” is no day")), "{told:?}");
}

#[test]
fn columns_are_known_with_blanks_and_capitals_in_their_names() {
    let rows = b"Number,Statement,Query to,Question\n1,It burns oil.,the keeper,Which oil?\n";
    let (session, told) = taken(rows);
    let query = &claim(&session, 0).record.queries[0];
    assert_eq!((query.to.as_str(), query.question.as_str()), ("the keeper", "Which oil?"), "{told:?}");
}

#[test]
fn a_verdict_that_was_changed_into_what_somebody_else_has_come_to_since_is_a_reading_too() {
    let ours = marked(session(), 0, &Verdict::Verified);
    let file = export(&ours, Format::Csv, &Options::default()).unwrap();
    let later = marked(ours, 0, &Verdict::Disputed);
    let text = String::from_utf8(file).unwrap();
    let edited = text.replacen("\"verified\"", "\"disputed\"", 2);
    assert_ne!(text, edited);
    let ole = ImportHand { by: "Ole".into(), ..hand() };
    let (session, told) = by_hand(&ole, later.clone(), edited.as_bytes());
    let both: Vec<String> = readings(&session, 0).into_iter().map(|[by, word, _]| format!("{by} {word}")).collect();
    assert_eq!(both, ["Ole disputed", "Kari disputed"], "{told:?}");
    // It is no news a second time, nor what nobody changed, nor the same under the name that has come to it.
    for (hand, file) in [(&ole, edited.as_str()), (&ole, text.as_str())] {
        assert_eq!(read(file.as_bytes(), &session, hand).unwrap().edits, []);
    }
    let kari = ImportHand { by: "Kari".into(), ..hand() };
    assert_eq!(read(edited.as_bytes(), &later, &kari).unwrap().edits, []);
}

#[test]
fn another_note_from_a_table_has_the_name_of_whoever_takes_it_in() {
    let noted = |note: &str, session: Session| {
        changed(session, 0, |claim| Change::to(claim, &field::NOTE, note.into()).unwrap())
    };
    let ours = noted("one", session());
    let file = String::from_utf8(export(&ours, Format::Csv, &Options::default()).unwrap()).unwrap();
    let (session, _) = into(noted("two", ours), file.replace("\"one\"", "\"three\"").as_bytes());
    let conflict = &claim(&session, 0).record.conflicts[0];
    assert_eq!((conflict.theirs.as_str(), conflict.by.as_str()), (Some("three"), "mira"));
}

#[test]
fn a_file_with_nothing_to_take_in_says_what_is_missing() {
    let csl = br#"[{"id": "source-1", "type": "webpage", "title": "The log", "URL": "https://a.example/"}]"#;
    let questions = "# Questions: Lighthouse sold\n\nThere are none.\n";
    for (file, why) in [
        (&b"1,verified,The lamp burns oil.,ok\n2,disputed,It was lit in 1871,no\n"[..], "a table without a head"),
        (b"Nr;Urteil;Aussage\n1;verified;The lamp burns oil.\n", "number, id or words"),
        (b"Nr\tUrteil\n1\tverified\n", "a table without a head"),
        (csl, "a list of sources, which is not read back"),
        (b"TY  - ELEC\r\nTI  - The log\r\nER  - \r\n", "a list of sources, which is not read back"),
        (questions.as_bytes(), "none of them is a question of this session"),
        (b"[]", "there is nothing in it"),
        (b"\n", "there is nothing in it"),
    ] {
        let error = read(file, &session(), &hand()).map(|back| back.told).unwrap_err().to_string();
        assert!(error.contains(why), "{}: {error}", String::from_utf8_lossy(file));
    }
    // What is said of a claim in a sentence is no table.
    let said = "Lit or built?\nIn 1871, verified by the log, it was lit.\n";
    assert_eq!(
        claim(&taken(said.as_bytes()).0, 1).record.queries[0].answer,
        "In 1871, verified by the log, it was lit."
    );
    let none = changed(session(), 1, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = Vec::new()).unwrap()
    });
    for format in [Format::Queries, Format::QueriesDocx, Format::QueriesMail] {
        let file = export(&none, format, &Options::default()).unwrap();
        let error = read(&file, &none, &hand()).map(|back| back.told).unwrap_err().to_string();
        assert!(error.contains("a page of questions"), "{format}: {error}");
    }
}

#[test]
fn a_text_in_the_code_page_of_an_old_system_is_read() {
    let asked = changed(session(), 0, |claim| {
        let query = Query { question: "Where is “Ærø”?".to_owned(), ..Query::to_author(&[]) };
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap()
    });
    let said = "Where is “Ærø”?\nIn the south of Fyn, beyond Svendborg – så vidt jeg ved.\n\nLit or built?\nLit.\n";
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(said);
    assert!(!lost && std::str::from_utf8(&bytes).is_err());
    let (session, told) = into(asked, &bytes);
    let answers = [0, 1].map(|index| claim(&session, index).record.queries[0].answer.clone());
    assert_eq!(answers, ["In the south of Fyn, beyond Svendborg – så vidt jeg ved.", "Lit."], "{told:?}");
}

#[test]
fn why_somebody_dismissed_a_claim_goes_out_and_comes_back_as_nothing_new() {
    let noted = changed(session(), 0, |claim| Change::to(claim, &field::NOTE, "A matter of taste.".into()).unwrap());
    let ours = changed(noted, 0, |claim| Change::to(claim, &field::DISMISSED, true.into()).unwrap());
    let bare = changed(session(), 0, |claim| Change::to(claim, &field::DISMISSED, true.into()).unwrap());
    for format in [Format::Docx, Format::Hypothesis, Format::CriticMarkup, Format::Brat] {
        let told = |session: &Session| {
            let bytes = export(session, format, &Options::default()).unwrap();
            let parts = || zip::ZipArchive::new(std::io::Cursor::new(bytes.clone()));
            let text = match parts() {
                Ok(mut archive) => {
                    let name = if format == Format::Docx { "word/comments.xml" } else { "article.ann" };
                    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
                }
                Err(_) => String::from_utf8(bytes).unwrap(),
            };
            (text, export(session, format, &Options::default()).unwrap())
        };
        let (text, bytes) = told(&ours);
        assert!(text.contains("A matter of taste.") && text.contains("Kari") && text.contains("dismissed"), "{text}");
        // Nothing is said of what somebody only put away.
        assert!(!told(&bare).0.contains("dismissed"), "{format}");
        if matches!(format, Format::Docx | Format::Hypothesis) {
            let back = read(&bytes, &ours, &hand()).unwrap();
            assert_eq!((back.edits.len(), back.left_out() + back.in_part()), (0, 0), "{format} {:?}", back.told);
        }
    }
}
