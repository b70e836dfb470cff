//! Where pop-ups stand: the frame in the middle of the screen and the text inside it.

use crate::app::layout::{Area, Size};

/// An area in the middle of the screen, as large as wanted and as the screen allows.
pub(super) fn centred(size: Size, width: u16, height: u16) -> Area {
    let (width, height) = (width.min(size.width), height.min(size.height.saturating_sub(2)));
    Area::new((size.width - width) / 2, (size.height - height) / 2, width, height)
}

/// The text area inside a frame, a blank left and right.
pub(super) fn inside(frame: Area) -> Area {
    Area::new(frame.x + 2, frame.y + 1, frame.width.saturating_sub(4), frame.height.saturating_sub(2))
}
