//! Several claims at once: one verdict, source or dismissal for all of them, taken back by one undo.

use super::commit::{commit_all, writable};
use super::motion::advance;
use super::said;
use crate::app::action::Action;
use crate::app::citation;
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::single;
use crate::review::field::SOURCES;
use crate::review::{Change, Claim, ClaimId, Edit, Source, Span, Stamp, Status, Verdict, marking};

/// Edits that are looked through for the source that was entered last.
const LOOKED: usize = 5_000;

/// Begins to choose several claims, or ends it.
pub(super) fn toggle(model: &mut Model) {
    let Some(desk) = model.desk_mut() else { return };
    let here = desk.claim().map(|claim| claim.id.clone());
    match (desk.hand.range.take(), here) {
        (None, Some(id)) => {
            desk.hand.range = Some(id);
            model.say("several claims: move to the last one, then mark, source, tag, name or dismiss all of them");
        }
        (None, None) => model.say("no claim is selected"),
        (Some(_), _) => model.say("one claim again"),
    }
}

/// True for what is done with one claim only while several are chosen; that is said.
pub(super) fn is_for_one(model: &mut Model, action: &Action) -> bool {
    let Some(what) = single::told(action) else { return false };
    let several = model.desk().map_or(0, |desk| desk.chosen().len());
    if several > 1 {
        let end = model.key(Scope::Desk, "cancel");
        model.say(format!("{what} for one claim, and {several} are chosen: {end} ends the choice"));
    }
    several > 1
}

/// The chosen claims as they are now.
fn chosen(model: &Model) -> Vec<Claim> {
    let Some(desk) = model.desk() else { return Vec::new() };
    desk.chosen().iter().filter_map(|id| desk.session.claims().by_id(id)).cloned().collect()
}

/// Gives all of them a verdict, or takes it back.
pub(super) fn mark(model: &mut Model, verdict: Option<&Verdict>, now: &Stamp) -> Result<(), String> {
    let by = model.settings.reviewer.clone();
    let claims = chosen(model);
    let edits: Vec<Edit> = claims.iter().flat_map(|claim| marking(claim, verdict.cloned(), &by, now)).collect();
    let mut ids: Vec<ClaimId> = claims.into_iter().map(|claim| claim.id).collect();
    if verdict.is_none() {
        // What is not the reviewer's stays, and is not counted.
        ids.retain(|id| edits.iter().any(|edit| edit.claim.as_ref() == Some(id)));
        if ids.is_empty() {
            model.say("no verdict of yours stands on them: nothing is taken back");
            model.desk_mut().into_iter().for_each(|desk| desk.hand.range = None);
            return Ok(());
        }
        model.say("cleared");
    }
    commit_all(model, edits, now)?;
    settled(model, &ids, verdict.is_some());
    Ok(())
}

/// Dismisses all of them; where all are dismissed, brings them back.
pub(super) fn dismiss(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let claims = chosen(model);
    let ids: Vec<ClaimId> = claims.iter().map(|claim| claim.id.clone()).collect();
    let by = &model.settings.reviewer;
    let goes = model.desk().is_some_and(|desk| claims.iter().any(|one| !desk.session.is_dismissed_by(one, by)));
    let edits = dismissed(model, &ids, goes, now);
    commit_all(model, edits, now)?;
    if !goes {
        let told = if ids.len() > 1 { format!("{} claims brought back", ids.len()) } else { "brought back".to_owned() };
        model.say(told);
    }
    settled(model, &ids, goes);
    Ok(())
}

/// The edits that dismiss these claims, or bring them back.
pub(super) fn dismissed(model: &Model, ids: &[ClaimId], goes: bool, now: &Stamp) -> Vec<Edit> {
    let Some(desk) = model.desk() else { return Vec::new() };
    let claims = ids.iter().filter_map(|id| desk.session.claims().by_id(id));
    claims.flat_map(|claim| desk.session.dismissing(claim, goes, &model.settings.reviewer, now)).collect()
}

/// The claims that begin in the selected block and have no verdict.
pub(super) fn unsettled(model: &Model) -> Vec<ClaimId> {
    let unchecked = inside(model).into_iter().filter(|claim| claim.status() == Status::Unchecked);
    unchecked.map(|claim| claim.id.clone()).collect()
}

/// The claims that begin in the selected block.
pub(super) fn inside(model: &Model) -> Vec<&Claim> {
    let Some((desk, span)) = model.desk().and_then(|desk| Some((desk, block(desk)?))) else { return Vec::new() };
    let claims = desk.session.claims();
    claims.iter_from(claims.first_from(span.start)).take_while(|claim| claim.span.start < span.end).collect()
}

fn block(desk: &Desk) -> Option<Span> {
    let article = &desk.session.article;
    article.blocks().get(article.block_at(desk.span()?.start)).map(|block| block.span)
}

/// Dismisses every claim of the paragraph that has no verdict yet.
pub(super) fn dismiss_paragraph(model: &mut Model, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let ids = unsettled(model);
    if ids.is_empty() {
        model.say("no claim of this paragraph is unchecked");
        return Ok(());
    }
    let edits = dismissed(model, &ids, true, now);
    commit_all(model, edits, now)?;
    settled(model, &ids, true);
    Ok(())
}

/// Gives the source that the reviewer entered last to the chosen claims too.
pub(super) fn again(model: &mut Model, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let Some(source) = model.desk().and_then(|desk| last(desk, &by)) else {
        model.say(format!("no source was entered yet: {} writes one", model.key(Scope::Desk, "source")));
        return Ok(());
    };
    let claims = chosen(model);
    if claims.is_empty() {
        model.say("no claim is selected");
        return Ok(());
    }
    let edits: Vec<Edit> = claims.iter().flat_map(|claim| citation::given(claim, &source, None, &by, now)).collect();
    if edits.is_empty() {
        model.say(format!("it has this source already: {}", source.name()));
        return Ok(());
    }
    commit_all(model, edits, now)?;
    model.say(format!("source: {}", source.name()));
    let ids: Vec<ClaimId> = claims.into_iter().map(|claim| claim.id).collect();
    let range = model.desk().and_then(|desk| desk.hand.range.clone());
    settled(model, &ids, false);
    // Their verdict comes next, as often as not.
    if range.is_some() {
        model.status.iter_mut().for_each(|(_, said)| said.push_str(" · still chosen"));
        model.desk_mut().into_iter().for_each(|desk| desk.hand.range.clone_from(&range));
    }
    Ok(())
}

/// The source that `by` entered last, as it is now where it was changed.
fn last(desk: &Desk, by: &str) -> Option<Source> {
    let mut own = desk.session.history().iter().rev().take(LOOKED).filter(|entry| &*entry.by == by);
    own.find_map(|entry| {
        let Change::Field(field, swap) = &entry.edit.change else { return None };
        let grown = **field == SOURCES && SOURCES.items(&swap.after).len() > SOURCES.items(&swap.before).len();
        let added = SOURCES.items(&swap.after).last().filter(|_| grown)?;
        let entered: Source = serde_json::from_value(added.clone()).ok()?;
        let claim = entry.edit.claim.as_ref().and_then(|id| desk.session.claims().by_id(id))?;
        claim.record.sources.iter().find(|source| source.id == entered.id).cloned()
    })
}

/// What these claims are now: `3 claims verified`, `2 verified, 1 differs`.
fn counted(desk: &Desk, ids: &[ClaimId]) -> String {
    let mut told: Vec<(&str, usize)> = Vec::new();
    for claim in ids.iter().filter_map(|id| desk.session.claims().by_id(id)) {
        let word = claim.status().word();
        match told.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => told.push((word, 1)),
        }
    }
    match told.as_slice() {
        [(word, count)] => format!("{count} claims {word}"),
        _ => told.iter().map(|(word, count)| format!("{count} {word}")).collect::<Vec<_>>().join(", "),
    }
}

/// Says what became of these claims, ends the choice, and goes on where they were marked.
pub(super) fn settled(model: &mut Model, ids: &[ClaimId], marked: bool) {
    let Some(desk) = model.desk_mut() else { return };
    desk.hand.range = None;
    let (advances, undo) = (marked && model.settings.advance, model.key(Scope::Desk, "undo"));
    if let ([id], true) = (ids, marked) {
        said::done(model, id, advances);
        return;
    }
    let said = model.status.take().map(|(_, said)| said).unwrap_or_default();
    let said = match (marked, ids.len()) {
        (true, _) => model.desk().map(|desk| counted(desk, ids)).unwrap_or_default(),
        (false, 0 | 1) => said,
        // Who says how many already need not say it again.
        (false, count) if said.contains(&format!("{count} claims")) => said,
        (false, count) => format!("{said} · {count} claims"),
    };
    let beyond = if advances { advance(model) } else { "" };
    let parts = [said, format!("{undo} undo"), beyond.to_owned()];
    model.say(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
}
