//! A source typed on one line, in any order: its title, a link, where in it, the day it was looked at.

use crate::review::field::SOURCES;
use crate::review::{Change, Claim, Edit, Source, Stamp, Support, Verdict, marking};
use crate::text::link::is_web;

/// Words that a place in a source begins with: a number follows, with a blank or without.
const PLACES: [&str; 28] = [
    "p.",
    "pp.",
    "p",
    "pp",
    "page",
    "pages",
    "para",
    "para.",
    "par.",
    "paragraph",
    "line",
    "lines",
    "row",
    "rows",
    "l.",
    "sec.",
    "section",
    "ch.",
    "chapter",
    "fol.",
    "table",
    "fig.",
    "no.",
    "s.",
    "seite",
    "str.",
    "lk",
    "lk.",
];

/// Hosts of archives: a second link that leads there is where the page is archived.
const ARCHIVES: [&str; 5] = ["web.archive.org", "archive.org", "archive.today", "archive.ph", "archive.is"];

/// What was typed, told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedCitation {
    /// What it is called.
    pub title: String,
    /// Its link.
    pub url: String,
    /// Where it is archived.
    pub archive: String,
    /// Page, paragraph, time, the source's own day.
    pub locator: String,
    /// The day it was looked at, `2026-11-23`, typed as `seen 2026-11-23`; empty when none was.
    pub day: String,
}

/// Tells the parts of `text` apart.
pub fn read(text: &str) -> ParsedCitation {
    let mut cited = ParsedCitation::default();
    let (mut title, mut places): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if let Some((day, more)) = spelled(word, words.clone()) {
            words.by_ref().take(more).for_each(drop);
            if cited.day.is_empty() && title.pop_if(|last| is_seen(last)).is_some() {
                cited.day = day;
            } else {
                places.push(day);
            }
            continue;
        }
        let bare = word.trim_end_matches([',', ';']);
        let link = bare.trim_start_matches(['<', '(']).trim_end_matches(['>', ')', '.']);
        let with_scheme = (link.starts_with("www.") && link.split('.').count() > 2).then(|| format!("https://{link}"));
        let link = with_scheme.as_deref().unwrap_or(link);
        if is_web(link) {
            let slot = if is_archive(link) || !cited.url.is_empty() { &mut cited.archive } else { &mut cited.url };
            if slot.is_empty() {
                link.clone_into(slot);
                continue;
            }
        }
        if let Some(day) = day(bare) {
            // A day by itself is the source's own.
            if cited.day.is_empty() && title.pop_if(|last| is_seen(last)).is_some() {
                cited.day = day;
            } else {
                places.push(day);
            }
        } else if is_time(bare) || glued(bare) {
            places.push(bare.to_owned());
        } else if is_place(word)
            && let Some(number) = words.next_if(|next| is_number(next.trim_end_matches([',', ';'])))
        {
            places.push(format!("{word} {}", number.trim_end_matches([',', ';'])));
        } else {
            title.push(word);
        }
    }
    title.join(" ").trim_matches([',', ';', '–', '—', '|', ' ']).clone_into(&mut cited.title);
    cited.locator = places.join(", ");
    cited
}

impl ParsedCitation {
    /// True when nothing was typed that makes a source: it needs a title or a link.
    pub fn is_nameless(&self) -> bool {
        self.title.is_empty() && self.url.is_empty()
    }

    /// The source, looked at `today` unless another day was typed; it has no id yet.
    pub fn source(self, today: &str) -> Source {
        let Self { title, url, archive, locator, day } = self;
        let checked_at = if day.is_empty() { today.to_owned() } else { day };
        Source { title, url, archive, locator, checked_at, ..Source::default() }
    }
}

/// The edits that give `source` to `claim`, and a verdict where there is one; none for a source that it has already. Which way it
/// points follows from that verdict alone, and what of it was said of another claim stays there: its bearing, the words quoted, the
/// writer's remark.
pub fn given(claim: &Claim, source: &Source, verdict: Option<&Verdict>, by: &str, now: &Stamp) -> Vec<Edit> {
    let same = |held: &Source| held.title == source.title && held.url == source.url && held.locator == source.locator;
    let mut edits = Vec::new();
    if !claim.record.sources.iter().any(same) {
        let stance = match verdict {
            Some(Verdict::Verified) => Some(Support::Supports),
            Some(Verdict::Disputed) => Some(Support::Contradicts),
            Some(Verdict::Unknown | Verdict::Dismissed | Verdict::Other(_)) | None => None,
        };
        let id = Source::fresh_id(&claim.record.sources);
        let fresh = Source { id, stance, quote: String::new(), annotation: String::new(), ..source.clone() };
        let change = Change::of(claim, &SOURCES, |claim| claim.record.sources.push(fresh));
        edits.extend(change.map(|change| Edit::of(claim.id.clone(), change)));
    }
    if let Some(verdict) = verdict {
        edits.extend(marking(claim, Some(verdict.clone()), &by.into(), now));
    }
    edits
}

fn is_archive(link: &str) -> bool {
    let host = link.split('/').nth(2).unwrap_or_default().trim_start_matches("www.");
    ARCHIVES.contains(&host)
}

fn is_place(word: &str) -> bool {
    PLACES.contains(&word.to_lowercase().as_str()) || word == "§" || word == "¶"
}

/// A number or a range of them: `12`, `12-14`, `12–14`, `4.2`, `12a`.
fn is_number(word: &str) -> bool {
    let parts = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | ',' | 'a'..='f');
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(parts) && !word.ends_with(['.', '-', '–'])
}

/// A place and its number in one word: `p.12`, `pp.12–14`, `¶3`.
fn glued(word: &str) -> bool {
    let Some(at) = word.find(|c: char| c.is_ascii_digit()) else { return false };
    let (lead, number) = word.split_at_checked(at).unwrap_or((word, ""));
    !lead.is_empty() && is_place(lead) && lead != "no." && is_number(number)
}

/// A time in a recording: `12:31`, `01:02:03`.
fn is_time(word: &str) -> bool {
    let parts: Vec<&str> = word.split(':').collect();
    let two = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let first = parts.first().is_some_and(|part| (1..=3).contains(&part.len()) && part.parse::<u16>().is_ok());
    first && (2..=3).contains(&parts.len()) && parts.iter().skip(1).all(two)
}

/// A word before the day that a source was looked at.
fn is_seen(word: &str) -> bool {
    const SEEN: [&str; 6] = ["seen", "accessed", "checked", "retrieved", "viewed", "visited"];
    SEEN.contains(&word.trim_matches([',', ';', '(', ':']).to_lowercase().as_str())
}

/// A day in words that begins with `word`, as `2026-11-23`, and how many of the words behind it belong to it: `3 March 2026`,
/// `March 3, 2026`.
fn spelled<'a>(word: &str, mut behind: impl Iterator<Item = &'a str>) -> Option<(String, usize)> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let bare = |word: &str| word.trim_end_matches([',', ';', '.']).to_lowercase();
    let month = |word: &str| {
        let word = bare(word);
        let begins = |name: &&str| word.len() > 2 && name.starts_with(&word);
        MONTHS.iter().position(begins).map(|at| at + 1)
    };
    let number = |word: &str| {
        let word = bare(word);
        let digits = word.trim_end_matches(char::is_alphabetic);
        let suffix = word.get(digits.len()..).unwrap_or_default();
        ["", "st", "nd", "rd", "th"].contains(&suffix).then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (second, third) = (behind.next()?, behind.next()?);
    let (day, month) = match (month(second), month(word)) {
        (Some(month), _) => (number(word)?, month),
        (None, Some(month)) => (number(second)?, month),
        (None, None) => return None,
    };
    let year = number(third).filter(|year| (1000..3000).contains(year))?;
    (1..=31).contains(&day).then(|| (format!("{year}-{month:02}-{day:02}"), 2))
}

/// A day as `2026-11-23` or `23.11.2026`, as the first of them.
fn day(word: &str) -> Option<String> {
    let numbers = |by: char| -> Option<[u16; 3]> {
        let parts: Vec<u16> = word.split(by).map(str::parse).collect::<Result<_, _>>().ok()?;
        parts.try_into().ok()
    };
    let turned = || numbers('.').map(|[day, month, year]| [year, month, day]);
    let [year, month, day] = numbers('-').or_else(turned)?;
    let lawful = (1000..3000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    lawful.then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_in_words_and_a_link_without_its_scheme_are_told_apart() {
        for typed in ["Minutes 3 March 2024", "Minutes, March 3, 2024", "3rd Mar. 2024 Minutes"] {
            let cited = read(typed);
            assert_eq!((cited.title.as_str(), cited.locator.as_str()), ("Minutes", "2024-03-03"), "{typed}");
        }
        assert_eq!(read("Minutes seen 3 March 2024").day, "2024-03-03");
        assert_eq!(read("Minutes www.council.example/3 p. 2").url, "https://www.council.example/3");
        // What only begins so is a title.
        assert_eq!(read("May 1968 in Paris").title, "May 1968 in Paris");
        assert_eq!(read("The 40 March days").title, "The 40 March days");
    }

    #[test]
    fn the_parts_are_told_apart_in_any_order() {
        let wanted = ParsedCitation {
            title: "Council minutes, 3 March".to_owned(),
            url: "https://example.org/minutes.pdf".to_owned(),
            locator: "p. 12".to_owned(),
            ..ParsedCitation::default()
        };
        for text in [
            "Council minutes, 3 March https://example.org/minutes.pdf p. 12",
            "p. 12, Council minutes, 3 March, https://example.org/minutes.pdf",
            "https://example.org/minutes.pdf Council minutes, 3 March, p. 12",
            "<https://example.org/minutes.pdf> Council minutes, 3 March p. 12",
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn pages_paragraphs_times_and_days_are_known() {
        let places = |text: &str| read(text).locator;
        assert_eq!(places("Report pp. 12–14, ¶ 3"), "pp. 12–14, ¶ 3");
        assert_eq!(places("Report p.12"), "p.12");
        assert_eq!(places("Interview 01:12:31"), "01:12:31");
        assert_eq!(read("Report, seen 23.11.2026").day, "2026-11-23");
        assert_eq!(read("Report accessed 2026-11-23 § 4").source("2026-11-30").checked_at, "2026-11-23");
        // The source's own day is none on which anybody looked at it.
        let own = read("Interview with Ole Berg, 14.05.2024, 00:12:30").source("2026-11-30");
        assert_eq!((own.locator.as_str(), own.checked_at.as_str()), ("2024-05-14, 00:12:30", "2026-11-30"));
        assert_eq!(read("Report").source("2026-11-30").checked_at, "2026-11-30");
        let archived = read("https://example.org/a https://web.archive.org/web/1/https://example.org/a");
        assert_eq!((archived.url.as_str(), archived.title.as_str()), ("https://example.org/a", ""));
        assert!(archived.archive.starts_with("https://web.archive.org"));
    }

    #[test]
    fn a_title_keeps_its_numbers_and_letters() {
        for title in
            ["Page one of a story", "The 2025 budget", "Directive 2011/92, p", "No. 10 says no", "Ch 4 News", "p"]
        {
            let cited = read(title);
            assert!(cited.title == title || !cited.locator.is_empty(), "{title}: {cited:?}");
        }
        assert_eq!(read("The 2025 budget in brief").title, "The 2025 budget in brief");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "([a-zA-Z0-9.:/-]{1,9}|p\\.|¶|https://a\\.b|12:30| |,){0,14}") {
            let cited = read(&text);
            let told = [&cited.title, &cited.url, &cited.archive, &cited.locator, &cited.day].map(String::as_str).join(" ");
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            prop_assert_eq!(letters(&text), letters(&told), "{:?} became {:?}", text, cited);
        }
    }
}
