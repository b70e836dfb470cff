//! What of a note must not go out: telephone numbers, private addresses, people off the record.

/// Words by which a writer says so.
const WORDS: [&str; 22] = [
    "off the record",
    "not for print",
    "not for publication",
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
];

/// Figures that a telephone number has at least.
const FIGURES: usize = 7;
/// And at most, with the code of its country.
const MOST: usize = 15;

/// Does a note hold what must not go out?
pub(super) fn is_private(note: &str) -> bool {
    let lower = note.to_lowercase();
    WORDS.iter().any(|words| lower.contains(words)) || has_number(note) || has_mail(note)
}

/// A run of figures parted by blanks, hyphens, slashes or brackets, that is no date, time or address of a page.
fn has_number(note: &str) -> bool {
    let mut run = String::new();
    for c in note.chars().chain(['\n']) {
        if c.is_ascii_digit()
            || (!run.is_empty() && matches!(c, ' ' | '-' | '–' | '/' | '(' | ')' | '.' | ':'))
            || (run.is_empty() && c == '+')
        {
            run.push(c);
            continue;
        }
        if is_number(run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+')) {
            return true;
        }
        run.clear();
        if c.is_alphabetic() {
            // Figures that hang on letters are names of files and pages.
            run.clear();
        }
    }
    false
}

fn is_number(run: &str) -> bool {
    let figures = run.bytes().filter(u8::is_ascii_digit).count();
    let parts: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let years =
        parts.iter().filter(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"))).count();
    let clock = run.contains(':');
    let day = parts.len() == 3 && years == 1;
    let begins = run.starts_with('+') || run.starts_with('0') || parts.first().is_some_and(|part| part.len() >= 3);
    let sound = (FIGURES..=MOST).contains(&figures) && begins && parts.len() >= 2;
    let alone = parts.len() == 1 && (run.starts_with('+') || run.starts_with('0')) && (8..=MOST).contains(&figures);
    !clock && !day && years == 0 && (sound || alone)
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
    use super::is_private;

    #[test]
    fn numbers_are_told_from_dates_times_and_pages() {
        for private in ["ring 555-0100", "Tel. 0555 01 00", "+44 20 7946 0000", "a.b@example.org"] {
            assert!(is_private(private), "{private}");
        }
        for open in [
            "13.01.2026, p. 12",
            "2026-01-13",
            "tape 1, 00:12:40",
            "rows 2024-2026",
            "https://a.example/2026/01/13/x",
            "$ 1 200 000",
        ] {
            assert!(!is_private(open), "{open}");
        }
    }
}
