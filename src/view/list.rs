//! The list of claims: of each what is to be checked, who says it, and small marks for what it has.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::article;
use super::canvas::Canvas;
use super::readings;
use crate::app::desk::{Desk, Pane};
use crate::app::filter::Filter;
use crate::app::gist::gist;
use crate::app::item::ListedItem;
use crate::app::keymap::Scope;
use crate::app::layout::Layout;
use crate::app::list_rows;
use crate::app::marks::{MARKS, RowMark};
use crate::app::settings::Settings;
use crate::app::{Model, Saving};
use crate::review::{Claim, Span};
use crate::text::{gate, wrap};

/// Columns that must be free behind a claim's words before its speaker stands there.
const APART: usize = 2;

/// How often the words of a claim are cut shorter so that they fit two rows: what begins elsewhere wraps otherwise.
const TRIES: usize = 4;

/// Draws the items in view, and the row of the selected one among them.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    model: &Model,
    desk: &Desk,
    layout: &Layout,
    (items, selected): (&[ListedItem<'_>], Option<usize>),
) {
    let area = layout.list;
    let heights = list_rows::heights(desk, layout, items);
    let mut y = area.y;
    let chosen = if desk.hand.range.is_some() { desk.chosen() } else { Vec::new() };
    for (row, (item, height)) in items.iter().zip(heights).enumerate() {
        let number = article::number_width(layout);
        let entry = ItemRows {
            area: Rect { y, height, ..area },
            number,
            selected: Some(row) == selected,
            chosen: matches!(item, ListedItem::Claim(claim) if chosen.contains(&claim.id)),
        };
        match item {
            ListedItem::Claim(claim) => entry.claim(canvas, desk, claim),
            ListedItem::Sentence(span) => entry.sentence(canvas, desk, *span, &model.settings),
        }
        y += height;
    }
    if items.is_empty() {
        let words = if desk.saving == Saving::Opening {
            "reading the claims …".to_owned()
        } else if desk.filter == Filter::All {
            let key = |name| model.keymap.called(Scope::Desk, name);
            format!("no claim yet: {} goes to the article, {} claims a sentence", key("other-pane"), key("claim"))
        } else {
            "none".to_owned()
        };
        let quiet = canvas.theme.quiet();
        canvas.fitted(area.x + 2, area.y, area.width.saturating_sub(3), &words, quiet);
    }
}

/// The rows of one item.
struct ItemRows {
    area: Rect,
    number: u16,
    selected: bool,
    /// Among several that are chosen.
    chosen: bool,
}

impl ItemRows {
    fn claim(&self, canvas: &mut Canvas<'_>, desk: &Desk, claim: &Claim) {
        let theme = canvas.theme;
        let Rect { x, y, .. } = self.area;
        let status = claim.status();
        self.bar(canvas, desk);
        let (glyph, glyph_style) = theme.claim_glyph(claim);
        canvas.text(x + 1, y, 1, glyph, glyph_style);
        canvas.number(x + 3 + self.number, y, claim.number, theme.plain());
        let style = if article::is_quiet(status) { theme.quiet() } else { theme.plain() };
        let words = self.words();
        // A claim inside another stands in under it.
        let others = desk.session.claims().touching(claim.span);
        let depth =
            others.filter(|(_, other)| other.span != claim.span && other.span.covers(claim.span)).take(3).count();
        let stand = theme.drawn("· ", "> ").repeat(depth);
        let marks: Vec<&RowMark> = MARKS.iter().filter(|mark| (mark.is_of)(claim)).collect();
        let room = (words.width.into(), words.height.into());
        // Letters are what marks are in ASCII, and would be read as a word.
        let step = if theme.is_ascii() { 2 } else { list_rows::step(desk, claim, marks.len(), room) };
        let taken = list_rows::taken(marks.len(), step);
        let read = readings::glyphs(theme, claim);
        let before = if read.is_empty() { 0 } else { read.len() + 1 };
        let room = usize::from(words.width).saturating_sub(taken + before + gate::width(&stand));
        let speaker = claim.speaker.as_ref().map_or("", |speaker| speaker.name.as_str());
        let lines = self.lines(desk, claim, room);
        let mut left = 0;
        for (row, line) in words.rows().zip(&lines) {
            left = u16::try_from(before).unwrap_or(0);
            left += canvas.text(row.x + left, row.y, row.width - left, &stand, theme.quiet());
            left += canvas.text(row.x + left, row.y, row.width - left, line, style);
        }
        // Who is named in the words that are seen need not be named again.
        let speaker = if lines.iter().any(|line| line.contains(speaker)) { "" } else { speaker };
        self.speaker(canvas, speaker, lines.len(), usize::from(left), taken);
        self.highlight(canvas);
        self.marks(canvas, &marks, step);
        for (at, glyph) in (words.x..).zip(&read) {
            let style = if self.selected { theme.on_selected(glyph.style) } else { glyph.style };
            canvas.text(at, y, 1, &glyph.content, style);
        }
        if self.selected {
            // The glyph keeps its colour on the selected row.
            canvas.text(x + 1, y, 1, glyph, theme.on_selected(glyph_style));
        }
    }

    /// The words that stand for a claim, in as many rows as there are.
    fn lines<'w>(&self, desk: &'w Desk, claim: &'w Claim, room: usize) -> Vec<Cow<'w, str>> {
        if self.area.height < 2 {
            return vec![gist(&desk.session, claim, room)];
        }
        let split = |columns: usize| {
            let text = gist(&desk.session, claim, columns);
            let rows = wrap::first_rows(&text, room, 3);
            rows.iter().map(|row| Cow::Owned(row.of(&text).trim_end().to_owned())).collect::<Vec<_>>()
        };
        let mut columns = room * 2;
        let mut lines = split(columns);
        for _ in 0..TRIES {
            let [first, _, _] = lines.as_slice() else { break };
            // What wraps leaves some columns free at the end of the first row.
            columns = columns.saturating_sub(room.saturating_sub(gate::width(first)).max(1));
            lines = split(columns);
        }
        lines
    }

    /// Who says it, on the right of the last row: below the words, or behind them where they leave room for it.
    fn speaker(&self, canvas: &mut Canvas<'_>, speaker: &str, lines: usize, left: usize, taken: usize) {
        let words = self.words();
        let alone = lines < usize::from(words.height);
        let (used, taken) = if alone { (0, 0) } else { (left + APART, taken) };
        let room = usize::from(words.width).saturating_sub(used + taken);
        if speaker.is_empty() || room < gate::width(speaker).min(12) {
            return;
        }
        let quiet = canvas.theme.quiet();
        let shown = gate::fit(speaker, room);
        let row = words.y + words.height.saturating_sub(1);
        if alone {
            canvas.text(words.x, row, words.width, &shown, quiet);
        } else {
            let end = words.x + words.width.saturating_sub(u16::try_from(taken).unwrap_or(0));
            canvas.flush_right(end, row, &shown, quiet);
        }
    }

    /// Each mark `step` columns from the next, the last one at the edge: the words keep what is before it.
    fn marks(&self, canvas: &mut Canvas<'_>, marks: &[&RowMark], step: usize) {
        let theme = canvas.theme;
        let columns = (self.area.x..self.area.x + self.area.width).rev().step_by(step);
        for (mark, x) in marks.iter().rev().zip(columns) {
            let style = if mark.alarms { theme.warning() } else { theme.quiet() };
            let style = if self.selected { theme.on_selected(style) } else { style };
            canvas.text(x, self.area.y, 1, theme.drawn(mark.fine, mark.plain), style);
        }
    }

    fn sentence(&self, canvas: &mut Canvas<'_>, desk: &Desk, span: Span, settings: &Settings) {
        let score = format!("{:.2}", desk.weighed(span, settings).score);
        let (text, quiet, words) = (desk.session.article.words(span), canvas.theme.quiet(), self.words());
        self.bar(canvas, desk);
        let room = words.width.saturating_sub(6);
        canvas.text(words.x, words.y, room, &gate::fit(text, usize::from(room)), quiet);
        canvas.flush_right(words.x + words.width, words.y, &score, quiet);
        self.highlight(canvas);
    }

    /// Where the words stand: behind bar, glyph and number, a blank before the edge.
    fn words(&self) -> Rect {
        let start = self.number + 4;
        Rect { x: self.area.x + start, width: self.area.width.saturating_sub(start + 1), ..self.area }
    }

    /// The bar before the selected row and those that are chosen with it.
    fn bar(&self, canvas: &mut Canvas<'_>, desk: &Desk) {
        if self.chosen || self.selected {
            let (bar, style) = canvas.theme.bar(self.chosen || desk.pane == Pane::Claims);
            for row in self.area.rows() {
                canvas.text(row.x, row.y, 1, bar, style);
            }
        }
    }

    fn highlight(&self, canvas: &mut Canvas<'_>) {
        if self.selected {
            let style: Style = canvas.theme.selected();
            canvas.style(Rect { x: self.area.x + 1, width: self.area.width - 1, ..self.area }, style);
        }
    }
}
