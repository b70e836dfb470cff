//! Where the parts of the export picker stand: the formats, what may be varied, the preview.

use super::layout::{Rect, Size};

/// From so many columns the formats stand beside the preview; on a narrower screen only the selected one is named.
const BESIDE: u16 = 70;

/// Columns of the list of formats, its cursor bar and the rule behind it included.
const LIST: u16 = 26;

/// Rows below which what the format is for has one.
const LOW: u16 = 8;

/// Where the parts of the picker stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The frame round all of it.
    pub frame: Rect,
    /// The formats; no columns on a narrow screen.
    pub list: Rect,
    /// What the format is for.
    pub about: Rect,
    /// What may be varied, a row each.
    pub settings: Rect,
    /// The rule above the preview.
    pub rule: Rect,
    /// The preview.
    pub preview: Rect,
}

impl Parts {
    /// Where they stand on a screen of `size`, with so many things that may be varied.
    pub fn of(size: Size, settings: usize) -> Self {
        let (width, height) = (size.panel(116), size.height.saturating_sub(2).min(44));
        let frame = Rect::new((size.width - width) / 2, (size.height - height) / 2, width, height);
        let inner = Rect::new(frame.x + 2, frame.y + 1, frame.width.saturating_sub(4), frame.height.saturating_sub(2));
        let left = if inner.width >= BESIDE { LIST } else { 0 };
        let right = Rect::new(inner.x + left, inner.y, inner.width - left, inner.height);
        // On a low screen the preview needs the second row more.
        let about = Rect { height: if right.height < LOW { 1 } else { 2 }.min(right.height), ..right };
        let wanted = u16::try_from(settings).unwrap_or(0);
        let room = right.height.saturating_sub(about.height);
        let settings = Rect { y: about.y + about.height, height: wanted.min(room.saturating_sub(2)), ..right };
        let rule = Rect { y: settings.y + settings.height, height: u16::from(room > settings.height), ..right };
        let preview =
            Rect { y: rule.y + rule.height, height: room.saturating_sub(settings.height + rule.height), ..right };
        Self { frame, list: Rect { width: left, ..inner }, about, settings, rule, preview }
    }
}
