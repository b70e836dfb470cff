//! What a reader of a format hands over: pieces of text with their kinds, which become the article's blocks.

use std::borrow::Cow;
use std::ops::Range;

use super::{Hint, IntakeError, Remark, Taken, furniture};
use crate::propose;
use crate::review::{Article, Block, BlockKind, Provenance, Span};

/// A stretch of text that becomes one block: one line, tidied.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece<'a> {
    /// What it is.
    pub(super) kind: BlockKind,
    /// Its words, on one line.
    pub(super) text: Cow<'a, str>,
}

/// A remark before the article's text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aside {
    /// The index of the piece it is about.
    pub(super) piece: usize,
    /// The words of the piece, in bytes; empty for the place before which it stands.
    pub(super) within: Range<usize>,
    /// What it says.
    pub(super) text: String,
    /// Who wrote it.
    pub(super) by: Option<String>,
}

/// An article in the making.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    /// The blocks to be, in order.
    pub(super) pieces: Vec<Piece<'a>>,
    /// The author's remarks.
    pub(super) asides: Vec<Aside>,
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

impl Draft<'_> {
    /// The article: the pieces parted by blank lines, with a final line break. `format` is what it was read as, for messages.
    ///
    /// # Errors
    /// When no piece holds a word.
    pub(super) fn into_taken(self, hint: &Hint<'_>, format: &'static str) -> Result<Taken, IntakeError> {
        let mut text = String::with_capacity(self.pieces.iter().map(|piece| piece.text.len() + 2).sum());
        let mut blocks = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(&piece.text);
            blocks.push(Block::new(piece.kind.clone(), Span::new(start, text.len())));
        }
        if blocks.is_empty() {
            return Err(IntakeError::Wordless(format));
        }
        text.push('\n');
        let remarks = remarks(self.asides, &blocks);
        let title = self.title.unwrap_or_else(|| title(&self.pieces));
        let mut article = Article::new(title, text, blocks)
            .map_err(|error| IntakeError::Broken { format, why: error.to_string() })?;
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
        Ok(Taken { article, remarks, notices: self.notices })
    }
}

impl Draft<'_> {
    /// The draft with words of its own.
    pub(super) fn into_owned(self) -> Draft<'static> {
        let own = |piece: Piece<'_>| Piece { kind: piece.kind, text: Cow::Owned(piece.text.into_owned()) };
        Draft { pieces: self.pieces.into_iter().map(own).collect(), ..Draft { pieces: Vec::new(), ..self } }
    }

    /// Makes sure that a written document has its headline: the title that the file tells, else a first paragraph that reads like one.
    pub(super) fn supply_headline(&mut self) {
        if self.pieces.iter().any(|piece| piece.kind == BlockKind::Headline) {
            return;
        }
        if let Some(title) = self.title.clone().filter(|title| !self.pieces.is_empty() && !title.is_empty()) {
            let same = self.pieces.first().is_some_and(|piece| piece.text.eq_ignore_ascii_case(&title));
            if !same {
                self.pieces.insert(0, Piece { kind: BlockKind::Headline, text: title.into() });
                self.asides.iter_mut().for_each(|aside| aside.piece += 1);
                return;
            }
        }
        let texts: Vec<&str> = self.pieces.iter().map(|piece| piece.text.as_ref()).collect();
        let kinds = furniture::kinds(&texts);
        for (piece, kind) in self.pieces.iter_mut().zip(kinds).take(2) {
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

/// The asides as remarks on the text, in article order; one on nothing is dropped.
fn remarks(asides: Vec<Aside>, blocks: &[Block]) -> Vec<Remark> {
    let place = |aside: Aside| {
        let block = blocks.get(aside.piece)?.span;
        let at = |offset: usize| (block.start + offset).min(block.end);
        let span = Span::new(at(aside.within.start), at(aside.within.end));
        Some(Remark { span, text: aside.text, by: aside.by })
    };
    let mut remarks: Vec<Remark> = asides.into_iter().filter_map(place).collect();
    remarks.sort_by_key(|remark| remark.span);
    remarks
}

/// Code points of a title that is made from a paragraph's first words.
const TITLE_LIMIT: usize = 80;

/// The headline's words, else the beginning of the first block that is no furniture.
fn title(pieces: &[Piece<'_>]) -> String {
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
