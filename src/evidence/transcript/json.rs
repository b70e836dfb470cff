//! The JSON that Whisper and whisper.cpp write.

use serde::Deserialize;

use super::cue::Cue;

/// Either program's file; fields that say nothing about words and times are passed over.
#[derive(Deserialize)]
struct Whole {
    /// Whisper's pieces, in seconds.
    #[serde(default)]
    segments: Vec<Segment>,
    /// whisper.cpp's pieces, in milliseconds.
    #[serde(default)]
    transcription: Vec<Transcribed>,
}

#[derive(Deserialize)]
struct Segment {
    start: f64,
    end: f64,
    text: String,
    #[serde(default)]
    speaker: Option<String>,
}

#[derive(Deserialize)]
struct Transcribed {
    offsets: JsonOffsets,
    text: String,
}

#[derive(Deserialize)]
struct JsonOffsets {
    from: f64,
    to: f64,
}

/// The cues of such a file; `None` when it is none.
pub(super) fn cues(text: &str) -> Option<Vec<Cue>> {
    if !text.trim_start().starts_with('{') {
        return None;
    }
    let whole: Whole = serde_json::from_str(text).ok()?;
    let cue = |from, to, text: String, speaker| Cue { from, to, lines: vec![text.trim().to_owned()], speaker };
    let seconds = whole.segments.into_iter().map(|part| cue(part.start, part.end, part.text, part.speaker));
    let milliseconds = whole.transcription.into_iter().map(|part| {
        let JsonOffsets { from, to } = part.offsets;
        cue(from / 1000.0, to / 1000.0, part.text, None)
    });
    let cues: Vec<Cue> = seconds.chain(milliseconds).collect();
    (!cues.is_empty()).then_some(cues)
}

#[cfg(test)]
mod tests {
    use super::cues;

    #[test]
    fn both_kinds_give_seconds() {
        let whisper = cues(r#"{"text": " Yes.", "segments": [{"id": 0, "start": 1.5, "end": 2.5, "text": " Yes."}]}"#);
        let cpp = cues(r#"{"transcription": [{"offsets": {"from": 1500, "to": 2500}, "text": " Yes."}]}"#);
        assert_eq!(whisper, cpp);
        assert!(whisper.is_some());
        assert_eq!(cues(r#"{"name": "a"}"#), None);
    }
}
