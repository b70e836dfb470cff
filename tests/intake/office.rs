//! Drafts of other word processors, and what a DOCX holds that nobody sees or that only looks like text.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{blocks, changes, named, remarks};

/// An archive of these parts.
pub(super) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The text of a DOCX with this body, beside other parts.
fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&[&[("word/document.xml", document.as_str())], parts].concat())
}

fn docx(body: &str) -> String {
    named("draft.docx", &docx_with(body, &[])).unwrap().article.text().to_owned()
}

const ODT: &str = r#"<office:document-content><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
</office:automatic-styles><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Desk</dc:creator><dc:date>2026-03-01T08:00:00</dc:date></office:change-info><text:p>26</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>Desk</dc:creator></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:p text:style-name="Title">The pier is shut</text:p><text:p text:style-name="Subtitle">Nobody says for how long</text:p>
<text:p>It has <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>23<text:change-end text:change-id="c2"/> planks.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted in May.</text:p></text:note-body></text:note> They weigh 10<text:span text:style-name="T1">3</text:span> <office:annotation office:name="k"><dc:creator>Ines Odal</dc:creator><dc:date>2026-03-02</dc:date><text:p>Tons?</text:p></office:annotation>kilos<office:annotation-end office:name="k"/>.</text:p>
<text:h text:style-name="P1" text:outline-level="1">What is left</text:h>
<text:list><text:list-item><text:p>one bench</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="Quotations">Shut is shut.</text:p></office:text></office:body></office:document-content>"#;

#[test]
fn an_opendocument_text_is_read_with_its_notes_and_changes() {
    let meta = "<office:document-meta><office:meta><meta:initial-creator>Tora Lind</meta:initial-creator><dc:language>en-GB</dc:language></office:meta></office:document-meta>";
    let taken = named(
        "draft.odt",
        &zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<m/>"),
            ("content.xml", ODT),
            ("meta.xml", meta),
        ]),
    )
    .unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "dek: Nobody says for how long",
            "paragraph: It has 23 planks. They weigh 10³ kilos.",
            "heading: What is left",
            "list_item: one bench",
            "paragraph: Year | | 2026",
            "quote: Shut is shut.",
        ]
    );
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(taken.article.language, "en-GB");
    assert_eq!(
        remarks(&taken),
        [(String::new(), "Counted in May.".to_owned()), ("kilos".to_owned(), "Tons?".to_owned())]
    );
    assert_eq!(changes(&taken), ["deleted Desk: 26", "inserted Desk: 23"]);
}

#[test]
fn a_flat_opendocument_text_is_read_as_a_zipped_one() {
    let open =
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">";
    let flat = [open, ODT, "</office:document>"].concat();
    assert!(named("draft.fodt", flat.as_bytes()).unwrap().article.text().contains("It has 23 planks."));
}

#[test]
fn rtf_is_read_with_its_notes_and_changes() {
    let rtf = r#"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}
{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Title;}}{\*\revtbl{Unknown;}{Desk;}}{\info{\author Tora Lind}}
\pard\s2 The pier is shut\par
\pard\plain It has {\deleted\revauthdel1 26}{\revised\revauth1 23} planks.{\super\chftn{\*\footnote \chftn\pard\plain Counted in May.}} P\u229\'e5l said \u8220?no\u8221?, {\f1\'c4\'e0} and {\f2\'a3} 4. 10{\super 3} kilos.\par
{\pard\s1 What is left\par}
\trowd\cellx1\cellx2 \pard\intbl Year\cell \cell\row
\pard It is {{\*\atrfstart 3}shut}{{\*\atrfend 3}{\*\atnauthor Ines Odal}\chatn{\*\annotation{\*\atnref 3}Since when?}}. {\v Not for print.}{\field{\*\fldinst HYPERLINK "https://example.org/pier"}{\fldrslt The notice}} says so.\par}"#;
    let taken = named("draft.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "paragraph: It has 23 planks. Pål said “no”, Да and ≤ 4. 10³ kilos.",
            "heading: What is left",
            "paragraph: Year |",
            "paragraph: It is shut. The notice says so.",
        ]
    );
    let wanted = [("", "Counted in May."), ("shut", "Since when?"), ("The notice", "https://example.org/pier")];
    assert_eq!(remarks(&taken), wanted.map(|(words, says)| (words.to_owned(), says.to_owned())));
    assert_eq!(changes(&taken), ["deleted Desk: 26", "inserted Desk: 23"]);
    assert_eq!(taken.notices.len(), 1, "{:?}", taken.notices);
}

#[test]
fn a_note_in_rtf_goes_on_behind_a_link_and_what_is_passed_by() {
    let rtf = r#"{\rtf1 The pier is shut.{\footnote Minutes of May{\*\bkmkstart a}, p. 4; see {\field{\*\fldinst HYPERLINK "https://example.org/m"}{\fldrslt the page}} too.}\par}"#;
    let taken = named("a.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(remarks(&taken), [(String::new(), "Minutes of May, p. 4; see the page too.".to_owned())]);
}

#[test]
fn a_book_is_read_chapter_by_chapter() {
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"o/p.opf\"/></rootfiles></container>"),
        (
            "o/p.opf",
            "<package><metadata><dc:title>The pier</dc:title><dc:creator>Tora Lind</dc:creator></metadata><manifest><item id=\"n\" href=\"n.xhtml\" properties=\"nav\"/><item id=\"b\" href=\"b%20c.xhtml\"/><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
        ),
        ("o/n.xhtml", "<html><body><p>Contents</p></body></html>"),
        (
            "o/a.xhtml",
            "<html><body><h1>The pier</h1><p>It is shut.<a href=\"#f1\">1</a></p><aside id=\"f1\"><p>Since May.</p></aside></body></html>",
        ),
        ("o/b c.xhtml", "<html><body><h1>The bench</h1><p>It is left.</p></body></html>"),
    ]);
    let taken = named("pier.epub", &book).unwrap();
    assert_eq!(
        blocks(&taken),
        ["headline: The pier", "paragraph: It is shut.", "heading: The bench", "paragraph: It is left."]
    );
    assert_eq!(remarks(&taken), [(String::new(), "Since May.".to_owned())]);
    assert_eq!(taken.notices, ["All 2 chapters were read; book.epub#2 takes the second alone."]);
    // One of them alone, called what it calls itself; and a number that is none.
    let second = named("pier.EPUB#2", &book).unwrap();
    assert_eq!((second.article.title.as_str(), blocks(&second).len()), ("The bench", 2));
    let refused = named("pier.epub#3", &book).unwrap_err().to_string();
    assert!(refused.contains("no chapter 3; there are 2"), "{refused}");
}

#[test]
fn what_nobody_sees_is_no_text() {
    let t = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>CALL HIM </w:t></w:r>";
    let prompt = format!(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        t("Enter a day ")
    );
    let field = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        t("inner "),
        t("shut ")
    );
    let ruby = format!("<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>", t("reading "), t("today"));
    assert_eq!(
        docx(&format!("<w:p>{}{hidden}{prompt}{field}{ruby}{}</w:p>", t("The pier is "), t("."))),
        "The pier is shut today.\n"
    );
    let taken = named("a.docx", &docx_with(&format!("<w:p>{}{hidden}</w:p>", t("It is shut.")), &[])).unwrap();
    assert_eq!(taken.notices, ["Words that are hidden or struck out in the file were left out."]);
}

#[test]
fn tracked_changes_of_styles_and_rows_count_as_accepted() {
    let t = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let row = |properties: &str, words: &str| format!("<w:tr>{properties}<w:tc>{}</w:tc></w:tr>", t(words));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("<w:trPr><w:del w:id=\"1\"/></w:trPr>", "gone"), row("", "kept"));
    let styled = "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>It is shut, the harbour board said.</w:t></w:r></w:p>";
    let taken =
        named("a.docx", &docx_with(&format!("{}{styled}{table}", t("The pier was open until the spring.")), &[]))
            .unwrap();
    assert_eq!(blocks(&taken).get(1..).unwrap(), ["paragraph: It is shut, the harbour board said.", "paragraph: kept"]);
}

#[test]
fn a_box_in_a_sentence_stands_behind_it() {
    let boxed =
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Shut is shut</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>";
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">The pier is </w:t></w:r>{boxed}<w:r><w:t>shut for good.</w:t></w:r></w:p>"
    );
    assert_eq!(docx(&body), "The pier is shut for good.\n\nShut is shut\n");
}

#[test]
fn breaks_part_what_they_part_on_the_page() {
    let body = "<w:p><w:r><w:t>The pier</w:t><w:br/><w:t>By Tora Lind</w:t><w:br/><w:br/><w:t>It is shut.</w:t><w:br w:type=\"page\"/><w:t>What is left</w:t></w:r></w:p>";
    assert_eq!(docx(body), "The pier\n\nBy Tora Lind\n\nIt is shut.\n\nWhat is left\n");
    let wrapped = "<w:p><w:r><w:t>The pier at the north quay of the harbour has been shut since the</w:t><w:br/><w:t>storm in May.</w:t></w:r></w:p>";
    assert!(docx(wrapped).contains("since the storm in May."));
}

#[test]
fn signs_and_raised_figures_keep_their_meaning() {
    let body = "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>6</w:t></w:r><w:r><w:t xml:space=\"preserve\"> tons, </w:t><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:t>4</w:t></w:r></w:p>";
    assert_eq!(docx(body), "10⁶ tons, ≤4\n");
}

#[test]
fn the_package_says_which_part_is_the_text() {
    let other = zipped(&[
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"/text/main.xml\"/></Relationships>",
        ),
        (
            "text/_rels/main.xml.rels",
            "<Relationships><Relationship Id=\"c1\" Type=\"http://x/aFChunk\" Target=\"chunk.htm\"/><Relationship Id=\"l1\" Type=\"http://x/hyperlink\" TargetMode=\"External\" Target=\"https://example.org/pier\"/></Relationships>",
        ),
        (
            "text/main.xml",
            "<w:document><w:body><w:p><w:hyperlink r:id=\"l1\"><w:r><w:t>The pier</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> is shut.</w:t></w:r></w:p><w:altChunk r:id=\"c1\"/></w:body></w:document>",
        ),
        ("text/chunk.htm", "<html><body><p>Nobody says why.</p></body></html>"),
    ]);
    let taken = named("draft.docx", &other).unwrap();
    assert_eq!(taken.article.text(), "The pier is shut.\n\nNobody says why.\n");
    assert_eq!(remarks(&taken), [("The pier".to_owned(), "https://example.org/pier".to_owned())]);
}

#[test]
fn a_document_saved_as_xml_is_read() {
    let flat = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>The pier is shut.</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>";
    assert_eq!(named("draft.xml", flat.as_bytes()).unwrap().article.text(), "The pier is shut.\n");
}

#[test]
fn a_deletion_whose_words_stand_in_the_text_is_taken_out_of_it() {
    let region = |id: &str, what: &str| {
        format!(
            "<text:changed-region text:id=\"{id}\"><text:{what}><office:change-info><dc:creator>Desk</dc:creator></office:change-info></text:{what}></text:changed-region>"
        )
    };
    let around = |id: &str, words: &str| {
        format!("<text:change-start text:change-id=\"{id}\"/>{words}<text:change-end text:change-id=\"{id}\"/>")
    };
    let flat = format!(
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body><office:text><text:tracked-changes>{}{}{}{}</text:tracked-changes><text:p>It has {}{} planks{}</text:p><text:p>{}and nobody counts them. {}</text:p></office:text></office:body></office:document>",
        region("c1", "deletion"),
        region("c2", "insertion"),
        region("c3", "deletion"),
        region("c4", "deletion"),
        around("c1", "26"),
        around("c2", "23"),
        "<text:change-start text:change-id=\"c3\"/>.",
        "Today<text:change-end text:change-id=\"c3\"/> ",
        "<text:change-start text:change-id=\"c4\"/>That is all.",
    );
    let taken = named("draft.fodt", flat.as_bytes()).unwrap();
    assert_eq!(
        taken.article.text(),
        "It has 23 planks and nobody counts them. That is all.\n",
        "an open deletion swallows nothing"
    );
    assert_eq!(changes(&taken), ["deleted Desk: 26", "inserted Desk: 23", "deleted Desk: . Today"]);
}

#[test]
fn xml_of_word_2003_is_read_with_its_changes_and_comments() {
    let change = |kind: &str, words: &str| {
        format!(
            "<aml:annotation aml:id=\"7\" w:type=\"Word.{kind}\" aml:author=\"Desk\" aml:createdate=\"2026-03-01T08:00:00Z\"><aml:content><w:r>{words}</w:r></aml:content></aml:annotation>"
        )
    };
    let comment = |what: &str| format!("<aml:annotation aml:id=\"1\" w:type=\"Word.Comment.{what}\"/>");
    let says = "<w:r><aml:annotation aml:id=\"1\" w:type=\"Word.Comment\" aml:author=\"Tora Lind\"><aml:content><w:p><w:r><w:t>Who counted?</w:t></w:r></w:p></aml:content></aml:annotation></w:r>";
    let document = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body><wx:sect><w:p><w:r><w:t>It has </w:t></w:r>{}{}{}<w:r><w:t> planks</w:t></w:r>{}{says}<w:r><w:t>.</w:t></w:r></w:p><w:p><w:pPr><w:listPr/></w:pPr><w:r><w:t>one bench</w:t></w:r></w:p><w:sectPr><w:hdr w:type=\"odd\"><w:p><w:r><w:t>The Harbour Post</w:t></w:r></w:p></w:hdr><w:ftr w:type=\"odd\"><w:p><w:r><w:t>Secret</w:t></w:r></w:p></w:ftr></w:sectPr></wx:sect></w:body></w:wordDocument>",
        change("Deletion", "<w:delText>26</w:delText>"),
        comment("Start"),
        change("Insertion", "<w:t>23</w:t>"),
        comment("End"),
    );
    let taken = named("draft.xml", document.as_bytes()).unwrap();
    assert_eq!(blocks(&taken), ["paragraph: It has 23 planks.", "list_item: one bench"]);
    assert_eq!(changes(&taken), ["deleted Desk: 26", "inserted Desk: 23"]);
    assert_eq!(remarks(&taken), [("23 planks".to_owned(), "Who counted?".to_owned())]);
}

#[test]
fn a_tracked_change_over_paragraphs_is_kept_in_each_of_them() {
    let odt = r#"<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>Desk</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p>It has <text:change-start text:change-id="c1"/>23 planks.</text:p><text:p>It is old.</text:p><text:p>Nobody<text:change-end text:change-id="c1"/> minds.</text:p></office:text></office:body></office:document>"#;
    let taken = named("a.fodt", odt.as_bytes()).unwrap();
    assert_eq!(taken.article.text(), "It has 23 planks.\n\nIt is old.\n\nNobody minds.\n");
    assert_eq!(changes(&taken), ["inserted Desk: 23 planks.", "inserted Desk: It is old.", "inserted Desk: Nobody"]);
}

#[test]
fn a_deleted_paragraph_end_of_rtf_joins_the_paragraphs() {
    let rtf = r"{\rtf1\ansi{\*\revtbl{Unknown;}{Desk;}}\pard It has 23{\deleted\revauthdel1 , and more,\par Still} planks.\par Nobody minds.\par}";
    let taken = named("a.rtf", rtf.as_bytes()).unwrap();
    assert_eq!(taken.article.text(), "It has 23 planks.\n\nNobody minds.\n");
    assert_eq!(changes(&taken), ["deleted Desk: , and more, Still"]);
}
