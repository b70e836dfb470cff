//! Single lines of a web page that are taken for what they are not: captions, pleas that ask for nothing, who the authors are, counters.

use super::{blocks, named};

const FIRST: &str = "The board paid 3.2 million crowns for the ferry in May, according to the minutes of its June meeting. That is twice what it had told the islanders.";
const SECOND: &str = "The yard answered on Monday that the board had asked for a second engine after the contract was signed, and that the engine alone had cost 900,000 crowns.";
const THIRD: &str = "Ines Odal, who chairs the islanders, said that nobody had asked them. The boats of last year had sailed on 340 of 365 days.";

/// The blocks of a page by Tora Lind that has `lines` between its paragraphs and `foot` behind them.
fn page(lines: &str, foot: &str) -> Vec<String> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>Ferry cost twice as much</title><meta name=\"author\" content=\"Tora Lind\"></head><body><article><h1>Ferry cost twice as much</h1><div class=\"copy\"><p>{FIRST}</p>{lines}<p>{SECOND}</p><p>{THIRD}</p>{foot}</div></article></body></html>"
    );
    blocks(&named("ferry.html", page.as_bytes()).unwrap())
}

fn assert_has(blocks: &[String], wanted: &[&str]) {
    for wanted in wanted {
        assert!(blocks.iter().any(|block| block == wanted), "{wanted}\n{blocks:#?}");
    }
}

#[test]
fn a_caption_that_states_something_is_one_wherever_its_picture_stands() {
    let figure = |words: &str| format!("<figure><img src=\"a.jpg\"><figcaption>{words}</figcaption></figure>");
    let told =
        "The new ferry, which cost twice what the board had planned, lies in the harbour. (Ulf Bergen/Getty Images)";
    let boxed = format!("<div class=\"media\"><div class=\"holder\">{}</div></div>", figure(told));
    let got = page(&boxed, "");
    assert_has(&got, &[&format!("caption: {told}")]);
    let counted = "Mayor Tora Berg says 140 jobs will be created";
    let got = page(&format!("<div class=\"box\">{}</div>", figure(counted)), "");
    assert_has(&got, &[&format!("caption: {counted}")]);
    let got = page(&format!("<div class=\"box\">{}</div>", figure("The ferry at its quay, Getty Images")), "");
    assert_has(&got, &["furniture: The ferry at its quay, Getty Images"]);
    let twice = page(&boxed, &boxed);
    assert_eq!(twice.iter().filter(|block| **block == format!("caption: {told}")).count(), 1, "{twice:#?}");
}

#[test]
fn words_of_a_plea_that_ask_nobody_for_anything_are_text() {
    let list = "<h2>What a subscription costs</h2><ul><li>Free plan: 500 subscribers, one newsletter</li><li>Sign up for our newsletter</li></ul>";
    let got = page(list, "");
    assert_has(
        &got,
        &[
            "heading: What a subscription costs",
            "list_item: Free plan: 500 subscribers, one newsletter",
            "furniture: Sign up for our newsletter",
        ],
    );
}

#[test]
fn who_the_author_is_is_no_text_and_what_somebody_else_is_is_text() {
    let own = "Tora Lind is the author of two books about the islands and lives on Söderholm.";
    let other = "Ines Odal is the head of the islanders and lives on Söderholm, too.";
    let got = page("", &format!("<p>{other}</p><p>{own}</p>"));
    assert_has(&got, &[&format!("furniture: {own}"), &format!("paragraph: {other}")]);
    let greeting = "Hi, I’m Tora, and I have written about boats since 1998.";
    assert_has(&page("", &format!("<p>{greeting}</p>")), &[&format!("furniture: {greeting}")]);
}

#[test]
fn counters_addresses_and_pointers_are_the_page_s() {
    let lines = "<p>3 of 12 |</p><p>[Read more: The quay that nobody needs]</p><p>Czytaj też: Prom kosztował dwa razy więcej</p><p>Do you know more? Write to desk@post.example.</p>";
    let got = page(lines, "");
    assert_has(
        &got,
        &[
            "furniture: 3 of 12 |",
            "furniture: [Read more: The quay that nobody needs]",
            "furniture: Czytaj też: Prom kosztował dwa razy więcej",
            "furniture: Do you know more? Write to desk@post.example.",
        ],
    );
    let said = "“You can write to desk@post.example about all 3 of 12 boats,” said Odal.";
    assert_has(&page(&format!("<p>{said}</p>"), ""), &[&format!("paragraph: {said}")]);
}

#[test]
fn what_stands_under_a_headline_is_its_dek_by_whatever_name() {
    for class in ["article-subheading", "post__excerpt"] {
        let dek = "Islanders paid for a boat that nobody had asked them about";
        let page = format!(
            "<html lang=\"en\"><head><title>Ferry cost twice as much</title></head><body><article><header><h1>Ferry cost twice as much</h1><div class=\"{class}\">{dek}</div></header><div class=\"copy\"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article></body></html>"
        );
        assert_has(&blocks(&named("ferry.html", page.as_bytes()).unwrap()), &[&format!("dek: {dek}")]);
    }
}

#[test]
fn the_first_lines_of_a_list_that_opens_an_article_are_not_lost() {
    let teaser = |n| format!("<li><a href=\"/{n}\">What the islands paid in year number {n} of the old board</a></li>");
    let teasers = (1..=60).map(teaser).collect::<Vec<String>>().concat();
    let points = "<h2>The short of it</h2><ul><li>The ferry of Norrhamn cost 3.2 million crowns (twice its price).</li><li>The board was told by the yard that the second engine would cost more.</li></ul>";
    let page = format!(
        "<html lang=\"en\"><head><title>Ferry cost twice as much</title></head><body><main><h1>Ferry cost twice as much</h1><div class=\"years\"><ul>{teasers}</ul></div><div class=\"copy\">{points}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></main></body></html>"
    );
    let got = blocks(&named("ferry.html", page.as_bytes()).unwrap());
    assert_has(&got, &["list_item: The ferry of Norrhamn cost 3.2 million crowns (twice its price)."]);
}

#[test]
fn a_phrase_that_goes_on_as_another_word_is_no_page_s() {
    let served =
        "And now our application is able to serve more than 200,000 requests in 20 seconds, the harbour office wrote.";
    let light = "Counting her fingers, she says that the stall makes 10,000 to 15,000 crowns a day. She adds that this is so because it is seen at night by the courtesy of light from lamps along the quay.";
    let trial = "The yard offers a 30-day free trial of the engine. I have seen its contract, which names 900 crowns for each day after that.";
    let got = page(&format!("<p>{served}</p><p>{light}</p><p>{trial}</p><p>Get our app on your phone.</p>"), "");
    assert_has(
        &got,
        &[&format!("paragraph: {served}"), &format!("paragraph: {light}"), &format!("paragraph: {trial}")],
    );
    assert_has(&got, &["furniture: Get our app on your phone."]);
}
