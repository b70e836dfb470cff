//! Pieces as a structured format gives them: words flow in, blocks end, notes and changes are laid on their words.

mod rows;

use super::draft::{ArticleDraft, Aside, Authorship, DraftPiece, PiecePlace, PieceTrace, Tracked};
use super::figures;
use super::flow::Flow;
use super::grid::TableGrid;
use crate::review::{AnnotationKind, BlockKind, ChangeKind, ListPlace};
use crate::text::Span;

/// A draft in the making.
#[derive(Debug, Default)]
pub(super) struct Composer {
    /// What is there so far.
    pub(super) draft: ArticleDraft<'static>,
    flow: Flow,
    kind: Option<BlockKind>,
    /// How the piece stands in a list.
    item: Option<ListPlace>,
    /// Rows that are open, one inside another.
    rows: usize,
    /// The columns of the outermost table.
    grid: TableGrid,
    /// Line breaks since the last word.
    breaks: usize,
    /// Where the line in the making began.
    line: usize,
    /// What is around the box that is being read.
    outer: Vec<Outer>,
    /// Boxes beyond the deepest that is kept apart.
    beyond: usize,
    /// Boxes that were anchored in the piece: they stand behind it.
    boxes: Vec<ArticleDraft<'static>>,
    left_out: bool,
}

/// What is around a box.
#[derive(Debug)]
struct Outer {
    draft: ArticleDraft<'static>,
    flow: Flow,
    kind: Option<BlockKind>,
    item: Option<ListPlace>,
    rows: usize,
    grid: TableGrid,
    boxes: Vec<ArticleDraft<'static>>,
    breaks: usize,
    line: usize,
}

/// Boxes in boxes that are kept apart.
const DEEPEST_BOX: usize = 8;
/// Characters of a line that was broken for its own sake: in running text a break after more is a wrapped line.
const SHORT_LINE: usize = 60;

impl Composer {
    /// Adds words to the piece.
    pub(super) fn words(&mut self, words: &str) {
        if self.breaks > 0 && !words.trim().is_empty() {
            self.broken(words);
        }
        self.flow.push(words);
    }

    /// Adds words that came from `source`, in bytes of whatever is read.
    pub(super) fn words_from(&mut self, words: &str, source: Span) {
        if self.breaks > 0 && !words.trim().is_empty() {
            self.broken(words);
        }
        self.flow.push_from(words, source);
    }

    /// A line break inside a paragraph.
    pub(super) fn line_break(&mut self) {
        self.breaks += usize::from(!self.flow.is_empty());
    }

    /// Words come after line breaks: empty lines part paragraphs, and so does a break after a full stop or a short line, unless what comes
    /// `next` goes on in its sentence.
    fn broken(&mut self, next: &str) {
        let breaks = std::mem::take(&mut self.breaks);
        let line = self.flow.as_str().get(self.line..).unwrap_or_default();
        // Lines that all begin small are a list.
        let inside = next.trim_start().starts_with(char::is_lowercase)
            && !line.starts_with(char::is_lowercase)
            && !line.ends_with([':', ';']);
        let ended = super::wrap::ends_sentence(line) || (line.chars().count() < SHORT_LINE && !inside);
        let one = matches!(self.kind, Some(BlockKind::Headline | BlockKind::Dek | BlockKind::Heading));
        if self.rows == 0 && (breaks > 1 || ended) && !one {
            let kind = self.kind.clone();
            let depth = self.item.as_ref().map(|item| item.depth);
            self.flush();
            self.kind = kind;
            self.item = depth.map(|depth| ListPlace { mark: Some("".into()), depth });
        } else {
            self.flow.push(" ");
            self.line = self.flow.end();
        }
    }

    /// Notes that words were left out which the file hides or strikes.
    pub(super) fn leave_out(&mut self, words: &str) {
        self.left_out |= words.chars().any(char::is_alphanumeric);
    }

    /// A box begins, which is anchored in the piece and no part of it.
    pub(super) fn open_box(&mut self) {
        if self.outer.len() >= DEEPEST_BOX {
            self.beyond += 1;
            self.flush();
            return;
        }
        self.set_aside();
    }

    /// Puts what was read so far by, for something that is no part of it.
    fn set_aside(&mut self) {
        self.outer.push(Outer {
            draft: std::mem::take(&mut self.draft),
            flow: std::mem::take(&mut self.flow),
            kind: self.kind.take(),
            item: self.item.take(),
            rows: std::mem::take(&mut self.rows),
            grid: std::mem::take(&mut self.grid),
            boxes: std::mem::take(&mut self.boxes),
            breaks: std::mem::take(&mut self.breaks),
            line: std::mem::take(&mut self.line),
        });
    }

    /// Goes on with what was put by; what was read since.
    fn take_up(&mut self) -> Option<ArticleDraft<'static>> {
        self.flush();
        let outer = self.outer.pop()?;
        (self.flow, self.kind, self.rows, self.grid, self.boxes) =
            (outer.flow, outer.kind, outer.rows, outer.grid, outer.boxes);
        (self.breaks, self.line, self.item) = (outer.breaks, outer.line, outer.item);
        Some(std::mem::replace(&mut self.draft, outer.draft))
    }

    /// A note begins: its words go through all that other words do, and are no part of the text.
    pub(super) fn open_note(&mut self) {
        self.set_aside();
    }

    /// A note ends: what it says, its paragraphs parted by line breaks. A comment on a word of it stands where the note does.
    pub(super) fn close_note(&mut self) -> String {
        self.rows = 0;
        let Some(note) = self.take_up() else { return String::new() };
        for aside in note.asides.into_iter().filter(|aside| aside.kind != AnnotationKind::Link) {
            let hand = Authorship { by: aside.by, at: aside.at };
            self.note_at(aside.kind, self.here(), aside.text, hand);
        }
        note.pieces.iter().map(|piece| piece.text.as_ref()).collect::<Vec<_>>().join("\n")
    }

    /// Notes that words of a note were left out which the file hides or strikes.
    pub(super) const fn left_out(&mut self) {
        self.left_out = true;
    }

    /// Forgets the words of the piece; inside a row they stay, as they may be another paragraph's.
    pub(super) fn drop_piece(&mut self) {
        if self.rows == 0 {
            self.flow.take();
        }
    }

    /// A box ends.
    pub(super) fn close_box(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            self.flush();
            return;
        }
        let Some(inner) = self.take_up() else { return };
        self.boxes.push(inner);
        if self.flow.is_empty() && self.rows == 0 {
            self.boxed();
        }
    }

    /// Puts the boxes behind the piece that they were anchored in.
    fn boxed(&mut self) {
        for inner in std::mem::take(&mut self.boxes) {
            self.draft.append(inner);
        }
    }

    /// Adds raised words: figures that can't be told from the number before them are written as raised figures.
    pub(super) fn raised(&mut self, words: &str) {
        match figures::power(words) {
            Some(raised) => self.words(&raised),
            None => self.words(words),
        }
    }

    /// Adds raised words that came from `source`.
    pub(super) fn raised_from(&mut self, words: &str, source: Span) {
        match figures::power(words) {
            Some(raised) => self.words_from(&raised, source),
            None => self.words_from(words, source),
        }
    }

    /// Lays a note on a place.
    pub(super) fn note_at(&mut self, kind: AnnotationKind, place: PiecePlace, text: String, hand: Authorship) {
        if !text.is_empty() {
            let (piece, within) = (place.piece, place.at..place.at);
            self.draft.asides.push(Aside { kind, piece, within, text, by: hand.by, at: hand.at });
        }
    }

    /// True while the piece has no words.
    pub(super) const fn is_empty(&self) -> bool {
        self.flow.is_empty()
    }

    /// The piece's words so far.
    pub(super) fn so_far(&self) -> &str {
        self.flow.as_str()
    }

    /// Behind the last word.
    pub(super) fn here(&self) -> PiecePlace {
        PiecePlace { piece: self.draft.pieces.len(), at: self.flow.end() }
    }

    /// Where the next word will begin.
    pub(super) fn next(&self) -> PiecePlace {
        PiecePlace { piece: self.draft.pieces.len(), at: self.flow.next() }
    }

    /// What the piece is, unless it was told before.
    pub(super) fn kind(&mut self, kind: BlockKind) {
        self.kind.get_or_insert(kind);
    }

    /// True when this is what the piece was told to be.
    pub(super) fn is_kind(&self, kind: &BlockKind) -> bool {
        self.kind.as_ref() == Some(kind)
    }

    /// How the piece stands in a list; what it was told before is forgotten.
    pub(super) fn item(&mut self, item: ListPlace) {
        self.item = Some(item);
    }

    /// Forgets what the piece was said to be.
    pub(super) fn unkind(&mut self) {
        self.kind = None;
    }

    /// Ends the piece; inside a row it goes on after a blank.
    pub(super) fn flush(&mut self) {
        if self.rows > 0 {
            self.flow.push(" ");
            self.kind = None;
            return;
        }
        let (kind, item) = (self.kind.take(), self.item.take().unwrap_or_default());
        (self.breaks, self.line) = (0, 0);
        if self.flow.is_empty() {
            self.boxed();
            return;
        }
        let mut kind = kind.unwrap_or(BlockKind::Paragraph);
        // There is one headline.
        if kind == BlockKind::Headline && self.draft.pieces.iter().any(|piece| piece.kind == BlockKind::Headline) {
            kind = BlockKind::Heading;
        }
        let piece = self.draft.pieces.len();
        let trace = self.flow.take_trace().into_iter();
        self.draft.traces.extend(trace.map(|stretch| PieceTrace { piece, stretch }));
        let text = self.flow.take();
        self.draft.pieces.push(DraftPiece { item, ..DraftPiece::new(kind, text) });
        self.boxed();
    }

    /// Lays a note on the words from `from` to here.
    pub(super) fn note(&mut self, kind: AnnotationKind, from: PiecePlace, text: String, hand: Authorship) {
        if text.is_empty() {
            return;
        }
        let (piece, within) = self.stretch(from);
        self.draft.asides.push(Aside { kind, piece, within, text, by: hand.by, at: hand.at });
    }

    /// Notes that the words from `from` to here were put in, in each of the pieces that they stand in.
    pub(super) fn inserted(&mut self, from: PiecePlace, hand: &Authorship) {
        self.draft.inserted(from, self.flow.as_str(), hand);
    }

    /// Notes that words which stood here were taken out.
    pub(super) fn deleted(&mut self, text: String, hand: Authorship) {
        if !text.is_empty() {
            let PiecePlace { piece, at } = self.here();
            let kind = ChangeKind::Deleted;
            self.draft.changes.push(Tracked { kind, piece, within: at..at, text, by: hand.by, at: hand.at });
        }
    }

    /// The words from `from` to here; to the end of the piece it lies in when that one has ended.
    fn stretch(&self, from: PiecePlace) -> (usize, std::ops::Range<usize>) {
        let ended = self.draft.pieces.get(from.piece).map(|piece| piece.text.len());
        let end = ended.unwrap_or(self.flow.end());
        (from.piece, from.at.min(end)..end)
    }

    /// The draft.
    pub(super) fn finish(mut self) -> ArticleDraft<'static> {
        while !self.outer.is_empty() {
            self.beyond = 0;
            self.close_box();
        }
        self.rows = 0;
        self.flush();
        if self.left_out {
            let notice = "Words that are hidden or struck out in the file were left out.";
            self.draft.notices.push(notice.to_owned());
        }
        self.draft.end_places();
        self.draft
    }
}
