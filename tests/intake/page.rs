//! Saved web pages: the facts of their heads, the article of their bodies.

use super::{blocks, named};

const PAGE: &str = r#"<!doctype html><html lang="sv-SE"><head><title>Färjan kostade dubbelt - Hamnposten</title>
<link rel="canonical" href="https://example.org/ferry"><meta property="og:title" content="Färjan kostade dubbelt">
<meta name="author" content="Tora Lind"><meta property="article:published_time" content="2026-03-03T09:41:00Z"></head><body>
<div class="cookie-banner"><p>We use cookies to make this site better. You can accept them all or choose which of them you like.</p><button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Färjan kostade dubbelt</h1><div class="byline">Av Tora Lind</div>
<p>Hamnstyrelsen betalade 3,2 miljoner kronor för den nya färjan i maj, enligt protokollet från mötet i juni. Det är dubbelt så mycket som den hade räknat med.</p>
<figure><img src="a.jpg"><figcaption>Den nya färjan vid kajen i Norrhamn. Foto: Ulf Bergen</figcaption></figure>
<h2>Vad varvet säger</h2>
<p>&#8222;Vi fick veta att den skulle kosta hälften av det&#8221;, säger Ines Odal, som sitter i styrelsen för öborna &amp; röstade nej till köpet av färjan.</p>
<ul><li>fyra månader försenad vid leveransen till hamnen</li><li>240 000 kronor krävs nu tillbaka av varvet</li></ul>
<blockquote><p>Ingen frågade oss om vad vi tyckte om den nya färjan innan den var betald.</p></blockquote>
<div class="newsletter-signup"><p>Get the islands' news in your inbox every morning. Sign up for our newsletter today, it is free.</p></div>
<p>Styrelsen har bett varvet att betala tillbaka 240 000 kronor, men varvet har ännu inte svarat på brevet, säger ordföranden till Hamnposten.</p>
</article>
<aside class="related"><h3>Mer om färjan</h3><p>Öborna vill ha en andra pir i Söderhamn, och de har samlat in namn för den i hela vinter.</p></aside>
<section id="comments"><p>Jag har aldrig tyckt om den där färjan, och det har jag sagt till alla som velat höra på i åratal.</p></section>
<script>document.write("<p>none of this</p>")</script><footer>© 2026 Hamnposten</footer></body></html>"#;

#[test]
fn the_article_is_told_from_its_page() {
    let kept: Vec<String> = blocks(&named("saved.html", PAGE.as_bytes()).unwrap())
        .into_iter()
        .filter(|block| !block.starts_with("furniture"))
        .collect();
    assert_eq!(
        kept,
        [
            "headline: Färjan kostade dubbelt",
            "paragraph: Hamnstyrelsen betalade 3,2 miljoner kronor för den nya färjan i maj, enligt protokollet från mötet i juni. Det är dubbelt så mycket som den hade räknat med.",
            "heading: Vad varvet säger",
            "paragraph: „Vi fick veta att den skulle kosta hälften av det”, säger Ines Odal, som sitter i styrelsen för öborna & röstade nej till köpet av färjan.",
            "list_item: fyra månader försenad vid leveransen till hamnen",
            "list_item: 240 000 kronor krävs nu tillbaka av varvet",
            "quote: Ingen frågade oss om vad vi tyckte om den nya färjan innan den var betald.",
            "paragraph: Styrelsen har bett varvet att betala tillbaka 240 000 kronor, men varvet har ännu inte svarat på brevet, säger ordföranden till Hamnposten.",
        ]
    );
}

#[test]
fn the_page_tells_title_author_date_language_and_link() {
    let article = named("saved.html", PAGE.as_bytes()).unwrap().article;
    assert_eq!(article.title, "Färjan kostade dubbelt");
    assert_eq!(article.language, "sv-SE");
    assert_eq!(article.provenance.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(article.provenance.published.as_deref(), Some("2026-03-03T09:41:00Z"));
    assert_eq!(article.provenance.url.as_deref(), Some("https://example.org/ferry"));
}

#[test]
fn a_page_is_known_by_its_tags_under_any_name() {
    assert_eq!(blocks(&named("-", PAGE.as_bytes()).unwrap()), blocks(&named("saved.html", PAGE.as_bytes()).unwrap()));
    let plain = named("notes.html", b"A < B is what the table says, and B > C.").unwrap();
    assert_eq!(plain.article.text(), "A < B is what the table says, and B > C.\n");
}

#[test]
fn the_encoding_that_a_page_names_is_believed() {
    let page = PAGE.replace("<head>", "<head><meta charset=\"iso-8859-1\">").replace(['„', '”'], "");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&page);
    let taken = named("saved.html", &bytes).unwrap();
    assert!(taken.article.text().contains("Färjan kostade dubbelt"));
    assert_eq!(taken.article.provenance.encoding, None);
}

#[test]
fn ten_thousand_nested_tags_are_read_by_their_words() {
    let page = format!("<html>{}The ferry cost 3.2 million crowns.{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
    let taken = named("deep.html", page.as_bytes()).unwrap();
    assert_eq!(taken.article.text(), "The ferry cost 3.2 million crowns.\n");
    assert_eq!(taken.notices.len(), 1);
}

const FIRST: &str = "The harbour board paid 3.2 million crowns for the new ferry in May, according to the minutes of its June meeting in the town hall.";
const SECOND: &str = "The yard delivered the ferry four months late, and the board has asked for 240,000 crowns back, which the yard has refused to pay so far.";
const THIRD: &str = "Ines Odal, who sits on the board for the islanders, voted against the purchase and says that nobody asked those who take the boat every day.";
const TEASER: &str = "The bakery on the square has a new oven. Read all about it in the weekend edition, with pictures of the bread and of those who bake it.";

/// A page around `inside`, which stands in the element with the headline.
fn page(inside: &str) -> String {
    let menu =
        r#"<header><a href="/">The Island Post</a><nav><a href="/n">News</a> <a href="/s">Sport</a></nav></header>"#;
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Ferry cost twice as much - The Island Post</title></head><body>{menu}{inside}<footer><p>© The Island Post. All rights reserved.</p></footer></body></html>"
    )
}

/// The blocks of the article on a page that are no furniture, without their kinds.
fn told(page: &str) -> Vec<String> {
    let blocks = blocks(&named("saved.html", page.as_bytes()).unwrap()).into_iter();
    let told = blocks.filter(|block| !block.starts_with("furniture"));
    told.map(|block| block.split_once(": ").unwrap().1.to_owned()).collect()
}

/// What is told of an article with the paragraph `first`.
fn told_with(first: &str) -> Vec<String> {
    told(&page(&format!(
        "<main><article><h1>Ferry cost twice as much</h1>{first}<p>{SECOND}</p><p>{THIRD}</p></article></main>"
    )))
}

#[test]
fn an_article_is_its_text_whatever_its_wrapper_is_called() {
    let teasers = format!("<div class=\"grid\">{}</div>", format!("<p>{TEASER}</p>").repeat(7));
    for wrapper in
        ["class=\"with-related\"", "class=\"sidebar\"", "id=\"comments-wrapper\"", "class=\"promo-layout widget\""]
    {
        let article = format!(
            "<div {wrapper}><div><h1>Ferry cost twice as much</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></div>{teasers}"
        );
        assert_eq!(told(&page(&article)), ["Ferry cost twice as much", FIRST, SECOND, THIRD], "{wrapper}");
    }
    let fields = "<div class=\"field field--name-body field--label-hidden\"><p>The ferry came in May.</p><p>It cost 3.2 million crowns.</p><p>The yard was four months late.</p></div>";
    let short = page(&format!("<main><article><h1>Ferry cost twice as much</h1>{fields}</article></main>"));
    assert_eq!(told(&short).len(), 4, "{:?}", told(&short));
}

#[test]
fn ids_made_from_headings_set_nothing_apart() {
    let section = |id: &str, heading: &str, words: &str| {
        format!("<section id=\"{id}\"><h2>{heading}</h2><p>{words}</p></section>")
    };
    let sections = section("toc_2", "The price", FIRST)
        + &section("share", "The share", SECOND)
        + &section("survey-of-the-islands", "Survey", THIRD);
    let got = told(&page(&format!("<article><h1>Ferry cost twice as much</h1>{sections}</article>")));
    assert_eq!(got, ["Ferry cost twice as much", "The price", FIRST, "The share", SECOND, "Survey", THIRD]);
}

#[test]
fn what_stands_past_many_short_rows_is_still_the_article() {
    let labels: String = (1..=40).map(|hour| format!("<div>{hour}:15</div>")).collect::<Vec<_>>().concat();
    let crossings: String = (1..=30).map(|n| format!("<li>Crossing {n}: on time</li>")).collect::<Vec<_>>().concat();
    let got = told_with(&format!("<p>{FIRST}</p><div class=\"chart\">{labels}</div>"));
    assert_eq!(got, ["Ferry cost twice as much", FIRST, SECOND, THIRD]);
    let got = told_with(&format!("<p>{FIRST}</p><ul>{crossings}</ul>"));
    assert_eq!(got.len(), 34);
    assert_eq!(got.last().map(String::as_str), Some(THIRD));
}

#[test]
fn an_article_that_waits_for_a_script_is_read_and_that_is_said() {
    let article =
        format!("<article><h1>Ferry cost twice as much</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>");
    let shells = [
        format!("<div style=\"visibility: hidden\">{article}</div>"),
        format!("<noscript>{article}</noscript>"),
        format!("<div hidden>{article}</div>"),
    ];
    for shell in shells {
        let taken = named("saved.html", page(&shell).as_bytes()).unwrap();
        assert!(taken.article.text().contains(THIRD), "{shell}");
        assert_eq!(taken.notices.len(), 1, "{:?}", taken.notices);
    }
}

#[test]
fn a_question_for_consent_is_not_the_article_and_the_page_behind_it_is() {
    let dialog = "<div role=\"dialog\"><p>We and our 412 partners keep information on your device and read it there, in order to measure what you read here and elsewhere.</p></div>";
    let got = told(&page(&format!(
        "{dialog}<main aria-hidden=\"true\"><article><h1>Ferry cost twice as much</h1><p>{FIRST}</p><p>{SECOND}</p></article></main>"
    )));
    assert_eq!(got, ["Ferry cost twice as much", FIRST, SECOND]);
}

#[test]
fn only_the_article_that_the_title_names_is_read() {
    let next =
        format!("<article><h1>Bakery has a new oven</h1><p>{TEASER}</p><p>{TEASER} It is the second.</p></article>");
    let got = told(&page(&format!(
        "<article><h1>Ferry cost twice as much</h1><p>{FIRST}</p><p>{SECOND}</p></article>{next}"
    )));
    assert_eq!(got, ["Ferry cost twice as much", FIRST, SECOND]);
}

#[test]
fn words_in_a_line_mean_what_they_mean_on_the_page() {
    let cases = [
        (
            "It holds 10<sup>6</sup> litres and 4.5<sup><a href=\"#n1\">1</a></sup> tonnes.",
            "It holds 10⁶ litres and 4.5 tonnes.",
        ),
        ("On the 19<sup>th</sup> of May CO<sub>2</sub> fell.", "On the 19th of May CO2 fell."),
        (
            "It was <sup>3</sup>⁄<sub>4</sub> full, or <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>.",
            "It was ³⁄₄ full, or 3/4.",
        ),
        ("The board said <q>we can not wait</q> on Tuesday.", "The board said “we can not wait” on Tuesday."),
        ("The <button>Harbour Board</button> met on Tuesday.", "The Harbour Board met on Tuesday."),
        ("The <a href=\"/p\">plan<span class=\"sr-only\"> (opens a window)</span></a> is out.", "The plan is out."),
        ("The har\u{ad}bour board met on Tues\u{ad}day.", "The harbour board met on Tuesday."),
        (
            "It cost <del>1.6</del> <ins>3.2</ins> million and took <s>ten</s> 14 months.",
            "It cost 3.2 million and took 14 months.",
        ),
    ];
    for (markup, words) in cases {
        assert_eq!(told_with(&format!("<p>{markup}</p>")).get(1).map(String::as_str), Some(words));
    }
    let struck = page(&format!(
        "<article><h1>Ferry cost twice as much</h1><p>It cost <s>1.6</s> 3.2 million.</p><p>{SECOND}</p></article>"
    ));
    let notices = named("saved.html", struck.as_bytes()).unwrap().notices;
    assert!(notices.iter().any(|notice| notice.contains("“1.6”")), "{notices:?}");
}

#[test]
fn rows_of_a_table_keep_their_cells_and_the_words_over_them() {
    let table = "<table><tr><th></th><th>2025</th><th>2026</th></tr><tr><td>Trips</td><td><p>1,204</p></td><td>980</td></tr><tr><td>Delays</td><td></td><td>31</td></tr></table>";
    let got = told_with(&format!("<p>{FIRST}</p>{table}"));
    assert_eq!(got.get(2..5).unwrap(), ["| 2025 | 2026", "Trips | 1,204 | 980", "Delays | | 31"]);
}

#[test]
fn a_picture_has_its_words_and_the_first_paragraph_its_own() {
    let lede =
        told_with(&format!("<p><img src=\"a.jpg\"><span class=\"credit\">© Photo: Ulf Bergen</span> {FIRST}</p>"));
    assert_eq!(lede.get(1).map(String::as_str), Some(FIRST));
    let caption = "The ferry lay at the quay for 61 days in spring because its papers were missing, the board says.";
    let figure = format!("<p>{FIRST}</p><figure><img src=\"a.jpg\"><figcaption>{caption}</figcaption></figure>");
    let figure =
        page(&format!("<article><h1>Ferry cost twice as much</h1>{figure}<p>{SECOND}</p><p>{THIRD}</p></article>"));
    assert!(blocks(&named("saved.html", figure.as_bytes()).unwrap()).contains(&format!("caption: {caption}")));
}

#[test]
fn every_line_that_an_article_shows_is_text_or_furniture() {
    let boxes = [
        "<aside><p>The yard has built 14 ferries.</p></aside>",
        "<div class=\"author\"><p>Tora Lind has a share in the yard.</p></div>",
        "<p class=\"tags\">ferries, harbours</p>",
        "<div class=\"related-info\"><p>The tender is on page 7.</p></div>",
    ];
    let [first, second, third, last] = boxes;
    let text = page(&format!(
        "<article><h1>Ferry cost twice as much</h1>{first}<p>{FIRST}</p>{second}<p>{SECOND}</p>{third}<p>{THIRD}</p>{last}</article>"
    ));
    let got = blocks(&named("saved.html", text.as_bytes()).unwrap()).join("\n");
    for shown in [
        "The yard has built 14 ferries.",
        "Tora Lind has a share in the yard.",
        "ferries, harbours",
        "The tender is on page 7.",
    ] {
        assert_eq!(got.matches(shown).count(), 1, "{shown}\n{got}");
    }
}

#[test]
fn a_heading_of_one_word_is_the_headline_where_nothing_else_is() {
    let text =
        format!("<html><head></head><body><article><h1>Fire</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>");
    let taken = named("saved.html", text.as_bytes()).unwrap();
    assert_eq!(blocks(&taken).first().map(String::as_str), Some("headline: Fire"));
}

#[test]
fn a_live_page_keeps_the_heading_of_every_entry() {
    let entry = |heading: &str, words: &str| {
        format!("<div class=\"entry\"><time>17:42</time><h2>{heading}</h2><p>{words}</p></div>")
    };
    let entries = entry("Ferry sails again", FIRST) + &entry("Yard answers", SECOND) + &entry("Board meets", THIRD);
    let got = told(&page(&format!("<main><article><h1>Ferry cost twice as much</h1>{entries}</article></main>")));
    assert_eq!(
        got,
        ["Ferry cost twice as much", "Ferry sails again", FIRST, "Yard answers", SECOND, "Board meets", THIRD]
    );
}

#[test]
fn the_page_s_own_data_tells_authors_and_date_and_an_empty_date_is_none() {
    let data = r##"<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#t","name":"Tora Lind"},{"@type":"NewsArticle","headline":"Ferry cost twice as much","author":[{"@id":"#t"},{"@type":"Person","name":"Ulf Bergen"}],"datePublished":"0001-01-01T00:00:00Z"}]}</script>"##;
    let text = format!(
        "{data}<article><h1>Ferry cost twice as much</h1><time>3 March 2026</time><p>{FIRST}</p><p>{SECOND}</p></article>"
    );
    let article = named("saved.html", page(&text).as_bytes()).unwrap().article;
    assert_eq!(article.title, "Ferry cost twice as much");
    assert_eq!(article.provenance.byline.as_deref(), Some("Tora Lind, Ulf Bergen"));
    assert_eq!(article.provenance.published.as_deref(), Some("2026-03-03"));
}

#[test]
fn the_headline_is_the_one_that_the_page_shows() {
    let text = page(&format!(
        "<article><h1>Ferry cost twice as much, board admits</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    ));
    assert_eq!(told(&text).first().map(String::as_str), Some("Ferry cost twice as much, board admits"));
}

#[test]
fn a_line_over_the_headline_is_parted_from_it_as_the_page_tells_it_elsewhere() {
    let text = page(&format!(
        "<article><h1><span>Harbour</span> <span>Ferry cost twice as much</span></h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    ));
    let told =
        text.replace("<title>", "<meta property=\"og:title\" content=\"Harbour: Ferry cost twice as much\"><title>");
    let data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Harbour: Ferry cost twice as much\"}</script></head>";
    let told = told.replace("</head>", data);
    assert_eq!(named("saved.html", told.as_bytes()).unwrap().article.title, "Harbour: Ferry cost twice as much");
}

#[test]
fn lists_of_links_and_teasers_are_no_text_wherever_they_stand() {
    let item = |title: &str| format!("<li>Harbour: <a href=\"/other\">{title}</a></li>");
    let list = format!("<ul>{}{}</ul>", item("Why the second pier was never built"), item("Who paid for the lamps"));
    let teaser = format!("<div><a href=\"/other\"><p>{TEASER} {TEASER}</p></a></div>");
    let got = told_with(&format!("<p>{FIRST}</p>{list}{teaser}"));
    assert_eq!(got, ["Ferry cost twice as much", FIRST, SECOND, THIRD]);
    // A list that has links in it is a list.
    let list = "<ul><li>four months <a href=\"/late\">late</a> when it came to the harbour</li><li>240,000 crowns are claimed back from the yard</li></ul>";
    assert_eq!(told_with(&format!("<p>{FIRST}</p>{list}")).len(), 6);
}

#[test]
fn what_follows_an_article_under_a_head_of_its_own_is_no_text() {
    let paragraphs: Vec<String> =
        (2..14).map(|day| format!("On {day} May the board met again. {FIRST} {SECOND}")).collect();
    let article = format!("<p>{}</p>", paragraphs.join("</p><p>"));
    let with = |head: &str| {
        let after = format!("<div class=\"x1\">{head}<p>{TEASER}</p><p>{TEASER} It is free.</p></div>");
        told(&page(&format!("<div><h1>Ferry cost twice as much</h1><div class=\"text\">{article}</div>{after}</div>")))
    };
    assert_eq!(with("<h3>Two weeks on trial</h3>").get(1..), Some(paragraphs.as_slice()));
    // A text that goes on without one is the article's.
    assert_eq!(with("").len(), paragraphs.len() + 3);
}

#[test]
fn a_box_that_the_page_keeps_from_its_own_data_is_no_text() {
    let paragraphs: Vec<String> = (2..9).map(|day| format!("On {day} May the board met. {FIRST} {SECOND}")).collect();
    let data = format!(
        r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry cost twice as much","articleBody":"{}"}}</script>"#,
        paragraphs.join(" ")
    );
    let text = |part: &[String]| format!("<p>{}</p>", part.join("</p><p>"));
    let (above, below) = paragraphs.split_at(4);
    let figure = format!("<figure><img src=\"a.jpg\"><figcaption>{THIRD}</figcaption></figure>");
    let with = |data: &str| {
        let boxed = format!("<div class=\"x1\"><p>{TEASER}</p></div>");
        told(&page(&format!(
            "{data}<article><h1>Ferry cost twice as much</h1>{}{boxed}{figure}{}</article>",
            text(above),
            text(below)
        )))
    };
    let got = with(&data);
    assert!(!got.iter().any(|told| told == TEASER), "{got:?}");
    assert!(got.iter().any(|told| told == THIRD), "a caption is no box: {got:?}");
    assert_eq!(with("").len(), got.len() + 1);
}

#[test]
fn lines_without_full_stops_under_other_articles_are_text_all_the_same() {
    let lines = [
        "渡輪在五月抵達港口 船身仍然散發著油漆的味道 島上的居民都來到碼頭迎接",
        "委員會支付了三百二十萬克朗 比原先預計的數目多出一倍 沒有人說明原因",
        "船廠遲了四個月才交船 委員會要求退還二十四萬克朗 至今沒有得到答覆",
    ];
    let text = lines.map(|line| format!("<p>{line}</p>")).concat();
    let related = "<div><h3>相關文章</h3><ul><li><a href=\"/a\">舊碼頭的燈</a></li></ul></div>";
    let got = told(&page(&format!("{related}<article><h1>渡輪的價錢</h1><div>{text}</div></article>")));
    assert!(lines.iter().all(|line| got.iter().any(|told| told == line)), "{got:?}");
}

#[test]
fn a_text_that_shares_no_word_with_its_title_is_said_to_be_doubtful() {
    let doubt = |title: &str| {
        let text =
            format!("<html><head><title>{title}</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>");
        let notices = named("saved.html", text.as_bytes()).unwrap().notices;
        notices.iter().any(|notice| notice.contains("No word of the page's title"))
    };
    assert!(doubt("Earthquake shakes southern provinces overnight"));
    assert!(!doubt("Ferries cost twice what councillors expected"));
    assert!(!doubt("A short one"));
}

#[test]
fn pages_that_no_publisher_made_are_read_or_refused() {
    let rows = "<tr><td>Crossing</td><td>on time</td></tr>".repeat(50_000);
    let deep = "<div>".repeat(100_000);
    for hostile in [
        format!("<html><table>{rows}</table>"),
        format!("<html>{deep}{FIRST}"),
        format!("<html>{}", "<p>late".repeat(100_000)),
    ] {
        let _ = named("hostile.html", hostile.as_bytes());
    }
    let mut two = page(&format!(
        "<article><h1>Ferry cost twice as much</h1><p>Färjan är sen. {FIRST}</p><p>{SECOND}</p></article>"
    ))
    .into_bytes();
    two.extend(b"<p>F\xe4rjan</p>");
    let taken = named("saved.html", &two).unwrap();
    assert!(taken.article.text().contains("Färjan är sen."));
    assert_eq!(taken.notices.len(), 1);
}
