//! People with two callings of which one has one at a time.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::{CapitalisedWords, TokenPlace};
use super::passage::has;
use crate::quantity::LexemeKind;
use crate::text::Span;

/// Callings that take a training of their own: nobody has two of them at once.
const CALLINGS: [&str; 34] = [
    "dentist",
    "surgeon",
    "nurse",
    "midwife",
    "pharmacist",
    "veterinarian",
    "vet",
    "paramedic",
    "psychiatrist",
    "physicist",
    "chemist",
    "biologist",
    "geologist",
    "astronomer",
    "historian",
    "economist",
    "archaeologist",
    "teacher",
    "headteacher",
    "librarian",
    "plumber",
    "electrician",
    "carpenter",
    "bricklayer",
    "baker",
    "butcher",
    "farmer",
    "fisherman",
    "firefighter",
    "pilot",
    "solicitor",
    "barrister",
    "accountant",
    "architect",
];

/// Where one of these stands beside a calling, it was another's, or another time's.
const TURNED: [&str; 12] =
    ["former", "formerly", "turned", "became", "retired", "trained", "once", "then", "ex", "later", "and", "whose"];

/// Tokens behind a name within which its calling stands: "Holm, who has worked as a surgeon".
const REACH: usize = 8;

/// People whom the text gives two callings.
pub(super) fn callings(words: &CapitalisedWords<'_>, found: &mut Vec<LintFinding>) {
    let mut known: HashMap<&str, (&str, Span), RandomState> = HashMap::default();
    let mut told: Vec<&str> = Vec::new();
    for (last, places) in &words.capitals {
        for place in places.iter().take(50) {
            let Some((calling, span)) = calling(words, *place) else { continue };
            match known.get(last) {
                None => _ = known.insert(last, (calling, span)),
                Some((other, there)) if *other != calling && !told.contains(last) => {
                    let says = format!("{last} is a {other} here and a {calling} there: one person with two callings?");
                    found.push(LintFinding::new(FindingKind::Title, Certainty::Doubt, says, vec![*there, span]));
                    told.push(last);
                }
                Some(_) => {}
            }
        }
    }
}

/// The calling that the words behind the name at `place` give it: "Holm, a surgeon", "Holm, who works as a nurse".
fn calling<'a>(words: &CapitalisedWords<'a>, place: TokenPlace) -> Option<(&'a str, Span)> {
    let passage = words.passages.get(place.passage)?;
    let behind = passage.tokens.get(place.token + 1..)?;
    if behind.first()?.kind != LexemeKind::Mark(',') {
        return None;
    }
    let near = behind.get(..behind.len().min(REACH)).unwrap_or_default();
    let text = |at: usize| near.get(at).map_or("", |token| token.span().of(passage.text));
    let is_calling = |at: &usize| CALLINGS.contains(&text(*at));
    let at = if matches!(text(1), "a" | "an" | "the") {
        (2..4).find(is_calling)
    } else if text(1) == "who" {
        (2..near.len()).find(|at| matches!(text(*at - 1), "a" | "an") && is_calling(at))
    } else {
        None
    }?;
    let clear = near.get(..at)?.iter().all(|token| {
        matches!(token.kind, LexemeKind::Word | LexemeKind::Mark(','))
            && !TURNED.contains(&token.span().of(passage.text))
    });
    let span = near.get(at)?.span();
    let after = passage.text.get(span.end..).unwrap_or_default();
    let next: String = after.chars().take(16).take_while(|c| !matches!(c, '.' | ',')).collect();
    (clear && !has(&next, &TURNED)).then(|| (span.of(passage.text), passage.shift(span)))
}
