//! The look: one accent, three verdict colours that differ in lightness too, and glyphs that carry the meaning alone.

use ratatui::style::{Color, Modifier, Style};

use super::inks::Inks;
use crate::app::marks::DRAFT_GLYPHS;
use crate::app::settings::{Colours, Look};
use crate::lint::Certainty;
use crate::review::{Claim, Status};

/// Styles and glyphs for one terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    inks: &'static Inks,
    colours: Colours,
    coloured_lines: bool,
    ascii: bool,
}

impl Styles {
    pub(super) const fn new(look: Look) -> Self {
        let Look { theme, colours, coloured_lines, ascii } = look;
        Self { inks: Inks::of(theme), colours, coloured_lines, ascii }
    }

    /// Running text: the terminal's own colours, unless the theme has a page of its own.
    pub(super) const fn plain(self) -> Style {
        match (self.inks.page, self.colours) {
            (Some(page), Colours::Many) => pair(page),
            (Some(_) | None, _) => Style::new(),
        }
    }

    /// Headlines and what matters on a line.
    #[expect(clippy::unused_self, reason = "asked of a theme like every other style")]
    pub(super) const fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Labels, hints, furniture: there when looked for.
    pub(super) const fn quiet(self) -> Style {
        self.faint(self.inks.quiet)
    }

    /// Rules between the parts.
    pub(super) const fn rule(self) -> Style {
        self.faint(self.inks.rule)
    }

    const fn faint(self, ink: u8) -> Style {
        match (self.colours, self.inks.page) {
            (Colours::Many, _) => Style::new().fg(Color::Indexed(ink)),
            // Nothing is faint where contrast is asked for.
            (Colours::None | Colours::Sixteen, Some(_)) => Style::new(),
            (Colours::None | Colours::Sixteen, None) => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// The one accent: where the reviewer is.
    pub(super) const fn accent(self) -> Style {
        let [.., basic] = self.inks.basic;
        let style = match self.colours {
            Colours::None => Style::new(),
            Colours::Sixteen => Style::new().fg(basic),
            Colours::Many => Style::new().fg(Color::Indexed(self.inks.accent)),
        };
        style.add_modifier(Modifier::BOLD)
    }

    /// What is wrong with what stands there, in running text: its ink and its weight, and no ground that would shout it down.
    pub(super) const fn warning(self) -> Style {
        self.status(Status::Disputed)
    }

    /// What has gone wrong: a banner.
    pub(super) const fn alarm(self) -> Style {
        match self.colours {
            Colours::None => Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD)),
            Colours::Sixteen => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            Colours::Many => pair(self.inks.alarm).add_modifier(Modifier::BOLD),
        }
    }

    /// The colour of a state, for its glyph and its count.
    pub(super) const fn status(self, status: Status) -> Style {
        let Some(colour) = self.colour(status) else {
            return match status {
                Status::Disputed => self.strong(),
                Status::Dismissed => self.quiet(),
                Status::Unchecked | Status::Verified | Status::Unknown | Status::Differs | Status::Other => {
                    Style::new()
                }
            };
        };
        let style = Style::new().fg(colour);
        if matches!(status, Status::Disputed) { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// How a claim is marked in the text: underlined in its state's colour; a dismissed one is not.
    pub(super) const fn claimed(self, status: Status) -> Style {
        let style = match status {
            Status::Dismissed => return Style::new(),
            Status::Disputed => Style::new().add_modifier(Modifier::UNDERLINED.union(Modifier::BOLD)),
            Status::Unchecked | Status::Verified | Status::Unknown | Status::Differs | Status::Other => {
                Style::new().add_modifier(Modifier::UNDERLINED)
            }
        };
        match (self.colours, self.colour(status)) {
            (Colours::Many, Some(colour)) if self.coloured_lines => style.underline_color(colour),
            (Colours::Many, None) if self.coloured_lines => style.underline_color(Color::Indexed(self.inks.mark)),
            (Colours::Many | Colours::Sixteen, Some(colour)) => style.fg(colour),
            (Colours::Many | Colours::Sixteen | Colours::None, _) => style,
        }
    }

    /// Laid over what is selected.
    pub(super) const fn selected(self) -> Style {
        match self.colours {
            // One block, whatever colours and faint words lie under it.
            Colours::None => Style::new().add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM),
            Colours::Sixteen => {
                // Found words in it are told by their weight: yellow turned over cannot be read.
                let ground = Style::new().fg(Color::Reset).bg(Color::Reset);
                ground.add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
            }
            Colours::Many => pair(self.inks.selected),
        }
    }

    /// `style` on a selected row: it keeps its ink where that can be read there.
    pub(super) fn on_selected(self, style: Style) -> Style {
        match self.colours {
            Colours::None => self.selected(),
            // Turned over, its ink is a ground on which it is read as well as on the terminal's own.
            Colours::Sixteen => self.selected().patch(style).remove_modifier(Modifier::DIM),
            Colours::Many => self.selected().patch(style),
        }
    }

    /// Laid over a sign of this ink on a selected row: one of a state keeps it, and what is faint stays fainter than the rest.
    pub(super) fn sign_on_selected(self, ink: Color) -> Style {
        let states = [Status::Verified, Status::Disputed, Status::Unknown];
        if states.iter().any(|status| self.colour(*status) == Some(ink)) {
            self.on_selected(Style::new().fg(ink))
        } else if self.rule().fg == Some(ink) {
            self.on_selected(self.quiet())
        } else {
            self.selected()
        }
    }

    /// Laid over words that a search found.
    pub(super) const fn found(self) -> Style {
        match self.colours {
            Colours::None => Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD)),
            Colours::Sixteen => Style::new().fg(Color::Black).bg(Color::Yellow).add_modifier(Modifier::BOLD),
            Colours::Many => pair(self.inks.found),
        }
    }

    /// Laid over found words of a selected row.
    pub(super) const fn found_on_selected(self) -> Style {
        match self.colours {
            Colours::None => self.selected().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Colours::Sixteen | Colours::Many => self.found(),
        }
    }

    /// A character that stands for one that must not reach the terminal.
    pub(super) const fn odd(self) -> Style {
        self.status(Status::Disputed).add_modifier(Modifier::REVERSED)
    }

    /// The sign of words that contradict something.
    pub(super) const fn sign(weight: Certainty) -> &'static str {
        match weight {
            Certainty::Error => "!",
            Certainty::Doubt => "~",
        }
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
            (Status::Differs, false) => "≠",
            (Status::Differs, true) => "/",
            (Status::Other, _) => "*",
            (Status::Dismissed, false) => "–",
            (Status::Dismissed, true) => "-",
        }
    }

    /// The glyph of a claim and its style: of an unchecked one that a draft changed or brought, that.
    pub(super) fn claim_glyph(self, claim: &Claim) -> (&'static str, Style) {
        let status = claim.status();
        let drawn = |at: usize| DRAFT_GLYPHS.get(at).map_or("", |(fine, plain, _)| self.drawn(fine, plain));
        if status == Status::Unchecked && claim.is_pending() {
            (drawn(0), self.warning())
        } else if claim.is_new() {
            (drawn(1), self.status(status))
        } else {
            (self.glyph(status), self.status(status))
        }
    }

    /// The bar before what is selected, and its style: of ASCII there is a blank turned over, which is no sign beside a sign.
    pub(super) const fn bar(self, active: bool) -> (&'static str, Style) {
        match (self.ascii, active) {
            (false, true) => ("▌", self.accent()),
            (false, false) => ("▏", self.accent()),
            (true, true) => (" ", self.accent().add_modifier(Modifier::REVERSED)),
            (true, false) => (" ", self.quiet().add_modifier(Modifier::REVERSED)),
        }
    }

    /// True where colours tell states apart.
    pub(super) const fn has_colours(self) -> bool {
        !matches!(self.colours, Colours::None)
    }

    /// True for a terminal that has nothing but ASCII.
    pub(super) const fn is_ascii(self) -> bool {
        self.ascii
    }

    /// A drawing character, or its ASCII stand-in.
    pub(super) const fn drawn(self, fine: &'static str, plain: &'static str) -> &'static str {
        if self.ascii { plain } else { fine }
    }

    const fn colour(self, status: Status) -> Option<Color> {
        match (self.inks.verdict(status), self.colours) {
            (None, _) | (_, Colours::None) => None,
            (Some((_, basic)), Colours::Sixteen) => Some(basic),
            (Some((ink, _)), Colours::Many) => Some(Color::Indexed(ink)),
        }
    }
}

/// An ink on a ground.
const fn pair((ink, ground): (u8, u8)) -> Style {
    Style::new().fg(Color::Indexed(ink)).bg(Color::Indexed(ground))
}
