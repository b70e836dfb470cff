//! An index of passages that is kept: files are added to it and taken out of it, and it is asked as it was last closed.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::directory::Directory;
use tantivy::indexer::UserOperation;
use tantivy::{Index as Engine, IndexWriter, TantivyDocument, Term as Key};

use super::cutter::{Queue, TermCutter};
use super::entry::{self, IndexFields};
use super::index::{self, PassageIndex};
use super::material::Material;
use super::passages;
use super::terms::Terms;
use super::trouble::{IndexError, trouble};

/// Threads that index, and the memory that each may take, in bytes.
const THREADS: usize = 2;
const BUDGET: usize = 24 * 1024 * 1024;
/// Passages that are handed over to one thread together.
const PORTION: usize = 4096;

/// An index that is kept.
pub struct PassageShelf {
    engine: Engine,
    fields: IndexFields,
    terms: Terms,
    language: String,
    queue: Arc<Queue>,
}

/// Adds files to an index that is kept, and takes them out.
pub struct ShelfWriter<'a> {
    shelf: &'a PassageShelf,
    writer: IndexWriter<TantivyDocument>,
}

impl PassageShelf {
    /// The index that `directory` holds, in `language` (BCP 47; empty when unknown), or a new one where that is empty.
    ///
    /// # Errors
    /// When it holds another index, a broken one, or can't be written to.
    pub fn open(directory: impl Into<Box<dyn Directory>>, language: &str) -> Result<Self, IndexError> {
        let terms = Terms::of(language);
        let cutter = TermCutter::new(terms.clone());
        let queue = cutter.queue();
        let (engine, fields) = index::engine(directory.into(), cutter).map_err(trouble)?;
        Ok(Self { engine, fields, terms, language: language.to_owned(), queue })
    }

    /// How many passages it has of each file, by the file's number.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn counts(&self) -> Result<HashMap<u64, u64>, IndexError> {
        index::counts(&self.engine).map_err(trouble)
    }

    /// Begins to write to it.
    ///
    /// # Errors
    /// When somebody else writes to it, or it can't be written to.
    pub fn writer(&self) -> Result<ShelfWriter<'_>, IndexError> {
        let writer = self.engine.writer_with_num_threads(THREADS, THREADS * BUDGET).map_err(trouble)?;
        Ok(ShelfWriter { shelf: self, writer })
    }

    pub(super) fn index(&self, numbers: &HashMap<u64, usize>) -> Result<PassageIndex, IndexError> {
        PassageIndex::of(&self.engine, self.fields, numbers).map_err(trouble)
    }

    pub(super) const fn terms(&self) -> &Terms {
        &self.terms
    }

    pub(super) fn language(&self) -> &str {
        &self.language
    }
}

impl ShelfWriter<'_> {
    /// Adds a file under a number that no other has or had, and answers with the count of its passages.
    ///
    /// # Errors
    /// When the engine can't take it; it says why.
    pub fn add(&self, number: u64, material: &Material) -> Result<u64, IndexError> {
        let spans = passages::cut(material, &self.shelf.language);
        let mut terms = self.shelf.terms.clone();
        let called = index::tokens(&terms.cut(&material.title));
        for portion in spans.chunks(PORTION) {
            let mut added = Vec::with_capacity(portion.len());
            let mut bytes = 0;
            for passage in entry::passages(number, material, portion, &mut terms) {
                bytes += passage.words.len();
                added.push(UserOperation::Add(self.shelf.fields.document(&passage, &called)));
            }
            self.shelf.queue.enter(bytes);
            self.writer.run(added).map_err(trouble)?;
        }
        Ok(spans.len() as u64)
    }

    /// Takes a file out.
    pub fn remove(&self, number: u64) {
        self.writer.delete_term(Key::from_field_u64(self.shelf.fields.file, number));
    }

    /// Makes what was done until now last.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn commit(&mut self) -> Result<(), IndexError> {
        self.writer.commit().map(drop).map_err(trouble)
    }

    /// Makes what was done last, and tidies up.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(mut self) -> Result<(), IndexError> {
        self.commit()?;
        self.writer.wait_merging_threads().map_err(trouble)
    }
}
