//! What the card says of the draft that changed a claim's words: which words they were, and what verdict stood on them.

use super::rows::Ink;
use super::writer::CardWriter;
use crate::review::{ChangeKind, Claim, Fate, FateKind, TrackedChange};

impl CardWriter<'_> {
    /// The words that a draft changed, and the verdict that was given on them; that the claim was moved, or is new.
    pub(super) fn fate(&mut self, claim: &Claim) {
        let Some(fate) = claim.fate() else { return };
        match fate.is {
            FateKind::New | FateKind::Moved => {
                let by = if fate.is == FateKind::New { self.inserted(claim) } else { String::new() };
                self.field("draft", &format!("{} in draft {}{by}", fate.is, fate.draft), Ink::Quiet);
            }
            _ if fate.was.is_empty() => {}
            FateKind::Same
            | FateKind::Changed
            | FateKind::Split
            | FateKind::Merged
            | FateKind::Gone
            | FateKind::Other(_) => {
                let now = self.desk.session.exact(claim);
                self.differing("draft", &fate.was, now, &told(claim, fate));
            }
        }
    }
}

impl CardWriter<'_> {
    /// Who put the words of a claim in, where the writer's file tracks that: `, inserted by Ole Berg`.
    fn inserted(&self, claim: &Claim) -> String {
        let puts = |change: &&TrackedChange| change.kind == ChangeKind::Inserted && change.span.overlaps(claim.span);
        let by = self.desk.session.article.changes().iter().find(puts).and_then(|change| change.by.as_deref());
        by.map(|by| format!(", inserted by {by}")).unwrap_or_default()
    }
}

/// `changed in draft 2; was verified by anna, 2026-11-23; confirmed`.
fn told(claim: &Claim, fate: &Fate) -> String {
    // Within one draft a reviewer mended it.
    let how = if fate.from == fate.draft { "mended".to_owned() } else { fate.is.to_string() };
    let mut told = vec![format!("{how} in draft {}", fate.draft)];
    told.extend(fate.told_had());
    told.extend(fate.told_sayers(claim.speaker.as_deref()));
    told.extend(fate.told_leaning());
    told.extend(fate.answer.iter().map(ToString::to_string));
    told.join("; ")
}
