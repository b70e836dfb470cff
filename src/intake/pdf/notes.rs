//! Footnotes of a PDF: small lines at the foot of the page that begin with a number which stands raised in the text above.

use super::lines::{PdfLine, usual_size};
use crate::intake::compose::raised;
use crate::intake::notes::{Lifted, stand_in};

/// A note must be set smaller than the text, at most this share of its size.
const SMALLER: f32 = 0.94;

/// Takes the notes out of the lines; a mark in the text becomes the character that stands in for its note.
pub(super) fn lift(mut lines: Vec<PdfLine>) -> (Vec<PdfLine>, Vec<Lifted>) {
    let body = usual_size(&lines);
    let mut lifted = Vec::new();
    let mut found: Vec<(Option<usize>, String, usize)> = Vec::new();
    let mut gone = vec![false; lines.len()];
    let mut open: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        // What leads back to its mark is a note wherever it stands.
        let back = line.text.ends_with(['↩', '\u{fe0e}']);
        let small = (line.size < body * SMALLER || back) && !line.head;
        let label = line
            .marks
            .first()
            .filter(|(at, _)| *at == 0)
            .map(|(_, label)| label.clone())
            .or_else(|| numbered(&line.text));
        let called = label.filter(|label| {
            let before =
                lines.get(..index).unwrap_or_default().iter().rev().take_while(|other| back || other.page == line.page);
            small
                && before
                    .filter(|other| !other.head)
                    .any(|other| other.marks.iter().any(|(at, own)| *at > 0 && own == label))
        });
        if let Some(label) = called {
            let text = line.text.strip_prefix(label.as_str()).unwrap_or(&line.text);
            let text = text.trim_start_matches(['.', ')', ' ']).trim_end_matches(['↩', '\u{fe0e}', ' ']);
            open = Some(lifted.len());
            found.push(((!back).then_some(line.page), label.clone(), lifted.len()));
            lifted.push(text.to_owned());
        } else if let Some(note) = open.filter(|_| small)
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
            let words = stands.or_else(|| raised(&label)).unwrap_or(label);
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
