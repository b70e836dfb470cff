//! The quotations of an article, and whom it gives them to.

use super::{Persons, quotes, sentences, speakers};
use crate::review::{Article, Span};

/// A quotation and whose words it is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributedQuote {
    /// The words between the marks, in bytes of the article's text.
    pub words: Span,
    /// Who says them, by the fullest name that a sentence of the article gives them; `None` where the article leaves it open.
    pub by: Option<String>,
}

/// The quotations of every block outside furniture, in order, with whom the article gives them to.
pub fn attributed(article: &Article) -> Vec<AttributedQuote> {
    let (quotes, sentences) = (quotes(article), sentences(article));
    let speakers = speakers::speakers(article, &quotes, &sentences);
    let named = || speakers.iter().flatten().map(|speaker| speaker.name.as_str());
    let persons = Persons::of(article, named().map(|name| (name, None)));
    let fullest = |name: &str| persons.called(name).and_then(|person| persons.names(person).first()).cloned();
    let by = |words: Span| {
        let first = sentences.partition_point(|sentence| sentence.span.end <= words.start);
        let end = sentences.partition_point(|sentence| sentence.span.start < words.end);
        let mut said = speakers.get(first..end.max(first)).unwrap_or_default().iter();
        let name = &said.next()?.as_ref()?.name;
        // A quotation over sentences of two speakers is read wrongly.
        let one = said.flatten().all(|speaker| speaker.name == *name);
        one.then(|| fullest(name).unwrap_or_else(|| name.clone()))
    };
    quotes.iter().map(|quote| AttributedQuote { words: quote.words, by: by(quote.words) }).collect()
}
