//! What a mail hands on: the lines over it that say from whom it came, and whether it is what the mail is about.

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

fn head_line(line: &str) -> HeadLine {
    let line = line.trim();
    let lower = line.to_lowercase();
    let ruled = line.starts_with("---")
        || lower.starts_with("begin ")
        || lower.starts_with("anfang ")
        || lower.starts_with("début ");
    let marker = ruled && FORWARDED.iter().any(|mark| lower.contains(mark));
    let capital = |name: &str| line.contains(&format!(" {name}:")) || line.contains(&format!("*{name}:"));
    let joined = [
        "Sent", "Date", "To", "Subject", "Gesendet", "Datum", "An", "Betreff", "Envoyé", "À", "Objet", "Enviado",
        "Para", "Asunto",
    ];
    let names = joined.into_iter().filter(|name| capital(name)).count();
    if marker {
        HeadLine::Marker
    } else if line.starts_with("-----")
        && ["original message", "ursprüngliche nachricht", "message d'origine"].iter().any(|mark| lower.contains(mark))
    {
        HeadLine::Original
    } else if names >= 2 && field(line).is_some_and(|(name, _)| mail_head::is_sender(&name)) {
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
    let is_sender = |line: &str| field(line).is_some_and(|(name, _)| mail_head::is_sender(&name));
    // Without a line over it, a run of three header lines.
    let run = |at: usize| {
        let lines = lines.get(at..).unwrap_or_default();
        let first = lines.first().is_some_and(|line| is_sender(line));
        first
            && lines
                .iter()
                .take(6)
                .filter(|line| !line.trim().is_empty())
                .take(3)
                .filter(|line| field(line).is_some())
                .count()
                == 3
    };
    let from = (0..lines.len()).find(|at| lines.get(*at).is_some_and(is_head) || run(*at))?;
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
