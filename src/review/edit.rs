//! One change to a session, holding before and after: the only way to change one.

use std::sync::Arc;

use serde_json::Value;

use super::field::Field;
use super::{BlockKind, Carried, Carry, Claim, ClaimId, Evidence, FileAccess, Number, Span, Swap};

/// How an edit re-cuts the list of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recut {
    /// A claim was added.
    Add,
    /// A claim was deleted.
    Delete,
    /// One claim became two.
    Split,
    /// Two claims became one.
    Join,
    /// A claim was put on other words.
    Attach,
}

/// What an edit changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A field of a claim, from one value to another as the session file has them. Of the verdict one reader's own mark.
    Field(&'static Field, Swap<Value>),
    /// Where the claim sits.
    Mend(Swap<Span>),
    /// Which claims there are.
    Recut(Recut, Swap<Vec<Claim>>),
    /// The kind of the block that begins at this byte.
    Block(usize, Swap<BlockKind>),
    /// Whether the advice of this name is put away: looked at, nothing wrong.
    Waive(Box<str>, Swap<bool>),
    /// How a file of evidence stands in the session's list; the file itself says nothing of that.
    List(Box<Evidence>, Swap<FileAccess>),
    /// What was said by hand of the writer's annotation of this name: it is held back from exports, it is free, or nothing.
    Withhold(Box<str>, Swap<Option<bool>>),
    /// Another draft stands.
    Draft(Arc<Carry>),
    /// An edit of a later version: kept, never done or undone here.
    Later(String, Swap<Value>),
}

/// A change and the claim it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The claim; for a re-cut the first one it touches, for a block and an advice none.
    pub claim: Option<ClaimId>,
    /// What changes.
    pub change: Change,
}

impl Change {
    /// The draft that it brings in, if it brings one in.
    pub fn draft(&self) -> Option<&Carry> {
        if let Self::Draft(carry) = self { Some(carry) } else { None }
    }

    /// True when it can only be done on the draft it was made on: it has places of it, or gives a verdict.
    pub(super) fn is_bound_to_draft(&self) -> bool {
        match self {
            Self::Mend(_) | Self::Recut(..) | Self::Block(..) => true,
            // A draft says itself which one it is made on.
            Self::Draft(_) | Self::Waive(..) | Self::List(..) | Self::Withhold(..) | Self::Later(..) => false,
            Self::Field(field, swap) => field.is_judged() && !Field::is_empty(&swap.after),
        }
    }

    /// The change of `field` that makes `claim` what `edit` makes of a copy of it; `None` when that is none.
    pub fn of(claim: &Claim, field: &'static Field, edit: impl FnOnce(&mut Claim)) -> Option<Self> {
        let mut changed = claim.clone();
        edit(&mut changed);
        Self::to(claim, field, field.value(&changed))
    }

    /// The change that puts `value` into `field`; `None` when it is there already.
    pub fn to(claim: &Claim, field: &'static Field, value: Value) -> Option<Self> {
        let before = field.value(claim);
        (before != value).then(|| Self::Field(field, Swap::new(before, value)))
    }

    /// The change that adds `claim`.
    pub fn add(claim: Claim) -> Self {
        Self::Recut(Recut::Add, Swap::new(Vec::new(), vec![claim]))
    }

    /// The change that takes `claim` out.
    pub fn delete(claim: Claim) -> Self {
        Self::Recut(Recut::Delete, Swap::new(vec![claim], Vec::new()))
    }
}

impl Edit {
    /// A change to claim `id`.
    pub const fn of(id: ClaimId, change: Change) -> Self {
        Self { claim: Some(id), change }
    }

    /// The edit's name in the session file.
    pub fn name(&self) -> &str {
        match &self.change {
            Change::Field(field, _) => field.name,
            Change::Mend(_) => "mend",
            Change::Recut(Recut::Add, _) => "add",
            Change::Recut(Recut::Delete, _) => "delete",
            Change::Recut(Recut::Split, _) => "split",
            Change::Recut(Recut::Join, _) => "join",
            Change::Recut(Recut::Attach, _) => "attach",
            Change::Block(..) => "block",
            Change::Waive(..) => "waive",
            Change::List(..) => "evidence",
            Change::Withhold(..) => "withhold",
            Change::Draft(_) => "draft",
            Change::Later(name, _) => name,
        }
    }

    /// What was done, as a message calls it: `verdict`, `claim added`, `put on other words`.
    pub fn called(&self) -> &str {
        match &self.change {
            Change::Field(field, _) => field.title,
            Change::Mend(_) => "span mended",
            Change::Recut(Recut::Add, _) => "claim added",
            Change::Recut(Recut::Delete, _) => "claim deleted",
            Change::Recut(Recut::Split, _) => "claim split",
            Change::Recut(Recut::Join, _) => "claims joined",
            Change::Recut(Recut::Attach, _) => "put on other words",
            Change::Block(..) => "page furniture",
            Change::Waive(..) => "advice put away",
            Change::List(_, swap) => swap.called(),
            Change::Withhold(_, swap) if swap.after == Some(true) => "note held back",
            Change::Withhold(..) => "note no longer held back",
            Change::Draft(_) => "draft",
            Change::Later(name, _) => name,
        }
    }

    /// The claims it touches: its own, those that a re-cut takes away or brings, and those that a draft changes.
    pub fn touches(&self) -> impl Iterator<Item = &ClaimId> {
        let (mut recut, mut carry) = (None, None);
        match &self.change {
            Change::Recut(_, swap) => recut = Some(swap.before.iter().chain(&swap.after).map(|claim| &claim.id)),
            Change::Draft(held) => carry = Some(held.ids()),
            Change::Field(..)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
        self.claim.iter().chain(recut.into_iter().flatten()).chain(carry.into_iter().flatten())
    }

    /// The claims that it puts in or takes out, each with its number; those that have none are left out.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (&ClaimId, Number)> {
        let (mut recut, mut carried) = (None, None);
        match &self.change {
            Change::Recut(_, swap) => recut = Some(swap.before.iter().chain(&swap.after)),
            Change::Draft(carry) => carried = Some(carry.claims.iter().filter_map(Carried::whole)),
            Change::Field(..)
            | Change::Mend(_)
            | Change::Block(..)
            | Change::Waive(..)
            | Change::List(..)
            | Change::Withhold(..)
            | Change::Later(..) => {}
        }
        let all = recut.into_iter().flatten().chain(carried.into_iter().flatten());
        all.map(|claim| (&claim.id, claim.number)).filter(|(_, number)| !number.is_none())
    }

    /// The edit that takes this one back: doing both leaves a session as it was.
    #[must_use]
    pub fn inverse(self) -> Self {
        let change = match self.change {
            Change::Field(field, swap) => Change::Field(field, swap.inverse()),
            Change::Mend(swap) => Change::Mend(swap.inverse()),
            Change::Recut(kind, swap) => Change::Recut(kind.inverse(), swap.inverse()),
            Change::Block(at, swap) => Change::Block(at, swap.inverse()),
            Change::Waive(name, swap) => Change::Waive(name, swap.inverse()),
            Change::List(file, swap) => Change::List(file, swap.inverse()),
            Change::Withhold(note, swap) => Change::Withhold(note, swap.inverse()),
            Change::Draft(carry) => Change::Draft(Arc::new(Arc::unwrap_or_clone(carry).inverse())),
            Change::Later(name, swap) => Change::Later(name, swap.inverse()),
        };
        Self { claim: self.claim, change }
    }
}

impl Recut {
    const fn inverse(self) -> Self {
        match self {
            Self::Add => Self::Delete,
            Self::Delete => Self::Add,
            Self::Split => Self::Join,
            Self::Join => Self::Split,
            Self::Attach => Self::Attach,
        }
    }
}
