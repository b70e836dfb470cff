//! The text of a file of evidence at a place.

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Motion};
use crate::app::frame::{centred, inside};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::same_words;
use crate::evidence::Material;
use crate::text::{Span, wrap};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "reading-on",
    name: "A file of evidence",
    beyond: &[Scope::Reading],
    types: false,
    on_desk: false,
});

/// Bytes of the file that are shown before and behind the place.
const AROUND: usize = 12_000;
/// Rows above the place when it opens.
const ABOVE: usize = 4;
/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// A stretch of a file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceReader {
    /// The file and the place, told.
    pub title: String,
    /// The stretch.
    pub words: String,
    /// The passage in it, in bytes.
    pub passage: Span,
    /// The words in it that match, in bytes.
    pub marks: Vec<Span>,
    /// The first row in view.
    pub top: usize,
}

impl EvidenceReader {
    /// The text of `material` around `span`; `marks` are in bytes of the span.
    pub fn of(material: &Material, span: Span, marks: &[Span], size: Size) -> Self {
        let text = material.text.as_str();
        let mut from = span.start.saturating_sub(AROUND);
        let mut to = span.end.saturating_add(AROUND).min(text.len());
        // From the beginning of a line to the end of one.
        while from > 0 && text.get(from..).is_none_or(|_| text.as_bytes().get(from - 1) != Some(&b'\n')) {
            from -= 1;
        }
        while to < text.len() && (text.get(..to).is_none() || text.as_bytes().get(to) != Some(&b'\n')) {
            to += 1;
        }
        let cut = |more: bool| if more { "…\n" } else { "" };
        let lead = cut(from > 0);
        let words =
            format!("{lead}{}{}", text.get(from..to).unwrap_or_default(), if to < text.len() { "\n…" } else { "" });
        let moved = |at: usize| at + lead.len() - from.min(at);
        let passage = Span::new(moved(span.start), moved(span.end));
        let marks = marks.iter().map(|mark| Span::new(passage.start + mark.start, passage.start + mark.end)).collect();
        let place = material.locator(span.start).map(|at| format!(" · {at}")).unwrap_or_default();
        let mut made = Self { title: format!("{}{place}", material.name), words, passage, marks, top: 0 };
        made.top = made.row_of_passage(&made.rows(size)).saturating_sub(ABOVE);
        made
    }

    /// Where it stands on a screen of `size`.
    pub fn frame(size: Size) -> Rect {
        centred(size, 96, size.height.saturating_sub(2))
    }

    /// Its rows, in bytes of the stretch.
    pub fn rows(&self, size: Size) -> Vec<Span> {
        wrap::rows(&self.words, usize::from(inside(Self::frame(size)).width).max(1))
    }

    /// The row that the passage begins in.
    fn row_of_passage(&self, rows: &[Span]) -> usize {
        rows.iter().position(|row| row.end > self.passage.start).unwrap_or(0)
    }

    fn scroll(&mut self, motion: Motion, by: usize, size: Size) {
        let height = usize::from(inside(Self::frame(size)).height);
        let last = self.rows(size).len().saturating_sub(height);
        self.top = motion.over(self.top.min(last), by.max(1), last);
    }
}

impl<P> Answers<P> for EvidenceReader {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[row(SCOPE, "esc q o", Action::Cancel, "close", "Goes back to the passages.")];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Move(motion) => {
                let page = usize::from(around.size.height).saturating_sub(6);
                self.scroll(motion, page, around.size);
                Vec::new()
            }
            Action::Cancel => vec![Answer::Close],
            _ => Vec::new(),
        }
    }

    fn resized(&mut self, from: Size, around: &Around<'_>) {
        let height = |size| usize::from(inside(Self::frame(size)).height);
        let (before, rows) = (self.rows(from), self.rows(around.size));
        let seen = (self.top..self.top + height(from)).contains(&self.row_of_passage(&before));
        let words = |row: &Span| row.of(&self.words);
        self.top = same_words::row_of(self.top, before.iter().map(words), rows.iter().map(words));
        if seen {
            let (passage, height) = (self.row_of_passage(&rows), height(around.size));
            // As much of the passage as there was above it stays below it.
            let lowest = passage.saturating_sub(height.saturating_sub(1).min(ABOVE));
            self.top = if passage + ABOVE < self.top + height { self.top.min(passage) } else { lowest };
        }
    }

    fn wheel(&mut self, down: bool, around: &Around<'_>) -> Vec<Action> {
        for _ in 0..NOTCH {
            self.scroll(if down { Motion::Next } else { Motion::Previous }, 1, around.size);
        }
        Vec::new()
    }
}
