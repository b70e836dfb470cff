//! What a reviewer has settled: who they are, how it looks, what a mark does next.

use std::sync::Arc;

use crate::propose::{self, Weights};

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colours {
    /// None, or none wanted: everything is told by glyphs, underlines and reversal.
    None,
    /// The sixteen that every terminal has.
    Sixteen,
    /// 256 or more.
    Many,
}

/// What the terminal's background is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Dark, or unknown.
    Dark,
    /// Light.
    Light,
}

/// Settings of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Whoever marks.
    pub reviewer: Arc<str>,
    /// After a mark the next unchecked claim is selected.
    pub advance: bool,
    /// Claims that score at least this are proposed, 0 to 1.
    pub threshold: f64,
    /// What each reason to check a sentence counts.
    pub weights: Arc<Weights>,
    /// How many colours there are.
    pub colours: Colours,
    /// What the background is like.
    pub ground: Ground,
    /// Glyphs and rules of ASCII only.
    pub ascii: bool,
    /// Seconds that local time is ahead of UTC; stamps on the screen are local.
    pub ahead: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reviewer: "".into(),
            advance: true,
            threshold: propose::THRESHOLD,
            weights: Arc::default(),
            colours: Colours::Many,
            ground: Ground::Dark,
            ascii: false,
            ahead: 0,
        }
    }
}
