//! Markdown to a draft: front matter, headings, lists, quotations, links, footnotes and the marks of `CriticMarkup`.

mod critic;
mod front_matter;
mod html;
mod lists;
mod template;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::draft::{ArticleDraft, Aside, DraftPiece, PieceTrace};
use super::flow::Flow;
use super::lines::tidy;
use super::markup;
use crate::review::{AnnotationKind, BlockKind};
use crate::text::{MARKDOWN, Span, escaped};
use critic::{CriticMarks, CriticText};
use front_matter::front_matter;
use html::OpenTags;
use lists::CountedLists;
use template::without_tags;

/// Reads Markdown.
pub(super) fn read(text: &str) -> ArticleDraft<'static> {
    let CriticText { text, said } = CriticText::of(text);
    let mut reader =
        MarkdownReader { source: text.clone(), critic: CriticMarks::of(said), ..MarkdownReader::default() };
    for (event, range) in Parser::new_ext(&text, MARKDOWN).into_offset_iter() {
        reader.take(event, Span::new(range.start, range.end));
    }
    reader.flush();
    reader.into_draft()
}

/// Where words go at the moment.
#[derive(Debug, Default, PartialEq)]
enum Sink {
    /// Into the article.
    #[default]
    Article,
    /// Into the front matter.
    Front,
    /// Into the footnote with this label.
    Footnote(String),
}

/// A mark in the text that points to a footnote.
#[derive(Debug)]
struct FootnoteMark {
    piece: usize,
    at: usize,
    label: String,
}

#[derive(Debug, Default)]
struct MarkdownReader {
    source: String,
    /// Where the last words ended in it, in bytes.
    end: usize,
    draft: ArticleDraft<'static>,
    flow: Flow,
    sink: Sink,
    kinds: Vec<BlockKind>,
    front: String,
    footnotes: HashMap<String, Flow>,
    marks: Vec<FootnoteMark>,
    /// Links that are open: where their words begin, and where they lead.
    links: Vec<(usize, String)>,
    struck: usize,
    lists: CountedLists,
    /// The number before the words that come next, where it is one of them.
    number: Option<Span>,
    tags: OpenTags,
    /// A block of HTML, as far as it was met.
    block: String,
    critic: CriticMarks,
}

impl MarkdownReader {
    /// Takes in what stands at `at` in the source, in bytes.
    fn take(&mut self, event: Event<'_>, at: Span) {
        let ends = matches!(event, Event::End(_));
        self.reach(if ends { at.of(&self.source).trim_end().len() + at.start } else { at.start });
        if let Some(sign) = stars_of_figures(&event, at, &self.source) {
            self.push(sign.of(&self.source.clone()), sign);
        }
        match event {
            Event::Start(tag) => self.open(tag, at),
            Event::End(tag) => self.close(tag),
            Event::Text(words) => {
                let whole = escaped(&self.source, at, self.end);
                let first = words.chars().next().filter(|_| whole != at).map_or(0, char::len_utf8);
                let (sign, rest) = words.split_at_checked(first).unwrap_or(("", &words));
                // A sign stands for itself and the backslash before it.
                self.push(sign, Span::new(whole.start, at.start + first));
                self.push(rest, Span::new(at.start + first, at.end));
            }
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => self.push(&words, at),
            Event::SoftBreak | Event::HardBreak => self.push(" ", at),
            Event::FootnoteReference(label) => {
                self.marks.push(FootnoteMark {
                    piece: self.draft.pieces.len(),
                    at: self.flow.end(),
                    label: label.into_string(),
                });
            }
            Event::InlineHtml(tag) if html::is_words(&tag) => self.push(&tag, at),
            Event::InlineHtml(tag) => {
                if self.tags.take(&tag) {
                    self.push(" ", at);
                }
            }
            Event::Html(lines) if self.sink == Sink::Article => self.block.push_str(&lines),
            Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn push(&mut self, words: &str, at: Span) {
        self.end = at.end;
        if self.struck > 0 || self.tags.strikes() {
            return;
        }
        match &self.sink {
            Sink::Article => {
                self.push_number();
                let (mut words, mut at) = (words, at);
                // Where marks stand among the words, they are pushed bit by bit.
                while let Some(place) = self.critic.next().filter(|place| *place < at.end && words.len() == at.len()) {
                    let (before, rest) = words.split_at_checked(place.saturating_sub(at.start)).unwrap_or(("", words));
                    self.push_words(before, Span::new(at.start, at.start + before.len()));
                    (words, at.start) = (rest, at.start + before.len());
                    self.reach(place);
                }
                self.push_words(words, at);
            }
            Sink::Front => self.front.push_str(words),
            Sink::Footnote(label) => {
                let note = self.footnotes.entry(label.clone()).or_default();
                let set = self.tags.set(words, note.as_str());
                note.push(&set);
            }
        }
    }

    /// Pushes the number that stands before the words and is one of them.
    fn push_number(&mut self) {
        if let Some(number) = self.number.take() {
            self.flow.push_from(number.of(&self.source), number);
            self.flow.push(" ");
        }
    }

    /// Pushes words of the article, set as the tags say.
    fn push_words(&mut self, words: &str, at: Span) {
        match self.tags.set(words, self.flow.as_str()) {
            Cow::Borrowed(words) => self.flow.push_from(words, at),
            Cow::Owned(set) => self.flow.push(&set),
        }
    }

    /// Takes in what marks of `CriticMarkup` say before the byte `at` of the source, and at it.
    fn reach(&mut self, at: usize) {
        self.critic.reach(at, &self.flow, &mut self.draft);
    }

    fn open(&mut self, tag: Tag<'_>, at: Span) {
        match tag {
            Tag::MetadataBlock(_) => self.sink = Sink::Front,
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.sink = Sink::Footnote(label.into_string());
            }
            Tag::Heading { level, .. } => {
                self.flush();
                let first = level == HeadingLevel::H1
                    && !self.draft.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
                self.kinds.push(if first { BlockKind::Headline } else { BlockKind::Heading });
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.kinds.push(BlockKind::Quote);
            }
            Tag::Item => {
                self.flush();
                self.number = self.lists.begin(&self.source, at);
                self.kinds.push(if self.number.is_some() { BlockKind::Paragraph } else { BlockKind::ListItem });
            }
            Tag::List(first) => {
                self.flush();
                self.lists.open(&self.source, first, at);
            }
            Tag::Paragraph if self.sink != Sink::Article => self.push(" ", Span::default()),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) => self.flush(),
            Tag::TableCell if !self.flow.is_empty() && self.struck == 0 => self.flow.push(" | "),
            Tag::Link { dest_url, .. } if self.sink == Sink::Article => {
                self.links.push((self.flow.next(), dest_url.into_string()));
            }
            // What is struck out, and what stands in for a picture, is no text of the article.
            Tag::Strikethrough | Tag::Image { .. } => self.struck += 1,
            Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => {
                self.sink = Sink::Article;
                front_matter(&self.front, &mut self.draft);
            }
            TagEnd::FootnoteDefinition => self.sink = Sink::Article,
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) => {
                self.flush();
                self.kinds.pop();
            }
            TagEnd::Item => {
                self.push_number();
                self.flush();
                self.kinds.pop();
                self.lists.end();
            }
            TagEnd::List(_) => self.lists.close(),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableHead | TagEnd::TableRow
                if self.sink == Sink::Article =>
            {
                self.flush();
            }
            TagEnd::HtmlBlock => self.take_block(),
            TagEnd::Strikethrough | TagEnd::Image => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link if self.sink == Sink::Article => self.link(),
            TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Link
            | TagEnd::Table
            | TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
        }
    }

    /// Keeps where a link leads as a remark on its words: that is where the author's sources are.
    fn link(&mut self) {
        let Some((from, to)) = self.links.pop() else { return };
        let words = from..self.flow.end();
        if words.start < words.end && (to.starts_with("https://") || to.starts_with("http://")) {
            let piece = self.draft.pieces.len();
            let (kind, by, at) = (AnnotationKind::Link, None, None);
            self.draft.asides.push(Aside { kind, piece, within: words, text: to, by, at });
        }
    }

    /// Puts what a block of HTML says behind what was read so far.
    fn take_block(&mut self) {
        self.flush();
        let block = std::mem::take(&mut self.block);
        if html::is_words(&block) {
            self.draft.pieces.push(DraftPiece::new(BlockKind::Paragraph, tidy(&block).into_owned()));
            return;
        }
        let read = markup::html(&block);
        let (before, quoted) = (self.draft.pieces.len(), self.kinds.contains(&BlockKind::Quote));
        let headed = self.draft.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
        let set = |mut piece: DraftPiece<'static>| {
            if headed && piece.kind == BlockKind::Headline {
                piece.kind = BlockKind::Heading;
            } else if quoted && piece.kind == BlockKind::Paragraph {
                piece.kind = BlockKind::Quote;
            }
            piece
        };
        self.draft.pieces.extend(read.pieces.into_iter().map(set));
        let moved = |aside: Aside| Aside { piece: before + aside.piece, ..aside };
        self.draft.asides.extend(read.asides.into_iter().map(moved));
    }

    /// Ends the piece.
    fn flush(&mut self) {
        // A tag that is not closed holds no longer than its paragraph.
        self.tags = OpenTags::default();
        if self.flow.is_empty() {
            return;
        }
        self.links.clear();
        // A quotation's paragraphs and items are quotations.
        let quoted = self.kinds.contains(&BlockKind::Quote);
        let kind = if quoted { Some(BlockKind::Quote) } else { self.kinds.last().cloned() };
        let trace = self.flow.take_trace();
        let text = self.flow.take();
        let here = self.draft.pieces.len();
        let noted = self.draft.asides.last().map(|aside| aside.piece) == Some(here)
            || self.marks.last().map(|mark| mark.piece) == Some(here)
            || self.critic.stands_in(here);
        // Where a remark has its place in the text, taking words out would move it.
        let (text, trace) = match without_tags(&text) {
            // Where its words came from is not told any more.
            Cow::Owned(bare) if !noted => (tidy(&bare).into_owned(), Vec::new()),
            Cow::Owned(_) | Cow::Borrowed(_) => (text, trace),
        };
        if text.is_empty() {
            return;
        }
        let item = self.lists.place();
        self.draft.traces.extend(trace.into_iter().map(|stretch| PieceTrace { piece: here, stretch }));
        self.draft.pieces.push(DraftPiece { item, ..DraftPiece::new(kind.unwrap_or(BlockKind::Paragraph), text) });
    }

    fn into_draft(mut self) -> ArticleDraft<'static> {
        let pieces = self.draft.pieces.len();
        for mark in self.marks {
            if let Some(note) = self.footnotes.get(&mark.label).filter(|_| mark.piece < pieces) {
                let text = note.as_str().to_owned();
                let within: Range<usize> = mark.at..mark.at;
                let (kind, by, at) = (AnnotationKind::Footnote, None, None);
                self.draft.asides.push(Aside { kind, piece: mark.piece, within, text, by, at });
            }
        }
        self.draft.end_places();
        self.draft.asides.retain(|aside| !aside.text.is_empty());
        super::brackets::lift(&mut self.draft);
        super::manuscript::mark_remains(&mut self.draft);
        self.draft.supply_headline();
        self.draft
    }
}

/// Where the stars stand that `event` is about, when they stand between figures and so are words: in "2*3*4" nothing is emphasised.
fn stars_of_figures(event: &Event<'_>, at: Span, source: &str) -> Option<Span> {
    let ends = matches!(event, Event::End(TagEnd::Emphasis | TagEnd::Strong));
    let strong = matches!(event, Event::Start(Tag::Strong) | Event::End(TagEnd::Strong));
    if !(ends || strong || matches!(event, Event::Start(Tag::Emphasis))) {
        return None;
    }
    let width = if strong { 2 } else { 1 };
    let bytes = source.as_bytes();
    let is_figure = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let opens = is_figure(at.start.checked_sub(1)) && is_figure(at.start.checked_add(width));
    let closes = is_figure(at.end.checked_sub(width + 1)) && is_figure(Some(at.end));
    let stars = if ends { Span::new(at.end - width, at.end) } else { Span::new(at.start, at.start + width) };
    (opens || closes).then_some(stars)
}

/// Endings of Markdown's file names.
const ENDINGS: [&str; 4] = [".md", ".markdown", ".mdown", ".mkd"];

/// True when a text is Markdown: by its name, or by two different marks that plain text does not have.
pub(super) fn is_markdown(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
        return true;
    }
    let mut marks = [false; 6];
    for line in text.lines().take(4000) {
        let bare = line.trim_start_matches('#');
        let hashes = line.len() - bare.len();
        let seen = [
            (1..=6).contains(&hashes) && bare.starts_with(' '),
            line.contains("](http"),
            line.starts_with("[^") && line.contains("]:"),
            line.starts_with("```"),
            line.matches("**").count() >= 2,
            line.starts_with("> "),
        ];
        for (mark, seen) in marks.iter_mut().zip(seen) {
            *mark |= seen;
        }
    }
    let front = text.starts_with("---\n")
        && text
            .get(4..)
            .is_some_and(|rest| rest.lines().next().is_some_and(|line| line.contains(": ")) && rest.contains("\n---"));
    front || marks.iter().filter(|mark| **mark).count() >= 2
}
