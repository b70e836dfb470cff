//! The evidence as it was read, and what it says about a claim.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::changes::FileStamp;
use crate::app::at_hand::{CitedSource, Found, HeldQuote, Seek};
use crate::evidence::{self, AskedQuote, Citation, EvidenceFolder, Inquiry, Material, QuotedPart, Statements};
use crate::propose;
use crate::review::{Article, Evidence};
use crate::store::EvidenceShelf;
use crate::text::Span;

/// Passages that are shown for a claim.
const SHOWN: usize = 30;
/// Bytes of text that quotes are held against: the files with the best passages, then recordings.
const HEARD: usize = 4 << 20;

/// What is to be read.
pub(in crate::term) struct EvidencePlace {
    /// The session's file.
    pub(in crate::term) session: PathBuf,
    /// The evidence that it lists.
    pub(in crate::term) listed: Arc<Vec<Evidence>>,
    /// Its article.
    pub(in crate::term) article: Article,
    /// Where much evidence is kept; `None` when there is no place for it.
    pub(in crate::term) cache: Option<PathBuf>,
}

/// Everything that was read.
pub(super) struct IndexedFolder {
    pub(super) place: Box<EvidencePlace>,
    /// The files with size and time of each, to see what has changed.
    pub(super) seen: Vec<FileStamp>,
    folder: EvidenceFolder,
    /// Where it is kept; `None` where it is held in memory.
    pub(super) kept: Option<EvidenceShelf>,
    stated: Statements,
    /// What each of the writer's notes names.
    notes: Vec<Vec<Citation>>,
    /// The article's quotes.
    quotes: Vec<Span>,
}

/// What is asked of a folder that was read.
pub(super) fn shelved(
    place: Box<EvidencePlace>,
    seen: Vec<FileStamp>,
    folder: EvidenceFolder,
    kept: Option<EvidenceShelf>,
) -> IndexedFolder {
    let stated = evidence::statements(&place.article);
    let notes = evidence::citations(&stated.notes, folder.heads(), place.article.primary_language());
    let quotes = propose::quotes(&place.article).into_iter().map(|quote| quote.words).collect();
    IndexedFolder { place, seen, folder, kept, stated, notes, quotes }
}

impl IndexedFolder {
    /// What there is for `seek`.
    pub(super) fn found(&self, seek: Seek) -> Found {
        let about = if seek.claim.is_some() { self.stated.about(seek.span) } else { Vec::new() };
        let cited: Vec<CitedSource> = about.iter().flat_map(|note| self.cited(*note)).collect();
        let leans = seek.claim.as_ref().and_then(|_| self.stated.leaning(seek.span));
        let borrowed = leans.filter(|_| cited.is_empty()).map(|held| evidence::borrowed(&held.notes, &self.notes));
        let borrowed = borrowed.unwrap_or_default();
        let article = &self.place.article;
        let parts = self
            .quotes
            .iter()
            .filter_map(|quote| Some(QuotedPart { span: within(*quote, seek.span)?, whole: article.words(*quote) }));
        let parts: Vec<QuotedPart<'_>> = parts.collect();
        let quotes: Vec<Span> = parts.iter().map(|part| part.span).collect();
        let asked = Inquiry {
            words: &seek.words,
            before: leans.map_or("", |held| held.words.as_str()),
            quotes: parts,
            notes: cited.iter().map(|cited| &cited.citation).chain(&borrowed).collect(),
        };
        let (excerpts, trouble) = match self.folder.excerpts(&asked, SHOWN) {
            // What only lies at a place that a note names says nothing by itself.
            Ok(mut excerpts) => {
                excerpts.retain(|excerpt| excerpt.covered > 0.0);
                (excerpts, None)
            }
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let quotes = self.held(&seek, &quotes, excerpts.iter().map(|excerpt| excerpt.file));
        Found { seek, excerpts, cited, quotes, trouble }
    }

    fn cited(&self, note: usize) -> Vec<CitedSource> {
        let annotation = self.stated.notes.get(note).map(|noted| noted.id.clone()).unwrap_or_default();
        let told = |citation: &Citation| {
            let file = citation.file.and_then(|file| self.folder.heads().get(file));
            CitedSource {
                annotation: annotation.clone(),
                citation: citation.clone(),
                file: file.map(|material| material.name.clone()),
            }
        };
        self.notes.get(note).map(|citations| citations.iter().map(told).collect()).unwrap_or_default()
    }

    /// Each quote against the files with the best passages, and against recordings.
    fn held(&self, seek: &Seek, quotes: &[Span], best: impl Iterator<Item = usize>) -> Vec<HeldQuote> {
        let by = Some(seek.speaker.as_str()).filter(|name| !name.is_empty());
        let words: Vec<AskedQuote<'_>> =
            quotes.iter().map(|quote| AskedQuote { words: quote.of(&seek.words), by }).collect();
        let heads = self.folder.heads();
        if words.is_empty() || heads.is_empty() {
            return Vec::new();
        }
        let spoken = heads.iter().enumerate().filter(|(_, head)| head.is_recording()).map(|(file, _)| file);
        let mut heard: Vec<(usize, Arc<Material>)> = Vec::new();
        let (mut bytes, mut passed): (usize, BTreeSet<usize>) = (0, BTreeSet::new());
        for file in best.chain(spoken) {
            if passed.contains(&file) || heard.iter().any(|(held, _)| *held == file) {
                continue;
            }
            // A shorter one behind a long one may still have room.
            match self.folder.whole(file).filter(|material| bytes + material.text.len() <= HEARD) {
                Some(material) => {
                    bytes += material.text.len();
                    heard.push((file, material));
                }
                None => drop(passed.insert(file)),
            }
        }
        let left_out = passed.len();
        let texts: Vec<&Material> = heard.iter().map(|(_, material)| &**material).collect();
        let checked = evidence::check(&words, &self.place.article.language, &texts);
        let held = words.iter().zip(checked).map(|(quote, mut checked)| {
            let place = checked.said.and_then(|said| Some((said, heard.get(said.material)?.0)));
            let stretch = place.and_then(|(said, file)| self.folder.around(file, said.span));
            if let (Some(said), Some(stretch)) = (&mut checked.said, &stretch) {
                said.span = stretch.inside(said.span);
            }
            let material = stretch.map(|stretch| stretch.material);
            HeldQuote { quote: quote.words.to_owned(), checked, material, left_out }
        });
        held.collect()
    }
}

/// What of a quote lies in a claim, in bytes of the claim.
fn within(quote: Span, claim: Span) -> Option<Span> {
    let (start, end) = (quote.start.max(claim.start), quote.end.min(claim.end));
    (start < end).then(|| Span::new(start - claim.start, end - claim.start))
}
