//! `WebVTT` and `SubRip` captions: a line of times, then the words; captions that roll repeat the lines before them.

use super::cue::Cue;

/// Captions roll when one in this many begins with a line of the one before.
const ROLLING: usize = 4;

/// The captions of `text`; `None` when no line of it holds two times with an arrow between.
pub(super) fn cues(text: &str) -> Option<Vec<Cue>> {
    let mut found: Vec<Cue> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        if let Some((from, to)) = times(line) {
            // What stood right before the times is the caption's number or name.
            if let Some(last) = found.last_mut().filter(|_| open) {
                last.lines.pop();
            }
            found.push(Cue { from, to, lines: Vec::new(), speaker: None });
            open = true;
        } else if line.is_empty() {
            open = false;
        } else if let Some(cue) = found.last_mut().filter(|_| open) {
            let (voice, words) = plain(line);
            cue.speaker = voice.or(cue.speaker.take());
            if !words.is_empty() {
                cue.lines.push(words);
            }
        }
    }
    (!found.is_empty()).then(|| unrolled(found))
}

/// The two times of a caption's head, in seconds.
fn times(line: &str) -> Option<(f64, f64)> {
    let (from, rest) = line.split_once("-->")?;
    Some((seconds(from.trim())?, seconds(rest.split_whitespace().next()?)?))
}

/// `00:01:02.500`, `01:02,5` or `62.5` as seconds.
fn seconds(time: &str) -> Option<f64> {
    let time = time.replace(',', ".");
    let parts: Vec<f64> = time.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let sound = (1..=3).contains(&parts.len()) && parts.iter().all(|part| part.is_finite() && *part >= 0.0);
    sound.then(|| parts.iter().fold(0.0, |sum, part| sum * 60.0 + part))
}

/// A line without its tags, and the voice that one of them names.
fn plain(line: &str) -> (Option<String>, String) {
    let (mut voice, mut words, mut rest) = (None, String::with_capacity(line.len()), line);
    while let Some((before, after)) = rest.split_once('<') {
        let Some((tag, behind)) = after.split_once('>') else { break };
        words.push_str(before);
        if let Some(name) = tag.strip_prefix('v').and_then(|rest| rest.split_once(' ')) {
            voice = Some(name.1.trim().to_owned());
        }
        rest = behind;
    }
    words.push_str(rest);
    let words = words.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    (voice, words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The captions with what each repeats of the one before taken out, where that is the way of the file.
fn unrolled(cues: Vec<Cue>) -> Vec<Cue> {
    let repeats = cues.windows(2).filter(|pair| matches!(pair, [a, b] if carried(&a.lines, &b.lines) > 0)).count();
    if repeats * ROLLING < cues.len() {
        return cues;
    }
    let mut shown: Vec<String> = Vec::new();
    let mut told = Vec::with_capacity(cues.len());
    for mut cue in cues {
        let again = carried(&shown, &cue.lines);
        // An empty one between two shows nothing new, and what stands there stays.
        if cue.lines.is_empty() {
            continue;
        }
        shown.clone_from(&cue.lines);
        cue.lines.drain(..again);
        told.push(cue);
    }
    told
}

/// How many lines at the end of the caption before are those at the beginning of this one.
fn carried(before: &[String], here: &[String]) -> usize {
    (1..=before.len().min(here.len()))
        .rev()
        .find(|count| before.iter().skip(before.len() - count).eq(here.iter().take(*count)))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::cues;

    fn words(text: &str) -> Vec<String> {
        cues(text).unwrap().iter().map(|cue| cue.lines.join(" ")).filter(|words| !words.is_empty()).collect()
    }

    #[test]
    fn rolling_captions_are_told_once() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n \nthe<00:01.200><c> bridge</c>\n\n00:02.000 --> 00:02.010\nthe bridge\n \n\n\
                    00:02.010 --> 00:04.000\nthe bridge\nis<00:03.000><c> shut</c>\n\n00:04.000 --> 00:04.010\nis shut\n \n";
        assert_eq!(words(text), ["the bridge", "is shut"]);
    }

    #[test]
    fn a_word_said_twice_is_kept_where_captions_do_not_roll() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nThank you.\n\n2\n00:00:02,000 --> 00:00:03,000\nThank you.\n\n\
                    3\n00:00:03,000 --> 00:00:04,500\nNow the bridge.\n\n4\n00:00:05,000 --> 00:00:06,000\nIt is shut.\n\n\
                    5\n00:00:07,000 --> 00:00:08,000\nFor good.\n";
        assert_eq!(words(text), ["Thank you.", "Thank you.", "Now the bridge.", "It is shut.", "For good."]);
    }

    #[test]
    fn a_voice_tag_names_the_speaker() {
        let found = cues("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Roe>We were asked.</v>\n").unwrap();
        assert_eq!(found[0].speaker.as_deref(), Some("Anna Roe"));
        assert_eq!(found[0].lines, ["We were asked."]);
        assert!((found[0].from - 1.0).abs() < 1e-9);
    }
}
