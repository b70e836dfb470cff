//! Finds quantities, sums of money, shares, ranks, dates and periods.

use super::findings::Findings;
use super::reasons::ReasonCode;
use super::words::is_past;
use crate::propose::tokens::{Token, WordClass};
use crate::quantity::{Numeral, currency_of, is_percent_sign};

/// Notes every figure of the sentence. What is counted is named with it where the language's words are known.
pub(super) fn find(tokens: &[Token<'_>], english: bool, found: &mut Findings) {
    let reader = FigureReader { tokens, english };
    let mut at = 0;
    while at < tokens.len() {
        at = if reader.begins_figure(at) {
            reader.figure(at, found)
        } else {
            reader.in_words(at, found);
            at + 1
        };
    }
}

/// Words before four digits that are a year: in 2019, since 1987.
const BEFORE_A_YEAR: [&str; 14] =
    ["in", "since", "by", "until", "till", "of", "from", "to", "during", "before", "after", "for", "and", "between"];

struct FigureReader<'t, 'a> {
    tokens: &'t [Token<'a>],
    english: bool,
}

impl<'a> FigureReader<'_, 'a> {
    fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    fn before(&self, at: usize) -> Option<&Token<'a>> {
        self.get(at.checked_sub(1)?)
    }

    fn is(&self, at: usize, test: impl Fn(&Token<'a>) -> bool) -> bool {
        self.get(at).is_some_and(test)
    }

    fn was(&self, at: usize, test: impl Fn(&Token<'a>) -> bool) -> bool {
        self.before(at).is_some_and(test)
    }

    /// True for digits and number words; a number that only counts the points of a talk ("number two") is none.
    fn begins_figure(&self, at: usize) -> bool {
        let in_words = |token: &Token<'_>| is_number_word(token) && !token.is(WordClass::MANY);
        let numbered = || self.was(at, |word| word.says("number"));
        self.is(at, Token::is_number) || (self.is(at, in_words) && !numbered())
    }

    /// Notes the figure that begins at token `at`; the token after it.
    fn figure(&self, at: usize, found: &mut Findings) -> usize {
        let first = self.money_before(at).unwrap_or(at);
        let mut end = at + 1;
        while self.continues(end) {
            end += 1;
        }
        let (code, amount, taken) = self.kind(at, first < at, end);
        let last = end + taken - 1;
        if let (Some(from), Some(to)) = (self.get(first), self.get(last)) {
            found.over(code, from, to, amount);
        }
        last + 1
    }

    /// What the figure over the tokens from `at` to `end` is, how clear a case, and how many tokens after it belong to it.
    fn kind(&self, at: usize, currency_before: bool, end: usize) -> (ReasonCode, f64, usize) {
        let numeral = self.get(at).and_then(|token| token.numeral);
        let joins = |class| self.is(at, |word| word.compound && word.is(class));
        let percent = self.percent_len(end);
        let has = |class| self.is(end, |word| word.is(class));
        match numeral {
            _ if joins(WordClass::PERIOD) => (ReasonCode::Quantity, 0.6, 0),
            _ if joins(WordClass::FRACTION | WordClass::PERCENT) => (ReasonCode::Share, 0.7, 0),
            _ if percent > 0 => (ReasonCode::Share, 1.0, percent),
            _ if currency_before => (ReasonCode::Money, 1.0, 0),
            _ if self.is(end, is_currency) => (ReasonCode::Money, 1.0, 1),
            Some(Numeral::Date | Numeral::Clock) => (ReasonCode::Date, 1.0, 0),
            Some(Numeral::Ordinal) if has(WordClass::PERIOD) => (ReasonCode::Date, 0.6, 1),
            Some(Numeral::Ordinal) => (ReasonCode::Rank, 1.0, self.noun_len(end)),
            Some(Numeral::Year) if self.reads_as_year(at, end) => (ReasonCode::Date, 1.0, 0),
            _ if has(WordClass::MONTH) => (ReasonCode::Date, 1.0, 1),
            _ if self.was(at, is_month) => (ReasonCode::Date, 0.7, 0),
            _ if has(WordClass::PERIOD) => (ReasonCode::Date, 1.2, 1),
            None if end == at + 1 => (ReasonCode::Quantity, 0.6, self.noun_len(end)),
            None | Some(Numeral::Year | Numeral::Plain) => (ReasonCode::Quantity, 1.0, self.noun_len(end)),
        }
    }

    /// The index of a currency sign or code before the number at `at`, with a country before the sign (US$).
    fn money_before(&self, at: usize) -> Option<usize> {
        let sign = at.checked_sub(1)?;
        let token = self.get(sign)?;
        let capitals = token.text.len() == 3 && token.text.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_currency = is_sign(token) || (capitals && token.is(WordClass::CURRENCY));
        let country = |word: &Token<'_>| word.capital && word.text.len() < 4 && word.span.end == token.span.start;
        is_currency.then(|| sign - usize::from(self.was(sign, country)))
    }

    /// True when the token at `end` still belongs to a figure: "42 million", "twenty-five", "3 – 0".
    fn continues(&self, end: usize) -> bool {
        let dash = |token: &Token<'_>| token.text == "–" || token.text == "-";
        let joined = |token: &Token<'_>| is_number_word(token) || token.is_number();
        let half = |token: &Token<'_>| token.text == "half";
        self.is(end, |token| is_number_word(token) || half(token))
            || (self.is(end, dash) && self.is(end + 1, joined))
            || (self.is(end, Token::is_number) && self.was(end, dash))
    }

    /// How many tokens from `at` say percent: none, one, or the two of "per cent".
    fn percent_len(&self, at: usize) -> usize {
        let sign = |token: &Token<'_>| token.mark().is_some_and(|sign| is_percent_sign(sign) || sign == '‰');
        if self.is(at, |token| sign(token) || token.is(WordClass::PERCENT)) {
            1
        } else if self.is(at, |token| token.text == "per") && self.is(at + 1, |token| token.text == "cent") {
            2
        } else {
            0
        }
    }

    /// 1 when what is counted follows: a lower-case word that is neither a function word nor plainly a verb.
    fn noun_len(&self, at: usize) -> usize {
        let noun =
            |word: &Token<'_>| word.is_word() && !word.capital && !word.is(WordClass::FUNCTION) && !is_past(word);
        usize::from(self.english && self.is(at, noun))
    }

    /// True when four digits are a year rather than a count: nothing follows in the plural, or a word such as "in" stands before.
    fn reads_as_year(&self, at: usize, end: usize) -> bool {
        let timed = |word: &Token<'_>| BEFORE_A_YEAR.iter().any(|known| word.says(known));
        let counted = |word: &Token<'_>| word.text.ends_with('s') || matches!(word.text, "people" | "men" | "women");
        self.noun_len(end) == 0 || !self.is(end, counted) || self.was(at, |word| timed(word) || is_month(word))
    }

    /// True for a half or quarter that is itself counted: "the first half".
    fn is_counted(&self, at: usize) -> bool {
        self.was(at, |word| word.is(WordClass::ORDINAL | WordClass::NEARBY))
    }

    /// Notes a figure that stands in a word of its own: "hundreds", "half", "first", "yesterday", "last year", "March".
    fn in_words(&self, at: usize, found: &mut Findings) {
        let Some(token) = self.get(at) else { return };
        let next = self.get(at + 1);
        let of_follows = next.is_some_and(|word| word.text == "of");
        let period = next.filter(|word| {
            let nearby = token.is(WordClass::NEARBY) && word.is(WordClass::PERIOD);
            nearby || (token.is(WordClass::ORDINAL) && word.is(WordClass::PERIOD | WordClass::FRACTION))
        });
        let (code, amount) = if period.is_some() {
            (ReasonCode::Date, 0.6)
        } else if token.is(WordClass::MANY) {
            (ReasonCode::Quantity, 0.4)
        } else if (token.is(WordClass::FRACTION) && !self.is_counted(at))
            || (token.text == "third" && of_follows || token.compound && token.text.ends_with("third"))
        {
            (ReasonCode::Share, 0.7)
        } else if token.is(WordClass::ORDINAL)
            && !(at == 0 && (of_follows || next.is_some_and(|word| word.is_mark(','))))
        {
            (ReasonCode::Rank, 0.7)
        } else if token.is(WordClass::WEEKDAY) || (is_month(token) && !self.is(at + 1, Token::is_number) && at > 0) {
            (ReasonCode::Date, 0.8)
        } else if token.is(WordClass::TIME) {
            (ReasonCode::Date, 0.5)
        } else {
            return;
        };
        found.over(code, token, period.unwrap_or(token), amount);
    }
}

fn is_number_word(token: &Token<'_>) -> bool {
    token.is(WordClass::COUNT | WordClass::SCALE)
}

fn is_sign(token: &Token<'_>) -> bool {
    token.mark().is_some_and(|sign| currency_of(sign).is_some())
}

fn is_currency(token: &Token<'_>) -> bool {
    is_sign(token) || token.is(WordClass::CURRENCY)
}

fn is_month(token: &Token<'_>) -> bool {
    token.is(WordClass::MONTH) && token.capital
}
