//! The paragraphs of a DOCX, with tracked changes accepted, and its notes on their words.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::aml::{self, AmlComment, AmlRole};
use super::at::DocxDepth;
use super::notes::Notes;
use super::numbering::{DocxNumbering, ParagraphList};
use super::run::{self, RunProperties};
use super::styles::DocxStyles;
use crate::intake::compose::Composer;
use crate::intake::draft::ArticleDraft;
use crate::intake::draft::{Authorship, PiecePlace};
use crate::intake::formula::FormulaReader;
use crate::intake::grid::CellReach;
use crate::intake::xml::{self, Met};
use crate::review::{AnnotationKind, BlockKind};
use crate::text::Span;

/// What stands in other parts of the document.
#[derive(Debug, Default)]
pub(super) struct DocxParts {
    /// What styles say.
    pub(super) styles: DocxStyles,
    /// Footnotes, endnotes and comments.
    pub(super) notes: Notes,
    /// The lists of the text.
    pub(super) numbering: DocxNumbering,
    /// Where links lead, by ids.
    pub(super) links: HashMap<String, String>,
    /// Embedded texts, by ids.
    pub(super) chunks: HashMap<String, ArticleDraft<'static>>,
}

/// Reads the document's part.
///
/// # Errors
/// When it is no sound XML: what the parser says.
pub(super) fn read(xml: &str, around: DocxParts) -> Result<ArticleDraft<'static>, String> {
    let mut reader = DocxBody::new(around);
    xml::meet_at(xml, |source, met| reader.take(source, &met))?;
    let mut draft = reader.out.finish();
    // Drafts often give their title the first heading's style; there is one headline.
    if let Some(first) = draft.pieces.first_mut().filter(|first| first.kind == BlockKind::Heading) {
        first.kind = BlockKind::Headline;
        let others = draft.pieces.iter_mut().skip(1).filter(|piece| piece.kind == BlockKind::Headline);
        others.for_each(|piece| piece.kind = BlockKind::Heading);
    }
    Ok(draft)
}

pub(super) struct DocxBody {
    pub(super) out: Composer,
    pub(super) around: DocxParts,
    pub(super) at: DocxDepth,
    pub(super) run: RunProperties,
    /// Comments that are open: where their words begin.
    comments: HashMap<String, PiecePlace>,
    pub(super) links: Vec<(PiecePlace, Option<String>)>,
    inserted: Vec<(PiecePlace, Authorship)>,
    /// Words of a tracked deletion.
    pub(super) deleted: Option<(String, Authorship)>,
    /// Annotations of Word 2003 that are open.
    annotations: Vec<AmlRole>,
    /// Comments of Word 2003 whose words are read.
    comment: Vec<AmlComment>,
    /// A formula that is read, and where it began.
    pub(super) formula: Option<(FormulaReader, usize)>,
    /// What is read, in bytes of the part.
    pub(super) source: Span,
}

/// Elements that hold nothing that stands in the text as it is now.
const GONE: [&str; 12] = [
    "hdr",
    "ftr",
    "Fallback",
    "rt",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "numberingChange",
    "binData",
];

impl DocxBody {
    pub(super) fn new(around: DocxParts) -> Self {
        Self {
            out: Composer::default(),
            around,
            at: DocxDepth::default(),
            run: RunProperties::default(),
            comments: HashMap::new(),
            links: Vec::new(),
            inserted: Vec::new(),
            deleted: None,
            annotations: Vec::new(),
            comment: Vec::new(),
            formula: None,
            source: Span::default(),
        }
    }

    /// Takes what stands at `source`, in bytes of the part.
    pub(super) fn take(&mut self, source: Span, met: &Met<'_>) {
        self.source = source;
        match met {
            Met::Open(start) => self.open(start),
            Met::Words(words) => self.words(words),
            Met::Close(name) => self.close(name),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let name = xml::local(start);
        self.at.depth += 1;
        if self.at.gone > 0 || GONE.contains(&name.as_str()) {
            self.at.gone += 1;
            return;
        }
        if !self.is_in_formula(&name, start) && !self.property(&name, start) && !self.change(&name, start) {
            self.content(&name, start);
        }
    }

    /// Properties of paragraphs, runs, rows and fields to fill in; true when it was one.
    fn property(&mut self, name: &str, start: &BytesStart<'_>) -> bool {
        let value = || xml::attribute(start, "val").unwrap_or_default();
        match name {
            "pPr" => {
                self.at.paragraph += 1;
                self.at.list = ParagraphList::default();
            }
            "rPr" if self.at.paragraph > 0 => self.at.mark += 1,
            "trPr" | "tcPr" => self.at.row += 1,
            "r" => self.run = RunProperties::default(),
            "pStyle" => {
                self.at.list.style = Some(value());
                if let Some(kind) = self.around.styles.kind(&value()) {
                    self.out.unkind();
                    self.out.kind(kind);
                }
            }
            // The letter that opens the next paragraph, set large.
            "framePr" if matches!(xml::attribute(start, "dropCap").as_deref(), Some("drop" | "margin")) => {
                self.at.goes_on = true;
            }
            "numPr" | "listPr" => self.at.list.own = true,
            "numId" | "ilfo" => self.at.list.list = Some(value()),
            "ilvl" => self.at.list.level = value().parse().ok(),
            // Word 2003 sets the mark out.
            "t" if self.at.paragraph > 0 => self.at.list.mark = Some(value()),
            "showingPlcHdr" => self.at.prompts.push(self.at.depth.saturating_sub(2)),
            "gridSpan" | "vMerge" | "gridBefore" => self.cell_property(name, start),
            "cellDel" => drop(self.at.dropped.get_or_insert(self.at.depth.saturating_sub(2))),
            _ if self.at.mark == 0 && self.at.row == 0 => {
                self.run.take(name, start, &self.around.styles);
                return matches!(name, "vertAlign" | "vanish" | "strike" | "dstrike" | "rStyle");
            }
            _ => return false,
        }
        true
    }

    /// Tracked changes; true when it was one.
    fn change(&mut self, name: &str, start: &BytesStart<'_>) -> bool {
        match name {
            "del" | "moveFrom" if self.at.mark > 0 => self.at.goes_on = true,
            // In the properties of a row: all of the row, two elements up.
            "del" if self.at.row > 0 => drop(self.at.dropped.get_or_insert(self.at.depth.saturating_sub(2))),
            "ins" | "moveTo" if self.at.mark > 0 || self.at.row > 0 => {}
            "del" | "moveFrom" => self.deleted = Some((String::new(), run::authorship(start))),
            "ins" | "moveTo" => self.inserted.push((self.out.next(), run::authorship(start))),
            "annotation" => self.annotation(start),
            _ => return false,
        }
        true
    }

    /// An annotation of Word 2003 begins; in properties it tells of changed looks.
    fn annotation(&mut self, start: &BytesStart<'_>) {
        let told = if self.at.mark > 0 || self.at.row > 0 { AmlRole::Other } else { aml::role(start) };
        self.annotations.push(told);
        match told {
            AmlRole::Insertion => self.inserted.push((self.out.next(), aml::hand(start))),
            AmlRole::Deletion => self.deleted = Some((String::new(), aml::hand(start))),
            AmlRole::Begins => {
                let place = self.out.next();
                self.comments.extend(xml::attribute(start, "id").map(|id| (id, place)));
            }
            AmlRole::Comment => {
                self.comment.push(AmlComment::of(start, self.deleted.take()));
                self.out.open_note();
            }
            AmlRole::Other => {}
        }
    }

    fn end_annotation(&mut self) {
        match self.annotations.pop() {
            Some(AmlRole::Insertion) => {
                if let Some((from, hand)) = self.inserted.pop() {
                    self.out.inserted(from, &hand);
                }
            }
            Some(AmlRole::Deletion) => self.end_deleted(),
            Some(AmlRole::Comment) => {
                let Some(comment) = self.comment.pop() else { return };
                let says = self.out.close_note();
                self.deleted = comment.deleted;
                let from = self.comments.remove(&comment.id).unwrap_or_else(|| self.out.here());
                self.out.note(AnnotationKind::Comment, from, says, comment.hand);
            }
            Some(AmlRole::Begins | AmlRole::Other) | None => {}
        }
    }

    fn content(&mut self, name: &str, start: &BytesStart<'_>) {
        let value = |key: &str| xml::attribute(start, key);
        match name {
            "t" | "delText" | "instrText" => self.at.text += 1,
            // Before its first words the paragraph has only begun.
            "br" if matches!(value("type").as_deref(), Some("page" | "column")) && self.out.is_empty() => {}
            "br" if matches!(value("type").as_deref(), Some("page" | "column")) => self.out.flush(),
            "br" | "cr" if self.at.is_shown() && self.at.paragraph == 0 => self.out.line_break(),
            "tab" | "ptab" if self.at.paragraph == 0 => self.push(" "),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.push(&run::symbol(start)),
            "fldChar" => self.field(&value("fldCharType").unwrap_or_default()),
            "fldSimple" => self.simple_field(&value("instr").unwrap_or_default()),
            "tr" => self.out.open_row(),
            "tbl" => self.out.open_table(),
            "tc" if self.at.dropped.is_none() => self.out.cell(CellReach::ONE),
            "oMathPara" => self.push(" "),
            "txbxContent" => self.out.open_box(),
            "hyperlink" => {
                let to = value("id").and_then(|id| self.around.links.get(&id).cloned());
                self.links.push((self.out.next(), to));
            }
            "altChunk" => {
                self.out.flush();
                if let Some(chunk) = value("id").and_then(|id| self.around.chunks.remove(&id)) {
                    self.out.draft.append(chunk);
                }
            }
            "footnoteReference" => self.mark("footnote", value("id")),
            "endnoteReference" => self.mark("endnote", value("id")),
            "commentRangeStart" => {
                let place = self.out.next();
                self.comments.extend(value("id").map(|id| (id, place)));
            }
            "commentReference" => self.comment(value("id")),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        self.at.depth = self.at.depth.saturating_sub(1);
        if self.at.gone > 0 {
            self.at.gone -= 1;
            return;
        }
        if self.is_formula_closed() {
            return;
        }
        let at = &mut self.at;
        match name {
            "t" | "delText" | "instrText" => at.text = at.text.saturating_sub(1),
            "rPr" => at.mark = at.mark.saturating_sub(1),
            "pPr" => {
                at.paragraph = at.paragraph.saturating_sub(1);
                self.count();
            }
            "trPr" | "tcPr" => at.row = at.row.saturating_sub(1),
            "del" | "ins" | "moveFrom" | "moveTo" if at.mark > 0 || at.row > 0 => {}
            "del" | "moveFrom" => self.end_deleted(),
            "ins" | "moveTo" => {
                if let Some((from, hand)) = self.inserted.pop() {
                    self.out.inserted(from, &hand);
                }
            }
            "annotation" => self.end_annotation(),
            "p" if !std::mem::take(&mut at.goes_on) => self.out.flush(),
            "tr" => self.out.close_row(),
            "oMathPara" => self.push(" "),
            "txbxContent" => self.out.close_box(),
            "hyperlink" | "fldSimple" => {
                if let Some((from, Some(to))) = self.links.pop()
                    && to.starts_with("http")
                {
                    self.out.note(AnnotationKind::Link, from, to, Authorship::default());
                }
            }
            _ => {}
        }
        let depth = self.at.depth;
        // A prompt's control, a deleted row or cell, has ended.
        self.at.prompts.retain(|began| *began <= depth);
        self.at.dropped = self.at.dropped.filter(|began| *began <= depth);
    }

    fn end_deleted(&mut self) {
        if let Some((words, hand)) = self.deleted.take() {
            self.out.deleted(crate::intake::lines::tidy(&words).into_owned(), hand);
        }
    }

    fn words(&mut self, words: &str) {
        if let Some((formula, _)) = self.formula.as_mut().filter(|_| self.at.gone == 0) {
            formula.words(words);
            return;
        }
        if self.at.text == 0 || self.at.gone > 0 {
            return;
        }
        if let Some(field) = self.at.fields.last_mut().filter(|field| !field.shows) {
            field.instruction.push_str(words);
            return;
        }
        if let Some((deleted, _)) = &mut self.deleted {
            deleted.push_str(words);
            return;
        }
        match run::unsigned(words) {
            Cow::Borrowed(words) => self.push(words),
            // Signs are not as long as what stands for them: each has its own source.
            Cow::Owned(signs) => {
                let whole = self.source;
                for ((at, written), sign) in words.char_indices().zip(signs.chars()) {
                    let start = whole.start + at;
                    self.source = Span::new(start, start + written.len_utf8());
                    self.push(sign.encode_utf8(&mut [0; 4]));
                }
                self.source = whole;
            }
        }
    }

    pub(super) fn push(&mut self, words: &str) {
        if !self.at.is_shown() || self.run.prompt || self.deleted.is_some() {
            return;
        }
        if self.run.gone {
            self.out.leave_out(words);
        } else if self.run.raised {
            self.out.raised_from(words, self.source);
        } else {
            self.out.words_from(words, self.source);
        }
    }

    /// Notes that a note stands here.
    fn mark(&mut self, element: &'static str, id: Option<String>) {
        if self.at.is_shown() && self.deleted.is_none() {
            let here = self.out.here();
            self.lay(element, id, |out, kind, text, hand| out.note_at(kind, here, text, hand));
        }
    }

    /// Notes that a comment ends here; one that began in an earlier paragraph is about that paragraph's end.
    fn comment(&mut self, id: Option<String>) {
        let from = id.as_ref().and_then(|id| self.comments.remove(id)).unwrap_or_else(|| self.out.here());
        self.lay("comment", id, |out, kind, text, hand| out.note(kind, from, text, hand));
    }

    fn lay(
        &mut self,
        element: &'static str,
        id: Option<String>,
        lay: impl FnOnce(&mut Composer, AnnotationKind, String, Authorship),
    ) {
        if let Some(note) = id.and_then(|id| self.around.notes.get(element, &id)) {
            let hand = Authorship { by: note.by.clone(), at: note.at.clone() };
            lay(&mut self.out, AnnotationKind::from(element), note.text.clone(), hand);
            if note.left_out {
                self.out.left_out();
            }
        }
    }
}
