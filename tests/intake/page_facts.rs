//! What a web page tells of its article: who wrote it, when, under which title, as its data, its head and its own lines have it.

use super::{blocks, named};
use factdesk::review::Provenance;

/// Paragraphs that make an article.
const TEXT: &str = "<p>The board paid 3.2 million crowns for the ferry in May, according to the minutes of its June meeting. That is twice what it had told the islanders.</p><p>The yard answered on Monday that the board had asked for a second engine after the contract was signed, and that the engine alone had cost 900,000 crowns.</p><p>Ines Odal, who chairs the islanders, said that nobody had asked them. The boats of last year had sailed on 340 of 365 days.</p>";

/// The title and the facts of a page with `head` in its head and `lines` under its headline.
fn facts(head: &str, lines: &str) -> (String, Provenance) {
    let page = format!(
        "<html><head>{head}</head><body><article><h1>Ferry cost twice as much</h1>{lines}{TEXT}</article></body></html>"
    );
    let article = named("ferry.html", page.as_bytes()).unwrap().article;
    (article.title.clone(), article.provenance)
}

/// JSON-LD of an article by `author`, from the Island Post.
fn data(author: &str) -> String {
    format!(
        "<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry cost twice as much\",\"author\":{author},\"publisher\":{{\"@type\":\"Organization\",\"name\":\"Island Post\"}}}}</script>"
    )
}

fn byline(head: &str, lines: &str) -> Option<String> {
    facts(head, lines).1.byline
}

#[test]
fn an_agency_that_wrote_along_is_in_the_byline_and_the_publisher_is_not() {
    let both = r#"[{"@type":"Person","name":"Tora Lind"},{"@type":"Organization","name":"TTN"},{"@type":"Organization","name":"Island Post"}]"#;
    assert_eq!(byline(&data(both), "").as_deref(), Some("Tora Lind, TTN"));
    let desk = r#"{"@type":"NewsMediaOrganization","name":"Island Post news desk"}"#;
    let head = data(desk) + r#"<meta name="author" content="Island Post, Norrhamn">"#;
    assert_eq!(byline(&head, "").as_deref(), Some("Island Post news desk"));
}

#[test]
fn who_is_named_on_the_page_wrote_it_where_its_data_name_the_site() {
    let site = data(r#"{"@type":"Organization","name":"Island Post"}"#);
    assert_eq!(byline(&site, "<span class=\"article-author\">By Tora Lind</span>").as_deref(), Some("Tora Lind"));
    assert_eq!(byline(&site, "<p>by <a href=\"/authors/lind\">Tora Lind</a></p>").as_deref(), Some("Tora Lind"));
    assert_eq!(byline(&site, "<p>See <a href=\"/authors/lind\">Tora Lind</a></p>").as_deref(), Some("Island Post"));
    let head = r#"<meta property="og:site_name" content="The Island Post Online"><meta name="publisher" content="TIP"><meta name="author" content="TIP">"#;
    assert_eq!(byline(head, "<p>von <a href=\"/autoren/lind\">Tora Lind</a></p>").as_deref(), Some("Tora Lind"));
}

#[test]
fn a_name_is_parted_from_the_date_the_trade_and_the_place_beside_it() {
    let lines = "<div class=\"author-date\"><div>By <a href=\"/a\">Tora Lind</a></div><time><span>May 14, 2026</span><span>7:30 AM</span></time></div>";
    let (_, facts) = facts("", lines);
    assert_eq!(facts.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(facts.published.as_deref(), Some("2026-05-14"));
    let lines =
        "<div data-component=\"byline-block\"><span>Tora Lind</span><span>Business reporter, Norrhamn</span></div>";
    assert_eq!(byline("", lines).as_deref(), Some("Tora Lind"));
    let lines = "<div class=\"byline-wrapper\"><a>Tora Lind</a><div>May 14, 2026 ∙ Paid</div></div>";
    assert_eq!(self::facts("", lines).1.published.as_deref(), Some("2026-05-14"));
}

#[test]
fn a_title_is_without_what_its_page_adds_behind_a_bar() {
    let head = data("[]").replace("Ferry cost twice as much", "Ferry costs “twice as much”")
        + "<meta property=\"og:title\" content=\"Ferry costs “twice as much”-Local｜Island Post\">";
    assert_eq!(facts(&head, "").0, "Ferry costs “twice as much”");
}

const SHORT: &str = "<p>The council of the town wants the ferry company to change its plan before spring, Mayor Tora Lind said on Monday.</p>\
    <p>The board meets again on 4 May, and it will then vote on each of the points, Lind said to the reporters in the hall.</p>";

/// The title of a page with this head and body, and its first two blocks.
fn headed(head: &str, body: &str) -> (String, Vec<String>) {
    let page = format!("<html lang=\"en\"><head>{head}</head><body>{body}</body></html>");
    let taken = named("page.html", page.as_bytes()).unwrap();
    (taken.article.title.clone(), blocks(&taken).into_iter().take(2).collect())
}

#[test]
fn a_title_that_is_no_heading_is_found_and_stands_once() {
    let said = "<title>A new plan for the ferry | The Paper</title>";
    let first = "paragraph: The council of the town wants the ferry company to change its plan before spring, Mayor Tora Lind said on Monday.";
    for (head, body) in [
        (said, format!("<article><p class=\"x1\">A new plan for the ferry</p>{SHORT}</article>")),
        (said, format!("<div class=\"article-title\">A new plan for the ferry</div><article>{SHORT}</article>")),
        ("", format!("<div class=\"title\">A new plan for the ferry</div>{SHORT}")),
        ("", format!("<div class=\"title\">– A new plan for the ferry</div>{SHORT}")),
        (said, format!("<h1>A new plan for the ferry</h1><article><p>A new plan for the ferry</p>{SHORT}</article>")),
    ] {
        let (title, blocks) = headed(head, &body);
        assert_eq!(
            (title.contains("A new plan for the ferry"), blocks),
            (true, vec!["headline: A new plan for the ferry".to_owned(), first.to_owned()]),
            "{body}"
        );
    }
}

#[test]
fn a_second_article_of_a_page_is_left_out_and_said() {
    let other = "<p>The harbour of the town will be closed from Tuesday on, as the storm comes nearer, the company said on Monday.</p>\
        <p>Boats have to leave the quay by noon on Tuesday, or they will be towed at the cost of their owners, it said.</p>\
        <p>The storm is the third of the year, and the strongest since 1987, the weather office said in the evening.</p>";
    let page = format!(
        "<html lang=\"en\"><head><title>A new plan for the ferry | The Paper</title></head><body><article><h1>A new plan for the ferry</h1>{SHORT}</article><article><h1>Harbour closes for the storm</h1>{other}</article></body></html>"
    );
    let taken = named("page.html", page.as_bytes()).unwrap();
    assert!(!taken.article.text().contains("towed"), "{}", taken.article.text());
    let said = "Another article follows on the page, “Harbour closes for the storm”; it was left out: save its own page to read it.";
    assert_eq!(taken.notices, [said]);
}
