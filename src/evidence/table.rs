//! Tables as evidence: a row is one passage, each cell with the head of its column.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Reader as _, open_workbook_auto_from_rs};
use csv::ReaderBuilder;

use super::material::{Locator, Material};

/// Rows that are read; a table of more is data to be reckoned with, not to be quoted from.
const MOST: usize = 100_000;

/// A table of separated values: the mark that parts its cells is found by counting.
pub fn table(name: &str, text: &str) -> Material {
    let delimiter = delimiter(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().map_while(Result::ok).take(MOST);
    of_rows(name, rows.map(|record| record.iter().map(str::to_owned).collect()))
}

/// The sheets of a workbook (XLSX, XLS, ODS), one after the other.
///
/// # Errors
/// When it can't be read; it says why.
pub fn workbook(name: &str, bytes: &[u8]) -> Result<Material, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut made = Material::new(name);
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(|error| error.to_string())?;
        let rows = range.rows().take(MOST).map(|row| row.iter().map(ToString::to_string).collect());
        let table = of_rows(name, rows);
        if made.title.is_empty() {
            made.title = table.title;
        }
        for piece in table.pieces {
            made.push(piece.span.of(&table.text), piece.at, None);
        }
    }
    Ok(made)
}

/// A table of rows of cells, the first row with two words at least its heads.
fn of_rows(name: &str, rows: impl Iterator<Item = Vec<String>>) -> Material {
    let mut made = Material::new(name);
    let mut heads: Option<Vec<String>> = None;
    for (number, row) in (1..).zip(rows) {
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled == 0 {
            continue;
        }
        let words = match &heads {
            Some(heads) => told(heads, &row),
            None => row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | "),
        };
        if heads.is_none() && made.title.is_empty() {
            made.title.clone_from(&words);
        }
        made.push(&words, Locator::Row(number), None);
        if heads.is_none() && filled > 1 {
            heads = Some(row);
        }
    }
    made
}

/// A row in words: the first cell as it stands, the others each behind the head of its column.
fn told(heads: &[String], row: &[String]) -> String {
    let mut words = String::new();
    for (column, cell) in row.iter().enumerate() {
        let (cell, head) = (cell.trim(), heads.get(column).map_or("", |head| head.trim()));
        if cell.is_empty() {
            continue;
        }
        if !words.is_empty() {
            words.push_str(" | ");
        }
        let _ = if head.is_empty() { write!(words, "{cell}") } else { write!(words, "{head}: {cell}") };
    }
    words
}

/// The mark that the first lines hold most evenly.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let least =
        |mark: u8| lines.iter().map(|line| line.bytes().filter(|byte| *byte == mark).count()).min().unwrap_or(0);
    let counted = [b';', b'\t', b'|', b','].map(|mark| (least(mark), mark));
    counted
        .into_iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0)
        .map_or(b',', |(_, mark)| mark)
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_row_is_told_with_the_heads_of_its_columns() {
        let made = table("a.csv", "Quay;2024;2025\nTimber;1 200;1 340\nStone;7;9\n");
        let rows: Vec<&str> = made.pieces.iter().map(|piece| piece.span.of(&made.text)).collect();
        assert_eq!(
            rows,
            ["Quay | 2024 | 2025", "Quay: Timber | 2024: 1 200 | 2025: 1 340", "Quay: Stone | 2024: 7 | 2025: 9"]
        );
        assert_eq!(made.pieces[1].at.to_string(), "row 2");
    }

    #[test]
    fn a_comma_in_marks_parts_nothing() {
        let made = table("a.csv", "who,says\nRoe,\"yes, twice\"\n");
        assert_eq!(made.text, "who | says\nwho: Roe | says: yes, twice");
    }
}
