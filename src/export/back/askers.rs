//! Who asks: whoever takes a file in, and all who have edited its session, as mails name them.

use std::collections::HashSet;

use super::alike::plainly;
use super::answering;
use super::told::ImportHand;
use crate::review::Session;

/// Those who check a session, by their names in small letters.
#[derive(Debug)]
pub(super) struct Askers(HashSet<String>);

impl Askers {
    /// Those of `session`.
    pub(super) fn of(session: &Session, hand: &ImportHand) -> Self {
        Self(answering::readers(session, hand).into_iter().map(|name| name.to_lowercase()).collect())
    }

    /// True for a name or address that may be one of theirs: a mail tells the whole name where a session often has the first.
    pub(super) fn may_be(&self, name: &str) -> bool {
        let name = plainly(name).to_lowercase();
        let parts = || name.split([' ', '@', ',']).filter(|part| !part.is_empty());
        let is_part = |asker: &String| {
            parts().any(|part| part == asker) || asker.split(' ').any(|word| word == name) || *asker == name
        };
        self.0.iter().any(is_part)
    }
}
