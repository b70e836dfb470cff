//! Office Open XML documents: the article with one comment a claim and corrections as tracked changes, and plain ones.

pub(super) mod comments;
mod into;
mod numbering;
mod package;
mod revision;
mod runs;

use std::io;

use super::as_of;
use super::card;
use super::moment::moment;
use super::passage::{ArticlePassage, MarkedClaims, passages};
use super::sheet::ExportSheet;
use super::xml::Xml;
use crate::advice;
use crate::review::BlockKind;
use crate::text::word_diff::{Op, Run};
pub(super) use into::{OursTaken, fill, unfilled};
use numbering::Numbering;
pub(super) use package::{DocxError, OWN_AS_OF, archive};
use package::{NAMESPACES, Package};
pub(super) use revision::{NOBODY, Revision, Revisions};

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The document's title.
    Title,
    /// The line under the title.
    Subtitle,
    /// A heading.
    Heading,
    /// Running text.
    Body,
    /// An item of a list.
    Item,
    /// A quotation.
    Quote,
    /// The words under a picture.
    Caption,
}

impl Style {
    const fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Heading => "Heading1",
            Self::Body => "Normal",
            Self::Item => "ListParagraph",
            Self::Quote => "Quote",
            Self::Caption => "Caption",
        }
    }

    fn of(kind: &BlockKind) -> Self {
        match kind {
            BlockKind::Headline => Self::Title,
            BlockKind::Dek => Self::Subtitle,
            BlockKind::Heading => Self::Heading,
            BlockKind::ListItem => Self::Item,
            BlockKind::Quote => Self::Quote,
            BlockKind::Caption => Self::Caption,
            BlockKind::Paragraph | BlockKind::Furniture | BlockKind::Other(_) => Self::Body,
        }
    }
}

/// A document of plain paragraphs.
pub(super) struct Plain {
    title: String,
    body: Xml,
}

impl Plain {
    /// An empty document.
    pub(super) fn new(title: &str) -> Result<Self, DocxError> {
        Ok(Self { title: title.to_owned(), body: begun()? })
    }

    /// Appends a paragraph; line breaks in `words` stay within it.
    pub(super) fn paragraph(&mut self, style: Style, words: &str) -> Result<(), DocxError> {
        open(&mut self.body, style)?;
        runs::plain(&mut self.body, words)?;
        Ok(self.body.close("w:p")?)
    }

    /// Appends a paragraph of words that differ, between what leads to them and what is said behind: those that went struck through,
    /// those that came bold.
    pub(super) fn changes(&mut self, style: Style, lead: &str, all: &[Run], says: &str) -> Result<(), DocxError> {
        open(&mut self.body, style)?;
        runs::plain(&mut self.body, lead)?;
        for run in all {
            let (words, moved, blanks) = run.parts();
            match run.op {
                Op::Equal => runs::plain(&mut self.body, words)?,
                Op::Delete => runs::struck(&mut self.body, words)?,
                Op::Insert => runs::bold(&mut self.body, words)?,
            }
            if run.moved {
                runs::plain(&mut self.body, &format!("{moved}{blanks}"))?;
            }
        }
        runs::plain(&mut self.body, says)?;
        Ok(self.body.close("w:p")?)
    }

    /// The file.
    pub(super) fn finish(self) -> Result<Vec<u8>, DocxError> {
        Package {
            title: &self.title,
            description: "",
            as_of: "",
            document: ended(self.body)?,
            comments: None,
            numbering: None,
        }
        .bytes()
    }
}

/// The article with its comments. Claims are numbered as in the workbench; the comment of claim 1 has the id 1.
pub(super) fn article(sheet: &ExportSheet<'_>) -> Result<Vec<u8>, DocxError> {
    let session = sheet.session();
    let revisions = Revisions::of(session);
    let mut body = begun()?;
    let mut marks = DocumentMarks::default();
    let mut against: Vec<Against> = against_itself(sheet);
    let text: Vec<_> = against.iter_mut().map(|one| (one.id, std::mem::take(&mut one.lines))).collect();
    let mut against = against.into_iter().peekable();
    for passage in passages(sheet.article(), session.claims(), MarkedClaims::Told) {
        let end = passage.pieces.last().map_or(0, |piece| piece.span.end);
        let own: Vec<usize> =
            std::iter::from_fn(|| against.next_if(|one| one.at < end)).map(|against| against.id).collect();
        annotated(&mut body, &passage, (&revisions, &own), &mut marks)?;
    }
    let cards: Vec<_> =
        sheet.told().map(|(number, claim)| (card::card(session, number, claim), sheet.mark(claim))).collect();
    let imported = moment(&sheet.article().provenance.imported_at);
    let comments = Some(comments::part(&cards, &text, imported.as_deref())?);
    let description = sheet.withheld_notice().unwrap_or_default();
    let as_of = as_of::told(sheet.whole());
    let title = &sheet.article().title;
    let (document, numbering) = (ended(body)?, marks.lists.part()?);
    Package { title, description: &description, as_of: &as_of, document, comments, numbering }.bytes()
}

/// Something that the text says against itself, for a comment.
struct Against {
    /// The comment's id, behind those of the claims.
    id: usize,
    /// Where the first of its places begins, in bytes.
    at: usize,
    lines: Vec<String>,
}

/// What the text says against itself and nobody has put away, in its order.
fn against_itself(sheet: &ExportSheet<'_>) -> Vec<Against> {
    let (session, claims) = (sheet.whole(), sheet.session().claims().len());
    let told = |(index, advice): (usize, advice::Advice)| {
        let words: Vec<&str> = advice.spans.iter().map(|span| session.article.words(*span)).collect();
        Against { id: claims + 1 + index, at: advice.place().start, lines: comments::against_itself(&advice, &words) }
    };
    advice::open(session).into_iter().enumerate().map(told).collect()
}

/// Where the comment `id` ends, and its number.
fn closed(body: &mut Xml, id: usize) -> io::Result<()> {
    let id = id.to_string();
    body.empty("w:commentRangeEnd", &[("w:id", &id)])?;
    body.open("w:r", &[])?;
    body.open("w:rPr", &[])?;
    body.empty("w:rStyle", &[("w:val", "CommentReference")])?;
    body.close("w:rPr")?;
    body.empty("w:commentReference", &[("w:id", &id)])?;
    body.close("w:r")
}

/// What is numbered in a document.
#[derive(Default)]
struct DocumentMarks {
    /// How many changes were written.
    changes: usize,
    lists: Numbering,
}

/// A passage with the comments on its claims, and `against`, those on all of it.
fn annotated(
    body: &mut Xml,
    passage: &ArticlePassage<'_>,
    (revisions, against): (&Revisions, &[usize]),
    marks: &mut DocumentMarks,
) -> io::Result<()> {
    begin(body, Style::of(&passage.kind))?;
    marks.lists.write(body, &passage.item)?;
    body.close("w:pPr")?;
    for id in against {
        body.empty("w:commentRangeStart", &[("w:id", &id.to_string())])?;
    }
    for piece in &passage.pieces {
        for number in &piece.opens {
            body.empty("w:commentRangeStart", &[("w:id", &number.to_string())])?;
        }
        revisions.write(body, piece, &mut marks.changes)?;
        for number in piece.closes.iter().rev() {
            closed(body, *number)?;
        }
    }
    for id in against.iter().rev() {
        closed(body, *id)?;
    }
    body.close("w:p")
}

fn begun() -> io::Result<Xml> {
    let mut body = Xml::new()?;
    body.open("w:document", &NAMESPACES)?;
    body.open("w:body", &[])?;
    Ok(body)
}

fn ended(mut body: Xml) -> io::Result<Vec<u8>> {
    body.open("w:sectPr", &[])?;
    body.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
    body.empty(
        "w:pgMar",
        &[
            ("w:top", "1418"),
            ("w:right", "1418"),
            ("w:bottom", "1418"),
            ("w:left", "1418"),
            ("w:header", "709"),
            ("w:footer", "709"),
            ("w:gutter", "0"),
        ],
    )?;
    body.close("w:sectPr")?;
    body.close("w:body")?;
    body.close("w:document")?;
    Ok(body.finish())
}

/// Opens a paragraph in `style`.
fn open(body: &mut Xml, style: Style) -> io::Result<()> {
    begin(body, style)?;
    body.close("w:pPr")
}

/// Opens a paragraph in `style`, and leaves its properties open.
fn begin(body: &mut Xml, style: Style) -> io::Result<()> {
    body.open("w:p", &[])?;
    body.open("w:pPr", &[])?;
    body.empty("w:pStyle", &[("w:val", style.id())])
}
