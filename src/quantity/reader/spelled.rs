//! Numbers in words: "two and a half million", "quatre-vingt-dix", "three quarters".

use rust_decimal::Decimal;

use super::{BareNumber, Parsed, QuantityReader};
use crate::quantity::amount::QuantityValue;
use crate::quantity::figure::Figure;

/// Words for "and" between number words.
const AND: [&str; 4] = ["and", "et", "y", "och"];

/// Number words that are mostly articles: they count only before a scale word, a part or a unit.
fn is_article(word: &str, code: &str) -> bool {
    let known: &[&str] = match code {
        "de" => &["ein", "eine", "einen", "einem", "einer", "eins"],
        "fr" => &["un", "une"],
        "es" => &["un", "una", "uno"],
        "sv" => &["en", "ett"],
        _ => return false,
    };
    known.iter().any(|article| word.eq_ignore_ascii_case(article))
}

impl QuantityReader<'_> {
    /// The quantity in words that begins at `at`.
    pub(super) fn spelled(&self, at: usize) -> Parsed<Option<QuantityValue>> {
        if let Some((number, next)) = self.half_before(at) {
            return self.scaled(number, next).map(|(amount, next)| (Some(QuantityValue::Amount(amount)), next));
        }
        let article =
            self.is(at, &["a", "an"]) && self.lexicon.code == "en" || is_article(self.words_of(at), self.lexicon.code);
        if article {
            return self.after_article(at);
        }
        if let Some((place, next)) = self.ordinal(at) {
            return Some((Some(QuantityValue::Ordinal(place)), next));
        }
        let (value, next) = self.count(at)?;
        let (value, next) = self.and_a_half(value, next);
        if let Some((part, next)) = self.part(value, next) {
            let (part, next) = self.of_scale(&part, next).unwrap_or((part, next));
            let (amount, next) = self.scaled(part, next)?;
            return Some((Some(QuantityValue::Amount(amount)), next));
        }
        let (amount, next) = self.scaled(BareNumber::words(value), next)?;
        Some((Some(QuantityValue::Amount(amount)), next))
    }

    /// "half a million", "half a percent", "half of the seats", "die Hälfte".
    fn half_before(&self, at: usize) -> Parsed<BareNumber> {
        let entry = self.entry(at)?;
        if entry.part != Some(2) {
            return None;
        }
        let number = BareNumber { part: true, ..BareNumber::words(Decimal::new(5, 1)) };
        let article = at + 1 + usize::from(self.is(at + 1, &["a", "an"]));
        let counted = self.entry(article).is_some_and(|entry| entry.scale.is_some()) || self.unit(article).is_some();
        Some((number, if counted { article } else { at + 1 }))
    }

    /// "a million", "a third of", "ein Drittel", "une douzaine" behind an article.
    fn after_article(&self, at: usize) -> Parsed<Option<QuantityValue>> {
        let entry = self.entry(at + 1)?;
        let number = BareNumber::words(Decimal::ONE);
        if let Some((part, next)) = self.part(Decimal::ONE, at + 1).filter(|(_, next)| self.singular_part(*next)) {
            let (part, next) = self.of_scale(&part, next).unwrap_or((part, next));
            return self.scaled(part, next).map(|(amount, next)| (Some(QuantityValue::Amount(amount)), next));
        }
        if entry.hundred {
            let (value, next) = self.count(at + 1)?;
            return self
                .scaled(BareNumber::words(value), next)
                .map(|(amount, next)| (Some(QuantityValue::Amount(amount)), next));
        }
        entry.scale?;
        let (amount, next) = self.scaled(number, at + 1)?;
        // "Thousands of": how many is open.
        Some((Some(QuantityValue::Amount(amount)), next))
    }

    /// True where "a third" is a part and not a place in a row.
    fn singular_part(&self, next: usize) -> bool {
        self.lexicon.code != "en" || self.is(next, &["of"])
    }

    /// The part that a word at `at` makes of `count`: "two thirds".
    fn part(&self, count: Decimal, at: usize) -> Parsed<BareNumber> {
        let hyphen = at + usize::from(self.mark(at) == Some('-'));
        let whole = self.entry(hyphen)?.part?;
        if self.lexicon.code == "en" && count == Decimal::ONE && !self.is(hyphen + 1, &["of"]) {
            return None;
        }
        // Quarters of a year and of an hour are no parts.
        if self.lexicon.code == "en" && whole == 4 && !self.is(hyphen + 1, &["of"]) {
            return None;
        }
        let value = count.checked_div(Decimal::from(whole))?;
        Some((BareNumber { part: true, step: Decimal::new(1, 2), ..BareNumber::words(value) }, hyphen + 1))
    }

    /// So much of a scale word: "a quarter of a million", "three quarters of a billion".
    fn of_scale(&self, part: &BareNumber, next: usize) -> Parsed<BareNumber> {
        let power = self.entry(next + 2)?.scale?;
        let of = self.is(next, &["of"]) && self.is(next + 1, &["a", "one"]);
        let number = part.clone().times(crate::quantity::words::power(power)).filter(|_| of)?;
        Some((number, next + 3))
    }

    /// "two and a half", "deux et demi", "dos y medio".
    fn and_a_half(&self, value: Decimal, next: usize) -> (Decimal, usize) {
        let half = value.checked_add(Decimal::new(5, 1)).unwrap_or(value);
        self.behind_half(next).map_or((value, next), |next| (half, next))
    }

    /// The place behind "and a half", where that stands at `at`.
    pub(super) fn behind_half(&self, at: usize) -> Option<usize> {
        let english = self.is(at, &["and"]) && self.is(at + 1, &["a"]) && self.is(at + 2, &["half"]);
        let romance = self.is(at, &["et", "y"]) && self.is(at + 1, &["demi", "demie", "medio", "media"]);
        let swedish = self.is(at, &["och"]) && self.is(at + 1, &["en", "ett"]) && self.is(at + 2, &["halv", "halvt"]);
        let german = self.is(at, &["und"]) && self.is(at + 1, &["eine"]) && self.is(at + 2, &["halbe"]);
        if romance { Some(at + 2) } else { (english || swedish || german).then_some(at + 3) }
    }

    /// The whole number in words at `at`.
    fn count(&self, at: usize) -> Parsed<Decimal> {
        let (mut total, mut group, mut next) = (0_u64, 0_u64, at);
        let mut some = false;
        loop {
            let place = if some { self.joined(next) } else { next };
            let Some(entry) = self.entry(place) else { break };
            if let Some(number) = entry.number.map(u64::from) {
                if some && !self.adds(group, number) {
                    break;
                }
                // Quatre-vingt is four times twenty.
                group = if self.lexicon.code == "fr" && group % 100 == 4 && number == 20 {
                    group + 76
                } else {
                    group + number
                };
            } else if entry.hundred {
                group = group.max(1) * 100;
            } else if let (Some(3), true) = (entry.scale, some) {
                // A thousand within the number; larger scale words are the amount's.
                total = total.checked_add(group.checked_mul(1000)?)?;
                group = 0;
            } else {
                break;
            }
            (some, next) = (true, place + 1);
            if group > 999_999 {
                break;
            }
        }
        if !some && self.half_compound(at).is_some() {
            return self.half_compound(at).map(|value| (value, at + 1));
        }
        some.then(|| (Decimal::from(total + group), next))
    }

    /// "zweieinhalb", "anderthalb".
    fn half_compound(&self, at: usize) -> Option<Decimal> {
        let word = self.words_of(at).to_lowercase();
        if self.lexicon.code != "de" {
            return None;
        }
        if word == "anderthalb" || word == "eineinhalb" {
            return Some(Decimal::new(15, 1));
        }
        let whole = self.lexicon.get(word.strip_suffix("einhalb")?)?.number?;
        Decimal::from(whole).checked_add(Decimal::new(5, 1))
    }

    /// Over the hyphen or "and" between number words.
    fn joined(&self, at: usize) -> usize {
        let hyphen = at + usize::from(self.mark(at) == Some('-') && self.tight(at) && self.tight(at + 1));
        let hyphened = hyphen + usize::from(self.is(hyphen, &AND) && hyphen > at);
        let and = self.is(at, &AND) && self.mark(hyphen) != Some('-');
        let hyphened = hyphened + usize::from(hyphened > hyphen && self.mark(hyphened) == Some('-'));
        // "two and three" are two numbers; "hundred and three" is one.
        if and && self.after_large(at) { at + 1 } else { hyphened }
    }

    fn after_large(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.entry(before));
        let number = before.and_then(|entry| entry.number);
        let tens =
            matches!(self.lexicon.code, "es" | "fr") && number.is_some_and(|number| number >= 20 && number % 10 == 0);
        tens || before.is_some_and(|entry| entry.hundred || entry.scale.is_some())
    }

    /// True when `number` may follow what was read of the same group.
    fn adds(&self, group: u64, number: u64) -> bool {
        let rest = group % 100;
        let french = self.lexicon.code == "fr";
        let vigesimal = french
            && (matches!(rest, 60 | 80) && number < 20
                || rest == 4 && number == 20
                || rest == 10 && (7..10).contains(&number));
        let french_teen = french && matches!(rest, 70 | 90) && (7..10).contains(&number);
        let tens = rest >= 20 && rest.is_multiple_of(10) && (1..10).contains(&number);
        let hundreds = group >= 100 && rest == 0 && (1..100).contains(&number);
        let thousands = group == 0;
        vigesimal || french_teen || tens || hundreds || thousands
    }

    /// "third", "twenty-first"; parts and seconds apart.
    fn ordinal(&self, at: usize) -> Parsed<u32> {
        let entry = self.entry(at)?;
        if let Some(place) = entry.ordinal {
            return Some((place, at + 1));
        }
        let tens = entry.number.filter(|number| *number >= 20 && *number < 100 && self.lexicon.code == "en")?;
        let hyphen = self.mark(at + 1) == Some('-');
        let ones = self.entry(at + 2)?.ordinal.filter(|ones| *ones < 10 && hyphen)?;
        Some((tens + ones, at + 3))
    }

    /// "21st", "3rd", "60:e", "2e": letters that make a place of a figure.
    pub(super) fn ordinal_suffix(&self, figure: &Figure, next: usize) -> Parsed<u32> {
        let place = u32::try_from(i64::try_from(figure.value).ok()?).ok()?;
        if !figure.plain || !self.tight(next) {
            return None;
        }
        let own = match self.lexicon.code {
            "en" => self.is(next, &["st", "nd", "rd", "th"]),
            "fr" => self.is(next, &["er", "ère", "e", "ème"]),
            _ => false,
        };
        own.then_some((place, next + 1))
    }
}
