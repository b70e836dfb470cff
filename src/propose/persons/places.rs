//! Whose a surname is that several share: theirs who was named or spoke last before it.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::propose::sentences::split;
use crate::review::{Article, Span};

/// Where one of those who share a surname is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mention {
    /// In bytes of the article's text.
    pub(super) at: usize,
    /// Which of them it is, counted from 0; `None` for the surname alone.
    pub(super) who: Option<usize>,
    /// They say something here, and are not only named.
    pub(super) speaks: bool,
}

/// The sentences of the blocks that were asked about.
pub(super) struct SentencesAsked<'a> {
    article: &'a Article,
    cut: HashMap<usize, Vec<Span>, RandomState>,
}

impl<'a> SentencesAsked<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        Self { article, cut: HashMap::default() }
    }

    /// The sentence that holds byte `at` of the article; that byte alone where none does.
    fn at(&mut self, at: usize) -> Span {
        let block = self.article.block_at(at);
        let article = self.article;
        let sentences = self.cut.entry(block).or_insert_with(|| {
            let Some(span) = article.blocks().get(block).map(|block| block.span) else { return Vec::new() };
            let cut = split(article.words(span), &article.language);
            cut.iter().map(|one| Span::new(span.start + one.start, span.start + one.end)).collect()
        });
        let nth = sentences.partition_point(|one| one.end <= at);
        sentences.get(nth).copied().filter(|one| one.start <= at).unwrap_or_else(|| Span::new(at, at + 1))
    }
}

/// Who of those that share a surname a claim at byte `at` means by it, where `fits` holds for whom it can mean; `None` where
/// the article leaves it open. `met` is in order of place.
pub(super) fn meant(
    met: &[Mention],
    at: usize,
    fits: impl Fn(usize) -> bool,
    sentences: &mut SentencesAsked<'_>,
) -> Option<usize> {
    let here = sentences.at(at);
    let own = within(met, here);
    let named = own.iter().filter(|one| !one.speaks).filter_map(|one| one.who).any(&fits);
    if named {
        // "Berg said that Lina Berg was wrong" is another's word about her.
        let bare = own.iter().any(|one| one.who.is_none());
        return only(own.iter().filter_map(|one| one.who), &fits).filter(|_| !bare);
    }
    let before = met.get(..met.partition_point(|one| one.at < here.start))?;
    let last = before.iter().rev().find(|one| one.who.is_some_and(&fits))?;
    let nearest = within(met, sentences.at(last.at));
    // "Lina Berg told Thomas Berg that …": who speaks there goes on speaking.
    let speaking = only(nearest.iter().filter(|one| one.speaks).filter_map(|one| one.who), &fits);
    speaking.or_else(|| only(nearest.iter().filter_map(|one| one.who), &fits))
}

/// Those of `met` that stand within `span`.
fn within(met: &[Mention], span: Span) -> &[Mention] {
    let place = |byte: usize| met.partition_point(|one| one.at < byte);
    met.get(place(span.start)..place(span.end)).unwrap_or_default()
}

/// The one that all of `who` are, of those that fit.
fn only(who: impl Iterator<Item = usize>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let mut fitting = who.filter(|one| fits(*one));
    let first = fitting.next()?;
    fitting.all(|other| other == first).then_some(first)
}
