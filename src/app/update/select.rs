//! Selecting, and keeping what is selected in view.

use crate::app::card;
use crate::app::desk::Desk;
use crate::app::filter::Item;
use crate::app::layout::Size;
use crate::app::model::{Mode, Model};

/// Keeps the selection in view after whatever happened.
pub(super) fn follow(model: &mut Model) {
    let size = model.size;
    if let Mode::Desk(desk) = &mut model.mode {
        card::settle(desk, &model.settings, size);
    }
}

/// Selects an item anywhere, and brings it into view.
pub(super) fn select(model: &mut Model, item: Item) {
    let size = model.size;
    if let Some(desk) = model.desk_mut() {
        jump(desk, item, size);
    }
    follow(model);
}

/// Selects an item anywhere; the list moves by as many rows as lie between, seen from where it was.
pub(super) fn jump(desk: &mut Desk, item: Item, size: Size) {
    let height = desk.layout(size).shown();
    let index = |desk: &Desk, item: &Item| match item {
        Item::Claim(id) => desk.session.claims().index_of(id),
        Item::Sentence(span) => Some(desk.session.claims().first_from(span.start)),
    };
    let from = desk.selected.as_ref().and_then(|item| index(desk, item)).unwrap_or(0);
    let to = index(desk, &item).unwrap_or(0);
    desk.select(item, signed(to).saturating_sub(signed(from)), height);
}

/// A count of steps with a direction.
pub(super) fn signed(count: usize) -> isize {
    isize::try_from(count).unwrap_or(isize::MAX)
}
