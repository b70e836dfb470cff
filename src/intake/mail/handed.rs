//! What a mail hands on: the lines over it that say from whom it came, and whether it is what the mail is about.

use crate::intake::draft::ArticleDraft;
use crate::review::BlockKind;
use crate::text::mail_head;

/// Words above what is handed on that are a note to it, at most.
const NOTE: usize = 60;

/// Parts of the line over a forwarded mail, in lower case.
const FORWARDED: [&str; 10] = [
    "forwarded message",
    "forwarded mail",
    "weitergeleitete nachricht",
    "weitergeleiteten nachricht",
    "message transféré",
    "mensaje reenviado",
    "mensagem encaminhada",
    "messaggio inoltrato",
    "doorgestuurd bericht",
    "vidarebefordrat meddelande",
];

/// What a line over something handed on is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadLine {
    /// It says that something is handed on.
    Marker,
    /// It says that another mail follows.
    Original,
    /// A line of its header.
    Field,
    /// Several lines of its header in one, as mark-up joins them.
    Fields,
    /// None of it.
    No,
}

/// The value of a header line and its name in lower case.
fn field(line: &str) -> Option<(String, &str)> {
    mail_head::field(line).filter(|(name, _)| mail_head::is_sender(name) || mail_head::is_other(name))
}

/// How many fields of a header stand behind the first in one line, as mark-up joins them.
fn joined(line: &str) -> usize {
    let mut parts = line.split([':', '：']);
    parts.next_back();
    let names = parts.skip(1).filter(|before| {
        let words: Vec<&str> =
            before.trim_end_matches(['*', ' ', '\u{a0}']).rsplit([' ', '\u{a0}', '*']).take(LONGEST_NAME).collect();
        (1..=words.len()).any(|count| {
            let name: Vec<&str> = words.iter().take(count).rev().copied().collect();
            let name = name.join(" ");
            name.starts_with(|c: char| !c.is_lowercase()) && mail_head::is_other(&name.to_lowercase())
        })
    });
    names.count()
}

/// Words of a field's name at most.
const LONGEST_NAME: usize = 3;

/// Marks what stands below the header of an earlier mail, under an answer to it: it is the mail's history, and no text.
pub(super) fn mark_history(draft: &mut ArticleDraft<'_>) {
    let lines: Vec<&str> = draft.pieces.iter().map(|piece| piece.text.as_ref()).collect();
    let is_text = |at: usize| draft.pieces.get(at).is_some_and(|piece| piece.kind != BlockKind::Furniture);
    let begins = |at: usize| {
        let line = lines.get(at).copied().unwrap_or_default();
        matches!(head_line(line), HeadLine::Original | HeadLine::Fields) || is_run(&lines, at)
    };
    let Some(first) = (0..lines.len()).find(|at| is_text(*at)) else { return };
    let Some(from) = (first + 1..lines.len()).find(|at| begins(*at)) else { return };
    let head: String = lines.get(from).copied().unwrap_or_default().chars().take(SHOWN).collect();
    for piece in draft.pieces.iter_mut().skip(from) {
        piece.kind = BlockKind::Furniture;
    }
    draft
        .notices
        .push(format!("What stands below “{head}…” was taken for the history of the mail, and not for its text."));
}

/// Characters of a header that a notice repeats.
const SHOWN: usize = 40;

/// True where a run of three header lines begins with the sender's.
fn is_run(lines: &[&str], at: usize) -> bool {
    let lines = lines.get(at..).unwrap_or_default();
    let first = lines.first().and_then(|line| field(line)).is_some_and(|(name, _)| mail_head::is_sender(&name));
    let next = lines.iter().take(6).filter(|line| !line.trim().is_empty()).take(3);
    first && next.filter(|line| field(line).is_some()).count() == 3
}

fn head_line(line: &str) -> HeadLine {
    let line = line.trim();
    let lower = line.to_lowercase();
    let ruled = line.starts_with("---")
        || lower.starts_with("begin ")
        || lower.starts_with("anfang ")
        || lower.starts_with("début ");
    let marker = ruled && FORWARDED.iter().any(|mark| lower.contains(mark));
    if marker {
        HeadLine::Marker
    } else if line.starts_with("-----")
        && ["original message", "ursprüngliche nachricht", "message d'origine"].iter().any(|mark| lower.contains(mark))
    {
        HeadLine::Original
    } else if joined(line) >= 2 && field(line).is_some_and(|(name, _)| mail_head::is_sender(&name)) {
        HeadLine::Fields
    } else if field(line).is_some() {
        HeadLine::Field
    } else {
        HeadLine::No
    }
}

/// Where something is handed on in a mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HandedOn {
    /// The first line of the head over it.
    pub(super) from: usize,
    /// Its own first line.
    pub(super) to: usize,
    /// Who wrote it, as the head has it.
    pub(super) by: Option<String>,
}

/// What `lines` hand on; `told` when the mail's subject says that it does. `None` for an answer over what it answers.
pub(super) fn found(lines: &[&str], told: bool) -> Option<HandedOn> {
    let is_head = |line: &&str| matches!(head_line(line), HeadLine::Marker | HeadLine::Original | HeadLine::Fields);
    let from = (0..lines.len()).find(|at| lines.get(*at).is_some_and(is_head) || is_run(lines, *at))?;
    let marked = lines.get(from).is_some_and(|line| head_line(line) == HeadLine::Marker);
    if !marked && !told {
        return None;
    }
    let (mut to, mut by, mut fields) = (from, None, 0);
    for (at, line) in lines.iter().enumerate().skip(from) {
        let name = field(line).filter(|(name, _)| mail_head::is_sender(name));
        by = by.or_else(|| name.and_then(|(_, value)| mail_head::sender(value)));
        match head_line(line) {
            HeadLine::No if line.trim().is_empty() && fields == 0 => {}
            // A header line may go on in the next.
            HeadLine::No if fields > 0 && line.starts_with([' ', '\t']) && !line.trim().is_empty() => {}
            HeadLine::No => break,
            HeadLine::Field | HeadLine::Fields => fields += 1,
            HeadLine::Marker | HeadLine::Original => {
                by = by.or_else(|| line.split_once("From:").and_then(|(_, value)| mail_head::sender(value)));
            }
        }
        to = at + 1;
    }
    let words = |lines: &[&str]| lines.iter().map(|line| line.split_whitespace().count()).sum::<usize>();
    let (above, below) = (words(lines.get(..from)?), words(lines.get(to..)?));
    (above < below && (above <= NOTE || above * 3 < below)).then_some(HandedOn { from, to, by })
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn what_is_handed_on_begins_behind_its_head() {
        let body = "The pier at the north quay has been shut since the storm in May, the board said.";
        for head in [
            vec![
                "---------- Forwarded message ---------",
                "From: Tora Lind <t@example.org>",
                "Date: Mon, 2 Mar 2026",
                "Subject: Pier",
                "To: Desk",
                "",
            ],
            vec!["Begin forwarded message:", "", "From: Tora Lind <t@example.org>", "Subject: Pier", ""],
            vec!["-------- Weitergeleitete Nachricht --------", "Betreff: Pier", "Von: Tora Lind <t@example.org>", ""],
        ] {
            let lines = [vec!["Please check.", ""], head.clone(), vec![body]].concat();
            let handed = found(&lines, false).unwrap();
            assert_eq!((handed.from, handed.by.as_deref()), (2, Some("Tora Lind")), "{head:?}");
            assert!(lines[handed.to..].contains(&body) && handed.to > head.len(), "{head:?}");
        }
        let outlook = ["From: Tora Lind Sent: Monday, 2 March 2026 To: Desk Subject: Pier", body];
        assert_eq!(found(&outlook, true).unwrap().to, 1);
        assert_eq!(found(&outlook, false), None, "an answer over what it answers");
        let long = "The board met again on Monday and would not say who had shut it.";
        assert_eq!(found(&[long, long, long, "-----Original Message-----", "From: Desk", "Is it shut?"], true), None);
    }
}
