//! The parts of a note: address, place, date, title, and what it says of its own kind.

use std::fmt::Write as _;

use super::people;
use crate::quantity::{self, Date};
use crate::text::Span;

/// What a part of a note says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NoteWords {
    pub(super) url: Option<String>,
    pub(super) locator: Option<String>,
    pub(super) date: Option<String>,
    pub(super) year: Option<i16>,
    /// Title words, where there are any.
    pub(super) title: Option<String>,
    /// All of its words but address, place and date.
    pub(super) rest: String,
    /// The place is a time of a recording.
    pub(super) timed: bool,
    /// The place is a page.
    pub(super) paged: bool,
}

/// Words before a page, an item, a row: the word as told, and how it is called afterwards.
const PLACES: [(&str, &str); 41] = [
    ("worksheet", "sheet"),
    ("sheet", "sheet"),
    ("tabellenblatt", "sheet"),
    ("blatt", "sheet"),
    ("feuille", "sheet"),
    ("pages", "p."),
    ("page", "p."),
    ("pp.", "p."),
    ("pp", "p."),
    ("p.", "p."),
    ("p", "p."),
    ("seiten", "p."),
    ("seite", "p."),
    ("s.", "p."),
    ("sid.", "p."),
    ("pág.", "p."),
    ("agenda item", "item"),
    ("item", "item"),
    ("top", "item"),
    ("punkt", "item"),
    ("tagesordnungspunkt", "item"),
    ("paragraph", "paragraph"),
    ("para.", "paragraph"),
    ("para", "paragraph"),
    ("abs.", "paragraph"),
    ("absatz", "paragraph"),
    ("section", "section"),
    ("sec.", "section"),
    ("abschnitt", "section"),
    ("chapter", "chapter"),
    ("kapitel", "chapter"),
    ("§", "§"),
    ("article", "article"),
    ("art.", "article"),
    ("artikel", "article"),
    ("row", "row"),
    ("rows", "row"),
    ("line", "row"),
    ("zeile", "row"),
    ("rad", "row"),
    ("slide", "slide"),
];

/// The parts of `part`.
pub(super) fn of(part: &str, language: &str) -> NoteWords {
    let mut said = NoteWords::default();
    let mut rest = part.to_owned();
    if let Some(span) = address(part) {
        said.url = Some(span.of(part).to_owned());
        blank(&mut rest, span);
    }
    let mut locators = Vec::new();
    if let Some(span) = time(&rest) {
        locators.push(span.of(&rest).to_owned());
        said.timed = true;
        blank(&mut rest, span);
    }
    for date in quantity::read(&rest.clone(), language).iter().filter_map(|found| Some((found.span, found.date()?))) {
        let (span, date) = date;
        said.year = said.year.or(date.year);
        // A year alone belongs to the title: "Annual report 2025".
        if date.month.is_some() && said.date.is_none() {
            said.date = Some(iso(date));
            blank(&mut rest, span);
        }
    }
    if let Some((span, date)) = short_day(&rest, language).filter(|_| said.date.is_none()) {
        said.date = Some(date);
        blank(&mut rest, span);
    }
    while let Some((place, span)) = place(&rest) {
        said.paged |= place.starts_with("p. ");
        // The finer place is told first: "art. 31, p. 9" is found on page 9.
        locators.push(place);
        blank(&mut rest, span);
    }
    // "ibid. 9" is page 9.
    let bare =
        rest.split_whitespace().next_back().filter(|_| rest.split_whitespace().count() == 2 && locators.is_empty());
    let back = rest.trim_start().to_lowercase();
    if let Some(page) = bare.filter(|page| {
        page.bytes().all(|byte| byte.is_ascii_digit()) && (back.starts_with("ib") || back.starts_with("eb"))
    }) {
        locators.push(format!("p. {page}"));
    }
    locators.sort_by_key(|place| !place.starts_with("p. "));
    said.locator = (!locators.is_empty()).then(|| locators.join(", "));
    let plain = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.trim_matches(|c: char| !c.is_alphanumeric()).clone_into(&mut said.rest);
    said.title = title(&rest);
    said
}

/// Blanks for the bytes of `span`.
fn blank(text: &mut String, span: Span) {
    if text.get(span.start..span.end).is_some() {
        text.replace_range(span.start..span.end, &" ".repeat(span.len()));
    }
}

/// A date as ISO 8601 with what is known of it.
fn iso(date: &Date) -> String {
    let mut told = date.year.map_or_else(|| "-".to_owned(), |year| year.to_string());
    if let Some(month) = date.month {
        let _ = write!(told, "-{month:02}");
    }
    if let Some(day) = date.day {
        let _ = write!(told, "-{day:02}");
    }
    told
}

/// A day as German and its neighbours write it without a year: "4.12.".
fn short_day(text: &str, language: &str) -> Option<(Span, String)> {
    if !matches!(language.split('-').next(), Some("de" | "da" | "nb" | "nn" | "no" | "fi" | "cs" | "pl")) {
        return None;
    }
    text.split_whitespace().find_map(|word| {
        let bare = word.trim_end_matches([',', ';', ')', ':']);
        let mut parts = bare.strip_suffix('.')?.split('.');
        let (day, month) = (parts.next()?.parse::<u8>().ok()?, parts.next()?.parse::<u8>().ok()?);
        let sound = parts.next().is_none() && (1..=31).contains(&day) && (1..=12).contains(&month);
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        sound.then(|| (Span::new(start, start + bare.len()), format!("--{month:02}-{day:02}")))
    })
}

/// An address of the web, with its scheme or without.
fn address(text: &str) -> Option<Span> {
    let word = text.split_whitespace().find(|word| {
        let bare = word.trim_matches(|c: char| "()<>[],;\"“”".contains(c));
        let host = bare.split('/').next().unwrap_or_default();
        let schemed = bare.starts_with("http://") || bare.starts_with("https://") || bare.starts_with("www.");
        let plain = host.contains('.')
            && bare.contains('/')
            && host.split('.').all(|label| {
                !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            })
            && host
                .rsplit('.')
                .next()
                .is_some_and(|top| top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic()));
        schemed || plain
    })?;
    let bare = word.trim_matches(|c: char| "()<>[],;\"“”".contains(c)).trim_end_matches('.');
    let start = text.find(bare)?;
    Some(Span::new(start, start + bare.len()))
}

/// A time of a recording: minutes and seconds, or hours before them.
fn time(text: &str) -> Option<Span> {
    let mut at = 0;
    for word in text.split(|c: char| !c.is_ascii_digit() && c != ':') {
        let parts: Vec<&str> = word.split(':').collect();
        let sound = parts.iter().all(|part| (1..=2).contains(&part.len()));
        if (2..=3).contains(&parts.len()) && sound {
            return Some(Span::new(at, at + word.len()));
        }
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    None
}

/// The first place that is told by a word: how it is called, and where it stands.
fn place(text: &str) -> Option<(String, Span)> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let mut best: Option<(usize, usize, String)> = None;
    for (word, called) in PLACES {
        for (at, _) in lower.match_indices(word) {
            let before = lower.get(..at).and_then(|head| head.chars().next_back());
            let after = lower.get(at + word.len()..).unwrap_or_default();
            let gap = after.len() - after.trim_start().len();
            let free = !before.is_some_and(char::is_alphanumeric)
                && (gap > 0
                    || !word.ends_with(char::is_alphanumeric)
                    || after.starts_with(|c: char| c.is_ascii_digit()));
            let from = at + word.len() + gap;
            let value = text.get(from..).unwrap_or_default();
            let len = match called {
                "row" => row(value),
                "sheet" => sheet(value),
                _ => figure(value),
            };
            if free && len > 0 && best.as_ref().is_none_or(|(start, ..)| at < *start) {
                let told = value.get(..len).unwrap_or_default().trim();
                let told = told.trim_matches(|c: char| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '„'));
                best = Some((at, from + len, format!("{called} {told}")));
            }
        }
    }
    best.map(|(from, to, called)| (called, Span::new(from, to)))
}

/// Bytes of a number or a range of them, a letter behind it included.
fn figure(value: &str) -> usize {
    if !value.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let len =
        value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '–' | 'f' | 'a'..='e'))).unwrap_or(value.len());
    value.get(..len).map_or(0, |told| told.trim_end_matches(['-', '–']).len())
}

/// Bytes of a row's name: up to a comma or the end.
fn row(value: &str) -> usize {
    value.find([',', ';', '(']).unwrap_or(value.len())
}

/// Bytes of a sheet's name: in quotation marks, or up to a comma, the end or the word that tells a row of it.
fn sheet(value: &str) -> usize {
    let marked = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '“' | '‘' | '„'));
    if let Some(opening) = marked {
        let rest = value.get(opening.len_utf8()..).unwrap_or_default();
        let closing = rest.char_indices().find(|(_, c)| matches!(c, '"' | '\'' | '”' | '’' | '“'));
        return closing.map_or(0, |(at, c)| opening.len_utf8() + at + c.len_utf8());
    }
    let lower = value.to_lowercase();
    let rows = [" row ", " rows ", " line ", " zeile "].iter().filter_map(|word| lower.find(word)).min();
    row(value).min(rows.unwrap_or(value.len()))
}

/// The title in what is left of a part: its first words, up to a comma or a bracket; those behind an author, where it begins with one.
fn title(rest: &str) -> Option<String> {
    let told = |piece: &&str| piece.chars().filter(|c| c.is_alphanumeric()).count() > 1;
    let mut pieces = rest.split([',', '(', ';']).filter(told);
    let mut first = pieces.next()?;
    if people::author(first).is_some() {
        first = pieces.next().unwrap_or(first);
    }
    let bare = first
        .rsplit_once('.')
        .filter(|(stem, end)| !stem.is_empty() && (2..=4).contains(&end.trim().len()) && !stem.contains(' '));
    let words = match bare {
        Some((stem, _)) => stem.replace(['-', '_'], " "),
        None => first.to_owned(),
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let kept = words.iter().rposition(|word| {
        !matches!(word.to_lowercase().as_str(), "vom" | "of" | "on" | "from" | "the" | "about" | "dated" | "-" | "–")
    });
    let title = words.get(..=kept?)?.join(" ");
    let title = title.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned();
    (!title.is_empty()).then_some(title)
}

/// A year that stands for a row: "nests.tsv, 1998".
pub(super) fn row_of_year(text: &str) -> Option<String> {
    let (_, rest) = text.split_once(',')?;
    let year = rest.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4)?;
    Some(format!("row {year}"))
}

#[cfg(test)]
mod tests {
    use super::{of, people};

    #[test]
    fn an_author_before_the_title_is_none() {
        let said = of("H. Orvel, The Ropes of the Pier, p. 3", "en");
        assert_eq!(said.title.as_deref(), Some("The Ropes of the Pier"));
        assert_eq!(people::author("H. Orvel, The Ropes of the Pier"), Some("H. Orvel"));
        assert_eq!(people::author("St. Olav, a report"), None);
        assert_eq!(of("H. Orvel, p. 3", "en").title.as_deref(), Some("H. Orvel"));
    }

    #[test]
    fn places_addresses_and_dates_are_told_apart() {
        let said = of("Report on steel, pp. 3-4, example.org/steel", "en");
        assert_eq!((said.locator.as_deref(), said.url.as_deref()), (Some("p. 3-4"), Some("example.org/steel")));
        assert_eq!(said.title.as_deref(), Some("Report on steel"));
        let said = of("Interview Vale, 22 Jan, 00:27:32", "en");
        assert_eq!((said.locator.as_deref(), said.date.as_deref()), (Some("00:27:32"), Some("--01-22")));
        assert_eq!(of("Anruf Feld, 4.12., 00:01:02", "de").date.as_deref(), Some("--12-04"));
        assert_eq!(of("Haushalt 2026, S. 90", "de").locator.as_deref(), Some("p. 90"));
        assert_eq!(of("costs.csv, row Steel works, column 2", "en").locator.as_deref(), Some("row Steel works"));
    }
}
