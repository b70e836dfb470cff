//! The name in capitals with a colon that stands before what somebody says, in interviews and scripts: `ROE: …`, `ANNA ROE (mayor): …`.

use crate::review::Span;

/// Bytes in which a label's colon stands.
const REACH: usize = 60;
/// Words of a name at most.
const WORDS: usize = 3;

/// Words in capitals with a colon behind them that say what follows, not who says it.
#[rustfmt::skip]
const MATTERS: &[&str] = &[
    "ANALYSIS", "ANSWER", "BACKGROUND", "BREAKING", "CAPTION", "CLAIM", "CLARIFICATION", "CONTACT", "CORRECTION", "DATE",
    "DISCLAIMER", "EDITOR'S", "EDITORS", "EMBARGO", "EXCLUSIVE", "FACT", "FACTS", "FINDINGS", "HEADLINE", "LIVE", "LOCATION",
    "NOTE", "NOTES", "OPINION", "PHOTO", "PHOTOS", "PICTURE", "PICTURES", "PLACE", "QUESTION", "READ", "RESULT", "RESULTS",
    "SLUG", "SOURCE", "SOURCES", "SUMMARY", "TIME", "TITLE", "UPDATE", "UPDATED", "VERDICT", "VIDEO", "WARNING", "WATCH",
];

/// The name in the label that `text` begins with, without what stands in brackets behind it.
pub(super) fn label(text: &str) -> Option<Span> {
    let rest = text.trim_start_matches(['"', '“']);
    let start = text.len() - rest.len();
    let head = rest.get(..rest.bytes().take(REACH).position(|byte| byte == b':')?)?;
    let said = rest.get(head.len() + 1..)?.starts_with(' ');
    let name = match head.strip_suffix([')', ']']) {
        Some(opened) => opened.rsplit_once(['(', '[']).map(|(name, _)| name.trim_end())?,
        None => head,
    };
    let written = name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    let letters = name.chars().filter(|c| c.is_uppercase()).count();
    let matter = || name.replace('’', "'").split(' ').any(|word| MATTERS.contains(&word));
    let named = written && letters > 2 && name.split(' ').count() <= WORDS && !matter();
    (said && named).then(|| Span::new(start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_label_is_a_name_and_no_word_for_what_follows() {
        let named = |text: &str| label(text).map(|span| span.of(text).to_owned());
        assert_eq!(named("ROE: It rained.").as_deref(), Some("ROE"));
        assert_eq!(named("ANNA ROE (mayor): It rained.").as_deref(), Some("ANNA ROE"));
        assert_eq!(named("“O’HARA: It rained.”").as_deref(), Some("O’HARA"));
        for text in
            ["UPDATE: It rained.", "EDITOR’S NOTE: It rained.", "Roe: It rained.", "ROE:It", "(mayor): It rained."]
        {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
