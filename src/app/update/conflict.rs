//! Settling what another copy of the session has differently: ours or theirs, an edit like any other.
#![expect(clippy::wildcard_enum_match_arm, reason = "a pop-up answers a few actions and lets the rest be")]

use serde_json::Value;

use super::claims;
use crate::app::action::{Action, Effect};
use crate::app::desk::Desk;
use crate::app::draft;
use crate::app::filter::Item;
use crate::app::form::Purpose;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::popup::Popup;
use crate::review::{Change, Claim, ClaimId, Conflict, Edit, Extra, Stamp, Swap};

/// Opens the selected claim's first conflict, or goes to the next claim that has one.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if claims::refuse_read_only(model) {
        return Vec::new();
    }
    if let Some(id) = model.desk().and_then(next) {
        show(model, id);
    } else {
        model.say("nothing is in conflict with another copy");
    }
    Vec::new()
}

/// What an action does while a conflict is shown.
pub(super) fn answer(model: &mut Model, action: &Action, now: &Stamp) -> Vec<Effect> {
    let take = match action {
        Action::Ours => false,
        Action::Theirs => true,
        Action::Cancel => {
            model.popups.pop();
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    let Some(Popup::Conflict(id)) = model.popups.pop() else { return Vec::new() };
    let mut effects = Vec::new();
    if take {
        match theirs(model, &id, now) {
            Ok(Some(change)) => {
                effects = claims::commit(model, Edit::of(id.clone(), change), now);
                if effects.is_empty() {
                    return effects;
                }
            }
            Ok(None) => {}
            Err(reason) => {
                model.alarm(reason);
                return Vec::new();
            }
        }
    }
    if let Some(rest) = conflicts_of(model, &id) {
        let after = rest.iter().skip(1).cloned().collect();
        effects.extend(claims::commit(model, Edit::of(id, Change::Conflicts(Swap::new(rest, after))), now));
    }
    match model.desk().and_then(next) {
        Some(id) => show(model, id),
        None => model.say(format!("every conflict is settled; {} takes it back", model.key(Scope::Desk, "undo"))),
    }
    claims::settle(model, effects)
}

/// Keeps what somebody else has written meanwhile beside what was just put in its place.
pub(super) fn overtaken(model: &mut Model, id: &ClaimId, (field, theirs): (&str, Value), now: &Stamp) -> Vec<Effect> {
    let Some(before) = conflicts_of(model, id) else { return Vec::new() };
    let conflict = Conflict { field: field.to_owned(), theirs, at: now.clone(), extra: Extra::default() };
    let after = before.iter().cloned().chain([conflict]).collect();
    let effects = claims::commit(model, Edit::of(id.clone(), Change::Conflicts(Swap::new(before, after))), now);
    model.alarm(format!("the {field} was changed meanwhile: yours stands, theirs is kept beside it; C settles it"));
    effects
}

/// The field that a form is for, and what it holds now.
pub(super) fn standing(desk: &Desk, claim: &Claim, purpose: Purpose) -> (&'static str, Value) {
    let field = draft::name(purpose);
    let mut theirs = Value::Null;
    if let Purpose::Source(Some(at)) = purpose
        && let Some(source) = claim.record.sources.get(at)
    {
        theirs = serde_json::json!({ "id": source.id });
    }
    let held = Conflict { field: field.to_owned(), theirs, at: Stamp::default(), extra: Extra::default() };
    (field, held.ours(claim, &desk.session.article))
}

/// The change that takes theirs; `None` when ours is the same by now.
fn theirs(model: &Model, id: &ClaimId, now: &Stamp) -> Result<Option<Change>, String> {
    let Some(desk) = model.desk() else { return Ok(None) };
    let Some(claim) = desk.session.claims().by_id(id) else { return Ok(None) };
    let Some(conflict) = claim.record.conflicts.first() else { return Ok(None) };
    let article = &desk.session.article;
    if conflict.ours(claim, article) == conflict.theirs {
        return Ok(None);
    }
    let change = conflict.taken(claim, article, &model.settings.reviewer, now);
    change.map(Some).ok_or_else(|| format!("this version can't take over a {}; o keeps ours", conflict.field))
}

fn conflicts_of(model: &Model, id: &ClaimId) -> Option<Vec<Conflict>> {
    Some(model.desk()?.session.claims().by_id(id)?.record.conflicts.clone())
}

/// The selected claim if it is in conflict, else the next one that is.
fn next(desk: &Desk) -> Option<ClaimId> {
    let held = desk.session.claims();
    if held.tally().conflicts == 0 {
        return None;
    }
    let torn = |claim: &&Claim| !claim.record.conflicts.is_empty();
    let from = desk.claim().and_then(|claim| held.index_of(&claim.id)).unwrap_or(0);
    held.iter_from(from).find(torn).or_else(|| held.iter().find(torn)).map(|claim| claim.id.clone())
}

fn show(model: &mut Model, id: ClaimId) {
    let size = model.size;
    if let Some(desk) = model.desk_mut() {
        super::motion::jump(desk, Item::Claim(id.clone()), size);
    }
    super::follow(model);
    model.popups.push(Popup::Conflict(id));
}
