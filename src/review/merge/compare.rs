//! What two copies hold differently and no history tells why: a file that was mended by hand, or two without common entries.
//!
//! There is no before and no after here, so one value must stand by a rule that does not ask whose it is: the one that sorts first
//! as JSON, the other beside it as a conflict.

use serde_json::{Map, Value};

use super::super::field::{Conflict, DISMISSED, FATE, FIELDS, Field, READINGS, SETTLED, Shape, VERDICT};
use super::super::{Article, Change, Claim, Entry, Extra, Stamp};

/// [`claims`], where `base` may tell which of two values is the newer: a copy that has a field as the base had it says nothing.
pub(super) fn claims_since(base: Option<&Claim>, article: &Article, one: &Claim, other: &Claim) -> Claim {
    let Some(base) = base else { return claims(article, one, other) };
    let (mut one, mut other) = (one.clone(), other.clone());
    for field in FIELDS.iter().filter(|field| !matches!(field.shape, Shape::Derived)) {
        let (old, here, there) = (field.value(base), field.value(&one), field.value(&other));
        // The value comes from a claim, so it is of the field's shape.
        if here == old {
            let _ = field.put(&mut one, there);
        } else if there == old {
            let _ = field.put(&mut other, here);
        }
    }
    claims(article, &one, &other)
}

/// One claim as two copies have it, field by field: what only one says is taken, of two that differ one stands and the
/// other is kept beside it; of lists everything comes together.
pub(super) fn claims(article: &Article, one: &Claim, other: &Claim) -> Claim {
    let (first, second) = in_order(article, one, other);
    let mut merged = first.clone();
    for field in FIELDS.iter().filter(|field| !matches!(field.shape, Shape::Derived)) {
        if matches!(field.shape, Shape::Mark) {
            readings(&mut merged, second);
            continue;
        }
        let (here, there) = (field.value(first), field.value(second));
        if *field == &DISMISSED {
            dismissals(&mut merged, first, second);
            continue;
        }
        if here == there || Field::is_empty(&there) {
            continue;
        }
        if Field::is_empty(&here) {
            let _ = field.put(&mut merged, there);
            continue;
        }
        // What a draft made of it is nobody's word against another's.
        if *field == &FATE {
            if told_more(second) > told_more(first) {
                let _ = field.put(&mut merged, there);
            }
            continue;
        }
        match field.shape {
            Shape::Many(..) | Shape::Words | Shape::Conflicts => {
                let mut list = field.items(&field.value(&merged)).to_vec();
                for mut thing in field.items(&there).iter().cloned() {
                    if list.contains(&thing) {
                        continue;
                    }
                    if list.iter().any(|held| held.get("id").is_some() && held.get("id") == thing.get("id")) {
                        let fresh =
                            field.fresh_id(&Value::Array([list.clone(), field.items(&there).to_vec()].concat()));
                        if let Some(id) = thing.get_mut("id") {
                            *id = fresh.into();
                        }
                    }
                    list.push(thing);
                }
                let _ = field.put(&mut merged, Value::Array(list));
            }
            Shape::Flag | Shape::Text | Shape::One(_) | Shape::Derived | Shape::Mark => {
                conflict(&mut merged, field.name, there);
            }
        }
    }
    merged.anchor_extra = extras(&first.anchor_extra, &second.anchor_extra);
    merged.extra = extras(&first.extra, &second.extra);
    merged
}

/// Of a claim that only one copy has as dismissed: it is dismissed where the other says nothing of it, and a conflict where that copy has
/// a verdict. Where a dismissal is a reading, what comes of all of them stands already.
fn dismissals(merged: &mut Claim, first: &Claim, second: &Claim) {
    let open = if first.dismissed { second } else { first };
    if first.dismissed == second.dismissed || first.has_dismissal() || second.has_dismissal() {
        return;
    }
    if open.readers().next().is_none() {
        merged.dismissed = true;
    } else {
        conflict(merged, DISMISSED.name, Value::Bool(second.dismissed));
    }
}

/// How much the fate of a claim tells: an answer, and verdicts that stood.
fn told_more(claim: &Claim) -> Option<(bool, usize)> {
    claim.fate().map(|fate| (fate.answer.is_some(), fate.had.len()))
}

/// Puts every reader's verdict of `other` beside those of `claim`; two by one reader are a conflict. What stands follows from all of
/// them, so that no verdict comes to stand over a claim that its readers differ about.
fn readings(claim: &mut Claim, other: &Claim) {
    let mut all = claim.readings();
    for reading in other.readings() {
        match all.iter().find(|held| held.by == reading.by) {
            Some(held) if held.verdict == reading.verdict => {}
            Some(_) => conflict(claim, VERDICT.name, serde_json::to_value(reading.mark()).unwrap_or_default()),
            None => all.push(reading),
        }
    }
    // Values of claims are of their fields' shapes; putting what is settled again reckons the verdict anew.
    let _ = READINGS.put(claim, serde_json::to_value(all).unwrap_or_default());
    let _ = SETTLED.put(claim, SETTLED.value(claim));
}

/// True when two copies of a claim differ in something that none of `entries`, which touch it, has changed.
pub(super) fn untold(one: &Claim, other: &Claim, entries: &[&Entry]) -> bool {
    if one == other {
        return false;
    }
    let mut told = one.clone();
    // A number is no matter of the history; conflicts, what was settled and what became of a verdict on other words follow from
    // entries over other fields.
    told.number = other.number;
    if !entries.is_empty() {
        told.record.fate.clone_from(&other.record.fate);
        told.record.conflicts.clone_from(&other.record.conflicts);
        told.record.settled.clone_from(&other.record.settled);
    }
    for entry in entries {
        match &entry.edit.change {
            Change::Field(field, _) => {
                if matches!(field.shape, Shape::Mark) || *field == &DISMISSED {
                    told.record.readings.clone_from(&other.record.readings);
                    told.mark.clone_from(&other.mark);
                    told.dismissed = other.dismissed;
                }
                // The value comes from a claim, so it is of the field's shape.
                let _ = field.put(&mut told, field.value(other));
            }
            Change::Mend(_) => told.span = other.span,
            Change::Recut(..) | Change::Draft(_) => return false,
            Change::Block(..) | Change::Waive(..) | Change::List(..) | Change::Withhold(..) | Change::Later(..) => {}
        }
    }
    told != *other
}

/// The two in an order that does not ask which is ours.
fn in_order<'c>(article: &Article, one: &'c Claim, other: &'c Claim) -> (&'c Claim, &'c Claim) {
    let text = |claim| serde_json::to_string(&super::super::wire::ClaimShape::of(article, claim)).unwrap_or_default();
    if text(one) <= text(other) { (one, other) } else { (other, one) }
}

fn conflict(claim: &mut Claim, field: &str, theirs: Value) {
    let known = claim.record.conflicts.iter().any(|one| one.field == field && one.theirs == theirs);
    if !known {
        let (field, by, at) = (field.to_owned(), String::new(), Stamp::default());
        claim.record.conflicts.push(Conflict { field, theirs, by, at, extra: Extra::default() });
    }
}

/// Unknown fields of both; of two that differ the one that sorts first.
pub(super) fn extras(one: &Extra, other: &Extra) -> Extra {
    if one == other {
        return one.clone();
    }
    let (one, other) = (one.to_map(), other.to_map());
    let mut merged = Map::new();
    let mut keys: Vec<&String> = one.keys().chain(other.keys()).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        let sides = [one.get(key), other.get(key)];
        if let Some(value) = sides.into_iter().flatten().min_by_key(ToString::to_string) {
            merged.insert(key.clone(), value.clone());
        }
    }
    Extra::new(merged)
}

/// What stands around one text in two copies: the earlier import's.
pub(super) fn articles(ours: &Article, theirs: &Article) -> Article {
    let key = |article: &Article| {
        let from = &article.provenance;
        (from.imported_at.clone(), from.source.clone(), article.title.clone(), article.language.clone())
    };
    let mut merged = if key(theirs) < key(ours) { theirs.clone() } else { ours.clone() };
    merged.extra = extras(&ours.extra, &theirs.extra);
    merged.draft = ours.draft.max(theirs.draft);
    merged
}
