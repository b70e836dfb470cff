//! What each line of a plain text is: headline, dek, running text, or furniture left over from a page.
//!
//! Every line is looked at by itself (`look`), with named features whose points add up; `segment` finds where the article
//! begins and ends; the rules here judge each line in its place.

mod captions;
mod feature;
mod ground;
mod look;
mod odds;
mod roles;
mod segment;
mod signs;
mod site;
mod stamps;
mod title;
mod words;

use std::collections::HashSet;
use std::ops::Range;

pub(super) use captions::{begins_with_credit, is_told_caption, states_something};
pub(super) use feature::{Feature, Features};
use foldhash::fast::RandomState;
pub(super) use ground::{Ground, Map, PlaceRole, Titled};
use look::LineLook;
use odds::Ruled;
pub(super) use signs::{month, prepared};
use site::Site;
pub(super) use stamps::{byline, is_name, is_remark};

use crate::review::BlockKind;

/// The kinds of `lines`, one each, in order.
pub(super) fn kinds<S: AsRef<str> + Sync>(lines: &[S]) -> Vec<BlockKind> {
    let looks = look::looks(lines);
    let mut article = segment::article(&looks);
    let begun = segment::begins_as_text(&looks);
    if begun {
        article = segment::told(&looks, article);
    }
    let typed = begun && segment::ends_as_text(&looks) && !speaks(&looks);
    let page = LinePage { lines, article, typed, looks, printed: false };
    let mut furniture = page.furniture();
    page.weigh(&mut furniture);
    page.spare_headline(&mut furniture);
    roles::kinds(lines, &page.looks, &furniture, page.is_written())
}

/// For each piece of a printed page: is it furniture? By the rules alone: the odds are those of lines without type sizes, whose headings,
/// cells and captions look like a page's remains.
pub(super) fn of_printed<S: AsRef<str> + Sync>(pieces: &[S]) -> Vec<bool> {
    let looks = look::looks(pieces);
    LinePage { lines: pieces, article: segment::article(&looks), looks, printed: true, typed: false }.furniture()
}

/// True when a line of a written text is a page's by its own words.
pub(super) fn is_remains(line: &str) -> bool {
    let looks = look::looks(&[line]);
    looks.iter().any(|look| {
        let told = look.features.any(&[Feature::Credit, Feature::Date, Feature::Byline]);
        let sign = segment::is_sign(look) && !told;
        let said = look.features.has(Feature::Sentence) && look.words >= SAID;
        (sign && !said) || look.features.has(Feature::Pointer)
    })
}

/// A sentence of so many words that a page would ask of its reader may be the writer's own.
const SAID: usize = 12;

/// True when a line speaks as pages do: to its reader, of other articles, of comments.
fn speaks(looks: &[LineLook]) -> bool {
    let paged = [Feature::Label, Feature::Plea, Feature::Related, Feature::Discussion, Feature::Pointer];
    looks.iter().any(|look| look.features.any(&paged))
}

/// True when a line is nothing but a button's or label's words.
pub(super) fn is_label(line: &str) -> bool {
    signs::is_label(&signs::fold(line))
}

/// True when a line by its own words is the page's, wherever it stands.
pub(super) fn is_the_pages(line: &str) -> bool {
    look::looks(&[line]).iter().any(is_furniture)
}

/// What became of a page's lines.
#[derive(Debug)]
pub(super) struct Judged {
    /// The lines between which the article stands.
    pub(super) article: Range<usize>,
    /// For every line: is it furniture?
    pub(super) furniture: Vec<bool>,
}

/// Judges the lines of a page; `told` is what the page itself says of each, `map` where each stands in it.
pub(super) fn judge<S: AsRef<str> + Sync>(lines: &[S], told: &[Features], map: &Map<'_>) -> Judged {
    let mut looks = look::looks(lines);
    for (look, told) in looks.iter_mut().zip(told) {
        look.weigh(*told);
    }
    let mut site = site(&mut looks, map);
    if site.is_left_out(&looks) || map.zone(&looks).is_some_and(|zone| is_missed(&looks, zone)) {
        // The other reader of pages found something else: what it left out says nothing.
        for look in &mut looks {
            look.features.forget(Feature::LeftOut);
        }
        site = self::site(&mut looks, map);
    }
    site.spare(&mut looks);
    let page = LinePage { lines, article: site.lines.clone(), looks, printed: false, typed: false };
    let mut furniture = page.furniture();
    site.mark(&page.looks, &mut furniture);
    Judged { furniture, article: page.article }
}

/// Where another reader of pages found so much less of running text than it left out, it found something else.
const MISSED: usize = 3;

/// True when another reader of pages left out the running text beside the headline.
fn is_missed(looks: &[LineLook], zone: Range<usize>) -> bool {
    let inside = looks.get(zone).unwrap_or_default();
    let words = |feature| -> usize {
        inside.iter().filter(|look| ground::is_full(look) && look.features.has(feature)).map(|look| look.words).sum()
    };
    words(Feature::LeftOut) > words(Feature::Extracted) * MISSED
}

/// The article's place among lines that were looked at; what lies outside its zone is noted as apart.
fn site<'a>(looks: &mut [LineLook], map: &'a Map<'a>) -> Site<'a> {
    let zone = map.zone(looks);
    if let Some(zone) = &zone {
        let outside = looks.iter_mut().enumerate().filter(|(index, _)| !zone.contains(index));
        outside.for_each(|(_, look)| look.features.note(Feature::Apart));
    }
    Site::new(looks, map, segment::article(looks), zone)
}

/// A text with what was seen of its lines.
struct LinePage<'a, S> {
    lines: &'a [S],
    looks: Vec<LineLook>,
    article: Range<usize>,
    /// A browser printed it, with all that stands around its article.
    printed: bool,
    /// No line of it speaks as a page does: it was written, however short its lines are.
    typed: bool,
}

/// So many words with a stop and a figure say something that can be checked.
const TOLD: usize = 4;
/// A text of no more lines than this is no page.
const FEW: usize = 3;
/// A text with no more unmarked lines than this before and after its running text was written, not copied from a page.
const UNMARKED: usize = 3;

impl<S: AsRef<str> + Sync> LinePage<'_, S> {
    /// For every line: is it furniture?
    fn furniture(&self) -> Vec<bool> {
        let mut furniture: Vec<bool> = self.looks.iter().map(is_furniture).collect();
        if self.lines.len() <= FEW {
            // So short a text was typed, and what a page would ask for may be what somebody said.
            let said = |look: &LineLook| look.features.has(Feature::Sentence) && look.features.has(Feature::Plea);
            self.looks.iter().zip(&mut furniture).filter(|(look, _)| said(look)).for_each(|(_, mark)| *mark = false);
        }
        if self.typed {
            // A lone figure in what was written is a figure: a cell of a table that became lines.
            let figure = |line: &S| line.as_ref().bytes().any(|byte| byte.is_ascii_digit());
            let cells = self.looks.iter().zip(self.lines).zip(&mut furniture);
            let cells = cells.filter(|((look, line), _)| look.features.has(Feature::Wordless) && figure(line));
            cells.for_each(|(_, mark)| *mark = false);
        }
        let written = self.is_written();
        if !written {
            for (index, mark) in furniture.iter_mut().enumerate() {
                *mark |= !self.article.contains(&index);
            }
            self.mark_repeats(&mut furniture);
        }
        self.mark_related(&mut furniture);
        self.mark_captions(&mut furniture);
        if !written {
            self.mark_author(&mut furniture);
        }
        furniture
    }

    /// Judges the lines of a page anew by their odds, which what the rules say is part of; a written text stays as the rules have it.
    fn weigh(&self, furniture: &mut [bool]) {
        if self.lines.len() <= FEW || self.is_written() {
            return;
        }
        let signs: Vec<bool> = self.looks.iter().map(is_furniture).collect();
        let ruled = Ruled { article: self.article.clone(), furniture: &*furniture, signs: &signs };
        let body = odds::body(self.lines, &self.looks, &ruled);
        // What a checker must not miss: a sentence with a figure inside the article, however little surrounds it.
        let figure = |line: &S| line.as_ref().bytes().any(|byte| byte.is_ascii_digit());
        let judged = furniture.iter_mut().zip(body).zip(self.looks.iter().zip(self.lines));
        for ((mark, body), (look, line)) in judged {
            let told = look.words >= TOLD && !look.features.has(Feature::NoStop) && figure(line);
            *mark = !body && (*mark || !told);
        }
    }

    /// Takes the headline back from among the lines above the article.
    fn spare_headline(&self, furniture: &mut [bool]) {
        let found = title::headline(self.lines, &self.looks, self.article.start);
        if let Some(mark) = found.filter(|_| !self.is_written()).and_then(|index| furniture.get_mut(index)) {
            *mark = false;
        }
    }

    /// True when the text is an article and next to nothing else.
    fn is_written(&self) -> bool {
        let unmarked = |looks: &[LineLook]| looks.iter().filter(|look| !is_furniture(look)).count();
        let before = self.looks.get(..self.article.start).unwrap_or_default();
        let after = self.looks.get(self.article.end..).unwrap_or_default();
        self.typed || !self.printed && unmarked(before) <= UNMARKED && unmarked(after) <= UNMARKED
    }

    /// Lines that stand outside the article too are the page's; so is a title right beside its copy.
    fn mark_repeats(&self, furniture: &mut [bool]) {
        let outside = |index: &usize| !self.article.contains(index);
        let line = |index: usize| self.lines.get(index).map(AsRef::as_ref);
        let elsewhere: HashSet<&str, RandomState> = (0..self.lines.len()).filter(outside).filter_map(line).collect();
        for index in self.article.clone() {
            let (Some(words), Some(look), Some(mark)) = (line(index), self.looks.get(index), furniture.get_mut(index))
            else {
                continue;
            };
            if !look.features.has(Feature::Repeated) {
                continue;
            }
            let beside = (index.saturating_sub(2)..index + 3).any(|other| other != index && line(other) == Some(words));
            *mark |= (look.words < 25 && elsewhere.contains(words))
                || (beside && look.words <= 20 && look.features.has(Feature::NoStop));
        }
    }

    /// The titles of other articles under "Related", up to the next running text.
    fn mark_related(&self, furniture: &mut [bool]) {
        let mut under = false;
        for (look, mark) in self.looks.iter().zip(furniture.iter_mut()) {
            if look.features.has(Feature::Related) {
                under = true;
            } else if under && !*mark {
                if look.features.tenths() >= 10 || look.features.has(Feature::Extracted) {
                    under = false;
                } else {
                    *mark |= look.features.has(Feature::NoStop) && look.words >= 3;
                }
            }
        }
    }

    /// The words under a picture stand right before its credit.
    fn mark_captions(&self, furniture: &mut [bool]) {
        let credits = self.looks.iter().skip(1).map(|look| look.features.has(Feature::Credit) && look.words <= 10);
        for ((look, mark), credited) in self.looks.iter().zip(furniture.iter_mut()).zip(credits) {
            *mark |= credited && look.features.tenths() <= 20 && !look.features.has(Feature::TwoSentences);
        }
    }

    /// Who the author is, in the last lines of the article.
    fn mark_author(&self, furniture: &mut [bool]) {
        let last: Vec<usize> =
            self.article.clone().rev().filter(|index| furniture.get(*index) == Some(&false)).take(3).collect();
        for index in last {
            let about = self.lines.get(index).is_some_and(|line| signs::is_about_author(&signs::fold(line.as_ref())));
            if let Some(mark) = furniture.get_mut(index) {
                *mark |= about;
            }
        }
    }
}

/// A picture's words say something that can be checked when they are a sentence of at least so many.
const CAPTION: usize = 10;

/// True when a line, wherever it stands, is the page's.
fn is_furniture(look: &LineLook) -> bool {
    if look.features.has(Feature::Told) && !look.features.has(Feature::Apart) {
        return false;
    }
    let sign = segment::is_sign(look) && !(look.features.has(Feature::Plea) && look.words >= 60);
    let linked = look.features.has(Feature::Linked) && !look.features.has(Feature::Extracted);
    sign || linked
        || look.features.any(&[Feature::Wordless, Feature::Shout, Feature::Pointer, Feature::Apart, Feature::Fact])
        || (look.features.has(Feature::Caption) && !(look.features.has(Feature::Sentence) && look.words >= CAPTION))
}
