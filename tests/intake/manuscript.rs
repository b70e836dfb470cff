//! What stands at a manuscript's head and foot, where its lines break, and which title is its headline.

use super::office::zipped;
use super::pdf::{Words, pdf};
use super::{blocks, named};

/// A DOCX with a paragraph for each of these; `⏎` is a break within one.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let mut body = String::new();
    for words in paragraphs {
        body.push_str("<w:p><w:r><w:t>");
        body.push_str(&words.replace('⏎', "</w:t><w:br/><w:t>"));
        body.push_str("</w:t></w:r></w:p>");
    }
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let core = "<p><dc:creator>Desk Master</dc:creator></p>";
    zipped(&[("word/document.xml", document.as_str()), ("docProps/core.xml", core)])
}

/// A paragraph of running text.
const RUNNING: &str = "The board paid 3.2 million crowns for the ferry in May, twice what it had told the islanders.";

#[test]
fn what_the_desk_is_told_about_a_manuscript_is_no_text_of_it() {
    let taken = named(
        "ferry.docx",
        &docx(&[
            "SLUG: ferry-cost / 320 words / EMBARGO until noon on Friday",
            "Ferry cost twice as much as was said",
            "By Tora Lind and Ulf Berg",
            RUNNING,
            "ENDS",
            "Contact: Tora Lind, +00 55 12 34",
        ]),
    )
    .unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "furniture: SLUG: ferry-cost / 320 words / EMBARGO until noon on Friday",
            "headline: Ferry cost twice as much as was said",
            "furniture: By Tora Lind and Ulf Berg",
            &format!("paragraph: {RUNNING}"),
            "furniture: ENDS",
            "furniture: Contact: Tora Lind, +00 55 12 34",
        ]
    );
    assert_eq!(taken.article.title, "Ferry cost twice as much as was said");
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind and Ulf Berg"));
}

#[test]
fn what_stands_first_is_no_byline() {
    let taken = named("ferry.docx", &docx(&["By Popular Demand", RUNNING])).unwrap();
    assert_eq!(blocks(&taken).first().map(String::as_str), Some("paragraph: By Popular Demand"));
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Desk Master"));
}

#[test]
fn a_break_within_a_sentence_does_not_end_it() {
    let taken = named("ferry.docx", &docx(&[RUNNING, "The yard asks for 2 million⏎and waits until June."])).unwrap();
    assert_eq!(blocks(&taken).get(1).unwrap(), "paragraph: The yard asks for 2 million and waits until June.");
    let list = named("ferry.docx", &docx(&[RUNNING, "It took along:⏎one bench⏎two masts"])).unwrap();
    assert_eq!(
        blocks(&list).get(1..).unwrap(),
        ["paragraph: It took along:", "paragraph: one bench", "paragraph: two masts"]
    );
    let rtf = named("ferry.rtf", br"{\rtf1 The yard asks for 2 million\line and waits until June.\par}").unwrap();
    assert_eq!(blocks(&rtf), ["paragraph: The yard asks for 2 million and waits until June."]);
}

#[test]
fn a_title_that_is_only_in_the_properties_gives_way_to_the_headline_on_the_page() {
    let rtf = format!(
        r"{{\rtf1{{\info{{\title Letter, two sides}}}}Ferry cost twice as much as was said\par {RUNNING}\par}}"
    );
    let taken = named("ferry.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(taken.article.title, "Ferry cost twice as much as was said");
    assert_eq!(blocks(&taken).first().map(String::as_str), Some("headline: Ferry cost twice as much as was said"));
    // Where the page has no headline, the properties' title is all there is.
    let rtf = format!(r"{{\rtf1{{\info{{\title Ferry cost twice as much}}}}{RUNNING}\par}}");
    let taken = named("ferry.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(blocks(&taken).first().map(String::as_str), Some("headline: Ferry cost twice as much"));
}

/// Two columns under a headline that runs over both.
const COLUMNS: &[Words<'_>] = &[
    (22, 60, 740, "Ferry cost twice as much as was said"),
    (10, 60, 700, "The board said on Monday that it had paid"),
    (10, 60, 688, "3.2 million crowns for the ferry, which the"),
    (10, 60, 676, "Norrhamn yard built, and that it will pay on"),
    (10, 60, 664, "12. May what is left of it."),
    (10, 320, 700, "Nobody at the yard has said for how long the"),
    (10, 320, 688, "two engines had been waiting on the quay at"),
    (10, 320, 676, "Norrhamn before they were put into the ferry."),
];

#[test]
fn a_full_line_of_a_column_goes_on_in_the_next_whatever_that_begins_with() {
    assert_eq!(
        blocks(&named("ferry.pdf", &pdf(&[COLUMNS])).unwrap()),
        [
            "headline: Ferry cost twice as much as was said",
            "paragraph: The board said on Monday that it had paid 3.2 million crowns for the ferry, which the Norrhamn yard built, and that it will pay on 12. May what is left of it.",
            "paragraph: Nobody at the yard has said for how long the two engines had been waiting on the quay at Norrhamn before they were put into the ferry.",
        ]
    );
}

#[test]
fn a_pdf_is_by_whom_its_page_names_and_not_by_a_login() {
    let by = |author: &str, signed: bool| {
        let signature: &[Words<'_>] = &[(10, 60, 720, "By TORA LIND")];
        let (head, rest) = COLUMNS.split_at(1);
        let page: Vec<Words<'_>> =
            head.iter().chain(signature.iter().filter(|_| signed)).chain(rest).copied().collect();
        let file = String::from_utf8(pdf(&[&page])).unwrap();
        let file = file.replace("trailer << ", &format!("trailer << /Info << /Author ({author}) >> "));
        named("ferry.pdf", file.as_bytes()).unwrap().article.provenance.byline
    };
    assert_eq!(by("Ulf Berg", true).as_deref(), Some("TORA LIND"));
    assert_eq!(by("Ulf Berg", false).as_deref(), Some("Ulf Berg"));
    assert_eq!(by("desk-mac7", false), None);
}

#[test]
fn the_note_over_a_manuscript_in_a_mail_is_no_part_of_it() {
    let head = "From: Tora Lind <t@example.org>\r\nTo: Desk <d@example.org>\r\nSubject: for Friday\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n";
    let body = format!(
        "Hello,\r\n\r\nhere is the ferry, 320 words.\r\n\r\n---\r\n\r\nFerry cost twice as much as was said\r\n\r\nBy Ulf Berg\r\n\r\n{RUNNING}\r\n\r\nThe yard asks for 2 million and waits until June, its owner said on Monday.\r\n"
    );
    let taken = named("ferry.eml", format!("{head}{body}").as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken).get(..5).unwrap(),
        [
            "furniture: Hello,",
            "furniture: here is the ferry, 320 words.",
            "furniture: ---",
            "headline: Ferry cost twice as much as was said",
            "furniture: By Ulf Berg",
        ]
    );
    assert_eq!(taken.article.title, "Ferry cost twice as much as was said");
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Ulf Berg"));
}

#[test]
fn a_remark_to_the_desk_in_brackets_is_no_text_in_any_format() {
    let remark = "[NOTE TO DESK: Odal confirmed by phone, 14 May]";
    let aside = "(The board met behind closed doors.)";
    let aside_stays = format!("paragraph: {aside}");
    let word = named("ferry.docx", &docx(&["Ferry cost twice as much", RUNNING, remark, aside, RUNNING])).unwrap();
    let lines = format!("Ferry cost twice as much\n\n{RUNNING}\n\n{remark}\n\n{aside}\n\n{RUNNING}\n");
    let plain = named("ferry.txt", lines.as_bytes()).unwrap();
    for taken in [word, plain] {
        let got = blocks(&taken);
        // It is furniture, or a note of the writer's beside the text.
        let is_text = |block: &&String| block.contains("NOTE TO DESK") && !block.starts_with("furniture");
        assert!(got.contains(&aside_stays) && !got.iter().any(|block| is_text(&block)), "{got:#?}");
    }
}

#[test]
fn a_typed_article_is_by_whom_it_names_under_its_headline() {
    let typed =
        |second: &str| named("ferry.txt", format!("Ferry cost twice\n\n{second}\n\n{RUNNING}\n").as_bytes()).unwrap();
    assert_eq!(typed("By Tora Lind").article.provenance.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(typed("By sea to Norrhamn").article.provenance.byline, None);
}
