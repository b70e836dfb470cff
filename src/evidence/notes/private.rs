//! What of a note must not go out: telephone numbers, private addresses, people off the record.

use super::addresses::has_address;
use crate::text::Span;

/// Words by which a writer says so.
const WORDS: [&str; 35] = [
    "off the record",
    "not for print",
    "not for publication",
    "not for attribution",
    "not for quotation",
    "not to be quoted",
    "not to be named",
    "do not quote",
    "don't quote",
    "without attribution",
    "nicht zitieren",
    "background only",
    "on background",
    "do not name",
    "don't name",
    "never name",
    "confidential",
    "anonymous",
    "private number",
    "home address",
    "bitte nicht nennen",
    "nicht nennen",
    "vertraulich",
    "nicht zur veröffentlichung",
    "hintergrundgespräch",
    "anonym",
    "confidentiel",
    "confidencial",
    "konfidentiellt",
    "home number",
    "name known to",
    "name changed",
    "name out of",
    "redaktion bekannt",
    "name geändert",
];

/// Figures that a telephone number has at least.
const FIGURES: usize = 7;
/// And at most, with the code of its country.
const MOST: usize = 15;

/// Does a note hold what must not go out?
pub fn is_private(note: &str) -> bool {
    says_so(note) || has_number(note) || has_mail(note) || has_address(note)
}

fn says_so(note: &str) -> bool {
    let lower = note.to_lowercase();
    WORDS.iter().any(|words| lower.contains(words))
}

/// Lines at the head of a file that say what may be done with it.
const HEAD: usize = 4;

/// Columns that such a line has at most: one that is longer tells of something.
const LINE: usize = 100;

/// True for a passage that must not go out: it holds a telephone number, or was said off the record. A sum whose figures blanks part is
/// none; mail addresses stand in what is published.
pub fn is_confidential(passage: &str) -> bool {
    let dialled = |run: &str| run.starts_with(['+', '0']) || run.contains('-') || is_american(&groups(run));
    let is_number = |at: Span| is_number_at(passage, at) && (dialled(at.of(passage)) || is_rung(passage, at));
    runs(passage).any(is_number) || says_so(passage) && passage.chars().count() <= 2 * LINE
}

/// True for a file of evidence whose name or first lines say that it must not go out.
pub fn is_withheld(name: &str, text: &str) -> bool {
    let head = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD);
    let name = name.replace(['-', '_', '.'], " ");
    says_so(&name) || head.filter(|line| line.chars().count() <= LINE).any(says_so)
}

/// A telephone number.
fn has_number(note: &str) -> bool {
    runs(note).any(|at| is_number_at(note, at))
}

/// Words that what follows is rung by, in lower case.
const RUNG: [&str; 19] = [
    "call",
    "ring",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "cell",
    "dial",
    "sms",
    "whatsapp",
    "landline",
    "telefon",
    "handy",
    "anrufen",
    "mobil",
    "tél",
    "téléphone",
    "portable",
    "teléfono",
];
/// Words between such a word and the number, at most: "call her at home on".
const BETWEEN: usize = 4;

/// True for a telephone number at `at`: by its own shape, or by the word before it. What counts something is none.
fn is_number_at(note: &str, at: Span) -> bool {
    if is_rung(note, at) {
        return true;
    }
    is_number(at.of(note)) && !is_counted(note, at)
}

/// True for seven figures and more behind a word that they are rung by.
fn is_rung(note: &str, at: Span) -> bool {
    let run = at.of(note);
    let figures = run.bytes().filter(u8::is_ascii_digit).count();
    let before = note.get(..at.start).unwrap_or_default().rsplit(['.', ';', '\n']).next().unwrap_or_default();
    // "Tel. 5550199": the stop is the word's own.
    let before = if before.trim().is_empty() { note.get(..at.start).unwrap_or_default() } else { before };
    let words = before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).rev().take(BETWEEN);
    let rung = words.map(str::to_lowercase).any(|word| RUNG.contains(&word.as_str()));
    let groups = groups(run);
    let plain = (FIGURES..=MOST).contains(&figures) && groups.len() <= 5 && !run.contains(':');
    rung && plain && !is_dated(run, &groups) && !is_counted(note, at)
}

/// True where the figures at `at` count something: money stands before them, or a noun or unit behind.
fn is_counted(note: &str, at: Span) -> bool {
    let before = note.get(..at.start).unwrap_or_default().trim_end();
    let sign = before.chars().next_back().is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹'));
    let behind = note.get(at.end..).unwrap_or_default();
    let next = behind.trim_start_matches(' ').split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let coded = at.of(note).starts_with(['+', '0', '(']);
    let noun = next.chars().count() > 2
        && next.starts_with(char::is_lowercase)
        && !BEHIND.contains(&next)
        && behind.starts_with(' ');
    let unit =
        matches!(next, "kr" | "kg" | "km" | "EUR" | "USD" | "GBP" | "SEK" | "NOK" | "DKK" | "CHF" | "Euro" | "Kronen");
    let share = behind.trim_start().starts_with(['%', '€', '$', '£']);
    !coded && (sign || noun || unit || share)
}

/// Words behind a number that is rung, in lower case.
const BEHIND: [&str; 33] = [
    "after",
    "before",
    "and",
    "the",
    "she",
    "they",
    "not",
    "ext",
    "extension",
    "from",
    "until",
    "evenings",
    "mornings",
    "weekdays",
    "home",
    "office",
    "work",
    "mobile",
    "private",
    "privat",
    "direct",
    "between",
    "ask",
    "for",
    "please",
    "only",
    "but",
    "when",
    "his",
    "her",
    "nach",
    "oder",
    "abends",
];

/// Runs of figures parted by blanks, hyphens, slashes or brackets, by their places.
fn runs(note: &str) -> impl Iterator<Item = Span> {
    let mut open: Option<usize> = None;
    let ends = note.char_indices().chain([(note.len(), '\n')]);
    ends.filter_map(move |(at, c)| {
        if c.is_ascii_digit()
            || (open.is_some() && matches!(c, ' ' | '-' | '–' | '/' | '(' | ')' | '.' | ':'))
            || (open.is_none() && c == '+')
        {
            open.get_or_insert(at);
            return None;
        }
        let start = open.take()?;
        let whole = note.get(start..at)?;
        let bare = whole.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
        let lead = whole.len() - whole.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+').len();
        (!bare.is_empty()).then(|| Span::new(start + lead, start + lead + bare.len()))
    })
}

/// The groups of figures of a run.
fn groups(run: &str) -> Vec<&str> {
    run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect()
}

/// Three figures of an area, three and four, as North America writes a number, the 1 of its country before them or not. No sum and no
/// page of a journal is grouped so.
fn is_american(groups: &[&str]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    matches!(lengths.as_slice(), [3, 3, 4])
        || matches!(lengths.as_slice(), [1, 3, 3, 4]) && groups.first() == Some(&"1")
}

/// True for a run with a year in it, or a day written as one: 20240503.
fn is_dated(run: &str, groups: &[&str]) -> bool {
    let is_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_day = run.len() == 8 && (run.starts_with("19") || run.starts_with("20")) && groups.len() == 1;
    groups.iter().any(is_year) || is_day
}

/// True for a run that is no date, time or address of a page.
fn is_number(run: &str) -> bool {
    let figures = run.bytes().filter(u8::is_ascii_digit).count();
    let groups = groups(run);
    // A number with its country's or area's code may have a group like a year.
    let coded = run.starts_with('+')
        || is_american(&groups)
        || groups.first().is_some_and(|first| first.starts_with('0') && first.len() > 2);
    let dated = !coded && is_dated(run, &groups);
    let begins = coded || run.starts_with('0') || groups.first().is_some_and(|group| group.len() >= 3);
    let sound = (FIGURES..=MOST).contains(&figures) && begins && groups.len() >= 2;
    let alone = groups.len() == 1 && (run.starts_with('+') || run.starts_with('0')) && (8..=MOST).contains(&figures);
    !run.contains(':') && !dated && (sound || alone)
}

/// A mail address.
fn has_mail(note: &str) -> bool {
    note.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.split_once('@').is_some_and(|(who, place)| !who.is_empty() && place.contains('.') && !word.contains('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_confidential, is_private, is_withheld};

    #[test]
    fn what_was_said_off_the_record_is_confidential_and_a_sum_is_not() {
        for private in [
            "Not for attribution: the pier was never safe.",
            "Ask her, +47 555 01 234.",
            "He told me off the record that it fell.",
            "Call 555-0100 after six.",
            "She can be rung at 212 555 1947.",
            "Call 5550199 and ask for Mara.",
        ] {
            assert!(is_confidential(private), "{private}");
        }
        for open in ["It cost 612 000 000 crowns.", "Write to press@council.example.", "Between 1999 and 2004 it fell."]
        {
            assert!(!is_confidential(open), "{open}");
        }
        assert!(is_withheld("memo.txt", "CONFIDENTIAL\n\nThe pier cost 5 million crowns."));
        assert!(is_withheld("talk-off-the-record.txt", "The pier cost 5 million crowns."));
        let report = "Report on the pier\n\nThe council had kept confidential what the pier cost, and told nobody of the second loan that it took for the ropes.";
        assert!(!is_withheld("report.txt", report));
    }

    #[test]
    fn numbers_are_told_from_dates_times_and_pages() {
        for private in [
            "ring 555-0100",
            "Tel. 0555 01 00",
            "+44 20 7946 0000",
            "a.b@example.org",
            "(202) 555-1947",
            "+44 1904 555 143",
            "mobile 0151 2034 5678",
            "1 212 555 1999",
            "Name der Redaktion bekannt",
            "call 5550199",
            "Roe, Tel. 5550199",
            "reach her at home on 555 0199 after six",
            "ring 555-0199 evenings",
        ] {
            assert!(is_private(private), "{private}");
        }
        for open in [
            "13.01.2026, p. 12",
            "2026-01-13",
            "tape 1, 00:12:40",
            "rows 2024-2026",
            "the journal, vol. 319 (2018) 1024-1031",
            "https://a.example/2026/01/13/x",
            "$ 1 200 000",
            "the budget, 612 000 000 crowns",
            "between 350-1200 visitors a day",
            "5550199 crowns",
            "call of 3 May, he said 1250000 crowns",
            "phone notes 20240503",
            "case 5550199",
        ] {
            assert!(!is_private(open), "{open}");
        }
    }
}
