//! The words of the names that pages give their elements, in classes and ids.

/// A name without its punctuation, in small letters.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Beginnings of classes that tell what a post is filed under, or what the page has elsewhere: `tag-cookies`, `has-sidebar`.
const FILING: &[&str] = &[
    "category-",
    "tag-",
    "has-",
    "no-",
    "is-",
    "with-",
    "without-",
    "single-",
    "format-",
    "type-",
    "status-",
    "elementor-",
];

/// The words of a class or id: `relatedLinks post-12` is related, links, post.
pub(super) fn words(attribute: &str) -> Vec<String> {
    let mut words = Vec::new();
    for name in attribute.split_whitespace().filter(|name| !FILING.iter().any(|filing| name.starts_with(filing))) {
        words.extend(words_of(name));
    }
    words
}

fn words_of(attribute: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut small = false;
    for c in attribute.chars() {
        if !c.is_alphabetic() || (c.is_uppercase() && small) {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}
