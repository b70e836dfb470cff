//! Searching the article and going from match to match.

use crate::app::action::Effect;
use crate::app::filter::{self, Item};
use crate::app::model::Model;
use crate::app::search::{Search, backward, forward};
use crate::review::Span;

/// Begins a search for `needle` from the selection on.
pub(super) fn begin(model: &mut Model, needle: &str) -> Vec<Effect> {
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    if needle.is_empty() {
        desk.search = None;
        return Vec::new();
    }
    desk.search = Some(Search { needle: needle.to_owned(), at: None });
    go(model, true, true)
}

/// Goes to the next or previous match of the search under way.
pub(super) fn again(model: &mut Model, onward: bool) -> Vec<Effect> {
    if model.desk().is_some_and(|desk| desk.search.is_none()) {
        model.say("nothing to find yet: / asks for words");
        return Vec::new();
    }
    go(model, onward, false)
}

fn go(model: &mut Model, onward: bool, fresh: bool) -> Vec<Effect> {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let Some(search) = desk.search.clone() else { return Vec::new() };
    let text = desk.session.article.text();
    let selected = desk.span().map_or(0, |span| span.start);
    // From the last match, unless the reviewer has gone elsewhere since.
    let here = search.at.filter(|at| desk.span().is_none_or(|span| span.overlaps(*at)));
    let found = match (onward, here) {
        (true, Some(at)) => forward(text, &search.needle, at.end),
        (true, None) => forward(text, &search.needle, if fresh { selected } else { selected + 1 }),
        (false, here) => backward(text, &search.needle, here.map_or(selected, |at| at.start)),
    };
    let around = if found.is_some() {
        None
    } else if onward {
        forward(text, &search.needle, 0)
    } else {
        backward(text, &search.needle, text.len())
    };
    let Some(at) = found.or(around) else {
        desk.search = Some(Search { at: None, ..search.clone() });
        model.alarm(format!("\"{}\" is not in the article", search.needle));
        return Vec::new();
    };
    let item = item_with(model, at);
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    if let Some(item) = item {
        super::motion::jump(desk, item, size);
    }
    desk.search = Some(Search { at: Some(at), ..search });
    if around.is_some() {
        model.say(if onward { "past the end: from the start again" } else { "past the start: from the end again" });
    }
    Vec::new()
}

/// The claim a match stands in, the shortest of several; else its sentence; else, in furniture, the words themselves.
fn item_with(model: &Model, at: Span) -> Option<Item> {
    let session = &model.desk()?.session;
    let claim = session.claims().touching(at).map(|(_, claim)| claim).min_by_key(|claim| claim.span.len());
    if let Some(claim) = claim {
        return Some(Item::Claim(claim.id.clone()));
    }
    let block = session.article.block_at(at.start);
    let touches = |item: &Item| item.span(session).is_some_and(|span| span.overlaps(at));
    filter::items_of(session, block, true).into_iter().find(touches).or(Some(Item::Sentence(at)))
}
