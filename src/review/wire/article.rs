//! The article as JSON.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::super::{
    Annotation, AnnotationKind, Article, Block, BlockKind, ChangeKind, CodePoints, Extra, ListPlace, Provenance, Span,
    Stamp, TrackedChange,
};
use super::WireError;

/// `article` in the session file.
#[derive(Debug, Serialize, Deserialize)]
pub struct ArticleShape<'a> {
    /// The headline.
    #[serde(borrow)]
    pub title: Cow<'a, str>,
    /// The path that was opened.
    #[serde(borrow, default)]
    pub source: Cow<'a, str>,
    /// SHA-256 of the text, lower-case hex.
    #[serde(borrow, default)]
    pub sha256: Cow<'a, str>,
    /// SHA-256 of the file it was read from, lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_sha256: Option<String>,
    /// When it was imported.
    #[serde(default)]
    pub imported_at: Stamp,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// When it was published, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its canonical link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The encoding, when it was guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// BCP 47 code.
    #[serde(borrow, default)]
    pub language: Cow<'a, str>,
    /// Which draft it is, from 1; left out of the first.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub draft: u32,
    /// The normalised text.
    #[serde(deserialize_with = "shared")]
    pub text: Arc<str>,
    /// Its blocks.
    pub blocks: Vec<BlockShape>,
    /// What the writer said about its words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<AnnotationShape>,
    /// The changes that were tracked in its file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<TrackedShape>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One block.
#[derive(Debug, Serialize, Deserialize)]
pub struct BlockShape {
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What stands before its words in a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Box<str>>,
    /// Lists that its own list stands in.
    #[serde(default, skip_serializing_if = "is_outermost")]
    pub depth: usize,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of `annotations`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnnotationShape {
    /// Its id.
    #[serde(default)]
    pub id: String,
    /// Its form.
    pub kind: AnnotationKind,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Stamp::is_empty")]
    pub at: Stamp,
    /// First code point of its words.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it says.
    pub text: String,
    /// What was said by hand: held back from exports, or free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One of `changes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrackedShape {
    /// What was done.
    pub kind: ChangeKind,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Stamp::is_empty")]
    pub at: Stamp,
    /// First code point of the words put in, or where words were taken out.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The number of the first draft.
pub(super) const fn first() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) const fn is_first(draft: &u32) -> bool {
    *draft == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
pub(super) const fn is_outermost(depth: &usize) -> bool {
    *depth == 0
}

/// The annotations of `article` as the file has them.
pub(super) fn annotations(article: &Article) -> impl Iterator<Item = AnnotationShape> {
    article.annotations().iter().map(|note| {
        let Annotation { id, kind, by, at, span, text, confidential, extra } = note.clone();
        let (start, end) = (article.code_point(span.start), article.code_point(span.end));
        AnnotationShape { id, kind, by, at, start, end, text, confidential, extra }
    })
}

/// The tracked changes of `article` as the file has them.
pub(super) fn changes(article: &Article) -> impl Iterator<Item = TrackedShape> {
    article.changes().iter().map(|change| {
        let TrackedChange { kind, by, at, span, text, extra } = change.clone();
        let (start, end) = (article.code_point(span.start), article.code_point(span.end));
        TrackedShape { kind, by, at, start, end, text, extra }
    })
}

impl<'a> From<&'a Article> for ArticleShape<'a> {
    fn from(article: &'a Article) -> Self {
        let Provenance { source, file_sha256, imported_at, byline, published, url, encoding } = &article.provenance;
        let blocks = article.blocks().iter().map(|block| BlockShape {
            kind: block.kind.clone(),
            start: article.code_point(block.span.start),
            end: article.code_point(block.span.end),
            mark: block.item.mark.clone(),
            depth: block.item.depth,
            extra: block.extra.clone(),
        });
        Self {
            title: article.title.as_str().into(),
            source: source.as_str().into(),
            sha256: article.sha256().into(),
            file_sha256: file_sha256.clone(),
            imported_at: imported_at.clone(),
            byline: byline.clone(),
            published: published.clone(),
            url: url.clone(),
            encoding: encoding.clone(),
            language: article.language.as_str().into(),
            text: article.shared_text(),
            blocks: blocks.collect(),
            annotations: annotations(article).collect(),
            changes: changes(article).collect(),
            draft: article.draft,
            extra: article.extra.clone(),
        }
    }
}

impl ArticleShape<'_> {
    /// True when every field of it and of its blocks is one that this version knows.
    pub fn is_known(&self) -> bool {
        self.extra.is_empty()
            && self.blocks.iter().all(|block| block.extra.is_empty())
            && self.annotations.iter().all(|note| note.extra.is_empty())
            && self.changes.iter().all(|change| change.extra.is_empty())
    }

    /// The article it describes.
    ///
    /// # Errors
    /// When its blocks do not fit its text.
    pub fn into_article(self) -> Result<Article, WireError> {
        let points = CodePoints::new(&self.text);
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for (index, block) in self.blocks.into_iter().enumerate() {
            let byte = |at| points.to_byte(&self.text, at);
            let span = ordered(byte(block.start), byte(block.end)).ok_or_else(|| WireError::Offsets {
                place: format!("block {}", index + 1),
                start: block.start,
                end: block.end,
                total: points.total(),
            })?;
            let item = ListPlace { mark: block.mark, depth: block.depth };
            blocks.push(Block { kind: block.kind, span, item, extra: block.extra });
        }
        let placed = |what: &str, index: usize, (start, end): (usize, usize)| {
            let byte = |at| points.to_byte(&self.text, at);
            ordered(byte(start), byte(end)).ok_or_else(|| WireError::Offsets {
                place: format!("{what} {}", index + 1),
                start,
                end,
                total: points.total(),
            })
        };
        let mut annotations = Vec::with_capacity(self.annotations.len());
        for (index, note) in self.annotations.into_iter().enumerate() {
            let span = placed("annotation", index, (note.start, note.end))?;
            let AnnotationShape { id, kind, by, at, text, confidential, extra, .. } = note;
            annotations.push(Annotation { id, kind, by, at, span, text, confidential, extra });
        }
        let mut changes = Vec::with_capacity(self.changes.len());
        for (index, change) in self.changes.into_iter().enumerate() {
            let span = placed("tracked change", index, (change.start, change.end))?;
            let TrackedShape { kind, by, at, text, extra, .. } = change;
            changes.push(TrackedChange { kind, by, at, span, text, extra });
        }
        let mut article =
            Article::pointed(self.title.into_owned(), self.text, points, blocks)?.annotated(annotations, changes);
        article.draft = self.draft;
        article.language = self.language.into_owned();
        article.provenance = Provenance {
            source: self.source.into_owned(),
            file_sha256: self.file_sha256,
            imported_at: self.imported_at,
            byline: self.byline,
            published: self.published,
            url: self.url,
            encoding: self.encoding,
        };
        article.extra = self.extra;
        Ok(article)
    }
}

/// Code points `start..end` as bytes; `None` when they do not lie in the text in order.
pub(super) fn bytes(article: &Article, start: usize, end: usize) -> Option<Span> {
    ordered(article.byte(start), article.byte(end))
}

fn ordered(start: Option<usize>, end: Option<usize>) -> Option<Span> {
    let span = Span::new(start?, end?);
    (span.start <= span.end).then_some(span)
}

/// A text as it is kept, without a copy in between: a book is ten megabytes.
fn shared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    struct TextShape;
    impl Visitor<'_> for TextShape {
        type Value = Arc<str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Arc<str>, E> {
            Ok(text.into())
        }
    }
    deserializer.deserialize_str(TextShape)
}
