//! So many of a thing, in words.

/// `count` and `noun` as a message says them: "1 claim", "3 claims". For nouns whose plural adds an s.
///
/// ```
/// assert_eq!(factdesk::text::plural(1, "claim"), "1 claim");
/// assert_eq!(factdesk::text::plural(0, "claim"), "0 claims");
/// ```
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
