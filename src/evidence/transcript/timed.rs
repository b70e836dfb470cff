//! Transcripts as people export them: a time and a name before the words, or on a line of their own above them.

use super::cue::Cue;
use super::speakers;

/// Lines to one time at most: a text with fewer times tells the hours of a day.
const LINES: usize = 12;
/// Words of a name before a dash at most.
const DASHED: usize = 3;
/// Seconds that the last words are given, for each of them.
const PACE: f64 = 0.4;

/// A line with a time.
struct Stamped<'a> {
    from: f64,
    speaker: Option<&'a str>,
    words: &'a str,
    /// When the words end, where the line says it.
    to: Option<f64>,
    /// The time has its seconds or stands in brackets: no hour of a day is written so.
    sure: bool,
}

/// A clock's time at the beginning of a text.
struct SpokenTime<'a> {
    from: f64,
    rest: &'a str,
    sure: bool,
}

/// The cues of a text with times before what is said; `None` for any other text.
pub(in crate::evidence) fn cues(text: &str) -> Option<Vec<Cue>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let stamps: Vec<Option<Stamped<'_>>> = lines.iter().map(|line| stamped(line)).collect();
    let times: Vec<&Stamped<'_>> = stamps.iter().flatten().collect();
    let enough = times.len() > 1 && times.len() * LINES >= lines.len();
    let rises = times.windows(2).all(|pair| matches!(pair, [one, next] if one.from <= next.from));
    let recorded = times.iter().any(|stamp| stamp.sure) || times.first().is_some_and(|first| first.from < 60.0);
    if !enough || !rises || !recorded {
        return None;
    }
    let mut found: Vec<Cue> = Vec::new();
    // What stands above the first time is nobody's, and has no time of its own.
    let mut open = Cue { from: 0.0, to: 0.0, lines: Vec::new(), speaker: None };
    let mut heading = false;
    for (line, stamp) in lines.iter().zip(stamps) {
        match stamp {
            Some(stamp) => {
                if open.to <= open.from {
                    open.to = stamp.from;
                }
                let speaker = stamp.speaker.map(str::to_owned);
                let words = Some(stamp.words).filter(|words| !words.is_empty()).map(str::to_owned);
                let next = Cue {
                    from: stamp.from,
                    to: stamp.to.unwrap_or(stamp.from),
                    lines: words.into_iter().collect(),
                    speaker,
                };
                found.push(std::mem::replace(&mut open, next));
            }
            // Lists of what is in a recording are of the program that made the text.
            None if found.is_empty() && (heading || is_heading(line)) => heading = !heading,
            None => open.lines.push((*line).to_owned()),
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "words of a cue")]
    let words = open.lines.iter().map(|line| line.split(' ').count()).sum::<usize>() as f64;
    if open.to <= open.from {
        open.to = open.from + words * PACE;
    }
    found.push(open);
    found.retain(|cue| !cue.lines.is_empty());
    Some(found)
}

/// What stands above a list of a recording's words and voices.
const HEADINGS: [&str; 3] = ["SUMMARY KEYWORDS", "KEYWORDS", "SPEAKERS"];

fn is_heading(line: &str) -> bool {
    HEADINGS.contains(&line)
}

/// A line that tells a time and, where it does, who speaks from then on and when that ends.
fn stamped(line: &str) -> Option<Stamped<'_>> {
    // A clock's time has figures around a colon; most lines of most texts have none.
    let is_clock = |at: usize| {
        let figure = |at: Option<usize>| at.and_then(|at| line.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        figure(at.checked_sub(1)) && figure(at.checked_add(1))
    };
    if !memchr::memchr_iter(b':', line.as_bytes()).any(is_clock) {
        return None;
    }
    let ended = || {
        let (words, behind) = line.strip_suffix([']', ')'])?.rsplit_once(['[', '('])?;
        let end = clock(behind).filter(|end| end.rest.is_empty())?;
        let begun = begun(words.trim_end()).filter(|begun| !begun.words.is_empty() && begun.from <= end.from)?;
        Some(Stamped { to: Some(end.from), ..begun })
    };
    ended().or_else(|| begun(line))
}

/// A line by the time at its beginning.
fn begun(line: &str) -> Option<Stamped<'_>> {
    if let Some(clock) = clock(line) {
        let rest = clock.rest.trim_start_matches([' ', '\t', '-', '–', '—', ':', '|']);
        let (speaker, words) = voiced(rest);
        return Some(Stamped { from: clock.from, speaker, words, to: None, sure: clock.sure });
    }
    let at = line.char_indices().find(|(at, c)| {
        let parted = line.get(..*at).is_some_and(|before| before.ends_with([' ', '\t', '(', '[']));
        parted && c.is_ascii_digit() && clock(line.get(*at..).unwrap_or_default()).is_some()
    });
    let (name, behind) = line.split_at_checked(at?.0)?;
    let bracket = name.ends_with(['(', '[']);
    let clock = clock(behind)?;
    let name = name.trim_end_matches([' ', '\t', '(', '[', '|', '-', '–', '—', ',', ':']);
    let words = clock.rest.trim_start_matches([' ', '\t', ')', ']']);
    let said = words.strip_prefix(':').or_else(|| Some(words).filter(|words| words.is_empty() || bracket))?;
    let sure = clock.sure || bracket;
    let words = said.trim_start();
    speakers::is_name(name).then_some(Stamped { from: clock.from, speaker: Some(name), words, to: None, sure })
}

/// Who says what stands behind a time, and the words.
fn voiced(rest: &str) -> (Option<&str>, &str) {
    if let (Some(name), words) = speakers::of_line(rest) {
        return (Some(name), words);
    }
    let short = |name: &str| speakers::is_name(name) && name.split_whitespace().count() <= DASHED;
    let dashed = [" - ", " – ", " — "].iter().find_map(|dash| rest.split_once(dash)).filter(|(name, _)| short(name));
    if let Some((name, words)) = dashed {
        return (Some(name), words.trim_start());
    }
    let bare = rest.trim_end_matches(':');
    if speakers::is_name(bare) && !bare.ends_with('.') { (Some(bare), "") } else { (None, rest) }
}

/// The time that a text begins with, in brackets or not.
fn clock(text: &str) -> Option<SpokenTime<'_>> {
    let inner = text.strip_prefix(['[', '(']);
    let told = inner.unwrap_or(text);
    let end = told.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(told.len());
    let (digits, rest) = told.split_at_checked(end)?;
    let whole = digits.trim_end_matches([':', '.', ',']);
    let parts: Vec<&str> = whole.split(':').collect();
    let figures = |part: &&str| {
        let whole = part.split(['.', ',']).next().unwrap_or_default();
        (1..=2).contains(&whole.len()) && whole.bytes().all(|byte| byte.is_ascii_digit())
    };
    let sound = (2..=4).contains(&parts.len()) && parts.iter().all(figures);
    let sound = sound && parts.iter().rev().skip(1).all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let seconds: Vec<f64> = parts.iter().map(|part| part.replace(',', ".").parse().ok()).collect::<Option<_>>()?;
    // A fourth part counts the frames of a film.
    let from = seconds.iter().take(3).fold(0.0, |sum, part| sum * 60.0 + part);
    let rest = match inner {
        Some(_) => rest.strip_prefix([']', ')'])?,
        None => told.get(whole.len()..)?,
    };
    let parted = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    (sound && parted).then_some(SpokenTime { from, rest, sure: parts.len() > 2 || inner.is_some() })
}

#[cfg(test)]
mod tests {
    use super::cues;

    fn told(text: &str) -> Vec<(f64, Option<String>, String)> {
        let cues = cues(text).unwrap_or_default().into_iter();
        cues.map(|cue| (cue.from, cue.speaker, cue.lines.join(" "))).collect()
    }

    #[test]
    fn every_way_to_write_a_time_and_a_name_is_read_alike() {
        let wanted = [
            (5.0, Some("Ada Lund".to_owned()), "The pier was shut in May.".to_owned()),
            (12.0, Some("Per Odal".to_owned()), "Nobody told the islanders.".to_owned()),
        ];
        for text in [
            "Ada Lund  0:05\nThe pier was shut in May.\n\nPer Odal  0:12\nNobody told the islanders.\n",
            "Ada Lund (00:05):\nThe pier was shut in May.\n\nPer Odal (00:12):\nNobody told the islanders.\n",
            "[00:00:05] Ada Lund: The pier was shut in May.\n\n[00:00:12] Per Odal: Nobody told the islanders.\n",
            "00:00:05 Ada Lund\nThe pier was shut\nin May.\n00:00:12 Per Odal\nNobody told the islanders.\n",
            "Ada Lund [00:05]: The pier was shut in May.\nPer Odal [00:12]: Nobody told the islanders.\n",
            "0:05 Ada Lund - The pier was shut in May.\n0:12 Per Odal - Nobody told the islanders.\n",
            "[00:00:05:00] Ada Lund\nThe pier was shut in May.\n[00:00:12:00] Per Odal\nNobody told the islanders.\n",
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_time_behind_the_words_is_their_end() {
        let text =
            "Ada Lund [00:00:05] The pier was shut. [00:00:09]\n\nPer Odal [00:01:12] Nobody was told. [00:01:15]\n";
        let cues = cues(text).unwrap();
        let told: Vec<_> = cues.iter().map(|cue| (cue.from, cue.to, cue.lines.join(" "))).collect();
        assert_eq!(told, [(5.0, 9.0, "The pier was shut.".to_owned()), (72.0, 75.0, "Nobody was told.".to_owned())]);
    }

    #[test]
    fn what_a_program_lists_above_a_recording_was_not_said() {
        let text = "Pier talk\nSUMMARY KEYWORDS\npier, ferry\n\nSPEAKERS\nAda Lund, Per Odal\n\n\
            Ada Lund  0:05\nThe pier was shut.\n\nPer Odal  0:12\nNobody was told.\n";
        let said: Vec<String> = told(text).into_iter().map(|(_, _, words)| words).collect();
        assert_eq!(said, ["Pier talk", "The pier was shut.", "Nobody was told."]);
    }

    #[test]
    fn the_hours_of_a_day_are_no_recording() {
        for text in [
            "10:00 Opening by the mayor\n10:30 Vote on the pier\n12:00 Lunch\n",
            "At 9:30 the board met.\n\nIt had no quorum until 10:15 and left the pier for another day.\n",
            "The score was 2:1 after 90 minutes.\n\nIt ended 3:1.\n",
        ] {
            assert!(cues(text).is_none(), "{text}");
        }
    }
}
