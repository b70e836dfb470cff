//! The lines of a card of ours, by what they are called there.

use super::super::card;
use super::item::ItemForm;
use super::verdicts::{is_state, is_verdict};
use crate::review::Verdict;

/// The signs for states.
pub(super) const GLYPHS: [&str; 7] = ["✓", "✗", "?", "○", "•", "–", "≠"];

/// A line of a card, by what it is called there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EchoLabel {
    Head,
    Note,
    States,
    Asked,
    Answer,
    Says,
    Assigned,
    Reply,
    Correction,
    /// What became of a correction.
    Became,
    Tags,
    Source,
    /// What is said of a source beside its name.
    AboutSource,
    Other,
    /// A line without a name.
    Plain,
}

impl EchoLabel {
    /// What `line` is, and its words.
    pub(super) fn of(form: ItemForm, line: &str) -> (Self, &str) {
        let labels: &[(&str, Self)] = match form {
            ItemForm::Word => &[
                ("states:", Self::States),
                ("says:", Self::Says),
                ("note:", Self::Note),
                ("source:", Self::Source),
                ("archived:", Self::Other),
                ("correction:", Self::Correction),
                ("asked:", Self::Asked),
                ("answer:", Self::Answer),
                ("right of reply:", Self::Reply),
                ("remark:", Self::Other),
                ("assigned to:", Self::Assigned),
                ("tags:", Self::Tags),
            ],
            ItemForm::Markdown => &[
                ("States:", Self::States),
                ("Says:", Self::Says),
                ("About the source:", Self::AboutSource),
                ("Correction:", Self::Correction),
                ("The correction is:", Self::Became),
                ("Right of reply:", Self::Reply),
                ("Remark:", Self::Other),
                ("Assigned to:", Self::Assigned),
                ("Asked:", Self::Other),
                ("Question:", Self::Asked),
                ("Answer:", Self::Answer),
            ],
        };
        let found = labels.iter().find_map(|(label, what)| {
            let head = line.get(..label.len())?;
            head.eq_ignore_ascii_case(label).then(|| (*what, line.get(label.len()..).unwrap_or_default().trim()))
        });
        let more = || card::unplaced().any(|field| line.split_once(':').is_some_and(|(label, _)| label == field.title));
        let more = || more() || line.strip_prefix(card::ANOTHER_COPY).is_some_and(|rest| rest.starts_with(':'));
        let cites = form == ItemForm::Markdown && line.starts_with("- [");
        let found = found.or_else(|| cites.then_some((Self::Source, line)));
        let found = found.or_else(|| more().then_some((Self::Other, line)));
        found.unwrap_or(if is_head(form, line) { (Self::Head, line) } else { (Self::Plain, line) })
    }
}

/// `8 ✗ disputed` in Word, `**disputed**` in Markdown: how cards of ours begin.
pub(super) fn is_head(form: ItemForm, line: &str) -> bool {
    match form {
        ItemForm::Markdown => {
            let word = line.trim().strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
            word.is_some_and(|word| is_state(word) || Verdict::KNOWN.iter().any(|known| known.as_str() == word))
        }
        ItemForm::Word => {
            let mut parts = line.split_whitespace();
            let number = parts.next().is_some_and(|number| number.starts_with(|one: char| one.is_ascii_digit()));
            // Somebody may have written their verdict over the sign, too.
            let is_word = |word: &str| is_state(word) || is_verdict(word);
            match (number, parts.next(), parts.next()) {
                (true, Some(glyph), Some(_)) if GLYPHS.contains(&glyph) => true,
                (true, Some(word), None) => is_word(word),
                _ => false,
            }
        }
    }
}
