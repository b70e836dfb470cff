//! A cue of a transcript: words with their time and speaker.

/// Words with their time and speaker.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cue {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) lines: Vec<String>,
    pub(super) speaker: Option<String>,
}
