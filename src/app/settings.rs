//! What a reviewer has settled: who they are, how it looks, what a mark does next.

use std::sync::Arc;

use crate::propose::{self, Weights};
use crate::review::Policy;

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

/// The colours of one run. All but the high contrast ones leave the terminal's own ground and ink as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// White on black.
    HighContrast,
    /// Black on white.
    HighContrastLight,
    /// Blue, orange and pale yellow on a dark ground: told apart whatever cones are missing.
    ColourBlind,
    /// The same for a light ground.
    ColourBlindLight,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::HighContrastLight,
        Self::ColourBlind,
        Self::ColourBlindLight,
    ];

    /// Its name on the command line and in the settings file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::HighContrastLight => "high-contrast-light",
            Self::ColourBlind => "colour-blind",
            Self::ColourBlindLight => "colour-blind-light",
        }
    }
}

/// How everything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// How many colours there are.
    pub colours: Colours,
    /// Lines under words may have a colour that the words don't have: a terminal that doesn't know it makes the words blink.
    pub coloured_lines: bool,
    /// Glyphs and rules of ASCII only.
    pub ascii: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::Dark, colours: Colours::Many, coloured_lines: true, ascii: false }
    }
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
    /// What is asked of a claim before it is settled.
    pub policy: Arc<Policy>,
    /// What each reason to check a sentence counts.
    pub weights: Arc<Weights>,
    /// How everything is drawn.
    pub look: Look,
    /// The mouse is the program's, not the terminal's.
    pub mouse: bool,
    /// Earlier claims like the selected one are looked for.
    pub memory: bool,
    /// The article's share of the width, in thousandths, once the divider was moved.
    pub share: Option<u16>,
    /// Seconds that local time is ahead of UTC; stamps on the screen are local.
    pub ahead: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reviewer: "".into(),
            advance: true,
            threshold: propose::THRESHOLD,
            policy: Arc::default(),
            weights: Arc::default(),
            look: Look::default(),
            mouse: true,
            memory: false,
            share: None,
            ahead: 0,
        }
    }
}
