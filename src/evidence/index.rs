//! The search index of the evidence at hand: every passage with its words and what its file is called.

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index as Engine, IndexSettings, Searcher, TantivyDocument, TantivyError, Term as Key};

use super::terms::Term;

/// Memory that building the index may take, in bytes.
const BUDGET: usize = 64 * 1024 * 1024;

/// Passages by their words.
pub(super) struct Index {
    searcher: Searcher,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    body: Field,
    title: Field,
    number: Field,
}

/// A term of a question with its weight.
pub(super) struct Asked<'a> {
    pub(super) form: &'a str,
    /// What it counts beside the others.
    pub(super) weight: f32,
    /// What a title that holds it counts beside the words of a passage.
    pub(super) title: f32,
}

impl Index {
    /// An index over passages: the words of each, and those of its file's title.
    ///
    /// # Errors
    /// When the engine can't build it; it says why.
    pub(super) fn build<'a>(passages: impl Iterator<Item = (&'a [Term], &'a [Term])>) -> Result<Self, TantivyError> {
        let mut schema = Schema::builder();
        let counted = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(counted);
        let body = schema.add_text_field("body", text.clone());
        let title = schema.add_text_field("title", text);
        let number = schema.add_u64_field("number", FAST);
        let fields = Fields { body, title, number };
        let settings = IndexSettings::default();
        let engine = Engine::builder().schema(schema.build()).settings(settings);
        let mut writer = engine.single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), BUDGET)?;
        for (place, (words, called)) in (0_u64..).zip(passages) {
            let mut document = TantivyDocument::default();
            document.add_pre_tokenized_text(fields.body, tokens(words));
            document.add_pre_tokenized_text(fields.title, tokens(called));
            document.add_u64(fields.number, place);
            writer.add_document(document)?;
        }
        let engine = writer.finalize()?;
        Ok(Self { searcher: engine.reader()?.searcher(), fields })
    }

    /// How rare a term is, among the words of passages and among the titles: 0 for one that stands everywhere, or nowhere.
    pub(super) fn rarity(&self, form: &str) -> (f32, f32) {
        let all = self.searcher.num_docs();
        let of = |field: Field| {
            let holders = self.searcher.doc_freq(&Key::from_field_text(field, form)).unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "passages are counted in millions at most")]
            let (all, holders) = (all as f32, holders as f32);
            if holders > 0.0 { (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln() } else { 0.0 }
        };
        (of(self.fields.body), of(self.fields.title))
    }

    /// The passages that score highest for `asked`, by their numbers, best first, at most `limit`.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn best(&self, asked: &[Asked<'_>], limit: usize) -> Result<Vec<(usize, f32)>, TantivyError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(asked.len() * 2);
        for term in asked {
            for (field, weight) in [(self.fields.body, term.weight), (self.fields.title, term.weight * term.title)] {
                let query = TermQuery::new(Key::from_field_text(field, term.form), IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), weight))));
            }
        }
        let found = self.searcher.search(&BooleanQuery::new(clauses), &TopDocs::with_limit(limit).order_by_score())?;
        let number = |(score, address): (f32, tantivy::DocAddress)| {
            let fast = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("number").ok()?;
            Some((usize::try_from(fast.first(address.doc_id)?).ok()?, score))
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
