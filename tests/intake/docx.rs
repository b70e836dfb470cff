//! DOCX drafts: text with tracked changes accepted, and the author's notes on the claims they are about.

use std::io::{Cursor, Write};

use factdesk::intake;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{blocks, named, remarks};

/// A DOCX with this body and these notes.
pub(super) fn docx(body: &str, footnotes: &str, comments: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, xml: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    };
    part("[Content_Types].xml", "<Types/>");
    part(
        "word/document.xml",
        &format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
    );
    part(
        "word/styles.xml",
        "<w:styles><w:style w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>",
    );
    part("word/footnotes.xml", &format!("<w:footnotes>{footnotes}</w:footnotes>"));
    part("word/comments.xml", &format!("<w:comments>{comments}</w:comments>"));
    part("docProps/core.xml", "<cp:coreProperties><dc:creator>Tora Lind</dc:creator></cp:coreProperties>");
    zip.finish().unwrap().into_inner()
}

/// A paragraph with this style and these runs.
pub(super) fn p(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

/// A run of words.
pub(super) fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[test]
fn headings_lists_and_tables_are_read_as_text() {
    let list = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>a second</w:t><w:tab/><w:t>pier</w:t></w:r></w:p>";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p("", &r(words)));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("North"), cell("40"));
    let body = [
        p("Title", &r("Ferry is late")),
        p("", &r("The yard &amp; the board agree.")),
        p("Rubrik1", &r("What follows")),
        list.to_owned(),
        table,
    ]
    .concat();
    let taken = named("draft.docx", &docx(&body, "", "")).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: Ferry is late",
            "paragraph: The yard & the board agree.",
            "heading: What follows",
            "list_item: a second pier",
            "paragraph: North | 40"
        ]
    );
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind"));
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let changed = format!(
        "{}<w:del><w:r><w:delText>2.9</w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom>{}",
        r("It cost "),
        r("3.2"),
        r(" gone"),
        r(" million.")
    );
    let merged = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Nobody </w:t></w:r></w:p><w:p><w:r><w:t>was fined.</w:t></w:r></w:p>";
    let taken = named("draft.docx", &docx(&format!("{}{merged}", p("", &changed)), "", "")).unwrap();
    assert_eq!(taken.article.text(), "It cost 3.2 million.\n\nNobody was fined.\n");
}

/// A draft with a comment on two words, a footnote after a sentence, and a comment on a sentence that no claim is made of.
fn annotated() -> intake::Taken {
    let first = format!(
        "{}<w:commentRangeStart w:id=\"7\"/>{}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>",
        r("The board paid "),
        r("3.2 million"),
        r(" crowns.")
    );
    let second = format!(
        "<w:commentRangeStart w:id=\"8\"/>{}<w:commentRangeEnd w:id=\"8\"/><w:r><w:commentReference w:id=\"8\"/></w:r>",
        r("Nobody was fined.")
    );
    let body = [p("Title", &r("Ferry is late")), p("", &first), p("", &second)].concat();
    let comment = |id: &str, words: &str| {
        format!("<w:comment w:id=\"{id}\" w:author=\"Ines Odal\">{}</w:comment>", p("", &r(words)))
    };
    let notes = format!("<w:footnote w:id=\"2\">{}</w:footnote>", p("", &r("Minutes, p. 4.")));
    named(
        "draft.docx",
        &docx(&body, &notes, &[comment("7", "From the minutes."), comment("8", "Asked the ministry.")].concat()),
    )
    .unwrap()
}

#[test]
fn comments_and_footnotes_are_remarks_on_their_words() {
    let wanted =
        [("3.2 million", "From the minutes."), ("", "Minutes, p. 4."), ("Nobody was fined.", "Asked the ministry.")];
    assert_eq!(remarks(&annotated()), wanted.map(|(words, says)| (words.to_owned(), says.to_owned())));
}

#[test]
fn annotations_say_their_kind_and_who_wrote_them() {
    let taken = annotated();
    let said: Vec<(&str, &str, Option<&str>)> = taken
        .article
        .annotations()
        .iter()
        .map(|note| (note.id.as_str(), note.kind.as_str(), note.by.as_deref()))
        .collect();
    assert_eq!(
        said,
        [("w1", "comment", Some("Ines Odal")), ("w2", "footnote", None), ("w3", "comment", Some("Ines Odal"))]
    );
}

#[test]
fn a_docx_that_unpacks_beyond_reason_is_refused() {
    let bomb = docx(&" ".repeat(21 << 20), "", "");
    assert!(bomb.len() < 1 << 20);
    assert!(named("bomb.docx", &bomb).unwrap_err().to_string().contains("20 MB"));
}

#[test]
fn a_docx_without_its_text_is_refused_and_what_lies_outside_is_never_fetched() {
    let with = |parts: &[(&str, &str)]| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, xml) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(xml.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let types = ("[Content_Types].xml", "<Types/>");
    assert!(named("x.docx", &with(&[types])).unwrap_err().to_string().contains("zip archive"));
    let body = p("", &r("The board paid."));
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}<w:altChunk r:id=\"r9\"/></w:body></w:document>");
    let outside = "<Relationships><Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"http://127.0.0.1:9/other.html\" TargetMode=\"External\"/></Relationships>";
    let file = with(&[types, ("word/document.xml", &text), ("word/_rels/document.xml.rels", outside)]);
    assert_eq!(named("x.docx", &file).unwrap().article.text(), "The board paid.\n");
    // Another document inside is said to be left out, and the rest is read.
    let inside = "<Relationships><Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"inner.docx\"/></Relationships>";
    let inner = "PK\u{3}\u{4}\u{0}\u{0}";
    let file = with(&[
        types,
        ("word/document.xml", &text),
        ("word/_rels/document.xml.rels", inside),
        ("word/inner.docx", inner),
    ]);
    let taken = named("x.docx", &file).unwrap();
    assert_eq!(taken.article.text(), "The board paid.\n");
    assert!(taken.notices.iter().any(|notice| notice.contains("inner.docx")), "{:?}", taken.notices);
}

#[test]
fn a_docx_with_a_part_twice_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in [("word/document.xml", "The board paid 11 crowns."), ("word/document.xmm", "It paid 22.")] {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        let text = format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", p("", &r(words)));
        zip.write_all(text.as_bytes()).unwrap();
    }
    let mut file = zip.finish().unwrap().into_inner();
    let other = b"word/document.xmm";
    while let Some(at) = file.windows(other.len()).position(|name| name == other) {
        *file.get_mut(at + other.len() - 1).unwrap() = b'l';
    }
    let refused = named("x.docx", &file).unwrap_err().to_string();
    assert!(refused.contains("a part stands in it twice"), "{refused}");
}

#[test]
fn entities_that_a_document_declares_for_itself_are_not_expanded_and_stay_in_sight() {
    let body = p("", &r("The board &x;paid."));
    assert_eq!(named("x.docx", &docx(&body, "", "")).unwrap().article.text(), "The board &x;paid.\n");
}

#[test]
fn a_letter_set_large_belongs_to_the_paragraph_that_it_opens() {
    let drop = "<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>";
    let body = [drop.to_owned(), p("", &r("he pier is shut.")), p("", &r("Nobody says why."))].concat();
    assert_eq!(
        named("a.docx", &docx(&body, "", "")).unwrap().article.text(),
        "The pier is shut.\n\nNobody says why.\n"
    );
}
