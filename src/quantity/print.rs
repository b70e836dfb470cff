//! Quantities in words that the reader reads back as the same.

use std::fmt;

use super::amount::{Amount, Unit};
use super::date::{Clock, Date};

/// In English, with ISO dates: "2400000 USD" is "$2400000".
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.unit {
            Unit::Money("USD") => "$",
            Unit::Money("EUR") => "€",
            Unit::Money("GBP") => "£",
            Unit::Bare | Unit::Part | Unit::Percent | Unit::Points | Unit::Money(_) | Unit::Age | Unit::Measure(_) => {
                ""
            }
        };
        write!(f, "{sign}{}", grouped(&self.value.normalize().to_string()))?;
        if let Some(upto) = self.upto {
            write!(f, "–{}", grouped(&upto.normalize().to_string()))?;
        }
        match self.unit {
            Unit::Bare | Unit::Part => Ok(()),
            Unit::Percent => f.write_str(" percent"),
            Unit::Points => f.write_str(" percentage points"),
            Unit::Money(_) if !sign.is_empty() => Ok(()),
            Unit::Money(code) => write!(f, " {code}"),
            Unit::Age => f.write_str(" years old"),
            Unit::Measure(measure) => write!(f, " {}", measure.plural()),
        }
    }
}

/// Thousands parted by commas; decimals are left as they are.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, figures) = whole.strip_prefix('-').map_or(("", whole), |figures| ("-", figures));
    let mut out = String::from(sign);
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(figure);
    }
    if let Some(decimals) = decimals {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// Day, month in words and year, as far as they are told.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = self.month.and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
        let parts = [
            self.day.map(|day| day.to_string()),
            month.map(ToString::to_string),
            self.year.map(|year| if self.decade { format!("{year}s") } else { year.to_string() }),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}
