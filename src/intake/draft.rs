//! What a reader of a format hands over: pieces of text with their kinds, which become the article's blocks.

use std::borrow::Cow;
use std::ops::Range;

use super::furniture;
use super::taken::{Hint, IntakeError, Taken};
use crate::propose;
use crate::review::{
    Annotation, AnnotationKind, Article, Block, BlockKind, ChangeKind, Extra, ListPlace, Provenance, Span, Stamp,
    TrackedChange,
};
use crate::text::{SourceMap, SourceStretch, link};

/// A stretch of text that becomes one block: one line, tidied.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DraftPiece<'a> {
    /// What it is.
    pub(super) kind: BlockKind,
    /// Its words, on one line.
    pub(super) text: Cow<'a, str>,
    /// How it stands in a list.
    pub(super) item: ListPlace,
}

impl<'a> DraftPiece<'a> {
    /// A piece that stands in no list.
    pub(super) fn new(kind: BlockKind, text: impl Into<Cow<'a, str>>) -> Self {
        Self { kind, text: text.into(), item: ListPlace::default() }
    }

    /// The piece with words of its own.
    fn into_owned(self) -> DraftPiece<'static> {
        DraftPiece { kind: self.kind, text: Cow::Owned(self.text.into_owned()), item: self.item }
    }
}

/// Something said about the words before the article's text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aside {
    /// Its form.
    pub(super) kind: AnnotationKind,
    /// The index of the piece it is about.
    pub(super) piece: usize,
    /// The words of the piece, in bytes; empty for the place before which it stands.
    pub(super) within: Range<usize>,
    /// What it says.
    pub(super) text: String,
    /// Who wrote it.
    pub(super) by: Option<String>,
    /// When it was written, as the file has it.
    pub(super) at: Option<String>,
}

/// A place in the pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PiecePlace {
    /// The piece's index.
    pub(super) piece: usize,
    /// The byte in it.
    pub(super) at: usize,
}

/// Who said or did something, and when, as far as the file tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Authorship {
    /// By whom.
    pub(super) by: Option<String>,
    /// When.
    pub(super) at: Option<String>,
}

/// A tracked change before the article's text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tracked {
    /// What was done.
    pub(super) kind: ChangeKind,
    /// The index of the piece in which it stands.
    pub(super) piece: usize,
    /// The inserted words of the piece, in bytes; empty for the place of a deletion.
    pub(super) within: Range<usize>,
    /// The words.
    pub(super) text: String,
    /// By whom.
    pub(super) by: Option<String>,
    /// When, as the file has it.
    pub(super) at: Option<String>,
}

/// Where words of a piece came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PieceTrace {
    /// The piece's index.
    pub(super) piece: usize,
    /// Bytes of the piece, with the bytes of the file that they came from.
    pub(super) stretch: SourceStretch,
}

/// An article in the making.
#[derive(Debug, Default)]
pub(super) struct ArticleDraft<'a> {
    /// The blocks to be, in order.
    pub(super) pieces: Vec<DraftPiece<'a>>,
    /// What the writer said about the words.
    pub(super) asides: Vec<Aside>,
    /// What was tracked.
    pub(super) changes: Vec<Tracked>,
    /// Where the words came from, when the format's reader tells.
    pub(super) traces: Vec<PieceTrace>,
    /// The title, when the format tells it; else the headline's words.
    pub(super) title: Option<String>,
    /// The language, when the format tells it.
    pub(super) language: Option<String>,
    /// Who wrote it, as printed.
    pub(super) byline: Option<String>,
    /// When it was published, as printed.
    pub(super) published: Option<String>,
    /// Its canonical link.
    pub(super) url: Option<String>,
    /// The encoding, when it was guessed.
    pub(super) encoding: Option<String>,
    /// What the reviewer should know.
    pub(super) notices: Vec<String>,
}

impl ArticleDraft<'_> {
    /// Notes that the words from `from` to the end of `open`, the piece that is being read, were put in, in each of the pieces that they
    /// stand in.
    pub(super) fn inserted(&mut self, from: PiecePlace, open: &str, hand: &Authorship) {
        for piece in from.piece..=self.pieces.len() {
            let whole = self.pieces.get(piece).map_or(open, |piece| piece.text.as_ref());
            let within = if piece == from.piece { from.at.min(whole.len()) } else { 0 }..whole.len();
            let text = whole.get(within.clone()).unwrap_or_default().to_owned();
            if !text.is_empty() {
                let (kind, Authorship { by, at }) = (ChangeKind::Inserted, hand.clone());
                self.changes.push(Tracked { kind, piece, within, text, by, at });
            }
        }
    }

    /// Puts what is said of a place behind the last piece at its end.
    pub(super) fn end_places(&mut self) {
        let last = self.pieces.len().saturating_sub(1);
        let end = self.pieces.last().map_or(0, |piece| piece.text.len());
        for change in self.changes.iter_mut().filter(|change| change.piece > last) {
            (change.piece, change.within) = (last, end..end);
        }
        for aside in self.asides.iter_mut().filter(|aside| aside.piece > last) {
            (aside.piece, aside.within) = (last, end..end);
        }
    }

    /// The article: the pieces parted by blank lines, with a final line break. `format` is what it was read as, for messages.
    ///
    /// # Errors
    /// When no piece holds a word.
    pub(super) fn into_taken(mut self, hint: &Hint<'_>, format: &'static str) -> Result<Taken, IntakeError> {
        for piece in self.pieces.iter_mut().filter(|piece| furniture::is_remark(&piece.text)) {
            piece.kind = BlockKind::Furniture;
        }
        let mut text = String::with_capacity(self.pieces.iter().map(|piece| piece.text.len() + 2).sum());
        let mut blocks = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(&piece.text);
            blocks.push(Block::new(piece.kind.clone(), Span::new(start, text.len())).listed(piece.item.clone()));
        }
        if blocks.is_empty() {
            return Err(IntakeError::Wordless(format));
        }
        text.push('\n');
        let (annotations, changes) = (annotations(self.asides, &blocks), changes(self.changes, &blocks));
        let title = self.title.unwrap_or_else(|| title(&self.pieces));
        let mut article = Article::new(title, text, blocks)
            .map_err(|error| IntakeError::Broken { format, why: error.to_string() })?
            .annotated(annotations, changes);
        let told = hint.language.map(str::to_owned).or(self.language.and_then(|code| code_of(&code)));
        article.language = told.unwrap_or_else(|| propose::language::detect(&running(&article)).to_owned());
        article.provenance = Provenance {
            source: hint.name.to_owned(),
            byline: self.byline,
            published: self.published,
            url: self.url,
            encoding: self.encoding,
            ..Provenance::default()
        };
        Ok(Taken { article, notices: self.notices })
    }
}

impl ArticleDraft<'_> {
    /// Where the words of the article that this becomes came from.
    pub(super) fn source_map(&self) -> SourceMap {
        let mut end = 0;
        let starts: Vec<usize> = self
            .pieces
            .iter()
            .map(|piece| {
                let start = if end == 0 { 0 } else { end + 2 };
                end = start + piece.text.len();
                start
            })
            .collect();
        let placed = |trace: &PieceTrace| {
            let (start, SourceStretch { text, .. }) = (starts.get(trace.piece)?, trace.stretch);
            Some(SourceStretch { text: Span::new(start + text.start, start + text.end), ..trace.stretch })
        };
        SourceMap::new(self.traces.iter().filter_map(placed).collect())
    }
}

impl ArticleDraft<'_> {
    /// The draft with words of its own.
    pub(super) fn into_owned(self) -> ArticleDraft<'static> {
        ArticleDraft {
            pieces: self.pieces.into_iter().map(DraftPiece::into_owned).collect(),
            ..ArticleDraft { pieces: Vec::new(), ..self }
        }
    }

    /// Adds what another draft holds behind this one's pieces.
    pub(super) fn append(&mut self, other: Self) {
        let shift = self.pieces.len();
        self.pieces.extend(other.pieces);
        self.asides.extend(other.asides.into_iter().map(|aside| Aside { piece: aside.piece + shift, ..aside }));
        self.changes.extend(other.changes.into_iter().map(|one| Tracked { piece: one.piece + shift, ..one }));
        self.traces.extend(other.traces.into_iter().map(|one| PieceTrace { piece: one.piece + shift, ..one }));
        self.notices.extend(other.notices);
        self.title = self.title.take().or(other.title);
    }

    /// Takes what was judged a page's remains for words: in what was written, not copied from a page, a lone figure is a figure.
    pub(super) fn spare_furniture(&mut self) {
        let remains = self.pieces.iter_mut().filter(|piece| piece.kind == BlockKind::Furniture);
        remains.for_each(|piece| piece.kind = BlockKind::Paragraph);
    }

    /// Puts pieces before the first.
    pub(super) fn put_before(&mut self, before: Vec<DraftPiece<'static>>) {
        let shift = before.len();
        self.pieces.splice(0..0, before);
        self.asides.iter_mut().for_each(|aside| aside.piece += shift);
        self.changes.iter_mut().for_each(|change| change.piece += shift);
        self.traces.iter_mut().for_each(|trace| trace.piece += shift);
    }

    /// Makes sure that a written text has its headline: the title that it tells, else a first paragraph that reads like one.
    pub(super) fn supply_headline(&mut self) {
        if self.pieces.iter().any(|piece| piece.kind == BlockKind::Headline) {
            return;
        }
        if let Some(title) = self.title.clone().filter(|title| !self.pieces.is_empty() && !title.is_empty()) {
            let same = self.pieces.first().is_some_and(|piece| piece.text.eq_ignore_ascii_case(&title));
            if !same {
                self.put_before(vec![DraftPiece::new(BlockKind::Headline, title)]);
                return;
            }
        }
        self.judge_head();
    }

    /// Headline and dek, as far as the first two pieces that are no furniture read like them.
    pub(super) fn judge_head(&mut self) {
        let told = || |piece: &&mut DraftPiece<'_>| piece.kind != BlockKind::Furniture;
        let texts: Vec<String> =
            self.pieces.iter_mut().filter(told()).map(|piece| piece.text.clone().into_owned()).collect();
        let kinds = furniture::kinds(&texts);
        for (piece, kind) in self.pieces.iter_mut().filter(told()).zip(kinds).take(2) {
            let open = matches!(piece.kind, BlockKind::Paragraph | BlockKind::Heading);
            if open && matches!(kind, BlockKind::Headline | BlockKind::Dek) {
                piece.kind = kind;
            }
        }
    }
}

/// A language code as BCP 47 writes it; `None` when it is none.
fn code_of(code: &str) -> Option<String> {
    let code = code.trim().replace('_', "-");
    let first = code.split('-').next().unwrap_or_default();
    let sound = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    sound.then_some(code)
}

/// Bytes of text in which a language shows.
const TELLING: usize = 20_000;

/// The article's first words, without furniture; all of it when there is nothing else.
fn running(article: &Article) -> String {
    let mut text = String::new();
    let told = article.blocks().iter().filter(|block| block.kind != BlockKind::Furniture);
    for block in told {
        text.push_str(article.words(block.span));
        text.push('\n');
        if text.len() > TELLING {
            break;
        }
    }
    if text.is_empty() { article.text().to_owned() } else { text }
}

/// Where words of a piece stand in the text; `None` for a piece that there is not.
fn place(blocks: &[Block], piece: usize, within: &Range<usize>) -> Option<Span> {
    let block = blocks.get(piece)?.span;
    let at = |offset: usize| (block.start + offset).min(block.end);
    Some(Span::new(at(within.start), at(within.end)))
}

fn stamp(at: Option<String>) -> Stamp {
    at.map_or_else(Stamp::default, |at| Stamp::from(at.as_str()))
}

/// The asides as annotations of the text, in article order; one on nothing is dropped.
fn annotations(asides: Vec<Aside>, blocks: &[Block]) -> Vec<Annotation> {
    let annotation = |aside: Aside| {
        let span = place(blocks, aside.piece, &aside.within)?;
        let (id, at, extra) = (String::new(), stamp(aside.at), Extra::default());
        let is_link = aside.kind == AnnotationKind::Link;
        let text = if is_link { link::real(&aside.text).into_owned() } else { aside.text };
        Some(Annotation { id, kind: aside.kind, by: aside.by, at, span, text, confidential: None, extra })
    };
    let mut annotations: Vec<Annotation> = asides.into_iter().filter_map(annotation).collect();
    annotations.sort_by_key(|annotation| annotation.span);
    for (number, annotation) in (1_usize..).zip(&mut annotations) {
        annotation.id = format!("w{number}");
    }
    annotations
}

/// The tracked changes in article order.
fn changes(tracked: Vec<Tracked>, blocks: &[Block]) -> Vec<TrackedChange> {
    let change = |tracked: Tracked| {
        let span = place(blocks, tracked.piece, &tracked.within)?;
        let (at, extra) = (stamp(tracked.at), Extra::default());
        Some(TrackedChange { kind: tracked.kind, by: tracked.by, at, span, text: tracked.text, extra })
    };
    let mut changes: Vec<TrackedChange> = tracked.into_iter().filter_map(change).collect();
    changes.sort_by_key(|change| change.span);
    changes
}

/// Code points of a title that is made from a paragraph's first words.
const TITLE_LIMIT: usize = 80;

/// The headline's words, else the beginning of the first block that is no furniture.
fn title(pieces: &[DraftPiece<'_>]) -> String {
    if let Some(headline) = pieces.iter().find(|piece| piece.kind == BlockKind::Headline) {
        return headline.text.clone().into_owned();
    }
    let first = pieces.iter().find(|piece| piece.kind != BlockKind::Furniture).or_else(|| pieces.first());
    let words = first.map(|piece| piece.text.as_ref()).unwrap_or_default();
    if words.chars().count() <= TITLE_LIMIT {
        return words.to_owned();
    }
    let cut: String = words.chars().take(TITLE_LIMIT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole}…")
}
