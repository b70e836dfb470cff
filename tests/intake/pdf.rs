//! PDFs: paragraphs from lines, running heads, hyphens and notes told by where words stand.

use std::fmt::Write as _;

use super::{blocks, named, remarks};

/// Words on a page: size, place from the left and from below, words.
pub(super) type Words<'a> = (u32, u32, u32, &'a str);

/// A PDF of these pages.
pub(super) fn pdf(pages: &[&[Words<'_>]]) -> Vec<u8> {
    encoded("/WinAnsiEncoding", pages)
}

/// A PDF of these pages in a font whose codes mean this.
fn encoded(encoding: &str, pages: &[&[Words<'_>]]) -> Vec<u8> {
    let content = |words: &[Words<'_>]| {
        let mut drawn = String::new();
        for (size, x, y, text) in words {
            let _ = writeln!(drawn, "BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET");
        }
        format!("<< /Length {} >> stream\n{drawn}endstream", drawn.len())
    };
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + page * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>",
            kids.join(" "),
            pages.len()
        ),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times /FirstChar 32 /Widths [{}] /Encoding {encoding} >>",
            vec!["500"; 224].join(" ")
        ),
    ];
    for (page, words) in pages.iter().enumerate() {
        objects.push(format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 5 + page * 2));
        objects.push(content(words));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let _ =
        write!(file, "{table}trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF", objects.len() + 1, file.len());
    file.into_bytes()
}

#[test]
fn lines_become_paragraphs_and_heads_are_told_apart() {
    let first: &[Words<'_>] = &[
        (8, 60, 800, "Harbour Wire 1"),
        (20, 60, 740, "The pier is shut"),
        (10, 60, 700, "The pier at the north quay of the old harbour has been shut since the storm of"),
        (10, 60, 688, "May, and the board has not said for how long the repair is going to last, a secre-"),
        (10, 60, 676, "tary told the Wire."),
        (6, 156, 680, "1"),
        (10, 60, 656, "A second paragraph follows after a gap that is wider than the one between its own"),
    ];
    let second: &[Words<'_>] =
        &[(8, 60, 800, "Harbour Wire 2"), (10, 60, 740, "lines, and it goes on over the page."), (10, 60, 60, "2")];
    let noted: Vec<Words<'_>> =
        first.iter().copied().chain([(6, 60, 90, "1"), (8, 66, 86, "Told on the telephone.")]).collect();
    let taken = named("pier.pdf", &pdf(&[&noted, second])).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "furniture: Harbour Wire 1",
            "headline: The pier is shut",
            "paragraph: The pier at the north quay of the old harbour has been shut since the storm of May, and the board has not said for how long the repair is going to last, a secretary told the Wire.",
            "paragraph: A second paragraph follows after a gap that is wider than the one between its own lines, and it goes on over the page.",
            "furniture: Harbour Wire 2",
            "furniture: 2",
        ]
    );
    assert_eq!(remarks(&taken), [(String::new(), "Told on the telephone.".to_owned())]);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The pier at the north quay of the old"),
        (10, 60, 688, "harbour has been shut since May."),
        (10, 320, 700, "Nobody at the harbour board has said"),
        (10, 320, 688, "for how long."),
    ];
    let taken = named("pier.pdf", &pdf(&[words])).unwrap();
    assert_eq!(
        taken.article.text(),
        "The pier at the north quay of the old harbour has been shut since May.\n\nNobody at the harbour board has said for how long.\n"
    );
}

#[test]
fn a_pdf_of_pictures_and_a_damaged_one_say_what_to_do() {
    let pictures = named("a.pdf", &pdf(&[&[]])).unwrap_err().to_string();
    assert!(pictures.contains("pictures without words"), "{pictures}");
    let damaged = named("a.pdf", b"%PDF-1.7\nstuff").unwrap_err().to_string();
    assert!(damaged.starts_with("it can't be read as PDF: it is damaged"), "{damaged}");
    let sound = pdf(&[&[(10, 60, 700, "The pier at the north quay of the old harbour is shut.")]]);
    for end in (0..sound.len()).step_by(97) {
        let _ = named("a.pdf", sound.get(..end).unwrap());
    }
}

/// The same pages as a browser prints them.
fn printed(pages: &[&[Words<'_>]]) -> Vec<u8> {
    let file = String::from_utf8(pdf(pages)).unwrap();
    file.replace("trailer << ", "trailer << /Info << /Producer (Skia/PDF m1) >> ").into_bytes()
}

/// The two pages of an article as a browser prints it, what stands round it on the site included.
const PRINTED: [&[Words<'_>]; 2] = [
    &[
        (10, 56, 780, "Skip to content"),
        (10, 86, 760, "News"),
        (10, 86, 748, "Sport"),
        (20, 56, 720, "Ferry cost twice as much as was said"),
        (10, 56, 680, "The board paid 3.2 million crowns for the ferry in May, twice what it had told the islanders,"),
        (10, 56, 668, "and the bank has asked for its money back within a year, the minutes of the June meeting say."),
        (10, 86, 640, "The ferry at the quay of Norrhamn, where she lay for 61 days in spring."),
        (10, 86, 628, "Photo: Harbour Board"),
        (14, 56, 600, "What the yard says"),
        (
            10,
            56,
            570,
            "The yard answered on Monday that the board had asked for a second engine after the contract was",
        ),
        (10, 56, 558, "signed, and that the engine alone had cost 900,000 crowns and four months of work at the yard."),
        (10, 56, 530, "Advertisement"),
    ],
    &[
        (
            10,
            56,
            780,
            "Ms Odal, who chairs the islanders, said that nobody had asked them, and that the boats of last year",
        ),
        (
            10,
            56,
            768,
            "had sailed on 340 of 365 days without the new ferry, which has sailed on 112 days since she came.",
        ),
        (14, 56, 740, "The year in figures"),
        (10, 58, 716, "Quarter"),
        (10, 140, 716, "Trips"),
        (10, 58, 700, "January to March"),
        (10, 200, 700, "1,200"),
        (10, 58, 690, "2024 3"),
        (10, 58, 680, "2025 12"),
        (
            10,
            56,
            670,
            "The board is to meet on 13 October, and will hear the yard and the islanders before it decides on",
        ),
        (
            10,
            56,
            658,
            "the second half of the price, its chair told the Wire in a letter on Tuesday afternoon, he said.",
        ),
        (14, 56, 620, "Most read"),
        (10, 74, 600, "1. Ten gardens to see before winter"),
        (10, 74, 588, "2. How the quay got its name"),
    ],
];

#[test]
fn a_printed_page_keeps_its_headline_headings_rows_and_captions() {
    let got = blocks(&named("page.pdf", &printed(&PRINTED)).unwrap());
    for wanted in [
        "headline: Ferry cost twice as much as was said",
        "caption: The ferry at the quay of Norrhamn, where she lay for 61 days in spring. Photo: Harbour Board",
        "heading: What the yard says",
        "furniture: Advertisement",
        "heading: The year in figures",
        "paragraph: Quarter | Trips",
        "paragraph: 2024 3",
        "paragraph: 2025 12",
        "furniture: Most read",
    ] {
        assert!(got.contains(&wanted.to_owned()), "{wanted}\n{got:#?}");
    }
    assert!(got.iter().any(|block| block.starts_with("paragraph: Ms Odal, who chairs")), "{got:#?}");
}

#[test]
fn a_row_of_two_figures_at_the_foot_of_a_page_is_no_page_number() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The pier at the north quay of the old harbour has been shut since May, twice in two years."),
        (10, 60, 90, "2024"),
        (10, 160, 90, "3"),
        (10, 60, 78, "2025"),
        (10, 160, 78, "12"),
        (10, 280, 60, "1 / 3"),
    ];
    let got = blocks(&named("pier.pdf", &pdf(&[words])).unwrap());
    assert!(
        got.contains(&"paragraph: 2024 | 3".to_owned()) && got.contains(&"paragraph: 2025 | 12".to_owned()),
        "{got:#?}"
    );
    assert!(got.contains(&"furniture: 1 / 3".to_owned()), "{got:#?}");
}

/// A PDF of letters from right to left: `a` to `z` stand for those of Hebrew from alef on, `A` to `Z` for forms of Arabic letters.
fn right_to_left(pages: &[&[Words<'_>]]) -> Vec<u8> {
    let names = |first: u32| (first..first + 26).map(|code| format!("/uni{code:04X}")).collect::<Vec<_>>().join(" ");
    let arabic = "/uniFE8E /uniFEE3 /uniFE8D /uniFEFB ";
    encoded(&format!("<< /Differences [97 {} 65 {arabic}] >>", names(0x5d0)), pages)
}

#[test]
fn a_soft_hyphen_that_is_not_seen_leaves_no_gap() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The har"),
        (10, 95, 700, " "),
        (10, 95, 700, "bour off"),
        (10, 135, 700, " "),
        (10, 135, 700, "i"),
        (10, 140, 700, " "),
        (10, 140, 700, "ce of the north paid nine crowns."),
    ];
    let taken = named("pier.pdf", &pdf(&[words])).unwrap();
    assert_eq!(taken.article.text(), "The harbour office of the north paid nine crowns.\n");
}

#[test]
fn a_hyphen_at_a_line_s_end_is_the_word_s_own_where_another_sign_breaks_words() {
    let differences = "<< /BaseEncoding /WinAnsiEncoding /Differences [126 /uni2010] >>";
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The owners of the boats that are state-"),
        (10, 60, 688, "owned have asked the ministry for com~"),
        (10, 60, 676, "pensation in a letter."),
    ];
    let taken = named("pier.pdf", &encoded(differences, &[words])).unwrap();
    assert_eq!(
        taken.article.text(),
        "The owners of the boats that are state-owned have asked the ministry for compensation in a letter.\n"
    );
}

#[test]
fn words_from_right_to_left_are_read_as_they_are_written() {
    // Drawn from the left as they are seen, and drawn from the right word by word.
    let seen: &[Words<'_>] = &[(10, 60, 700, ".cba 4.1 \\(fe\\) 2027-d")];
    let drawn: &[Words<'_>] =
        &[(10, 130, 700, "2027-d"), (10, 105, 700, "\\(fe\\) "), (10, 85, 700, "4.1 "), (10, 60, 700, ".cba ")];
    for words in [seen, drawn] {
        let taken = named("pier.pdf", &right_to_left(&[words])).unwrap();
        let logical = "\u{5d3}-2027 (\u{5d4}\u{5d5}) 4.1 \u{5d0}\u{5d1}\u{5d2}.\n";
        assert_eq!(taken.article.text(), logical);
    }
}

#[test]
fn forms_of_arabic_letters_become_letters() {
    let taken = named("pier.pdf", &right_to_left(&[&[(10, 60, 700, ".DB 12 AC")]])).unwrap();
    assert_eq!(taken.article.text(), "\u{627}\u{627} 12 \u{645}\u{644}\u{627}.\n");
}

#[test]
fn words_from_right_to_left_within_others_are_turned_by_themselves() {
    let words: &[Words<'_>] = &[(10, 60, 700, "THE 3 BOATS ARE CALLED cba fed IN 2027.")];
    let hebrew =
        "<< /BaseEncoding /WinAnsiEncoding /Differences [97 /uni05D0 /uni05D1 /uni05D2 /uni05D3 /uni05D4 /uni05D5] >>";
    let taken = named("pier.pdf", &encoded(hebrew, &[words])).unwrap();
    let called = "\u{5d3}\u{5d4}\u{5d5} \u{5d0}\u{5d1}\u{5d2}";
    assert_eq!(taken.article.text(), format!("THE 3 BOATS ARE CALLED {called} IN 2027.\n"));
}

#[test]
fn a_lowered_figure_stays_in_its_line_and_makes_no_note() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The roof covers 12 m"),
        (6, 160, 704, "2"),
        (10, 163, 700, " of ground by the quay, and the mill"),
        (10, 60, 688, "put out 41 tonnes of CO"),
        (6, 175, 685, "2"),
        (10, 178, 688, " in the year before, its director said."),
    ];
    let taken = named("pier.pdf", &pdf(&[words])).unwrap();
    assert_eq!(
        taken.article.text(),
        "The roof covers 12 m² of ground by the quay, and the mill put out 41 tonnes of CO2 in the year before, its director said.\n"
    );
    assert_eq!(remarks(&taken), []);
}

#[test]
fn a_small_figure_that_says_nothing_is_no_note() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "The roof covers 12 m"),
        (6, 160, 704, "2"),
        (10, 163, 700, " of ground by the quay of the harbour."),
        (6, 300, 600, "2"),
    ];
    let taken = named("pier.pdf", &pdf(&[words])).unwrap();
    assert!(taken.article.text().starts_with("The roof covers 12 m² of ground"), "{}", taken.article.text());
    assert_eq!(remarks(&taken), []);
}

#[test]
fn notes_of_two_figures_are_told_and_stand_alike_on_many_pages() {
    let first: &[Words<'_>] = &[
        (10, 60, 700, "The pier at the north quay of the old harbour has been shut since the storm"),
        (6, 435, 704, "9"),
        (10, 438, 700, " of May."),
        (10, 60, 688, "Nobody at the board has said for how long the repair is to last"),
        (6, 375, 692, "1"),
        (6, 378, 692, "0"),
        (10, 381, 688, ", it says."),
        (8, 60, 90, "9 Minutes, p. 12."),
        (8, 60, 78, "1"),
        (8, 64, 78, "0 Ibid., p. 18."),
    ];
    let second: &[Words<'_>] = &[
        (10, 60, 700, "The islanders were asked in June, and most of them said that they knew"),
        (6, 410, 704, "1"),
        (6, 413, 704, "1"),
        (10, 416, 700, " of it."),
        (8, 60, 78, "11 Ibid., p. 30."),
    ];
    let taken = named("pier.pdf", &pdf(&[first, second])).unwrap();
    let told: Vec<String> = remarks(&taken).into_iter().map(|(_, text)| text).collect();
    assert_eq!(told, ["Minutes, p. 12.", "Ibid., p. 18.", "Ibid., p. 30."]);
    assert!(!taken.article.text().contains(['¹', '⁰']), "{}", taken.article.text());
    assert!(!taken.article.text().contains("Ibid"), "{}", taken.article.text());
}

#[test]
fn a_line_stretched_to_its_column_is_no_row_of_a_table() {
    let words: &[Words<'_>] = &[
        (10, 60, 700, "Its underrepresented owners of"),
        (10, 60, 688, "institutions "),
        (10, 145, 688, "unbelievably "),
        (10, 60, 676, "asked for a part of the price,"),
        (10, 60, 664, "as they had lost 88 crowns of."),
        (10, 60, 640, "Boats"),
        (10, 185, 640, "12345"),
    ];
    let got = blocks(&named("pier.pdf", &pdf(&[words])).unwrap());
    assert_eq!(
        got,
        [
            "paragraph: Its underrepresented owners of institutions unbelievably asked for a part of the price, as they had lost 88 crowns of.",
            "paragraph: Boats | 12345",
        ]
    );
}

#[test]
fn a_drop_cap_stands_before_its_word() {
    let words: &[Words<'_>] = &[
        (14, 60, 760, "Ferry line doubles its fares"),
        (10, 85, 700, "he line has nine boats and 26 men, and it paid 77 crowns to each"),
        (10, 85, 688, "of them in the year 2024, said its director on Monday in letters"),
        (10, 85, 676, "to the riders of the northern line, which had lost four millions,"),
        (40, 60, 676, "T"),
        (10, 60, 664, "and the rest came from abroad, said the chair of the harbour board."),
    ];
    let raised: &[Words<'_>] = &[
        (14, 60, 760, "Ferry line doubles its fares"),
        (30, 60, 700, "T"),
        (10, 75, 700, "he line has nine boats and 26 men, and it paid 77 crowns to each"),
        (10, 60, 688, "of them in the year 2024, said its director on Monday in letters"),
        (10, 60, 676, "to the riders of the northern line, which had lost four millions,"),
        (10, 60, 664, "and the rest came from abroad, said the chair of the harbour board."),
    ];
    for words in [words, raised] {
        for file in [pdf(&[words]), printed(&[words])] {
            let got = blocks(&named("pier.pdf", &file).unwrap());
            assert_eq!(
                got,
                [
                    "headline: Ferry line doubles its fares",
                    "paragraph: The line has nine boats and 26 men, and it paid 77 crowns to each of them in the year 2024, said its director on Monday in letters to the riders of the northern line, which had lost four millions, and the rest came from abroad, said the chair of the harbour board.",
                ]
            );
        }
    }
}

#[test]
fn a_sentence_that_two_pages_begin_with_is_no_running_head() {
    let first: &[Words<'_>] = &[
        (10, 60, 790, "The auditors put the loss of the harbour at 70.8 percent, or 12,700"),
        (10, 60, 778, "crowns for each of the riders, the letter says."),
    ];
    let second: &[Words<'_>] = &[
        (10, 60, 790, "The auditors put the loss of the harbour at 34.1 percent, or 45,123"),
        (10, 60, 778, "crowns for each of the owners of a boat, it says."),
    ];
    let got = blocks(&named("pier.pdf", &pdf(&[first, second])).unwrap());
    assert_eq!(
        got,
        [
            "paragraph: The auditors put the loss of the harbour at 70.8 percent, or 12,700 crowns for each of the riders, the letter says.",
            "paragraph: The auditors put the loss of the harbour at 34.1 percent, or 45,123 crowns for each of the owners of a boat, it says.",
        ]
    );
}
