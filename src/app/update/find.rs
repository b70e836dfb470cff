//! Searching the session and going from match to match.

use super::pick;
use super::select::jump;
use crate::app::desk::Desk;
use crate::app::filter::{self, Item};
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::search::{self, Match, Search};
use crate::review::Span;
use crate::text::gate;

/// Columns of the words around a match on the status line.
const AROUND: usize = 48;

/// Begins a search for `needle` from the selection on.
pub(super) fn begin(model: &mut Model, needle: &str) {
    let Some(desk) = model.desk_mut() else { return };
    if needle.is_empty() {
        desk.search = None;
        return;
    }
    desk.search = Some(Search::new(needle, &desk.session));
    go(model, true, true);
}

/// Goes to the next or previous match of the search under way.
pub(super) fn again(model: &mut Model, onward: bool) {
    if model.desk().is_some_and(|desk| desk.search.is_none()) {
        let find = model.key(Scope::Desk, "find");
        model.say(format!("nothing to find yet: {find} asks for words"));
        return;
    }
    go(model, onward, false);
}

fn go(model: &mut Model, onward: bool, fresh: bool) {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return };
    let Some(mut search) = desk.search.take() else { return };
    search.refresh(&desk.session);
    if search.is_empty() {
        let needle = search.needle.clone();
        desk.search = Some(search);
        model.alarm(format!("\"{needle}\" stands neither in the article nor in what was written about its claims"));
        return;
    }
    let (rank, around) = target(desk, &search, onward, fresh);
    let Some(found) = search.nth(rank) else { return };
    if let Some(item) = item_with(desk, &found) {
        jump(desk, item, size);
    }
    if let Match::Words(words) = &found {
        pick::found(desk, *words);
    }
    let told = told(desk, &search, &found);
    let count = search.len();
    search.at = Some(found);
    desk.search = Some(search);
    let around = match (around, onward) {
        (false, _) => "",
        (true, true) => "past the end: from the start again · ",
        (true, false) => "past the start: from the end again · ",
    };
    model.say(format!("{}/{count} · {around}{told}", rank + 1));
}

/// Which match comes next, and whether that is round the end. From the last one, unless the reviewer has gone elsewhere
/// since; then from the selection.
fn target(desk: &Desk, search: &Search, onward: bool, fresh: bool) -> (usize, bool) {
    let count = search.len();
    let selected = desk.span().map_or(0, |span| span.start);
    let here = search.at.as_ref().filter(|at| match at {
        Match::Words(words) => desk.span().is_none_or(|span| span.overlaps(*words)),
        Match::Record(hit) => desk.claim().is_some_and(|claim| claim.id == hit.claim),
    });
    if !onward {
        let end = here.map_or_else(|| search.before(selected), |at| search.rank(at));
        return end.checked_sub(1).map_or((count - 1, true), |rank| (rank, false));
    }
    let next = match here {
        Some(at) => {
            let rank = search.rank(at);
            // A match that an edit took away left its place to the next one.
            if search.nth(rank).as_ref() == Some(at) { rank + 1 } else { rank }
        }
        None => search.before(if fresh { selected } else { selected + 1 }),
    };
    if next < count { (next, false) } else { (0, true) }
}

/// What to select for a match: its claim, the shortest of several; else its sentence; else, in furniture, the words themselves.
fn item_with(desk: &Desk, found: &Match) -> Option<Item> {
    let session = &desk.session;
    let at = match found {
        Match::Words(span) => *span,
        Match::Record(hit) => return Some(Item::Claim(hit.claim.clone())),
    };
    let claim = session.claims().touching(at).map(|(_, claim)| claim).min_by_key(|claim| claim.span.len());
    if let Some(claim) = claim {
        return Some(Item::Claim(claim.id.clone()));
    }
    let block = session.article.block_at(at.start);
    let touches = |item: &Item| item.span(session).is_some_and(|span| span.overlaps(at));
    filter::items_of(session, block, true).into_iter().find(touches).or(Some(Item::Sentence(at)))
}

/// Where a match stands, in words, with the words around it where the screen may not show them.
fn told(desk: &Desk, search: &Search, found: &Match) -> String {
    let number = desk.claim().map(|claim| claim.number);
    match found {
        Match::Words(_) => number.map_or_else(|| "article".to_owned(), |number| format!("article, claim {number}")),
        Match::Record(hit) => {
            let number = number.unwrap_or_default();
            let held = desk.claim().and_then(|claim| search::text(claim, hit.part, &search.needle)).unwrap_or_default();
            format!("{} of claim {number}: “{}”", hit.part.name(), around(&held, &search.needle))
        }
    }
}

/// The words around the first match in `text`, in one line.
fn around(text: &str, needle: &str) -> String {
    let at = search::all(text, needle).next().unwrap_or(Span::new(0, 0));
    let before = text.get(..at.start).unwrap_or_default();
    // A few words before it, from the beginning of a word.
    let from = before.char_indices().rev().take(AROUND / 3).last().map_or(0, |(offset, _)| offset);
    let word = before.get(from..).and_then(|rest| rest.find(' ')).map_or(from, |blank| from + blank + 1);
    let start = if from == 0 { 0 } else { word.min(at.start) };
    let lead = if start == 0 { "" } else { "…" };
    format!("{lead}{}", gate::fit(text.get(start..).unwrap_or_default(), AROUND))
}
