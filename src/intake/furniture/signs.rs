//! What the words of a line give away: labels, pleas, credits, dates, bylines.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Match, MatchKind};

use super::words;
use crate::text::parallel;

/// The words of a line in small letters with straight apostrophes, as the word lists have them.
pub(super) fn fold(line: &str) -> String {
    if line.is_ascii() {
        return line.to_ascii_lowercase();
    }
    line.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | '‘') { '\'' } else { c }).collect()
}

/// What a phrase inside a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// The page speaks to its reader; whether the line begins so.
    Plea(bool),
    /// The page speaks of itself.
    Notice,
    /// A picture's credit; where in the line it begins, in percent, and whether a sentence goes on into it: "by the courtesy of the port".
    Credit(usize, bool),
}

/// Finds all phrases in one pass over a line.
pub(super) struct Phrases {
    finder: Option<AhoCorasick>,
}

/// From so many bytes on a text is worth the automaton that takes a few milliseconds to build and half as long to run.
const LONG: usize = 500_000;

pub(super) static PLAIN: LazyLock<Phrases> = LazyLock::new(|| Phrases::built(AhoCorasickKind::NoncontiguousNFA));
static QUICK: LazyLock<Phrases> = LazyLock::new(|| Phrases::built(AhoCorasickKind::DFA));

/// Does `work` on a text of so many bytes, while another core prepares for the look at its lines where that takes long.
pub(crate) fn prepared<T>(bytes: usize, work: impl FnOnce() -> T) -> T {
    if bytes < LONG {
        return work();
    }
    let ahead = || {
        LazyLock::force(&QUICK);
    };
    parallel::beside(ahead, work)
}

impl Phrases {
    /// What finds the phrases of a text of so many bytes.
    pub(super) fn for_text(bytes: usize) -> &'static Self {
        if bytes < LONG { &PLAIN } else { &QUICK }
    }

    fn built(kind: AhoCorasickKind) -> Self {
        let all = words::PLEAS.iter().chain(words::NOTICES).chain(words::CREDITS);
        let mut builder = AhoCorasick::builder();
        builder.kind(Some(kind)).ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
        Self { finder: builder.build(all).ok() }
    }

    /// Where the first credit in `line` begins.
    pub(super) fn credit(&self, line: &str) -> Option<usize> {
        let hits = self.finder.as_ref()?.find_iter(line);
        let credits = words::PLEAS.len() + words::NOTICES.len();
        let mut hits = hits.filter(|hit| hit.pattern().as_usize() >= credits && begins_word(line, hit.start()));
        hits.next().map(|hit| hit.start())
    }

    /// The phrases of `line`, in order.
    pub(super) fn of(&self, line: &str) -> impl Iterator<Item = Phrase> {
        let found = self.finder.as_ref().map(|finder| finder.find_iter(line));
        let whole = |hit: &Match| begins_word(line, hit.start()) && ends_word(line, hit);
        found.into_iter().flatten().filter(whole).map(|hit| {
            let index = hit.pattern().as_usize();
            if index < words::PLEAS.len() {
                Phrase::Plea(hit.start() == 0)
            } else if index < words::PLEAS.len() + words::NOTICES.len() {
                Phrase::Notice
            } else {
                Phrase::Credit(hit.start() * 100 / line.len().max(1), goes_into(line, hit.start()))
            }
        })
    }
}

/// True when no letter stands right before byte `at`.
pub(super) fn begins_word(line: &str, at: usize) -> bool {
    let opens = line.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric);
    let before = line.get(..at).and_then(|head| head.chars().next_back());
    !opens || !before.is_some_and(char::is_alphanumeric)
}

/// True when the words of `line` up to byte `at`, where other words begin, are no sentence, bracket or name before a bar by themselves.
fn goes_into(line: &str, at: usize) -> bool {
    let word = line.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let before = line.get(..at).unwrap_or_default();
    word && before.ends_with(' ') && before.trim_end().ends_with(|c: char| c.is_lowercase() || c == ',')
}

/// Letters that a phrase's last word may have behind it: "subscription", "subscriptions".
const ENDING: usize = 2;

/// True when a phrase ends where a word does, give or take an ending. A single word may be the first part of a longer one.
fn ends_word(line: &str, phrase: &Match) -> bool {
    let words = line.get(phrase.range()).unwrap_or_default();
    let letters = |text: &str| text.chars().take_while(|c| c.is_alphanumeric()).count();
    let ends = !words.ends_with(char::is_alphanumeric) || !words.contains(' ');
    ends || letters(line.get(phrase.end()..).unwrap_or_default()) <= ENDING
}

/// True when `folded` begins with one of `openings` and a word ends there.
pub(super) fn opens_with(folded: &str, openings: &[&str]) -> bool {
    let first = folded.as_bytes().first();
    openings.iter().filter(|opening| opening.as_bytes().first() == first).any(|opening| {
        let next = folded.strip_prefix(opening).map(|rest| rest.chars().next());
        let ends = !opening.ends_with(char::is_alphanumeric) || !opening.is_ascii();
        next.is_some_and(|next| ends || !next.is_some_and(char::is_alphanumeric))
    })
}

/// True when the line is nothing but a label.
pub(super) fn is_label(folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    words::LABELS.contains(&bare)
        || is_counter(bare)
        || counted(bare, &["shares", "share", "likes", "views", "reactions", "tweets"])
}

/// True for the number of a picture among others: "3 of 12".
fn is_counter(bare: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = bare.split(' ');
    let (first, between, last) = (parts.next(), parts.next(), parts.next());
    let between =
        between.is_some_and(|word| matches!(word, "of" | "von" | "sur" | "de" | "di" | "van" | "av" | "af" | "z"));
    between && parts.next().is_none() && [first, last].into_iter().flatten().filter(|part| number(part)).count() == 2
}

/// Openings of a line that gives an address to write to.
const CONTACTS: &[&str] = &["contact", "get in touch", "email", "e-mail", "write to", "send", "reach"];

/// True for a line with an address of electronic mail that opens as such lines do.
pub(super) fn gives_address(folded: &str) -> bool {
    has_address(folded) && opens_with(folded, CONTACTS)
}

/// True for a line with an address of electronic mail.
pub(super) fn has_address(line: &str) -> bool {
    line.split(' ').any(|word| {
        let parts = word.trim_matches(|c: char| !c.is_alphanumeric()).split_once('@');
        parts.is_some_and(|(name, place)| !name.is_empty() && place.contains('.'))
    })
}

/// The number of the month that a word in small letters names, in one of the languages known here.
pub(in crate::intake) fn month(word: &str) -> Option<i16> {
    const STEMS: [&[&str]; 12] = [
        &["jan", "ene", "gen"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "maa", "mrt"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mag", "maj", "mei"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "aoû", "ago"],
        &["sep", "set"],
        &["oct", "okt", "ott", "out"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    if !words::MONTHS.contains(&word) {
        return None;
    }
    let number = STEMS.iter().position(|stems| stems.iter().any(|stem| word.starts_with(stem)))?;
    i16::try_from(number + 1).ok()
}

/// "258 shares", "1.2k views": a number and one of `things`.
fn counted(bare: &str, things: &[&str]) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    bare.split_once(' ').is_some_and(|(count, thing)| number(count) && things.contains(&thing))
}

/// True when the line heads the readers' comments: "Comments", "12 comments", "3 thoughts on “…”".
pub(super) fn is_discussion(folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let lead = |word: &str| words::DISCUSSING.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit());
    let mut rest = bare;
    let mut before = 0;
    while let Some((_, tail)) = rest.split_once(' ').filter(|(word, _)| lead(word)) {
        rest = tail;
        before += 1;
    }
    let counted = bare.starts_with(|c: char| c.is_ascii_digit());
    words::DISCUSSION.iter().any(|word| {
        rest.strip_prefix(word).is_some_and(|tail| match tail.trim_start() {
            "" => true,
            tail if counted => tail.starts_with("on ") || tail.starts_with("to "),
            tail => {
                before > 0 && tail == "below" || tail.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit())
            }
        })
    })
}

/// True when the line points to another article: one of the pointing words, then a colon or bar.
pub(super) fn is_pointer(folded: &str) -> bool {
    let folded = unmarked(folded);
    let Some(at) = folded.find([':', '|', '–', '—']).filter(|at| *at <= 24) else { return false };
    let head = folded.get(..at).unwrap_or_default().trim();
    words::POINTERS.contains(&head)
}

/// A line without the brackets and arrows before its words.
pub(super) fn unmarked(folded: &str) -> &str {
    folded.trim_start_matches(['[', '(', '>', '›', '»', '►', '▶', '→', '➡', '👉', '•', '*', '-', '|', '\u{fe0f}', ' '])
}

/// True when the line is a stamp of publication and little else.
pub(super) fn is_date(folded: &str) -> bool {
    let parts: Vec<&str> = folded.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '•' | '·')).collect();
    let parts: Vec<&str> =
        parts.into_iter().map(|part| part.trim_end_matches(['.', ':'])).filter(|part| !part.is_empty()).collect();
    let stamp = |part: &&&str| words::STAMPS.contains(*part) || !part.contains(char::is_alphanumeric);
    let lead = parts.iter().take_while(stamp).count();
    let rest: Vec<&str> = parts.into_iter().skip(lead).collect();
    let at = |index: usize| rest.get(index).copied().unwrap_or_default();
    let month = |index: usize| words::MONTHS.contains(&at(index));
    let number = |index: usize| {
        let bare = at(index).trim_end_matches(|c: char| c.is_alphabetic());
        !bare.is_empty() && bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    // What follows the day must be a year or a time: "June 9 – Tampa" is an entry in a programme.
    let done = |index: usize| matches!(at(index), "" | "at" | "um" | "à") || is_year(at(index)) || is_clock(at(index));
    let month_first = month(0) && (is_year(at(1)) || (number(1) && done(2)));
    let linked = matches!(at(1), "de" | "of") && month(2);
    let day_first = number(0) && ((month(1) && done(2)) || linked);
    let dated = month_first || day_first;
    let ago = number(0) && words::UNITS.contains(&at(1)) && matches!(at(2), "ago" | "read");
    let vor = at(0) == "vor" && number(1);
    let clock = is_clock(at(0)) || is_stopped_clock(&rest, lead > 0);
    (dated || ago || vor || is_numeric_date(at(0)) || clock) && rest.len() <= 9 && !goes_on(&rest)
}

/// True when more than a place and a time zone follows the date: then it is a sentence that begins with one.
fn goes_on(rest: &[&str]) -> bool {
    let worded = |part: &&&str| part.len() > 3 && part.chars().all(char::is_alphabetic);
    rest.iter().filter(worded).count() > 4
}

pub(super) fn is_year(part: &str) -> bool {
    part.len() == 4
        && (part.starts_with("19") || part.starts_with("20"))
        && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2018-08-16`, `16.8.2018`, `8/16/18`.
fn is_numeric_date(part: &str) -> bool {
    let pieces: Vec<&str> = part.split(['-', '.', '/']).collect();
    pieces.len() == 3
        && pieces.iter().all(|piece| (1..=4).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `9:24`, `21:05`, `8:03am`.
fn is_clock(part: &str) -> bool {
    let part = part.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let digits = |piece: &str| (1..=2).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_digit());
    part.split_once(':').is_some_and(|(hours, minutes)| digits(hours) && minutes.len() == 2 && digits(minutes))
}

/// Time zones and the like behind the time of day.
#[rustfmt::skip]
const ZONES: &[&str] = &[
    "cet", "cest", "gmt", "bst", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "ist", "jst", "aest", "eet",
    "eest", "mez", "mesz", "msk", "wib", "uhr", "hrs", "h",
];

/// True for a time of day with a stop between its figures, by itself or before a time zone: `17.05 CEST`. `stamped`: behind "updated at".
fn is_stopped_clock(parts: &[&str], stamped: bool) -> bool {
    let below = |figures: &str, most: u8| {
        (1..=2).contains(&figures.len()) && figures.parse::<u8>().is_ok_and(|number| number < most)
    };
    let clock = parts.first().and_then(|time| time.split_once('.'));
    let clock = clock.is_some_and(|(hour, minute)| below(hour, 24) && minute.len() == 2 && below(minute, 60));
    clock && parts.get(1).map_or(stamped, |zone| ZONES.contains(zone)) && parts.len() <= 2
}

/// True when a line that ends an article tells who wrote it.
pub(super) fn is_about_author(folded: &str) -> bool {
    if folded.starts_with("about the author") {
        return true;
    }
    let Some((name, rest)) = folded.split_once(" is ").filter(|(name, _)| (3..=40).contains(&name.chars().count()))
    else {
        return false;
    };
    let opens = rest.starts_with("a ")
        || rest.starts_with("an ")
        || rest.starts_with("the ")
        || rest.split(' ').next().is_some_and(|word| word.ends_with("'s"));
    let near =
        rest.split(' ').take(9).any(|word| words::TRADES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())));
    opens && near && !name.contains([',', '.', '"', '“'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_publication_are_dates_and_programmes_are_not() {
        let stamps = [
            "Published: 3 March 2026 at 9:41 am",
            "Tuesday, March 3, 2026",
            "2 hours ago",
            "2026-03-03",
            "Updated 21:05",
            "3 de marzo de 2026",
        ];
        for stamp in stamps {
            assert!(is_date(&fold(stamp)), "{stamp}");
        }
        for line in [
            "March 3 – Norrhamn, the quay",
            "On March 3, 2026, the board made the following statement public:",
            "3 ferries are late",
        ] {
            assert!(!is_date(&fold(line)), "{line}");
        }
    }

    #[test]
    fn the_heading_of_the_comments_is_known_and_talk_of_comments_is_not() {
        for line in ["Comments", "12 Comments", "View all comments", "3 thoughts on “A ferry is late”", "Comments (4)"]
        {
            assert!(is_discussion(&fold(line)), "{line}");
        }
        for line in ["Comments by the mayor angered the board", "The board had no comment"] {
            assert!(!is_discussion(&fold(line)), "{line}");
        }
    }

    #[test]
    fn an_opening_ends_where_a_word_ends() {
        assert!(opens_with("related stories", words::RELATED));
        assert!(!opens_with("relatedness of ferries", words::RELATED));
    }

    #[test]
    fn a_time_of_day_may_have_a_stop() {
        assert!(is_stopped_clock(&["17.05", "cest"], false));
        assert!(!is_stopped_clock(&["17.05", "kronor"], true));
        assert!(!is_stopped_clock(&["17.05"], false));
    }

    #[test]
    fn who_the_author_is_and_who_somebody_in_the_news_is() {
        assert!(is_about_author(&fold("Tora Lind is a reporter for the islands desk.")));
        assert!(!is_about_author(&fold("The harbour is the largest employer of the islands.")));
    }
}
