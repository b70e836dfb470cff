//! The text of a file of evidence, drawn: the passage stands out, and in it the words that match.

use ratatui::text::Line;

use super::sheet::{Easel, Sheet, foot};
use crate::app::panel::reading::EvidenceReader;
use crate::text::Span;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: &EvidenceReader) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let frame = EvidenceReader::frame(model.size);
    let (mut sheet, area) = easel.framed(frame, &held.title);
    let rows = held.rows(model.size);
    let top = held.top.min(rows.len().saturating_sub(area.height.into()));
    let within = |span: Span, row: Span| {
        let (start, end) = (span.start.max(row.start), span.end.min(row.end));
        (start < end).then(|| Span::new(start - row.start, end - row.start))
    };
    let lines = rows.iter().skip(top).take(area.height.into()).map(|row| {
        let passage = within(held.passage, *row).map(|span| (span, theme.strong()));
        let marks = held.marks.iter().filter_map(|mark| Some((within(*mark, *row)?, theme.found())));
        let marks: Vec<_> = passage.into_iter().chain(marks).collect();
        Line::from(words::marked(theme, row.of(&held.words).trim_end(), theme.plain(), &marks))
    });
    sheet.lines(area, lines.collect::<Vec<_>>());
    sheet.more(theme, foot(frame), rows.len().saturating_sub(top + usize::from(area.height)));
    sheet
}
