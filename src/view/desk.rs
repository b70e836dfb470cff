//! The desk: article, claims and card with the lines above and below.

use super::canvas::Canvas;
use super::card;
use super::{article, hints, list, top, words};
use crate::app::card::{Depth, rows, title};
use crate::app::desk::Desk;
use crate::app::filter::{Filter, Item};
use crate::app::item::ListedItem;
use crate::app::keymap::Scope;
use crate::app::layout::Layout;
use crate::app::panel::filter;
use crate::app::{Model, Saving};
use crate::text::gate;
use ratatui::layout::Rect;

/// Rows of a card that are counted at most; how many more there are nobody needs to know.
const COUNTED: u16 = 60;

/// Columns that the card's title keeps beside what tells how long the list is.
const SHORTEST: u16 = 16;

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, desk: &Desk) {
    let layout = desk.layout(model.size);
    top::draw(canvas, desk, &layout);
    rules(canvas, model, desk, &layout);
    article::draw(canvas, desk, &layout);
    let (items, selected) = desk.listed(layout.shown());
    list::draw(canvas, model, desk, &layout, (&items, selected));
    short_card(canvas, model, desk, &layout, items.last());
    hints::draw(canvas, model, layout.hints);
}

/// The thin rules, and the banner that takes the upper one's place when nothing can be saved.
fn rules(canvas: &mut Canvas<'_>, model: &Model, desk: &Desk, layout: &Layout) {
    let width = model.size.width;
    let theme = canvas.theme;
    let below = layout.hints.y.saturating_sub(1);
    if layout.ruled {
        canvas.rule(0, 1, width);
        canvas.rule(0, below, width);
    }
    if let (Some(x), true) = (layout.divider, layout.ruled) {
        canvas.text(x, 1, 1, theme.drawn("┬", "+"), theme.rule());
        canvas.text(x, below, 1, theme.drawn("┴", "+"), theme.rule());
    }
    owed(canvas, model, desk, layout);
    if let (Saving::ReadOnly(reason), true) = (&desk.saving, layout.ruled) {
        canvas.fitted(2, 1, width.saturating_sub(4), &format!(" read-only: {reason} "), theme.strong());
    }
    if let Saving::Failed(reason) = &desk.saving {
        let y = if layout.ruled { 1 } else { layout.hints.y };
        canvas.style(Rect::new(0, y, width, 1), theme.alarm());
        canvas.text(0, y, width, &" ".repeat(usize::from(width)), theme.alarm());
        canvas.fitted(1, y, width.saturating_sub(2), &format!("NOT SAVED: {reason}"), theme.alarm());
    }
}

/// Who is to check what is open and what is still owed, on the rule over the article; as much of it as there is room for.
fn owed(canvas: &mut Canvas<'_>, model: &Model, desk: &Desk, layout: &Layout) {
    if !layout.ruled || desk.is_read_only() {
        return;
    }
    // Where nothing stands over the list there is room over that too.
    let free = desk.filter == Filter::All && !matches!(desk.saving, Saving::Failed(_));
    let width = if free { model.size.width } else { layout.article.width };
    let room = usize::from(width.saturating_sub(3));
    let tally = desk.session.claims().tally();
    let shares = desk.shares.told(&model.settings.reviewer, tally.unchecked + tally.differs);
    let contradicted = match tally.contradicted {
        0 => None,
        1 => Some("1 contradicted by a source".to_owned()),
        count => Some(format!("{count} contradicted by sources")),
    };
    let owed = desk.owed.told(tally.unchecked);
    let mut told: Vec<String> = shares.into_iter().chain(contradicted).chain(owed).collect();
    while !told.is_empty() {
        let line = format!(" {} ", told.join(" · "));
        if gate::width(&line) <= room {
            canvas.text(1, 1, width, &line, canvas.theme.quiet());
            return;
        }
        // The pace goes first where it is long, then what was said last.
        told.pop();
    }
}

/// The rule over the card, and the card itself where there is room for one.
fn short_card(canvas: &mut Canvas<'_>, model: &Model, desk: &Desk, layout: &Layout, last: Option<&ListedItem<'_>>) {
    let rule = layout.card_rule;
    let theme = canvas.theme;
    if rule.height == 0 {
        return;
    }
    canvas.rule(rule.x, rule.y, rule.width);
    let end = heading(canvas, model, desk, layout).unwrap_or(rule.x + rule.width.saturating_sub(1));
    let end = last.map_or(end, |last| below(canvas, desk, layout, (last, end)));
    let named = match (desk.claim(), &desk.selected) {
        (Some(claim), _) => title(claim, &model.settings, usize::from(end.saturating_sub(rule.x + 4))),
        (None, Some(Item::Sentence(_))) if desk.is_on_furniture() => "page furniture".to_owned(),
        (None, Some(Item::Sentence(_))) => "not claimed".to_owned(),
        (None, _) => String::new(),
    };
    if !named.is_empty() {
        let room = end.saturating_sub(rule.x + 2);
        canvas.fitted(rule.x + 1, rule.y, room, &format!(" {named} "), theme.strong());
    }
    let area = layout.card;
    let inside = Rect::new(area.x + 1, area.y, area.width.saturating_sub(2), area.height);
    if let Some(claim) = desk.claim() {
        let mut rows = rows(desk, claim, &model.settings, inside.width, Depth::Short { rows: COUNTED });
        let (all, room) = (rows.len(), usize::from(inside.height));
        rows.truncate(if all > room { room.saturating_sub(1) } else { room });
        card::draw(canvas, inside, &rows);
        if all > room && room > 0 {
            let opens = model.keymap.called(Scope::Desk, "open");
            let told = format!("{} · {opens}", words::more(theme, all - rows.len()));
            canvas.fitted(inside.x, inside.y + inside.height - 1, inside.width, &told, theme.quiet());
        }
    } else if let Some(span) = desk.span() {
        let weighed = desk.weighed(span, &model.settings);
        sentence(canvas, model, desk, inside, weighed.reasons.iter().map(|r| (r.points, r.says.as_ref())));
    }
}

/// How much of the list is below the `last` item in view, on the rule under it, ending before column `end`; where that begins.
fn below(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout, (last, end): (&ListedItem<'_>, u16)) -> u16 {
    let (rule, theme) = (layout.card_rule, canvas.theme);
    if layout.divider.is_none() {
        return end;
    }
    let last = last.item();
    let told = match desk.filter.behind(&desk.session, &last) {
        Some(0) => return end,
        Some(count) => words::more(theme, count),
        None if desk.filter.next(&desk.session, Some(&last)).is_none() => return end,
        None => theme.drawn("▾ more", "v more").to_owned(),
    };
    let told = format!(" {told} ");
    let wide = u16::try_from(gate::width(&told)).unwrap_or(u16::MAX);
    match end.checked_sub(wide).filter(|start| *start > rule.x + SHORTEST) {
        Some(start) => canvas.flush_right(end, rule.y, &told, theme.quiet()).min(start),
        None => end,
    }
}

/// The name of the filter in force and how many claims it lists: on the rule over the list, or where that has none on the
/// rule of the card; then it says where the name begins.
fn heading(canvas: &mut Canvas<'_>, model: &Model, desk: &Desk, layout: &Layout) -> Option<u16> {
    if desk.filter == Filter::All {
        return None;
    }
    let count = desk.filter.count(&desk.session).map(|count| format!(" · {count}")).unwrap_or_default();
    let list = layout.list;
    let above = layout.divider.is_some() && layout.ruled && !matches!(desk.saving, Saving::Failed(_));
    let y = if above { list.y.saturating_sub(1) } else { layout.card_rule.y };
    let drops = format!(" · {} drops", model.keymap.called(Scope::Desk, filter::DROP));
    // As much as there is room for: the names go before the word that says what they are, and that before the key.
    let room = usize::from(list.width.saturating_sub(3)).saturating_sub(gate::width(&count));
    let name = named(&desk.filter.names(), room);
    let fits = |more: &str| gate::width(&name) + gate::width(more) <= room;
    let lead = if fits("showing ") { "showing " } else { "" };
    let drops = if fits(&format!("{lead}{drops}")) { drops } else { String::new() };
    let words = format!(" {lead}{name}{count}{drops} ");
    let accent = canvas.theme.accent();
    let start = canvas.flush_right(list.x + list.width.saturating_sub(1), y, &words, accent);
    (!above).then_some(start)
}

/// As many of `names` as fit `room` columns, and how many more there are.
fn named(names: &[String], room: usize) -> String {
    let told = |count: usize| {
        let shown = names.iter().take(count).map(String::as_str).collect::<Vec<_>>().join(" + ");
        if count < names.len() { format!("{shown} +{}", names.len() - count) } else { shown }
    };
    let most = (1..=names.len()).rev().map(told).find(|told| gate::width(told) <= room);
    most.unwrap_or_else(|| {
        let more = if names.len() > 1 { format!(" +{}", names.len() - 1) } else { String::new() };
        let first = names.first().map_or("", String::as_str);
        format!("{}{more}", gate::fit(first, room.saturating_sub(gate::width(&more))))
    })
}

/// Why a sentence was not proposed, and how to claim it.
fn sentence<'a>(
    canvas: &mut Canvas<'_>,
    model: &Model,
    desk: &Desk,
    area: Rect,
    reasons: impl Iterator<Item = (f64, &'a str)>,
) {
    let theme = canvas.theme;
    if desk.is_on_furniture() {
        let text = model.keymap.called(Scope::Desk, "furniture");
        let told = if desk.is_read_only() { String::new() } else { format!(": {text} makes it text") };
        canvas.fitted(area.x, area.y, area.width, &format!("page furniture, never claimed{told}"), theme.quiet());
        return;
    }
    let hint = if desk.is_read_only() {
        "nobody has claimed this sentence".to_owned()
    } else {
        let [v, d, u, a] =
            ["verified", "disputed", "unknown", "claim"].map(|name| model.keymap.called(Scope::Desk, name));
        format!("{v} {d} {u} mark this sentence, {a} claims it")
    };
    let lines = std::iter::once(hint).chain(reasons.map(|(points, says)| format!("{points:+.2}  {says}")));
    for (y, line) in (area.y..area.y + area.height).zip(lines) {
        canvas.fitted(area.x, y, area.width, &line, theme.quiet());
    }
}
