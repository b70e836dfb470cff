//! Lists of things with ids of their own (sources, corrections, queries, replies): each thing is merged by itself.

use serde_json::Value;

use super::super::field::{Conflict, Field};
use super::super::{Claim, Entry, Extra, Swap};

/// Applies to the list in `claim` what leads from `swap.before` to `swap.after`, thing by thing.
pub(super) fn change(claim: &mut Claim, field: &'static Field, swap: &Swap<Value>, entry: &Entry) {
    let (before, after) = (field.items(&swap.before), field.items(&swap.after));
    let now = field.value(claim);
    if now == swap.before {
        let _ = field.put(claim, swap.after.clone());
        return;
    }
    let mut list = field.items(&now).to_vec();
    let mut clashes = Vec::new();
    for new in after {
        match find(before, new) {
            Some(old) if old == new => {}
            old => put(&mut list, old, new, entry, &mut clashes),
        }
    }
    // What one side took away goes, unless the other has changed it.
    for old in before.iter().filter(|old| find(after, old).is_none()) {
        // It may have got another id here, when both had added one under the same.
        let renamed = |held: &Value| is_named_for(id(held), id(old)) && nameless(held) == nameless(old);
        let place = list.iter().position(|held| held == old).or_else(|| list.iter().position(renamed));
        place.map(|at| list.remove(at));
    }
    if before.len() == after.len() && before.iter().all(|old| find(after, old).is_some()) {
        reorder(&mut list, after);
    }
    let _ = field.put(claim, Value::Array(list));
    for theirs in clashes {
        let conflicts = &mut claim.record.conflicts;
        let old = find(before, &theirs);
        conflicts.retain(|one| one.field != field.name || Some(&one.theirs) != old);
        if !conflicts.iter().any(|one| one.field == field.name && one.theirs == theirs) {
            let (field, by, at) = (field.name.to_owned(), entry.by.to_string(), entry.at.clone());
            conflicts.push(Conflict { field, theirs, by, at, extra: Extra::default() });
        }
    }
}

/// Puts a thing that was added, or changed from `old`, into `list`.
fn put(list: &mut Vec<Value>, old: Option<&Value>, new: &Value, entry: &Entry, clashes: &mut Vec<Value>) {
    let same = |a: &Value, b: &Value| a == b || nameless(a) == nameless(b);
    // Under another id, when both had added one under the same.
    let own = list.iter().position(|held| old.is_some_and(|old| same(held, old)) && is_named_for(id(held), id(new)));
    let held = list.iter().position(|held| !id(new).is_empty() && id(held) == id(new));
    match (old, own.or(held)) {
        (Some(old), Some(place)) => {
            if let Some(slot) = list.get_mut(place) {
                if same(slot, old) {
                    let kept = id(slot).to_owned();
                    *slot = named(new, &kept);
                } else if slot != new {
                    clashes.push(new.clone());
                }
            }
        }
        // Somebody took it away whom this did not know of.
        (Some(_) | None, None) => {
            if !list.contains(new) {
                list.push(new.clone());
            }
        }
        (None, Some(_)) => {
            if !list.iter().any(|held| same(held, new)) {
                list.push(named(new, &format!("{}-{}", id(new), entry.id)));
            }
        }
    }
}

/// The thing of `list` with the id of `one`; without an id, the one that is just as it.
fn find<'v>(list: &'v [Value], one: &Value) -> Option<&'v Value> {
    list.iter().find(|other| if id(one).is_empty() { *other == one } else { id(other) == id(one) })
}

fn id(thing: &Value) -> &str {
    thing.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// True for the id `other` itself, and for one that was made of it where two things had it.
fn is_named_for(id: &str, other: &str) -> bool {
    id.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// A thing without its id.
fn nameless(thing: &Value) -> Value {
    named(thing, "")
}

/// A thing under another id.
fn named(thing: &Value, id: &str) -> Value {
    let mut thing = thing.clone();
    if let Some(slot) = thing.get_mut("id") {
        *slot = id.into();
    }
    thing
}

/// Puts the things of `list` that stand in `wanted` into its order; the others stay behind what they stood behind.
fn reorder(list: &mut [Value], wanted: &[Value]) {
    let place = |thing: &Value| wanted.iter().position(|one| id(one) == id(thing) && !id(thing).is_empty());
    let places: Vec<usize> =
        (0..list.len()).filter(|at| list.get(*at).is_some_and(|thing| place(thing).is_some())).collect();
    let mut moved: Vec<Value> = places.iter().filter_map(|at| list.get(*at).cloned()).collect();
    moved.sort_by_key(place);
    for (at, thing) in places.into_iter().zip(moved) {
        if let Some(slot) = list.get_mut(at) {
            *slot = thing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{change, claim, merged, session};
    use crate::review::Session;
    use crate::review::field::{self, Source};

    fn titles(session: &Session) -> Vec<&str> {
        claim(session, "k1").record.sources.iter().map(|source| source.title.as_str()).collect()
    }

    fn source(id: &str, title: &str) -> Source {
        Source { id: id.to_owned(), title: title.to_owned(), ..Source::default() }
    }

    /// A session whose first claim has two sources, in which nothing is known of who wrote them.
    fn with_two() -> Session {
        let mut session = session();
        change(&mut session, "k1", &field::SOURCES, "anna", |claim| {
            claim.record.sources = vec![source("s1", "Log of the harbour"), source("s2", "Minutes")];
        });
        session
    }

    #[test]
    fn of_two_sources_each_may_be_written_on_at_another_desk() {
        let (mut ours, mut theirs) = (with_two(), with_two());
        change(&mut ours, "k1", &field::SOURCES, "anna", |claim| {
            claim.record.sources[0].title = "Log of the harbour, May".to_owned();
        });
        change(&mut theirs, "k1", &field::SOURCES, "bea", |claim| {
            claim.record.sources[1].title = "Minutes, page 4".to_owned();
        });
        let both = merged(&ours, &theirs);
        assert_eq!(titles(&both), ["Log of the harbour, May", "Minutes, page 4"]);
        assert!(claim(&both, "k1").record.conflicts.is_empty());
    }

    #[test]
    fn one_source_that_two_wrote_on_is_a_conflict_and_the_other_is_none() {
        let (mut ours, mut theirs) = (with_two(), with_two());
        for (copy, by, title) in [(&mut ours, "anna", "Ours"), (&mut theirs, "bea", "Theirs")] {
            change(copy, "k1", &field::SOURCES, by, |claim| title.clone_into(&mut claim.record.sources[0].title));
        }
        let both = merged(&ours, &theirs);
        let conflicts = &claim(&both, "k1").record.conflicts;
        assert_eq!((conflicts.len(), conflicts[0].field.as_str()), (1, "sources"));
        let held: Vec<String> =
            [titles(&both)[0].to_owned(), conflicts[0].theirs["title"].as_str().unwrap_or_default().to_owned()].into();
        assert!(held.contains(&"Ours".to_owned()) && held.contains(&"Theirs".to_owned()), "{held:?}");
        assert_eq!(titles(&both)[1], "Minutes");
    }

    #[test]
    fn an_order_that_one_desk_gives_them_stands_beside_what_the_other_adds() {
        let (mut ours, mut theirs) = (with_two(), with_two());
        change(&mut ours, "k1", &field::SOURCES, "anna", |claim| claim.record.sources.reverse());
        change(&mut theirs, "k1", &field::SOURCES, "bea", |claim| {
            claim.record.sources.push(source("s3", "Logbook"));
        });
        assert_eq!(titles(&merged(&ours, &theirs)), ["Minutes", "Log of the harbour", "Logbook"]);
    }
}
