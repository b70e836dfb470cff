//! The place of the article in its page: how far it reaches among the containers, and what in them is the page's all the same.

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::feature::Feature;
use super::ground::{Ground, Map, PlaceRole, is_full, is_running};
use super::look::LineLook;
use super::segment;

type RowNumbers = HashSet<usize, RandomState>;

/// The article's place in the page.
pub(super) struct Site<'a> {
    map: &'a Map<'a>,
    homes: RowNumbers,
    yards: RowNumbers,
    /// Its lines.
    pub(super) lines: Range<usize>,
}

/// Words of running text for which an article is widened to what stands above it in a container further out.
const ABOVE: usize = 30;
/// The same for what stands below: there are also who wrote it, and other articles.
const BELOW: usize = 90;
/// Words that may stand between a headline and the article's first paragraph.
const OPENING: usize = 400;
/// A reader of pages that found so much of an article's running text, in tenths, is believed about its end.
const TRUSTED: usize = 7;
/// So much of its running text, in tenths, a page gives to machines that gives them all of it but for its boxes.
const DECLARED: usize = 8;
/// An article of so few words has too little weight of its own to reach its end.
const SHORT: usize = 150;
/// Lines of such a box at most.
const BOX: usize = 4;
/// Containers that are looked at on the way out.
const OUT: usize = 12;
/// What a date of publication weighs against a text below it, in words: it belongs to a comment or another article.
const DATE: usize = 30;

impl<'a> Site<'a> {
    /// The place of the article of which the lines `found` are sure.
    pub(super) fn new(looks: &[LineLook], map: &'a Map<'a>, found: Range<usize>, zone: Option<Range<usize>>) -> Self {
        let mut site = Self { map, homes: RowNumbers::default(), yards: RowNumbers::default(), lines: found.clone() };
        let full = |index: &usize| looks.get(*index).is_some_and(is_full);
        let Some(middle) = found.clone().filter(full).max_by_key(|index| looks.get(*index).map(|look| look.words))
        else {
            return site;
        };
        site.settle(looks, found);
        let home = map.grounds.get(middle).map_or(0, |ground| ground.home);
        let lasts = map.lasts();
        let zone = zone.unwrap_or(0..looks.len());
        for container in map.chain(home).into_iter().take(OUT) {
            let lines = map.lines(container, middle, &lasts);
            if lines.start < zone.start || lines.end > zone.end {
                break;
            }
            site.widen(looks, &lines);
        }
        site.widen(looks, &zone);
        site.go_on(looks, &zone);
        site.go_back(looks, &zone);
        site.open(looks);
        site
    }

    /// Notes the containers of the full paragraphs among `lines`.
    fn settle(&mut self, looks: &[LineLook], lines: Range<usize>) {
        let inside = looks.iter().zip(self.map.grounds).skip(lines.start).take(lines.len());
        let full = inside.filter(|(look, _)| is_full(look)).map(|(_, ground)| ground.home);
        let new: RowNumbers = full.filter(|home| !self.homes.contains(home)).collect();
        self.yards.extend(self.yards_of(new.iter().copied()));
        self.homes.extend(new);
    }

    /// True when a line stands in a container of the article's paragraphs.
    fn is_among(&self, ground: &Ground) -> bool {
        self.homes.contains(&ground.home) || self.yards.contains(&self.map.parent(ground.home))
    }

    /// What a line says for taking it in, and against it, in words.
    fn value(&self, looks: &[LineLook], index: usize) -> (usize, usize) {
        let (Some(look), Some(ground)) = (looks.get(index), self.map.grounds.get(index)) else { return (0, 0) };
        // A picture that leads to its own larger self leads to no other article.
        let before = index.checked_sub(1).and_then(|at| Some((self.map.grounds.get(at)?, looks.get(at)?)));
        let under_link = before.is_some_and(|(ground, look)| ground.linked && !look.features.has(Feature::Caption));
        if look.features.has(Feature::Date) && !self.is_among(ground) {
            (0, DATE)
        } else if is_full(look) && !ground.linked {
            let teaser = under_link && look.features.has(Feature::LeftOut) && !self.is_among(ground);
            let sure = if self.is_among(ground) || look.features.has(Feature::Extracted) { 3 } else { 1 };
            if teaser { (0, look.words) } else { (look.words * sure, 0) }
        } else if ground.linked || segment::is_sign(look) {
            (0, look.words)
        } else {
            (0, look.words / 4)
        }
    }

    /// Takes in the running text among `lines`, if it outweighs what else is between it and the article.
    fn widen(&mut self, looks: &[LineLook], lines: &Range<usize>) {
        let ends = |index: &usize| {
            let title = self.map.grounds.get(*index).is_some_and(|ground| ground.role == PlaceRole::Title);
            title || looks.get(*index).is_some_and(|look| look.features.any(&[Feature::Discussion, Feature::Related]))
        };
        let (mut good, mut bad, mut end) = (0, 0, self.lines.end);
        for index in (self.lines.end..lines.end).take_while(|index| !ends(index)) {
            let (more, less) = self.value(looks, index);
            (good, bad) = (good + more, bad + less);
            if more > 0 && good >= BELOW && good >= bad * 2 {
                end = index + 1;
            }
        }
        let (mut good, mut bad, mut start) = (0, 0, self.lines.start);
        for index in (lines.start..self.lines.start).rev() {
            let (more, less) = self.value(looks, index);
            (good, bad) = (good + more, bad + less);
            if more > 0 && good >= ABOVE && good >= bad * 2 {
                start = index;
            }
        }
        if (start..end) != self.lines {
            self.lines = start..end;
            self.settle(looks, start..end);
        }
    }

    /// A short article goes on where its own container does: in sentences, with a heading between them here and there.
    fn go_on(&mut self, looks: &[LineLook], zone: &Range<usize>) {
        let words: usize = looks.get(self.lines.clone()).unwrap_or_default().iter().map(|look| look.words).sum();
        if words > SHORT {
            return;
        }
        let own = |index: usize| self.map.grounds.get(index).filter(|ground| !ground.linked && self.is_among(ground));
        let said = |index: usize| own(index).is_some() && looks.get(index).is_some_and(is_running);
        let headed = |index: usize| own(index).is_some_and(|ground| ground.role == PlaceRole::Heading);
        // What stands right in the container of its paragraphs is a list of places or results, if no page's words.
        let listed = |index: usize| {
            let own = self.map.grounds.get(index).is_some_and(|ground| self.homes.contains(&ground.home));
            own && looks.get(index).is_some_and(|look| !segment::is_sign(look))
        };
        let mut end = self.lines.end;
        while end < zone.end && (said(end) || listed(end) || headed(end) && said(end + 1)) {
            end += 1;
        }
        self.lines.end = end;
    }

    /// What others found right before the first line, in sentences in the article's own containers, is its beginning, with the heading over it.
    fn go_back(&mut self, looks: &[LineLook], zone: &Range<usize>) {
        let found = |index: &usize| {
            let own = self.map.grounds.get(*index).is_some_and(|ground| !ground.linked && self.is_among(ground));
            let heads = self.map.grounds.get(*index).is_some_and(|ground| ground.role == PlaceRole::Heading);
            let known = |look: &LineLook| look.features.any(&[Feature::Extracted, Feature::Declared]);
            own && looks.get(*index).is_some_and(|look| known(look) && (heads || is_running(look)))
        };
        let begun = (zone.start..self.lines.start).rev().take_while(found).last();
        self.lines.start = begun.unwrap_or(self.lines.start);
    }

    /// Takes back what speaks against lines in the article's own containers that others found, too: a plea's words that ask nobody for
    /// anything, and the capitals of a heading.
    pub(super) fn spare(&self, looks: &mut [LineLook]) {
        let lines = looks.iter_mut().zip(self.map.grounds).skip(self.lines.start).take(self.lines.len());
        for (look, ground) in lines.filter(|(_, ground)| self.is_among(ground)) {
            if !look.features.any(&[Feature::Extracted, Feature::Declared]) {
                continue;
            }
            if look.features.has(Feature::Impersonal) {
                look.features.forget(Feature::Plea);
            }
            if ground.role == PlaceRole::Heading {
                look.features.forget(Feature::Shout);
            }
        }
    }

    /// From the headline on every line is the article's or its furniture, unless the way is long.
    fn open(&mut self, looks: &[LineLook]) {
        let Some(title) = self.map.titled.filter(|title| title.line < self.lines.start) else { return };
        let between = looks.get(title.line..self.lines.start).unwrap_or_default();
        let words: usize = between.iter().map(|look| look.words).sum();
        if words <= OPENING {
            self.lines.start = title.line;
        }
    }

    /// True when another reader of pages left out most of the article's running text.
    pub(super) fn is_left_out(&self, looks: &[LineLook]) -> bool {
        let inside = looks.get(self.lines.clone()).unwrap_or_default();
        let words = |feature| -> usize {
            inside.iter().filter(|look| is_full(look) && look.features.has(feature)).map(|look| look.words).sum()
        };
        words(Feature::LeftOut) > words(Feature::Extracted)
    }

    /// What follows the last line of which the article is sure, in other containers and left out by a reader of pages that found the rest.
    fn mark_tail(&self, looks: &[LineLook], furniture: &mut [bool]) {
        let inside: Vec<(&LineLook, &Ground)> =
            looks.iter().zip(self.map.grounds).skip(self.lines.start).take(self.lines.len()).collect();
        let is_found = |look: &LineLook| look.features.has(Feature::Extracted);
        let words = |counts: &dyn Fn(&LineLook) -> bool| -> usize {
            inside.iter().filter(|(look, _)| is_full(look) && counts(look)).map(|(look, _)| look.words).sum()
        };
        if words(&is_found) * 10 < words(&|_| true) * TRUSTED {
            return;
        }
        // Outside the container that holds all that was found.
        let homes = inside.iter().filter(|(look, _)| is_full(look) && is_found(look)).map(|(_, ground)| ground.home);
        let (Some(first), Some(last)) = (homes.clone().min(), homes.max()) else { return };
        let lasts = self.map.lasts();
        let end = |container: usize| lasts.get(container).copied().unwrap_or(container);
        let Some(yard) = self.map.chain(first).into_iter().find(|container| end(*container) >= last) else { return };
        let is_sure =
            |(look, ground): &(&LineLook, &Ground)| is_found(look) || (yard..=end(yard)).contains(&ground.home);
        let sure = inside.iter().rposition(is_sure).map_or(self.lines.end, |last| self.lines.start + last + 1);
        // What is not the article has a head of its own; what goes on without one is.
        if looks.get(sure).is_some_and(|look| !is_full(look)) {
            furniture.iter_mut().take(self.lines.end).skip(sure).for_each(|mark| *mark = true);
        }
    }

    /// Containers that hold three of `homes` or more: paragraphs that have a container each stand in the same one further out.
    fn yards_of(&self, homes: impl Iterator<Item = usize>) -> RowNumbers {
        let mut yards: Vec<usize> = homes.map(|home| self.map.parent(home)).collect();
        yards.sort_unstable();
        let many = yards.windows(3).filter_map(|three| three.first().filter(|first| three.last() == Some(first)));
        many.copied().collect()
    }

    /// Boxes in an article of which the page gives nearly all to machines: what it keeps back, in containers that hold none of the rest.
    fn mark_undeclared(&self, looks: &[LineLook], furniture: &mut [bool]) {
        let inside = || looks.iter().zip(self.map.grounds).skip(self.lines.start).take(self.lines.len());
        let is_declared = |look: &LineLook| look.features.has(Feature::Declared);
        let words = |counts: &dyn Fn(&LineLook) -> bool| -> usize {
            inside().filter(|(look, _)| is_full(look) && counts(look)).map(|(look, _)| look.words).sum()
        };
        let declared = words(&is_declared);
        if declared == 0 || declared * 10 < words(&|_| true) * DECLARED {
            return;
        }
        let homes: RowNumbers = inside().filter(|(look, _)| is_declared(look)).map(|(_, ground)| ground.home).collect();
        let marks = furniture.iter_mut().skip(self.lines.start);
        for (((look, ground), mark), next) in inside().zip(marks).zip(inside().skip(1).map(Some).chain([None])) {
            // A heading in a container of its own is of what follows it.
            let heads =
                ground.role == PlaceRole::Heading && next.is_some_and(|(_, ground)| homes.contains(&ground.home));
            let kept = is_declared(look) || look.features.has(Feature::Caption) || homes.contains(&ground.home);
            *mark |= !kept && !heads && ground.role != PlaceRole::Grouped;
        }
    }

    /// Boxes of a few lines in a container of their own of which one asks the reader for something: all of it is the page's.
    fn mark_boxes(&self, looks: &[LineLook], furniture: &mut [bool]) {
        let home = |index: usize| self.map.grounds.get(index).map(|ground| ground.home);
        let mut start = self.lines.start;
        while start < self.lines.end {
            let end = (start..looks.len()).find(|index| home(*index) != home(start)).unwrap_or(looks.len());
            let asks = |look: &LineLook| look.features.any(&[Feature::Plea, Feature::Label]);
            let inside = looks.get(start..end).unwrap_or_default();
            let own = self.map.grounds.get(start).is_some_and(|ground| !self.is_among(ground));
            let caption = inside.iter().any(|look| look.features.has(Feature::Caption));
            if own && !caption && (2..=BOX).contains(&inside.len()) && inside.iter().any(asks) {
                furniture.iter_mut().take(end).skip(start).for_each(|mark| *mark = true);
            }
            start = end;
        }
    }

    /// Short lines in containers of their own are the page's, most of all when another reader of pages left them out.
    pub(super) fn mark(&self, looks: &[LineLook], furniture: &mut [bool]) {
        self.mark_tail(looks, furniture);
        self.mark_undeclared(looks, furniture);
        self.mark_boxes(looks, furniture);
        for (index, ((look, ground), mark)) in looks.iter().zip(self.map.grounds).zip(furniture.iter_mut()).enumerate()
        {
            // The row over a table's figures may be nothing but years.
            let figures = look.features.has(Feature::Wordless) && look.words >= 3 && ground.role == PlaceRole::Grouped;
            if figures && self.lines.contains(&index) && self.is_among(ground) && !segment::is_sign(look) {
                *mark = false;
            }
            if !self.lines.contains(&index) || self.is_among(ground) || is_full(look) {
                continue;
            }
            let short = look.words <= 12 && look.features.has(Feature::NoStop) && ground.role == PlaceRole::Text;
            let known = look.features.any(&[Feature::Extracted, Feature::Caption]);
            *mark |= !known && (short || look.features.has(Feature::LeftOut));
        }
    }
}
