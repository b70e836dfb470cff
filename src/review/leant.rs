//! What a sentence leans on outside itself: who or what it speaks of, whose words it is, under which line it stands.

use super::Span;
use super::antecedent::{Antecedent, other_antecedents};
use super::casting::{is_other_frame, is_other_item, is_others_words, is_turned};
use super::leaning::is_other;
use super::section::is_other_section;

/// In which way a sentence leans on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaningKind {
    /// A pronoun points back to it, or it heads the columns of a table.
    Subject,
    /// It says whose the words are, by name.
    Whose,
    /// It says how somebody said them whose name stands with the words themselves.
    Tag,
    /// It stands before the list that the words are an item of.
    List,
    /// It is the heading that the words stand under, which says whose these are or whether they are true.
    Heading,
    /// It is the heading above, whatever it says.
    Section,
    /// It stands behind and says that it is not so.
    Denial,
    /// It is the item above in a ranking.
    Rank,
}

impl LeaningKind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Subject, Self::Whose, Self::Tag, Self::List, Self::Heading, Self::Section, Self::Denial, Self::Rank];

    /// True when what leaned so on the words `was` leans on something else where those that `is` take their place.
    fn is_other(self, was: Option<&str>, is: Option<&str>) -> bool {
        match self {
            // What goes to another draft and back is told on both ways or on none.
            Self::Subject => is_other(was, is) || was.is_some() && is.is_some() && is_other(is, was),
            Self::Whose => is_others_words(was, is),
            Self::Tag => is_turned(was, is),
            Self::List | Self::Heading => is_other_frame(was, is),
            Self::Section => is_other_section(was, is),
            Self::Denial => was.is_some() != is.is_some(),
            Self::Rank => is_other_item(was, is),
        }
    }
}

/// What one sentence leans on, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentenceLeanings {
    /// By kind.
    on: [Option<Span>; LeaningKind::ALL.len()],
    /// What its pronouns, and other words that point out of it, may mean; of each kind the nearest sentence's first.
    pub antecedents: Vec<Antecedent>,
}

impl SentenceLeanings {
    /// What it leans on in this way.
    pub fn on(&self, kind: LeaningKind) -> Option<Span> {
        self.on.get(kind as usize).copied().flatten()
    }

    /// Leans on `span` in this way.
    pub fn put(&mut self, kind: LeaningKind, span: Option<Span>) {
        if let Some(slot) = self.on.get_mut(kind as usize) {
            *slot = span;
        }
    }

    /// Without what lies in `span`.
    #[must_use]
    pub(super) fn outside(mut self, span: Span) -> Self {
        for slot in &mut self.on {
            slot.take_if(|on| span.covers(*on));
        }
        self.antecedents.retain(|one| !span.covers(one.words));
        self
    }

    /// The words that it leans on in the text `was`, and those that `other` leans on in the text `is`, where the two are not one thing.
    pub(super) fn other<'t>(&self, other: &Self, (was, is): (&'t str, &'t str)) -> Option<Leant<'t>> {
        let lines = LeaningKind::ALL.into_iter().find_map(|kind| {
            let (old, new) = (self.on(kind).map(|span| span.of(was)), other.on(kind).map(|span| span.of(is)));
            let leant = Leant { was: old.unwrap_or_default(), is: new.unwrap_or_default() };
            kind.is_other(old, new).then_some(leant)
        });
        let meant = || {
            let (old, new) = other_antecedents((&self.antecedents, was), (&other.antecedents, is))?;
            Some(Leant { was: old.of(was), is: new.map(|span| span.of(is)).unwrap_or_default() })
        };
        lines.or_else(meant)
    }
}

/// What words leaned on, and what they lean on now; empty where on nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Leant<'t> {
    pub(super) was: &'t str,
    pub(super) is: &'t str,
}
