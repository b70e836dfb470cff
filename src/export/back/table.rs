//! The table of claims, edited in a spreadsheet.

use std::collections::HashMap;

use super::super::table::unguarded;
use super::BackError;
use super::item::{Item, Quote, Says};

/// A row a claim, found by `id` or `words`; a column that is missing says nothing. Spreadsheets may have put semicolons or
/// tabs between the cells.
pub(super) fn items(text: &str) -> Result<Vec<Item>, BackError> {
    let head = text.lines().next().unwrap_or_default();
    let commonest = [b',', b';', b'\t'].into_iter().max_by_key(|one| head.bytes().filter(|byte| byte == one).count());
    let mut reader =
        csv::ReaderBuilder::new().delimiter(commonest.unwrap_or(b',')).flexible(true).from_reader(text.as_bytes());
    let broken = |error: csv::Error| BackError::Broken("table", error.to_string());
    let columns: HashMap<String, usize> = reader
        .headers()
        .map_err(broken)?
        .iter()
        .enumerate()
        .map(|(index, name)| (name.trim().to_lowercase(), index))
        .collect();
    if !columns.contains_key("id") && !columns.contains_key("words") {
        return Err(BackError::Unknown);
    }
    let mut items = Vec::new();
    for (index, row) in reader.records().enumerate() {
        let row = row.map_err(broken)?;
        items.push(item(index + 1, |name| columns.get(name).and_then(|column| row.get(*column)).map(cell)));
    }
    Ok(items)
}

/// A cell as it was before the guard, its line breaks as sessions have them.
fn cell(cell: &str) -> String {
    unguarded(cell).replace("\r\n", "\n")
}

fn item(number: usize, cell: impl Fn(&str) -> Option<String>) -> Item {
    let tags = cell("tags")
        .map(|tags| tags.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect());
    Item {
        name: format!("row {number}"),
        id: cell("id").filter(|id| !id.is_empty()),
        quote: Quote {
            exact: cell("words").unwrap_or_default(),
            prefix: cell("prefix").unwrap_or_default(),
            suffix: cell("suffix").unwrap_or_default(),
            start: cell("start").and_then(|start| start.parse().ok()),
        },
        says: Says {
            verdict: cell("verdict"),
            note: cell("note"),
            statement: cell("statement"),
            correction: cell("correction"),
            question: cell("question"),
            answer: cell("answer"),
            tags,
            ..Says::default()
        },
        by: None,
        may_add: false,
        echoes: false,
    }
}
