//! Whole stretches of a web page's article that are easily lost: in a part of its own, in a list without stops.

use super::{blocks, named};

/// The blocks of a page with this body.
fn page(body: &str) -> Vec<String> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>Ferry cost twice as much</title></head><body><header><a href=\"/\">Home</a></header>{body}</body></html>"
    );
    blocks(&named("ferry.html", page.as_bytes()).unwrap())
}

fn assert_has(blocks: &[String], wanted: &[&str]) {
    for wanted in wanted {
        assert!(blocks.iter().any(|block| block == wanted), "{wanted}\n{blocks:#?}");
    }
}

const PAID: &str = "The board paid 3.2 million crowns for the ferry in May, according to the minutes of its June meeting. That is twice what it had told the islanders.";
const YARD: &str = "The yard answered on Monday that the board had asked for a second engine after the contract was signed, and that the engine alone had cost 900,000 crowns.";
const ASKED: &str = "Ines Odal, who chairs the islanders, said that nobody had asked them. The boats of last year had sailed on 340 of 365 days, she said on the quay.";
const OWNED: &str = "The ferry belongs to the harbour of Norrhamn, which owns four others. Two of them are older than 30 years and are to be sold in the spring, if anybody wants to have them at the price that the board asks.";
const WEATHER: &str = "In January it sailed on 19 of 31 days. The board blames the ice, and the islanders say that the old boat had sailed through more of it than this one is allowed to by its papers.";
const NEXT: &str = "The board meets again on 4 March, and it will have to say by then how much of the price it asks back from the yard, which has not yet answered the letter of last week.";

#[test]
fn an_article_that_is_set_in_parts_is_read_in_all_of_them() {
    let part = |head: &str, paragraphs: &[&str]| {
        let paragraphs = paragraphs.join("</p><p>");
        format!("<section class=\"part\">{head}<p>{paragraphs}</p></section>")
    };
    let body = format!(
        "<article>{}<hr>{}</article>",
        part("<h1>Ferry cost twice as much</h1>", &[PAID, YARD, ASKED]),
        part("<h1>What the ice did</h1>", &[OWNED, WEATHER, NEXT]),
    );
    assert_has(
        &page(&body),
        &[OWNED, WEATHER, NEXT].map(|text| format!("paragraph: {text}")).each_ref().map(String::as_str),
    );
}

#[test]
fn a_short_report_keeps_the_list_that_it_announces() {
    let body = format!(
        "<main><h1>Ferry cost twice as much</h1><div class=\"text\"><p>{PAID}</p><p>It called at these harbours:</p><p>&lt;North&gt;</p><p>Norrhamn: pier 2, pier 4, old quay</p><p>&lt;South&gt;</p><p>Söderholm: mole, east quay, 12 berths</p></div><div class=\"who\"><ul><li>Written by</li><li>Tora Lind</li></ul></div></main>"
    );
    assert_has(
        &page(&body),
        &["paragraph: Norrhamn: pier 2, pier 4, old quay", "paragraph: Söderholm: mole, east quay, 12 berths"],
    );
}
