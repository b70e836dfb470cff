//! The marks at which the scanner stops, and the marks around them.

/// What the scanner stops at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScannedMark {
    /// A line break.
    Line,
    /// A bullet; its length in bytes.
    Bullet(usize),
    /// A mark that may end a sentence.
    Stop(Stop),
    /// The colon behind the label of a picture's credit; the label's length in bytes.
    Credit(usize),
}

/// A mark that may end a sentence, with its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// Which it is.
    pub(super) kind: StopKind,
    /// Its length in bytes.
    pub(super) len: usize,
}

/// The kinds of stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopKind {
    /// A full stop, which abbreviations and numbers carry too.
    Dot,
    /// A question or exclamation mark.
    Loud,
    /// An ellipsis in one character.
    Ellipsis,
    /// A mark that only ends sentences, in scripts that put a blank behind it.
    Full,
    /// A mark that only ends sentences, in scripts without blanks between them.
    Tight,
}

/// Labels of a picture's credit, which stands alone behind a caption without a stop.
const CREDITS: [&str; 8] = ["Image", "Images", "Photo", "Photos", "Picture", "Photograph", "Photographer", "Foto"];

/// Bytes at which something may stand; the rest is run over.
static STOPS: [bool; 256] = {
    let mut table = [false; 256];
    // ASCII marks, then the first bytes of the others.
    let bytes = [b'.', b'!', b'?', b'\n', b':', b';', 0xcd, 0xd6, 0xd8, 0xdb, 0xdc, 0xe0, 0xe1, 0xe2, 0xe3, 0xef];
    let mut at = 0;
    while at < bytes.len() {
        #[expect(clippy::indexing_slicing, reason = "checked when it is compiled")]
        {
            table[bytes[at] as usize] = true;
        }
        at += 1;
    }
    table
};

/// The next mark at or behind byte `at`, and where it stands.
pub(super) fn next(text: &str, at: usize) -> Option<(usize, ScannedMark)> {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        let ahead = bytes.get(at..)?.iter().position(|byte| STOPS.get(usize::from(*byte)) == Some(&true))?;
        at += ahead;
        if let Some(mark) = mark(bytes, at) {
            return Some((at, mark));
        }
        at += 1;
    }
}

fn mark(bytes: &[u8], at: usize) -> Option<ScannedMark> {
    let rest = bytes.get(at..)?;
    let stop = |kind, len| Some(ScannedMark::Stop(Stop { kind, len }));
    let credit = || CREDITS.iter().find(|label| bytes.get(..at).is_some_and(|left| left.ends_with(label.as_bytes())));
    match rest {
        [b'.', ..] => stop(StopKind::Dot, 1),
        [b'!' | b'?', ..] => stop(StopKind::Loud, 1),
        [b'\n', ..] => Some(ScannedMark::Line),
        // A colon ends an Armenian sentence, a semicolon asks in Greek.
        [b':', ..] if matches!(before(bytes, at), Some([0xd4..=0xd6, _])) => stop(StopKind::Full, 1),
        [b':', b' ', ..] => credit().map(|label| ScannedMark::Credit(label.len())),
        [b';', ..] if matches!(before(bytes, at), Some([0xcd..=0xcf, _])) => stop(StopKind::Full, 1),
        [0xe2, 0x80, 0xa6, ..] => stop(StopKind::Ellipsis, 3),
        [0xe2, 0x80, 0xa2 | 0xa3, ..]
        | [0xe2, 0x81, 0x83, ..]
        | [0xe2, 0x96, 0xaa | 0xa0, ..]
        | [0xe2, 0x97, 0x8f | 0xa6, ..] => Some(ScannedMark::Bullet(3)),
        // ‼ ⁇ ⁈ ⁉
        [0xe2, 0x80, 0xbc, ..] | [0xe2, 0x81, 0x87..=0x89, ..] => stop(StopKind::Loud, 3),
        // Greek, Armenian, Arabic, Urdu, Syriac.
        [0xcd, 0xbe, ..] | [0xd6, 0x89, ..] | [0xd8, 0x9f, ..] | [0xdb, 0x94, ..] | [0xdc, 0x80..=0x82, ..] => {
            stop(StopKind::Full, 2)
        }
        // Danda, double danda, Tibetan; Burmese, Ethiopic, Khmer, Mongolian; 。 ｡ ！ ？
        [0xe0, 0xa5, 0xa4 | 0xa5, ..]
        | [0xe0, 0xbc, 0x8d, ..]
        | [0xe1, 0x81, 0x8b, ..]
        | [0xe1, 0x8d, 0xa2 | 0xa7 | 0xa8, ..]
        | [0xe1, 0x9f, 0x94 | 0x95, ..]
        | [0xe1, 0xa0, 0x83 | 0x89, ..]
        | [0xe3, 0x80, 0x82, ..]
        | [0xef, 0xbd, 0xa1, ..]
        | [0xef, 0xbc, 0x81 | 0x9f, ..] => stop(StopKind::Tight, 3),
        _ => None,
    }
}

/// The two bytes before `at`.
fn before(bytes: &[u8], at: usize) -> Option<&[u8]> {
    bytes.get(at.checked_sub(2)?..at)
}

/// The length in bytes of the bullet that `text` begins with.
pub(super) fn bullet(text: &str) -> Option<usize> {
    match mark(text.as_bytes(), 0) {
        Some(ScannedMark::Bullet(len)) => Some(len),
        Some(ScannedMark::Line | ScannedMark::Stop(_) | ScannedMark::Credit(_)) | None => None,
    }
}

/// The stop that `text` begins with, in any script.
pub(super) fn stop(text: &str) -> Option<Stop> {
    match mark(text.as_bytes(), 0) {
        Some(ScannedMark::Stop(stop)) => Some(stop),
        Some(ScannedMark::Line | ScannedMark::Bullet(_) | ScannedMark::Credit(_)) | None => None,
    }
}

/// True for quotation marks, whichever way they face.
pub(super) const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '」' | '』' | '＂')
}

/// True for closing brackets.
pub(super) const fn is_bracket_end(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉' | '］' | '〕')
}

/// True for marks that may stand before the first letter of a sentence.
pub(super) const fn is_opening(c: char) -> bool {
    is_quote(c)
        || matches!(c, '(' | '[' | '{' | '¿' | '¡' | '「' | '『' | '（' | '【' | '《' | '〈' | '［' | '*' | '_' | '|')
}

/// True for characters that are not seen: directions, joiners, variation selectors.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
}

/// True for Chinese and Japanese characters.
pub(super) const fn is_eastern(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{31fff}')
}

/// True for characters that join no grapheme but their own, as far as can be told at a glance.
pub(super) const fn is_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{58f}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30a0}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9d}')
}
