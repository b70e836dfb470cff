//! The colours of every theme, by their numbers among a terminal's 256, and the proof that they can be read.

use ratatui::style::Color;

use crate::app::settings::Theme;
use crate::review::Status;

/// A colour by its number; those from 16 on are the same on every terminal.
type ColourNumber = u8;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inks {
    /// Ink and ground of its own; the terminal's when there is none.
    pub(super) page: Option<(ColourNumber, ColourNumber)>,
    /// Labels, hints, furniture.
    pub(super) quiet: ColourNumber,
    /// Rules between the parts.
    pub(super) rule: ColourNumber,
    /// Where the reviewer is.
    pub(super) accent: ColourNumber,
    /// Under a claim that nobody has checked.
    pub(super) mark: ColourNumber,
    /// The verdicts: verified, disputed, unknown. They differ in lightness too.
    pub(super) verdicts: [ColourNumber; 3],
    /// Ink and ground of what is selected.
    pub(super) selected: (ColourNumber, ColourNumber),
    /// Ink and ground of what a search found.
    pub(super) found: (ColourNumber, ColourNumber),
    /// Ink and ground of what has gone wrong.
    pub(super) alarm: (ColourNumber, ColourNumber),
    /// The verdicts, and the accent, where a terminal has sixteen colours.
    pub(super) basic: [Color; 4],
}

const DARK: Inks = Inks {
    page: None,
    quiet: 246,
    rule: 240,
    accent: 81,
    mark: 244,
    verdicts: [114, 203, 222],
    selected: (255, 237),
    found: (16, 222),
    alarm: (231, 124),
    basic: [Color::Green, Color::Red, Color::Magenta, Color::Cyan],
};

const LIGHT: Inks = Inks { quiet: 241, rule: 250, accent: 25, verdicts: [28, 124, 94], selected: (232, 254), ..DARK };

const HIGH_CONTRAST: Inks = Inks {
    page: Some((231, 16)),
    quiet: 252,
    rule: 250,
    accent: 51,
    mark: 252,
    verdicts: [84, 209, 230],
    selected: (231, 18),
    found: (16, 226),
    alarm: (231, 88),
    basic: [Color::LightGreen, Color::LightRed, Color::LightYellow, Color::LightCyan],
};

const HIGH_CONTRAST_LIGHT: Inks = Inks {
    page: Some((16, 231)),
    quiet: 238,
    rule: 240,
    accent: 18,
    mark: 238,
    verdicts: [22, 88, 17],
    selected: (16, 222),
    found: (231, 18),
    alarm: (231, 88),
    basic: [Color::Green, Color::Red, Color::Magenta, Color::Blue],
};

const COLOUR_BLIND: Inks = Inks {
    accent: 255,
    verdicts: [117, 208, 229],
    alarm: (16, 208),
    basic: [Color::Cyan, Color::Yellow, Color::White, Color::White],
    ..DARK
};

const COLOUR_BLIND_LIGHT: Inks = Inks {
    accent: 232,
    verdicts: [24, 130, 53],
    alarm: (16, 208),
    basic: [Color::Blue, Color::Yellow, Color::Magenta, Color::Black],
    ..LIGHT
};

impl Inks {
    /// The colours of a theme.
    pub(super) const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Dark => &DARK,
            Theme::Light => &LIGHT,
            Theme::HighContrast => &HIGH_CONTRAST,
            Theme::HighContrastLight => &HIGH_CONTRAST_LIGHT,
            Theme::ColourBlind => &COLOUR_BLIND,
            Theme::ColourBlindLight => &COLOUR_BLIND_LIGHT,
        }
    }

    /// The colour of a state, and the one for a terminal with sixteen; none for what has no verdict.
    pub(super) const fn verdict(&self, status: Status) -> Option<(ColourNumber, Color)> {
        let [verified, disputed, unknown] = self.verdicts;
        let [green, red, yellow, cyan] = self.basic;
        match status {
            Status::Verified => Some((verified, green)),
            Status::Disputed => Some((disputed, red)),
            Status::Unknown => Some((unknown, yellow)),
            Status::Differs | Status::Other => Some((self.accent, cyan)),
            Status::Unchecked | Status::Dismissed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grounds that terminals come with, as dark or as light as those themes are made for.
    const DARK_GROUNDS: [[u8; 3]; 3] = [[0, 0, 0], [0x1e, 0x1e, 0x1e], [0x28, 0x2c, 0x34]];
    const LIGHT_GROUNDS: [[u8; 3]; 2] = [[0xff, 0xff, 0xff], [0xfa, 0xfa, 0xfa]];

    /// Red, green and blue of a colour from 16 on, as terminals have them.
    const fn rgb(ink: ColourNumber) -> [u8; 3] {
        const fn level(step: u8) -> u8 {
            if step == 0 { 0 } else { 55 + 40 * step }
        }
        match ink.checked_sub(16) {
            Some(step @ 0..=215) => [level(step / 36), level(step / 6 % 6), level(step % 6)],
            Some(grey) => [8 + 10 * (grey - 216); 3],
            None => [0; 3],
        }
    }

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(rgb: [u8; 3]) -> f64 {
        let [r, g, b] = rgb.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        (a / b).max(b / a)
    }

    fn grounds(theme: Theme) -> Vec<[u8; 3]> {
        match (Inks::of(theme).page, theme) {
            (Some((_, ground)), _) => vec![rgb(ground)],
            (None, Theme::Light | Theme::ColourBlindLight) => LIGHT_GROUNDS.to_vec(),
            (None, _) => DARK_GROUNDS.to_vec(),
        }
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for theme in Theme::ALL {
            let inks = Inks::of(theme);
            let high = matches!(theme, Theme::HighContrast | Theme::HighContrastLight);
            let least = if high { 7.0 } else { 4.5 };
            let ink = inks.page.map(|(ink, _)| ink);
            for ground in grounds(theme) {
                for ink in inks.verdicts.into_iter().chain([inks.quiet, inks.accent]).chain(ink) {
                    let found = contrast(rgb(ink), ground);
                    assert!(found >= least, "{} {ink} on {ground:?}: {found:.2}", theme.name());
                }
            }
            for (ink, ground) in [inks.selected, inks.found, inks.alarm] {
                let found = contrast(rgb(ink), rgb(ground));
                assert!(found >= least, "{} {ink} on {ground}: {found:.2}", theme.name());
            }
            // A glyph on the selected row is a sign, not text.
            for ink in inks.verdicts {
                let found = contrast(rgb(ink), rgb(inks.selected.1));
                assert!(found >= 3.0, "{} glyph {ink} on {}: {found:.2}", theme.name(), inks.selected.1);
            }
        }
    }

    #[test]
    fn verdicts_differ_in_lightness_too() {
        for theme in Theme::ALL {
            let [a, b, c] = Inks::of(theme).verdicts;
            for (one, other) in [(a, b), (b, c), (a, c)] {
                let found = contrast(rgb(one), rgb(other));
                assert!(found >= 1.2, "{} {one} and {other}: {found:.2}", theme.name());
            }
        }
    }
}
