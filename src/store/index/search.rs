//! Words in everything that the index holds: which sessions have them all, where, and which of them first.

use std::ops::Range;

use super::SessionIndex;
use super::digest::TextPart;
use super::past_claim::ClaimHandle;
use super::rows::IndexRow;
use super::shard::ShardTexts;
use crate::review::Stamp;
use crate::text::{KeyboardText, Needle, SetText, Span, parallel, typed};

/// Places of one session that are told; how many there are is counted.
const PLACES: usize = 8;

/// Matches of one word in one session that are looked at: what has more is about it anyway.
const MATCHES: usize = 400;

/// Bytes of a long text that are told round a match.
const WINDOW: usize = 160;

/// A session that holds all words looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResult {
    /// Its name.
    pub name: String,
    /// The article's title.
    pub title: String,
    /// When something was last done.
    pub last: Option<Stamp>,
    /// How well it fits: more is better.
    pub score: f64,
    /// How many places hold some of the words.
    pub total: usize,
    /// The best of them, the best first.
    pub places: Vec<SearchPlace>,
}

/// A place that holds some of the words.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchPlace {
    /// What it is.
    pub part: TextPart,
    /// The claim it is about: its id and number.
    pub claim: Option<(String, String)>,
    /// What stands there, or as much of it as tells.
    pub text: String,
    /// Where in the text the words are, in bytes.
    pub marks: Vec<Span>,
    score: f64,
}

impl TextPart {
    /// What a word in it says about the session, a word of the article being 2.
    const fn weight(self) -> f64 {
        match self {
            Self::Claim | Self::Statement => 5.0,
            Self::Note | Self::Source | Self::Answer => 4.0,
            Self::Query | Self::Correction | Self::Tag | Self::Speaker | Self::Earlier => 3.0,
            Self::Article => 2.0,
        }
    }
}

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResults {
    /// The sessions that fit best, the best first.
    pub best: Vec<SearchResult>,
    /// How many more there are.
    pub more: usize,
}

/// A session that holds all words, before its places are told.
struct Ranked<'a> {
    row: &'a IndexRow,
    texts: ShardTexts<'a>,
    score: f64,
    total: usize,
    places: Vec<Together>,
}

/// Words as they were typed, one or several one behind the other.
struct SoughtWords {
    needle: Needle,
    /// As they were typed where they hold an accent, which is meant.
    accented: Option<String>,
}

impl SoughtWords {
    /// `None` when there is nothing to find.
    fn new(typed: String) -> Option<Self> {
        let mut plain = KeyboardText::default();
        plain.push(&typed);
        let needle = Needle::new(&plain.text)?;
        let has_accent = typed::has_accent(&typed);
        Some(Self { needle, accented: Some(typed).filter(|_| has_accent) })
    }

    /// Every place in `text` where they stand, in bytes of what is searched.
    fn all<'a>(&'a self, text: SetText<'a>) -> impl Iterator<Item = Span> + 'a {
        let is_meant =
            move |span: &Span| self.accented.as_ref().is_none_or(|words| typed::stand_for(words, &text.set(*span)));
        self.needle.all(text.text).filter(is_meant)
    }
}

/// Matches that stand together.
struct Together {
    range: Range<usize>,
    part: TextPart,
    claim: Option<usize>,
    marks: Vec<Span>,
    /// Which of the words, a bit each.
    words: u64,
    score: f64,
}

impl SessionIndex {
    /// The sessions that hold every one of `words` (those in quotation marks one behind the other) whatever their case and as keyboards
    /// type them (an accent that is typed is meant), the one that fits best first, at most `most`; the others are counted.
    pub(in crate::store) fn search(&mut self, words: &[String], most: usize) -> SearchResults {
        let phrases = phrases(words);
        let mut needles: Vec<SoughtWords> = phrases.into_iter().filter_map(SoughtWords::new).collect();
        if needles.is_empty() {
            return SearchResults::default();
        }
        // A long word is a rare one: what has not got it need not be looked through for the others.
        needles.sort_by_key(|needle| std::cmp::Reverse(needle.needle.len()));
        self.load_texts();
        let found = parallel::map(&self.held.rows, |row| {
            let texts = self.loaded.get(&row.body.segment).and_then(|shard| shard.texts(&row.body))?;
            needles.iter().all(|needle| needle.all(texts.text).next().is_some()).then(|| ranked(row, texts, &needles))
        });
        let mut found: Vec<Ranked<'_>> = found.into_iter().flatten().collect();
        found.sort_by(|a, b| {
            let newest = || b.row.line.last.cmp(&a.row.line.last);
            b.score.total_cmp(&a.score).then_with(newest).then_with(|| a.row.name.cmp(&b.row.name))
        });
        let more = found.len().saturating_sub(most);
        found.truncate(most);
        SearchResults { best: parallel::map(&found, result), more }
    }
}

/// Marks of quotation in which words are looked for one behind the other. An apostrophe is none.
const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// `words` with those put together that stand between marks of quotation, without the marks; each was typed by itself, or quoted for a
/// shell.
fn phrases(words: &[String]) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut is_open = false;
    for word in words {
        let bare = word.trim_matches(MARKS);
        let (begins, ends) = (word.starts_with(MARKS), word.ends_with(MARKS));
        if is_open || begins {
            open.push(bare);
            is_open = !ends || word.chars().count() == 1 && !is_open;
        } else {
            phrases.push(bare.to_owned());
        }
        if !is_open {
            phrases.extend(Some(open.join(" ").trim().to_owned()).filter(|phrase| !phrase.is_empty()));
            open.clear();
        }
    }
    // A mark that is not closed yet quotes nothing.
    phrases.extend(open.into_iter().map(str::to_owned));
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// The session of `row`, which holds all words, by how well it fits.
fn ranked<'a>(row: &'a IndexRow, texts: ShardTexts<'a>, needles: &[SoughtWords]) -> Ranked<'a> {
    let mut places = together(&texts, needles);
    places.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.range.start.cmp(&b.range.start)));
    let total = places.len();
    places.truncate(PLACES);
    let all = places.iter().fold(0, |all, place| all | place.words).count_ones();
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let score = places.first().map_or(0.0, |best| best.score) + f64::from(all) + (total as f64).ln() / 4.0;
    Ranked { row, texts, score, total, places }
}

/// What is told of a session that is found.
fn result(found: &Ranked<'_>) -> SearchResult {
    let handles = found.texts.handles();
    let places = found.places.iter().map(|place| told(place, found.texts.text, &handles)).collect();
    let Ranked { row, score, total, .. } = *found;
    let (name, title, last) = (row.name.clone(), row.line.title.clone(), row.line.last.clone());
    SearchResult { name, title, last, score, total, places }
}

/// Every match, those of one claim, paragraph or note put together.
fn together(texts: &ShardTexts<'_>, needles: &[SoughtWords]) -> Vec<Together> {
    let spots: Vec<_> = texts.spots().collect();
    let claims: Vec<Span> = texts.places().collect();
    let mut matches: Vec<(Span, usize)> = Vec::new();
    for (word, needle) in needles.iter().enumerate() {
        matches.extend(needle.all(texts.text).take(MATCHES).map(|span| (span, word)));
    }
    matches.sort_unstable();
    let mut places: Vec<Together> = Vec::new();
    for (span, word) in matches {
        let whole = f64::from(u8::from(is_whole(texts.text.text, span)));
        let bit = 1 << word.min(63);
        if let Some(place) = places.last_mut().filter(|place| span.end <= place.range.end) {
            if place.words & bit == 0 {
                place.score += place.part.weight() + whole;
            }
            place.words |= bit;
            place.marks.push(span);
            continue;
        }
        let at = spots.partition_point(|(range, ..)| range.end <= span.start);
        let Some((range, part, claim)) = spots.get(at) else { continue };
        let (range, part, claim) = if *part == TextPart::Article {
            in_article(texts.text.text, &claims, span)
        } else {
            (range.clone(), *part, Some(*claim))
        };
        // A headline says what all of it is about.
        let headline = if range.start == 0 && part == TextPart::Article { 2.0 } else { 0.0 };
        let score = part.weight() + whole + headline;
        places.push(Together { range, part, claim, marks: vec![span], words: bit, score });
    }
    places
}

/// The claim round a match in the article, else its paragraph.
fn in_article(text: &str, claims: &[Span], span: Span) -> (Range<usize>, TextPart, Option<usize>) {
    if let Some((at, claim)) = claims.iter().enumerate().find(|(_, claim)| claim.covers(span)) {
        return (claim.start..claim.end, TextPart::Claim, Some(at));
    }
    let is_end = |byte: &u8| *byte == b'\n' || *byte == 0x1f;
    let bytes = text.as_bytes();
    let start = bytes.get(..span.start).and_then(|head| head.iter().rposition(is_end)).map_or(0, |at| at + 1);
    let rest = bytes.get(span.end..).unwrap_or_default();
    let end = rest.iter().position(is_end).map_or(text.len(), |at| span.end + at);
    (start..end, TextPart::Article, None)
}

/// True for a match that neither begins nor ends within a word.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|head| head.chars().next_back());
    let behind = text.get(span.end..).and_then(|rest| rest.chars().next());
    ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
}

/// A place as it is told: of a long text no more than stands round its first match.
fn told(place: &Together, set: SetText<'_>, handles: &[ClaimHandle<'_>]) -> SearchPlace {
    let text = set.text;
    let Together { range, part, claim, marks, score, .. } = place;
    let first = marks.first().copied().unwrap_or_default();
    let mut start = range.start.max(first.start.saturating_sub(WINDOW / 2));
    let mut end = range.end.min(start + WINDOW.max(first.len()));
    if range.len() <= WINDOW * 3 / 2 {
        (start, end) = (range.start, range.end);
    }
    let is_cut = |at: usize| at > range.start && !text.as_bytes().get(at - 1).is_some_and(u8::is_ascii_whitespace);
    while start < first.start && is_cut(start) {
        start += 1;
    }
    while end < range.end && is_cut(end + 1) {
        end += 1;
    }
    let (before, behind) = (if start > range.start { "… " } else { "" }, if end < range.end { " …" } else { "" });
    let words = set.set(Span::new(start, end));
    let shift = |span: &Span| {
        let from = before.len() + set.set(Span::new(start, set.whole(span.start))).len();
        Span::new(from, from + set.set(*span).len())
    };
    let marks = marks.iter().filter(|span| span.start >= start && span.end <= end).map(shift).collect();
    let claim = claim.and_then(|at| handles.get(at)).map(|claim| (claim.id.to_string(), claim.number.to_string()));
    SearchPlace { part: *part, claim, text: format!("{before}{words}{behind}"), marks, score: *score }
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn words_in_whatever_quotation_marks_are_one_phrase() {
        for typed in [
            "\"harbour plan\"",
            "“harbour plan”",
            "„harbour plan“",
            "«harbour plan»",
            "« harbour plan »",
            "”harbour plan”",
        ] {
            // Quoted for a shell, and typed at the desk.
            assert_eq!(phrases(&[typed.to_owned()]), ["harbour plan"], "{typed}");
            let each: Vec<String> = format!("the {typed} 42").split_whitespace().map(str::to_owned).collect();
            assert_eq!(phrases(&each), ["the", "harbour plan", "42"], "{typed}");
        }
        let bare = ["harbour plan", "Ole's", "“harbour", "plan"].map(str::to_owned);
        assert_eq!(phrases(&bare), ["harbour plan", "Ole's", "harbour", "plan"]);
        assert_eq!(phrases(&["“”".to_owned(), "\"".to_owned()]), Vec::<String>::new());
    }
}
