//! The line above everything: title, progress, counts, save state.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::Saving;
use crate::app::desk::Desk;
use crate::app::layout::Layout;
use crate::review::{Status, Tally};
use crate::text::gate;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns that a title has to have beside what a draft left to be looked at, before the bar goes.
const TITLE: u16 = 16;

/// The counts shown, in order.
const COUNTED: [Status; 4] = [Status::Verified, Status::Disputed, Status::Unknown, Status::Unchecked];

pub(super) fn draw(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout) {
    let Rect { width, y, .. } = layout.top;
    let theme = canvas.theme;
    let tally = desk.session.claims().tally();
    let state = match &desk.saving {
        Saving::Saved => ("saved", theme.quiet()),
        Saving::Under => ("saving", theme.quiet()),
        Saving::Failed(_) => (" NOT SAVED ", theme.alarm()),
        Saving::ReadOnly(_) => ("read-only", theme.strong()),
        Saving::Opening => ("opening", theme.quiet()),
    };
    // The save state keeps its room, so that nothing moves when it changes.
    let right = width.saturating_sub(1);
    canvas.flush_right(right, y, state.0, state.1);
    let mut end = right.saturating_sub(if matches!(desk.saving, Saving::Failed(_)) { 13 } else { 11 });
    let standing = desk.owed.standing(tally);
    end = counts(canvas, (tally, &standing), end, y, width >= 60);
    // Where the whole leaves no room for the beginning of a title it is told in short.
    let forms = [false, true].into_iter().filter_map(|short| drafted(desk, short));
    let fits = |told: &String| usize::from(end) > gate::width(told) + 12;
    let told = { forms }.find(fits).unwrap_or_default();
    // What the draft left to be looked at goes before the bar, the program's name and the end of a long title.
    let wanted = u16::try_from(gate::width(&told)).unwrap_or(u16::MAX);
    let asks = |more: u16| wanted == 0 || end > wanted + more;
    if width >= 76 {
        let columns = match width {
            140.. => 20,
            100.. => 12,
            _ => 6,
        };
        let bar = bar(theme, &standing, columns);
        let wide = u16::try_from(bar.width()).unwrap_or(u16::MAX);
        if asks(wide + TITLE) {
            end = end.saturating_sub(wide);
            canvas.line(end, y, wide, &bar);
        }
    }
    let mut x = 1;
    if width >= 70 && (wanted == 0 || end > wanted + TITLE + 12) {
        x += canvas.text(x, y, width, "factdesk", theme.accent()) + 2;
    }
    let room = end.saturating_sub(x + 2);
    if wanted > 0 && room > wanted + 8 {
        let title = gate::fit(&desk.session.article.title, usize::from(room - wanted - 2));
        x += canvas.text(x, y, room, &title, theme.strong()) + 2;
        canvas.text(x, y, wanted, &told, theme.accent());
        return;
    }
    canvas.fitted(x, y, room, &desk.session.article.title, theme.strong());
}

/// That the article's file holds another draft, and what is to be looked at in a draft behind the first:
/// `newer file · draft 2 · 3 changed · 1 gone · 4 new`, in short `newer · draft 2 · 4 changes · 4 new`.
fn drafted(desk: &Desk, short: bool) -> Option<String> {
    let session = &desk.session;
    let draft = session.article.draft;
    let tally = session.claims().tally();
    let gone = session.apart().iter().filter(|claim| claim.fate().is_some_and(|fate| fate.answer.is_none())).count();
    let changes = tally.pending + gone;
    let counts = if short {
        [(changes, if changes == 1 { "change" } else { "changes" }), (0, ""), (tally.fresh, "new")]
    } else {
        [(tally.pending, "changed"), (gone, "gone"), (tally.fresh, "new")]
    };
    let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!(" · {count} {word}"));
    let draft = (draft > 1).then(|| format!("draft {draft}{}", told.collect::<String>()));
    let newer = desk.is_file_newer().then(|| if short { "newer" } else { "newer file" }.to_owned());
    let parts: Vec<String> = newer.into_iter().chain(draft).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// The counts, the last one ending before column `end`; the glyphs carry the meaning, the colours help.
fn counts(canvas: &mut Canvas<'_>, (tally, standing): (&Tally, &Tally), mut end: u16, y: u16, all: bool) -> u16 {
    let theme = canvas.theme;
    if !all {
        return canvas.flush_right(end, y, &format!("{}/{}", standing.settled(), tally.total()), theme.plain());
    }
    if tally.conflicts + tally.differs > 0 {
        let count = format!("{} {}", theme.glyph(Status::Differs), tally.conflicts + tally.differs);
        end = canvas.flush_right(end, y, &count, theme.status(Status::Differs).patch(theme.strong())).saturating_sub(2);
    }
    let short = tally.settled() - standing.settled();
    if short > 0 {
        let count = format!("{} {short}", theme.drawn("§", "$"));
        end = canvas.flush_right(end, y, &count, theme.warning()).saturating_sub(2);
    }
    for status in COUNTED.into_iter().rev() {
        end = canvas
            .flush_right(
                end,
                y,
                &format!("{} {}", theme.glyph(status), tally.of(status)),
                counted(theme, status, tally),
            )
            .saturating_sub(2);
    }
    end
}

/// How a count looks: what there is none of is there when looked for.
pub(super) const fn counted(theme: Styles, status: Status, tally: &Tally) -> Style {
    if tally.of(status) == 0 { theme.quiet() } else { theme.status(status) }
}

/// The progress bar of so many columns, its fraction before it: a piece for each verdict, then what is left.
pub(super) fn bar(theme: Styles, tally: &Tally, columns: u16) -> Line<'static> {
    let (settled, total, columns) = (tally.settled(), tally.total(), usize::from(columns));
    let mut spans = vec![Span::styled(format!("{settled}/{total}"), theme.plain()), Span::raw(" ")];
    let (mut count, mut drawn) = (0, 0);
    for status in [Status::Verified, Status::Disputed, Status::Unknown, Status::Other] {
        count += tally.of(status);
        // Each piece ends where the claims so far do, so that all together are as long as the whole.
        let end = (count * columns).checked_div(total).unwrap_or(0);
        let full = theme.drawn("━", bar_letter(status)).repeat(end - drawn);
        if !full.is_empty() {
            spans.push(Span::styled(full, theme.status(status)));
        }
        drawn = end;
    }
    // The first verdict shows, however many claims there are.
    let first = [Status::Verified, Status::Disputed, Status::Unknown].into_iter().find(|status| tally.of(*status) > 0);
    if let Some(status) = first.filter(|_| drawn == 0 && columns > 0) {
        spans.push(Span::styled(theme.drawn("╸", bar_letter(status)), theme.status(status)));
        drawn = 1;
    }
    spans.push(Span::styled(theme.drawn("╌", "-").repeat(columns - drawn), theme.rule()));
    Line::from(spans)
}

/// A piece of the bar where there is only ASCII.
const fn bar_letter(status: Status) -> &'static str {
    match status {
        Status::Verified => "+",
        Status::Disputed => "x",
        Status::Unknown => "?",
        Status::Unchecked | Status::Differs | Status::Other | Status::Dismissed => "=",
    }
}
