//! Web pages: what their own style sheets do to words inside a line.

use super::named;

/// The text of a page with this style sheet and line.
fn page(sheet: &str, line: &str) -> (String, Vec<String>) {
    let about =
        "The board of the ferry line met on Monday and spoke about the year, as it does each spring at the pier.";
    let page = format!(
        "<html><head><title>Ferry fares rise again this year</title>{sheet}</head><body><article><h1>Ferry fares rise again this year</h1><p>{about} {about}</p><p>{line}</p><p>{about} {about}</p></article></body></html>"
    );
    let taken = named("a.html", page.as_bytes()).unwrap();
    (taken.article.text().to_owned(), taken.notices)
}

#[test]
fn classes_of_a_page_raise_strike_and_hide_words_of_a_line() {
    let line = "The line carried 10<span class=\"up\">6</span> people last year, <span class=\"del\">23</span> <b>26</b> of them twice, the board of the line said<span class=\"pop\">See our terms</span>.";
    let wanted = "The line carried 10⁶ people last year, 26 of them twice, the board of the line said.";
    let sheet = "<style>.up{vertical-align:super;font-size:.7em} @media screen{.del{text-decoration:line-through}} p .pop{display:none} @media print{b{display:none}}</style>";
    let (text, notices) = page(sheet, line);
    assert!(text.contains(wanted), "{text}");
    assert!(notices.iter().any(|notice| notice.contains("strikes out or hides")), "{notices:?}");
}

#[test]
fn styles_on_words_themselves_count_like_those_of_a_sheet() {
    let line = "The line carried 10<span style=\"vertical-align: super\">6</span> people last year<span style=\"display: none\"> or so</span>, the board of the line said.";
    let (text, _) = page("", line);
    assert!(text.contains("carried 10⁶ people last year, the board"), "{text}");
}

#[test]
fn what_a_sheet_hides_as_a_whole_is_still_read_as_a_script_may_show_it() {
    let line = "The line carried more people last year.</p><p class=\"more\">Nobody had asked the islanders about it before the summer, and few of them took the ferry at all.";
    for sheet in ["<style>.more{display:none}</style>", "<style media=\"print\">p{display:none}</style>"] {
        let (text, _) = page(sheet, line);
        assert!(text.contains("Nobody had asked the islanders"), "{text}");
    }
}
