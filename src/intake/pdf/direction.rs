//! Right-to-left words: a PDF has them as they are seen, from left to right; here they become as they are written.
//!
//! Which way a line goes on is told by its letters, as the Unicode Bidirectional Algorithm (UAX #9) lays lines out, backwards.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::content::TextRun;
use super::letter::{is_arabic, is_left_to_right, is_right_to_left};
use super::line::PdfLine;

/// Runs in the order in which they stand on the page: words of a line that were drawn from the right are put from the left.
pub(super) fn from_left(runs: Vec<&TextRun>) -> Vec<&TextRun> {
    if !runs.iter().any(|run| run.text.contains(is_right_to_left)) {
        return runs;
    }
    let mut sorted = Vec::with_capacity(runs.len());
    let mut rest = runs.as_slice();
    while let Some(first) = rest.first() {
        let level = |run: &&&TextRun| (run.y - first.y).abs() < run.size.max(first.size) * 0.5;
        let (line, after) = rest.split_at(rest.iter().take_while(level).count().max(1));
        if line.iter().any(|run| run.text.contains(is_right_to_left)) {
            let on = |one: &&TextRun, next: &&TextRun| next.x >= one.end - next.size * 0.4;
            let mut parts: Vec<&[&TextRun]> = line.chunk_by(on).collect();
            let start = |part: &[&TextRun]| part.first().map_or(0.0, |run| run.x);
            parts.sort_by(|one, other| start(one).total_cmp(&start(other)));
            sorted.extend(parts.into_iter().flatten().copied());
        } else {
            sorted.extend_from_slice(line);
        }
        rest = after;
    }
    sorted
}

/// Puts the words of one page's lines in the order in which they are written.
pub(super) fn as_written(lines: &mut [PdfLine]) {
    let count = |lines: &[PdfLine], is: fn(char) -> bool| -> usize {
        lines.iter().map(|line| line.text.chars().filter(|c| is(*c)).count()).sum()
    };
    let right = count(lines, is_right_to_left);
    if right == 0 {
        return;
    }
    let page = right >= count(lines, is_left_to_right);
    for line in lines {
        let own = |is: fn(char) -> bool| line.text.chars().filter(|c| is(*c)).count();
        let (right, left) = (own(is_right_to_left), own(is_left_to_right));
        let backwards = if left == 0 && right > 0 {
            true
        } else if right == 0 && left > 0 {
            false
        } else {
            page
        };
        if right > 0 || backwards {
            write(line, backwards);
        }
    }
}

/// Puts a line in order. `backwards`: it goes from right to left as a whole, and its column begins at the right.
fn write(line: &mut PdfLine, backwards: bool) {
    let seen: Vec<char> = line.text.chars().collect();
    let order = if backwards { turned(&seen, 0..seen.len()) } else { turned_within(&seen) };
    let mirrored = is_mirrored(&seen, &order);
    let mut text = String::with_capacity(line.text.len());
    // Where each sign's place ends.
    let mut ends = vec![0; seen.len()];
    for (index, turned) in order {
        let Some(c) = seen.get(index).copied() else { continue };
        let c = if turned && mirrored { mirror(c) } else { c };
        match c {
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{fb1d}'..='\u{fdef}' | '\u{fe70}'..='\u{fefc}' => text.extend(std::iter::once(c).nfkc()),
            _ => text.push(c),
        }
        if let Some(end) = ends.get_mut(index) {
            *end = text.len();
        }
    }
    for (at, _) in &mut line.marks {
        let before = line.text.get(..*at).unwrap_or_default().chars().count();
        let next = seen.get(before).is_some_and(|c| is_right_to_left(*c));
        let place = if backwards || next { Some(before) } else { before.checked_sub(1) };
        let edge = if backwards { 0 } else { text.len() };
        *at = place.map_or(0, |place| ends.get(place).copied().unwrap_or(edge));
    }
    line.marks.sort_by_key(|(at, _)| *at);
    line.text = text;
    if backwards {
        (line.x, line.end) = (-line.end, -line.x);
    }
}

/// The order of a line from left to right: only its words of the other direction are turned.
fn turned_within(seen: &[char]) -> Vec<(usize, bool)> {
    let mut order = Vec::with_capacity(seen.len());
    let mut at = 0;
    while let Some(c) = seen.get(at) {
        if !is_right_to_left(*c) {
            order.push((at, false));
            at += 1;
            continue;
        }
        let rest = seen.iter().enumerate().skip(at).take_while(|(_, c)| !is_left_to_right(**c));
        let last = rest.filter(|(_, c)| is_right_to_left(**c)).map(|(index, _)| index).last().unwrap_or(at);
        order.extend(turned(seen, at..last + 1));
        at = last + 1;
    }
    order
}

/// The order of words from right to left: the last is read first, words and figures of the other direction stay as they are.
/// With each sign, whether it was turned.
fn turned(seen: &[char], within: Range<usize>) -> Vec<(usize, bool)> {
    let words = seen.get(..within.end).unwrap_or(seen);
    let arabic = words.iter().skip(within.start).any(|c| is_arabic(*c));
    let mut parts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = within.start;
    while at < words.len() {
        let end = kept(words, at, arabic);
        parts.push(end.map_or((at..at + 1, true), |end| (at..end, false)));
        at = end.unwrap_or(at + 1);
    }
    parts.into_iter().rev().flat_map(|(part, turned)| part.map(move |index| (index, turned))).collect()
}

/// Where the word or figure ends that begins here and goes from left to right.
fn kept(words: &[char], at: usize, arabic: bool) -> Option<usize> {
    let sign = |index: usize| !arabic && words.get(index).is_some_and(|c| "%‰€$£¥₪°".contains(*c));
    let figure = |index: usize| words.get(index).is_some_and(|c| c.is_numeric());
    let letter = |index: usize| words.get(index).is_some_and(|c| is_left_to_right(*c));
    let start = if sign(at) && figure(at + 1) { at + 1 } else { at };
    if !figure(start) && !letter(start) {
        return None;
    }
    let mut latin = letter(start);
    let mut end = start + 1;
    loop {
        let next = (end..words.len())
            .find(|index| figure(*index) || letter(*index) || words.get(*index).is_some_and(|c| is_right_to_left(*c)));
        let Some(next) = next.filter(|next| figure(*next) || letter(*next)) else { break };
        let between = words.get(end..next).unwrap_or_default();
        let joint = match between {
            [] => true,
            [c] if figure(next) => ".,:/\u{a0}\u{202f}٫٬".contains(*c) || !arabic && "+-".contains(*c),
            _ => false,
        };
        if !joint && !latin {
            break;
        }
        latin |= letter(next);
        end = next + 1;
    }
    Some(if sign(end) && figure(end - 1) { end + 1 } else { end })
}

/// True when brackets stand as they are drawn, not as they are written: a closing one would come first.
fn is_mirrored(seen: &[char], order: &[(usize, bool)]) -> bool {
    let brackets: Vec<char> = order
        .iter()
        .filter(|(_, turned)| *turned)
        .filter_map(|(index, _)| seen.get(*index).copied())
        .filter(|c| mirror(*c) != *c)
        .collect();
    let both = brackets.iter().any(|c| brackets.contains(&mirror(*c)));
    !both || brackets.first().is_some_and(|c| ")]}>»›".contains(*c))
}

/// The bracket that opens what this one closes, and the other way round.
const fn mirror(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        other => other,
    }
}
