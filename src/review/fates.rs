//! How many claims a draft keeps, moves, changes, loses and brings.

use std::fmt;

use serde::Serialize;

use super::field::FateKind;

/// How many claims have which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fates {
    /// Words as they were, in their place.
    pub same: usize,
    /// Words as they were, elsewhere.
    pub moved: usize,
    /// Words of an earlier draft again, with what was said of them.
    pub back: usize,
    /// Other words.
    pub changed: usize,
    /// Several sentences now.
    pub split: usize,
    /// One sentence with others now.
    pub merged: usize,
    /// Words that stand nowhere.
    pub gone: usize,
    /// Claims that no earlier draft had.
    pub new: usize,
    /// Corrections that the draft took over.
    pub taken_over: usize,
    /// Corrections that it did not take over though the sentence was edited.
    pub ignored: usize,
    /// Notes of the writer's that the draft brings to words which are the same throughout.
    #[serde(skip_serializing_if = "is_none")]
    pub notes: usize,
    /// Tracked changes that it tells of such words.
    #[serde(skip_serializing_if = "is_none")]
    pub tracked: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Fates {
    /// The count of one fate.
    pub(super) const fn of_mut(&mut self, kind: &FateKind) -> &mut usize {
        match kind {
            FateKind::Same => &mut self.same,
            FateKind::Moved => &mut self.moved,
            FateKind::Split => &mut self.split,
            FateKind::Merged => &mut self.merged,
            FateKind::Gone => &mut self.gone,
            FateKind::New => &mut self.new,
            FateKind::Changed | FateKind::Other(_) => &mut self.changed,
        }
    }
}

impl fmt::Display for Fates {
    /// `20 same · 3 changed · 1 gone · 4 new`, what there is none of left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = [
            (self.same, "same"),
            (self.moved, "moved"),
            (self.back, "back"),
            (self.changed, "changed"),
            (self.split, "split"),
            (self.merged, "merged"),
            (self.gone, "gone"),
            (self.new, "new"),
            (self.taken_over, if self.taken_over == 1 { "correction taken over" } else { "corrections taken over" }),
            (self.ignored, if self.ignored == 1 { "correction not taken over" } else { "corrections not taken over" }),
            (self.notes, if self.notes == 1 { "note new" } else { "notes new" }),
            (self.tracked, if self.tracked == 1 { "tracked change new" } else { "tracked changes new" }),
        ];
        let told: Vec<String> =
            told.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        f.write_str(&if told.is_empty() { "no claims".to_owned() } else { told.join(" · ") })
    }
}
