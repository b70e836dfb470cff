//! Dates, years and times of day.

use jiff::civil;

use super::{Parsed, QuantityReader};
use crate::quantity::amount::QuantityValue;
use crate::quantity::date::{Clock, Date, Weekday};
use crate::quantity::figure::{self, Figure, FigureRun};
use crate::quantity::numeral::YEARS;
use crate::quantity::token::{Lexeme, LexemeKind};
use crate::text::Span;

/// Words that may stand between a weekday and the day.
const BEFORE_DAY: [&str; 7] = ["den", "dem", "der", "le", "el", "the", "am"];

/// Words that may stand between day, month and year.
const BEFORE_MONTH: [&str; 3] = ["of", "de", "del"];

/// Words after which four figures are a year, whatever stands behind them.
const BEFORE_YEAR: [&str; 38] = [
    "in",
    "since",
    "during",
    "until",
    "till",
    "year",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "winter",
    "born",
    "circa",
    "by",
    "before",
    "after",
    "seit",
    "im",
    "jahr",
    "jahre",
    "jahres",
    "depuis",
    "en",
    "année",
    "an",
    "año",
    "desde",
    "hasta",
    "år",
    "sedan",
    "född",
    "föddes",
    "dog",
    "i",
    "sommer",
    "frühjahr",
];

/// Letters of the shortest weekday that counts as one by itself: "So" and "Sun" are other words.
const WHOLE_WEEKDAY: usize = 5;

/// Months whose whole names are as short as abbreviations.
const SHORT_MONTHS: [&str; 11] = ["may", "june", "july", "mai", "juni", "juli", "mars", "juin", "août", "mayo", "maj"];

impl QuantityReader<'_> {
    /// The date that begins at `at`: with a weekday, a day or a month.
    pub(super) fn date(&self, at: usize) -> Parsed<Date> {
        let weekday = self.weekday(at);
        let begin = weekday.map_or(at, |(_, next)| self.lead(next));
        let weekday = weekday.map(|(day, _)| (day, self.span(at, at + 1)));
        let told = || self.day_first(begin).or_else(|| self.month_first(begin));
        if let Some((date, next)) = told().or_else(|| self.in_figures(begin, weekday.is_some())) {
            let rest = self.span(begin, next);
            return Some((Date { weekday, rest, ..date }, next));
        }
        let (day, span) = weekday.filter(|(_, span)| span.len() >= WHOLE_WEEKDAY)?;
        Some((Date { weekday: Some((day, span)), ..Date::default() }, at + 1))
    }

    fn weekday(&self, at: usize) -> Parsed<Weekday> {
        let number = self.entry(at)?.weekday?;
        let capital = self.words_of(at).starts_with(char::is_uppercase);
        if matches!(self.lexicon.code, "en" | "de") && !capital {
            return None;
        }
        let next =
            if self.mark(at + 1) == Some('.') && self.words_of(at).len() < WHOLE_WEEKDAY { at + 2 } else { at + 1 };
        Some((civil::Weekday::from_monday_one_offset(number).ok()?, next))
    }

    /// Over the comma and article behind a weekday.
    fn lead(&self, at: usize) -> usize {
        let at = if self.mark(at) == Some(',') { at + 1 } else { at };
        if self.is(at, &BEFORE_DAY) { at + 1 } else { at }
    }

    /// "14 March 2019", "13. Mai", "1er mai 2025", "13 de mayo de 2025".
    fn day_first(&self, at: usize) -> Parsed<Date> {
        let (day, next) = self.day(at)?;
        let next = if self.is(next, &BEFORE_MONTH) { next + 1 } else { next };
        let (month, next) = self.month(next)?;
        let comma = if self.mark(next) == Some(',') || self.is(next, &BEFORE_MONTH) { next + 1 } else { next };
        let dated = Date { month: Some(month), day: Some(day), ..Date::default() };
        match self.four(comma) {
            Some((year, next)) => Some((Date { year: Some(year), ..dated }, next)),
            None => Some((dated, next)),
        }
    }

    /// "March 14, 2019", "March 2019".
    fn month_first(&self, at: usize) -> Parsed<Date> {
        let (month, next) = self.month(at)?;
        if let Some((day, next)) = self.day(next).filter(|_| self.lexicon.code == "en") {
            let comma = if self.mark(next) == Some(',') { next + 1 } else { next };
            let dated = Date { month: Some(month), day: Some(day), ..Date::default() };
            return match self.four(comma) {
                Some((year, next)) => Some((Date { year: Some(year), ..dated }, next)),
                None => Some((dated, next)),
            };
        }
        let comma = if self.mark(next) == Some(',') || self.is(next, &BEFORE_MONTH) { next + 1 } else { next };
        let (year, next) = self.four(comma)?;
        Some((Date { year: Some(year), month: Some(month), ..Date::default() }, next))
    }

    /// "14/03/2019", and behind a weekday "14.03.2019", "2019-03-14" and the German "14.3.". Where day and month may be either way
    /// round nobody knows which day it is.
    fn in_figures(&self, at: usize, behind_weekday: bool) -> Parsed<Date> {
        let joint = self.mark(at + 1).filter(|joint| *joint == '/' || behind_weekday && matches!(joint, '.' | '-'))?;
        let figures = |at: usize, tight: bool| {
            let token = self.tokens.get(at).filter(|token| token.kind == LexemeKind::Digits)?;
            let figures = token.span().of(self.text);
            (!tight || self.tight(at)).then(|| Some((figures.parse::<i16>().ok()?, figures.len())))?
        };
        let dotted = joint == '.' && self.lexicon.german;
        let (first, second) = (figures(at, false)?, figures(at + 2, !dotted)?);
        let free = at.checked_sub(1).and_then(|before| self.mark(before)).is_none_or(|mark| !matches!(mark, '/' | '-'))
            || !self.tight(at);
        if !free || !self.tight(at + 1) || first.1.max(second.1) > 4 {
            return None;
        }
        let third =
            if self.mark(at + 3) == Some(joint) && self.tight(at + 3) { figures(at + 4, !dotted) } else { None };
        let Some(third) = third.filter(|third| third.1 == 4 || first.1 == 4) else {
            let short = dotted && self.mark(at + 3) == Some('.') && self.tight(at + 3) && first.1 <= 2;
            let (day, month) = (i8::try_from(first.0).ok()?, i8::try_from(second.0).ok()?);
            // A leap year has all days.
            let is_day = short && figures(at + 4, true).is_none() && civil::Date::new(2000, month, day).is_ok();
            return is_day.then(|| (Date { month: Some(month), day: Some(day), ..Date::default() }, at + 4));
        };
        if self.mark(at + 5).is_some_and(|mark| mark == joint && self.tight(at + 5) && figures(at + 6, true).is_some())
        {
            return None;
        }
        let (year, month, day) = self.in_order(joint, first.0, second.0, third.0)?;
        let date = civil::Date::new(year, month, day).ok().filter(|_| YEARS.contains(&year))?;
        let told =
            Date { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()), ..Date::default() };
        Some((told, at + 5))
    }

    /// Year, month and day of three figures with `joint` between them.
    fn in_order(&self, joint: char, first: i16, second: i16, third: i16) -> Option<(i16, i8, i8)> {
        let small = |one: i16| i8::try_from(one).ok();
        if first > 31 {
            return Some((first, small(second)?, small(third)?));
        }
        // Americans write the month first, and nobody else with slashes.
        let either = joint != '.' && matches!(self.lexicon.code, "en" | "");
        match (first > 12, second > 12) {
            (false, true) if either => Some((third, small(first)?, small(second)?)),
            (false, false) if either && first != second => None,
            _ => Some((third, small(second)?, small(first)?)),
        }
    }

    /// A day of the month, with the letters or stop of an ordinal.
    fn day(&self, at: usize) -> Parsed<i8> {
        let token = self.tokens.get(at).filter(|token| token.kind == LexemeKind::Digits && token.span().len() <= 2)?;
        let (FigureRun::Number(figure), next) = figure::run(self.text, self.tokens, at, self.marks) else {
            return None;
        };
        let day: i8 = token.span().of(self.text).parse().ok()?;
        if next != at + 1 || !figure.plain || !(1..=31).contains(&day) {
            return None;
        }
        let suffixed =
            self.tight(next) && (self.is(next, &["st", "nd", "rd", "th", "er"]) || self.mark(next) == Some('.'));
        let stop = self.mark(next) == Some('.') && self.lexicon.code != "de";
        Some((day, if suffixed && !stop { next + 1 } else { next }))
    }

    fn month(&self, at: usize) -> Parsed<i8> {
        let month = self.entry(at)?.month?;
        // A stop behind "Sept" is the month's, behind "May" the sentence's.
        let short = self.words_of(at).chars().count() <= 4 && !self.is(at, &SHORT_MONTHS);
        Some((month, if short && self.mark(at + 1) == Some('.') && self.tight(at + 1) { at + 2 } else { at + 1 }))
    }

    /// A year of four figures.
    pub(super) fn four(&self, at: usize) -> Parsed<i16> {
        let token = self.tokens.get(at).filter(|token| token.kind == LexemeKind::Digits && token.span().len() == 4)?;
        let (FigureRun::Number(figure), next) = figure::run(self.text, self.tokens, at, self.marks) else {
            return None;
        };
        let year: i16 = token.span().of(self.text).parse().ok()?;
        (figure.plain && next == at + 1 && YEARS.contains(&year)).then_some((year, next))
    }

    /// True for four figures that may be a year.
    pub(super) fn is_year(figure: &Figure) -> bool {
        figure.plain && figure.figures == 4 && YEARS.contains(&i16::try_from(figure.value).unwrap_or(0))
    }

    /// True when four figures between `at` and `next` are a year and no number of things.
    pub(super) fn reads_as_year(&self, figure: &Figure, at: usize, next: usize) -> bool {
        let year = i64::try_from(figure.value).unwrap_or(0);
        let entry = self.entry(next);
        if entry.is_some_and(|entry| entry.scale.is_some()) || self.unit(next).is_some() {
            return false;
        }
        let before = at.checked_sub(1);
        if before.is_some_and(|before| self.is(before, &BEFORE_YEAR)) {
            return true;
        }
        let counted = self.words_of(next).starts_with(char::is_lowercase) && !self.tight(next);
        (1900..2100).contains(&year) || !counted && (1500..2200).contains(&year)
    }

    /// The ten years that `figure`, which ends before `next`, begins: "the 1970s", "die 1970er".
    pub(super) fn decade(&self, figure: &Figure, at: usize, next: usize) -> Option<Date> {
        let ending: &[&str] = if self.lexicon.german { &["er"] } else { &["s"] };
        let year = i16::try_from(figure.value).ok().filter(|year| year % 10 == 0)?;
        let is_one = Self::is_year(figure) && self.tight(next) && self.is(next, ending);
        is_one.then(|| Date { year: Some(year), decade: true, rest: self.span(at, next + 1), ..Date::default() })
    }

    pub(super) fn year(&self, figure: &Figure, at: usize, next: usize) -> QuantityValue {
        let rest = self.tokens.get(at).map_or(Span::default(), Lexeme::span);
        let rest = if next == at + 1 { rest } else { self.span(at, next) };
        QuantityValue::Date(Date {
            year: i16::try_from(i64::try_from(figure.value).unwrap_or(0)).ok(),
            rest,
            ..Date::default()
        })
    }

    /// "9 a.m.", "2pm".
    pub(super) fn half_of_day(&self, figure: &Figure, next: usize) -> Parsed<Clock> {
        let hour = i8::try_from(i64::try_from(figure.value).ok()?).ok().filter(|hour| (1..=12).contains(hour))?;
        let (later, next) = self.day_half(next).filter(|_| figure.plain)?;
        Some((Clock { hour: hour % 12 + if later { 12 } else { 0 }, minute: 0 }, next))
    }

    /// "a.m." or "pm" at `at`: true for the second half of the day.
    pub(super) fn day_half(&self, at: usize) -> Parsed<bool> {
        if self.is(at, &["am", "pm"]) {
            return Some((self.is(at, &["pm"]), at + 1));
        }
        let letters = self.is(at, &["a", "p"]) && self.mark(at + 1) == Some('.') && self.is(at + 2, &["m"]);
        let end = if self.mark(at + 3) == Some('.') { at + 4 } else { at + 3 };
        letters.then(|| (self.is(at, &["p"]), end))
    }
}
