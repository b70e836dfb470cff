//! The text part of a mail: format=flowed joined (RFC 3676), quoted lines and signature told apart.

use std::borrow::Cow;

use crate::intake::draft::{ArticleDraft, DraftPiece};
use crate::intake::{lines, plain};
use crate::review::BlockKind;

/// Reads a text part. `flowed`: lines that end in a blank go on in the next; `tight`: that blank is no part of the text.
pub(super) fn read(text: &str, flowed: bool, tight: bool) -> ArticleDraft<'static> {
    let mut draft = ArticleDraft::default();
    for (quoted, stretch) in stretches(text, flowed, tight) {
        if quoted {
            let pieces = stretch.lines().map(lines::tidy).filter(|line| !line.is_empty());
            let piece =
                |text: Cow<'_, str>| DraftPiece { kind: BlockKind::Furniture, text: Cow::Owned(text.into_owned()) };
            draft.pieces.extend(pieces.map(piece));
        } else {
            let mut written = plain::read(&stretch).into_owned();
            written.spare_furniture();
            draft.append(written);
        }
    }
    draft
}

/// The text in stretches, each with whether it is quoted or a signature; flowed lines are joined.
fn stretches(text: &str, flowed: bool, tight: bool) -> Vec<(bool, String)> {
    let mut stretches: Vec<(bool, String)> = Vec::new();
    let (mut signed, mut history, mut open) = (false, false, false);
    let rows: Vec<&str> = text.split('\n').map(|row| row.strip_suffix('\r').unwrap_or(row)).collect();
    let cover = cover_note(&rows);
    for (index, row) in rows.iter().enumerate() {
        let depth = row.bytes().take_while(|byte| *byte == b'>').count();
        let line = row.get(depth..).unwrap_or_default();
        // Stuffing: a line that would begin like something else has one blank before it.
        let line = if flowed || depth > 0 { line.strip_prefix(' ').unwrap_or(line) } else { line };
        signed |= *row == "-- ";
        history |= begins_history(row, rows.get(index + 1..).unwrap_or_default());
        let quoted = index < cover
            || depth > 0
            || signed
            || history
            || introduces(row, rows.get(index + 1..).unwrap_or_default());
        if stretches.last().is_none_or(|(last, _)| *last != quoted) {
            stretches.push((quoted, String::new()));
            open = false;
        }
        let Some((_, stretch)) = stretches.last_mut() else { continue };
        let goes_on = flowed && line.ends_with(' ') && line != "-- " && !signed;
        let words = if goes_on && tight { line.strip_suffix(' ').unwrap_or(line) } else { line };
        stretch.push_str(words);
        if !goes_on {
            // A flowed paragraph is whole: the plain reader is not to join it with the next.
            stretch.push_str(if flowed && open { "\n\n" } else { "\n" });
        }
        open = goes_on;
    }
    stretches
}

/// Words of a note over a manuscript at most.
const NOTE: usize = 60;

/// The lines of a note over a manuscript, with the rule that parts them; none where what stands above a rule is most of the mail.
fn cover_note(rows: &[&str]) -> usize {
    let is_rule = |row: &&str| {
        let bare = row.trim();
        bare.len() >= 3 && *row != "-- " && ['-', '*', '=', '_'].iter().any(|sign| bare.chars().all(|c| c == *sign))
    };
    let Some(at) = rows.iter().position(is_rule) else { return 0 };
    let words = |rows: &[&str]| rows.iter().map(|row| row.split_whitespace().count()).sum::<usize>();
    let (before, after) = (words(rows.get(..at).unwrap_or_default()), words(rows.get(at + 1..).unwrap_or_default()));
    let quoted = rows.iter().take(at).any(|row| row.starts_with('>'));
    if before > 0 && before <= NOTE && before * 2 < after && !quoted { at + 1 } else { 0 }
}

/// True for the line over a mail that stands below in full, as Outlook sets it.
fn begins_history(row: &str, next: &[&str]) -> bool {
    let rule = row.trim();
    let original = rule.starts_with("-----") && rule.ends_with("-----") && rule.contains("riginal");
    let ruled = rule.len() >= 10 && rule.bytes().all(|byte| byte == b'_');
    let fielded = |line: &&str| {
        ["From:", "Von:", "De :", "De:", "Van:", "Från:", "Fra:"].iter().any(|from| line.starts_with(from))
    };
    original || (ruled && next.iter().find(|line| !line.trim().is_empty()).is_some_and(fielded))
}

/// True for the line that introduces a quotation: "On Monday, Anna Roe wrote:".
fn introduces(row: &str, next: &[&str]) -> bool {
    let colon = row.trim_end().ends_with(':');
    colon && next.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| line.starts_with('>'))
}
