//! The paragraphs of a DOCX, with tracked changes accepted, and the marks of its notes.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::part::{self, Met};
use super::styles::{self, Styles};
use crate::intake::IntakeError;
use crate::intake::draft::Piece;
use crate::intake::flow::Flow;
use crate::review::BlockKind;

/// Where a note is about the text.
#[derive(Debug)]
pub(super) struct Mark {
    /// What kind of note: the name of its element in its part.
    pub(super) element: &'static str,
    /// The note's id.
    pub(super) id: String,
    /// The index of the piece.
    pub(super) piece: usize,
    /// The words in the piece, in bytes; empty for a place.
    pub(super) within: Range<usize>,
}

/// What a document holds.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its paragraphs.
    pub(super) pieces: Vec<Piece<'static>>,
    /// The marks of its notes.
    pub(super) marks: Vec<Mark>,
}

/// Reads the document's part.
///
/// # Errors
/// When it is no sound XML.
pub(super) fn read(xml: &str, styles: &Styles) -> Result<Body, IntakeError> {
    let mut reader = Reader {
        body: Body::default(),
        styles,
        at: At::default(),
        flow: Flow::default(),
        kind: None,
        comments: HashMap::new(),
    };
    part::meet(xml, |met| match met {
        Met::Open(start) => reader.open(&start),
        Met::Words(words) => reader.words(&words),
        Met::Close(name) => reader.close(&name),
    })?;
    reader.flush();
    Ok(reader.body)
}

/// Where in the document's elements the reader is: how many of each are open.
#[derive(Debug, Default)]
struct At {
    /// Text of a run.
    text: usize,
    /// Deleted or moved away, and fall-backs of what was read already.
    gone: usize,
    /// A table's rows; inside them a paragraph is part of a line.
    rows: usize,
    /// The properties of a paragraph's own mark.
    mark: usize,
    /// The properties of a paragraph.
    paragraph: usize,
    /// The paragraph's mark is deleted: the next paragraph goes on in it.
    goes_on: bool,
}

struct Reader<'a> {
    body: Body,
    styles: &'a Styles,
    at: At,
    flow: Flow,
    kind: Option<BlockKind>,
    /// Comments that are open: where their words begin.
    comments: HashMap<String, (usize, usize)>,
}

impl Reader<'_> {
    fn open(&mut self, start: &BytesStart<'_>) {
        let value = |name: &str| part::attribute(start, name);
        match part::local(start).as_str() {
            "t" => self.at.text += 1,
            "del" | "moveFrom" if self.at.mark > 0 => self.at.goes_on = true,
            "del" | "moveFrom" | "Fallback" | "instrText" => self.at.gone += 1,
            "tab" | "br" | "cr" if self.at.paragraph == 0 => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "pPr" => self.at.paragraph += 1,
            "rPr" if self.at.paragraph > 0 => self.at.mark += 1,
            "pStyle" => {
                let style = value("val").unwrap_or_default();
                self.kind = self.styles.get(&style).cloned().or_else(|| styles::kind(&style)).or(self.kind.take());
            }
            "numPr" if self.kind.is_none() => self.kind = Some(BlockKind::ListItem),
            "tr" => {
                self.flush();
                self.at.rows += 1;
            }
            "tc" if !self.flow.is_empty() => self.push(" | "),
            "txbxContent" => self.flush(),
            "footnoteReference" => self.mark("footnote", value("id")),
            "endnoteReference" => self.mark("endnote", value("id")),
            "commentRangeStart" => {
                let place = (self.body.pieces.len(), self.flow.next());
                self.comments.extend(value("id").map(|id| (id, place)));
            }
            "commentReference" => self.comment(value("id")),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let at = &mut self.at;
        match name {
            "t" => at.text = at.text.saturating_sub(1),
            "del" | "moveFrom" if at.mark > 0 => {}
            "del" | "moveFrom" | "Fallback" | "instrText" => at.gone = at.gone.saturating_sub(1),
            "rPr" => at.mark = at.mark.saturating_sub(1),
            "pPr" => at.paragraph = at.paragraph.saturating_sub(1),
            "p" if at.rows > 0 => self.push(" "),
            "p" if !std::mem::take(&mut at.goes_on) => self.flush(),
            "tr" => {
                at.rows = at.rows.saturating_sub(1);
                self.flush();
            }
            "txbxContent" => self.flush(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.at.text > 0 {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        if self.at.gone == 0 {
            self.flow.push(words);
        }
    }

    /// Notes that a note stands here.
    fn mark(&mut self, element: &'static str, id: Option<String>) {
        let end = self.flow.end();
        let mark = id.filter(|_| self.at.gone == 0).map(|id| Mark {
            element,
            id,
            piece: self.body.pieces.len(),
            within: end..end,
        });
        self.body.marks.extend(mark);
    }

    /// Notes that a comment ends here; one that began in an earlier paragraph is about that paragraph's end.
    fn comment(&mut self, id: Option<String>) {
        let Some(id) = id else { return };
        let here = (self.body.pieces.len(), self.flow.end());
        let (piece, from) = self.comments.remove(&id).unwrap_or(here);
        let to =
            if piece == here.0 { here.1 } else { self.body.pieces.get(piece).map_or(from, |piece| piece.text.len()) };
        self.body.marks.push(Mark { element: "comment", id, piece, within: from.min(to)..to });
    }

    /// Ends the piece.
    fn flush(&mut self) {
        let kind = self.kind.take().filter(|_| self.at.rows == 0);
        if self.flow.is_empty() {
            return;
        }
        let first = !self.body.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
        let mut kind = kind.unwrap_or(BlockKind::Paragraph);
        // Drafts often give their title the first heading's style; there is one headline.
        if kind == BlockKind::Heading && self.body.pieces.is_empty() {
            kind = BlockKind::Headline;
        } else if kind == BlockKind::Headline && !first {
            kind = BlockKind::Heading;
        }
        let text = self.flow.take();
        self.body.pieces.push(Piece { kind, text: text.into() });
    }
}
