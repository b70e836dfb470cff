//! Lists in panels: the rows in view, the selected one highlighted from frame to frame, and the line above that one types on.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{List, ListItem, ListState, StatefulWidget as _};

use super::sheet::{Easel, Sheet};
use crate::app::editor::Editor;
use crate::app::frame::{Listed, inside};
use crate::app::keymap::Scope;
use crate::review::ClaimId;
use crate::view::theme::Styles;
use crate::view::{typed, words};

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
    let foot = Rect { y: listed.frame.y + listed.frame.height.saturating_sub(1), height: 1, ..listed.frame };
    sheet.more(theme, foot, below);
    let items = List::new(rows.iter().skip(first).take(fit).map(item)).highlight_style(theme.selected());
    // The highlight reaches the blanks left and right of the words.
    let area = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    let mut state = ListState::default().with_selected(selected.checked_sub(first));
    items.render(area.intersection(sheet.buffer.area), &mut sheet.buffer, &mut state);
}

/// A line behind the blank that the highlight begins with.
pub(super) fn padded(mut line: Line<'_>) -> Line<'_> {
    line.spans.insert(0, Span::raw(" "));
    line
}

/// A line to type on with a list below it.
pub(super) struct Finding<'a> {
    pub(super) title: &'a str,
    pub(super) scope: Scope,
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
        let (mut sheet, _) = easel.framed(listed.frame, self.title, Some(self.scope));
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
    use crate::app::layout::Size;
    use crate::app::settings::Settings;

    #[test]
    fn of_a_long_list_only_the_rows_in_view_are_made() {
        let model = Model::new(Size::new(60, 20), Settings::default());
        let (theme, spare) = (Styles::new(model.settings.look), Cell::default());
        let easel = Easel { model: &model, theme, spare: &spare };
        let rows: Vec<usize> = (0..10_000).collect();
        for selected in [0, 5_000, 9_999] {
            let listed = Listed::sources(model.size, rows.len(), selected);
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
}
