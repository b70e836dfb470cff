//! What the pronouns of a sentence, and other words that point out of it, may mean: whatever the sentences before it name that agrees with
//! them in number and kind, as far as the words tell.

mod ellipsis;
mod mentions;
mod pointers;
mod stand_ins;
mod words;

use std::collections::HashSet;

use self::ellipsis::{answers, leaves_verb};
use self::mentions::{Mentioned, Sort, amounts, dates, mentions, places};
use self::pointers::{BackPointer, pointers};
use self::words::words;
use super::pronouns::REACH;
use crate::review::{Antecedent, Article, PointerKind, Span};

/// What a sentence names and what points out of it.
struct ReadSentence {
    span: Span,
    /// Its words, in small letters.
    words: Vec<String>,
    mentions: Vec<Mentioned>,
    dates: Vec<Span>,
    places: Vec<Span>,
    amounts: Vec<Span>,
    pointers: Vec<BackPointer>,
    /// Running text, a list's item, a quotation or a dek.
    is_told: bool,
    /// It begins as an answer does.
    answers: bool,
    /// It ends in a question mark.
    asks: bool,
}

/// For each of `sentences`, which are those of `article` in order, what may be meant by what points out of it; `is_told` says of each whether
/// it is running text.
pub(super) fn antecedents(article: &Article, sentences: &[Span], is_told: &[bool]) -> Vec<Vec<Antecedent>> {
    let is_english = matches!(&*article.language, "en" | "");
    let starts: HashSet<usize> = article.blocks().iter().map(|block| block.span.start).collect();
    let read = sentences.iter().zip(is_told).map(|(span, is_told)| {
        let words = words(article.text(), *span);
        let mentions = mentions(&words, is_english);
        let mut pointers = pointers(&words, &mentions, is_english);
        // What begins its paragraph leaves nothing to another.
        let goes_on = !starts.contains(&span.start);
        if is_english && goes_on && leaves_verb(&words) {
            pointers.push(PointerKind::Told.into());
        }
        ReadSentence {
            span: *span,
            dates: dates(&words),
            places: places(&words),
            amounts: amounts(&words),
            answers: answers(&words),
            asks: span.of(article.text()).trim_end().ends_with('?'),
            words: words.into_iter().map(|word| word.lower).collect(),
            mentions,
            pointers,
            is_told: *is_told,
        }
    });
    let read: Vec<ReadSentence> = read.collect();
    (0..read.len()).map(|at| meant(&read, at)).collect()
}

/// What may be meant by what points out of the sentence at `at`.
fn meant(read: &[ReadSentence], at: usize) -> Vec<Antecedent> {
    let Some(own) = read.get(at).filter(|own| own.is_told) else { return Vec::new() };
    let of = |pointer: &BackPointer| {
        let sure = reach(read, at, pointer, ReadSentence::named);
        // "They" may be one body, where nothing else is meant.
        let is_many = pointer.kind == PointerKind::Several;
        if sure.is_empty() && is_many { reach(read, at, pointer, ReadSentence::bodies) } else { sure }
    };
    let asked = at.checked_sub(1).and_then(|before| read.get(before)).filter(|before| own.answers && before.asks);
    let asked = asked.map(|asked| Antecedent { kind: PointerKind::Told, words: asked.span, sentence: asked.span });
    own.pointers.iter().flat_map(of).chain(asked).collect()
}

/// What the sentences before the one at `at` name of this kind: the nearest that does, and those that it points back to with the same.
fn reach(
    read: &[ReadSentence],
    at: usize,
    pointer: &BackPointer,
    named: impl Fn(&ReadSentence, PointerKind) -> Vec<Span>,
) -> Vec<Antecedent> {
    let kind = pointer.kind;
    let mut found: Vec<Antecedent> = Vec::new();
    let before = read.get(at.saturating_sub(REACH)..at).unwrap_or_default().iter().rev();
    for sentence in before.take_while(|sentence| sentence.is_told) {
        // What is called by its noun is that, where the noun stands there.
        if let Some(noun) = pointer.noun.as_ref().filter(|noun| sentence.words.contains(noun)) {
            let says_more = |one: &&Mentioned| !pointer.is_called || one.span.len() > noun.len();
            let own = sentence.mentions.iter().filter(|one| one.noun == *noun).filter(says_more).map(|one| one.span);
            found.extend(own.map(|words| Antecedent { kind, words, sentence: sentence.span }));
            break;
        }
        if pointer.is_called {
            continue;
        }
        let own = named(sentence, kind);
        found.extend(own.iter().map(|words| Antecedent { kind, words: *words, sentence: sentence.span }));
        let is_enough = kind != PointerKind::Listed || found.len() > 3;
        if !own.is_empty() && is_enough && !sentence.pointers.iter().any(|one| one.kind == kind) {
            break;
        }
    }
    found
}

impl ReadSentence {
    /// What it names of this kind.
    fn named(&self, kind: PointerKind) -> Vec<Span> {
        let spans = |fits: &dyn Fn(&Mentioned) -> bool| -> Vec<Span> {
            self.mentions.iter().filter(|one| fits(one)).map(|one| one.span).collect()
        };
        let is_one = |one: &Mentioned| one.is_many != Some(true);
        match kind {
            PointerKind::Person => {
                // Whoever is known to be a person comes first.
                let of = |sort: Sort| spans(&|one| is_one(one) && (one.sort == sort || one.sort == Sort::Any));
                let sorts = [Sort::Person, Sort::Named, Sort::Doer];
                sorts.into_iter().map(of).find(|found| !found.is_empty()).unwrap_or_default()
            }
            PointerKind::Thing => spans(&|one| is_one(one) && one.sort != Sort::Person),
            PointerKind::Several => {
                let many = spans(&|one| one.is_many != Some(false));
                let names = || spans(&|one| matches!(one.sort, Sort::Person | Sort::Named));
                if many.is_empty() { Some(names()).filter(|names| names.len() > 1).unwrap_or_default() } else { many }
            }
            PointerKind::Listed => spans(&|_| true),
            PointerKind::Time => self.dates.clone(),
            PointerKind::Told => vec![self.span],
            PointerKind::Amount => self.amounts.clone(),
            PointerKind::Place => self.places.clone(),
        }
    }

    /// Whatever it names, for one body that several are in.
    fn bodies(&self, _: PointerKind) -> Vec<Span> {
        self.mentions.iter().map(|one| one.span).collect()
    }
}
