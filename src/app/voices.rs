//! Whose each speaker's name is, found once and kept until other names come.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::subset::SaidBy;
use crate::propose::Persons;
use crate::review::{Claim, Session};

/// The persons behind a session's speakers.
///
/// It holds nothing that would not come out the same without it, and so counts neither as state nor in a comparison.
#[derive(Clone, Debug, Default)]
pub struct Voices(RefCell<Option<KnownVoices>>);

#[derive(Clone, Debug)]
struct KnownVoices {
    /// How many edits were taken in.
    seen: usize,
    /// Where the article's text lies, how long it is.
    of: (usize, usize),
    names: HashSet<String, RandomState>,
    persons: Rc<Persons>,
}

impl PartialEq for Voices {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Voices {
    /// The persons behind the speakers of `session`; a pass over the article where there are other names than the last time.
    pub fn persons(&self, session: &Session) -> Rc<Persons> {
        let (seen, text) = (session.history().len(), session.article.text());
        let of = (text.as_ptr().addr(), text.len());
        let mut held = self.0.borrow_mut();
        if let Some(heard) = held.as_ref().filter(|heard| heard.of == of && heard.seen == seen) {
            return Rc::clone(&heard.persons);
        }
        let names: HashSet<&str, RandomState> = session.claims().iter().filter_map(name_of).collect();
        let same = |heard: &&mut KnownVoices| {
            heard.of == of && heard.names.len() == names.len() && names.iter().all(|name| heard.names.contains(*name))
        };
        if let Some(heard) = held.as_mut().filter(same) {
            heard.seen = seen;
            return Rc::clone(&heard.persons);
        }
        let persons = Rc::new(Persons::of(&session.article, names.iter().copied()));
        let names = names.into_iter().map(str::to_owned).collect();
        *held = Some(KnownVoices { seen, of, names, persons: Rc::clone(&persons) });
        persons
    }

    /// Whoever is called `name`, by all of their names.
    pub fn said_by(&self, session: &Session, name: &str) -> SaidBy {
        let persons = self.persons(session);
        let names = persons.names(name);
        SaidBy::new(persons.fullest(name), names)
    }
}

/// The name of who asserts a claim.
fn name_of(claim: &Claim) -> Option<&str> {
    claim.speaker.as_ref().map(|speaker| speaker.name.as_str())
}
