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
