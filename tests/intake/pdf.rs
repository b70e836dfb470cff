//! PDFs: paragraphs from lines, running heads, hyphens and notes told by where words stand.

use std::fmt::Write as _;

use super::{blocks, named, remarks};

/// Words on a page: size, place from the left and from below, words.
type Words<'a> = (u32, u32, u32, &'a str);

/// A PDF of these pages.
fn pdf(pages: &[&[Words<'_>]]) -> Vec<u8> {
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
            "<< /Type /Font /Subtype /Type1 /BaseFont /Times /FirstChar 32 /Widths [{}] /Encoding /WinAnsiEncoding >>",
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
