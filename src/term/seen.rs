//! What a cell shows, in a form that costs next to nothing to keep and to compare.

use ratatui::buffer::Cell;
use ratatui::style::Color;
use xxhash_rust::xxh3::xxh3_64;

use super::pen::Ink;
use crate::app::gate;

/// Bytes of a character that are kept as they are.
const WHOLE: usize = 7;

/// A character with its ink, as numbers. What nobody sees of a cell, such as the ink of a blank, is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// The character's bytes; of a longer one a hash under a byte that no character has at that place.
    symbol: u64,
    text: u32,
    ground: u32,
    line: u32,
    modifiers: u16,
    /// Columns that it takes; 0 for a cell that the one before it covers.
    columns: u16,
}

impl Seen {
    /// What a cell shows of which the character before it takes the place.
    pub(super) const COVERED: Self = Self { symbol: 0, text: 0, ground: 0, line: 0, modifiers: 0, columns: 0 };

    /// What `cell` shows.
    pub(super) fn of(cell: &Cell) -> Self {
        let ink = Ink::of(cell);
        let symbol = cell.symbol();
        Self {
            symbol: number(symbol.as_bytes()),
            text: ink.text.map_or(0, colour),
            ground: colour(ink.ground),
            line: ink.line.map_or(0, colour),
            modifiers: ink.modifiers.bits(),
            columns: if is_narrow(symbol) { 1 } else { u16::try_from(gate::width(symbol)).unwrap_or(1).max(1) },
        }
    }

    /// How many columns it takes; 0 for a covered cell.
    pub(super) fn columns(self) -> usize {
        usize::from(self.columns)
    }
}

fn number(symbol: &[u8]) -> u64 {
    match symbol {
        [one] => u64::from(*one),
        some if some.len() <= WHOLE => some.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        many => xxh3_64(many) | 0xff << (8 * WHOLE),
    }
}

/// A colour as a number; 0 is none.
fn colour(colour: Color) -> u32 {
    match colour {
        Color::Reset => 1,
        Color::Black => 2,
        Color::Red => 3,
        Color::Green => 4,
        Color::Yellow => 5,
        Color::Blue => 6,
        Color::Magenta => 7,
        Color::Cyan => 8,
        Color::Gray => 9,
        Color::DarkGray => 10,
        Color::LightRed => 11,
        Color::LightGreen => 12,
        Color::LightYellow => 13,
        Color::LightBlue => 14,
        Color::LightMagenta => 15,
        Color::LightCyan => 16,
        Color::White => 17,
        Color::Indexed(number) => u32::from_be_bytes([1, 0, 0, number]),
        Color::Rgb(red, green, blue) => u32::from_be_bytes([2, red, green, blue]),
    }
}

/// True for a character that is surely one column wide: two bytes reach to the end of Hebrew and Arabic, where nothing is wide.
fn is_narrow(symbol: &str) -> bool {
    symbol.len() < 3
        || symbol
            .chars()
            .all(|c| matches!(c, '\u{2010}'..='\u{2027}' | '\u{2500}'..='\u{259f}' | '○' | '✓' | '✗' | '€'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};

    fn colours() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::White),
            any::<u8>().prop_map(Color::Indexed),
            any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
        ]
    }

    fn cells() -> impl Strategy<Value = Cell> {
        let symbols = prop_oneof!["[a-c ]", Just("é".to_owned()), Just("東".to_owned()), Just("👩‍👩‍👧".to_owned())];
        (symbols, colours(), colours(), 0u16..512).prop_map(|(symbol, fg, bg, bits)| {
            let mut cell = Cell::default();
            cell.set_symbol(&symbol).set_fg(fg).set_bg(bg).modifier = Modifier::from_bits_truncate(bits);
            cell
        })
    }

    #[test]
    fn a_bold_blank_looks_like_any_other_and_a_red_ground_does_not() {
        let blank = |style: Style| Seen::of(Cell::default().set_style(style));
        assert_eq!(blank(Style::new().fg(Color::Red).add_modifier(Modifier::BOLD)), Seen::of(&Cell::EMPTY));
        assert_ne!(blank(Style::new().bg(Color::Red)), Seen::of(&Cell::EMPTY));
        assert_ne!(blank(Style::new().add_modifier(Modifier::UNDERLINED)), Seen::of(&Cell::EMPTY));
    }

    #[test]
    fn a_character_takes_the_columns_that_it_takes() {
        let columns = |symbol: &'static str| Seen::of(&Cell::new(symbol)).columns();
        assert_eq!(["a", "é", "€", "東", "👩‍👩‍👧", "e\u{301}"].map(columns), [1, 1, 1, 2, 2, 1]);
    }

    proptest! {
        #[test]
        fn two_cells_are_seen_alike_when_all_that_shows_is_alike(one in cells(), other in cells()) {
            let shows = |cell: &Cell| (cell.symbol().to_owned(), Ink::of(cell));
            prop_assert_eq!(Seen::of(&one) == Seen::of(&other), shows(&one) == shows(&other));
            prop_assert_eq!(Seen::of(&one), Seen::of(&one.clone()));
        }
    }
}
