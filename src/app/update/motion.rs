//! Moving: from claim to claim, from sentence to sentence, by pages, to the next unchecked one.

use super::beside::LARGEST;
use super::select::{self, jump, signed};
use crate::app::action::Motion;
use crate::app::desk::{Desk, Pane};
use crate::app::filter::{self, Filter, Item};
use crate::app::keymap::Scope;
use crate::app::layout::Size;
use crate::app::model::Model;
use crate::app::page::Spot;
use crate::review::Status;

/// Times that a count leads to the next unchecked claim at most: the way goes round.
const MOST: u32 = 10_000;

/// Moves the selection in the pane that has the keys.
pub(super) fn motion(model: &mut Model, motion: Motion) {
    let size = model.size;
    let count = model.count.take();
    if let (Some(number), Motion::First | Motion::Last) = (count, motion) {
        to_claim(model, number);
        return;
    }
    let times = count.map_or(1, |count| isize::try_from(count).unwrap_or(isize::MAX));
    let Some(desk) = model.desk_mut() else { return };
    let layout = desk.layout(size);
    let list = layout.shown();
    match desk.pane {
        Pane::Claims => {
            let filter = desk.filter.clone();
            in_list(desk, motion, &filter, (list, times));
        }
        Pane::Article => in_article(desk, motion, size, (list, times)),
    }
}

/// Goes to the claim with this number, letters aside.
fn to_claim(model: &mut Model, number: u32) {
    let Some(desk) = model.desk() else { return };
    let claims = desk.session.claims();
    let found = claims.iter().find(|claim| claim.number.whole() == number).map(|claim| claim.id.clone());
    let last = claims.iter().map(|claim| claim.number).max().unwrap_or_default();
    match found {
        Some(id) => select::select(model, Item::Claim(id)),
        None if desk.session.apart().iter().any(|claim| claim.number.whole() == number) => {
            let filter = model.keymap.called(Scope::Desk, "filter");
            model.say(format!("the words of claim {number} are gone from this draft; {filter} g finds it"));
        }
        // A count is cut where it is longer than any article: what was typed is not told again then.
        None if number >= LARGEST => model.say(format!("there is no claim of such a number; the last one is {last}")),
        None => model.say(format!("there is no claim {number}; the last one is {last}")),
    }
}

/// Goes to the first item of the next paragraph, or of this one and then of the one before.
pub(super) fn paragraph(model: &mut Model, onward: bool) {
    let size = model.size;
    let times = model.count.take().unwrap_or(1);
    let Some(desk) = model.desk_mut() else { return };
    let filter = if desk.pane == Pane::Article { Filter::Text } else { desk.filter.clone() };
    for _ in 0..times {
        let Some(item) = beyond(desk, &filter, onward) else { break };
        jump(desk, item, size);
    }
}

/// The first item of the next paragraph, or the first of this one; where that is selected, of the paragraph before.
fn beyond(desk: &Desk, filter: &Filter, onward: bool) -> Option<Item> {
    let session = &desk.session;
    let block = |item: &Item| item.span(session).map(|span| session.article.block_at(span.start));
    let mut at = desk.selected.clone()?;
    let here = block(&at);
    if onward {
        while let Some(next) = filter.next(session, Some(&at)) {
            if block(&next) != here {
                return Some(next);
            }
            at = next;
        }
        return None;
    }
    let before = filter.previous(session, Some(&at))?;
    let goal = block(&before);
    at = before;
    while let Some(before) = filter.previous(session, Some(&at)).filter(|before| block(before) == goal) {
        at = before;
    }
    Some(at)
}

fn in_list(desk: &mut Desk, motion: Motion, filter: &Filter, (height, times): (usize, isize)) {
    let page = height.saturating_sub(1).max(1);
    let by = |steps: usize| signed(steps).saturating_mul(times);
    match motion {
        Motion::Next => step(desk, filter, times, height),
        Motion::Previous => step(desk, filter, -times, height),
        Motion::HalfDown => step(desk, filter, by(page.div_ceil(2)), height),
        Motion::HalfUp => step(desk, filter, -by(page.div_ceil(2)), height),
        Motion::PageDown => step(desk, filter, by(page), height),
        Motion::PageUp => step(desk, filter, -by(page), height),
        Motion::First => {
            if let Some(item) = filter.next(&desk.session, None) {
                desk.select(item, isize::MIN / 2, height);
                desk.scroll.offset = 0;
            }
        }
        Motion::Last => {
            if let Some(item) = filter.previous(&desk.session, None) {
                desk.select(item, isize::MAX / 2, height);
            }
        }
    }
}

/// Goes `steps` items on, or back when negative, as far as there are any.
fn step(desk: &mut Desk, filter: &Filter, steps: isize, height: usize) {
    let (at, gone) = filter.stepped(&desk.session, desk.selected.as_ref(), steps);
    if let Some(item) = at {
        desk.select(item, gone, height);
    }
}

fn in_article(desk: &mut Desk, motion: Motion, size: Size, (list, times): (usize, isize)) {
    let rows = usize::from(desk.layout(size).words.height);
    let page = rows.saturating_sub(2).max(1);
    match motion {
        Motion::Next | Motion::Previous | Motion::First | Motion::Last => {
            in_list(desk, motion, &Filter::Text, (list, times));
        }
        Motion::HalfDown => by_rows(desk, size, signed(page.div_ceil(2)).saturating_mul(times), list),
        Motion::HalfUp => by_rows(desk, size, -signed(page.div_ceil(2)).saturating_mul(times), list),
        Motion::PageDown => by_rows(desk, size, signed(page).saturating_mul(times), list),
        Motion::PageUp => by_rows(desk, size, -signed(page).saturating_mul(times), list),
    }
}

/// Goes so many rows of the article on, to the sentence that stands there, and scrolls along.
fn by_rows(desk: &mut Desk, size: Size, rows: isize, list: usize) {
    let layout = desk.layout(size);
    let page = desk.page(&layout);
    let from = desk.span().map_or(desk.scroll.top, |span| page.spot(span.start));
    let (spot, top) = if rows > 0 {
        (page.down(from, rows.unsigned_abs()), page.down(desk.scroll.top, rows.unsigned_abs()))
    } else {
        (page.up(from, rows.unsigned_abs()), page.up(desk.scroll.top, rows.unsigned_abs()))
    };
    let at = page.byte(spot);
    let edge = if rows > 0 { spot == page.last() } else { spot == Spot::default() };
    let item = if edge { None } else { filter::item_at(&desk.session, at) };
    let moved = item.filter(|item| Some(item) != desk.selected.as_ref());
    let item = moved.or_else(|| match (edge, rows > 0) {
        (true, true) => Filter::Text.previous(&desk.session, None),
        (true, false) => Filter::Text.next(&desk.session, None),
        (false, true) => Filter::Text.next(&desk.session, desk.selected.as_ref()),
        (false, false) => Filter::Text.previous(&desk.session, desk.selected.as_ref()),
    });
    if let Some(item) = item {
        desk.scroll.top = top;
        desk.select(item, rows, list);
    }
}

/// Selects the next or previous unchecked claim; says so when none is left.
pub(super) fn unchecked(model: &mut Model, forward: bool) {
    if model.desk().is_some_and(Desk::is_settled) {
        model.say("no unchecked claim is left");
        return;
    }
    for _ in 0..model.count.take().unwrap_or(1).min(MOST) {
        let said = if forward { advance(model) } else { go_back(model) };
        if !said.is_empty() {
            model.say(said);
        }
    }
}

/// Selects the next unchecked claim; past the last one it begins again from the first. What there is to say about it.
pub(super) fn advance(model: &mut Model) -> &'static str {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return "" };
    let filter = Filter::Only(Status::Unchecked);
    let next = filter.next(&desk.session, desk.selected.as_ref());
    let wrapped = next.is_none();
    let Some(item) = next.or_else(|| filter.next(&desk.session, None)) else {
        return "every claim is settled";
    };
    jump(desk, item, size);
    if wrapped { "past the end: from the first unchecked claim again" } else { "" }
}

fn go_back(model: &mut Model) -> &'static str {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return "" };
    let filter = Filter::Only(Status::Unchecked);
    let before = filter.previous(&desk.session, desk.selected.as_ref());
    let wrapped = before.is_none();
    if let Some(item) = before.or_else(|| filter.previous(&desk.session, None)) {
        jump(desk, item, size);
    }
    if wrapped { "past the start: from the last unchecked claim again" } else { "" }
}
