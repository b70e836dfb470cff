//! What is said after a claim was settled, and where the reviewer goes then.

use super::motion::advance;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::review::{Claim, ClaimId, Status};

/// Says what became of a claim and how to take it back, and goes on to the next where that is wanted.
pub(super) fn done(model: &mut Model, id: &ClaimId, advances: bool) {
    let said = model.desk().and_then(|desk| desk.session.claims().by_id(id)).map(|claim| {
        let reading = claim.status() == Status::Unchecked && !claim.record.readings.is_empty();
        let word = if reading { "read" } else { claim.status().word() };
        format!("{} {word}{}", claim.number, settled(claim, &model.settings.reviewer))
    });
    let beyond = if advances { advance(model) } else { "" };
    let undo = format!("{} undo", model.key(Scope::Desk, "undo"));
    let parts = [said.unwrap_or_default(), undo, beyond.to_owned()];
    model.say(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
}

/// What one says who has marked a claim that somebody else has settled: it stands as that one said, or gives way.
fn settled(claim: &Claim, reader: &str) -> String {
    let Some(settled) = claim.record.settled.as_deref() else { return String::new() };
    let whose = if &*settled.by == reader { "you" } else { &*settled.by };
    if claim.settlement().is_none() {
        return format!(": its readers agree, what {whose} settled it to gives way");
    }
    let own = claim.reading_by(reader).filter(|_| &*settled.by != reader);
    own.map_or_else(String::new, |own| format!(", as {whose} settled it; yours is {}", own.verdict))
}
