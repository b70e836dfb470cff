//! Lists against their stated count.

use super::ages::whole;
use super::figures::AND;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly};
use crate::quantity::{Quantity, Unit};
use crate::text::Span;

/// Words that open a list of some, not of all.
pub(super) const SOME: [&str; 12] = [
    "including",
    "such as",
    "among",
    "especially",
    "notably",
    "like",
    "e.g.",
    "for example",
    "darunter",
    "notamment",
    "entre",
    "bland",
];

/// Lists of a sentence that are longer or shorter than the sentence says.
pub(super) fn lists(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    for (at, quantity, amount) in sentence.amounts() {
        let count = whole(amount.value)
            .filter(|count| (2..=9).contains(count) && amount.unit == Unit::Bare && exactly(quantity));
        let Some(count) = count.filter(|_| at + 1 == sentence.quantities.len()) else { continue };
        if !amount.in_words && !counts(sentence, quantity) {
            continue;
        }
        found.extend(list(sentence, at, quantity, count));
    }
}

/// True for a figure that counts and is no number of a page: "he named 3 reasons:".
pub(super) fn counts(sentence: &LintSentence<'_>, quantity: &Quantity) -> bool {
    const NUMBERED: [&str; 26] = [
        "page", "chapter", "section", "figure", "table", "part", "step", "item", "day", "week", "number", "no",
        "version", "class", "grade", "phase", "room", "stage", "level", "round", "act", "rule", "article", "seite",
        "kapitel", "sida",
    ];
    let before = sentence.before(quantity.span.start, 24);
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let colon = sentence.after(quantity.span.end).find(':').is_some_and(|at| at <= 24);
    let plural =
        sentence.after(quantity.span.end).trim_start().split([' ', ':']).next().is_some_and(|word| word.ends_with('s'));
    colon && plural && last.chars().all(char::is_alphabetic) && !last.is_empty() && !NUMBERED.contains(&last)
}

/// The list behind a count: after a colon, or names after a comma.
fn list(sentence: &LintSentence<'_>, index: usize, quantity: &Quantity, count: i64) -> Option<LintFinding> {
    let before = sentence.before(quantity.span.start, 12);
    let after = sentence.after(quantity.span.end);
    let counted_of = || index.checked_sub(1).is_some_and(|one| sentence.tail(one).trim() == "of");
    if before.ends_with("of the ")
        || before.ends_with("of ") && counted_of()
        || SOME.iter().any(|some| after.contains(some))
        || !after.starts_with(' ')
    {
        return None;
    }
    let counted = after.trim_start().chars().next().is_some_and(char::is_lowercase);
    if counted && let Some(place) = brackets(quantity, after) {
        return in_brackets(sentence, quantity, place, count);
    }
    let dash = [" – ", " — "].into_iter().find_map(|dash| Some((after.find(dash)? + dash.len(), dash)));
    let verb = [" are ", " were "].into_iter().find_map(|verb| Some(after.find(verb)? + verb.len()));
    let (at, colon) = match (after.find(':'), dash, after.find(", ")) {
        (Some(colon), ..) => (colon + 1, true),
        (None, Some((dash, _)), comma) if comma.is_none_or(|comma| dash <= comma) => (dash, false),
        (None, _, Some(comma)) if verb.is_some_and(|verb| verb < comma) => (verb?, false),
        (None, _, comma) => {
            let comma = comma?;
            (first_name(sentence, quantity.span.end, comma).unwrap_or(comma + 2), false)
        }
    };
    let head = after.get(..at)?;
    let room = if colon { 9 } else { 3 };
    if !counted || head.split_whitespace().count() > room || head.contains([',', '(']) && colon {
        return None;
    }
    let start = quantity.span.end + at;
    let rest = sentence.exact(Span::new(start, sentence.span.end));
    // A list of names may go on to its verb: "Two countries, Norway, Sweden and Finland, signed".
    let closed = if colon { None } else { aside(rest) };
    let ends =
        closed.is_some() || rest.trim_end().ends_with(['.', '!']) || sentence.span.end == sentence.passage.text.len();
    let body = closed.unwrap_or(rest).trim().trim_end_matches(['.', '!']);
    let items = items(body)?;
    let (fits, names) = (items.len() == usize::try_from(count).ok()?, items.iter().all(|item| is_name(item)));
    let short = items.iter().all(|item| item.split_whitespace().count() <= 4);
    if fits || !ends || !short || !(colon || names) || body.contains([';', ':', '(', '"', '“']) {
        return None;
    }
    let begin = start + (rest.len() - rest.trim_start().len());
    let place = Span::new(begin, begin + body.len());
    let says = format!("{} are named, the text says {}", items.len(), sentence.exact(quantity.span));
    let weight = if closed.is_some() { Certainty::Doubt } else { Certainty::Error };
    Some(sentence.finding(FindingKind::Count, weight, says, &[quantity.span, place]))
}

/// Where the first of the names begins that stand right behind what is counted, up to a comma `len` bytes behind the count's `end`: "the
/// three cities Bremen, Hamburg and Kiel". `None` where none does.
fn first_name(sentence: &LintSentence<'_>, end: usize, len: usize) -> Option<usize> {
    let head = sentence.exact(Span::new(end, end + len));
    let words: Vec<&str> = head.split_whitespace().collect();
    // Where nouns have capitals, the first of them is what is counted.
    let noun = if sentence.passage.language.starts_with("de") {
        words.iter().position(|word| word.starts_with(char::is_uppercase))?
    } else {
        0
    };
    let named = words.iter().skip(noun + 1).rev().take_while(|word| word.starts_with(char::is_uppercase));
    let names: usize = named.map(|word| word.len() + 1).sum();
    (names > 0).then(|| (head.trim_end().len() + 1).saturating_sub(names))
}

/// Where what stands in brackets right behind what is counted is, without them: "five countries (Spain, Italy and Malta)".
fn brackets(quantity: &Quantity, after: &str) -> Option<Span> {
    let open = after.find(" (").filter(|open| after.find([',', ':', ';']).is_none_or(|mark| *open < mark))?;
    let close = after.get(open..)?.find(')')? + open;
    let near = after.get(..open)?.split_whitespace().count() <= 3;
    near.then(|| Span::new(quantity.span.end + open + " (".len(), quantity.span.end + close))
}

/// What is wrong with the names at `place`, in brackets.
fn in_brackets(sentence: &LintSentence<'_>, quantity: &Quantity, place: Span, count: i64) -> Option<LintFinding> {
    let items = items(sentence.exact(place)).filter(|items| items.iter().all(|item| is_name(item)))?;
    let fits = i64::try_from(items.len()) == Ok(count);
    let says = format!("{} are named, the text says {}", items.len(), sentence.exact(quantity.span));
    (!fits).then(|| sentence.finding(FindingKind::Count, Certainty::Error, says, &[quantity.span, place]))
}

/// A list of names up to the dash or comma that closes it.
fn aside(rest: &str) -> Option<&str> {
    let dash = [" – ", " — "].into_iter().find_map(|dash| rest.find(dash));
    let and = AND.iter().filter(|and| **and != "or").find_map(|and| rest.find(&format!(" {and} ")))?;
    let comma = rest.get(and..)?.find(", ").map(|at| and + at);
    let end = dash.filter(|dash| *dash > and).or(comma)?;
    let behind = rest.get(end..)?.trim_start_matches([',', ' ', '–', '—']);
    behind.starts_with(char::is_lowercase).then(|| rest.get(..end))?
}

/// The items of "a, b and c"; `None` where it is no plain list.
fn items(body: &str) -> Option<Vec<&str>> {
    let word = |word: &str| AND.contains(&word) && word != "or";
    let joins = body.split_whitespace().filter(|part| word(part)).count();
    if joins != 1 || body.split_whitespace().any(|part| part == "or" || part == "later") {
        return None;
    }
    let and = AND.iter().find_map(|and| body.find(&format!(" {and} ")).map(|at| (at, and.len() + 2)))?;
    let (head, last) = (body.get(..and.0)?, body.get(and.0 + and.1..)?);
    if last.contains(',') {
        return None;
    }
    let mut items: Vec<&str> = head.trim_end_matches(',').split(',').map(str::trim).collect();
    items.push(last.trim());
    (items.iter().all(|item| !item.is_empty()) && !tells_of_another(&items)).then_some(items)
}

/// True where an item may tell of the one before it and be none of its own: "cost, which was high, and time", "Anna, the mayor, and Bo".
fn tells_of_another(items: &[&str]) -> bool {
    #[rustfmt::skip]
    const RELATIVE: [&str; 22] = [
        "which", "who", "whom", "whose", "that", "where", "when", "welche", "welcher", "welches", "deren", "dessen", "qui", "que", "dont",
        "où", "quien", "quienes", "cuyo", "som", "vars", "där",
    ];
    #[rustfmt::skip]
    const ARTICLES: [&str; 30] = [
        "the", "a", "an", "his", "her", "its", "their", "der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre", "le", "la", "les",
        "un", "une", "son", "sa", "el", "los", "las", "una", "su", "en", "ett",
    ];
    let begins =
        |item: &str, words: &[&str]| item.split([' ', '\'', '’']).next().is_some_and(|word| words.contains(&word));
    let set = items.iter().filter(|item| begins(item, &ARTICLES)).count();
    items.iter().any(|item| begins(item, &RELATIVE)) || (set > 0 && set < items.len())
}

/// True when every word of an item begins with a capital, particles apart.
fn is_name(item: &str) -> bool {
    item.split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase) || ["de", "van", "von", "der", "la", "of"].contains(&word))
}
