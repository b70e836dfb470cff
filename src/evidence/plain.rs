//! Plain text as evidence: every paragraph of it, furniture or not, with its speaker where a name stands before it.

use super::material::{Locator, Material};
use super::transcript::{speakers, timed};

/// The paragraphs of `text`, lines of one joined; each line is one where no line is empty. Where form feeds part it, it is told by
/// pages; where times stand before what is said, by those.
pub fn plain(name: &str, text: &str) -> Material {
    if text.contains('\u{c}') {
        return super::pages::pages(name, text.split('\u{c}'));
    }
    if let Some(transcript) = timed(name, text) {
        return transcript;
    }
    let mut made = Material::new(name);
    let mut speaker: Option<String> = None;
    let mut paragraph = String::new();
    let mut number = 0;
    let lines = text.lines().map(str::trim).chain([""]);
    let parted = text.lines().any(|line| line.trim().is_empty());
    for line in lines {
        let (name, words) = speakers::of_line(line);
        if line.is_empty() || !parted || name.is_some() {
            number += usize::from(put(&mut made, &mut paragraph, number + 1, speaker.as_deref()));
        }
        speaker = name.map(str::to_owned).or(speaker);
        if !paragraph.is_empty() && !words.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(words);
    }
    put(&mut made, &mut paragraph, number + 1, speaker.as_deref());
    made.title = made.pieces.first().map(|piece| piece.span.of(&made.text).to_owned()).unwrap_or_default();
    made
}

/// Adds a paragraph, where it holds anything.
fn put(made: &mut Material, paragraph: &mut String, number: usize, speaker: Option<&str>) -> bool {
    if paragraph.is_empty() {
        return false;
    }
    made.push(paragraph, Locator::Paragraph(number), speaker.map(str::to_owned));
    paragraph.clear();
    true
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let made = plain("a.txt", "ROE: We were\nnever asked.\n\nMay: Nobody\nwas.\n");
        let told: Vec<_> =
            made.pieces.iter().map(|piece| (piece.speaker.as_deref(), piece.span.of(&made.text))).collect();
        assert_eq!(told, [(Some("ROE"), "We were never asked."), (Some("May"), "Nobody was.")]);
    }

    #[test]
    fn without_an_empty_line_every_line_is_one() {
        assert_eq!(plain("a.txt", "One line\nanother\n").pieces.len(), 2);
    }
}
