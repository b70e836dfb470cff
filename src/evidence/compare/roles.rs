//! Who does it to whom: "Norby sued Asker" and "Asker sued Norby" have the same words.

use super::clause::pieces;
use super::side::Side;
use crate::evidence::terms::Term;
use crate::text::Span;

/// Words before a name that tell its part in what is done.
const LEADS: [&str; 12] = ["by", "to", "from", "against", "for", "with", "von", "an", "gegen", "für", "par", "av"];
/// Those of them before whoever did it.
const DOERS: [&str; 4] = ["by", "von", "par", "av"];
/// Words between two names that do it together.
const TOGETHER: [&str; 7] = ["and", "und", "et", "y", "och", "or", "oder"];

/// Two names of a text, and the words before them that tell their parts.
struct NamedPair {
    spans: [Span; 2],
    leads: [Option<&'static str>; 2],
}

/// The words from name to name here and there, where two names that both have change their parts; `None` where they do not, or
/// nobody can tell.
pub(super) fn swapped<'a>(claim: &Side<'a>, passage: &Side<'a>) -> Option<(&'a str, &'a str)> {
    let names = capitals(claim);
    let all = names.iter().enumerate();
    let pairs = all.flat_map(|(at, one)| names.iter().skip(at + 1).map(move |other| (one, other)));
    for (one, other) in pairs {
        let (Some(here), Some(there)) = (NamedPair::of(claim, one, other), NamedPair::of(passage, one, other)) else {
            continue;
        };
        if here.is_other(&there) && !(here.is_parted(claim) && there.is_parted(passage)) {
            return Some((here.whole().of(claim.text), there.whole().of(passage.text)));
        }
    }
    None
}

/// Forms of "be", behind which a verb is suffered.
const BE: [&str; 8] = ["is", "are", "was", "were", "be", "been", "being", "get"];
/// Words behind a verb that has no object: "the mill closed in 2019".
#[rustfmt::skip]
const NO_OBJECT: [&str; 17] = [
    "on", "in", "at", "for", "by", "until", "since", "from", "to", "with", "after", "before", "during", "near", "under", "over", "against",
];

/// Words that lead what neither does nor suffers a deed.
#[rustfmt::skip]
const PREPOSITIONS: [&str; 29] = [
    "on", "in", "at", "for", "from", "to", "with", "near", "under", "over", "during", "auf", "im", "am", "für", "mit", "bei", "zu", "zur", "aus",
    "dans", "sur", "pour", "en", "con", "på", "till", "med", "från",
];

/// The verb here and there, where the same one does it here and suffers it there: "the city owes", "the city is owed"; or where two
/// things on either side of it have changed places: "the bank lent the club", "the club lent the bank".
pub(super) fn turned_round<'a>(claim: &Side<'a>, passage: &Side<'a>) -> Option<(&'a str, &'a str)> {
    let (mine, theirs): (Vec<_>, Vec<_>) = (told(claim), told(passage));
    let found = mine.iter().enumerate().find_map(|(at, own)| {
        let place = theirs.iter().position(|other| other.form == own.form)?;
        let other = theirs.get(place)?;
        let around = |list: &[&Term], at: usize| {
            let side = |at: Option<usize>| at.and_then(|at| list.get(at)).map(|term| term.form.clone());
            (side(at.checked_sub(1)), side(Some(at + 1)))
        };
        let ((before, behind), (there_before, there_behind)) = (around(&mine, at), around(&theirs, place));
        let suffers = |side: &Side<'_>, at: Span| BE.contains(&word_before(side.text, at).as_str());
        let (here, there) = (suffers(claim, own.span), suffers(passage, other.span));
        let one_piece = is_in_one_piece(claim, own.span, behind.as_ref().and_then(|_| mine.get(at + 1)).copied())
            && is_in_one_piece(passage, other.span, theirs.get(place + 1).copied());
        // "On the quay stood three cranes": what a preposition leads does nothing, wherever it stands.
        let led = |side: &Side<'_>, list: &[&Term], at: Option<usize>| lead_of(side, list.get(at?).copied());
        let (ahead, next) = (led(claim, &mine, at.checked_sub(1)), led(claim, &mine, Some(at + 1)));
        let their_next = led(passage, &theirs, Some(place + 1));
        let told_apart = ahead.is_some() && ahead == their_next
            || next.is_some() && next == led(passage, &theirs, place.checked_sub(1));
        let round = one_piece
            && !told_apart
            && before.is_some()
            && behind.is_some()
            && before == there_behind
            && behind == there_before;
        let same = before.is_some() && before == there_before;
        let (active, side) = if here { (other, passage) } else { (own, claim) };
        let has_object = !NO_OBJECT.contains(&word_behind(side.text, active.span).as_str());
        let is_verb = |term: &Term, side: &Side<'_>| !term.span.of(side.text).starts_with(char::is_uppercase);
        let turned = round && !here && !there || same && here != there && has_object;
        (turned && is_verb(own, claim)).then_some((own.span, other.span))
    });
    found.map(|(here, there)| (here.of(claim.text), there.of(passage.text)))
}

/// True where a stretch of a side has an amount.
fn counts(side: &Side<'_>, span: Span) -> bool {
    side.numbers.iter().any(|number| number.date().is_none() && span.covers(number.span))
}

/// True where `next` is said with the word at `at`, and not of another figure.
fn is_in_one_piece(side: &Side<'_>, at: Span, next: Option<&Term>) -> bool {
    let piece = pieces(side.text, at, |span| counts(side, span)).into_iter().find(|piece| piece.covers(at));
    piece.zip(next).is_none_or(|(piece, next)| piece.covers(next.span))
}

/// The preposition that leads a word, with no more than its article between them.
fn lead_of(side: &Side<'_>, term: Option<&Term>) -> Option<&'static str> {
    let mut before = side.text.get(..term?.span.start)?.split_whitespace().rev().take(2);
    before.find_map(|word| PREPOSITIONS.into_iter().find(|known| word.eq_ignore_ascii_case(known)))
}

/// The words of a side that are no figures, each once.
fn told<'t>(side: &'t Side<'_>) -> Vec<&'t Term> {
    let numbered = |at: Span| side.numbers.iter().any(|number| number.span.overlaps(at));
    side.words().filter(|term| !numbered(term.span)).collect()
}

fn word_before(text: &str, at: Span) -> String {
    text.get(..at.start).and_then(|head| head.split_whitespace().next_back()).unwrap_or_default().to_lowercase()
}

fn word_behind(text: &str, at: Span) -> String {
    let next = text.get(at.end..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    // At the end of a sentence stands none either.
    if next.chars().any(char::is_alphanumeric) { next.to_lowercase() } else { "in".to_owned() }
}

/// The words with capitals that are no figures, as written, each once in the text.
fn capitals<'a>(side: &Side<'a>) -> Vec<&'a str> {
    let numbered = |at: Span| side.numbers.iter().any(|number| number.span.overlaps(at));
    let terms = side.words().filter(|term| !numbered(term.span)).map(|term| term.span.of(side.text));
    terms.filter(|word| word.starts_with(char::is_uppercase)).collect()
}

impl NamedPair {
    /// The places of two names in a text that has each once, `one` first where they stand so; `None` where they do it together.
    fn of(side: &Side<'_>, one: &str, other: &str) -> Option<Self> {
        let place = |name: &str| {
            let mut found = side.words().filter(|term| term.span.of(side.text) == name);
            found.next().filter(|_| found.next().is_none()).map(|term| term.span)
        };
        let spans = [place(one)?, place(other)?];
        let [one, other] = spans;
        let (first, second) = if one.start < other.start { (one, other) } else { (other, one) };
        let between = side.text.get(first.end..second.start)?.to_lowercase();
        let together =
            between.split_whitespace().all(|word| TOGETHER.contains(&word) || !word.contains(char::is_alphabetic));
        let lead = |at: Span| {
            let before = side.text.get(..at.start)?.split_whitespace().next_back()?.to_lowercase();
            LEADS.into_iter().find(|known| *known == before)
        };
        (!together).then(|| Self { spans, leads: spans.map(lead) })
    }

    /// True where each of the two has a figure of its own, so that their order tells nothing: "Norby paid 3 crowns and Asker 5".
    fn is_parted(&self, side: &Side<'_>) -> bool {
        let [one, other] = self.spans;
        let counts = |span: Span| counts(side, span);
        let own = |at: Span| pieces(side.text, at, counts).into_iter().find(|piece| piece.covers(at));
        own(one).zip(own(other)).is_some_and(|(one, other)| one != other && counts(one) && counts(other))
    }

    /// Which of the two does it: the one behind "by", or the first where no word tells.
    fn doer(&self) -> Option<usize> {
        let [one, other] = self.leads;
        let [first, second] = self.spans;
        let does = |lead: Option<&str>| lead.is_some_and(|lead| DOERS.contains(&lead));
        match (does(one), does(other)) {
            (true, false) => Some(0),
            (false, true) => Some(1),
            _ if one.is_none() && other.is_none() => Some(usize::from(second.start < first.start)),
            _ => None,
        }
    }

    /// True where each has the other's part.
    fn is_other(&self, there: &Self) -> bool {
        let [one, other] = self.leads;
        let crossed = one != other
            && there.leads == [other, one]
            && !self.leads.into_iter().flatten().any(|lead| DOERS.contains(&lead));
        crossed || self.doer().zip(there.doer()).is_some_and(|(mine, theirs)| mine != theirs)
    }

    /// From the one to the other.
    fn whole(&self) -> Span {
        let [one, other] = self.spans;
        Span::new(one.start.min(other.start), one.end.max(other.end))
    }
}
