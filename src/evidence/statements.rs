//! What an article states: its sentences outside furniture, cut where the writer's notes stand, notes in brackets left out.

use super::notes::{self, Citation, Noted};
use crate::propose;
use crate::review::{Annotation, AnnotationKind, Article, BlockKind};
use crate::text::Span;

/// A sentence, or the part of one that a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// Its words, notes in brackets left out.
    pub words: String,
    /// The writer's notes about it, by their place in [`Statements::notes`].
    pub notes: Vec<usize>,
    /// What it leans on, where it does not say by itself what it speaks of.
    pub leans: Option<Leaning>,
}

/// The statement before, in the same block, of one that begins with a pronoun or goes on in the middle of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    /// Its words.
    pub words: String,
    /// Its notes, where the statement that leans on it has none.
    pub notes: Vec<usize>,
}

/// The statements of an article, in order, with the notes that stand at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// What is stated.
    pub list: Vec<Statement>,
    /// The notes, in the order in which they stand.
    pub notes: Vec<Noted>,
}

impl Statements {
    /// The notes about the words of `span`, by their place: those of every statement that shares half of its words, or half of the
    /// span's, with it.
    pub fn about(&self, span: Span) -> Vec<usize> {
        let shared = |other: Span| span.end.min(other.end).saturating_sub(span.start.max(other.start));
        let meant = |statement: &&Statement| {
            let least = statement.span.len().min(span.len());
            least > 0 && shared(statement.span) * 2 >= least
        };
        self.list.iter().filter(meant).flat_map(|statement| statement.notes.iter().copied()).collect()
    }

    /// What the words of `span` lean on: as the first statement does that begins within them or that they begin in.
    pub fn leaning(&self, span: Span) -> Option<&Leaning> {
        let first = self.list.iter().find(|statement| statement.span.overlaps(span))?;
        first.leans.as_ref()
    }
}

/// Words that a statement begins with that speaks of what the one before named, in lower case.
const PRONOUNS: [&str; 37] = [
    "it", "its", "they", "their", "she", "her", "he", "his", "this", "these", "that", "those", "both", "sie", "er",
    "es", "das", "dies", "diese", "dieser", "dieses", "ihr", "ihre", "il", "elle", "ils", "elles", "cela", "ella",
    "ellos", "esto", "han", "hon", "de", "det", "den", "detta",
];

/// Does a statement with these words go on from the one before?
fn leans(words: &str) -> bool {
    let mut told = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = told.next().unwrap_or_default();
    first.starts_with(char::is_lowercase) || PRONOUNS.contains(&first.to_lowercase().as_str())
}

/// Says of each statement of a block what it leans on.
fn lean(list: &mut [Statement]) {
    let mut before: Option<Leaning> = None;
    for statement in list {
        let own = Leaning { words: statement.words.clone(), notes: statement.notes.clone() };
        statement.leans = before
            .take()
            .filter(|_| leans(&statement.words))
            .map(|held| Leaning { notes: if statement.notes.is_empty() { held.notes } else { Vec::new() }, ..held });
        before = Some(own);
    }
}

/// A note with its place.
struct Placed {
    /// The words it is about; empty for a place right behind them.
    span: Span,
    noted: Noted,
    /// It stands in the text itself, there.
    bracket: Option<Span>,
}

/// Cuts an article into statements.
pub fn statements(article: &Article) -> Statements {
    let notes = placed(article);
    let mut made = Statements { notes: notes.iter().map(|note| note.noted.clone()).collect(), ..Statements::default() };
    for block in article.blocks().iter().filter(|block| block.kind != BlockKind::Furniture) {
        // Blanks of the same length stand for brackets, so that no sentence ends in one and all places stay.
        let mut words = article.words(block.span).to_owned();
        for bracket in notes.iter().filter_map(|note| note.bracket).filter(|bracket| block.span.covers(*bracket)) {
            let (from, to) = (bracket.start - block.span.start, bracket.end - block.span.start);
            if words.get(from..to).is_some() {
                words.replace_range(from..to, &" ".repeat(to - from));
            }
        }
        let begun = made.list.len();
        for sentence in propose::split(&words, &article.language) {
            let whole = Span::new(block.span.start + sentence.start, block.span.start + sentence.end);
            parts(whole, &notes, &words, block.span.start, &mut made.list);
        }
        lean(made.list.get_mut(begun..).unwrap_or_default());
    }
    made
}

/// Adds the parts of a sentence: each ends where a note stands.
fn parts(whole: Span, notes: &[Placed], words: &str, base: usize, list: &mut Vec<Statement>) {
    let told = |span: Span| words.get(span.start - base..span.end - base).unwrap_or_default();
    let ends = |note: &Placed| note.bracket.map_or(note.span.end, |bracket| bracket.start);
    let here = |note: &Placed| {
        let end = ends(note);
        // A note behind the full stop, or before the blank after it, belongs to the sentence before.
        let between = words.get(whole.end.saturating_sub(base)..end.saturating_sub(base));
        whole.start < end && (end <= whole.end || between.is_some_and(|between| between.trim().is_empty()))
    };
    let mine: Vec<usize> = notes.iter().enumerate().filter(|(_, note)| here(note)).map(|(at, _)| at).collect();
    let taken: Vec<usize> = list.iter().flat_map(|statement| statement.notes.iter().copied()).collect();
    let mine: Vec<usize> = mine.into_iter().filter(|at| !taken.contains(at)).collect();
    let mut from = whole.start;
    let mut open: Vec<usize> = Vec::new();
    let mut rest = mine.iter().peekable();
    while let Some(at) = rest.next() {
        open.push(*at);
        let Some(end) = notes.get(*at).map(ends) else { continue };
        let next = rest.peek().and_then(|next| notes.get(**next)).map(ends);
        let end = end.min(whole.end);
        let gap = |to: usize| {
            told(Span::new(end, to.min(whole.end).max(end))).chars().filter(|c| c.is_alphanumeric()).count()
        };
        // Several notes at one place, or one behind the other, are about the same words.
        if next.is_some_and(|next| gap(next) < 4) || (next.is_none() && gap(whole.end) < 4) {
            continue;
        }
        push(Span::new(from, end), &told, std::mem::take(&mut open), list);
        from = end;
    }
    push(Span::new(from, whole.end), &told, open, list);
}

/// Adds a statement, without the marks around it.
fn push<'a>(span: Span, told: &dyn Fn(Span) -> &'a str, notes: Vec<usize>, list: &mut Vec<Statement>) {
    let text = told(span);
    let lead = text.len()
        - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':' | ')')).len();
    let tail = text.trim_end().len();
    if !text.contains(char::is_alphanumeric) || lead >= tail {
        if let Some(last) = list.last_mut() {
            last.notes.extend(notes);
        }
        return;
    }
    let span = Span::new(span.start + lead, span.start + tail);
    let words = told(span).split_whitespace().collect::<Vec<_>>().join(" ");
    list.push(Statement { span, words, notes, leans: None });
}

/// The annotations of the article and the notes in its brackets, by where they stand.
fn placed(article: &Article) -> Vec<Placed> {
    let known =
        article.annotations().iter().filter(|note| note.kind != AnnotationKind::Bracket || !note.text.is_empty());
    let mut numbers = [0, 0];
    let of_annotation = |note: &Annotation| {
        // Notes at the foot are numbered by themselves, and those at the end.
        let number = match note.kind {
            AnnotationKind::Footnote => numbers.first_mut(),
            AnnotationKind::Endnote => numbers.last_mut(),
            AnnotationKind::Comment | AnnotationKind::Link | AnnotationKind::Bracket | AnnotationKind::Other(_) => None,
        };
        let number = number.map(|number| {
            *number += 1;
            *number
        });
        let noted = Noted { id: note.id.clone(), number, text: note.text.clone(), confidential: note.confidential };
        Placed { span: note.span, noted, bracket: None }
    };
    let mut found: Vec<Placed> = known.map(of_annotation).collect();
    let quoted: Vec<Span> = propose::quotes(article).into_iter().map(|quote| quote.words).collect();
    let text = article.text();
    for (start, _) in text.match_indices('[') {
        let Some(len) = text.get(start..).and_then(|rest| rest.find([']', '\n'])) else { continue };
        let span = Span::new(start, start + len + 1);
        let inside = text.get(start + 1..start + len).unwrap_or_default().trim();
        // [the mayor] in a quote was put in by the writer; outside one an insertion names no source either.
        let put_in = quoted.iter().any(|quote| quote.covers(span));
        if span.of(text).ends_with(']') && !put_in && notes::is_note(inside, &article.language) {
            let noted = Noted { text: inside.to_owned(), ..Noted::default() };
            found.push(Placed { span, noted, bracket: Some(span) });
        }
    }
    found.sort_by_key(|note| (note.bracket.map_or(note.span.end, |bracket| bracket.start), note.span.start));
    found
}

/// What notes of the statement before name, for one that leans on it: the files alone, for their places are that statement's.
pub fn borrowed(held: &[usize], notes: &[Vec<Citation>]) -> Vec<Citation> {
    let named = held.iter().filter_map(|note| notes.get(*note)).flatten().filter(|citation| citation.file.is_some());
    named.map(|citation| Citation { locator: None, ..citation.clone() }).collect()
}
