//! First names and their short forms, and what stands behind a name without being part of it.

/// First names and the short forms of them that are not their beginnings.
const SHORT: [(&str, &str); 24] = [
    ("Robert", "Bob"),
    ("Robert", "Bobby"),
    ("William", "Bill"),
    ("William", "Billy"),
    ("Richard", "Dick"),
    ("Richard", "Rick"),
    ("James", "Jim"),
    ("James", "Jimmy"),
    ("John", "Jack"),
    ("John", "Johnny"),
    ("Michael", "Mike"),
    ("Margaret", "Peggy"),
    ("Elizabeth", "Liz"),
    ("Elizabeth", "Betty"),
    ("Edward", "Ted"),
    ("Theodore", "Ted"),
    ("Charles", "Chuck"),
    ("Charles", "Charlie"),
    ("Anthony", "Tony"),
    ("Katherine", "Kate"),
    ("Catherine", "Kate"),
    ("Henry", "Harry"),
    ("Francis", "Frank"),
    ("Andrew", "Drew"),
];

/// True for a first name and a short form of it, as names are written: "Michael" and "Mike", "Samuel" and "Sam".
pub fn is_same_first_name(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let begins = long.starts_with(short) && long.len() - short.len() >= 2;
    let stem = short.strip_suffix('y').or_else(|| short.strip_suffix("ie")).filter(|stem| stem.len() >= 3);
    let diminutive = stem.is_some_and(|stem| long.starts_with(stem));
    begins
        || diminutive
        || SHORT.iter().any(|(full, form)| (*full == one && *form == other) || (*full == other && *form == one))
}

/// True for what stands behind a surname and is none: "Jr.".
pub(in crate::propose) fn is_behind_names(word: &str) -> bool {
    generation(&[word]).is_some()
}

/// What tells two of one family who have one name apart, as it is written behind the name.
const GENERATIONS: [(&str, &[&str]); 8] = [
    ("Jr.", &["jr", "jr.", "jun", "junior", "fils"]),
    ("Sr.", &["sr", "sr.", "senior", "père"]),
    ("II", &["II"]),
    ("III", &["III"]),
    ("IV", &["IV"]),
    ("V", &["V"]),
    ("VI", &["VI"]),
    ("VII", &["VII"]),
];

/// Before these an article stands: "the Younger", "der Ältere".
const LED: [(&str, &[&str]); 2] = [("Jr.", &["younger", "jüngere"]), ("Sr.", &["elder", "ältere"])];

/// The generation that the last of `words` say, in one spelling, and how many of them say it; `None` where they end with the name.
pub(super) fn generation(words: &[&str]) -> Option<(&'static str, usize)> {
    let (last, before) = words.split_last()?;
    let lower = last.to_lowercase();
    let led = before.last().is_some_and(|word| matches!(word.to_lowercase().as_str(), "the" | "der" | "die"));
    let says = |known: &&str| *known == lower || *known == *last;
    // A numeral is one in capitals alone, and "senior" and "junior" stand before an office too.
    let plain = GENERATIONS.iter().find(|(_, known)| known.iter().any(says));
    let led = LED.iter().find(|(_, known)| led && known.contains(&lower.as_str()));
    plain.map(|(name, _)| (*name, 1)).or_else(|| led.map(|(name, _)| (*name, 2)))
}

/// A first name with the generation of whoever bears it, as two of one family are told apart: "John Jr.".
pub(super) fn with_generation(first: &str, generation: Option<&str>) -> String {
    generation.map_or_else(|| first.to_owned(), |generation| format!("{first} {generation}"))
}

/// The two parts of what [`with_generation`] made: the first name, empty for none, and the generation, empty for none.
pub(super) fn parted(first: &str) -> (&str, &str) {
    first.split_once(' ').unwrap_or((first, ""))
}
