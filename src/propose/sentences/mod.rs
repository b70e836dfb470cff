//! Cuts a block into sentences: one pass over its bytes that stops only at marks that may end one.

mod bounds;
mod cluster;
mod ends;
mod lists;
mod marks;
mod next;
mod speech;
mod word;

use self::bounds::{blanks, from, is_boundary};
use self::cluster::Cluster;
use self::lists::{ListState, Marker};
use self::marks::ScannedMark;
use super::lexicon::{self, SentenceLexicon};
use crate::review::Span;

/// The sentences of one block of text in `language` (BCP 47; empty when unknown), in bytes of `text`, without the blanks around them.
///
/// Nothing but white space lies between them, and they begin and end on grapheme boundaries.
pub fn split(text: &str, language: &str) -> Vec<Span> {
    let mut cutter =
        Cutter { text, lexicon: lexicon::of(language), start: 0, spans: Vec::new(), item: ListState::default() };
    cutter.run();
    cutter.spans
}

/// Words that make one label with "Photo": "File Photo: …".
const KINDS_OF_PICTURE: [&str; 6] = ["Cover", "Courtesy", "File", "Handout", "Profile", "Stock"];

struct Cutter<'a> {
    text: &'a str,
    lexicon: &'static SentenceLexicon,
    /// Where the sentence begins, in bytes; white space may come first.
    start: usize,
    spans: Vec<Span>,
    item: ListState,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut at = self.open(blanks(self.text, 0), true);
        let mut ahead = marks::next(self.text, at);
        loop {
            if ahead.is_some_and(|(place, _)| place < at) {
                ahead = marks::next(self.text, at);
            }
            let place = ahead.map_or(self.text.len(), |(place, _)| place);
            if let Some(follows) = self.item.follows.filter(|follows| *follows <= place) {
                self.cut(follows, follows);
                at = self.open(follows, false);
                continue;
            }
            at = match ahead {
                Some((_, ScannedMark::Line)) => self.line(place),
                Some((_, ScannedMark::Bullet(len))) => self.bullet(place, len),
                Some((_, ScannedMark::Stop(stop))) => self.stop(place, stop),
                Some((_, ScannedMark::Credit(len))) => self.credit(place, len),
                None => break,
            };
        }
        self.cut(self.text.len(), self.text.len());
    }

    /// Begins a sentence at `at`, where there is no white space, and returns where to look on: behind its list marker.
    fn open(&mut self, at: usize, line: bool) -> usize {
        let rest = from(self.text, at);
        let bullet = marks::bullet(rest).map_or(0, |len| blanks(rest, len));
        let (marked, started) = (at + bullet, line || bullet > 0);
        let marker = Marker::read(from(rest, bullet));
        let told = self.item.marker.take();
        self.item = ListState { open: bullet > 0 || line && lists::is_dashed(rest), ..ListState::default() };
        let Some(marker) = marker else { return marked };
        let follows = lists::following(self.text, marked, &marker, self.lexicon);
        let expected = told.is_some_and(|told| marker.follows(&told));
        if !(expected || started && marker.leads(from(rest, bullet), self.lexicon) || follows.is_some()) {
            return marked;
        }
        let inline = expected || bullet > 0 || marker.begins_inline();
        let behind = marked + marker.len;
        self.item = ListState { open: true, marker: Some(marker), follows: follows.filter(|_| inline) };
        behind
    }

    /// Ends the sentence at `end` and begins the next at `next`; only white space may lie between.
    fn cut(&mut self, end: usize, next: usize) -> bool {
        let piece = self.text.get(self.start..end).unwrap_or_default();
        let mut last = self.start + piece.trim_end().len();
        let mut first = self.start + piece.len() - piece.trim_start().len();
        // A blank that carries a combining mark belongs to the words.
        while last < self.text.len() && !is_boundary(self.text, last) {
            last += from(self.text, last).chars().next().map_or(1, char::len_utf8);
        }
        while first > 0 && !is_boundary(self.text, first) {
            first -= self.text.get(..first).and_then(|left| left.chars().next_back()).map_or(1, char::len_utf8);
        }
        if last > next || next < self.text.len() && !is_boundary(self.text, next) {
            return false;
        }
        if first < last {
            self.spans.push(Span::new(first, last));
        }
        self.start = next;
        true
    }

    /// At a line break: ends the sentence before a blank line and before a list item.
    fn line(&mut self, at: usize) -> usize {
        let next = blanks(self.text, at);
        let gap = self.text.get(at..next).unwrap_or_default();
        let blank = gap.bytes().filter(|byte| *byte == b'\n').count() > 1;
        let ends = blank || lists::item_begins(self.text, at, next, &self.item) || self.item_ends(at, next);
        if ends && self.cut(at, next) { self.open(next, true) } else { next }
    }

    /// True when a list item ends with its line: the next line begins like a sentence.
    fn item_ends(&self, at: usize, next: usize) -> bool {
        self.item.open
            && at > self.start
            && from(self.text, next).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    }

    fn bullet(&mut self, at: usize, len: usize) -> usize {
        let apart = self.text.get(..at).is_some_and(|left| left.ends_with(char::is_whitespace));
        let leads = from(self.text, at + len).starts_with(|c: char| c.is_whitespace() || c.is_alphanumeric());
        if apart && leads && self.cut(at, at) { self.open(at, false) } else { at + len }
    }

    /// At the colon of a picture's credit: the caption before it ends, though it has no stop.
    fn credit(&mut self, at: usize, len: usize) -> usize {
        let label = at.saturating_sub(len);
        let left = self.text.get(self.start..label).unwrap_or_default();
        let compound = KINDS_OF_PICTURE.iter().any(|kind| left.trim_end().ends_with(kind));
        if left.ends_with(' ') && !left.trim_end().is_empty() && !compound {
            self.cut(label, label);
        }
        at + 1
    }

    fn stop(&mut self, at: usize, stop: marks::Stop) -> usize {
        // Most stops stand inside numbers, addresses and abbreviations.
        let behind = self.text.as_bytes().get(at + stop.len);
        let noted = cluster::notes(self.text, at + stop.len);
        if stop.len == 1
            && noted.is_none()
            && behind.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        {
            return at + stop.len;
        }
        let mut cluster = Cluster::read(self.text, at, stop);
        let apart = || cluster::note_apart(self.text, at + stop.len, self.lexicon);
        cluster.end = noted.or_else(apart).unwrap_or(cluster.end);
        let next = blanks(self.text, cluster.end);
        if next == self.text.len() {
            return next;
        }
        if let Some(end) = cluster.split_ellipsis(self.text, next) {
            let begin = blanks(self.text, end);
            return if self.cut(end, begin) { cluster.end } else { cluster.end.max(at + 1) };
        }
        let ends = self.next_item(next) && next > cluster.end
            || ends::ends(self.text, self.start, &cluster, next, self.lexicon);
        let line = self.text.get(cluster.end..next).is_some_and(|gap| gap.contains('\n'));
        if ends && self.cut(cluster.end, next) { self.open(next, line) } else { cluster.end }
    }

    /// True when the words at `next`, behind a stop, are an item of the list at hand or begin one.
    fn next_item(&self, next: usize) -> bool {
        let Some(marker) = Marker::read(from(self.text, next)) else { return false };
        let expected = self.item.marker.as_ref().is_some_and(|last| marker.follows(last));
        expected || marker.begins_inline() && lists::following(self.text, next, &marker, self.lexicon).is_some()
    }
}
