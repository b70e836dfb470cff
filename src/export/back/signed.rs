//! Columns of somebody's own table that say whose a row is, and of which day.

use std::collections::BTreeMap;

use super::alike::short;
use super::days;

/// What such a column is called, in small letters; the surest first.
const BY: [&str; 8] = ["by", "reviewer", "checked by", "marked by", "checker", "fact-checker", "fact checker", "name"];

/// What the column of the day is called, in small letters.
const AT: [&str; 7] = ["day", "date", "on", "when", "marked on", "checked on", "marked at"];

/// The columns of a table that say whose its rows are.
#[derive(Debug, Default)]
pub(super) struct SignedColumns {
    by: Option<&'static str>,
    at: Option<&'static str>,
}

impl SignedColumns {
    /// Those among `columns`.
    pub(super) fn of(columns: &[String]) -> Self {
        let first = |names: &[&'static str]| names.iter().copied().find(|name| columns.iter().any(|one| one == name));
        let by = first(&BY);
        Self { by, at: by.and_then(|_| first(&AT)) }
    }

    /// True for one of them.
    pub(super) fn has(&self, column: &str) -> bool {
        [self.by, self.at].contains(&Some(column))
    }

    /// Whose a row is, where it says so.
    pub(super) fn by(&self, cells: &BTreeMap<String, String>) -> Option<String> {
        cell(self.by, cells).map(str::to_owned)
    }

    /// Its day, where it says one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn at(&self, cells: &BTreeMap<String, String>) -> Result<Option<String>, String> {
        let Some(cell) = cell(self.at, cells) else { return Ok(None) };
        days::told(cell).map(Some).map_err(|why| format!("{} {why}; the row counts as of today", short(cell)))
    }
}

fn cell<'r>(column: Option<&str>, cells: &'r BTreeMap<String, String>) -> Option<&'r str> {
    cells.get(column?).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}
