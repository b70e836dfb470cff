//! Transcripts: captions (`WebVTT`, `SubRip`), the JSON of Whisper and whisper.cpp, and text with speakers in front.

mod captions;
mod cue;
mod json;
pub(super) mod speakers;

use super::material::{Locator, Material};

/// The transcript that `text` is, by its content; `None` when it is none of the kinds that are known. Captions that roll (each
/// repeats the line before it) are told once.
pub fn transcript(name: &str, text: &str) -> Option<Material> {
    let cues = json::cues(text).or_else(|| captions::cues(text))?;
    let mut made = Material::new(name);
    for cue in speakers::apart(cues) {
        let words = cue.lines.join(" ");
        if !words.trim().is_empty() {
            made.push(words.trim(), Locator::Time(cue.from, cue.to), cue.speaker);
        }
    }
    Some(made)
}
