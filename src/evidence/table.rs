//! Tables as evidence: a row is one passage, each cell with the head of its column.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use csv::ReaderBuilder;

use super::material::{Locator, Material};

/// Rows that are read; what a table of more leaves out is said.
const MOST: usize = 1_000_000;
/// What parts the cells of a row.
pub(super) const PARTED: &str = " | ";

/// Is a line the row of a table?
pub(super) fn is_row(line: &str) -> bool {
    line.contains(PARTED)
}

/// A table of separated values: the mark that parts its cells is found by counting.
pub fn table(name: &str, text: &str) -> Material {
    let delimiter = delimiter(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = reader.records().map_while(Result::ok);
    let mut made = Material::new(name);
    add(&mut made, rows.by_ref().take(MOST).map(|record| record.iter().map(str::to_owned).collect()));
    left_out(&mut made, "it", rows.count());
    made
}

/// Says how many rows were not read.
fn left_out(made: &mut Material, what: &str, rows: usize) {
    if rows > 0 {
        made.notices.push(format!("{what} has {} rows; the first {MOST} were read", rows + MOST));
    }
}

/// The sheets of a workbook (XLSX, XLS, ODS), one after the other.
///
/// # Errors
/// When it can't be read; it says why.
pub fn workbook(name: &str, bytes: &[u8]) -> Result<Material, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut made = Material::new(name);
    for sheet in book.sheet_names() {
        // A sheet that fails, a diagram's say, costs the others nothing.
        let range = match book.worksheet_range(&sheet) {
            Ok(range) => range,
            Err(error) => {
                made.notices.push(format!("its sheet {sheet} can't be read: {error}"));
                continue;
            }
        };
        let first = range.start().map_or(1, |(row, _)| row as usize + 1);
        let rows = range.rows().take(MOST).map(|row| row.iter().map(cell).collect());
        add_from(&mut made, first, rows);
        left_out(&mut made, &format!("its sheet {sheet}"), range.height().saturating_sub(MOST));
    }
    Ok(made)
}

/// A cell as it is shown: a day as a day, not as the number that it is stored under.
#[expect(clippy::wildcard_enum_match_arm, reason = "only a day is shown otherwise than it is stored")]
fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
            format!("{year}-{month:02}-{day:02}{time}")
        }
        other => other.to_string(),
    }
}

/// Adds a table of rows of cells, the first row with two words at least its heads.
fn add(made: &mut Material, rows: impl Iterator<Item = Vec<String>>) {
    add_from(made, 1, rows);
}

/// The same for a table whose first row has this number.
fn add_from(made: &mut Material, first: usize, rows: impl Iterator<Item = Vec<String>>) {
    let mut heads: Option<Vec<String>> = None;
    for (number, row) in (first..).zip(rows) {
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled == 0 {
            continue;
        }
        let words = match &heads {
            Some(heads) => told(heads, &row),
            None => row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(PARTED),
        };
        if heads.is_none() && made.title.is_empty() {
            made.title.clone_from(&words);
        }
        made.push(&words, Locator::Row(number), None);
        if heads.is_none() && filled > 1 {
            heads = Some(row);
        }
    }
}

/// Rows of cells parted by ` | `, each with the heads of the first; as they stand where the first is none, or they don't match.
pub(super) fn headed(rows: &[&str]) -> Vec<String> {
    let cells = |row: &str| row.split(PARTED).map(str::to_owned).collect::<Vec<_>>();
    let as_is = || rows.iter().map(|row| (*row).to_owned()).collect();
    let Some((first, rest)) = rows.split_first() else { return Vec::new() };
    let heads = cells(first);
    let alike = rest.iter().all(|row| cells(row).len() == heads.len());
    // Years head columns, too; any other figure in the first row is a value.
    let is_head = |cell: &String| {
        let cell = cell.trim();
        let year = cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
        year || cell.starts_with(char::is_alphabetic)
    };
    if rest.is_empty() || !alike || !heads.iter().skip(1).all(is_head) {
        return as_is();
    }
    std::iter::once((*first).to_owned()).chain(rest.iter().map(|row| told(&heads, &cells(row)))).collect()
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
            words.push_str(PARTED);
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
