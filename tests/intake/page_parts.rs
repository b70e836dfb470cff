//! Parts of a web page that are easily taken for others: the line over and under a headline, boxes, stamps, sources, old layouts.

use super::{blocks, named};

/// Paragraphs that make an article.
const TEXT: &str = "<p>The board paid 3.2 million crowns for the ferry in May, according to the minutes of its June meeting. That is twice what it had told the islanders.</p><p>The yard answered on Monday that the board had asked for a second engine after the contract was signed, and that the engine alone had cost 900,000 crowns.</p><p>Ines Odal, who chairs the islanders, said that nobody had asked them. The boats of last year had sailed on 340 of 365 days.</p>";

/// The blocks of a page that has `head` before its text and `foot` behind it.
fn page(head: &str, foot: &str) -> Vec<String> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>Ferry cost twice as much</title></head><body><div class=\"story\">{head}<div class=\"copy\">{TEXT}{foot}</div></div></body></html>"
    );
    blocks(&named("ferry.html", page.as_bytes()).unwrap())
}

fn assert_has(blocks: &[String], wanted: &[&str]) {
    for wanted in wanted {
        assert!(blocks.iter().any(|block| block == wanted), "{wanted}\n{blocks:#?}");
    }
}

#[test]
fn a_kicker_in_a_heading_is_no_part_of_the_headline() {
    let got =
        page("<h1><span class=\"kicker\">Islands</span><span class=\"title\">Ferry cost twice as much</span></h1>", "");
    assert_has(&got, &["headline: Ferry cost twice as much"]);
    let got = page("<h1><span class=\"one\">Ferry costs</span><span class=\"two\">Twice as much</span></h1>", "");
    assert_has(&got, &["headline: Ferry costs Twice as much"]);
    let drawn = page("<h1><span class=\"a\">F</span><span class=\"b\">erry cost twice as much</span></h1>", "");
    assert_has(&drawn, &["headline: Ferry cost twice as much"]);
}

#[test]
fn a_name_and_a_date_side_by_side_do_not_run_together() {
    let got =
        page("<h1>Ferry cost twice as much</h1><div><span>Tora Lind</span><span>Tue 3 March 2026</span></div>", "");
    assert!(got.iter().any(|block| block.contains("Tora Lind Tue 3 March")), "{got:#?}");
}

#[test]
fn the_line_under_the_headline_is_its_dek_and_the_key_points_are_text() {
    for class in ["standfirst", "entry-subtitle", "lead", "article__chapo"] {
        let head = format!(
            "<header><h1>Ferry cost twice as much</h1><p class=\"{class}\">The bank wants 2 million crowns back</p></header>"
        );
        assert_has(&page(&head, ""), &["dek: The bank wants 2 million crowns back"]);
    }
    let points = "<h1>Ferry cost twice as much</h1><ul class=\"summary\"><li>Board pays 3.2 million crowns</li><li>Yard built in two engines</li></ul>";
    assert_has(
        &page(points, ""),
        &["list_item: Board pays 3.2 million crowns", "list_item: Yard built in two engines"],
    );
}

#[test]
fn stamps_boxes_and_notices_among_the_text_are_furniture() {
    let head =
        "<h1>Ferry cost twice as much</h1><span>Temps de lecture 4 min.</span><div>Article réservé aux abonnés</div>";
    let foot = "<blockquote><p>The engine alone is 900,000 crowns, and nobody says why.</p>— Ulf Berg (@ulfberg) March 3, 2026</blockquote><section><h3>The Wire in your pocket</h3><p>Every morning 12 stories from the islands</p><a href=\"/app\">Download our app</a></section><p>Updated at 17.20 CET</p>";
    let got = page(head, foot);
    assert_has(
        &got,
        &[
            "furniture: Temps de lecture 4 min.",
            "furniture: Article réservé aux abonnés",
            "furniture: — Ulf Berg (@ulfberg) March 3, 2026",
            "furniture: The Wire in your pocket",
            "furniture: Every morning 12 stories from the islands",
            "furniture: Updated at 17.20 CET",
        ],
    );
}

#[test]
fn the_source_of_a_quotation_and_of_an_article_are_shown_and_no_text() {
    let foot = "<blockquote><p>The ferry has sailed on 112 days since she came to the islands.</p><cite>Harbour board, yearly report</cite></blockquote><p>+++ Newsletter: the islands in your inbox. <a href=\"/n\">Sign up here</a> +++</p><p><i>Mit Material von Inselwire</i></p>";
    let got = page("<h1>Ferry cost twice as much</h1>", foot);
    assert_has(&got, &["furniture: Harbour board, yearly report", "furniture: Mit Material von Inselwire"]);
}

#[test]
fn the_words_over_a_table_head_its_rows() {
    let foot = "<table><thead><tr><th>Quarter</th><th>Trips</th></tr></thead><tbody><tr><td>January to March</td><td>1,200</td></tr><tr><td>April to June</td><td>900</td></tr></tbody></table><p>The board is to meet on 13 October, and will hear the yard and the islanders before it decides on the rest.</p>";
    assert_has(&page("<h1>Ferry cost twice as much</h1>", foot), &["heading: Quarter | Trips"]);
}

#[test]
fn the_large_line_over_the_byline_of_an_old_page_is_its_headline() {
    let page = "<html><head><title>Harbour Wire: Ferry cost much</title></head><body><table><tr><td><b>SECTIONS</b><br><a href=1>News</a><br><a href=2>Sport</a></td><td><font size=5><b>Ferry cost twice as much as was said</b></font><br><font size=2>By TORA LIND, Staff Writer<br>Published Tuesday, March 3, 2026</font><br><br>NORRHAMN -- The board on Tuesday said that it had paid 3.2 million crowns for the ferry, twice what it had told.<br><br>Its chair Ines Odal said the yard would have to pay back 240,000 crowns of it.<br><br><b>What the yard says</b><br>The engine cost 900,000 crowns, the masts 40,000.<br><br>\"We were asked for two engines,\" its owner said.</td></tr></table></body></html>";
    let taken = named("ferry.html", page.as_bytes()).unwrap();
    let got = blocks(&taken);
    assert_eq!(taken.article.title, "Ferry cost twice as much as was said");
    assert_has(
        &got,
        &[
            "headline: Ferry cost twice as much as was said",
            "furniture: By TORA LIND, Staff Writer",
            "heading: What the yard says",
            "paragraph: The engine cost 900,000 crowns, the masts 40,000.",
            "paragraph: \"We were asked for two engines,\" its owner said.",
        ],
    );
}

#[test]
fn all_authors_that_a_page_names_side_by_side_are_in_its_byline() {
    let page = format!(
        "<html><head><title>Ferry cost twice as much</title><meta name=\"author\" content=\"Tora Lind\"></head><body><article><h1>Ferry cost twice as much</h1><div>By <a rel=\"author\" href=\"/t\">Tora Lind</a> and <a rel=\"author\" href=\"/u\">Ulf Berg</a></div>{TEXT}</article></body></html>"
    );
    let taken = named("ferry.html", page.as_bytes()).unwrap();
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind, Ulf Berg"));
}

#[test]
fn classes_of_an_exported_document_raise_and_strike_their_words() {
    let page = "<html><head><meta content=\"text/html\" http-equiv=\"content-type\"><style>@media print{.c1{display:none}}.c2{color:red; text-decoration: line-through}.c3{vertical-align:super}</style></head><body class=\"doc-content\"><p><span class=\"c1\">It lost </span><span class=\"c2\">23 </span><span>26 men and 10</span><span class=\"c3\">6</span><span> kilos.</span></p></body></html>";
    let taken = super::named("a.html", page.as_bytes()).unwrap();
    assert_eq!(taken.article.text(), "It lost 26 men and 10⁶ kilos.\n");
    assert!(taken.notices.iter().any(|notice| notice.contains("struck")), "{:?}", taken.notices);
}

#[test]
fn a_text_without_a_page_around_it_is_read_whole() {
    let page = "<html><body><h1>Plan</h1><p>Intro words here.</p><ol start=\"3\"><li>More boats</li><li>Fewer stops<ol type=\"a\"><li>Quay</li><li>Dam</li></ol></li></ol><p>Between.</p><ul><li>Night line</li></ul></body></html>";
    let taken = named("plan.html", page.as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: Plan",
            "paragraph: Intro words here.",
            "list_item: More boats",
            "list_item: Fewer stops",
            "list_item: Quay",
            "list_item: Dam",
            "paragraph: Between.",
            "list_item: Night line",
        ]
    );
}
