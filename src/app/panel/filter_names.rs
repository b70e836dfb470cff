//! Names that a filter asks among: tags, speakers, readers, assignees.

use super::answer::Around;
use super::finder::Finder;
use crate::app::census;
use crate::app::desk::Desk;
use crate::app::keymap::Scope;
use crate::app::subset::Trait;

/// Names to choose from.
pub(super) struct Names {
    title: &'static str,
    pub(super) all: fn(&Desk) -> census::Named,
    make: fn(&Desk, String) -> Trait,
    /// What is said where there is none, and the key that makes one.
    none: &'static str,
    key: &'static str,
    makes: &'static str,
}

pub(super) const TAGS: Names = Names {
    title: "List the claims tagged",
    all: |desk| census::tags(&desk.session),
    make: |_, tag| Trait::Tag(tag),
    none: "no claim is tagged yet",
    key: "tags",
    makes: "tags one",
};

pub(super) const SPEAKERS: Names = Names {
    title: "List what is said by",
    all: |desk| census::speakers(&desk.session, &desk.voices),
    make: |desk, name| Trait::Speaker(desk.voices.said_by(&desk.session, &name)),
    none: "no claim has a speaker yet",
    key: "speaker",
    makes: "names one",
};

pub(super) const READERS: Names = Names {
    title: "List what was marked by",
    all: |desk| census::readers(&desk.session),
    make: |_, name| Trait::MarkedBy(name),
    none: "no claim is marked yet",
    key: "verified",
    makes: "marks one",
};

pub(super) const ASSIGNEES: Names = Names {
    title: "List what is assigned to",
    all: |desk| census::assignees(&desk.session),
    make: |_, name| Trait::AssignedTo(name),
    none: "no claim is assigned yet",
    key: "assign",
    makes: "assigns one",
};

pub(super) fn of_one(around: &Around<'_>, desk: &Desk, names: &Names) -> Result<Finder, String> {
    let all = (names.all)(desk);
    if all.is_empty() {
        return Err(format!("{}: {} {}", names.none, around.key(Scope::Desk, names.key), names.makes));
    }
    Ok(Finder::traits(names.title, &all, |name| (names.make)(desk, name)))
}
