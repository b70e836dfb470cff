//! The loop: wake, decide, do, draw.

use std::collections::VecDeque;
use std::io::{self, IsTerminal};
use std::panic;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::drafts::{Drafts, LastWords};
use super::event::Event;
use super::opened::{OpenError, Ready};
use super::opener::{PATIENCE, Request};
use super::perform::{Performer, outcome};
use super::screen::{self, Screen};
use super::state::State;
use super::{cadence, clock, import, input, signals};
use crate::app::keymap::Keymap;
use crate::app::panel::opening;
use crate::app::settings::Settings;
use crate::app::{Action, Effect, Mode, Model, Outcome, update};
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
    pub who: store::Workplace,
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
    let sample = begin(&mut model, &mut performer, start.errand);
    let drafts = Drafts::default();
    give_back_on_panic(drafts.last_words());
    let mut shell = Shell { model, performer, events, drafts, sample, held: VecDeque::new() };
    if let Some(ending) = shell.glance()? {
        return Ok(ending);
    }
    let mut screen = Screen::take(shell.model.settings.mouse)?;
    input::listen(inbox);
    let ended = shell.run(&mut screen);
    drop(screen);
    shell.drafts.flush(&shell.model, shell.performer.keeper());
    if let Some(mut state) = start.state {
        state.keep(shell.model.settings.share);
    }
    shell.performer.close()?;
    ended
}

/// Begins what the program was started for. Answers with what is to be opened should there be no sessions.
fn begin(model: &mut Model, performer: &mut Performer, errand: Errand) -> Option<Box<Taken>> {
    let request = match errand {
        Errand::File(path) => Request::File(path),
        Errand::Article(taken, afresh) => Request::Article(taken, afresh),
        Errand::Home(sample) => {
            let listed = performer.list();
            update(model, Action::Came(listed), &clock::now());
            let empty = matches!(&model.mode, Mode::Home(home) if home.listed.is_empty());
            return empty.then_some(sample);
        }
    };
    // Nothing is open yet that could fail to be closed.
    performer.open(request);
    None
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

/// What a build with `FACTDESK_SABOTAGE=panic-key` binds to F12; no other build calls it.
#[expect(clippy::panic, reason = "its only purpose")]
fn panic_for_a_test() {
    panic!("F12 was pressed in a build that panics on it");
}

/// The model with what it needs to live.
struct Shell {
    model: Model,
    performer: Performer,
    events: Receiver<Event>,
    drafts: Drafts,
    /// What is opened when it turns out that there are no sessions.
    sample: Option<Box<Taken>>,
    /// What came while something was opened, for after it.
    held: VecDeque<Event>,
}

impl Shell {
    /// Waits for what is opened at the start, as long as nobody would mind: most is there at once, and what can't be opened is
    /// said without a screen. Answers with the end when a signal asks for it.
    fn glance(&mut self) -> Result<Option<Ending>, TermError> {
        let until = clock::instant() + PATIENCE;
        while self.performer.is_opening() || self.sample.is_some() {
            let left = until.saturating_duration_since(clock::instant());
            match self.events.recv_timeout(left) {
                Ok(Event::Ready(_, Err(OpenError::Store(StoreError::Marked { path, .. })))) => {
                    self.performer.give_up();
                    for outcome in [self.performer.list(), Outcome::Marked(path)] {
                        update(&mut self.model, Action::Came(outcome), &clock::now());
                    }
                    return Ok(None);
                }
                Ok(Event::Ready(_, Err(OpenError::Meant(path, sessions)))) => {
                    self.performer.give_up();
                    for outcome in [self.performer.list(), Outcome::Meant(path, sessions)] {
                        update(&mut self.model, Action::Came(outcome), &clock::now());
                    }
                    return Ok(None);
                }
                Ok(Event::Ready(_, Err(error))) => return Err(error.into()),
                Ok(Event::Ready(_, Ok(ready))) => {
                    let opened = self.performer.take(*ready);
                    let action = Action::Came(Outcome::Opened(Box::new(opened)));
                    for effect in update(&mut self.model, action, &clock::now()) {
                        // What an opening asks for is found on threads and comes as an event.
                        self.performer.perform(effect, &self.model);
                    }
                }
                Ok(Event::Told(_, outcome)) => {
                    update(&mut self.model, Action::Came(*outcome), &clock::now());
                    return Ok(None);
                }
                Ok(Event::Listed(number, outcome)) => {
                    if let Some(outcome) = self.listed(number, *outcome) {
                        update(&mut self.model, Action::Came(outcome), &clock::now());
                        return Ok(None);
                    }
                }
                Ok(Event::Stop(signal)) => return Ok(Some(Ending::Signal(signal))),
                Ok(Event::HangUp) => return Ok(Some(Ending::Signal(1))),
                Ok(other) => self.held.push_back(other),
                Err(_) => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Until the end: draws, waits for something to happen, and takes in all that has happened before it draws again.
    fn run(&mut self, screen: &mut Screen) -> Result<Ending, TermError> {
        self.drafts.follow(&self.model, self.performer.keeper());
        loop {
            screen.draw(&self.model)?;
            self.performer.drawn();
            // All senders gone cannot be: the performer holds one.
            let mut next = self.next_held();
            if next.is_none() {
                let Ok(event) = self.drafts.next(&self.events) else { return Ok(Ending::Left) };
                next = event;
            }
            while let Some(event) = next {
                if let Some(ending) = self.take_in(event, screen)? {
                    return Ok(ending);
                }
                self.drafts.follow(&self.model, self.performer.keeper());
                next = self.next_held().or_else(|| self.events.try_recv().ok());
            }
            if self.drafts.is_due() {
                self.drafts.flush(&self.model, self.performer.keeper());
            }
        }
    }

    /// The first of what was held back, once nothing is opened any more.
    fn next_held(&mut self) -> Option<Event> {
        if self.performer.is_opening() { None } else { self.held.pop_front() }
    }

    fn take_in(&mut self, event: Event, screen: &mut Screen) -> Result<Option<Ending>, TermError> {
        if cfg!(sabotage = "panic-key") && matches!(&event, Event::Key(key, _) if key.to_string() == "f12") {
            panic_for_a_test();
        }
        let opening = self.performer.is_opening();
        let action = match event {
            Event::Key(key, _) if opening => {
                let action = self.model.keymap.action(opening::SCOPE, key);
                if action.is_none() || (action == Some(Action::Cancel) && self.model.scope() != opening::SCOPE) {
                    self.held.push_back(event);
                    return Ok(None);
                }
                action
            }
            Event::Action(Action::Paste(_)) if opening => {
                self.held.push_back(event);
                None
            }
            Event::Key(key, pressed) => {
                let action = self.model.keymap.pressed(self.model.scope(), key);
                Some(cadence::held(key, pressed, action))
            }
            Event::Action(action) => Some(action),
            Event::Listed(number, outcome) => self.listed(number, *outcome).map(Action::Came),
            Event::Report(report) => outcome(report).map(Action::Came),
            Event::Told(number, outcome) => self.performer.awaits(number).then(|| Action::Came(*outcome)),
            Event::Ready(number, ready) if self.performer.awaits(number) => Some(Action::Came(self.ready(ready))),
            // It was stopped; what it had opened is let go.
            Event::Ready(..) => None,
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

    /// The sessions that there are, when they are still waited for; with none at the start the sample is opened.
    fn listed(&mut self, number: u64, outcome: Outcome) -> Option<Outcome> {
        if !self.performer.awaits_list(number) {
            return None;
        }
        let empty = matches!(&outcome, Outcome::Listed(listed) if listed.is_empty());
        match self.sample.take().filter(|_| empty) {
            Some(sample) => self.performer.open(Request::Article(sample, false)),
            None => Some(outcome),
        }
    }

    /// What was opened, or why it could not be.
    fn ready(&mut self, ready: Result<Box<Ready>, OpenError>) -> Outcome {
        match ready {
            Ok(ready) => Outcome::Opened(Box::new(self.performer.take(*ready))),
            Err(OpenError::Meant(path, sessions)) => {
                self.performer.give_up();
                Outcome::Meant(path, sessions)
            }
            Err(error) => {
                self.performer.give_up();
                if let OpenError::Store(StoreError::Marked { path, .. }) = error {
                    return Outcome::Marked(path);
                }
                Outcome::Refused(error.to_string())
            }
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
                    Effect::Redraw => screen.start_over(),
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
