//! What the reviewer did, the latest first.

use ratatui::text::Span;
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::aside;
use crate::app::frame::Listed;
use crate::app::panel::history::Past;
use crate::review::ClaimId;
use crate::view::words;

/// The fewest columns between what was done and the claim's words.
const APART: usize = 3;

/// The fewest columns that those have.
const SHORTEST: u16 = 24;

pub(super) fn draw(easel: Easel<'_>, past: &Past) -> Sheet {
    let theme = easel.theme;
    let listed = Listed::menu(aside::past(easel.model.desk(), easel.model.size, past.rows.len()), past.at);
    let (mut sheet, area) = easel.framed(listed.frame, "What you did");
    let item = |(text, claim): &(String, Option<ClaimId>)| {
        let mut line = words::fitted(theme, text, area.width, theme.plain());
        // Which claim it was is known by its words sooner than by its number.
        let room = area.width / 2;
        let ahead = usize::from(area.width - room).saturating_sub(line.width());
        if let Some(claim) = claim.as_ref().filter(|_| room >= SHORTEST && ahead >= APART) {
            line.spans.push(Span::raw(" ".repeat(ahead)));
            line.spans.extend(easel.claimed(claim, room).spans);
        }
        ListItem::new(choice::padded(line))
    };
    choice::list(&mut sheet, theme, listed, past.at, (&past.rows, item));
    sheet
}
