//! Pop-ups that one chooses from: the filters, the command palette, finding one of many.

use super::canvas::Canvas;
use super::{hints, typed};
use crate::app::editor::Editor;
use crate::app::frame::{Listed, inside};
use crate::app::keymap::{Binding, Scope};
use crate::app::layout::Area;
use crate::app::panel as panels;
use crate::app::panel::filter::{CHOICES, Menu};
use crate::app::panel::finder::Finder;
use crate::app::panel::palette::{Offer, Palette};
use crate::app::{Action, Model};

/// The choice of filters, each with its key and how many claims it would list.
pub(super) fn menu(canvas: &mut Canvas<'_>, model: &Model, menu: &Menu) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let Listed { frame, area, first, .. } = Listed::menu(model.size, CHOICES.len(), menu.at);
    canvas.frame(frame, "List", &hints::foot(model, panels::filter::SCOPE));
    let theme = canvas.theme;
    for (row, (y, (key, choice))) in (area.y..area.y + area.height).zip(CHOICES.iter().skip(first)).enumerate() {
        let row_of = |key| model.keymap.rows(panels::filter::SCOPE).find(|row| row.action == Action::Choose(key));
        let shown = row_of(*key).map(|row| model.keymap.shown(row)).unwrap_or_default();
        canvas.text(area.x, y, 2, &shown, theme.accent());
        canvas.fitted(area.x + 3, y, area.width.saturating_sub(9), choice.words(), theme.plain());
        if let Some(count) = menu.count(*choice, &desk.session) {
            canvas.flush_right(area.x + area.width, y, &count.to_string(), theme.quiet());
        }
        if row + first == menu.at {
            canvas.style(Area::new(area.x - 1, y, area.width + 2, 1), theme.selected());
        }
    }
    None
}

/// A finder: what was typed, and below it what matches.
pub(super) fn finder(canvas: &mut Canvas<'_>, model: &Model, finder: &Finder) -> (u16, u16) {
    let rows = finder.shown().map(|row| (row.text.clone(), row.about.clone()));
    let sheet =
        Sheet { title: &finder.title, foot: &hints::foot(model, panels::finder::SCOPE), lead: "/", at: finder.at };
    sheet.draw(canvas, model, &finder.editor, rows)
}

/// The palette: what was typed, and below it what matches, with its keys.
pub(super) fn palette(canvas: &mut Canvas<'_>, model: &Model, palette: &Palette) -> (u16, u16) {
    let rows = palette.offers(&model.keymap).into_iter().map(|offer| match offer {
        Offer::Do(row) => (row.help.to_owned(), way(model, palette.scope, row)),
        Offer::Claim(number) => (format!("Goes to claim {number}."), String::new()),
    });
    let sheet = Sheet { title: "Do", foot: &hints::foot(model, panels::palette::SCOPE), lead: ":", at: palette.at };
    sheet.draw(canvas, model, &palette.editor, rows)
}

/// The keys that lead to an action from `scope`: its own, after the one that opens where it counts.
fn way(model: &Model, scope: Scope, row: &'static Binding) -> String {
    let opens = if row.scope == Scope::Article { Action::OtherPane } else { Action::Panel(row.scope) };
    let door = model.keymap.rows(scope).find(|door| row.scope != scope && door.action == opens);
    let keys = door.into_iter().chain([row]).map(|row| model.keymap.shown(row));
    keys.collect::<Vec<_>>().join(" ")
}

/// A line to type on with a list below it.
struct Sheet<'a> {
    title: &'a str,
    foot: &'a str,
    /// What stands before the line.
    lead: &'a str,
    /// The selected row.
    at: usize,
}

impl Sheet<'_> {
    /// Draws it with rows of words and what stands to their right; the cell of the cursor.
    fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        model: &Model,
        editor: &Editor,
        rows: impl Iterator<Item = (String, String)>,
    ) -> (u16, u16) {
        let Listed { frame, area: list, first, .. } = Listed::sheet(model.size, self.at);
        canvas.frame(frame, self.title, self.foot);
        let area = inside(frame);
        let theme = canvas.theme;
        canvas.text(area.x, area.y, 1, self.lead, theme.accent());
        let cursor = typed::line(canvas, Area::new(area.x + 2, area.y, area.width.saturating_sub(2), 1), editor);
        let mut none = true;
        for (index, (y, (words, about))) in (list.y..list.y + list.height).zip(rows.skip(first)).enumerate() {
            none = false;
            let end = canvas.flush_right(area.x + area.width, y, &about, theme.accent());
            canvas.fitted(area.x, y, end.saturating_sub(area.x + 2), &words, theme.plain());
            if index + first == self.at {
                canvas.style(Area::new(area.x - 1, y, area.width + 2, 1), theme.selected());
            }
        }
        if none && list.height > 0 {
            canvas.fitted(area.x, list.y, area.width, "nothing matches", theme.quiet());
        }
        cursor
    }
}
