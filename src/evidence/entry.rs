//! A passage as the search engine takes it, field by field.

use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::PreTokenizedString;

use super::material::Material;
use super::short_forms::{self, ShortForm};
use super::terms::Terms;
use crate::text::Span;

/// The name under which the engine knows how a text is cut into terms.
pub(super) const CUT: &str = "terms";
/// The name under which it knows how to take a text as one term.
const WHOLE: &str = "raw";

/// What the index has of each passage.
#[derive(Clone, Copy)]
pub(super) struct IndexFields {
    pub(super) body: Field,
    pub(super) title: Field,
    /// The abbreviations that it explains.
    pub(super) explained: Field,
    /// The number of its file in the index.
    pub(super) file: Field,
    pub(super) start: Field,
    pub(super) end: Field,
    pub(super) heading: Field,
}

impl IndexFields {
    pub(super) fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let counted = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs).set_tokenizer(CUT);
        let text = TextOptions::default().set_indexing_options(counted);
        let bare = TextFieldIndexing::default().set_index_option(IndexRecordOption::Basic);
        let bare = TextOptions::default().set_indexing_options(bare.set_tokenizer(WHOLE).set_fieldnorms(false));
        let made = Self {
            body: schema.add_text_field("body", text.clone()),
            title: schema.add_text_field("title", text),
            explained: schema.add_text_field("explained", bare),
            file: schema.add_u64_field("file", FAST | INDEXED),
            start: schema.add_u64_field("start", FAST),
            end: schema.add_u64_field("end", FAST),
            heading: schema.add_u64_field("heading", FAST),
        };
        (made, schema.build())
    }

    /// A passage as the engine takes it.
    pub(super) fn document(&self, passage: &NewPassage<'_>, called: &PreTokenizedString) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(self.body, passage.words);
        document.add_pre_tokenized_text(self.title, called.clone());
        for explained in &passage.explained {
            document.add_text(self.explained, explained.entry());
        }
        document.add_u64(self.file, passage.file);
        document.add_u64(self.start, passage.span.start as u64);
        document.add_u64(self.end, passage.span.end as u64);
        document.add_u64(self.heading, u64::from(passage.heading));
        document
    }
}

/// A passage to be indexed.
pub(super) struct NewPassage<'a> {
    /// The number of its file in the index.
    pub(super) file: u64,
    /// Where it stands, in bytes of the file's text.
    pub(super) span: Span,
    pub(super) words: &'a str,
    /// It is but the file's title.
    pub(super) heading: bool,
    /// The abbreviations that it explains.
    pub(super) explained: Vec<ShortForm>,
}

/// The passages of a file whose words stand at `spans`.
pub(super) fn passages<'a>(
    file: u64,
    material: &'a Material,
    spans: &'a [Span],
    terms: &'a mut Terms,
) -> impl Iterator<Item = NewPassage<'a>> {
    spans.iter().map(move |span| {
        let words = span.of(&material.text);
        let heading =
            !words.trim_end().ends_with('.') && words.split_whitespace().eq(material.title.split_whitespace());
        NewPassage { file, span: *span, words, heading, explained: short_forms::explained(words, terms) }
    })
}
