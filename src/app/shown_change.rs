//! What is shown of a claim that a draft changed: the old words, the new ones, what was said of it, cut into the rows of a screen.

use super::layout::Size;
use super::settings::{Colours, Settings};
use super::told_change;
use super::wording::{Wording, wordings};
use crate::review::{Claim, Session};
use crate::text::wrap;

/// What is shown in place of the new words where there are none.
pub const NOWHERE: &str = "stands nowhere in this draft";

/// Columns of the labels, and on a narrow screen.
const LABELS: [usize; 2] = [8, 5];

/// Columns of a panel below which its labels are narrow.
const NARROW: u16 = 48;

/// Columns from which old and new words stand side by side.
const WIDE: u16 = 110;

/// What the panel shows of a change on a screen of some size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownChange {
    /// Columns of the frame.
    pub wide: u16,
    /// The words in the earlier draft.
    pub was: Wording,
    /// The words in this one; `None` when they stand nowhere in it.
    pub now: Option<Wording>,
    /// What was said of the claim, a line each.
    pub said: Vec<String>,
    /// True when old and new words stand side by side.
    pub beside: bool,
    /// Columns of either wording.
    pub columns: usize,
    /// Rows that fit.
    pub fit: usize,
}

impl ShownChange {
    /// What is shown of `claim`, which the key `confirm` lets stand; `None` where no draft changed it.
    pub fn of(claim: &Claim, session: &Session, (confirm, settings): (&str, &Settings), size: Size) -> Option<Self> {
        let fate = claim.fate()?;
        let now = if claim.is_apart() { "" } else { session.exact(claim) };
        let wide = size.panel(120);
        let beside = wide >= WIDE && !claim.is_apart();
        let said = told_change::told(session, claim, confirm);
        let bracketed = settings.look.ascii || settings.look.colours == Colours::None;
        let shown = |whole: bool| {
            let [was, is] = wordings(&fate.was, now, bracketed, whole);
            let now = (!claim.is_apart()).then_some(is);
            // Above and below the frame, and its two edges.
            let fit = usize::from(size.height.saturating_sub(4)).max(1);
            let half = usize::from(wide.saturating_sub(7)) / 2;
            let mut shown = Self { wide, was, now, said: said.clone(), beside, columns: half, fit };
            if !beside {
                shown.columns = shown.room();
            }
            shown
        };
        Some(shown(true)).filter(|all| all.rows() <= all.fit).or_else(|| Some(shown(false)))
    }

    /// Rows of all that it says.
    pub fn rows(&self) -> usize {
        self.words().len()
    }

    /// The words of its rows.
    pub fn words(&self) -> Vec<String> {
        let rows = |text: &str, columns: usize| {
            wrap::rows(text, columns).into_iter().map(|row| row.of(text).to_owned()).collect::<Vec<_>>()
        };
        let now = self.now.as_ref().map_or((NOWHERE, self.room()), |now| (now.0.as_str(), self.columns));
        let (was, now) = (rows(&self.was.0, self.columns), rows(now.0, now.1));
        let said = self.said.iter().flat_map(|said| rows(said, self.room()));
        let pair = |at| format!("{}{}", was.get(at).map_or("", String::as_str), now.get(at).map_or("", String::as_str));
        let blank = || std::iter::once(String::new());
        if self.beside {
            blank().chain((0..was.len().max(now.len())).map(pair)).chain(blank()).chain(said).collect()
        } else {
            was.iter().cloned().chain(blank()).chain(now.iter().cloned()).chain(blank()).chain(said).collect()
        }
    }

    /// Rows of the old words and the new ones.
    pub fn word_rows(&self) -> usize {
        let rows = |text: &str, columns: usize| wrap::rows(text, columns).len();
        let new = self.now.as_ref().map_or((NOWHERE, self.room()), |now| (now.0.as_str(), self.columns));
        let (was, now) = (rows(&self.was.0, self.columns), rows(new.0, new.1));
        if self.beside { 1 + was.max(now) } else { was + 1 + now }
    }

    /// Columns of the labels.
    pub const fn label(&self) -> usize {
        let [usual, narrow] = LABELS;
        if self.wide < NARROW { narrow } else { usual }
    }

    /// Columns beside the labels.
    pub fn room(&self) -> usize {
        usize::from(self.wide.saturating_sub(4)).saturating_sub(self.label()).max(8)
    }
}
