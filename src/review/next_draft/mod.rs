//! What bringing a draft in would do to every claim of a session: its fate, and the edit that gives it.

mod corrections;
mod planner;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use self::planner::Planner;
use super::fates::Fates;
use super::occupied::OccupiedSpans;
use super::redraft::{Cut, Lanes, Redraft};
use super::returning::{EarlierDraft, Returning};
use super::sayers::{SaidSentences, Sayers};
use super::{Carry, Change, Claim, ClaimId, Edit, Session, Swap};

/// A draft with what the program found in it.
#[derive(Clone, Debug)]
pub struct Incoming<'a> {
    /// Its number among the session's drafts.
    pub n: u32,
    /// The sentences of the draft that stands.
    pub before: SaidSentences<'a>,
    /// Its own.
    pub after: SaidSentences<'a>,
    /// The claims proposed for it, in order.
    pub proposed: Vec<Claim>,
    /// The drafts that [`Session::left_behind`] tells.
    pub earlier: &'a [EarlierDraft],
}

/// What bringing a draft in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct NextDraft {
    /// The edit.
    pub edit: Edit,
    /// The fates.
    pub fates: Fates,
    /// The claims that are as they were before an earlier draft changed or dropped their words.
    pub back: HashSet<ClaimId>,
    /// The share of the earlier draft that is found again, 0 to 1.
    pub kept: f32,
}

/// Drafts that share less are not of one article.
pub const UNRELATED: f32 = 0.1;

/// Plans the edit that brings in draft `incoming.n`, which the session keeps already; `None` when it keeps no such draft.
///
/// A verdict stays only on claims whose words are the same, in sentences that are the same. It takes n log n.
pub fn next_draft(session: &Session, incoming: Incoming<'_>) -> Option<NextDraft> {
    let (article, way) = session.way_to(incoming.n)?;
    let lanes = Lanes::of(session.article.text(), &way);
    let old = Cut {
        text: session.article.text(),
        sentences: incoming.before.spans,
        marks: incoming.before.marks,
        language: &session.article.language,
    };
    let new = Cut {
        text: article.text(),
        sentences: incoming.after.spans,
        marks: incoming.after.marks,
        language: &article.language,
    };
    let redraft = Redraft::of(old, new);
    let mut planner = Planner {
        session,
        returning: Returning::of(session, incoming.earlier, (incoming.n, new, incoming.after)),
        article: &article,
        lanes: &lanes,
        fates: Fates::default(),
        came_back: HashSet::new(),
        claims: Vec::new(),
        taken: Vec::new(),
        said_by: Sayers::of(session, incoming.before, incoming.after),
        parted: Vec::new(),
        sentences: incoming.after.spans,
        fresh: OnceCell::new(),
    };
    let gone = planner.lead(&redraft);
    let free = redraft.new_sentences().filter_map(|at| incoming.after.spans.get(at).copied());
    planner.come_changed(&gone, &OccupiedSpans::of(free.collect()));
    let kept = redraft.kept();
    planner.propose(&redraft, incoming.proposed);
    let Planner { fates, claims, came_back: back, said_by, .. } = planner;
    let equal = redraft.successors().iter().enumerate().filter(|(_, one)| one.fate.is_same());
    let equal = equal.filter_map(|(at, one)| Some((at, *one.to.first()?)));
    let turned = said_by.turned(equal, (session.article.text(), article.text())).collect();
    let carry = Carry { draft: Swap::new(session.article.draft, article.draft), claims, turned };
    Some(NextDraft { edit: Edit { claim: None, change: Change::Draft(Arc::new(carry)) }, fates, back, kept })
}
