//! A claim's number: given once, quoted in mails and reports, and never moved.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `8`, or `11a` for a claim that was put in between 11 and 12. The default is none: a claim that has not got one yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Number {
    /// From 1; 0 for what was put in before the first. `None` of it is 0 without letters.
    whole: u32,
    /// The letters behind it: 0 none, 1 to 26 `a` to `z`, 27 `aa`, as the columns of a sheet are counted.
    letters: u32,
}

impl Number {
    /// The number `whole`, without letters.
    pub const fn of(whole: u32) -> Self {
        Self { whole, letters: 0 }
    }

    /// True for a claim that has not got one.
    pub const fn is_none(self) -> bool {
        self.whole == 0 && self.letters == 0
    }

    /// The number without its letters.
    pub const fn whole(self) -> u32 {
        self.whole
    }

    /// The next one with the same digits: `11a` behind `11`, `11b` behind `11a`.
    #[must_use]
    pub const fn inserted(self) -> Self {
        Self { whole: self.whole, letters: self.letters + 1 }
    }

    /// The first one behind it with the same digits that is not `taken`.
    #[must_use]
    pub(super) fn following(self, taken: impl Fn(Self) -> bool) -> Self {
        let mut number = self.inserted();
        while taken(number) {
            number = number.inserted();
        }
        number
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Nearly every number is one without letters, and a screen is full of them.
        if self.letters == 0 && f.width().is_none() && f.precision().is_none() {
            return self.whole.fmt(f);
        }
        let mut letters = Vec::new();
        let mut rest = self.letters;
        while rest > 0 {
            let digit = (rest - 1) % 26;
            letters.push(char::from(b'a' + u8::try_from(digit).unwrap_or_default()));
            rest = (rest - 1) / 26;
        }
        f.pad(&format!("{}{}", self.whole, letters.iter().rev().collect::<String>()))
    }
}

impl FromStr for Number {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (whole, rest) = text.split_at_checked(digits).ok_or(())?;
        let letter = |letters: u32, byte: u8| {
            let digit = byte.is_ascii_lowercase().then(|| u32::from(byte - b'a') + 1)?;
            letters.checked_mul(26)?.checked_add(digit)
        };
        let letters = rest.bytes().try_fold(0, letter).ok_or(())?;
        let number = Self { whole: whole.parse().map_err(drop)?, letters };
        // A leading nought would be another text for the same number.
        if number.is_none() || number.to_string() != text { Err(()) } else { Ok(number) }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    /// What is no number is none: the session mends it, and says so.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Ok(value.as_str().and_then(|text| text.parse().ok()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Number;
    use proptest::prelude::*;

    #[test]
    fn letters_follow_the_digits_of_the_claim_before() {
        let told = |number: Number| number.to_string();
        assert_eq!(told(Number::of(11).inserted()), "11a");
        assert_eq!(told(Number::of(11).inserted().inserted()), "11b");
        assert_eq!(told("11z".parse::<Number>().unwrap().inserted()), "11aa");
        for wrong in ["", "a", "0", "011", "11A", "11 a", "-1", "99999999999"] {
            assert_eq!(wrong.parse::<Number>(), Err(()), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_told_is_read_again(whole in 1u32.., letters in 0u32..100_000) {
            let number = Number { whole, letters };
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}
