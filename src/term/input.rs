//! Keys, pastes and resizes from the terminal, read on a thread of their own so that nobody polls.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::answers::AnswerFilter;
use super::cadence::Cadence;
use super::clock;
use super::event::Event;
use super::mouse::Mouse;
use crate::app::Action;
use crate::app::key::{Code, Key};

/// Bytes of one paste that are taken; the rest of a longer one is dropped.
const LONGEST_PASTE: usize = 8 << 20;

/// Starts the thread that reads the terminal; it ends with the process.
pub(super) fn listen(inbox: Sender<Event>) {
    thread::spawn(move || {
        let mut mouse = Mouse::default();
        let mut keys = KeyStream::default();
        let begun = clock::instant();
        loop {
            let event = match event::read() {
                Ok(Raw::Mouse(raw)) => mouse.translate(raw).map(|pointer| Event::Action(Action::Point(pointer))),
                Ok(Raw::Key(key)) => keys.translate(key, begun.elapsed()),
                Ok(raw) => translate(raw),
                Err(error) => Some(Event::Broken(error.to_string())),
            };
            let broken = matches!(event, Some(Event::Broken(_)));
            let gone = event.is_some_and(|event| inbox.send(event).is_err());
            if gone || broken {
                return;
            }
        }
    });
}

/// Keys as they follow one another.
#[derive(Debug, Default)]
struct KeyStream {
    answers: AnswerFilter,
    cadence: Cadence,
}

impl KeyStream {
    fn translate(&mut self, raw: KeyEvent, now: Duration) -> Option<Event> {
        let key = key_of(raw).filter(|_| raw.kind != KeyEventKind::Release)?;
        let more = || event::poll(Duration::ZERO).unwrap_or(false);
        if !self.answers.passes(key, now, more) {
            return None;
        }
        Some(Event::Key(key, self.cadence.pressed(key, now, raw.kind == KeyEventKind::Repeat)))
    }
}

fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Paste(text) => Some(Event::Action(Action::Paste(shortened(text)))),
        // Where there are signals they tell it, from before the first frame on.
        Raw::Resize(..) => (!cfg!(unix)).then_some(Event::Resized),
        Raw::FocusGained => Some(Event::Action(Action::Focus)),
        Raw::Key(_) | Raw::FocusLost | Raw::Mouse(_) => None,
    }
}

fn shortened(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(LONGEST_PASTE));
    text
}

#[expect(clippy::wildcard_enum_match_arm, reason = "lock and media keys mean nothing here")]
fn key_of(raw: KeyEvent) -> Option<Key> {
    let code = match raw.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let held = |modifier| raw.modifiers.contains(modifier);
    let ctrl = held(KeyModifiers::CONTROL);
    // A character shows shift itself, and so does the back tab.
    let shift = held(KeyModifiers::SHIFT) && !matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key { code, ctrl, alt: held(KeyModifiers::ALT), shift })
}
