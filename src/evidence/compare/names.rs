//! Names of a claim against those of a passage: the same, or another in its place.

use super::{Agrees, Compared, Comparison, Setting, Side};
use crate::text::Span;

/// How much of a claim's words a passage must have before a name in it differs.
const SHARED: f64 = 0.45;

pub(super) fn compare(claim: &Side<'_>, setting: &Setting<'_>) -> Vec<Comparison> {
    // "2.5 Millionen Euro" is no name.
    let apart = |side: &Side<'_>| -> Vec<Name> {
        let is_number = |name: &Name| side.numbers.iter().any(|number| number.span.overlaps(name.span));
        names(side.text).into_iter().filter(|name| !is_number(name)).collect()
    };
    let (own, other) = (apart(claim), apart(&setting.passage));
    let mut found = Vec::new();
    for name in &own {
        let words = name.span.of(claim.text);
        let last = last_word(words);
        if let Some(same) = other.iter().find(|other| last_word(other.span.of(setting.passage.text)) == last) {
            let source = same.span.of(setting.passage.text).to_owned();
            found.push(Comparison { kind: Compared::Name, claim: words.to_owned(), source, agrees: Agrees::Yes });
            continue;
        }
        if setting.passage.text.contains(last) || claim.shared(&setting.passage) < SHARED || !setting.pointed {
            continue;
        }
        // Another name behind the same words, or one that is nearly the same.
        let lead = |text: &str, span: Span| {
            text.get(..span.start).and_then(|head| head.split_whitespace().next_back()).map(str::to_lowercase)
        };
        let before = lead(claim.text, name.span);
        let rival = other.iter().find(|other| {
            let theirs = other.span.of(setting.passage.text);
            let taken = own.iter().any(|mine| last_word(mine.span.of(claim.text)) == last_word(theirs));
            let behind = before.as_ref().is_some_and(|word| word.chars().count() > 4)
                && before == lead(setting.passage.text, other.span);
            !taken && (behind || is_like(last, last_word(theirs)))
        });
        if let Some(rival) = rival {
            let source = rival.span.of(setting.passage.text).to_owned();
            found.push(Comparison { kind: Compared::Name, claim: words.to_owned(), source, agrees: Agrees::No });
        }
    }
    found
}

struct Name {
    span: Span,
}

/// Runs of capitalised words: not the one that a sentence begins with, unless another follows it.
fn names(text: &str) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut open: Option<Span> = None;
    let mut first = true;
    let mut begun = false;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let at = start + word.find(bare).unwrap_or(0);
        let capital = bare.starts_with(char::is_uppercase) && bare.chars().count() > 1;
        let closes =
            word.ends_with([',', '.', ';', ':', '!', '?', ')']) && !matches!(bare, "Dr" | "Mr" | "Mrs" | "Ms" | "St");
        let fresh = word.starts_with(['"', '“', '(', '„']);
        if fresh {
            flush(&mut open, begun, &mut found, text);
        }
        if capital {
            if open.is_none() {
                begun = first;
            }
            open = Some(Span::new(open.map_or(at, |open| open.start), at + bare.len()));
        } else {
            flush(&mut open, begun, &mut found, text);
        }
        if closes {
            flush(&mut open, begun, &mut found, text);
        }
        first = word.ends_with(['.', '!', '?', '"', '”', ':']);
    }
    flush(&mut open, begun, &mut found, text);
    found
}

fn flush(open: &mut Option<Span>, begun: bool, found: &mut Vec<Name>, text: &str) {
    if let Some(span) = open.take()
        && (!begun || span.of(text).contains(' '))
    {
        found.push(Name { span });
    }
}

fn last_word(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or_default().trim_end_matches("'s").trim_end_matches("’s")
}

/// Names that differ in a letter or two: "Lamprecht" and "Lambrecht".
fn is_like(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.to_lowercase().chars().collect(), other.to_lowercase().chars().collect());
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 2 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    front + back + 2 >= a.len().max(b.len()) && front > 0 && one != other
}
