//! How likely each line of a pasted page is to be the article's, by all that was seen of it and about it.
//!
//! Two linear passes (stacked sequential learning, Cohen and Carvalho 2005): the first weighs a line's own features, what the rules said of
//! it, and sums of the same over the lines about it; the second weighs all that again, and what the first found about it. So a teaser
//! between paragraphs and a paragraph between teasers are told by their neighbours, and no count of rows decides alone.

mod scene;
mod weights;
mod wording;

use std::ops::Range;

use super::feature::Feature;
use super::look::LineLook;
use super::segment;
use crate::text::parallel;
use scene::{FigureColumn, LineRun, WIDTHS, far, figure};
use wording::PageWords;

/// What is seen of a line by its words, in the order of the weights.
const SEEN: [Feature; 23] = [
    Feature::Sentence,
    Feature::Dozen,
    Feature::Long,
    Feature::VeryLong,
    Feature::TwoSentences,
    Feature::SmallLetters,
    Feature::Capitals,
    Feature::NoStop,
    Feature::Tiny,
    Feature::Short,
    Feature::Wordless,
    Feature::Shout,
    Feature::Teaser,
    Feature::Label,
    Feature::Plea,
    Feature::Credit,
    Feature::Date,
    Feature::Byline,
    Feature::Repeated,
    Feature::Pointer,
    Feature::Related,
    Feature::Discussion,
    Feature::Detail,
];
/// Words of the classes of length, at most; beyond the last is one more.
const LENGTHS: [usize; 6] = [1, 3, 6, 12, 24, 59];
/// Lines of the classes of runs, at most; beyond the last is one more.
const RUNS: [usize; 5] = [1, 2, 4, 8, 16];
/// What a full paragraph scores at least by its own words, in tenths.
const FULL: i32 = 20;
/// Odds from which on a line is the article's: below even, as a lost sentence is worse than a spare one.
const LEAST: f64 = -0.75;
/// Odds beyond this say no more.
const SURE: f64 = 4.0;

/// What the rules found of a page.
#[derive(Debug)]
pub(super) struct Ruled<'a> {
    /// Where the article stands.
    pub(super) article: Range<usize>,
    /// For every line: is it furniture by its place or words?
    pub(super) furniture: &'a [bool],
    /// For every line: is it furniture by its words alone?
    pub(super) signs: &'a [bool],
}

/// For every line of a page, of which the rules found so much: is it the article's?
pub(super) fn body<S: AsRef<str> + Sync>(lines: &[S], looks: &[LineLook], ruled: &Ruled<'_>) -> Vec<bool> {
    let page = OddsPage::new(lines, looks, ruled);
    let indices: Vec<usize> = (0..lines.len()).collect();
    // A line's figures are made twice, as all of them together would take more room than a long text itself.
    let first = parallel::map(&indices, |index| weights::FIRST_BIAS + product(&page.figures(*index), weights::FIRST));
    let found = FoundPage::new(&first, looks);
    parallel::map(&indices, |index| {
        let own = product(&page.figures(*index), weights::SECOND);
        page.is_sure(*index) || weights::SECOND_BIAS + own + product(&found.figures(*index), weights::FOUND) > LEAST
    })
}

fn product(figures: &[f64], weights: &[f64]) -> f64 {
    figures.iter().zip(weights).map(|(figure, weight)| figure * weight).sum()
}

fn flag(seen: bool) -> f64 {
    f64::from(u8::from(seen))
}

/// The class of a figure among classes that end at `limits`.
fn class(count: usize, limits: &[usize]) -> usize {
    limits.iter().take_while(|limit| count > **limit).count()
}

/// All that is known of a page before its lines are weighed.
struct OddsPage<'a, S> {
    lines: &'a [S],
    looks: &'a [LineLook],
    ruled: &'a Ruled<'a>,
    full: Vec<bool>,
    runs: Vec<LineRun>,
    words: PageWords<'a>,
    /// Points, kept, words of full paragraphs, signs of the page, short lines, repeated ones.
    columns: [FigureColumn; 6],
}

/// The column of the words of full paragraphs.
const PARAGRAPHS: usize = 2;

impl<'a, S: AsRef<str> + Sync> OddsPage<'a, S> {
    fn new(lines: &'a [S], looks: &'a [LineLook], ruled: &'a Ruled<'a>) -> Self {
        let is_full = |look: &LineLook| look.features.tenths() >= FULL && !segment::is_sign(look);
        let full: Vec<bool> = looks.iter().map(is_full).collect();
        let words = PageWords::new(lines, &full, &ruled.article);
        let said = |look: &LineLook| if is_full(look) { figure(look.words.min(120)) / 20.0 } else { 0.0 };
        let columns = [
            FigureColumn::new(looks.iter().map(|look| f64::from(look.features.tenths().clamp(-15, 30)) / 10.0)),
            FigureColumn::new(ruled.furniture.iter().map(|furniture| flag(!furniture))),
            FigureColumn::new(looks.iter().map(said)),
            FigureColumn::new(ruled.signs.iter().copied().map(flag)),
            FigureColumn::new(looks.iter().map(|look| flag(look.words <= 6))),
            FigureColumn::new(lines.iter().map(|line| flag(words.times(line.as_ref()) > 1))),
        ];
        Self { lines, looks, ruled, runs: scene::runs(&full), full, words, columns }
    }

    /// True for a full paragraph that the rules keep: whatever stands about it, it is not taken from the article.
    fn is_sure(&self, index: usize) -> bool {
        self.full.get(index) == Some(&true) && self.ruled.furniture.get(index) == Some(&false)
    }

    fn line(&self, index: usize) -> &str {
        self.lines.get(index).map(AsRef::as_ref).unwrap_or_default()
    }

    /// All figures of a line, in the order of the weights.
    fn figures(&self, index: usize) -> Vec<f64> {
        let mut row = Vec::with_capacity(weights::FIRST.len());
        let Some(look) = self.looks.get(index) else { return row };
        row.extend(SEEN.map(|feature| flag(look.features.has(feature))));
        let open = look.features.has(Feature::NoStop);
        let length = class(look.words, &LENGTHS);
        row.extend((0..=LENGTHS.len()).flat_map(|one| [flag(one == length && !open), flag(one == length && open)]));
        row.push((figure(look.words) + 1.0).ln());
        self.place(index, &mut row);
        self.run(index, &mut row);
        row.extend(WIDTHS.iter().flat_map(|width| self.columns.iter().flat_map(|column| column.about(index, *width))));
        if let Some(paragraphs) = self.columns.get(PARAGRAPHS) {
            row.extend(paragraphs.shares(index));
            row.push((paragraphs.sum(0..self.lines.len()) + 1.0).ln() / 5.0);
        }
        let [before, after] = self.runs.get(index).copied().unwrap_or_default().paragraphs.map(|way| way.unwrap_or(99));
        row.extend([far(before), far(after), far(before + after)]);
        let line = self.line(index);
        let same = |other: Option<usize>| {
            other.and_then(|other| self.lines.get(other)).is_some_and(|other| other.as_ref() == line)
        };
        let beside = same(index.checked_sub(1)) || same(Some(index + 1));
        row.extend(self.words.shared(line, self.full.get(index) == Some(&true), beside));
        row.extend(wording::written(line, look.words));
        row
    }

    /// What the rules say of a line, and where it stands in the article that they found and in the page.
    fn place(&self, index: usize, row: &mut Vec<f64>) {
        let signed = |to: usize, from: usize| {
            let way = figure(to.abs_diff(from).min(30)) / 10.0;
            if to < from { -way } else { way }
        };
        let lines = self.lines.len();
        row.push(flag(self.ruled.furniture.get(index) == Some(&false)));
        row.push(flag(self.ruled.article.contains(&index)));
        row.push(signed(index, self.ruled.article.start));
        row.push(signed(self.ruled.article.end, index + 1));
        row.push(figure(index) / figure(lines));
        row.push(figure(lines).ln() / 5.0);
    }

    /// The run that a line stands in.
    fn run(&self, index: usize, row: &mut Vec<f64>) {
        let run = self.runs.get(index).copied().unwrap_or_default();
        let full = self.full.get(index) == Some(&true);
        let long = class(run.lines, &RUNS);
        row.extend((0..=RUNS.len()).flat_map(|one| [flag(!full && one == long), flag(full && one == long)]));
        row.push(flag(!full && run.before == 0));
        row.push(flag(!full && run.before + 1 == run.lines));
        let between = run.paragraphs.iter().all(Option::is_some);
        row.push(flag(!full && between && run.lines <= 2 && self.ruled.article.contains(&index)));
    }
}

/// What the first pass found.
struct FoundPage<'a> {
    odds: &'a [f64],
    /// Likelihood, odds, likely words.
    columns: [FigureColumn; 3],
    words: FigureColumn,
}

impl<'a> FoundPage<'a> {
    fn new(odds: &'a [f64], looks: &[LineLook]) -> Self {
        let capped = || odds.iter().map(|odds| odds.clamp(-SURE, SURE));
        let likely = || capped().map(|odds| 1.0 / (1.0 + (-odds).exp()));
        let words = || likely().zip(looks).map(|(likely, look)| likely * figure(look.words.min(60)));
        let columns = [
            FigureColumn::new(likely()),
            FigureColumn::new(capped().map(|odds| odds / SURE)),
            FigureColumn::new(words().map(|words| words / 20.0)),
        ];
        Self { odds, columns, words: FigureColumn::new(words()) }
    }

    fn figures(&self, index: usize) -> Vec<f64> {
        let mut row = vec![self.odds.get(index).copied().unwrap_or(0.0).clamp(-SURE, SURE)];
        row.extend(self.columns.iter().flat_map(|column| WIDTHS.iter().flat_map(|width| column.about(index, *width))));
        row.extend(self.words.shares(index));
        row
    }
}
