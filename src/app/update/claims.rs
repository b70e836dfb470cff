//! Marking, dismissing, adding claims, undo and redo: everything that edits the session by one key.

use crate::app::action::Effect;
use crate::app::desk::Desk;
use crate::app::filter::Item;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::propose::{self, Weights};
use crate::review::{BlockKind, Change, Claim, ClaimId, Edit, Mark, Origin, Recut, Span, Stamp, Swap, Verdict};

/// Gives the selected claim a verdict, or takes it back; a sentence that nobody has claimed becomes a claim first.
pub(super) fn mark(model: &mut Model, verdict: Option<Verdict>, now: &Stamp) -> Vec<Effect> {
    if refuse_read_only(model) {
        return Vec::new();
    }
    let Some(mut effects) = ensure_claim(model, now) else { return Vec::new() };
    let by = model.settings.reviewer.clone();
    let advance = model.settings.advance && verdict.is_some();
    let Some(claim) = model.desk().and_then(Desk::claim) else { return effects };
    let id = claim.id.clone();
    if claim.dismissed && verdict.is_some() {
        let swap = Swap::new(true, false);
        effects.extend(commit(model, Edit::of(id.clone(), Change::Dismissed(swap)), now));
    }
    let Some(claim) = model.desk().and_then(Desk::claim) else { return effects };
    let before = claim.mark.clone();
    let same = before.as_ref().map(|mark| &mark.verdict) == verdict.as_ref();
    if !same {
        let after = verdict.map(|verdict| Mark { verdict, by, at: now.clone() });
        effects.extend(commit(model, Edit::of(id, Change::Verdict(Swap::new(before, after))), now));
    }
    if advance {
        super::motion::advance(model);
    }
    settle(model, effects)
}

/// Says that there is nothing to check, or brings a dismissed claim back.
pub(super) fn dismiss(model: &mut Model, now: &Stamp) -> Vec<Effect> {
    if refuse_read_only(model) {
        return Vec::new();
    }
    let Some(claim) = model.desk().and_then(Desk::claim) else {
        model.say("nothing to dismiss: no claim is selected");
        return Vec::new();
    };
    let before = claim.dismissed;
    let edit = Edit::of(claim.id.clone(), Change::Dismissed(Swap::new(before, !before)));
    let effects = commit(model, edit, now);
    if !before && model.settings.advance {
        super::motion::advance(model);
    }
    settle(model, effects)
}

/// Makes a claim of the selected sentence.
pub(super) fn claim(model: &mut Model, now: &Stamp) -> Vec<Effect> {
    if model.desk().and_then(Desk::claim).is_some() {
        model.say("this is a claim already");
        return Vec::new();
    }
    let effects = ensure_claim(model, now).unwrap_or_default();
    if !effects.is_empty() {
        model.say("claimed");
    }
    settle(model, effects)
}

/// Turns the selected block into page furniture, or furniture back into a paragraph. Claims on it stay.
pub(super) fn furniture(model: &mut Model, now: &Stamp) -> Vec<Effect> {
    let Some((at, before)) = model.desk().and_then(selected_block) else { return Vec::new() };
    let after = if before == BlockKind::Furniture { BlockKind::Paragraph } else { BlockKind::Furniture };
    let words = if after == BlockKind::Furniture { "page furniture now, never claimed" } else { "text again" };
    let edit = Edit { claim: None, change: Change::Block(at, Swap::new(before, after)) };
    let effects = commit(model, edit, now);
    if !effects.is_empty() {
        model.say(words);
    }
    effects
}

/// Where the selected block begins, in bytes, and what it is.
fn selected_block(desk: &Desk) -> Option<(usize, BlockKind)> {
    let article = &desk.session.article;
    let block = article.blocks().get(article.block_at(desk.span()?.start))?;
    Some((block.span.start, block.kind.clone()))
}

/// Takes back what the last key changed, or does it again, and selects what it touched.
pub(super) fn undo(model: &mut Model, now: &Stamp, back: bool) -> Vec<Effect> {
    if refuse_read_only(model) {
        return Vec::new();
    }
    let is_half = model.desk().is_some_and(|desk| desk.session.history().is_half(back));
    let mut effects = step(model, now, back);
    if is_half && !effects.is_empty() {
        effects.extend(step(model, now, back));
        return settle(model, effects);
    }
    effects
}

/// Takes one edit back, or does one again.
fn step(model: &mut Model, now: &Stamp, back: bool) -> Vec<Effect> {
    let by = model.settings.reviewer.clone();
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    let done = if back { desk.session.undo(&by, now) } else { desk.session.redo(&by, now) };
    match done {
        Ok(Some(edit)) => {
            reselect(desk, &edit);
            let effects = vec![desk.save()];
            let what = if back { edit.inverse() } else { edit };
            model.say(format!("{}: {}", if back { "undone" } else { "done again" }, what.name()));
            effects
        }
        Ok(None) => {
            model.say(if back { "nothing to undo" } else { "nothing to do again" });
            Vec::new()
        }
        Err(error) => {
            model.alarm(format!("can't {}: {error}", if back { "undo" } else { "do it again" }));
            Vec::new()
        }
    }
}

/// Does one edit; what it asks for, or nothing when it could not be done.
pub(super) fn commit(model: &mut Model, edit: Edit, now: &Stamp) -> Vec<Effect> {
    if refuse_read_only(model) {
        return Vec::new();
    }
    let by = model.settings.reviewer.clone();
    let Some(desk) = model.desk_mut() else { return Vec::new() };
    match desk.commit(edit, &by, now) {
        Ok(()) => vec![desk.save()],
        Err(error) => {
            model.alarm(error.to_string());
            Vec::new()
        }
    }
}

/// Of several saves of one action only the last counts; it is taken anew so that it holds the final place.
pub(super) fn settle(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    if effects.is_empty() {
        return effects;
    }
    model.desk_mut().map(|desk| vec![desk.save()]).unwrap_or_default()
}

/// Makes sure a claim is selected; `None`, with a word to the reviewer, when none can be.
fn ensure_claim(model: &mut Model, now: &Stamp) -> Option<Vec<Effect>> {
    let desk = model.desk()?;
    match desk.selected.clone() {
        Some(Item::Claim(_)) => Some(Vec::new()),
        Some(Item::Sentence(_)) if selected_block(desk).is_some_and(|(_, kind)| kind == BlockKind::Furniture) => {
            model
                .say(format!("page furniture is never claimed; {} makes it text", model.key(Scope::Desk, "furniture")));
            None
        }
        Some(Item::Sentence(span)) => {
            let claim = claim_over(desk, span, &model.settings.weights);
            let id = claim.id.clone();
            let change = Change::Recut(Recut::Add, Swap::new(Vec::new(), vec![claim]));
            let effects = commit(model, Edit::of(id.clone(), change), now);
            if effects.is_empty() {
                return None;
            }
            let desk = model.desk_mut()?;
            desk.selected = Some(Item::Claim(id));
            Some(effects)
        }
        None => {
            model.say("no claim is selected");
            None
        }
    }
}

/// A claim of the reviewer's own over `span`, with the reasons for and against it that the program sees.
pub(super) fn claim_over(desk: &Desk, span: Span, weights: &Weights) -> Claim {
    let article = &desk.session.article;
    let id = propose::fresh_id(article, span, |id| desk.session.claims().by_id(id).is_some());
    let mut claim = Claim::new(id, span, Origin::Added);
    claim.proposal = Some(Box::new(propose::weigh(article, span, weights)));
    claim
}

/// Selects the claim an edit was about, or what stands where it stood.
fn reselect(desk: &mut Desk, edit: &Edit) {
    let here = |id: &ClaimId| desk.session.claims().by_id(id).is_some();
    if let Some(id) = edit.claim.as_ref().filter(|id| here(id)) {
        desk.selected = Some(Item::Claim(id.clone()));
    } else if let Change::Recut(_, swap) = &edit.change {
        let span = swap.before.first().map(|claim| claim.span);
        desk.selected = span.and_then(|span| crate::app::filter::item_at(&desk.session, span.start));
    }
}

pub(super) fn refuse_read_only(model: &mut Model) -> bool {
    let refused = model.desk().is_some_and(Desk::is_read_only);
    if refused {
        model.alarm("read-only: nothing can be changed here; L tries for writing");
    }
    refused
}
