//! The loop: wake, decide, do, draw.

use std::io::{self, IsTerminal};
use std::panic;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::drafts::{Drafts, LastWords};
use super::event::Event;
use super::perform::{OpenError, Performer, outcome};
use super::screen::{self, Screen};
use super::state::State;
use super::{clock, import, input, signals};
use crate::app::keymap::Keymap;
use crate::app::settings::Settings;
use crate::app::{Action, Effect, Mode, Model, update};
use crate::intake::Taken;
use crate::store::{self, Folder, StoreError};

/// What the program is started for.
#[derive(Debug)]
pub enum Errand {
    /// The saved sessions; this article when there are none.
    Home(Box<Taken>),
    /// A file: a session, or an article whose session is resumed.
    File(PathBuf),
    /// An article that was read already; a new session even when one exists when true.
    Article(Box<Taken>, bool),
}

/// Everything a run needs to know.
#[derive(Debug)]
pub struct Start {
    /// Where sessions live.
    pub folder: Folder,
    /// Who is at work, for locks.
    pub who: store::Desk,
    /// What the reviewer has settled.
    pub settings: Settings,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// What is remembered from run to run, where the platform has a place for it.
    pub state: Option<State>,
    /// What to open.
    pub errand: Errand,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The reviewer left.
    Left,
    /// A signal asked for it; its number.
    Signal(i32),
}

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub enum TermError {
    /// There is no terminal to draw on.
    #[error(
        "the workbench needs a terminal; without one use factdesk claims, list, mark, note, check or export (factdesk help)"
    )]
    NoTerminal,
    /// The terminal refused.
    #[error("the terminal can't be used: {0}")]
    Io(#[from] io::Error),
    /// What was asked for could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The last changes could not be saved.
    #[error("NOT SAVED: {0}")]
    Unsaved(#[from] StoreError),
}

/// Runs the workbench until the reviewer leaves or a signal asks for the end. The terminal is given back either way.
///
/// # Errors
/// When there is no terminal, what was asked for can't be opened, or the last changes can't be saved.
pub fn run(start: Start) -> Result<Ending, TermError> {
    if !io::stdout().is_terminal() || !(io::stdin().is_terminal() || signals::has_terminal()) {
        return Err(TermError::NoTerminal);
    }
    let (inbox, events) = mpsc::channel();
    signals::watch(inbox.clone())?;
    let mut performer = Performer::new(start.folder, start.who, &start.settings, inbox.clone());
    let mut model = Model::new(Screen::size(), start.settings);
    model.keymap = start.keymap;
    open(&mut model, &mut performer, start.errand)?;
    let drafts = Drafts::default();
    give_back_on_panic(drafts.last_words());
    let mut screen = Screen::take(model.settings.mouse)?;
    input::listen(inbox);
    let mut shell = Shell { model, performer, events, drafts };
    let ended = shell.run(&mut screen);
    drop(screen);
    shell.drafts.flush(&shell.model, shell.performer.keeper());
    if let Some(mut state) = start.state {
        state.keep(shell.model.settings.share);
    }
    shell.performer.close()?;
    ended
}

fn open(model: &mut Model, performer: &mut Performer, errand: Errand) -> Result<(), TermError> {
    let opened = match errand {
        Errand::File(path) => performer.file(&path)?,
        Errand::Article(taken, afresh) => performer.article(*taken, afresh)?,
        Errand::Home(sample) => {
            let listed = performer.list();
            update(model, Action::Came(listed), &clock::now());
            let empty = matches!(&model.mode, Mode::Home(home) if home.listed.is_empty());
            if !empty {
                return Ok(());
            }
            performer.article(*sample, false)?
        }
    };
    model.lay(opened);
    Ok(())
}

/// A panic writes down what was typed and gives the terminal back before it is reported.
fn give_back_on_panic(last: LastWords) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // First what can be lost; a terminal that is stuck could hold the rest up for good.
        last.write();
        screen::give_back();
        report(info);
    }));
}

/// The model with what it needs to live.
struct Shell {
    model: Model,
    performer: Performer,
    events: Receiver<Event>,
    drafts: Drafts,
}

impl Shell {
    /// Until the end: draws, waits for something to happen, and takes in all that has happened before it draws again.
    fn run(&mut self, screen: &mut Screen) -> Result<Ending, TermError> {
        self.drafts.follow(&self.model, self.performer.keeper());
        loop {
            screen.draw(&self.model)?;
            // All senders gone cannot be: the performer holds one.
            let Ok(mut next) = self.drafts.next(&self.events) else { return Ok(Ending::Left) };
            while let Some(event) = next {
                if let Some(ending) = self.take_in(event, screen)? {
                    return Ok(ending);
                }
                self.drafts.follow(&self.model, self.performer.keeper());
                next = self.events.try_recv().ok();
            }
            if self.drafts.is_due() {
                self.drafts.flush(&self.model, self.performer.keeper());
            }
        }
    }

    fn take_in(&mut self, event: Event, screen: &mut Screen) -> Result<Option<Ending>, TermError> {
        let action = match event {
            Event::Key(key) => self.model.keymap.action(self.model.scope(), key),
            Event::Action(action) => Some(action),
            Event::Report(report) => outcome(report).map(Action::Came),
            Event::Stop(signal) => return Ok(Some(Ending::Signal(signal))),
            Event::HangUp => return Ok(Some(Ending::Signal(1))),
            Event::Resized => {
                screen.forget();
                Some(Action::Resize(Screen::size()))
            }
            Event::Continue => {
                screen.retake()?;
                Some(Action::Resize(Screen::size()))
            }
            Event::Broken(reason) => return Err(io::Error::other(reason).into()),
        };
        match action {
            Some(action) => self.act(action, screen),
            None => Ok(None),
        }
    }

    /// Does an action and everything that follows from it.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other effects are the performer's")]
    fn act(&mut self, action: Action, screen: &mut Screen) -> Result<Option<Ending>, TermError> {
        let mut actions = vec![action];
        while let Some(action) = actions.pop() {
            let effects = update(&mut self.model, action, &clock::now());
            for effect in effects {
                match effect {
                    Effect::Exit => return Ok(Some(Ending::Left)),
                    Effect::Suspend => {
                        screen::give_back();
                        signals::suspend();
                        screen.retake()?;
                        actions.push(Action::Resize(Screen::size()));
                    }
                    Effect::Copy(text) => screen::copy(&text)?,
                    effect => {
                        let outcome = self.performer.perform(effect, &self.model);
                        actions.extend(outcome.map(Action::Came));
                    }
                }
            }
        }
        Ok(None)
    }
}

/// The article that ships with the program, read like any other.
///
/// # Errors
/// Never with the article as it ships; a test holds that.
pub fn sample() -> Result<Taken, import::ImportError> {
    import::bytes(include_bytes!("../../sessions/harbour-tunnel.txt"), "harbour-tunnel.txt", None)
}
