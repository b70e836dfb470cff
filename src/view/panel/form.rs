//! A form over a claim: its fields, and below them what belongs into the one with the keys.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget as _};

use super::sheet::{Easel, Sheet, foot};
use crate::app::Model;
use crate::app::aside::aside;
use crate::app::card::{CorrectionLook, Marked, bracketed, in_row, marked};
use crate::app::form::{Form, FormInput, Slot, hint};
use crate::app::frame::inside;
use crate::app::offered::{self, OFFERED};
use crate::app::panel::form::SCOPE;
use crate::review::field;
use crate::text::gate;
use crate::text::wrap;
use crate::view::theme::Styles;
use crate::view::{card, typed, words};

/// Columns of a form's frame.
const WIDTH: u16 = 84;

/// Rows of a form that is sure to have room beside the article.
const LOW: u16 = 4;

/// Rows for fields below which none is spent on the claim's words.
const FEW: u16 = 4;

/// Columns of the labels where there is room, the same in every form.
const LABEL: u16 = 14;

/// Columns of a form below which its values have what its labels leave.
const NARROW: u16 = 48;

/// Rows of what is said of a field at most.
const SAID: usize = 2;

/// Rows of a text field that are shown at most.
const TALLEST: u16 = 6;

/// Rows of the claim's words at most.
const QUOTED: u16 = 3;

/// Rows that a correction is previewed in at most.
const PREVIEW: u16 = 4;

pub(super) fn draw(easel: Easel<'_>, form: &Form) -> Sheet {
    let model = easel.model;
    let width = inside(aside(model.desk(), model.size, WIDTH, LOW)).width;
    let label = labels(form, width);
    let heights: Vec<u16> = form.fields.iter().map(|field| height(field, width.saturating_sub(label))).collect();
    let below = below(model, form, width);
    let wanted = heights.iter().sum::<u16>().saturating_add(below.rows()).saturating_add(2);
    let frame = aside(model.desk(), model.size, WIDTH, wanted);
    let (mut sheet, area) = easel.framed(frame, &title(easel, form));
    // On a low screen the help gives way first, then the fields above the one with the keys.
    let own = heights.iter().sum::<u16>().min(area.height);
    let own = match area.height - own {
        left if left >= below.rows() => area.height - below.rows(),
        // As much of what belongs below as there is room for.
        1.. => own,
        // The claim's words stay in view, on one row.
        0 if area.height > FEW => area.height - 1,
        0 => area.height,
    };
    let mut first = 0;
    while first < form.at && heights.iter().take(form.at + 1).skip(first).sum::<u16>() > own {
        first += 1;
    }
    let (mut y, mut drawn) = (area.y, 0);
    for (index, (field, height)) in form.fields.iter().zip(&heights).enumerate().skip(first) {
        let left = (area.y + own).saturating_sub(y);
        if left == 0 {
            break;
        }
        let row = Rect { y, height: (*height).min(left), ..area };
        let value = Rect { x: row.x + label, width: row.width.saturating_sub(label), ..row };
        let ink = if index == form.at { easel.theme.accent() } else { easel.theme.quiet() };
        sheet.line(row, &words::fitted(easel.theme, field.label, label - 1, ink));
        field_rows(&mut sheet, easel.theme, value, (field, form.by_itself(field.label)), index == form.at);
        if index == form.at && row.height == 1 {
            ghost(&mut sheet, easel, form, value);
        }
        y += row.height;
        drawn += 1;
    }
    let mut cut = 0;
    if own < area.height {
        let gap = u16::from(area.height - own > 1);
        let rest = Rect { y: area.y + own + gap, height: area.height - own - gap, ..area };
        cut = below.draw(&mut sheet, easel.theme, rest);
    }
    sheet.more(easel.theme, foot(frame), form.fields.len() - drawn + cut);
    sheet
}

/// Columns of the labels in a form of `width` columns.
fn labels(form: &Form, width: u16) -> u16 {
    let longest = form.fields.iter().map(|field| gate::width(field.label) + 2).max().unwrap_or(0);
    if width < NARROW { u16::try_from(longest).unwrap_or(LABEL).min(LABEL) } else { LABEL }
}

/// What the form is for, the claim, and how many others.
fn title(easel: Easel<'_>, form: &Form) -> String {
    let title = easel.titled(&form.purpose.title(), &form.claim);
    match form.others.len() {
        0 => title,
        more => format!("{title} and {more} more"),
    }
}

/// How many rows a field takes.
fn height(field: &Slot, room: u16) -> u16 {
    match &field.input {
        FormInput::Text(editor) => {
            let most = usize::from(TALLEST);
            let rows = editor.near(usize::from(room), most, most).rows.len();
            u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, TALLEST)
        }
        FormInput::Choice(..) | FormInput::Flag(_) => 1,
    }
}

/// What stands below the fields.
enum Below {
    /// What belongs into the field with the keys, where fields have hints, and the claim's words over so many rows.
    Words(Vec<String>, String, u16),
    /// What a correction takes out and puts in, over so many rows; and the same in brief, for fewer.
    Change(Marked, Marked, u16),
}

fn below(model: &Model, form: &Form, width: u16) -> Below {
    let held = model.desk().and_then(|desk| Some((&desk.session, desk.session.any_claim(&form.claim)?)));
    let words = held.map(|(session, claim)| match form.correction(claim) {
        // What was proposed for the words of an earlier draft is no correction of what else has changed in them.
        Some(correction) => session.corrected(claim, correction),
        None => session.words_of(claim),
    });
    if let (true, Some(words), Some(instead)) = (form.purpose.field == &field::CORRECTIONS, words, form.fields.first())
    {
        let look = |brief| CorrectionLook { brief, bracketed: bracketed(&model.settings) };
        let shown = |brief| marked(words, instead.value(), look(brief));
        let whole = shown(false);
        let rows = wrap::rows(&whole.0, usize::from(width)).len();
        return Below::Change(whole, shown(true), u16::try_from(rows).unwrap_or(PREVIEW).min(PREVIEW));
    }
    let mut hint = said(form, usize::from(width));
    if let Some(joined) = joined(model, form) {
        hint.extend(rows(&joined, usize::from(width)));
    }
    match earlier(model, form, usize::from(width)) {
        Some(earlier) => hint.push(earlier),
        // A blank row parts it from the claim's words.
        None if !hint.is_empty() => hint.push(String::new()),
        None => {}
    }
    let words = words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = wrap::rows(&words, usize::from(width)).len();
    Below::Words(hint, words, u16::try_from(rows).unwrap_or(QUOTED).min(QUOTED))
}

/// What belongs into the field with the keys, in as many rows as that of any field takes, so that nothing jumps on the way.
fn said(form: &Form, width: usize) -> Vec<String> {
    let of = |field: &Slot| rows(hint(form.purpose.field, field.label), width);
    let most = form.fields.iter().map(|field| of(field).len()).max().unwrap_or(0);
    let mut here = form.fields.get(form.at).map(of).unwrap_or_default();
    here.resize(most, String::new());
    here
}

/// The first rows of `text`, with a sign where there are more.
fn rows(text: &str, width: usize) -> Vec<String> {
    let all = wrap::first_rows(text, width.max(1), SAID + 1);
    let row = |(at, row): (usize, &crate::review::Span)| {
        let held = row.of(text).trim_end();
        if at + 1 == SAID && all.len() > SAID { words::cut(held, width) } else { held.to_owned() }
    };
    all.iter().take(SAID).enumerate().map(row).filter(|row| !row.is_empty()).collect()
}

/// What earlier sessions wrote into the field with the keys, and the key that takes the first; a row that stays, where there may be
/// something to offer.
fn earlier(model: &Model, form: &Form, width: usize) -> Option<String> {
    let words = &model.desk()?.seen.words;
    if words.is_empty() || !form.is_offered() {
        return None;
    }
    let offers = form.offers(words);
    let key = format!(" · {} takes the first", model.keymap.called(SCOPE, "complete"));
    let told = format!("earlier: {}", offers.into_iter().take(OFFERED).collect::<Vec<_>>().join(" · "));
    let room = width.saturating_sub(gate::width(&key));
    Some(if told.len() > "earlier: ".len() { format!("{}{key}", gate::fit(&told, room)) } else { String::new() })
}

/// What else the speaker is called, and the key that joins it; `None` in other forms and where there is one name alone.
fn joined(model: &Model, form: &Form) -> Option<String> {
    let desk = model.desk().filter(|_| form.purpose.field == &field::SPEAKER)?;
    let claim = desk.session.claims().by_id(&form.claim)?;
    let name = &claim.speaker.as_ref()?.name;
    let persons = desk.voices.persons(&desk.session);
    let names = persons.at(name, claim.span.start).map_or(&[][..], |person| persons.names(person));
    let others: Vec<&str> = names.iter().filter(|other| *other != name).map(String::as_str).collect();
    let person = desk.voices.of(&desk.session, claim)?;
    let count = desk.session.claims().iter().filter(|claim| person.says(claim)).count();
    let key = model.keymap.called(SCOPE, "accept-for-all");
    let also = if others.is_empty() { String::new() } else { format!(", also as {}", others.join(", ")) };
    (count > 1).then(|| format!("{key} keeps it for all {count} claims of {name}{also}"))
}

impl Below {
    /// The rows it takes, a blank one above it included.
    fn rows(&self) -> u16 {
        match self {
            // One or two rows of hints.
            Self::Words(hints, _, rows) => 1 + u16::try_from(hints.len()).unwrap_or(2) + *rows,
            Self::Change(_, _, rows) => 1 + *rows,
        }
    }

    /// Draws it, and says how many rows of it are cut without a sign of their own.
    fn draw(&self, sheet: &mut Sheet, theme: Styles, area: Rect) -> usize {
        match self {
            Self::Words(hints, claimed, rows) => {
                let mut area = area;
                // The words go before the hints.
                let room = usize::from(area.height).saturating_sub(usize::from(!claimed.is_empty()));
                // Where there is little room, nothing parts them.
                let tight = hints.len() + usize::from(*rows) > usize::from(area.height);
                for hint in hints.iter().filter(|hint| !tight || !hint.is_empty()).take(room) {
                    sheet.line(area, &words::fitted(theme, hint, area.width, theme.quiet()));
                    area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
                }
                let rows = wrap::rows(claimed, usize::from(area.width));
                let cut = rows.len() > usize::from(area.height);
                let line = |(nth, row): (usize, &crate::review::Span)| {
                    let held = row.of(claimed).trim_end();
                    // What is cut ends with an ellipsis.
                    let more = cut && nth + 1 == usize::from(area.height);
                    let held = if more { format!("{held} …") } else { held.to_owned() };
                    words::fitted(theme, &held, area.width, theme.quiet())
                };
                sheet.lines(area, rows.iter().enumerate().map(line));
                0
            }
            Self::Change(whole, brief, _) => {
                let fits = wrap::rows(&whole.0, usize::from(area.width)).len() <= usize::from(area.height);
                let (text, marks) = if fits { whole } else { brief };
                let line = |row: &crate::review::Span| {
                    let held = row.of(text).trim_end();
                    let marks: Vec<_> =
                        in_row(marks, *row, held.len()).map(|(span, ink)| (span, card::style(theme, ink))).collect();
                    Line::from(words::marked(theme, held, theme.plain(), &marks))
                };
                let rows = wrap::rows(text, usize::from(area.width));
                sheet.lines(area, rows.iter().map(line));
                rows.len().saturating_sub(area.height.into())
            }
        }
    }
}

/// Behind what is typed on one row, the rest of what is offered for it.
fn ghost(sheet: &mut Sheet, easel: Easel<'_>, form: &Form, area: Rect) {
    let Some(desk) = easel.model.desk() else { return };
    let typed = form.fields.get(form.at).map_or("", Slot::value);
    let offers = form.offers(&desk.seen.words);
    let rest = offers.first().and_then(|offer| offered::rest(offer, typed));
    let used = u16::try_from(gate::width(typed)).unwrap_or(u16::MAX);
    if let Some(rest) = rest.filter(|_| used < area.width) {
        let behind = Rect { x: area.x + used, width: area.width - used, height: 1, ..area };
        sheet.line(behind, &words::fitted(easel.theme, rest, behind.width, easel.theme.quiet()));
    }
}

/// Draws a field's value, which may be something by itself while no word is chosen; the cursor stands in a text that has the keys.
fn field_rows(
    sheet: &mut Sheet,
    theme: Styles,
    area: Rect,
    (field, itself): (&Slot, Option<&'static str>),
    active: bool,
) {
    match &field.input {
        FormInput::Text(editor) => {
            let (lines, (x, y)) = typed::wrapped(theme, editor, area.width, area.height);
            Paragraph::new(lines).render(area.intersection(sheet.buffer.area), &mut sheet.buffer);
            if active {
                sheet.cursor = Some((area.x + x, area.y + y));
            }
        }
        FormInput::Choice(words, at) => {
            let unsaid = match itself {
                Some(itself) if active => format!("{itself} so far"),
                _ => itself.unwrap_or("not said").to_owned(),
            };
            let said: Vec<&str> =
                words.iter().map(|word| if word.is_empty() { unsaid.as_str() } else { word.as_str() }).collect();
            let quiet = itself.is_none() && words.get(*at).is_none_or(String::is_empty);
            sheet.line(area, &choice(theme, area.width, (&said, *at), quiet, active));
        }
        FormInput::Flag(flag) => {
            let words = if *flag { "[x] yes" } else { "[ ] no" };
            sheet.line(area, &words::fitted(theme, words, area.width, theme.plain()));
        }
    }
}

/// The word chosen, quietly where none is; while the field has the keys all of them, where there is room.
fn choice(theme: Styles, width: u16, (words, at): (&[&str], usize), quiet: bool, active: bool) -> Line<'static> {
    let all: usize = words.iter().map(|word| gate::width(word) + 1).sum();
    if active && all <= usize::from(width) + 1 {
        let apart = if all + words.len() <= usize::from(width) + 2 { "  " } else { " " };
        let mut line = Line::default();
        for (index, word) in words.iter().enumerate() {
            let style = if index == at { theme.selected() } else { theme.quiet() };
            line.spans.extend(words::spans(theme, word, style));
            line.spans.push(Span::raw(apart));
        }
        return line;
    }
    let word = words.get(at).copied().unwrap_or_default();
    let shown = if active {
        format!("{} {word} {}", theme.drawn("‹", "<"), theme.drawn("›", ">"))
    } else {
        word.to_owned()
    };
    words::fitted(theme, &shown, width, if quiet { theme.quiet() } else { theme.plain() })
}
