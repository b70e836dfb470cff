//! Tables that come back: into the session they are of, and into another over the same article.

use super::*;
use crate::review::{Correction, QueryStatus};

/// The table of claims.
fn table(session: &Session) -> Vec<Vec<String>> {
    let bytes = export(session, Format::Csv, &Options::default()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The table with cells of the row `at` (from 1) changed.
fn typed(session: &Session, at: usize, cells: &[(&str, &str)]) -> Vec<u8> {
    let mut rows = table(session);
    for (name, cell) in cells {
        let place = rows[0].iter().position(|column| column == name).unwrap();
        rows[at][place] = (*cell).to_owned();
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn a_state_typed_where_verdicts_stand_takes_none_away_and_says_so() {
    let ours = marked(session(), 0, &Verdict::Verified);
    for (cells, word) in [
        (vec![("verdict", "unchecked")], "unchecked"),
        (vec![("verdict", " Unchecked ")], "Unchecked"),
        (vec![("verdict", "differs")], "differs"),
        (vec![("status", "unchecked")], "unchecked"),
        (vec![("status", "unchecked"), ("verdict", "unchecked")], "unchecked"),
    ] {
        let (session, told) = into(ours.clone(), &typed(&ours, 1, &cells));
        assert_eq!(lines(&told), [format!("left: {word} takes no verdict away")], "{cells:?}");
        assert!(claim(&session, 0).mark.is_some());
    }
    // It says what stands there.
    let (_, told) = into(session(), &typed(&session(), 1, &[("verdict", "unchecked")]));
    assert_eq!(lines(&told), Vec::<String>::new());
}

#[test]
fn a_verdict_and_a_state_that_say_different_things_say_nothing_that_counts() {
    let (session, told) = into(session(), &typed(&session(), 1, &[("verdict", "verified"), ("status", "disputed")]));
    let said = "left: the verdict is verified and the status disputed; which is meant is not said";
    assert_eq!((lines(&told), claim(&session, 0).mark.clone()), (vec![said.to_owned()], None));
    let same = typed(&super::session(), 1, &[("verdict", "verified"), ("status", "Verified")]);
    assert!(claim(&into(super::session(), &same).0, 0).mark.is_some());
}

#[test]
fn a_verdict_typed_over_what_another_dismissed_is_of_whoever_typed_it() {
    let dismissed =
        changed(session(), 0, |claim| Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = true).unwrap());
    let (both, told) = into_from("Ben", dismissed.clone(), &typed(&dismissed, 1, &[("verdict", "disputed")]));
    assert_eq!(lines(&told), ["verdict: disputed by Ben, beside dismissed by Kari"]);
    assert_eq!(claim(&both, 0).readings().iter().map(|one| &*one.by).collect::<Vec<_>>(), ["Ben", "Kari"]);
    assert!(claim(&both, 0).record.conflicts.is_empty());
}

#[test]
fn no_table_opens_a_confidential_source_and_one_may_close_it() {
    let source = |confidential| Source {
        id: "s1".to_owned(),
        title: "A phone call".to_owned(),
        confidential,
        ..Source::default()
    };
    for (was, cell) in [(true, "no"), (false, "yes")] {
        let ours = changed(session(), 0, |claim| {
            Change::of(claim, &field::SOURCES, |claim| claim.record.sources = vec![source(was)]).unwrap()
        });
        let table = crate::export::Table { rows: crate::export::TableRows::Sources, ..Default::default() };
        let options = Options { confidential: true, table, ..Options::default() };
        let table = String::from_utf8(export(&ours, Format::Csv, &options).unwrap()).unwrap();
        let mut rows: Vec<Vec<&str>> = table.lines().map(|row| row.split(',').collect()).collect();
        let place = rows[0].iter().position(|column| column.trim_matches('"') == "confidential").unwrap();
        rows[1][place] = cell;
        let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        let (session, told) = into_from("Ben", ours, format!("{}\n", rows.join("\n")).as_bytes());
        assert!(claim(&session, 0).record.sources[0].confidential, "{told:?}");
        let said = if was {
            "left: “A phone call” stays confidential: no file opens it, its form does"
        } else {
            "source “A phone call”, confidential: “no” → “yes”"
        };
        assert_eq!(lines(&told), [said]);
    }
}

#[test]
fn what_is_confidential_in_a_copy_is_confidential_when_it_comes_home() {
    let source = |id: &str, title: &str, confidential| Source {
        id: id.to_owned(),
        title: title.to_owned(),
        url: format!("https://a.example/{id}"),
        quote: format!("So says {id}"),
        confidential,
        ..Source::default()
    };
    let sources = [source("s1", "Minutes", false), source("s2", "A talk at the pier", true)];
    let theirs = changed(session(), 0, |claim| {
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources = sources.to_vec()).unwrap()
    });
    let options = Options { confidential: true, ..Options::default() };
    for format in
        [Format::Csv, Format::Xlsx, Format::Json, Format::Jsonl, Format::Annotations, Format::Hypothesis, Format::Docx]
    {
        let (home, told) = into_from("Ben", session(), &export(&theirs, format, &options).unwrap());
        let held = &claim(&home, 0).record.sources;
        let open = |title: &str| held.iter().filter(|one| one.title == title && !one.confidential).count();
        assert_eq!((held.len(), open("A talk at the pier")), (2, 0), "{format}: {told:?}");
        assert_eq!(claim(&home, 0).record.remarks, [], "{format}");
        let plain = export(&home, Format::Markdown, &Options::default()).unwrap();
        let plain = String::from_utf8(plain).unwrap();
        assert!(!plain.contains("A talk at the pier") && !plain.contains("example/s2"), "{format}: {plain}");
        assert_eq!(open("Minutes"), 1, "{format}: what is open stays open");
    }
}

/// The session with two questions and two corrections about its first claim, of a colleague's.
fn asked() -> Session {
    let query = |id: &str, to: &str, question: &str, answer: &str| Query {
        id: id.to_owned(),
        to: to.to_owned(),
        question: question.to_owned(),
        asked_at: "2026-04-20".to_owned(),
        answer: answer.to_owned(),
        answered_by: if answer.is_empty() { String::new() } else { "Ole".to_owned() },
        status: Some(if answer.is_empty() { QueryStatus::Open } else { QueryStatus::Answered }),
        ..Query::to_author(&[])
    };
    let queries =
        vec![query("q1", "author", "Where is that from?", ""), query("q2", "the keeper", "Which oil?", "Whale.")];
    let asked = changed(session(), 0, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = queries.clone()).unwrap()
    });
    changed(asked, 0, |claim| {
        Change::of(claim, &field::CORRECTIONS, |claim| {
            let held = &mut claim.record.corrections;
            held.push(Correction { status: "rejected".into(), ..Correction::proposed("It burns coal.", held) });
            let second = Correction::proposed("It burns tallow.", held);
            held.push(second);
        })
        .unwrap()
    })
}

/// Questions with whom they are asked and what was answered, and corrections with what became of them.
fn things(session: &Session) -> (Vec<[String; 3]>, Vec<[String; 2]>) {
    let record = &claim(session, 0).record;
    let queries = record.queries.iter().map(|one| [one.to.clone(), one.question.clone(), one.answer.clone()]);
    let fixes = record.corrections.iter().map(|one| [one.text.clone(), one.status.to_string()]);
    (queries.collect(), fixes.collect())
}

#[test]
fn several_questions_and_corrections_of_a_colleague_stay_several() {
    let theirs = asked();
    for format in [Format::Csv, Format::Xlsx] {
        let bytes = export(&theirs, format, &Options::default()).unwrap();
        let (ours, told) = into(session(), &bytes);
        assert_eq!(things(&ours), things(&theirs), "{format} {told:?}");
        let (again, told) = into(ours.clone(), &bytes);
        assert_eq!((things(&again), lines(&told)), (things(&ours), Vec::new()), "{format}");
        // One of them is here already, and a question of our own.
        let own = changed(session(), 0, |claim| {
            let which = Query { question: "Which oil?".into(), to: "the keeper".into(), ..Query::to_author(&[]) };
            let since = Query { question: "Since when?".into(), ..Query::to_author(std::slice::from_ref(&which)) };
            Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![which, since]).unwrap()
        });
        let (ours, told) = into(own, &bytes);
        let asked = [
            ["the keeper", "Which oil?", "Whale."],
            ["author", "Since when?", ""],
            ["author", "Where is that from?", ""],
        ];
        assert_eq!(things(&ours).0, asked.map(|one| one.map(str::to_owned)), "{format} {told:?}");
        assert_eq!(claim(&ours, 0).record.queries[0].answered_by, "Ole");
    }
}

#[test]
fn a_rejected_correction_that_is_proposed_here_is_said_and_not_taken_back() {
    let ours = changed(session(), 0, |claim| {
        Change::of(claim, &field::CORRECTIONS, |claim| {
            claim.record.corrections.push(Correction::proposed("It burns coal.", &[]));
        })
        .unwrap()
    });
    let (ours, told) = into(ours, &export(&asked(), Format::Csv, &Options::default()).unwrap());
    let status: Vec<String> = claim(&ours, 0).record.corrections.iter().map(|one| one.status.to_string()).collect();
    assert_eq!(status, ["proposed", "proposed"]);
    assert!(
        lines(&told).iter().any(|line| line.contains("“It burns coal.” is rejected there and proposed here")),
        "{told:?}"
    );
}

#[test]
fn what_became_of_a_colleagues_correction_comes_with_it() {
    for format in [Format::Csv, Format::Docx, Format::Hypothesis, Format::Json] {
        let (ours, told) = into(session(), &export(&asked(), format, &Options::default()).unwrap());
        let fixes = [["It burns coal.", "rejected"], ["It burns tallow.", "proposed"]];
        assert_eq!(things(&ours).1, fixes.map(|one| one.map(str::to_owned)), "{format} {told:?}");
        assert!(remarks(&ours, 0).iter().all(|(_, text)| !text.contains("The correction is")), "{format}");
    }
    // What stands in brackets and is none of our words is of the correction.
    let word = export(&session(), Format::Docx, &Options::default()).unwrap();
    let word = rewritten(&word, "word/comments.xml", |xml| {
        let head = "1 ○ unchecked</w:t></w:r></w:p>";
        assert!(xml.contains(head), "{xml}");
        xml.replace(head, &format!("{head}<w:p><w:r><w:t>correction: It burns tallow (mostly)</w:t></w:r></w:p>"))
    });
    assert_eq!(claim(&taken(&word).0, 0).record.corrections[0].text, "It burns tallow (mostly)");
}

/// The table of sources of `session`, with cells of its first row changed.
fn source_typed(session: &Session, cells: &[(&str, &str)]) -> Vec<u8> {
    let table = crate::export::Table { rows: crate::export::TableRows::Sources, ..crate::export::Table::default() };
    let options = Options { table, ..Options::default() };
    let bytes = export(session, Format::Csv, &options).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    for (name, cell) in cells {
        let place = rows[0].iter().position(|column| column == name).unwrap();
        rows[1][place] = (*cell).to_owned();
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The session with a speaker, a verdict, a question and a source on its first claim.
fn full() -> Session {
    let sourced = changed(marked(asked(), 0, &Verdict::Verified), 0, |claim| {
        let source = Source {
            title: "The log".into(),
            url: "https://a.example/".into(),
            checked_at: "2026-04-19".into(),
            id: "s1".into(),
            ..Source::default()
        };
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources = vec![source.clone()]).unwrap()
    });
    changed(sourced, 0, |claim| {
        Change::to(claim, &field::SPEAKER, serde_json::json!({ "name": "the keeper", "stance": "asserts" })).unwrap()
    })
}

#[test]
fn a_cell_that_was_edited_is_never_passed_over_in_silence() {
    let ours = full();
    let names: Vec<String> = table(&ours)[0].clone();
    for name in names.iter().map(String::as_str).filter(|name| !["as_of", "id"].contains(name)) {
        for cell in ["ZZ", ""] {
            let held = table(&ours)[1][names.iter().position(|one| one == name).unwrap()].clone();
            if held == cell {
                continue;
            }
            let (_, told) = into_from("Ole", ours.clone(), &typed(&ours, 1, &[(name, cell)]));
            assert!(!lines(&told).is_empty(), "{name} {cell:?}");
        }
    }
    for name in ["marked_by", "marked_at"] {
        let (_, told) = into(ours.clone(), &typed(&ours, 1, &[(name, "")]));
        assert_eq!(lines(&told), [format!("left: an empty {name} takes nothing away")]);
    }
    let (_, told) = into(ours.clone(), &typed(&ours, 1, &[("words", "The lamp burns coal.")]));
    assert!(lines(&told)[0].contains("the column words is not read back"), "{told:?}");
    for (name, cell) in [
        ("verdict", "disputed"),
        ("status", "disputed"),
        ("words", "The lamp burns coal."),
        ("number", "9"),
        ("confidential", "x"),
    ] {
        let (session, told) = into_from("Ole", ours.clone(), &source_typed(&ours, &[(name, cell)]));
        let said = lines(&told);
        assert!(said.len() == 1 && said[0].starts_with("left: "), "{name}: {said:?}");
        assert_eq!(session.claims(), ours.claims(), "{name}");
    }
}

#[test]
fn a_cell_takes_only_what_goes_there() {
    let ours = full();
    for (name, cell) in
        [("stance", "maybe"), ("asked_at", "yesterday\n2026-04-20"), ("query_status", "later\nanswered")]
    {
        let (session, told) = into(ours.clone(), &typed(&ours, 1, &[(name, cell)]));
        assert_eq!(session.claims(), ours.claims(), "{name}");
        assert!(lines(&told)[0].starts_with("left: "), "{name} {told:?}");
    }
    for (name, cell) in [
        ("url", "javascript:alert(1)"),
        ("archive", "next to it"),
        ("checked_at", "yesterday"),
        ("checked_at", "3/4/2026"),
        ("kind", "rumour"),
    ] {
        let (session, told) = into(ours.clone(), &source_typed(&ours, &[(name, cell)]));
        assert_eq!(session.claims(), ours.claims(), "{name}");
        assert!(lines(&told)[0].starts_with("left: "), "{name} {told:?}");
    }
    let (session, _) = into(ours.clone(), &source_typed(&ours, &[("checked_at", "25.4.2026")]));
    assert_eq!(claim(&session, 0).record.sources[0].checked_at, "2026-04-25");
}

#[test]
fn days_that_a_spreadsheet_wrote_in_its_own_form_are_no_edits() {
    let ours = full();
    for (day, asked) in [
        ("19.04.2026", "20.04.2026"),
        ("4/19/2026", "4/20/2026"),
        ("19/04/2026", "20/04/2026"),
        ("2026-04-19T00:00:00", "2026-04-20"),
    ] {
        let (session, told) = into(ours.clone(), &source_typed(&ours, &[("checked_at", day)]));
        assert_eq!((lines(&told), session.claims()), (Vec::<String>::new(), ours.claims()), "{day}");
        let both = format!("{asked}\n{asked}");
        let (session, told) =
            into(ours.clone(), &typed(&ours, 1, &[("asked_at", &both), ("marked_at", "2026-05-02T08:00:00")]));
        assert_eq!((lines(&told), session.claims()), (Vec::<String>::new(), ours.claims()), "{asked}");
    }
}

#[test]
fn a_table_is_read_with_whatever_stands_between_its_cells_and_ends_its_rows() {
    let ours = full();
    let bytes = typed(&ours, 1, &[("note", "Since 1950\nelectric.")]);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for delimiter in [b',', b';', b'\t', b'|'] {
        for end in [csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')] {
            for above in ["", "sep=,\r"] {
                let above = if matches!(end, csv::Terminator::Any(b'\r')) {
                    above.to_owned()
                } else {
                    above.replace('\r', "\r\n")
                };
                let mut writer =
                    csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(above.into_bytes());
                for row in &rows {
                    writer.write_record(row).unwrap();
                }
                let text = writer.into_inner().unwrap();
                let (session, told) = into(ours.clone(), &text);
                assert_eq!(
                    lines(&told),
                    ["note: nothing → “Since 1950 electric.”"],
                    "{}",
                    String::from_utf8_lossy(&text)
                );
                assert_eq!(claim(&session, 0).record.note, "Since 1950\nelectric.");
            }
        }
    }
}

#[test]
fn a_second_row_for_a_claim_puts_nothing_over_the_first() {
    let ours = session();
    let table = "id,words,note\nk1,The lamp burns oil.,One.\nk1,The lamp burns oil.,Two.\n";
    let (session, told) = into(ours, table.as_bytes());
    assert_eq!(claim(&session, 0).record.note, "One.", "{told:?}");
    assert_eq!(claim(&session, 0).record.conflicts.len(), 1);
}
