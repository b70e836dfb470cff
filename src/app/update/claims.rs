//! Marking, dismissing, adding claims, undo and redo: everything that edits the session by one key.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::commit::{commit, commit_all, why, writable};
use super::{range, said};
use crate::app::desk::Desk;
use crate::app::filter::{Item, item_at};
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::panel::question::Question;
use crate::propose::{self, Weights};
use crate::review::{
    BlockKind, Change, Claim, ClaimId, Edit, Entry, Origin, Session, Span, Stamp, Swap, Undone, Verdict, marking, told,
};

/// Columns of a text that is quoted before it is taken back.
const TOLD: usize = 30;

/// Gives the selected claim a verdict, or takes it back; a sentence that nobody has claimed becomes a claim first.
///
/// # Errors
/// Why nothing was marked, as of all that follow.
pub(super) fn mark(model: &mut Model, verdict: Option<Verdict>, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let advances = model.settings.advance && verdict.is_some();
    if model.desk().is_some_and(|desk| desk.hand.range.is_some()) {
        return range::mark(model, verdict.as_ref(), now);
    }
    if verdict.is_some() && model.desk().is_some_and(|desk| desk.is_on_furniture() && desk.claim().is_some()) {
        let text = model.key(Scope::Desk, "furniture");
        model.say(format!("it lies in page furniture, which is never claimed: {text} makes it text"));
        return Ok(());
    }
    let (claim, added) = match claimed(model) {
        Ok(claimed) => claimed,
        Err(said) => {
            model.say(said);
            return Ok(());
        }
    };
    let clears = verdict.is_none();
    let edits: Vec<Edit> = added.into_iter().chain(marking(&claim, verdict, &by, now)).collect();
    if clears && edits.is_empty() {
        let readers = told::readers(&claim).filter(|_| claim.reading_by(&by).is_none());
        let said = match readers {
            Some(readers) => format!("{readers}, you have not: nothing is taken back"),
            None => format!("no verdict of yours stands on claim {}", claim.number),
        };
        model.say(said);
        return Ok(());
    }
    let id = claim.id.clone();
    commit_all(model, edits, now)?;
    if let Some(desk) = model.desk_mut() {
        desk.selected = Some(Item::Claim(id.clone()));
    }
    said::done(model, &id, advances);
    Ok(())
}

/// Says that there is nothing to check, or brings a dismissed claim back.
pub(super) fn dismiss(model: &mut Model, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    if model.desk().is_some_and(|desk| desk.hand.range.is_some()) {
        return range::dismiss(model, now);
    }
    let Some(claim) = model.desk().and_then(Desk::claim) else {
        model.say("nothing to dismiss: no claim is selected");
        return Ok(());
    };
    let by = &model.settings.reviewer;
    let session = &model.desk().ok_or("no session is open")?.session;
    let (goes, id) = (!session.is_dismissed_by(claim, by), claim.id.clone());
    let edits = session.dismissing(claim, goes, by, now);
    commit_all(model, edits, now)?;
    said::done(model, &id, goes && model.settings.advance);
    Ok(())
}

/// Makes a claim of the selected sentence.
pub(super) fn claim(model: &mut Model, now: &Stamp) -> Result<(), String> {
    if model.desk().and_then(Desk::claim).is_some() {
        model.say("this is a claim already");
        return Ok(());
    }
    let (id, added) = match claimed(model) {
        Ok((claim, added)) => (claim.id.clone(), added),
        Err(said) => {
            model.say(said);
            return Ok(());
        }
    };
    commit_all(model, added.into_iter().collect(), now)?;
    if let Some(desk) = model.desk_mut() {
        desk.selected = Some(Item::Claim(id));
    }
    model.say("claimed");
    Ok(())
}

/// Turns the selected block into page furniture, or furniture back into a paragraph. Claims on it stay.
pub(super) fn furniture(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let Some((at, before)) = model.desk().and_then(selected_block) else { return Ok(()) };
    let after = if before == BlockKind::Furniture { BlockKind::Paragraph } else { BlockKind::Furniture };
    let held = if after == BlockKind::Furniture { range::unsettled(model) } else { Vec::new() };
    if !held.is_empty() {
        model.panels.push(Question::Scrap(held.len()).into());
        return Ok(());
    }
    let said = match (after == BlockKind::Furniture, range::inside(model).len()) {
        (false, _) => "text again".to_owned(),
        (true, 0) => "page furniture now, never claimed".to_owned(),
        (true, 1) => "page furniture now; its 1 claim stays in the list".to_owned(),
        (true, many) => format!("page furniture now; its {many} claims stay in the list"),
    };
    commit(model, Edit { claim: None, change: Change::Block(at, Swap::new(before, after)) }, now)?;
    model.say(said);
    Ok(())
}

/// Makes page furniture of the selected block and dismisses its claims that have no verdict; one undo takes all of it back.
pub(super) fn scrap(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let Some((at, before)) = model.desk().and_then(selected_block) else { return Ok(()) };
    let block = Edit { claim: None, change: Change::Block(at, Swap::new(before, BlockKind::Furniture)) };
    let claims = range::unsettled(model);
    let count = claims.len();
    let edits = std::iter::once(block).chain(range::dismissed(model, &claims, true, now)).collect();
    commit_all(model, edits, now)?;
    model.say(format!("page furniture now, {count} dismissed · {} undo", model.key(Scope::Desk, "undo")));
    Ok(())
}

/// Where the selected block begins, in bytes, and what it is.
fn selected_block(desk: &Desk) -> Option<(usize, BlockKind)> {
    let article = &desk.session.article;
    let block = article.blocks().get(article.block_at(desk.span()?.start))?;
    Some((block.span.start, block.kind.clone()))
}

/// Takes back what the last key changed, or does it again, and selects what it touched.
pub(super) fn undo(model: &mut Model, now: &Stamp, back: bool) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    if back && warns(model, &by, now) {
        return Ok(());
    }
    let Some(desk) = model.desk_mut() else { return Ok(()) };
    let done = if back {
        desk.session.undo_passing(&by, now)
    } else {
        desk.session.redo(&by, now).map(|edits| Undone { edits, passed: Vec::new() })
    };
    let done = done.map_err(|error| {
        format!("can't {}: {}", if back { "undo" } else { "do it again" }, why(&desk.session, &error))
    })?;
    let passed = passed_over(&desk.session, &done.passed);
    let done = done.edits;
    // A file that comes or goes with a source is of the source's claim.
    let of_claim = || done.iter().rev().find(|edit| !matches!(edit.change, Change::List(..))).or(done.last());
    let Some(first) = (if back { of_claim() } else { done.first() }) else {
        let others = back && desk.session.history().iter().any(|entry| entry.by != by);
        model.say(match (back, others) {
            (true, true) => "nothing of yours to undo",
            (true, false) => "nothing to undo",
            (false, _) => "nothing to do again",
        });
        return Ok(());
    };
    if let Change::Draft(carry) = &first.change {
        let said = format!("{}: draft {} stands", if back { "undone" } else { "done again" }, carry.draft.after);
        let kept = rival(&desk.session).unwrap_or_default();
        desk.redrafted();
        model.say(format!("{said}{kept}"));
        return Ok(());
    }
    reselect(desk, first);
    let number = first.claim.as_ref().and_then(|id| desk.session.any_claim(id)).map(|claim| claim.number);
    let touched: HashSet<&ClaimId> = done.iter().filter_map(|edit| edit.claim.as_ref()).collect();
    let on = match (touched.len(), number) {
        (0 | 1, number) => number.map(|number| format!(" · claim {number}")).unwrap_or_default(),
        (many, _) => format!(" · {many} claims"),
    };
    model.say(format!("{passed}{}: {}{on}", if back { "undone" } else { "done again" }, called(&done, back)));
    Ok(())
}

/// The draft that another copy brought in beside the one that was taken back, and that does not stand: nobody has taken that back.
fn rival(session: &Session) -> Option<String> {
    let entry = session.history().draft_in_force()?;
    let draft = entry.edit.change.draft()?.draft.after;
    let kept = || format!("; draft {draft}, which {} brought in, is kept: its file brings it back", entry.by);
    (draft != session.article.draft).then(kept)
}

/// What a key did, each kind of edit once in the order it was done; `back` when `done` are the edits that took it back.
fn called(done: &[Edit], back: bool) -> String {
    let mut kinds: Vec<String> = Vec::new();
    let mut add = |edit: &Edit| {
        let kind = edit.called().to_owned();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    };
    if back {
        done.iter().rev().for_each(|edit| add(&edit.clone().inverse()));
    } else {
        done.iter().for_each(add);
    }
    kinds.join(", ")
}

/// What an undo left as it is, and who has changed it; empty when it left nothing.
fn passed_over(session: &Session, passed: &[Entry]) -> String {
    let Some(first) = passed.first() else { return String::new() };
    let (edit, history) = (&first.edit, session.history());
    let same = |entry: &&Entry| entry.edit.claim == edit.claim && entry.edit.name() == edit.name();
    let other = history.iter().rev().filter(same).find(|entry| entry.by != first.by);
    let who = other.map(|entry| format!("{} ", entry.by)).unwrap_or_default();
    let claim = edit.claim.as_ref().and_then(|id| session.any_claim(id));
    let on = claim.map(|claim| format!(" on {}", claim.number)).unwrap_or_default();
    let more = if passed.len() > 1 { format!(" (and {} more)", passed.len() - 1) } else { String::new() };
    format!("passed over: {}{on}, which {who}has changed since{more}; ", edit.called())
}

/// Tells what undo would take back where that is not in view, the first time it is asked for; true when it did.
fn warns(model: &mut Model, by: &Arc<str>, now: &Stamp) -> bool {
    let size = model.size;
    let Some(desk) = model.desk() else { return false };
    let edits = desk.session.history().len();
    if desk.hand.warned == Some(edits) {
        return false;
    }
    let last = desk.session.next_undo(by, now);
    let Some(first) = last.first() else { return false };
    let Some(claim) = first.edit.claim.as_ref().and_then(|id| desk.session.claims().by_id(id)) else { return false };
    // What is selected is always listed in view.
    if desk.claim().is_some_and(|selected| selected.id == claim.id) {
        return false;
    }
    let layout = desk.layout(size);
    let is_listed = desk.listed(layout.shown()).0.iter().any(|item| item.is_claim(&claim.id));
    let rows = || desk.page(&layout).rows(desk.scroll.top, usize::from(layout.words.height));
    if is_listed || rows().iter().any(|row| row.span.overlaps(claim.span)) {
        return false;
    }
    let more = if last.len() > 1 { format!(" and {} more", last.len() - 1) } else { String::new() };
    let told = told::entry(first, desk.session.texts(), TOLD);
    let undo = model.key(Scope::Desk, "undo");
    let said = format!("{undo} takes back claim {}: {told}{more} · {undo} again does it", claim.number);
    if let Some(desk) = model.desk_mut() {
        desk.hand.warned = Some(edits);
    }
    model.say(said);
    true
}

/// Takes back what the last `count` keys changed.
pub(super) fn undo_many(model: &mut Model, count: usize, now: &Stamp) -> Result<(), String> {
    writable(model)?;
    let by = model.settings.reviewer.clone();
    let Some(desk) = model.desk_mut() else { return Ok(()) };
    for _ in 0..count {
        let done = desk.session.undo(&by, now);
        let done = done.map_err(|error| format!("can't go back further: {}", why(&desk.session, &error)))?;
        let Some(last) = done.last() else { break };
        reselect(desk, last);
    }
    let redo = model.key(Scope::Desk, "redo");
    model.say(format!("{count} taken back · {redo} does each again"));
    Ok(())
}

/// The selected claim; of a sentence that nobody has claimed the claim it would be, and the edit that makes it one.
///
/// # Errors
/// A word to the reviewer, when there can be none.
fn claimed(model: &Model) -> Result<(Cow<'_, Claim>, Option<Edit>), String> {
    let none = || "no claim is selected".to_owned();
    let desk = model.desk().ok_or_else(none)?;
    match desk.selected.as_ref().ok_or_else(none)? {
        Item::Claim(id) => Ok((Cow::Borrowed(desk.session.claims().by_id(id).ok_or_else(none)?), None)),
        Item::Sentence(_) if desk.is_on_furniture() => {
            let text = model.keymap.called(Scope::Desk, "furniture");
            Err(format!("page furniture is never claimed; {text} makes it text"))
        }
        Item::Sentence(span) => {
            let claim = claim_over(desk, *span, &model.settings.weights);
            let edit = Edit::of(claim.id.clone(), Change::add(claim.clone()));
            Ok((Cow::Owned(claim), Some(edit)))
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
        desk.selected = span.and_then(|span| item_at(&desk.session, span.start));
    }
}
