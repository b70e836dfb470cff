//! Tables whose cells reach over rows and columns: a figure is read under its own column's head, in every format.

use super::office::zipped;
use super::{blocks, named};

const ROWS: [&str; 6] = [
    "Line | 2018 | | 2019",
    "Line | day | night | all",
    "North | 1 | 2 | 3",
    "North | 4 | 5 | 6",
    "North | wide | | 7",
    "South | 8 | 9 | 10",
];

fn rows(name: &str, bytes: &[u8]) -> Vec<String> {
    let taken = named(name, bytes).unwrap();
    let words = |block: String| block.split_once(": ").unwrap().1.to_owned();
    blocks(&taken).into_iter().map(words).filter(|row| row.contains(" | ")).collect()
}

const TABLE: &str = "<table><thead><tr><th rowspan=2>Line</th><th colspan=2>2018</th><th>2019</th></tr><tr><th>day</th><th>night</th><th>all</th></tr></thead><tbody><tr><td rowspan=3>North</td><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr><tr><td colspan=2>wide</td><td>7</td></tr></tbody><tr><td>South</td><td>8</td><td>9</td><td>10</td></tr></table>";

const LONG: &str = "The ferry to the islands cost 42 million crowns in the year, the board said on Monday after a long meeting at the pier.";

#[test]
fn cells_that_reach_over_rows_are_read_in_a_web_page_and_in_mark_up() {
    let page = format!(
        "<html><head><title>Ferry fares rise again</title></head><body><article><h1>Ferry fares rise again</h1><p>{LONG} {LONG}</p><p>{LONG}</p>{TABLE}<p>{LONG} {LONG}</p></article></body></html>"
    );
    assert_eq!(rows("a.html", page.as_bytes()), ROWS);
    let mail = format!(
        "From: Tora Lind <t@example.org>\r\nTo: desk@example.org\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{LONG}</p>{TABLE}"
    );
    assert_eq!(rows("a.eml", mail.as_bytes()), ROWS);
}

#[test]
fn cells_that_reach_over_rows_are_read_in_opendocument() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let cells = |words: &[&str]| words.iter().map(|one| cell(one)).collect::<String>();
    let down = |rows: usize, words: &str| {
        format!("<table:table-cell table:number-rows-spanned=\"{rows}\"><text:p>{words}</text:p></table:table-cell>")
    };
    let wide = |words: &str| {
        format!(
            "<table:table-cell table:number-columns-spanned=\"2\"><text:p>{words}</text:p></table:table-cell><table:covered-table-cell/>"
        )
    };
    let covered = "<table:covered-table-cell><text:p>lost</text:p></table:covered-table-cell>";
    let table: Vec<String> = [
        [down(2, "Line"), wide("2018"), cell("2019")].concat(),
        [covered.to_owned(), cells(&["day", "night", "all"])].concat(),
        [down(3, "North"), cells(&["1", "2", "3"])].concat(),
        [covered.to_owned(), cells(&["4", "5", "6"])].concat(),
        [covered.to_owned(), wide("wide"), cell("7")].concat(),
        cells(&["South", "8", "9", "10"]),
    ]
    .iter()
    .map(|row| format!("<table:table-row>{row}</table:table-row>"))
    .collect();
    let table = table.concat();
    let odt = format!(
        "<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><text:h>Fares</text:h><text:p>{LONG}</text:p><table:table>{table}</table:table></office:text></office:body></office:document>"
    );
    assert_eq!(rows("a.fodt", odt.as_bytes()), ROWS);
}

#[test]
fn cells_that_reach_over_rows_are_read_in_word() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let cells = |words: &[&str]| words.iter().map(|one| cell("", one)).collect::<String>();
    let (first, on, wide) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "<w:gridSpan w:val=\"2\"/>");
    let table: Vec<String> = [
        [cell(first, "Line"), cell(wide, "2018"), cell("", "2019")].concat(),
        [cell(on, ""), cells(&["day", "night", "all"])].concat(),
        [cell(first, "North"), cells(&["1", "2", "3"])].concat(),
        [cell(on, ""), cells(&["4", "5", "6"])].concat(),
        [cell(on, ""), cell(wide, "wide"), cell("", "7")].concat(),
        cells(&["South", "8", "9", "10"]),
    ]
    .iter()
    .map(|row| format!("<w:tr>{row}</w:tr>"))
    .collect();
    let table = table.concat();
    let late = format!("<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{}</w:tr>", cells(&["11", "12"]));
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{LONG}</w:t></w:r></w:p><w:tbl>{table}{late}</w:tbl></w:body></w:document>"
    );
    let wanted: Vec<&str> = ROWS.into_iter().chain(["| | 11 | 12"]).collect();
    assert_eq!(rows("a.docx", &zipped(&[("word/document.xml", &document)])), wanted);
}

#[test]
fn cells_that_reach_over_rows_are_read_in_rtf() {
    let row = |merge: &str, cells: &str| format!("\\trowd{merge}\\cellx100\\cellx200\\cellx300 \\intbl {cells}\\row ");
    let rtf = format!(
        "{{\\rtf1\\ansi {LONG}\\par {}{}{}\\pard End.\\par}}",
        row("\\clvmgf", "North\\cell 1\\cell 2\\cell"),
        row("\\clvmrg", "\\cell 3\\cell 4\\cell"),
        row("", "South\\cell 5\\cell 6\\cell")
    );
    assert_eq!(rows("a.rtf", rtf.as_bytes()), ["North | 1 | 2", "North | 3 | 4", "South | 5 | 6"]);
}
