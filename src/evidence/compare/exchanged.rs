//! Figures that have changed places: "120 cars and 350 passengers" against "350 cars and 120 passengers". Each is held to what it
//! counts: its noun, the name, year or purpose in its piece of the sentence, its end of a change.

use super::clause::{pieces, sentence};
use super::likeness::likeness;
use super::side::Side;
use super::votes::place_in_pair;
use crate::quantity::{Quantity, QuantityRelation};
use crate::text::Span;

/// What it tells that the noun right behind two figures is the same, a name or a word behind them, and one before them.
const NOUN: u32 = 4;
const BEHIND: u32 = 2;
const BEFORE: u32 = 1;
/// Words beside a figure that are left out of terms and yet tell it from its like.
#[rustfmt::skip]
const TELLING: [&str; 18] = [
    "from", "to", "for", "against", "before", "after", "von", "auf", "für", "gegen", "vor", "nach", "från", "till", "före", "efter", "avant", "après",
];
/// What stands between figures that share the word behind the last of them: "310 and 280 votes".
const SHARING: [&str; 6] = [" and ", " und ", " et ", " y ", " och ", ", "];

/// A word that tells what a figure counts, and how much it tells.
#[derive(Clone, PartialEq)]
struct Telltale {
    form: String,
    weight: u32,
    /// It stands behind the figure, and may be said of its neighbour as well: "killed 14 people and injured 52".
    shared: bool,
}

impl Telltale {
    fn of(form: String, weight: u32) -> Self {
        Self { form, weight, shared: false }
    }
}

/// A figure, and what tells it from the others of its side.
struct CountedFigure<'a> {
    number: &'a Quantity,
    marks: Vec<Telltale>,
}

/// The figures of a claim that the passage has, but for what another figure of the claim counts, each with the figure that stands
/// there for what it counts itself.
pub(super) fn exchanged<'a>(claim: &Side<'_>, passage: &'a Side<'a>) -> Vec<(Span, &'a Quantity)> {
    // A vote of so many to so many is held to the other side by side.
    let votes = |marked: &CountedFigure<'_>| {
        let ends = ["from", "von", "från", "de"];
        let from = marked.marks.iter().any(|mark| ends.contains(&mark.form.as_str()));
        place_in_pair(marked.number, claim) == Some(0) && !from
    };
    let (own, other) = (marked(claim), marked(passage));
    let mut found: Vec<(Span, &Quantity)> = Vec::new();
    for (at, one) in own.iter().enumerate().filter(|(_, one)| !votes(one)) {
        for two in own.iter().skip(at + 1).filter(|two| is_of_one_sort(one.number, two.number)) {
            let Some((there, here)) = crossing((one, two), &other) else { continue };
            for (number, rival) in [(one, there), (two, here)] {
                if !found.iter().any(|(span, _)| *span == number.number.span) {
                    found.push((number.number.span, rival));
                }
            }
        }
    }
    found
}

/// The figures of a passage that stand for what `one` and `two` count, where every pair that has their values has them the other way
/// round.
fn crossing<'a>(
    (one, two): (&CountedFigure<'_>, &CountedFigure<'_>),
    other: &[CountedFigure<'a>],
) -> Option<(&'a Quantity, &'a Quantity)> {
    let like = |own: &CountedFigure<'_>| -> Vec<&CountedFigure<'a>> {
        other.iter().filter(|theirs| is_same(own.number, theirs.number)).collect()
    };
    let (first, second) = (like(one), like(two));
    let mut found = None;
    for own in &first {
        for their in &second {
            let straight = common((own, their), (one, two));
            let crossed = common((own, their), (two, one));
            // What begins or ends a sentence is said of both figures, and stands by one of them.
            let nouns = nouns_cross((own, their), (one, two));
            let told = if nouns { crossed > straight } else { crossed >= BEHIND && crossed > 2 * straight };
            if own.number.span == their.number.span || !told {
                return None;
            }
            found = Some((their.number, own.number));
        }
    }
    found
}

/// What tells that the first of a passage counts what the first of a claim does, and the second what the second does.
fn common(theirs: (&CountedFigure<'_>, &CountedFigure<'_>), claim: (&CountedFigure<'_>, &CountedFigure<'_>)) -> u32 {
    let told = |here: Vec<&Telltale>, there: Vec<&Telltale>| -> u32 {
        let shared = |mark: &&Telltale| {
            let same = there.iter().filter(|other| other.form == mark.form);
            same.map(|other| other.weight.min(mark.weight)).max().unwrap_or(0)
        };
        here.iter().map(shared).sum()
    };
    told(theirs.0.apart_from(theirs.1), claim.0.apart_from(claim.1))
        + told(theirs.1.apart_from(theirs.0), claim.1.apart_from(claim.0))
}

/// True where each figure of the passage has right behind it the noun of the claim's other one.
fn nouns_cross(
    theirs: (&CountedFigure<'_>, &CountedFigure<'_>),
    claim: (&CountedFigure<'_>, &CountedFigure<'_>),
) -> bool {
    let theirs = theirs.0.noun().zip(theirs.1.noun());
    let claim = claim.0.noun().zip(claim.1.noun());
    theirs.zip(claim).is_some_and(|((own, their), (one, two))| own == two && their == one && one != two)
}

impl CountedFigure<'_> {
    /// The word right behind it.
    fn noun(&self) -> Option<&str> {
        self.marks.iter().find(|mark| mark.shared && mark.weight == NOUN).map(|mark| mark.form.as_str())
    }

    /// What tells it from `beside` of the same side: what both have tells nothing, nor what stands behind this one where nothing does
    /// behind the other.
    fn apart_from(&self, beside: &Self) -> Vec<&Telltale> {
        let ends = !beside.marks.iter().any(|mark| mark.shared);
        let both = |mark: &Telltale| beside.marks.iter().any(|other| other.form == mark.form);
        self.marks.iter().filter(|mark| !(mark.shared && ends || both(mark))).collect()
    }
}

fn is_same(own: &Quantity, other: &Quantity) -> bool {
    matches!(likeness(own, other), QuantityRelation::Equal | QuantityRelation::Rounded | QuantityRelation::Converted)
}

/// True for two figures of which one may stand for the other, and does not say the same.
fn is_of_one_sort(one: &Quantity, other: &Quantity) -> bool {
    likeness(one, other) == QuantityRelation::Differs
}

/// The figures of a side with their marks.
fn marked<'a>(side: &'a Side<'_>) -> Vec<CountedFigure<'a>> {
    side.numbers.iter().map(|number| CountedFigure { number, marks: marks(number, side) }).collect()
}

fn marks(number: &Quantity, side: &Side<'_>) -> Vec<Telltale> {
    let like = |other: &Quantity| other.date().is_some() == number.date().is_some();
    let counts = |span: Span| side.numbers.iter().any(|other| like(other) && span.covers(other.span));
    let piece = pieces(side.text, number.span, counts).into_iter().find(|piece| piece.covers(number.span));
    let piece = piece.unwrap_or(number.span);
    let mut found: Vec<Telltale> = Vec::new();
    // Where two figures stand in one piece, its words are said of both.
    let others = side.numbers.iter().filter(|other| like(other) && piece.covers(other.span)).count();
    let in_order = in_order(number, side);
    let named = |term: Span| side.names.iter().any(|name| name.span.covers(term));
    for term in side.words().filter(|term| piece.covers(term.span) && !is_numbered(side, term.span)) {
        let right_behind = term.span.start >= number.span.end && term.span.start <= number.span.end + 1;
        let weight = match () {
            () if right_behind => NOUN,
            () if others > 1 || in_order.is_some() => continue,
            () if term.span.start >= number.span.end || named(term.span) => BEHIND,
            () => BEFORE,
        };
        let shared = term.span.start >= number.span.end;
        found.push(Telltale { form: term.form.clone(), weight, shared });
    }
    if others == 1 && number.date().is_some() {
        let amounts = side.numbers.iter().filter(|other| piece.covers(other.span)).filter_map(Quantity::amount);
        found.extend(amounts.map(|amount| Telltale::of(amount.value.normalize().to_string(), NOUN)));
    } else if others == 1 {
        let dates = side.numbers.iter().filter(|date| piece.covers(date.span)).filter_map(|date| date.date()?.year);
        found.extend(dates.map(|year| Telltale::of(year.to_string(), BEHIND)));
    }
    found.extend(telling(number, side));
    found.extend(bracketed(piece, side).map(|form| Telltale::of(form, NOUN)));
    found.extend(in_order.map(|form| Telltale::of(form, NOUN)));
    found
}

/// The word before the bracket that a piece is: "Norby (3,000)".
fn bracketed(piece: Span, side: &Side<'_>) -> Option<String> {
    let before = side.text.get(..piece.start)?.strip_suffix(" (")?;
    side.words().take_while(|term| term.span.end <= before.len()).last().map(|term| term.form.clone())
}

/// The words right before and behind a figure that tell its part: "from 16", "14 votes against".
fn telling(number: &Quantity, side: &Side<'_>) -> Vec<Telltale> {
    let before = side.text.get(..number.span.start).and_then(|head| head.split_whitespace().next_back());
    let known = |word: &&str| TELLING.contains(&word.to_lowercase().as_str());
    let behind = side.text.get(number.span.end..).unwrap_or_default().split([',', '.', ';']).next().unwrap_or_default();
    // "Rose to 29 from 16": other words behind a figure lead the next one.
    let mut behind = behind.split_whitespace().take(2);
    let last = behind.find(|word| matches!(*word, "for" | "against" | "dafür" | "dagegen"));
    before.filter(known).into_iter().chain(last).map(|word| Telltale::of(word.to_lowercase(), BEHIND)).collect()
}

/// The name or year that a figure belongs to by its place: "Ada Lunt and Per Odal received 310 and 280 votes".
fn in_order(number: &Quantity, side: &Side<'_>) -> Option<String> {
    let whole = sentence(side.text, number.span);
    let amounts: Vec<&Quantity> = side
        .numbers
        .iter()
        .filter(|other| whole.covers(other.span) && other.date().is_none() && number.date().is_none())
        .collect();
    let (first, last) = (amounts.first()?, amounts.last()?);
    let joined = |pair: &[&Quantity]| match pair {
        [one, other] => side.text.get(one.span.end..other.span.start).is_some_and(|gap| SHARING.contains(&gap)),
        _ => false,
    };
    if amounts.len() < 2 || first.span == last.span || !amounts.windows(2).all(joined) {
        return None;
    }
    let place = amounts.iter().position(|other| other.span == number.span)?;
    let items = listed(Span::new(whole.start, first.span.start), side);
    items.get(place).filter(|_| items.len() == amounts.len()).cloned()
}

/// The last list of a stretch: "Ada Lunt and Per Odal", "in 2020 and 2021", "crates, casks and barrels"; of each its last word.
fn listed(stretch: Span, side: &Side<'_>) -> Vec<String> {
    let text = stretch.of(side.text);
    let found = SHARING.iter().filter(|mark| **mark != ", ").filter_map(|mark| Some((text.rfind(mark)?, mark.len())));
    let Some((at, len)) = found.max() else { return Vec::new() };
    let terms = |from: usize, to: usize| {
        let span = Span::new(stretch.start + from, stretch.start + to);
        side.terms.iter().filter(move |term| span.covers(term.span))
    };
    let mut from = 0;
    let mut items = Vec::new();
    for item in text.get(..at).unwrap_or_default().split(", ") {
        items.extend(terms(from, from + item.len()).next_back().map(|term| term.form.clone()));
        from += item.len() + 2;
    }
    let mut behind = terms(at + len, text.len());
    let next = behind.next().map(|first| {
        let name = side.names.iter().find(|name| name.span.covers(first.span));
        let whole = name.and_then(|name| side.terms.iter().rfind(|term| name.span.covers(term.span)));
        whole.unwrap_or(first).form.clone()
    });
    items.extend(next);
    items
}

fn is_numbered(side: &Side<'_>, at: Span) -> bool {
    side.numbers.iter().any(|number| number.span.overlaps(at))
}
