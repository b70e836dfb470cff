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
    if cfg!(feature = "sabotage-no-gate") {
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
    const WIDE: usize = 32;
    // What stands before the blank wraps round and comes after the tilde.
    let place = |byte: &u8| byte.wrapping_sub(b' ');
    let shows = |place: u8| place <= b'~' - b' ';
    let (wide, _) = bytes.as_chunks::<WIDE>();
    let whole = |wide: &&[u8; WIDE]| shows(wide.iter().map(place).fold(0, u8::max));
    let passed = wide.iter().take_while(whole).count() * WIDE;
    passed + bytes.iter().skip(passed).take_while(|byte| shows(place(byte))).count()
}

/// The beginning of `text` that is made of characters that take a column each, show as they are and join with nothing behind
/// them, at most `most` of them: its bytes and its columns.
pub fn plain(text: &str, most: usize) -> (usize, usize) {
    let mut last = 0;
    for (columns, (at, c)) in text.char_indices().enumerate() {
        if !is_plain(c) {
            // What stands here may be a mark that belongs to the character before it.
            return (last, columns.saturating_sub(1));
        }
        if columns == most {
            return (at, columns);
        }
        last = at;
    }
    (text.len(), text.chars().count())
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

/// The longest beginning of `text`, clean, that fits `columns`; ends in `…` when something was cut off.
///
/// Costs what it gives back, however long `text` is.
pub fn fit(text: &str, columns: usize) -> String {
    if plain(text, columns).0 == text.len() {
        return text.to_owned();
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
                out.push('…');
            }
            return out;
        }
        used += wide;
        out.push_str(&cell.text);
        if used < columns {
            keep = out.len();
        }
    }
    out
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_escape_sequence_is_seen_not_obeyed() {
        assert_eq!(clean("a\u{1b}]52;c;cm0gLXJm\u{7}b"), "a␛]52;c;cm0gLXJm␇b");
        assert_eq!(clean("\u{9b}31m"), "\u{fffd}31m");
        assert_eq!(clean("FALSE\rTRUE"), "FALSE␍TRUE");
    }

    #[test]
    fn plain_characters_show_as_they_are() {
        let plain: Vec<char> = ('\0'..=char::MAX).filter(|c| is_plain(*c)).collect();
        for c in &plain {
            let text = c.to_string();
            assert_eq!(shown(&text), Shown { text: Cow::Borrowed(&*text), width: 1, odd: false });
        }
        assert_eq!(plain.iter().collect::<String>().graphemes(true).count(), plain.len());
    }

    #[test]
    fn bidi_overrides_and_invisible_characters_leave_a_mark() {
        for hidden in ["\u{202e}", "\u{200b}", "\u{2066}", "\u{feff}", "\u{e0069}", "\u{2060}", "\u{ffff}"] {
            assert_eq!(
                clean(&format!("a{hidden}b")),
                "a\u{fffd}b",
                "{:x}",
                hidden.chars().next().map_or(0, |c| c as u32)
            );
        }
    }

    #[test]
    fn families_flags_and_scripts_pass_whole() {
        for text in [
            "👩‍👩‍👧‍👦",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "🇸🇪",
            "❤️",
            "क्षि",
            "שלום",
            "مرحبا",
            "東京",
            "é",
            "e\u{301}",
        ] {
            assert_eq!(clean(text), text);
        }
        assert_eq!((width("東京"), width("👩‍👩‍👧"), width("e\u{301}")), (4, 2, 1));
    }

    #[test]
    fn a_flood_of_marks_is_capped_and_a_lone_mark_gets_a_circle() {
        let flood = format!("a{}", "\u{301}".repeat(20_000));
        assert!(clean(&flood).len() < 70);
        assert_eq!(clean("\u{301}x"), "\u{25cc}\u{301}x");
        let lone = clean(&"\u{301}".repeat(20_000)).into_owned();
        assert_eq!(lone, format!("\u{25cc}{}…", "\u{301}".repeat(MARKS)));
        // A mark that takes a column leans on what stands before it all the same, here on the sign for a line break.
        let wide = clean(&format!("\n\u{cc1}{}", "\u{301}".repeat(11))).into_owned();
        assert_eq!(clean(&wide), wide);
        assert!(wide.contains("\u{25cc}\u{cc1}"));
    }

    #[test]
    fn what_is_clean_stays_as_it_is() {
        for base in [
            "",
            "a",
            "東",
            "👩",
            " ",
            "\u{200b}",
            "\u{1b}",
            "\u{600}",
            "\u{1161}",
            "\u{b47}",
            "\u{11d46}",
            "\u{115f}\u{1161}",
        ] {
            for marks in [0, 1, 9, 10, 11, 12, 40] {
                let once = clean(&format!("x{base}{}y", "\u{301}".repeat(marks))).into_owned();
                assert_eq!(clean(&once), once, "{base:?} with {marks} marks");
                let alone = clean(&format!("{base}{}", "\u{20dd}".repeat(marks))).into_owned();
                assert_eq!(clean(&alone), alone, "{base:?} alone with {marks} marks");
            }
        }
    }

    #[test]
    fn lines_are_clean_wherever_in_them_something_hides() {
        let plain = "Ein Satz – „so lang“, dass er über viele Bytes geht.\n";
        assert_eq!(clean_lines(&plain.repeat(3)), plain.repeat(3));
        for at in 0..70 {
            let lead = "a".repeat(at);
            assert_eq!(clean_lines(&format!("{lead}\u{1b}b\n{plain}\n")), format!("{lead}␛b\n{plain}\n"));
        }
        assert_eq!(clean_lines("a\r\nb\n\nc"), "a␍\nb\n\nc");
    }

    #[test]
    fn a_report_shows_what_a_screen_shows() {
        for hidden in ["\u{200b}", "\u{2060}", "\u{ad}", "\u{202e}", "\u{1b}"] {
            let words = format!("a{hidden}b");
            assert_eq!(legible(&words), clean(&words));
        }
        assert_eq!(legible("two\r\nlines"), "two\nlines");
    }

    #[test]
    fn a_long_title_ends_in_an_ellipsis_within_its_columns() {
        assert_eq!(fit("Bridge repair", 8), "Bridge …");
        assert_eq!(fit("東京東京", 5), "東京…");
        assert_eq!(fit("Bridge", 6), "Bridge");
        assert_eq!(fit("Bridge", 0), "");
    }

    #[test]
    fn a_mark_stays_with_its_letter_at_the_end_of_what_is_plain() {
        assert_eq!(plain("cafe\u{301} Roe", 20), (3, 3));
        assert_eq!(plain("café Roe", 4), (5, 4));
        assert_eq!(plain("\u{301}", 4), (0, 0));
        assert_eq!((fit("cafe\u{301}", 4), fit("cafe\u{301}s", 4)), ("cafe\u{301}".to_owned(), "caf…".to_owned()));
        assert_eq!(width("cafe\u{301}"), 4);
    }

    #[test]
    fn a_mark_with_a_column_of_its_own_is_counted() {
        assert_eq!(width("並\u{b47}"), UnicodeWidthStr::width("並\u{b47}"));
        assert_eq!(fit("並\u{b47}a", 3), "…");
    }

    proptest! {
        #[test]
        fn nothing_dangerous_passes(text in "(\\PC|[\u{0}-\u{9f}]|[\u{200b}-\u{206f}]|\u{301}|\u{feff}){0,60}") {
            let out = clean(&text);
            let caught = out.chars().any(|c| c.is_control() || (dangerous(c) && !joins(c, "\u{1f3f4}")));
            prop_assert!(!caught, "{:?}", out);
            prop_assert_eq!(clean(&out), &*out);
            prop_assert!(UnicodeWidthStr::width(fit(&text, 20).as_str()) <= 20);
            prop_assert!(width(&text) >= out.graphemes(true).count().min(1));
        }
    }
}
