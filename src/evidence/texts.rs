//! Where the words of the evidence are kept: in memory, or on disk, of which no more is read than is asked for.

use std::sync::Arc;

use super::material::Material;
use crate::text::Span;

/// The words of files, by their place among them.
pub trait EvidenceTexts: Send + Sync {
    /// All of a file; `None` where it is not to be had any more.
    fn whole(&self, file: usize) -> Option<Arc<Material>>;

    /// The words at `span`, in bytes of the file's text, with at least so many bytes `around` them as there are.
    fn stretch(&self, file: usize, span: Span, around: usize) -> Option<Stretch>;
}

/// A stretch of a file, with the pieces that lie in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The file, with the words of this stretch alone.
    pub material: Arc<Material>,
    /// Where it begins in the file, in bytes.
    pub from: usize,
}

impl Stretch {
    /// A place in the file as one in the stretch.
    #[must_use]
    pub fn inside(&self, span: Span) -> Span {
        Span::new(span.start.saturating_sub(self.from), span.end.saturating_sub(self.from))
    }
}

/// Files that are held in memory.
pub(super) struct HeldTexts(pub(super) Vec<Arc<Material>>);

impl EvidenceTexts for HeldTexts {
    fn whole(&self, file: usize) -> Option<Arc<Material>> {
        self.0.get(file).map(Arc::clone)
    }

    fn stretch(&self, file: usize, _span: Span, _around: usize) -> Option<Stretch> {
        Some(Stretch { material: self.whole(file)?, from: 0 })
    }
}
