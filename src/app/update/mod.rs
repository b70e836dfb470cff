//! Every action, decided: who gets it, and what follows.

mod answers;
mod beside;
mod came;
mod claims;
mod commit;
mod evidence;
mod export;
mod find;
mod keep;
mod leave;
mod motion;
mod narrow;
mod outside;
mod pick;
mod point;
mod range;
mod redraft;
mod resize;
mod said;
mod select;
mod unseen;

use super::action::{Action, Effect, Saving};
use super::desk::{Desk, Pane};
use super::form::Purpose;
use super::item::Item;
use super::key::Key;
use super::keymap::Scope;
use super::model::{Mode, Model};
use super::panel::prompt::{Ask, Prompt};
use super::panel::{self, Answer, Panel, card, cite, filter, form, help, things};
use crate::advice::stated;
use crate::review::{Stamp, field};
use crate::text::link::is_web;

/// Does `action` at the moment `now` and says what the shell has to do. However many edits it came to, they are saved once.
pub fn update(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    // Nobody decides about what cannot be seen: in so small a terminal keys only lead out of it.
    if !model.size.is_enough() && !is_blind(&action) {
        return Vec::new();
    }
    // What the shell reports has been on the disk before.
    let is_report = matches!(action, Action::Came(_));
    let before = edited(model);
    let jump = beside::jump(model, &action);
    let counts = matches!(action, Action::Digit(_));
    let of_itself = is_blind(&action);
    let was_open = !model.panels.is_empty();
    if !of_itself {
        unseen::seen(model, now);
    }
    let is_dropped = !of_itself && unseen::was_for_dropped(model);
    let mut effects = if is_dropped { Vec::new() } else { decide(model, action, now) };
    if !counts && !is_report {
        model.count = None;
    }
    beside::jumped(model, jump);
    if of_itself {
        unseen::since(model, now);
    } else if !is_dropped {
        unseen::settle(model, was_open);
    }
    let settled = model.desk().map(|desk| desk.hand.settled);
    if edited(model) != before && edited(model) != settled {
        // What was written may fill the card with more rows, or fewer.
        select::follow(model);
    }
    if !is_report && edited(model) != before {
        effects.extend(model.desk_mut().map(Desk::save));
    }
    if !is_report {
        let did = edited(model) != before;
        let_go(model, before.filter(|_| did));
        if let Some(desk) = model.desk_mut() {
            desk.hand.did = did;
        }
    }
    effects.extend(advise(model));
    effects.extend(evidence::follow(model));
    effects.extend(recall(model));
    effects.extend(search_all(model));
    effects.extend(gather(model));
    effects
}

/// True for what leads out of a terminal that is too small, or comes of itself.
const fn is_blind(action: &Action) -> bool {
    matches!(
        action,
        Action::Came(_)
            | Action::Resize(_)
            | Action::Leave
            | Action::Quit
            | Action::Suspend
            | Action::Redraw
            | Action::Focus
            | Action::Theme(_)
            // What goes on being typed in a form that was open before is kept.
            | Action::Type(_)
    )
}

/// Says that a statement went with the figure that it was of, where what was done behind the first `before` edits let one go.
fn let_go(model: &mut Model, before: Option<usize>) {
    let is_gone = model.desk().zip(before).is_some_and(|(desk, count)| stated::was_let_go(&desk.session, count));
    if let Some((_, said)) = model.status.as_mut().filter(|_| is_gone) {
        said.push_str(" · what it states has another figure, and is let go");
    }
}

/// Takes back what the first repeat of a key did that is held down, and says so.
fn held_on(model: &mut Model, key: Key, now: &Stamp) -> Vec<Effect> {
    let did = model.desk().is_some_and(|desk| desk.hand.did);
    let mut effects = if did { decide(model, Action::Undo, now) } else { Vec::new() };
    effects.extend(beside::held(model, key));
    effects
}

/// Asks what there is to say about the article, when it is another than a moment ago.
fn advise(model: &mut Model) -> Option<Effect> {
    let desk = model.desk_mut().filter(|desk| desk.saving != Saving::Opening)?;
    desk.advised.ask(&desk.session.article).then(|| Effect::Advise(Box::new(desk.session.article.clone())))
}

/// Asks what was found out earlier about the selected claim, when it is another than a moment ago, or says something else.
fn recall(model: &mut Model) -> Option<Effect> {
    let wanted = model.settings.memory;
    let desk = model.desk_mut().filter(|desk| wanted && desk.saving != Saving::Opening)?;
    // Borrowed piece by piece, for what was asked is kept beside it.
    let Some(Item::Claim(id)) = &desk.selected else { return None };
    let claim = desk.session.claims().by_id(id)?;
    desk.seen.ask(id, [desk.session.exact(claim), &claim.statement], &desk.name).map(Effect::Recall)
}

/// Asks what earlier sessions wrote down, the first time that something is typed which may be the same.
fn gather(model: &mut Model) -> Option<Effect> {
    let typed = matches!(model.panels.last(), Some(Panel::Form(_) | Panel::Cite(_) | Panel::Assigning(_)));
    let wanted = model.settings.memory && typed;
    let desk = model.desk_mut().filter(|_| wanted)?;
    desk.seen.words.ask().then(|| Effect::WrittenDown(desk.name.clone()))
}

/// Asks which sessions hold the words that the home screen is narrowed to, when they are others than a moment ago.
fn search_all(model: &mut Model) -> Option<Effect> {
    let Mode::Home(home) = &mut model.mode else { return None };
    home.found.ask(&home.query).then(|| Effect::SearchAll(home.query.clone()))
}

/// The latest edit of the session on the desk.
fn edited(model: &Model) -> Option<usize> {
    model.desk().map(|desk| desk.session.history().len())
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all other actions go to the panel in front or to what lies under it"
)]
fn decide(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    match action {
        Action::Resize(size) => {
            resize::resize(model, size, now);
            export::look(model)
        }
        Action::Came(outcome) => came::came(model, outcome, now),
        Action::Quit => leave::quit(model),
        Action::Focus => match &mut model.mode {
            Mode::Home(home) => vec![home.look()],
            Mode::Desk(_) => vec![Effect::Look],
        },
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Digit(digit) => beside::digit(model, digit),
        Action::Theme(theme) => beside::theme(model, theme),
        Action::Unbound(key) => beside::unbound(model, key),
        Action::Held(key) => beside::held(model, key),
        Action::HeldOn(key) => held_on(model, key, now),
        Action::Point(pointer) => {
            let actions = point::point(model, pointer, now);
            actions.into_iter().flat_map(|action| decide(model, action, now)).collect()
        }
        Action::Paste(text) if model.panels.is_empty() && model.desk().is_some() && is_web(text.trim()) => {
            let answers = vec![cite::opened(text.trim(), &model.around(now))];
            follow_up(model, answers, now)
        }
        Action::Paste(_) if !model.scope().types() => {
            model.say("a paste does nothing here: it goes into notes, forms and lines of text");
            Vec::new()
        }
        Action::Panel(scope) if scope == help::SCOPE && model.scope() != scope => open(model, scope, now),
        action => {
            model.status = None;
            match model.panels.pop() {
                Some(panel) => in_panel(model, panel, action, now),
                None => base(model, action, now),
            }
        }
    }
}

/// What an action does while a panel has the keys: the panel answers, and that is done.
fn in_panel(model: &mut Model, mut panel: Panel, action: Action, now: &Stamp) -> Vec<Effect> {
    let answers = panel.answer(action, &model.around(now));
    model.panels.push(panel);
    follow_up(model, answers, now)
}

/// What an action does on the home screen or the desk.
fn base(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    if range::is_for_one(model, &action) {
        return Vec::new();
    }
    match (action, &mut model.mode) {
        (Action::Panel(scope), _) => open(model, scope, now),
        (action, Mode::Home(home)) => {
            let mut home = std::mem::take(home);
            let answers = home.answer(action, &model.around(now));
            model.mode = Mode::Home(home);
            follow_up(model, answers, now)
        }
        (action, Mode::Desk(_)) => desk(model, action, now),
    }
}

/// Opens the panel of a scope, if it has something to show.
fn open(model: &mut Model, scope: Scope, now: &Stamp) -> Vec<Effect> {
    let answers = panel::open(scope, &model.around(now));
    follow_up(model, answers, now)
}

/// Does what a panel answered, up to the first that can't be done.
#[expect(clippy::wildcard_enum_match_arm, reason = "what leads back to an action is done here, all else beside")]
fn follow_up(model: &mut Model, answers: Vec<Answer<Panel>>, now: &Stamp) -> Vec<Effect> {
    let mut effects = Vec::new();
    for answer in answers {
        match answer {
            Answer::Below(action) => effects.extend(desk(model, action, now)),
            Answer::Do(action) => effects.extend(decide(model, action, now)),
            other => match answers::act(model, other, now) {
                Ok(more) => effects.extend(more),
                Err(reason) => {
                    model.alarm(reason);
                    break;
                }
            },
        }
    }
    effects
}

/// What an action does on the desk, also under an open card.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions may be edits")]
fn desk(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    if range::is_for_one(model, &action) {
        return Vec::new();
    }
    let around = model.around(now);
    let answers = match action {
        Action::Open => panel::open(card::SCOPE, &around),
        Action::Panel(scope) => panel::open(scope, &around),
        Action::OpenLink => vec![things::link(around.desk.and_then(Desk::claim), 0)],
        Action::Form(purpose) if around.desk.is_some_and(|desk| desk.picking.is_some()) => {
            return reword(model, purpose, now);
        }
        Action::Form(purpose) => vec![things::opened_or_listed(purpose, &around)],
        Action::Add => vec![form::opened(Purpose::of(&field::SOURCES), &around)],
        Action::Reuse => things::opened_to_pick(&around),
        Action::Choose(name) => filter::chosen(name, &around),
        Action::Seek => vec![Answer::Open(Prompt::new(Ask::Character, "").into())],
        Action::TakeIn => vec![Answer::Open(Prompt::new(Ask::Back, "").into())],
        Action::NextDraft => vec![Answer::Open(redraft::asking(around.desk).into())],
        Action::SaveCopy => vec![Answer::Open(Prompt::new(Ask::Copy, "").into())],
        Action::Search => vec![Answer::Open(Prompt::new(Ask::Search, "").into())],
        other => return on_desk(model, other, now),
    };
    let effects = follow_up(model, answers, now);
    select::follow(model);
    effects
}

/// Opens the form for other words over the claim that holds the picked ones, which are selected in it.
fn reword(model: &mut Model, purpose: Purpose, now: &Stamp) -> Vec<Effect> {
    let Some(words) = pick::words_of_claim(model) else { return Vec::new() };
    let answers = vec![form::opened(purpose, &model.around(now))];
    let effects = follow_up(model, answers, now);
    if let Some(Panel::Form(form)) = model.panels.last_mut() {
        form.select(words);
    }
    select::follow(model);
    effects
}

/// What an action does on the desk that opens nothing.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions may be edits")]
fn on_desk(model: &mut Model, action: Action, now: &Stamp) -> Vec<Effect> {
    let mut effects = Vec::new();
    match action {
        Action::Move(motion) => motion::motion(model, motion),
        Action::Paragraph(onward) if model.desk().is_some_and(|desk| desk.picking.is_some()) => {
            pick::paragraph(model, onward);
        }
        Action::Paragraph(onward) => motion::paragraph(model, onward),
        Action::Back => beside::back(model, true),
        Action::Forth => beside::back(model, false),
        Action::NextUnchecked => motion::unchecked(model, true),
        Action::PreviousUnchecked => motion::unchecked(model, false),
        Action::OtherPane => other_pane(model),
        Action::Divide(steps) => point::step(model, steps),
        Action::Pick => pick::begin(model),
        Action::Mend => pick::begin_on_claim(model, false),
        Action::Split => pick::begin_on_claim(model, true),
        Action::Stride(stride) => pick::go(model, stride),
        Action::NextMatch => find::again(model, true),
        Action::PreviousMatch => find::again(model, false),
        Action::Copy => effects.extend(outside::copy(model)),
        Action::SignOff | Action::SignOffOpen => match commit::sign_off(model, now, action == Action::SignOffOpen) {
            Ok(saving) => effects.extend(saving),
            Err(reason) => model.alarm(reason),
        },
        Action::BlindCopy => effects.push(Effect::BlindCopy(None)),
        Action::Unlock => effects.extend(unlock(model)),
        Action::Leave => effects.extend(leave::leave(model)),
        Action::Cancel => {
            // The selection under way goes first, then the choice of several claims, then the search.
            if pick::cancel(model).is_none()
                && let Some(desk) = model.desk_mut()
                && desk.hand.range.take().is_none()
            {
                desk.search = None;
            }
        }
        other => {
            if let Err(reason) = edit(model, other, now) {
                model.alarm(reason);
            }
        }
    }
    select::follow(model);
    effects
}

/// What changes the session by one key. All else means nothing on the desk: a paste, for one, must not become commands.
#[expect(clippy::wildcard_enum_match_arm, reason = "the actions of panels and of the shell mean nothing here")]
fn edit(model: &mut Model, action: Action, now: &Stamp) -> Result<(), String> {
    match action {
        Action::Mark(verdict) => claims::mark(model, Some(verdict), now),
        Action::Clear => claims::mark(model, None, now),
        Action::Dismiss => claims::dismiss(model, now),
        Action::DismissParagraph => range::dismiss_paragraph(model, now),
        Action::Range => {
            range::toggle(model);
            Ok(())
        }
        Action::Again => range::again(model, now),
        Action::Scrap => claims::scrap(model, now),
        Action::Claim => claims::claim(model, now),
        Action::Accept => pick::take(model, now),
        Action::Join => pick::join(model, now),
        Action::Delete => pick::delete(model, now),
        Action::Furniture => claims::furniture(model, now),
        Action::Undo => claims::undo(model, now, true),
        Action::Redo => claims::undo(model, now, false),
        _ => Ok(()),
    }
}

/// Gives the keys to the other pane.
fn other_pane(model: &mut Model) {
    if let Some(desk) = model.desk_mut() {
        desk.pane = match desk.pane {
            Pane::Claims => Pane::Article,
            Pane::Article => Pane::Claims,
        };
    }
}

/// Asks for the session again, for writing.
fn unlock(model: &mut Model) -> Option<Effect> {
    match model.desk() {
        Some(desk) if desk.is_read_only() => Some(Effect::Unlock),
        _ => {
            model.say("this window may write");
            None
        }
    }
}
