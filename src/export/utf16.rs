//! Positions in UTF-16 code units, as browsers count.

/// Counts UTF-16 code units from the start of a text, going on from where it was last asked.
pub(super) struct Units<'a> {
    text: &'a str,
    byte: usize,
    seen: usize,
}

impl<'a> Units<'a> {
    /// Before anything was asked.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, byte: 0, seen: 0 }
    }

    /// Code units before byte `at`, which lies on a character boundary. Cheap when bytes are asked for in order.
    pub(super) fn before(&mut self, at: usize) -> usize {
        if at < self.byte {
            (self.byte, self.seen) = (0, 0);
        }
        self.seen += self.text.get(self.byte..at).unwrap_or_default().encode_utf16().count();
        self.byte = at;
        self.seen
    }
}
