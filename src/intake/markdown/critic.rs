//! A Markdown text with `CriticMarkup` in it, as it is read: its changes accepted, its remarks beside the words, and neither in the text.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::super::draft::{ArticleDraft, Aside, Authorship, PiecePlace, Tracked};
use super::super::flow::Flow;
use crate::review::{AnnotationKind, ChangeKind};
use crate::text::{CriticSort, MARKDOWN, Span, critic_marks};

/// What a mark says at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CriticEvent {
    /// Words that were put in begin here.
    Comes,
    /// They end here.
    Came,
    /// These words were taken out here.
    Goes(String),
    /// Words that are marked begin here.
    Lit,
    /// They end here.
    Shone,
    /// Somebody says this of the words that were marked right before it, or of the place.
    Remark(String),
}

/// A text without the marks, and what each said.
#[derive(Debug, Default)]
pub(super) struct CriticText {
    /// The text, changes accepted.
    pub(super) text: String,
    /// What the marks say, each before a byte of the text, in its order.
    pub(super) said: VecDeque<(usize, CriticEvent)>,
}

impl CriticText {
    /// `text` without its marks; those in code are shown as they stand.
    pub(super) fn of(text: &str) -> Self {
        let mut made = Self::default();
        let verbatim = if critic_marks(text).next().is_some() { verbatim(text) } else { Vec::new() };
        made.lay(text, 0, &verbatim);
        made
    }

    /// Lays on `part`, which begins at the byte `start` of the whole text.
    fn lay(&mut self, part: &str, start: usize, verbatim: &[Span]) {
        let mut from = 0;
        for mark in critic_marks(part) {
            if verbatim.iter().any(|code| (code.start..code.end).contains(&(start + mark.span.start))) {
                continue;
            }
            self.text.push_str(Span::new(from, mark.span.start).of(part));
            from = mark.span.end;
            let (gone, come) = mark.change(part);
            match mark.sort {
                CriticSort::Comes | CriticSort::Goes | CriticSort::Becomes => {
                    let gone = Self::of(gone).text;
                    if !gone.is_empty() {
                        self.say(CriticEvent::Goes(gone));
                    }
                    if !come.is_empty() {
                        self.say(CriticEvent::Comes);
                        self.lay(come, start + mark.inside.end - come.len(), verbatim);
                        self.say(CriticEvent::Came);
                    }
                }
                CriticSort::Highlight => {
                    self.say(CriticEvent::Lit);
                    self.lay(mark.inside.of(part), start + mark.inside.start, verbatim);
                    self.say(CriticEvent::Shone);
                }
                CriticSort::Comment => self.say(CriticEvent::Remark(mark.inside.of(part).trim().to_owned())),
            }
        }
        self.text.push_str(part.get(from..).unwrap_or_default());
    }

    fn say(&mut self, event: CriticEvent) {
        self.said.push_back((self.text.len(), event));
    }
}

/// The marks of a text while it is read.
#[derive(Debug, Default)]
pub(super) struct CriticMarks {
    said: VecDeque<(usize, CriticEvent)>,
    /// Where words that were put in began.
    came: Option<PiecePlace>,
    /// Where words that are marked began.
    lit: Option<PiecePlace>,
    /// What was marked last: where the mark ended in the text, the piece, and the words of it.
    shone: Option<(usize, usize, Range<usize>)>,
    /// The last piece of which something was said.
    last: Option<usize>,
}

impl CriticMarks {
    /// Nothing of `said` taken in yet.
    pub(super) fn of(said: VecDeque<(usize, CriticEvent)>) -> Self {
        Self { said, ..Self::default() }
    }

    /// The byte of the text before which the next mark stands.
    pub(super) fn next(&self) -> Option<usize> {
        self.said.front().map(|(place, _)| *place)
    }

    /// True when a mark says something of the piece `here`, so that its bytes are to stay where they are.
    pub(super) fn stands_in(&self, here: usize) -> bool {
        self.last == Some(here)
    }

    /// Takes in what marks say before the byte `at` of the text and at it, of the words in `flow` or of pieces of `draft`.
    pub(super) fn reach(&mut self, at: usize, flow: &Flow, draft: &mut ArticleDraft<'_>) {
        let here = draft.pieces.len();
        while self.next().is_some_and(|place| place <= at) {
            let Some((place, event)) = self.said.pop_front() else { return };
            self.last = Some(here);
            let end = flow.end();
            match event {
                CriticEvent::Comes => self.came = Some(PiecePlace { piece: here, at: flow.next() }),
                CriticEvent::Lit => self.lit = Some(PiecePlace { piece: here, at: flow.next() }),
                CriticEvent::Came => {
                    let from = self.came.take().unwrap_or(PiecePlace { piece: here, at: end });
                    draft.inserted(from, flow.as_str(), &Authorship::default());
                }
                CriticEvent::Goes(words) => {
                    let (kind, within, text) = (ChangeKind::Deleted, end..end, words.trim().to_owned());
                    if !text.is_empty() {
                        draft.changes.push(Tracked { kind, piece: here, within, text, by: None, at: None });
                    }
                }
                CriticEvent::Shone => {
                    let PiecePlace { piece, at: from } = self.lit.take().unwrap_or(PiecePlace { piece: here, at: end });
                    let to = draft.pieces.get(piece).map_or(end, |piece| piece.text.len());
                    self.shone = Some((place, piece, from.min(to)..to));
                }
                CriticEvent::Remark(text) => {
                    let lit = self.shone.clone().filter(|(at, ..)| *at == place);
                    let (piece, within) = lit.map_or((here, end..end), |(_, piece, within)| (piece, within));
                    let kind = AnnotationKind::Comment;
                    draft.asides.push(Aside { kind, piece, within, text, by: None, at: None });
                }
            }
        }
    }
}

/// Code in `text`, and its front matter.
fn verbatim(text: &str) -> Vec<Span> {
    let (mut found, mut open) = (Vec::new(), None);
    for (event, range) in Parser::new_ext(text, MARKDOWN).into_offset_iter() {
        match event {
            Event::Code(_) => found.push(Span::new(range.start, range.end)),
            Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => open = Some(range.start),
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => {
                found.extend(open.take().map(|start| Span::new(start, range.end)));
            }
            Event::Start(_)
            | Event::End(_)
            | Event::Text(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{CriticEvent, CriticText};

    #[test]
    fn changes_are_accepted_and_remarks_stand_at_their_words_but_in_code_marks_are_shown() {
        let read = CriticText::of("It {~~was~>is~~} {==12 {++new ++}men==}{>>11? <<}. `{++a++}`");
        assert_eq!(read.text, "It is 12 new men. `{++a++}`");
        let remark = CriticEvent::Remark("11?".to_owned());
        let at = |said: &CriticEvent| read.said.iter().find(|(_, event)| event == said).map(|(at, _)| *at);
        assert_eq!([at(&CriticEvent::Goes("was".to_owned())), at(&CriticEvent::Came)], [Some(3), Some(5)]);
        assert_eq!([at(&CriticEvent::Lit), at(&CriticEvent::Shone), at(&remark)], [Some(6), Some(16), Some(16)]);
        assert_eq!(CriticText::of("a {++ b").text, "a {++ b");
    }
}
