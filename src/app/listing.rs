//! A saved session in a line, as the home screen lists it.

use std::path::PathBuf;

use crate::review::{ClaimId, Stamp, Tally};

/// A saved session, as the home screen lists it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The name it is saved under.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// The article's title.
    pub title: String,
    /// Its counts, where a verdict that is less than the policy asks for counts as none.
    pub tally: Tally,
    /// How many questions and rights of reply wait for an answer.
    pub owed: usize,
    /// Which draft it is, from 1; 0 when it can't be read.
    pub draft: u32,
    /// The name of the file that it was read from; empty for text from a pipe.
    pub source: String,
    /// True where that file holds another draft by now.
    pub newer: bool,
    /// Who marked claims, the one who marked last first.
    pub reviewers: Vec<String>,
    /// Who is named to check claims that are open, by name, each with how many of them.
    pub assigned: Vec<(String, usize)>,
    /// When it was last changed, or begun.
    pub last: Option<Stamp>,
    /// Why it can't be opened, if it can't.
    pub trouble: Option<String>,
    /// Copies of it beside it, as sync programs make them.
    pub copies: Vec<PathBuf>,
}

/// What a session waits for, in the order in which the home screen has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListGroup {
    /// The reviewer, who is named to check claims of it or has begun to.
    Mine,
    /// Whoever takes it up: claims are unchecked, or readings, copies or words differ.
    ToCheck,
    /// An answer to a question or a right of reply, and nothing else.
    Waiting,
    /// Other reviewers: every claim that is open is theirs to check.
    Others,
    /// Nothing.
    Done,
    /// Somebody who mends its file.
    Unreadable,
}

impl ListGroup {
    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mine => "yours",
            Self::ToCheck => "to check",
            Self::Others => "with others",
            Self::Waiting => "waiting for an answer",
            Self::Done => "done",
            Self::Unreadable => "can't be read",
        }
    }
}

impl Listing {
    /// What it waits for, as `reader` sees it. One without any claim is yet to be checked.
    pub fn group(&self, reader: &str) -> ListGroup {
        let Tally { unchecked, differs, conflicts, pending, .. } = self.tally;
        let named: usize = self.assigned.iter().map(|(_, count)| count).sum();
        let is_named = self.assigned.iter().any(|(name, _)| name == reader);
        let mine = named < unchecked + differs || is_named;
        let begun = is_named || self.reviewers.iter().any(|name| name == reader);
        match (self.trouble.is_some(), unchecked + differs + conflicts + pending, self.owed) {
            (true, ..) => ListGroup::Unreadable,
            (_, 1.., _) if named > 0 && !mine => ListGroup::Others,
            (_, 1.., _) if begun => ListGroup::Mine,
            (_, 1.., _) => ListGroup::ToCheck,
            (_, 0, 1..) => ListGroup::Waiting,
            (_, 0, 0) if self.tally.total() == 0 => ListGroup::ToCheck,
            (_, 0, 0) => ListGroup::Done,
        }
    }
}

/// Where words are in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    /// The session's file.
    pub path: PathBuf,
    /// The claim it is about, if it is about one.
    pub claim: Option<ClaimId>,
    /// What it is and what stands there, on one line: `note  … the harbour wall …`.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(tally: Tally, assigned: &[(&str, usize)]) -> ListGroup {
        let assigned = assigned.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        Listing { tally, assigned, ..Listing::default() }.group("anna")
    }

    #[test]
    fn what_nobody_is_named_for_is_to_be_checked_by_whoever_takes_it_up() {
        for tally in [
            Tally { unchecked: 3, ..Tally::default() },
            Tally { verified: 3, conflicts: 1, ..Tally::default() },
            Tally { verified: 3, pending: 1, ..Tally::default() },
        ] {
            assert_eq!(group(tally, &[]), ListGroup::ToCheck);
        }
        let open = Tally { unchecked: 2, ..Tally::default() };
        assert_eq!(group(open, &[("bea", 2)]), ListGroup::Others);
        assert_eq!(group(open, &[("bea", 1)]), ListGroup::ToCheck, "one is nobody's yet");
        assert_eq!(group(open, &[("bea", 1), ("anna", 1)]), ListGroup::Mine);
    }
}
