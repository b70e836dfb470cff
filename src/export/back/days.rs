//! Days in cells, as spreadsheets write them in whatever system's form.

use jiff::civil::{Date, Time};

/// Columns of both tables that hold a day or a moment.
const COLUMNS: [&str; 6] =
    ["checked_at", "asked_at", "answered_at", "reply_asked_at", "reply_answered_at", "marked_at"];

/// The year that two figures are of: spreadsheets write 26 for 2026.
const CENTURY: i16 = 2000;

/// True for a column that holds days.
pub(super) fn is_column(name: &str) -> bool {
    COLUMNS.contains(&name)
}

/// True when a cell says the same day as ours, and the same time of day where both tell one; line by line.
pub(super) fn same(ours: &str, cell: &str) -> bool {
    let (ours, cell): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), cell.lines().collect());
    ours.len() == cell.len()
        && ours.iter().zip(&cell).all(|(ours, cell)| ours.trim() == cell.trim() || is_same(ours, cell))
}

fn is_same(ours: &str, cell: &str) -> bool {
    let (Some((held, time)), Some((days, said))) = (moment(ours), moment(cell)) else { return false };
    let minute = |time: Time| (time.hour(), time.minute());
    let [day] = held.as_slice() else { return false };
    let agrees = match (time, said) {
        (Some(ours), Some(said)) => minute(ours) == minute(said),
        (None, Some(said)) => said == Time::midnight(),
        (_, None) => true,
    };
    agrees && days.contains(day)
}

/// The day in a cell as the session writes it; what begins with such a day as it stands.
///
/// # Errors
/// What is wrong: it is none, or may be two.
pub(super) fn told(cell: &str) -> Result<String, &'static str> {
    let cell = cell.trim();
    if cell.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) {
        return Ok(cell.to_owned());
    }
    match moment(cell).map(|(days, _)| days).unwrap_or_default().as_slice() {
        [] => Err("is no day"),
        [day] => Ok(day.to_string()),
        _ => Err("may be two days"),
    }
}

/// The days that a cell may say, and the time of day.
fn moment(cell: &str) -> Option<(Vec<Date>, Option<Time>)> {
    let cell = cell.trim();
    let end = cell.find([' ', 'T']).unwrap_or(cell.len());
    let (day, rest) = cell.split_at_checked(end)?;
    let days = days(day);
    (!days.is_empty()).then(|| (days, time(rest.trim_start_matches([' ', 'T', ','])).filter(|_| !rest.is_empty())))
}

/// The days that three numbers may be, by the sign between them: points put the day first, a year of four figures may be first.
fn days(words: &str) -> Vec<Date> {
    let Some(sign) = words.chars().find(|one| ['.', '/', '-'].contains(one)) else { return Vec::new() };
    let numbers: Vec<&str> = words.trim_end_matches('.').split(sign).collect();
    let [first, second, third] = numbers.as_slice() else { return Vec::new() };
    let is_number = |one: &&str| (1..=4).contains(&one.len()) && one.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.iter().all(is_number) {
        return Vec::new();
    }
    let day = |year: &str, month: &str, day: &str| {
        let full = if year.len() <= 2 { year.parse::<i16>().ok()? + CENTURY } else { year.parse().ok()? };
        Date::new(full, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let all = match (first.len(), sign) {
        (4, _) => vec![day(first, second, third)],
        (_, '.') => vec![day(third, second, first)],
        _ => vec![day(third, second, first), day(third, first, second)],
    };
    let mut all: Vec<Date> = all.into_iter().flatten().collect();
    all.sort();
    all.dedup();
    all
}

/// A time of day: `11:00`, `11:00:07Z`, `1:00 PM`.
fn time(words: &str) -> Option<Time> {
    let clock: String = words.chars().take_while(|one| one.is_ascii_digit() || *one == ':').collect();
    let mut numbers = clock.split(':').map(str::parse::<i8>);
    let (hour, minute) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let half = words
        .get(clock.len()..)
        .unwrap_or_default()
        .trim_start_matches(|one: char| !one.is_alphabetic())
        .to_lowercase();
    let hour = match (half.as_str(), hour) {
        ("pm", 1..12) => hour + 12,
        ("am", 12) => 0,
        _ => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::{same, told};

    #[test]
    fn a_day_stays_the_day_whatever_system_writes_it() {
        for cell in [
            "2026-11-19",
            "19.11.2026",
            "19.11.26",
            "11/19/2026",
            "19/11/2026",
            "19-11-2026",
            "2026/11/19",
            "2026-11-19T00:00:00Z",
        ] {
            assert!(same("2026-11-19", cell), "{cell}");
        }
        for cell in ["2026-11-20T11:00:00", "20.11.2026 11:00", "11/20/2026 11:00:00 AM", "20.11.2026"] {
            assert!(same("2026-11-20T11:00:00Z", cell), "{cell}");
        }
        assert!(same("2026-11-20T13:00:00Z", "11/20/2026 1:00 PM"));
        assert!(same("2026-11-19\n2026-11-20", "19.11.2026\n20.11.2026"));
        for cell in ["20.11.2026", "yesterday", "", "2026-11-19T12:00:00Z"] {
            assert!(!same("2026-11-19", cell), "{cell}");
        }
        assert!(!same("2026-11-20T11:00:00Z", "20.11.2026 12:00"));
    }

    #[test]
    fn a_new_day_is_taken_where_there_is_one_that_it_can_be() {
        assert_eq!(told("25.11.2026").as_deref(), Ok("2026-11-25"));
        assert_eq!(told("11/25/2026").as_deref(), Ok("2026-11-25"));
        assert_eq!(told("2026-11-25T10:00:00Z").as_deref(), Ok("2026-11-25T10:00:00Z"));
        assert_eq!(told("3/4/2026"), Err("may be two days"));
        for cell in ["yesterday", "32.1.2026", "ZZ", "1.2"] {
            assert_eq!(told(cell), Err("is no day"), "{cell}");
        }
    }
}
