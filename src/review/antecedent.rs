//! What a pronoun, or another word that points out of its sentence, may mean, and whether that is the same in two drafts.

use std::collections::BTreeSet;

use super::Span;
use super::leaning::EMPTY;
use super::redraft::fold;

/// What a word that points out of its sentence points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A person: he, her brother.
    Person,
    /// A thing, a place, a body: it, its hull.
    Thing,
    /// Several, or some of them: they, both, another 9.
    Several,
    /// One of several by their order: the former.
    Listed,
    /// A date: the following year, by then.
    Time,
    /// What was told: that is 24 percent more.
    Told,
    /// A figure: the number has doubled.
    Amount,
    /// A place: the city, there.
    Place,
}

impl PointerKind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Person, Self::Thing, Self::Several, Self::Listed, Self::Time, Self::Told, Self::Amount, Self::Place];

    /// What `text` says of which thing it is, as one compares it: no article, and no number but of what is told, a figure or a date.
    fn key(self, text: &str) -> NamedThing {
        let folded = fold(text);
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let says = |word: &&str| match self {
            Self::Time | Self::Amount => true,
            Self::Told => !EMPTY.contains(&&*word.to_lowercase()),
            Self::Person | Self::Thing | Self::Several | Self::Listed | Self::Place => {
                // The letter of "Bridge A" is a name.
                (!EMPTY.contains(&&*word.to_lowercase()) || word.len() == 1 && word.starts_with(char::is_uppercase))
                    && !is_number(word)
            }
        };
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).filter(says).collect();
        let is_name = words.len() > 1 && words.iter().rev().take(2).all(|word| word.starts_with(char::is_uppercase));
        NamedThing { words: words.iter().map(|word| word.to_lowercase()).collect(), is_name }
    }

    /// True when what `was` meant may be none of what `is`, or the other way round.
    fn is_other(self, was: &[NamedThing], is: &[NamedThing]) -> bool {
        let meets = |one: &NamedThing, other: &NamedThing| match self {
            Self::Time | Self::Amount => one.words == other.words,
            Self::Told => {
                one.is_joined(other) || one.words.iter().collect::<BTreeSet<_>>() == other.words.iter().collect()
            }
            Self::Person | Self::Thing | Self::Several | Self::Listed | Self::Place => one.is_like(other),
        };
        if self == Self::Listed {
            return was.len() != is.len() || was.iter().zip(is).any(|(one, other)| !meets(one, other));
        }
        let is_in = |one: &NamedThing, others: &[NamedThing]| others.iter().any(|other| meets(one, other));
        was.iter().any(|one| !is_in(one, is)) || is.iter().any(|one| !is_in(one, was))
    }
}

/// The words of a thing that was named.
struct NamedThing {
    words: Vec<String>,
    is_name: bool,
}

impl NamedThing {
    /// True for one and the same: with more words and with fewer, or with another title before two words of a name.
    fn is_like(&self, other: &Self) -> bool {
        let is_in = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
        let last = |key: &Self| key.words.get(key.words.len().saturating_sub(2)..).map(<[String]>::to_vec);
        let is_titled = || self.is_name && other.is_name && last(self) == last(other);
        is_in(&self.words, &other.words) || is_in(&other.words, &self.words) || is_titled() || self.is_joined(other)
    }

    /// True for words that are written in one and apart: back-end, backend.
    fn is_joined(&self, other: &Self) -> bool {
        self.words.concat() == other.words.concat()
    }
}

/// What a word that points out of its sentence may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// What the word points to.
    pub kind: PointerKind,
    /// What it may mean, in bytes.
    pub words: Span,
    /// The sentence that these stand in, in bytes.
    pub sentence: Span,
}

/// The sentences to which what points out of a sentence pointed in the text `was` and points in the text `is`, the first where it may mean
/// something else; `None` where it means the same. What had nothing to mean still means nothing.
pub(super) fn other_antecedents(
    (before, was): (&[Antecedent], &str),
    (after, is): (&[Antecedent], &str),
) -> Option<(Span, Option<Span>)> {
    PointerKind::ALL.into_iter().find_map(|kind| {
        let of = |all: &[Antecedent], text: &str| {
            let own = all.iter().filter(|one| one.kind == kind);
            let keys: Vec<(Span, NamedThing)> = own.map(|one| (one.sentence, kind.key(one.words.of(text)))).collect();
            let keys = keys.into_iter().filter(|(_, key)| !key.words.is_empty());
            keys.unzip::<Span, NamedThing, Vec<_>, Vec<_>>()
        };
        let ((olds, old), (news, new)) = (of(before, was), of(after, is));
        let first = olds.first()?;
        kind.is_other(&old, &new).then(|| (*first, news.first().copied()))
    })
}
