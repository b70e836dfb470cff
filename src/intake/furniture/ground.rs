//! Where the lines of a web page stand in it: what stands in the same container as the article's paragraphs is the article's, however far
//! down the page and whatever stands between.

use std::ops::Range;

use super::feature::Feature;
use super::look::LineLook;
use super::segment;

/// What an element makes of a line, as far as its place is judged by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum PlaceRole {
    /// Nothing in particular.
    Text,
    /// A row of a list or table.
    Grouped,
    /// A heading.
    Heading,
    /// A heading of the first level.
    Title,
}

/// Where a line stands, and what its element says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Ground {
    /// The number of the container that holds the line's block.
    pub(in crate::intake) home: usize,
    /// What its element makes of it.
    pub(in crate::intake) role: PlaceRole,
    /// True when most of it is links.
    pub(in crate::intake) linked: bool,
}

/// Where the headline stood, which is no line of the page any more.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Titled {
    /// The line that followed it.
    pub(in crate::intake) line: usize,
    /// Its container.
    pub(in crate::intake) home: usize,
}

/// Lines of running text that an element has at least which holds the headline and the article.
const TEXT: usize = 3;
/// Words of it that are enough without so many lines.
const SAID: usize = 45;

/// Words of running text that others found behind that element, for which the article goes on there.
const BEHIND: usize = 90;

/// The containers of a page.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) struct Map<'a> {
    /// For every container the number of the one that holds it; the first is the page, and holds itself.
    pub(in crate::intake) parents: &'a [usize],
    /// Where the headline stood.
    pub(in crate::intake) titled: Option<Titled>,
    /// Where each line stands.
    pub(in crate::intake) grounds: &'a [Ground],
}

impl Map<'_> {
    pub(super) fn parent(&self, container: usize) -> usize {
        self.parents.get(container).copied().unwrap_or(0)
    }

    /// The lines of the innermost container that holds the headline and running text, which is the article's, whatever it is called and
    /// whatever else the page shows. `None` when no container below the page is one, or when others find the article elsewhere.
    pub(super) fn zone(&self, looks: &[LineLook]) -> Option<Range<usize>> {
        let title = self.titled?;
        let lasts = self.lasts();
        let words = |lines: Range<usize>, counts: &dyn Fn(&LineLook) -> bool| -> usize {
            let inside = looks.iter().zip(self.grounds).skip(lines.start).take(lines.len());
            inside.filter(|(look, ground)| !ground.linked && counts(look)).map(|(look, _)| look.words).sum()
        };
        let extracted = words(0..looks.len(), &|look| look.features.has(Feature::Extracted) && is_full(look));
        for container in self.chain(title.home) {
            let lines = self.lines(container, title.line, &lasts);
            let inside = looks.iter().zip(self.grounds).skip(lines.start).take(lines.len());
            let running = inside.filter(|(look, ground)| !ground.linked && is_running(look)).count();
            let said = words(lines.clone(), &is_running);
            if (running >= TEXT || said >= SAID) && said * 4 >= extracted {
                let found = words(lines.clone(), &|look| look.features.has(Feature::Extracted) && is_running(look));
                // Who found something else says nothing of where this ends.
                let end = if found * 2 >= said { self.found_behind(looks, lines.end) } else { lines.end };
                return Some(lines.start..end);
            }
        }
        None
    }

    /// Where an article ends whose part with the headline ends before line `first`: some pages part it, and others found what stands behind.
    fn found_behind(&self, looks: &[LineLook], first: usize) -> usize {
        let ends = |look: &LineLook| look.features.any(&[Feature::Discussion, Feature::Related, Feature::Date]);
        let (mut found, mut left, mut end) = (0, 0, first);
        for (index, (look, ground)) in looks.iter().zip(self.grounds).enumerate().skip(first) {
            if ends(look) {
                break;
            }
            let known = look.features.has(Feature::Extracted);
            match () {
                () if known && is_full(look) && !ground.linked => found += look.words,
                () if known => {}
                () => left += look.words,
            }
            if known && is_running(look) && found >= BEHIND && found >= left * 4 {
                end = index + 1;
            }
        }
        end
    }

    /// The container and all that hold it, from the inside, without the page.
    pub(super) fn chain(&self, container: usize) -> Vec<usize> {
        std::iter::successors(Some(container), |inner| Some(self.parent(*inner))).take_while(|one| *one != 0).collect()
    }

    /// The lines that stand in `container`, about `line`, which does: they stand together.
    pub(super) fn lines(&self, container: usize, about: usize, lasts: &[usize]) -> Range<usize> {
        let all = container..=lasts.get(container).copied().unwrap_or(container);
        let inside = |ground: &&Ground| all.contains(&ground.home);
        let before = self.grounds.iter().take(about).rev().take_while(inside).count();
        let after = self.grounds.iter().skip(about).take_while(inside).count();
        about - before..about + after
    }

    /// For every container the last that stands in it: each is numbered after the one that holds it, and before what follows that one.
    pub(super) fn lasts(&self) -> Vec<usize> {
        let mut lasts: Vec<usize> = (0..self.parents.len()).collect();
        for (inner, outer) in self.parents.iter().enumerate().skip(1).rev() {
            let last = lasts.get(inner).copied().unwrap_or(inner);
            if let Some(slot) = lasts.get_mut(*outer) {
                *slot = last.max(*slot);
            }
        }
        lasts
    }
}

/// What a full paragraph scores at least by its own words, in tenths.
const FULL: i32 = 20;

/// True for a full paragraph by its own words, whatever others say of it.
pub(super) fn is_full(look: &LineLook) -> bool {
    let mut features = look.features;
    for said in [Feature::Extracted, Feature::LeftOut, Feature::Declared] {
        features.forget(said);
    }
    let page = [Feature::Caption, Feature::Fact, Feature::Apart, Feature::Linked, Feature::Wordless, Feature::Shout];
    features.tenths() >= FULL && !features.any(&page) && !segment::is_sign(look)
}

/// True for a sentence by its own words, however short.
pub(super) fn is_running(look: &LineLook) -> bool {
    let page = [Feature::Caption, Feature::Fact, Feature::Linked];
    look.features.has(Feature::Sentence) && !look.features.any(&page) && !segment::is_sign(look)
}
