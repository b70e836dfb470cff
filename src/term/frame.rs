//! Frames: what goes to the terminal so that it shows the model, and nothing beside it.

use std::io;

use super::changes::FrontBuffer;
use super::pen::Pen;
use crate::app::Model;
use crate::app::layout::Size;
use crate::view::{self, grid::Grid};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};

/// What the last frame showed, and the next one.
///
/// They are our own: ratatui's terminal asks for the cursor's place when it clears, and waits two seconds where nobody answers.
#[derive(Debug)]
pub struct Frame {
    shown: FrontBuffer,
    next: Grid,
    cursor: Option<(u16, u16)>,
    bytes: Vec<u8>,
}

impl Default for Frame {
    fn default() -> Self {
        Self { shown: FrontBuffer::default(), next: Grid::new(Size::new(0, 0)), cursor: None, bytes: Vec::new() }
    }
}

impl Frame {
    /// The bytes that bring the terminal from the last frame to the model's: only what differs, as one synchronized update.
    /// It is an empty one where nothing does: whoever sends keys from a program sees that each was taken.
    ///
    /// # Errors
    /// Never in practice: the bytes are written to memory.
    pub fn of(&mut self, model: &Model) -> io::Result<&[u8]> {
        self.bytes.clear();
        queue!(self.bytes, BeginSynchronizedUpdate)?;
        if self.shown.size() == Some(model.size) {
            self.next.clear();
        } else {
            queue!(self.bytes, ResetColor, Clear(ClearType::All))?;
            self.next = Grid::new(model.size);
            self.shown = FrontBuffer::blank(&self.next);
        }
        let cursor = view::draw(model, &mut self.next);
        let mut pen = Pen::new(&self.next, &mut self.bytes);
        self.shown.turn_into(&self.next, |x, y, cells| pen.write(x, y, cells));
        pen.lay_down();
        match (cursor, self.cursor) {
            (Some((x, y)), None) => queue!(self.bytes, MoveTo(x, y), Show)?,
            (Some((x, y)), Some(_)) => queue!(self.bytes, MoveTo(x, y))?,
            (None, Some(_)) => queue!(self.bytes, Hide)?,
            (None, None) => {}
        }
        self.cursor = cursor;
        queue!(self.bytes, EndSynchronizedUpdate)?;
        Ok(&self.bytes)
    }

    /// Forgets what stands on the screen, so that the next frame draws everything: a terminal that was resized, and be it there
    /// and back, keeps what it likes.
    pub(super) fn forget(&mut self) {
        self.shown = FrontBuffer::default();
    }

    /// Forgets the cursor too: the terminal was given back for a while, and taken again with none to see.
    pub(super) fn start_over(&mut self) {
        self.forget();
        self.cursor = None;
    }
}
