//! Who said a quote's words, against who the article gives them to. Only where both are persons by their names: a label such as
//! "Speaker 1", an initial, an office or a company says nothing of who it was.

use crate::propose::{is_first_name, is_office, is_same_first_name};

/// Labels by which a transcript names nobody.
const LABELS: [&str; 34] = [
    "speaker",
    "voice",
    "interviewer",
    "interviewee",
    "interview",
    "host",
    "guest",
    "moderator",
    "presenter",
    "narrator",
    "announcer",
    "operator",
    "caller",
    "participant",
    "respondent",
    "audience",
    "question",
    "answer",
    "unknown",
    "unidentified",
    "male",
    "female",
    "man",
    "woman",
    "crowd",
    "reporter",
    "journalist",
    "translator",
    "interpreter",
    "sprecher",
    "sprecherin",
    "moderation",
    "frage",
    "antwort",
];
/// Words before a name that are no part of it, beside offices.
const HONORIFICS: [&str; 14] =
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "herr", "frau", "rev"];

/// A person by name: the words of it in small letters, and whether something tells that it is a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PersonName {
    words: Vec<String>,
    is_person: bool,
}

/// True when `label`, the speaker of a stretch of a transcript, is surely another than `given`; `known` are all speakers that the
/// transcripts name.
pub(super) fn is_another<'k>(label: &str, given: &str, known: impl Iterator<Item = &'k str>) -> bool {
    let (Some(spoke), Some(given)) = (person(label), person(given)) else { return false };
    if may_be_one(&spoke, &given) {
        return false;
    }
    // Whom the transcript has as another speaker is not this one.
    let mut others = known.filter_map(person).filter(|other| bears(other, &given));
    let elsewhere = others.next().is_some_and(|other| !may_be_one(&other, &spoke));
    elsewhere || is_namesake(&spoke, &given) || spoke.is_person && given.is_person
}

/// True when `label` is surely the one who is called `given`.
pub(super) fn is_the_one(label: &str, given: &str) -> bool {
    person(label).zip(person(given)).is_some_and(|(label, given)| bears(&label, &given) || bears(&given, &label))
}

/// The name of a person; `None` for labels, initials, offices and what has no name in it.
fn person(name: &str) -> Option<PersonName> {
    let name = name.split(['(', '[', ',']).next().unwrap_or_default();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let all: Vec<String> = name.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    let is_title = |word: &String| HONORIFICS.contains(&word.as_str()) || is_office(word);
    let named = if all.first().is_some_and(|word| word == "the") { all.get(1..)? } else { all.as_slice() };
    let own: Vec<String> = named.iter().skip_while(|word| is_title(word)).cloned().collect();
    let titled = own.len() < named.len();
    // "The Court" is nobody's name, "the mayor Ida Holt" is.
    if named.len() < all.len() && !titled {
        return None;
    }
    let is_label = |word: &String| LABELS.contains(&word.as_str()) || word.chars().any(char::is_numeric);
    let is_long = |word: &String| word.chars().count() > 2;
    if own.iter().any(is_label) || !own.last().is_some_and(is_long) || is_lower(name) || own.iter().any(is_title) {
        return None;
    }
    let is_person = titled || own.len() > 1 && own.first().is_some_and(|first| is_first_name(first));
    Some(PersonName { words: own, is_person })
}

/// True where no word of a name begins with a capital: "she", "the speaker".
fn is_lower(name: &str) -> bool {
    !name.split_whitespace().any(|word| word.starts_with(char::is_uppercase))
}

/// True when `full` has every word of `short`, or the initial of it, or another spelling.
fn bears(full: &PersonName, short: &PersonName) -> bool {
    short.words.iter().all(|word| full.words.iter().any(|own| is_like(own, word)))
}

/// True for two names that may be one person's: one within the other, a first name and a surname, or the same surname and first
/// names that are short for each other.
fn may_be_one(one: &PersonName, other: &PersonName) -> bool {
    if bears(one, other) || bears(other, one) {
        return true;
    }
    match (one.words.as_slice(), other.words.as_slice()) {
        // "Eva" and "Strand" may be one; "Mr Berg" and "Strand" are not.
        ([first], [second]) => !(one.is_person && other.is_person) && (is_first_name(first) || is_first_name(second)),
        ([first, ..], [second, ..]) => {
            let surnames = one.words.last().zip(other.words.last()).is_some_and(|(one, other)| is_like(one, other));
            surnames && is_same_first_name(&titled(first), &titled(second))
        }
        _ => false,
    }
}

/// A word of a name as names are written.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// True for two full names with one surname.
fn is_namesake(one: &PersonName, other: &PersonName) -> bool {
    one.words.len() > 1 && other.words.len() > 1 && one.words.last() == other.words.last()
}

/// True for the same word of a name: an initial of it, or one letter away from it where it is long.
fn is_like(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    one == other || short == 1 && front == 1 || short > 4 && long - short < 2 && front + back + 1 >= long
}

#[cfg(test)]
mod tests {
    use super::is_another;

    fn another(label: &str, given: &str) -> bool {
        is_another(label, given, ["Ole Berg", "Eva Strand", "Speaker 3"].into_iter())
    }

    #[test]
    fn another_person_is_told_from_the_same_by_another_name() {
        let others = [
            ("Ole Berg", "Strand"),
            ("Eva Strand", "Mayor Ole Berg"),
            ("EVA STRAND", "Anna Berg"),
            ("Ole Berg", "Per Berg"),
            ("MR. BERG", "Ms Lund"),
        ];
        for (label, given) in others {
            assert!(another(label, given), "{label}, {given}");
        }
        let same = [
            ("OLE BERG", "Berg"),
            ("Ole B.", "Ole Berg"),
            ("Eva", "Strand"),
            ("Mayor Berg", "Ole Berg"),
            ("Eva Strand (by phone)", "Ms Strand"),
            ("Katrine Holm", "Catrine Holm"),
            ("Mike Holm", "Michael Holm"),
        ];
        for (label, given) in same {
            assert!(!another(label, given), "{label}, {given}");
        }
    }

    #[test]
    fn nothing_is_said_of_labels_initials_offices_and_companies() {
        for label in ["SPEAKER 1", "Speaker 3", "Interviewer", "OB", "Q", "THE COURT", "Unknown", ""] {
            assert!(!another(label, "Eva Strand"), "{label}");
        }
        for given in
            ["the mayor", "she", "the speaker", "Nordhavn Shipping", "the Port Authority", "police", "Nordhavn"]
        {
            assert!(!another("Ole Berg", given), "{given}");
        }
    }
}
