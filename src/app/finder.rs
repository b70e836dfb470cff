//! Finding one of many by a few letters: a tag or a speaker to narrow the list to, a source entered for another claim.

use std::fmt::Write as _;

use super::editor::Editor;
use super::fuzzy;
use super::subset::Trait;
use crate::review::{ClaimId, Session, Source};

/// What taking a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Find {
    /// Narrows the list.
    Narrow(Trait),
    /// Takes the source at this place of this claim.
    Source(ClaimId, usize),
}

/// One of those to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is searched and shown.
    pub text: String,
    /// What stands beside it.
    pub about: String,
    /// What taking it does.
    pub find: Find,
}

/// An open finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    /// What stands above it.
    pub title: String,
    /// The claim that a source is found for.
    pub claim: Option<ClaimId>,
    /// What was typed.
    pub editor: Editor,
    /// The selected row among those shown.
    pub at: usize,
    rows: Vec<Row>,
    /// Which rows match what was typed, best first.
    shown: Vec<usize>,
}

impl Finder {
    fn new(title: String, claim: Option<ClaimId>, rows: Vec<Row>) -> Self {
        let shown = (0..rows.len()).collect();
        Self { title, claim, editor: Editor::new("", true), at: 0, rows, shown }
    }

    /// A finder over `names`, each with how many claims have it.
    pub fn traits(title: &str, names: &[(String, usize)], make: impl Fn(String) -> Trait) -> Self {
        let row = |(name, count): &(String, usize)| Row {
            text: name.clone(),
            about: count.to_string(),
            find: Find::Narrow(make(name.clone())),
        };
        Self::new(title.to_owned(), None, names.iter().map(row).collect())
    }

    /// A finder over the sources of all other claims, for `claim`: each once, with the claims it was entered for; those that
    /// `claim` has are left out.
    pub fn sources(session: &Session, claim: &ClaimId) -> Self {
        let number = session.claims().index_of(claim).map_or(0, |index| index + 1);
        let held: &[Source] = session.claims().by_id(claim).map_or(&[], |claim| &claim.record.sources);
        let mut rows: Vec<Row> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for (index, other) in session.claims().iter().enumerate() {
            for (at, source) in other.record.sources.iter().enumerate() {
                if held.iter().any(|own| is_same(own, source)) {
                    continue;
                }
                let row = *places.entry((&source.title, &source.url)).or_insert_with(|| {
                    let text = [source.title.as_str(), source.url.as_str()].join(" ").trim().to_owned();
                    rows.push(Row { text, about: "claim".to_owned(), find: Find::Source(other.id.clone(), at) });
                    rows.len() - 1
                });
                if let Some(row) = rows.get_mut(row) {
                    let _ = write!(row.about, " {}", index + 1);
                }
            }
        }
        Self::new(format!("Sources of other claims · claim {number}"), Some(claim.clone()), rows)
    }

    /// The rows that match, best first.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    /// How many rows match.
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// The selected row.
    pub fn current(&self) -> Option<&Row> {
        self.shown.get(self.at).and_then(|index| self.rows.get(*index))
    }

    /// True when there is something to choose from, before anything is typed.
    pub const fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Looks which rows match what is typed now.
    pub fn narrow(&mut self) {
        let rows = self.rows.iter().enumerate().map(|(index, row)| (index, row.text.as_str()));
        self.shown = fuzzy::ranked(self.editor.text().trim(), rows);
        self.at = 0;
    }
}

/// True for one source entered twice.
fn is_same(one: &Source, other: &Source) -> bool {
    one.title == other.title && one.url == other.url
}
