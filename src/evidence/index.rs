//! The search index of the evidence at hand: every passage with its words and what its file is called, in memory or on disk.

use std::collections::HashMap;
use std::io;
use std::ops::Range;

use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::directory::{Directory, RamDirectory};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::tokenizer::{PreTokenizedString, TextAnalyzer, Token, TokenizerManager};
use tantivy::{
    DocAddress, DocId, DocSet, Index as Engine, IndexSettings, ReloadPolicy, Searcher, TERMINATED, TantivyDocument,
    TantivyError, Term as Key,
};

use super::cutter::TermCutter;
use super::entry::{CUT, IndexFields, NewPassage};
use super::short_forms::ShortForms;
use super::sought::{Sought, TITLE};
use super::terms::{Term, Terms};
use super::vocabulary;
use crate::text::Span;

/// Memory that building an index in memory may take, in bytes.
const BUDGET: usize = 64 * 1024 * 1024;

/// The engine over `directory`, which holds such an index already or nothing, and its fields.
///
/// # Errors
/// When there is another index, or none can be made.
pub(super) fn engine(directory: Box<dyn Directory>, cutter: TermCutter) -> Result<(Engine, IndexFields), TantivyError> {
    let (fields, schema) = IndexFields::new();
    let made = Engine::open_or_create(directory, schema)?;
    made.tokenizers().register(CUT, TextAnalyzer::from(cutter));
    Ok((made, fields))
}

/// Builds an index in memory, passage by passage.
pub(super) struct IndexBuilder {
    writer: SingleSegmentIndexWriter<TantivyDocument>,
    fields: IndexFields,
}

impl IndexBuilder {
    /// # Errors
    /// When the engine can't begin; it says why.
    pub(super) fn new(terms: &Terms) -> Result<Self, TantivyError> {
        let (fields, schema) = IndexFields::new();
        let tokenizers = TokenizerManager::default();
        tokenizers.register(CUT, TextAnalyzer::from(TermCutter::new(terms.clone())));
        let engine = Engine::builder().schema(schema).settings(IndexSettings::default()).tokenizers(tokenizers);
        let writer = engine.single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), BUDGET)?;
        Ok(Self { writer, fields })
    }

    /// Adds the next passage, and what its file is called.
    ///
    /// # Errors
    /// When the engine can't take it; it says why.
    pub(super) fn add(&mut self, passage: &NewPassage<'_>, called: &PreTokenizedString) -> Result<(), TantivyError> {
        self.writer.add_document(self.fields.document(passage, called))
    }

    /// The index of what was added, of `files` files that are numbered as they stand.
    ///
    /// # Errors
    /// When the engine can't close it; it says why.
    pub(super) fn finish(self, files: usize) -> Result<PassageIndex, TantivyError> {
        let numbers = (0..files).map(|number| (number as u64, number)).collect();
        PassageIndex::of(&self.writer.finalize()?, self.fields, &numbers)
    }
}

/// Passages by their words.
pub(super) struct PassageIndex {
    searcher: Searcher,
    fields: IndexFields,
    segments: Vec<SegmentFacts>,
    /// How many words each file has, by its place among the files that are asked.
    file_words: Vec<u64>,
    passages: u64,
    short_forms: ShortForms,
}

/// Of a segment what is asked for again and again.
struct SegmentFacts {
    /// Passages that follow each other in one file.
    runs: Vec<PassageRun>,
    start: Column<u64>,
    end: Column<u64>,
    heading: Column<u64>,
    words: FieldNormReader,
}

struct PassageRun {
    docs: Range<DocId>,
    /// The place of the file among those that are asked; none for what is of the past.
    file: Option<usize>,
}

/// A passage as the index has it.
pub(super) struct IndexedPassage {
    pub(super) file: usize,
    pub(super) span: Span,
    pub(super) heading: bool,
}

/// Where a word stands.
#[derive(Default)]
pub(super) struct WordFacts {
    /// Passages that hold it.
    pub(super) passages: u64,
    /// How often it stands in each file that holds it.
    pub(super) files: HashMap<usize, u32>,
}

/// How many passages the index has of each file, by the file's number in it.
///
/// # Errors
/// When the engine can't read its index.
pub(super) fn counts(engine: &Engine) -> Result<HashMap<u64, u64>, TantivyError> {
    let mut counts = HashMap::new();
    for segment in reader(engine)?.segment_readers() {
        let file = segment.fast_fields().u64("file")?;
        for doc in segment.doc_ids_alive() {
            *counts.entry(file.first(doc).unwrap_or(u64::MAX)).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

fn reader(engine: &Engine) -> Result<Searcher, TantivyError> {
    Ok(engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?.searcher())
}

impl PassageIndex {
    /// The index as it was last closed; `numbers`: the files that are asked, by their numbers in it, with their places.
    ///
    /// # Errors
    /// When the engine can't read it.
    pub(super) fn of(
        engine: &Engine,
        fields: IndexFields,
        numbers: &HashMap<u64, usize>,
    ) -> Result<Self, TantivyError> {
        let searcher = reader(engine)?;
        let mut file_words = vec![0; numbers.len()];
        let mut passages = 0;
        let mut segments = Vec::new();
        for segment in searcher.segment_readers() {
            let columns = segment.fast_fields();
            let (file, words) = (columns.u64("file")?, segment.get_fieldnorms_reader(fields.body)?);
            let mut runs: Vec<PassageRun> = Vec::new();
            let mut last = None;
            for doc in 0..segment.max_doc() {
                let own = if segment.is_deleted(doc) { None } else { file.first(doc) };
                match runs.last_mut() {
                    Some(run) if last == own => run.docs.end = doc + 1,
                    _ => {
                        let file = own.and_then(|own| numbers.get(&own).copied());
                        runs.push(PassageRun { docs: doc..doc + 1, file });
                    }
                }
                last = own;
                let known = runs.last().and_then(|run| run.file).and_then(|file| file_words.get_mut(file));
                if let Some(known) = known {
                    *known += u64::from(words.fieldnorm(doc));
                    passages += 1;
                }
            }
            let (start, end, heading) = (columns.u64("start")?, columns.u64("end")?, columns.u64("heading")?);
            segments.push(SegmentFacts { runs, start, end, heading, words });
        }
        let mut made = Self { searcher, fields, segments, file_words, passages, short_forms: ShortForms::default() };
        let asked = |at| made.file(at).is_some();
        made.short_forms = vocabulary::short_forms(&made.searcher, fields.explained, asked)?;
        Ok(made)
    }

    /// The abbreviations that the files explain.
    pub(super) const fn short_forms(&self) -> &ShortForms {
        &self.short_forms
    }

    /// Words of the same family as `form`, those that stand in most passages first.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn kin(&self, form: &str) -> Result<Vec<String>, TantivyError> {
        vocabulary::kin(&self.searcher, self.fields.body, form)
    }

    /// Passages there are.
    pub(super) const fn passages(&self) -> u64 {
        self.passages
    }

    /// How many words each file has.
    pub(super) fn file_words(&self) -> &[u64] {
        &self.file_words
    }

    /// How many words a passage has.
    pub(super) fn words(&self, at: DocAddress) -> u32 {
        self.segment(at.segment_ord).map_or(0, |segment| segment.words.fieldnorm(at.doc_id))
    }

    fn segment(&self, number: u32) -> Option<&SegmentFacts> {
        self.segments.get(usize::try_from(number).ok()?)
    }

    fn run(&self, at: DocAddress) -> Option<&PassageRun> {
        let runs = &self.segment(at.segment_ord)?.runs;
        runs.get(runs.partition_point(|run| run.docs.start <= at.doc_id).checked_sub(1)?)
    }

    /// The place of a passage's file among those that are asked; none where it is of the past.
    pub(super) fn file(&self, at: DocAddress) -> Option<usize> {
        self.run(at)?.file
    }

    /// The passages right before and behind one in its file.
    pub(super) fn beside(&self, at: DocAddress) -> impl Iterator<Item = DocAddress> {
        let docs = self.run(at).map(|run| run.docs.clone()).unwrap_or_default();
        let both = [at.doc_id.checked_sub(1), at.doc_id.checked_add(1)].into_iter().flatten();
        both.filter(move |doc| docs.contains(doc)).map(move |doc_id| DocAddress { doc_id, ..at })
    }

    /// What the index has of a passage.
    pub(super) fn passage(&self, at: DocAddress) -> Option<IndexedPassage> {
        let (segment, file) = (self.segment(at.segment_ord)?, self.file(at)?);
        let of = |column: &Column<u64>| usize::try_from(column.first(at.doc_id)?).ok();
        let span = Span::new(of(&segment.start)?, of(&segment.end)?);
        Some(IndexedPassage { file, span, heading: of(&segment.heading)? > 0 })
    }

    /// All passages of a file.
    pub(super) fn of_file(&self, file: usize) -> impl Iterator<Item = DocAddress> {
        (0..).zip(&self.segments).flat_map(move |(segment_ord, segment)| {
            let runs = segment.runs.iter().filter(move |run| run.file == Some(file));
            runs.flat_map(|run| run.docs.clone()).map(move |doc_id| DocAddress { segment_ord, doc_id })
        })
    }

    /// Where a word stands in each segment that has it.
    fn postings(&self, form: &str) -> impl Iterator<Item = Result<(usize, SegmentPostings), io::Error>> {
        let key = Key::from_field_text(self.fields.body, form);
        let found = move |(number, segment): (usize, &tantivy::SegmentReader)| {
            let index = segment.inverted_index(self.fields.body).map_err(io::Error::other);
            let read = index.and_then(|index| index.read_postings(&key, IndexRecordOption::WithFreqs));
            read.map(|postings| Some((number, postings?))).transpose()
        };
        self.searcher.segment_readers().iter().enumerate().filter_map(found)
    }

    /// In how many passages a word stands, and how often in each file.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn facts(&self, form: &str) -> Result<WordFacts, TantivyError> {
        let mut facts = WordFacts::default();
        for found in self.postings(form) {
            let (number, mut postings) = found?;
            let mut doc = postings.doc();
            for run in self.segments.get(number).map(|segment| segment.runs.as_slice()).unwrap_or_default() {
                if doc >= run.docs.end {
                    continue;
                }
                let Some(file) = run.file else {
                    doc = postings.seek(run.docs.end);
                    continue;
                };
                let (mut held, mut times) = (0, 0);
                while doc < run.docs.end {
                    held += 1;
                    times += postings.term_freq();
                    doc = postings.advance();
                }
                facts.passages += held;
                *facts.files.entry(file).or_insert(0) += times;
                if doc == TERMINATED {
                    break;
                }
            }
        }
        Ok(facts)
    }

    /// How often a word stands in each of `passages`, which are in order.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn times(&self, form: &str, passages: &[DocAddress]) -> Result<Vec<u32>, TantivyError> {
        let mut times = vec![0; passages.len()];
        for found in self.postings(form) {
            let (number, mut postings) = found?;
            for (at, told) in passages.iter().zip(&mut times) {
                if at.segment_ord as usize != number {
                    continue;
                }
                if postings.doc() < at.doc_id {
                    postings.seek(at.doc_id);
                }
                if postings.doc() == at.doc_id {
                    *told = postings.term_freq();
                }
            }
        }
        Ok(times)
    }

    /// The passages that score highest for what is sought, best first, at most `limit`.
    ///
    /// # Errors
    /// When the engine can't read its index.
    pub(super) fn best(&self, sought: &[Sought], limit: usize) -> Result<Vec<DocAddress>, TantivyError> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(sought.len() * 2);
        for term in sought {
            for (field, weight) in [(self.fields.body, term.weight), (self.fields.title, term.weight * TITLE)] {
                let query = TermQuery::new(Key::from_field_text(field, &term.form), IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), weight))));
            }
        }
        let found = self.searcher.search(&BooleanQuery::new(clauses), &TopDocs::with_limit(limit).order_by_score())?;
        Ok(found.into_iter().map(|(_, address)| address).filter(|address| self.file(*address).is_some()).collect())
    }
}

/// Terms as the engine takes them.
pub(super) fn tokens(terms: &[Term]) -> PreTokenizedString {
    let token = |(position, term): (usize, &Term)| Token {
        offset_from: term.span.start,
        offset_to: term.span.end,
        position,
        text: term.form.clone(),
        position_length: 1,
    };
    PreTokenizedString { text: String::new(), tokens: terms.iter().enumerate().map(token).collect() }
}
