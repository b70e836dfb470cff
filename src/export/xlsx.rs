//! A session as a workbook: the table of claims and the table of sources, to be sorted, filtered and marked in.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Workbook, Worksheet,
    XlsxError,
};

use super::sheet::ExportSheet;
use super::xml::lawful;
use super::{moment, table};
use crate::review::{Rank, SourceKind, Stamp, Support, Verdict};

/// Columns that hold a number, where they do.
const NUMBERS: [&str; 3] = ["number", "start", "end"];

/// Columns that hold a day or a moment, where they do.
const DATES: [&str; 5] = ["marked_at", "asked_at", "answered_at", "reply_asked_at", "checked_at"];

/// Columns with long texts, and how wide they are.
const WIDE: [(&str, f64); 9] = [
    ("words", 60.0),
    ("statement", 40.0),
    ("note", 40.0),
    ("sources", 40.0),
    ("correction", 40.0),
    ("question", 30.0),
    ("answer", 30.0),
    ("title", 40.0),
    ("quote", 40.0),
];

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    day: Format,
    moment: Format,
}

/// The workbook: sheet `Claims`, sheet `Sources`; the heads stay in sight, and where a cell holds one of a few words they are offered.
///
/// # Errors
/// When a text is longer than a cell of a workbook may be (32,767 characters).
pub(super) fn workbook(sheet: &ExportSheet<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let last = sheet.session().history().last().map_or(&sheet.article().provenance.imported_at, |entry| &entry.at);
    let made = date(last.as_str()).or_else(|| date("2026-01-01"));
    let mut about = DocProperties::new().set_title(lawful(&sheet.article().title));
    if let Some((made, _)) = made {
        // The library would ask the clock, and one session always gives the same bytes.
        about = about.set_creation_datetime(&made);
    }
    book.set_properties(&about);
    let looks = Looks {
        head: Format::new().set_bold().set_background_color(Color::RGB(0x00E7_E6E6)),
        text: Format::new().set_text_wrap(),
        day: Format::new().set_num_format("yyyy-mm-dd"),
        moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
    };
    for (name, rows) in table::BOTH {
        let page = book.add_worksheet();
        page.set_name(name)?;
        fill(page, &table::head(rows), &table::rows(sheet, rows), &looks)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, head: &[&'static str], rows: &[Vec<String>], looks: &Looks) -> Result<(), XlsxError> {
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1);
    page.set_freeze_panes(1, 0)?;
    for (at, name) in (0_u16..).zip(head) {
        page.write_string_with_format(0, at, *name, &looks.head)?;
        if let Some((_, width)) = WIDE.iter().find(|(wide, _)| wide == name) {
            page.set_column_width(at, *width)?;
        }
        if let Some(words) = choices(name) {
            let offered = DataValidation::new()
                .allow_list_strings(words)?
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message("This word is none that factdesk knows.")?;
            page.add_data_validation(1, at, last, at, &offered)?;
        }
    }
    for (line, row) in (1_u32..).zip(rows) {
        for ((at, name), cell) in (0_u16..).zip(head).zip(row) {
            write(page, (line, at), name, cell, looks)?;
        }
    }
    if let Some(width) = u16::try_from(head.len()).ok().and_then(|width| width.checked_sub(1)) {
        page.autofilter(0, 0, last, width)?;
    }
    Ok(())
}

fn write(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    name: &str,
    cell: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let number = cell.parse::<u32>().ok().filter(|number| NUMBERS.contains(&name) && number.to_string() == cell);
    let stamp = if DATES.contains(&name) { date(cell) } else { None };
    match (number, stamp) {
        _ if cell.is_empty() => {}
        (Some(number), _) => drop(page.write_number(row, column, number)?),
        (None, Some((date, true))) => drop(page.write_datetime_with_format(row, column, &date, &looks.moment)?),
        (None, Some((date, false))) => drop(page.write_datetime_with_format(row, column, &date, &looks.day)?),
        (None, None) => drop(page.write_string_with_format(row, column, lawful(cell), &looks.text)?),
    }
    Ok(())
}

/// The words that a cell of this column holds.
fn choices(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "verdict" => Some(Verdict::WORDS),
        "kind" => Some(SourceKind::WORDS),
        "rank" => Some(Rank::WORDS),
        "source_stance" => Some(Support::WORDS),
        "confidential" => Some(&["yes", "no"]),
        _ => None,
    }
}

/// A day, or with `true` a moment to the second in UTC; `None` for what would not come back as it was.
fn date(text: &str) -> Option<(ExcelDateTime, bool)> {
    if moment::day(text).is_some_and(|day| day == text) {
        return Some((ExcelDateTime::parse_from_str(text).ok()?, false));
    }
    let same = moment::moment(&Stamp::from(text)).is_some_and(|moment| moment == text);
    same.then(|| ExcelDateTime::parse_from_str(text.trim_end_matches('Z')).ok()).flatten().map(|date| (date, true))
}
