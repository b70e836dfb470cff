//! What a quantity is: a value with its unit, how exactly it was said, and where.

use rust_decimal::Decimal;

use super::date::{Clock, Date};
use super::hedge::Hedge;
use super::measure::Measure;
use crate::text::Span;

/// A quantity, date or time of day in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands, in bytes: sign of currency, number, scale word and unit, without the hedge.
    pub span: Span,
    /// How it was hedged: "about", "nearly", "more than".
    pub hedge: Hedge,
    /// What it says.
    pub value: QuantityValue,
}

impl Quantity {
    /// The amount, where it is one.
    pub fn amount(&self) -> Option<&Amount> {
        if let QuantityValue::Amount(amount) = &self.value { Some(amount) } else { None }
    }

    /// The date, where it is one.
    pub fn date(&self) -> Option<&Date> {
        if let QuantityValue::Date(date) = &self.value { Some(date) } else { None }
    }
}

/// What a quantity says.
#[derive(Clone, Debug, PartialEq)]
pub enum QuantityValue {
    /// So much of something.
    Amount(Amount),
    /// A place in a row: 3 for "third".
    Ordinal(u32),
    /// A day, month, year, or weekday.
    Date(Date),
    /// A time of day.
    Clock(Clock),
}

/// So much of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// How much, scale words multiplied in: 2400000 for "2.4 million". The lower end of a range.
    pub value: Decimal,
    /// The upper end of a range such as "20–25 percent".
    pub upto: Option<Decimal>,
    /// What the last figure that counts is worth: 100000 for "2.4 million", 10 for "340", 1 for "341".
    pub step: Decimal,
    /// What it is counted in.
    pub unit: Unit,
    /// True when it was written in words ("forty-one", "half").
    pub in_words: bool,
}

/// What an amount is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Nothing that is known: people, homes, votes.
    Bare,
    /// A share named by a word: "half", "three quarters".
    Part,
    /// Hundredths.
    Percent,
    /// Percentage points.
    Points,
    /// Money, by the code of ISO 4217, or a word where it leaves the country open ("dollar", "crown").
    Money(&'static str),
    /// Years of a life.
    Age,
    /// Something measured.
    Measure(Measure),
}
