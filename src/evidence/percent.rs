//! Which cells of a workbook (XLSX, ODS) are shown as percent: they are stored as fractions, and their format says the rest.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// Bytes of a part that are read at most: a part that unpacks to more is no sheet that anybody wrote.
const MOST: u64 = 256 * 1024 * 1024;
/// The formats of percent that need no code: `0%` and `0.00%`.
const BUILT_IN: [&str; 2] = ["9", "10"];

/// Cells by row and column, from 0.
pub(super) type Cells = HashSet<(u32, u32)>;

/// The cells of each sheet that are shown as percent; none of what is no such workbook or can't be read.
pub(super) fn cells(bytes: &[u8]) -> HashMap<String, Cells> {
    read(bytes).or_else(|| open_document(bytes)).unwrap_or_default()
}

/// Rows or columns that are told as one and counted singly, at most: a sheet ends in a million empty ones.
const REPEATED: u32 = 1024;
/// Cells of one sheet that are counted at most.
const CELLS: usize = 4_000_000;

/// Those of an `OpenDocument` workbook, whose cells say it themselves.
fn open_document(bytes: &[u8]) -> Option<HashMap<String, Cells>> {
    let content = part(&mut ZipArchive::new(Cursor::new(bytes)).ok()?, "content.xml")?;
    let mut found = HashMap::new();
    let mut sheet = String::new();
    // The next row and column, and how often the row that is read stands there.
    let (mut row, mut column, mut rows) = (0_u32, 0_u32, 0_u32);
    let times = |tag: &BytesStart<'_>, name: &str| {
        attribute(tag, name).and_then(|times| times.parse::<u32>().ok()).unwrap_or(1)
    };
    each(&content, |tag| match tag.local_name().as_ref() {
        "table" => {
            sheet = attribute(tag, "name").unwrap_or_default();
            (row, column, rows) = (0, 0, 0);
        }
        "table-row" => {
            (row, column) = (row.saturating_add(rows), 0);
            rows = times(tag, "number-rows-repeated");
        }
        "table-cell" | "covered-table-cell" => {
            let columns = times(tag, "number-columns-repeated");
            if attribute(tag, "value-type").as_deref() == Some("percentage") {
                let cells: &mut Cells = found.entry(sheet.clone()).or_default();
                let across = column..column.saturating_add(columns.min(REPEATED));
                let down = row..row.saturating_add(rows.min(REPEATED));
                let all = down.flat_map(|row| across.clone().map(move |column| (row, column)));
                cells.extend(all.take(CELLS.saturating_sub(cells.len())));
            }
            column = column.saturating_add(columns);
        }
        _ => {}
    });
    Some(found)
}

fn read(bytes: &[u8]) -> Option<HashMap<String, Cells>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let styles = styles(&part(&mut archive, "xl/styles.xml")?);
    if styles.is_empty() {
        return None;
    }
    let mut targets = HashMap::new();
    each(&part(&mut archive, "xl/_rels/workbook.xml.rels")?, |tag| {
        targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
    });
    let mut sheets = Vec::new();
    each(&part(&mut archive, "xl/workbook.xml")?, |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    let mut found = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let Some(sheet) = part(&mut archive, &path) else { continue };
        let mut cells = Cells::new();
        each(&sheet, |tag| {
            if tag.local_name().as_ref() == "c" && attribute(tag, "s").is_some_and(|style| styles.contains(&style)) {
                cells.extend(attribute(tag, "r").as_deref().and_then(place));
            }
        });
        found.insert(name, cells);
    }
    Some(found)
}

/// The numbers of the cell formats that show percent.
fn styles(xml: &str) -> HashSet<String> {
    let mut codes: HashSet<String> = BUILT_IN.map(str::to_owned).into();
    let mut formats = Vec::new();
    let mut of_cells = false;
    each(xml, |tag| match tag.local_name().as_ref() {
        "numFmt" if attribute(tag, "formatCode").is_some_and(|code| code.contains('%')) => {
            codes.extend(attribute(tag, "numFmtId"));
        }
        "cellXfs" => of_cells = true,
        "cellStyles" | "dxfs" => of_cells = false,
        "xf" if of_cells => formats.push(attribute(tag, "numFmtId").unwrap_or_default()),
        _ => {}
    });
    let percent = formats.iter().enumerate().filter(|(_, code)| codes.contains(*code));
    percent.map(|(number, _)| number.to_string()).collect()
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MOST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Calls `take` with every element that begins in `xml`.
fn each(xml: &str, mut take: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        if let Event::Start(tag) | Event::Empty(tag) = &event {
            take(tag);
        } else if event == Event::Eof {
            return;
        }
    }
}

/// An attribute by its name without a prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// `C12` as row and column from 0.
fn place(cell: &str) -> Option<(u32, u32)> {
    let figures = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, figures) = cell.split_at_checked(figures)?;
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let letter = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
        sum.checked_mul(26)?.checked_add(letter + 1)
    })?;
    Some((figures.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::cells;

    /// An `OpenDocument` workbook with one sheet of these rows.
    fn workbook(rows: &str) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("content.xml", SimpleFileOptions::default()).unwrap();
        let names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
            xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'";
        let sheet = format!("<office:body {names}><table:table table:name='Dues'>{rows}</table:table></office:body>");
        archive.write_all(sheet.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn cells_of_an_open_document_that_are_percent_are_found_where_they_stand() {
        let cell = |more: &str| format!("<table:table-cell office:value='0.12' {more}/>");
        let (share, sum) = ("office:value-type='percentage'", "office:value-type='float'");
        let rows = format!(
            "<table:table-row table:number-rows-repeated='2'>{}</table:table-row><table:table-row>{}{}{}</table:table-row>",
            cell(sum),
            cell("table:number-columns-repeated='3'"),
            cell(share),
            cell(&format!("{share} table:number-columns-repeated='2'")),
        );
        let mut found: Vec<_> = cells(&workbook(&rows)).remove("Dues").unwrap().into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [(2, 3), (2, 4), (2, 5)]);
    }
}
