//! What lies over the desk: help, card, filter, note, prompt, question.

use super::canvas::Canvas;
use super::card::{self, Depth};
use super::theme::Theme;
use super::{choosing, export, form, hints, typed};
use crate::app::editor::Editor;
use crate::app::frame::{centred, inside};
use crate::app::layout::{self, Area, Size};
use crate::app::opening::Opening;
use crate::app::panel as panels;
use crate::app::panel::Panel;
use crate::app::panel::help;
use crate::app::panel::prompt::Prompt;
use crate::app::panel::question::Question;
use crate::app::{Model, Saving};
use crate::review::{Claim, ClaimId};
use crate::text::gate;

/// Draws every pop-up, the topmost last, and says where the text cursor stands.
pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model) -> Option<(u16, u16)> {
    let mut cursor = None;
    for panel in &model.panels {
        cursor = match panel {
            Panel::Help(help) => self::help(canvas, model, help.top),
            Panel::Card(card) => full_card(canvas, model, card.top),
            Panel::Filter(menu) => choosing::menu(canvas, model, menu),
            Panel::Finder(finder) => Some(choosing::finder(canvas, model, finder)),
            Panel::Note(held) => Some(note(canvas, model, &held.claim, &held.editor)),
            Panel::Form(held) => form::form(canvas, model, held),
            Panel::Sources(list) => form::sources(canvas, model, &list.claim, list.at),
            Panel::Export(picker) => export::draw(canvas, model, picker),
            Panel::Palette(palette) => Some(choosing::palette(canvas, model, palette)),
            Panel::Prompt(line) => Some(prompt(canvas, model, line)),
            Panel::Conflict(held) => super::conflict::draw(canvas, model, &held.claim),
            Panel::Question(question) => ask(canvas, model, question),
            Panel::LaidBy(held) => {
                super::draft::draw(canvas, model, held.at);
                None
            }
            Panel::Opening(opening) => on_the_way(canvas, model, opening),
        };
    }
    cursor
}

/// The first row to show of `rows` in `height`, as near to `wanted` as there are rows.
fn held(wanted: usize, rows: usize, height: u16) -> usize {
    wanted.min(rows.saturating_sub(usize::from(height)))
}

fn help(canvas: &mut Canvas<'_>, model: &Model, scroll: usize) -> Option<(u16, u16)> {
    let rows = help::rows(&model.keymap, model.helped(), model.desk().is_some());
    let frame = help::frame(model.size, rows.len());
    let area = inside(frame);
    canvas.frame(frame, "Keys", &hints::foot(model, panels::help::SCOPE));
    let theme = canvas.theme;
    let left = if area.width < 60 { 12 } else { 24 };
    for (y, (keys, words)) in
        (area.y..area.y + area.height).zip(rows.iter().skip(scroll.min(help::furthest(model.size, rows.len()))))
    {
        if keys.is_empty() {
            canvas.fitted(area.x, y, area.width, words, theme.strong());
        } else {
            canvas.fitted(area.x, y, left - 1, keys, theme.accent());
            canvas.fitted(area.x + left, y, area.width.saturating_sub(left), words, theme.plain());
        }
    }
    None
}

/// How far an opening is: in a frame of its own, or on the bottom line once there is an article to look at.
fn on_the_way(canvas: &mut Canvas<'_>, model: &Model, opening: &Opening) -> Option<(u16, u16)> {
    let (line, theme) = (opening.line(), canvas.theme);
    if model.desk().is_some_and(|desk| desk.saving == Saving::Opening) {
        let y = model.size.height.saturating_sub(1);
        canvas.text(0, y, model.size.width, &" ".repeat(usize::from(model.size.width)), theme.plain());
        canvas.fitted(1, y, model.size.width.saturating_sub(2), &line, theme.strong());
        return None;
    }
    let frame = centred(model.size, 64, 3);
    canvas.frame(frame, "Opening", &hints::foot(model, panels::opening::SCOPE));
    let area = inside(frame);
    canvas.fitted(area.x, area.y, area.width, &line, theme.plain());
    None
}

/// How far the pop-up in front can be scrolled, in rows; `None` for one whose text the model knows itself.
pub fn reach(model: &Model) -> Option<usize> {
    if !matches!(model.panels.last(), Some(Panel::Card(_))) {
        return None;
    }
    let (lines, frame) = card_of(model, model.desk()?.claim()?, Theme::new(model.settings.look))?;
    Some(held(usize::MAX, lines.len(), inside(frame).height))
}

/// The rows of a claim's full card, and the frame they stand in.
fn card_of(model: &Model, claim: &Claim, theme: Theme) -> Option<(Vec<card::Line>, Area)> {
    let widest = model.size.width.saturating_sub(4).min(100);
    let lines = card::lines(model.desk()?, claim, theme, &model.settings, widest.saturating_sub(4), Depth::Full);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let frame = centred(model.size, widest, rows.saturating_add(2));
    Some((lines, frame))
}

fn full_card(canvas: &mut Canvas<'_>, model: &Model, scroll: usize) -> Option<(u16, u16)> {
    let desk = model.desk()?;
    let claim = desk.claim()?;
    let (lines, frame) = card_of(model, claim, canvas.theme)?;
    let title = card::title(desk, claim, &model.settings);
    canvas.frame(frame, &title, &hints::foot(model, panels::card::SCOPE));
    let area = inside(frame);
    card::draw(canvas, area, &lines, held(scroll, lines.len(), area.height));
    None
}

fn note(canvas: &mut Canvas<'_>, model: &Model, claim: &ClaimId, editor: &Editor) -> (u16, u16) {
    let area = layout::note(model.size);
    let frame = Area::new(area.x.saturating_sub(2), area.y.saturating_sub(1), area.width + 4, area.height + 2);
    let number = model.desk().and_then(|desk| desk.session.claims().index_of(claim)).map_or(0, |index| index + 1);
    canvas.frame(frame, &format!("Note on {number}"), &hints::foot(model, panels::note::SCOPE));
    typed::wrapped(canvas, editor, area)
}

/// A line of text on the bottom line; it scrolls sideways once it is longer than that.
fn prompt(canvas: &mut Canvas<'_>, model: &Model, line: &Prompt) -> (u16, u16) {
    let Size { width, height } = model.size;
    let y = height.saturating_sub(1);
    let theme = canvas.theme;
    canvas.text(0, y, width, &" ".repeat(usize::from(width)), theme.plain());
    let x = 1 + canvas.text(1, y, width, line.ask.label(), theme.accent()) + 2;
    typed::line(canvas, Area::new(x, y, width.saturating_sub(x + 1), 1), &line.editor)
}

fn ask(canvas: &mut Canvas<'_>, model: &Model, question: &Question) -> Option<(u16, u16)> {
    let (title, words) = match question {
        Question::Delete(_, title) => ("Delete?", format!("“{title}” goes to the trash folder beside the sessions.")),
        Question::Replace(writing) => ("Replace it?", format!("{} is there already.", writing.path.display())),
        Question::Link(_, link) => ("Open in the browser?", link.clone()),
        Question::Drop(_) => ("Put it away?", "What you typed is not kept.".to_owned()),
        Question::Unsaved(_) => ("Leave?", "The last changes are NOT SAVED and will be lost.".to_owned()),
    };
    let wide = u16::try_from(gate::width(&words)).unwrap_or(u16::MAX).saturating_add(6).clamp(30, 76);
    let frame = centred(model.size, wide, 5);
    canvas.frame(frame, title, "");
    let area = inside(frame);
    let plain = canvas.theme.plain();
    canvas.fitted(area.x, area.y, area.width, &words, plain);
    hints::keys(canvas, model, panels::question::SCOPE, Area::new(area.x.saturating_sub(1), area.y + 2, area.width, 1));
    None
}
