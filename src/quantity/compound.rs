//! Number words written together: "zweiundzwanzig", "dreihundert", "tjugofem".

/// What a number word of the tables, in lower case, is worth.
pub(super) type Simple<'a> = &'a dyn Fn(&str) -> Option<u32>;

/// What the compound `lower` (in lower case, of the language `code`) is worth, where it is one of number words.
pub(super) fn number(lower: &str, code: &str, known: Simple<'_>) -> Option<u32> {
    let hundred = if code == "de" { "hundert" } else { "hundra" };
    let thousand = if code == "de" { "tausend" } else { "tusen" };
    if let Some((before, after)) = lower.split_once(thousand) {
        let times = below_thousand(before, hundred, known).or(before.is_empty().then_some(1))?;
        let rest = if after.is_empty() { 0 } else { below_thousand(after, hundred, known)? };
        return Some(times * 1000 + rest);
    }
    below_thousand(lower, hundred, known)
}

fn below_thousand(lower: &str, hundred: &str, known: Simple<'_>) -> Option<u32> {
    let Some((before, after)) = lower.split_once(hundred) else { return below_hundred(lower, known) };
    let times = if before.is_empty() { 1 } else { below_hundred(before, known).filter(|times| *times < 10)? };
    let after = after.strip_prefix("und").unwrap_or(after);
    Some(times * 100 + if after.is_empty() { 0 } else { below_hundred(after, known)? })
}

fn below_hundred(lower: &str, known: Simple<'_>) -> Option<u32> {
    let simple = |word: &str| known(word).filter(|value| *value < 100);
    if let Some(value) = simple(lower) {
        return Some(value);
    }
    if let Some((ones, tens)) = lower.split_once("und") {
        return Some(simple(ones).filter(|ones| *ones < 10)? + simple(tens).filter(|tens| *tens >= 20)?);
    }
    // Swedish: tens before ones.
    let at = lower.find("tio").map(|at| at + 3).or_else(|| lower.starts_with("tjugo").then_some(5))?;
    let (tens, ones) = lower.split_at_checked(at)?;
    Some(simple(tens).filter(|tens| *tens >= 20)? + simple(ones).filter(|ones| *ones < 10)?)
}
