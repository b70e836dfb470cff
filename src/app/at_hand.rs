//! The evidence at hand: how far it is read, and what was found in it for the claims that were looked at.

use std::collections::HashMap;
use std::sync::Arc;

use crate::evidence::{Checked, Citation, Excerpt, Material};
use crate::review::{Claim, ClaimId, Evidence, Session};
use crate::text::Span;

/// Claims whose passages are kept, so that going back to one shows them at once.
const KEPT: usize = 64;
/// Bytes of text that they hold on to together, beside those of the latest.
const HELD: usize = 6 << 20;

/// How far the evidence is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// Files that are read so far.
    pub read: usize,
    /// Files there are.
    pub of: usize,
    /// All is read and may be asked.
    pub done: bool,
    /// The files, each under the name that passages tell, with what the session keeps of it.
    pub files: Vec<(String, Evidence)>,
    /// What could not be read, has changed or is gone: a sentence each.
    pub said: Vec<String>,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seek {
    /// The claim; none for words that were typed.
    pub claim: Option<ClaimId>,
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Its words.
    pub words: String,
    /// Who says it; empty where nobody is named.
    pub speaker: String,
}

/// A source that a note of the writer names.
#[derive(Clone, Debug, PartialEq)]
pub struct CitedSource {
    /// The name of the annotation; empty for one in the text itself.
    pub annotation: String,
    /// What the note says.
    pub citation: Citation,
    /// The file that is meant, by the name that passages tell.
    pub file: Option<String>,
}

impl CitedSource {
    /// True where no export of `session` gives the note away unless asked: so said by hand, or else by what it says.
    pub fn is_held_back(&self, session: &Session) -> bool {
        let noted = session.article.annotations().iter().find(|note| note.id == self.annotation);
        noted.and_then(|note| note.confidential).unwrap_or(self.citation.confidential)
    }
}

/// A quote of a claim against what was said.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldQuote {
    /// The words between the marks.
    pub quote: String,
    /// What they are worth.
    pub checked: Checked,
    /// The file in which they were said.
    pub material: Option<Arc<Material>>,
    /// Recordings that were not looked through, for they are too long together.
    pub left_out: usize,
}

impl HeldQuote {
    /// Where it was not found, in words.
    pub fn looked_in(&self) -> String {
        match self.left_out {
            0 => "not found in what is at hand".to_owned(),
            1 => "not found; 1 long recording was not looked through".to_owned(),
            more => format!("not found; {more} long recordings were not looked through"),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was looked for.
    pub seek: Seek,
    /// The passages, best first.
    pub excerpts: Vec<Excerpt>,
    /// What the writer's notes about the claim name.
    pub cited: Vec<CitedSource>,
    /// Its quotes.
    pub quotes: Vec<HeldQuote>,
    /// Why nothing could be looked for.
    pub trouble: Option<String>,
}

/// The evidence of the session on the desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AtHand {
    /// How far it is read.
    pub gathered: Gathered,
    /// Where each of its files stands in it, by its name: a screen asks for every passage that it shows.
    places: HashMap<String, usize>,
    /// What was asked for last.
    asked: Option<Seek>,
    /// What was found, the latest last.
    found: Vec<Arc<Found>>,
}

impl Seek {
    /// What is looked for where `claim` of `session` is selected.
    pub fn of(session: &Session, claim: &Claim) -> Self {
        Self {
            claim: Some(claim.id.clone()),
            span: claim.span,
            words: session.exact(claim).to_owned(),
            speaker: claim.speaker.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default(),
        }
    }

    /// Words that were typed.
    pub fn typed(words: &str) -> Self {
        Self { claim: None, span: Span::new(0, 0), words: words.to_owned(), speaker: String::new() }
    }
}

impl AtHand {
    /// What was found for what is looked for; `None` while it is not there yet.
    pub fn found(&self, seek: &Seek) -> Option<&Arc<Found>> {
        self.found.iter().rev().find(|found| found.seek == *seek)
    }

    /// What was found for a claim, as far as it is there.
    pub fn of_claim(&self, claim: &ClaimId) -> Option<&Arc<Found>> {
        self.found.iter().rev().find(|found| found.seek.claim.as_ref() == Some(claim))
    }

    /// What `session` keeps, or would keep, of the file that passages tell under `name`.
    pub fn file<'a>(&'a self, session: &'a Session, name: &str) -> Option<&'a Evidence> {
        let name = name.split(" › ").next().unwrap_or(name);
        let (_, read) = self.places.get(name).and_then(|place| self.gathered.files.get(*place))?;
        // It may have been added or held back since it was read.
        Some(session.evidence.iter().find(|held| held.sha256 == read.sha256).unwrap_or(read))
    }

    /// Takes in how far it is.
    pub(super) fn take(&mut self, gathered: Gathered) {
        if gathered.done {
            // What was found in files that have changed is of the past.
            (self.asked, self.found) = (None, Vec::new());
        }
        let places = gathered.files.iter().enumerate().rev();
        self.places = places.map(|(place, (name, _))| (name.clone(), place)).collect();
        self.gathered = gathered;
    }

    /// Takes in what was found.
    pub(super) fn keep(&mut self, found: Arc<Found>) {
        self.found.retain(|held| held.seek != found.seek);
        self.found.push(found);
        while self.found.len() > 1 && (self.found.len() > KEPT || self.held() > HELD) {
            self.found.remove(0);
        }
    }

    /// Bytes of the texts that what was found holds on to, each text once.
    fn held(&self) -> usize {
        let of = |found: &Arc<Found>| -> Vec<(*const Material, usize)> {
            let quoted = found.quotes.iter().filter_map(|held| held.material.as_ref());
            let shown = found.excerpts.iter().map(|excerpt| &excerpt.material);
            shown.chain(quoted).map(|material| (Arc::as_ptr(material), material.text.len())).collect()
        };
        let texts: HashMap<*const Material, usize> = self.found.iter().flat_map(of).collect();
        texts.values().sum()
    }

    /// True when `seek` is to be asked for now; it counts as asked then.
    pub(super) fn asks(&mut self, seek: &Seek) -> bool {
        let asks = self.gathered.done && self.asked.as_ref() != Some(seek) && self.found(seek).is_none();
        if asks {
            self.asked = Some(seek.clone());
        }
        asks
    }
}

/// The id of `evidence` in the session's list; the one that it gets there when it is new.
pub fn listed(session: &Session, evidence: &Evidence) -> String {
    let held = session.evidence.iter().find(|held| held.sha256 == evidence.sha256);
    held.unwrap_or(evidence).id.clone()
}
