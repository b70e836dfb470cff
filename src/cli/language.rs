//! The language of a text as it is given on the command line.

/// A language tag (BCP 47) in its own letters: `DE` and `de_at` are `de` and `de-AT`.
///
/// # Errors
/// When it has not the shape of one, as *german*.
pub(super) fn language(told: &str) -> Result<String, String> {
    let tag = told.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_letters = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic())
    };
    let mut made = primary.to_ascii_lowercase();
    let mut sound = is_letters(primary, 2..=3);
    for part in parts {
        sound &= (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
        let part = if is_letters(part, 2..=2) { part.to_ascii_uppercase() } else { part.to_ascii_lowercase() };
        made = format!("{made}-{part}");
    }
    if sound { Ok(made) } else { Err("no language code; codes are such as en, de or pt-BR".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn a_code_is_known_in_whatever_letters_and_a_name_is_none() {
        let read = |told: &[&str]| told.iter().map(|told| language(told)).collect::<Vec<_>>();
        let known = ["de", "de-AT", "pt-BR", "nds"].map(|code| Ok(code.to_owned()));
        assert_eq!(read(&["DE", "de_at", "pt-br", "NDS"]), known);
        assert!(read(&["german", "", "d", "klingon", "de-", "de-Österreich", "12"]).iter().all(Result::is_err));
    }
}
