//! Bringing a draft in at the desk, and going through what it changed.

use super::commit::commit;
use super::{select, unseen};
use crate::app::action::Effect;
use crate::app::changed_claims::{listed, open_ones};
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::app::panel::changes::Changed;
use crate::app::panel::prompt::{Ask, Prompt};
use crate::app::panel::question::Question;
use crate::propose::next_draft::{self, NotBroughtIn};
use crate::review::{Article, ClaimId, Stamp};

/// Brings `article` in as the next draft of the session on the desk; what is unlike it only when it was asked for.
pub(super) fn bring(model: &mut Model, article: Article, anyway: bool, now: &Stamp) -> Vec<Effect> {
    match brought(model, article, anyway, now) {
        Ok(effects) => effects,
        Err(reason) => {
            model.alarm(reason);
            Vec::new()
        }
    }
}

fn brought(model: &mut Model, article: Article, anyway: bool, now: &Stamp) -> Result<Vec<Effect>, String> {
    super::commit::writable(model)?;
    let Some(desk) = model.desk() else { return Ok(Vec::new()) };
    let (mut session, source) = (desk.session.clone(), article.provenance.source.clone());
    let planned = next_draft::plan(&mut session, article, anyway, (model.settings.threshold, &model.settings.weights));
    let plan = match planned {
        Ok(plan) => plan,
        Err(error @ (NotBroughtIn::Empty | NotBroughtIn::Unrelated(_))) => {
            model.panels.push(Question::Draft(source.into(), error.to_string()).into());
            return Ok(Vec::new());
        }
        Err(error) => return Err(error.to_string()),
    };
    let old = desk.session.clone();
    if let Some(desk) = model.desk_mut() {
        desk.session = session;
    }
    commit(model, plan.edit, now)?;
    let let_go = unseen::came(model, &old);
    let through = model.key(Scope::Desk, "changes");
    let size = model.size;
    let Some(desk) = model.desk_mut() else { return Ok(Vec::new()) };
    desk.redrafted();
    let draft = desk.session.article.draft;
    let more = open_ones(&desk.session).next().is_some();
    let saving = desk.save();
    desk.follow(size);
    let goes = if more { format!("; {through} goes through what changed") } else { String::new() };
    let let_go = if let_go.is_empty() { String::new() } else { format!(" · {let_go}") };
    model.say(format!("draft {draft}: {}{goes}{let_go}", plan.fates));
    Ok(vec![saving])
}

/// Shows the first change that nobody has looked at: at the selection or behind it, else the first of all.
pub(super) fn next_change(model: &mut Model) {
    let Some(desk) = model.desk() else { return };
    let from = desk.claim().and_then(|claim| desk.session.claims().index_of(&claim.id)).unwrap_or(0);
    let behind = desk.session.claims().iter_from(from).find(|claim| claim.is_pending());
    let first = || listed(&desk.session, false).first().copied();
    let Some(claim) = behind.or_else(first).map(|claim| claim.id.clone()) else { return };
    let change = Changed::of(claim);
    if let Some(item) = model.desk().and_then(|desk| change.item(desk)) {
        select::select(model, item);
    }
    model.panels.push(change.into());
}

/// As [`next_change`], where there is one that nobody has looked at.
pub(super) fn next_open_change(model: &mut Model) {
    if model.desk().is_some_and(|desk| open_ones(&desk.session).next().is_some()) {
        next_change(model);
    }
}

/// Shows what the draft made of this claim.
pub(super) fn change_of(model: &mut Model, claim: ClaimId) {
    model.panels.push(Changed::of(claim).into());
}

/// Asks for the file of the next draft: most often the one that the article came from.
pub(super) fn asking(desk: Option<&Desk>) -> Prompt {
    let source = desk.map(|desk| desk.session.article.provenance.source.as_str()).filter(|source| *source != "-");
    Prompt::new(Ask::Draft, source.unwrap_or_default())
}
