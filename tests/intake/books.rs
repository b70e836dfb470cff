//! EPUB: what a book's parts say of one another, its notes and its style sheets.

use super::office::zipped;
use super::{blocks, named, remarks};

/// A book of these chapters, in order, beside other parts that its list names when they hold text.
fn book(chapters: &[(&str, &str)], others: &[(&str, &str)]) -> Vec<u8> {
    let item = |(name, _): &(&str, &str)| {
        format!("<item id=\"{name}\" href=\"{name}\" media-type=\"application/xhtml+xml\"/>")
    };
    let listed: String =
        chapters.iter().chain(others.iter().filter(|(name, _)| name.ends_with("html"))).map(item).collect();
    let spine: Vec<String> = chapters.iter().map(|(name, _)| format!("<itemref idref=\"{name}\"/>")).collect();
    let package = format!("<package><manifest>{listed}</manifest><spine>{}</spine></package>", spine.concat());
    let head: [(&str, &str); 3] = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"p.opf\"/></rootfiles></container>"),
        ("p.opf", &package),
    ];
    let parts: Vec<(&str, &str)> =
        head.into_iter().chain(chapters.iter().copied()).chain(others.iter().copied()).collect();
    zipped(&parts)
}

const CHAPTER: &str = "<html><head><title/></head><body><h1>Ferry fares rise</h1><p>The ferry cost 42 million crowns in 2019<a epub:type=\"noteref\" href=\"notes.xhtml#fn1\">1</a>, the board said. Nobody asked the islanders<sup><a id=\"r2\"/><a href=\"notes.xhtml#fn2\">2</a></sup> about it.</p></body></html>";

#[test]
fn notes_in_a_part_of_their_own_stand_on_their_words() {
    let forms = [
        "<section epub:type=\"footnotes\"><h2>Notes</h2><aside epub:type=\"footnote\" id=\"fn1\"><p>Minutes of the board.</p></aside><aside epub:type=\"footnote\" id=\"fn2\"><p>Survey of May.</p></aside></section>",
        "<h1>Notes</h1><p id=\"fn1\"><a href=\"a.xhtml#r1\">1</a>. Minutes of the board.</p><p id=\"fn2\"><a href=\"a.xhtml#r2\">[2]</a> Survey of May.</p>",
        "<h1>Notes</h1><ol><li id=\"fn1\">Minutes of the board. <a href=\"a.xhtml#r1\">↩</a></li><li><p id=\"fn2\">Survey of May.</p></li></ol>",
        "<h2>Notes</h2><dl><dt id=\"fn1\">1</dt><dd>Minutes of the board.</dd><dt id=\"fn2\">2</dt><dd>Survey of May.</dd></dl>",
        "<style>aside{display:none}</style><aside id=\"fn1\">Minutes of the board.</aside><aside id=\"fn2\">Survey of May.</aside>",
    ];
    for form in forms {
        let notes = format!("<html><body>{form}</body></html>");
        let chapter = ("a.xhtml", CHAPTER);
        let notes = ("notes.xhtml", notes.as_str());
        for book in [book(&[chapter, notes], &[]), book(&[chapter], &[notes])] {
            let taken = named("a.epub", &book).unwrap();
            assert_eq!(
                blocks(&taken),
                [
                    "headline: Ferry fares rise",
                    "paragraph: The ferry cost 42 million crowns in 2019, the board said. Nobody asked the islanders about it.",
                ],
                "{form}"
            );
            let said: Vec<String> = remarks(&taken).into_iter().map(|(_, says)| says).collect();
            assert_eq!(said, ["Minutes of the board.", "Survey of May."], "{form}");
            let places: Vec<usize> = taken.article.annotations().iter().map(|note| note.span.start).collect();
            let behind = |words: &str| taken.article.text().find(words).unwrap() + words.len();
            assert_eq!(places, [behind("in 2019"), behind("the islanders")], "{form}");
        }
    }
}

#[test]
fn a_mark_whose_note_is_missing_does_not_run_into_the_figure_before_it() {
    let taken = named("a.epub", &book(&[("a.xhtml", CHAPTER)], &[])).unwrap();
    assert_eq!(
        blocks(&taken)[1],
        "paragraph: The ferry cost 42 million crowns in 2019¹, the board said. Nobody asked the islanders² about it."
    );
}

#[test]
fn a_link_to_another_chapter_is_no_note() {
    let first =
        "<html><body><h1>One</h1><p>The pier was shut in May, see <a href=\"b.xhtml#c2\">2</a>.</p></body></html>";
    let second = "<html><body><h1 id=\"c2\">Two</h1><p id=\"p1\">It was open in June, see <a href=\"a.xhtml#c1\">1</a>.</p></body></html>";
    let taken = named("a.epub", &book(&[("a.xhtml", first), ("b.xhtml", second)], &[])).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: One",
            "paragraph: The pier was shut in May, see 2.",
            "heading: Two",
            "paragraph: It was open in June, see 1.",
        ]
    );
}

#[test]
fn the_style_sheets_that_a_book_links_to_raise_strike_and_hide_its_words() {
    let chapter = "<html><head><link rel=\"stylesheet\" href=\"css/a.css\"/><link rel=\"stylesheet\" media=\"print\" href=\"css/print.css\"/></head><body><h1>Ferry fares rise</h1><p>It carried 10<span class=\"up\">6</span> people, <span class=\"del\">23</span> <em>26</em> of them <i>twice</i><span id=\"n\"> or so</span>.</p></body></html>";
    let sheet = "/* set */ @media screen { p .up { font-size: 70%; vertical-align: super } } .del { text-decoration: line-through } #n { display: none } @media print { em { display: none } }";
    let taken =
        named("a.epub", &book(&[("a.xhtml", chapter)], &[("css/a.css", sheet), ("css/print.css", "i{display:none}")]))
            .unwrap();
    assert_eq!(blocks(&taken)[1], "paragraph: It carried 10⁶ people, 26 of them twice.");
    assert!(taken.notices.iter().any(|notice| notice.contains("hidden or struck")), "{:?}", taken.notices);
}
