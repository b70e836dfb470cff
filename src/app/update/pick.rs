//! Picking words, and what becomes of them: claims added, mended, split, joined, deleted.

use super::claims::claim_over;
use super::commit::commit;
use crate::app::desk::{Desk, Pane};
use crate::app::filter::{Item, item_at};
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::picking::{Aim, Picking, Stride};
use crate::propose;
use crate::review::{BlockKind, Change, Claim, ClaimId, Edit, Origin, Recut, Span, Stamp, Swap};

/// Times that a count moves the cursor at most.
const MOST: u32 = 1_000;

/// Begins to pick words at the selection, for a new claim.
pub(super) fn begin(model: &mut Model) {
    if let Some(desk) = model.desk_mut() {
        let at = desk.span().map_or(0, |span| span.start);
        into_article(desk);
        desk.picking = Some(Picking { aim: Aim::Claim, anchor: at, head: at });
    }
}

/// Gives the keys to the article while words are picked.
fn into_article(desk: &mut Desk) {
    desk.hand.from_list = desk.pane == Pane::Claims;
    desk.pane = Pane::Article;
}

/// Gives the keys back to the pane in which the picking began.
fn out_of_article(desk: &mut Desk) {
    if std::mem::take(&mut desk.hand.from_list) {
        desk.pane = Pane::Claims;
    }
}

/// Begins to mend the selected claim's span, or to look for the place where it is cut.
pub(super) fn begin_on_claim(model: &mut Model, split: bool) {
    let found = model.desk().and_then(Desk::claim).map(|claim| (claim.id.clone(), claim.span));
    let Some((id, span)) = found else {
        model.say("no claim is selected");
        return;
    };
    if let Some(desk) = model.desk_mut() {
        let mut picking = Picking { aim: Aim::Split(id.clone()), anchor: span.start, head: span.start };
        if !split {
            picking.aim = Aim::Mend(id);
            // The cursor stands on the last character, which is where most spans are wrong.
            picking.head = desk
                .session
                .article
                .words(span)
                .char_indices()
                .next_back()
                .map_or(span.start, |(at, _)| span.start + at);
        }
        into_article(desk);
        desk.picking = Some(picking);
    }
}

/// Begins to pick words that claim `id` is put on.
pub(super) fn begin_attach(model: &mut Model, id: ClaimId) {
    let enter = model.key(Scope::Picking, "accept");
    if let Some(desk) = model.desk_mut() {
        let stood = desk.session.any_claim(&id).and_then(|claim| desk.session.would_stand(claim));
        let at = stood.or_else(|| desk.span().map(|span| span.start)).unwrap_or_default();
        desk.selected = item_at(&desk.session, at).or_else(|| desk.selected.take());
        desk.pane = Pane::Article;
        desk.picking = Some(Picking { aim: Aim::Attach(id), anchor: at, head: at });
    }
    model.say(format!("pick the words that the claim is put on, then {enter}"));
}

/// Moves the cursor of the selection under way.
pub(super) fn go(model: &mut Model, stride: Stride) {
    let size = model.size;
    let times = model.count.take().unwrap_or(1).min(MOST);
    if let Some(desk) = model.desk_mut()
        && let Some(mut picking) = desk.picking.take()
    {
        let whole = match &picking.aim {
            Aim::Split(id) => desk.session.claims().by_id(id).map(|claim| claim.span),
            Aim::Claim | Aim::Mend(_) | Aim::Attach(_) => None,
        };
        let (article, layout) = (&desk.session.article, desk.layout(size));
        let page = desk.page(&layout);
        for _ in 0..times {
            let before = picking.head;
            match whole {
                Some(whole) => picking.go_in(whole, stride, article, &page),
                None => picking.go(stride, article, &page),
            }
            if picking.head == before {
                break;
            }
        }
        desk.picking = Some(picking);
        if whole.is_some() && matches!(stride, Stride::Swap | Stride::Anew) {
            model.say("the cursor stands where the second part is to begin; there is no other end");
        }
    }
}

/// Begins the selection anew at the next paragraph, or at the beginning of this one or the one before. What is to be cut is left alone.
pub(super) fn paragraph(model: &mut Model, onward: bool) {
    let Some(desk) = model.desk_mut() else { return };
    let Some(picking) = desk.picking.as_mut().filter(|picking| !matches!(picking.aim, Aim::Split(_))) else { return };
    let blocks = desk.session.article.blocks();
    let mut starts = blocks.iter().filter(|block| block.kind != BlockKind::Furniture).map(|block| block.span.start);
    let to = if onward { starts.find(|at| *at > picking.head) } else { starts.rfind(|at| *at < picking.head) };
    if let Some(to) = to {
        (picking.anchor, picking.head) = (to, to);
    }
}

/// Picks the words that were looked for and found. A claim that is to be cut is cut before them, where they are its own.
pub(super) fn found(desk: &mut Desk, words: Span) {
    let last = desk.session.article.words(words).char_indices().next_back().map_or(0, |(at, _)| at);
    let Some(picking) = desk.picking.as_mut() else { return };
    match &picking.aim {
        Aim::Split(id) => {
            let whole = desk.session.claims().by_id(id).map(|claim| claim.span);
            if whole.is_some_and(|whole| (whole.start..whole.end).contains(&words.start)) {
                picking.head = words.start;
            }
        }
        Aim::Attach(_) | Aim::Claim | Aim::Mend(_) => {
            (picking.anchor, picking.head) = (words.start, words.start + last);
        }
    }
}

/// Lets the words go; `None` where none were picked. A claim that was to be put on others is shown again where it is asked what becomes
/// of it.
pub(super) fn cancel(model: &mut Model) -> Option<()> {
    let desk = model.desk_mut()?;
    let picking = desk.picking.take()?;
    out_of_article(desk);
    if let Aim::Attach(id) = picking.aim {
        super::redraft::change_of(model, id);
    }
    Some(())
}

/// Takes the words picked for what they were picked for.
///
/// # Errors
/// Why nothing was done with them, as of all that follow.
pub(super) fn take(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let Some(picking) = model.desk_mut().and_then(|desk| desk.picking.take()) else { return Ok(()) };
    let esc = model.key(Scope::Picking, "cancel");
    let Some(words) = model.desk().and_then(|desk| picking.words(&desk.session.article)) else {
        go_on(model, picking, format!("nothing is picked: only blanks lie there; move on, or {esc}"));
        return Ok(());
    };
    let taken = match picking.aim.clone() {
        Aim::Claim => add(model, words, now),
        Aim::Mend(id) => mend(model, id, words, now),
        Aim::Attach(id) => attach(model, &id, words, now),
        Aim::Split(id) => {
            if !model.desk().is_some_and(|desk| is_inside(desk, &id, words.start)) {
                go_on(model, picking, format!("there is nothing to cut off there: move on into the claim, or {esc}"));
                return Ok(());
            }
            split(model, &id, words.start, now)
        }
    };
    if let Some(desk) = model.desk_mut().filter(|desk| desk.picking.is_none()) {
        out_of_article(desk);
    }
    taken
}

/// Selects the shortest claim that holds the picked words; where they stand in its own, in bytes.
pub(super) fn words_of_claim(model: &mut Model) -> Option<Span> {
    let desk = model.desk()?;
    let words = desk.picking.as_ref()?.words(&desk.session.article)?;
    let around = desk.session.claims().touching(words).map(|(_, claim)| claim);
    let claim = around.filter(|claim| claim.span.covers(words)).min_by_key(|claim| claim.span.len());
    let Some((id, start)) = claim.map(|claim| (claim.id.clone(), claim.span.start)) else {
        model.say("no claim holds these words: make one of them first");
        return None;
    };
    let desk = model.desk_mut()?;
    (desk.picking, desk.selected) = (None, Some(Item::Claim(id)));
    Some(Span::new(words.start - start, words.end - start))
}

/// Leaves the selection as it is and says why.
fn go_on(model: &mut Model, picking: Picking, why: String) {
    if let Some(desk) = model.desk_mut() {
        desk.picking = Some(picking);
    }
    model.say(why);
}

/// True when words of the claim lie before byte `at` and behind it.
fn is_inside(desk: &Desk, id: &ClaimId, at: usize) -> bool {
    let words = |span| !desk.session.article.words(span).trim().is_empty();
    desk.session.claims().by_id(id).is_some_and(|claim| {
        let Span { start, end } = claim.span;
        start < at && at < end && words(Span::new(start, at)) && words(Span::new(at, end))
    })
}

/// Joins the selected claim with the next one.
pub(super) fn join(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let pair = model.desk().and_then(|desk| {
        let claim = desk.claim()?.clone();
        let index = desk.session.claims().index_of(&claim.id)?;
        Some((claim, desk.session.claims().get(index + 1)?.clone()))
    });
    let Some((first, second)) = pair else {
        model.say("there is no next claim to join with");
        return Ok(());
    };
    let Some(desk) = model.desk() else { return Ok(()) };
    let joined = desk.session.joined(&first, &second);
    let done = "joined with the next claim";
    let change = Change::Recut(Recut::Join, Swap::new(vec![first.clone(), second.clone()], vec![joined]));
    commit(model, Edit::of(first.id.clone(), change), now)?;
    // As the edit was taken: a verdict on the whole words may have come back.
    let Some(joined) = model.desk().and_then(|desk| desk.session.claims().by_id(&first.id)).cloned() else {
        return Ok(());
    };
    let gone = [&first, &second].into_iter().filter(|claim| claim.is_judged() && !joined.is_judged());
    let gone: Vec<String> =
        gone.flat_map(Claim::readings).map(|one| format!("{} by {}", one.verdict, one.by)).collect();
    let undo = model.key(Scope::Desk, "undo");
    let said = match (joined.fate(), gone.as_slice()) {
        (Some(_), _) | (None, []) => withdrawn(model, &first, &joined, done),
        (None, gone) => format!("{done} · was {}, which the note keeps · {undo} undo", gone.join(", ")),
    };
    model.say(said);
    Ok(())
}

/// Deletes the selected claim, if a reviewer added it.
pub(super) fn delete(model: &mut Model, now: &Stamp) -> Result<(), String> {
    let Some(claim) = model.desk().and_then(Desk::claim).cloned() else {
        model.say("no claim is selected");
        return Ok(());
    };
    if claim.origin != Origin::Added {
        model.say(format!(
            "only claims added by hand are deleted; {} dismisses this one",
            model.key(Scope::Desk, "dismiss")
        ));
        return Ok(());
    }
    let here = claim.span.start;
    let change = Change::delete(claim.clone());
    commit(model, Edit::of(claim.id, change), now)?;
    if let Some(desk) = model.desk_mut() {
        desk.selected = item_at(&desk.session, here);
    }
    model.say(format!("claim deleted; {} brings it back", model.key(Scope::Desk, "undo")));
    Ok(())
}

fn add(model: &mut Model, span: Span, now: &Stamp) -> Result<(), String> {
    let Some(desk) = model.desk() else { return Ok(()) };
    let claim = claim_over(desk, span, &model.settings.weights);
    let id = claim.id.clone();
    let change = Change::add(claim);
    commit(model, Edit::of(id.clone(), change), now)?;
    selected(model, id, "claimed");
    Ok(())
}

fn mend(model: &mut Model, id: ClaimId, span: Span, now: &Stamp) -> Result<(), String> {
    let Some(desk) = model.desk() else { return Ok(()) };
    let Some(before) = desk.session.claims().by_id(&id) else { return Ok(()) };
    if before.span == span {
        model.say("the claim stays as it was");
        return Ok(());
    }
    let before = before.clone();
    let change = Change::Mend(Swap::new(before.span, span));
    commit(model, Edit::of(id.clone(), change), now)?;
    let after = model.desk().and_then(|desk| desk.session.claims().by_id(&id));
    let said = after.map_or_else(String::new, |after| withdrawn(model, &before, after, "span mended"));
    selected(model, id, &said);
    Ok(())
}

/// What was `done` to a claim, and which verdict was withdrawn with the words that it was given on.
fn withdrawn(model: &Model, before: &Claim, after: &Claim, done: &str) -> String {
    let Some(fate) = after.fate().filter(|_| before.is_judged() && !after.is_judged()) else { return done.to_owned() };
    let had = fate.had.iter().map(|mark| format!("{} by {}", mark.verdict, mark.by));
    let had: Vec<String> = had.chain(fate.dismissed.then(|| "dismissed".to_owned())).collect();
    let (undo, verified) = (model.key(Scope::Desk, "undo"), model.key(Scope::Desk, "verified"));
    format!("{done} · was {}, on other words: {verified} verifies these · {undo} undo", had.join(", "))
}

/// Puts a claim on other words. What was written down stays with it; a verdict does not.
fn attach(model: &mut Model, id: &ClaimId, span: Span, now: &Stamp) -> Result<(), String> {
    let Some(desk) = model.desk() else { return Ok(()) };
    let Some(before) = desk.session.any_claim(id).cloned() else { return Ok(()) };
    let mut after = before.attached(span, desk.session.article.draft, desk.session.words_of(&before));
    after.proposal = Some(Box::new(propose::weigh(&desk.session.article, span, &model.settings.weights)));
    let change = Change::Recut(Recut::Attach, Swap::new(vec![before], vec![after]));
    commit(model, Edit::of(id.clone(), change), now)?;
    selected(model, id.clone(), "");
    // Whoever put it there was going through what the draft changed.
    super::redraft::next_open_change(model);
    model.say("put on these words; its verdict is yours to give");
    Ok(())
}

/// Cuts a claim before byte `at`; what was written down stays with the first part, but for corrections of the second's words, which begins
/// afresh.
fn split(model: &mut Model, id: &ClaimId, at: usize, now: &Stamp) -> Result<(), String> {
    let Some(desk) = model.desk() else { return Ok(()) };
    let Some(whole) = desk.session.claims().by_id(id).cloned() else { return Ok(()) };
    let article = &desk.session.article;
    let head = article.words(Span::new(whole.span.start, at)).trim_end();
    let mut first = whole.reworded(Span::new(whole.span.start, whole.span.start + head.len()), article);
    let said = withdrawn(model, &whole, &first, "split in two");
    let rest = Span::new(at, whole.span.end);
    let taken = |id: &ClaimId| desk.session.claims().by_id(id).is_some();
    let mut second = Claim::new(propose::fresh_id(article, rest, taken), rest, Origin::Added);
    second.speaker.clone_from(&whole.speaker);
    second.proposal = Some(Box::new(propose::weigh(article, rest, &model.settings.weights)));
    desk.session.part_corrections(&whole, &mut first, &mut second);
    let change = Change::Recut(Recut::Split, Swap::new(vec![whole], vec![first, second]));
    commit(model, Edit::of(id.clone(), change), now)?;
    selected(model, id.clone(), &said);
    Ok(())
}

/// Selects a claim and says what became of it.
fn selected(model: &mut Model, id: ClaimId, said: &str) {
    if let Some(desk) = model.desk_mut() {
        desk.selected = Some(Item::Claim(id));
    }
    model.say(said);
}
