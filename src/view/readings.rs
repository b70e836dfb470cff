//! Readers' verdicts side by side.

use ratatui::text::Span;

use super::theme::Styles;
use crate::review::{Claim, Status};

/// Readers whose glyphs are shown at most.
const SHOWN: usize = 5;

/// The glyphs of a claim that was read more than once, the earliest reader's first; nothing for any other.
pub(super) fn glyphs(theme: Styles, claim: &Claim) -> Vec<Span<'static>> {
    let readings = &claim.record.readings;
    if readings.len() < 2 {
        return Vec::new();
    }
    let status = |at: usize| readings.get(at).map(|reading| Status::from(&reading.verdict));
    let all = (0..readings.len().min(SHOWN)).filter_map(status);
    all.map(|status| Span::styled(theme.glyph(status), theme.status(status))).collect()
}
