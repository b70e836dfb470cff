//! Footnotes of a PDF: small lines at the foot of the page that begin with a number which stands raised in the text above.

use super::line::{PdfLine, usual_size};
use crate::intake::figures;
use crate::intake::notes::{Lifted, stand_in};

/// A note must be set smaller than the text, at most this share of its size.
const SMALLER: f32 = 0.94;

/// For each line: is it of a note at its page's foot?
pub(super) fn are_notes(lines: &[PdfLine]) -> Vec<bool> {
    let body = usual_size(lines);
    let mut last: Option<&PdfLine> = None;
    let mut notes = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let below = |last: &PdfLine| {
            let step = last.y - line.y;
            last.page == line.page
                && (last.size - line.size).abs() < line.size * 0.06
                && step > 0.0
                && step < line.size * 1.6
        };
        let noted = called(lines, index, body).is_some() || last.is_some_and(below);
        last = noted.then_some(line);
        notes.push(noted);
    }
    notes
}

/// True for what leads back to its mark: a note wherever it stands.
fn leads_back(line: &PdfLine) -> bool {
    line.text.ends_with(['↩', '\u{fe0e}'])
}

fn is_small(line: &PdfLine, body: f32) -> bool {
    (line.size < body * SMALLER || leads_back(line)) && !line.head
}

/// The number with which a line begins, raised or not.
fn label(line: &PdfLine) -> Option<String> {
    let raised = line.marks.first().filter(|(at, _)| *at == 0).map(|(_, label)| label.clone());
    raised.or_else(|| numbered(&line.text))
}

/// The number of the note that begins with a line, when it stands raised in the text before it and the note says something.
fn called(lines: &[PdfLine], index: usize, body: f32) -> Option<String> {
    let line = lines.get(index).filter(|line| is_small(line, body))?;
    let label = label(line)?;
    let back = leads_back(line);
    let goes_on = |next: &PdfLine| next.page == line.page && is_small(next, body) && self::label(next).is_none();
    let empty = said(line, &label).is_empty() && !lines.get(index + 1).is_some_and(goes_on);
    let before =
        lines.get(..index).unwrap_or_default().iter().rev().take_while(|other| back || other.page == line.page);
    let marked = |other: &PdfLine| other.marks.iter().any(|(at, own)| *at > 0 && *own == label);
    (!empty && before.filter(|other| !other.head).any(marked)).then_some(label)
}

/// What the first line of a note says behind its number.
fn said<'l>(line: &'l PdfLine, label: &str) -> &'l str {
    let text = line.text.strip_prefix(label).unwrap_or(&line.text);
    text.trim_start_matches(['.', ')', ' ']).trim_end_matches(['↩', '\u{fe0e}', ' '])
}

/// Takes the notes out of the lines; a mark in the text becomes the character that stands in for its note.
pub(super) fn lift(mut lines: Vec<PdfLine>) -> (Vec<PdfLine>, Vec<Lifted>) {
    let body = usual_size(&lines);
    let mut lifted = Vec::new();
    let mut found: Vec<(Option<usize>, String, usize)> = Vec::new();
    let mut gone = vec![false; lines.len()];
    let mut open: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        if let Some(label) = called(&lines, index, body) {
            open = Some(lifted.len());
            found.push(((!leads_back(line)).then_some(line.page), label.clone(), lifted.len()));
            lifted.push(said(line, &label).to_owned());
        } else if let Some(note) = open.filter(|_| is_small(line, body))
            && let Some(text) = lifted.get_mut(note)
        {
            text.push(' ');
            text.push_str(&line.text);
        } else {
            if !line.head {
                open = None;
            }
            continue;
        }
        if let Some(gone) = gone.get_mut(index) {
            *gone = true;
        }
    }
    for line in &mut lines {
        // From the last on, for each insertion moves those behind it.
        for (at, label) in std::mem::take(&mut line.marks).into_iter().rev() {
            let note = found.iter().find(|(page, own, _)| page.is_none_or(|page| page == line.page) && *own == label);
            let stands = note.and_then(|(_, _, note)| stand_in(*note)).map(String::from);
            let words = stands.or_else(|| figures::power(&label)).unwrap_or(label);
            if at <= line.text.len() {
                line.text.insert_str(at, &words);
            }
        }
    }
    let mut gone = gone.into_iter();
    lines.retain(|_| !gone.next().unwrap_or(false));
    (lines, lifted.into_iter().map(Lifted::footnote).collect())
}

/// The number at the beginning of a line.
fn numbered(text: &str) -> Option<String> {
    let number = text.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    ((1..=3).contains(&number.len())).then(|| number.to_owned())
}
