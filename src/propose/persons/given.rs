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
    matches!(word, "Jr." | "Sr." | "Jr" | "Sr")
}
