//! Tables as evidence: a row is one passage, each cell with the head of its column.

use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader as _, Sheet, SheetVisible, open_workbook_auto_from_rs};
use csv::ReaderBuilder;

use super::material::{Locator, Material};
use super::percent;

/// Rows that are read; what a table of more leaves out is said.
const MOST: usize = 1_000_000;
/// What an old workbook (XLS) begins with.
const OLD: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
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
    let percents = percent::cells(bytes);
    // The formats of the old workbooks are not read.
    let is_old = bytes.starts_with(&OLD);
    let mut has_fraction = false;
    let sheets = book.sheets_metadata().to_vec();
    for Sheet { name: sheet, visible, .. } in &sheets {
        // A sheet that fails, a diagram's say, costs the others nothing.
        let range = match book.worksheet_range(sheet) {
            Ok(range) => range,
            Err(error) => {
                made.notices.push(format!("its sheet {sheet} can't be read: {error}"));
                continue;
            }
        };
        let (top, left) = range.start().unwrap_or_default();
        let first = top as usize + 1;
        let shares = percents.get(sheet.as_str());
        let shown = |at: (u32, u32), data: &Data| match (data, shares) {
            (Data::Float(share), Some(shares)) if shares.contains(&at) => percent(*share),
            _ => cell(data),
        };
        has_fraction |=
            range.rows().flatten().any(|data| matches!(data, Data::Float(share) if share.abs() < 1.0 && *share != 0.0));
        let rows = (top..).zip(range.rows()).take(MOST);
        let rows =
            rows.map(|(row, data)| (left..).zip(data).map(|(column, data)| shown((row, column), data)).collect());
        if *visible != SheetVisible::Visible {
            made.notices.push(format!("its sheet {sheet} is hidden; it was read, too"));
        }
        let told = (sheets.len() > 1).then(|| Arc::from(sheet.as_str()));
        add_from(&mut made, first, told.as_ref(), rows);
        left_out(&mut made, &format!("its sheet {sheet}"), range.height().saturating_sub(MOST));
    }
    if is_old && has_fraction {
        made.notices.push(
            "its cells of percent are read as an XLS stores them, 12 % as 0.12; saved as XLSX they are read as shown"
                .to_owned(),
        );
    }
    Ok(made)
}

/// A share as percent: what is stored is rounded as a double is, which nobody wrote.
fn percent(share: f64) -> String {
    let told = format!("{:.8}", share * 100.0);
    format!("{}%", told.trim_end_matches('0').trim_end_matches('.'))
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
    add_from(made, 1, None, rows);
}

/// The same for a table whose first row has this number, on this sheet.
fn add_from(made: &mut Material, first: usize, sheet: Option<&Arc<str>>, rows: impl Iterator<Item = Vec<String>>) {
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
        made.push(&words, Locator::Row(number, sheet.map(Arc::clone)), None);
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
    use super::{table, workbook};
    use rust_xlsxwriter::{Format, Workbook};

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
    fn a_workbooks_rows_tell_their_sheet_and_percent_as_percent() {
        let mut book = Workbook::new();
        let percent = Format::new().set_num_format("0.0%");
        let jobs = book.add_worksheet().set_name("Jobs").unwrap();
        jobs.write_row(1, 1, ["Country", "Rate"]).unwrap();
        jobs.write(2, 1, "Norland").unwrap();
        jobs.write_with_format(2, 2, 0.051, &percent).unwrap();
        let staff = book.add_worksheet().set_name("Staff").unwrap();
        staff.set_hidden(true).write_row(0, 0, ["Town", "Share"]).unwrap();
        staff.write(1, 0, "Norrhamn").unwrap();
        staff.write(1, 1, 0.25).unwrap();
        let made = workbook("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
        let rows: Vec<String> =
            made.pieces.iter().map(|piece| format!("{}: {}", piece.at, piece.span.of(&made.text))).collect();
        assert_eq!(
            rows,
            [
                "Jobs, row 2: Country | Rate",
                "Jobs, row 3: Country: Norland | Rate: 5.1%",
                "Staff, row 1: Town | Share",
                "Staff, row 2: Town: Norrhamn | Share: 0.25"
            ]
        );
        assert_eq!(made.notices, ["its sheet Staff is hidden; it was read, too"]);
    }

    #[test]
    fn a_comma_in_marks_parts_nothing() {
        let made = table("a.csv", "who,says\nRoe,\"yes, twice\"\n");
        assert_eq!(made.text, "who | says\nwho: Roe | says: yes, twice");
    }
}
