//! Finds quantities, sums of money, shares, ranks, dates and periods: what the room of quantities reads, and figures and words beside them.

use super::findings::Findings;
use super::language::LanguageTraits;
use super::reasons::ReasonCode;
use super::words::is_past;
use crate::propose::tokens::{Token, WordClass};
use crate::quantity::{self, Amount, Date, Decimal, Dimension, Numeral, Quantity, QuantityValue, Unit};
use crate::review::Span;

/// Notes every figure of the sentence at `span` of `text`. What is counted is named with it where the language's words are known.
pub(super) fn find(text: &str, span: Span, tokens: &[Token<'_>], language: LanguageTraits<'_>, found: &mut Findings) {
    let reader = FigureReader { tokens, english: language.english };
    let read = if reader.counts(language) { quantity::read(span.of(text), language.read_in()) } else { Vec::new() };
    let mut ahead =
        read.iter().map(|read| (Span::new(read.span.start + span.start, read.span.end + span.start), read)).peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        while ahead.next_if(|(place, _)| place.end <= token.span.start).is_some() {}
        let here = ahead.peek().filter(|(place, _)| place.start < token.span.end);
        let next = here.and_then(|(place, read)| reader.read(at, *place, read, found));
        at = next.unwrap_or_else(|| reader.unread(at, found));
    }
}

/// Words before four digits that are a year: in 2019, since 1987.
const BEFORE_A_YEAR: [&str; 14] =
    ["in", "since", "by", "until", "till", "of", "from", "to", "during", "before", "after", "for", "and", "between"];

/// What a figure is, how clear a case, and how many tokens behind it belong to it.
type ReadFigure = (ReasonCode, f64, usize);

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

    /// True where there may be something to read: most sentences have neither figures nor number words.
    fn counts(&self, language: LanguageTraits<'_>) -> bool {
        language.numbers || self.tokens.iter().any(|token| token.is_number() || is_number_word(token))
    }

    /// Notes the quantity `read` at `place` of the text, in which the token at `at` stands; the token behind it. `None` where the
    /// tokens tell it better.
    fn read(&self, at: usize, place: Span, read: &Quantity, found: &mut Findings) -> Option<usize> {
        let token = self.get(at)?;
        if matches!(token.numeral, Some(Numeral::Date | Numeral::Clock)) && token.span.covers(place) {
            return None;
        }
        let within = self.tokens.get(at..)?.iter().take_while(|token| token.span.start < place.end).count();
        let end = at + within.max(1);
        let (code, amount, taken) = match &read.value {
            QuantityValue::Amount(amount) => self.amount(at, end, amount)?,
            QuantityValue::Date(date) if self.counts_things(at, end, date) => {
                (ReasonCode::Quantity, 1.0, self.noun_len(end))
            }
            QuantityValue::Date(date) => Self::date(date)?,
            QuantityValue::Clock(_) => (ReasonCode::Date, 1.0, 0),
            // "First" and its like are words with several meanings.
            QuantityValue::Ordinal(_) if token.numeral.is_none() && token.is(WordClass::ORDINAL) => return None,
            QuantityValue::Ordinal(_) => self.ordinal(end, token.is_number()),
        };
        // "US$ 5"
        let country = |word: &Token<'_>| word.capital && word.text.len() < 4 && word.span.end == token.span.start;
        let first = at - usize::from(code == ReasonCode::Money && !token.is_number() && self.was(at, country));
        Some(self.note((code, amount, taken), first, end, found))
    }

    /// What the amount over the tokens from `at` to `end` is; `None` for words that only look like one.
    fn amount(&self, at: usize, end: usize, amount: &Amount) -> Option<ReadFigure> {
        let compound = self.is(at, |token| token.compound);
        let word = self.is(at, |token| token.numeral.is_none());
        // "One" is a pronoun as often, and "number two" counts the points of a talk.
        let single = amount.in_words && amount.value == Decimal::ONE;
        let numbered = word && self.was(at, |word| word.says("number"));
        let period = |word: &Token<'_>| word.is(WordClass::PERIOD) && !word.compound;
        Some(match amount.unit {
            Unit::Money(_) => (ReasonCode::Money, 1.0, 0),
            Unit::Percent | Unit::Points => (ReasonCode::Share, if compound { 0.7 } else { 1.0 }, 0),
            // "Half" and its like are told by what stands around them.
            Unit::Part if end == at + 1 && !compound => return None,
            Unit::Part => (ReasonCode::Share, 0.7, 0),
            Unit::Bare | Unit::Age | Unit::Measure(_) if single || numbered => return None,
            Unit::Age | Unit::Measure(_) if compound => (ReasonCode::Quantity, 0.6, 0),
            Unit::Measure(measure) if matches!(measure.dimension, Dimension::Time | Dimension::Months) => {
                (ReasonCode::Date, 1.2, 0)
            }
            Unit::Age if self.tokens.get(at..end).is_some_and(|told| told.iter().any(period)) => {
                (ReasonCode::Date, 1.2, 0)
            }
            Unit::Age | Unit::Measure(_) => (ReasonCode::Quantity, 1.0, 0),
            Unit::Bare if self.is(end, period) => (ReasonCode::Date, 1.2, 1),
            Unit::Bare if word && end == at + 1 => (ReasonCode::Quantity, 0.6, self.noun_len(end)),
            Unit::Bare => (ReasonCode::Quantity, 1.0, self.noun_len(end)),
        })
    }

    /// A day with its year says more than either; a weekday or month alone is a word.
    fn date(date: &Date) -> Option<ReadFigure> {
        let amount = match (date.year.is_some(), date.day.is_some()) {
            (true, true) => 1.5,
            (false, false) => return None,
            (true, false) | (false, true) => 1.0,
        };
        Some((ReasonCode::Date, amount, 0))
    }

    /// True for four figures over the tokens from `at` to `end` that are a count rather than a year: the plural follows, and no
    /// word such as "in" stands before.
    fn counts_things(&self, at: usize, end: usize, date: &Date) -> bool {
        let timed = |word: &Token<'_>| BEFORE_A_YEAR.iter().any(|known| word.says(known));
        let counted = |word: &Token<'_>| word.text.ends_with('s') || matches!(word.text, "people" | "men" | "women");
        let alone = date.month.is_none() && date.weekday.is_none();
        alone && self.noun_len(end) > 0 && self.is(end, counted) && !self.was(at, |word| timed(word) || is_month(word))
    }

    /// A place in a row before `end`, in figures or not; "the 19th century" is a date.
    fn ordinal(&self, end: usize, figures: bool) -> ReadFigure {
        if self.is(end, |word| word.is(WordClass::PERIOD)) {
            (ReasonCode::Date, 0.6, 1)
        } else {
            (ReasonCode::Rank, if figures { 1.0 } else { 0.7 }, self.noun_len(end))
        }
    }

    /// Notes what begins at token `at` and was not read: a figure by its shape, or a word; the token behind it.
    fn unread(&self, at: usize, found: &mut Findings) -> usize {
        let Some(token) = self.get(at) else { return at + 1 };
        let Some(numeral) = token.numeral else {
            let open = is_number_word(token) && !token.is(WordClass::MANY) && !self.was(at, |word| word.says("number"));
            if !open {
                self.in_words(at, found);
                return at + 1;
            }
            let end = at + 1;
            return self.note((ReasonCode::Quantity, 0.6, self.noun_len(end)), at, end, found);
        };
        // "3 – 0", a result.
        let mut end = at + 1;
        while self.is(end, |token| matches!(token.text, "–" | "-")) && self.is(end + 1, Token::is_number) {
            end += 2;
        }
        let figure = match numeral {
            Numeral::Date | Numeral::Clock | Numeral::Year => (ReasonCode::Date, 1.0, 0),
            Numeral::Ordinal => self.ordinal(end, true),
            Numeral::Plain => (ReasonCode::Quantity, 1.0, self.noun_len(end)),
        };
        self.note(figure, at, end, found)
    }

    /// Notes `figure` over the tokens from `at` to `end` and those behind that belong to it; the token behind it all.
    fn note(&self, (code, amount, taken): ReadFigure, at: usize, end: usize, found: &mut Findings) -> usize {
        let next = end + taken;
        if let (Some(from), Some(to)) = (self.get(at), self.before(next)) {
            found.over(code, from, to, amount);
        }
        next
    }

    /// 1 when what is counted follows: a lower-case word that is neither a function word nor plainly a verb.
    fn noun_len(&self, at: usize) -> usize {
        let noun =
            |word: &Token<'_>| word.is_word() && !word.capital && !word.is(WordClass::FUNCTION) && !is_past(word);
        usize::from(self.english && self.is(at, noun))
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

fn is_month(token: &Token<'_>) -> bool {
    token.is(WordClass::MONTH) && token.capital
}
