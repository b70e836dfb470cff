//! Markdown drafts: front matter, links, lists, quotations, footnotes.

use super::{blocks, changes, named, remarks};

const DRAFT: &str = "---\ntitle: \"Ferry cost twice as much\"\nauthor: Tora Lind\ndate: 2026-03-03\nlang: en-GB\n---\n\n# Ferry cost twice as much\n\nThe board paid **3.2 million** crowns[^minutes] for it.\nThe yard [delivered late](https://example.org/yard), it says.\n\n## What follows\n\n- a second pier\n- higher fares\n\n> We were never asked.\n\n[^minutes]: Minutes of the June meeting, p. 4.\n";

#[test]
fn the_words_stay_and_the_marks_go() {
    let taken = named("draft.md", DRAFT.as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: Ferry cost twice as much",
            "paragraph: The board paid 3.2 million crowns for it. The yard delivered late, it says.",
            "heading: What follows",
            "list_item: a second pier",
            "list_item: higher fares",
            "quote: We were never asked.",
        ]
    );
}

#[test]
fn the_front_matter_tells_the_facts() {
    let article = named("draft.md", DRAFT.as_bytes()).unwrap().article;
    assert_eq!(article.title, "Ferry cost twice as much");
    assert_eq!(article.language, "en-GB");
    assert_eq!(article.provenance.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(article.provenance.published.as_deref(), Some("2026-03-03"));
}

#[test]
fn footnotes_and_links_are_remarks_on_their_words() {
    let taken = named("draft.md", DRAFT.as_bytes()).unwrap();
    let wanted = [("", "Minutes of the June meeting, p. 4."), ("delivered late", "https://example.org/yard")];
    assert_eq!(remarks(&taken), wanted.map(|(words, says)| (words.to_owned(), says.to_owned())));
    let note = taken.article.annotations().first().unwrap();
    let before = taken.article.text().get(..note.span.start).unwrap();
    assert!(before.ends_with("3.2 million crowns"), "{before}");
}

#[test]
fn markdown_is_known_by_its_marks_under_any_name() {
    assert_eq!(blocks(&named("-", DRAFT.as_bytes()).unwrap()).len(), 6);
    let plain = named("-", b"The price is 3 * 4 crowns.\n\n# of ferries: 2\n").unwrap();
    assert_eq!(plain.article.text(), "The price is 3 * 4 crowns.\n\n# of ferries: 2\n");
}

#[test]
fn a_table_is_read_row_by_row() {
    let taken = named("t.md", b"# Fares\n\n| Route | Crowns |\n|---|---|\n| North | 40 |\n| South | 55 |\n").unwrap();
    assert_eq!(
        blocks(&taken),
        ["headline: Fares", "paragraph: Route | Crowns", "paragraph: North | 40", "paragraph: South | 55"]
    );
}

#[test]
fn front_matter_may_run_over_lines_and_hold_lists() {
    let text = "---\ntitle: >-\n  Ferry cost twice\n  as much\nauthors:\n  - Tora Lind\n  - Ulf Bergen\ndate: 2026-03-03\nparams:\n  title: None of this\n---\n\nThe ferry cost 3.2 million crowns.\n";
    let article = named("draft.md", text.as_bytes()).unwrap().article;
    assert_eq!(article.title, "Ferry cost twice as much");
    assert_eq!(article.provenance.byline.as_deref(), Some("Tora Lind, Ulf Bergen"));
    assert_eq!(article.provenance.published.as_deref(), Some("2026-03-03"));
}

#[test]
fn tags_of_a_template_are_no_text() {
    let text = "# Ferries\n\n{{< figure src=\"a.jpg\" >}}\n\nThe ferry cost {% include price %}3.2 million crowns.\n";
    let taken = named("draft.md", text.as_bytes()).unwrap();
    assert_eq!(blocks(&taken), ["headline: Ferries", "paragraph: The ferry cost 3.2 million crowns."]);
}

#[test]
fn what_a_page_says_is_furniture_in_markdown_as_in_plain_text() {
    let text = "# The pier is shut\n\nBy Tora Lind\n\nThe pier cost 3.2 million crowns, the board said.\n\nAdvertisement\n\n2026\n\nIt was built in 1911 and has been mended four times.\n\nFollow us for more stories of the harbour\n\nCopyright 2026 The Harbour Post\n";
    let taken = named("a.md", text.as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "furniture: By Tora Lind",
            "paragraph: The pier cost 3.2 million crowns, the board said.",
            "furniture: Advertisement",
            "paragraph: 2026",
            "paragraph: It was built in 1911 and has been mended four times.",
            "furniture: Follow us for more stories of the harbour",
            "furniture: Copyright 2026 The Harbour Post",
        ]
    );
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind"));
}

#[test]
fn what_stands_in_it_as_html_is_read() {
    let draft = "# The bridge\n\nIt carries 10<sup>6</sup> people and <del>7</del> 8 trams,<br>and CO<sub>2</sub> falls.\n\n<div>\nThe town owns 44 docks.\n</div>\n\n<p align=\"center\">Of 17 captains 9 stay.</p>\n\n<table><tr><th>Year</th><th>People</th></tr><tr><td>2024</td><td>395</td></tr></table>\n\n<!-- not for readers -->\n\n> They wrote:\n>\n> <p>Shut it.</p>\n";
    assert_eq!(
        blocks(&named("bridge.md", draft.as_bytes()).unwrap()),
        [
            "headline: The bridge",
            "paragraph: It carries 10⁶ people and 8 trams, and CO2 falls.",
            "paragraph: The town owns 44 docks.",
            "paragraph: Of 17 captains 9 stay.",
            "paragraph: Year | People",
            "paragraph: 2024 | 395",
            "quote: They wrote:",
            "quote: Shut it.",
        ]
    );
}

#[test]
fn a_tag_of_html_that_is_not_closed_holds_for_its_paragraph() {
    let taken =
        named("bridge.md", b"The town owns 44 docks, <del>and nobody knows it.\n\nThe rest of them stands.\n").unwrap();
    assert_eq!(blocks(&taken), ["paragraph: The town owns 44 docks,", "paragraph: The rest of them stands."]);
}

#[test]
fn a_raised_word_keeps_the_blanks_round_it() {
    let draft = "# The bridge\n\nIt opened on the 5<sup>th </sup>of May and lost 10<sup>6\n</sup>tonnes.\n";
    assert_eq!(
        blocks(&named("bridge.md", draft.as_bytes()).unwrap()).pop().unwrap(),
        "paragraph: It opened on the 5th of May and lost 10⁶ tonnes."
    );
}

#[test]
fn marks_of_criticmarkup_are_changes_and_remarks_and_no_words_of_the_text() {
    let taken = named(
        "draft.md",
        "# The pier{>>who took the picture?<<}\n\nIt {~~cost~>costs~~} {==4 million crowns==}{>>ask the *mayor*<<} and {++very ++}much \
         {--old --}**rope**.{>>end<<}\n\n- One {==boat==}{>>which<<}\n\nCode `{++shown++}` stays.\n"
            .as_bytes(),
    )
    .unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier",
            "paragraph: It costs 4 million crowns and very much rope.",
            "list_item: One boat",
            "paragraph: Code {++shown++} stays."
        ]
    );
    assert_eq!(changes(&taken), ["deleted –: cost", "inserted –: costs", "inserted –: very", "deleted –: old"]);
    let remark = |words: &str, says: &str| (words.to_owned(), says.to_owned());
    assert_eq!(
        remarks(&taken),
        [
            remark("", "who took the picture?"),
            remark("4 million crowns", "ask the *mayor*"),
            remark("", "end"),
            remark("boat", "which"),
        ]
    );
}

#[test]
fn a_brace_that_marks_nothing_is_a_word() {
    let taken = named("draft.md", "# Braces\n\nA {++ that is not closed, and {i} {- j -}.\n".as_bytes()).unwrap();
    assert_eq!(blocks(&taken)[1], "paragraph: A {++ that is not closed, and {i} {- j -}.");
    assert!(changes(&taken).is_empty() && remarks(&taken).is_empty());
}

#[test]
fn stars_between_figures_multiply_and_emphasise_nothing() {
    let draft = "# The hall\n\nIt has 2*3*4 rooms, 5*6 chairs, 40* men and 10**2**3, *all* of **them** in 3*days*.\n";
    assert_eq!(
        blocks(&named("hall.md", draft.as_bytes()).unwrap())[1],
        "paragraph: It has 2*3*4 rooms, 5*6 chairs, 40* men and 10**2**3, all of them in 3days."
    );
}

#[test]
fn what_a_writer_sets_in_angle_brackets_stays() {
    let draft = "# The hall\n\nThe hall <TK ask the police> cost <sum>, a<b and c>d, <i>not</i> <input disabled> 4 million.<br/>\n\n<TK>\n\n<x-box>It stands.</x-box>\n";
    assert_eq!(
        blocks(&named("hall.md", draft.as_bytes()).unwrap())[1..],
        [
            "paragraph: The hall <TK ask the police> cost <sum>, a<b and c>d, not 4 million.",
            "paragraph: <TK>",
            "paragraph: It stands."
        ]
    );
}
