//! The terminal: taken in raw mode, drawn by difference, and given back as it was.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};

use super::frame::Frame;
use super::mouse::{GiveMouse, TakeMouse};
use crate::app::Model;
use crate::app::layout::Size;

/// The terminal while the program has it.
pub(super) struct Screen {
    frame: Frame,
    /// The mouse is taken too.
    mouse: bool,
}

impl Screen {
    /// Takes the terminal, with the mouse or without.
    ///
    /// # Errors
    /// When there is none, or it can't be put into raw mode.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        enter(mouse)?;
        Ok(Self { frame: Frame::default(), mouse })
    }

    /// The terminal's size.
    pub(super) fn size() -> Size {
        terminal::size().map_or(Size::new(80, 24), |(width, height)| Size::new(width, height))
    }

    /// Draws the model; only what differs from the last frame goes to the terminal, at once.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<()> {
        let bytes = self.frame.of(model)?;
        let mut terminal = io::stdout().lock();
        terminal.write_all(bytes)?;
        terminal.flush()
    }

    /// Has the next frame draw everything.
    pub(super) fn forget(&mut self) {
        self.frame.forget();
    }

    /// Has the next frame clear the terminal and draw everything.
    pub(super) fn start_over(&mut self) {
        self.frame.start_over();
    }

    /// Takes the terminal again after it was given back for a while; the next frame draws everything.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        enter(self.mouse)?;
        self.frame.start_over();
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Puts text on the terminal's clipboard (OSC 52), where the terminal lets it.
pub(super) fn copy(text: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
}

fn enter(mouse: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    let mut taken = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, Hide);
    if mouse {
        taken = taken.and_then(|()| execute!(io::stdout(), TakeMouse));
    }
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Gives the terminal back: modes in reverse order, while it is still raw, then the cooked mode. A dead terminal is no error.
pub(super) fn give_back() {
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        GiveMouse,
        DisableFocusChange,
        DisableBracketedPaste,
        ResetColor,
        LeaveAlternateScreen,
        Show
    );
    let _ = terminal::disable_raw_mode();
}
