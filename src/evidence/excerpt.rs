//! What is shown of the evidence for a claim: a passage with its place, the words that match, and what agrees or differs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::compare::{self, Agrees, Comparison};
use super::folder::{EvidenceFolder, IndexError};
use super::inquiry::Inquiry;
use super::material::{Locator, Material};
use crate::text::Span;

/// Passages that are set beside a claim, figure by figure.
const COMPARED: usize = 5;

/// A passage as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The file that it stands in.
    pub material: Arc<Material>,
    /// Its words, in bytes of the file's text.
    pub span: Span,
    /// The words that the claim has too, in bytes of the passage.
    pub marks: Vec<Span>,
    /// What both say, side by side.
    pub compares: Vec<Comparison>,
    /// A note of the writer means this file.
    pub pointed: bool,
    /// How well it fits: higher is better, 0 is not at all.
    pub score: f32,
    /// How much of the claim's words it holds, from 0 to 1.
    pub covered: f32,
}

impl Excerpt {
    /// Its words.
    pub fn exact(&self) -> &str {
        self.span.of(&self.material.text)
    }

    /// Where it stands in the file.
    pub fn locator(&self) -> Option<Locator> {
        self.material.locator(self.span.start)
    }

    /// Who says it, where the file names them.
    pub fn speaker(&self) -> Option<&str> {
        self.material.piece(self.span.start)?.speaker.as_deref()
    }

    /// True when something in it differs from the claim.
    pub fn differs(&self) -> bool {
        self.compares.iter().any(|comparison| comparison.agrees == Agrees::No)
    }
}

impl EvidenceFolder {
    /// The passages that fit a claim best, best first, at most `limit`, each set beside it.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn excerpts(&self, asked: &Inquiry<'_>, limit: usize) -> Result<Vec<Excerpt>, IndexError> {
        let (claim, notes) = (asked.words, &asked.notes);
        let hits = self.passages(claim, notes, limit)?;
        let pointed = |material: usize| notes.iter().any(|citation| citation.file == Some(material));
        let compared = hits.iter().enumerate().map(|(at, hit)| {
            let compares = if at < COMPARED { self.compare(asked, hit.passage) } else { Vec::new() };
            (pointed(hit.passage.material), compares)
        });
        let compared = compare::settled(&compared.collect::<Vec<_>>());
        let forms: BTreeSet<String> = self.terms(claim).into_iter().map(|term| term.form).collect();
        let shown = hits.iter().zip(compared).filter_map(|(hit, compares)| {
            let material = Arc::clone(self.materials().get(hit.passage.material)?);
            let terms = self.terms(hit.passage.span.of(&material.text)).into_iter();
            let marks = terms.filter(|term| forms.contains(&term.form)).map(|term| term.span).collect();
            let (span, pointed) = (hit.passage.span, pointed(hit.passage.material));
            Some(Excerpt { material, span, marks, compares, pointed, score: hit.score, covered: hit.covered })
        });
        Ok(shown.collect())
    }
}
