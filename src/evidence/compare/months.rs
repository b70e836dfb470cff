//! Parts of a month: "the last week of April" against "the second week of May".

use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::figures::{NAMED, clause};
use super::side::{PassageSetting, Side};
use crate::quantity::month_of;
use crate::text::Span;

/// Words for a week.
const WEEK: [&str; 7] = ["week", "woche", "semaine", "semana", "veckan", "vecka", "wochen"];
/// Words for a week of a month, with its first and last day at the most.
const WEEKS: [(&str, (i8, i8)); 22] = [
    ("first", (1, 8)),
    ("second", (7, 15)),
    ("third", (14, 22)),
    ("fourth", (21, 29)),
    ("last", (22, 31)),
    ("ersten", (1, 8)),
    ("erste", (1, 8)),
    ("zweiten", (7, 15)),
    ("zweite", (7, 15)),
    ("dritten", (14, 22)),
    ("dritte", (14, 22)),
    ("letzten", (22, 31)),
    ("letzte", (22, 31)),
    ("première", (1, 8)),
    ("deuxième", (7, 15)),
    ("dernière", (22, 31)),
    ("primera", (1, 8)),
    ("segunda", (7, 15)),
    ("última", (22, 31)),
    ("första", (1, 8)),
    ("andra", (7, 15)),
    ("sista", (22, 31)),
];
/// Words for a third of a month, with its first and last day at the most.
const THIRDS: [(&str, (i8, i8)); 14] = [
    ("early", (1, 12)),
    ("beginning", (1, 12)),
    ("start", (1, 12)),
    ("mid", (9, 22)),
    ("middle", (9, 22)),
    ("late", (19, 31)),
    ("end", (19, 31)),
    ("anfang", (1, 12)),
    ("mitte", (9, 22)),
    ("ende", (19, 31)),
    ("début", (1, 12)),
    ("principios", (1, 12)),
    ("mediados", (9, 22)),
    ("finales", (19, 31)),
];
/// Words that may stand between a part and its month.
const OF: [&str; 8] = ["of", "in", "im", "des", "de", "i", "the", "d'"];
/// Words by which a clause is about another year.
const OTHER_YEAR: [&str; 9] = [
    "last year",
    "previous year",
    "year before",
    "a year ago",
    "letztes jahr",
    "vorjahr",
    "l'an dernier",
    "el año pasado",
    "förra året",
];

/// A part of a month.
struct MonthPart {
    span: Span,
    month: i8,
    /// Its first and last day, at the most.
    days: (i8, i8),
}

impl MonthPart {
    fn meets(&self, other: &Self) -> bool {
        self.month == other.month && self.days.0 <= other.days.1 && other.days.0 <= self.days.1
    }
}

/// The claim's parts of months against those of the passage, and against its days.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>) -> Vec<Weighed> {
    let own = parts(claim.text, setting.language);
    if own.is_empty() {
        return Vec::new();
    }
    let passage = &setting.passage;
    let elsewhen = |text: &str| OTHER_YEAR.iter().any(|words| text.to_lowercase().contains(words));
    let then = elsewhen(claim.text);
    let mut theirs = parts(passage.text, setting.language);
    let days = passage.numbers.iter().filter_map(|number| {
        let date = number.date()?;
        let (month, day) = date.month.zip(date.day)?;
        Some(MonthPart { span: number.span, month, days: (day, day) })
    });
    theirs.extend(days);
    theirs.retain(|part| elsewhen(clause(passage.text, part.span).of(passage.text)) == then);
    let shared = claim.shared(passage);
    let told = |mine: &MonthPart, other: &MonthPart, agrees: Agrees| {
        let (claim, source) = (mine.span.of(claim.text).to_owned(), other.span.of(passage.text).to_owned());
        Weighed { comparison: Comparison { kind: Compared::Date, claim, source, agrees }, weight: shared }
    };
    let compared = own.iter().filter_map(|mine| {
        if let Some(same) = theirs.iter().find(|part| part.meets(mine)) {
            let agrees = if same.days == mine.days { Agrees::Yes } else { Agrees::Near };
            return Some(told(mine, same, agrees));
        }
        let mut rivals = theirs.iter();
        // Of two that fit alike nobody can say which is meant.
        let (rival, None) = (rivals.next()?, rivals.next()) else { return None };
        (setting.pointed() && shared >= NAMED).then(|| told(mine, rival, Agrees::No))
    });
    compared.collect()
}

/// The parts of months that `text` names.
fn parts(text: &str, language: &str) -> Vec<MonthPart> {
    let mut found = Vec::new();
    let mut before: Vec<(Span, String)> = Vec::new();
    for piece in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let span = Span::new(start, start + piece.len());
        if let Some(month) = month_of(piece, language) {
            found.extend(part(&before, span).map(|(span, days)| MonthPart { span, month, days }));
        }
        before.push((span, piece.to_lowercase()));
    }
    found
}

/// The part that the words before a month make of it, and its place with the month.
fn part(before: &[(Span, String)], month: Span) -> Option<(Span, (i8, i8))> {
    let mut words = before.iter().rev().skip_while(|(_, word)| OF.contains(&word.as_str())).take(2);
    let known =
        |words: &[(&str, (i8, i8))], asked: &str| words.iter().find(|(word, _)| *word == asked).map(|row| row.1);
    let (last, next) = (words.next()?, words.next());
    // Another sentence or clause may end right before the month.
    let near = |span: &Span| month.start.saturating_sub(span.end) <= "week of the ".len() + 8;
    if WEEK.contains(&last.1.as_str()) {
        let (span, ordinal) = next?;
        return known(&WEEKS, ordinal).filter(|_| near(&last.0)).map(|days| (Span::new(span.start, month.end), days));
    }
    known(&THIRDS, &last.1).filter(|_| near(&last.0)).map(|days| (Span::new(last.0.start, month.end), days))
}
