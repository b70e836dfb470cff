//! Words that change under the hand: a draft or another reader's work comes in while something is open, chosen or picked.

use crate::app::desk::Desk;
use crate::app::model::Model;
use crate::review::field::{CORRECTIONS, Field};
use crate::review::{Change, Claim, ClaimId, Edit, Session, Stamp, are_same_words};
use crate::text::{fit_around, gate};

/// Columns of a claim's words that a message quotes.
const QUOTED: usize = 50;

/// Takes in that the session on the desk stands in the place of `old`: words picked in an article that is another now are let go, and
/// claims with other words are kept in mind while something is open over them, and the selected one until the next key. What is to be said of it; empty when nothing is.
pub(super) fn came(model: &mut Model, old: &Session) -> &'static str {
    let is_open = !model.panels.is_empty();
    let Some(desk) = model.desk_mut() else { return "" };
    let is_other = old.article.text() != desk.session.article.text();
    let let_go = is_other && desk.picking.take().is_some();
    desk.hand.dropped |= let_go;
    let is_held = is_open || let_go || desk.hand.range.is_some();
    let selected = desk.claim().map(|claim| claim.id.clone());
    // A finger may be on its way to the claim that is selected.
    let minded = |id: &ClaimId| is_held || selected.as_ref() == Some(id);
    let reworded: Vec<ClaimId> = reworded(old, desk).filter(minded).collect();
    desk.hand.unseen.extend(reworded);
    if let_go { "the words being picked are let go: the article is another draft now" } else { "" }
}

/// The claims on the desk whose words are others than in `old`, or stand nowhere, and those whose words say something else now: the rest of
/// their sentence is another, or somebody else says it.
fn reworded<'d>(old: &'d Session, desk: &'d Desk) -> impl Iterator<Item = ClaimId> + 'd {
    let other = |was: &Claim| {
        let claim = desk.session.any_claim(&was.id);
        claim.is_some_and(|claim| {
            let is_turned =
                claim.is_pending() && claim.fate().map(|fate| fate.draft) != was.fate().map(|fate| fate.draft);
            claim.is_apart() || is_turned || !are_same_words(desk.session.exact(claim), old.exact(was))
        })
    };
    old.claims().iter().filter(move |claim| other(claim)).map(|claim| claim.id.clone())
}

/// Seconds after which words that came on the plain desk have been seen; stamps know no shorter ones than whole ones.
const SEEN: i64 = 2;

/// Notes when words came that nobody has seen.
pub(super) fn since(model: &mut Model, now: &Stamp) {
    if let Some(desk) =
        model.desk_mut().filter(|desk| !desk.hand.unseen.is_empty() && desk.hand.unseen_since.is_empty())
    {
        desk.hand.unseen_since = now.clone();
    }
}

/// Forgets which words were not seen, where they have stood on the plain desk for a while.
pub(super) fn seen(model: &mut Model, now: &Stamp) {
    let is_open = !model.panels.is_empty();
    // Who still thinks that words are picked has seen nothing. Nearly always none came at all, and no key need read a clock.
    let is_at_hand = |desk: &&mut Desk| {
        !is_open && !desk.hand.unseen_since.is_empty() && desk.hand.range.is_none() && !desk.hand.dropped
    };
    let Some(desk) = model.desk_mut().filter(is_at_hand) else { return };
    let stood = now.seconds().zip(desk.hand.unseen_since.seconds()).map(|(now, since)| now - since);
    if stood.is_some_and(|stood| stood >= SEEN) {
        forget(desk);
    }
}

/// True for the first key behind words that were let go while they were picked: it was meant for them, and is not done. That is said.
pub(super) fn was_for_dropped(model: &mut Model) -> bool {
    let was = model.desk_mut().is_some_and(|desk| std::mem::take(&mut desk.hand.dropped)) && model.panels.is_empty();
    if was {
        // They stand before one who knows of it from now on.
        model.desk_mut().into_iter().for_each(|desk| desk.hand.unseen_since = Stamp::default());
        model.alarm("not done: the words being picked are let go, for the article is another draft now");
    }
    was
}

/// Forgets which words were not seen, once nothing is open over them and nothing chosen; what was opened just now shows them.
pub(super) fn settle(model: &mut Model, was_open: bool) {
    let is_open = was_open && !model.panels.is_empty();
    if let Some(desk) = model.desk_mut().filter(|desk| !is_open && desk.hand.range.is_none()) {
        forget(desk);
    }
}

fn forget(desk: &mut Desk) {
    desk.hand.unseen.clear();
    desk.hand.unseen_since = Stamp::default();
}

/// Passes where `edits` judge no claim whose words have changed under what is open. They are told once; the next time it is done.
///
/// # Errors
/// The claim's words as they are now.
pub(super) fn told(model: &mut Model, edits: &[Edit]) -> Result<(), String> {
    let Some(desk) = model.desk_mut().filter(|desk| !desk.hand.unseen.is_empty()) else { return Ok(()) };
    let judges = |edit: &Edit| {
        let Change::Field(field, swap) = &edit.change else { return false };
        (field.is_judged() || *field == &CORRECTIONS) && !Field::is_empty(&swap.after)
    };
    let judged: Vec<ClaimId> = edits.iter().filter(|edit| judges(edit)).filter_map(|edit| edit.claim.clone()).collect();
    let Some(first) = judged.iter().find(|id| desk.hand.unseen.contains(id)) else { return Ok(()) };
    let Some(claim) = desk.session.any_claim(first) else { return Ok(()) };
    let (number, words) = (claim.number, desk.session.words_of(claim));
    let others = desk.hand.unseen.iter().filter(|id| judged.contains(id)).count().saturating_sub(1);
    let more = if others == 0 { String::new() } else { format!(" (and {others} more)") };
    // Where its own words are the same, what they lean on or who says them tells what is another.
    let turned = claim.fate().filter(|fate| claim.is_pending() && are_same_words(&fate.was, words));
    let turned = turned.and_then(|fate| fate.told_sayers(claim.speaker.as_deref()).or_else(|| fate.told_leaning()));
    let what = turned.map_or_else(
        || {
            // Of words that a draft changed those that differ.
            let words = match claim.fate() {
                Some(fate) => fit_around(words, &fate.was, QUOTED),
                None => gate::fit(words, QUOTED).into_owned(),
            };
            format!("the words of claim {number}{more} changed meanwhile: \u{201c}{words}\u{201d}")
        },
        |turned| format!("claim {number}{more} says something else meanwhile: {turned}"),
    );
    let why = format!("not done: {what}; the same key again does it");
    desk.hand.unseen.retain(|id| !judged.contains(id));
    Err(why)
}
