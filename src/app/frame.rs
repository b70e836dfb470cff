//! Where panels stand: the frame in the middle of the screen, the text inside it, and which row of a list lies where.

use super::layout::{Rect, Size};

/// An area in the middle of the screen, as large as wanted and as the screen allows; no scraps of words are left beside it.
pub fn centred(size: Size, width: u16, height: u16) -> Rect {
    let (width, height) = (size.panel(width), height.min(size.height.saturating_sub(2)));
    Rect::new((size.width - width) / 2, (size.height - height) / 2, width, height)
}

/// The text area inside a frame, a blank left and right.
pub const fn inside(frame: Rect) -> Rect {
    Rect::new(frame.x + 2, frame.y + 1, frame.width.saturating_sub(4), frame.height.saturating_sub(2))
}

/// A list in a panel: its frame, its rows, and which of them are in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The frame round everything.
    pub frame: Rect,
    /// The rows of the list.
    pub area: Rect,
    /// Rows of the screen that one of the list takes.
    pub each: u16,
    /// The first one in view: the selected one stays in view.
    pub first: usize,
}

impl Listed {
    fn new(frame: Rect, area: Rect, each: u16, selected: usize) -> Self {
        let fit = usize::from(area.height / each).max(1);
        Self { frame, area, each, first: (selected + 1).saturating_sub(fit) }
    }

    /// A list that fills `frame`: the choice of filters, what the reviewer did.
    pub fn menu(frame: Rect, selected: usize) -> Self {
        Self::new(frame, inside(frame), 1, selected)
    }

    /// A list of things that take two rows each and fill `frame`: a claim's sources.
    pub fn pairs(frame: Rect, selected: usize) -> Self {
        Self::tall(frame, 2, selected)
    }

    /// A list of things that take `each` rows each, as far as `frame` has so many, and fill it: what contradicts itself.
    pub fn tall(frame: Rect, each: u16, selected: usize) -> Self {
        let area = inside(frame);
        Self::new(frame, area, each.min(area.height).max(1), selected)
    }

    /// What the evidence says, `count` rows of it; two rows above it are about the claim, on a low screen one.
    pub fn evidence(size: Size, count: usize, selected: usize) -> Self {
        let frame = centred(size, 110, rows(count.max(1)).saturating_mul(3).saturating_add(5));
        let area = inside(frame);
        // What is listed comes before the blank row and the claim's second.
        let down = if area.height < 3 + 3 { area.height.saturating_sub(3).min(1) } else { 3 };
        let below = Rect { y: area.y + down, height: area.height - down, ..area };
        Self::new(frame, below, 3, selected)
    }

    /// What matches below a line that is typed: the palette, a finder. A blank row parts them where there is room for one.
    pub fn sheet(frame: Rect, selected: usize) -> Self {
        let area = inside(frame);
        let down = if area.height > 6 { 2 } else { 1 };
        let below = Rect { y: area.y + down, height: area.height.saturating_sub(down), ..area };
        Self::new(frame, below, 1, selected)
    }

    /// The item that stands in the cell at `x`, `y`, if there are so many.
    pub fn at(self, x: u16, y: u16) -> Option<usize> {
        let row = self.area.contains((x, y).into()).then(|| (y - self.area.y) / self.each)?;
        Some(self.first + usize::from(row))
    }
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
