//! How far the cells of a table reach.

use quick_xml::events::BytesStart;

use super::body::DocxBody;
use crate::intake::xml;

/// Columns of a table that stand before a row's first cell at most.
const WIDEST: usize = 64;

impl DocxBody {
    /// How far a cell of a table reaches; `gridBefore` stands in the properties of the row, before its cells.
    pub(super) fn cell_property(&mut self, name: &str, start: &BytesStart<'_>) {
        let value = xml::attribute(start, "val").unwrap_or_default();
        match (name, value.as_str()) {
            ("gridSpan", columns) => self.out.widen_cell(columns.parse().unwrap_or(1)),
            ("gridBefore", columns) => {
                (0..columns.parse::<usize>().unwrap_or(0).min(WIDEST)).for_each(|_| self.out.covered_cell());
            }
            ("vMerge", "restart") => self.out.cell_goes_on(),
            ("vMerge", _) => self.out.cell_from_above(),
            _ => {}
        }
    }
}
