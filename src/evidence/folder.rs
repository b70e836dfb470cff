//! All of the evidence at hand, indexed, and the passages for a claim.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use tantivy::DocAddress;

use super::compare::{self, PassageSetting, Side, Weighed};
use super::entry;
use super::index::{self, IndexBuilder, IndexedPassage, PassageIndex};
use super::inquiry::Inquiry;
use super::material::{Locator, Material};
use super::notes::{self, Citation};
use super::passages::{self, Passage};
use super::ranking::{self, Ranking, Titles};
use super::shelf::PassageShelf;
use super::sought::Sought;
use super::terms::{Term, Terms};
use super::texts::{EvidenceTexts, HeldTexts, Stretch};
use super::trouble::{IndexError, trouble};
use super::{pointed, table};
use crate::text::parallel;

/// Passages that are looked at closely for a claim.
const LOOKED_AT: usize = 100;
/// What a list of contacts counts: it is never a source.
const CONTACTS: f32 = 0.2;
/// What a place that a note names counts beside the best passage, where it has none of the claim's words.
const THERE: f32 = 0.3;
/// What the best passage of a file counts for the others in it: where one speaks of the matter, so do they, likelier.
const BEST_OF_FILE: f32 = 0.05;

/// Evidence that was read and indexed.
pub struct EvidenceFolder {
    heads: Vec<Arc<Material>>,
    texts: Box<dyn EvidenceTexts>,
    index: PassageIndex,
    titles: Titles,
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

impl EvidenceFolder {
    /// Indexes `materials`, which are in `language` (BCP 47; empty when unknown), in memory.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn new(materials: Vec<Arc<Material>>, language: &str) -> Result<Self, IndexError> {
        let mut terms = Terms::of(language);
        let mut builder = IndexBuilder::new(&terms).map_err(trouble)?;
        let cut = parallel::map_each(&materials, |material| passages::cut(material, language));
        let titles: Vec<Vec<Term>> = materials.iter().map(|material| terms.cut(&material.title)).collect();
        for (number, ((material, spans), title)) in (0..).zip(materials.iter().zip(cut).zip(&titles)) {
            let called = index::tokens(title);
            for passage in entry::passages(number, material, &spans, &mut terms) {
                builder.add(&passage, &called).map_err(trouble)?;
            }
        }
        let index = builder.finish(materials.len()).map_err(trouble)?;
        let texts = Box::new(HeldTexts(materials.clone()));
        let language = language.to_owned();
        Ok(Self { heads: materials, texts, index, titles: Titles::of(&titles), terms, language })
    }

    /// The folder of `files`, each with its number in `shelf` and its head, the words of which lie in `texts`.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn on_shelf(
        shelf: &PassageShelf,
        files: Vec<(u64, Arc<Material>)>,
        texts: Box<dyn EvidenceTexts>,
    ) -> Result<Self, IndexError> {
        let mut terms = shelf.terms().clone();
        let numbers = files.iter().enumerate().map(|(at, (number, _))| (*number, at)).collect();
        let index = shelf.index(&numbers)?;
        let heads: Vec<Arc<Material>> = files.into_iter().map(|(_, head)| head).collect();
        let titles: Vec<Vec<Term>> = heads.iter().map(|head| terms.cut(&head.title)).collect();
        let language = shelf.language().to_owned();
        Ok(Self { heads, texts, index, titles: Titles::of(&titles), terms, language })
    }

    /// The files, each with at least its head: what it is called, who speaks in it, its first words.
    pub fn heads(&self) -> &[Arc<Material>] {
        &self.heads
    }

    /// All of a file; `None` where it is not to be had any more.
    pub fn whole(&self, file: usize) -> Option<Arc<Material>> {
        self.texts.whole(file)
    }

    /// A passage with so many bytes around it.
    pub(super) fn stretch(&self, passage: Passage, around: usize) -> Option<Stretch> {
        self.texts.stretch(passage.material, passage.span, around)
    }

    /// The terms of a text as the index has them.
    pub(super) fn terms(&self, text: &str) -> Vec<Term> {
        self.terms.clone().cut(text)
    }

    /// The terms of a passage.
    fn terms_of(&self, passage: Passage) -> Vec<Term> {
        let stretch = self.stretch(passage, 0);
        stretch.map(|stretch| self.terms(stretch.inside(passage.span).of(&stretch.material.text))).unwrap_or_default()
    }

    fn passage(&self, at: DocAddress) -> Option<Passage> {
        let IndexedPassage { file, span, .. } = self.index.passage(at)?;
        Some(Passage { material: file, span })
    }

    /// The passages that fit `claim` best, best first, at most `limit`; those that the writer's `notes` point at count more.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn passages(&self, claim: &str, notes: &[&Citation], limit: usize) -> Result<Vec<Hit>, IndexError> {
        let mut ranking = Ranking::new(&self.index, &self.titles);
        let terms = self.terms(claim);
        let mut sought = Sought::of(&terms);
        for sought in &mut sought {
            sought.kin = self.index.kin(&sought.form).map_err(trouble)?;
        }
        let own = sought.len();
        sought.extend(Sought::beside(&terms, self.index.short_forms()));
        let mut scored = self.ranked(&mut ranking, &sought)?;
        // What the best passages say beside the claim's own words finds others that put it in other words.
        let best: Vec<(Vec<Term>, f32)> = scored
            .iter()
            .take(ranking::HEARD)
            .filter_map(|(at, score)| Some((self.terms_of(self.passage(*at)?), *score)))
            .collect();
        let added = ranking.added(&sought, &best).map_err(trouble)?;
        if !added.is_empty() {
            sought.extend(added);
            scored = self.ranked(&mut ranking, &sought)?;
        }
        self.pointed_at(notes, &mut scored);
        let sought = sought.get(..own).unwrap_or_default();
        let held = ranking.held(sought, scored.iter().map(|(at, _)| *at)).map_err(trouble)?;
        let hit = |(at, score): (DocAddress, f32)| {
            let passage = self.passage(at)?;
            let head = self.heads.get(passage.material)?;
            let covered = held.get(&at).copied().unwrap_or_default();
            let contacts = if notes::is_contacts(&head.name) { CONTACTS } else { 1.0 };
            Some(Hit { passage, score: score * contacts * self.pointed_worth(notes, passage), covered })
        };
        let mut hits: Vec<Hit> = scored.into_iter().filter_map(hit).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        let mut best: HashMap<usize, f32> = HashMap::new();
        for hit in &mut hits {
            hit.score += BEST_OF_FILE * *best.entry(hit.passage.material).or_insert(hit.score);
        }
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits.truncate(limit);
        Ok(hits)
    }

    /// The passages that the engine finds for what is sought, looked at closely, best first.
    fn ranked(&self, ranking: &mut Ranking<'_>, sought: &[Sought]) -> Result<Vec<(DocAddress, f32)>, IndexError> {
        let found = self.index.best(sought, LOOKED_AT).map_err(trouble)?;
        ranking.ranked(sought, &found).map_err(trouble)
    }

    /// How much more `passage` counts because of `notes`; nothing is read where they mean another file.
    fn pointed_worth(&self, notes: &[&Citation], passage: Passage) -> f32 {
        if !notes.iter().any(|note| note.file == Some(passage.material)) {
            return 1.0;
        }
        let Some(stretch) = self.stretch(passage, 0) else { return 1.0 };
        pointed::worth(notes, &stretch.material, Passage { span: stretch.inside(passage.span), ..passage })
    }

    /// Adds the passages at the very places that notes name, whatever words they use; those that were found count so much more.
    fn pointed_at(&self, notes: &[&Citation], found: &mut Vec<(DocAddress, f32)>) {
        let best = found.first().map_or(1.0, |(_, score)| *score);
        let noted: BTreeSet<usize> =
            notes.iter().filter(|note| note.locator.is_some()).filter_map(|note| note.file).collect();
        let known: BTreeMap<DocAddress, usize> = found.iter().enumerate().map(|(at, (one, _))| (*one, at)).collect();
        for file in noted {
            let Some(material) = self.texts.whole(file) else { continue };
            for at in self.index.of_file(file) {
                let there = |passage| pointed::is_there(notes, &material, passage);
                if !self.passage(at).is_some_and(there) {
                    continue;
                }
                match known.get(&at).and_then(|at| found.get_mut(*at)) {
                    Some((_, score)) => *score += best * THERE,
                    None => found.push((at, best * THERE)),
                }
            }
        }
    }

    /// What a claim and a passage both say, set side by side, and whether the passage says all that the claim does.
    pub(super) fn compare(&self, asked: &Inquiry<'_>, passage: Passage, stretch: &Stretch) -> (Vec<Weighed>, bool) {
        let notes = &asked.notes;
        let (material, span) = (&*stretch.material, stretch.inside(passage.span));
        let passage = Passage { span, ..passage };
        let exact = span.of(&material.text);
        let mut terms = self.terms.clone();
        let side = Side::of(asked.words, &mut terms, &self.language);
        let row = matches!(material.locator(span.start), Some(Locator::Row(..))) || table::is_row(exact);
        let setting = PassageSetting {
            passage: Side::of(exact, &mut terms, &self.language),
            pointing: pointed::pointing(notes, material, passage),
            capitals: compare::has_capitals(&self.language),
            years: pointed::years(notes, passage.material),
            row,
            before: asked.before,
            language: &self.language,
        };
        let quoted = compare::quoted(asked, material, span, setting.pointed(), &self.language);
        let title = terms.cut(&material.title);
        (compare::compare(&side, &setting, quoted), compare::unsaid(&side, &setting, &title).is_empty())
    }
}
