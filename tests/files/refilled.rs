//! The writer's own document that is filled again and again: ours stands in it once, as the session has it now.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::sync::Arc;

use factdesk::export::back::{self, ImportHand, ImportOutcome};
use factdesk::export::{Format, Options, export};
use factdesk::intake::Hint;
use factdesk::review::{Change, Edit, Query, Session, Source, Stamp, field};

use crate::into::{
    TYPES, annotated, answering, bare, commented, corrected, document, filled, p, part, r, session, zipped,
};

/// Bea writes a note on the first claim.
fn noted(session: &mut Session) {
    let claim = session.claims().get(0).unwrap().clone();
    let note = Change::of(&claim, &field::NOTE, |claim| claim.record.note = "The minutes say 2.9.".into()).unwrap();
    session.commit(Edit::of(claim.id, note), &Arc::from("Bea Holm"), &Stamp::from("2026-03-10T10:00:00Z")).unwrap();
}

#[test]
fn a_document_that_is_filled_twice_has_our_comments_once() {
    let bytes = bare(&(p(&r("The board paid 3.2 million crowns.")) + &p(&r("It met on Monday."))));
    let mut ours = session(&bytes, &["3.2 million", "It met on Monday."]);
    let once = filled(&ours, &bytes).bytes;
    let again = filled(&ours, &once).bytes;
    for name in ["word/comments.xml", "word/document.xml"] {
        assert_eq!(part(&again, name), part(&once, name), "{name}: nothing is new");
    }
    noted(&mut ours);
    let later = filled(&ours, &again).bytes;
    assert_eq!(commented(&later), ["3.2 million", "It met on Monday."]);
    let comments = part(&later, "word/comments.xml").unwrap();
    assert_eq!(comments.matches("note: The minutes say 2.9.").count(), 1, "{comments}");
    assert_eq!(comments.matches("disputed").count(), 2, "{comments}");
}

#[test]
fn an_edit_back_in_the_writers_document_is_an_edit() {
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
    let body = document(&p(&r("The board paid 3.2 million crowns.")));
    let parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", relations), ("word/document.xml", &body)];
    let bytes = zipped(&parts);
    let mut ours = session(&bytes, &["3.2 million"]);
    noted(&mut ours);
    let claim = ours.claims().get(0).unwrap().clone();
    let note = Change::of(&claim, &field::NOTE, |claim| claim.record.note = "It was 2.8.".into()).unwrap();
    ours.commit(Edit::of(claim.id, note), &Arc::from("Bea Holm"), &Stamp::from("2026-03-10T10:00:00Z")).unwrap();
    let file = filled(&ours, &bytes).bytes;
    let file = crate::edited::parts(&file, |_, xml| Some(xml.replace("It was 2.8.", "The minutes say 2.9.")));
    let hand = ImportHand { by: Arc::from("mira"), at: Stamp::from("2026-03-10T11:00:00Z"), writer: None };
    let home = back::read(&file, &ours, &hand, factdesk::term::back::document).unwrap();
    ours.commit_all(home.edits, &hand.by, &hand.at).unwrap();
    assert_eq!(ours.claims().get(0).unwrap().record.note, "The minutes say 2.9.", "{:?}", home.told);
}

#[test]
fn our_replies_stay_in_their_threads_and_the_writers_comments_as_they_were() {
    let ours = answering();
    let once = filled(&ours, &annotated()).bytes;
    let again = filled(&ours, &once).bytes;
    for name in ["word/comments.xml", "word/commentsExtended.xml", "word/document.xml"] {
        assert_eq!(part(&again, name), part(&once, name), "{name}");
    }
    let hand = ImportHand { by: Arc::from("Bea Holm"), at: Stamp::from("2026-03-10T10:00:00Z"), writer: None };
    let home = back::read(&again, &ours, &hand, factdesk::term::back::document).unwrap();
    assert!(home.told.iter().all(|told| told.outcome == ImportOutcome::Same), "{:?}", home.told);
}

#[test]
fn a_thread_of_the_writers_keeps_its_claim_whatever_else_is_commented() {
    let mut ours = session(&annotated(), &["paid 3.2 million", "Nobody was fined."]);
    let claim = ours.claims().get(0).unwrap().clone();
    let source = Source { id: "s1".into(), title: "Minutes".into(), annotation: "w1".into(), ..Source::default() };
    let sourced = Change::of(&claim, &field::SOURCES, |claim| claim.record.sources.push(source)).unwrap();
    ours.commit(Edit::of(claim.id, sourced), &Arc::from("bea"), &Stamp::from("2026-03-10T10:00:00Z")).unwrap();
    noted(&mut ours);
    let file = filled(&ours, &annotated()).bytes;
    assert!(
        part(&file, "word/commentsExtended.xml").unwrap().contains("paraIdParent"),
        "one of ours answers the writer"
    );
    let hand = ImportHand { by: Arc::from("mira"), at: Stamp::from("2026-03-10T11:00:00Z"), writer: None };
    let home = back::read(&file, &ours, &hand, factdesk::term::back::document).unwrap();
    assert_eq!(home.edits, [], "{:?}", home.told);
}

#[test]
fn what_the_writer_answers_in_a_thread_of_theirs_below_our_question_is_its_answer() {
    let mut ours = answering();
    let claim = ours.claims().get(0).unwrap().clone();
    let query = Query { question: "Which year?".into(), ..Query::to_author(&[]) };
    let asked = Change::of(&claim, &field::QUERIES, |claim| claim.record.queries.push(query)).unwrap();
    ours.commit(Edit::of(claim.id, asked), &Arc::from("bea"), &Stamp::from("2026-03-10T10:00:00Z")).unwrap();
    let file = filled(&ours, &annotated()).bytes;
    let threads = part(&file, "word/commentsExtended.xml").unwrap();
    let root = threads.split("w15:paraIdParent=\"").nth(1).unwrap().split('"').next().unwrap();
    let answered = crate::edited::parts(&file, |name, xml| {
        Some(match name {
            "word/comments.xml" => xml.replace("</w:comments>", "<w:comment w:id=\"77\" w:author=\"M. Vale\" w:date=\"2026-03-12T10:00:00Z\"><w:p w14:paraId=\"77777777\"><w:r><w:t>In 2023.</w:t></w:r></w:p></w:comment></w:comments>"),
            "word/commentsExtended.xml" => xml.replace("</w15:commentsEx>", &format!("<w15:commentEx w15:paraId=\"77777777\" w15:paraIdParent=\"{root}\" w15:done=\"0\"/></w15:commentsEx>")),
            _ => xml,
        })
    });
    let hand = ImportHand { by: Arc::from("mira"), at: Stamp::from("2026-03-13T11:00:00Z"), writer: None };
    let home = back::read(&answered, &ours, &hand, factdesk::term::back::document).unwrap();
    ours.commit_all(home.edits, &hand.by, &hand.at).unwrap();
    let query = &ours.claims().get(0).unwrap().record.queries[0];
    assert_eq!((query.answer.as_str(), query.answered_by.as_str()), ("In 2023.", "M. Vale"), "{:?}", home.told);
}

#[test]
fn a_card_of_ours_beside_words_that_the_writer_changed_is_known_by_its_number() {
    let bytes = bare(&p(&r("The board paid 3.2 million crowns.")));
    let mut ours = session(&bytes, &["3.2 million"]);
    noted(&mut ours);
    let filled = filled(&ours, &bytes).bytes;
    let document = part(&filled, "word/document.xml").unwrap().replace("3.2 million", "2.9 million");
    let changed = crate::edited::parts(&filled, |name, xml| {
        Some(if name == "word/document.xml" { document.clone() } else { xml })
    });
    let hand = ImportHand { by: Arc::from("mira"), at: Stamp::from("2026-03-10T10:00:00Z"), writer: None };
    let home = back::read(&changed, &ours, &hand, factdesk::term::back::document).unwrap();
    let outcomes: Vec<&ImportOutcome> = home.told.iter().map(|told| &told.outcome).collect();
    assert_eq!(outcomes, [&ImportOutcome::Same]);
    // Of another session, whatever its number, it is nothing.
    let other = session(&bare(&p(&r("It met on Monday."))), &["It met on Monday."]);
    let home = back::read(&changed, &other, &hand, factdesk::term::back::document).unwrap();
    assert!(matches!(home.told[0].outcome, ImportOutcome::Left(_)), "{:?}", home.told);
}

/// What the document would be filled again as: without the tracked changes that an earlier filling put in.
fn refilled(session: &Session, bytes: &[u8]) -> Vec<u8> {
    let before = factdesk::export::unrevised(bytes).unwrap();
    filled(session, &before).bytes
}

/// The document's words, what goes as `[-…-]`, what comes as `{+…+}`.
fn tracked(bytes: &[u8]) -> String {
    let (xml, mut read) = (part(bytes, "word/document.xml").unwrap(), String::new());
    for (tag, words) in xml.split('<').filter_map(|piece| piece.split_once('>')) {
        match tag.split(' ').next().unwrap() {
            "w:del" => read.push_str("[-"),
            "/w:del" => read.push_str("-]"),
            "w:ins" => read.push_str("{+"),
            "/w:ins" => read.push_str("+}"),
            "w:t" | "w:delText" => read.push_str(words),
            _ => {}
        }
    }
    read
}

#[test]
fn a_correction_stands_once_in_a_document_that_is_filled_again() {
    let bytes = bare(&p(&(r("The board ") + &r("paid 3.2 million crowns."))));
    let ours = session(&bytes, &["The board paid 3.2 million crowns."]);
    let ours = corrected(ours, "The board paid 2.9 million crowns.");
    let once = filled(&ours, &bytes).bytes;
    assert_eq!(tracked(&once), "The board paid [-3.2-]{+2.9+} million crowns.");
    let again = refilled(&ours, &once);
    assert_eq!(tracked(&again), tracked(&once), "nothing is new");
    let ours = corrected(ours, "The board paid 2.8 million crowns.");
    let later = refilled(&ours, &again);
    assert_eq!(tracked(&later), "The board paid [-3.2-]{+2.8+} million crowns.");
    let comments = part(&later, "word/comments.xml").unwrap();
    assert_eq!(comments.matches("<w:comment ").count(), 1, "{comments}");
}

#[test]
fn changes_that_somebody_else_tracked_are_never_taken_for_ours() {
    let theirs = |of: &str, words: &str| {
        format!("<w:{of} w:id=\"70\" w:author=\"Ole Lund\" w:date=\"2026-03-01T08:00:00Z\">{words}</w:{of}>")
    };
    let bytes = bare(&p(&(r("The board paid 3.2 million crowns") + &theirs("ins", &r(" in May")) + &r("."))));
    let ours = session(&bytes, &["The board paid 3.2 million crowns in May."]);
    assert!(factdesk::export::unrevised(&filled(&ours, &bytes).bytes).is_none());
    let ours = corrected(ours, "The board paid 2.9 million crowns in May.");
    let once = filled(&ours, &bytes).bytes;
    let again = refilled(&ours, &once);
    assert_eq!(tracked(&again), "The board paid [-3.2-]{+2.9+} million crowns{+ in May+}.");
    assert!(part(&again, "word/document.xml").unwrap().contains("Ole Lund"));
    // The writer has struck out a part of what we brought in.
    let struck = part(&once, "word/document.xml")
        .unwrap()
        .replace("2.9</w:t></w:r></w:ins>", &format!("2.9</w:t></w:r>{}</w:ins>", theirs("del", &r("x"))));
    let changed =
        crate::edited::parts(&once, |name, xml| Some(if name == "word/document.xml" { struck.clone() } else { xml }));
    let left = factdesk::export::unrevised(&changed).unwrap();
    assert!(part(&left, "word/document.xml").unwrap().contains("<w:ins w:id="), "what the writer touched stays");
}

#[test]
fn what_nobody_has_answered_of_ours_is_no_word_of_the_next_draft() {
    let bytes = bare(&p(&r("The board paid 3.2 million crowns.")));
    let ours =
        corrected(session(&bytes, &["The board paid 3.2 million crowns."]), "The board paid 2.9 million crowns.");
    let plain = export(&ours, Format::Docx, &Options::default()).unwrap();
    for file in [filled(&ours, &bytes).bytes, plain] {
        let before = factdesk::export::unfilled(&file).unwrap();
        let taken = factdesk::intake::read(&before, &Hint { name: "a.docx", language: Some("en") }).unwrap();
        assert_eq!(taken.article.text().trim(), "The board paid 3.2 million crowns.");
        assert!(taken.article.annotations().is_empty(), "a card of ours is no comment of the writer's");
        assert!(factdesk::export::unfilled(&before).is_none());
    }
    let writers = annotated();
    assert!(factdesk::export::unfilled(&writers).is_none(), "what is the writer's stays");
}
