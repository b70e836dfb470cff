//! Words that have passed the gate, as ratatui's spans and lines: what panels hand to widgets.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::theme::Styles;
use crate::app::search;
use crate::review::Span as Bytes;
use crate::text::gate;

/// One line of text, every character safe to show; what would not have shown itself stands out.
pub(super) fn spans(theme: Styles, text: &str, style: Style) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, _) = gate::plain(rest, usize::MAX);
        let (run, after) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        if !run.is_empty() {
            spans.push(Span::styled(run.to_owned(), style));
        }
        let Some(grapheme) = after.graphemes(true).next() else { break };
        rest = after.get(grapheme.len()..).unwrap_or_default();
        if !grapheme.contains('\n') {
            let cell = gate::shown(grapheme);
            let style = if cell.odd { style.patch(theme.odd()) } else { style };
            spans.push(Span::styled(cell.text.into_owned(), style));
        }
    }
    spans
}

/// One line of text with marks laid over parts of it, in bytes; of two over one another the later counts.
pub(super) fn marked(theme: Styles, text: &str, style: Style, marks: &[(Bytes, Style)]) -> Vec<Span<'static>> {
    if marks.is_empty() {
        return spans(theme, text, style);
    }
    let mut out = Vec::new();
    let (mut start, mut last) = (0, style);
    // No mark cuts a grapheme in two.
    for (at, grapheme) in text.grapheme_indices(true) {
        let here = Bytes::new(at, at + grapheme.len());
        let over = marks.iter().filter(|(span, _)| span.overlaps(here));
        let now = over.fold(style, |style, (_, mark)| style.patch(*mark));
        if now != last {
            out.extend(spans(theme, Bytes::new(start, at).of(text), last));
            (start, last) = (at, now);
        }
    }
    out.extend(spans(theme, Bytes::new(start, text.len()).of(text), last));
    out
}

/// One line of text.
pub(super) fn line(theme: Styles, text: &str, style: Style) -> Line<'static> {
    Line::from(spans(theme, text, style))
}

/// As much of `text` as fits `columns`, with an ellipsis when some did not.
pub(super) fn fitted(theme: Styles, text: &str, columns: u16, style: Style) -> Line<'static> {
    line(theme, &gate::fit(text, usize::from(columns)), style)
}

/// `text` with the sign that it goes on, in so many columns.
pub(super) fn cut(text: &str, columns: usize) -> String {
    gate::fit(&format!("{text} …"), columns).into_owned()
}

/// What stands where something is cut: `▾ 3 more`.
pub(super) fn more(theme: Styles, count: usize) -> String {
    format!("{} {count} more", theme.drawn("▾", "v"))
}

/// Words on the left, as many as fit, and others on the right of `columns`, two blanks between them. A third of the columns is the
/// left ones', where they take so many.
pub(super) fn spread(theme: Styles, columns: u16, left: (&str, Style), right: (&str, Style)) -> Line<'static> {
    let all = usize::from(columns);
    let least = gate::width(left.0).min(all / 3);
    let right_words = gate::fit(right.0, all.saturating_sub(least + 2));
    let left_words = gate::fit(left.0, all.saturating_sub(gate::width(&right_words) + 2));
    let gap = all.saturating_sub(gate::width(&left_words) + gate::width(&right_words));
    let mut line = line(theme, &left_words, left.1);
    line.spans.push(Span::raw(" ".repeat(gap)));
    line.spans.extend(spans(theme, &right_words, right.1));
    line
}

/// What fits `columns` of `text` with the first of the words of `query` that it holds in it, some words before it.
pub(super) fn around(text: &str, query: &str, columns: usize) -> String {
    let first = query.split_whitespace().filter_map(|word| search::all(text, word).next()).min_by_key(|hit| hit.start);
    let Some(hit) = first.filter(|hit| gate::width(text.get(..hit.end).unwrap_or_default()) + 1 > columns) else {
        return gate::fit(text, columns).into_owned();
    };
    let ahead = text.get(..hit.start).unwrap_or_default();
    let kept = ahead.char_indices().rev().map(|(at, _)| at);
    let room = columns.saturating_sub(gate::width(hit.of(text)) + 1).min(columns / 3);
    let from = kept.take_while(|at| gate::width(ahead.get(*at..).unwrap_or_default()) < room).last();
    gate::fit(&format!("…{}", text.get(from.unwrap_or(hit.start)..).unwrap_or_default()), columns).into_owned()
}

/// `text` of so many characters at most, cut in its middle: the end of a path or a name tells more than its beginning.
pub(super) fn without_middle(text: &str, most: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= most {
        return text.to_owned();
    }
    let kept = most.saturating_sub(1);
    let (head, tail) = (kept / 3, kept - kept / 3);
    chars.iter().take(head).chain(&['…']).chain(chars.iter().skip(chars.len() - tail)).collect()
}
