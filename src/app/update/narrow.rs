//! Narrowing the list of claims.

use super::select::{follow, jump};
use crate::app::desk::Desk;
use crate::app::filter::{Filter, Item};
use crate::app::model::Model;
use crate::app::subset::Trait;

/// Narrows the list to those of its claims that have this.
pub(super) fn narrow(model: &mut Model, what: Trait) {
    if let Some(desk) = model.desk().filter(|desk| !desk.filter.traits().contains(&what)) {
        let filter = desk.filter.toggled(what, &desk.session);
        put(model, filter);
    }
}

/// Puts a filter in force; when the selected item is not in it, the next one that is gets selected.
pub(super) fn put(model: &mut Model, filter: Filter) {
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return };
    let listed =
        desk.claim().map_or_else(|| matches!(filter, Filter::Sentences), |claim| filter.lists(claim, &desk.session));
    if listed {
        desk.filter = filter;
    } else if let Some(item) = near(desk, &filter) {
        desk.filter = filter;
        jump(desk, item, size);
    } else {
        model.say(filter.none());
        return;
    }
    follow(model);
}

/// The next item that `filter` lists, else the one before.
fn near(desk: &Desk, filter: &Filter) -> Option<Item> {
    let at = desk.selected.as_ref();
    let session = &desk.session;
    filter.next(session, at).or_else(|| filter.previous(session, at)).or_else(|| filter.next(session, None))
}
