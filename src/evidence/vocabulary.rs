//! What the search engine's list of words tells by itself: which words are of one family, and which abbreviations are explained.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use tantivy::postings::SegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, TantivyError};

use super::short_forms::{ShortForm, ShortForms};

/// Letters that words of one family begin with alike at least; of a longer word seven of ten.
const ALIKE: usize = 5;
/// Letters that may follow then.
const ENDING: usize = 4;
/// Words of a family beside the word itself.
const FAMILY: usize = 3;

/// Words of the same family as `form`, those that stand in most passages first: a stem is cut by rules of endings, which know
/// nothing of "conclude" and "conclusion", "accurate" and "accuracy".
///
/// # Errors
/// When the engine can't read its index.
pub(super) fn kin(searcher: &Searcher, body: Field, form: &str) -> Result<Vec<String>, TantivyError> {
    let letters = form.chars().count();
    if letters < ALIKE || form.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let alike = (letters * 7).div_ceil(10).max(ALIKE);
    let begin: String = form.chars().take(alike).collect();
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(body)?;
        let mut words = index.terms().range().ge(&begin).into_stream()?;
        while words.advance() {
            let Some(word) = std::str::from_utf8(words.key()).ok().filter(|word| word.starts_with(&begin)) else {
                break;
            };
            if word != form && word.chars().count() <= alike + ENDING {
                *found.entry(word.to_owned()).or_insert(0) += words.value().doc_freq;
            }
        }
    }
    let mut found: Vec<(String, u32)> = found.into_iter().collect();
    found.sort_by_key(|(_, passages)| Reverse(*passages));
    Ok(found.into_iter().take(FAMILY).map(|(word, _)| word).collect())
}

/// The abbreviations that passages explain which are `asked`.
///
/// # Errors
/// When the engine can't read its index.
pub(super) fn short_forms(
    searcher: &Searcher,
    explained: Field,
    asked: impl Fn(DocAddress) -> bool,
) -> Result<ShortForms, TantivyError> {
    let mut found: BTreeMap<ShortForm, usize> = BTreeMap::new();
    for (segment_ord, segment) in (0..).zip(searcher.segment_readers()) {
        let index = segment.inverted_index(explained)?;
        let mut entries = index.terms().stream()?;
        while entries.advance() {
            let entry = std::str::from_utf8(entries.key()).ok().and_then(ShortForm::of_entry);
            let Some(entry) = entry else { continue };
            let postings = index.read_postings_from_terminfo(entries.value(), IndexRecordOption::Basic)?;
            let held = docs(postings).filter(|doc_id| asked(DocAddress { segment_ord, doc_id: *doc_id })).count();
            if held > 0 {
                *found.entry(entry).or_insert(0) += held;
            }
        }
    }
    Ok(ShortForms::of(found))
}

fn docs(mut postings: SegmentPostings) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let doc = postings.doc();
        postings.advance();
        (doc != TERMINATED).then_some(doc)
    })
}
