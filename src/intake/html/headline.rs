//! The headline as the page shows it: the first-level heading that shares its words with what the head says.

use std::collections::HashSet;

use super::facts::Facts;
use super::row::{TextRow, TitleSign};
use super::setting::ElementSetting;
use crate::intake::furniture;
use crate::review::BlockKind;

/// Words of a heading that is believed where the head tells another title, at least.
const WORDS: usize = 3;
/// Shared words, in percent, from which a heading and a title are taken for the same.
const ALIKE: usize = 50;
/// Words of a heading at most.
const LONGEST: usize = 45;

/// The headline of the page; the head's title when none of its headings is like one.
pub(super) fn of(rows: &[TextRow], facts: &Facts) -> Option<String> {
    let headings: Vec<&TextRow> =
        rows.iter().filter(|row| row.is_title() && row.text.split(' ').count() <= LONGEST).collect();
    let likeness = |row: &TextRow| facts.titles().map(|title| likeness(&row.text, title)).max().unwrap_or(0);
    let best = headings.iter().rev().max_by_key(|row| likeness(row)).filter(|row| likeness(row) >= ALIKE);
    // A page with one first-level heading, and not at its edge, says by that what it is about. One of a word or two may name the site.
    let worded = |row: &TextRow| row.text.split(' ').count() >= WORDS || facts.titles().next().is_none();
    let alone = || match headings.as_slice() {
        [only] if only.setting != ElementSetting::Apart && only.linked < 50 && worded(only) => Some(only),
        _ => None,
    };
    let shown = best.or_else(alone).map(|row| row.text.clone());
    shown.or_else(|| named(rows, facts)).or_else(|| title(None, facts))
}

/// Rows between a headline and its byline at most, counted with the byline.
const BESIDE: usize = 3;

/// The line that bears the page's title where none of its headings does: one that says no more than what the head tells, the site's name
/// aside, or one that its class names the title.
fn named(rows: &[TextRow], facts: &Facts) -> Option<String> {
    let told: Vec<String> = facts.titles().filter_map(|title| said(title)).collect();
    let open = |row: &&TextRow| {
        let words = row.text.split(' ').count();
        row.linked < 50 && row.setting != ElementSetting::Apart && !row.veiled && (WORDS..=LONGEST).contains(&words)
    };
    let likeness = |row: &TextRow| facts.titles().map(|title| likeness(&row.text, title)).max();
    let is_named = |row: &&TextRow| {
        row.bears == TitleSign::Class && row.place.group.is_none() && likeness(row).is_none_or(|like| like >= ALIKE)
    };
    let says = |row: &&TextRow| told.contains(&letters(&row.text));
    let found = rows.iter().filter(open).find(says).or_else(|| rows.iter().filter(open).find(is_named));
    found.map(|row| unsigned(&row.text).to_owned())
}

/// A line without the sign that parts it from what stands before it: "– The quay is raised" behind a kicker.
fn unsigned(line: &str) -> &str {
    let rest = line.trim_start_matches(['-', '–', '—', '|', '·', '•']);
    if rest.starts_with(' ') { rest.trim_start() } else { line }
}

/// Bytes from which a row is running text, behind which no headline is set again.
const RUNNING: usize = 80;

/// Takes the rows out that only say the headline again before the text begins.
pub(super) fn once(body: &mut Vec<TextRow>, headline: &str) {
    let headline = letters(headline);
    let same = |row: &TextRow| letters(&row.text) == headline;
    let begins = body.iter().position(|row| row.text.len() >= RUNNING && !same(row)).unwrap_or(0);
    let mut index = 0;
    body.retain(|row| {
        index += 1;
        index > begins || !same(row)
    });
}

/// The letters of a title without what a bar parts from it: the longest part, which the site's name hardly ever is.
fn said(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_bar = |word: &&str| word.chars().all(|c| BARS.contains(&c));
    let parts = words.split(is_bar).map(|part| letters(&part.concat()));
    parts.rev().max_by_key(String::len).filter(|part| !part.is_empty())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Takes the bold or large line over the byline for the first-level heading of a page that has none and tells no title but its window's.
pub(super) fn promote(rows: &mut [TextRow], facts: &Facts) {
    if facts.social.is_some() || facts.declared.is_some() || rows.iter().any(TextRow::is_title) {
        return;
    }
    let signed =
        |index: usize| rows.iter().skip(index + 1).take(BESIDE).any(|row| furniture::byline(&row.text).is_some());
    let length = WORDS..=LONGEST;
    let like = |row: &TextRow| {
        (row.strong || row.kind == BlockKind::Heading)
            && row.linked < 50
            && length.contains(&row.text.split(' ').count())
            && furniture::byline(&row.text).is_none()
    };
    let found = rows.iter().enumerate().position(|(index, row)| like(row) && signed(index));
    if let Some(row) = found.and_then(|index| rows.get_mut(index)) {
        (row.bears, row.kind) = (TitleSign::Heading, BlockKind::Heading);
    }
}

/// The title of the article: the heading that the page shows where its data for machines says the same, or where the title that is made to
/// be passed on only adds to it; else that title, and what else there is.
pub(super) fn title(shown: Option<&str>, facts: &Facts) -> Option<String> {
    let shown = shown.map(|shown| (shown, letters(shown)));
    let agreed = shown.as_ref().filter(|(_, shown)| {
        let same = facts.declared.as_ref().is_some_and(|title| letters(title) == *shown);
        let site =
            |title: &String| title.contains([']', '|', '-', '–', '—']) && letters(title).starts_with(shown.as_str());
        same || facts.social.as_ref().is_some_and(site)
    });
    // What stands over a heading, a colon away from it wherever else it is told, is in the heading just a line of its own.
    let parted = |title: &&String| {
        let same = shown.as_ref().is_some_and(|(words, shown)| !words.contains(':') && letters(title) == *shown);
        same && title.contains(':')
    };
    let agreed =
        agreed.map(|(shown, _)| facts.titles().find(parted).map_or_else(|| (*shown).to_owned(), String::clone));
    // What only adds the section and the site to the title for machines says no more than that.
    let bare = facts.declared.clone().filter(|declared| {
        let added = facts.social.as_ref().and_then(|social| social.strip_prefix(declared.as_str()));
        added.is_some_and(|added| added.trim_start().starts_with(BARS))
    });
    let rest = || bare.or_else(|| facts.social.clone()).or_else(|| facts.declared.clone());
    agreed.or_else(rest).or_else(|| shown.map(|(shown, _)| shown.to_owned())).or_else(|| facts.head.clone())
}

/// Marks between a title and what a page adds to it.
const BARS: [char; 8] = ['|', '-', '–', '—', '·', '•', '»', '｜'];

/// How much of the shorter one's words the other has, in percent.
fn likeness(heading: &str, title: &str) -> usize {
    let words = |text: &str| -> HashSet<String> {
        let split = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        split.map(str::to_lowercase).collect()
    };
    let (heading, title) = (words(heading), words(title));
    let shorter = heading.len().min(title.len());
    let shared = heading.intersection(&title).count();
    // One word alone, such as the site's name, is in many titles.
    if shorter < 2 && heading != title { 0 } else { (shared * 100).checked_div(shorter).unwrap_or(0) }
}
