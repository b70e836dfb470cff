//! Whose a verdict is that comes in: of the reader whose name stands on it, never of whoever takes the file in.

use super::*;

const LATER: &str = "2026-05-03T08:00:00Z";

/// The session of Bea: the same article, the same claims, the first with a verdict of hers.
fn beas(verdict: Verdict, over: Session) -> Session {
    let at = Stamp::from(LATER);
    let change = field::marked(claim(&over, 0), Some(verdict), &"Bea".into(), &at).unwrap();
    let edit = Edit::of(claim(&over, 0).id.clone(), change);
    let mut session = over;
    session.commit(edit, &"Bea".into(), &at).unwrap();
    session
}

fn file(session: &Session, format: Format) -> Vec<u8> {
    export(session, format, &Options::default()).unwrap()
}

/// Who came to what about the first claim.
fn readings(session: &Session) -> Vec<(String, String)> {
    let readings = claim(session, 0).readings();
    readings.iter().map(|one| (one.by.to_string(), one.verdict.to_string())).collect()
}

fn said(readings: &[(&str, &str)]) -> Vec<(String, String)> {
    readings.iter().map(|(by, word)| ((*by).to_owned(), (*word).to_owned())).collect()
}

const FORMATS: [Format; 6] =
    [Format::Csv, Format::Annotations, Format::Hypothesis, Format::Docx, Format::Json, Format::Jsonl];

#[test]
fn a_verdict_is_of_whoever_signed_it_whatever_file_brings_it() {
    for format in FORMATS {
        let bytes = file(&beas(Verdict::Verified, session()), format);
        for taken in [taken(&bytes), taken_from("Carl", &bytes)] {
            assert_eq!(lines(&taken.1), ["verdict: unchecked → verified (Bea)"], "{format}");
            assert_eq!(readings(&taken.0), said(&[("Bea", "verified")]), "{format}");
            let (again, told) = into(taken.0.clone(), &bytes);
            assert_eq!((again, lines(&told)), (taken.0, Vec::new()), "{format}");
        }
    }
}

#[test]
fn a_signed_verdict_stands_beside_ours_also_when_it_is_the_same_or_a_later_one() {
    for format in FORMATS {
        let ours = marked(session(), 0, &Verdict::Disputed);
        let (session, told) = into(ours.clone(), &file(&beas(Verdict::Verified, super::session()), format));
        assert_eq!(readings(&session), said(&[("Kari", "disputed"), ("Bea", "verified")]), "{format} {told:?}");
        let hers = changed(super::session(), 0, |claim| {
            field::marked(claim, Some(Verdict::Disputed), &"Bea".into(), &Stamp::from("2026-05-01T08:00:00Z")).unwrap()
        });
        let (session, told) = into(hers.clone(), &file(&beas(Verdict::Verified, hers), format));
        assert_eq!(readings(&session), said(&[("Bea", "verified")]), "{format} {told:?}");
    }
    for format in [Format::Hypothesis, Format::Docx] {
        let ours = marked(session(), 0, &Verdict::Verified);
        let (session, told) = into(ours, &file(&beas(Verdict::Verified, super::session()), format));
        assert_eq!(readings(&session), said(&[("Kari", "verified"), ("Bea", "verified")]), "{format} {told:?}");
    }
}

#[test]
fn a_verdict_that_stands_beside_another_stays_its_readers_however_often_its_file_comes() {
    for verdict in [Verdict::Verified, Verdict::Disputed] {
        for format in FORMATS {
            let ours = marked(session(), 0, &Verdict::Verified);
            let bytes = file(&beas(verdict.clone(), super::session()), format);
            let (once, _) = into(ours, &bytes);
            assert_eq!(readings(&once), said(&[("Kari", "verified"), ("Bea", verdict.as_str())]), "{format}");
            for hand in [into(once.clone(), &bytes), into_from("Carl", once.clone(), &bytes)] {
                assert_eq!((hand.0, lines(&hand.1)), (once.clone(), Vec::new()), "{format} {verdict}");
            }
        }
    }
}

#[test]
fn a_verdict_that_nobody_is_named_for_is_nobodys_until_they_are_named() {
    let note = r#"{"type":"Annotation","body":[{"type":"TextualBody","purpose":"assessing","value":"verified"},
        {"type":"TextualBody","purpose":"commenting","value":"See the log."}],
        "target":{"selector":{"type":"TextQuoteSelector","exact":"The lamp burns oil."}}}"#;
    let row = "id,words,verdict,marked_by\nk1,The lamp burns oil.,verified,\n";
    let rows = r#"[{"uri":"x","text":"","tags":["verified"],"target":[{"selector":[{"type":"TextQuoteSelector",
        "exact":"The lamp burns oil."}]}]}]"#;
    let word = rewritten(&file(&session(), Format::Docx), "word/comments.xml", |xml| {
        let head = xml.replacen("unchecked", "verified", 1);
        assert_ne!(head, xml);
        head
    });
    for bytes in [note.as_bytes(), rows.as_bytes(), &word] {
        let (session, told) = taken(bytes);
        assert_eq!(readings(&session), said(&[]), "{told:?}");
        let said_so = "verified: nobody is named who gave it; name them with --from NAME";
        assert_eq!(lines(&told).iter().filter(|line| line.ends_with(said_so)).count(), 1, "{told:?}");
        let (session, told) = taken_from("Carl", bytes);
        assert_eq!(readings(&session), said(&[("Carl", "verified")]), "{told:?}");
    }
    assert_eq!(remarks(&taken(note.as_bytes()).0, 0), [(String::new(), "See the log.".to_owned())]);
    // A table is mostly one's own.
    assert_eq!(readings(&taken(row.as_bytes()).0), said(&[("mira", "verified")]));
    assert_eq!(readings(&taken_from("Carl", row.as_bytes()).0), said(&[("Carl", "verified")]));
}

#[test]
fn a_verdict_changed_under_a_name_is_not_given_in_that_name() {
    let ours = beas(Verdict::Verified, session());
    let table = String::from_utf8(file(&ours, Format::Csv)).unwrap().replacen("verified", "disputed", 2);
    let word = rewritten(&file(&ours, Format::Docx), "word/comments.xml", |xml| xml.replace("verified", "disputed"));
    let (session, told) = into(ours.clone(), table.as_bytes());
    assert_eq!(readings(&session), said(&[("mira", "disputed"), ("Bea", "verified")]), "{told:?}");
    let (session, told) = into(ours.clone(), &word);
    assert_eq!(readings(&session), said(&[("Bea", "verified")]), "{told:?}");
    assert!(lines(&told).iter().any(|line| line.contains("nobody is named who gave it")), "{told:?}");
    for bytes in [table.as_bytes(), &word] {
        let (session, told) = into_from("Carl", ours.clone(), bytes);
        assert_eq!(readings(&session), said(&[("Carl", "disputed"), ("Bea", "verified")]), "{told:?}");
    }
}

#[test]
fn what_the_importer_changed_in_their_own_export_is_theirs() {
    let ours = changed(session(), 0, |claim| {
        field::marked(claim, Some(Verdict::Verified), &hand().by, &Stamp::from("2026-05-01T07:00:00Z")).unwrap()
    });
    let table = String::from_utf8(file(&ours, Format::Csv)).unwrap().replacen("verified", "disputed", 2);
    let word = rewritten(&file(&ours, Format::Docx), "word/comments.xml", |xml| xml.replace("verified", "disputed"));
    for bytes in [table.as_bytes(), &word] {
        let (_, told) = into(ours.clone(), bytes);
        assert_eq!(lines(&told), ["conflict over the verdict: “disputed” against our “verified” (mira)"]);
    }
}

#[test]
fn that_there_is_nothing_to_check_is_said_by_whoever_said_it() {
    let dismissed =
        changed(session(), 0, |claim| Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = true).unwrap());
    for format in [Format::Csv, Format::Xlsx, Format::Annotations, Format::Json, Format::Jsonl] {
        let bytes = file(&dismissed, format);
        let (ours, told) = taken(&bytes);
        assert_eq!(readings(&ours), said(&[("Kari", "dismissed")]), "{format} {told:?}");
        assert!(claim(&ours, 0).dismissed, "{format}");
        assert_eq!(claim(&ours, 0).readings()[0].at.as_str(), "2026-05-02T08:00:00Z", "{format}");
        for own in [&dismissed, &ours] {
            let (again, told) = into(own.clone(), &bytes);
            assert_eq!((&again, lines(&told)), (own, Vec::new()), "{format}");
        }
        let (both, told) = into(beas(Verdict::Disputed, session()), &bytes);
        assert_eq!(readings(&both).len(), 2, "{format} {told:?}");
    }
}

#[test]
fn a_verdict_on_what_another_dismissed_is_a_reading_and_on_one_s_own_dismissal_a_conflict() {
    let theirs = |by: &str| {
        format!(
            r#"{{"type":"Annotation","creator":{{"name":"{by}"}},"created":"2026-05-03T08:00:00Z","body":{{"type":"TextualBody",
            "purpose":"assessing","value":"Disputed"}},"target":{{"selector":{{"type":"TextQuoteSelector","exact":"The lamp burns oil."}}}}}}"#
        )
    };
    let dismissed =
        changed(session(), 0, |claim| Change::of(claim, &field::DISMISSED, |claim| claim.dismissed = true).unwrap());
    let (both, told) = into(dismissed.clone(), theirs("Ole").as_bytes());
    assert_eq!(lines(&told), ["verdict: disputed by Ole, beside dismissed by Kari"]);
    assert_eq!(readings(&both), said(&[("Kari", "dismissed"), ("Ole", "disputed")]));
    assert!(claim(&both, 0).differs() && claim(&both, 0).record.conflicts.is_empty());
    assert_eq!(into(both.clone(), theirs("Ole").as_bytes()).0.claims(), both.claims());
    let (both, told) = into(dismissed, theirs("Kari").as_bytes());
    assert_eq!(
        lines(&told),
        ["conflict over the nothing to check: “something to check” against our “dismissed” (Kari)"]
    );
    assert!(claim(&both, 0).dismissed && claim(&both, 0).readings().is_empty());
}
