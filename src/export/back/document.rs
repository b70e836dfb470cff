//! A document of another word processor than Word, read as an article is, as the Word document that it could be.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use std::rc::Rc;

use super::docx::{self, Comment, ParagraphText, WordDocument};
use super::line::Line;
use super::voice::Voice;
use crate::review::{Annotation, AnnotationKind, Article, ChangeKind, Span};

/// What its remarks and answers are said to have come with.
const FROM: &str = "document";

/// Bytes of the facts that are read.
const FACTS: u64 = 1 << 20;

/// The paragraphs, comments and changes of `article`, which was read from `bytes`.
pub(super) fn of(article: &Article, bytes: &[u8]) -> WordDocument {
    let blocks: Vec<Span> = article.blocks().iter().map(|block| block.span).collect();
    let whole = [Span::new(0, article.text().len())];
    let blocks = if blocks.is_empty() { whole.as_slice() } else { blocks.as_slice() };
    let lines: Vec<Line> = blocks.iter().map(|span| line(article, *span)).collect();
    let comments = article.annotations().iter().filter(|one| one.kind == AnnotationKind::Comment);
    let text = ParagraphText {
        words: article.text().to_owned(),
        ranges: comments.clone().map(|one| (one.id.clone(), (one.span.start, one.span.end))).collect(),
        ..ParagraphText::default()
    };
    let comments = comments.enumerate().filter_map(|(index, one)| {
        let comment = Comment {
            id: one.id.clone(),
            by: one.by.clone().unwrap_or_default(),
            at: one.at.to_string(),
            paragraphs: one.text.lines().map(str::to_owned).collect(),
            ..Comment::default()
        };
        docx::commented((index + 1, &comment), &HashMap::new(), &text, FROM)
    });
    let comments = comments.collect();
    let is_note = |one: &&Annotation| matches!(one.kind, AnnotationKind::Footnote | AnnotationKind::Endnote);
    let notes: Vec<&str> = article.annotations().iter().filter(is_note).map(|one| one.text.as_str()).collect();
    let paragraphs = lines.iter().map(|line| line.words.clone()).collect();
    WordDocument { comments, paragraphs, lines, notes: notes.join("\n"), as_of: None, voice: saved(bytes) }
}

/// A paragraph, with who put words into it and which comments begin there.
fn line(article: &Article, span: Span) -> Line {
    let within = |at: usize| span.start <= at && at <= span.end;
    let mut words = article.words(span).to_owned();
    // What stood in brackets there was taken for a note.
    let notes = article.annotations().iter().rev().filter(|one| one.kind == AnnotationKind::Bracket);
    for note in notes.filter(|one| within(one.span.end)) {
        words.insert_str(note.span.end - span.start, &format!(" [{}]", note.text));
    }
    let comments = article.annotations().iter().filter(|one| one.kind == AnnotationKind::Comment);
    let comments = comments.filter(|one| within(one.span.start)).map(|one| one.id.clone()).collect();
    let mut put: Option<(Rc<Voice>, String)> = None;
    for change in article.changes().iter().filter(|one| one.kind == ChangeKind::Inserted && span.covers(one.span)) {
        match &mut put {
            Some((first, put)) if first.by == change.by => put.push_str(&change.text),
            None if change.by.is_some() => {
                let voice = Voice { by: change.by.clone(), at: Some(change.at.to_string()), from: FROM };
                put = Some((Rc::new(voice), change.text.clone()));
            }
            Some(_) | None => {}
        }
    }
    Line { put, comments, ..Line::new(words) }
}

/// Who saved an OpenDocument text last, and when; other documents do not say.
fn saved(bytes: &[u8]) -> Voice {
    let mut facts = String::new();
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).ok();
    let read =
        archive.and_then(|mut archive| archive.by_name("meta.xml").ok()?.take(FACTS).read_to_string(&mut facts).ok());
    let voice = read.and_then(|_| docx::saved(&facts, ["creator", "date"]).ok()).unwrap_or_default();
    Voice { from: FROM, ..voice }
}
