//! What the settings file says, as values.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::keymap::Keymap;
use crate::app::settings::Theme;
use crate::review::Policy;

/// What the settings file says; what it does not say is none.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Config {
    /// The look.
    pub(in super::super) theme: Option<Theme>,
    /// The score from which sentences are proposed, 0 to 1.
    pub(in super::super) threshold: Option<f64>,
    /// Whether a mark selects the next unchecked claim.
    pub(in super::super) advance: Option<bool>,
    /// Who marks.
    pub(in super::super) reviewer: Option<String>,
    /// Whether to draw with ASCII characters only.
    pub(in super::super) ascii: Option<bool>,
    /// Whether earlier claims like the selected one are looked for.
    pub(in super::super) memory: Option<bool>,
    /// Whether the mouse belongs to the program.
    pub(in super::super) mouse: Option<bool>,
    /// What is asked of a claim before it is settled.
    pub(in super::super) policy: Option<Arc<Policy>>,
    /// The file, and whether it is there.
    pub(in super::super) path: Option<(PathBuf, bool)>,
    /// The keys, where the file binds any anew.
    pub(super) rebound: Option<Arc<Keymap>>,
}

impl Config {
    /// The keys in force. Most commands need none, so the usual ones are only made here.
    pub(in super::super) fn keymap(&self) -> Arc<Keymap> {
        self.rebound.clone().unwrap_or_default()
    }
}
