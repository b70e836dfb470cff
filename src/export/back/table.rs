//! The tables of claims and of sources, edited in a spreadsheet: separated values, or a workbook.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use csv::Terminator;

use super::super::table::unguarded;
use super::alike::short;
use super::item::{Content, ImportItem, Quote};
use super::parts::{Node, walk};
use super::rows;
use super::signed::SignedColumns;
use super::told::BackError;

/// The sheets that an export of ours has.
const OURS: [&str; 2] = ["Claims", "Sources"];

/// Bytes of a part with notes that are read.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Rows among which the names of the columns are looked for.
const HEAD: usize = 20;

/// What may stand between cells; the commonest first.
const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows of a sheet that are read at most.
const MOST: usize = 200_000;

/// A row a claim or a source, found by `id`, `words` or `number`; a column that is missing says nothing. Spreadsheets may have put semicolons
/// or tabs between the cells, and a line before them that says so.
pub(super) fn items(text: &str) -> Result<Vec<ImportItem>, BackError> {
    let (told, text) = separator(text);
    // Old spreadsheets end rows with a carriage return alone, and break lines in a cell otherwise.
    let is_old = text.find(['\r', '\n']).is_some_and(|at| text.get(at..).is_some_and(is_return));
    let rows_end = if is_old { Terminator::Any(b'\r') } else { Terminator::CRLF };
    let head = text.split(['\r', '\n']).next().unwrap_or_default();
    let commonest = SIGNS.into_iter().max_by_key(|one| head.bytes().filter(|byte| byte == one).count());
    // What a line above says need not be true any more.
    for delimiter in told.into_iter().chain(commonest).chain(SIGNS) {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .terminator(rows_end)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut all = Vec::new();
        for row in reader.records() {
            let row = row.map_err(|error| BackError::Broken("table", error.to_string()))?;
            all.push(row.iter().map(|cell| unguarded(cell).replace("\r\n", "\n")).collect());
        }
        if let Some(items) = of_rows("row", all) {
            return Ok(items);
        }
    }
    Err(BackError::Unknown)
}

/// True when `text` begins with a carriage return that no line feed follows.
fn is_return(text: &str) -> bool {
    text.starts_with('\r') && !text.starts_with("\r\n")
}

/// What a first line `sep=;` says, and the text behind it.
fn separator(text: &str) -> (Option<u8>, &str) {
    let Some(end) = text.find(['\r', '\n']) else { return (None, text) };
    let (head, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let rest = rest.strip_prefix("\r\n").unwrap_or_else(|| rest.get(1..).unwrap_or_default());
    let head = head.trim_matches('"').to_lowercase();
    match head.strip_prefix("sep=").map(str::as_bytes) {
        Some([one]) => (Some(*one), rest),
        Some([]) => (Some(b'\t'), rest),
        _ => (None, text),
    }
}

/// The sheets of a workbook that are tables of ours, by their columns. Of a formula what it came to is read.
pub(super) fn workbook(bytes: &[u8]) -> Result<Vec<ImportItem>, BackError> {
    let broken = |error: calamine::Error| BackError::Broken("workbook", error.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let mut items = Vec::new();
    let (mut found, mut is_empty) = (false, true);
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(broken)?;
        let rows: Vec<Vec<String>> = range.rows().take(MOST).map(|row| row.iter().map(cell).collect()).collect();
        let empty = rows.iter().flatten().all(|cell| cell.trim().is_empty());
        is_empty &= empty;
        match of_rows(&format!("{name} row"), rows) {
            Some(sheet) => {
                found = true;
                items.extend(sheet);
            }
            None if !empty && OURS.contains(&name.as_str()) => {
                items.push(unread(&name, "no row of it names columns of ours; nothing of it was read".to_owned()));
            }
            None => {}
        }
        let formulas = book.worksheet_formula(&name).map_err(broken)?;
        let unworked = formulas.used_cells().filter(|(row, column, formula)| {
            let at = formulas.start().unwrap_or_default();
            let place = (at.0.saturating_add(small(*row)), at.1.saturating_add(small(*column)));
            !formula.is_empty() && range.get_value(place).is_none_or(|value| *value == Data::Empty)
        });
        match unworked.count() {
            0 => {}
            many => {
                let why = format!("{many} formulas without a value; open and save it in a spreadsheet program");
                items.push(unread(&name, why));
            }
        }
    }
    items.extend(notes(bytes));
    match (found, is_empty) {
        (true, _) => Ok(items),
        (false, true) => Err(BackError::Empty),
        (false, false) => Err(BackError::Headless),
    }
}

fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Something of a sheet that is not read, and why.
fn unread(name: &str, why: String) -> ImportItem {
    ImportItem::new(name.to_owned(), "workbook", Content::Unread(why))
}

/// The notes that somebody pinned to cells: they belong to no column, and are told.
fn notes(bytes: &[u8]) -> Vec<ImportItem> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let is_notes = |name: &String| name.starts_with("xl/comments");
    let names: Vec<String> =
        archive.file_names().flatten().map(std::borrow::Cow::into_owned).filter(is_notes).collect();
    let texts = names.iter().filter_map(|name| {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        Some(text)
    });
    let texts: Vec<String> = texts.collect();
    texts.iter().flat_map(|text| noted(text)).collect()
}

/// The notes of a part, as far as it is sound.
fn noted(xml: &str) -> Vec<ImportItem> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut words = false;
    let _ = walk(xml, |node| match node {
        Node::Open("comment", element) => found.push((element.value("ref"), String::new())),
        Node::Open("t", _) => words = true,
        Node::Close("t") => words = false,
        Node::Text(text) if words => found.last_mut().into_iter().for_each(|(_, said)| said.push_str(text)),
        Node::Text(_) | Node::Open(..) | Node::Close(_) => {}
    });
    let told = found.iter().map(|(cell, said)| {
        unread(&format!("note {cell}"), format!("notes on cells are not read; its words: {}", short(said)))
    });
    told.collect()
}

/// A cell as the table has it: a whole number without a point, a date as in the session file.
fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(stamp) => {
            // Days since a day, whose parts are not to the second in binary.
            let (year, month, day, ..) = stamp.to_ymd_hms_milli();
            let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
            let (Ok(year), Ok(month), Ok(day)) = parts else { return stamp.to_string() };
            let seconds = jiff::SignedDuration::from_secs_f64((stamp.as_f64().fract() * 86_400.0).round());
            let start = jiff::civil::Date::new(year, month, day).map(|day| day.at(0, 0, 0, 0));
            match start.and_then(|start| start.checked_add(seconds)) {
                Ok(moment) if moment.time() == jiff::civil::Time::midnight() => moment.date().to_string(),
                Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
                Err(_) => stamp.to_string(),
            }
        }
        Data::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Data::Error(_) => String::new(),
        other @ (Data::Int(_)
        | Data::Float(_)
        | Data::String(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Empty) => other.to_string().replace("\r\n", "\n"),
    }
}

/// The rows below the first that is not empty, by its names; `None` when those are no columns of ours.
fn of_rows(name: &str, all: Vec<Vec<String>>) -> Option<Vec<ImportItem>> {
    let is_empty = |row: &[String]| row.iter().all(|cell| cell.trim().is_empty());
    let names = |row: &[String]| -> Vec<String> {
        row.iter().map(|name| rows::column(name.trim().trim_start_matches('\u{feff}'))).collect()
    };
    // Somebody may have written a title above it.
    let (above, columns) = all.iter().take(HEAD).map(|row| names(row)).enumerate().find(|(above, columns)| {
        let known = columns.iter().filter(|column| rows::is_known(column)).count();
        let told = columns.iter().any(|column| ["id", "words", "number"].contains(&column.as_str()));
        told && (known > 1 || all.iter().take(*above).all(|row| is_empty(row)))
    })?;
    let has = |name: &str| columns.iter().any(|column| column == name);
    let sources = has("source_id") || (has("title") && has("url"));
    let signed = if sources { SignedColumns::default() } else { SignedColumns::of(&columns) };
    let mut strange: Vec<String> = Vec::new();
    let mut items: Vec<ImportItem> = Vec::new();
    for (index, row) in all.into_iter().skip(above + 1).enumerate().filter(|(_, row)| !is_empty(row)) {
        let cells: BTreeMap<String, String> =
            columns.iter().cloned().zip(row).filter(|(column, _)| !column.is_empty()).collect();
        for (column, cell) in &cells {
            let is_read = rows::is_known(column) || signed.has(column);
            if !is_read && !cell.trim().is_empty() && !strange.contains(column) {
                strange.push(column.clone());
            }
        }
        let (by, at) = (signed.by(&cells), signed.at(&cells));
        let name = format!("{name} {}", index + 1);
        if let Err(why) = &at {
            items.push(ImportItem::new(name.clone(), "table", Content::Unread(why.clone())));
        }
        items.push(ImportItem { by, at: at.ok().flatten(), ..item(name, cells, sources) });
    }
    if has("source_id") && has("id") {
        let cell = |item: &ImportItem, name: &str| {
            let Content::SourceRow(cells) = &item.content else { return String::new() };
            cells.get(name).map(|cell| cell.trim().to_owned()).unwrap_or_default()
        };
        let listed = items.iter().map(|item| (cell(item, "id"), cell(item, "source_id"))).collect();
        items.push(ImportItem::new(name.to_owned(), "table", Content::SourceTable(listed)));
    }
    if !strange.is_empty() {
        let said = format!("columns of no table of ours: {}", strange.join(", "));
        items.push(ImportItem::new(format!("{name} 0"), "table", Content::Unread(said)));
    }
    Some(items)
}

fn item(name: String, cells: BTreeMap<String, String>, sources: bool) -> ImportItem {
    let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
    let quote = Quote {
        exact: cell("words"),
        prefix: cell("prefix"),
        suffix: cell("suffix"),
        start: cell("start").parse().ok(),
    };
    let id = Some(cell("id")).filter(|id| !id.is_empty());
    let content = if sources { Content::SourceRow(cells) } else { Content::Row(cells) };
    ImportItem { id, quote, ..ImportItem::new(name, "table", content) }
}
