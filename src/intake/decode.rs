//! Bytes to characters: byte order marks, UTF-8, UTF-16 and UTF-32, and older encodings by guess.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::taken::IntakeError;

/// Text with how it was had.
pub(super) struct Decoded<'a> {
    /// The characters, without a byte order mark.
    pub(super) text: Cow<'a, str>,
    /// The WHATWG name of the encoding, when it had to be guessed.
    pub(super) guessed: Option<String>,
    /// A sentence for the reviewer, when something is doubtful.
    pub(super) notice: Option<String>,
}

/// One NUL in this many bytes is too many for a text.
const NULS_IN_TEXT: usize = 20;
/// How many bytes are looked at to tell UTF-16 from something else.
const SAMPLE: usize = 64 * 1024;

/// The characters of `bytes`.
///
/// # Errors
/// When they are no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, IntakeError> {
    if bytes.is_empty() {
        return Err(IntakeError::Empty);
    }
    if let Some(text) = utf32(bytes) {
        return Ok(Decoded { text: text.into(), guessed: None, notice: None });
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let (text, damaged) = encoding.decode_without_bom_handling(rest);
        let notice = damaged.then(|| damaged_in(encoding, &text));
        return Ok(Decoded { text, guessed: None, notice });
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(guessed(bytes, encoding));
    }
    if nuls(bytes) * NULS_IN_TEXT > bytes.len() {
        return Err(not_a_text());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.into(), guessed: None, notice: None });
    }
    // What a page says of itself is believed only where the bytes are not UTF-8 anyway.
    if let Some(encoding) = named(bytes).filter(|encoding| *encoding != UTF_8) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged {
            return Ok(Decoded { text, guessed: None, notice: None });
        }
    }
    if mostly_utf8(bytes) {
        let (text, _) = UTF_8.decode_without_bom_handling(bytes);
        let notice = Some(damaged_in(UTF_8, &text));
        return Ok(Decoded { text, guessed: None, notice });
    }
    if noise(bytes) {
        return Err(not_a_text());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    Ok(guessed(bytes, if are_signs(bytes, guess) { WINDOWS_1252 } else { guess }))
}

/// True when all that tells `guess` from the commonest of the old encodings are signs in that one, none of them inside a word: a pound
/// before a figure is never a letter.
fn are_signs(bytes: &[u8], guess: &'static Encoding) -> bool {
    if guess == WINDOWS_1252 || !guess.is_single_byte() || !guess.is_ascii_compatible() {
        return false;
    }
    let text = guess.decode_without_bom_handling(bytes).0;
    let common = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let (text, common): (Vec<char>, Vec<char>) = (text.chars().collect(), common.chars().collect());
    let mut differ = common.iter().enumerate().zip(&text).filter(|((_, one), other)| *one != *other).peekable();
    let letter = |index: Option<usize>| index.and_then(|index| common.get(index)).is_some_and(|c| c.is_alphabetic());
    let figure = |index: Option<usize>| index.and_then(|index| common.get(index)).is_some_and(char::is_ascii_digit);
    let mut figures = 0;
    differ.peek().is_some()
        && differ.all(|((index, sign), _)| {
            let (before, after) = (index.checked_sub(1), Some(index + 1));
            figures += usize::from(figure(before) || figure(after));
            // Squares and cubes stand behind the letters of their unit.
            let unit = matches!(sign, '²' | '³');
            !sign.is_alphabetic() && !letter(after) && (unit || !letter(before))
        })
        && figures > 0
}

/// Bytes at a page's beginning in which it may name its encoding.
const HEAD: usize = 4096;

/// The encoding that a page or an XML file names at its beginning.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let after = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    Encoding::for_label(label.as_bytes())
}

fn not_a_text() -> IntakeError {
    IntakeError::Binary { what: "binary data", way_out: "give the article as plain text, Markdown, HTML or DOCX" }
}

fn guessed<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let notice = if damaged {
        damaged_in(encoding, &text)
    } else {
        format!("The file does not say how its letters are encoded; they were read as {name}, which is a guess.")
    };
    Decoded { text, guessed: Some(name.to_owned()), notice: Some(notice) }
}

fn damaged_in(encoding: &'static Encoding, text: &str) -> String {
    let count = text.matches('\u{fffd}').count();
    let places = if count == 1 { "1 place is".to_owned() } else { format!("{count} places are") };
    format!("{places} not valid {} and shown as \u{fffd}.", encoding.name())
}

/// UTF-32 with its byte order mark, which the web's encodings leave out; `None` when it is not, or not whole.
fn utf32(bytes: &[u8]) -> Option<String> {
    let little = bytes.starts_with(b"\xff\xfe\0\0");
    if !little && !bytes.starts_with(b"\0\0\xfe\xff") {
        return None;
    }
    let number = |quad: &[u8]| {
        let quad = <[u8; 4]>::try_from(quad).ok()?;
        char::from_u32(if little { u32::from_le_bytes(quad) } else { u32::from_be_bytes(quad) })
    };
    bytes.chunks_exact(4).skip(1).map(number).collect()
}

/// UTF-16 without a mark, told by where the NULs of its ASCII letters stand.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let nul_at = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (nul_at(0), nul_at(1));
    // Two thirds NUL on one side, next to none on the other: Latin letters, two bytes each.
    if second * 3 >= pairs * 2 && first * 20 <= pairs {
        return Some(UTF_16LE);
    }
    (first * 3 >= pairs * 2 && second * 20 <= pairs).then_some(UTF_16BE)
}

fn nuls(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == 0)).sum()
}

/// True when more characters beyond ASCII are sound UTF-8 than not: a UTF-8 text with foreign pieces in it.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 2
}

/// True when bytes that are not UTF-8 hold more control bytes than any text would.
fn noise(bytes: &[u8]) -> bool {
    let blank = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\x0b' | b'\x0c' | b'\r' | b'\x1b');
    let controls = bytes.iter().filter(|byte| (**byte < b' ' && !blank(**byte)) || **byte == 0x7f).count();
    controls * 20 > bytes.len()
}
