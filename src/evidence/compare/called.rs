//! Names in a text, and whether two of them may be the same person's.

use crate::text::Span;

/// Words before where something is.
pub(super) const PLACES: [&str; 9] = ["in", "at", "from", "near", "to", "of", "on", "around", "with"];
/// Titles before a name.
const TITLES: [&str; 6] = ["Dr", "Dr.", "Prof", "Prof.", "Mr", "Mrs"];
/// What somebody is, before a name of which it is no part.
#[rustfmt::skip]
const ROLES: [&str; 30] = [
    "The", "Mayor", "President", "Minister", "Chancellor", "Captain", "Sir", "Dame", "Lord", "Lady", "Judge", "Justice", "King",
    "Queen", "Prince", "Princess", "Professor", "Senator", "Bishop", "Father", "Sister", "General", "Colonel", "Sergeant", "Officer",
    "Chief", "Secretary", "Governor", "Director", "Ms",
];
/// Given names that are called by another that does not begin like them.
#[rustfmt::skip]
const SHORT_FORMS: [(&str, &str); 20] = [
    ("Bill", "William"), ("Will", "William"), ("Bob", "Robert"), ("Dick", "Richard"), ("Jim", "James"), ("Jack", "John"),
    ("Ted", "Edward"), ("Ned", "Edward"), ("Peggy", "Margaret"), ("Betty", "Elizabeth"), ("Beth", "Elizabeth"), ("Liz", "Elizabeth"),
    ("Tony", "Anthony"), ("Mike", "Michael"), ("Kate", "Catherine"), ("Kate", "Katherine"), ("Harry", "Henry"), ("Hans", "Johannes"),
    ("Fritz", "Friedrich"), ("Sepp", "Josef"),
];
/// Where nouns are written with capitals, names can't be told by them.
const CAPITALS: [&str; 2] = ["de", "lb"];

/// Is a language (BCP 47) one that writes all nouns with capitals?
pub(in crate::evidence) fn has_capitals(language: &str) -> bool {
    CAPITALS.contains(&language.split(['-', '_']).next().unwrap_or_default())
}

/// A run of words with capitals.
pub(super) struct Name {
    /// Where it stands, in bytes.
    pub(super) span: Span,
}

/// Runs of capitalised words: not the one that a sentence begins with, unless another follows it.
pub(super) fn names(text: &str) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut open: Option<Span> = None;
    let mut first = true;
    let mut begun = false;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let at = start + word.find(bare).unwrap_or(0);
        let initial = bare.chars().count() == 1 && bare.starts_with(char::is_uppercase) && word.ends_with('.');
        let capital = initial || bare.starts_with(char::is_uppercase) && bare.chars().count() > 1;
        let closes = word.ends_with([',', '.', ';', ':', '!', '?', ')'])
            && !initial
            && !matches!(bare, "Dr" | "Mr" | "Mrs" | "Ms" | "St");
        let fresh = word.starts_with(['"', '“', '(', '„']);
        if fresh {
            flush(&mut open, begun, &mut found, text);
        }
        if capital {
            if open.is_none() {
                begun = first;
            }
            // "Chief Engineer Dr. Vale" is called Dr. Vale.
            let from = open.filter(|_| !TITLES.contains(&bare)).map_or(at, |open| open.start);
            open = Some(Span::new(from, at + bare.len()));
        } else {
            flush(&mut open, begun, &mut found, text);
        }
        if closes {
            flush(&mut open, begun, &mut found, text);
        }
        // Behind a colon a name may stand alone: "Great Hall: Voss, Sonata in A".
        first = !initial && word.ends_with(['.', '!', '?', '"', '”']);
    }
    flush(&mut open, begun, &mut found, text);
    found
}

fn flush(open: &mut Option<Span>, begun: bool, found: &mut Vec<Name>, text: &str) {
    let Some(mut span) = open.take() else { return };
    // "In Lower Quay" begins a sentence with a word that is no part of the name.
    let first = span.of(text).split(' ').next().unwrap_or_default();
    let led = begun && PLACES.contains(&first.to_lowercase().as_str()) && first.len() < span.len();
    if led {
        span.start += first.len() + 1;
    }
    if led || !begun || span.of(text).contains(' ') {
        found.push(Name { span });
    }
}

pub(super) fn last_word(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or_default().trim_end_matches("'s").trim_end_matches("’s")
}

/// True for two whole names of one surname whose given names are not the same: no initial or short form of each other.
pub(super) fn given_differ(one: &str, other: &str) -> bool {
    fn given(name: &str) -> Vec<&str> {
        let all: Vec<&str> =
            name.split(|c: char| c.is_whitespace() || c == '-').map(|word| word.trim_matches('.')).collect();
        let (_, before) = all.split_last().unwrap_or((&"", &[]));
        before.iter().copied().filter(|word| !ROLES.contains(word) && !TITLES.contains(word)).collect()
    }
    let alike = |a: &str, b: &str| {
        let starts = |short: &str, long: &str| long.starts_with(short);
        let short = |a, b| SHORT_FORMS.contains(&(a, b));
        starts(a, b) || starts(b, a) || short(a, b) || short(b, a)
    };
    let (one, other) = (given(one), given(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|a| other.iter().any(|b| alike(a, b)))
}
