//! The mouse: asked for, given back, and its raw events made into deeds in cells.

use std::fmt;
use std::time::{Duration, Instant};

use crossterm::Command;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::clock;
use crate::app::pointer::{Deed, Pointer};

/// How long after a press a second one in the same cell makes a double click of it.
const SHORTLY: Duration = Duration::from_millis(400);

/// Asks for presses, drags and the wheel, in cells beyond column 223 too. Plain movement is not asked for: it would wake the
/// program for nothing.
pub(super) struct TakeMouse;

/// Gives the mouse back.
pub(super) struct GiveMouse;

impl Command for TakeMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\u{1b}[?1002h\u{1b}[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

impl Command for GiveMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\u{1b}[?1006l\u{1b}[?1002l")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::DisableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// What the mouse did last, to know a double click from two.
#[derive(Debug, Default)]
pub(super) struct Mouse {
    pressed: Option<(Instant, u16, u16)>,
}

impl Mouse {
    /// What a raw event is; none for other buttons and for movement without one.
    pub(super) fn translate(&mut self, raw: MouseEvent) -> Option<Pointer> {
        let MouseEvent { column: x, row: y, .. } = raw;
        let deed = match raw.kind {
            MouseEventKind::Down(MouseButton::Left) => self.press(x, y, clock::instant()),
            MouseEventKind::Drag(MouseButton::Left) => {
                self.pressed = None;
                Deed::Drag
            }
            MouseEventKind::Up(MouseButton::Left) => Deed::Release,
            MouseEventKind::ScrollUp => Deed::WheelUp,
            MouseEventKind::ScrollDown => Deed::WheelDown,
            MouseEventKind::Down(_)
            | MouseEventKind::Drag(_)
            | MouseEventKind::Up(_)
            | MouseEventKind::Moved
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight => return None,
        };
        Some(Pointer { deed, x, y })
    }

    fn press(&mut self, x: u16, y: u16, now: Instant) -> Deed {
        let again = self
            .pressed
            .is_some_and(|(at, column, row)| (column, row) == (x, y) && now.saturating_duration_since(at) <= SHORTLY);
        self.pressed = (!again).then_some((now, x, y));
        if again { Deed::Twice } else { Deed::Press }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_presses_in_one_cell_are_a_double_click_and_the_third_begins_anew() {
        let (mut mouse, start) = (Mouse::default(), clock::instant());
        let after = |ms| start + Duration::from_millis(ms);
        assert_eq!(mouse.press(4, 2, start), Deed::Press);
        assert_eq!(mouse.press(4, 2, after(200)), Deed::Twice);
        assert_eq!(mouse.press(4, 2, after(300)), Deed::Press);
        assert_eq!(mouse.press(5, 2, after(400)), Deed::Press);
        assert_eq!(mouse.press(5, 2, after(900)), Deed::Press);
    }
}
