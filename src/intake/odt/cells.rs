//! The tables of an OpenDocument text, and how far their cells reach.

use quick_xml::events::BytesStart;

use super::body::OdtBody;
use crate::intake::grid::CellReach;
use crate::intake::xml;

/// Columns of a table that are said to be covered at once at most.
const WIDEST: usize = 64;

impl OdtBody<'_> {
    /// A table, or a row or cell of one, begins.
    pub(super) fn open_table_part(&mut self, name: &str, start: &BytesStart<'_>) {
        let number = |key: &str| xml::attribute(start, key).and_then(|told| told.parse::<usize>().ok()).unwrap_or(1);
        match name {
            "table" => self.out.open_table(),
            "table-row" => self.out.open_row(),
            "table-cell" => {
                let repeated = xml::attribute(start, "number-columns-repeated");
                self.out.cell(CellReach::told(repeated.as_deref(), None));
                if number("number-rows-spanned") > 1 {
                    self.out.cell_goes_on();
                }
            }
            _ => {
                for _ in 0..number("number-columns-repeated").min(WIDEST) {
                    self.out.covered_cell();
                }
                // What it holds is not shown.
                self.at.gone += 1;
            }
        }
    }
}
