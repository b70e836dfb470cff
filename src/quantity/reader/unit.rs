//! What an amount is counted in: the words and signs behind its number.

use super::{Parsed, QuantityReader};
use crate::quantity::amount::{QuantityValue, Unit};
use crate::quantity::measure::{Dimension, Measure};
use crate::quantity::terms;
use crate::quantity::token::LexemeKind;

/// Words of the longest name of a unit.
const LONGEST: usize = 3;

impl QuantityReader<'_> {
    /// The unit at `at`.
    pub(super) fn unit(&self, at: usize) -> Parsed<Unit> {
        match self.tokens.get(at)?.kind {
            LexemeKind::Mark(sign) if self.marks.is_percent(sign) => Some((Unit::Percent, at + 1)),
            LexemeKind::Mark('°') => self.degrees(at),
            // "a 50-mile walk", "a 47-year-old".
            LexemeKind::Mark('-') if self.tight(at) && self.tight(at + 1) => self.named(at + 1),
            LexemeKind::Mark(sign) => {
                let code = terms::currency_of(sign)?;
                // "5 $10 notes": the sign is the next amount's.
                let next =
                    self.tokens.get(at + 1).is_some_and(|token| token.kind == LexemeKind::Digits) && self.tight(at + 1);
                (!next).then_some((Unit::Money(code), at + 1))
            }
            LexemeKind::Word => self.named(at).or_else(|| self.money_after(at)).or_else(|| self.scale_of_degrees(at)),
            LexemeKind::Digits => None,
        }
    }

    fn degrees(&self, at: usize) -> Parsed<Unit> {
        let name = match self.words_of(at + 1) {
            "C" => "celsius",
            "F" => "fahrenheit",
            _ => return None,
        };
        Some((Unit::Measure(Measure::named(name)?), at + 2))
    }

    /// "40 C (104 F)", "40 degrees Celsius (104 Fahrenheit)": letters and names that are a unit only beside the other scale's.
    fn scale_of_degrees(&self, at: usize) -> Parsed<Unit> {
        let scale = |at: usize| match self.words_of(at) {
            "C" | "Celsius" => Some("celsius"),
            "F" | "Fahrenheit" => Some("fahrenheit"),
            _ => None,
        };
        let own = scale(at)?;
        let other = |at: usize| scale(at).is_some_and(|other| other != own);
        // A number, with its sign, and "degrees" may lie between them.
        let opens = self.mark(at + 1) == Some('(') && (at + 3..at + 6).any(other);
        let closes = self.mark(at + 1) == Some(')') && (at.saturating_sub(5)..at.saturating_sub(2)).any(other);
        (opens || closes).then(|| Some((Unit::Measure(Measure::named(own)?), at + 1)))?
    }

    /// Turns `value`, which stands between `at` and `next`, where it is a temperature below zero: "minus 10 °C", "−10 °C", "10 degrees
    /// Celsius below zero". The place where it begins then, which is that of its sign.
    pub(super) fn sign_of_degrees(&self, at: usize, next: usize, value: &mut QuantityValue) -> usize {
        let QuantityValue::Amount(amount) = value else { return at };
        let degrees = matches!(amount.unit, Unit::Measure(measure) if measure.dimension == Dimension::Temperature);
        if !degrees || amount.value.is_zero() {
            return at;
        }
        let before = at.checked_sub(1);
        let sign = |before: usize| {
            let marked = self.mark(before).is_some_and(|mark| matches!(mark, '-' | '−' | '–' | '‒'));
            let free = before.checked_sub(1).is_none_or(|further| {
                !self.tight(before) || self.mark(further).is_some_and(|mark| matches!(mark, '(' | '/' | '"' | '“'))
            });
            marked && free && self.tight(at) || self.is(before, &["minus", "menos", "moins"])
        };
        let below = self.is(next, &["below", "unter", "sous", "bajo", "under"])
            && (self.is(next + 1, &["zero", "null", "cero", "noll"]) || self.words_of(next + 1) == "zéro");
        let signed = before.filter(|before| sign(*before));
        if signed.is_some() || below {
            amount.value = -amount.value;
        }
        signed.unwrap_or(at)
    }

    /// "million d'euros", "millones de pesos".
    fn money_after(&self, at: usize) -> Parsed<Unit> {
        let skip = if self.is(at, &["d"]) && matches!(self.mark(at + 1), Some('\'' | '’')) {
            at + 2
        } else if self.is(at, &["de"]) {
            at + 1
        } else {
            return None;
        };
        let unit = self.entry(skip)?.unit?;
        matches!(unit, Unit::Money(_)).then_some((unit, skip + 1))
    }

    /// A unit that words name.
    fn named(&self, at: usize) -> Parsed<Unit> {
        let entry = self.entry(at)?;
        // "11 400 år 2025": the word is the year's.
        if self.is(at, &["år"]) && self.four(at + 1).is_some() {
            return None;
        }
        if entry.opens {
            let words: Vec<String> = (at..at + LONGEST).map_while(|at| self.lower(at)).collect();
            for len in (2..=words.len()).rev() {
                let phrase = words.get(..len).unwrap_or_default().join(" ");
                if let Some(unit) = self.lexicon.unit(&phrase) {
                    return Some((unit, at + len));
                }
            }
        }
        let unit = entry.unit?;
        let word = self.words_of(at);
        let symbol = word.chars().count() <= 2;
        if symbol && matches!(unit, Unit::Measure(_)) && !self.is_symbol(at) {
            return None;
        }
        let Unit::Measure(measure) = unit else { return Some((unit, at + 1)) };
        if let Some(raised) = self.raised(at + 1, measure) {
            return Some((Unit::Measure(raised), at + 2));
        }
        if self.mark(at + 1) == Some('/') && self.is(at + 2, &["h"]) && measure.name == "kilometer" {
            return Some((Unit::Measure(Measure::named("kilometer-per-hour")?), at + 3));
        }
        Some(self.age(at, measure).unwrap_or((unit, at + 1)))
    }

    fn lower(&self, at: usize) -> Option<String> {
        let word = self.words_of(at);
        (!word.is_empty()).then(|| word.to_lowercase())
    }

    /// True when a word of one or two letters is a symbol: in the case that symbols have, and not a word of the language.
    fn is_symbol(&self, at: usize) -> bool {
        let word = self.words_of(at);
        !matches!(word, "a" | "à" | "y" | "i" | "st" | "s" | "an" | "in" | "wo" | "d" | "j" | "sm" | "t" if !self.tight(at) || word != "t")
            && word.starts_with(char::is_lowercase)
    }

    /// "km²", "m³".
    fn raised(&self, at: usize, measure: Measure) -> Option<Measure> {
        let prefix = match self.mark(at).filter(|_| self.tight(at))? {
            '²' => "square",
            '³' => "cubic",
            _ => return None,
        };
        Measure::named(&format!("{prefix}-{}", measure.name))
    }

    /// "47-year-old", "82 years old", "82 år gammal", "82 Jahre alt", "82 ans".
    fn age(&self, at: usize, measure: Measure) -> Parsed<Unit> {
        if measure.name != "year" {
            return None;
        }
        let hyphen = at + 1 + usize::from(self.mark(at + 1) == Some('-'));
        let old = ["old", "olds", "gammal", "gamla", "gammalt", "alt"];
        self.is(hyphen, &old).then_some((Unit::Age, hyphen + 1))
    }
}
