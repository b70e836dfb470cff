//! A mail that answers our questions: who wrote it, when, and its lines by how often they were quoted.

use std::collections::HashSet;
use std::rc::Rc;

use dom_query::{Document, NodeRef};
use mail_parser::{MessageParser, MimeHeaders as _, PartType};

use super::askers::Askers;
use super::history;
use super::letter::{self, CarriedMail};
use super::line::Line;
use super::told::BackError;
use super::voice::Voice;

/// Header fields that tell a mail from another text.
const FIELDS: [&str; 8] = ["from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path"];

/// Elements of a page that nobody sees as text.
const UNSEEN: [&str; 3] = ["head", "style", "script"];

/// Elements that break no line.
const FLOWING: [&str; 13] = ["a", "b", "i", "u", "s", "em", "strong", "span", "font", "code", "small", "mark", "o:p"];

/// Columns from which on a line is taken for one that was broken because it was full.
const FULL: usize = 60;

/// True when bytes begin with three header fields of a mail.
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..8 * 1024).unwrap_or(bytes)).into_owned();
    let fields = head.lines().take_while(|line| !line.trim().is_empty()).filter_map(|line| line.split_once(':'));
    fields.filter(|(name, _)| FIELDS.contains(&name.trim().to_lowercase().as_str())).count() >= 3
}

/// Who wrote a mail and when, and its lines. Of several whom it goes to it answers those who ask, where they are among them.
///
/// # Errors
/// When there is no text in it.
pub(super) fn read(bytes: &[u8], askers: &Askers) -> Result<(Voice, Vec<Line>), BackError> {
    let broken = || BackError::Broken("mail", "it has no text".to_owned());
    let mail = MessageParser::default().parse(bytes).ok_or_else(broken)?;
    let from = mail.from().and_then(|from| from.first());
    let by = from.and_then(|from| from.name().or_else(|| from.address())).map(str::to_owned);
    let voice = Voice { by, at: mail.date().map(mail_parser::DateTime::to_rfc3339), from: "mail" };
    let Some(part) = mail.text_bodies().next() else { return Ok((voice, Vec::new())) };
    let lines = if let PartType::Html(page) = &part.body {
        page_lines(page)
    } else {
        let text = mail.body_text(0).ok_or_else(broken)?;
        let says = |name: &str, word: &str| {
            let kind = part.content_type().and_then(|kind| kind.attribute(name));
            kind.is_some_and(|kind| kind.eq_ignore_ascii_case(word))
        };
        let flows = says("format", "flowed");
        if flows { flowed(&text, says("delsp", "yes")) } else { text.lines().map(plain).collect() }
    };
    let names = [mail.to(), mail.cc()].into_iter().flatten().flat_map(|to| to.iter());
    let names = names.flat_map(|one| [one.name(), one.address()]).flatten().map(str::to_lowercase);
    let to: HashSet<String> = names.collect();
    let is_asked = to.iter().any(|one| askers.may_be(one));
    let mut lines = history::told_apart(&lines);
    for over in lines.iter_mut().filter_map(|line| line.over.as_mut()) {
        let answers = |by: &String| to.contains(&by.to_lowercase()) && (!is_asked || askers.may_be(by));
        let is_answered = over.voice.by.as_ref().is_some_and(answers);
        let is_handed_on = over.is_handed_on || mail.subject().is_some_and(letter::is_handing_on);
        *over = Rc::new(CarriedMail { is_answered, is_handed_on, ..CarriedMail::clone(over) });
    }
    Ok((voice, lines))
}

/// What hangs on a mail and may be answers: documents, tables, mails.
pub(super) fn attached(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Some(mail) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let parts = mail.attachments().filter_map(|part| match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(bytes.to_vec()),
        PartType::Message(inner) => Some(inner.raw_message().to_vec()),
        PartType::Text(text) if part.attachment_name().is_some() => Some(text.as_bytes().to_vec()),
        PartType::Text(_) | PartType::Html(_) | PartType::Multipart(_) => None,
    });
    parts.collect()
}

/// The lines of a text that somebody has pasted.
pub(super) fn pasted(text: &str) -> Vec<Line> {
    history::told_apart(&text.lines().map(plain).collect::<Vec<_>>())
}

/// The lines of a mail that is a page, by the quotations they stand in.
fn page_lines(page: &str) -> Vec<Line> {
    let mut reading = PageLines::default();
    reading.node(&Document::from(page).root(), 0);
    reading.broken();
    reading.lines
}

/// A mail's page on its way into lines.
#[derive(Default)]
struct PageLines {
    lines: Vec<Line>,
    line: String,
    depth: usize,
}

impl PageLines {
    fn node(&mut self, node: &NodeRef<'_>, depth: usize) {
        if node.is_text() {
            let text = node.text();
            // Between elements a source breaks its lines as it likes.
            if !text.trim_matches([' ', '\n', '\r', '\t']).is_empty() || !self.line.is_empty() {
                self.depth = depth;
                self.line.push_str(&text);
            }
            return;
        }
        let name = node.node_name().unwrap_or_default();
        if UNSEEN.contains(&&*name) {
            return;
        }
        if &*name == "br" {
            return self.push();
        }
        let depth = depth + usize::from(&*name == "blockquote");
        let flows = FLOWING.contains(&&*name);
        if !flows {
            self.broken();
        }
        node.children_it(false).for_each(|child| self.node(&child, depth));
        if !flows {
            self.broken();
        }
        // Paragraphs have room between them, but for those of a word processor, which are lines.
        let is_line = || node.attr("class").is_some_and(|class| class.contains("Mso"));
        if &*name == "p" && !is_line() {
            self.push();
        }
    }

    /// An element that stands in lines of its own begins or ends.
    fn broken(&mut self) {
        if !self.line.is_empty() {
            self.push();
        }
    }

    fn push(&mut self) {
        let words = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        self.lines.push(Line { depth: self.depth, ..Line::new(words) });
    }
}

/// A line of a text.
fn plain(line: &str) -> Line {
    let (depth, words) = quoted(line);
    Line { depth, wrapped: words.chars().count() >= FULL, ..Line::new(words) }
}

/// The lines of a text in which a blank at the end says that the next goes on (RFC 3676); `without_blank` when that blank is no part of
/// the words.
fn flowed(text: &str, without_blank: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut on = false;
    for line in text.lines() {
        let marks = line.chars().take_while(|one| *one == '>').count();
        let words = line.get(marks..).unwrap_or_default();
        let words = words.strip_prefix(' ').unwrap_or(words);
        let goes_on = words.ends_with(' ') && words.trim_end() != "--";
        let words = if without_blank && goes_on { words.strip_suffix(' ').unwrap_or(words) } else { words };
        match lines.last_mut().filter(|last| on && last.depth == marks && words.trim_end() != "--") {
            Some(last) => last.words.push_str(words),
            None => lines.push(Line { depth: marks, ..Line::new(words) }),
        }
        on = goes_on;
    }
    lines
}

/// How often a line was quoted, and its words; the marks may have the initials of who is quoted before them.
fn quoted(line: &str) -> (usize, &str) {
    let initials = line.chars().take_while(char::is_ascii_uppercase).count();
    let (mut depth, mut rest) = (0, line);
    if (2..4).contains(&initials) && line.get(initials..).is_some_and(|rest| rest.starts_with('>')) {
        rest = line.get(initials..).unwrap_or_default();
    }
    while let Some(words) = rest.trim_start_matches(' ').strip_prefix('>') {
        (depth, rest) = (depth + 1, words);
    }
    (depth, rest.strip_prefix(' ').unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_by_how_often_they_were_quoted() {
        let text = "Six.\n\nOn 3 May 2026, Kari wrote:\n> Is it six?\n>> Five.\n> > > Four?\n-- \nAne";
        let lines: Vec<(usize, String)> = pasted(text).into_iter().map(|line| (line.depth, line.words)).collect();
        let told: Vec<(usize, &str)> = lines.iter().map(|(depth, words)| (*depth, words.as_str())).collect();
        assert_eq!(
            told,
            [
                (0, "Six."),
                (0, ""),
                (1, "On 3 May 2026, Kari wrote:"),
                (1, "Is it six?"),
                (2, "Five."),
                (3, "Four?"),
                (0, "-- "),
                (0, "Ane")
            ]
        );
    }
}
