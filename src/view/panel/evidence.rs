//! What the evidence says, three rows each: where it stands, the words with those that match marked, what agrees or differs.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece, Text};
use ratatui::widgets::ListItem;

use super::choice;
use super::sheet::{Easel, Sheet};
use crate::app::at_hand::{CitedSource, Found, HeldQuote};
use crate::app::desk::Desk;
use crate::app::frame::Listed;
use crate::app::otherwise::OtherWords;
use crate::app::panel::evidence::{Exhibit, Passages};
use crate::evidence::{Agrees, Comparison, Excerpt, Mend, Standing};
use crate::text::{Span, gate, wrap};
use crate::view::theme::Styles;
use crate::view::words;

/// Rows of each thing that is listed.
const EACH: usize = 3;
/// Columns that a file's name has at least; the place in it is worth more where there are few.
const LEAST: usize = 12;
/// The same on a narrow screen.
const SHORTEST: usize = 4;
/// Columns below which a share stands without its words.
const NARROW: u16 = 48;

pub(super) fn draw(easel: Easel<'_>, held: &Passages) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let found = held.found(desk);
    let exhibits = found.map(|found| Passages::exhibits(found)).unwrap_or_default();
    let none = exhibits.is_empty().then(|| why_none(desk, found.is_some()));
    let room = usize::from(Listed::evidence(model.size, 1, 0).area.width).max(1);
    let rows = none.as_ref().map(|told| wrap::rows(told, room)).unwrap_or_default();
    let listed = Listed::evidence(model.size, exhibits.len().max(rows.len().div_ceil(EACH)), held.at);
    let title = match (&held.typed, &held.claim) {
        (Some(typed), _) => format!("Evidence · “{typed}”"),
        (None, Some(claim)) => easel.titled("Evidence", claim),
        (None, None) => "Evidence".to_owned(),
    };
    let (mut sheet, area) = easel.framed(listed.frame, &title);
    let about = Rect { height: listed.area.y.saturating_sub(area.y).min(2), ..area };
    sheet.lines(about, claim(theme, about, desk, held));
    match found {
        Some(found) if !exhibits.is_empty() => {
            let width = listed.area.width;
            let item = |exhibit: &_| ListItem::new(item(theme, width, (desk, found), *exhibit));
            choice::list(&mut sheet, theme, listed, held.at, (&exhibits, item));
        }
        _ => {
            let (told, most) = (none.unwrap_or_default(), usize::from(listed.area.height));
            let line = |(at, row): (usize, &Span)| {
                let words = row.of(&told).trim_end();
                let cut = at + 1 == most && rows.len() > most;
                let cut = cut.then(|| words::cut(words, room));
                words::line(theme, cut.as_deref().unwrap_or(words), theme.quiet())
            };
            sheet.lines(listed.area, rows.iter().take(most).enumerate().map(line).collect::<Vec<_>>());
        }
    }
    Some(sheet)
}

/// The claim's words, as far as `area` holds them.
fn claim(theme: Styles, area: Rect, desk: &Desk, held: &Passages) -> Vec<Line<'static>> {
    let claim = held.claim.as_ref().and_then(|claim| desk.session.claims().by_id(claim));
    let text = claim.map_or("", |claim| desk.session.exact(claim));
    let (width, most) = (usize::from(area.width).max(1), usize::from(area.height));
    let rows = wrap::first_rows(text, width, most + 1);
    let line = |(at, row): (usize, &Span)| {
        let words = row.of(text).trim_end();
        let cut = (rows.len() > most && at + 1 == most).then(|| words::cut(words, width));
        words::line(theme, cut.as_deref().unwrap_or(words), theme.strong())
    };
    rows.iter().take(most).enumerate().map(line).collect()
}

/// Why there is nothing to show.
fn why_none(desk: &Desk, asked: bool) -> String {
    let gathered = &desk.at_hand.gathered;
    if !gathered.done && gathered.of > 0 {
        return format!("The evidence is being read: {} of {} files.", gathered.read, gathered.of);
    }
    if gathered.of == 0 && !gathered.said.is_empty() {
        return format!("No evidence is at hand any more. {}", gathered.said.join(" · "));
    }
    if gathered.of == 0 {
        return format!(
            "No evidence is at hand. Put the files into a folder {}.evidence beside the session, or name them with factdesk evidence --add.",
            desk.name
        );
    }
    if asked { "Nothing in the evidence has these words.".to_owned() } else { "Looking …".to_owned() }
}

fn item(theme: Styles, width: u16, (desk, found): (&Desk, &Found), exhibit: Exhibit) -> Text<'static> {
    let lines = match exhibit {
        Exhibit::Note(at) => {
            found.cited.get(at).map(|cited| note(theme, width, cited, cited.is_held_back(&desk.session)))
        }
        Exhibit::Quote(at) => found.quotes.get(at).map(|held| quote(theme, width, held)),
        Exhibit::Passage(at) => {
            found.excerpts.get(at).map(|excerpt| passage(theme, width, excerpt, is_confidential(desk, excerpt)))
        }
    };
    let mut lines: Vec<_> = lines.unwrap_or_default().into_iter().map(choice::padded).collect();
    // A short one takes its rows all the same: what is selected and what is pressed is told by them.
    lines.resize(EACH, Line::default());
    Text::from(lines)
}

/// A row of words, two columns to the right.
fn below(line: Line<'static>) -> Line<'static> {
    let mut line = line;
    line.spans.insert(0, Piece::raw("  "));
    line
}

/// A source that a note of the writer names.
fn note(theme: Styles, width: u16, cited: &CitedSource, confidential: bool) -> Vec<Line<'static>> {
    let citation = &cited.citation;
    let named =
        [citation.title.as_deref(), citation.person.as_deref(), citation.locator.as_deref(), citation.date.as_deref()];
    let named = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let about = if confidential { "confidential" } else { "" };
    let room = width.saturating_sub(8);
    let means = |file: &String| format!("means {}", words::without_middle(file, usize::from(room)));
    let file = cited.file.as_ref().map_or("names no file at hand".to_owned(), means);
    vec![
        words::spread(theme, width, (&format!("the writer names: {named}"), theme.accent()), (about, theme.warning())),
        below(words::fitted(theme, &format!("“{}”", citation.text), width.saturating_sub(2), theme.plain())),
        below(words::fitted(theme, &file, width.saturating_sub(2), theme.quiet())),
    ]
}

/// A file with the place in it, beside `other` words in a row: a long path is cut in its middle, the place never.
fn named(file: &str, place: &str, width: u16, other: &str) -> String {
    let room = usize::from(width).saturating_sub(gate::width(place) + gate::width(other) + 2);
    let least = if width < NARROW { SHORTEST } else { LEAST };
    format!("{}{place}", words::without_middle(file, room.max(least)))
}

/// A quote, where it was said, and how it differs.
fn quote(theme: Styles, width: u16, held: &HeldQuote) -> Vec<Line<'static>> {
    let checked = &held.checked;
    let (told, style) = match checked.standing {
        Standing::Exact => ("quote: exact", theme.accent()),
        Standing::Marked => ("quote: exact but for what is marked", theme.accent()),
        Standing::Misattributed => ("quote: in another's mouth", theme.warning()),
        Standing::Altered => ("quote: altered", theme.warning()),
        Standing::NotFound if held.left_out > 0 => ("quote: not found in what was looked through", theme.strong()),
        Standing::NotFound => ("quote: not found", theme.strong()),
    };
    let said = checked.said.zip(held.material.as_ref());
    let place = said.map(|(said, material)| {
        let at = material.locator(said.span.start).map(|at| format!(" · {at}")).unwrap_or_default();
        named(&material.name, &at, width, told)
    });
    let change = |mend: &Mend| match mend {
        Mend::Changed(quote, said) => format!("“{quote}” for “{said}”"),
        Mend::Added(quote) => format!("“{quote}” added"),
        Mend::Lost(said) => format!("“{said}” left out"),
    };
    let changes = checked.mends.iter().map(change).chain(checked.says.iter().cloned());
    let cut = (checked.standing == Standing::NotFound && held.left_out > 0).then(|| held.looked_in());
    let changes: Vec<String> = changes.chain(cut).collect();
    vec![
        words::spread(theme, width, (told, style), (&place.unwrap_or_default(), theme.quiet())),
        below(words::fitted(theme, &format!("“{}”", held.quote), width.saturating_sub(2), theme.plain())),
        below(words::fitted(theme, &changes.join(" · "), width.saturating_sub(2), style)),
    ]
}

/// True for a passage of a file that no export gives away unless asked.
fn is_confidential(desk: &Desk, excerpt: &Excerpt) -> bool {
    desk.at_hand.file(&desk.session, &excerpt.material.name).is_some_and(|file| file.confidential)
}

/// A passage with its place.
fn passage(theme: Styles, width: u16, excerpt: &Excerpt, confidential: bool) -> Vec<Line<'static>> {
    let locator = excerpt.locator().map(|at| format!(" · {at}")).unwrap_or_default();
    let speaker = excerpt.speaker().map(|name| format!(" · {name}")).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share, as percent")]
    let covered = (excerpt.covered.clamp(0.0, 1.0) * 100.0).round() as u8;
    let noted = if excerpt.pointed { "the writer's note · " } else { "" };
    let noted = if confidential { "confidential · " } else { noted };
    let right = match (width < NARROW, confidential) {
        (true, true) => "confidential".to_owned(),
        (true, false) => format!("{covered} %"),
        (false, _) => format!("{noted}{covered} % of its words"),
    };
    let style = if confidential { theme.warning() } else { theme.quiet() };
    let place = named(&excerpt.material.name, &format!("{locator}{speaker}"), width, &right);
    let room = width.saturating_sub(2);
    let mut lines = vec![words::spread(theme, width, (&place, theme.accent()), (&right, style))];
    let rows = if excerpt.compares.is_empty() { 2 } else { 1 };
    lines.extend(shown(theme, room, excerpt, rows).into_iter().map(below));
    if !excerpt.compares.is_empty() {
        lines.push(below(compared(theme, room, &excerpt.compares)));
    }
    lines
}

/// As much of a passage as `rows` hold, from a little before the first word that matches on.
fn shown(theme: Styles, width: u16, excerpt: &Excerpt, rows: usize) -> Vec<Line<'static>> {
    let text = excerpt.exact();
    let width = usize::from(width).max(1);
    let all = wrap::first_rows(text, width, 64);
    let first = excerpt.marks.first().map_or(0, |mark| mark.start);
    let from = if all.len() > rows { all.iter().position(|row| row.end > first).unwrap_or(0) } else { 0 };
    let from = from.min(all.len().saturating_sub(rows));
    let line = |row: &Span| {
        let end = row.start + row.of(text).trim_end().len();
        let marks = excerpt.marks.iter().filter(|mark| mark.start < end && mark.end > row.start);
        let inside = |mark: &Span| Span::new(mark.start.max(row.start) - row.start, mark.end.min(end) - row.start);
        let marks: Vec<_> = marks.map(|mark| (inside(mark), theme.found())).collect();
        Line::from(words::marked(theme, Span::new(row.start, end).of(text), theme.plain(), &marks))
    };
    all.iter().skip(from).take(rows).map(line).collect()
}

/// What both say, side by side, what differs first.
fn compared(theme: Styles, width: u16, compares: &[Comparison]) -> Line<'static> {
    let mut sorted: Vec<&Comparison> = compares.iter().collect();
    sorted.sort_by_key(|comparison| match comparison.agrees {
        Agrees::No => 0,
        Agrees::Open => 1,
        Agrees::Near => 2,
        Agrees::Yes => 3,
    });
    let mut line = Line::default();
    let mut left = usize::from(width);
    for comparison in sorted {
        let (how, style) = match comparison.agrees {
            Agrees::No => ("differs", theme.warning()),
            Agrees::Open => ("", theme.strong()),
            Agrees::Near => ("near", theme.strong()),
            Agrees::Yes => ("agrees", theme.quiet()),
        };
        let told = match comparison.agrees {
            Agrees::Yes => format!("{}: {how}", comparison.claim),
            Agrees::Open => OtherWords { here: comparison.claim.clone(), there: comparison.source.clone() }.told(),
            Agrees::No | Agrees::Near => format!("claim {} · source {}: {how}", comparison.claim, comparison.source),
        };
        let wide = gate::width(&told) + 3;
        if !line.spans.is_empty() && wide > left {
            break;
        }
        if !line.spans.is_empty() {
            line.spans.push(Piece::raw("   "));
        }
        line.spans.extend(words::spans(theme, &gate::fit(&told, left), style));
        left = left.saturating_sub(wide);
    }
    line
}
