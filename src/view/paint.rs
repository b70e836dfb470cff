//! How cells are painted, and the numbers by which a grid knows the paints.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use foldhash::fast::RandomState;
use ratatui::style::{Color, Modifier, Style};

/// How a cell is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// The character's colour.
    pub text: Color,
    /// The colour behind it.
    pub ground: Color,
    /// The colour of a line under it.
    pub line: Color,
    /// Bold, underlined and so on.
    pub modifiers: Modifier,
}

impl Paint {
    /// This paint with `style` over it.
    #[must_use]
    pub fn under(self, style: Style) -> Self {
        Self {
            text: style.fg.unwrap_or(self.text),
            ground: style.bg.unwrap_or(self.ground),
            line: style.underline_color.unwrap_or(self.line),
            modifiers: (self.modifiers | style.add_modifier) - style.sub_modifier,
        }
    }
}

impl Hash for Paint {
    /// In one piece: every text that is written asks for the number of its paint.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let colours = [self.text, self.ground, self.line].map(packed);
        let all = colours.into_iter().fold(u128::from(self.modifiers.bits()), |all, colour| all << 32 | colour);
        state.write_u128(all);
    }
}

/// A colour as a number of 32 bits.
fn packed(colour: Color) -> u128 {
    match colour {
        Color::Rgb(red, green, blue) => u128::from(u32::from_be_bytes([2, red, green, blue])),
        Color::Indexed(ink) => u128::from(u32::from_be_bytes([1, 0, 0, ink])),
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
    }
}

/// Paints and their numbers.
#[derive(Debug, Default)]
pub(super) struct Paints {
    pub(super) all: Vec<Paint>,
    numbers: HashMap<Paint, u32, RandomState>,
    /// The one that was asked for last: neighbours are mostly painted alike.
    last: Option<(Paint, u32)>,
}

impl Paints {
    /// The number of a paint.
    pub(super) fn number(&mut self, paint: Paint) -> u32 {
        if let Some((_, number)) = self.last.filter(|(last, _)| *last == paint) {
            return number;
        }
        let next = u32::try_from(self.all.len()).unwrap_or_default();
        let number = *self.numbers.entry(paint).or_insert_with(|| {
            self.all.push(paint);
            next
        });
        self.last = Some((paint, number));
        number
    }
}
