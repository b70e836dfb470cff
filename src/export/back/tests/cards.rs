//! Cards of ours in which somebody wrote, line by line.

use super::*;

#[test]
fn of_two_claims_on_the_same_words_a_card_is_of_the_one_whose_number_it_has() {
    let twice = || {
        let mut session = session();
        let mut second = claim(&session, 0).clone();
        second.id = "k9".into();
        session.commit(Edit::of(second.id.clone(), Change::add(second)), &"Kari".into(), &hand().at).unwrap();
        session
    };
    let place = |session: &Session| session.claims().iter().position(|claim| claim.id.as_str() == "k9").unwrap();
    let at = place(&twice());
    let theirs = marked(
        changed(twice(), at, |claim| {
            Change::of(claim, &field::NOTE, |claim| claim.record.note = "Seen in the log.".to_owned()).unwrap()
        }),
        at,
        &Verdict::Verified,
    );
    for format in [Format::Docx, Format::Hypothesis, Format::Csv, Format::Annotations, Format::Json] {
        let (home, told) = into_from("Ben", twice(), &export(&theirs, format, &Options::default()).unwrap());
        let of = |id: &str| home.claims().by_id(&id.into()).unwrap();
        let said = |claim: &Claim| {
            (
                claim.readings().len(),
                claim.record.note.len() + claim.record.remarks.iter().map(|one| one.text.len()).sum::<usize>(),
            )
        };
        assert_eq!(said(of("k1")), (0, 0), "{format}: {told:?}");
        let (readings, words) = said(of("k9"));
        assert!(readings == 1 && words > 0, "{format}: {told:?}");
    }
}
use crate::review::{Annotation, AnnotationKind, Correction, Query, Reply, Span};

/// The session with every line of a card on its second claim, which is asked two questions.
fn full() -> Session {
    let one = |id: &str, question: &str| Query { id: id.into(), question: question.into(), ..Query::to_author(&[]) };
    let asked = changed(session(), 1, |claim| {
        let queries = vec![one("q1", "Lit or built?"), one("q2", "In which month?\nAnd by whom?")];
        Change::of(claim, &field::QUERIES, |claim| claim.record.queries = queries.clone()).unwrap()
    });
    let noted = changed(asked, 1, |claim| {
        Change::Field(&field::NOTE, Swap::new(field::NOTE.value(claim), "The log has 1869.".into()))
    });
    let named = changed(noted, 1, |claim| {
        Change::to(claim, &field::SPEAKER, serde_json::json!({ "name": "the keeper", "stance": "asserts" })).unwrap()
    });
    let assigned = changed(named, 1, |claim| Change::to(claim, &field::ASSIGNEE, "bea".into()).unwrap());
    let replied = changed(assigned, 1, |claim| {
        let reply: Reply =
            serde_json::from_value(serde_json::json!({ "id": "r1", "who": "The Harbour Office" })).unwrap();
        Change::of(claim, &field::REPLIES, |claim| claim.record.replies = vec![reply.clone()]).unwrap()
    });
    let sourced = changed(replied, 1, |claim| {
        let source = Source { id: "s1".into(), title: "The log".into(), locator: "p. 41".into(), ..Source::default() };
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources = vec![source.clone()]).unwrap()
    });
    changed(sourced, 1, |claim| {
        Change::of(claim, &field::CORRECTIONS, |claim| {
            claim.record.corrections.push(Correction::proposed("It was lit in 1869", &[]));
        })
        .unwrap()
    })
}

/// The document of comments or the annotations of `ours` with `from` written over by `to`: the session, and what is told.
fn edited(ours: &Session, format: Format, from: &str, to: &str) -> (Session, Vec<String>) {
    let bytes = export(ours, format, &Options::default()).unwrap();
    let change = |text: &str| {
        assert!(text.contains(from), "{from}: {text}");
        text.replacen(from, to, 1)
    };
    let bytes = if format == Format::Docx {
        rewritten(&bytes, "word/comments.xml", change)
    } else {
        change(&String::from_utf8(bytes).unwrap()).into_bytes()
    };
    let (session, told) = into(ours.clone(), &bytes);
    (session, lines(&told))
}

#[test]
fn a_line_of_our_card_that_was_edited_is_told_from_what_to_what() {
    let ours = full();
    for (format, from, to, told) in [
        (
            Format::Docx,
            "says: the keeper (asserts)",
            "says: the board (denies)",
            "speaker: “the keeper, asserts” → “the board, denies”",
        ),
        (
            Format::Hypothesis,
            "Says: the keeper (asserts)",
            "Says: the board (denies)",
            "speaker: “the keeper, asserts” → “the board, denies”",
        ),
        (Format::Docx, "assigned to: bea", "assigned to: carl", "assignee: “bea” → “carl”"),
        (
            Format::Docx,
            "note: The log has 1869.",
            "note: The log has 1869. So has the plaque.",
            "note: “The log has 1869.” → “The log has 1869. So has the plaque.”",
        ),
        (
            Format::Hypothesis,
            "The log has 1869.",
            "The log has 1869. So has the plaque.",
            "note: “The log has 1869.” → “The log has 1869. So has the plaque.”",
        ),
        (
            Format::Docx,
            "source: The log (p. 41)",
            "source: The log (p. 42)",
            "remark: “source: “The log (p. 41)” → “The log (p. 42)””",
        ),
        (
            Format::Docx,
            "It was lit in 1869 (proposed)",
            "It was lit in 1869 (accepted)",
            "left: the correction “It was lit in 1869” is accepted there and proposed here",
        ),
        (
            Format::Hypothesis,
            "The correction is: proposed",
            "The correction is: accepted",
            "left: the correction “It was lit in 1869” is accepted there and proposed here",
        ),
        (Format::Docx, "note: The log has 1869.", "", "left: an empty note takes nothing away"),
        (Format::Hypothesis, "The log has 1869.", "", "left: an empty note takes nothing away"),
    ] {
        let (_, said) = edited(&ours, format, from, to);
        assert_eq!(said, [told.to_owned()], "{format} {from:?} → {to:?}");
    }
    // Nothing of it is said twice.
    for format in [Format::Docx, Format::Hypothesis] {
        assert_eq!(edited(&ours, format, "The log", "The log").1, Vec::<String>::new(), "{format}");
    }
}

#[test]
fn what_is_typed_behind_a_line_of_ours_answers_it() {
    let ours = full();
    let (session, told) = edited(&ours, Format::Docx, "Lit or built? (open)", "Lit or built? (open) Lit.");
    assert_eq!(claim(&session, 1).record.queries[0].answer, "Lit.", "{told:?}");
    for to in ["The Harbour Office (open): We say 1871.", "The Harbour Office: We say 1871. (open)"] {
        let (session, told) = edited(&ours, Format::Docx, "The Harbour Office (open)", to);
        assert_eq!(claim(&session, 1).record.replies[0].answer, "We say 1871.", "{told:?}");
    }
}

#[test]
fn words_below_the_second_of_two_questions_answer_the_second() {
    let ours = full();
    let below = |words: &str| {
        format!("And by whom? (open)</w:t></w:r></w:p><w:p><w:r><w:t>{words}</w:t></w:r></w:p><w:p><w:r><w:t>")
    };
    for words in ["In May.", "answer: In May."] {
        let (session, told) = edited(&ours, Format::Docx, "And by whom? (open)", &below(words));
        let queries = &claim(&session, 1).record.queries;
        assert_eq!([&queries[0].answer, &queries[1].answer], ["", "In May."], "{told:?}");
    }
    // Where the question itself is another, nothing tells which is answered.
    let (session, _) = edited(
        &ours,
        Format::Docx,
        "Lit or built? (open)",
        "Who paid? (open)</w:t></w:r></w:p><w:p><w:r><w:t>answer: The town.",
    );
    assert!(claim(&session, 1).record.queries.iter().all(|query| query.answer.is_empty()));
}

#[test]
fn a_verdict_written_over_the_head_of_our_card_is_one_and_other_words_there_are_nobodys_card() {
    let ours = full();
    let (session, told) = edited(&ours, Format::Docx, "2 ○ unchecked", "2 verified");
    assert!(told.iter().any(|line| line.contains("nobody is named who gave it")), "{told:?}");
    assert_eq!((told.len(), remarks(&session, 1)), (1, Vec::new()), "{told:?}");
    let (session, told) = edited(&ours, Format::Docx, "2 ○ unchecked", "ok");
    assert_eq!(remarks(&session, 1), [(String::new(), "ok".to_owned())], "{told:?}");
}

#[test]
fn a_reply_to_our_card_answers_though_the_article_was_read_with_it_meanwhile() {
    let ours = session();
    let reply = "<w:comment w:id=\"9\" w:author=\"Ane\" w:date=\"2026-05-04T10:00:00Z\"><w:p w14:paraId=\"0B\"><w:r><w:t>Lit.</w:t></w:r></w:p></w:comment>";
    let answered = rewritten(&export(&ours, Format::Docx, &Options::default()).unwrap(), "word/comments.xml", |xml| {
        let xml = xml.replacen("w:id=\"2\"", "w:id=\"2\" w:x=\"\"", 1).replace("<w:p>", "<w:p w14:paraId=\"0A\">");
        xml.replace("</w:comments>", &format!("{reply}</w:comments>"))
    });
    let answered = added(
        &answered,
        "word/commentsExtended.xml",
        "<w15:commentsEx><w15:commentEx w15:paraId=\"0B\" w15:paraIdParent=\"0A\"/></w15:commentsEx>",
    );
    let note = Annotation {
        id: "w1".into(),
        kind: AnnotationKind::Comment,
        by: Some("Ane".into()),
        at: Stamp::from(""),
        span: Span::new(0, 0),
        text: "Lit.".into(),
        confidential: None,
        extra: crate::review::Extra::default(),
    };
    let mut with = ours.clone();
    with.article = ours.article.annotated(vec![note], Vec::new());
    let (session, told) = into(with, &answered);
    assert_eq!(claim(&session, 1).record.queries[0].answer, "Lit.", "{told:?}");
}
