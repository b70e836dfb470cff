//! The mouse: what a press, a drag and the wheel do, by where they happen.

use super::select::{self, jump};
use crate::app::action::{Action, Motion};
use crate::app::desk::{Desk, Pane};
use crate::app::filter::{self, Item};
use crate::app::home::HomeRow;
use crate::app::layout::{self, Layout, Size};
use crate::app::list_rows;
use crate::app::minimap;
use crate::app::model::{Mode, Model};
use crate::app::page::Spot;
use crate::app::panel::{Around, Panel, Rows};
use crate::app::picking::{self, Aim, Picking};
use crate::app::pointer::{Deed, Grip, Pointer};
use crate::app::typeset;
use crate::review::{Span, Stamp};

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// What the mouse does, wherever it is; the actions it comes to are left to be done.
pub(super) fn point(model: &mut Model, pointer: Pointer, now: &Stamp) -> Vec<Action> {
    // Left to the terminal it is none of ours, whatever a terminal sends.
    if !model.settings.mouse {
        return Vec::new();
    }
    // A message stays until the reviewer does something of weight.
    if matches!(pointer.deed, Deed::Press | Deed::Twice) {
        model.status = None;
    }
    if !model.size.is_enough() {
        return Vec::new();
    }
    if let Some(mut panel) = model.panels.pop() {
        let actions = in_panel(&mut panel, pointer, &model.around(now));
        model.panels.push(panel);
        return actions;
    }
    match model.mode {
        Mode::Home(_) => at_home(model, pointer),
        Mode::Desk(_) => on_desk(model, pointer),
    }
}

/// What the mouse does in the panel in front: its rows are selected by a press and taken by two, a menu's by one.
fn in_panel(panel: &mut Panel, pointer: Pointer, around: &Around<'_>) -> Vec<Action> {
    match pointer.deed {
        Deed::WheelUp | Deed::WheelDown => return panel.wheel(pointer.deed == Deed::WheelDown, around),
        Deed::Drag | Deed::Release => return Vec::new(),
        Deed::Press | Deed::Twice => {}
    }
    let Some(Rows { listed, selected, count, at_once }) = panel.rows(around) else { return Vec::new() };
    let Some(row) = listed.at(pointer.x, pointer.y).filter(|row| *row < count) else { return Vec::new() };
    let onward = if row > selected { Motion::Next } else { Motion::Previous };
    let taken = pointer.deed == Deed::Twice || at_once;
    let steps = std::iter::repeat_n(Action::Move(onward), row.abs_diff(selected));
    steps.chain(taken.then_some(Action::Accept)).collect()
}

/// What the mouse does on the home screen: a press selects, two open, the wheel goes through the list.
fn at_home(model: &mut Model, pointer: Pointer) -> Vec<Action> {
    let rows = layout::home(model.size);
    let Mode::Home(home) = &mut model.mode else { return Vec::new() };
    match pointer.deed {
        Deed::WheelUp => vec![Action::Move(Motion::Previous)],
        Deed::WheelDown => vec![Action::Move(Motion::Next)],
        Deed::Press | Deed::Twice if rows.contains((pointer.x, pointer.y).into()) => {
            let row = home.top + usize::from(pointer.y - rows.y);
            let Some(&HomeRow::Session(_, at)) = home.rows(row, 1).first() else { return Vec::new() };
            (home.selected, home.touched) = (at, true);
            if pointer.deed == Deed::Twice { vec![Action::Open] } else { Vec::new() }
        }
        Deed::Press | Deed::Twice | Deed::Drag | Deed::Release => Vec::new(),
    }
}

fn on_desk(model: &mut Model, pointer: Pointer) -> Vec<Action> {
    let size = model.size;
    let (Pointer { x, y, deed }, grip) = (pointer, model.grip);
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let layout = desk.layout(size);
    match deed {
        Deed::WheelUp | Deed::WheelDown => {
            if layout.article.contains((x, y).into()) {
                scroll(desk, &layout, deed == Deed::WheelDown, NOTCH);
            } else if layout.list.contains((x, y).into()) {
                scroll_list(desk, size, deed == Deed::WheelDown);
            }
        }
        // A second press on it takes hold of it as the first did.
        Deed::Twice if layout.map.contains((x, y).into()) => model.grip = Some(Grip::Map),
        Deed::Press => {
            if layout.map.contains((x, y).into()) {
                model.grip = Some(Grip::Map);
            } else if layout.article.contains((x, y).into()) {
                model.grip = press_words(desk, &layout, size, x, y).map(Grip::Words);
            } else if layout.list.contains((x, y).into()) {
                press_list(desk, &layout, y - layout.list.y);
                select::follow(model);
            }
        }
        // The first press has selected what is there.
        Deed::Twice
            if desk.picking.is_none()
                && (layout.article.contains((x, y).into()) || layout.list.contains((x, y).into())) =>
        {
            return vec![Action::Open];
        }
        Deed::Twice => {}
        Deed::Drag => match grip {
            Some(Grip::Divider) => divide(model, layout::share_at(x, size.width)),
            // Along the column it scrolls, away from it the column comes along, where it parts the panes.
            Some(Grip::Map) if x == layout.map.x || layout.divider.is_none() => to_map(desk, &layout, y),
            Some(Grip::Map) => {
                model.grip = Some(Grip::Divider);
                divide(model, layout::share_at(x, size.width));
            }
            Some(Grip::Words(from)) => drag_words(model, from, x, y),
            None => {}
        },
        Deed::Release => {
            if grip == Some(Grip::Map) {
                to_map(desk, &layout, y);
            }
            model.grip = None;
        }
    }
    Vec::new()
}

/// Scrolls the article by rows, as far as there are any; what is selected stays selected.
fn scroll(desk: &mut Desk, layout: &Layout, down: bool, rows: usize) {
    let page = desk.page(layout);
    let lowest = page.up(page.last(), usize::from(layout.words.height).saturating_sub(1));
    let top = desk.scroll.top;
    desk.scroll.top = if down { page.down(top, rows).min(lowest).max(top) } else { page.up(top, rows) };
    desk.scroll.away = true;
}

/// Scrolls the article to where row `y` of the column of verdicts stands in it.
fn to_map(desk: &mut Desk, layout: &Layout, y: u16) {
    let (map, length) = (layout.map, desk.session.article.text().len());
    let row = y.clamp(map.y, map.y + map.height.saturating_sub(1)) - map.y;
    let page = desk.page(layout);
    let spot = page.spot(minimap::byte_at(length, usize::from(map.height), usize::from(row)));
    let lowest = page.up(page.last(), usize::from(layout.words.height).saturating_sub(1));
    desk.scroll.top = page.up(spot, usize::from(layout.words.height) / 3).min(lowest);
    desk.scroll.away = true;
}

/// Scrolls the list by a notch; the selection stays as long as it is in view.
fn scroll_list(desk: &mut Desk, size: Size, down: bool) {
    let height = desk.layout(size).shown();
    let (items, row) = desk.list(height);
    let (Some(row), Some(first), Some(last)) = (row, items.first(), items.last()) else { return };
    let more = if down {
        desk.filter.next(&desk.session, Some(last))
    } else {
        desk.filter.previous(&desk.session, Some(first))
    };
    if more.is_none() {
        return;
    }
    // What is selected stands so many rows further from the edge that the list moves away from.
    let room = if down { row } else { height.saturating_sub(1 + row) };
    let filter = desk.filter.clone();
    for _ in room..NOTCH {
        let selected = desk.selected.as_ref();
        let next = if down { filter.next(&desk.session, selected) } else { filter.previous(&desk.session, selected) };
        desk.selected = next.or_else(|| desk.selected.clone());
    }
    let moved = NOTCH.min(room);
    desk.scroll.offset = if down { row - moved } else { row + moved };
}

/// Selects what stands in a row of the list.
fn press_list(desk: &mut Desk, layout: &Layout, row: u16) {
    desk.pane = Pane::Claims;
    desk.picking = None;
    let (items, _) = desk.listed(layout.shown());
    let at = list_rows::at(desk, layout, &items, row);
    if let Some((at, item)) = at.and_then(|at| Some((at, items.get(at)?.item()))) {
        desk.scroll.offset = at;
        desk.selected = Some(item);
    }
}

/// Selects what stands under the pointer in the article, and tells which byte that is. Of claims over one another the
/// shortest comes first, and each further press goes to the next. While a span is mended or a claim cut, the cursor goes there.
fn press_words(desk: &mut Desk, layout: &Layout, size: Size, x: u16, y: u16) -> Option<usize> {
    let at = byte_at(desk, layout, x, y)?;
    desk.pane = Pane::Article;
    match &mut desk.picking {
        Some(picking) if picking.aim != Aim::Claim => picking.head = at,
        picking => {
            *picking = None;
            let under = items_under(desk, at);
            let here = under.iter().position(|item| Some(item) == desk.selected.as_ref());
            let next = here.map_or(0, |index| (index + 1) % under.len().max(1));
            if let Some(item) = under.into_iter().nth(next) {
                jump(desk, item, size);
            }
        }
    }
    Some(at)
}

/// The claims over byte `at`, shortest first; its sentence when there are none.
fn items_under(desk: &Desk, at: usize) -> Vec<Item> {
    let session = &desk.session;
    let byte = Span::new(at, at + 1);
    let mut claims: Vec<_> = session.claims().touching(byte).map(|(_, claim)| claim).collect();
    claims.sort_by_key(|claim| claim.span.len());
    if !claims.is_empty() {
        return claims.into_iter().map(|claim| Item::Claim(claim.id.clone())).collect();
    }
    let block = session.article.block_at(at);
    let items = filter::items_of(session, block, true);
    items.into_iter().find(|item| item.span(session).is_some_and(|span| span.contains(at))).into_iter().collect()
}

/// The character of the article that is drawn in a cell of its pane, or the nearest in its row; none in a blank row.
fn byte_at(desk: &Desk, layout: &Layout, x: u16, y: u16) -> Option<usize> {
    let rows = desk.page(layout).rows(desk.scroll.top, usize::from(layout.words.height));
    let row = rows.get(usize::from(y.saturating_sub(layout.words.y))).filter(|row| !row.gap && !row.span.is_empty())?;
    let column = usize::from(x.saturating_sub(layout.words.x)).saturating_sub(row.indent);
    let article = &desk.session.article;
    let fillings = typeset::fillings(article, row.block, row.span, usize::from(layout.words.width));
    let column = typeset::unfilled(article.words(row.span), row.span.start, &fillings, column);
    Some(picking::in_row(article, row.span, column))
}

/// Picks the words from `from` to the pointer; beyond the pane's edge the article scrolls along.
fn drag_words(model: &mut Model, from: usize, x: u16, y: u16) {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return };
    let layout = desk.layout(size);
    let (top, bottom) = (layout.words.y, layout.words.y + layout.words.height.saturating_sub(1));
    if y < top || y > bottom {
        scroll(desk, &layout, y > bottom, 1);
    }
    let Some(head) = byte_at(desk, &layout, x, y.clamp(top, bottom)) else { return };
    match &mut desk.picking {
        Some(picking) => {
            picking.anchor = from;
            picking.head = head;
        }
        None if head != from => desk.picking = Some(Picking { aim: Aim::Claim, anchor: from, head }),
        None => {}
    }
}

/// Moves the divider by a step, or back to where it usually stands.
pub(super) fn step(model: &mut Model, steps: i8) {
    /// Thousandths that one step is.
    const STEP: u16 = 25;
    let size = model.size;
    let here = |desk: &Desk| desk.layout(size).divider.map_or(desk.scroll.share, |x| layout::share_at(x, size.width));
    let Some(share) = model.desk().map(here) else { return };
    if model.size.width < layout::SIDE_BY_SIDE {
        model.say(format!("the panes stand side by side from {} columns on", layout::SIDE_BY_SIDE));
        return;
    }
    match steps {
        0 if model.settings.share.is_none() => {
            let margin = model.desk().map_or(0, |desk| desk.layout(size).margin.width);
            let (wide, usual) = (layout::reading(size.width, margin), layout::usual(size.width, margin));
            if wide > usual {
                divide(model, layout::share_at(wide, size.width));
            } else {
                model.say("the article has its room: the claims need the rest");
            }
        }
        0 => {
            divide(model, layout::SHARE);
            model.settings.share = None;
        }
        i8::MIN..=-1 => divide(model, layout::bounded(share.saturating_sub(STEP))),
        1..=i8::MAX => divide(model, layout::bounded(share.saturating_add(STEP))),
    }
}

/// Gives the article another share of the width; the words at the top stay there.
fn divide(model: &mut Model, share: u16) {
    let size = model.size;
    model.settings.share = Some(share);
    if let Some(desk) = model.desk_mut() {
        let at = desk.page(&desk.layout(size)).byte(desk.scroll.top);
        desk.scroll.share = share;
        if desk.scroll.top != Spot::default() {
            desk.scroll.top = desk.page(&desk.layout(size)).spot(at);
        }
    }
}
