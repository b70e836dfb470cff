//! Panels, drawn: ratatui's widgets on a sheet of the panel's own size, which is then laid on the grid.

mod advice;
mod assigning;
mod back;
mod card;
mod changes;
mod choice;
mod cite;
mod differences;
mod evidence;
mod export;
mod filter;
mod finder;
mod form;
mod help;
mod history;
mod laid_by;
mod meant;
mod note;
mod opening;
mod palette;
mod prompt;
mod question;
mod reading;
mod seen;
mod settling;
mod sheet;
mod things;

use std::cell::Cell;

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::panel::Panel;
use sheet::Easel;

/// Draws the topmost panel, below it the one that it is about, and says where the text cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model) -> Option<(u16, u16)> {
    let mut cursor = None;
    // What lies under a panel that stands for itself would show its edges round it.
    let first = model.panels.iter().rposition(|panel| !leans(panel)).unwrap_or(0);
    for panel in model.panels.iter().skip(first) {
        let spare = Cell::new(std::mem::take(canvas.spare()));
        let easel = Easel { model, theme: canvas.theme, spare: &spare };
        let sheet = match panel {
            Panel::Help(held) => Some(help::draw(easel, held)),
            Panel::Filter(menu) => filter::draw(easel, menu),
            Panel::Finder(held) => Some(finder::draw(easel, held)),
            Panel::Note(held) => Some(note::draw(easel, held)),
            Panel::Evidence(held) => evidence::draw(easel, held),
            Panel::Reading(held) => Some(reading::draw(easel, held)),
            Panel::Back(held) => Some(back::draw(easel, held)),
            Panel::Export(picker) => Some(export::draw(easel, picker)),
            Panel::Palette(held) => Some(palette::draw(easel, held)),
            Panel::Prompt(line) => Some(prompt::draw(easel, line)),
            Panel::Question(held) => Some(question::draw(easel, held)),
            Panel::Meant(held) => Some(meant::draw(easel, held)),
            Panel::Opening(held) => Some(opening::draw(easel, held)),
            Panel::Card(held) => card::draw(easel, **held),
            Panel::Form(held) => Some(form::draw(easel, held)),
            Panel::Cite(held) => Some(cite::draw(easel, held)),
            Panel::History(held) => Some(history::draw(easel, held)),
            Panel::Things(held) => things::draw(easel, held),
            Panel::Advice(held) => advice::draw(easel, **held),
            Panel::Assigning(held) => assigning::draw(easel, held),
            Panel::Changes(held) => changes::draw(easel, held),
            Panel::Difference(held) => differences::draw(easel, held),
            Panel::Settling(held) => Some(settling::draw(easel, held)),
            Panel::Seen(held) => seen::draw(easel, **held),
            Panel::LaidBy(held) => laid_by::draw(easel, **held),
        };
        cursor = sheet.as_ref().and_then(|sheet| sheet.cursor);
        if let Some(sheet) = sheet {
            canvas.lay(&sheet.buffer);
            *canvas.spare() = sheet.buffer.content;
        }
    }
    cursor
}

/// True for a panel that asks about the one below it.
const fn leans(panel: &Panel) -> bool {
    matches!(panel, Panel::Prompt(_) | Panel::Question(_) | Panel::Settling(_))
}
