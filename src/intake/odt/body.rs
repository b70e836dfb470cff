//! The paragraphs of an OpenDocument text.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::changes::OdtChanges;
use super::formulas::OdtFormulas;
use super::lists::OdtLists;
use super::styles::OdtStyles;
use crate::intake::compose::Composer;
use crate::intake::draft::ArticleDraft;
use crate::intake::draft::{Authorship, PiecePlace};
use crate::intake::formula::{self, FormulaReader};
use crate::intake::lines::tidy;
use crate::intake::xml::{self, Met};
use crate::review::{AnnotationKind, BlockKind};

/// Reads the document's text.
///
/// # Errors
/// When it is no sound XML: what the parser says.
pub(super) fn read(
    text: &str,
    styles: &OdtStyles,
    mut changes: OdtChanges,
    formulas: &OdtFormulas,
) -> Result<ArticleDraft<'static>, String> {
    // One that never ends would swallow the rest of the text.
    for (id, change) in changes.iter_mut().filter(|(_, change)| change.is_deletion) {
        change.is_deletion = text.contains(&format!("change-end text:change-id=\"{id}\""));
    }
    let mut reader = OdtBody {
        out: Composer::default(),
        styles,
        changes,
        at: OdtDepth::default(),
        lists: OdtLists::default(),
        spans: Vec::new(),
        links: Vec::new(),
        comments: HashMap::new(),
        inserted: HashMap::new(),
        deleted: None,
        notes: Vec::new(),
        formulas,
        formula: None,
    };
    xml::meet(text, |met| match met {
        Met::Open(start) => reader.open(&start),
        Met::Words(words) => reader.words(&words),
        Met::Close(name) => reader.close(&name),
    })?;
    Ok(reader.finish())
}

/// Where in the document's elements the reader is: how many of each are open.
#[derive(Debug, Default)]
pub(super) struct OdtDepth {
    /// The body; what stands before it are styles and facts.
    text: usize,
    /// What is not read: generated lists, alternative texts, data.
    pub(super) gone: usize,
    /// Paragraphs.
    paragraphs: usize,
}

/// A note or comment that is being read.
#[derive(Debug)]
struct OdtNote {
    kind: AnnotationKind,
    /// The comment's name, by which its end is found.
    name: Option<String>,
    from: PiecePlace,
    text: String,
    hand: Authorship,
    /// The fact about it that the words that come are.
    inside: String,
    /// What held in the text round it.
    spans: Vec<SpanLook>,
    deleted: Option<(String, String)>,
}

/// A span of words with a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpanLook {
    Plain,
    Raised,
    Gone,
}

pub(super) struct OdtBody<'a> {
    pub(super) out: Composer,
    styles: &'a OdtStyles,
    changes: OdtChanges,
    pub(super) at: OdtDepth,
    lists: OdtLists,
    spans: Vec<SpanLook>,
    links: Vec<(PiecePlace, String)>,
    /// Comments whose words are not at their end yet.
    comments: HashMap<String, OdtNote>,
    inserted: HashMap<String, PiecePlace>,
    /// A deletion whose words stand in the text, as a document has them that shows its changes: its id, and they so far.
    deleted: Option<(String, String)>,
    /// Notes and comments that are being read, one inside another.
    notes: Vec<OdtNote>,
    formulas: &'a OdtFormulas,
    /// A formula that stands in the text itself.
    formula: Option<FormulaReader>,
}

/// Elements that hold facts about a note or comment.
const FACTS: [&str; 6] = ["creator", "date", "note-citation", "creator-initials", "sender-initials", "date-string"];

/// Elements that hold nothing of the text that is read.
const GONE: [&str; 11] = [
    "tracked-changes",
    "table-of-content",
    "alphabetical-index",
    "illustration-index",
    "bibliography",
    "forms",
    "binary-data",
    "title",
    "desc",
    "ruby-text",
    "placeholder",
];

/// True for a section, words or a paragraph that the document does not show as it stands.
fn is_hidden(name: &str, start: &BytesStart<'_>) -> bool {
    let is = |key: &str, value: &str| xml::attribute(start, key).is_some_and(|told| told == value);
    is("is-hidden", "true") || (name == "section" && is("display", "none"))
}

impl OdtBody<'_> {
    fn open(&mut self, start: &BytesStart<'_>) {
        let name = xml::local(start);
        let value = |key: &str| xml::attribute(start, key);
        if self.at.text == 0 || self.at.gone > 0 || GONE.contains(&name.as_str()) {
            let office = start.name().as_ref() == "office:text";
            self.at.text += usize::from(office && self.at.text == 0);
            self.at.gone += usize::from(self.at.gone > 0 || (!office && self.at.text > 0));
            return;
        }
        if self.is_in_formula(&name, start) || self.hides(&name, start) {
            return;
        }
        if let Some(note) = self.notes.last_mut().filter(|_| FACTS.contains(&name.as_str())) {
            note.inside = name;
            return;
        }
        match name.as_str() {
            "p" | "h" => self.paragraph(&name, start),
            "list" => self.lists.open(start),
            "list-item" | "list-header" => self.lists.begin(start, name == "list-header"),
            "table" | "table-row" | "table-cell" | "covered-table-cell" => self.open_table_part(&name, start),
            "text-box" => self.out.open_box(),
            "s" | "tab" => self.push(" "),
            "line-break" => self.out.line_break(),
            "span" => self.spans.push(self.span_look(&value("style-name").unwrap_or_default())),
            "a" => self.links.push((self.out.next(), value("href").unwrap_or_default())),
            "annotation" | "note" => self.open_note(&name, start),
            "annotation-end" => {
                if let Some(note) = value("name").and_then(|name| self.comments.remove(&name)) {
                    self.out.note(note.kind, note.from, note.text, note.hand);
                }
            }
            "change" => {
                if let Some(change) = value("change-id").and_then(|id| self.changes.remove(&id)) {
                    self.out.deleted(change.deleted, change.hand);
                }
            }
            "change-start" => {
                let (place, id) = (self.out.next(), value("change-id").unwrap_or_default());
                if self.changes.get(&id).is_some_and(|change| change.is_deletion) {
                    self.deleted.get_or_insert((id, String::new()));
                } else {
                    self.inserted.insert(id, place);
                }
            }
            "change-end" => {
                let id = value("change-id").unwrap_or_default();
                let words = self.deleted.take_if(|(open, _)| *open == id).map(|(_, words)| tidy(&words).into_owned());
                if let (Some(words), Some(hand)) =
                    (words, self.changes.get(&id).filter(|change| change.is_deletion).map(|change| change.hand.clone()))
                {
                    self.out.deleted(words, hand);
                } else if let (Some(from), Some(change)) = (self.inserted.remove(&id), self.changes.remove(&id)) {
                    self.out.inserted(from, &change.hand);
                }
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, name: &str, start: &BytesStart<'_>) {
        self.at.paragraphs += 1;
        let style = &*xml::attribute(start, "style-name").unwrap_or_default();
        let told = self.styles.kind(style);
        let kind = if name == "h" && !matches!(told, Some(BlockKind::Headline | BlockKind::Dek)) {
            Some(BlockKind::Heading)
        } else {
            told.or(self.lists.in_item().then_some(BlockKind::ListItem))
        };
        self.place(name, start);
        self.out.unkind();
        if let Some(kind) = kind {
            self.out.kind(kind);
        }
        // A paragraph's own style may hide it.
        self.spans.push(self.span_look(style));
    }

    /// How the paragraph stands in its list; in a table's row its mark is one of the row's words.
    fn place(&mut self, name: &str, start: &BytesStart<'_>) {
        let listed = self.lists.in_item();
        let place = if name == "h" && !listed {
            self.lists.heading(self.styles, start)
        } else {
            self.lists.paragraph(self.styles)
        };
        if !self.out.in_row() {
            self.out.item(place);
        } else if let Some(mark) = place.mark() {
            self.push(&format!("{mark} "));
        }
    }

    /// Takes the beginning of an element as one that hides itself, or its paragraph; true when it was that.
    fn hides(&mut self, name: &str, start: &BytesStart<'_>) -> bool {
        if !matches!(name, "section" | "hidden-text" | "hidden-paragraph") || !is_hidden(name, start) {
            return false;
        }
        if name == "hidden-paragraph" {
            self.hide_paragraph();
        } else {
            self.out.left_out();
            self.at.gone += 1;
        }
        true
    }

    /// The paragraph is hidden, what was read of it, too.
    fn hide_paragraph(&mut self) {
        if let Some(own) = self.spans.first_mut() {
            *own = SpanLook::Gone;
        }
        self.out.left_out();
        self.out.drop_piece();
    }

    fn span_look(&self, style: &str) -> SpanLook {
        if self.styles.hidden.contains(style) || self.styles.struck.contains(style) {
            SpanLook::Gone
        } else if self.styles.raised.contains(style) {
            SpanLook::Raised
        } else {
            SpanLook::Plain
        }
    }

    fn open_note(&mut self, element: &str, start: &BytesStart<'_>) {
        let endnote = xml::attribute(start, "note-class").as_deref() == Some("endnote");
        let (kind, from) = match element {
            "annotation" => (AnnotationKind::Comment, self.out.next()),
            _ if endnote => (AnnotationKind::Endnote, self.out.here()),
            _ => (AnnotationKind::Footnote, self.out.here()),
        };
        let name = xml::attribute(start, "name").filter(|_| element == "annotation");
        let (spans, deleted) = (std::mem::take(&mut self.spans), self.deleted.take());
        let hand = Authorship::default();
        self.notes.push(OdtNote { kind, name, from, text: String::new(), hand, inside: String::new(), spans, deleted });
        self.out.open_note();
    }

    fn close(&mut self, name: &str) {
        if self.at.gone > 0 {
            self.at.gone -= 1;
            return;
        }
        if self.at.text == 0 {
            return;
        }
        if let Some(formula) = &mut self.formula {
            if formula.close() {
                let line = self.formula.take().map(FormulaReader::line).unwrap_or_default();
                self.formula_line(&line);
            }
            return;
        }
        if let Some(note) = self.notes.last_mut().filter(|note| note.inside == name) {
            note.inside.clear();
            return;
        }
        match name {
            "p" | "h" => {
                self.at.paragraphs = self.at.paragraphs.saturating_sub(1);
                self.spans.pop();
                // A deletion over a paragraph's end joins it with the next.
                match &mut self.deleted {
                    Some((_, words)) => words.push(' '),
                    None => self.out.flush(),
                }
            }
            "annotation" | "note" => self.end_note(),
            "list" => self.lists.close(),
            "list-item" | "list-header" => self.lists.end(),
            "table-row" => self.out.close_row(),
            "text-box" => self.out.close_box(),
            "span" => drop(self.spans.pop()),
            "a" => {
                if let Some((from, to)) = self.links.pop()
                    && (to.starts_with("http://") || to.starts_with("https://"))
                {
                    self.out.note(AnnotationKind::Link, from, to, Authorship::default());
                }
            }
            "text" => self.at.text = 0,
            _ => {}
        }
    }

    /// A note stands where it is; a comment waits for the end of its words, if it has one.
    fn end_note(&mut self) {
        let Some(mut note) = self.notes.pop() else { return };
        note.text = self.out.close_note();
        self.spans = std::mem::take(&mut note.spans);
        self.deleted = note.deleted.take();
        match note.name.take() {
            Some(name) => drop(self.comments.insert(name, note)),
            None => self.out.note_at(note.kind, note.from, note.text, note.hand),
        }
    }

    fn words(&mut self, words: &str) {
        if self.at.gone > 0 || self.at.text == 0 {
            return;
        }
        if let Some(formula) = &mut self.formula {
            formula.words(words);
            return;
        }
        match self.notes.last_mut() {
            Some(OdtNote { inside, hand, .. }) if inside == "creator" => {
                hand.by.get_or_insert_default().push_str(words);
            }
            Some(OdtNote { inside, hand, .. }) if inside == "date" => {
                hand.at.get_or_insert_default().push_str(words);
            }
            Some(OdtNote { inside, .. }) if !inside.is_empty() => {}
            _ if self.at.paragraphs > 0 => self.push(words),
            _ => {}
        }
    }

    /// Takes the beginning of an element as a formula's, or as the frame of one; true when it was that.
    fn is_in_formula(&mut self, name: &str, start: &BytesStart<'_>) -> bool {
        if name == "math" {
            self.formula.get_or_insert_default();
        }
        if let Some(formula) = &mut self.formula {
            formula.open(name, |key| xml::attribute(start, key));
            return true;
        }
        let href = xml::attribute(start, "href").filter(|_| name == "object").unwrap_or_default();
        let line = self.formulas.get(href.trim_start_matches("./").trim_end_matches('/'));
        if let Some(line) = line {
            self.formula_line(line);
        }
        line.is_some()
    }

    /// A formula stands in the text like words.
    fn formula_line(&mut self, line: &str) {
        let line = formula::behind(line, self.out.so_far());
        self.push(&line);
    }

    fn push(&mut self, words: &str) {
        if let Some((_, deleted)) = &mut self.deleted {
            deleted.push_str(words);
        } else if self.spans.contains(&SpanLook::Gone) {
            if !words.trim().is_empty() {
                self.out.leave_out(words);
            }
        } else if self.spans.contains(&SpanLook::Raised) {
            self.out.raised(words);
        } else {
            self.out.words(words);
        }
    }

    fn finish(mut self) -> ArticleDraft<'static> {
        // Comments without an end are about a place.
        for (_, note) in self.comments.drain() {
            self.out.note_at(note.kind, note.from, note.text, note.hand);
        }
        self.out.finish()
    }
}
