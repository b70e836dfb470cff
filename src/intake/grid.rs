//! The columns of a table whose cells reach over several rows or columns: each row is read with the words that reach into it, so that no
//! figure stands under the head of another column.

use std::collections::BTreeMap;

use super::notes;

/// What parts the cells of a row.
const PART: &str = " | ";
/// Columns that one cell reaches over at most.
const WIDEST: usize = 64;
/// Characters of a cell that are said again in the rows it reaches into, at most: a longer one is a text, and keeps its place there.
const REPEATED: usize = 120;

/// How far a cell reaches, counted with its own column and row.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellReach {
    columns: usize,
    rows: usize,
}

impl CellReach {
    /// One column and one row.
    pub(super) const ONE: Self = Self { columns: 1, rows: 1 };

    /// The reach that a file writes as two numbers; HTML's row span of 0 goes to the end.
    pub(super) fn told(columns: Option<&str>, rows: Option<&str>) -> Self {
        let number = |told: Option<&str>| told.and_then(|told| told.trim().parse::<usize>().ok());
        let rows = match number(rows) {
            Some(0) => usize::MAX,
            rows => rows.unwrap_or(1),
        };
        Self { columns: number(columns).unwrap_or(1).clamp(1, WIDEST), rows }
    }
}

/// How a cell goes on in the rows below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DownReach {
    /// It does not.
    Nowhere,
    /// Into so many rows, in which nothing stands for it.
    Rows(usize),
    /// As long as a cell of the next row says that it goes on there.
    WhileTold,
}

/// A cell that is read, or that reaches into the next row.
#[derive(Debug)]
struct GridCell {
    words: String,
    columns: usize,
    below: DownReach,
}

/// A table's columns while its rows are read.
#[derive(Debug, Default)]
pub(super) struct TableGrid {
    /// What reaches into the row, by its first column.
    above: BTreeMap<usize, GridCell>,
    /// What reaches from the row into the next.
    below: BTreeMap<usize, GridCell>,
    /// The column of the next cell.
    next: usize,
    /// The column that the words so far end in.
    written: usize,
    /// The cell that is being read: its column, and the byte of the row at which its words begin.
    open: Option<(usize, usize, GridCell)>,
    /// A cell of the row itself has words.
    worded: bool,
}

impl TableGrid {
    /// A row begins.
    pub(super) fn open_row(&mut self) {
        let left = |below: DownReach| match below {
            DownReach::Rows(left) if left > 1 => Some(DownReach::Rows(left - 1)),
            DownReach::Rows(_) | DownReach::Nowhere | DownReach::WhileTold => None,
        };
        let above = std::mem::take(&mut self.above).into_iter();
        let mut above: BTreeMap<usize, GridCell> =
            above.filter_map(|(column, cell)| Some((column, GridCell { below: left(cell.below)?, ..cell }))).collect();
        above.append(&mut self.below);
        *self = Self { above, ..Self::default() };
    }

    /// The rows that come are of another part of the table, into which no cell reaches.
    pub(super) fn part(&mut self) {
        self.above.clear();
        self.below.clear();
    }

    /// A cell begins behind `row`, the row's words so far: what is to stand before its own. [`TableGrid::begun`] is to be called then.
    pub(super) fn open_cell(&mut self, reach: CellReach, row: &str) -> String {
        self.close_cell(row);
        let mut before = self.reached();
        self.step(self.next, &mut before);
        let below = if reach.rows > 1 { DownReach::Rows(reach.rows - 1) } else { DownReach::Nowhere };
        let cell = GridCell { words: String::new(), columns: reach.columns, below };
        self.open = Some((self.next, row.len(), cell));
        before
    }

    /// The cell's own words begin at this byte of the row.
    pub(super) fn begun(&mut self, at: usize) {
        if let Some((_, from, _)) = &mut self.open {
            *from = at;
        }
    }

    /// The cell that is being read reaches over so many columns.
    pub(super) fn widen(&mut self, columns: usize) {
        if let Some((.., cell)) = &mut self.open {
            cell.columns = columns.clamp(1, WIDEST);
        }
    }

    /// The cell that is being read goes on in those below that say so.
    pub(super) fn goes_on(&mut self) {
        if let Some((.., cell)) = &mut self.open {
            cell.below = DownReach::WhileTold;
        }
    }

    /// The cell that is being read goes on from the one above: its words.
    pub(super) fn goes_on_from_above(&mut self) -> String {
        self.goes_on();
        let column = self.open.as_ref().map(|(column, ..)| *column);
        let above = column.and_then(|column| self.above.get(&column)).filter(|cell| cell.below == DownReach::WhileTold);
        above.map(|cell| cell.words.clone()).unwrap_or_default()
    }

    /// Passes by a column that the cell before reaches over; true when a cell from above goes on there, which is to be opened.
    pub(super) fn covered(&mut self, row: &str) -> bool {
        self.close_cell(row);
        let goes_on = self.above.get(&self.next).is_some_and(|cell| cell.below == DownReach::WhileTold);
        self.next += usize::from(!goes_on);
        goes_on
    }

    /// The row ends behind `row`, its words so far: what is to stand behind them; `None` for one that has no words of its own.
    pub(super) fn close_row(&mut self, row: &str) -> Option<String> {
        self.close_cell(row);
        let mut behind = self.reached();
        let rest = std::mem::take(&mut self.above);
        for (column, cell) in rest.range(self.next..) {
            if matches!(cell.below, DownReach::Rows(_)) && !cell.words.is_empty() {
                self.step(*column, &mut behind);
                behind.push_str(&cell.words);
            }
        }
        self.above = rest;
        self.worded.then_some(behind)
    }

    /// The words that reach into the row from the next column on.
    fn reached(&mut self) -> String {
        let mut reached = String::new();
        while let Some((words, columns)) = self
            .above
            .get(&self.next)
            .filter(|cell| matches!(cell.below, DownReach::Rows(_)))
            .map(|cell| (cell.words.clone(), cell.columns))
        {
            self.step(self.next, &mut reached);
            reached.push_str(&words);
            self.next += columns;
        }
        reached
    }

    /// Parts the words so far from those of a column.
    fn step(&mut self, column: usize, into: &mut String) {
        into.push_str(&PART.repeat(column.saturating_sub(self.written)));
        self.written = column;
    }

    fn close_cell(&mut self, row: &str) {
        let Some((column, from, mut cell)) = self.open.take() else { return };
        let words = row.get(from.min(row.len())..).unwrap_or_default().trim();
        self.worded |= !words.is_empty();
        self.next = column + cell.columns;
        if cell.below != DownReach::Nowhere && words.chars().count() <= REPEATED {
            // A note stands where the words stand first.
            cell.words = words.chars().filter(|c| !notes::is_stand_in(*c)).collect();
        }
        if cell.below != DownReach::Nowhere {
            self.below.insert(column, cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CellReach, TableGrid};

    /// The rows of a table whose cells are `words`, `words/rows` or `words/rows/columns`.
    fn rows(table: &[&[&str]]) -> Vec<Option<String>> {
        let mut grid = TableGrid::default();
        let row = |cells: &&[&str]| {
            grid.open_row();
            let mut row = String::new();
            for cell in *cells {
                let mut parts = cell.split('/');
                let words = parts.next().unwrap_or_default();
                let rows = parts.next();
                let before = grid.open_cell(CellReach::told(parts.next(), rows), &row);
                row += &before;
                grid.begun(row.len());
                row += words;
            }
            grid.close_row(&row).map(|behind| crate::intake::lines::tidy(&(row + &behind)).into_owned())
        };
        table.iter().map(row).collect()
    }

    #[test]
    fn a_cell_is_read_in_each_row_that_it_reaches_into() {
        let table: &[&[&str]] = &[
            &["Line/2", "2018/1/2", "2019/1/2"],
            &["day", "night", "day", "night"],
            &["North/2", "1", "2/2", "3", "4"],
            &["5", "6", "7/3"],
            &["South/1/3", "8"],
            &["", ""],
            &["all/1/9"],
        ];
        let read: Vec<String> = rows(table).into_iter().map(Option::unwrap_or_default).collect();
        assert_eq!(
            read,
            [
                "Line | 2018 | | 2019",
                "Line | day | night | day | night",
                "North | 1 | 2 | 3 | 4",
                "North | 5 | 2 | 6 | 7",
                "South | | | 8 | 7",
                "",
                "all",
            ]
        );
    }
}
