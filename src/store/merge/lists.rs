//! Three-way merges of single values, of lists, and of unknown fields.

use serde_json::Map;

use crate::review::{Extra, Source};

/// The value of the side that changed it; ours when both did, or neither.
pub(super) fn either<'a, T: PartialEq>(base: &T, ours: &'a T, theirs: &'a T) -> &'a T {
    if ours == base { theirs } else { ours }
}

/// The list of the side that changed it; of both, ours with what they added and without what they took away.
pub(super) fn united<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if ours == base || theirs == base {
        return either(&base, &ours, &theirs).to_vec();
    }
    let stays = ours.iter().filter(|one| theirs.contains(one) || !base.contains(one));
    let comes = theirs.iter().filter(|one| !ours.contains(one) && !base.contains(one));
    stays.chain(comes).cloned().collect()
}

/// Unknown fields, each merged by itself.
pub(super) fn extra(base: &Extra, ours: &Extra, theirs: &Extra) -> Extra {
    if ours == theirs || theirs == base {
        return ours.clone();
    }
    let (base, ours, theirs) = (base.to_map(), ours.to_map(), theirs.to_map());
    let mut merged = Map::new();
    for key in ours.keys().chain(theirs.keys().filter(|key| !ours.contains_key(*key))) {
        let sides = (base.get(key), ours.get(key), theirs.get(key));
        if let Some(value) = either(&sides.0, &sides.1, &sides.2) {
            merged.insert(key.clone(), (*value).clone());
        }
    }
    Extra::new(merged)
}

/// Merged sources, and those of theirs that could not be united with ours.
pub(super) fn sources(base: &[Source], ours: &[Source], theirs: &[Source]) -> (Vec<Source>, Vec<Source>) {
    if ours == base || theirs == base {
        return (either(&base, &ours, &theirs).to_vec(), Vec::new());
    }
    let mut merged = Vec::new();
    let mut clashes = Vec::new();
    for one in ours {
        match (same(base, one), same(theirs, one)) {
            (Some(was), None) if was == one => {}
            // When both added a source under one id, theirs comes in below, under another.
            (_, None) | (None, Some(_)) => merged.push(one.clone()),
            (Some(was), Some(theirs)) => {
                if one != was && theirs != was && one != theirs {
                    clashes.push(theirs.clone());
                }
                merged.push(either(was, one, theirs).clone());
            }
        }
    }
    for one in theirs {
        let mut one = one.clone();
        match (same(base, &one), same(ours, &one)) {
            (Some(was), None) if *was == one => {}
            (Some(_), Some(_)) => {}
            (None, Some(ours)) if *ours == one => {}
            (None, Some(_)) => {
                one.id = Source::fresh_id(merged.iter().chain(theirs));
                merged.push(one);
            }
            (_, None) => merged.push(one),
        }
    }
    (merged, clashes)
}

/// The source of `list` that has the id of `one`; without an id, the one that is just as it.
fn same<'a>(list: &'a [Source], one: &Source) -> Option<&'a Source> {
    list.iter().find(|other| if one.id.is_empty() { *other == one } else { other.id == one.id })
}

/// The beginning of a text, short enough for one line of a message.
pub(super) fn first_words(text: &str) -> String {
    let mut words: String = text.chars().take(40).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(id: &str, title: &str) -> Source {
        Source { id: id.to_owned(), title: title.to_owned(), ..Source::default() }
    }

    #[test]
    fn two_sources_added_under_one_id_are_both_kept() {
        let (merged, clashes) = sources(&[], &[source("s1", "minutes")], &[source("s1", "ledger")]);
        assert_eq!(merged, [source("s1", "minutes"), source("s2", "ledger")]);
        assert!(clashes.is_empty());
    }

    #[test]
    fn a_source_deleted_there_goes_unless_it_was_changed_here() {
        let base = [source("s1", "minutes"), source("s2", "ledger")];
        let ours = [source("s1", "minutes"), source("s2", "ledger of 2024")];
        assert_eq!(sources(&base, &ours, &[]).0, [source("s2", "ledger of 2024")]);
        assert_eq!(sources(&base, &base, &[]).0, []);
    }

    #[test]
    fn a_source_changed_on_both_sides_clashes() {
        let base = [source("s1", "minutes")];
        let (merged, clashes) = sources(&base, &[source("s1", "minutes, p. 2")], &[source("s1", "minutes, p. 3")]);
        assert_eq!((merged, clashes), (vec![source("s1", "minutes, p. 2")], vec![source("s1", "minutes, p. 3")]));
    }

    #[test]
    fn tags_of_both_sides_come_together() {
        assert_eq!(united(&["a", "b"], &["a", "b", "c"], &["b", "d"]), ["b", "c", "d"]);
    }
}
