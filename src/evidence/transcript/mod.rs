//! Transcripts: captions (`WebVTT`, `SubRip`), the JSON of Whisper and whisper.cpp, and texts with times and speakers in front.

mod captions;
mod cue;
mod json;
pub(super) mod speakers;
mod timed;

use self::cue::Cue;
use super::material::{Locator, Material, Piece};

/// The transcript that `text` is, by its content; `None` when it is none of the kinds that are known. Captions that roll (each
/// repeats the line before it) are told once.
pub fn transcript(name: &str, text: &str) -> Option<Material> {
    let cues = json::cues(text).or_else(|| captions::cues(text))?;
    Some(of_cues(name, speakers::apart(cues)))
}

/// The transcript that a written text is: one with times, and names where it has them, before what is said.
pub(super) fn timed(name: &str, text: &str) -> Option<Material> {
    timed::cues(text).map(|cues| of_cues(name, cues))
}

/// The transcript that a text in Markdown is, where times stand before what is said. What stands in brackets is no note there.
pub fn marked_up(name: &str, text: &str) -> Option<Material> {
    let bare = |line: &str| line.trim_start_matches(['#', '>', ' ']).replace(['*', '_'], "");
    timed(name, &text.lines().map(bare).collect::<Vec<_>>().join("\n"))
}

/// Of so many paragraphs of a transcript one at least begins with a name.
const VOICES: usize = 3;

/// A document by the times and the names that stand before what is said in it, where it is a transcript.
pub fn as_said(mut document: Material) -> Material {
    if let Some(transcript) = timed(&document.name, &document.text) {
        return Material { text: transcript.text, pieces: transcript.pieces, ..document };
    }
    let said = |piece: &Piece| speakers::of_line(piece.span.of(&document.text)).0.map(str::to_owned);
    let named: Vec<Option<String>> = document.pieces.iter().map(said).collect();
    let count = named.iter().flatten().count();
    if count > 1 && count * VOICES >= named.len() {
        document.pieces.iter_mut().zip(named).for_each(|(piece, speaker)| piece.speaker = speaker);
    }
    document
}

fn of_cues(name: &str, cues: Vec<Cue>) -> Material {
    let mut made = Material::new(name);
    for cue in cues {
        let words = cue.lines.join(" ");
        if !words.trim().is_empty() {
            made.push(words.trim(), Locator::Time(cue.from, cue.to), cue.speaker);
        }
    }
    made
}
