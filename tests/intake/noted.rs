//! Notes that a writer set into the text: in brackets, and as marks with a list at the end, in every format that is written.

use super::docx::{docx, p, r};
use super::{blocks, named, read, remarks};

const COST: &str = "The pier cost 3.2 million crowns";
const BUILT: &str = "It was built in 1911";
const CLOSED: &str = "It has been shut since the storm in May";

/// What the remarks stand behind and what they say.
fn notes(taken: &factdesk::intake::Taken) -> Vec<(String, String)> {
    let article = &taken.article;
    let before = |at: usize| article.text().get(..at).unwrap().chars().rev().take(8).collect::<Vec<_>>();
    let told = |at: usize| before(at).into_iter().rev().collect::<String>();
    article.annotations().iter().map(|note| (told(note.span.end), note.text.clone())).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(words, says)| ((*words).to_owned(), (*says).to_owned())).collect()
}

#[test]
fn notes_in_brackets_leave_the_text_and_stand_at_their_words() {
    let text = format!(
        "{COST} [Minutes of the board, 4 May 2025, p. 3], and {} [Tora Lind, by phone; 555-0123, before noon. Lind says 1912]. {CLOSED} [ditto] [cut if too long].",
        "it was built in 1911"
    );
    let paragraph = format!("paragraph: {COST}, and it was built in 1911. {CLOSED}.");
    let wanted = pairs(&[
        ("n crowns", "Minutes of the board, 4 May 2025, p. 3"),
        (" in 1911", "Tora Lind, by phone; 555-0123, before noon. Lind says 1912"),
        ("m in May", "ditto"),
        ("m in May", "cut if too long"),
    ]);
    let rtf = format!("{{\\rtf1\\ansi The pier is shut\\par {text}\\par}}");
    let files = [
        ("a.docx", docx(&[p("Title", &r("The pier is shut")), p("", &r(&text))].concat(), "", "")),
        ("a.txt", format!("The pier is shut\n\n{text}\n").into_bytes()),
        ("a.md", format!("# The pier is shut\n\n{text}\n").into_bytes()),
        ("a.rtf", rtf.into_bytes()),
    ];
    for (name, bytes) in files {
        let taken = named(name, &bytes).unwrap();
        assert_eq!(blocks(&taken).last(), Some(&paragraph), "{name}");
        assert_eq!(notes(&taken), wanted, "{name}");
        assert_eq!(taken.article.brought().as_deref(), Some("4 notes in brackets"), "{name}");
    }
}

#[test]
fn a_bracket_may_be_the_writer_s_remark_behind_the_stop_or_among_the_words() {
    let taken =
        read(&format!("The pier is shut\n\n{COST} [CHECK]. {BUILT}. [Company register] {CLOSED} (TK), they say.\n"));
    let paragraph = format!("paragraph: {COST}. {BUILT}. {CLOSED}, they say.");
    assert_eq!(blocks(&taken).last(), Some(&paragraph));
    assert_eq!(notes(&taken), pairs(&[("n crowns", "CHECK"), ("in 1911.", "Company register"), ("m in May", "TK")]));
}

#[test]
fn what_a_writer_puts_into_the_text_in_brackets_stays() {
    for text in [
        "“They [the board] shut it [in May],” said Odal, who [sic] was there. It was [then] the board’s.",
        "The pier (built in 1911) is shut, and the board (23 members) knows why.",
        "“We shut it […] in May,” said Odal. [...]",
        "[00:12:30] Odal: We shut it in May. Lind [00:12:41]: Why?",
        "Odal [laughs] said that the pier [a relic] was shut.",
    ] {
        let whole = format!("The pier is shut\n\n{text}\n\nNobody at the board would say on Monday why it was.\n");
        let taken = read(&whole);
        assert!(taken.article.text().contains(text), "{}", taken.article.text());
        assert_eq!(notes(&taken), []);
    }
}

#[test]
fn a_list_at_the_end_explains_the_marks_however_it_is_numbered() {
    let lists = [
        ([" [1]", " [2]"], "[1] Minutes, p. 3\n[2] Tora Lind, +00 555 12 345\n"),
        (["[1]", "[2]"], "[1]Minutes, p. 3\n\n[2]Tora Lind, +00 555 12 345\n"),
        ([" [1]", " [2]"], "[1]: Minutes, p. 3\n[2]: Tora Lind, +00 555 12 345\n"),
        ([" [1]", " [2]"], "Sources\n\n1. Minutes, p. 3\n2. Tora Lind, +00 555 12 345\n"),
        ([" (1)", " (2)"], "Notes:\n(1) Minutes, p. 3\n(2) Tora Lind, +00 555 12 345\n"),
        (["¹", "²"], "¹ Minutes, p. 3\n² Tora Lind, +00 555 12 345\n"),
        ([" [1]", " [2]"], "For the fact-checker:\n\n- Minutes, p. 3\n- Tora Lind, +00 555 12 345\n"),
    ];
    for ([one, two], list) in lists {
        let taken =
            read(&format!("The pier is shut\n\n{COST}{one}. {BUILT}{two}.\n\n{CLOSED}, the board said.\n\n{list}"));
        let text: Vec<String> = blocks(&taken).into_iter().filter(|block| !block.starts_with("furniture")).collect();
        let wanted = [
            "headline: The pier is shut".to_owned(),
            format!("paragraph: {COST}. {BUILT}."),
            format!("paragraph: {CLOSED}, the board said."),
        ];
        assert_eq!(text, wanted, "{list}");
        assert_eq!(
            notes(&taken),
            pairs(&[("n crowns", "Minutes, p. 3"), (" in 1911", "Tora Lind, +00 555 12 345")]),
            "{list}"
        );
    }
}

#[test]
fn a_document_s_own_list_of_sources_explains_its_marks() {
    let item = |words: &str| format!("<w:p><w:pPr><w:numPr/></w:pPr>{}</w:p>", r(words));
    let text = p("", &r(&format!("{COST} [1]. {BUILT} [2].")));
    let body =
        [p("Title", &r("The pier is shut")), text, p("Rubrik1", &r("Sources")), item("Minutes, p. 3"), item("ibid.")];
    let taken = named("a.docx", &docx(&body.concat(), "", "")).unwrap();
    assert_eq!(notes(&taken), pairs(&[("n crowns", "Minutes, p. 3"), (" in 1911", "ibid.")]));
    assert_eq!(blocks(&taken).last().unwrap(), "furniture: Sources");
}

#[test]
fn comments_of_an_export_may_have_lines_and_one_may_be_left_over() {
    let taken = read(&format!(
        "The pier is shut\r\n\r\n{COST}[a]. {BUILT}.[b]\r\n\r\n________________\r\n[a]Who counted?\r\nLind did, in 2019.\r\n[b]Register\r\n[c]2 reactions in total\r\n"
    ));
    assert_eq!(notes(&taken), pairs(&[("n crowns", "Who counted?\nLind did, in 2019."), ("in 1911.", "Register")]));
    assert_eq!(blocks(&taken).last().unwrap(), "furniture: [c]2 reactions in total");
}

#[test]
fn footnotes_and_comments_of_an_export_are_two_lists() {
    let taken = read(&format!(
        "The pier is shut\n\n{COST}.[1] {BUILT}[a].\n\n________________\n[1] Minutes, p. 3\n[a]Who says so?\n"
    ));
    assert_eq!(notes(&taken), pairs(&[(" crowns.", "Minutes, p. 3"), (" in 1911", "Who says so?")]));
    assert_eq!(blocks(&taken).last(), Some(&format!("paragraph: {COST}. {BUILT}.")));
}

/// A line without a number behind the list is the text's own, and unties no mark from its note.
#[test]
fn a_line_behind_a_list_unties_no_mark() {
    for list in [
        "Notes\n\n1. Minutes, p. 3\n2. Register\nThanks to all who helped.\n",
        "[1] Minutes, p. 3\n[2] Register\n\nThanks to all who helped.\n",
    ] {
        let taken = read(&format!("The pier is shut\n\n{COST}.[1] {BUILT}.[2]\n\n{list}"));
        assert_eq!(notes(&taken), pairs(&[(" crowns.", "Minutes, p. 3"), ("in 1911.", "Register")]), "{list}");
        assert_eq!(blocks(&taken).last().unwrap(), "paragraph: Thanks to all who helped.");
    }
}

#[test]
fn lists_that_no_mark_leads_to_stay() {
    for list in [
        "1. The board met in May.\n2. It shut the pier.\n",
        "Sources\n\nMinutes of the board, May 2025\n",
        "(1) The board met.\n(2) It shut it.\n",
    ] {
        let taken = read(&format!("The pier is shut\n\n{COST}, and 10² of its planks are left.\n\n{list}"));
        assert_eq!(notes(&taken), [], "{list}");
        for line in list.lines().filter(|line| !line.is_empty()) {
            assert!(taken.article.text().contains(line), "{line}");
        }
    }
}

#[test]
fn a_list_of_sources_that_no_mark_leads_to_is_no_text() {
    let taken = read(&format!(
        "The pier is shut\n\n{COST}. {BUILT}.\n\n{CLOSED}.\n\nSOURCES\n1. Minutes of the board\n2. Tora Lind, +00 555 12 345\n"
    ));
    assert_eq!(
        notes(&taken),
        pairs(&[("\nSOURCES", "Minutes of the board"), ("\nSOURCES", "Tora Lind, +00 555 12 345")])
    );
    assert_eq!(blocks(&taken).last().unwrap(), "furniture: SOURCES");
    assert!(!taken.article.text().contains("555"));
}

#[test]
fn a_number_to_ring_is_in_no_claim() {
    let taken = read(&format!("The pier is shut\n\n{COST} [Tora Lind, +00 555 12 345, not for print].\n"));
    assert!(!taken.article.text().contains("555"));
    assert_eq!(remarks(&taken).len(), 1);
}

/// A program's brackets, a site's shortcodes and the words of links are the text's own: what is read must not be short of them.
#[test]
fn brackets_that_are_no_notes_stay_in_a_text_that_has_notes() {
    for own in [
        "The attribute #[non_exhaustive] and #![feature] were added",
        "It meets the rules of [Section 508] (https://example.org/508) and of [the port] []",
        "It shows [video=https://example.org/v&w=600] at the end",
        "The word harbour[side] was cut",
        "It was built for [port] [port repo] and for the names [www.example.org, example.org] alone",
        "The report [PDF LINK: pier.pdf] is long",
    ] {
        let taken = read(&format!("The pier is shut\n\n{COST} [Minutes, p. 3]. {own}.\n\n{BUILT} [Minutes, p. 4].\n"));
        let kept = blocks(&taken).into_iter().any(|block| block.contains(own));
        assert!(kept, "{own}: {:?}", blocks(&taken));
        assert!(!notes(&taken).is_empty(), "{own}");
    }
}

/// What notes of every kind of document say here: a power, a struck word, a hidden one, an index.
const SAID: &str = "It lost 10⁶ kilos, 26 men and H2O.";

#[test]
fn the_words_of_notes_are_set_as_those_of_the_text() {
    let run =
        |look: &str, words: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let raised = run("<w:vertAlign w:val=\"superscript\"/>", "6");
    let lowered = run("<w:vertAlign w:val=\"subscript\"/>", "2");
    let inside = [
        r("It lost 10"),
        raised,
        r(" kilos, "),
        run("<w:strike/>", "23 "),
        run("<w:vanish/>", "99 "),
        r("26 men and H"),
        lowered,
        r("O."),
    ];
    let note = |element: &str| format!("<w:{element} w:id=\"2\">{}</w:{element}>", p("", &inside.concat()));
    let marks = "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"2\"/></w:r>";
    let body = p("", &[r(COST), marks.to_owned()].concat());
    let word = named("a.docx", &docx(&body, &note("footnote"), &note("comment"))).unwrap();

    let span = |style: &str, words: &str| format!("<text:span text:style-name=\"{style}\">{words}</text:span>");
    let inside = format!(
        "<text:p>It lost 10{} kilos, {}{}26 men and H{}O.</text:p>",
        span("T1", "6"),
        span("T2", "23 "),
        span("T3", "99 "),
        span("T4", "2")
    );
    let style = |name: &str, says: &str| {
        format!("<style:style style:name=\"{name}\"><style:text-properties {says}/></style:style>")
    };
    let styles = [
        style("T1", "style:text-position=\"super 58%\""),
        style("T2", "style:text-line-through-style=\"solid\""),
        style("T3", "text:display=\"none\""),
        style("T4", "style:text-position=\"sub 58%\""),
    ];
    let odt = format!(
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:automatic-styles>{}</office:automatic-styles><office:body><office:text><text:p>{COST}<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>{inside}</text:note-body></text:note><office:annotation><dc:creator>Ines Odal</dc:creator>{inside}</office:annotation></text:p></office:text></office:body></office:document>",
        styles.concat()
    );
    let odt = named("a.fodt", odt.as_bytes()).unwrap();

    let inside = r"It lost 10{\super 6} kilos, {\strike 23 }{\v 99 }26 men and H{\sub 2}O.";
    let rtf = format!(
        r"{{\rtf1\ansi\pard {COST}{{\super\chftn{{\*\footnote\pard\plain {inside}}}}}{{\*\annotation {inside}}}\par}}"
    );
    let rtf = named("a.rtf", rtf.as_bytes()).unwrap();
    for (name, taken) in [("docx", &word), ("odt", &odt), ("rtf", &rtf)] {
        let said: Vec<&str> = taken.article.annotations().iter().map(|note| note.text.as_str()).collect();
        assert_eq!(said, [SAID, SAID], "{name}");
        assert_eq!(taken.article.text(), format!("{COST}\n"), "{name}");
        assert!(taken.notices.iter().any(|notice| notice.contains("hidden or struck")), "{name}: {:?}", taken.notices);
    }
}

#[test]
fn the_words_of_notes_in_a_book_are_set_as_those_of_its_text() {
    let chapter = format!(
        "<html><body><p>{COST}<a href=\"#fn1\" id=\"r1\">1</a>.</p><ol><li id=\"fn1\"><p>It lost 10<sup>6</sup> kilos, <del>23</del> 26 men and H<sub>2</sub>O.<a href=\"#r1\">↩</a></p></li></ol></body></html>"
    );
    let book = super::office::zipped(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"),
        (
            "p.opf",
            "<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>",
        ),
        ("a.xhtml", &chapter),
    ]);
    let book = named("a.epub", &book).unwrap();
    assert_eq!(book.article.annotations().iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), [SAID]);
}
