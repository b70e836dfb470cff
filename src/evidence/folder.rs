//! All of the evidence at hand, indexed, and the passages for a claim.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::compare::{self, PassageSetting, Side, Weighed};
use super::index::{IndexBuilder, PassageIndex};
use super::inquiry::Inquiry;
use super::material::{Locator, Material};
use super::notes::{self, Citation};
use super::passages::{self, Passage};
use super::ranking::{self, Ranking, Sought};
use super::terms::{Term, Terms};
use super::{pointed, table};

/// Passages that are looked at closely for a claim.
const LOOKED_AT: usize = 100;
/// What a list of contacts counts: it is never a source.
const CONTACTS: f32 = 0.2;
/// What a place that a note names counts beside the best passage, where it has none of the claim's words.
const THERE: f32 = 0.3;

/// Evidence that was read and indexed.
pub struct EvidenceFolder {
    materials: Vec<Arc<Material>>,
    passages: Vec<Passage>,
    ranking: Ranking,
    index: PassageIndex,
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

fn trouble(error: impl std::fmt::Display) -> IndexError {
    IndexError(error.to_string())
}

impl EvidenceFolder {
    /// Indexes `materials`, which are in `language` (BCP 47; empty when unknown).
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn new(materials: Vec<Arc<Material>>, language: &str) -> Result<Self, IndexError> {
        let mut terms = Terms::of(language);
        let titles: Vec<Vec<Term>> = materials.iter().map(|material| terms.cut(&material.title)).collect();
        let mut ranking = Ranking::of_titles(&titles);
        let mut builder = IndexBuilder::new().map_err(trouble)?;
        let mut found = Vec::new();
        for (number, material) in materials.iter().enumerate() {
            let called = titles.get(number).map(Vec::as_slice).unwrap_or_default();
            for passage in passages::cut(number, material, language) {
                let exact = passage.span.of(&material.text);
                let words = terms.cut(exact);
                let heading =
                    !exact.trim_end().ends_with('.') && exact.split_whitespace().eq(material.title.split_whitespace());
                builder.add(&words, called).map_err(trouble)?;
                ranking.add(number, &words, heading);
                found.push(passage);
            }
        }
        ranking.finish();
        let index = builder.finish().map_err(trouble)?;
        Ok(Self { materials, passages: found, ranking, index, terms, language: language.to_owned() })
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
        let sought = Ranking::sought(&self.terms(claim));
        let mut scored = self.ranked(&sought)?;
        // What the best passages say beside the claim's own words finds others that put it in other words.
        let best: Vec<(Vec<Term>, f32)> = scored
            .iter()
            .take(ranking::HEARD)
            .filter_map(|(number, score)| Some((self.terms(self.exact(*self.passages.get(*number)?)), *score)))
            .collect();
        let added = self.ranking.added(&sought, &best);
        let own = sought.len();
        let sought: Vec<Sought> = sought.into_iter().chain(added).collect();
        if sought.len() > own {
            scored = self.ranked(&sought)?;
        }
        let sought = sought.get(..own).unwrap_or_default();
        self.pointed_at(notes, &mut scored);
        let hit = |(number, score): (usize, f32)| {
            let passage = *self.passages.get(number)?;
            let material = self.materials.get(passage.material)?;
            let covered = self.ranking.held(sought, number);
            let contacts = if notes::is_contacts(&material.name) { CONTACTS } else { 1.0 };
            Some(Hit { passage, score: score * contacts * pointed::worth(notes, material, passage), covered })
        };
        let mut hits: Vec<Hit> = scored.into_iter().filter_map(hit).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits.truncate(limit);
        Ok(hits)
    }

    /// The passages that the engine finds for what is sought, looked at closely, best first.
    fn ranked(&self, sought: &[Sought]) -> Result<Vec<(usize, f32)>, IndexError> {
        let found = self.index.best(sought, LOOKED_AT).map_err(trouble)?;
        Ok(self.ranking.ranked(sought, &found))
    }

    /// Adds the passages at the very places that notes name, whatever words they use; those that were found count so much more.
    fn pointed_at(&self, notes: &[&Citation], found: &mut Vec<(usize, f32)>) {
        let best = found.first().map_or(1.0, |(_, score)| *score);
        let noted: Vec<usize> = notes.iter().filter_map(|note| note.file).collect();
        if noted.is_empty() {
            return;
        }
        let known: BTreeMap<usize, usize> = found.iter().enumerate().map(|(at, (number, _))| (*number, at)).collect();
        for (number, passage) in self.passages.iter().enumerate() {
            let Some(material) = self.materials.get(passage.material).filter(|_| noted.contains(&passage.material))
            else {
                continue;
            };
            if !pointed::is_there(notes, material, *passage) {
                continue;
            }
            match known.get(&number).and_then(|at| found.get_mut(*at)) {
                Some((_, score)) => *score += best * THERE,
                None => found.push((number, best * THERE)),
            }
        }
    }

    /// What a claim and a passage both say, set side by side.
    pub(super) fn compare(&self, asked: &Inquiry<'_>, passage: Passage) -> Vec<Weighed> {
        let notes = &asked.notes;
        let Some(material) = self.materials.get(passage.material) else { return Vec::new() };
        let mut terms = self.terms.clone();
        let side = Side::of(asked.words, &mut terms, &self.language);
        let row = matches!(material.locator(passage.span.start), Some(Locator::Row(..)))
            || table::is_row(self.exact(passage));
        let setting = PassageSetting {
            passage: Side::of(self.exact(passage), &mut terms, &self.language),
            pointing: pointed::pointing(notes, material, passage),
            capitals: compare::has_capitals(&self.language),
            years: pointed::years(notes, passage.material),
            row,
            before: asked.before,
            language: &self.language,
        };
        let mut found = compare::compare(&side, &setting);
        let quoted = compare::quoted(asked, material, passage.span, setting.pointed(), &self.language);
        found.extend(quoted.into_iter().map(|comparison| Weighed { comparison, weight: 1.0 }));
        found
    }
}
