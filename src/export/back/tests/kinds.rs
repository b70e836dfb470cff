//! What other programs do to what we gave them, a kind of edit each, and files that are large or odd.

use super::*;

/// The client's export with one annotation changed.
fn client(of: &Session, at: usize, change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut file: Value =
        serde_json::from_slice(&export(of, Format::Hypothesis, &Options::default()).unwrap()).unwrap();
    change(&mut file["annotations"][at]);
    file.to_string().into_bytes()
}

fn annotation(target: &Value, body: &Value, creator: &Value) -> Value {
    serde_json::json!({ "type": "Annotation", "id": "urn:one", "creator": creator, "body": body, "target": target })
}

fn on(words: &str) -> Value {
    serde_json::json!({ "selector": { "type": "TextQuoteSelector", "exact": words } })
}

#[test]
fn a_verdict_put_into_the_text_of_our_card_is_a_verdict() {
    let bytes = client(&session(), 0, |one| {
        one["text"] = one["text"].as_str().unwrap().replace("unchecked", "disputed").into();
    });
    let (session, told) = taken_from("Ole", &bytes);
    assert_eq!(claim(&session, 0).mark.as_ref().unwrap().verdict, Verdict::Disputed, "{told:?}");
    // What stood there when the file was made says nothing, though a verdict came after.
    let bytes = client(&super::session(), 0, |_| {});
    let (session, told) = into(marked(super::session(), 0, &Verdict::Verified), &bytes);
    assert_eq!(lines(&told), Vec::<String>::new());
    assert_eq!(claim(&session, 0).mark.as_ref().unwrap().verdict, Verdict::Verified);
}

#[test]
fn blanks_and_capitals_round_a_tag_do_not_matter() {
    let bytes = client(&session(), 0, |one| one["tags"] = serde_json::json!([" Disputed ", "Oil"]));
    let (session, _) = taken_from("Ole", &bytes);
    assert_eq!(claim(&session, 0).mark.as_ref().unwrap().verdict, Verdict::Disputed);
    assert_eq!(claim(&session, 0).record.tags, ["Oil"]);
}

#[test]
fn a_tag_that_is_no_verdict_is_a_tag_wherever_it_stands() {
    for tags in [serde_json::json!(["probably", "Oil"]), serde_json::json!(["unchecked", "probably", "Oil"])] {
        let (session, told) = taken_from("Ole", &client(&session(), 0, |one| one["tags"] = tags.clone()));
        assert_eq!(
            (claim(&session, 0).record.tags.as_slice(), &claim(&session, 0).mark),
            (["probably", "Oil"].map(str::to_owned).as_slice(), &None)
        );
        assert_eq!(lines(&told), ["tag: probably", "tag: Oil"]);
    }
}

#[test]
fn an_annotation_on_an_annotation_is_a_reply_and_two_makers_are_both_named() {
    let two = serde_json::json!([{ "name": "Ida" }, { "name": "Ole" }]);
    let comment = |text: &str| serde_json::json!({ "type": "TextualBody", "purpose": "commenting", "value": text });
    let first = annotation(&on("The lamp burns oil."), &comment("Whale oil."), &two);
    let mut reply = annotation(&"urn:one".into(), &comment("Until when?"), &serde_json::json!({ "name": "Per" }));
    reply["id"] = "urn:two".into();
    let (session, told) = taken(serde_json::json!([reply, first]).to_string().as_bytes());
    let said = [("Ida, Ole", "Whale oil."), ("Per", "Until when?")].map(|(by, text)| (by.to_owned(), text.to_owned()));
    assert_eq!(remarks(&session, 0), said, "{told:?}");
}

#[test]
fn what_a_page_runs_is_no_remark() {
    let html = "<p>Whale <b>oil</b> &amp; tallow.</p><script>alert(1)</script><style>p{}</style>";
    let body = serde_json::json!({ "type": "TextualBody", "format": "text/html", "value": html });
    let one = annotation(&on("The lamp burns oil."), &body, &serde_json::json!({ "name": "Ida" }));
    let (session, _) = taken(serde_json::json!([one]).to_string().as_bytes());
    assert_eq!(remarks(&session, 0), [("Ida".to_owned(), "Whale oil & tallow.".to_owned())]);
}

#[test]
fn empty_cells_of_a_row_that_was_written_anew_say_nothing() {
    let table = String::from_utf8(export(&session(), Format::Csv, &Options::default()).unwrap()).unwrap();
    let head = table.lines().next().unwrap();
    let columns: Vec<&str> = head.split(',').map(|name| name.trim_matches('"')).collect();
    let row: Vec<&str> = columns
        .iter()
        .map(|name| match *name {
            "words" => "It was lit in 1871",
            "verdict" => "verified",
            _ => "",
        })
        .collect();
    let (session, told) = taken_from("Ole", format!("{head}\r\n{}\r\n", row.join(",")).as_bytes());
    assert_eq!(lines(&told), ["verdict: unchecked → verified (Ole)"]);
    assert_eq!(claim(&session, 1).mark.as_ref().unwrap().verdict, Verdict::Verified);
}

#[test]
fn a_verdict_on_a_part_of_a_claims_words_is_a_remark() {
    let (session, told) = taken_from("Ole", b"words,verdict\r\nlit in 1871,verified\r\n");
    let said = lines(&told).join("; ");
    assert!(said.contains("not taken: verified is of other words than stand here"), "{said}");
    let claim = claim(&session, 1);
    assert!(claim.mark.is_none());
    assert_eq!(claim.record.remarks[0].text, "verified, on “lit in 1871”");
}

#[test]
fn the_verdicts_of_several_readers_come_back_from_our_own_exports() {
    let both = marked(session(), 1, &Verdict::Verified);
    let mut both =
        changed(both, 1, |claim| Change::of(claim, &field::NOTE, |claim| claim.record.note = "Seen.".into()).unwrap());
    let again =
        crate::review::marking(claim(&both, 1), Some(Verdict::Disputed), &"bea".into(), &"2026-05-02T08:00:00Z".into());
    both.commit_all(again, &"bea".into(), &"2026-05-02T08:00:00Z".into()).unwrap();
    let readers = |session: &Session| {
        let readings = claim(session, 1).readings();
        readings.iter().map(|one| (one.by.to_string(), one.verdict.to_string(), one.at.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(readers(&both).len(), 2);
    for format in [Format::Json, Format::Jsonl, Format::Annotations] {
        let bytes = export(&both, format, &Options::default()).unwrap();
        let (came, told) = into(session(), &bytes);
        assert_eq!(readers(&came), readers(&both), "{format}");
        assert!(!lines(&told).iter().any(|line| line.contains("not taken")), "{format}: {told:?}");
        let noted = claim(&came, 1);
        assert_eq!(
            (&*noted.record.note, noted.record.remarks.len()),
            ("Seen.", 0),
            "{format}: one note, and no remark"
        );
    }
}

#[test]
fn a_verdict_from_elsewhere_under_the_name_of_a_reader_never_takes_the_place_of_theirs() {
    let ours = marked(session(), 1, &Verdict::Verified);
    let stranger = serde_json::json!({ "annotations": [{ "id": "x1", "uri": "x", "user": "acct:Kari@notes.example", "text": "",
        "tags": ["disputed"], "created": "2026-05-09T10:00:00Z", "updated": "2026-05-09T10:00:00Z",
        "target": [{ "source": "x", "selector": [{ "type": "TextQuoteSelector", "exact": "It was lit in 1871" }] }] }] });
    let (session, told) = into(ours, stranger.to_string().as_bytes());
    assert_eq!(claim(&session, 1).mark.as_ref().unwrap().verdict, Verdict::Verified, "{told:?}");
    assert_eq!(claim(&session, 1).record.conflicts.len(), 1, "{told:?}");
}

#[test]
fn a_verdict_in_a_table_is_of_whose_name_stands_on_it() {
    let table = export(&session(), Format::Csv, &Options::default()).unwrap();
    let ours = marked(session(), 1, &Verdict::Verified);
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let head = reader.headers().unwrap().clone();
    let mut edited = csv::Writer::from_writer(Vec::new());
    edited.write_record(&head).unwrap();
    for row in reader.records().map(Result::unwrap) {
        let of_second = row.iter().any(|cell| cell == "It was lit in 1871");
        let cell = |name: &str, cell: &str| match name {
            "verdict" if of_second => "disputed".to_owned(),
            "marked_by" if of_second => "Kari".to_owned(),
            _ => cell.to_owned(),
        };
        edited.write_record(head.iter().zip(&row).map(|(name, held)| cell(name, held))).unwrap();
    }
    let edited = edited.into_inner().unwrap();
    let (session, told) = into_from("bea", ours, &edited);
    let readers: Vec<String> = claim(&session, 1).readings().iter().map(|one| one.by.to_string()).collect();
    assert_eq!(readers, ["Kari"], "nobody else gave one: {told:?}");
    assert!(lines(&told)[0].starts_with("conflict over the verdict"), "{told:?}");
}

#[test]
fn what_is_taken_out_of_a_file_stays_and_is_said_and_a_state_that_is_none_is_refused() {
    let tagged = changed(session(), 1, |claim| {
        Change::of(claim, &field::TAGS, |claim| claim.record.tags = vec!["dates".into(), "lamp".into()]).unwrap()
    });
    let row = |cells: &str| format!("words,{cells}\r\n").into_bytes();
    let table = String::from_utf8(export(&tagged, Format::Csv, &Options::default()).unwrap()).unwrap();
    let (kept, told) = into(tagged.clone(), table.replace("\"dates, lamp\"", "\"lamp\"").as_bytes());
    assert_eq!(lines(&told), ["left: a tag that was taken out stays: “dates”"]);
    assert_eq!(claim(&kept, 1).record.tags, ["dates", "lamp"]);
    let json = export(&tagged, Format::Json, &Options::default()).unwrap();
    let json = String::from_utf8(json).unwrap().replace("\"dates\",", "");
    assert_eq!(lines(&into(tagged.clone(), json.as_bytes()).1), ["left: a tag that was taken out stays: “dates”"]);
    let by_hand = into(tagged, &row("tags\r\nIt was lit in 1871,oil")).1;
    assert_eq!(lines(&by_hand), ["tag: oil"], "it adds one");
    let later = changed(session(), 1, |claim| {
        let source = Source {
            id: "s1".into(),
            title: "Log".into(),
            kind: Some("a  later\u{7}kind".into()),
            ..Source::default()
        };
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources.push(source)).unwrap()
    });
    let book = export(&later, Format::Xlsx, &Options::default()).unwrap();
    assert_eq!(
        lines(&into(later, &book).1),
        Vec::<String>::new(),
        "a kind that a later version wrote, as a sheet has it"
    );
    let (_, told) = taken(&row("correction,correction_status\r\nIt was lit in 1871,It was lit in 1869,maybe"));
    let said = lines(&told).join("; ");
    assert!(said.contains("“maybe” is no state of a correction; there are proposed"), "{said}");
}

#[test]
fn what_a_workbook_can_not_hold_is_no_edit() {
    let bell = changed(session(), 0, |claim| Change::to(claim, &field::NOTE, "rings \u{7} once".into()).unwrap());
    let bytes = export(&bell, Format::Xlsx, &Options::default()).unwrap();
    assert_eq!(lines(&into(bell, &bytes).1), Vec::<String>::new());
}

#[test]
fn ten_thousand_rows_are_read_each() {
    let table = String::from_utf8(export(&session(), Format::Csv, &Options::default()).unwrap()).unwrap();
    let (head, rows) = table.split_once("\r\n").unwrap();
    let many = format!("{head}\r\n{}", rows.repeat(5_000));
    let (_, told) = taken(many.as_bytes());
    assert_eq!(told.len(), 10_000);
    assert!(told.iter().all(|told| told.outcome == ImportOutcome::Same));
}

#[test]
fn an_answer_is_found_in_a_mail_with_a_history_three_levels_deep() {
    let mail = "From: Ane Dahl <ane@keepers.example>\r\nDate: Sat, 28 Nov 2026 12:00:00 +0100\r\nSubject: Re: Re: Re: Questions\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\r\nOn Friday Mira wrote:\r\n\
        > On Thursday Ane wrote:\r\n>> On Wednesday Mira wrote:\r\n>>> Lit or built?\r\n>>> Answer:\r\n>> Answer: built, I believe\r\n\
        > Are you certain?\r\n>\r\n> It was lit in 1871\r\n> Lit or built?\r\n> Answer:\r\nLit; it was built in 1869.\r\n";
    let (session, told) = taken(mail.as_bytes());
    let query = &claim(&session, 1).record.queries[0];
    assert_eq!(
        (query.answer.as_str(), query.answered_by.as_str()),
        ("Lit; it was built in 1869.", "Ane Dahl"),
        "{told:?}"
    );
}

#[test]
fn a_verdict_on_words_that_stand_nowhere_is_kept_as_a_remark_and_marks_nothing() {
    let export = export(&marked(session(), 0, &Verdict::Disputed), Format::Annotations, &Options::default()).unwrap();
    let mut file: Value = serde_json::from_slice(&export).unwrap();
    *file.pointer_mut("/first/items/0/target/selector/0/exact").unwrap() = "The lamp burns gas.".into();
    let (session, told) = taken(file.to_string().as_bytes());
    assert_eq!(claim(&session, 0).mark, None);
    assert_eq!(remarks(&session, 0), [("Kari".to_owned(), "disputed, on “The lamp burns gas.”".to_owned())]);
    assert!(lines(&told).iter().any(|line| line.contains("disputed is of other words than stand here")), "{told:?}");
}

#[test]
fn the_report_says_whose_a_verdict_is_that_was_brought_in() {
    let body = serde_json::json!({ "type": "TextualBody", "purpose": "assessing", "value": "verified" });
    let one = annotation(&on("The lamp burns oil."), &body, &serde_json::json!({ "name": "Ida" }));
    let (session, _) = taken(serde_json::json!([one]).to_string().as_bytes());
    let options = Options { history: true, ..Options::default() };
    let report = String::from_utf8(export(&session, Format::Markdown, &options).unwrap()).unwrap();
    assert!(report.contains("unchecked → verified (Ida's)"), "{report}");
    assert!(report.contains("checked by Ida · "), "{report}");
}

#[test]
fn two_verdicts_that_one_import_brought_in_are_both_told_since_a_day() {
    let verdict = |by: &str, word: &str| {
        let body = serde_json::json!({ "type": "TextualBody", "purpose": "assessing", "value": word });
        annotation(&on("The lamp burns oil."), &body, &serde_json::json!({ "name": by }))
    };
    let file = serde_json::json!([verdict("Ida", "verified"), verdict("Ole", "disputed")]).to_string();
    let (session, _) = taken(file.as_bytes());
    let since = Some(crate::export::SinceWhen::From("2026-05-01".to_owned()));
    let report = export(&session, Format::Markdown, &Options { since, ..Options::default() }).unwrap();
    let report = String::from_utf8(report).unwrap();
    assert!(report.contains("verified, beside disputed by Ole (Ida, "), "{report}");
    assert!(report.contains("disputed, beside verified by Ida (Ole, "), "{report}");
}
