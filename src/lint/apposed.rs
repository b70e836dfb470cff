//! Parts that are all there can be, set right behind their whole: "the 24 children, 13 girls and 12 boys,", "14 people (nine women and
//! six men)".

use super::cues::DIED;
use super::figures::{AND, mismatch, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, PlacedAmount, has};
use crate::quantity::{Decimal, Unit};

/// Whom people are counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PeopleSort {
    Man,
    Woman,
    Boy,
    Girl,
    Child,
    Adult,
}

/// Words for them.
#[rustfmt::skip]
const SORTS: [(PeopleSort, &[&str]); 6] = [
    (PeopleSort::Man, &["men", "man", "males", "männer", "mann", "hommes", "homme", "hombres", "hombre", "män"]),
    (PeopleSort::Woman, &["women", "woman", "females", "frauen", "frau", "femmes", "femme", "mujeres", "mujer", "kvinnor", "kvinna"]),
    (PeopleSort::Boy, &["boys", "boy", "jungen", "junge", "buben", "garçons", "garçon", "niños", "niño", "pojkar", "pojke"]),
    (PeopleSort::Girl, &["girls", "girl", "mädchen", "filles", "fille", "niñas", "niña", "flickor", "flicka"]),
    (PeopleSort::Child, &["children", "child", "minors", "kinder", "kind", "enfants", "enfant", "menores", "barn"]),
    (PeopleSort::Adult, &["adults", "adult", "erwachsene", "erwachsener", "adultes", "adulte", "adultos", "adulto", "vuxna", "vuxen"]),
];

/// Words between a whole and parts that are only some of it.
#[rustfmt::skip]
const SOME: [&str; 22] = [
    "including", "included", "among", "mostly", "mainly", "such", "least", "most", "both", "other", "others", "more", "darunter",
    "mindestens", "notamment", "dont", "moins", "incluidos", "entre", "menos", "däribland", "varav",
];

/// Words between the whole and its parts.
const FARTHEST: usize = 12;

/// Words of a part: "13 young girls".
const NAMED: usize = 2;

/// The whole of `all` whose parts, two or more sorts of people that leave nobody out, do not make it.
pub(super) fn apposed(sentence: &LintSentence<'_>, all: &[PlacedAmount<'_>]) -> Option<LintFinding> {
    (0..all.len().saturating_sub(2)).find_map(|at| {
        let (whole, behind) = all.get(at..)?.split_first()?;
        let sorts: Vec<PeopleSort> = behind.iter().map_while(|part| sort(sentence, part)).collect();
        let parts = behind.get(..sorts.len())?;
        (is_complete(&sorts) && is_set(sentence, whole, parts)).then(|| differ(sentence, whole, parts, &sorts))?
    })
}

/// True for sorts of which everybody is one, and none stands twice.
fn is_complete(sorts: &[PeopleSort]) -> bool {
    let one = |sort: PeopleSort| sorts.iter().filter(|known| **known == sort).count() == 1;
    let pair = one(PeopleSort::Man) && one(PeopleSort::Woman)
        || one(PeopleSort::Boy) && one(PeopleSort::Girl)
        || one(PeopleSort::Adult) && (one(PeopleSort::Child) || one(PeopleSort::Boy));
    pair && sorts.iter().all(|sort| one(*sort))
}

/// True when `parts` of `sentence` leave nobody out: "310 boys and 295 girls".
pub(super) fn leave_nobody_out(sentence: &LintSentence<'_>, parts: &[PlacedAmount<'_>]) -> bool {
    let sorts: Vec<PeopleSort> = parts.iter().map_while(|part| sort(sentence, part)).collect();
    sorts.len() == parts.len() && is_complete(&sorts)
}

/// Whom `part` counts: the word right behind it, or one of two.
fn sort(sentence: &LintSentence<'_>, part: &PlacedAmount<'_>) -> Option<PeopleSort> {
    if part.2.unit != Unit::Bare || !part.2.value.fract().is_zero() {
        return None;
    }
    let named = sentence.tail(part.0).split([',', ';', ')', '.', ':', '–', '—']).next().unwrap_or_default();
    let named = named.split_whitespace().take_while(|word| !AND.contains(word)).take(NAMED);
    named.into_iter().find_map(|word| SORTS.iter().find(|(_, words)| words.contains(&word)).map(|(sort, _)| *sort))
}

/// True when `parts` stand right behind `whole` with nothing of anybody else among them, and close what they are set in.
fn is_set(sentence: &LintSentence<'_>, whole: &PlacedAmount<'_>, parts: &[PlacedAmount<'_>]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let row = sentence.quantities.get(whole.0..=last.0).unwrap_or_default();
    let others = row.iter().filter(|quantity| quantity.date().is_none()).count() != parts.len() + 1;
    let gap = sentence.between(whole.1, first.1);
    let mark = gap.trim_end().ends_with([',', '(', ':', '–', '—']);
    let near = gap.split_whitespace().count() <= FARTHEST && !gap.contains([';', '"', '“']) && !has(gap, &SOME);
    if others || whole.2.unit != Unit::Bare || !mark || !near {
        return false;
    }
    let joined = parts.windows(2).all(|pair| {
        let [one, next] = pair else { return false };
        let between = sentence.between(one.1, next.1);
        between.split_whitespace().count() <= NAMED + 2 && !between.contains(['(', ';', ':'])
    });
    let tail = sentence.tail(last.0);
    let end = tail.find([',', ')', '.', ';', '–', '—']).unwrap_or(tail.len());
    let (named, behind) = tail.split_at_checked(end).unwrap_or((tail, ""));
    let behind = behind.trim_start_matches([',', ')', ' ', '–', '—']);
    // "… and five men, and an infant", "five men as well as a child".
    let more = AND.iter().chain(&["plus", "as", "with", "sowie"]).any(|and| behind.split(' ').next() == Some(and));
    joined && named.split_whitespace().count() <= NAMED && !has(named, &AND) && !more
}

fn differ(
    sentence: &LintSentence<'_>,
    whole: &PlacedAmount<'_>,
    parts: &[PlacedAmount<'_>],
    sorts: &[PeopleSort],
) -> Option<LintFinding> {
    let total = sum(parts)?;
    // By more than half, they are of something else.
    if total > whole.2.value * Decimal::TWO || total * Decimal::TWO < whole.2.value {
        return None;
    }
    let dead = has(sentence.between(whole.1, parts.first()?.1), &DIED);
    let finding = mismatch(sentence, whole, parts, if dead { FindingKind::Casualties } else { FindingKind::Sum })?;
    // Beside men and women there may be children.
    let open = total < whole.2.value
        && !sorts.iter().any(|sort| matches!(sort, PeopleSort::Boy | PeopleSort::Girl | PeopleSort::Child));
    Some(LintFinding { weight: if open { Certainty::Doubt } else { finding.weight }, ..finding })
}
