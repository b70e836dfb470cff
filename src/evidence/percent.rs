//! Which cells of an XLSX workbook are shown as percent: they are stored as fractions, and the format of their cell says the rest.

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
    read(bytes).unwrap_or_default()
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
