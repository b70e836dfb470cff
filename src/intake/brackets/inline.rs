//! Notes in brackets behind the words that they are about: `… in 1971 [Minutes, p. 13].`

use std::ops::Range;

use super::reads::{Reads, reads};
use crate::intake::cut::{cut, drop_empty, moved};
use crate::intake::draft::{ArticleDraft, Aside};
use crate::intake::wrap;
use crate::review::{AnnotationKind, BlockKind};

/// Brackets that stand where notes do, from which on a draft counts as one with notes, whatever they say.
const HABIT: usize = 3;

/// A bracket that may hold a note.
#[derive(Debug)]
struct BracketNote {
    piece: usize,
    /// With the brackets and the blank before them, in bytes of the piece.
    cut: Range<usize>,
    says: String,
    reads: Reads,
    /// A clause ends before it.
    placed: bool,
}

/// Takes notes in brackets out of the text and lays them on the words before them; true when there were any.
///
/// What a writer puts into a text in square brackets is mostly a word of the text. A note points somewhere or speaks to the desk, or
/// stands behind a clause in a draft that has such notes.
pub(super) fn lift(draft: &mut ArticleDraft<'_>) -> bool {
    let mut found: Vec<BracketNote> = Vec::new();
    for (at, piece) in draft.pieces.iter().enumerate().filter(|(_, piece)| piece.kind != BlockKind::Furniture) {
        brackets(&piece.text, at, &mut found);
    }
    let sure = found.iter().filter(|note| note.reads >= Reads::Yes).count();
    // A writer who notes often notes in the middle of a clause, too.
    found.retain(|note| note.placed || note.reads >= Reads::Yes || sure >= HABIT);
    if sure == 0 && found.len() < HABIT {
        return false;
    }
    for notes in found.chunk_by(|one, other| one.piece == other.piece) {
        let Some(piece) = notes.first().map(|note| note.piece) else { continue };
        let cuts: Vec<Range<usize>> = notes.iter().map(|note| note.cut.clone()).collect();
        cut(draft, piece, &cuts);
        draft.asides.extend(notes.iter().map(|note| {
            let at = moved(note.cut.start, &cuts);
            let text = note.says.clone();
            Aside { kind: AnnotationKind::Bracket, piece, within: at..at, text, by: None, at: None }
        }));
    }
    drop_empty(draft);
    !found.is_empty()
}

/// Adds the brackets of a text that may hold notes.
fn brackets(text: &str, piece: usize, found: &mut Vec<BracketNote>) {
    let mut quote = QuoteMark::default();
    let mut rest = 0;
    while let Some(start) = text.get(rest..).and_then(|tail| tail.find(['[', '('])).map(|at| rest + at) {
        quote.pass(text.get(rest..start).unwrap_or_default());
        rest = start + 1;
        let round = text.get(start..rest) == Some("(");
        let tail = text.get(rest..).unwrap_or_default();
        let Some((inside, after)) = tail.split_once(if round { ')' } else { ']' }) else { continue };
        let end = rest + inside.len() + 1;
        let before = text.get(..start).unwrap_or_default().trim_end();
        let reads = reads(inside);
        let noted = match () {
            () if inside.contains('[') || is_of_the_text(before, inside.trim(), after) => false,
            () if is_code(text.get(..start).unwrap_or_default(), inside) => false,
            // What stands behind words in brackets that are the text's own names where they lead.
            () if before.ends_with(']')
                && found.last().is_none_or(|last| last.piece != piece || last.cut.end != before.len()) =>
            {
                false
            }
            () if is_glued(text.get(..start).unwrap_or_default()) => reads == Reads::Pointed,
            () if round => reads >= Reads::Yes && is_told(inside),
            () if quote.is_open() => reads == Reads::Pointed,
            () => reads >= Reads::Maybe && !(before.is_empty() && reads == Reads::Maybe),
        };
        if !noted {
            continue;
        }
        rest = end;
        // At the beginning the blank behind goes with it.
        let to = if before.is_empty() { text.len() - after.trim_start().len() } else { end };
        let last = found.last().filter(|last| last.piece == piece).map_or(0, |last| last.cut.end);
        let behind = after.trim_start();
        let placed = behind.is_empty() || behind.starts_with(CLOSING) || wrap::ends_sentence(before);
        let cut = before.len().max(last)..to;
        found.push(BracketNote { piece, cut, says: inside.trim().to_owned(), reads, placed });
    }
}

/// What follows a note at the end of a clause.
const CLOSING: [char; 12] = ['.', ',', ';', '!', '?', ')', '”', '"', '»', '[', '–', '—'];

/// True for brackets that a transcript has, `[00:12] Lind: …` and `Lind [00:12]: …`, and for the words of a link that Markdown has.
fn is_of_the_text(before: &str, inside: &str, after: &str) -> bool {
    let leads = before.is_empty() && !after.trim().is_empty() && inside.starts_with(|c: char| c.is_ascii_digit());
    let behind = after.trim_start();
    // `[words] (address)` and `[words] [name of the link]`.
    let label = behind.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(label, _)| label);
    let links = behind.starts_with("(http") || label.is_some_and(|label| label.is_empty() || label.contains(inside));
    leads || links || after.starts_with([':', '('])
}

/// True for brackets of a program, `#[mac]`, and for a shortcode of a site, `[youtube=…]`.
fn is_code(before: &str, inside: &str) -> bool {
    before.ends_with(['#', '!', '@', '$', '\\', '`', '=', '&', '<']) || inside.contains('=') || inside.contains("::")
}

/// True where a bracket stands against a letter, as a note does only where it points somewhere.
fn is_glued(before: &str) -> bool {
    before.ends_with(char::is_alphabetic)
}

/// Round brackets are the text's own, unless they begin as no sentence does.
fn is_told(inside: &str) -> bool {
    let lower = inside.to_lowercase();
    let first = lower.split([' ', ':', ',']).next().unwrap_or_default();
    let named =
        ["source:", "sources:", "quelle:", "quellen:", "kilde:", "källa:", "bron:", "fuente:", "fonte:", "fc:", "ed:"];
    let capital = inside.starts_with("CHECK")
        || inside.starts_with("TK")
        || inside.starts_with("CQ")
        || inside.starts_with("FC ");
    named.iter().any(|name| lower.starts_with(name)) || capital || (first == "per" && reads(inside) == Reads::Pointed)
}

/// Whether a quotation is open, told by its marks.
#[derive(Debug, Default)]
struct QuoteMark(Option<char>);

impl QuoteMark {
    /// Passes over words.
    fn pass(&mut self, words: &str) {
        for c in words.chars() {
            self.0 = match self.0 {
                None => Some(c).filter(|c| matches!(c, '"' | '“' | '„' | '«' | '»')),
                Some(open) if closes(open, c) => None,
                open => open,
            };
        }
    }

    const fn is_open(&self) -> bool {
        self.0.is_some()
    }
}

/// True when a mark closes what another opened; straight ones are mixed in by some keyboards.
fn closes(open: char, c: char) -> bool {
    match open {
        '“' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”' | '"'),
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        _ => c == open,
    }
}
