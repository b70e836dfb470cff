//! Where things belong that name their claim by its number, by part of its words, by words of several, or by words that are gone.

use super::*;
use crate::review::{Block, BlockKind, Span};

/// The claims over the sentences of `text`, each under `k` and its place.
fn over(text: &str) -> Session {
    let article = Article::new("Ferries", text, Vec::new()).unwrap();
    let mut from = 0;
    let claims = text.split_inclusive(". ").enumerate().map(|(place, sentence)| {
        let span = Span::new(from, from + sentence.trim_end().len());
        from += sentence.len();
        crate::review::Claim::new(format!("k{}", place + 1).as_str().into(), span, crate::review::Origin::Added)
    });
    let claims: Claims = claims.collect();
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b11", article, claims)
}

const FERRIES: &str = "The firm owns 5 boats. Nobody drowned in 2019. A ticket is 9 crowns. It sails in May.";

/// A row of the table of claims of `session` with nothing in it but these cells.
fn with_row(session: &Session, format: Format, cells: &[(&str, &str)]) -> Vec<u8> {
    let options = if format == Format::Csv { Options::default() } else { sources() };
    let table = String::from_utf8(export(session, Format::Csv, &options).unwrap()).unwrap();
    let head = table.lines().next().unwrap();
    let cell =
        |name: &str| cells.iter().find(|(column, _)| *column == name.trim_matches('"')).map_or("", |(_, cell)| cell);
    let row: Vec<&str> = head.split(',').map(cell).collect();
    format!("{table}{}\r\n", row.join(",")).into_bytes()
}

fn sources() -> Options {
    let table = crate::export::Table { rows: crate::export::TableRows::Sources, ..crate::export::Table::default() };
    Options { table, ..Options::default() }
}

fn sourced(session: Session, index: usize, titles: &[&str]) -> Session {
    changed(session, index, |claim| {
        let named = |title: &&str| Source { title: (*title).to_owned(), ..Source::default() };
        let sources: Vec<Source> =
            titles.iter().enumerate().map(|(at, title)| Source { id: format!("s{at}"), ..named(title) }).collect();
        Change::of(claim, &field::SOURCES, |claim| claim.record.sources = sources.clone()).unwrap()
    })
}

#[test]
fn a_row_is_of_the_claim_whose_number_stands_in_it_when_it_says_no_more() {
    let session = over(FERRIES);
    for (format, cells) in [
        (Format::Csv, [("number", "3"), ("note", "Fare list")]),
        (Format::Xlsx, [("number", "3"), ("title", "Fare list")]),
    ] {
        let (after, told) = into(session.clone(), &with_row(&session, format, &cells));
        let record = &claim(&after, 2).record;
        let said = format!("{}{}", record.note, record.sources.iter().map(|source| &*source.title).collect::<String>());
        assert_eq!(said, "Fare list", "{told:?}");
    }
    let (after, told) = taken(b"number,verdict,marked_by\r\n2,disputed,Ole\r\n9,verified,Ole\r\n");
    assert_eq!(claim(&after, 1).mark.as_ref().unwrap().verdict, Verdict::Disputed);
    assert_eq!(lines(&told)[1], "left: it quotes no words, and no claim has the number 9");
    let strange = b"number,words,note\r\n7,The lamp burns oil.,\r\n2,,Whose?\r\n";
    let (after, told) = taken(strange);
    assert_eq!(claim(&after, 1).record.note, "", "the numbers are of another session");
    assert!(lines(&told)[0].contains("the numbers beside it are not those of this session"), "{told:?}");
}

#[test]
fn what_is_said_of_a_part_of_the_words_is_a_remark_though_the_claim_says_the_same() {
    let ours = marked(session(), 1, &Verdict::Disputed);
    let row = with_row(
        &ours,
        Format::Csv,
        &[("words", "lit in 1871"), ("verdict", "disputed"), ("note", "In 1872!"), ("marked_by", "Ole")],
    );
    let (after, told) = into(ours, &row);
    assert_eq!(
        remarks(&after, 1),
        [("Ole", "disputed, on “lit in 1871”"), ("mira", "In 1872! (on “lit in 1871”)")]
            .map(|(by, text)| (by.to_owned(), text.to_owned()))
    );
    assert_eq!(claim(&after, 1).record.note, "", "a note on some of the words is none on all: {told:?}");
}

#[test]
fn a_source_that_was_taken_out_of_the_table_of_sources_stays_and_is_said() {
    let ours = sourced(over(FERRIES), 2, &["Fare list", "Notice"]);
    let table = String::from_utf8(export(&ours, Format::Csv, &sources()).unwrap()).unwrap();
    let without: Vec<&str> = table.lines().filter(|line| !line.contains("Notice")).collect();
    let (_, told) = into(ours.clone(), without.join("\r\n").as_bytes());
    assert_eq!(lines(&told), ["left: a source that was taken out stays: “Notice”"]);
    assert_eq!(told.last().unwrap().claim, Some("k3".into()));
    assert_eq!(lines(&into(ours, table.as_bytes()).1), Vec::<String>::new());
}

#[test]
fn a_card_of_ours_in_another_account_says_only_what_was_changed_in_it_and_that_is_theirs() {
    let ours = marked(session(), 0, &Verdict::Verified);
    let card = |user: &str, display: &str, tag: &str| {
        let mut file: Value =
            serde_json::from_slice(&export(&ours, Format::Hypothesis, &Options::default()).unwrap()).unwrap();
        let one = &mut file["annotations"][0];
        (one["user"], one["user_info"]["display_name"]) = (user.into(), display.into());
        (one["tags"], one["updated"]) = (serde_json::json!([tag]), "2026-06-01T08:00:00Z".into());
        into(ours.clone(), file.to_string().as_bytes())
    };
    for display in ["Ole", "Kari", ""] {
        let (_, told) = card("acct:Ole@notes.example", display, "verified");
        assert_eq!(lines(&told), Vec::<String>::new(), "{display}: it lies in their account, and says nothing new");
        let (after, told) = card("acct:Ole@notes.example", display, "disputed");
        let readings: Vec<_> =
            claim(&after, 0).readings().iter().map(|one| format!("{} {}", one.by, one.verdict)).collect();
        assert_eq!(readings, ["Kari verified", "Ole disputed"], "{display}: {told:?}");
    }
}

#[test]
fn a_word_comment_on_the_words_of_several_claims_is_a_remark_that_names_them() {
    let ours = over(FERRIES);
    let bytes = export(&ours, Format::Docx, &Options::default()).unwrap();
    let bytes = rewritten(&bytes, "word/comments.xml", |xml| {
        let comment = "<w:comment w:id=\"900\" w:author=\"Ida\"><w:p><w:r><w:t>Too long</w:t></w:r></w:p></w:comment>";
        xml.replace("</w:comments>", &format!("{comment}</w:comments>"))
    });
    let bytes = rewritten(&bytes, "word/document.xml", |xml| {
        let (start, end) = ("<w:commentRangeStart w:id=\"900\"/>", "<w:commentRangeEnd w:id=\"900\"/>");
        let first = xml.find("<w:commentRangeStart").unwrap();
        let (head, rest) = xml.split_at(first);
        let third = rest.match_indices("<w:commentRangeStart").nth(2).unwrap().0;
        let (both, rest) = rest.split_at(third);
        format!("{head}{start}{both}{end}{rest}")
    });
    let (session, told) = into(ours, &bytes);
    assert_eq!(
        remarks(&session, 0),
        [("Ida".to_owned(), "Too long (on the words of claims 1, 2)".to_owned())],
        "{told:?}"
    );
    assert_eq!(remarks(&session, 1), []);
}

#[test]
fn a_document_of_ours_whose_words_the_writer_changed_says_so() {
    let mut ours = over(FERRIES);
    ours = changed(ours, 2, |claim| {
        Change::of(claim, &field::CORRECTIONS, |claim| {
            claim.record.corrections = vec![crate::review::Correction::proposed("A ticket is 8 crowns.", &[])];
        })
        .unwrap()
    });
    let bytes = export(&ours, Format::Docx, &Options::default()).unwrap();
    let others = |ours: &Session, edit: &dyn Fn(&str) -> String| {
        lines(&into(ours.clone(), &rewritten(&bytes, "word/document.xml", edit)).1)
    };
    assert_eq!(
        others(&ours, &|xml| xml.to_owned()),
        Vec::<String>::new(),
        "our own proposal is no word of the writer's"
    );
    let typed = |xml: &str| xml.replace("5 boats", "6 boats");
    assert_eq!(
        others(&ours, &typed),
        ["left: the words are others here: “The firm owns 6 boats.”; factdesk redraft brings them in"]
    );
    let tracked = |xml: &str| {
        let (del, ins) = (
            "<w:del w:id=\"901\"><w:r><w:delText>in May</w:delText></w:r></w:del>",
            "<w:ins w:id=\"902\"><w:r><w:t>in June</w:t></w:r></w:ins>",
        );
        xml.replace("It sails in May.", &format!("It sails </w:t></w:r>{del}{ins}<w:r><w:t>."))
    };
    assert_eq!(
        others(&ours, &tracked),
        ["left: the words are others here: “It sails in June.”; factdesk redraft brings them in"]
    );
    let amended = |xml: &str| xml.replace(">8<", ">7<").replace("8 crowns", "7 crowns");
    assert_eq!(
        others(&ours, &amended),
        ["left: the words are others here: “A ticket is 7 crowns.”; factdesk redraft brings them in"]
    );
    let dropped = |xml: &str| xml.replace("Nobody drowned in 2019.", "");
    assert!(
        others(&ours, &dropped)
            .contains(&"left: its words are not here any more; factdesk redraft brings the new text in".to_owned())
    );
}

#[test]
fn paragraphs_that_the_writer_added_are_told() {
    let ours = over(FERRIES);
    let bytes = export(&ours, Format::Docx, &Options::default()).unwrap();
    let read = |bytes: &[u8]| {
        let lines = crate::export::back::docx::read(bytes).unwrap().paragraphs;
        let mut blocks: Vec<Block> = Vec::new();
        for line in &lines {
            let start = blocks.last().map_or(0, |block| block.span.end + 1);
            blocks.push(Block::new(BlockKind::Paragraph, Span::new(start, start + line.len())));
        }
        Article::new("Ferries", lines.join("\n"), blocks).map_err(|error| error.to_string())
    };
    let others = |ours: &Session, edit: &dyn Fn(&str) -> String| {
        let bytes = rewritten(&bytes, "word/document.xml", edit);
        lines(&super::super::read(&bytes, ours, &hand(), read).unwrap().told)
    };
    let added = |count: usize| {
        let paragraph = "<w:p><w:r><w:t>A sixth boat was ordered from a yard in Skarn.</w:t></w:r></w:p>";
        move |xml: &str| xml.replacen("</w:p>", &format!("</w:p>{}", paragraph.repeat(count)), 1)
    };
    assert_eq!(others(&ours, &added(0)), Vec::<String>::new());
    assert_eq!(
        others(&ours, &added(1)),
        [
            "left: a paragraph that the article has not: “A sixth boat was ordered from a yard in Skarn.”; factdesk redraft brings it in"
        ]
    );
    assert_eq!(
        others(&ours, &added(2)),
        [
            "left: 2 paragraphs that the article has not, first “A sixth boat was ordered from a yard in Skarn.”; factdesk redraft brings them in"
        ]
    );
}

#[test]
fn a_claim_that_the_writer_took_out_does_not_have_the_words_beside_it() {
    const LINES: &str =
        "The firm owns 5 boats in the harbour. Two sank in the harbour. A ticket is 9 crowns. It sails in May.";
    let ours = over(LINES);
    let bytes = export(&ours, Format::Docx, &Options::default()).unwrap();
    let edited = rewritten(&bytes, "word/document.xml", |xml| xml.replace("Two sank in the harbour", "the harbour"));
    assert_eq!(
        lines(&into(ours, &edited).1),
        ["left: its words are not here any more; factdesk redraft brings the new text in"]
    );
}
