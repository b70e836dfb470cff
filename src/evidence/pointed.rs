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
        Some(Locator::Row(..)) => {
            let words = super::notes::words(told.trim_start_matches("row "));
            let own = super::notes::words(passage.span.of(&material.text));
            let held = told.starts_with("row ") && !words.is_empty() && words.iter().all(|word| own.contains(word));
            if held { PLACE * 1.2 } else { 1.0 }
        }
        _ => 1.0,
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
