//! Finds the lines between which the article stands: the first stretch of running text that carries enough weight.

use std::ops::Range;

use super::feature::Feature;
use super::look::LineLook;

/// One line counts at most this much for running text, and at most `LEAST` against, in tenths: no line decides alone.
const MOST: i32 = 20;
/// See [`MOST`].
const LEAST: i32 = -10;
/// What a heading of other articles weighs against going on, in tenths.
const RELATED: i32 = 20;
/// What the heading of the comments weighs.
const DISCUSSION: i32 = 80;
/// A stretch may begin again after as many lines of furniture as this, when full paragraphs follow.
const GAP: usize = 16;
/// After as many lines as this, one full paragraph is enough.
const SMALL_GAP: usize = 8;
/// Lines before the first paragraph that may belong to the article as a table or listing does.
const HEAD: usize = 6;
/// What a full paragraph scores, and a long one, in tenths.
const FULL: i32 = 25;
/// See [`FULL`].
const LONG: i32 = 30;

/// The lines of the article; all lines when there is no running text.
pub(super) fn article(looks: &[LineLook]) -> Range<usize> {
    let stretches = stretches(looks);
    let top = stretches.iter().map(LineRange::weight).max().unwrap_or(0);
    // What stands first is the article; comments and other articles on the page come after it, and may be longer.
    let Some(first) = stretches.iter().position(|stretch| stretch.weight() * 2 > top) else { return 0..looks.len() };
    let mut found = stretches.get(first).map_or(0..looks.len(), |stretch| stretch.lines.clone());
    for next in stretches.iter().skip(first + 1) {
        if belongs(looks, found.end..next.lines.start, &next.lines) {
            found.end = next.lines.end;
        } else if next.lines.start > found.end + GAP {
            break;
        }
    }
    for before in stretches.iter().take(first).rev() {
        let gap = before.lines.end..found.start;
        if gap.len() <= GAP && is_extracted(looks, &before.lines) {
            found.start = before.lines.start;
        }
    }
    found.start -= listing(looks.iter().take(found.start).rev().take(HEAD));
    found.end += listing(looks.iter().skip(found.end));
    found
}

/// The article with what goes on behind it, up to where the page begins to speak: sentences, and the short lines between them, are no
/// page's for their shortness.
pub(super) fn told(looks: &[LineLook], article: Range<usize>) -> Range<usize> {
    let page = |look: &&LineLook| !is_sign(look) && !look.features.any(&[Feature::Pointer, Feature::Teaser]);
    let behind = looks.iter().skip(article.end).take_while(page).enumerate();
    let said: Vec<usize> = behind.filter(|(_, look)| is_said(look)).map(|(index, _)| index).collect();
    let apart = |pair: &[usize]| matches!(pair, [one, next] if next - one > GAP);
    let near = said.first().is_some_and(|first| *first <= GAP) && !said.windows(2).any(apart);
    let more = said.last().filter(|_| near).map_or(0, |last| last + 1);
    article.start..article.end + more
}

/// Lines over the first sentence of a text: title, dek, author, date. A copied page has its navigation there.
const OPENING: usize = 4;
/// Lines behind the last sentence of a text.
const CLOSING: usize = 3;
/// Words of a sentence, at least.
const SAID: usize = 4;

/// True for a line that is a sentence.
fn is_said(look: &LineLook) -> bool {
    look.words >= SAID && !look.features.any(&[Feature::NoStop, Feature::Teaser])
}

/// True for a line of two words or more that ends as sentences do and is none of a page.
fn is_stopped(look: &LineLook) -> bool {
    look.words > 1 && !look.features.any(&[Feature::NoStop, Feature::Teaser, Feature::Wordless]) && !is_sign(look)
}

/// True when the lines begin as a written text does and no copied page.
pub(super) fn begins_as_text(looks: &[LineLook]) -> bool {
    looks.iter().position(is_stopped).is_some_and(|first| first <= OPENING)
}

/// True when little stands behind the last sentence.
pub(super) fn ends_as_text(looks: &[LineLook]) -> bool {
    looks.iter().rev().position(is_stopped).is_some_and(|last| last <= CLOSING)
}

/// True when a stretch after `gap` is still the article.
fn belongs(looks: &[LineLook], gap: Range<usize>, stretch: &Range<usize>) -> bool {
    let between = looks.get(gap.clone()).unwrap_or_default();
    if gap.len() > GAP || between.iter().any(|look| look.features.has(Feature::Discussion)) {
        return false;
    }
    if is_extracted(looks, stretch) {
        return true;
    }
    if between.iter().any(|look| look.features.has(Feature::Date)) {
        return false;
    }
    let inside = looks.get(stretch.clone()).unwrap_or_default();
    let full = inside.iter().filter(|look| look.features.tenths() >= FULL).count();
    let long = inside.iter().any(|look| look.features.tenths() >= LONG);
    let unmarked = gap.len() <= SMALL_GAP && !between.iter().any(|look| look.features.has(Feature::Related));
    full >= 2 || (long && unmarked)
}

/// True when another reader of pages takes a full paragraph of the stretch for the article.
fn is_extracted(looks: &[LineLook], stretch: &Range<usize>) -> bool {
    let full = |look: &LineLook| look.features.has(Feature::Extracted) && look.features.tenths() >= LONG;
    looks.get(stretch.clone()).unwrap_or_default().iter().any(full)
}

/// A stretch of lines, with the sums of all values before its first and up to its last.
#[derive(Clone, Debug)]
struct LineRange {
    lines: Range<usize>,
    before: i32,
    up_to: i32,
}

impl LineRange {
    const fn weight(&self) -> i32 {
        self.up_to - self.before
    }
}

/// All maximal stretches of positive weight, in order, in one pass (the algorithm of Ruzzo and Tompa, 1999).
fn stretches(looks: &[LineLook]) -> Vec<LineRange> {
    let mut found: Vec<LineRange> = Vec::new();
    let mut sum = 0_i32;
    for (index, look) in looks.iter().enumerate() {
        let value = value(look);
        let before = sum;
        sum = sum.saturating_add(value);
        if value <= 0 {
            continue;
        }
        let mut stretch = LineRange { lines: index..index + 1, before, up_to: sum };
        while let Some(at) = found.iter().rposition(|other| other.before < stretch.before) {
            let Some(other) = found.get(at).filter(|other| other.up_to < stretch.up_to) else { break };
            stretch =
                LineRange { lines: other.lines.start..stretch.lines.end, before: other.before, up_to: stretch.up_to };
            found.truncate(at);
        }
        found.push(stretch);
    }
    found
}

fn value(look: &LineLook) -> i32 {
    let capped = look.features.tenths().clamp(LEAST, MOST);
    if look.features.has(Feature::Discussion) {
        capped - DISCUSSION
    } else if look.features.has(Feature::Related) {
        capped - RELATED
    } else {
        capped
    }
}

/// How many of the lines that follow belong on as a table or listing: half of them and at least three hold numbers, commas or brackets,
/// and none is a sign of the page.
fn listing<'a>(lines: impl Iterator<Item = &'a LineLook>) -> usize {
    let (mut kept, mut detailed) = (0, 0);
    for (index, look) in lines.take_while(|look| !is_sign(look)).enumerate() {
        detailed += usize::from(look.features.has(Feature::Detail));
        if detailed >= 3 && detailed * 2 > index {
            kept = index + 1;
        }
    }
    kept
}

/// True when a line by its own words belongs to the page.
pub(super) fn is_sign(look: &LineLook) -> bool {
    look.features.any(&[
        Feature::Label,
        Feature::Credit,
        Feature::Date,
        Feature::Byline,
        Feature::Plea,
        Feature::Related,
        Feature::Discussion,
    ])
}
