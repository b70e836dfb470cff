//! Answers and replies that come home.

use super::*;

#[test]
fn an_answer_below_our_comment_answers_the_question() {
    let bytes = export(&session(), Format::Docx, &Options::default()).unwrap();
    let answered = rewritten(&bytes, "word/comments.xml", |xml| {
        let asked = "asked: author: Lit or built? (open)</w:t></w:r></w:p>";
        assert!(xml.contains(asked), "{xml}");
        xml.replace(asked, &format!("{asked}<w:p><w:r><w:t>Lit &amp; built, R&#38;D says.</w:t></w:r></w:p>"))
    });
    let (session, told) = taken(&answered);
    assert_eq!(lines(&told), ["answer to “Lit or built?”: “Lit & built, R&D says.”"]);
    let query = session.claims().get(1).unwrap().record.queries[0].clone();
    assert_eq!(query.answer, "Lit & built, R&D says.");
}

#[test]
fn a_word_processor_that_parts_the_lines_of_our_comment_adds_nothing() {
    let mut session = session();
    let id = session.claims().get(1).unwrap().id.clone();
    let note = Change::Field(&field::NOTE, Swap::new("".into(), "Two lines:\nhere they are.".into()));
    session.commit(Edit::of(id, note), &hand().by, &hand().at).unwrap();
    let bytes = export(&session, Format::Docx, &Options::default()).unwrap();
    let parted = rewritten(&bytes, "word/comments.xml", |xml| xml.replace("<w:br/>", "</w:r></w:p><w:p><w:r>"));
    assert_ne!(parted, bytes);
    assert_eq!(read(&parted, &session, &hand()).unwrap().edits, []);
}

#[test]
fn a_comment_of_somebody_else_goes_to_the_claim_around_its_words() {
    let bytes = export(&session(), Format::Docx, &Options::default()).unwrap();
    let theirs = rewritten(&bytes, "word/comments.xml", |xml| {
        xml.replace("1 ○ unchecked", "Are you sure?").replace("w:author=\"factdesk\"", "w:author=\"Ida\"")
    });
    let (session, told) = taken(&theirs);
    assert_eq!(lines(&told)[..1], ["remark (Ida): “Are you sure?”"]);
    assert_eq!(remarks(&session, 0), [("Ida".to_owned(), "Are you sure?".to_owned())]);
}

#[test]
fn answers_are_read_below_beside_and_between_in_a_mail_or_a_text() {
    let mail = |body: &str| {
        format!(
            "From: Ane Dahl <ane@lights.example>\nTo: desk@paper.example\nDate: Mon, 04 May 2026 10:00:00 +0000\nSubject: Re: Questions\n\n{body}"
        )
    };
    let page = |body: &str| mail(body).replacen("Subject", "Content-Type: text/html; charset=utf-8\nSubject", 1);
    for (text, by) in [
        ("Lit or built?\n\nLit, in\nApril.\n".to_owned(), ""),
        ("Lit or built? – Lit, in April.".to_owned(), ""),
        ("### Claim 2 (open)\n\n> It was lit in 1871\n\nLit or built?\n\nAnswer: Lit, in April.\n".to_owned(), ""),
        (mail("> 2  It was lit in 1871\n> Lit or built?\nLit, in April.\n-- \nAne\nLighthouse Office"), "Ane Dahl"),
        (mail("Lit, in April.\n\nOn 3 May 2026, Mira wrote:\n> Lit or built?\n>> Any news?\n>>> None.\n"), "Ane Dahl"),
        (mail("> 2  It was lit in 1871\n> Lit or built?\n> Answer: Lit,\n> in April.\n>\n> To nobody\n"), "Ane Dahl"),
        (
            page(
                "<div>Below.</div><div>On 3 May 2026, Mira wrote:</div><blockquote><div>Lit or <b>built</b>?</div></blockquote><div>Lit,<br>in April.</div><div>-- </div><div>Ane</div>",
            ),
            "Ane Dahl",
        ),
        (mail("2: Lit, in April.\n\n-----Original Message-----\nLit or built?\nAny news?\n"), "Ane Dahl"),
    ] {
        let (session, told) = taken(text.as_bytes());
        let query = &claim(&session, 1).record.queries[0];
        assert_eq!(query.answer.replace('\n', " "), "Lit, in April.", "{text}\n{told:?}");
        assert_eq!(query.answered_by, by, "{text}");
        assert!(!query.is_open());
    }
    let error = read(mail("Nothing of the kind.").as_bytes(), &session(), &hand());
    assert!(error.is_err());
}

#[test]
fn questions_filled_in_as_a_document_are_answered() {
    let bytes = export(&session(), Format::QueriesDocx, &Options::default()).unwrap();
    let answered = rewritten(&bytes, "word/document.xml", |xml| xml.replace("Answer: ", "Answer: Lit."));
    assert_ne!(answered, bytes);
    let (session, told) = taken(&answered);
    assert_eq!(lines(&told), ["answer to “Lit or built?”: “Lit.”"]);
    assert_eq!(claim(&session, 1).record.queries[0].answered_at, "2026-05-01");
    let (_, told) = taken(&bytes);
    assert_eq!(outcomes(&told), [(Some(2), ImportOutcome::Same)]);
}

/// A document of questions about both claims, answered, with its paragraphs changed by `edit`: the answers, and what was left out.
fn both_answered(edit: impl Fn(String) -> String) -> ([String; 2], Vec<String>) {
    let asked = changed(session(), 0, |claim| {
        let query = Query { question: "What oil?".to_owned(), ..Query::to_author(&[]) };
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = vec![query]).unwrap()
    });
    let bytes = export(&asked, Format::QueriesDocx, &Options::default()).unwrap();
    let answered = rewritten(&bytes, "word/document.xml", |xml| {
        edit(xml.replacen("Answer: ", "Answer: Whale.", 1).replacen("Answer: <", "Answer: Lit.<", 1))
    });
    let (session, told) = into(asked, &answered);
    let said = [0, 1].map(|index| claim(&session, index).record.queries[0].answer.clone());
    let left = lines(&told).into_iter().filter(|line| line.starts_with("left: "));
    (said, left.collect())
}

#[test]
fn what_an_author_changes_in_a_document_of_questions_is_no_answer_to_the_one_before() {
    let answers = ["Whale.".to_owned(), "Lit.".to_owned()];
    assert_eq!(both_answered(|xml| xml), (answers.clone(), Vec::new()));
    let (said, left) = both_answered(|xml| xml.replace("It was lit in 1871<", "It was lit in 1869<"));
    assert_eq!(said, answers);
    assert!(left[0].contains("It was lit in 1869"), "{left:?}");
    let (said, left) = both_answered(|xml| xml.replace("2  It was lit in 1871", "").replace("Lit or built?", ""));
    assert_eq!(said, ["Whale.".to_owned(), String::new()], "a second answer behind a label is of another question");
    assert!(left[0].contains("Lit."), "{left:?}");
}

#[test]
fn a_reply_to_our_card_answers_its_question_and_one_to_another_is_a_remark() {
    let bytes = export(&session(), Format::Hypothesis, &Options::default()).unwrap();
    let mut value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let card = value["annotations"][1]["id"].clone();
    let reply = |id: &str, to: serde_json::Value, by: &str, text: &str| {
        serde_json::json!({ "id": id, "uri": "x", "user": format!("acct:{by}@notes.example"), "text": text, "tags": [],
            "created": "2026-05-04T10:00:00Z", "updated": "2026-05-04T10:00:00Z", "references": [to], "target": [{ "source": "x" }] })
    };
    let list = value["annotations"].as_array_mut().unwrap();
    list.insert(0, reply("r2", "r1".into(), "bo", "Says who?"));
    list.push(reply("r1", card, "ane", "Lit."));
    list.push(reply("r3", "nowhere".into(), "bo", "Lost."));
    let (session, told) = taken(value.to_string().as_bytes());
    let query = &claim(&session, 1).record.queries[0];
    assert_eq!(
        (query.answer.as_str(), query.answered_by.as_str(), query.answered_at.as_str()),
        ("Lit.", "ane", "2026-05-04")
    );
    assert_eq!(remarks(&session, 1), [("bo".to_owned(), "Says who?".to_owned())]);
    assert!(lines(&told).contains(&"left: it quotes no words; it says “Lost.”".to_owned()), "{told:?}");
}

#[test]
fn a_reply_in_a_thread_of_word_answers_our_question() {
    let bytes = export(&session(), Format::Docx, &Options::default()).unwrap();
    let answered = rewritten(&bytes, "word/comments.xml", |xml| {
        let xml = xml.replacen("w:id=\"2\"", "w:id=\"2\" w:x=\"\"", 1).replace("<w:p>", "<w:p w14:paraId=\"0A\">");
        let reply = "<w:comment w:id=\"9\" w:author=\"Ane\" w:date=\"2026-05-04T10:00:00Z\"><w:p w14:paraId=\"0B\"><w:r><w:t>Lit.</w:t></w:r></w:p></w:comment>";
        xml.replace("</w:comments>", &format!("{reply}</w:comments>"))
    });
    let parts = added(
        &answered,
        "word/commentsExtended.xml",
        "<w15:commentsEx><w15:commentEx w15:paraId=\"0B\" w15:paraIdParent=\"0A\"/></w15:commentsEx>",
    );
    let (session, told) = taken(&parts);
    let query = &claim(&session, 1).record.queries[0];
    assert_eq!((query.answer.as_str(), query.answered_by.as_str()), ("Lit.", "Ane"), "{told:?}");
}

#[test]
fn answers_below_the_last_question_go_where_their_numbers_say() {
    let mut session = session();
    let asked = session.claims().get(0).unwrap().clone();
    let query = Change::of(&asked, &field::QUERIES, |claim| {
        let question = "How long?".to_owned();
        claim.record.queries.push(crate::review::Query { question, ..crate::review::Query::to_author(&[]) });
    });
    session.commit(Edit::of(asked.id.clone(), query.unwrap()), &hand().by, &hand().at).unwrap();
    let numbers: Vec<String> = [0, 1].map(|at| session.claims().get(at).unwrap().number.to_string()).into();
    let text = format!(
        "How long?\nAnswer:\n\nLit or built?\nAnswer:\n{}: 312 metres,\nwith the ramps.\n{}) Lit.\n",
        numbers[0], numbers[1]
    );
    let back = read(text.as_bytes(), &session, &hand()).unwrap();
    session.commit_all(back.edits, &hand().by, &hand().at).unwrap();
    let answer = |at: usize| session.claims().get(at).unwrap().record.queries.last().unwrap().answer.replace('\n', " ");
    assert_eq!((answer(0), answer(1)), ("312 metres, with the ramps.".to_owned(), "Lit.".to_owned()));
}

#[test]
fn a_broken_line_or_claim_of_our_data_is_said_and_keeps_the_others_in() {
    let mut noted = session();
    let id = noted.claims().get(0).unwrap().id.clone();
    let note = Change::Field(&field::NOTE, Swap::new("".into(), "The lamp is of 1871.".into()));
    noted.commit(Edit::of(id, note), &hand().by, &hand().at).unwrap();
    let whole = String::from_utf8(export(&noted, Format::Jsonl, &Options::default()).unwrap()).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let last = lines.last().unwrap();
    let half: String = last.chars().take(last.chars().count() / 2).collect();
    let cut = format!("{}\n{half}", lines[..lines.len() - 1].join("\n"));
    let back = read(cut.as_bytes(), &session(), &hand()).unwrap();
    assert_eq!(back.told.len(), lines.len());
    assert!(matches!(&back.told.last().unwrap().outcome, ImportOutcome::Left(why) if why.contains("cut short")));
    assert!(!back.edits.is_empty(), "the note of the first line comes in");
    let mut data: serde_json::Value =
        serde_json::from_slice(&export(&noted, Format::Json, &Options::default()).unwrap()).unwrap();
    data["claims"][0]["note"] = serde_json::json!(["a", "list"]);
    data["claims"][1] = "no claim".into();
    let told = read(data.to_string().as_bytes(), &noted, &hand()).unwrap().told;
    let left = |at: usize| format!("{:?}", told[at].outcome);
    assert!(left(0).contains("its note can't be read") && left(1).contains("it is no claim"), "{told:?}");
}

#[test]
fn whoever_asks_does_not_answer_the_question_by_replying_below_it() {
    let reply = |session: &Session, by: &str| {
        let bytes = export(session, Format::Hypothesis, &Options::default()).unwrap();
        let mut value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let card = value["annotations"][1]["id"].clone();
        value["annotations"].as_array_mut().unwrap().push(serde_json::json!({
            "id": "r1", "uri": "x", "user": format!("acct:{by}@notes.example"), "text": "I know it: lit.", "tags": [],
            "created": "2026-05-04T10:00:00Z", "updated": "2026-05-04T10:00:00Z", "references": [card], "target": [{ "source": "x" }]
        }));
        value.to_string()
    };
    let ours = marked(session(), 0, &Verdict::Verified);
    for (by, is_answer) in [("Kari", false), ("mira", false), ("Ane", true)] {
        let (session, told) = into(ours.clone(), reply(&ours, by).as_bytes());
        let query = &claim(&session, 1).record.queries[0];
        assert_eq!((query.answer.is_empty(), query.is_open()), (!is_answer, !is_answer), "{by} {told:?}");
        let said = [(by.to_owned(), "I know it: lit.".to_owned())];
        assert_eq!(remarks(&session, 1).as_slice(), if is_answer { &[] } else { said.as_slice() }, "{by}");
    }
    // Unless it is she who is asked.
    let asked = changed(ours, 1, |claim| {
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries[0].to = "Kari".into()).unwrap()
    });
    let (session, _) = into(asked.clone(), reply(&asked, "Kari").as_bytes());
    assert_eq!(claim(&session, 1).record.queries[0].answer, "I know it: lit.");
}
