//! The list of a claim's sources, two rows each.

use ratatui::text::{Line, Span, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::frame::Listed;
use crate::app::panel::sources::{SCOPE, Sources};
use crate::review::Source;
use crate::view::theme::Theme;
use crate::view::words;

pub(super) fn draw(easel: Easel<'_>, held: &Sources) -> Option<Sheet> {
    let Easel { model, theme } = easel;
    let list = &model.desk()?.session.claims().by_id(&held.claim)?.record.sources;
    let listed = Listed::sources(model.size, list.len(), held.at);
    let (mut sheet, area) = easel.framed(listed.frame, &easel.titled("Sources", &held.claim), Some(SCOPE));
    if list.is_empty() {
        let none = format!("none yet: {} adds one", model.keymap.called(SCOPE, "add"));
        sheet.line(area, &words::fitted(theme, &none, area.width, theme.quiet()));
    } else {
        let items = list.iter().map(|source| ListItem::new(rows(theme, area.width, source)));
        choice::list(&mut sheet, theme, listed, held.at, items);
    }
    Some(sheet)
}

/// What a source is, and below it where it says so.
fn rows(theme: Theme, width: u16, source: &Source) -> Text<'static> {
    let about = [
        source.stance.as_ref().map(ToString::to_string),
        source.rank.as_ref().map(ToString::to_string),
        source.kind.as_ref().map(ToString::to_string),
        source.confidential.then(|| "confidential".to_owned()),
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let title = if source.title.is_empty() { &source.url } else { &source.title };
    let first = words::spread(theme, width, (title, theme.plain()), (&about, theme.quiet()));
    let parts = [source.locator.as_str(), source.quote.as_str(), source.url.as_str()];
    let below = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut second = Line::from(Span::raw("  "));
    second.spans.extend(words::fitted(theme, &below, width.saturating_sub(2), theme.quiet()).spans);
    Text::from(vec![choice::padded(first), choice::padded(second)])
}
