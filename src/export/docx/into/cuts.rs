//! Puts comments and tracked changes on words of a part: runs are cut where they have to be, each piece with all of its properties.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::anatomy::{Anatomy, LeafKind, RunHome, RunLeaf, RunPart};
use super::ink::RevisionInk;
use super::splice::{SpliceOrder, Splices};
use crate::review::Span;
use crate::text::SourceMap;

/// A place at a run where something may be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RunPlace {
    /// Which run.
    run: usize,
    /// The byte of the part before which it stands.
    at: usize,
    /// True when the run is cut for it.
    cuts: bool,
}

/// A part while things are put into it.
pub(super) struct Cuts<'a> {
    xml: &'a str,
    map: &'a SourceMap,
    pub(super) anatomy: Anatomy,
    splices: Splices,
    /// Where their changes end before ours or begin behind it, in bytes.
    parted: BTreeSet<usize>,
    /// Where runs are cut: run, byte.
    torn: BTreeSet<(usize, usize)>,
    /// What is taken out: run, from byte, to byte.
    gone: Vec<(usize, usize, usize)>,
}

impl<'a> Cuts<'a> {
    /// Nothing put in yet.
    pub(super) fn new(xml: &'a str, map: &'a SourceMap, anatomy: Anatomy) -> Self {
        Self {
            xml,
            map,
            anatomy,
            splices: Splices::default(),
            parted: BTreeSet::new(),
            torn: BTreeSet::new(),
            gone: Vec::new(),
        }
    }

    /// Where words of the article begin; `None` when the part holds none of them.
    pub(super) fn start(&self, span: Span) -> Option<RunPlace> {
        self.begins(self.map.of(span).next()?.source.start)
    }

    /// Where words of the article end.
    pub(super) fn end(&self, span: Span) -> Option<RunPlace> {
        self.ends(self.map.of(span).last()?.source.end)
    }

    /// Where the mark of a comment whose words end at `to` can stand. In a content control round a whole paragraph LibreOffice 7.4
    /// drops the paragraph that has one: there it is the next run outside, or the last before.
    pub(super) fn mark(&self, to: RunPlace) -> RunPlace {
        let runs = &self.anatomy.runs;
        let takes = |run: &RunPart| !run.boxed && run.home == RunHome::Open;
        if runs.get(to.run).is_none_or(|run| !run.boxed) {
            return to;
        }
        let behind = runs.iter().enumerate().skip(to.run).find(|(_, run)| takes(run));
        let before = || runs.iter().enumerate().take(to.run).rev().find(|(_, run)| takes(run));
        let place = behind.map(|(run, part)| RunPlace { run, at: part.at.start, cuts: false });
        let place = place.or_else(|| before().map(|(run, part)| RunPlace { run, at: part.at.end, cuts: false }));
        place.unwrap_or(to)
    }

    fn begins(&self, at: usize) -> Option<RunPlace> {
        let (run, part) = self.anatomy.run(at)?;
        let outside = RunPlace { run, at: part.at.start, cuts: false };
        let Some(index) = part.leaves.iter().position(|leaf| leaf.at.contains(at)) else { return Some(outside) };
        let leaf = part.leaves.get(index)?;
        if leaf.kind == LeafKind::Words && leaf.words.start < at {
            return Some(RunPlace { run, at, cuts: true });
        }
        Some(if index == 0 { outside } else { RunPlace { run, at: leaf.at.start, cuts: true } })
    }

    fn ends(&self, at: usize) -> Option<RunPlace> {
        let (run, part) = self.anatomy.run(at.checked_sub(1)?)?;
        let outside = RunPlace { run, at: part.at.end, cuts: false };
        let Some(index) = part.leaves.iter().position(|leaf| leaf.at.contains(at - 1)) else { return Some(outside) };
        let leaf = part.leaves.get(index)?;
        if leaf.kind == LeafKind::Words && at < leaf.words.end {
            return Some(RunPlace { run, at, cuts: true });
        }
        Some(if index + 1 == part.leaves.len() { outside } else { RunPlace { run, at: leaf.at.end, cuts: true } })
    }

    /// Puts `words` at a place.
    pub(super) fn put(&mut self, place: RunPlace, order: SpliceOrder, words: impl Into<String>) {
        if place.cuts {
            self.torn.insert((place.run, place.at));
        }
        self.splices.put(place.at, order, words);
    }

    /// True when words of the article can be taken out as a tracked change: all of them stand in the part, in runs that take one.
    pub(super) fn can_go(&self, span: Span) -> bool {
        let mut at = span.start;
        for stretch in self.map.of(span) {
            if stretch.text.start != at || !span.covers(stretch.text) {
                return false;
            }
            at = stretch.text.end;
            let Some((_, run)) = self.anatomy.run(stretch.source.start) else { return false };
            let leaf = leaf(run, stretch.source.start);
            if run.home == RunHome::Fixed || leaf.is_none_or(|leaf| leaf.kind == LeafKind::Thing) {
                return false;
            }
        }
        at == span.end
    }

    /// Takes words of the article out, as a tracked change each where they stand in one run.
    pub(super) fn take_out(&mut self, span: Span, ink: &RevisionInk<'_>) {
        let mut ranges: Vec<(RunPlace, RunPlace)> = Vec::new();
        for stretch in self.map.of(span) {
            let (Some(from), Some(to)) = (self.begins(stretch.source.start), self.ends(stretch.source.end)) else {
                continue;
            };
            // Blanks that the reader folds stand between stretches of one leaf: they go with the words.
            match ranges.last_mut() {
                Some((_, last)) if last.run == from.run && (last.at == from.at || self.blank(last.at, from.at)) => {
                    *last = to;
                }
                _ => ranges.push((from, to)),
            }
        }
        for (from, to) in ranges {
            let (opens, closes) = ink.deletion(&mut self.anatomy);
            self.put(from, SpliceOrder::DeletionBegins, opens);
            self.put(to, SpliceOrder::DeletionEnds, closes);
            self.gone.push((from.run, from.at, to.at));
        }
    }

    /// True when nothing but blanks stands between two bytes of the part.
    fn blank(&self, from: usize, to: usize) -> bool {
        self.xml.get(from..to).is_some_and(|between| between.trim().is_empty())
    }

    /// The place in the article's text before `at` (in bytes) where words can come in as a tracked change: behind the word before, or
    /// before the one behind where nothing of `span` stands before it.
    pub(super) fn can_come(&self, at: usize, span: Span) -> Option<(RunPlace, SpliceOrder)> {
        let behind = at > span.start;
        let beside = if behind { Span::new(at - 1, at) } else { Span::new(at, at + 1) };
        let place = if behind { self.end(beside)? } else { self.start(beside)? };
        let source = self.map.of(beside).next()?.source;
        let (_, run) = self.anatomy.run(source.start)?;
        let takes = leaf(run, source.start).is_some_and(|leaf| leaf.kind != LeafKind::Thing);
        let order = if behind { SpliceOrder::Behind } else { SpliceOrder::Before };
        (takes && run.home != RunHome::Fixed).then_some((place, order))
    }

    /// Puts words in, as a tracked change, that look like those of the run beside them.
    pub(super) fn bring_in(&mut self, (place, order): (RunPlace, SpliceOrder), words: &str, ink: &RevisionInk<'_>) {
        let Some(run) = self.anatomy.runs.get(place.run).cloned() else { return };
        let properties = run.properties.of(self.xml);
        let mut put = ink.insertion(&mut self.anatomy, properties, words);
        if let RunHome::Inserted(tag) = run.home {
            // A change stands in no other's: theirs ends before ours and goes on behind.
            put = self.beside_theirs((place, tag), &put);
        }
        self.put(place, order, put);
    }

    /// `put` at a place within their change `tag`: between two of theirs, or beside it where nothing of theirs stands on one side, as an empty
    /// change would be left there.
    fn beside_theirs(&mut self, (place, tag): (RunPlace, Span), put: &str) -> String {
        let opening = tag.of(self.xml);
        let closing = format!("</{}>", name(opening));
        let is_last = self.xml.get(place.at..).is_some_and(|rest| rest.starts_with(&closing));
        if is_last {
            let is_first = self.parted.insert(place.at);
            if is_first {
                self.splices.replace(place.at, closing.len(), "");
            }
            return if is_first { closing + put } else { put.to_owned() };
        }
        let again = renumbered(opening, &mut self.anatomy);
        if tag.end == place.at && self.parted.insert(place.at) {
            self.splices.replace(tag.start, tag.end - tag.start, "");
            return format!("{put}{again}");
        }
        format!("{closing}{put}{again}")
    }

    /// The part with everything in it; `None` when something stood at no character's edge.
    pub(super) fn finish(mut self) -> Option<String> {
        let mut by_run: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (run, _, _) in &self.gone {
            by_run.entry(*run).or_default();
        }
        for (run, at) in std::mem::take(&mut self.torn) {
            by_run.entry(run).or_default().push(at);
        }
        for (index, cuts) in by_run {
            if let Some(run) = self.anatomy.runs.get(index).cloned() {
                self.cut(index, &run, &cuts);
            }
        }
        self.splices.applied(self.xml)
    }

    fn cut(&mut self, index: usize, run: &RunPart, cuts: &[usize]) {
        let opening = run.tag.of(self.xml);
        let run_ends = format!("</{}>", name(opening));
        let mut again = || format!("{opening}{}", renumbered(run.properties.of(self.xml), &mut self.anatomy));
        for at in cuts.iter().filter(|at| !run.leaves.iter().any(|leaf| is_inside(leaf, **at))) {
            self.splices.put(*at, SpliceOrder::Closes, run_ends.clone());
            self.splices.put(*at, SpliceOrder::Opens, again());
        }
        let gone: Vec<(usize, usize)> =
            self.gone.iter().filter(|(run, ..)| *run == index).map(|(_, from, to)| (*from, *to)).collect();
        for leaf in run.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Words && !leaf.words.is_empty()) {
            let inside: Vec<usize> = cuts.iter().copied().filter(|at| is_inside(leaf, *at)).collect();
            let bounds: Vec<usize> = [leaf.at.start].into_iter().chain(inside.clone()).chain([leaf.at.end]).collect();
            let pieces: Vec<bool> = bounds
                .iter()
                .zip(bounds.iter().skip(1))
                .map(|(from, to)| gone.iter().any(|(start, end)| start <= from && to <= end))
                .collect();
            let tag = leaf.tag.of(self.xml);
            let names = LeafNames::of(tag);
            if pieces.first() == Some(&true) {
                self.splices.replace(leaf.at.start + 1, names.kept.len(), names.gone.clone());
            }
            let torn = inside.first().is_some_and(|at| {
                let before = Span::new(leaf.words.start, *at).of(self.xml);
                before.ends_with(char::is_whitespace) || before.starts_with(char::is_whitespace)
            });
            if torn && !tag.contains("xml:space") {
                self.splices.put(leaf.tag.end - 1, SpliceOrder::Closes, " xml:space=\"preserve\"");
            }
            for (at, sides) in inside.iter().zip(pieces.windows(2)) {
                let (before, after) = (sides.first() == Some(&true), sides.last() == Some(&true));
                self.splices.put(*at, SpliceOrder::Closes, format!("</{}>{run_ends}", names.word(before)));
                let opens = format!("{}<{} xml:space=\"preserve\">", again(), names.word(after));
                self.splices.put(*at, SpliceOrder::Opens, opens);
            }
            if pieces.last() == Some(&true) {
                let closing = leaf.at.end - leaf.words.end;
                self.splices.replace(leaf.words.end, closing, format!("</{}>", names.gone));
            }
        }
    }
}

/// The names of an element of words: as it is, and as it is where they are taken out.
struct LeafNames {
    kept: String,
    gone: String,
}

impl LeafNames {
    fn of(tag: &str) -> Self {
        let kept = name(tag).to_owned();
        let gone =
            kept.rsplit_once(':').map_or_else(|| "delText".to_owned(), |(prefix, _)| format!("{prefix}:delText"));
        Self { kept, gone }
    }

    fn word(&self, gone: bool) -> &str {
        if gone { &self.gone } else { &self.kept }
    }
}

/// True when a byte stands among the words of a leaf.
fn is_inside(leaf: &RunLeaf, at: usize) -> bool {
    leaf.kind == LeafKind::Words && leaf.words.start < at && at < leaf.words.end
}

fn leaf(run: &RunPart, at: usize) -> Option<&RunLeaf> {
    run.leaves.iter().find(|leaf| leaf.at.contains(at))
}

/// The name in a start tag, its prefix included.
fn name(tag: &str) -> &str {
    let inside = tag.trim_start_matches('<');
    inside
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .map_or(inside, |end| inside.get(..end).unwrap_or_default())
}

/// A copy of `xml` whose tracked changes have ids of their own.
fn renumbered(xml: &str, anatomy: &mut Anatomy) -> String {
    let mut copy = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, id)) = rest.split_once(":id=\"") {
        let Some((_, behind)) = id.split_once('"') else { break };
        copy.push_str(before);
        let _ = write!(copy, ":id=\"{}\"", anatomy.fresh_id());
        rest = behind;
    }
    copy + rest
}
