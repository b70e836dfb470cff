//! brat standoff: the text, its annotations and their configuration, in a zip.

use std::fmt::Write as _;

use super::card::{self, ClaimCard};
use super::docx::{DocxError, archive, comments};
use super::sheet::ExportSheet;
use crate::review::{Article, Span, Status};

/// `article.txt`, `article.ann` and `annotation.conf`. Offsets count code points; a claim over several lines is given as
/// several spans, since brat's spans stay within a line. Dismissed claims are left out.
pub(super) fn archive_of(sheet: &ExportSheet<'_>) -> Result<Vec<u8>, DocxError> {
    archive(&[
        ("article.txt", sheet.article().text().as_bytes().to_vec()),
        ("article.ann", standoff(sheet).into_bytes()),
        ("annotation.conf", configuration().into_bytes()),
    ])
}

/// The annotations: a claim, its verdict and what else its record says, a line each.
pub(super) fn standoff(sheet: &ExportSheet<'_>) -> String {
    let mut out = String::new();
    for (number, claim) in sheet.told() {
        let (mut spans, mut words) = (String::new(), String::new());
        for line in lines(sheet.article(), claim.span) {
            let separator = if spans.is_empty() { "" } else { ";" };
            let (start, end) = (sheet.article().code_point(line.start), sheet.article().code_point(line.end));
            let _ = write!(spans, "{separator}{start} {end}");
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(sheet.article().words(line));
        }
        let _ = writeln!(out, "T{number}\tClaim {spans}\t{words}");
        let _ = writeln!(out, "A{number}\tVerdict T{number} {}", claim.status().word());
        let note = notes(&card::card(sheet.session(), number, claim));
        if !note.is_empty() {
            let _ = writeln!(out, "#{number}\tAnnotatorNotes T{number}\t{note}");
        }
    }
    out
}

/// The record in one line: who marked it and when, and what the comment of a document says.
fn notes(card: &ClaimCard<'_>) -> String {
    let marked = format!("marked {} {}", card.head.at, card.head.by);
    let marked = Some(marked).filter(|_| !card.head.at.is_empty() || !card.head.by.is_empty());
    let lines = marked.into_iter().chain(comments::lines(card).into_iter().skip(1));
    lines.collect::<Vec<_>>().join("; ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of `span` between line breaks.
fn lines(article: &Article, span: Span) -> Vec<Span> {
    let mut at = span.start;
    let mut found = Vec::new();
    for line in article.words(span).split('\n') {
        if !line.is_empty() {
            found.push(Span::new(at, at + line.len()));
        }
        at += line.len() + 1;
    }
    found
}

fn configuration() -> String {
    let words = Status::ALL.map(Status::word);
    format!("[entities]\nClaim\n[relations]\n[events]\n[attributes]\nVerdict\tArg:Claim, Value:{}\n", words.join("|"))
}
