//! All of the evidence at hand, indexed, and the passages for a claim.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::compare::{self, Setting, Side, Weighed};
use super::index::{Asked, Index};
use super::material::{Locator, Material};
use super::notes::{self, Citation};
use super::passages::{self, Passage};
use super::terms::{Term, Terms};
use super::{pointed, table};
use crate::text::Span;

/// Passages that are looked at closely for a claim.
const LOOKED_AT: usize = 60;
/// What a list of contacts counts: it is never a source.
const CONTACTS: f32 = 0.2;
/// What a place that a note names counts beside the best passage, where it has none of the claim's words.
const THERE: f32 = 0.3;
/// What a file's title counts beside the words of a passage.
const TITLE: f32 = 0.5;
/// What a claim's figure counts beside its words: less, for it may be the very thing that is wrong.
const NUMBER: f32 = 0.6;
/// The two constants of BM25, k1 and b.
const SATURATION: f32 = 0.6;
const LENGTH: f32 = 0.4;

/// Evidence that was read and indexed.
pub struct Folder {
    materials: Vec<Arc<Material>>,
    passages: Vec<Passage>,
    words: Vec<Vec<Term>>,
    titles: Vec<Vec<Term>>,
    /// Words of a passage and of a title, on the average.
    usual: (f32, f32),
    index: Index,
    terms: Terms,
    language: String,
}

/// A passage for a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The passage.
    pub passage: Passage,
    /// How well it fits: higher is better, 0 is not at all.
    pub score: f32,
    /// How much of the claim's words it holds, from 0 to 1.
    pub covered: f32,
}

/// Why evidence can't be searched.
#[derive(Debug, thiserror::Error)]
#[error("the evidence can't be indexed: {0}")]
pub struct IndexError(String);

impl Folder {
    /// Indexes `materials`, which are in `language` (BCP 47; empty when unknown).
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn new(materials: Vec<Arc<Material>>, language: &str) -> Result<Self, IndexError> {
        let mut terms = Terms::of(language);
        let titles: Vec<Vec<Term>> = materials.iter().map(|material| terms.cut(&material.title)).collect();
        let (mut found, mut words) = (Vec::new(), Vec::new());
        for (number, material) in materials.iter().enumerate() {
            for passage in passages::cut(number, material, language) {
                words.push(terms.cut(passage.span.of(&material.text)));
                found.push(passage);
            }
        }
        let called = |passage: &Passage| titles.get(passage.material).map(Vec::as_slice).unwrap_or_default();
        let all = words.iter().zip(&found).map(|(words, passage)| (words.as_slice(), called(passage)));
        let index = Index::build(all).map_err(|error| IndexError(error.to_string()))?;
        #[expect(clippy::cast_precision_loss, reason = "an average")]
        let usual = |all: &[Vec<Term>]| all.iter().map(Vec::len).sum::<usize>() as f32 / all.len().max(1) as f32;
        let usual = (usual(&words), usual(&titles));
        Ok(Self { materials, passages: found, words, titles, usual, index, terms, language: language.to_owned() })
    }

    /// The files.
    pub fn materials(&self) -> &[Arc<Material>] {
        &self.materials
    }

    /// The terms of a text as the index has them.
    pub(super) fn terms(&self, text: &str) -> Vec<Term> {
        self.terms.clone().cut(text)
    }

    /// The words of a passage, as its file has them.
    pub fn exact(&self, passage: Passage) -> &str {
        self.materials.get(passage.material).map_or("", |material| passage.span.of(&material.text))
    }

    /// The passages that fit `claim` best, best first, at most `limit`; those that the writer's `notes` point at count more.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn passages(&self, claim: &str, notes: &[&Citation], limit: usize) -> Result<Vec<Hit>, IndexError> {
        // A word that a claim says twice is not worth double.
        let terms = self.terms.clone().cut(claim);
        let forms: BTreeMap<&str, bool> = terms.iter().map(|term| (term.form.as_str(), term.is_number())).collect();
        let weight = |number: bool| if number { NUMBER } else { 1.0 };
        let query: Vec<Asked<'_>> =
            forms.iter().map(|(form, number)| Asked { form, weight: weight(*number), title: TITLE }).collect();
        let rarities: Vec<(&str, f32, f32)> = query
            .iter()
            .map(|asked| {
                let (body, title) = self.index.rarity(asked.form);
                (asked.form, body * asked.weight, title * asked.weight * asked.title)
            })
            .collect();
        let found = self.index.best(&query, LOOKED_AT).map_err(|error| IndexError(error.to_string()))?;
        let mut scored: Vec<(usize, f32)> =
            found.into_iter().map(|(number, _)| (number, self.closely(&rarities, number))).collect();
        scored.sort_by(|one, other| other.1.total_cmp(&one.1));
        self.pointed_at(notes, &mut scored);
        let hit = |(number, score): (usize, f32)| {
            let passage = *self.passages.get(number)?;
            let material = self.materials.get(passage.material)?;
            let own = self.words.get(number)?;
            let held = forms.keys().filter(|form| own.iter().any(|term| term.form == **form)).count();
            #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
            let covered = held as f32 / forms.len().max(1) as f32;
            let contacts = if notes::is_contacts(&material.name) { CONTACTS } else { 1.0 };
            Some(Hit { passage, score: score * contacts * pointed::worth(notes, material, passage), covered })
        };
        let mut hits: Vec<Hit> = scored.into_iter().filter_map(hit).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits.truncate(limit);
        Ok(hits)
    }

    /// BM25 once more for a passage that was found, with less regard for its length than the engine has: sentences of one text
    /// are short for many reasons.
    fn closely(&self, asked: &[(&str, f32, f32)], number: usize) -> f32 {
        let own = self.words.get(number).map(Vec::as_slice).unwrap_or_default();
        let title = self.passages.get(number).and_then(|passage| self.titles.get(passage.material));
        let title = title.map(Vec::as_slice).unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let share = |words: &[Term], usual: f32, form: &str| {
            let times = words.iter().filter(|term| term.form == form).count() as f32;
            let long = 1.0 - LENGTH + LENGTH * words.len() as f32 / usual.max(1.0);
            times * (SATURATION + 1.0) / (times + SATURATION * long)
        };
        asked
            .iter()
            .map(|(form, body, called)| {
                body * share(own, self.usual.0, form) + called * share(title, self.usual.1, form)
            })
            .sum()
    }

    /// Adds the passages at the very places that notes name, whatever words they use.
    fn pointed_at(&self, notes: &[&Citation], found: &mut Vec<(usize, f32)>) {
        let best = found.first().map_or(1.0, |(_, score)| *score);
        let noted: Vec<usize> = notes.iter().filter_map(|note| note.file).collect();
        if noted.is_empty() {
            return;
        }
        let known: BTreeSet<usize> = found.iter().map(|(number, _)| *number).collect();
        for (number, passage) in self.passages.iter().enumerate() {
            let Some(material) = self.materials.get(passage.material).filter(|_| noted.contains(&passage.material))
            else {
                continue;
            };
            if !known.contains(&number) && pointed::is_there(notes, material, *passage) {
                found.push((number, best * THERE));
            }
        }
    }

    /// What `claim` and a passage both say, set side by side; `quotes` are the words of the claim in quotation marks.
    pub(super) fn compare(&self, claim: &str, quotes: &[Span], notes: &[&Citation], passage: Passage) -> Vec<Weighed> {
        let Some(material) = self.materials.get(passage.material) else { return Vec::new() };
        let mut terms = self.terms.clone();
        let side = Side::of(claim, &mut terms, &self.language);
        let row =
            matches!(material.locator(passage.span.start), Some(Locator::Row(_))) || table::is_row(self.exact(passage));
        let setting = Setting {
            passage: Side::of(self.exact(passage), &mut terms, &self.language),
            pointed: notes.iter().any(|note| note.file == Some(passage.material)),
            there: pointed::is_there(notes, material, passage),
            years: pointed::years(notes, passage.material),
            row,
        };
        let mut found = compare::compare(&side, &setting);
        let quoted = compare::quoted(claim, quotes, material, passage.span, &self.language);
        found.extend(quoted.into_iter().map(|comparison| Weighed { comparison, weight: 1.0 }));
        found
    }
}
