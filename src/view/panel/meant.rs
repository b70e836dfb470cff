//! The question which session a file is the next draft of, drawn.

use ratatui::text::Line;

use super::sheet::{Easel, Sheet};
use crate::app::frame::centred;
use crate::app::panel::meant::Meant;
use crate::text::{gate, wrap};
use crate::view::words;

/// Rows of a screen below which nothing is spent on what parts.
const LOW: u16 = 16;

/// Sessions that are listed at most.
const ROWS: usize = 8;

pub(super) fn draw(easel: Easel<'_>, held: &Meant) -> Sheet {
    let Easel { model, theme, .. } = easel;
    let wide = model.size.panel(84);
    let name = match held.path.file_name().unwrap_or_default().to_string_lossy() {
        piped if piped == "-" => "What came on stdin".to_owned(),
        name => name.into_owned(),
    };
    let asks = format!("{name} reads otherwise than what was checked so far. Is it");
    let rows = wrap::rows(&asks, usize::from(wide.saturating_sub(4)).max(1));
    let mut lines: Vec<_> =
        rows.iter().map(|row| words::line(theme, row.of(&asks).trim_end(), theme.plain())).collect();
    if model.size.height >= LOW {
        lines.push(Line::default());
    }
    let fit = usize::from(model.size.height.saturating_sub(4)).saturating_sub(lines.len()).clamp(1, ROWS);
    let top = (held.at + 1).saturating_sub(fit);
    for (index, listing) in held.sessions.iter().enumerate().skip(top).take(fit) {
        let tally = &listing.tally;
        let bar = if index == held.at { theme.drawn("▌", ">") } else { " " };
        // Sessions over one article go by their names.
        let namesake = held.sessions.iter().filter(|other| other.title == listing.title).count() > 1;
        // And by who worked on them last, and when.
        let worked = listing.reviewers.first().map(String::as_str).into_iter();
        let worked = worked.chain(listing.last.as_ref().map(crate::review::Stamp::day)).filter(|told| !told.is_empty());
        let told: String = worked.filter(|_| namesake).flat_map(|told| [" · ", told]).collect();
        let tail = format!(" ({} of {} settled{told})?", tally.settled(), tally.total());
        let head = format!("{bar} draft {} of ", listing.draft + 1);
        let room = usize::from(wide.saturating_sub(4)).saturating_sub(gate::width(&head) + gate::width(&tail));
        let called = if namesake {
            words::without_middle(&listing.name, room.max(8))
        } else {
            gate::fit(&listing.title, room.max(8)).into_owned()
        };
        let text = format!("{head}{called}{tail}");
        let style = if index == held.at { theme.strong() } else { theme.plain() };
        lines.push(words::fitted(theme, &text, wide.saturating_sub(4), style));
    }
    let frame = centred(model.size, wide, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let (mut sheet, area) = easel.framed(frame, "A next draft?");
    sheet.lines(area, lines);
    sheet
}
