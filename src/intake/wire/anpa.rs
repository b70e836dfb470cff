//! Wire texts of the teleprinter's days that are still sent: IPTC 7901 and ANPA 1312.
//!
//! A header of control characters, the text between STX and ETX, header lines before the story. Sources: IPTC 7901, "The text
//! transmission format"; ANPA 1312, "Wire service transmission guidelines".

use crate::intake::decode;
use crate::intake::draft::{ArticleDraft, DraftPiece};
use crate::intake::head::ItemHead;
use crate::intake::lines;
use crate::intake::taken::IntakeError;
use crate::review::BlockKind;

/// Start of heading.
const SOH: u8 = 1;
/// Start of text.
const STX: u8 = 2;
/// End of text.
const ETX: u8 = 3;

/// True when bytes begin with the heading of a wire text.
pub(crate) fn is_wire(bytes: &[u8]) -> bool {
    let head = bytes.get(..16).unwrap_or(bytes);
    let begins = head.iter().position(|byte| *byte == SOH);
    let silent =
        begins.is_some_and(|at| head.iter().take(at).all(|byte| matches!(byte, 0x16 | b'\r' | b'\n' | b' ' | 0)));
    silent && memchr::memchr(STX, bytes).is_some()
}

/// Reads a wire text.
///
/// # Errors
/// When its text is no text.
pub(crate) fn read(bytes: &[u8]) -> Result<ArticleDraft<'static>, IntakeError> {
    let from = memchr::memchr(STX, bytes).map_or(0, |at| at + 1);
    let story = bytes.get(from..).unwrap_or_default();
    let story = memchr::memchr(ETX, story).and_then(|end| story.get(..end)).unwrap_or(story);
    let kept: Vec<u8> =
        story.iter().copied().filter(|byte| *byte >= b' ' || matches!(byte, b'\n' | b'\r' | b'\t')).collect();
    let decoded = decode::decode(&kept)?;
    let mut head = ItemHead::default();
    let mut pieces: Vec<DraftPiece<'static>> = Vec::new();
    let mut apart = true;
    for line in decoded.text.split('\n') {
        let line = line.trim_end();
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let words = quotes(&lines::tidy(line));
        if pieces.is_empty() && header(&words, &mut head) {
            continue;
        }
        // Paragraphs begin with blanks; other lines go on in the one before.
        let indented = line.starts_with("  ") || line.starts_with('\t');
        match pieces.last_mut().filter(|_| !apart && !indented) {
            Some(piece) => {
                let text = piece.text.to_mut();
                text.push(' ');
                text.push_str(&words);
            }
            None => pieces.push(DraftPiece::new(BlockKind::Paragraph, words)),
        }
        apart = false;
    }
    Ok(head.over(ArticleDraft { pieces, encoding: decoded.guessed, ..ArticleDraft::default() }))
}

/// Takes a line before the story into the head; false when the story begins.
fn header(line: &str, head: &mut ItemHead) -> bool {
    let marked = line.starts_with('^') || line.ends_with('<') || line.ends_with('=');
    let bare = line.trim_matches(['^', '<', '=', ' ']);
    let slugged = bare.contains('/') && !bare.contains(' ') || counted(bare);
    let new_slug = slugged && head.slug.is_none();
    if !(marked || new_slug) {
        return false;
    }
    if bare.is_empty() {
    } else if slugged && head.slug.is_none() {
        head.slug = Some(bare.to_owned());
    } else if bare.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by ")) && head.headline.is_some() {
        head.byline = Some(bare.to_owned());
    } else if head.headline.is_none() {
        head.headline = Some(bare.to_owned());
    } else if head.byline.is_none() {
        head.dek = Some(bare.to_owned());
    }
    true
}

/// True for a slug with its number of words: "BC-Harbour, 1st Ld,420".
fn counted(line: &str) -> bool {
    line.rsplit_once(',').is_some_and(|(slug, count)| {
        let count = count.trim();
        slug.contains('-') && (2..=4).contains(&count.len()) && count.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Quotation marks as the wires write them.
fn quotes(line: &str) -> String {
    line.replace("``", "“").replace("''", "”")
}
