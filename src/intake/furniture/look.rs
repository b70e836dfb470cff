//! Looks at every line of a text and notes its features.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::feature::{Feature, Features};
use super::signs::{self, Phrases};
use super::{stamps, words};
use crate::intake::wrap;
use crate::text::parallel;

/// What was seen of one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineLook {
    /// Its features.
    pub(super) features: Features,
    /// Its length in words; characters of scripts without spaces count for less than half a word.
    pub(super) words: usize,
}

impl LineLook {
    /// Adds what a page says of the line.
    pub(super) fn weigh(&mut self, told: Features) {
        // A paragraph may be full of links, and a long one is no byline whatever its class.
        let limits = [
            (Feature::Linked, 25),
            (Feature::Fact, 60),
            (Feature::Caption, usize::MAX),
            (Feature::Told, usize::MAX),
            (Feature::Declared, usize::MAX),
            (Feature::Extracted, usize::MAX),
            (Feature::LeftOut, usize::MAX),
            (Feature::Apart, usize::MAX),
        ];
        for (feature, most) in limits {
            if told.has(feature) && self.words < most {
                self.features.note(feature);
            }
        }
    }
}

/// Lines longer than this, in words, are looked at for their phrases only.
const WORDY: usize = 60;

/// The looks of all `lines`.
pub(super) fn looks<S: AsRef<str> + Sync>(lines: &[S]) -> Vec<LineLook> {
    let mut times: HashMap<&str, usize, RandomState> =
        HashMap::with_capacity_and_hasher(lines.len(), RandomState::default());
    let mut bytes = 0;
    for line in lines {
        *times.entry(line.as_ref()).or_default() += 1;
        bytes += line.as_ref().len();
    }
    let phrases = Phrases::for_text(bytes);
    let repeated = |line: &str| times.get(line).is_some_and(|times| *times > 1);
    parallel::map(lines, |line| line_look(line.as_ref(), repeated(line.as_ref()), phrases))
}

fn line_look(line: &str, repeated: bool, phrases: &Phrases) -> LineLook {
    let shape = LineShape::of(line);
    let mut features = Features::default();
    shape.note(line, &mut features);
    if repeated && shape.words >= 7 {
        features.note(Feature::Repeated);
    }
    note_phrases(line, &shape, phrases, &mut features);
    if stamps::is_remark(line) {
        features.note(Feature::Label);
    }
    if shape.words <= WORDY {
        note_signs(&signs::fold(line), &shape, &mut features);
    }
    LineLook { features, words: shape.words }
}

/// How a line is built.
struct LineShape {
    words: usize,
    small: usize,
    unspaced: bool,
    stop: bool,
}

/// Letters of Thai, Lao, Burmese and Khmer to a word, about; their sentences end without a mark, and a line of so many words holds one.
const LETTERS: usize = 5;
/// See [`LETTERS`].
const UNMARKED: usize = 12;

/// True for letters of scripts that part neither words nor sentences by marks.
fn unmarked(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

impl LineShape {
    fn of(line: &str) -> Self {
        let (mut spaced, mut begun, mut small, mut unspaced) = (0_usize, 0_usize, 0_usize, 0_usize);
        let (mut in_word, mut lettered, mut bare) = (false, false, 0_usize);
        let mut at = 0;
        while let Some(byte) = line.as_bytes().get(at) {
            // Most characters are ASCII's, and nothing need be asked of them that a byte does not tell.
            let wide = if byte.is_ascii() { None } else { line.get(at..).and_then(|rest| rest.chars().next()) };
            at += wide.map_or(1, char::len_utf8);
            let within = *byte != b' ';
            bare += usize::from(wide.is_some_and(unmarked));
            spaced += usize::from(within && !in_word);
            in_word = within;
            if !within || lettered && wide.is_none() {
                lettered &= within;
                continue;
            }
            unspaced += usize::from(wide.is_some_and(|c| c > '\u{3000}' && wrap::unspaced(c)));
            if !lettered && wide.map_or(byte.is_ascii_alphabetic(), char::is_alphabetic) {
                lettered = true;
                begun += 1;
                // Scripts without capitals are written small.
                small += usize::from(wide.map_or(byte.is_ascii_lowercase(), |c| !c.is_uppercase()));
            }
        }
        let words = if unspaced > 3 { unspaced * 5 / 11 + spaced - 1 } else { spaced };
        let words = if bare > LETTERS { words.max(bare / LETTERS) } else { words };
        let small = (small * 100).checked_div(begun).unwrap_or(0);
        let stop = wrap::ends_sentence(line) || (bare > LETTERS && words >= UNMARKED);
        Self { words, small, unspaced: unspaced > 3 || bare > LETTERS, stop }
    }

    fn note(&self, line: &str, features: &mut Features) {
        let mut note = |feature, seen: bool| {
            if seen {
                features.note(feature);
            }
        };
        note(Feature::Sentence, self.stop && self.words >= 6);
        note(Feature::Dozen, self.words >= 12);
        note(Feature::Long, self.words >= 25);
        note(Feature::VeryLong, self.words >= 40);
        note(Feature::TwoSentences, self.words >= 10 && stop_inside(line));
        note(Feature::SmallLetters, self.words >= 6 && !self.unspaced && self.small >= 60);
        note(Feature::Capitals, self.words >= 6 && !self.unspaced && self.small < 40);
        note(Feature::NoStop, !self.stop);
        note(Feature::Tiny, self.words <= 3);
        note(Feature::Short, (4..=6).contains(&self.words));
        note(
            Feature::Teaser,
            self.words < 40 && (line.ends_with("...") || line.ends_with('…') || line.ends_with("[…]")),
        );
        note(Feature::Pointer, ends_in_tag(line));
        note(Feature::Wordless, is_wordless(line));
        note(Feature::Shout, self.words >= 6 && is_shouted(line));
        note(Feature::Detail, self.words >= 2 && line.contains(is_detail));
    }
}

/// True when all that is written is in capitals, and not just a name among letters that have none.
fn is_shouted(line: &str) -> bool {
    let (mut capitals, mut letters) = (0_usize, 0_usize);
    for c in line.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return false;
        }
        letters += 1;
        capitals += usize::from(c.is_uppercase());
    }
    capitals * 2 > letters
}

/// True for what a sentence with details in it has.
fn is_detail(c: char) -> bool {
    matches!(c, '0'..='9' | ',' | ';' | '(' | ')' | '[' | ']' | '–' | '—')
}

/// True when a stop is followed by a space and something that begins a sentence.
fn stop_inside(line: &str) -> bool {
    let stop = |c: char| matches!(c, '.' | '!' | '?' | '。' | '！' | '？');
    let Some(from) = line.find(stop) else { return false };
    let mut stopped = false;
    let mut blank = false;
    for c in line.get(from..).unwrap_or_default().chars() {
        if matches!(c, '。' | '！' | '？') {
            stopped = true;
            blank = true;
        } else if matches!(c, '.' | '!' | '?') {
            (stopped, blank) = (true, false);
        } else if c == ' ' {
            blank = true;
        } else if stopped
            && blank
            && (c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '(' | '«') || wrap::unspaced(c))
        {
            return true;
        } else if !matches!(c, '"' | '\'' | '”' | '’' | ')') {
            stopped = false;
        }
    }
    false
}

/// True when a title ends in what kind of thing it leads to: `[Video]`, `[ANALYSIS]`.
fn ends_in_tag(line: &str) -> bool {
    let tag = line.trim_end_matches('|').strip_suffix(']').and_then(|head| head.rsplit_once(" [")).map(|(_, tag)| tag);
    tag.is_some_and(|tag| tag.len() >= 5 && tag.starts_with(char::is_uppercase) && tag.chars().all(char::is_alphabetic))
}

/// True when a line holds no letter, or is one web address.
fn is_wordless(line: &str) -> bool {
    let address =
        !line.contains(' ') && (line.contains("http://") || line.contains("https://") || line.starts_with("www."));
    address || !line.contains(char::is_alphabetic)
}

fn note_phrases(line: &str, shape: &LineShape, phrases: &Phrases, features: &mut Features) {
    let prose = shape.stop && shape.words >= 10;
    let (mut pleas, mut begins) = (0, false);
    for phrase in phrases.of(line) {
        match phrase {
            signs::Phrase::Notice => {
                features.note(Feature::Plea);
                begins = true;
            }
            signs::Phrase::Plea(first) => (pleas, begins) = (pleas + 1, begins || first),
            signs::Phrase::Credit(percent, within) if !prose || percent >= 60 && !within => {
                features.note(Feature::Credit);
            }
            signs::Phrase::Credit(..) => {}
        }
    }
    // In running text the same words are news: "Netflix lost subscribers". Only a page speaks to "you", and it is soon done.
    let wordy = shape.words >= 25 && features.has(Feature::TwoSentences);
    let pressing = !prose || (shape.words <= WORDY && addresses_reader(line));
    if pleas > usize::from(wordy) && pressing {
        features.note(Feature::Plea);
        if !begins && !addresses_reader(line) {
            features.note(Feature::Impersonal);
        }
    }
    // An address to write to is for the reader, unless somebody is quoted.
    if line.contains('@')
        && signs::has_address(line)
        && (addresses_reader(line) || signs::gives_address(&signs::fold(line)))
    {
        features.note(Feature::Plea);
    }
    // At the end it is a credit, at the beginning a dateline.
    if ["(AP)", "(AFP)", "(Reuters)", "(EPA)", "(dpa)"].iter().any(|agency| line.ends_with(agency)) {
        features.note(Feature::Credit);
    }
    // A paragraph may begin with its picture's credit, and stays a paragraph.
    if line.contains('©') && shape.words <= if prose { 15 } else { WORDY } {
        features.note(Feature::Plea);
    }
}

/// True when a line outside quotation marks says you, your, us or our.
fn addresses_reader(line: &str) -> bool {
    let quoted = line.contains(['"', '“', '”', '«']);
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        ["you", "your", "our", "us", "we"].iter().any(|known| bare.eq_ignore_ascii_case(known))
    };
    !quoted && line.split([' ', '\'', '’']).any(word)
}

fn note_signs(folded: &str, shape: &LineShape, features: &mut Features) {
    let words = shape.words;
    if words <= 10 && (signs::is_label(folded) || signs::opens_with(folded, words::LEADS)) {
        features.note(Feature::Label);
    }
    if words <= 8 && (signs::opens_with(signs::unmarked(folded), words::RELATED) || folded == "more") {
        features.note(Feature::Related);
        features.note(Feature::Label);
    }
    if words <= 16 && stamps::is_posted(folded) || words <= 8 && stamps::is_reading_time(folded) {
        features.note(Feature::Label);
    }
    if signs::is_discussion(folded) {
        features.note(Feature::Discussion);
        features.note(Feature::Label);
    }
    if words <= 30 && signs::is_pointer(folded) {
        features.note(Feature::Pointer);
    }
    // A sentence that begins with a date is none; a stamp may end in "a.m.".
    let sentence = shape.stop && words >= 6 && !folded.ends_with("m.") && !folded.ends_with(" min.");
    if words <= 14 && !sentence && signs::is_date(folded) {
        features.note(Feature::Date);
    }
    if words <= 11 && !shape.stop && signs::opens_with(folded, words::BYLINES) {
        features.note(Feature::Byline);
    }
}

#[cfg(test)]
mod tests {
    use super::{LineShape, stop_inside};

    #[test]
    fn a_line_has_words_and_some_of_them_are_small() {
        let shape = |line| {
            let shape = LineShape::of(line);
            (shape.words, shape.small, shape.unspaced)
        };
        assert_eq!(shape("The mayor said 42 things"), (5, 75, false));
        assert_eq!(shape("“Été à Paris”, 3 – (no)"), (6, 50, false));
        assert_eq!(shape("3,5 %"), (2, 0, false));
        assert_eq!(shape("東京都は雨です"), (3, 100, true));
        assert_eq!(shape("เรือเฟอร์รี่มาสาย"), (3, 100, true));
        assert_eq!(shape("배가 늦었다"), (2, 100, false));
        assert_eq!(shape(""), (0, 0, false));
    }

    #[test]
    fn a_stop_inside_stands_before_a_new_sentence() {
        let inside = ["It rose. Then it fell", "“Go!” She went", "水。火"];
        assert_eq!(inside.map(stop_inside), [true; 3]);
        let none = ["", "no stop at all", "the U.S. economy grew", "It ended.", "at 3.5 percent", "why? because"];
        assert_eq!(none.map(stop_inside), [false; 6]);
    }
}
