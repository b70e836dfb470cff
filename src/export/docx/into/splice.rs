//! Changes to a text at byte places: everything between them stays as it was.

/// What stands where at one place: the lower comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SpliceOrder {
    /// What is cut ends.
    Closes,
    /// A tracked deletion ends.
    DeletionEnds,
    /// Words come in behind those before.
    Behind,
    /// A comment's words end.
    CommentEnds,
    /// A comment's words begin.
    CommentBegins,
    /// Words come in before those behind.
    Before,
    /// A tracked deletion begins.
    DeletionBegins,
    /// What is cut goes on.
    Opens,
}

/// One change.
#[derive(Clone, Debug)]
struct Patch {
    at: usize,
    order: SpliceOrder,
    /// Bytes that go.
    gone: usize,
    put: String,
}

/// The changes to a text.
#[derive(Debug, Default)]
pub(super) struct Splices {
    patches: Vec<Patch>,
}

impl Splices {
    /// Puts `words` in at byte `at`; of those with one order the earlier call's come first.
    pub(super) fn put(&mut self, at: usize, order: SpliceOrder, words: impl Into<String>) {
        self.patches.push(Patch { at, order, gone: 0, put: words.into() });
    }

    /// Puts `words` in the place of `gone` bytes at byte `at`.
    pub(super) fn replace(&mut self, at: usize, gone: usize, words: impl Into<String>) {
        self.patches.push(Patch { at, order: SpliceOrder::Opens, gone, put: words.into() });
    }

    /// `text` with the changes; `None` when one of them stands at no character's edge or on what another has taken out.
    pub(super) fn applied(mut self, text: &str) -> Option<String> {
        self.patches.sort_by_key(|patch| (patch.at, patch.order));
        let mut done =
            String::with_capacity(text.len() + self.patches.iter().map(|patch| patch.put.len()).sum::<usize>());
        let mut from = 0;
        for patch in self.patches {
            done.push_str(text.get(from..patch.at)?);
            done.push_str(&patch.put);
            from = patch.at + patch.gone;
        }
        done.push_str(text.get(from..)?);
        Some(done)
    }
}

#[cfg(test)]
mod tests {
    use super::{SpliceOrder, Splices};

    #[test]
    fn changes_stand_in_their_order_and_the_rest_as_it_was() {
        let mut splices = Splices::default();
        splices.put(3, SpliceOrder::CommentBegins, "(");
        splices.put(3, SpliceOrder::CommentEnds, ")");
        splices.replace(0, 1, "A");
        assert_eq!(splices.applied("añb c").as_deref(), Some("Añ)(b c"));
        let mut torn = Splices::default();
        torn.put(2, SpliceOrder::Behind, "x");
        assert_eq!(torn.applied("aña"), None);
    }
}
