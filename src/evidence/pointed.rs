//! Where the writer's notes point: how much likelier that makes a passage.

use super::material::{Locator, Material};
use super::notes::Citation;
use super::passages::Passage;

/// What a passage of the file that is meant counts.
const FILE: f32 = 1.8;
/// What the very place counts beside that.
const PLACE: f32 = 1.6;
/// What a place close by counts.
const NEAR: f32 = 1.25;
/// What a row of another sheet than the one that is named counts.
const OTHER_SHEET: f32 = 0.5;
/// Seconds within which a time is the very place, and within which it is close by.
const SECONDS: (f64, f64) = (15.0, 60.0);

/// How much more `passage` counts because of `notes`; 1 where they say nothing about it.
pub(super) fn worth(notes: &[&Citation], material: &Material, passage: Passage) -> f32 {
    let about = notes.iter().filter(|note| note.file == Some(passage.material));
    about.map(|note| FILE * place(note, material, passage)).fold(1.0, f32::max)
}

/// Is `passage` at the very place that a note names?
pub(super) fn is_there(notes: &[&Citation], material: &Material, passage: Passage) -> bool {
    pointing(notes, material, passage) == Pointing::There
}

/// Where the writer's notes point, seen from a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pointing {
    /// Elsewhere, or nowhere.
    Away,
    /// At its file.
    File,
    /// At a place close by.
    Near,
    /// At this very place.
    There,
}

/// Where `notes` point, seen from `passage`.
pub(super) fn pointing(notes: &[&Citation], material: &Material, passage: Passage) -> Pointing {
    let about = notes.iter().filter(|note| note.file == Some(passage.material));
    let one = |note: &&Citation| match place(note, material, passage) {
        worth if worth >= PLACE => Pointing::There,
        worth if worth >= NEAR => Pointing::Near,
        worth if worth < 1.0 => Pointing::Away,
        _ => Pointing::File,
    };
    about.map(one).max().unwrap_or(Pointing::Away)
}

/// The years that notes about a file name in their place: "row 2025".
pub(super) fn years(notes: &[&Citation], material: usize) -> Vec<i16> {
    let told = notes.iter().filter(|note| note.file == Some(material)).filter_map(|note| note.locator.as_deref());
    let years = told.flat_map(|told| told.split(|c: char| !c.is_ascii_digit())).filter(|word| word.len() == 4);
    years.filter_map(|word| word.parse().ok()).filter(|year| (1500..2200).contains(year)).collect()
}

fn place(note: &Citation, material: &Material, passage: Passage) -> f32 {
    let Some(told) = &note.locator else { return 1.0 };
    match material.locator(passage.span.start) {
        Some(Locator::Time(from, _)) => {
            let until = material.second(passage.span.end).unwrap_or(from);
            let Some(told) = seconds(told) else { return 1.0 };
            let away = if told < from { from - told } else { (told - until).max(0.0) };
            if away <= SECONDS.0 {
                PLACE
            } else if away <= SECONDS.1 {
                NEAR
            } else {
                1.0
            }
        }
        Some(Locator::Page(number, printed)) => {
            let Some(told) = page(told) else { return 1.0 };
            let printed: Option<usize> = printed.and_then(|printed| printed.parse().ok());
            let away = printed.map_or(usize::MAX, |printed| printed.abs_diff(told)).min(number.abs_diff(told));
            match away {
                0 => PLACE,
                1 | 2 => NEAR,
                _ => 1.0,
            }
        }
        Some(Locator::Row(number, sheet)) => {
            let own = super::notes::words(passage.span.of(&material.text));
            in_table(told, (number, sheet.as_deref()), &own)
        }
        _ => 1.0,
    }
}

/// What a place in a workbook counts for the row with this number on this sheet, which has these words: `sheet Costs, row 12`, `row Steel`.
fn in_table(told: &str, (number, sheet): (usize, Option<&str>), own: &[String]) -> f32 {
    let part = |called: &str| told.split(", ").find_map(|part| part.strip_prefix(called));
    let named = part("sheet ").map(super::notes::words).filter(|words| !words.is_empty());
    // A book of one sheet has no name for it.
    let on = named.zip(sheet).map(|(named, sheet)| named == super::notes::words(sheet));
    if on == Some(false) {
        return OTHER_SHEET;
    }
    let held = part("row ").is_some_and(|row| {
        let words = super::notes::words(row);
        row.trim().parse() == Ok(number) || !words.is_empty() && words.iter().all(|word| own.contains(word))
    });
    if held {
        PLACE * 1.2
    } else if on == Some(true) {
        NEAR
    } else {
        1.0
    }
}

/// The page that a locator names: `p. 12`.
fn page(told: &str) -> Option<usize> {
    let rest = told.split("p. ").nth(1)?;
    rest.split(|c: char| !c.is_ascii_digit()).find(|figures| !figures.is_empty())?.parse().ok()
}

/// The second that a locator names: `00:12:40`.
fn seconds(told: &str) -> Option<f64> {
    let clock = told.split(|c: char| !c.is_ascii_digit() && c != ':').find(|word| word.contains(':'))?;
    let parts: Vec<f64> = clock.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    Some(parts.iter().fold(0.0, |sum, part| sum * 60.0 + part))
}

#[cfg(test)]
mod tests {
    use super::{NEAR, PLACE, in_table};

    #[test]
    fn a_row_on_another_sheet_than_the_note_names_is_not_meant() {
        let own = ["steel".to_owned(), "400".to_owned()];
        let on = |sheet: &str, told: &str| in_table(told, (12, Some(sheet)), &own);
        assert!(on("Costs", "sheet Costs, row 12") > PLACE);
        assert!(on("Costs", "sheet costs, row Steel") > PLACE);
        assert!((on("Costs", "sheet Costs") - NEAR).abs() < f32::EPSILON);
        assert!(on("Income", "sheet Costs, row Steel") < 1.0);
        assert!(on("Income", "sheet Costs, row 12") < 1.0);
        // A book of one sheet has no name for it.
        assert!(in_table("sheet Costs, row 12", (12, None), &own) > PLACE);
        assert!((in_table("row 13", (12, None), &own) - 1.0).abs() < f32::EPSILON);
    }
}
