//! The help: the keys that count, with what they do.

use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet, foot};
use crate::app::panel::help::{self, Help};
use crate::app::search;
use crate::text::gate;
use crate::view::{highlight, words};

pub(super) fn draw(easel: Easel<'_>, help: &Help) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let rows =
        help::rows(&model.keymap, model.helped(), model.desk().is_some(), theme.is_ascii(), &help.query, model.size);
    let frame = help::frame(model.size, rows.len());
    let (mut sheet, area) = easel.framed(frame, "Keys");
    let left = usize::from(help::keys_width(area.width));
    let top = help.top.min(help::furthest(model.size, rows.len()));
    let query: Vec<&str> = help.query.split_whitespace().collect();
    let line = |(keys, does): &help::HelpRow| {
        if keys.is_empty() {
            return words::fitted(theme, does, area.width, theme.strong());
        }
        let keys = gate::fit(keys, left - 1);
        let gap = " ".repeat(left - gate::width(&keys));
        let mut line = words::line(theme, &keys, theme.accent());
        line.spans.push(Span::raw(gap));
        let room = area.width.saturating_sub(u16::try_from(left).unwrap_or(area.width));
        let does = gate::fit(does, room.into());
        let hits = query.iter().flat_map(|word| search::all(&does, word).map(|hit| (hit, theme.found())));
        line.spans.extend(words::marked(theme, &does, theme.plain(), &hits.collect::<Vec<_>>()));
        line
    };
    let lines: Vec<Line<'_>> = rows.iter().skip(top).take(area.height.into()).map(line).collect();
    Paragraph::new(lines).render(area, &mut sheet.buffer);
    if let Some(row) = help.at.and_then(|at| area.rows().nth(at.checked_sub(top)?)) {
        highlight::lay(theme, &mut sheet.buffer, row);
    }
    sheet.more(theme, foot(frame), rows.len().saturating_sub(top + usize::from(area.height)));
    sheet
}
