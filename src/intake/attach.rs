//! The author's remarks as notes on the claims that they are about.

use std::collections::HashSet;

use super::Remark;
use crate::propose;
use crate::review::{Article, Claim, ClaimId, Claims, Origin, Span};

/// Claims with every remark of the author's as a note: on the claims whose words it is about, else on the claim of the same sentence, else
/// on the nearest one of the block, else on a claim added over its sentence. A note that is there already is not written twice.
pub fn attach(claims: &Claims, article: &Article, remarks: &[Remark]) -> Claims {
    let mut all: Vec<Claim> = claims.iter().cloned().collect();
    let mut taken: HashSet<ClaimId> = all.iter().map(|claim| claim.id.clone()).collect();
    for remark in remarks {
        let mut about = covering(&all, remark.span);
        if about.is_empty() {
            let sentence = sentence(article, remark.span);
            about = overlapping(&all, sentence);
            if about.is_empty() {
                about = nearest(&all, article, remark.span).into_iter().collect();
            }
            if about.is_empty() && !sentence.is_empty() {
                let id = propose::fresh_id(article, sentence, |id| taken.contains(id));
                taken.insert(id.clone());
                all.push(Claim::new(id, sentence, Origin::Added));
                about.push(all.len() - 1);
            }
        }
        for index in about {
            if let Some(claim) = all.get_mut(index) {
                write(&mut claim.record.note, remark);
            }
        }
    }
    all.into_iter().collect()
}

/// Adds a remark to a note.
fn write(note: &mut String, remark: &Remark) {
    let line = match &remark.by {
        Some(by) => format!("{by}: {}", remark.text),
        None => remark.text.clone(),
    };
    if note.contains(&line) {
        return;
    }
    if !note.is_empty() {
        note.push_str("\n\n");
    }
    note.push_str(&line);
}

/// The claims that share words with `span`; for a mere place, those that it ends or lies in.
fn covering(claims: &[Claim], span: Span) -> Vec<usize> {
    let touches = |claim: &Claim| {
        if span.is_empty() {
            claim.span.start < span.start && span.start <= claim.span.end
        } else {
            claim.span.overlaps(span)
        }
    };
    let mut found: Vec<usize> =
        claims.iter().enumerate().filter(|(_, claim)| touches(claim)).map(|(index, _)| index).collect();
    // A mark between two sentences belongs to the one before it, and in it to the smallest claim.
    if span.is_empty() {
        let length = |index: &usize| claims.get(*index).map_or(0, |claim| claim.span.len());
        let least = found.iter().map(length).min();
        found.retain(|index| Some(length(index)) == least);
    }
    found
}

fn overlapping(claims: &[Claim], span: Span) -> Vec<usize> {
    claims.iter().enumerate().filter(|(_, claim)| claim.span.overlaps(span)).map(|(index, _)| index).collect()
}

/// The sentence that `span` begins in, or that ends right before it; the words themselves when there is none.
fn sentence(article: &Article, span: Span) -> Span {
    let sentences = propose::sentences_of(article, article.block_at(span.start));
    let before = |at: usize| if span.is_empty() { at < span.start } else { at <= span.start };
    let found = sentences.iter().rev().find(|sentence| before(sentence.span.start));
    found.or_else(|| sentences.first()).map_or(span, |sentence| sentence.span)
}

/// The claim of the same block that stands nearest.
fn nearest(claims: &[Claim], article: &Article, span: Span) -> Option<usize> {
    let block = article.blocks().get(article.block_at(span.start))?.span;
    let inside = claims.iter().enumerate().filter(|(_, claim)| claim.span.overlaps(block));
    inside.min_by_key(|(_, claim)| claim.span.start.abs_diff(span.start)).map(|(index, _)| index)
}
