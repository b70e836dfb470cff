//! What word processors make of words: fields, formulas in them, links through others, hidden sections, damaged objects.

use super::office::zipped;
use super::{blocks, named, remarks};

/// A field of Word with its instruction and, if it has one, its result.
fn field(instruction: &str, result: Option<&str>) -> String {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let shown = result.map(|words| format!("{}<w:r><w:t>{words}</w:t></w:r>", mark("separate"))).unwrap_or_default();
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>{shown}{}",
        mark("begin"),
        mark("end")
    )
}

fn docx(body: &str) -> Vec<u8> {
    let links = "<Relationships><Relationship Id=\"r1\" Type=\"x/hyperlink\" Target=\"https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fminutes%3Fa%3D1&amp;sa=D\" TargetMode=\"External\"/></Relationships>";
    let document = format!("<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", &document), ("word/_rels/document.xml.rels", links)])
}

#[test]
fn formulas_and_signs_that_word_keeps_in_fields_are_read() {
    let words = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let body = [
        "<w:p><w:r><w:t>The pier</w:t></w:r></w:p><w:p>".to_owned(),
        words("It cost "),
        field(r" EQ \f(3,4) ", None),
        words(" of a million, or 2"),
        field(r" EQ \f(1,2) ", None),
        words(" crowns, for 10"),
        field(r" EQ \s\up5(6) ", None),
        words(" planks of "),
        field(r" EQ \o\ad(\s\up 11(to),pine) ", None),
        words(" at 4 "),
        field(" SYMBOL 176 \\f \"Arial\" ", None),
        words("C, on page "),
        field(" PAGE ", Some("7")),
        words("."),
        "</w:p>".to_owned(),
    ];
    let taken = named("a.docx", &docx(&body.concat())).unwrap();
    let line = "It cost 3/4 of a million, or 2 1/2 crowns, for 10⁶ planks of pine at 4 °C, on page 7.";
    assert!(taken.article.text().contains(line), "{}", taken.article.text());

    let rtf = r"{\rtf1\ansi The pier\par It cost {\field{\*\fldinst EQ \\f(3,4) }{\fldrslt }} of a million crowns in the year.\par}";
    let taken = named("a.rtf", rtf.as_bytes()).unwrap();
    assert!(taken.article.text().contains("It cost 3/4 of a million"), "{}", taken.article.text());
}

#[test]
fn a_link_through_another_address_is_kept_as_the_real_one() {
    let body = "<w:p><w:r><w:t>The pier</w:t></w:r></w:p><w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>The minutes</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> say so, and </w:t></w:r><w:fldSimple w:instr=\" HYPERLINK &quot;https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&amp;data=05&quot; \"><w:r><w:t>the report</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> does, too.</w:t></w:r></w:p>";
    let taken = named("a.docx", &docx(body)).unwrap();
    assert_eq!(
        remarks(&taken),
        [
            ("The minutes".to_owned(), "https://example.org/minutes?a=1".to_owned()),
            ("the report".to_owned(), "https://example.org/b".to_owned()),
        ]
    );
}

/// An archive of a document with this text, and with an object in it.
fn odt(text: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<m/>"),
        ("content.xml", &content),
        ("Object 1/content.xml", "<math><mn>10</mn><mn>10</mn><mn>12</mn><mn>14</mn></math>"),
    ])
}

const ABOUT: &str = "<text:h>The pier</text:h><text:p>The pier has been shut since the storm in May, the board said on Monday.</text:p>";

#[test]
fn hidden_sections_and_paragraphs_of_opendocument_are_left_out_and_shown_ones_read() {
    let text = format!(
        "{ABOUT}<text:section text:display=\"none\"><text:p>Secret one.</text:p></text:section><text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>Secret two.</text:p></text:section><text:section text:display=\"condition\" text:is-hidden=\"false\"><text:p>Shown one.</text:p></text:section><text:p>Secret <text:hidden-paragraph text:is-hidden=\"true\"/>three.</text:p><text:p><text:hidden-paragraph text:is-hidden=\"false\"/>Shown two<text:hidden-text text:is-hidden=\"true\"> or not</text:hidden-text><text:hidden-text text:is-hidden=\"false\"> at least</text:hidden-text>.</text:p>"
    );
    let taken = named("a.odt", &odt(&text)).unwrap();
    assert_eq!(blocks(&taken)[2..], ["paragraph: Shown one.", "paragraph: Shown two at least."]);
    assert!(taken.notices.iter().any(|notice| notice.contains("hidden or struck")), "{:?}", taken.notices);
}

#[test]
fn a_damaged_object_is_named_and_the_text_read() {
    let text = format!(
        "{ABOUT}<text:p>It is 9 <draw:object xlink:href=\"./Object 1\"/> metres long, the board said.</text:p>"
    );
    let mut bytes = odt(&text);
    let name = b"Object 1/content.xml";
    let at = bytes.windows(name.len()).position(|bytes| bytes == name).unwrap() + name.len();
    bytes[at + 8] ^= 0x55;
    let taken = named("a.odt", &bytes).unwrap();
    assert!(taken.article.text().contains("shut since the storm in May"), "{}", taken.article.text());
    assert!(
        taken.notices.iter().any(|notice| notice.contains("Object 1") && notice.contains("damaged")),
        "{:?}",
        taken.notices
    );
}
