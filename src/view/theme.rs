//! The look: one accent, three verdict colours that differ in lightness too, and glyphs that carry the meaning alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::settings::{Colours, Ground, Settings};
use crate::review::Status;

/// Styles and glyphs for one terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    colours: Colours,
    ground: Ground,
    ascii: bool,
}

impl Theme {
    pub(super) const fn new(settings: &Settings) -> Self {
        Self { colours: settings.colours, ground: settings.ground, ascii: settings.ascii }
    }

    /// Running text: the terminal's own colours.
    #[expect(clippy::unused_self, reason = "asked of a theme like every other style")]
    pub(super) const fn plain(self) -> Style {
        Style::new()
    }

    /// Headlines and what matters on a line.
    #[expect(clippy::unused_self, reason = "asked of a theme like every other style")]
    pub(super) const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Labels, hints, furniture: there when looked for.
    pub(super) fn quiet(self) -> Style {
        match self.colours {
            Colours::None | Colours::Sixteen => Style::new().add_modifier(Modifier::DIM),
            Colours::Many => self.pick(Color::Indexed(245), Color::Indexed(243)),
        }
    }

    /// Rules between the parts.
    pub(super) fn rule(self) -> Style {
        match self.colours {
            Colours::None | Colours::Sixteen => Style::new().add_modifier(Modifier::DIM),
            Colours::Many => self.pick(Color::Indexed(240), Color::Indexed(250)),
        }
    }

    /// The one accent: where the reviewer is.
    pub(super) fn accent(self) -> Style {
        let style = match self.colours {
            Colours::None => Style::new(),
            Colours::Sixteen => Style::new().fg(Color::Cyan),
            Colours::Many => self.pick(Color::Indexed(81), Color::Indexed(25)),
        };
        style.add_modifier(Modifier::BOLD)
    }

    /// What has gone wrong: a banner.
    pub(super) fn alarm(self) -> Style {
        match self.colours {
            Colours::None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Colours::Sixteen => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            Colours::Many => Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(124)).add_modifier(Modifier::BOLD),
        }
    }

    /// The colour of a state, for its glyph and its count.
    pub(super) fn status(self, status: Status) -> Style {
        let Some(colour) = self.colour(status) else {
            return match status {
                Status::Disputed => self.strong(),
                Status::Dismissed => self.quiet(),
                Status::Unchecked | Status::Verified | Status::Unknown | Status::Other => self.plain(),
            };
        };
        let style = Style::new().fg(colour);
        if status == Status::Disputed { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// How a claim is marked in the text: underlined in its state's colour; a dismissed one is not.
    pub(super) fn claimed(self, status: Status) -> Style {
        let style = match status {
            Status::Dismissed => return self.plain(),
            Status::Disputed => Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            Status::Unchecked | Status::Verified | Status::Unknown | Status::Other => {
                Style::new().add_modifier(Modifier::UNDERLINED)
            }
        };
        match (self.colours, self.colour(status)) {
            (Colours::Many, Some(colour)) => style.underline_color(colour),
            (Colours::Many, None) => style.underline_color(Color::Indexed(244)),
            (Colours::Sixteen, Some(colour)) => style.fg(colour),
            (Colours::Sixteen | Colours::None, _) => style,
        }
    }

    /// Laid over what is selected.
    pub(super) fn selected(self) -> Style {
        match self.colours {
            Colours::None | Colours::Sixteen => Style::new().add_modifier(Modifier::REVERSED),
            Colours::Many => match self.ground {
                Ground::Dark => Style::new().fg(Color::Indexed(255)).bg(Color::Indexed(237)),
                Ground::Light => Style::new().fg(Color::Indexed(232)).bg(Color::Indexed(254)),
            },
        }
    }

    /// Laid over words that a search found.
    pub(super) fn found(self) -> Style {
        match self.colours {
            Colours::None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Colours::Sixteen => Style::new().fg(Color::Black).bg(Color::Yellow),
            Colours::Many => Style::new().fg(Color::Indexed(16)).bg(Color::Indexed(222)),
        }
    }

    /// A character that stands for one that must not reach the terminal.
    pub(super) fn odd(self) -> Style {
        self.status(Status::Disputed).add_modifier(Modifier::REVERSED)
    }

    /// The glyph of a state.
    pub(super) const fn glyph(self, status: Status) -> &'static str {
        match (status, self.ascii) {
            (Status::Verified, false) => "✓",
            (Status::Verified, true) => "+",
            (Status::Disputed, false) => "✗",
            (Status::Disputed, true) => "x",
            (Status::Unknown, _) => "?",
            (Status::Unchecked, false) => "○",
            (Status::Unchecked, true) => "o",
            (Status::Other, _) => "*",
            (Status::Dismissed, false) => "–",
            (Status::Dismissed, true) => "-",
        }
    }

    /// A drawing character, or its ASCII stand-in.
    pub(super) const fn drawn(self, fine: &'static str, plain: &'static str) -> &'static str {
        if self.ascii { plain } else { fine }
    }

    const fn colour(self, status: Status) -> Option<Color> {
        let (dark, light, basic) = match status {
            Status::Verified => (114, 28, Color::Green),
            Status::Disputed => (203, 124, Color::Red),
            Status::Unknown => (222, 130, Color::Magenta),
            Status::Other => (81, 25, Color::Cyan),
            Status::Unchecked | Status::Dismissed => return None,
        };
        match (self.colours, self.ground) {
            (Colours::None, _) => None,
            (Colours::Sixteen, _) => Some(basic),
            (Colours::Many, Ground::Dark) => Some(Color::Indexed(dark)),
            (Colours::Many, Ground::Light) => Some(Color::Indexed(light)),
        }
    }

    const fn pick(self, dark: Color, light: Color) -> Style {
        match self.ground {
            Ground::Dark => Style::new().fg(dark),
            Ground::Light => Style::new().fg(light),
        }
    }
}
