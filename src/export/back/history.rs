//! What a mail carries of the mails before it: quoted with marks, below a line that introduces it, or below its header.

use std::rc::Rc;

use super::letter::{self, CarriedMail};
use super::line::Line;
use crate::text::mail_head;

/// Lines that may introduce what is quoted below them: mail programs break them.
const INTRODUCING: usize = 4;

/// Words of a line that introduces a quotation without a day or an address at most.
const SHORT: usize = 8;

/// Lines of a header that are looked through.
const HEADER: usize = 8;

/// `told`, what it carries of earlier mails as quoted.
pub(super) fn told_apart(told: &[Line]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(told.len());
    let (mut at, mut history) = (0, 0);
    let mut is_marked = false;
    while at < told.len() {
        let rest = told.get(at..).unwrap_or_default();
        is_marked |= rest.first().is_some_and(|line| line.depth > 0);
        let (head, is_bare) = head(rest, is_marked);
        history += usize::from(is_bare);
        let words: Vec<&str> = rest.iter().take(head).map(|line| line.words.as_str()).collect();
        let over = (head > 0).then(|| {
            let voice = Rc::new(letter::told(&words));
            let is_handed_on = words.first().is_some_and(|first| is_mark(first) && letter::hands_on(first));
            let is_reply = letter::is_reply(&words);
            Rc::new(CarriedMail { voice, is_answered: false, is_handed_on, is_reply })
        });
        // The first line of a head stands for all of it.
        lines.extend(rest.first().map(|line| {
            let depth = line.depth + history + usize::from(head > 0 && !is_bare);
            Line { depth, carried: history == 1 && depth == 1 && head == 0, over, ..line.clone() }
        }));
        at += head.max(1);
    }
    lines
}

/// How many lines at the beginning of `lines` introduce an earlier mail, and whether that follows without marks of quoting; no mere line
/// introduces such a one where others are marked (`is_marked`).
fn head(lines: &[Line], is_marked: bool) -> (usize, bool) {
    let Some(first) = lines.first().filter(|line| !line.is_blank()) else { return (0, false) };
    let block = || lines.iter().take_while(|line| !line.is_blank() && line.depth == first.depth);
    let is_deeper = |count: usize| {
        let below = lines.iter().skip(count).find(|line| !line.is_blank());
        below.is_some_and(|below| below.depth > first.depth)
    };
    if is_mark(&first.words) {
        let blank = lines.iter().skip(1).take_while(|line| line.is_blank()).count();
        let below = lines.iter().skip(1 + blank).take_while(|line| !line.is_blank());
        let count = match header(&below.take(HEADER).map(|line| line.words.as_str()).collect::<Vec<_>>()) {
            0 => 1,
            header => 1 + blank + header,
        };
        // Below the header of what is handed on there may be a quotation by itself.
        return (count, first.depth == 0 && (count > 1 || !is_deeper(count)));
    }
    let header = header(&block().take(HEADER).map(|line| line.words.as_str()).collect::<Vec<_>>());
    if header > 0 {
        return (header, first.depth == 0);
    }
    let mut words = String::new();
    for (count, line) in block().take(INTRODUCING).enumerate() {
        words = format!("{words} {}", line.words.trim());
        let is_deeper = is_deeper(count + 1);
        if (is_deeper || !is_marked) && introduces(&words, is_deeper) {
            return (count + 1, first.depth == 0 && !is_deeper);
        }
    }
    (0, false)
}

/// `-----Original Message-----` and its like, in whatever language, or a rule as long.
fn is_mark(words: &str) -> bool {
    let words = words.trim();
    let is_rule = words.len() >= 20 && words.chars().all(|one| one == '_');
    let inner = words.trim_matches('-');
    let is_between = words.starts_with("-----") && (words.ends_with("---") || inner.ends_with(':'));
    let is_named = words.to_lowercase().starts_with("begin forwarded message");
    is_rule || is_named || is_between && inner.chars().any(char::is_alphabetic)
}

/// How many of `lines` are the header of a mail: the sender first, then at least one other field.
fn header(lines: &[&str]) -> usize {
    let names: Vec<Option<String>> = lines.iter().map(|line| field(line)).collect();
    let is_sender = |name: &Option<String>| name.as_ref().is_some_and(|name| mail_head::is_sender(name));
    let is_other = |name: &&Option<String>| name.as_ref().is_some_and(|name| mail_head::is_other(name));
    let others = names.iter().skip(1).filter(is_other).count();
    // A sender that is called in a language unknown here has an address, and is followed by as many fields.
    let has_address = lines.first().is_some_and(|line| line.contains('@'));
    let fields = names.iter().take_while(|name| name.is_some()).count();
    // What anybody may write in this form has neither an address nor a day.
    let tells = lines.iter().take(fields).any(|line| line.contains('@') || is_dated(line));
    let is_header = tells && (names.first().is_some_and(is_sender) && others > 0 || has_address && fields > 2);
    if !is_header {
        return 0;
    }
    // What stands behind the last field in the same paragraph is the mail.
    names.iter().rposition(|name| is_other(&name) || is_sender(name)).map_or(fields, |last| last + 1)
}

/// The name of the header field that a line begins with and that something is said in, in small letters.
fn field(line: &str) -> Option<String> {
    mail_head::field(line).filter(|(_, words)| !words.is_empty()).map(|(name, _)| name)
}

/// True for the line above a quotation that says who wrote it and when; where nothing marks what is below as quoted (`is_quoted`), it
/// has to say so in words.
fn introduces(words: &str, is_quoted: bool) -> bool {
    let lower = words.trim().to_lowercase();
    let Some(bare) = lower.strip_suffix([':', '：']) else { return false };
    let tells = bare.contains('@') || bare.contains(|one: char| one.is_ascii_digit());
    let says = bare.split(|one: char| !one.is_alphabetic()).any(letter::is_wrote);
    let is_short = bare.split_whitespace().count() < SHORT;
    if is_quoted { tells || says && is_short } else { tells && says && (bare.contains('@') || is_dated(bare)) }
}

/// True when a year or a time of day stands in `words`.
fn is_dated(words: &str) -> bool {
    let mut told = words.split(|one: char| !one.is_ascii_digit() && one != ':');
    told.any(|number| match number.split_once(':') {
        Some((hour, minute)) => !hour.is_empty() && !minute.is_empty(),
        None => number.len() == 4 && number.starts_with(['1', '2']),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `text` by how often they were quoted; `~` before those of a mail that bears no marks.
    fn told(text: &str) -> Vec<String> {
        let lines = text.lines().map(|line| {
            let words = line.trim_start_matches('>');
            Line { depth: line.len() - words.len(), ..Line::new(words.trim()) }
        });
        let told = told_apart(&lines.collect::<Vec<_>>()).into_iter().filter(|line| !line.is_blank());
        told.map(|line| format!("{}{}{}", line.depth, if line.carried { "~" } else { " " }, line.words)).collect()
    }

    #[test]
    fn a_line_that_introduces_a_quotation_is_of_the_quotation_wherever_it_was_broken() {
        for line in [
            "On 3 May 2026, Mira wrote:",
            "On Sun, May 3, 2026 at 9:00 PM Mira Roe <mira@paper.example>\nwrote:",
            "On Sun, May 3, 2026 at 9:00 PM Mira Roe, who is at the paper, <\nmira.roe@paper.example> wrote:",
            "Am So., 3. Mai 2026 um 21:00 Uhr schrieb Mira Roe <mira@paper.example>:",
            "Le dim. 3 mai 2026 à 21:00, Mira Roe\n<mira@paper.example> a écrit :",
            "Den sön 3 maj 2026 kl 21:00 skrev Mira Roe <mira@paper.example>:",
            "Mira Roe kirjoitti:",
            "On Sunday, Mira wrote:",
        ] {
            for between in ["\n", "\n\n"] {
                let lines = told(&format!("Aarhus and Vejle.\n\n{line}{between}> Which towns?"));
                assert_eq!(lines.first().unwrap(), "0 Aarhus and Vejle.", "{line}");
                assert!(lines[1..].iter().all(|line| line.starts_with("1 ")), "{lines:?}");
            }
            if line.contains('3') {
                let lines = told(&format!("Aarhus and Vejle.\n\n{line}\nWhich towns?"));
                assert_eq!(lines.last().unwrap(), "1~Which towns?", "{line}");
            }
        }
        let answer = "> Which towns?\nThe firm wrote to me on 3 May 2026:\nAarhus.\n\n> Which year?";
        assert_eq!(told(answer)[1..3], ["0 The firm wrote to me on 3 May 2026:", "0 Aarhus."]);
        assert_eq!(told("The towns of 2023 are:\nAarhus\nVejle"), ["0 The towns of 2023 are:", "0 Aarhus", "0 Vejle"]);
    }

    #[test]
    fn the_header_of_an_earlier_mail_begins_it_in_whatever_language() {
        for header in [
            "From: Mira Roe <mira@paper.example>\nSent: Sunday, May 3, 2026 9:00 PM\nTo: Per\nSubject: Questions",
            "*From:* Mira Roe\n*Sent:* Sunday, May 3, 2026 9:00 PM\n*Subject:* Questions",
            "Von: Mira Roe\nGesendet: Sonntag, 3. Mai 2026 21:00\nAn: Per\nBetreff: Questions",
            "De : Mira Roe\nEnvoyé : dimanche 3 mai 2026 21:00\nÀ : Per\nObjet : Questions",
            "Från: Mira Roe\nSkickat: den 3 maj 2026 21:00\nTill: Per\nÄmne: Questions",
            "Lähettäjä: Mira Roe\nLähetetty: sunnuntai 3. toukokuuta 2026\nAihe: Questions",
            "-----Original Message-----\nFrom: Mira Roe\nDate: 3 May 2026",
            "-------- Weitergeleitete Nachricht --------\nBetreff: Questions\nVon: Mira",
            "________________________________\nFrom: Mira Roe\nSent: Sunday 21:00",
            "Sendinn af: Mira <mira@paper.example>\nDags: 3. maí 2026\nEfni: Questions",
        ] {
            let lines = told(&format!("Aarhus.\n\n{header}\n\nWhich towns?\nVejle too."));
            assert_eq!(lines.first().unwrap(), "0 Aarhus.", "{header}");
            assert!(lines[1..].iter().all(|line| !line.starts_with('0')), "{lines:?}");
            assert!(lines.last().unwrap().ends_with("~Vejle too."), "{lines:?}");
        }
        for answer in ["Towns: Aarhus\nYear: 2023\nShips: 5", "From: Aarhus\nTo: Vejle"] {
            assert!(told(answer).iter().all(|line| line.starts_with('0')), "{answer}");
        }
    }
}
