//! Joins the lines of a hard-wrapped text into paragraphs, and leaves every other line break alone.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::lines::SourceLine;

/// No text is wrapped wider than this, in columns; a longer line is a paragraph of its own.
const WIDEST: usize = 120;
/// No text is wrapped narrower than this, in columns, unless its line ends are blank.
const NARROWEST: usize = 30;

/// Breaks of a text that do not end a sentence, and how many of them look as if a margin made them.
#[derive(Debug, Default)]
struct BreakCounts {
    /// Breaks without a stop before them.
    open: usize,
    /// Of those, the ones with a small letter after them: inside a sentence beyond doubt.
    inside: usize,
    /// Of the open ones, those after which the next word would not have fitted.
    tight: usize,
}

/// Each paragraph of `lines` as one text.
pub(super) fn unwrap(mut lines: Vec<SourceLine<'_>>) -> Vec<Cow<'_, str>> {
    part_rows(&mut lines);
    let widths = widths(&lines);
    let margin = margin(&lines, &widths);
    let mut paragraphs: Vec<Cow<'_, str>> = Vec::with_capacity(lines.len());
    // The line before: its width in columns, and whether it ended in blanks.
    let mut last: Option<(usize, bool)> = None;
    for (line, width) in lines.into_iter().zip(widths) {
        let (apart, flowed) = (line.apart, line.flowed);
        match (paragraphs.last_mut(), last) {
            (Some(before), Some((room, blank))) if !apart && goes_on(before, room, blank, &line, margin) => {
                join(before.to_mut(), &line.text);
            }
            _ => paragraphs.push(line.text),
        }
        last = Some((width, flowed));
    }
    paragraphs
}

/// Sets the rows of tables apart: they are lines of their own, and no margin ended them. One line with a wide gap may be set so.
fn part_rows(lines: &mut [SourceLine<'_>]) {
    let mut from = 0;
    while from < lines.len() {
        let rows = lines
            .iter()
            .skip(from)
            .enumerate()
            .take_while(|(at, line)| line.gapped && (*at == 0 || !line.apart))
            .count();
        if rows >= FEWEST_ROWS {
            let behind = lines.iter().skip(from + rows).take(1).count();
            for line in lines.iter_mut().skip(from).take(rows + behind) {
                line.apart = true;
            }
        }
        from += rows.max(1);
    }
}

/// Lines with wide gaps, one under another, that are a table.
const FEWEST_ROWS: usize = 2;

/// The width of each line in columns; 0 where nothing hangs on it, because a blank line stands before it and after it.
fn widths(lines: &[SourceLine<'_>]) -> Vec<usize> {
    let after = lines.iter().skip(1).map(|next| next.apart).chain([true]);
    lines.iter().zip(after).map(|(line, last)| if line.apart && last { 0 } else { columns(&line.text) }).collect()
}

/// How many columns `line` takes: one for each character of printable ASCII, of which most lines are made.
fn columns(line: &str) -> usize {
    let plain = line.bytes().filter(|byte| matches!(byte, b' '..=b'~')).count();
    if plain == line.len() { plain } else { line.width() }
}

/// The column at which the text is wrapped, if it is.
fn margin(lines: &[SourceLine<'_>], widths: &[usize]) -> Option<usize> {
    let within = |(line, width): (&SourceLine<'_>, &usize)| (!line.apart && *width <= WIDEST).then_some(*width);
    let margin = lines.iter().zip(widths).filter_map(within).max()?;
    // The line before a break is wrapped at the same margin, though it may begin a paragraph.
    let pairs = || lines.iter().zip(widths).zip(lines.iter().skip(1));
    let margin = pairs()
        .filter(|((_, width), next)| !next.apart && **width <= WIDEST)
        .map(|((_, width), _)| *width)
        .fold(margin, usize::max);
    let (mut evidence, mut wide, mut narrow) = (BreakCounts::default(), 0, 0);
    for ((line, width), next) in pairs().filter(|(_, next)| !next.apart) {
        *(if *width > WIDEST { &mut wide } else { &mut narrow }) += width;
        if begins_item(&next.text) || *width > WIDEST {
            continue;
        }
        if !ends_sentence(&line.text) {
            evidence.open += 1;
            evidence.inside += usize::from(begins_small(&next.text));
            evidence.tight += usize::from(width + 1 + first_word(&next.text) > margin);
        }
    }
    let enough = evidence.inside > 0 && evidence.inside * 4 >= evidence.open;
    let even = evidence.tight * 10 >= evidence.open * 8;
    (margin >= NARROWEST && wide * 4 <= narrow && enough && even).then_some(margin)
}

/// True when `next` continues the paragraph `before`, whose last line is `room` columns wide.
fn goes_on(before: &str, room: usize, flowed: bool, next: &SourceLine<'_>, margin: Option<usize>) -> bool {
    if begins_item(&next.text) || room > WIDEST {
        return false;
    }
    let inside = !ends_sentence(before) && begins_small(&next.text);
    if flowed && inside {
        return true;
    }
    let Some(margin) = margin else { return false };
    let tight = room + 1 + first_word(&next.text) > margin;
    // A hand-wrapped text has a ragged margin; inside a sentence the break may come a little early.
    tight || (inside && room * 10 >= margin * 6)
}

/// Adds a line to a paragraph: without a space after a hyphen or between characters of scripts that use none.
fn join(paragraph: &mut String, line: &str) {
    let before = paragraph.chars().next_back().unwrap_or(' ');
    let after = line.chars().next().unwrap_or(' ');
    let mut tail = paragraph.chars().rev();
    let hyphen = tail.next() == Some('-') && tail.next().is_some_and(char::is_alphanumeric);
    let together = hyphen || (unspaced(before) && unspaced(after));
    if !together {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// True for characters of Chinese and Japanese, which put no spaces between words.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

fn first_word(line: &str) -> usize {
    line.split(' ').next().map_or(0, UnicodeWidthStr::width)
}

fn begins_small(line: &str) -> bool {
    let first = line.chars().find(|c| !matches!(c, '(' | '"' | '“' | '‘' | '\'' | '«'));
    first.is_some_and(|c| c.is_lowercase() || unspaced(c))
}

/// True when `line` ends as a sentence does: a stop, perhaps inside closing quotes or brackets.
pub(super) fn ends_sentence(line: &str) -> bool {
    let core = line.trim_end_matches(['"', '\'', '”', '’', '»', '“', '‘', ')', ']', '」', '』', '）']);
    core.ends_with(['.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '։'])
}

/// True when `line` begins with a bullet or a number as list items do.
pub(super) fn begins_item(line: &str) -> bool {
    bulleted(line) || numbered(line).is_some()
}

/// True when `line` begins with a bullet and goes on.
pub(super) fn bulleted(line: &str) -> bool {
    let mut characters = line.chars();
    let bullet = characters.next().is_some_and(|c| "-*–•◦▪‣·●○■□➢➤►✓✔∙⁃\u{f0b7}\u{f0a7}\u{f0d8}".contains(c));
    bullet && characters.next() == Some(' ') && characters.next().is_some()
}

/// The style of a numbered item's mark, such as `1.`, `a)` or `(iv)`: two items of one list share it.
pub(super) fn numbered(line: &str) -> Option<char> {
    let (mark, rest) = line.split_once(' ')?;
    if rest.is_empty() || mark.len() > 6 {
        return None;
    }
    let (core, close) = mark
        .strip_suffix(".)")
        .map(|core| (core, ')'))
        .or_else(|| mark.strip_suffix(')').map(|core| (core, ')')))
        .or_else(|| mark.strip_suffix('.').map(|core| (core, '.')))?;
    let core = core.strip_prefix('(').unwrap_or(core);
    let digits = !core.is_empty() && core.len() <= 3 && core.bytes().all(|byte| byte.is_ascii_digit());
    let letter = core.len() == 1 && core.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = core.len() > 1 && core.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    // "J. Doe said" is no item: a letter counts only before a bracket.
    (digits || (close == ')' && (letter || roman))).then_some(close)
}
