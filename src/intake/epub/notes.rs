//! Notes that stand in another part of a book than their marks: read with the chapter that they are about.

use std::collections::HashMap;

use super::book::BookPart;
use crate::intake::tree::TreeIndex;
use crate::intake::{markup, notes};

/// Takes the notes out of their parts that chapters mark in another: what each says, by the place that its marks lead to.
pub(super) fn lift(parts: &mut [BookPart]) -> HashMap<String, String> {
    let mut said = HashMap::new();
    let ids: Vec<HashMap<String, usize>> = parts.iter().map(|part| notes::places(&part.tree)).collect();
    let by_path: HashMap<String, usize> =
        parts.iter().enumerate().map(|(index, part)| (part.path.clone(), index)).collect();
    let mut taken: HashMap<usize, Vec<TreeIndex>> = HashMap::new();
    for (index, part) in parts.iter().enumerate() {
        for (mark, to) in notes::marks(&part.tree) {
            let Some((path, id)) = to.split_once('#') else { continue };
            let Some((there, target)) = by_path.get(path).and_then(|there| Some((*there, *ids.get(*there)?.get(id)?)))
            else {
                continue;
            };
            let Some(other) = parts.get(there) else { continue };
            // The way back from a note looks like a mark; it leads to what comes before it.
            // The way back from a note looks like a mark: it stands in what is told to be notes, or leads to what comes before it.
            let told = notes::is_told_mark(&part.tree, mark);
            let in_notes = !told && notes::is_told(&part.tree, notes::block(&part.tree, mark));
            let before = there < index && !told && !notes::is_told(&other.tree, notes::block(&other.tree, target));
            if there == index || before || in_notes {
                continue;
            }
            let says = |tree: &_, at| markup::note(tree, at, &other.sheet);
            if let Some(note) = notes::note(&other.tree, target, id, told, says) {
                said.insert(to.clone(), note.says);
                taken.entry(there).or_default().extend(note.blocks);
            }
        }
    }
    for (part, blocks) in taken {
        if let Some(part) = parts.get_mut(part) {
            notes::take_out(&mut part.tree, blocks);
            part.gave_notes = true;
        }
    }
    said
}
