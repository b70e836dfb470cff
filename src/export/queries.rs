//! The questions of a session, gathered by whoever is asked, with space for answers.

use super::card::{self, Asked};
use super::docx::{self, DocxError, Style};
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::{Claim, Query, Reply, Session, Status};
use crate::text::gate::legible;

/// A question with the words it is about.
struct AskedQuestion<'a> {
    number: String,
    quote: &'a str,
    asked: Asked<'a>,
}

/// Which questions are gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WhichQueries {
    /// All of them.
    All,
    /// Those that wait for an answer: what others were asked and answered is not for whoever gets them.
    Open,
}

/// The questions by addressee, addressees in the order of their first question; of one alone where the sheet says whose.
fn gathered<'a>(sheet: &'a ExportSheet<'_>, which: WhichQueries) -> Vec<(&'a str, Vec<AskedQuestion<'a>>)> {
    let mut found: Vec<(&str, Vec<AskedQuestion<'_>>)> = Vec::new();
    let is_wanted = |query: &&Query| {
        let of_theirs = sheet.asked().is_none_or(|to| is_called(&query.to, to));
        of_theirs && (which == WhichQueries::All || query.is_open())
    };
    for (_, claim) in sheet.checkable() {
        for query in claim.record.queries.iter().filter(is_wanted) {
            let (number, quote) = (claim.number.to_string(), sheet.session().exact(claim));
            let question = AskedQuestion { number, quote, asked: card::asked(query) };
            put(&mut found, &query.to, question);
        }
        // Whoever is criticised is asked, too.
        let is_wanted = |reply: &&Reply| {
            let of_theirs = sheet.asked().is_none_or(|to| is_called(&reply.who, to));
            of_theirs && (which == WhichQueries::All || reply.is_open())
        };
        for reply in claim.record.replies.iter().filter(is_wanted) {
            let (number, quote) = (claim.number.to_string(), sheet.session().exact(claim));
            let asked = Asked { question: RIGHT_OF_REPLY, ..card::replied(reply) };
            put(&mut found, &reply.who, AskedQuestion { number, quote, asked });
        }
    }
    found
}

/// What whoever is criticised is asked.
pub(super) const RIGHT_OF_REPLY: &str = "What do you reply to this?";

/// Puts a question to those that the same are asked.
fn put<'a>(found: &mut Vec<(&'a str, Vec<AskedQuestion<'a>>)>, to: &'a str, question: AskedQuestion<'a>) {
    match found.iter_mut().find(|(held, _)| *held == to) {
        Some((_, questions)) => questions.push(question),
        None => found.push((to, vec![question])),
    }
}

/// True when `to`, whom something is asked of, is who is called `name`.
fn is_called(to: &str, name: &str) -> bool {
    addressee(to).trim().to_lowercase() == name.trim().to_lowercase()
}

/// Of whom something is asked in `session`: all of them, those with an open question first.
pub(super) fn addressees(session: &Session) -> Vec<String> {
    let claims = session.claims().iter().filter(|claim| claim.status() != Status::Dismissed);
    let of_claim = |claim: &'_ Claim| -> Vec<(String, bool)> {
        let queries = claim.record.queries.iter().map(|query| (query.to.clone(), query.is_open()));
        queries.chain(claim.record.replies.iter().map(|reply| (reply.who.clone(), reply.is_open()))).collect()
    };
    let asked: Vec<(String, bool)> = claims.flat_map(of_claim).collect();
    let mut found: Vec<String> = Vec::new();
    for is_open in [true, false] {
        for to in asked.iter().filter(|(_, open)| *open == is_open).map(|(to, _)| addressee(to).trim()) {
            if !found.iter().any(|held| is_called(to, held)) {
                found.push(to.to_owned());
            }
        }
    }
    found
}

fn addressee(to: &str) -> &str {
    if to.trim().is_empty() { "nobody in particular" } else { to }
}

/// As Markdown.
pub(super) fn markdown(sheet: &ExportSheet<'_>) -> String {
    let mut page = MarkdownPage::default();
    page.fixed("# Questions: ").inline(&sheet.article().title).fixed("\n\n");
    let groups = gathered(sheet, WhichQueries::All);
    if groups.is_empty() {
        page.fixed("No questions are asked.\n");
    }
    for (to, questions) in groups {
        page.fixed("## To ").inline(addressee(to)).fixed("\n\n");
        for question in questions {
            page.fixed("### Claim ").inline(&question.number).fixed(" (").inline(&question.asked.status);
            page.fixed(")\n\n").lines("> ", question.quote).fixed("\n");
            page.lines("", question.asked.question).fixed("\nAnswer:\n\n");
            page.lines("", question.asked.answer).fixed("\n");
        }
    }
    page.finish()
}

/// As the text of a mail: what is still asked of whom, each with the words it is about.
pub(super) fn mail(sheet: &ExportSheet<'_>) -> String {
    let mut lines = vec![format!("Questions: {}", flat(&sheet.article().title)), String::new()];
    let groups = gathered(sheet, WhichQueries::Open);
    if groups.is_empty() {
        lines.push("No questions are open.".to_owned());
    }
    for (to, questions) in groups {
        lines.extend([format!("To {}", flat(addressee(to))), String::new()]);
        for question in questions {
            lines.push(format!("{}  {}", question.number, flat(question.quote)));
            lines.push(flat(question.asked.question));
            lines.extend(["Answer:".to_owned(), String::new()]);
        }
    }
    let mut text = lines.join("\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Words on one line, with every invisible character to be seen.
fn flat(words: &str) -> String {
    legible(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As a document for a word processor: what is still asked.
pub(super) fn docx(sheet: &ExportSheet<'_>) -> Result<Vec<u8>, DocxError> {
    let mut text = docx::Plain::new(&sheet.article().title)?;
    text.paragraph(Style::Title, &format!("Questions: {}", sheet.article().title))?;
    let groups = gathered(sheet, WhichQueries::Open);
    if groups.is_empty() {
        text.paragraph(Style::Body, "No questions are open.")?;
    }
    for (to, questions) in groups {
        text.paragraph(Style::Heading, &format!("To {}", addressee(to)))?;
        for question in questions {
            text.paragraph(Style::Quote, &format!("{}  {}", question.number, question.quote))?;
            text.paragraph(Style::Body, question.asked.question)?;
            text.paragraph(Style::Body, "Answer: ")?;
            // Room to write in.
            for _ in 0..3 {
                text.paragraph(Style::Body, "")?;
            }
        }
    }
    text.finish()
}
