//! Dates of publication: told from what is no date, and written as ISO 8601 where a page writes them otherwise.

use jiff::civil::Date;

use crate::intake::furniture;

/// The first year in which an article can have been published, and the last that is believed.
const YEARS: std::ops::RangeInclusive<i16> = 1700..=2200;

/// `text` as a date of publication that begins `YYYY-MM-DD`, its time kept where the text is ISO 8601 already. `None` for what is no date,
/// such as the `0001-01-01` of an empty field.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let head = text.get(..10).unwrap_or_default();
    if let Ok(day) = head.parse::<Date>() {
        return YEARS.contains(&day.year()).then(|| text.to_owned());
    }
    if let Ok(moment) = jiff::fmt::rfc2822::parse(text) {
        return believed(moment.date());
    }
    numeric(text).or_else(|| worded(text)).and_then(believed)
}

fn believed(day: Date) -> Option<String> {
    YEARS.contains(&day.year()).then(|| day.to_string())
}

/// `20260303`, `2026/3/3`, `3.3.2026`; with slashes and the year last the month is taken to stand first, unless it can't be one.
fn numeric(text: &str) -> Option<Date> {
    let first = text.split([' ', 'T', ',']).next()?;
    if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return new(first.get(..4)?.parse().ok()?, first.get(4..6)?.parse().ok()?, first.get(6..)?.parse().ok()?);
    }
    let parts: Vec<i16> = first.split(['-', '/', '.']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [one, two, three] = *parts.as_slice() else { return None };
    if one > 31 {
        return new(one, two, three);
    }
    let year = if three < 100 { three + 2000 } else { three };
    if first.contains('/') { new(year, one, two).or_else(|| new(year, two, one)) } else { new(year, two, one) }
}

fn new(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A date with its month as a word, anywhere in the text: `Tuesday, March 3, 2026`, `3. März 2026`, `3 de marzo de 2026`.
fn worded(text: &str) -> Option<Date> {
    let folded = text.to_lowercase();
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "de").collect();
    let at = words.iter().position(|word| furniture::month(word).is_some())?;
    let month = words.get(at).and_then(|word| furniture::month(word))?;
    let number = |index: Option<usize>| {
        let word = words.get(index?)?;
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse::<i16>().ok()
    };
    let (before, after, then) = (number(at.checked_sub(1)), number(Some(at + 1)), number(Some(at + 2)));
    match (before, after, then) {
        (Some(day @ 1..=31), Some(year @ 1000..), _) | (_, Some(day @ 1..=31), Some(year @ 1000..)) => {
            new(year, month, day)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_told_in_the_ways_that_pages_write_them() {
        let day = |text: &str| date(text).map(|date| date.chars().take(10).collect::<String>());
        for text in [
            "2026-03-04T09:41:00Z",
            "2026-03-04 09:41",
            "Wed, 04 Mar 2026 09:41:00 GMT",
            "20260304",
            "2026/3/4",
            "4.3.2026",
            "3/4/2026",
            "Published: Wednesday, March 4th, 2026 at 9:41 am",
            "4. März 2026, 9:41 Uhr",
            "4 de marzo de 2026",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-03-04"), "{text}");
        }
        for text in ["", "0001-01-01T00:00:00Z", "today", "2 hours ago", "March", "1970", "9999-99-99"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
