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

    /// Columns of a panel that wants `most`: all of them where only scraps of words would show beside it.
    pub const fn panel(self, most: u16) -> u16 {
        if self.width < most.saturating_add(SCRAPS) { self.width } else { most }
    }

    /// True when the desk fits on it.
    pub const fn is_enough(self) -> bool {
        self.width >= Self::SMALLEST.width && self.height >= Self::SMALLEST.height
    }
}

/// Columns left and right of a panel, together, that words can be read in.
const SCRAPS: u16 = 16;

/// From so many columns on the panes stand side by side.
pub const SIDE_BY_SIDE: u16 = 80;

/// The widest the article's words are set, in columns: longer lines tire the eye.
pub const MEASURE: u16 = 80;

/// The widest the panel of claims gets, in columns; what is left becomes margin.
const PANEL: u16 = 100;

/// What stands for the article's share of the width while nobody has moved the divider; the panes then share it by [`usual`].
pub const SHARE: u16 = 570;

/// The narrowest the panel of claims is where the panes stand side by side, in columns.
const LEAST_PANEL: u16 = 34;

/// The narrowest it is made for the article to be read.
const SPARE_PANEL: u16 = 44;

/// Columns of the panel at 120 columns, with 60 letters of a claim in a row and the marks behind them; from there on the article
/// gets what is added until its words are as wide as they may be.
const GOOD_PANEL: u16 = 74;

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
    /// The column at the article's edge that shows the verdicts of all of it, and scrolls.
    pub map: Rect,
    /// The list of claims.
    pub list: Rect,
    /// Rows that each of them takes: 2 where there is room for all.
    pub each: u16,
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

impl Layout {
    /// How many items of the list are in view at a time.
    pub const fn shown(&self) -> usize {
        let each = if self.each == 0 { 1 } else { self.each };
        (self.list.height / each) as usize
    }

    /// The whole right pane, list and card, where the panes stand side by side.
    pub fn beside(&self) -> Option<Rect> {
        let bottom = (self.card.y + self.card.height).max(self.list.y + self.list.height);
        self.divider.map(|_| Rect { height: bottom.saturating_sub(self.list.y), ..self.list })
    }
}

/// What a desk wants of its layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wants {
    /// Columns of the widest number of a claim.
    pub number: usize,
    /// The article's share of the width, in thousandths.
    pub share: u16,
    /// Rows that the selected claim's card would fill.
    pub card: u16,
    /// Items that are listed; `None` where nobody knows how many.
    pub items: Option<usize>,
}

/// The layout of a desk that wants `wants`, on a screen of `size`.
pub fn layout(size: Size, wants: Wants) -> Layout {
    let Size { width, height } = size;
    let ruled = height >= 16;
    let rule = u16::from(ruled);
    let body = Rect::new(0, 1 + rule, width, height.saturating_sub(2 + 2 * rule));
    // Cursor bar, glyph, a blank, number, a blank.
    let margin = 4 + u16::try_from(wants.number).unwrap_or(u16::MAX).clamp(2, 8);
    let mut layout = Layout {
        top: Rect::new(0, 0, width, 1),
        hints: Rect::new(0, height.saturating_sub(1), width, 1),
        ruled,
        ..Layout::default()
    };
    if width >= SIDE_BY_SIDE {
        side_by_side(&mut layout, body, margin, wants);
    } else {
        stacked(&mut layout, body);
    }
    let pane = layout.article;
    // A blank behind the words, and the column of verdicts, which parts the panes where they stand side by side.
    let edge = 1 + u16::from(layout.divider.is_none());
    let measure = pane.width.saturating_sub(margin + edge).min(MEASURE);
    let pad = pane.width.saturating_sub(margin + measure + edge) / 2;
    let column = layout.divider.unwrap_or(pane.x + pane.width.saturating_sub(1));
    layout.map = Rect::new(column, pane.y, 1, pane.height);
    layout.each =
        if wants.items.is_some_and(|items| items * 2 <= usize::from(least_list(&layout, body))) { 2 } else { 1 };
    layout.margin = Rect::new(pane.x + pad, pane.y, margin, pane.height);
    layout.words = Rect::new(pane.x + pad + margin, pane.y, measure, pane.height);
    layout
}

/// Where the words of a note stand while it is written, on a screen of `size`; its frame stands a blank and a line outside.
pub fn note(size: Size) -> Rect {
    let width = size.panel(76).saturating_sub(4);
    let height = (size.height / 2).clamp(3, 20).min(size.height.saturating_sub(3));
    Rect::new((size.width.saturating_sub(width)) / 2, (size.height.saturating_sub(height)) / 2, width, height)
}

/// Rows that the list keeps whatever the card holds.
fn least_list(layout: &Layout, body: Rect) -> u16 {
    if layout.divider.is_some() { body.height.saturating_sub(most_card(body) + 1) } else { layout.list.height }
}

/// Rows that the card takes at most while the list stands over it.
fn most_card(body: Rect) -> u16 {
    (body.height * 36 / 100).max(2)
}

/// Columns of the article while nobody has moved the divider: the panel grows first, then the article to its measure, then the
/// panel again.
pub fn usual(width: u16, margin: u16) -> u16 {
    let grown = LEAST_PANEL + width.saturating_sub(SIDE_BY_SIDE) * (GOOD_PANEL - LEAST_PANEL) / 40;
    let left = width.saturating_sub(grown.min(GOOD_PANEL) + 1);
    left.min(margin + MEASURE + 5).max(width.saturating_sub(PANEL + 1))
}

/// Columns of the article that it is read in with ease: as many as its measure takes and the list can spare.
pub fn reading(width: u16, margin: u16) -> u16 {
    let spare = width.saturating_sub(SPARE_PANEL + 1);
    usual(width, margin).max(spare.min(margin + MEASURE + 1))
}

fn side_by_side(layout: &mut Layout, body: Rect, margin: u16, wants: Wants) {
    let wanted = u32::from(body.width) * u32::from(bounded(wants.share)) / 1000;
    let wanted = u16::try_from(wanted).unwrap_or(body.width);
    let left = if wants.share == SHARE { usual(body.width, margin) } else { wanted };
    let right = body.width.saturating_sub(left + 1);
    layout.article = Rect { width: left, ..body };
    layout.divider = Some(left);
    let card = wants.card.clamp(2, most_card(body));
    let list = body.height.saturating_sub(card + 1).max(3).min(body.height);
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
        let wants = Wants { number: 2, share: SHARE, card: 9, items: Some(40) };
        let wide = layout(Size::new(200, 60), wants);
        assert_eq!(wide.words.width, MEASURE);
        assert!(wide.list.width <= PANEL);
        let narrow = layout(Size::new(79, 24), wants);
        assert_eq!(narrow.divider, None);
        assert!(narrow.list.y > narrow.article.y);
    }

    #[test]
    fn twenty_two_claims_of_sixty_letters_are_in_view_at_120_by_40() {
        for card in [2, 9, 60] {
            let wants = Wants { number: 2, share: SHARE, card, items: Some(40) };
            let usual = layout(Size::new(120, 40), wants);
            assert!(usual.shown() >= 22, "{} claims", usual.shown());
            // Bar, glyph, blank, number, blank before the words, a blank behind.
            assert!(usual.list.width >= 60 + 7, "{} columns", usual.list.width);
            assert!(usual.words.width >= 38, "{} columns of the article", usual.words.width);
        }
        let few = Wants { number: 2, share: SHARE, card: 60, items: Some(11) };
        assert_eq!(layout(Size::new(120, 40), few).each, 2);
    }

    proptest! {
        #[test]
        fn every_part_lies_on_the_screen(width in 0u16..400, height in 0u16..120, number in 0usize..12, share in 0u16..1200, card in 0u16..90) {
            let size = Size::new(width, height);
            prop_assume!(size.is_enough());
            let l = layout(size, Wants { number, share, card, items: Some(usize::from(card)) });
            for part in [l.top, l.article, l.margin, l.words, l.map, l.list, l.card_rule, l.card, l.hints] {
                prop_assert!(part.x + part.width <= width, "{:?}", part);
                prop_assert!(part.height == 0 || part.y + part.height <= height, "{:?}", part);
            }
            prop_assert!(l.words.width >= 1 && l.words.height >= 1 && l.list.height >= 1);
        }
    }
}
