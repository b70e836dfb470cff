//! An article to what contradicts itself, the calendar or arithmetic. Pure.
//!
//! [`findings`] reads every block but furniture, once; each kind of finding is a row of [`KINDS`]. A rule that is unsure is silent.

mod acronyms;
mod ages;
mod apposed;
mod attribution;
mod ballots;
mod brackets;
mod bullets;
mod calendar;
mod callings;
mod changes;
mod cues;
mod dateline;
mod differences;
mod entire;
mod exclusive;
mod feasts;
mod figures;
mod finding;
mod follows;
mod headline;
mod intervals;
mod kind;
mod lists;
mod margins;
mod multiples;
mod names;
mod passage;
mod people;
mod periods;
mod polls;
mod portion;
mod portions;
mod products;
mod pronouns;
mod rates;
mod remainders;
mod risen;
mod scales;
mod shares;
mod shortened;
mod slips;
mod steps;
mod sums;
#[cfg(test)]
mod tests;
mod times;
mod tolls;
mod units;
mod values;
mod wholes;

use crate::propose;
use crate::quantity;
use crate::review::{Article, Block, BlockKind};
use crate::text::parallel;

pub use finding::{Certainty, LintFinding};
pub use kind::{FindingKind, KINDS, KindRow};

use jiff::civil::Date;

use cues::CueSet;
use passage::{LintBlock, LintSentence};
use portion::LintPortion;

/// A rule that looks at one sentence.
type SentenceRule = fn(&LintSentence<'_>, &mut Vec<LintFinding>);

/// The rules that look at one sentence, and are silent where it says itself that something is wrong; each with words without which it
/// has nothing to say.
const RULES: [(CueSet, SentenceRule); 21] = [
    (CueSet::NONE, calendar::weekdays),
    (CueSet::FEAST, feasts::anniversaries),
    (CueSet::NONE, periods::periods),
    (CueSet::NONE, intervals::intervals),
    (CueSet::NONE, brackets::brackets),
    (CueSet::NONE, sums::sums),
    (CueSet::NONE, wholes::wholes),
    (CueSet::LEFT, remainders::remainders),
    (CueSet::NONE, shares::shares),
    (CueSet::FROM, changes::changes),
    (CueSet::FROM, steps::steps),
    (CueSet::NONE, risen::risen),
    (CueSet::NONE, portions::portions),
    (CueSet::NONE, products::products),
    (CueSet::NONE, polls::polls),
    (CueSet::NONE, differences::differences),
    (CueSet::NONE, margins::margins),
    (CueSet::NONE, multiples::multiples),
    (CueSet::NONE, lists::lists),
    (CueSet::NONE, times::times),
    (CueSet::NONE, scales::scales),
];

/// What to say where nothing was found in `article`: of a language whose words are not known that means less.
pub fn nothing_found(article: &Article) -> &'static str {
    if quantity::has_words(quantity::language_of(article.text(), &article.language)) {
        "nothing contradicts itself, as far as the text alone shows"
    } else {
        "no figures contradict each other; the words of this language are not known"
    }
}

/// What `article` says against itself, the calendar or arithmetic, in the order of the text; each finding has two or more places
/// in bytes of its text.
pub fn findings(article: &Article) -> Vec<LintFinding> {
    let language = quantity::language_of(article.text(), &article.language);
    // It was written at the latest on the day it came in.
    let written: Option<Date> = article.provenance.imported_at.day().parse().ok();
    let portions: Vec<&[Block]> = article.blocks().chunks(portion::BLOCKS).collect();
    let (read, quotes) = parallel::map_each_beside(
        &portions,
        |blocks| {
            let blocks = blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
            let read = LintPortion::read(article, blocks, language);
            let own = read.passages(article, language).flat_map(|passage| sentence_by_sentence(&passage, written));
            let found: Vec<LintFinding> = own.collect();
            (read, found)
        },
        || propose::quotes(article),
    );
    let mut found = Vec::new();
    let mut portions = Vec::with_capacity(read.len());
    for (portion, own) in read {
        portions.push(portion);
        found.extend(own);
    }
    let passages: Vec<LintBlock<'_>> = portions.iter().flat_map(|read| read.passages(article, language)).collect();
    let (of_figures, of_words) = parallel::both_of(
        passages.len(),
        || {
            let mut found = Vec::new();
            let own = dateline::dateline(article, &passages, language, &mut found);
            ages::of_writing(&passages, own, written, &mut found);
            feasts::this_year(&passages, own, &mut found);
            values::values(&passages, &mut found);
            tolls::tolls(&passages, &mut found);
            headline::headline(&passages, &mut found);
            bullets::bullets(article.text(), &passages, &mut found);
            entire::entire(&passages, &mut found);
            attribution::attributions(article, &quotes, &passages, &mut found);
            found
        },
        || names_and_people(&passages),
    );
    found.extend(of_figures);
    found.extend(of_words);
    found.sort_by_key(|finding| finding.spans.first().map(|span| span.start));
    found
}

/// What the sentences of `passage` with figures say against themselves or the one before; `written`: the last day on which they were.
fn sentence_by_sentence(passage: &LintBlock<'_>, written: Option<Date>) -> Vec<LintFinding> {
    let mut found = Vec::new();
    let mut last: Option<LintSentence<'_>> = None;
    for sentence in passage.sentences() {
        let before = found.len();
        if let Some(last) = &last {
            follows::follows(last, &sentence, &mut found);
        }
        for (_, rule) in RULES.iter().filter(|(cues, _)| sentence.cues.has(*cues)) {
            rule(&sentence, &mut found);
        }
        ages::ages(&sentence, written, &mut found);
        if sentence.cues.has(CueSet::AGAINST) {
            ballots::ballots(last.as_ref(), &sentence, &mut found);
        }
        // Looked for last, for it is dear: most sentences say nothing against themselves.
        if found.len() > before && sentence.says_so() {
            found.truncate(before);
        }
        units::units(&sentence, &mut found);
        last = Some(sentence);
    }
    found
}

/// What the capitalised words of `passages` say against each other.
fn names_and_people(passages: &[LintBlock<'_>]) -> Vec<LintFinding> {
    let mut found = Vec::new();
    let words = names::CapitalisedWords::of(passages);
    acronyms::acronyms(&words, &mut found);
    let people = people::People::of(&words);
    people.first_names(&words, &mut found);
    people.titles(&mut found);
    callings::callings(&words, &mut found);
    pronouns::pronouns(&words, &people, &mut found);
    names::spellings(&words, &mut found);
    found
}
