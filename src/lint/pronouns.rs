//! One person as he and as she.

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::{CapitalisedWords, TokenPlace};
use super::passage::LintBlock;
use super::people::People;
use crate::propose;
use crate::quantity::{Lexeme, LexemeKind};
use crate::text::Span;

/// Bytes of the longest paragraph that is about one person.
const LONGEST: usize = 600;

/// Tokens behind a name within which a pronoun is the name's.
const REACH: usize = 10;

/// Months that are first names, too.
const MONTHS: [&str; 3] = ["April", "May", "June"];

/// Pronouns of a man and of a woman.
const HE: [&str; 4] = ["he", "him", "his", "himself"];
const SHE: [&str; 4] = ["she", "her", "hers", "herself"];

/// Words for a man or a woman, whom a pronoun may mean from some paragraphs away.
const MEN_AND_WOMEN: [&str; 36] = [
    "man",
    "men",
    "boy",
    "boys",
    "son",
    "sons",
    "father",
    "brother",
    "husband",
    "uncle",
    "nephew",
    "grandfather",
    "boyfriend",
    "king",
    "prince",
    "gentleman",
    "mr",
    "woman",
    "women",
    "girl",
    "girls",
    "daughter",
    "daughters",
    "mother",
    "sister",
    "wife",
    "aunt",
    "niece",
    "grandmother",
    "girlfriend",
    "queen",
    "princess",
    "lady",
    "mrs",
    "ms",
    "couple",
];

/// Other people, whom a pronoun of the same paragraph may mean.
const OTHERS: [&str; 19] = [
    "partner",
    "friend",
    "friends",
    "colleague",
    "child",
    "children",
    "baby",
    "victim",
    "suspect",
    "officer",
    "people",
    "person",
    "student",
    "students",
    "actor",
    "actress",
    "character",
    "someone",
    "anyone",
];

/// Paragraphs that name one person alone, by a first name of one sex, and speak of him and of her.
pub(super) fn pronouns(words: &CapitalisedWords<'_>, people: &People<'_>, found: &mut Vec<LintFinding>) {
    for (first, place) in people.named() {
        let Some(male) = propose::is_mans_name(first) else { continue };
        let Some(passage) = words.passages.get(place.passage).filter(|passage| passage.text.len() <= LONGEST) else {
            continue;
        };
        let Some((wrong, right)) = both(passage, place, male) else { continue };
        let alone = !(place.passage.saturating_sub(2)..=place.passage)
            .filter_map(|at| words.passages.get(at).map(|near| (at, near)))
            .any(|(at, near)| speaks_of_others(near, if at == place.passage { Some(place) } else { None }, male));
        if !alone {
            continue;
        }
        let last = words.span(place);
        let name = Span::new(last.start.saturating_sub(first.len() + 1), last.end);
        let says =
            format!("\"{}\" and \"{}\": one person as he and as she?", wrong.of(passage.text), right.of(passage.text));
        let spans = vec![name, passage.shift(wrong), passage.shift(right)];
        found.push(LintFinding::new(FindingKind::Pronoun, Certainty::Doubt, says, spans));
    }
}

/// Verbs behind which "that" begins what somebody says.
fn is_saying(word: &str) -> bool {
    matches!(word, "said" | "says" | "added" | "told" | "thought" | "knew" | "claimed" | "wrote" | "warned" | "hoped")
}

/// The first pronoun of the other sex behind the name at `place`, and one of its own sex.
fn both(passage: &LintBlock<'_>, place: TokenPlace, male: bool) -> Option<(Span, Span)> {
    let behind = passage.tokens.get(place.token + 1..)?;
    let (own, other) = if male { (HE, SHE) } else { (SHE, HE) };
    let find = |words: [&str; 4]| {
        behind.iter().find(|token| words.iter().any(|word| token.span().of(passage.text).eq_ignore_ascii_case(word)))
    };
    // Nobody else may come between the name and the pronoun, but for who the person is: "Dahl, the mayor, said that he".
    let near =
        behind.iter().take(REACH).take_while(|token| !matches!(token.kind, LexemeKind::Mark('.' | '!' | '?' | ':')));
    let text = |at: usize| behind.get(at).map_or("", |token| token.span().of(passage.text));
    let apposed = behind.first().is_some_and(|token| token.kind == LexemeKind::Mark(','));
    let clear = |at: usize| {
        (0..at).all(|at| {
            !matches!(text(at), "the" | "a" | "an" | "this" | "that")
                || apposed && at == 1
                || is_saying(text(at.wrapping_sub(1)))
        })
    };
    let is_other = |token: &Lexeme| other.iter().any(|word| token.span().of(passage.text).eq_ignore_ascii_case(word));
    let wrong = near.enumerate().find(|(_, token)| is_other(token)).filter(|(at, _)| clear(*at));
    wrong.map(|(_, token)| token.span()).zip(find(own).map(Lexeme::span))
}

/// True when `passage` names or speaks of people besides the one at `place`, or quotes.
fn speaks_of_others(passage: &LintBlock<'_>, place: Option<TokenPlace>, male: bool) -> bool {
    passage.tokens.iter().enumerate().any(|(at, token)| {
        let word = token.span().of(passage.text);
        match token.kind {
            LexemeKind::Mark(c) => place.is_some() && matches!(c, '"' | '“' | '„' | '«'),
            LexemeKind::Digits => false,
            LexemeKind::Word => {
                let own = place.is_some_and(|place| at == place.token || at + 1 == place.token);
                let lower = || word.to_ascii_lowercase();
                // Pronouns of the other sex before this paragraph tell of somebody else.
                let other = if male { &SHE } else { &HE };
                let meant = place.is_none() && word.len() <= 7 && other.contains(&lower().as_str());
                let named = word.starts_with(char::is_uppercase)
                    && !MONTHS.contains(&word)
                    && propose::is_mans_name(word).is_some_and(|man| man != male);
                let people = || {
                    let word = lower();
                    MEN_AND_WOMEN.contains(&word.as_str()) || place.is_some() && OTHERS.contains(&word.as_str())
                };
                !own && (meant || named || word.len() <= 11 && people())
            }
        }
    })
}
