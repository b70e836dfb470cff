//! Doing what a panel answered.

use super::{claims, evidence, export, find, keep, narrow, pick, range, select};
use crate::app::action::{Effect, Saving};
use crate::app::draft::{self, DraftFit, Retaken};
use crate::app::filter::Item;
use crate::app::keymap::Scope;
use crate::app::model::{Mode, Model};
use crate::app::panel::differences::{self, Difference, Torn};
use crate::app::panel::help::Help;
use crate::app::panel::note::Note;
use crate::app::panel::settling::Settling;
use crate::app::panel::{Answer, LaidByFate, Panel};
use crate::review::Stamp;

/// Does one answer, but for those that lead back to an action.
///
/// # Errors
/// Why it can't be done; then nothing has changed.
pub(super) fn act(model: &mut Model, answer: Answer<Panel>, now: &Stamp) -> Result<Option<Effect>, String> {
    match answer {
        Answer::Close => drop(model.panels.pop()),
        Answer::Open(panel) => model.panels.push(panel),
        Answer::Say(text) => model.say(text),
        Answer::Alarm(text) => model.alarm(text),
        Answer::Effect(effect) => return Ok(Some(effect)),
        Answer::Select(item) => select::select(model, item),
        Answer::Show(filter) => narrow::put(model, filter),
        Answer::Narrow(what) => narrow::narrow(model, what),
        Answer::Query(words) => query(model, words),
        Answer::Find(words) => {
            find::begin(model, &words);
            select::follow(model);
        }
        Answer::Seek(words) => evidence::search(model, &words),
        Answer::Export(typed) => return Ok(export::typed(model, typed)),
        Answer::Write(writing) => return Ok(Some(export::write(model, *writing))),
        Answer::Keep(keep) => keep::keep(model, *keep, now)?,
        Answer::NextChange => super::redraft::next_change(model),
        Answer::NextDraft(path) => model.coming = Some(path),
        Answer::Rehome(id) => pick::begin_attach(model, id),
        Answer::NextDifference => next_difference(model),
        Answer::Settled(claims, marked) => range::settled(model, &claims, marked),
        Answer::Undo(count) => claims::undo_many(model, count, now)?,
        Answer::LaidBy(at, fate) => return Ok(laid_by(model, at, fate, now)),
        Answer::GiveUp => {
            if let Some(desk) = model.desk_mut() {
                desk.saving = Saving::Saved;
            }
        }
        Answer::Below(_) | Answer::Do(_) => {}
    }
    Ok(None)
}

/// Shows only the sessions with these words; while the help is open only its rows with them.
fn query(model: &mut Model, words: String) {
    let help =
        model.panels.iter_mut().rev().find_map(|panel| if let Panel::Help(help) = panel { Some(help) } else { None });
    if let Some(help) = help {
        **help = Help { query: words, ..Help::default() };
        return;
    }
    if let Mode::Home(home) = &mut model.mode
        && home.query != words
    {
        home.query = words;
        (home.selected, home.top) = (0, 0);
    }
}

/// Shows the next difference, or says that there is none any more.
fn next_difference(model: &mut Model) {
    if let Some(difference) = model.desk().and_then(differences::next) {
        select::select(model, Item::Claim(difference.claim.clone()));
        model.panels.push(difference.into());
    } else {
        model.say(format!("every difference is settled; {} takes the last one back", model.key(Scope::Desk, "undo")));
    }
}

/// Does with the unsaved text at `at` of those laid by what was answered, and offers the next.
fn laid_by(model: &mut Model, at: usize, fate: LaidByFate, now: &Stamp) -> Option<Effect> {
    match fate {
        LaidByFate::TakenUp => return take_up(model, at, now),
        LaidByFate::Dropped => {
            if let Some(desk) = model.desk_mut().filter(|desk| at < desk.laid_by.len()) {
                desk.laid_by.remove(at);
            }
            model.offer(at);
        }
        LaidByFate::Later => {
            model.say("the text is kept aside and offered again when the session is next opened");
            model.offer(at + 1);
        }
    }
    None
}

/// Opens the editor that the text was typed into; of one whose claim is gone the text is copied.
fn take_up(model: &mut Model, at: usize, now: &Stamp) -> Option<Effect> {
    let drop = model.key(crate::app::panel::laid_by::SCOPE, "delete");
    let desk = model.desk_mut()?;
    let laid = desk.laid_by.get(at).cloned()?;
    let Some(retaken) = draft::taken_up(&laid, &desk.session, now) else {
        model.say(format!("copied to the clipboard; the text is offered again until {drop} drops it"));
        return Some(Effect::Copy(draft::words(&laid)));
    };
    let both = draft::fit(&laid, &desk.session) == DraftFit::Changed;
    desk.laid_by.remove(at);
    select::select(model, Item::Claim(laid.claim));
    let panel = match retaken {
        Retaken::Note(claim, editor) => Note { claim, editor }.into(),
        Retaken::Form(form) => form.into(),
        Retaken::Settling(left) => {
            // Over the difference it settles, as it stood.
            model.panels.push(Difference::new(left.claim.clone(), Torn::Readings).into());
            Settling::again(left).into()
        }
    };
    model.panels.push(panel);
    if both {
        model.alarm("it has been changed since: both texts stand here");
    }
    None
}
