//! The rows and cells of a table: each row is a piece, its cells parted by bars.

use super::Composer;
use crate::intake::grid::{CellReach, TableGrid};

impl Composer {
    /// True inside a table's row.
    pub(in crate::intake) const fn in_row(&self) -> bool {
        self.rows > 0
    }

    /// A table begins; one inside a row is part of its line.
    pub(in crate::intake) fn open_table(&mut self) {
        if self.rows == 0 {
            self.grid = TableGrid::default();
        }
    }

    /// The rows that come are of another part of the table, as head and body are.
    pub(in crate::intake) fn table_part(&mut self) {
        if self.rows == 0 {
            self.grid.part();
        }
    }

    /// A row begins; rows inside a row are part of its line.
    pub(in crate::intake) fn open_row(&mut self) {
        if self.rows == 0 {
            self.flush();
            self.grid.open_row();
        }
        self.rows += 1;
    }

    /// A cell begins; an empty one keeps its place.
    pub(in crate::intake) fn cell(&mut self, reach: CellReach) {
        if self.rows == 1 {
            let before = self.grid.open_cell(reach, self.flow.as_str());
            self.flow.push(&before);
            self.grid.begun(self.flow.next());
        } else {
            self.flow.push(" ");
        }
    }

    /// The cell reaches over so many columns.
    pub(in crate::intake) fn widen_cell(&mut self, columns: usize) {
        if self.rows == 1 {
            self.grid.widen(columns);
        }
    }

    /// The cell goes on in the rows below, as far as they say so.
    pub(in crate::intake) fn cell_goes_on(&mut self) {
        if self.rows == 1 {
            self.grid.goes_on();
        }
    }

    /// The cell goes on from the row above.
    pub(in crate::intake) fn cell_from_above(&mut self) {
        if self.rows == 1 {
            let words = self.grid.goes_on_from_above();
            self.flow.push(&words);
        }
    }

    /// A column that a cell before it, or above it, reaches over.
    pub(in crate::intake) fn covered_cell(&mut self) {
        if self.rows == 1 && self.grid.covered(self.flow.as_str()) {
            self.cell(CellReach::ONE);
            self.cell_from_above();
        }
    }

    /// A row ends; one without words of its own is none.
    pub(in crate::intake) fn close_row(&mut self) {
        self.rows = self.rows.saturating_sub(1);
        if self.rows == 0 {
            match self.grid.close_row(self.flow.as_str()) {
                Some(behind) => self.flow.push(&behind),
                None => drop(self.flow.take()),
            }
            self.kind = None;
            self.flush();
        }
    }
}
