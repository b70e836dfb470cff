//! The search index of the evidence at hand: every passage with its words and what its file is called.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index as Engine, IndexSettings, Searcher, TantivyDocument, TantivyError, Term as Key};

use super::ranking::Sought;
use super::terms::Term;

/// Memory that building the index may take, in bytes.
const BUDGET: usize = 64 * 1024 * 1024;

/// Passages by their words.
pub(super) struct PassageIndex {
    searcher: Searcher,
    fields: IndexFields,
}

#[derive(Clone, Copy)]
struct IndexFields {
    body: Field,
    title: Field,
    number: Field,
}

/// Builds the index, passage by passage.
pub(super) struct IndexBuilder {
    writer: SingleSegmentIndexWriter<TantivyDocument>,
    fields: IndexFields,
    place: u64,
}

impl IndexBuilder {
    /// # Errors
    /// When the engine can't begin; it says why.
    pub(super) fn new() -> Result<Self, TantivyError> {
        let mut schema = Schema::builder();
        let counted = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(counted);
        let body = schema.add_text_field("body", text.clone());
        let title = schema.add_text_field("title", text);
        let number = schema.add_u64_field("number", FAST);
        let engine = Engine::builder().schema(schema.build()).settings(IndexSettings::default());
        let writer = engine.single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), BUDGET)?;
        Ok(Self { writer, fields: IndexFields { body, title, number }, place: 0 })
    }

    /// Adds the next passage: its words, and those of its file's title.
    ///
    /// # Errors
    /// When the engine can't take it; it says why.
    pub(super) fn add(&mut self, words: &[Term], called: &[Term]) -> Result<(), TantivyError> {
        let mut document = TantivyDocument::default();
        document.add_pre_tokenized_text(self.fields.body, tokens(words));
        document.add_pre_tokenized_text(self.fields.title, tokens(called));
        document.add_u64(self.fields.number, self.place);
        self.place += 1;
        self.writer.add_document(document)
    }

    /// The index of what was added.
    ///
    /// # Errors
    /// When the engine can't close it; it says why.
    pub(super) fn finish(self) -> Result<PassageIndex, TantivyError> {
        Ok(PassageIndex { searcher: self.writer.finalize()?.reader()?.searcher(), fields: self.fields })
    }
}

impl PassageIndex {
    /// The passages that score highest for what is sought, by their numbers, best first, at most `limit`.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn best(&self, sought: &[Sought], limit: usize) -> Result<Vec<usize>, TantivyError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(sought.len() * 2);
        for term in sought {
            for (field, weight) in [(self.fields.body, term.weight), (self.fields.title, term.weight * Sought::title())]
            {
                let query = TermQuery::new(Key::from_field_text(field, &term.form), IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), weight))));
            }
        }
        let found = self.searcher.search(&BooleanQuery::new(clauses), &TopDocs::with_limit(limit).order_by_score())?;
        let number = |(_, address): (f32, tantivy::DocAddress)| {
            let fast = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("number").ok()?;
            usize::try_from(fast.first(address.doc_id)?).ok()
        };
        Ok(found.into_iter().filter_map(number).collect())
    }
}

/// Terms as the engine takes them.
fn tokens(terms: &[Term]) -> PreTokenizedString {
    let token = |(position, term): (usize, &Term)| Token {
        offset_from: term.span.start,
        offset_to: term.span.end,
        position,
        text: term.form.clone(),
        position_length: 1,
    };
    PreTokenizedString { text: String::new(), tokens: terms.iter().enumerate().map(token).collect() }
}
