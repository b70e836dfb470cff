//! What of a note must not go out: telephone numbers, private addresses, people off the record.

use super::addresses::has_address;

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
    let dialled =
        |run: &str| is_number(run) && (run.starts_with(['+', '0']) || run.contains('-') || is_american(&groups(run)));
    runs(passage).any(|run| dialled(&run)) || says_so(passage) && passage.chars().count() <= 2 * LINE
}

/// True for a file of evidence whose name or first lines say that it must not go out.
pub fn is_withheld(name: &str, text: &str) -> bool {
    let head = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD);
    let name = name.replace(['-', '_', '.'], " ");
    says_so(&name) || head.filter(|line| line.chars().count() <= LINE).any(says_so)
}

/// A telephone number.
fn has_number(note: &str) -> bool {
    runs(note).any(|run| is_number(&run))
}

/// Runs of figures parted by blanks, hyphens, slashes or brackets.
fn runs(note: &str) -> impl Iterator<Item = String> {
    let mut run = String::new();
    note.chars().chain(['\n']).filter_map(move |c| {
        if c.is_ascii_digit()
            || (!run.is_empty() && matches!(c, ' ' | '-' | '–' | '/' | '(' | ')' | '.' | ':'))
            || (run.is_empty() && c == '+')
        {
            run.push(c);
            return None;
        }
        let whole = std::mem::take(&mut run);
        Some(whole.trim_matches(|c: char| !c.is_ascii_digit() && c != '+').to_owned())
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

/// True for a run that is no date, time or address of a page.
fn is_number(run: &str) -> bool {
    let figures = run.bytes().filter(u8::is_ascii_digit).count();
    let groups = groups(run);
    // A number with its country's or area's code may have a group like a year.
    let coded = run.starts_with('+')
        || is_american(&groups)
        || groups.first().is_some_and(|first| first.starts_with('0') && first.len() > 2);
    let is_year = |group: &&str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let dated = !coded && groups.iter().any(is_year);
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
        ] {
            assert!(!is_private(open), "{open}");
        }
    }
}
