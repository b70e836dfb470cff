//! The imported text: immutable, normalised, cut into blocks.

use std::sync::Arc;

use super::annotation::{Annotation, TrackedChange};
use super::vocabulary::vocabulary;
use super::{CodePoints, Extra, Span, Stamp};
use crate::text::Checksum;

vocabulary! {
    /// What a block of the article is.
    BlockKind {
        /// The article's title.
        Headline = "headline",
        /// The line under the title that sums the article up.
        Dek = "dek",
        /// A heading inside the article.
        Heading = "heading",
        /// Running text.
        Paragraph = "paragraph",
        /// One item of a list.
        ListItem = "list_item",
        /// A block quotation.
        Quote = "quote",
        /// The words under a picture.
        Caption = "caption",
        /// Remains of the page: shown dimmed, never claimed.
        Furniture = "furniture",
    }
}

/// How a block stands in a list: what its file counts or draws, and does not write among the words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListPlace {
    /// What stands before its words, as it is set: `3.`, `b)`; empty where they go on with the item above. `None` where the file does not
    /// tell, and for a bullet.
    pub mark: Option<Box<str>>,
    /// Lists that its own list stands in: 0 for an outermost one.
    pub depth: usize,
}

impl ListPlace {
    /// The mark before the block's words; `None` where there is none.
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref().filter(|mark| !mark.is_empty())
    }

    /// True for words that go on with the item above.
    pub fn goes_on(&self) -> bool {
        self.mark.as_deref() == Some("")
    }

    /// True where nothing is told of a list.
    pub fn is_untold(&self) -> bool {
        *self == Self::default()
    }
}

/// One block: a line of `article.text()` with its kind. Blocks stand in order and do not overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes, without its line break.
    pub span: Span,
    /// How it stands in a list.
    pub item: ListPlace,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
}

impl Block {
    /// A block of `kind` over `span`.
    pub fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span, item: ListPlace::default(), extra: Extra::default() }
    }

    /// The block, standing in a list as `item` says.
    #[must_use]
    pub fn listed(self, item: ListPlace) -> Self {
        Self { item, ..self }
    }
}

/// Where an article comes from, as far as the page or file told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// The path that was opened, or `-` for stdin.
    pub source: String,
    /// SHA-256 of the file it was read from, in lower-case hex: which bytes were checked, and how the session is found again.
    pub file_sha256: Option<String>,
    /// When it was imported.
    pub imported_at: Stamp,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// When it was published, as printed.
    pub published: Option<String>,
    /// Its canonical link.
    pub url: Option<String>,
    /// The encoding when it had to be guessed, by its WHATWG name.
    pub encoding: Option<String>,
}

impl Provenance {
    /// The name of the file that was opened, without the folders of whoever opened it.
    pub fn file_name(&self) -> &str {
        self.source.rsplit(['/', '\\']).next().unwrap_or_default()
    }
}

/// Why a text with its blocks is no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArticleError {
    /// A block lies outside the text, overlaps the one before, or cuts a character.
    #[error("block {index} ({start} to {end}) does not fit the article's text")]
    Block {
        /// Its place in the list, from 0.
        index: usize,
        /// Its first byte.
        start: usize,
        /// One past its last byte.
        end: usize,
    },
}

/// An article. Its text never changes; a block's kind may (furniture and back), by an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The headline, or what stands for one.
    pub title: String,
    /// BCP 47 code of its language; empty when unknown.
    pub language: String,
    /// Which draft it is, from 1.
    pub draft: u32,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Fields of the file that this version does not know.
    pub extra: Extra,
    text: Arc<str>,
    blocks: Arc<Vec<Block>>,
    annotations: Arc<[Annotation]>,
    changes: Arc<[TrackedChange]>,
    points: Arc<CodePoints>,
    checksum: Checksum,
}

impl Article {
    /// An article over `text`.
    ///
    /// # Errors
    /// When a block does not lie on character boundaries of the text, in order.
    pub fn new(title: impl Into<String>, text: impl Into<Arc<str>>, blocks: Vec<Block>) -> Result<Self, ArticleError> {
        let text = text.into();
        let points = CodePoints::new(&text);
        Self::pointed(title.into(), text, points, blocks)
    }

    /// [`Article::new`] for a text whose code points were counted already.
    pub(super) fn pointed(
        title: String,
        text: Arc<str>,
        points: CodePoints,
        blocks: Vec<Block>,
    ) -> Result<Self, ArticleError> {
        let mut last = 0;
        for (index, block) in blocks.iter().enumerate() {
            let Span { start, end } = block.span;
            if start < last || text.get(start..end).is_none() {
                return Err(ArticleError::Block { index, start, end });
            }
            last = end;
        }
        Ok(Self {
            title,
            language: String::new(),
            draft: 1,
            provenance: Provenance::default(),
            extra: Extra::default(),
            text,
            blocks: Arc::new(blocks),
            annotations: Arc::default(),
            changes: Arc::default(),
            points: Arc::new(points),
            checksum: Checksum::default(),
        })
    }

    /// The article with what the writer said about its words and what was tracked in it, each in article order.
    #[must_use]
    pub fn annotated(self, annotations: Vec<Annotation>, changes: Vec<TrackedChange>) -> Self {
        Self { annotations: annotations.into(), changes: changes.into(), ..self }
    }

    /// What the writer said about the words, in article order.
    pub fn annotations(&self) -> &[Annotation] {
        &self.annotations
    }

    /// Puts down what is said by hand of each of the writer's notes.
    pub(super) fn said_of_notes(&mut self, say: impl Fn(&Annotation) -> Option<bool>) {
        let said = self.annotations.iter().map(|note| Annotation { confidential: say(note), ..note.clone() });
        self.annotations = said.collect();
    }

    /// What came along with the words, counted: `2 comments, 14 footnotes, 9 tracked changes`; `None` where nothing did.
    pub fn brought(&self) -> Option<String> {
        super::annotation::brought(&self.annotations, self.changes.len())
    }

    /// True when the writer said something about words of `span`, or right behind them.
    pub fn is_annotated(&self, span: Span) -> bool {
        self.annotations_at(span).next().is_some()
    }

    /// What the writer said about words of `span`, or right behind them, in article order.
    pub fn annotations_at(&self, span: Span) -> impl Iterator<Item = &Annotation> {
        // A note's mark stands behind the full stop, which a claim may leave out.
        let behind = move |note: &Annotation| {
            note.span.start == note.span.end && note.span.start > span.start && note.span.end <= span.end + 1
        };
        self.annotations.iter().filter(move |note| note.span.overlaps(span) || behind(note))
    }

    /// The tracked changes within `span`, in article order.
    pub fn changes_at(&self, span: Span) -> impl Iterator<Item = &TrackedChange> {
        let within = move |at: Span| at.overlaps(span) || at.is_empty() && span.start < at.start && at.start < span.end;
        self.changes.iter().filter(move |change| within(change.span))
    }

    /// The tracked changes that count as accepted, in article order.
    pub fn changes(&self) -> &[TrackedChange] {
        &self.changes
    }

    /// The article's language without its country or script (BCP 47); empty when unknown.
    pub fn primary_language(&self) -> &str {
        self.language.split('-').next().unwrap_or_default()
    }

    /// The normalised text. Lines are parted by `\n`; offsets into it are bytes.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// SHA-256 of the text, in lower-case hex; taken once, when it is first asked for.
    pub fn sha256(&self) -> String {
        self.checksum.of(&self.text).to_owned()
    }

    /// True when `other` is this very text with these very blocks: one is a copy of the other, and nothing was changed since.
    pub fn is_copy(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && Arc::ptr_eq(&self.blocks, &other.blocks)
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The index of the block that holds byte `at`, or of the last one that begins before it; 0 for anything earlier.
    pub fn block_at(&self, at: usize) -> usize {
        self.blocks.partition_point(|block| block.span.start <= at).saturating_sub(1)
    }

    /// Gives block `index` another kind; out of range does nothing. Only an edit calls this.
    pub(super) fn set_kind(&mut self, index: usize, kind: BlockKind) {
        if let Some(block) = Arc::make_mut(&mut self.blocks).get_mut(index) {
            block.kind = kind;
        }
    }

    /// Lets block `index` stand in its list as `item` says; out of range does nothing. Only a merge calls this.
    pub(super) fn set_item(&mut self, index: usize, item: ListPlace) {
        if let Some(block) = Arc::make_mut(&mut self.blocks).get_mut(index) {
            block.item = item;
        }
    }

    /// The words of `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The code point at which byte `at` begins.
    pub fn code_point(&self, at: usize) -> usize {
        self.points.at_byte(&self.text, at)
    }

    /// The byte at which code point `at` begins; `None` beyond the end.
    pub fn byte(&self, at: usize) -> Option<usize> {
        self.points.to_byte(&self.text, at)
    }

    /// Up to `limit` code points before `at` (bytes) and after `end` (bytes): an anchor's prefix and suffix.
    pub fn context(&self, span: Span, limit: usize) -> (&str, &str) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        let from = before.char_indices().rev().take(limit).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(limit).map_or(after.len(), |(at, _)| at);
        (before.get(from..).unwrap_or_default(), after.get(..to).unwrap_or_default())
    }
}
