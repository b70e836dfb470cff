//! RTF: the text as it stands with all tracked changes accepted, with footnotes, comments and links.
//!
//! Source: Rich Text Format specification 1.9.1, and what LibreOffice, Word and pandoc write.

mod groups;
mod state;
mod token;
mod words;

use std::collections::HashMap;

use super::compose::Composer;
use super::draft::ArticleDraft;
use super::draft::{Authorship, PiecePlace};
use super::grid::CellReach;
use super::lists::set;
use super::style;
use super::taken::IntakeError;
use super::xml::CUT;
use crate::review::{BlockKind, ListPlace};
use state::{CellMerge, DestinationSlot, GroupKind, GroupState, ParagraphState, Tables, To, charset, moment};
use token::{RtfToken, Tokens};

/// Groups that are open at once in any file that a program wrote.
const DEEPEST: usize = 1000;

/// Reads RTF.
///
/// # Errors
/// When its groups are nested deeper than in any file that a program wrote, or it was cut off.
pub(super) fn read(bytes: &[u8]) -> Result<ArticleDraft<'static>, IntakeError> {
    let mut reader = RtfReader::default();
    reader.state.fallback = 1;
    for token in Tokens::new(bytes) {
        if reader.groups.len() > DEEPEST {
            let why = "its groups are nested deeper than a word processor nests them; save it again as DOCX".to_owned();
            return Err(IntakeError::Broken { format: "RTF", why });
        }
        reader.take(token);
    }
    if !reader.groups.is_empty() {
        return Err(IntakeError::Broken { format: "RTF", why: CUT.to_owned() });
    }
    Ok(reader.finish())
}

#[derive(Default)]
struct RtfReader {
    out: Composer,
    tables: Tables,
    state: GroupState,
    groups: Vec<GroupState>,
    /// Characters still to be passed by, which stand in for one that was read.
    pass: usize,
    /// Bytes in a code page that are no characters yet.
    bytes: Vec<u8>,
    /// Half of a character beyond the first plane.
    half: Option<u16>,
    /// A row's next cell has not begun.
    next_cell: bool,
    /// How each cell of the row goes on from row to row, the one whose definition is read, and how many cells have begun.
    merges: Vec<CellMerge>,
    merge: CellMerge,
    cells: usize,
    /// Words that go to something other than the text.
    collected: String,
    title: Option<String>,
    author: Option<String>,
    link: Vec<(PiecePlace, Option<String>)>,
    comments: HashMap<String, PiecePlace>,
    comment: RtfComment,
    /// What stands before the item that begins.
    mark: Option<String>,
    inserting: Option<Insertion>,
    /// Insertions round the notes that are read.
    suspended: Vec<Option<Insertion>>,
}

/// Words that are put in: where they begin, by whom, and when.
type Insertion = (PiecePlace, Option<usize>, Option<i32>);

/// A comment that is being read.
#[derive(Default)]
struct RtfComment {
    by: Option<String>,
    on: Option<String>,
    at: Option<String>,
}

impl RtfReader {
    fn take(&mut self, token: RtfToken<'_>) {
        if !matches!(token, RtfToken::Code(_)) {
            self.settle();
        }
        match token {
            RtfToken::Open => {
                self.pass = 0;
                self.groups.push(self.state.clone());
                self.state = GroupState {
                    opening: DestinationSlot::Fresh,
                    group: GroupKind::Plain,
                    held: None,
                    ..self.state.clone()
                };
                return;
            }
            RtfToken::Close => {
                self.pass = 0;
                self.end_group();
                return;
            }
            RtfToken::Symbol(b'*') => {
                self.state.opening = DestinationSlot::Optional;
                return;
            }
            RtfToken::Symbol(symbol) => match symbol {
                b'~' => self.push(" "),
                b'_' => self.push("-"),
                b'\\' | b'{' | b'}' => self.push(char::from(symbol).encode_utf8(&mut [0; 4])),
                b'\n' => self.word(b"par", None),
                _ => {}
            },
            RtfToken::Code(code) => {
                if self.pass > 0 {
                    self.pass -= 1;
                } else {
                    self.bytes.push(code);
                }
            }
            RtfToken::Text(text) => {
                let skip = self.pass.min(text.len());
                self.pass -= skip;
                self.bytes.extend(text.get(skip..).unwrap_or_default());
                self.settle();
            }
            RtfToken::Word(b"u", Some(number)) => self.unicode(number),
            RtfToken::Word(..) if self.pass > 0 => self.pass -= 1,
            RtfToken::Word(word, number) => self.word(word, number),
        }
        self.state.opening = DestinationSlot::Past;
    }

    fn word(&mut self, word: &[u8], number: Option<i32>) {
        if self.state.opening != DestinationSlot::Past && self.destination(word, number) {
            return;
        }
        if self.character(word, number) || self.sign(word) {
            return;
        }
        match word {
            b"par" | b"sect" | b"page" | b"column" => self.end_paragraph(),
            b"line" if self.state.to == To::Text => self.out.line_break(),
            b"line" => self.push(" "),
            b"pard" => self.state.paragraph = ParagraphState::default(),
            b"s" => self.state.paragraph.style = number.unwrap_or(0),
            b"ls" => self.state.paragraph.list = number.unwrap_or(0) > 0,
            b"ilvl" => self.state.paragraph.level = number.and_then(|level| usize::try_from(level).ok()).unwrap_or(0),
            b"outlinelevel" => self.state.paragraph.outline = number.unwrap_or(9) < 9,
            b"intbl" => self.state.paragraph.in_table = true,
            b"trowd" | b"clvmgf" | b"clvmrg" | b"cellx" => self.row_definition(word),
            b"cell" if self.out.in_row() => {
                if self.next_cell {
                    self.open_cell();
                }
                self.next_cell = true;
            }
            b"row" => self.out.close_row(),
            b"ansicpg" => self.tables.page = number.unwrap_or(1252),
            b"ftnalt" if self.state.to == To::Note => self.link.push((PiecePlace::default(), None)),
            b"fcharset" if self.state.to == To::Font => {
                self.tables.fonts.insert(self.state.font, charset(number.unwrap_or(0)));
            }
            _ => {}
        }
    }

    /// Words of a row's definition: which of its cells go on from row to row.
    fn row_definition(&mut self, word: &[u8]) {
        match word {
            b"trowd" => {
                (self.merges, self.cells, self.merge) = (Vec::new(), 0, CellMerge::No);
                if self.state.to == To::Text && !self.out.in_row() {
                    self.out.open_row();
                    self.next_cell = true;
                }
            }
            b"clvmgf" => self.merge = CellMerge::First,
            b"clvmrg" => self.merge = CellMerge::Next,
            _ => self.merges.push(std::mem::take(&mut self.merge)),
        }
    }

    fn open_cell(&mut self) {
        self.out.cell(CellReach::ONE);
        match self.merges.get(self.cells) {
            Some(CellMerge::First) => self.out.cell_goes_on(),
            Some(CellMerge::Next) => self.out.cell_from_above(),
            Some(CellMerge::No) | None => {}
        }
        self.cells += 1;
    }

    /// Words that change how characters are read; true when it was one.
    fn character(&mut self, word: &[u8], number: Option<i32>) -> bool {
        let on = number != Some(0);
        match word {
            b"plain" => (self.state.raised, self.state.gone, self.state.inserted) = (false, false, None),
            b"f" => self.state.font = number.unwrap_or(0),
            b"uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            b"super" => self.state.raised = on,
            b"nosupersub" | b"sub" => self.state.raised = false,
            b"v" | b"strike" | b"striked" => self.state.gone = on,
            b"revised" => self.state.inserted = on.then_some(0),
            b"revauth" => self.state.inserted = self.state.inserted.and(usize::try_from(number.unwrap_or(0)).ok()),
            b"revdttm" | b"revdttmdel" => self.state.changed = number,
            b"revauthdel" if self.state.to == To::Deleted => {
                self.state.inserted = usize::try_from(number.unwrap_or(0)).ok();
            }
            b"deleted" => {
                if on && self.state.to == To::Text {
                    self.state.to = To::Deleted;
                    self.collected.clear();
                } else if on && matches!(self.state.to, To::Note | To::Comment) {
                    self.state.to = To::Nothing;
                }
            }
            _ => return false,
        }
        true
    }

    /// Words that stand for a character; true when it was one.
    fn sign(&mut self, word: &[u8]) -> bool {
        let sign = match word {
            b"tab" | b"emspace" | b"enspace" | b"qmspace" | b"nestcell" | b"nestrow" => " ",
            b"emdash" => "—",
            b"endash" => "–",
            b"lquote" => "‘",
            b"rquote" => "’",
            b"ldblquote" => "“",
            b"rdblquote" => "”",
            b"bullet" => "•",
            _ => return false,
        };
        self.push(sign);
        true
    }

    fn authorship(&self, author: Option<usize>, at: Option<i32>) -> Authorship {
        let by = author.and_then(|author| self.tables.revisers.get(author)).cloned();
        Authorship { by: by.filter(|by| by != "Unknown"), at: at.and_then(moment) }
    }

    fn end_paragraph(&mut self) {
        if self.state.to == To::Deleted {
            // A deleted end joins its paragraph with the next.
            self.collected.push(' ');
        } else if self.state.to == To::Text {
            self.inserted(None);
            self.out.flush();
            self.out.unkind();
            self.mark = None;
        } else if matches!(self.state.to, To::Note | To::Comment) {
            self.out.flush();
        }
    }

    /// Words for wherever they go.
    fn push(&mut self, words: &str) {
        if matches!(self.state.to, To::Text | To::Note | To::Comment) {
            self.text(words);
        } else if self.state.to == To::Reviser {
            // Authors of changes are parted by semicolons in groups of their own.
            let name = words.trim_end_matches(';');
            if !name.is_empty() {
                self.tables.revisers.push(name.to_owned());
            }
        } else if self.state.to != To::Nothing {
            self.collected.push_str(words);
        }
    }

    fn text(&mut self, words: &str) {
        if self.state.gone {
            self.out.leave_out(words);
            return;
        }
        if self.out.in_row() && !self.state.paragraph.in_table && self.next_cell && !words.trim().is_empty() {
            self.out.close_row();
        }
        if self.out.in_row() && self.next_cell && !words.trim().is_empty() {
            self.open_cell();
            self.next_cell = false;
        }
        if self.out.is_empty() && !words.trim().is_empty() {
            self.begin();
        }
        if self.state.to == To::Text {
            self.inserted(self.state.inserted);
        }
        if self.state.raised { self.out.raised(words) } else { self.out.words(words) }
    }

    /// A piece begins: what it is, and how it stands in its list. In a table's row a mark is one of the row's words.
    fn begin(&mut self) {
        let mark = self.mark.take().filter(|_| self.state.to == To::Text);
        let kind = self.kind();
        if let Some(mark) = mark.as_deref().and_then(set).filter(|_| self.out.in_row()) {
            self.out.words(&format!("{mark} "));
        } else if mark.is_some() || kind == Some(BlockKind::ListItem) {
            let kind = kind.clone().unwrap_or(BlockKind::ListItem);
            let depth = if kind == BlockKind::ListItem { self.state.paragraph.level } else { 0 };
            self.out.item(ListPlace { mark: mark.as_deref().and_then(set), depth });
            self.out.kind(kind);
        } else if let Some(kind) = kind {
            self.out.kind(kind);
        }
    }

    /// Words by another hand than those before, or by none, end an insertion.
    fn inserted(&mut self, author: Option<usize>) {
        if self.inserting.as_ref().map(|(_, by, _)| *by) == author.map(Some) {
            return;
        }
        if let Some((from, by, at)) = self.inserting.take() {
            let hand = self.authorship(by, at);
            self.out.inserted(from, &hand);
        }
        self.inserting = author.map(|author| (self.out.next(), Some(author), self.state.changed));
    }

    fn kind(&self) -> Option<BlockKind> {
        let told = self.tables.styles.get(&self.state.paragraph.style).cloned();
        let told = told.or(self.state.paragraph.outline.then_some(BlockKind::Heading));
        told.or(self.state.paragraph.list.then_some(BlockKind::ListItem))
    }

    fn finish(mut self) -> ArticleDraft<'static> {
        self.settle();
        self.inserted(None);
        let mut draft = self.out.finish();
        draft.title = self.title.filter(|title| !title.is_empty());
        draft.byline = self.author.as_deref().and_then(style::author);
        super::manuscript::settle(&mut draft);
        draft
    }
}
