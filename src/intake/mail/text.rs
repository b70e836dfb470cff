//! The text part of a mail: format=flowed joined (RFC 3676), quoted lines and signature told apart.

use super::handed;
use crate::intake::draft::{ArticleDraft, DraftPiece};
use crate::intake::{lines, plain};
use crate::review::BlockKind;

/// How a text part is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextSetting {
    /// Lines that end in a blank go on in the next.
    pub(super) flowed: bool,
    /// That blank is no part of the text.
    pub(super) tight: bool,
    /// The mail's subject says that it hands something on.
    pub(super) told: bool,
}

/// Mails handed on in mails handed on, at most.
const DEEPEST: usize = 6;

/// Reads a text part; what it hands on is its text.
pub(super) fn read(text: &str, setting: TextSetting) -> ArticleDraft<'static> {
    read_at(text, setting, 0)
}

fn read_at(text: &str, setting: TextSetting, depth: usize) -> ArticleDraft<'static> {
    let rows: Vec<&str> = text.split('\n').map(|row| row.strip_suffix('\r').unwrap_or(row)).collect();
    let bare: Vec<&str> = rows.iter().map(|row| row.trim_start_matches(['>', ' '])).collect();
    let Some(handed) = handed::found(&bare, setting.told).filter(|_| depth < DEEPEST) else {
        return written(text, setting);
    };
    let mut draft = ArticleDraft { byline: handed.by, ..ArticleDraft::default() };
    let head = rows.get(..handed.to).unwrap_or_default().join("\n");
    draft.pieces.extend(remains(&head));
    let below = rows.get(handed.to..).unwrap_or_default();
    // Some programs quote what they hand on.
    let quoted = below.iter().all(|row| row.is_empty() || row.starts_with('>'));
    let unquoted =
        |row: &&str| row.strip_prefix('>').map_or(*row, |row| row.strip_prefix(' ').unwrap_or(row)).to_owned();
    let below: Vec<String> = below.iter().map(|row| if quoted { unquoted(row) } else { (*row).to_owned() }).collect();
    let inner = read_at(&below.join("\n"), setting, depth + 1);
    draft.byline = inner.byline.clone().or(draft.byline);
    draft.append(inner);
    draft
}

/// The lines of a stretch that is no text of the mail.
fn remains(stretch: &str) -> impl Iterator<Item = DraftPiece<'static>> + use<'_> {
    let lines = stretch.lines().map(lines::tidy).filter(|line| !line.is_empty());
    lines.map(|text| DraftPiece::new(BlockKind::Furniture, text.into_owned()))
}

/// Reads what somebody wrote, with what they answer below or between.
fn written(text: &str, setting: TextSetting) -> ArticleDraft<'static> {
    let mut draft = ArticleDraft::default();
    for (quoted, stretch) in stretches(text, setting.flowed, setting.tight) {
        if quoted {
            draft.pieces.extend(remains(&stretch));
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
        let below = rows.get(index + 1..).unwrap_or_default();
        signed |= *row == "-- " || begins_signature(row, below) || sent_from(row);
        history |= begins_history(row, below);
        let quoted = index < cover || depth > 0 || signed || history || introduces(row, below);
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

/// Lines of a signature at most, and characters of one.
const SIGNATURE: (usize, usize) = (8, 60);

/// True for the line over a signature whose blank at the end some program took: little follows, in short lines without sentences.
fn begins_signature(row: &str, next: &[&str]) -> bool {
    let said: Vec<&str> = next.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let (most, long) = SIGNATURE;
    let short = |line: &&str| line.starts_with('>') || line.chars().count() <= long;
    matches!(row.trim_end(), "--" | "—" | "–") && !said.is_empty() && said.len() <= most && said.iter().all(short)
}

/// True for the line that a telephone sets under a mail.
fn sent_from(row: &str) -> bool {
    let lower = row.trim().to_lowercase();
    let opens = [
        "sent from my ",
        "sent from mail for ",
        "sent from outlook",
        "get outlook for ",
        "von meinem ",
        "gesendet von ",
        "envoyé de mon ",
        "enviado desde mi ",
        "enviado do meu ",
        "inviato da ",
        "skickat från min ",
        "sendt fra min ",
        "verzonden vanaf mijn ",
    ];
    lower.split(' ').count() <= 8
        && opens.iter().any(|opening| lower.starts_with(opening))
        && !lower.ends_with(['.', '!', '?'])
}

/// Lines over which the line that introduces a quotation is wrapped at most.
const WRAPPED: usize = 3;

/// True for the line that introduces a quotation, "On Monday, Anna Roe wrote:", and for each over which it is wrapped.
fn introduces(row: &str, next: &[&str]) -> bool {
    let ends = |line: &str, next: &[&str]| {
        let quoted = next.iter().find(|line| !line.trim().is_empty()).is_some_and(|line| line.starts_with('>'));
        line.trim_end().ends_with(':') && quoted
    };
    if ends(row, next) {
        return true;
    }
    let opens =
        ["On ", "Am ", "Le ", "El ", "Il ", "Em ", "Den ", "Op ", "På "].iter().any(|opening| row.starts_with(opening));
    let goes_on =
        next.iter().take(WRAPPED).take_while(|line| !line.trim().is_empty() && !line.starts_with('>')).enumerate();
    let dated = row.bytes().any(|byte| byte.is_ascii_digit());
    // The second of two lines is known by the first.
    opens && dated && goes_on.into_iter().any(|(at, line)| ends(line, next.get(at + 1..).unwrap_or_default()))
}
