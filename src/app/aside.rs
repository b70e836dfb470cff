//! Where a form stands so that the sentence it is about can still be read.

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::frame::centred;

/// The narrowest that a form fits beside the article.
const BESIDE: u16 = 50;

/// A frame of at most `width` columns and `height` rows: in the pane beside the article where that is wide enough, else below or
/// above the selected words, whichever covers none of them.
pub(super) fn aside(model: &Model, width: u16, height: u16) -> Rect {
    let size = model.size;
    let Some(desk) = model.desk() else { return centred(size, width, height) };
    let layout = desk.layout(size);
    let height = height.min(size.height.saturating_sub(2));
    if let Some(pane) = layout.beside().filter(|pane| pane.width >= BESIDE) {
        let height = height.min(pane.height);
        return Rect { y: pane.y + pane.height - height, height, ..pane };
    }
    clear(model, centred(size, width, height))
}

/// `frame` moved up or down so that it covers none of the selected words; where it was, when there is no such place.
pub(super) fn clear(model: &Model, frame: Rect) -> Rect {
    let Some(desk) = model.desk() else { return frame };
    let layout = desk.layout(model.size);
    let rows = desk.page(&layout).rows(desk.scroll.top, usize::from(layout.words.height));
    let mine = |row: &crate::app::page::PageRow| desk.span().is_some_and(|span| !row.gap && row.span.overlaps(span));
    let seen = (layout.words.y..).zip(&rows).filter(|(_, row)| mine(row)).map(|(y, _)| y);
    let (first, last) = (seen.clone().min().unwrap_or(0), seen.max().unwrap_or(0));
    let bottom = layout.hints.y.saturating_sub(frame.height);
    if last < bottom {
        Rect { y: frame.y.max(last + 1).min(bottom), ..frame }
    } else if first > frame.height {
        Rect { y: 1, ..frame }
    } else {
        frame
    }
}
