//! The readings that a claim began with, before any entry of the history.

use std::collections::HashSet;

use serde_json::Value;

use super::super::field::{Mark, READINGS, Reading, SETTLED, Shape, VERDICT};
use super::super::{Change, Claim, Entry, Swap};

/// Puts `claim` back to the reading `before`. Readings of those whom no entry names no entry gave, and they stay.
pub(super) fn begin(claim: &mut Claim, before: &Value, entries: &[&Entry]) {
    let mark = |value: &Value| serde_json::from_value::<Option<Mark>>(value.clone()).ok().flatten();
    let swaps = entries.iter().filter_map(|entry| {
        let Change::Field(field, swap) = &entry.edit.change else { return None };
        matches!(field.shape, Shape::Mark).then_some(swap)
    });
    let named: HashSet<_> =
        swaps.flat_map(|swap| [mark(&swap.before), mark(&swap.after)]).flatten().map(|mark| mark.by).collect();
    let mut readings = claim.readings();
    readings.retain(|reading| !named.contains(&reading.by));
    // What follows from a dismissal goes with it.
    claim.dismissed &= !claim.has_dismissal();
    claim.record.readings.clear();
    let dismissal = mark(before).is_some_and(|mark| mark.verdict.is_dismissal());
    if readings.is_empty() && !dismissal {
        // Of the wrong shape it could not have been read.
        let _ = VERDICT.put(claim, before.clone());
        return;
    }
    readings.extend(mark(before).map(Reading::from));
    let _ = READINGS.put(claim, serde_json::to_value(readings).unwrap_or_default());
    // The verdict follows from them.
    let _ = SETTLED.put(claim, SETTLED.value(claim));
}

/// Takes off `claim` what blind entries put there, where no other entry tells what it began with.
pub(super) fn unread(claim: &mut Claim, entries: &[&Entry], told: &HashSet<&str>) {
    // A dismissal that a blind entry made a reading of went before.
    for entry in entries.iter().filter(|entry| entry.is_blind()) {
        let Change::Field(field, _) = &entry.edit.change else { continue };
        if matches!(field.shape, Shape::Mark) && !told.contains(field.name) {
            let own = claim.reading_by(&entry.by).map(|mark| serde_json::to_value(mark).unwrap_or_default());
            own.map(|own| VERDICT.apply(claim, &Swap::new(own, Value::Null)));
        }
    }
}
