//! A piece of evidence as it was read: its text, cut where its own numbering cuts it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::review::{AnnotationKind, Article, BlockKind};
use crate::text::Span;

/// Pieces and letters that a file's head has at least, and people at most.
const HEAD_PIECES: usize = 4;
const HEAD_LETTERS: usize = 1200;
const HEAD_PEOPLE: usize = 12;

/// Where a piece stands in its file, as one would tell it to somebody who looks it up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Locator {
    /// A paragraph, counted from 1.
    Paragraph(usize),
    /// Seconds from the recording's beginning: when it begins and when it ends.
    Time(f64, f64),
    /// A page, counted from 1, with the number printed on it where it has another.
    Page(usize, Option<String>),
    /// A row of a table, counted from 1 as a spreadsheet shows it, with its sheet where there are several.
    Row(usize, Option<Arc<str>>),
    /// Beside the text: a note at its foot, a comment.
    Note(AnnotationKind),
}

impl fmt::Display for Locator {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paragraph(number) => write!(out, "paragraph {number}"),
            Self::Time(from, _) => out.write_str(&clock(*from)),
            Self::Page(number, None) => write!(out, "p. {number}"),
            Self::Page(number, Some(printed)) => write!(out, "p. {printed} (page {number} of the file)"),
            Self::Row(number, None) => write!(out, "row {number}"),
            Self::Row(number, Some(sheet)) => write!(out, "{sheet}, row {number}"),
            Self::Note(kind) => write!(out, "{kind}"),
        }
    }
}

/// Seconds as hours, minutes and seconds: `00:12:40`.
fn clock(seconds: f64) -> String {
    let mut rest = seconds.max(0.0);
    let mut whole = |unit: f64| {
        let units = (rest / unit).floor();
        rest -= units * unit;
        units
    };
    let (hours, minutes, seconds) = (whole(3600.0), whole(60.0), whole(1.0));
    format!("{hours:02.0}:{minutes:02.0}:{seconds:02.0}")
}

/// A stretch of a text with its place and who says it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Where it stands in the file.
    pub at: Locator,
    /// Who says it, where the file names them.
    pub speaker: Option<String>,
}

/// A file of evidence as text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Material {
    /// The name it was given under.
    pub name: String,
    /// What it is called: its headline, its subject, its first heading; empty when nothing tells.
    pub title: String,
    /// Its words.
    pub text: String,
    /// Who wrote it, where it says.
    pub people: Vec<String>,
    /// When it was published or sent, as it says; empty when it doesn't.
    pub date: String,
    /// Its address in the web.
    pub url: Option<String>,
    /// Its pieces, in order, without overlap.
    pub pieces: Vec<Piece>,
    /// What a reader must know of how it was read: a part left out, a page without words; a sentence each.
    pub notices: Vec<String>,
}

impl Material {
    /// A material without pieces.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The blocks of a document, each a paragraph: of a page of the web without furniture, of anything else all of them, for what a
    /// mail quotes and a list has at its foot can carry a claim.
    pub fn of_article(name: impl Into<String>, article: &Article, web: bool) -> Self {
        let about = &article.provenance;
        let mut made = Self {
            title: article.title.clone(),
            people: about.byline.iter().cloned().collect(),
            date: about.published.clone().unwrap_or_default(),
            url: about.url.clone(),
            ..Self::new(name)
        };
        let told = article.blocks().iter().filter(|block| !web || block.kind != BlockKind::Furniture);
        for (number, block) in (1..).zip(told) {
            made.push(article.words(block.span), Locator::Paragraph(number), None);
        }
        for note in article.annotations().iter().filter(|note| !web && note.kind != AnnotationKind::Link) {
            made.push(&note.text, Locator::Note(note.kind.clone()), note.by.clone());
        }
        made
    }

    /// Adds a piece that goes on in the one before: it is on the same line.
    pub fn push_on(&mut self, words: &str, at: Locator) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece { span: Span::new(start, self.text.len()), at, speaker: None });
    }

    /// Adds a piece: on a line of its own, or, where the same speaker goes on in a recording, on the same.
    pub fn push(&mut self, words: &str, at: Locator, speaker: Option<String>) {
        let goes_on = |last: &Piece| matches!(last.at, Locator::Time(..)) && last.speaker == speaker;
        if let Some(last) = self.pieces.last() {
            self.text.push(if goes_on(last) { ' ' } else { '\n' });
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece { span: Span::new(start, self.text.len()), at, speaker });
    }

    /// What a file is known by without the rest of it: its first pieces and whoever speaks in it.
    #[must_use]
    pub fn head(&self) -> Self {
        let mut made = Self {
            title: self.title.clone(),
            people: self.people.clone(),
            date: self.date.clone(),
            url: self.url.clone(),
            ..Self::new(self.name.clone())
        };
        let mut letters = 0;
        for piece in &self.pieces {
            if made.pieces.len() >= HEAD_PIECES && letters >= HEAD_LETTERS {
                break;
            }
            let words = piece.span.of(&self.text);
            let most = words.char_indices().nth(HEAD_LETTERS).map_or(words.len(), |(at, _)| at);
            let words = words.get(..most).unwrap_or_default();
            letters += words.chars().count();
            made.push(words, piece.at.clone(), piece.speaker.clone());
        }
        for speaker in self.pieces.iter().filter_map(|piece| piece.speaker.as_ref()) {
            if made.people.len() >= HEAD_PEOPLE {
                break;
            }
            if !made.people.contains(speaker) {
                made.people.push(speaker.clone());
            }
        }
        made
    }

    /// True for what was said and recorded.
    pub fn is_recording(&self) -> bool {
        self.pieces.first().is_some_and(|piece| matches!(piece.at, Locator::Time(..)))
    }

    /// The piece that holds byte `at`, or the last one that begins before it.
    pub fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(self.pieces.partition_point(|piece| piece.span.start <= at).checked_sub(1)?)
    }

    /// Where byte `at` stands in the file: the second itself within a caption, else the place of its piece.
    pub fn locator(&self, at: usize) -> Option<Locator> {
        let piece = self.piece(at)?;
        match (&piece.at, self.second(at)) {
            (Locator::Time(_, to), Some(from)) => Some(Locator::Time(from, *to)),
            (other, _) => Some(other.clone()),
        }
    }

    /// The second of the recording at which byte `at` is said: between the ends of its piece, by the letters before it.
    #[expect(clippy::cast_precision_loss, reason = "lengths of captions")]
    pub fn second(&self, at: usize) -> Option<f64> {
        let piece = self.piece(at)?;
        let Locator::Time(from, to) = piece.at else { return None };
        let share = at.saturating_sub(piece.span.start) as f64 / piece.span.len().max(1) as f64;
        Some(from + (to - from) * share.min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_as_a_clock_shows_it() {
        assert_eq!(Locator::Time(4321.9, 4330.0).to_string(), "01:12:01");
        assert_eq!(Locator::Paragraph(12).to_string(), "paragraph 12");
    }

    #[test]
    fn a_word_in_the_middle_of_a_caption_is_said_in_the_middle_of_its_time() {
        let mut talk = Material::new("talk.vtt");
        talk.push("We were never asked", Locator::Time(0.0, 2.0), None);
        talk.push("nobody ever called", Locator::Time(10.0, 14.0), None);
        let at = talk.text.find("ever called").unwrap();
        let second = talk.second(at).unwrap();
        assert!((11.0..12.0).contains(&second), "{second}");
    }
}
