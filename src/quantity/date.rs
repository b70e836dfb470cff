//! Dates and times of day, as much of them as a text gives.

use jiff::civil;

use crate::text::Span;

/// A day of the week.
pub type Weekday = civil::Weekday;

/// A date, or as much of one as is said: a year alone, a month and year, a weekday alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The year, from 1000 to 2199.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month, from 1 to 31; it may be one that the month does not have.
    pub day: Option<i8>,
    /// The year is the first of ten: "the 1970s".
    pub decade: bool,
    /// The weekday, and where it stands.
    pub weekday: Option<(Weekday, Span)>,
    /// Where the rest of it stands, in bytes; empty when the weekday is all there is.
    pub rest: Span,
}

/// Why a date can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The month has no such day.
    NoSuchDay,
    /// It was another day of the week: this one.
    Weekday(Weekday),
}

/// A year with a 29 February.
const LEAP: i16 = 2000;

impl Date {
    /// The day, where it is fully told and there is one.
    pub fn day_of_calendar(&self) -> Option<civil::Date> {
        civil::Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// What is wrong with it by itself; `None` when nothing is, or too little is told.
    pub fn fault(&self) -> Option<Fault> {
        let (month, day) = (self.month?, self.day?);
        // Without a year it may be a leap one.
        let Some(year) = self.year else { return civil::Date::new(LEAP, month, day).err().map(|_| Fault::NoSuchDay) };
        let Ok(date) = civil::Date::new(year, month, day) else { return Some(Fault::NoSuchDay) };
        let (said, _) = self.weekday?;
        (date.weekday() != said).then(|| Fault::Weekday(date.weekday()))
    }

    /// The first and last day that it may be; `None` without a year.
    pub fn bounds(&self) -> Option<(civil::Date, civil::Date)> {
        let year = self.year?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => civil::Date::new(year, month, day).ok().map(|date| (date, date)),
            (Some(month), None) => {
                let first = civil::Date::new(year, month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            _ => Some((civil::Date::new(year, 1, 1).ok()?, civil::Date::new(self.last_year()?, 12, 31).ok()?)),
        }
    }

    /// The last year that it may be in: of a decade the tenth.
    fn last_year(&self) -> Option<i16> {
        self.year.map(|year| if self.decade { year + 9 } else { year })
    }

    /// True when the two may be the same day: what both say is the same.
    pub fn agrees(&self, other: &Self) -> bool {
        fn same<T: PartialEq + Copy>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        let meets = |one: &Self, other: &Self| {
            let (first, last) = (one.year..=one.last_year(), other.year);
            first.contains(&last)
        };
        let years = if self.decade || other.decade {
            self.year.is_none() || other.year.is_none() || meets(self, other) || meets(other, self)
        } else {
            same(self.year, other.year)
        };
        years
            && same(self.month, other.month)
            && same(self.day, other.day)
            && same(self.weekday.map(|(day, _)| day), other.weekday.map(|(day, _)| day))
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// From 0 to 23.
    pub hour: i8,
    /// From 0 to 59.
    pub minute: i8,
}
