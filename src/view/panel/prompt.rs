//! A line of text on the bottom line; it scrolls sideways once it is longer than that.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet};
use crate::app::completion;
use crate::app::layout::Size;
use crate::app::panel::prompt::{Prompt, SCOPE};
use crate::text::gate;
use crate::view::theme::Styles;
use crate::view::{hints, typed, words};

/// Columns behind what is typed that the keys leave free.
const AHEAD: u16 = 8;

pub(super) fn draw(easel: Easel<'_>, prompt: &Prompt) -> Sheet {
    let Size { width, height } = easel.model.size;
    let row = Rect::new(0, height.saturating_sub(1), width, 1);
    let choices = choices(easel.theme, prompt, width);
    let above = Rect::new(0, row.y.saturating_sub(1), width, 1);
    let mut sheet = easel.blank(if choices.is_some() && height > 2 { above.union(row) } else { row });
    // What is typed keeps half of the row.
    let label = gate::fit(prompt.ask.label(), usize::from(width / 2)).into_owned();
    let x = 3 + u16::try_from(gate::width(&label)).unwrap_or(0);
    let (mut line, column) = typed::line(easel.theme, width.saturating_sub(x + 1), &prompt.editor);
    let lead = [Span::raw(" "), Span::styled(label, easel.theme.accent()), Span::raw("  ")];
    line.spans.splice(0..0, lead);
    sheet.line(row, &line);
    // What its keys do, where the line leaves room for it and for some more words.
    let room = usize::from(width).saturating_sub(line.width() + usize::from(AHEAD) + 1);
    let foot = hints::foot(easel.model, SCOPE, room);
    let wide = gate::width(&foot) + 1;
    if let Some(at) = usize::from(width).checked_sub(wide).filter(|_| !foot.is_empty()) {
        let beside = Rect { x: u16::try_from(at).unwrap_or(0), width: u16::try_from(wide).unwrap_or(0), ..row };
        sheet.line(beside, &words::line(easel.theme, &foot, easel.theme.quiet()));
    }
    if let Some(choices) = choices.filter(|_| height > 2) {
        sheet.line(above, &choices);
    }
    sheet.with_cursor(x + column, row.y)
}

/// What the path may go on with, in the names of the last folder: from the chosen one on as many as there is room for.
fn choices(theme: Styles, prompt: &Prompt, width: u16) -> Option<Line<'static>> {
    let chosen = prompt.chosen.unwrap_or(0);
    let room = usize::from(width).saturating_sub(12);
    let mut line = Line::from(" ");
    let mut left = prompt.choices.len();
    for (at, choice) in prompt.choices.iter().enumerate().cycle().skip(chosen).take(prompt.choices.len()) {
        let name = completion::name(choice);
        if left < prompt.choices.len() && line.width() + gate::width(name) > room {
            break;
        }
        let style = if prompt.chosen == Some(at) { theme.strong() } else { theme.quiet() };
        let room = u16::try_from(room.saturating_sub(line.width())).unwrap_or(0);
        line.spans.extend(words::fitted(theme, name, room, style).spans);
        line.spans.push(Span::raw("  "));
        left -= 1;
    }
    if left > 0 {
        line.spans.extend(words::spans(theme, &format!("+{left}"), theme.quiet()));
    }
    (!prompt.choices.is_empty()).then_some(line)
}
