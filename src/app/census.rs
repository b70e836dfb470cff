//! What the claims of a session can be narrowed to: which tags, speakers and readers there are, and how many claims each choice
//! would list.

use std::borrow::Cow;
use std::collections::HashMap;

use super::subset::Trait;
use super::voices::Voices;
use crate::review::{Claim, Session};

/// Names, each with how many claims have it, the most frequent first.
pub type Named = Vec<(String, usize)>;

/// The tags of a session's claims.
pub fn tags(session: &Session) -> Named {
    named(session, |claim| claim.record.tags.iter().map(String::as_str))
}

/// Who is said to assert them, each by the fullest of their names.
pub fn speakers(session: &Session, voices: &Voices) -> Named {
    named(session, |claim| voices.label(session, claim).into_iter())
}

/// Who has marked them.
pub fn readers(session: &Session) -> Named {
    named(session, Claim::readers)
}

/// Who is to check them.
pub fn assignees(session: &Session) -> Named {
    named(session, |claim| Some(claim.record.assignee.as_str()).into_iter())
}

/// Counts names over all claims; the empty one is none.
fn named<'s, N: Into<Cow<'s, str>>, I: Iterator<Item = N>>(session: &'s Session, of: impl Fn(&'s Claim) -> I) -> Named {
    let mut counts: HashMap<Cow<'s, str>, usize> = HashMap::new();
    for name in session.claims().iter().flat_map(of).map(Into::into).filter(|name| !name.is_empty()) {
        *counts.entry(name).or_insert(0) += 1;
    }
    let mut ranked: Named = counts.into_iter().map(|(name, count)| (name.into_owned(), count)).collect();
    ranked.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
    ranked
}

/// How many claims each of `choices` would list together with what is in force; one pass over all claims.
pub fn counts(session: &Session, in_force: &[Trait], choices: &[Option<Trait>]) -> Vec<Option<usize>> {
    let mut counts: Vec<Option<usize>> = choices.iter().map(|choice| choice.as_ref().map(|_| 0)).collect();
    for claim in session.claims().iter() {
        // One of those that add up is lacked where none of them fits; another of them does as well.
        let any = in_force.iter().any(|what| what.adds_up() && what.is_of(claim, session));
        let mut told = false;
        let mut lacks = in_force.iter().filter(|what| {
            let again = what.adds_up() && (any || std::mem::replace(&mut told, true));
            !again && !what.is_of(claim, session)
        });
        let (lack, more) = (lacks.next(), lacks.next());
        // A choice takes the place of one trait at most.
        if more.is_some() {
            continue;
        }
        for (count, choice) in counts.iter_mut().zip(choices) {
            if let (Some(count), Some(what)) = (count, choice)
                && lack.is_none_or(|lack| what.replaces(lack) || what.adds_up() && lack.adds_up())
                && what.is_of(claim, session)
            {
                *count += 1;
            }
        }
    }
    counts
}
