//! By which words what is confidential is known: a text that has any of them speaks of it.

use std::collections::HashSet;

use crate::evidence::{self, Material};
use crate::review::{Annotation, Article, Evidence, Session, Source};

/// Words that a title has at least to tell which file it is of.
const TITLE: usize = 2;
/// Words that a passage has at least to be known again.
const PASSAGE: usize = 4;
/// Letters that either has at least.
const LETTERS: usize = 8;

/// The words by which what is confidential is known, and the writer's notes that speak of it.
#[derive(Debug, Default)]
pub(super) struct Telltales {
    /// Each as [`bare`] words with a blank on either side.
    words: HashSet<String>,
    /// The names of the annotations that are held back by hand.
    pub(super) held: HashSet<String>,
    /// The names of those that mean a confidential file, or that a confidential source was taken from.
    meant: HashSet<String>,
}

impl Telltales {
    /// Of the `closed` files of `session`, and of the notes that are held back by hand.
    pub(super) fn of(session: &Session, closed: &HashSet<String>) -> Self {
        let notes = session.article.annotations();
        let held = notes.iter().filter(|note| note.confidential == Some(true));
        let mut telltales = Self::default();
        for note in held {
            telltales.held.insert(note.id.clone());
            telltales.learn(&note.text, PASSAGE);
        }
        let files = session.evidence.iter().filter(|file| closed.contains(&file.id));
        for file in files {
            telltales.learn_file(file);
        }
        if !closed.is_empty() && !notes.is_empty() {
            telltales.meant = meant(&session.article, &session.evidence, closed);
        }
        telltales
    }

    /// Learns which passage a confidential source quotes, and that the note it was taken from speaks of it. Its title another that is
    /// open may have as well.
    pub(super) fn learn_source(&mut self, source: &Source) {
        self.learn(&source.quote, PASSAGE);
        if !source.annotation.is_empty() {
            self.meant.insert(source.annotation.clone());
        }
    }

    /// Lets go of the words that the `article` itself has: they are told anyhow.
    pub(super) fn without_article(mut self, article: &Article) -> Self {
        if !self.words.is_empty() {
            let told = bare(article.text());
            self.words.retain(|words| !told.contains(&**words));
        }
        self
    }

    /// True for a text that speaks of what is confidential.
    pub(super) fn speaks(&self, text: &str) -> bool {
        if self.words.is_empty() || text.is_empty() {
            return false;
        }
        let text = bare(text);
        self.words.iter().any(|words| text.contains(&**words))
    }

    /// True for a note of the writer's that is held back by hand or speaks of what is confidential.
    pub(super) fn hides(&self, note: &Annotation) -> bool {
        self.held.contains(&note.id) || self.meant.contains(&note.id) || self.speaks(&note.text)
    }

    fn learn_file(&mut self, file: &Evidence) {
        let name = file.file_name();
        let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
        self.learn(name, TITLE);
        self.learn(stem, TITLE);
        self.learn(&file.title, TITLE);
    }

    /// Learns `text` where it is of so many words that it tells what it is.
    fn learn(&mut self, text: &str, least: usize) {
        let words = bare(text);
        if words.split_whitespace().count() >= least && words.trim().chars().count() >= LETTERS {
            self.words.insert(words);
        }
    }
}

/// The names of the annotations that mean one of the `closed` files, as those of all that are listed.
fn meant(article: &Article, listed: &[Evidence], closed: &HashSet<String>) -> HashSet<String> {
    // What a file is called is all that is known of it here.
    let materials: Vec<Material> =
        listed.iter().map(|file| Material { title: file.title.clone(), ..Material::new(&*file.path) }).collect();
    let notes = evidence::statements(article).notes;
    let cited = evidence::citations(&notes, &materials, article.primary_language());
    let is_closed = |at: usize| listed.get(at).is_some_and(|file| closed.contains(&file.id));
    let means = notes.into_iter().zip(cited).filter(|(note, cited)| {
        !note.id.is_empty() && cited.iter().filter_map(|citation| citation.file).any(is_closed)
    });
    means.map(|(note, _)| note.id).collect()
}

/// The words of `text` in small letters, one blank before and behind each.
fn bare(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push(' ');
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
    words.push(' ');
    words
}
