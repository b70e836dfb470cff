//! What wakes the shell.

use super::opened::{OpenError, Ready};
use crate::app::key::Key;
use crate::app::{Action, Outcome};
use crate::store::Report;

/// How a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// By a hand.
    Once,
    /// It is held down, and the keyboard repeats it.
    Held,
    /// It is held down, which the first repeat did not show: that counted as pressed by a hand.
    Twice,
}

/// Something that happened outside the model.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are told on Unix only"))]
pub(super) enum Event {
    /// A key was pressed; what it means depends on where the model is when it is handled.
    Key(Key, Pressed),
    /// The terminal says something that is an action whatever the scope.
    Action(Action),
    /// The session's keeper reports.
    Report(Report),
    /// What came of looking through the folder of sessions, for the so manieth time.
    Listed(u64, Box<Outcome>),
    /// The opening of this number is so far.
    Told(u64, Box<Outcome>),
    /// The opening of this number has come to its end.
    Ready(u64, Result<Box<Ready>, OpenError>),
    /// A signal asks the program to end.
    Stop(i32),
    /// The terminal has another size.
    Resized,
    /// The program goes on after it was suspended.
    Continue,
    /// The terminal is gone.
    HangUp,
    /// The terminal can't be read any more, for this reason.
    Broken(String),
}
