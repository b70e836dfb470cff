//! Lists: the number or letter that a file counts or sets before an item, and how deep it stands. Both are the item's, and no words of the
//! text.

use factdesk::intake::Taken;

use super::docx::r;
use super::office::zipped;
use super::{blocks, named};

/// The blocks behind the first as they would be printed: two blanks for each list around, the mark, the words.
fn printed(taken: &Taken) -> Vec<String> {
    let article = &taken.article;
    let line = |block: &factdesk::review::Block| {
        let mark = block.item.mark.as_deref().unwrap_or(if block.kind.as_str() == "list_item" { "•" } else { "" });
        format!("{}{mark} {}", "  ".repeat(block.item.depth), article.words(block.span))
    };
    article.blocks().iter().skip(1).map(line).collect()
}

#[test]
fn markdown_keeps_the_numbers_of_its_items_and_how_deep_they_stand() {
    let text = "# Ferry plan\n\n3. More boats\n4. Fewer stops\n   - Quay\n   - Dam\n     1) a pier\n\n   It costs 5 crowns.\n7. No night line\n\nThen:\n\n1. one\n1. two\n1. three\n";
    let taken = named("draft.md", text.as_bytes()).unwrap();
    assert_eq!(
        printed(&taken),
        [
            "3. More boats",
            "4. Fewer stops",
            "  • Quay",
            "  • Dam",
            "    1) a pier",
            " It costs 5 crowns.",
            "7. No night line",
            " Then:",
            "1. one",
            "2. two",
            "3. three",
        ]
    );
    assert!(taken.article.text().contains("\n\nMore boats\n\nFewer stops\n\nQuay\n\n"), "the marks are no words");
}

#[test]
fn a_number_before_a_line_that_counts_nothing_is_a_word_of_it() {
    let text = "# Harbour votes\n\n2019. Turnout was 61 percent.\n\n2023. Turnout was 54 percent.\n\nThen:\n\n12. März 2020: Der Hafen schließt.\n\nNobody came.\n\n\
                40. The brigade left.\n\nFirst:\n\n1. one\n\n   more of one\n\nBetween.\n\n2. two\n\nDays:\n\n1. Mai\n2. Mai\n\n1986.\n\n- a boat\n\n31\\. no list.\n\n999. last\n1000. more\n";
    let taken = named("votes.md", text.as_bytes()).unwrap();
    assert_eq!(
        printed(&taken),
        [
            " 2019. Turnout was 61 percent.",
            " 2023. Turnout was 54 percent.",
            " Then:",
            " 12. März 2020: Der Hafen schließt.",
            " Nobody came.",
            " 40. The brigade left.",
            " First:",
            "1. one",
            " more of one",
            " Between.",
            "2. two",
            " Days:",
            " 1. Mai",
            " 2. Mai",
            " 1986.",
            "• a boat",
            " 31. no list.",
            "999. last",
            "1000. more",
        ]
    );
    assert!(taken.article.text().contains("\n\n2019. Turnout was 61 percent.\n\n"), "a claim can stand on the year");
}

const LISTS: &str = "<ol start=\"3\"><li>More boats by the spring of next year, on all lines of the company</li><li>Fewer stops in the town, which nobody has asked for so far\
    <ol type=\"a\"><li>At the quay, with its 400 people on each day of the week</li><li>At the dam, where the pier is broken since the storm</li></ol></li>\
    <li value=\"9\"><p>No night line before the end of the next year, said the board.</p><p>It costs 5 million crowns a year, as the board has counted.</p></li></ol>\
    <ol reversed><li>The hall of the council came second in the count of May</li><li>The quay came first, with all of the votes that were cast</li></ol>\
    <ul><li>A list of its own has no numbers, wherever it stands in a text</li></ul>";

const PRINTED: [&str; 8] = [
    "3. More boats by the spring of next year, on all lines of the company",
    "4. Fewer stops in the town, which nobody has asked for so far",
    "  a. At the quay, with its 400 people on each day of the week",
    "  b. At the dam, where the pier is broken since the storm",
    "9. No night line before the end of the next year, said the board.",
    " It costs 5 million crowns a year, as the board has counted.",
    "2. The hall of the council came second in the count of May",
    "1. The quay came first, with all of the votes that were cast",
];

#[test]
fn a_page_keeps_the_numbers_of_its_items() {
    let page = format!(
        "<html lang=\"en\"><head><title>Ferry plan</title></head><body><article><h1>Ferry plan</h1>{LISTS}<p>That is all that was said on Monday by the council of the town, and no more.</p></article></body></html>"
    );
    let taken = named("page.html", page.as_bytes()).unwrap();
    assert_eq!(printed(&taken)[..8], PRINTED, "{:?}", blocks(&taken));
    assert_eq!(printed(&taken)[8], "• A list of its own has no numbers, wherever it stands in a text");
}

#[test]
fn a_mail_and_a_book_keep_the_numbers_of_their_items() {
    let mail = format!(
        "From: a@paper.example\r\nTo: b@paper.example\r\nSubject: Ferry plan\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Ferry plan</h1>{LISTS}</body></html>\r\n"
    );
    let taken = named("draft.eml", mail.as_bytes()).unwrap();
    assert_eq!(printed(&taken)[..8], PRINTED, "{:?}", blocks(&taken));
    let chapter = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><h1>Ferry plan</h1>{}</body></html>",
        LISTS.replace("<ol reversed>", "<ol reversed=\"\">")
    );
    let book = zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"o.opf\"/></rootfiles></container>"),
        (
            "o.opf",
            "<package><metadata><dc:title>Ferry plan</dc:title></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
        ),
        ("a.xhtml", &chapter),
    ]);
    let taken = named("book.epub", &book).unwrap();
    assert_eq!(printed(&taken)[..8], PRINTED, "{:?}", blocks(&taken));
}

#[test]
fn lists_of_googles_export_stand_as_deep_as_their_class_says() {
    let page = "<html><body><p class=\"title\">Ferry plan</p><ol class=\"c1 lst-kix_a1-0 start\" start=\"1\"><li>one</li></ol><ol class=\"c1 lst-kix_a1-1 start\" start=\"1\" style=\"list-style-type:lower-latin\"><li>inner</li></ol><ol class=\"c1 lst-kix_a1-0\" start=\"2\"><li>two</li></ol></body></html>";
    let mail = format!("From: a@paper.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n{page}");
    let taken = named("draft.eml", mail.as_bytes()).unwrap();
    let told = printed(&taken);
    assert_eq!(told[told.len() - 3..], ["1. one", "  a. inner", "2. two"]);
}

/// A DOCX whose text has this body, with lists: 1 of figures, letters and both; 2 of bullets; 3 the first from seven on; 4 of headings.
fn listed(body: &str) -> Vec<u8> {
    let level = |at: usize, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let figures =
        [level(0, "decimal", "%1.", ""), level(1, "lowerLetter", "%2)", ""), level(2, "decimal", "%1.%3.", "")];
    let heads = [
        level(0, "upperRoman", "Part %1:", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/><w:pStyle w:val=\"Second\"/>"),
    ];
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">{}</w:abstractNum>{}</w:numbering>",
        figures.concat(),
        level(0, "bullet", "\u{f0b7}", ""),
        level(1, "bullet", "o", ""),
        heads.concat(),
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>",
    );
    let styles = "<w:styles><w:style w:styleId=\"First\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"Second\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"First\"/></w:style></w:styles>";
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")),
        ("word/styles.xml", styles),
        ("word/numbering.xml", &numbering),
    ])
}

/// A paragraph of list `list` on a level.
fn item(list: usize, level: usize, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(words)
    )
}

#[test]
fn a_docx_is_counted_as_word_counts_it() {
    let plain = |words: &str| format!("<w:p>{}</w:p>", r(words));
    let gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del w:author=\"Desk\"/></w:rPr></w:pPr><w:del w:author=\"Desk\"><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>";
    let body = [
        plain("Ferry plan"),
        item(1, 0, "More boats"),
        gone.to_owned(),
        item(1, 0, "Fewer stops"),
        item(1, 1, "Quay"),
        item(1, 1, "Dam"),
        item(1, 2, "a pier"),
        plain("Between."),
        item(1, 0, "No night line"),
        item(1, 1, "begins again"),
        item(2, 0, "a bullet"),
        item(2, 1, "an inner one"),
        item(3, 0, "from seven on"),
        item(3, 0, "and on"),
        item(0, 0, "no item"),
        "<w:tbl><w:tr><w:tc>".to_owned()
            + &item(1, 0, "Odal")
            + "</w:tc><w:tc>"
            + &plain("40")
            + "</w:tc></w:tr></w:tbl>",
    ]
    .concat();
    let taken = named("draft.docx", &listed(&body)).unwrap();
    assert_eq!(
        printed(&taken),
        [
            "1. More boats",
            "2. Fewer stops",
            "  a) Quay",
            "  b) Dam",
            "    2.1. a pier",
            " Between.",
            "3. No night line",
            "  a) begins again",
            "• a bullet",
            "  • an inner one",
            "7. from seven on",
            "8. and on",
            " no item",
            " 9. Odal | 40",
        ]
    );
}

#[test]
fn headings_that_a_docx_numbers_have_their_numbers() {
    let styled =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r(words));
    let body = [
        format!("<w:p>{}</w:p>", r("Ferry plan")),
        styled("First", "Boats"),
        styled("First", "Stops"),
        styled("Second", "Quay"),
        styled("Second", "Dam"),
    ]
    .concat();
    let taken = named("draft.docx", &listed(&body)).unwrap();
    assert_eq!(printed(&taken), ["Part I: Boats", "Part II: Stops", "2.1 Quay", "2.2 Dam"]);
    assert_eq!(blocks(&taken)[4], "heading: Dam");
}

#[test]
fn word_2003_sets_the_marks_out() {
    let item = |level: usize, mark: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:listPr><w:ilvl w:val=\"{level}\"/><w:ilfo w:val=\"1\"/><wx:t wx:val=\"{mark}\"/></w:listPr></w:pPr>{}</w:p>",
            r(words)
        )
    };
    let body = [item(0, "IV.", "More boats"), item(1, "\u{b7}", "Fewer stops")].concat();
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\"><w:body><w:p>{}</w:p>{body}</w:body></w:wordDocument>",
        r("Ferry plan")
    );
    let taken = named("draft.xml", xml.as_bytes()).unwrap();
    assert_eq!(printed(&taken), ["IV. More boats", "  • Fewer stops"]);
}

#[test]
fn an_opendocument_text_is_counted_as_its_styles_say() {
    let item = |more: &str, words: &str| format!("<text:list-item{more}><text:p>{words}</text:p></text:list-item>");
    let list = |more: &str, items: &str| format!("<text:list text:style-name=\"L1\"{more}>{items}</text:list>");
    let inner = format!("<text:list>{}{}</text:list>", item("", "Quay"), item("", "Dam"));
    let first = [
        item(" text:start-value=\"3\"", "More boats"),
        format!(
            "<text:list-item><text:p>Fewer stops</text:p><text:p>It costs 5 crowns.</text:p>{inner}</text:list-item>"
        ),
    ]
    .concat();
    let content = format!(
        "<office:document-content><office:automatic-styles><text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-suffix=\".\" style:num-format=\"1\"/><text:list-level-style-number text:level=\"2\" style:num-prefix=\"(\" style:num-suffix=\")\" style:num-format=\"a\" text:display-levels=\"2\"/></text:list-style><text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/></text:list-style></office:automatic-styles><office:body><office:text><text:p>Ferry plan</text:p>{}<text:p>Between.</text:p>{}{}<text:list text:style-name=\"L2\">{}</text:list></office:text></office:body></office:document-content>",
        list("", &first),
        list(" text:continue-numbering=\"true\"", &item("", "No night line")),
        list("", &item("", "a new list")),
        item("", "a bullet"),
    );
    let taken = named(
        "draft.odt",
        &zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)]),
    )
    .unwrap();
    assert_eq!(
        printed(&taken),
        [
            "3. More boats",
            "4. Fewer stops",
            " It costs 5 crowns.",
            "  (4.a) Quay",
            "  (4.b) Dam",
            " Between.",
            "5. No night line",
            "1. a new list",
            "• a bullet",
        ]
    );
}

#[test]
fn headings_that_opendocument_numbers_have_their_numbers() {
    let styles = "<office:document-styles><office:styles><text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"1\"/><text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/></text:outline-style></office:styles></office:document-styles>";
    let content = "<office:document-content><office:body><office:text><text:p>Ferry plan</text:p><text:h text:outline-level=\"1\">Boats</text:h><text:h text:outline-level=\"1\">Stops</text:h><text:h text:outline-level=\"2\">Quay</text:h></office:text></office:body></office:document-content>";
    let parts =
        [("mimetype", "application/vnd.oasis.opendocument.text"), ("styles.xml", styles), ("content.xml", content)];
    assert_eq!(printed(&named("draft.odt", &zipped(&parts)).unwrap()), ["1 Boats", "2 Stops", "2.1 Quay"]);
}

#[test]
fn the_marks_that_rtf_sets_out_are_its_items() {
    let item = |level: usize, mark: &str, words: &str| {
        format!("{{\\listtext\\pard\\plain {mark}\\tab}}\\pard\\plain\\ls1\\ilvl{level} {words}\\par ")
    };
    let text = [
        "{\\rtf1\\ansi Ferry plan\\par ".to_owned(),
        item(0, "3.", "More boats"),
        item(1, "b)", "Quay"),
        item(1, "\\u8226\\'95", "a bullet"),
        "\\pard\\plain Between.\\par ".to_owned(),
        "{\\pntext\\tab 4.\\tab}\\pard an older list\\par ".to_owned(),
        "\\trowd\\cellx1\\cellx2\\pard\\intbl {\\listtext 1.\\tab}\\ls2 Odal\\cell 40\\cell\\row}".to_owned(),
    ];
    let taken = named("draft.rtf", text.concat().as_bytes()).unwrap();
    assert_eq!(
        printed(&taken),
        ["3. More boats", "  b) Quay", "  • a bullet", " Between.", "4. an older list", " 1. Odal | 40"]
    );
}

#[test]
fn a_cms_tells_ordered_lists_from_others() {
    let story = r#"{"type":"story","version":"0.10.7","headlines":{"basic":"Ferry plan"},"content_elements":[{"type":"list","list_type":"ordered","items":[{"type":"text","content":"More boats"},{"type":"list","list_type":"unordered","items":[{"type":"text","content":"Quay"}]},{"type":"text","content":"Fewer stops"}]}]}"#;
    assert_eq!(
        printed(&named("story.json", story.as_bytes()).unwrap()),
        ["1. More boats", "  • Quay", "2. Fewer stops"]
    );
}
