//! Keys and the mouse as they follow one another: which keys a hand pressed, and how.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};

use super::answers::AnswerFilter;
use super::cadence::Cadence;
use super::event::Event;
use super::mouse::Mouse;
use crate::app::Action;
use crate::app::key::{Code, Key};

/// Keys and the mouse as they follow one another.
#[derive(Debug, Default)]
pub(super) struct Stream {
    answers: AnswerFilter,
    cadence: Cadence,
    mouse: Mouse,
}

impl Stream {
    /// The key that came at `now`, when a hand pressed it; `more` tells that others are there already.
    pub(super) fn key(&mut self, raw: KeyEvent, now: Duration, more: impl Fn() -> bool) -> Option<Event> {
        let key = key_of(raw).filter(|_| raw.kind != KeyEventKind::Release)?;
        if !self.answers.passes(key, now, more) {
            return None;
        }
        Some(Event::Key(key, self.cadence.pressed(key, now, raw.kind == KeyEventKind::Repeat)))
    }

    /// What the mouse did.
    pub(super) fn mouse(&mut self, raw: MouseEvent) -> Option<Event> {
        self.mouse.translate(raw).map(|pointer| Event::Action(Action::Point(pointer)))
    }
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
