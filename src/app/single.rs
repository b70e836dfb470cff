//! What is done with one claim only, also while several are chosen.

use super::action::Action;
use super::panel::note;
use crate::review::field::{CORRECTIONS, STATEMENT};

/// What `action` is about, where that is one claim's own: its words, its span, what is written about it alone.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other actions do the same to every claim")]
pub fn told(action: &Action) -> Option<&'static str> {
    match action {
        Action::Panel(scope) if *scope == note::SCOPE => Some("a note is"),
        Action::Form(purpose) if *purpose.field == CORRECTIONS => Some("a correction is"),
        Action::Form(purpose) if *purpose.field == STATEMENT => Some("a statement in your own words is"),
        Action::Mend | Action::Split => Some("a span is"),
        Action::Join => Some("joining is"),
        Action::Delete => Some("deleting is"),
        _ => None,
    }
}
