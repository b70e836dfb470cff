//! The terminal: taken in raw mode, drawn by difference, and given back as it was.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::changes::changes;
use super::mouse::{GiveMouse, TakeMouse};
use crate::app::Model;
use crate::app::layout::Size;
use crate::view;

/// Bytes of a frame that are gathered before the terminal gets them; a full frame of a large terminal fits.
const FRAME: usize = 1 << 16;

/// The terminal while the program has it.
///
/// Frames are drawn by difference into two buffers of our own: ratatui's terminal asks for the cursor's place when it
/// clears, and waits two seconds where nobody answers.
pub(super) struct Screen {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    next: Buffer,
    cursor: Option<(u16, u16)>,
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
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout()));
        Ok(Self { backend, shown: Buffer::default(), next: Buffer::default(), cursor: None, mouse })
    }

    /// The terminal's size.
    pub(super) fn size() -> Size {
        terminal::size().map_or(Size::new(80, 24), |(width, height)| Size::new(width, height))
    }

    /// Draws the model; only what differs from the last frame goes to the terminal, at once.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<()> {
        let area = Rect::new(0, 0, model.size.width, model.size.height);
        queue!(self.backend, BeginSynchronizedUpdate)?;
        if self.shown.area != area {
            queue!(self.backend, ResetColor, Clear(ClearType::All))?;
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
        }
        self.next.reset();
        let cursor = view::draw(model, &mut self.next);
        self.backend.draw(changes(&self.shown, &self.next).into_iter())?;
        match (cursor, self.cursor) {
            (Some((x, y)), None) => queue!(self.backend, MoveTo(x, y), Show)?,
            (Some((x, y)), Some(_)) => queue!(self.backend, MoveTo(x, y))?,
            (None, Some(_)) => queue!(self.backend, Hide)?,
            (None, None) => {}
        }
        queue!(self.backend, EndSynchronizedUpdate)?;
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        Write::flush(&mut self.backend)
    }

    /// Forgets what stands on the screen, so that the next frame draws everything: a terminal that was resized, and be it there
    /// and back, keeps what it likes.
    pub(super) fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Takes the terminal again after it was given back for a while; the next frame draws everything.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        enter(self.mouse)?;
        self.shown = Buffer::default();
        self.cursor = None;
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
