//! What is said after a claim was settled, and where the reviewer goes then.

use super::motion::advance;
use crate::app::keymap::Scope;
use crate::app::model::Model;
use crate::review::{ClaimId, Status};

/// Says what became of a claim and how to take it back, and goes on to the next where that is wanted.
pub(super) fn done(model: &mut Model, id: &ClaimId, advances: bool) {
    let said = model.desk().and_then(|desk| desk.session.claims().by_id(id)).map(|claim| {
        let reading = claim.status() == Status::Unchecked && !claim.record.readings.is_empty();
        format!("{} {}", claim.number, if reading { "read" } else { claim.status().word() })
    });
    let beyond = if advances { advance(model) } else { "" };
    let undo = format!("{} undo", model.key(Scope::Desk, "undo"));
    let parts = [said.unwrap_or_default(), undo, beyond.to_owned()];
    model.say(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
}
