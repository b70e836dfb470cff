//! Whose each speaker's name is, found once and kept until other names come.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
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
    /// Where the claims begin, with their speakers' names; empty where only the names count.
    places: Vec<(String, usize)>,
    persons: Rc<Persons>,
}

impl PartialEq for Voices {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Voices {
    /// The persons behind the speakers of `session`; a pass over the article where there are other names than the last time, or
    /// where two share a surname and the claims lie elsewhere.
    pub fn persons(&self, session: &Session) -> Rc<Persons> {
        let (seen, text) = (session.history().len(), session.article.text());
        let of = (text.as_ptr().addr(), text.len());
        let mut held = self.0.borrow_mut();
        if let Some(heard) = held.as_ref().filter(|heard| heard.of == of && heard.seen == seen) {
            return Rc::clone(&heard.persons);
        }
        let mentions = || session.claims().iter().filter_map(mention);
        let names: HashSet<&str, RandomState> = mentions().map(|(name, _)| name).collect();
        let same = |heard: &&mut KnownVoices| {
            let known = || mentions().zip(&heard.places).all(|((name, at), known)| *name == known.0 && at == known.1);
            let placed = || mentions().count() == heard.places.len() && known();
            heard.of == of
                && heard.names.len() == names.len()
                && names.iter().all(|name| heard.names.contains(*name))
                && (!heard.persons.are_placed() || placed())
        };
        if let Some(heard) = held.as_mut().filter(same) {
            heard.seen = seen;
            return Rc::clone(&heard.persons);
        }
        let persons = Rc::new(Persons::of(&session.article, mentions().map(|(name, at)| (name, Some(at)))));
        let names = names.into_iter().map(str::to_owned).collect();
        let placed = mentions().filter(|_| persons.are_placed());
        let places = placed.map(|(name, at)| (name.to_owned(), at)).collect();
        *held = Some(KnownVoices { seen, of, names, places, persons: Rc::clone(&persons) });
        persons
    }

    /// True where the persons behind the speakers of `session` need not be looked for.
    pub fn are_known(&self, session: &Session) -> bool {
        let of = (session.article.text().as_ptr().addr(), session.article.text().len());
        self.0.borrow().as_ref().is_some_and(|heard| heard.of == of && heard.seen == session.history().len())
    }

    /// Whoever asserts `claim`, by all of their names; `None` where it has no speaker.
    pub fn of(&self, session: &Session, claim: &Claim) -> Option<SaidBy> {
        let persons = self.persons(session);
        let (name, at) = mention(claim)?;
        Some(said_by(&persons, session, persons.at(name, at)?, &label(&persons, claim)?))
    }

    /// How a list calls whoever asserts `claim`: by the fullest of their names, and by the claim where nothing else tells them
    /// from others with that name.
    pub fn label(&self, session: &Session, claim: &Claim) -> Option<String> {
        label(&self.persons(session), claim)
    }

    /// Whoever a list calls so.
    pub fn said_by(&self, session: &Session, called: &str) -> SaidBy {
        let persons = self.persons(session);
        if let Some(person) = persons.called(called) {
            return said_by(&persons, session, person, called);
        }
        let mut claims = session.claims().iter();
        let claim = claims.find(|claim| label(&persons, claim).is_some_and(|label| label == called));
        claim
            .and_then(|claim| self.of(session, claim))
            .unwrap_or_else(|| SaidBy::new(called.to_owned(), HashSet::from([called.to_owned()]), HashMap::new()))
    }
}

fn label(persons: &Persons, claim: &Claim) -> Option<String> {
    let (name, at) = mention(claim)?;
    let fullest = persons.at(name, at).and_then(|person| persons.names(person).first()).map_or(name, String::as_str);
    let alone = persons.is_shared(fullest);
    Some(if alone { format!("{fullest} (claim {})", claim.number) } else { fullest.to_owned() })
}

fn said_by(persons: &Persons, session: &Session, person: usize, called: &str) -> SaidBy {
    let names = persons.names(person);
    let own: HashSet<String> = names.iter().filter(|name| !persons.is_shared(name)).cloned().collect();
    let shared = own.len() < names.len();
    let claims = session.claims().iter().filter(|_| shared).filter_map(|claim| {
        let (name, at) = mention(claim).filter(|(name, _)| persons.is_shared(name))?;
        (persons.at(name, at) == Some(person)).then(|| (claim.id.clone(), name.to_owned()))
    });
    SaidBy::new(called.to_owned(), own, claims.collect())
}

/// The name of who asserts a claim, and where the claim begins.
fn mention(claim: &Claim) -> Option<(&str, usize)> {
    claim.speaker.as_ref().map(|speaker| (speaker.name.as_str(), claim.span.start))
}
