//! The pen: cells written as the bytes that a terminal obeys, with no move and no word of style that would change nothing to see.

use ratatui::style::{Color, Modifier};

use crate::view::grid::{Cell, Grid, Paint, Symbol};

/// What a blank cell shows of its modifiers; a bold blank looks like any other.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// Each modifier with the parameters that switch it on and off (ECMA-48, 8.3.117); some share the switch that puts them off.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What a cell's style shows: `None` for a colour that nobody sees there, as the ink of a blank or of a line not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellInk {
    text: Option<Color>,
    ground: Color,
    line: Option<Color>,
    modifiers: Modifier,
    /// The modifiers that show there at all; of the others any may be in force.
    shown: Modifier,
}

impl CellInk {
    /// The ink of a cell of `grid`.
    pub(super) fn of(grid: &Grid, cell: Cell) -> Self {
        let blank = cell.is_blank();
        let shown = if blank { ON_BLANKS } else { Modifier::all() };
        let Paint { text, ground, line, modifiers } = grid.paint(cell);
        let modifiers = modifiers & shown;
        Self {
            text: (!blank || !modifiers.is_empty()).then_some(text),
            ground,
            line: modifiers.contains(Modifier::UNDERLINED).then_some(line),
            modifiers,
            shown,
        }
    }

    /// True when both can be written without a word of style between them.
    pub(super) fn goes_with(self, other: Self) -> bool {
        let alike = |a: Option<Color>, b: Option<Color>| a.is_none() || b.is_none() || a == b;
        let differ = (self.modifiers ^ other.modifiers) & self.shown & other.shown;
        alike(self.text, other.text) && alike(self.line, other.line) && self.ground == other.ground && differ.is_empty()
    }
}

/// Writes cells of a grid into bytes; it knows where the terminal's cursor stands and which style is in force.
pub(super) struct Pen<'a> {
    grid: &'a Grid,
    bytes: &'a mut Vec<u8>,
    /// The column and row, from 0, at which the next character would stand, where that is sure.
    at: Option<(u16, u16)>,
    text: Color,
    ground: Color,
    line: Color,
    modifiers: Modifier,
    /// The cell whose style is in force: one that it suits needs no word of style.
    last: Option<Cell>,
    /// Parameters of the style that is being changed, gathered for one sequence.
    parameters: Vec<u8>,
}

impl<'a> Pen<'a> {
    /// A pen for a terminal whose style is reset and whose cursor may stand anywhere.
    pub(super) fn new(grid: &'a Grid, bytes: &'a mut Vec<u8>) -> Self {
        let Paint { text, ground, line, modifiers } = Paint::default();
        Self { grid, bytes, at: None, text, ground, line, modifiers, last: None, parameters: Vec::new() }
    }

    /// Writes neighbouring cells of a row, the first of them at a column and row, from 0.
    pub(super) fn write(&mut self, x: u16, y: u16, cells: &[Cell]) {
        for (x, cell) in (x..).zip(cells) {
            if self.at != Some((x, y)) {
                self.go(x, y);
            }
            // What suits a character suits a blank of the same paint, of which less is seen.
            let suits = |last: Cell| last.is_painted_as(*cell) && (cell.is_blank() || !last.is_blank());
            if !self.last.is_some_and(suits) {
                self.dip(CellInk::of(self.grid, *cell));
                self.last = Some(*cell);
            }
            // What follows a character of two columns is gone to; and what follows several that make one is too, for terminals are
            // not of one mind about how many columns those take.
            let column = match self.grid.symbol(*cell) {
                Symbol::One(c) => {
                    if c.is_ascii() {
                        self.bytes.push(c as u8);
                    } else {
                        self.bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    }
                    x.saturating_add(1)
                }
                Symbol::Cluster(cluster) => {
                    self.bytes.extend_from_slice(cluster.as_bytes());
                    u16::MAX
                }
            };
            self.at = Some((column, y));
        }
    }

    /// Resets the style, as [`Pen::new`] expects it, where anything was written.
    pub(super) fn lay_down(self) {
        if self.at.is_some() {
            self.bytes.extend_from_slice(b"\x1b[0m");
        }
    }

    fn go(&mut self, x: u16, y: u16) {
        let (column, row) = (x.saturating_add(1), y.saturating_add(1));
        match self.at {
            Some((_, same)) if same == y => sequence(self.bytes, &[column], b'G'),
            _ => sequence(self.bytes, &[row, column], b'H'),
        }
    }

    /// Brings the style to what the ink shows, in one sequence.
    fn dip(&mut self, ink: CellInk) {
        self.parameters.clear();
        self.modify((self.modifiers - ink.shown) | ink.modifiers);
        if let Some(colour) = ink.text.filter(|colour| *colour != self.text) {
            self.colour(30, colour);
            self.text = colour;
        }
        if ink.ground != self.ground {
            self.colour(40, ink.ground);
            self.ground = ink.ground;
        }
        if let Some(colour) = ink.line.filter(|colour| *colour != self.line) {
            self.underline(colour);
            self.line = colour;
        }
        if !self.parameters.is_empty() {
            sequence(self.bytes, &self.parameters, b'm');
        }
    }

    /// The colour of the line under the text, which terminals have from kitty and not from ECMA-48; with semicolons, for those
    /// that split at nothing else.
    fn underline(&mut self, colour: Color) {
        match (colour, number(colour)) {
            (Color::Rgb(red, green, blue), _) => self.parameters.extend([58, 2, red, green, blue]),
            (_, Some(number)) => self.parameters.extend([58, 5, number]),
            (_, None) => self.parameters.push(59),
        }
    }

    fn modify(&mut self, wanted: Modifier) {
        let mut standing = self.modifiers;
        if wanted == standing {
            return;
        }
        for (modifier, _, off) in MODIFIERS {
            if standing.contains(modifier) && !wanted.contains(modifier) {
                self.parameters.push(off);
                // What shares the switch is off as well.
                for (other, _, _) in MODIFIERS.into_iter().filter(|(_, _, same)| *same == off) {
                    standing.remove(other);
                }
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if wanted.contains(modifier) && !standing.contains(modifier) {
                self.parameters.push(on);
            }
        }
        self.modifiers = wanted;
    }

    /// A colour as parameters: `base` is 30 for text, 40 for the ground.
    fn colour(&mut self, base: u8, colour: Color) {
        match (colour, number(colour)) {
            (Color::Rgb(red, green, blue), _) => self.parameters.extend([base + 8, 2, red, green, blue]),
            (Color::Indexed(number), _) => self.parameters.extend([base + 8, 5, number]),
            (_, Some(number @ 0..8)) => self.parameters.push(base + number),
            (_, Some(number)) => self.parameters.push(base + 52 + number),
            (_, None) => self.parameters.push(base + 9),
        }
    }
}

/// Writes a control sequence (ECMA-48, 5.4) with its parameters.
fn sequence<N: Copy + Into<u16>>(bytes: &mut Vec<u8>, parameters: &[N], end: u8) {
    bytes.extend_from_slice(b"\x1b[");
    for (at, parameter) in parameters.iter().enumerate() {
        if at > 0 {
            bytes.push(b';');
        }
        decimal(bytes, (*parameter).into());
    }
    bytes.push(end);
}

fn decimal(bytes: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        decimal(bytes, number / 10);
    }
    bytes.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
}

/// A colour's number in the terminal's table of 256; `None` for the terminal's own colour, and for one mixed of three.
fn number(colour: Color) -> Option<u8> {
    match colour {
        Color::Reset | Color::Rgb(..) => None,
        Color::Black => Some(0),
        Color::Red => Some(1),
        Color::Green => Some(2),
        Color::Yellow => Some(3),
        Color::Blue => Some(4),
        Color::Magenta => Some(5),
        Color::Cyan => Some(6),
        Color::Gray => Some(7),
        Color::DarkGray => Some(8),
        Color::LightRed => Some(9),
        Color::LightGreen => Some(10),
        Color::LightYellow => Some(11),
        Color::LightBlue => Some(12),
        Color::LightMagenta => Some(13),
        Color::LightCyan => Some(14),
        Color::White => Some(15),
        Color::Indexed(number) => Some(number),
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::*;
    use crate::app::layout::Size;
    use proptest::prelude::*;
    use ratatui::style::Style;

    /// A text in a style at a column and row.
    type StyledPiece = (u16, u16, &'static str, Style);

    const SIZE: Size = Size { width: 20, height: 6 };

    fn written(pieces: &[StyledPiece]) -> String {
        let mut grid = Grid::new(SIZE);
        for (x, y, text, style) in pieces {
            grid.plain(*x, *y, text, Paint::default().under(*style));
        }
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&grid, &mut bytes);
        for (x, y, text, _) in pieces {
            for (x, _) in (*x..).zip(text.chars()) {
                pen.write(x, *y, &[grid.cell(x, *y).unwrap()]);
            }
        }
        pen.lay_down();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_run_of_one_style_is_moved_to_once_and_dressed_once() {
        let red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let pieces = [(2, 4, "ab", red), (9, 4, "c", red), (0, 5, "d", red)];
        assert_eq!(written(&pieces), "\x1b[5;3H\x1b[1;31mab\x1b[10Gc\x1b[6;1Hd\x1b[0m");
    }

    #[test]
    fn what_follows_several_characters_that_make_one_is_gone_to() {
        let mut grid = Grid::new(SIZE);
        grid.write(0, 0, 6, "ae\u{301}o東b", Paint::default());
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&grid, &mut bytes);
        for x in [0, 1, 2, 3, 5] {
            pen.write(x, 0, &[grid.cell(x, 0).unwrap()]);
        }
        assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[1;1Hae\u{301}\x1b[3Go東\x1b[6Gb");
    }

    #[test]
    fn bold_stays_on_over_the_blanks_between_bold_words() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let pieces = [(0, 0, "a ", bold), (2, 0, " ", Style::new()), (3, 0, "b", bold)];
        assert_eq!(written(&pieces), "\x1b[1;1H\x1b[1ma  b\x1b[0m");
    }

    #[test]
    fn blanks_change_no_ink_and_a_line_keeps_its_colour_over_a_gap() {
        let lined = Style::new().add_modifier(Modifier::UNDERLINED).underline_color(Color::Indexed(244));
        let pieces = [
            (0, 0, "a", lined),
            (1, 0, " ", Style::new().fg(Color::Red)),
            (2, 0, "b", lined),
            (3, 0, "c", Style::new().bg(Color::Rgb(1, 2, 3))),
        ];
        assert_eq!(written(&pieces), "\x1b[1;1H\x1b[4;58;5;244ma\x1b[24m \x1b[4mb\x1b[24;48;2;1;2;3mc\x1b[0m");
    }

    fn colours() -> impl Strategy<Value = Color> {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::Red),
            Just(Color::LightBlue),
            Just(Color::White),
            any::<u8>().prop_map(Color::Indexed),
            any::<(u8, u8, u8)>().prop_map(|(red, green, blue)| Color::Rgb(red, green, blue)),
        ]
    }

    proptest! {
        #[test]
        fn a_terminal_shows_every_cell_as_it_was_meant(
            cells in prop::collection::vec((0u16..20, 0u16..3, "[a-c ]", colours(), colours(), 0u16..512), 1..40),
        ) {
            let mut grid = Grid::new(SIZE);
            for (x, y, symbol, text, ground, bits) in &cells {
                // The emulator knows bold and dim only one at a time.
                let mut modifiers = Modifier::from_bits_truncate(*bits);
                if modifiers.contains(Modifier::BOLD) {
                    modifiers.remove(Modifier::DIM);
                }
                grid.plain(*x, *y, symbol, Paint { text: *text, ground: *ground, line: Color::Reset, modifiers });
            }
            let mut bytes = Vec::new();
            let mut pen = Pen::new(&grid, &mut bytes);
            for (x, y, ..) in &cells {
                pen.write(*x, *y, &[grid.cell(*x, *y).unwrap()]);
            }
            pen.lay_down();
            let mut terminal = vt100::Parser::new(NonZero::new(6).unwrap(), NonZero::new(20).unwrap(), 0);
            terminal.process(&bytes);
            for (x, y, ..) in &cells {
                let (seen, cell) = (terminal.screen().cell(*y, *x).unwrap(), grid.cell(*x, *y).unwrap());
                let ink = CellInk::of(&grid, cell);
                let colour = |colour| match (colour, number(colour)) {
                    (Color::Rgb(red, green, blue), _) => vt100::Color::Rgb(red, green, blue),
                    (_, Some(number)) => vt100::Color::Idx(number),
                    (_, None) => vt100::Color::Default,
                };
                prop_assert_eq!(seen.contents(), grid.symbol(cell).to_string());
                prop_assert_eq!(seen.bgcolor(), colour(ink.ground));
                prop_assert!(ink.text.is_none_or(|text| colour(text) == seen.fgcolor()));
                let meant = [Modifier::UNDERLINED, Modifier::REVERSED, Modifier::BOLD, Modifier::DIM, Modifier::ITALIC]
                    .map(|modifier| ink.modifiers.contains(modifier));
                let has = [seen.underline(), seen.inverse(), seen.bold(), seen.dim(), seen.italic()];
                // Of a blank only the first two show.
                let some = if cell.is_blank() { 2 } else { 5 };
                prop_assert_eq!(&has[..some], &meant[..some]);
            }
        }
    }
}
