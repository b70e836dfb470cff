//! Who speaks: a name with a colon before the words.

use std::collections::HashMap;

use super::cue::Cue;

/// A speaker's name has no more words than this: "The Presiding Officer of the Senate".
const NAME_WORDS: usize = 6;

/// Cues that begin with a name: from this share on it is the way of the file, and no "Note: …" of a sentence.
const HABIT: usize = 3;

/// The cues with the names before their words taken out and kept as speakers.
pub(super) fn apart(cues: Vec<Cue>) -> Vec<Cue> {
    let mut names: HashMap<String, usize> = HashMap::new();
    for cue in &cues {
        if let Some(name) = cue.lines.first().and_then(|line| prefix(line)) {
            *names.entry(name.0.to_owned()).or_default() += 1;
        }
    }
    let habit = names.values().sum::<usize>() * HABIT >= cues.len().max(1);
    let told = |name: &str| habit || names.get(name).is_some_and(|times| *times > 2);
    let part = |mut cue: Cue| {
        let first = cue.lines.first_mut()?;
        let (name, rest) = prefix(first).filter(|(name, _)| told(name))?;
        let (name, rest) = (name.to_owned(), rest.to_owned());
        *first = rest;
        cue.speaker = Some(name);
        Some(cue)
    };
    cues.into_iter().map(|cue| part(cue.clone()).unwrap_or(cue)).collect()
}

/// The speaker of a paragraph of plain text, and the words after; no speaker where the name is not all in capitals or a title
/// and a name.
pub(in crate::evidence) fn of_line(line: &str) -> (Option<&str>, &str) {
    match prefix(line) {
        Some((name, rest)) => (Some(name), rest),
        None => (None, line),
    }
}

/// A name with its colon, and what follows.
fn prefix(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_once(':')?;
    let (name, rest) = (name.trim(), rest.strip_prefix(' ')?.trim_start());
    is_name(name).then_some((name, rest))
}

/// True for words that may name who speaks.
pub(super) fn is_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let capital = name.split_whitespace().all(|word| {
        let first = word.chars().find(|c| c.is_alphanumeric());
        first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
            || matches!(word, "of" | "the" | "von" | "van" | "de" | "der")
    });
    let plain = name.chars().all(|c| c.is_alphanumeric() || " .,-'’()".contains(c));
    (1..=NAME_WORDS).contains(&words) && capital && plain && name.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::of_line;

    #[test]
    fn a_name_before_the_words_is_the_speaker() {
        assert_eq!(of_line("ANNA ROE: We were asked."), (Some("ANNA ROE"), "We were asked."));
        assert_eq!(of_line("The rule is plain: ask twice."), (None, "The rule is plain: ask twice."));
        assert_eq!(of_line("At 10:30 we left"), (None, "At 10:30 we left"));
    }
}
