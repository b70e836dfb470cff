//! What meets what a session says already: nothing is lost, nothing is undone.

use super::*;

#[test]
fn taking_the_same_file_in_twice_changes_nothing_more() {
    let rows = r#"[{"uri":"x","user":"ole","text":"See the log.","target":[{"selector":[{"type":"TextQuoteSelector",
        "exact":"The lamp burns oil."}]}]}]"#;
    let (session, _) = taken(rows.as_bytes());
    let again = read(rows.as_bytes(), &session, &hand()).unwrap();
    assert_eq!(again.edits, []);
}

#[test]
fn our_own_comments_are_no_remarks_even_when_the_session_has_gone_on() {
    let mut session = session();
    let id = session.claims().get(1).unwrap().id.clone();
    let note = |before: &str, after: &str| Change::Field(&field::NOTE, Swap::new(before.into(), after.into()));
    session.commit(Edit::of(id.clone(), note("", "Ask the archive.")), &hand().by, &hand().at).unwrap();
    let bytes = export(&session, Format::Docx, &Options::default()).unwrap();
    let later = note("Ask the archive.", "The archive is shut.");
    session.commit(Edit::of(id, later), &hand().by, &hand().at).unwrap();
    assert_eq!(read(&bytes, &session, &hand()).unwrap().edits, []);
}

#[test]
fn a_verdict_beside_ours_is_a_reading_and_under_our_own_name_a_conflict() {
    let theirs = |by: &str| {
        format!(
            r#"{{"type":"Annotation","creator":{{"name":"{by}"}},"created":"2026-05-03T08:00:00Z","body":{{"type":"TextualBody",
            "purpose":"assessing","value":"Disputed"}},"target":{{"selector":{{"type":"TextQuoteSelector","exact":"The lamp burns oil."}}}}}}"#
        )
    };
    let ours = marked(session(), 0, &Verdict::Verified);
    let (session, told) = into(ours.clone(), theirs("Ole").as_bytes());
    assert_eq!(lines(&told), ["verdict: disputed by Ole, beside verified by Kari"]);
    assert!(claim(&session, 0).differs());
    assert_eq!(claim(&session, 0).reading_by("Ole").unwrap().at.as_str(), "2026-05-03T08:00:00Z");
    let by_mira =
        changed(ours, 0, |claim| field::marked(claim, Some(Verdict::Verified), &hand().by, &hand().at).unwrap());
    let (session, told) = into(by_mira, theirs("mira").as_bytes());
    assert_eq!(lines(&told), ["conflict over the verdict: “disputed” against our “verified” (mira)"]);
    assert_eq!(claim(&session, 0).mark.as_ref().unwrap().verdict, Verdict::Verified);
    assert_eq!(claim(&session, 0).record.conflicts.len(), 1);
}

#[test]
fn an_older_file_undoes_nothing() {
    let before = session();
    let note = |words: &'static str| {
        move |claim: &Claim| Change::of(claim, &field::NOTE, |claim| claim.record.note = words.into()).unwrap()
    };
    let later = marked(changed(before.clone(), 0, note("Asked the keeper.")), 0, &Verdict::Verified);
    for format in [Format::Csv, Format::Annotations, Format::Hypothesis, Format::Docx, Format::Json, Format::Jsonl] {
        let old = export(&before, format, &Options::default()).unwrap();
        let back = read(&old, &later, &hand()).unwrap();
        assert_eq!((back.edits, lines(&back.told)), (Vec::new(), Vec::new()), "{format}");
    }
    let table = String::from_utf8(export(&before, Format::Csv, &Options::default()).unwrap()).unwrap();
    let edited = table.replacen("\"It was lit in 1871\",\"\"", "\"It was lit in 1871\",\"First lit in 1871.\"", 1);
    let (session, told) = into(later, edited.as_bytes());
    assert_eq!(lines(&told), ["own words: nothing → “First lit in 1871.”"]);
    assert_eq!(claim(&session, 0).record.note, "Asked the keeper.");
}

#[test]
fn a_copy_that_never_had_our_last_words_does_not_put_its_own_over_them() {
    let note = |words: &'static str| {
        move |claim: &Claim| Change::of(claim, &field::NOTE, |claim| claim.record.note = words.into()).unwrap()
    };
    let old = changed(session(), 0, note("Asked the keeper."));
    let ours = changed(old.clone(), 0, note("The keeper says gas."));
    let annotations = |copy: &Session| export(copy, Format::Annotations, &Options::default()).unwrap();
    // Theirs is of the same second: it says nothing.
    let (session, told) = into(ours.clone(), &annotations(&marked(old.clone(), 1, &Verdict::Verified)));
    assert_eq!(claim(&session, 0).record.note, "The keeper says gas.", "{told:?}");
    assert!(claim(&session, 0).record.conflicts.is_empty(), "{told:?}");
    // Theirs was worked on afterwards.
    let mut copy = old;
    let mark =
        field::marked(claim(&copy, 1), Some(Verdict::Verified), &"Kari".into(), &Stamp::from("2026-05-03T08:00:00Z"));
    let edit = Edit::of(claim(&copy, 1).id.clone(), mark.unwrap());
    copy.commit(edit, &"Kari".into(), &Stamp::from("2026-05-03T08:00:00Z")).unwrap();
    let (session, told) = into(ours, &annotations(&copy));
    assert_eq!(claim(&session, 0).record.note, "The keeper says gas.", "{told:?}");
}

#[test]
fn a_text_that_both_changed_is_a_conflict_and_an_emptied_one_stays() {
    let note = |words: &'static str| {
        move |claim: &Claim| Change::of(claim, &field::NOTE, |claim| claim.record.note = words.into()).unwrap()
    };
    let first = changed(session(), 0, note("The keeper says oil."));
    let second = changed(first, 0, note("Gas since 1901, as the log has it."));
    let (session, told) = into(second.clone(), "id,note\nk1,The keeper says oil of whales.\n".as_bytes());
    assert_eq!(
        lines(&told),
        [
            "conflict over the note: “The keeper says oil of whales.” against our “Gas since 1901, as the log has it.” (mira)"
        ]
    );
    assert_eq!(claim(&session, 0).record.note, "Gas since 1901, as the log has it.");
    let (session, told) = into(second, "id,note,verdict\nk1,,\n".as_bytes());
    assert_eq!(claim(&session, 0).record.note, "Gas since 1901, as the log has it.");
    assert!(
        lines(&told).iter().all(|line| line.starts_with("left:") || line.contains("takes nothing away")),
        "{told:?}"
    );
    let speaker = |name: &'static str| {
        move |claim: &Claim| {
            Change::to(claim, &field::SPEAKER, serde_json::json!({ "name": name, "stance": "asserts" })).unwrap()
        }
    };
    let spoken = changed(changed(super::session(), 0, speaker("the keeper")), 0, speaker("the owner"));
    let (_, told) = into(spoken, "id,speaker\nk1,the clerk\n".as_bytes());
    assert_eq!(
        lines(&told),
        ["conflict over the speaker: “the clerk, asserts” against our “the owner, asserts” (mira)"]
    );
}

#[test]
fn a_note_that_another_s_file_writes_over_stays_as_a_remark_of_its_writer() {
    let noted = changed(session(), 0, |claim| Change::to(claim, &field::NOTE, "The keeper says oil.".into()).unwrap());
    let written = |bytes: &[u8], from: &str, to: &str| String::from_utf8_lossy(bytes).replace(from, to).into_bytes();
    let other = "Gas since 1901 in the log.";
    for format in [Format::Csv, Format::Annotations, Format::Hypothesis, Format::Json, Format::Jsonl] {
        let file = export(&noted, format, &Options::default()).unwrap();
        let (session, told) = into_from("Ole", noted.clone(), &written(&file, "The keeper says oil.", other));
        assert_eq!(claim(&session, 0).record.note, other, "{format}: {told:?}");
        let kept = [("Kari".to_owned(), "The keeper says oil.".to_owned())];
        assert_eq!(remarks(&session, 0), kept, "{format}: {told:?}");
        assert!(lines(&told).contains(&"remark (Kari): “The keeper says oil.”".to_owned()), "{format}: {told:?}");
    }
    // Words that stand on, and a note of one's own, are nothing to keep.
    let file = export(&noted, Format::Csv, &Options::default()).unwrap();
    let (session, _) = into(noted.clone(), &written(&file, "says oil.", "says oil. So does the log."));
    assert_eq!(remarks(&session, 0), []);
    let kari = ImportHand { by: "Kari".into(), ..hand() };
    let (session, _) = by_hand(&kari, noted, &written(&file, "The keeper says oil.", other));
    assert_eq!((claim(&session, 0).record.note.as_str(), remarks(&session, 0)), (other, Vec::new()));
}

#[test]
fn a_copy_that_has_one_part_of_a_note_of_two_takes_the_other_away_for_nobody() {
    let noted = changed(session(), 0, |claim| Change::to(claim, &field::NOTE, "The keeper says oil.".into()).unwrap());
    let blind = noted.blind(crate::review::Keeps { sources: true, added: true, dismissed: false });
    let theirs = changed(blind, 0, |claim| Change::to(claim, &field::NOTE, "Gas, says the log.".into()).unwrap());
    let both = crate::review::merge(&noted, &theirs).unwrap().session;
    // A third copy never had the second part.
    let file = export(&marked(noted, 1, &Verdict::Disputed), Format::Annotations, &Options::default()).unwrap();
    let before = claim(&both, 0).record.note.clone();
    let (session, told) = into_from("Ole", both, &file);
    assert_eq!(claim(&session, 0).record.note, before, "{told:?}");
}

#[test]
fn a_source_travels_in_whole_and_its_edited_cells_come_back() {
    let source = Source {
        id: "s1".into(),
        title: "Log of the light".into(),
        url: "https://log.example/1871".into(),
        archive: "https://archive.example/1".into(),
        kind: Some("document".into()),
        rank: Some("primary".into()),
        stance: Some("supports".into()),
        locator: "p. 4".into(),
        quote: "Lit this night.".into(),
        checked_at: "2026-05-01".into(),
        ..Source::default()
    };
    let ours = changed(session(), 1, |claim| {
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources = vec![source.clone()]).unwrap()
    });
    for format in [Format::Annotations, Format::Json, Format::Jsonl] {
        let bytes = export(&ours, format, &Options::default()).unwrap();
        let (taken, _) = into(session(), &bytes);
        assert_eq!(claim(&taken, 1).record.sources, std::slice::from_ref(&source), "{format}");
    }
    let sources = "source_id,id,words,title,url,kind,locator\ns1,k2,It was lit in 1871,Log of the light,https://log.example/1871,document,p. 5\n\
                   ,k2,It was lit in 1871,Almanac,,,\n,,,,,,\n";
    let (session, told) = into(ours, sources.as_bytes());
    assert_eq!(lines(&told), ["source “Log of the light”, locator: “p. 4” → “p. 5”", "source: “Almanac”"]);
    let kept = &claim(&session, 1).record.sources;
    assert_eq!((kept[0].locator.as_str(), kept[0].quote.as_str(), kept.len()), ("p. 5", "Lit this night.", 2));
}

#[test]
fn a_workbook_comes_back_edited_and_of_formulas_what_they_came_to() {
    let ours = marked(session(), 0, &Verdict::Verified);
    let bytes = export(&ours, Format::Xlsx, &Options::default()).unwrap();
    assert_eq!(bytes, export(&ours, Format::Xlsx, &Options::default()).unwrap(), "the same bytes again");
    let back = read(&bytes, &ours, &hand()).unwrap();
    assert_eq!((back.edits, lines(&back.told)), (Vec::new(), Vec::new()));
    let cut = read(&bytes[..bytes.len() / 2], &ours, &hand()).unwrap_err().to_string();
    assert!(cut.starts_with("it is no sound workbook"), "{cut}");
    let mut titled = rust_xlsxwriter::Workbook::new();
    let page = titled.add_worksheet();
    page.write_string(0, 0, "Fact-check of Monday").unwrap();
    for (row, cells) in (2..).zip([["id", "verdict"], ["k1", "disputed"]]) {
        for (column, cell) in (0..).zip(cells) {
            page.write_string(row, column, cell).unwrap();
        }
    }
    page.insert_note(3, 1, &rust_xlsxwriter::Note::new("I doubt this")).unwrap();
    let (_, told) = into_from("Ole", session(), &titled.save_to_buffer().unwrap());
    let said = lines(&told).join("; ");
    assert!(said.starts_with("verdict: unchecked → disputed (Ole)"), "{said}");
    assert!(said.contains("notes on cells are not read") && said.contains("I doubt this"), "{said}");
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, (name, result)) in (0..).zip([("id", "k2"), ("verdict", "disputed"), ("note", "Built in 1870.")]) {
        page.write_string(0, column, name).unwrap();
        let formula = rust_xlsxwriter::Formula::new("=A1&B1").set_result(result);
        page.write_formula(1, column, formula).unwrap();
    }
    let (session, told) = into_from("Ole", ours, &book.save_to_buffer().unwrap());
    assert_eq!(lines(&told), ["verdict: unchecked → disputed (Ole)", "note: nothing → “Built in 1870.”"]);
    assert_eq!(claim(&session, 1).record.note, "Built in 1870.");
}
