//! The list of claims.

use super::article;
use super::canvas::Canvas;
use crate::app::desk::{Desk, Pane};
use crate::app::filter::{Filter, Item};
use crate::app::keymap::Scope;
use crate::app::layout::Layout;
use crate::app::settings::Settings;
use crate::app::{Model, Saving};
use crate::review::{Claim, Span};
use crate::text::gate;
use ratatui::layout::Rect;

pub(super) fn draw(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout, model: &Model) {
    let settings = &model.settings;
    let area = layout.list;
    let (items, selected) = desk.list(usize::from(area.height));
    for (row, (y, item)) in (area.y..).zip(&items).enumerate() {
        let line = Line { area, y, number: article::number_width(layout), selected: Some(row) == selected };
        match item {
            Item::Claim(id) => {
                if let Some(claim) = desk.session.claims().by_id(id) {
                    line.claim(canvas, desk, claim);
                }
            }
            Item::Sentence(span) => line.sentence(canvas, desk, *span, settings),
        }
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

/// One row of the list.
struct Line {
    area: Rect,
    y: u16,
    number: u16,
    selected: bool,
}

impl Line {
    fn claim(&self, canvas: &mut Canvas<'_>, desk: &Desk, claim: &Claim) {
        let theme = canvas.theme;
        let Rect { x, .. } = self.area;
        let status = claim.status();
        self.bar(canvas, desk);
        canvas.text(x + 1, self.y, 1, theme.glyph(status), theme.status(status));
        canvas.flush_right(x + 2 + self.number, self.y, &claim.number.to_string(), theme.quiet());
        let speaker = claim.speaker.as_ref().map_or("", |speaker| speaker.name.as_str());
        let style = if article::is_quiet(status) { theme.quiet() } else { theme.plain() };
        // A claim inside another stands in under it.
        let others = desk.session.claims().touching(claim.span);
        let depth = others.filter(|(_, other)| other.span != claim.span && other.span.covers(claim.span)).count();
        let stand = theme.drawn("· ", ". ").repeat(depth.min(3));
        let words = |columns: u16| {
            format!(
                "{stand}{}",
                article::first_words(desk, claim, columns.saturating_sub(2 * u16::try_from(depth.min(3)).unwrap_or(0)))
            )
        };
        self.words(canvas, style, words, speaker);
        self.highlight(canvas);
        if self.selected {
            // The glyph keeps its colour on the selected row.
            canvas.text(x + 1, self.y, 1, theme.glyph(status), theme.selected().patch(theme.status(status)));
        }
    }

    fn sentence(&self, canvas: &mut Canvas<'_>, desk: &Desk, span: Span, settings: &Settings) {
        let score = desk.weighed(span, settings).score;
        let text = desk.session.article.words(span);
        let quiet = canvas.theme.quiet();
        self.bar(canvas, desk);
        self.words(canvas, quiet, |columns| gate::fit(text, usize::from(columns)), &format!("{score:.2}"));
        self.highlight(canvas);
    }

    /// The words on the left, who says them on the right.
    fn words(&self, canvas: &mut Canvas<'_>, style: ratatui::style::Style, words: impl Fn(u16) -> String, right: &str) {
        let Rect { x, width, .. } = self.area;
        let start = x + self.number + 4;
        let room = (x + width).saturating_sub(start + 1);
        let side = if room < 34 { 0 } else { (room / 3).min(24) };
        let left = if side == 0 { room } else { room - side - 2 };
        canvas.text(start, self.y, left, &words(left), style);
        if side > 0 {
            let quiet = canvas.theme.quiet();
            let right = if right.is_empty() { canvas.theme.drawn("–", "-") } else { right };
            canvas.fitted(start + left + 2, self.y, side, right, quiet);
        }
    }

    fn bar(&self, canvas: &mut Canvas<'_>, desk: &Desk) {
        if self.selected {
            let theme = canvas.theme;
            let bar = if desk.pane == Pane::Claims { theme.drawn("▌", ">") } else { theme.drawn("▏", "|") };
            canvas.text(self.area.x, self.y, 1, bar, theme.accent());
        }
    }

    fn highlight(&self, canvas: &mut Canvas<'_>) {
        if self.selected {
            let style = canvas.theme.selected();
            canvas.style(Rect::new(self.area.x + 1, self.y, self.area.width - 1, 1), style);
        }
    }
}
