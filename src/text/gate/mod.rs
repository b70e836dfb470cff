//! The gate between text and whoever reads it: every character from outside becomes one that shows it and is never obeyed, on the
//! screen, in reports and in messages alike.
//!
//! Start with [`shown`] for one grapheme, [`clean`] for a whole line. Storage and exports keep the characters as they are.
//! What is shown how follows Vim, which lets nothing act and hides nothing.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Stands for a character that must not reach the terminal and has no picture of its own.
pub const HIDDEN: &str = "\u{fffd}";

/// Marks kept on one base character; Unicode's stream-safe format allows 30, no writing system needs 10.
const MARKS: usize = 10;

/// Bytes of one grapheme that reach the terminal at most. A family of four with skin tones has 41.
const BYTES: usize = 64;

/// A grapheme as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// What goes into the cells.
    pub text: Cow<'a, str>,
    /// How many columns it takes: 1 or 2, and one more for every mark that takes room of its own.
    pub width: u16,
    /// True when it stands for something that would not have shown itself.
    pub odd: bool,
}

/// How the screen shows one grapheme; line breaks are the caller's.
pub fn shown(grapheme: &str) -> Shown<'_> {
    if cfg!(sabotage = "no-gate") {
        return Shown { text: Cow::Borrowed(grapheme), width: 1, odd: false };
    }
    if let [byte] = grapheme.as_bytes() {
        return ascii(grapheme, *byte);
    }
    if grapheme == "\r\n" {
        return odd("␍");
    }
    if let Some(based) = on_circle(grapheme) {
        let Shown { text, width, .. } = shown(&based);
        return Shown { text: Cow::Owned(text.into_owned()), width, odd: true };
    }
    let mut kept = String::new();
    let (mut changed, mut cut) = (false, false);
    for (index, c) in grapheme.chars().enumerate() {
        if index > MARKS || kept.len() + c.len_utf8() > BYTES {
            (changed, cut) = (true, true);
            break;
        }
        if dangerous(c) && !(index > 0 && joins(c, grapheme)) {
            kept.push_str(HIDDEN);
            changed = true;
        } else if c.is_control() {
            return odd(HIDDEN);
        } else {
            kept.push(c);
        }
    }
    if cut {
        kept.push('…');
    }
    if changed {
        // What was put in may have cut it into pieces, and each must be able to stand alone.
        let columns = u16::try_from(width(&kept)).unwrap_or(2);
        return Shown { text: Cow::Owned(clean(&kept).into_owned()), width: columns, odd: true };
    }
    match u16::try_from(kept.width()) {
        Ok(0) => odd(HIDDEN),
        // A letter of two columns and a mark that takes one of its own are three.
        columns => Shown { text: Cow::Borrowed(grapheme), width: columns.unwrap_or(2), odd: false },
    }
}

/// A mark without its letter on the dotted circle, or it would stand on the cell before; `None` for any other grapheme.
fn on_circle(grapheme: &str) -> Option<String> {
    let alone = |first: &char| (first.width() == Some(0) || is_combining_mark(*first)) && !dangerous(*first);
    grapheme.chars().next().filter(alone)?;
    // Most marks follow their letter, a few stand before it.
    let based = [format!("\u{25cc}{grapheme}"), format!("{grapheme}\u{25cc}")];
    based.into_iter().find(|text| text.graphemes(true).nth(1).is_none())
}

/// True for what most lines are made of: characters that show as they are, each a grapheme next to any other of them; the
/// program's own rules and glyphs among them.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '¡'..='¬' | '®'..='ſ' | '–' | '—' | '‘'..='„' | '•' | '…' | '€' | '─'..='╿' | '▌' | '▏' | '○' | '✓' | '✗')
}

/// True when every character of `text` is plain, or one that is `allowed`.
fn all_plain(text: &str, allowed: impl Fn(char) -> bool) -> bool {
    let mut rest = text;
    loop {
        let mut ahead = rest.get(printable(rest.as_bytes())..).unwrap_or_default().chars();
        match ahead.next() {
            None => return true,
            Some(c) if is_plain(c) || allowed(c) => rest = ahead.as_str(),
            Some(_) => return false,
        }
    }
}

/// How many bytes at the beginning are printable ASCII, of which nearly all text is made: many are looked at together.
fn printable(bytes: &[u8]) -> usize {
    /// How many pass by so many together.
    fn passed<const WIDE: usize>(bytes: &[u8]) -> usize {
        // What stands before the blank wraps round and comes after the tilde.
        let place = |byte: &u8| byte.wrapping_sub(b' ');
        let whole = |wide: &&[u8; WIDE]| wide.iter().map(place).fold(0, u8::max) <= b'~' - b' ';
        bytes.as_chunks::<WIDE>().0.iter().take_while(whole).count() * WIDE
    }
    let after = |from: usize| bytes.get(from..).unwrap_or_default();
    let wide = passed::<32>(bytes);
    let near = wide + passed::<8>(after(wide));
    near + passed::<1>(after(near))
}

/// The beginning of `text` that is made of characters that take a column each, show as they are and join with nothing behind
/// them, at most `most` of them: its bytes and its columns.
pub fn plain(text: &str, most: usize) -> (usize, usize) {
    let (mut at, mut columns, mut last) = (0, 0, 0);
    loop {
        // Most texts are letters of the keyboard, of which a byte is a column.
        let rest = text.get(at..).unwrap_or_default();
        let run = printable(rest.as_bytes().get(..rest.len().min(most - columns)).unwrap_or_default());
        if run > 0 {
            last = at + run - 1;
            (at, columns) = (at + run, columns + run);
        }
        let Some(c) = rest.get(run..).and_then(|rest| rest.chars().next()) else { return (at, columns) };
        if !is_plain(c) {
            // What stands here may be a mark that belongs to the character before it.
            return (last, columns.saturating_sub(1));
        }
        if columns == most {
            return (at, columns);
        }
        last = at;
        (at, columns) = (at + c.len_utf8(), columns + 1);
    }
}

/// A line as the screen shows it: no control, no bidi order, nothing invisible. Line breaks and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if all_plain(text, |_| false) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (run, after) = rest.split_at_checked(plain(rest, usize::MAX).0).unwrap_or((rest, ""));
        line.push_str(run);
        let Some(grapheme) = after.graphemes(true).next() else { break };
        line.push_str(&if grapheme.contains('\n') { Cow::Borrowed(" ") } else { shown(grapheme).text });
        rest = after.get(grapheme.len()..).unwrap_or_default();
    }
    Cow::Owned(line)
}

/// Lines as the screen shows them: each clean, the breaks between them kept.
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    if all_plain(text, |c| c == '\n') {
        return Cow::Borrowed(text);
    }
    let mut lines = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n');
        lines.push_str(&clean(bare.unwrap_or(line)));
        lines.extend(bare.map(|_| '\n'));
    }
    Cow::Owned(lines)
}

/// Lines as reports and messages have them: [`clean_lines`], where a line break of two characters is one.
pub fn legible(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(clean_lines(&text.replace("\r\n", "\n")).into_owned());
    }
    clean_lines(text)
}

/// How many columns a line takes once it is clean.
pub fn width(text: &str) -> usize {
    let (bytes, columns) = plain(text, usize::MAX);
    let rest = text.get(bytes..).unwrap_or_default();
    columns + rest.graphemes(true).map(|grapheme| usize::from(shown(grapheme).width)).sum::<usize>()
}

/// The longest beginning of `text`, clean, that fits `columns`; ends in `…` when something was cut off, right behind a word or within it.
///
/// Costs what it gives back, however long `text` is.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    if plain(text, columns).0 == text.len() {
        return Cow::Borrowed(text);
    }
    // What is plain and leaves a column for the ellipsis stays in any case.
    let (bytes, mut used) = plain(text, columns.saturating_sub(1));
    let (kept, rest) = text.split_at_checked(bytes).unwrap_or_default();
    let mut out = kept.to_owned();
    // Where to cut back to, should the line not fit: the longest beginning that leaves a column for the ellipsis.
    let mut keep = out.len();
    for grapheme in rest.graphemes(true) {
        let cell =
            if grapheme.contains('\n') { Shown { text: " ".into(), width: 1, odd: false } } else { shown(grapheme) };
        let wide = usize::from(cell.width);
        if used + wide > columns {
            out.truncate(keep);
            if columns > 0 {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('…');
            }
            return Cow::Owned(out);
        }
        used += wide;
        out.push_str(&cell.text);
        if used < columns {
            keep = out.len();
        }
    }
    Cow::Owned(out)
}

fn ascii(grapheme: &str, byte: u8) -> Shown<'_> {
    /// The pictures of the C0 controls, in order.
    const PICTURES: &str = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟";
    match byte {
        b' '..=b'~' => Shown { text: Cow::Borrowed(grapheme), width: 1, odd: false },
        b'\t' => Shown { text: Cow::Borrowed(" "), width: 1, odd: false },
        0x7f => odd("␡"),
        _ => {
            let at = usize::from(byte) * 3;
            odd(PICTURES.get(at..at + 3).unwrap_or(HIDDEN))
        }
    }
}

const fn odd(text: &str) -> Shown<'_> {
    Shown { text: Cow::Borrowed(text), width: 1, odd: true }
}

/// Joiners and selectors that shape `grapheme` from inside; tag characters only behind the black flag, where they name a region.
fn joins(c: char, grapheme: &str) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' => true,
        '\u{e0020}'..='\u{e007f}' => grapheme.starts_with('\u{1f3f4}'),
        _ => false,
    }
}

/// True for characters that act on a terminal, move or hide what stands around them, or that nobody can see.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || dangerous(c)
}

/// Characters that move or hide what stands around them, or that nobody can see; C0 controls have pictures of their own.
const fn dangerous(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fdd0}'..='\u{fdef}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
    ) || (c as u32) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests;
