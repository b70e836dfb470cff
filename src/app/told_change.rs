//! What is said of a claim that a draft changed, beside its old words and its new ones.

use crate::advice::stated;
use crate::quantity::differing;
use crate::review::{ChangeKind, Claim, CorrectionStatus, Fate, Session, Source, TrackedChange, Verdict};
use crate::text::quoted;

/// What stood on the old words, what became of what was said of them, and what is kept of a claim whose words stand nowhere; a line each.
/// `confirms` is the key that lets the verdict stand again.
pub(super) fn told(session: &Session, claim: &Claim, confirms: &str) -> Vec<String> {
    let Some(fate) = claim.fate() else { return Vec::new() };
    let mut said: Vec<String> = fate.told_had().collect();
    if said.is_empty() {
        said.push("was unchecked".to_owned());
    }
    said.extend(fate.told_sayers(claim.speaker.as_deref()));
    said.extend(fate.told_leaning());
    said.extend(claim.record.corrections.iter().map(|one| {
        let state = if one.status == CorrectionStatus::Accepted { "taken over".to_owned() } else { one.state() };
        format!("correction {state}: {}", quoted(&one.text))
    }));
    if claim.is_apart() {
        let takes = |change: &&TrackedChange| {
            let text = change.text.trim();
            change.kind == ChangeKind::Deleted && (text.contains(&*fate.was) || fate.was.contains(text))
        };
        said.extend(session.article.changes().iter().filter(takes).map(tracked));
        said.extend(claim.kept());
        said.extend(session.told_let_go(claim));
        return said;
    }
    said.extend(claim.readings().iter().map(|one| format!("{} by {} on these words", one.verdict, one.by)));
    said.extend(changed_statement(session, claim));
    said.extend(claim.record.sources.iter().filter_map(|source| bore(session, claim, source)));
    let inside = |change: &&TrackedChange| {
        // What went before its first word or behind its last was another's.
        let at_end = change.span.is_empty() && [claim.span.start, claim.span.end].contains(&change.span.start);
        let beside = at_end && !fate.was.contains(change.text.trim());
        !beside && claim.span.start <= change.span.start && change.span.end <= claim.span.end
    };
    said.extend(session.article.changes().iter().filter(inside).map(tracked));
    let claims = session.claims();
    let here =
        claims.iter_from(claims.first_from(claim.span.start)).take_while(|one| one.span.start == claim.span.start);
    said.extend(here.filter(|other| is_beside(claim, other)).map(|other| {
        let stood = other.fate().and_then(Fate::stood).filter(|_| other.is_pending());
        let state = stood.map_or_else(|| other.status().word().to_owned(), |verdict| format!("was {verdict}"));
        format!("claim {} stands on the same words: {state}", other.number)
    }));
    said.extend(again(claim).map(|verdict| format!("{confirms} gives it: {verdict}")).ok());
    said
}

/// Who tracked a change in the writer's file, and what it was.
fn tracked(change: &TrackedChange) -> String {
    let by = change.by.as_deref().unwrap_or("somebody");
    format!("{by} {} {}", change.kind, quoted(change.text.trim()))
}

/// True for another claim on the very words of `claim`.
fn is_beside(claim: &Claim, other: &Claim) -> bool {
    other.span == claim.span && other.id != claim.id
}

/// The verdict that stands again where a reviewer lets it.
///
/// # Errors
/// Why none does.
pub(super) fn again(claim: &Claim) -> Result<Verdict, &'static str> {
    let none = || match claim.fate().map_or(0, |fate| fate.had.len()) {
        0 => "no verdict stood on it; mark it instead",
        _ => "its readers differed; mark it instead",
    };
    let stood = claim.fate().and_then(Fate::stood).ok_or_else(none)?;
    let is_taken = claim.record.corrections.iter().any(|one| one.status == CorrectionStatus::Accepted);
    if stood == Verdict::Disputed && is_taken {
        return Err("what was disputed has a correction that was accepted; mark the new words instead");
    }
    Ok(stood)
}

/// What the reviewer states in words of their own, where it has another figure than the claim.
fn changed_statement(session: &Session, claim: &Claim) -> Option<String> {
    let (here, there) = stated::differs(session, claim)?;
    Some(format!("states {there}, here {here}: {}", quoted(&claim.statement)))
}

/// How a source bore on words that are others now, and what it says against those: `Minutes supported what stood here before; there it
/// says 612 million, here 621 million`.
fn bore(session: &Session, claim: &Claim, source: &Source) -> Option<String> {
    let stance = source.stance.as_ref()?;
    let differs = differing(session.exact(claim), &source.quote, &session.article.language);
    let differs = differs.map(|(here, there)| format!("; there it says {there}, here {here}"));
    Some(format!("{} {}{}", source.name(), stance.bore(), differs.unwrap_or_default()))
}
