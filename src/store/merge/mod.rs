//! Two copies of a session that came of one: united by claim and field, nothing lost, nothing settled in silence.

mod claim;
mod lists;
mod past;

use std::collections::HashMap;

use crate::review::{Article, Claim, ClaimId, Session, Stamp};

/// A merged session, and what happened in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The session with both sides' work.
    pub session: Session,
    /// What a reviewer should know, a sentence each.
    pub notices: Vec<String>,
}

/// Unites `ours` and `theirs`, which both came of `base`.
///
/// A field that one side changed is as that side has it. One that both changed stays ours, and theirs is kept in the claim's
/// conflicts. A claim that one side deleted and the other changed is kept. The history holds both sides' entries, renumbered,
/// and folds to the merged state. `at` is when it happens. `None` when the two are not over the same article.
pub fn merge(base: &Session, ours: &Session, theirs: &Session, at: &Stamp) -> Option<Merged> {
    if ours.article.text() != theirs.article.text() {
        return None;
    }
    let mut notices = Vec::new();
    let sides = Sides { base, ours, theirs };
    let claims = sides.claims(at, &mut notices);
    let (mut session, came_in) = past::unite(&sides, &claims, at);
    session.place = ours.place.clone();
    session.extra = lists::extra(&base.extra, &ours.extra, &theirs.extra);
    headers(&mut session.article, &sides);
    notices.splice(0..0, came_in);
    Some(Merged { session, notices })
}

/// The three copies.
#[derive(Clone, Copy)]
struct Sides<'a> {
    base: &'a Session,
    ours: &'a Session,
    theirs: &'a Session,
}

impl Sides<'_> {
    /// Every claim as it is after the merge; one that is gone is not there.
    fn claims(&self, at: &Stamp, notices: &mut Vec<String>) -> HashMap<ClaimId, Claim> {
        let article = &self.ours.article;
        let mut merged = HashMap::new();
        for id in self.ids() {
            let (base, ours, theirs) = (claim_of(self.base, &id), claim_of(self.ours, &id), claim_of(self.theirs, &id));
            let stays = match (base, ours, theirs) {
                (_, Some(ours), Some(theirs)) if ours == theirs => Some(ours.clone()),
                (base, Some(ours), Some(theirs)) => {
                    Some(claim::Both { article, base, ours, theirs }.merge(at, notices))
                }
                (None, one, None) | (None, None, one) => one.cloned(),
                (Some(base), None, Some(theirs)) if theirs != base => {
                    notices.push(kept(article, theirs, "it was deleted here and changed in the other copy"));
                    Some(theirs.clone())
                }
                (Some(base), Some(ours), None) if ours != base => {
                    notices.push(kept(article, ours, "it was deleted in the other copy and changed here"));
                    Some(ours.clone())
                }
                (Some(_), _, _) => None,
            };
            if let Some(claim) = stays {
                merged.insert(id, claim);
            }
        }
        merged
    }

    /// The id of every claim in any of the three, once.
    fn ids(&self) -> Vec<ClaimId> {
        let all = self.ours.claims().iter().chain(self.theirs.claims().iter()).chain(self.base.claims().iter());
        let mut seen = std::collections::HashSet::new();
        all.filter(|claim| seen.insert(&claim.id)).map(|claim| claim.id.clone()).collect()
    }
}

fn claim_of<'a>(session: &'a Session, id: &ClaimId) -> Option<&'a Claim> {
    session.claims().by_id(id)
}

fn kept(article: &Article, claim: &Claim, why: &str) -> String {
    format!("claim {} ({}) is kept: {why}", claim.id, lists::first_words(article.words(claim.span)))
}

/// What stands around the article's text: as the side that changed it has it, ours when both did.
fn headers(article: &mut Article, sides: &Sides<'_>) {
    let (base, ours, theirs) = (&sides.base.article, &sides.ours.article, &sides.theirs.article);
    article.title.clone_from(lists::either(&base.title, &ours.title, &theirs.title));
    article.language.clone_from(lists::either(&base.language, &ours.language, &theirs.language));
    article.provenance.clone_from(lists::either(&base.provenance, &ours.provenance, &theirs.provenance));
    article.extra = lists::extra(&base.extra, &ours.extra, &theirs.extra);
}

#[cfg(test)]
mod tests;
