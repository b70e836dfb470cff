//! The sheet a panel is drawn on: a buffer of its own size that ratatui's widgets draw into, with a frame round it.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Widget as _};

use crate::app::Model;
use crate::app::frame::inside;
use crate::app::gist::gist;
use crate::review::{Claim, ClaimId};
use crate::view::theme::Styles;
use crate::view::words;

/// What a panel is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Easel<'a> {
    pub(super) model: &'a Model,
    pub(super) theme: Styles,
    /// Cells to draw on, from the panel before.
    pub(super) spare: &'a std::cell::Cell<Vec<Cell>>,
}

/// A panel, drawn.
pub(super) struct Sheet {
    /// Its cells, where they stand on the screen.
    pub(super) buffer: Buffer,
    /// The cell of the text cursor, if it shows.
    pub(super) cursor: Option<(u16, u16)>,
}

/// A frame of ASCII, for terminals that have nothing else.
const ASCII: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// The lower edge of a frame, where it is said how much more there is.
pub(super) fn foot(frame: Rect) -> Rect {
    Rect { y: frame.y + frame.height.saturating_sub(1), height: 1, ..frame }
}

impl Easel<'_> {
    /// A blank sheet.
    pub(super) fn blank(self, area: Rect) -> Sheet {
        let area = area.intersection(self.screen());
        let mut blank = Cell::EMPTY;
        blank.set_style(self.theme.plain());
        let mut content = self.spare.take();
        content.clear();
        content.resize(area.area() as usize, blank);
        let buffer = Buffer { area, content };
        Sheet { buffer, cursor: None }
    }

    /// A sheet with a frame of `area` and a title in its upper edge; what is inside it is a blank away from the frame. The keys of
    /// a panel stand on the last row of the screen, as those of the desk do.
    pub(super) fn framed(self, area: Rect, title: &str) -> (Sheet, Rect) {
        let mut sheet = self.blank(area);
        self.block(area.width, title).render(area.intersection(sheet.buffer.area), &mut sheet.buffer);
        (sheet, inside(area))
    }

    fn block(self, width: u16, title: &str) -> Block<'static> {
        let theme = self.theme;
        let (rule, line) = (theme.rule(), theme.drawn("─", "-"));
        let set = if theme.is_ascii() { ASCII } else { border::ROUNDED };
        let mut block = Block::bordered().border_set(set).border_style(rule);
        if !title.is_empty() {
            let mut title = words::fitted(theme, title, width.saturating_sub(6), self.afresh(theme.accent()));
            title.spans.splice(0..0, [Span::styled(line, rule), Span::styled(" ", rule)]);
            title.spans.push(Span::styled(" ", rule));
            block = block.title_top(title);
        }
        block
    }

    /// The title of a panel about a claim: what it is, and the claim's number.
    pub(super) fn titled(self, what: &str, claim: &ClaimId) -> String {
        let held = self.model.desk().and_then(|desk| desk.session.any_claim(claim));
        // It may go while something is typed for it.
        let told = |held: &Claim| {
            let gone = if held.is_apart() { ", gone from this draft" } else { "" };
            format!("{what} · claim {}{gone}", held.number)
        };
        held.map_or_else(|| what.to_owned(), told)
    }

    /// The words of a claim on one line of so many columns, for a panel that may lie over them.
    pub(super) fn claimed(self, claim: &ClaimId, columns: u16) -> Line<'static> {
        let desk = self.model.desk();
        let words = desk.and_then(|desk| Some(gist(&desk.session, desk.session.any_claim(claim)?, columns.into())));
        words::fitted(self.theme, &words.unwrap_or_default().replace('\n', " "), columns, self.theme.quiet())
    }

    /// A style that keeps nothing of what it is laid over.
    pub(super) fn afresh(self, style: Style) -> Style {
        Style::reset().patch(self.theme.plain()).patch(style)
    }

    fn screen(self) -> Rect {
        Rect::new(0, 0, self.model.size.width, self.model.size.height)
    }
}

impl Sheet {
    /// Draws a line of text, as far as it fits.
    pub(super) fn line(&mut self, area: Rect, line: &Line<'_>) {
        let area = area.intersection(self.buffer.area);
        line.render(area, &mut self.buffer);
    }

    /// Draws lines one below the other, as many as there are rows for.
    pub(super) fn lines<'a>(&mut self, area: Rect, lines: impl IntoIterator<Item = Line<'a>>) {
        for (row, line) in area.rows().zip(lines) {
            self.line(row, &line);
        }
    }

    /// Says on the left of `row`, the lower edge of what is drawn, how much more there is below.
    pub(super) fn more(&mut self, theme: Styles, row: Rect, count: usize) {
        if count > 0 {
            let told = format!(" {} ", words::more(theme, count));
            let width = row.width.saturating_sub(2);
            self.line(Rect { x: row.x + 1, width, ..row }, &words::fitted(theme, &told, width, theme.quiet()));
        }
    }

    /// The sheet with a text cursor.
    pub(super) const fn with_cursor(mut self, x: u16, y: u16) -> Self {
        self.cursor = Some((x, y));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::layout::Size;
    use crate::app::settings::Settings;
    use crate::view::canvas::Canvas;
    use crate::view::grid::Grid;

    /// What stands on the rows of a grid after a sheet of eight columns was drawn on and laid there.
    fn laid(draw: impl FnOnce(Easel<'_>, &mut Sheet)) -> Vec<String> {
        let model = Model::new(Size::new(12, 3), Settings::default());
        let mut grid = Grid::new(model.size);
        let mut canvas = Canvas::new(&mut grid, Styles::new(model.settings.look));
        canvas.text(0, 1, 12, "東京東京東京", Style::new());
        let spare = std::cell::Cell::default();
        let easel = Easel { model: &model, theme: canvas.theme, spare: &spare };
        let mut sheet = easel.blank(Rect::new(3, 1, 8, 1));
        draw(easel, &mut sheet);
        canvas.lay(&sheet.buffer);
        let row = |y| grid.row(y).iter().map(|cell| grid.symbol(*cell).to_string()).collect();
        (0..3).map(row).collect()
    }

    #[test]
    fn what_widgets_draw_passes_the_gate() {
        let rows = laid(|easel, sheet| {
            let line = words::line(easel.theme, "a\u{202e}b\u{1b}[c", Style::new());
            sheet.line(sheet.buffer.area, &line);
        });
        assert_eq!(rows[1].trim_end(), "東  a\u{fffd}b␛[c");
        // Past the words that are made safe, straight into the buffer.
        let rows = laid(|_, sheet| sheet.line(sheet.buffer.area, &Line::raw("a\u{202e}b")));
        assert!(!rows[1].contains('\u{202e}'), "{:?}", rows[1]);
    }

    #[test]
    fn a_wide_character_half_under_a_panel_is_taken_away() {
        let rows = laid(|_, sheet| sheet.line(sheet.buffer.area, &Line::raw("東京e\u{301}")));
        assert_eq!(rows[1].trim_end(), "東  東 京 e\u{301}");
        assert_eq!([rows[0].trim(), rows[2].trim()], ["", ""]);
    }
}
