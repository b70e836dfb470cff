//! Where everything stands on a screen of a given size: one pure function that update and view share.

/// A rectangle of cells: ratatui's own, which the panels are drawn into.
pub use ratatui::layout::Rect;

/// The size of a screen in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// The largest screen that is drawn: a terminal that claims more gets this much, or its cells would fill the memory.
    pub const LARGEST: Self = Self { width: 1000, height: 500 };

    /// The smallest screen that a desk fits on.
    pub const SMALLEST: Self = Self { width: 24, height: 8 };

    /// A size, at most [`Size::LARGEST`].
    pub fn new(width: u16, height: u16) -> Self {
        Self { width: width.min(Self::LARGEST.width), height: height.min(Self::LARGEST.height) }
    }

    /// True when the desk fits on it.
    pub const fn is_enough(self) -> bool {
        self.width >= Self::SMALLEST.width && self.height >= Self::SMALLEST.height
    }
}

/// From so many columns on the panes stand side by side.
pub const SIDE_BY_SIDE: u16 = 80;

/// The widest the article's words are set, in columns: longer lines tire the eye.
pub const MEASURE: u16 = 80;

/// The widest the panel of claims gets, in columns; what is left becomes margin.
const PANEL: u16 = 100;

/// The article's share of the width when nobody has moved the divider, in thousandths.
pub const SHARE: u16 = 570;

/// The least the article's share can be.
const NARROWEST: u16 = 200;

/// The most it can be.
const WIDEST: u16 = 800;

/// The share that puts the divider into column `x` of a screen `width` columns wide, as far as the panes stay wide enough.
pub fn share_at(x: u16, width: u16) -> u16 {
    let share = (u32::from(x) * 1000).div_ceil(u32::from(width.max(1)));
    bounded(u16::try_from(share).unwrap_or(WIDEST))
}

/// The nearest share that leaves both panes wide enough.
pub fn bounded(share: u16) -> u16 {
    share.clamp(NARROWEST, WIDEST)
}

/// Where the sessions are listed on the home screen.
pub const fn home(size: Size) -> Rect {
    Rect::new(0, 2, size.width, size.height.saturating_sub(4))
}

/// Where the parts of the desk stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The line with title, progress and save state.
    pub top: Rect,
    /// The whole article pane.
    pub article: Rect,
    /// The glyphs and numbers beside the words.
    pub margin: Rect,
    /// The article's words.
    pub words: Rect,
    /// The list of claims.
    pub list: Rect,
    /// The rule above the card; it names the claim.
    pub card_rule: Rect,
    /// The selected claim's card; no rows when there is no room.
    pub card: Rect,
    /// The line with the keys.
    pub hints: Rect,
    /// The column between the panes when they stand side by side.
    pub divider: Option<u16>,
    /// True when there is room for rules under the top line and above the keys.
    pub ruled: bool,
}

/// The layout of a desk whose claims' numbers take at most `number` columns, on a screen of `size`, the article taking `share` thousandths of the width.
pub fn layout(size: Size, number: usize, share: u16) -> Layout {
    let Size { width, height } = size;
    let ruled = height >= 16;
    let rule = u16::from(ruled);
    let body = Rect::new(0, 1 + rule, width, height.saturating_sub(2 + 2 * rule));
    // Cursor bar, glyph, number, a blank on each side.
    let margin = 4 + u16::try_from(number).unwrap_or(u16::MAX).clamp(2, 8);
    let mut layout = Layout {
        top: Rect::new(0, 0, width, 1),
        hints: Rect::new(0, height.saturating_sub(1), width, 1),
        ruled,
        ..Layout::default()
    };
    if width >= SIDE_BY_SIDE {
        side_by_side(&mut layout, body, margin, share);
    } else {
        stacked(&mut layout, body);
    }
    let pane = layout.article;
    let measure = pane.width.saturating_sub(margin + 1).min(MEASURE);
    let pad = pane.width.saturating_sub(margin + measure + 1) / 2;
    layout.margin = Rect::new(pane.x + pad, pane.y, margin, pane.height);
    layout.words = Rect::new(pane.x + pad + margin, pane.y, measure, pane.height);
    layout
}

/// Where the words of a note stand while it is written, on a screen of `size`; its frame stands a blank and a line outside.
pub fn note(size: Size) -> Rect {
    let width = size.width.saturating_sub(6).clamp(10, 72);
    let height = (size.height / 2).clamp(3, 20).min(size.height.saturating_sub(3));
    Rect::new((size.width.saturating_sub(width)) / 2, (size.height.saturating_sub(height)) / 2, width, height)
}

fn side_by_side(layout: &mut Layout, body: Rect, margin: u16, share: u16) {
    let wanted = u32::from(body.width) * u32::from(bounded(share)) / 1000;
    let wanted = u16::try_from(wanted).unwrap_or(body.width);
    let usual = share == SHARE;
    let widest = if usual { margin + MEASURE + 4 } else { body.width };
    let left = wanted.min(widest).max(if usual { body.width.saturating_sub(PANEL + 1) } else { 0 });
    let right = body.width.saturating_sub(left + 1);
    layout.article = Rect { width: left, ..body };
    layout.divider = Some(left);
    let list = (body.height * 45 / 100).max(3).min(body.height);
    let x = left + 1;
    layout.list = Rect::new(x, body.y, right, list);
    layout.card_rule = Rect::new(x, body.y + list, right, u16::from(body.height > list));
    layout.card = Rect::new(x, body.y + list + 1, right, body.height.saturating_sub(list + 1));
}

/// Article above, claims below; the card has no room and opens with a key.
fn stacked(layout: &mut Layout, body: Rect) {
    let list = (body.height * 35 / 100).max(2).min(body.height);
    let article = body.height.saturating_sub(list + 1);
    layout.article = Rect { height: article, ..body };
    layout.card_rule = Rect::new(0, body.y + article, body.width, u16::from(body.height > list));
    layout.list = Rect::new(0, body.y + article + layout.card_rule.height, body.width, list);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_measure_stays_readable_however_wide_the_terminal() {
        let wide = layout(Size::new(200, 60), 31, SHARE);
        assert_eq!(wide.words.width, MEASURE);
        assert!(wide.list.width <= PANEL);
        let narrow = layout(Size::new(79, 24), 31, SHARE);
        assert_eq!(narrow.divider, None);
        assert!(narrow.list.y > narrow.article.y);
    }

    proptest! {
        #[test]
        fn every_part_lies_on_the_screen(width in 0u16..400, height in 0u16..120, claims in 0usize..200_000, share in 0u16..1200) {
            let size = Size::new(width, height);
            prop_assume!(size.is_enough());
            let l = layout(size, claims, share);
            for part in [l.top, l.article, l.margin, l.words, l.list, l.card_rule, l.card, l.hints] {
                prop_assert!(part.x + part.width <= width, "{:?}", part);
                prop_assert!(part.height == 0 || part.y + part.height <= height, "{:?}", part);
            }
            prop_assert!(l.words.width >= 1 && l.words.height >= 1 && l.list.height >= 1);
        }
    }
}
