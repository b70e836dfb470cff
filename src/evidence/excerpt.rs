//! What is shown of the evidence for a claim: a passage with its place, the words that match, and what agrees or differs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::compare::{self, Agrees, Comparison};
use super::folder::{EvidenceFolder, Hit};
use super::inquiry::Inquiry;
use super::material::{Locator, Material};
use super::passages::Passage;
use super::texts::Stretch;
use super::trouble::IndexError;
use crate::text::Span;

/// Passages that are set beside a claim, figure by figure.
const COMPARED: usize = 5;
/// Bytes of the file that are kept before and behind a passage, to read on in.
const AROUND: usize = 12_000;

/// A passage as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The file that it stands in; of a long one no more than the words around it.
    pub material: Arc<Material>,
    /// Its words, in bytes of that text.
    pub span: Span,
    /// The file's head: its first words at least.
    pub head: Arc<Material>,
    /// The file's place among those at hand.
    pub file: usize,
    /// Where that text begins in the file, in bytes.
    pub from: usize,
    /// The words that the claim has too, in bytes of the passage.
    pub marks: Vec<Span>,
    /// What both say, side by side.
    pub compares: Vec<Comparison>,
    /// It says all that the claim does, in these words or others of the same meaning: else that a figure agrees bears nothing out.
    pub whole: bool,
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
    /// Words at `span` of a file, with what is shown around them.
    pub fn around(&self, file: usize, span: Span) -> Option<Stretch> {
        self.stretch(Passage { material: file, span }, AROUND)
    }

    /// Where an excerpt begins in its file's text, in code points.
    pub fn code_point(&self, excerpt: &Excerpt) -> usize {
        let letters = |text: &str, to: usize| text.get(..to).map_or(0, |before| before.chars().count());
        let own = letters(&excerpt.material.text, excerpt.span.start);
        if excerpt.from == 0 {
            return own;
        }
        let before = self.stretch(Passage { material: excerpt.file, span: Span::new(0, excerpt.from) }, 0);
        own + before.map_or(0, |before| letters(&before.material.text, excerpt.from))
    }

    /// The passages that fit a claim best, best first, at most `limit`, each set beside it.
    ///
    /// # Errors
    /// When the search engine fails; it says why.
    pub fn excerpts(&self, asked: &Inquiry<'_>, limit: usize) -> Result<Vec<Excerpt>, IndexError> {
        let (claim, notes) = (asked.words, &asked.notes);
        let hits = self.passages(claim, notes, limit)?;
        let pointed = |material: usize| notes.iter().any(|citation| citation.file == Some(material));
        // What can't be read any more is not shown.
        let read = |hit: Hit| self.stretch(hit.passage, AROUND).map(|stretch| (hit, stretch));
        let hits: Vec<(Hit, Stretch)> = hits.into_iter().filter_map(read).collect();
        let compared = hits.iter().enumerate().map(|(at, (hit, stretch))| {
            let (compares, whole) =
                if at < COMPARED { self.compare(asked, hit.passage, stretch) } else { (Vec::new(), false) };
            ((pointed(hit.passage.material), compares), whole)
        });
        let (compared, whole): (Vec<_>, Vec<bool>) = compared.unzip();
        let compared = compare::settled(&compared).into_iter().zip(whole);
        let forms: BTreeSet<String> = self.terms(claim).into_iter().map(|term| term.form).collect();
        let shown = hits.into_iter().zip(compared).filter_map(|((hit, stretch), (compares, whole))| {
            let (file, span) = (hit.passage.material, stretch.inside(hit.passage.span));
            let Stretch { material, from } = stretch;
            let terms = self.terms(span.of(&material.text)).into_iter();
            let marks = terms.filter(|term| forms.contains(&term.form)).map(|term| term.span).collect();
            let (head, pointed) = (Arc::clone(self.heads().get(file)?), pointed(file));
            let Hit { score, covered, .. } = hit;
            Some(Excerpt { material, span, head, file, from, marks, compares, whole, pointed, score, covered })
        });
        Ok(shown.collect())
    }
}
