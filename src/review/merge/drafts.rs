//! The drafts that two copies hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::redraft::kept_hunks;
use super::super::{Article, PastDraft, Session};
use super::compare;

/// The drafts of both that do not stand, where `stands` does: as a copy on that draft has them that has all, each as `texts` has it; of two
/// such those that sort first, so that it does not matter who merges; told anew where no copy has all.
pub(super) fn held(copies: [&Session; 2], texts: &BTreeMap<u32, Article>, stands: u32) -> Arc<Vec<PastDraft>> {
    let rank = |session: &Session| {
        let shapes: Vec<_> = session.drafts.iter().map(|past| Arc::clone(&past.shape)).collect();
        serde_json::to_string(&shapes).unwrap_or_default()
    };
    let all = |copy: &&Session| {
        let has = |n: u32| n == stands || copy.drafts.iter().any(|held| held.n() == n);
        let past = copies.iter().flat_map(|other| other.drafts.iter().map(PastDraft::n));
        // Two who brought in one draft did so at two times, and each of several may be the earlier one's.
        let is_kept = |past: &PastDraft| past.article.as_ref().is_none_or(|own| texts.get(&past.n()) == Some(own));
        copy.article.draft == stands && texts.keys().copied().chain(past).all(has) && copy.drafts.iter().all(is_kept)
    };
    let whole: Vec<&Session> = copies.into_iter().filter(all).collect();
    match whole.as_slice() {
        [one, other] if Arc::ptr_eq(&one.drafts, &other.drafts) || rank(one) <= rank(other) => Arc::clone(&one.drafts),
        [_, other] | [other] => Arc::clone(&other.drafts),
        _ => Arc::new(past(copies, texts, stands)),
    }
}

/// The articles of both, one a draft.
pub(super) fn texts(copies: [&Session; 2]) -> BTreeMap<u32, Article> {
    let mut texts: BTreeMap<u32, Article> = BTreeMap::new();
    for copy in copies {
        let past = copy.drafts.iter().filter_map(|past| past.article.as_ref());
        for article in past.chain([&copy.article]) {
            let both = texts.get(&article.draft).map(|held| compare::articles(held, article));
            texts.insert(article.draft, both.unwrap_or_else(|| article.clone()));
        }
    }
    texts
}

/// The drafts that do not stand, each told by the next one, the last by the one that stands.
fn past(copies: [&Session; 2], texts: &BTreeMap<u32, Article>, stands: u32) -> Vec<PastDraft> {
    let mut past: Vec<PastDraft> = Vec::new();
    let mut against = texts.get(&stands);
    for article in texts.values().rev().filter(|article| article.draft != stands) {
        let Some(next) = against else { break };
        past.push(PastDraft::of(article.clone(), next, &kept_hunks(article.text(), next.text())));
        against = Some(article);
    }
    for lost in copies.iter().flat_map(|copy| copy.drafts.iter()).filter(|one| one.article.is_none()) {
        if !texts.contains_key(&lost.n()) && past.iter().all(|held| held.n() != lost.n()) {
            past.push(lost.clone());
        }
    }
    past.sort_by_key(PastDraft::n);
    past
}
