//! Where cards stand: the short one below the list, the full one in its place, beside the article.

use super::rows::CardRow;
use super::writer::{Depth, count, rows};
use crate::app::desk::Desk;
use crate::app::frame::{centred, inside};
use crate::app::layout::{Rect, Size};
use crate::app::settings::Settings;
use crate::review::Claim;

/// Rows that the card of a sentence which nobody has claimed takes.
const SENTENCE: u16 = 4;

/// Rows of a short card that are counted at most.
const COUNTED: u16 = 60;

/// The full card of a claim: its rows, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardStand {
    /// All rows.
    pub rows: Vec<CardRow>,
    /// The area that it covers.
    pub frame: Rect,
    /// Where the rows stand in it.
    pub area: Rect,
    /// True when it takes the place of the list and needs no frame.
    pub beside: bool,
}

/// The full card of `claim` on a screen of `size`, every reason told when `reasons`.
pub fn stand(desk: &Desk, claim: &Claim, settings: &Settings, size: Size, reasons: bool) -> CardStand {
    let depth = Depth::Full { reasons };
    if let Some(frame) = desk.layout(size).beside().filter(|pane| pane.height > 3) {
        let area = Rect::new(frame.x + 1, frame.y + 1, frame.width.saturating_sub(2), frame.height.saturating_sub(2));
        return CardStand { rows: rows(desk, claim, settings, area.width, depth), frame, area, beside: true };
    }
    let width = size.panel(100);
    let rows = rows(desk, claim, settings, width.saturating_sub(4), depth);
    let frame = centred(size, width, u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2));
    CardStand { rows, frame, area: inside(frame), beside: false }
}

impl CardStand {
    /// The furthest it scrolls: the last row stands at the bottom then.
    pub fn furthest(&self) -> usize {
        self.rows.len().saturating_sub(usize::from(self.area.height))
    }
}

/// Gives the selected item's card the room it fills, and scrolls the article so that the item is in view.
pub fn settle(desk: &mut Desk, settings: &Settings, size: Size) {
    let width = desk.layout(size).card.width.saturating_sub(2);
    desk.scroll.card = match desk.claim() {
        Some(claim) if width > 0 => {
            let rows = count(desk, claim, settings, width, Depth::Short { rows: COUNTED });
            u16::try_from(rows).unwrap_or(COUNTED)
        }
        Some(_) => 0,
        None => SENTENCE,
    };
    desk.follow(size);
    desk.hand.settled = desk.session.history().len();
}
