//! Words that turn what is said of a figure on which claim and passage agree: "not", "plans to", "rejected" for "approved", "rose"
//! for "fell".

use super::bounds;
use super::clause::{NegationScope, pieces, scope};
use super::comparison::{Agrees, Compared, Comparison, Weighed};
use super::figures::{NAMED, UNNAMED, years_agree};
use super::opposites::{are_intended, are_undone, is_intended, is_undone, opposites};
use super::roles;
use super::side::{PassageSetting, Side};
use crate::evidence::words::{self, Word};
use crate::quantity::{self, Direction, Hedge, Quantity, direction};
use crate::review;
use crate::text::Span;

/// Words between a figure and the verb of its direction, before it and behind it.
const BEFORE: usize = 4;
const BEHIND: usize = 2;
/// Behind "not" and "no" these deny nothing: "not only", "no fewer than".
const AFTER_NOT: [&str; 10] = ["only", "just", "least", "fewer", "less", "more", "later", "nur", "zuletzt", "wonder"];
/// With one of these, "not" tells a day: "did not open until 2019".
const UNTIL: [&str; 4] = ["until", "till", "before", "bevor"];

/// Changes that may change themselves: "growth fell by".
const NOUNS: [&str; 9] = ["growth", "increase", "rise", "decline", "decrease", "fall", "drop", "wachstum", "anstieg"];

/// The words of the clause in which a figure is said.
struct SaidWords<'a> {
    text: &'a str,
    words: Vec<Word>,
    /// Where the figure stands, and what is said of it alone.
    at: Span,
    piece: Span,
    number: Option<&'a Quantity>,
    language: &'a str,
}

/// A word that turns what is said, as it is written.
type TurningWord<'a> = Option<&'a str>;

/// What may turn what is said, each told once of a passage, however many of its figures it turns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// One side alone denies it.
    Denied,
    /// It is hearsay on one side, or only meant to be.
    Intended,
    /// The figure is what it is not: "fewer than 40".
    Bound,
    /// Both have a word, and one says the opposite of the other.
    Opposite,
}

/// A doubt with the words that raise it, here and there.
type ToldDoubt<'a> = (Doubt, (&'a str, &'a str));

/// Sets the words around each figure, date and quote on which both agree beside each other: what turns one side alone is told, and a
/// figure that goes the other way differs.
pub(super) fn compare(claim: &Side<'_>, setting: &PassageSetting<'_>, found: &mut Vec<Weighed>) {
    if setting.row {
        return;
    }
    let mut turned: Vec<ToldDoubt<'_>> = Vec::new();
    for weighed in found.iter_mut() {
        let said = &weighed.comparison;
        if !said.agrees.is_agreement() || matches!(said.kind, Compared::Name | Compared::Word) {
            continue;
        }
        let own = SaidWords::of(claim, &said.claim, setting.language);
        let other = SaidWords::of(&setting.passage, &said.source, setting.language);
        let mut told = alone(&own, &other);
        let denied = !told.is_empty();
        told.extend(opposite(&own, &other).map(|words| (Doubt::Opposite, words)));
        if let (Some(mine), Some(theirs)) = (own.direction(), other.direction())
            && mine.way != theirs.way
        {
            let sure = mine.own && theirs.own && !denied && same_subject(claim, setting, mine.span);
            if sure && said.kind == Compared::Number {
                let whole = Span::new(theirs.span.start.min(other.at.start), theirs.span.end.max(other.at.end));
                whole.of(setting.passage.text).clone_into(&mut weighed.comparison.source);
                weighed.comparison.agrees = Agrees::No;
            } else {
                let words = (mine.span.of(claim.text), theirs.span.of(setting.passage.text));
                told.push((Doubt::Opposite, words));
            }
        }
        turned.extend(
            told.into_iter().filter(|doubt| !turned.iter().any(|known| is_same(known, doubt))).collect::<Vec<_>>(),
        );
    }
    // Nouns with capitals are no names.
    let agrees = found.iter().any(|one| one.comparison.agrees.is_agreement() && one.comparison.kind != Compared::Name);
    let swapped = roles::swapped(claim, &setting.passage).filter(|_| agrees && !setting.capitals);
    turned.extend(swapped.map(|words| (Doubt::Opposite, words)));
    let round = roles::turned_round(claim, &setting.passage).filter(|_| agrees);
    turned.extend(round.map(|words| (Doubt::Opposite, words)));
    found.extend(turned.into_iter().map(|(_, (here, there))| {
        let (claim, source) = (here.to_owned(), there.to_owned());
        Weighed { comparison: Comparison { kind: Compared::Word, claim, source, agrees: Agrees::Open }, weight: 0.0 }
    }));
}

/// True for a doubt that is told already: "not" and "never" deny alike.
fn is_same((known, words): &ToldDoubt<'_>, (doubt, other): &ToldDoubt<'_>) -> bool {
    let side = |(here, there): &(&str, &str)| (here.is_empty(), there.is_empty());
    known == doubt
        && match doubt {
            Doubt::Denied | Doubt::Intended => side(words) == side(other),
            Doubt::Bound | Doubt::Opposite => words == other,
        }
}

/// What one side alone has that turns it.
fn alone<'a>(own: &SaidWords<'a>, other: &SaidWords<'a>) -> Vec<ToldDoubt<'a>> {
    let one = |here: TurningWord<'a>, there: TurningWord<'a>| match (here, there) {
        (Some(here), None) => Some((here, "")),
        (None, Some(there)) => Some(("", there)),
        _ => None,
    };
    let open = own.number.zip(other.number).is_some_and(|(own, other)| bounds::leave_open(own, other));
    let bound = open.then(|| (own.bound().unwrap_or_default(), other.bound().unwrap_or_default()));
    let all = [
        (Doubt::Denied, one(own.denied(), other.denied())),
        (Doubt::Intended, one(own.intended(), other.intended())),
        (Doubt::Bound, bound),
    ];
    all.into_iter().filter_map(|(doubt, words)| Some((doubt, words?))).collect()
}

/// Two words of which one says the opposite of the other, said of the figure here and there.
fn opposite<'a>(own: &SaidWords<'a>, other: &SaidWords<'a>) -> Option<(&'a str, &'a str)> {
    opposites().find_map(|(one, two)| {
        let turns = |mine: &[&str], theirs: &[&str]| {
            let parted = |all| !own.has(theirs, all) && !other.has(mine, all);
            let told = |all| own.one_of(mine, all).zip(other.one_of(theirs, all)).filter(|_| parted(all));
            told(false).or_else(|| told(true))
        };
        turns(one, two).or_else(|| turns(two, one))
    })
}

/// True where both speak of the same thing, the verb at `verb` left out.
fn same_subject(claim: &Side<'_>, setting: &PassageSetting<'_>, verb: Span) -> bool {
    let counts = |at: Span| !at.overlaps(verb) && !claim.numbers.iter().any(|number| number.span.covers(at));
    let own: Vec<&str> = claim.words().filter(|term| counts(term.span)).map(|term| term.form.as_str()).collect();
    let held = own.iter().filter(|form| setting.passage.terms.iter().any(|term| term.form == **form)).count();
    #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
    let share = held as f64 / own.len().max(1) as f64;
    share >= if setting.pointed() { NAMED } else { UNNAMED } && years_agree(claim, setting)
}

/// A word that says which way a figure goes.
struct SaidDirection {
    way: Direction,
    span: Span,
    /// It is the figure's own: it stands right by it.
    own: bool,
}

impl<'a> SaidWords<'a> {
    /// The clause of `side` in which `said` stands; all of it, where that can't be found.
    fn of(side: &'a Side<'a>, said: &str, language: &'a str) -> Self {
        let number = side.numbers.iter().find(|number| number.span.of(side.text) == said);
        let found = || side.text.find(said).map(|at| Span::new(at, at + said.len()));
        let (at, within) = match number.map(|number| number.span).or_else(found) {
            Some(at) => (at, scope(side.text, at)),
            None => (Span::new(0, side.text.len()), NegationScope::all(side.text)),
        };
        let counts = |span: Span| side.numbers.iter().any(|number| span.covers(number.span));
        let piece = pieces(side.text, at, counts).into_iter().find(|piece| piece.covers(at)).unwrap_or(at);
        // May is a month, and a name.
        let heard = words::words(side.text, language).into_iter();
        let heard = heard.filter(|word| within.covers(word.span) && word.span.of(side.text) != "May");
        let words = heard.collect();
        Self { text: side.text, words, at, piece, number, language }
    }

    /// What denies it.
    fn denied(&self) -> TurningWord<'a> {
        let told_day = self.words.iter().any(|word| UNTIL.contains(&word.form.as_str()));
        let negated = self.words.iter().any(|word| words::denies(&word.form));
        // What was so until a day is so no more.
        let ends_then = |word: &Word| matches!(word.form.as_str(), "until" | "till") && !negated;
        let denies = |at: usize, word: &Word| {
            let next = self.words.get(at + 1).map(|word| word.form.as_str()).unwrap_or_default();
            let is_not = matches!(word.form.as_str(), "not" | "no" | "nicht");
            // "No. 7" is a number, "lies 12 km off" a place.
            let behind = self.text.get(word.span.end..).unwrap_or_default();
            let harmless = is_not && (AFTER_NOT.contains(&next) || told_day || behind.starts_with(". "));
            let place = word.form == "lies";
            let denies = words::denies(&word.form) || review::denies(&word.form) || is_undone(&word.form);
            denies && !harmless && !place || self.is_nearly(word) || ends_then(word)
        };
        let mut all = self.words.iter().enumerate();
        let denied = all.find(|(at, word)| denies(*at, word)).map(|(_, word)| word.span.of(self.text));
        denied.or_else(|| self.in_two(are_undone))
    }

    /// True for "nearly" before a deed, not before a figure: "nearly closed", "nearly 40 ships".
    fn is_nearly(&self, word: &Word) -> bool {
        let behind = self.text.get(word.span.end..).unwrap_or_default();
        let next = behind.split_whitespace().next().unwrap_or_default().to_lowercase();
        let of_amount = ["all", "every", "half", "twice", "a", "an", "the", "as", "one"].contains(&next.as_str());
        let is_figure = || !quantity::read(&next, self.language).is_empty();
        matches!(word.form.as_str(), "nearly" | "almost") && !of_amount && !is_figure()
    }

    /// The first two words next to each other of which `turns` is true.
    fn in_two(&self, turns: impl Fn(&str, &str) -> bool) -> TurningWord<'a> {
        self.words.windows(2).find_map(|pair| match pair {
            [one, two] if turns(&one.form, &two.form) => Some(Span::new(one.span.start, two.span.end).of(self.text)),
            _ => None,
        })
    }

    /// What says that it is hearsay, or only meant to be.
    fn intended(&self) -> TurningWord<'a> {
        let heard = |three: &[Word]| match three {
            [said, to, be] if review::is_hearsay(&said.form, &to.form, &be.form) => Some(said.span.of(self.text)),
            _ => None,
        };
        let turns = |word: &&Word| {
            (review::hedges(&word.form) || is_intended(&word.form, self.language)) && !self.at.covers(word.span)
        };
        let turned = self.words.iter().find(turns).map(|word| word.span.of(self.text));
        turned.or_else(|| self.words.windows(3).find_map(heard)).or_else(|| self.in_two(are_intended))
    }

    /// The words by which the figure is a bound: "fewer than 40", "up to 40".
    fn bound(&self) -> TurningWord<'a> {
        let before = self.text.get(..self.at.start)?.trim_end();
        let last = before.rsplit(char::is_whitespace).next()?;
        let from = before.len() - last.len();
        // "More than" and "up to" are two words, "under" one.
        let two = matches!(last, "than" | "to" | "least" | "most" | "als" | "zu" | "de" | "än");
        let first = before.get(..from)?.trim_end().rsplit(char::is_whitespace).next()?;
        let start = if two { before.get(..from)?.trim_end().len() - first.len() } else { from };
        let hedge = self.number.map_or(Hedge::None, |number| number.hedge);
        matches!(hedge, Hedge::Over | Hedge::Under | Hedge::AtLeast | Hedge::AtMost)
            .then(|| Span::new(start, self.at.end).of(self.text))
    }

    /// The first of `asked` that is said of the figure, alone or with `all` that its clause says.
    fn one_of(&self, asked: &[&str], all: bool) -> TurningWord<'a> {
        let mut said = self.words.iter().filter(|word| all || self.piece.covers(word.span));
        said.find(|word| asked.contains(&word.form.as_str())).map(|word| word.span.of(self.text))
    }

    fn has(&self, asked: &[&str], all: bool) -> bool {
        self.one_of(asked, all).is_some()
    }

    /// Which way the figure goes: as the verb right by it says, else all that the clause has.
    fn direction(&self) -> Option<SaidDirection> {
        let figure = self.words.iter().position(|word| word.span.overlaps(self.at))?;
        let last = self.words.iter().rposition(|word| word.span.overlaps(self.at))?;
        let way = |at: usize| {
            let word = self.words.get(at)?;
            let up_to = word.form == "up" && self.words.get(at + 1).is_some_and(|next| next.form == "to");
            direction(&word.form).filter(|_| !up_to).map(|way| (way, word.span))
        };
        let is_number = |at: &usize| {
            self.words.get(*at).is_none_or(|word| word.span.of(self.text).starts_with(|c: char| c.is_ascii_digit()))
        };
        // Behind another figure it is that one's.
        let ahead = (0..figure).rev().take(BEFORE).take_while(|at| !is_number(at)).find_map(way);
        let behind = || (last + 1..self.words.len()).take(BEHIND).take_while(|at| !is_number(at)).find_map(way);
        if let Some((way, span)) = ahead.or_else(behind) {
            // Where growth falls, what is told of is another figure than where it grows.
            let is_of_change = |word: &Word| word.span != span && NOUNS.contains(&word.form.as_str());
            return Some(SaidDirection { way, span, own: !self.words.iter().any(is_of_change) });
        }
        let mut all = (0..self.words.len()).filter_map(way);
        let (way, span) = all.next()?;
        all.all(|(other, _)| other == way).then_some(SaidDirection { way, span, own: false })
    }
}
