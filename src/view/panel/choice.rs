//! Lists in panels: the rows in view, the selected one highlighted from frame to frame, and the line above that one types on.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{List, ListItem, Widget};

use super::sheet::{Easel, Sheet, foot};
use crate::app::editor::Editor;
use crate::app::frame::{Listed, inside};
use crate::review::ClaimId;
use crate::view::theme::Styles;
use crate::view::{highlight, typed, words};

/// Draws a list of `rows`, each as `item` makes it; only those in view are made.
pub(super) fn list<'a, T>(
    sheet: &mut Sheet,
    theme: Styles,
    listed: Listed,
    selected: usize,
    (rows, item): (&[T], impl Fn(&T) -> ListItem<'a>),
) {
    let Listed { area, each, first, .. } = listed;
    let fit = usize::from(area.height / each).max(1);
    let below = rows.len().saturating_sub(first + fit);
    sheet.more(theme, foot(listed.frame), below);
    let items = List::new(rows.iter().skip(first).take(fit).map(item));
    // The highlight reaches the blanks left and right of the words.
    let area = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    Widget::render(items, area.intersection(sheet.buffer.area), &mut sheet.buffer);
    let down = selected.checked_sub(first).filter(|_| selected < rows.len()).and_then(|at| u16::try_from(at).ok());
    if let Some(y) = down.map(|at| area.y.saturating_add(at.saturating_mul(each))) {
        highlight::lay(theme, &mut sheet.buffer, Rect { y, height: each, ..area }.intersection(area));
    }
}

/// A line behind the blank that the highlight begins with.
pub(super) fn padded(mut line: Line<'_>) -> Line<'_> {
    line.spans.insert(0, Span::raw(" "));
    line
}

/// A line to type on with a list below it.
pub(super) struct Finding<'a> {
    pub(super) title: &'a str,
    /// What stands before the line.
    pub(super) lead: &'static str,
    /// The selected row.
    pub(super) at: usize,
    pub(super) frame: Rect,
    /// The claim that it is about, whose words stand below the line.
    pub(super) about: Option<&'a ClaimId>,
}

impl Finding<'_> {
    /// Draws it with rows of words and what stands to their right.
    pub(super) fn draw(&self, easel: Easel<'_>, editor: &Editor, rows: &[(String, String)]) -> Sheet {
        let theme = easel.theme;
        let listed = Listed::sheet(self.frame, self.at);
        let (mut sheet, _) = easel.framed(listed.frame, self.title);
        let area = inside(listed.frame);
        let (mut line, column) = typed::line(theme, area.width.saturating_sub(2), editor);
        line.spans.splice(0..0, [Span::styled(self.lead, theme.accent()), Span::raw(" ")]);
        sheet.line(Rect { height: 1, ..area }, &line);
        if let Some(claim) = self.about.filter(|_| listed.area.y > area.y + 1) {
            sheet.line(Rect { y: area.y + 1, height: 1, ..area }, &easel.claimed(claim, area.width));
        }
        if rows.is_empty() {
            let none = words::fitted(theme, "nothing matches", area.width, theme.quiet());
            sheet.lines(listed.area, [none]);
        } else {
            let width = listed.area.width;
            let item = |(does, about): &(String, String)| {
                let line = words::spread(theme, width, (does, theme.plain()), (about, theme.accent()));
                ListItem::new(padded(line))
            };
            list(&mut sheet, theme, listed, self.at, (rows, item));
        }
        sheet.with_cursor(area.x + 2 + column, area.y)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::app::Model;
    use crate::app::aside;
    use crate::app::layout::Size;
    use crate::app::settings::{Colours, Look, Settings};

    #[test]
    fn of_a_long_list_only_the_rows_in_view_are_made() {
        let model = Model::new(Size::new(60, 20), Settings::default());
        let (theme, spare) = (Styles::new(model.settings.look), Cell::default());
        let easel = Easel { model: &model, theme, spare: &spare };
        let rows: Vec<usize> = (0..10_000).collect();
        for selected in [0, 5_000, 9_999] {
            let listed = Listed::pairs(aside::pairs(None, model.size, rows.len()), selected);
            let mut sheet = easel.blank(listed.frame);
            let made = Cell::new(0);
            let item = |row: &usize| {
                made.set(made.get() + 1);
                ListItem::new(row.to_string())
            };
            list(&mut sheet, theme, listed, selected, (&rows, item));
            assert!((1..=20).contains(&made.get()), "{} rows were made", made.get());
        }
    }

    #[test]
    fn words_with_an_ink_are_of_one_colour_on_a_selected_row() {
        let model = Model::new(Size::new(60, 20), Settings::default());
        let (theme, spare) = (Styles::new(model.settings.look), Cell::default());
        let easel = Easel { model: &model, theme, spare: &spare };
        let listed = Listed::pairs(aside::pairs(None, model.size, 1), 0);
        let mut sheet = easel.blank(listed.frame);
        let told = "quote: “altered”, – and left out";
        let item = |_: &usize| ListItem::new(Line::styled(told, theme.warning()));
        list(&mut sheet, theme, listed, 0, (&[0], item));
        let (from, y) = (listed.area.x - 1, listed.area.y);
        let inks = (from..from + 30).filter_map(|x| sheet.buffer.cell((x, y))).map(|cell| cell.fg);
        let inks = inks.collect::<std::collections::HashSet<_>>();
        assert_eq!(inks.len(), 1, "{inks:?}");
    }

    #[test]
    fn found_words_stay_told_from_the_rest_of_a_selected_row() {
        for colours in [Colours::None, Colours::Sixteen, Colours::Many] {
            let settings = Settings { look: Look { colours, ..Look::default() }, ..Settings::default() };
            let model = Model::new(Size::new(60, 20), settings);
            let (theme, spare) = (Styles::new(model.settings.look), Cell::default());
            let easel = Easel { model: &model, theme, spare: &spare };
            let listed = Listed::pairs(aside::pairs(None, model.size, 2), 1);
            let mut sheet = easel.blank(listed.frame);
            let item = |_: &usize| {
                let marks = [(crate::text::Span::new(0, 5), theme.found())];
                let line = Line::from(words::marked(theme, "found words", theme.plain(), &marks));
                ListItem::new(vec![line.clone(), line])
            };
            list(&mut sheet, theme, listed, 1, (&[0, 1], item));
            let (x, y) = (listed.area.x - 1, listed.area.y + 2);
            let style = |x: u16| sheet.buffer.cell((x, y)).map(ratatui::buffer::Cell::style);
            assert_ne!(style(x), style(x + 8), "{colours:?}");
            assert_eq!(style(x + 8), style(x + 30), "{colours:?}: the highlight reaches as far as the row");
        }
    }
}
