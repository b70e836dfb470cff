//! Finds the quantities of a text: one pass over its tokens.

mod calendar;
mod hedging;
mod spelled;
mod unit;

use rust_decimal::Decimal;

use super::amount::{Amount, Quantity, QuantityValue, Unit};
use super::date::{Clock, Date};
use super::figure::{self, Figure, FigureRun, NumberMarks};
use super::lexicon::{self, QuantityLexicon, WordMeaning};
use super::terms;
use super::token::{Lexeme, LexemeKind, tokens};
use super::words;
use crate::text::Span;

/// The quantities of `text` in `language` (BCP 47; empty when unknown), in order, without overlaps. Positions are bytes of `text`.
pub fn read(text: &str, language: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    read_into(text, &tokens(text), language, &mut found);
    found
}

/// [`read`] for a text that was cut into [`tokens`] already, behind what `found` has.
pub fn read_into(text: &str, tokens: &[Lexeme], language: &str, found: &mut Vec<Quantity>) {
    QuantityReader { text, tokens, lexicon: lexicon::of(language), marks: NumberMarks::of(language) }.all(found);
}

/// A text that is being read. Places are indices of its tokens.
struct QuantityReader<'a> {
    text: &'a str,
    tokens: &'a [Lexeme],
    lexicon: &'static QuantityLexicon,
    marks: NumberMarks,
}

/// What was read, and the place after it.
type Parsed<T> = Option<(T, usize)>;

/// A number, figures or words, before its scale and unit.
#[derive(Clone, Debug)]
struct BareNumber {
    value: Decimal,
    upto: Option<Decimal>,
    step: Decimal,
    in_words: bool,
    /// True for a part named in words: "half", "two thirds".
    part: bool,
}

impl BareNumber {
    fn figure(figure: &Figure) -> Self {
        Self { value: figure.value, upto: None, step: figure.step, in_words: false, part: false }
    }

    fn words(value: Decimal) -> Self {
        let mut step = Decimal::ONE;
        let mut round = value;
        while !round.is_zero() && (round / Decimal::TEN).fract().is_zero() {
            (round, step) = (round / Decimal::TEN, step * Decimal::TEN);
        }
        let step = if value.fract().is_zero() { step } else { Decimal::new(1, 1) };
        Self { value, upto: None, step, in_words: true, part: false }
    }

    fn times(self, scale: Decimal) -> Option<Self> {
        let upto = match self.upto {
            Some(upto) => Some(upto.checked_mul(scale)?),
            None => None,
        };
        Some(Self {
            value: self.value.checked_mul(scale)?,
            step: self.step.checked_mul(scale)?,
            upto,
            part: false,
            ..self
        })
    }
}

impl QuantityReader<'_> {
    fn all(&self, found: &mut Vec<Quantity>) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            let (value, next) = match token.kind {
                LexemeKind::Word if !self.lexicon.may_begin(token) => (None, at + 1),
                LexemeKind::Word => self.word(at).unwrap_or((None, at + 1)),
                LexemeKind::Digits => self.digits(at),
                // No other sign of the keyboard is money or percent.
                LexemeKind::Mark(c) if c.is_ascii() && !matches!(c, '$' | '%') => (None, at + 1),
                LexemeKind::Mark(c) => self.sign(at, c).map_or((None, at + 1), |(value, next)| (Some(value), next)),
            };
            let next = next.max(at + 1);
            if let Some(mut value) = value {
                let at = self.sign_of_degrees(at, next, &mut value);
                found.push(Quantity { span: self.span(at, next), hedge: self.hedge(at), value });
            }
            at = next;
        }
    }

    /// What begins with the word at `at`.
    fn word(&self, at: usize) -> Parsed<Option<QuantityValue>> {
        let word = self.words_of(at);
        let entry = self.lexicon.get(word);
        let half = || self.lexicon.german && word.ends_with("halb");
        let article = entry.is_none() && (word.len() <= 2 && self.is(at, &["a", "an"]) || half());
        if !article && entry.is_none() {
            return None;
        }
        let entry = entry.unwrap_or_default();
        if (entry.weekday.is_some() || entry.month.is_some())
            && let Some((date, next)) = self.date(at)
        {
            return Some((Some(QuantityValue::Date(date)), next));
        }
        if let Some(Unit::Money(code)) = entry.unit {
            // "EUR 5", "Rs. 300": codes stand before, too.
            let code_like = word.chars().all(char::is_uppercase) || self.is(at, &["rs"]);
            let stop = self.is(at, &["rs"]) && self.mark(at + 1) == Some('.') && self.tight(at + 1);
            let amount = self.behind_sign(at + 1 + usize::from(stop), Unit::Money(code)).filter(|_| code_like);
            return amount.map(|(value, next)| (Some(value), next));
        }
        if article
            || entry.number.is_some()
            || entry.ordinal.is_some()
            || entry.part.is_some()
            || entry.hundred
            || entry.scale.is_some()
        {
            return self.spelled(at);
        }
        None
    }

    /// What begins with the figures at `at`.
    fn digits(&self, at: usize) -> (Option<QuantityValue>, usize) {
        if let Some((date, next)) = self.date(at) {
            return (Some(QuantityValue::Date(date)), next);
        }
        let (run, next) = figure::run(self.text, self.tokens, at, self.marks);
        let number = match run {
            FigureRun::Nothing => return (None, next),
            FigureRun::Clock(hour, minute) => return self.clock(hour, minute, next),
            FigureRun::Day(year, month, day) => {
                let rest = self.span(at, next);
                let date = Date { year: Some(year), month: Some(month), day: Some(day), rest, ..Date::default() };
                return (Some(QuantityValue::Date(date)), next);
            }
            // Both ends of a life or a reign are read one by one.
            FigureRun::Range(low, high) if Self::is_year(&low) && Self::is_year(&high) => {
                return (Some(self.year(&low, at, at + 1)), at + 1);
            }
            FigureRun::Range(low, high) => {
                let number = BareNumber { upto: Some(high.value), step: high.step, ..BareNumber::figure(&low) };
                let amount = self.scaled(number, next).filter(|(amount, _)| amount.unit != Unit::Bare);
                return amount.map_or((None, next), |(amount, next)| (Some(QuantityValue::Amount(amount)), next));
            }
            FigureRun::Number(figure) => {
                if let Some((place, next)) = self.ordinal_suffix(&figure, next) {
                    return (Some(QuantityValue::Ordinal(place)), next);
                }
                if let Some((clock, next)) = self.half_of_day(&figure, next) {
                    return (Some(QuantityValue::Clock(clock)), next);
                }
                if let Some(decade) = self.decade(&figure, at, next) {
                    return (Some(QuantityValue::Date(decade)), next + 1);
                }
                if Self::is_year(&figure) && self.reads_as_year(&figure, at, next) {
                    return (Some(self.year(&figure, at, next)), next);
                }
                BareNumber::figure(&figure)
            }
        };
        self.scaled(number, next).map_or((None, next), |(amount, next)| (Some(QuantityValue::Amount(amount)), next))
    }

    /// An amount of money that begins with its sign, or a share where percent stands first.
    fn sign(&self, at: usize, sign: char) -> Parsed<QuantityValue> {
        if self.marks.percent_first() && self.marks.is_percent(sign) {
            return self.behind_sign(at + 1, Unit::Percent);
        }
        let code = terms::currency_of(sign)?;
        self.behind_sign(at + 1, Unit::Money(code))
    }

    /// The amount in `unit` that begins at `at`, behind its sign or code.
    fn behind_sign(&self, at: usize, unit: Unit) -> Parsed<QuantityValue> {
        let token = self.tokens.get(at).filter(|token| token.kind == LexemeKind::Digits)?;
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before))?;
        if token.span().start > before.span().end + 2 {
            return None;
        }
        let (run, next) = figure::run(self.text, self.tokens, at, self.marks);
        let number = match run {
            FigureRun::Number(figure) => BareNumber::figure(&figure),
            FigureRun::Range(low, high) => {
                BareNumber { upto: Some(high.value), step: high.step, ..BareNumber::figure(&low) }
            }
            FigureRun::Clock(..) | FigureRun::Day(..) | FigureRun::Nothing => return None,
        };
        let (number, next) = self.short_scale(number.clone(), next).unwrap_or((number, next));
        let (number, next) = self.scales(number, next)?;
        Some((QuantityValue::Amount(Self::amount(&number, unit)), next))
    }

    /// The amount that `number`, which ends before `next`, makes with the scale word and unit behind it.
    fn scaled(&self, number: BareNumber, next: usize) -> Parsed<Amount> {
        let (number, next) = self.scales(number, next)?;
        let (unit, next) = self.unit(next).unwrap_or((Unit::Bare, next));
        let unit = if number.part && unit == Unit::Bare { Unit::Part } else { unit };
        Some((Self::amount(&number, unit), next))
    }

    fn amount(number: &BareNumber, unit: Unit) -> Amount {
        let BareNumber { value, upto, step, in_words, .. } = *number;
        Amount { value, upto, step, unit, in_words }
    }

    /// `number` times the scale words behind it: "mil millones" are two.
    fn scales(&self, number: BareNumber, next: usize) -> Parsed<BareNumber> {
        let (mut number, mut next) = (number, next);
        if self.is(next, &["dozen", "dutzend", "douzaines", "docenas", "dussin"]) {
            (number, next) = (number.times(Decimal::from(12))?, next + 1);
        }
        let first = next;
        let mut last = 0;
        loop {
            // "Millones de millones".
            let of = next > first
                && self.is(next, &["de"])
                && self.entry(next + 1).is_some_and(|entry| entry.scale.is_some());
            next += usize::from(of);
            let Some(power) = self.entry(next).and_then(|entry| entry.scale) else { break };
            let short = self.words_of(next).len() <= 3 && self.lexicon.code == "en";
            if short && !self.tight(next) && !self.words_of(next).starts_with(char::is_lowercase) {
                break;
            }
            // "3 Bio-Höfe" are no billions; with a stop they are.
            if self.is(next, &["bio"]) && self.mark(next + 1) != Some('.') {
                break;
            }
            number = number.times(words::power(power))?;
            (next, last) = (next + 1, power);
            // An abbreviated scale word keeps its stop: "Mio. Euro".
            if self.lexicon.code == "de"
                && self.mark(next) == Some('.')
                && power >= 6
                && self.words_of(next - 1).len() == 3
            {
                next += 1;
            }
        }
        // "A billion and a half": half of the billion.
        if let Some(behind) = self.behind_half(next).filter(|_| last >= 6) {
            let scale = words::power(last);
            (number.value, number.step) = (number.value.checked_add(scale / Decimal::TWO)?, scale / Decimal::TEN);
            next = behind;
        }
        Some((number, next))
    }

    /// "$3m", "£2bn", "$5k": letters that hang on an amount of money.
    fn short_scale(&self, number: BareNumber, next: usize) -> Parsed<BareNumber> {
        let power = match self.words_of(next) {
            "k" | "K" => 3,
            "m" | "M" | "mn" => 6,
            "b" | "B" | "bn" => 9,
            "tn" => 12,
            _ => return None,
        };
        if self.tight(next) { Some((number.times(words::power(power))?, next + 1)) } else { None }
    }

    fn span(&self, at: usize, next: usize) -> Span {
        let first = self.tokens.get(at).map_or(0, |token| token.span().start);
        let last = next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(first, |token| token.span().end);
        Span::new(first, last)
    }

    /// What the word at `at` means.
    fn entry(&self, at: usize) -> Option<WordMeaning> {
        let token =
            self.tokens.get(at).filter(|token| token.kind == LexemeKind::Word && self.lexicon.may_have(token))?;
        self.lexicon.get(token.span().of(self.text))
    }

    fn words_of(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .filter(|token| token.kind == LexemeKind::Word)
            .map_or("", |token| token.span().of(self.text))
    }

    fn mark(&self, at: usize) -> Option<char> {
        self.tokens.get(at).and_then(|token| if let LexemeKind::Mark(c) = token.kind { Some(c) } else { None })
    }

    /// True when nothing lies between the token at `at` and the one before.
    fn tight(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        matches!((before, self.tokens.get(at)), (Some(before), Some(token)) if before.span().end == token.span().start)
    }

    /// True when the word at `at` is one of `words`, which are in lower case, whatever its case.
    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.words_of(at);
        !word.is_empty() && words.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// A time of day with what may stand behind it: "10:30 p.m.".
    fn clock(&self, hour: i8, minute: i8, next: usize) -> (Option<QuantityValue>, usize) {
        let (later, next) = self.day_half(next).map_or((None, next), |(half, next)| (Some(half), next));
        let hour = match later {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        (Some(QuantityValue::Clock(Clock { hour, minute })), next)
    }
}
