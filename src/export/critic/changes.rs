//! Corrections as changes in a Markdown text: what goes, what comes, and whether all else is read as before once they are taken.

use pulldown_cmark::{Event, Parser};

use super::super::docx::Revision;
use super::super::markdown::MarkdownPage;
use super::anatomy::MarkdownAnatomy;
use crate::review::Span;
use crate::text::{MARKDOWN, SourceMap, SourceStretch, is_free_of_critic_marks};

/// A letter that no text has, from which on changes are counted.
const STAND_IN: u32 = 0xE000;

/// What is done to a text in one place.
#[derive(Clone, Debug)]
pub(super) struct MarkChange {
    /// What goes, in bytes; empty where words only come.
    pub(super) gone: Span,
    /// What comes, as it is to be read.
    pub(super) comes: Option<String>,
}

impl MarkChange {
    /// What comes, as Markdown.
    pub(super) fn written(&self) -> String {
        // Behind something: nothing in it begins a line.
        let mut page = MarkdownPage::default();
        page.fixed("x").running(self.comes.as_deref().unwrap_or_default()).fixed("x");
        let page = page.finish();
        page.trim_end().strip_prefix('x').and_then(|rest| rest.strip_suffix('x')).unwrap_or_default().to_owned()
    }
}

/// Where corrections go in a text.
#[derive(Clone, Copy)]
pub(super) struct ChangePlaces<'a> {
    pub(super) text: &'a str,
    /// The words that are read from it.
    pub(super) article: &'a str,
    pub(super) map: &'a SourceMap,
    pub(super) anatomy: &'a MarkdownAnatomy,
    /// What the text shows.
    pub(super) shown: &'a str,
}

impl ChangePlaces<'_> {
    /// What a correction of the words `span` does to the text, in its order; `None` where that can't be done in it.
    pub(super) fn of(self, revision: &Revision, span: Span) -> Option<Vec<MarkChange>> {
        let told = |gone: &[Span]| {
            let changes = self.changes(gone, &revision.come, span)?;
            self.is_sound(&changes).then_some(changes)
        };
        told(&revision.gone).or_else(|| {
            // Of a word the blank before it can go as well as the one behind.
            let slid: Vec<Span> = revision.gone.iter().map(|gone| self.slid(*gone, revision, span)).collect();
            told(&slid)
        })
    }

    fn slid(self, gone: Span, revision: &Revision, span: Span) -> Span {
        let is_blank = |at: usize| self.article.as_bytes().get(at) == Some(&b' ');
        let is_replaced = revision.come.iter().any(|(at, _)| *at == gone.start || *at == gone.end);
        if gone.start > span.start && is_blank(gone.start - 1) && is_blank(gone.end - 1) && !is_replaced {
            Span::new(gone.start - 1, gone.end - 1)
        } else {
            gone
        }
    }

    fn changes(self, gone: &[Span], come: &[(usize, String)], span: Span) -> Option<Vec<MarkChange>> {
        let mut changes: Vec<MarkChange> = Vec::new();
        let mut come = come.iter().peekable();
        let comes = |at: usize, words: &str| {
            let at = self.place(at, span)?;
            Some(MarkChange { gone: Span::new(at, at), comes: Some(words.to_owned()) })
        };
        for gone in gone {
            while let Some((at, words)) = come.next_if(|(at, _)| *at < gone.end) {
                changes.push(comes(*at, words)?);
            }
            let instead = come.next_if(|(at, _)| *at == gone.end).map(|(_, words)| words.clone());
            let mut pieces = self.taken_out(*gone, instead.is_some())?;
            let last = pieces.pop()?;
            changes.extend(pieces.into_iter().map(|gone| MarkChange { gone, comes: None }));
            changes.push(MarkChange { gone: last, comes: instead });
        }
        for (at, words) in come {
            changes.push(comes(*at, words)?);
        }
        Some(changes)
    }

    /// The stretches of the text that go where words of the article do, with or without others in their place.
    fn taken_out(self, gone: Span, is_replaced: bool) -> Option<Vec<Span>> {
        let mut at = gone.start;
        let mut pieces: Vec<Span> = Vec::new();
        let mut whole: Option<Span> = None;
        for SourceStretch { text, source, .. } in self.map.of(gone) {
            if text.start != at || !gone.covers(text) {
                return None;
            }
            at = text.end;
            whole = Some(whole.map_or(source, |whole| Span::new(whole.start, source.end)));
            match pieces.last_mut() {
                Some(last) if self.is_blank(last.end, source.start) => last.end = source.end,
                _ => pieces.push(source),
            }
        }
        let whole = whole.filter(|_| at == gone.end)?;
        let row = self.anatomy.row(whole)?;
        let can_go =
            |span: &Span| row.can_go(*span) && self.text.get(span.start..span.end).is_some_and(is_free_of_critic_marks);
        // What comes in place of emphasised words is emphasised.
        if is_replaced && pieces.len() == 1 && can_go(&whole) {
            return Some(vec![whole]);
        }
        let all = row.with_signs(whole);
        if can_go(&all) {
            return Some(vec![all]);
        }
        // Emphasis that reaches beyond stays, and so does a footnote's mark.
        let pieces: Vec<Span> = pieces.into_iter().map(|piece| row.with_signs(piece)).collect();
        pieces.iter().all(can_go).then_some(pieces)
    }

    /// True when nothing but blanks stands between two bytes.
    fn is_blank(self, from: usize, to: usize) -> bool {
        self.text.get(from..to).is_some_and(|between| between.trim().is_empty())
    }

    /// The byte before which words come in that stand before byte `at` of the article: behind the word before, or before the one behind
    /// where nothing of `span` stands before it.
    fn place(self, at: usize, span: Span) -> Option<usize> {
        // Behind a line's end there may be signs that begin the next.
        let is_broken = |at: usize| {
            let before = self.map.of(Span::new(at - 1, at)).next().map(|stretch| stretch.source);
            before.and_then(|from| self.text.get(from.start..from.end)).is_some_and(|words| words.contains('\n'))
        };
        let is_behind = at > span.start && (at == span.end || !is_broken(at));
        let beside = if is_behind { Span::new(at - 1, at) } else { Span::new(at, at + 1) };
        let SourceStretch { text, source, verbatim } = self.map.of(beside).next()?;
        self.anatomy.row(source)?;
        // Nothing comes into the middle of what stands for all of its source: code, a sign's name.
        let is_edge = verbatim || at == if is_behind { text.end } else { text.start };
        is_edge.then_some(if is_behind { source.end } else { source.start })
    }

    /// True when all else in the text is read as it was once the changes are taken: a sign that stands beside other words may mean
    /// something else there.
    fn is_sound(self, changes: &[MarkChange]) -> bool {
        let stand_in = |at: usize| u32::try_from(at).ok().and_then(|at| char::from_u32(STAND_IN + at));
        let made = |instead: &dyn Fn(usize, &MarkChange) -> String| {
            let (mut text, mut from) = (String::new(), 0);
            for (at, change) in changes.iter().enumerate() {
                text.push_str(self.text.get(from..change.gone.start)?);
                text.push_str(&instead(at, change));
                from = change.gone.end;
            }
            text.push_str(self.text.get(from..)?);
            Some(shown(&text))
        };
        let held = made(&|at, _| stand_in(at).into_iter().collect());
        let taken = made(&|_, change| change.written());
        let (Some(held), Some(taken)) = (held, taken) else { return false };
        let (mut was, mut wanted) = (held.clone(), held);
        for (at, change) in changes.iter().enumerate() {
            let Some(sign) = stand_in(at) else { return false };
            was = was.replace(sign, &shown(self.text.get(change.gone.start..change.gone.end).unwrap_or_default()));
            wanted = wanted.replace(sign, &bare(change.comes.as_deref().unwrap_or_default()));
        }
        was == self.shown && wanted == taken
    }
}

/// The letters and signs that a text shows.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::new();
    for event in Parser::new_ext(text, MARKDOWN) {
        if let Event::Text(words) | Event::Code(words) = event {
            shown.push_str(&bare(&words));
        }
    }
    shown
}

fn bare(words: &str) -> String {
    words.chars().filter(|one| !one.is_whitespace()).collect()
}
