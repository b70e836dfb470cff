//! A block as sentences with their quantities, and how a rule looks at them.

use std::cell::OnceCell;
use std::ops::Range;

use super::cues::CueSet;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use crate::quantity::LexemeKind;
use crate::quantity::{Amount, Date, Decimal, Hedge, Lexeme, Quantity, Unit, scale_words};
use crate::review::BlockKind;
use crate::text::Span;

/// A sentence with more quantities is a table or a list; no rule is sure of it.
const MOST_QUANTITIES: usize = 24;

/// Tokens beyond which nobody looks for the end of a sentence.
const FARTHEST: usize = 400;

/// Bytes of the longest sentence that a rule looks at.
const LONGEST: usize = 1500;

/// A block that was read. Positions are bytes of its own text, unless told otherwise.
pub(super) struct LintBlock<'a> {
    pub(super) text: &'a str,
    /// Where it begins in the article.
    pub(super) base: usize,
    pub(super) kind: &'a BlockKind,
    pub(super) tokens: &'a [Lexeme],
    pub(super) quantities: &'a [Quantity],
    /// The language that it was read in (BCP 47).
    pub(super) language: &'a str,
    /// The capitalised words of three letters or more.
    pub(super) capitals: &'a [CapitalToken],
    /// Sentences that hold quantities.
    pub(super) rows: &'a [QuantityRow],
}

/// A capitalised word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CapitalToken {
    /// The index of its token.
    pub(super) token: usize,
    /// Where it stands, in bytes of its passage.
    pub(super) span: Span,
    /// How many others, of whatever length, stand right before it in a row with single blanks between them.
    pub(super) follows: u8,
}

/// A sentence that holds quantities, before any of its words is looked at.
pub(super) struct QuantityRow {
    span: Span,
    quantities: Range<usize>,
    cues: CueSet,
}

impl LintBlock<'_> {
    /// The sentences that hold quantities, with these, before any of their words is looked at.
    pub(super) fn rows(&self) -> impl Iterator<Item = (Span, &[Quantity])> + Clone {
        self.rows.iter().map(|row| (row.span, self.quantities_of(row)))
    }

    /// The same for the sentences with words of all sorts in `cues`.
    pub(super) fn rows_with(&self, cues: CueSet) -> impl Iterator<Item = (Span, &[Quantity])> + Clone {
        let having = self.rows.iter().filter(move |row| row.cues.has(cues));
        having.map(|row| (row.span, self.quantities_of(row)))
    }

    /// The quantities of a sentence that rules look at: none of a table's.
    fn quantities_of(&self, row: &QuantityRow) -> &[Quantity] {
        let own = self.quantities.get(row.quantities.clone()).unwrap_or_default();
        let dense = own.len() > MOST_QUANTITIES || row.span.len() > LONGEST;
        if dense { &[] } else { own }
    }

    /// The sentences that hold quantities.
    pub(super) fn sentences(&self) -> impl Iterator<Item = LintSentence<'_>> {
        self.sentences_where(|_| true)
    }

    /// The sentences whose quantities are `wanted`: whoever wants few reads few.
    pub(super) fn sentences_where<'b>(
        &'b self,
        wanted: impl Fn(&[Quantity]) -> bool + 'b,
    ) -> impl Iterator<Item = LintSentence<'b>> {
        let rows = self.rows.iter().map(|row| (row, self.quantities_of(row)));
        rows.filter(move |(_, own)| wanted(own)).map(|(row, own)| LintSentence::new(self, row.span, own, row.cues))
    }

    /// The sentences with words of all sorts in `cues`, whose quantities are `wanted`.
    pub(super) fn sentences_with<'b>(
        &'b self,
        cues: CueSet,
        wanted: impl Fn(&[Quantity]) -> bool + 'b,
    ) -> impl Iterator<Item = LintSentence<'b>> {
        let rows = self.rows.iter().filter(move |row| row.cues.has(cues)).map(|row| (row, self.quantities_of(row)));
        rows.filter(move |(_, own)| wanted(own)).map(|(row, own)| LintSentence::new(self, row.span, own, row.cues))
    }

    /// Cuts the sentences that hold quantities.
    pub(super) fn cut(&self, rows: &mut Vec<QuantityRow>) {
        let mut first = 0;
        while let Some(quantity) = self.quantities.get(first) {
            let own = self.tokens_around(quantity.span.start);
            let span = self.span_of(&own);
            let ahead = self.quantities.get(first..).unwrap_or_default();
            let count = ahead.iter().take_while(|quantity| quantity.span.start < span.end).count().max(1);
            let cues = CueSet::of(self.text, self.tokens.get(own).unwrap_or_default());
            rows.push(QuantityRow { span, quantities: first..first + count, cues });
            first += count;
        }
    }

    /// The sentence that holds byte `at`.
    pub(super) fn sentence_at(&self, at: usize) -> Span {
        self.span_of(&self.tokens_around(at))
    }

    /// The tokens of the sentence that holds byte `at`.
    fn tokens_around(&self, at: usize) -> Range<usize> {
        let place = self.tokens.partition_point(|token| token.span().end <= at);
        let ends = |place: &usize| self.ends(*place);
        let before = (0..place).rev().take(FARTHEST).find(ends);
        let after = (place..self.tokens.len()).take(FARTHEST).find(ends);
        let last = (place + FARTHEST).min(self.tokens.len());
        before.map_or(place.saturating_sub(FARTHEST), |before| before + 1)..after.map_or(last, |after| after + 1)
    }

    /// From the first of `tokens` to the end of the last; the sentence begins where the one before ends.
    fn span_of(&self, tokens: &Range<usize>) -> Span {
        let stop = |place: usize| self.tokens.get(place).map(|token| token.span().end);
        let before = tokens.start.checked_sub(1).filter(|before| self.ends(*before)).and_then(stop);
        let start = before.or_else(|| self.tokens.get(tokens.start).map(|token| token.span().start));
        let closed = |last: &usize| tokens.end < self.tokens.len() || self.ends(*last);
        let end = tokens.end.checked_sub(1).filter(closed).and_then(stop);
        Span::new(start.unwrap_or(0), end.unwrap_or(self.text.len()))
    }

    /// True when the mark at `place` ends a sentence.
    fn ends(&self, place: usize) -> bool {
        let Some(LexemeKind::Mark(c)) = self.tokens.get(place).map(|token| token.kind) else { return false };
        if !matches!(c, '.' | '!' | '?' | '…') {
            return false;
        }
        let (Some(token), Some(next)) = (self.tokens.get(place), self.tokens.get(place + 1)) else { return true };
        if next.span().start == token.span().end && !matches!(next.kind, LexemeKind::Mark('"' | '”' | '’' | '\'' | ')'))
        {
            return false;
        }
        let before = place.checked_sub(1).and_then(|before| self.tokens.get(before));
        let tight = before.filter(|before| before.span().end == token.span().start);
        let word = tight.map_or("", |before| before.span().of(self.text));
        let abbreviation =
            c == '.' && is_abbreviation(word, self.language.is_empty() || self.language.starts_with("en"));
        !abbreviation && !next.span().of(self.text).starts_with(char::is_lowercase)
    }

    pub(super) fn shift(&self, span: Span) -> Span {
        Span::new(span.start + self.base, span.end + self.base)
    }
}

fn is_abbreviation(word: &str, english: bool) -> bool {
    let known = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Capt", "Lt", "Sgt", "Sen", "Rep", "Gov", "Rev", "No",
        "Jr", "Sr", "vs", "Mio", "Mrd",
    ];
    let initial = word.chars().count() == 1 && word.starts_with(char::is_alphabetic);
    // A German ordinal: "am 22. September".
    let ordinal = !english && word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_digit());
    initial || ordinal || known.contains(&word)
}

/// An amount of a sentence, with its place in the row of quantities.
pub(super) type PlacedAmount<'a> = (usize, &'a Quantity, &'a Amount);

/// A sentence with quantities. Positions are bytes of its passage.
pub(super) struct LintSentence<'a> {
    pub(super) passage: &'a LintBlock<'a>,
    pub(super) span: Span,
    pub(super) quantities: &'a [Quantity],
    /// Which words it has that rules look for.
    pub(super) cues: CueSet,
    /// The sentence with ASCII letters in lower case: as many bytes as the sentence.
    low: String,
    amounts: OnceCell<Vec<PlacedAmount<'a>>>,
    counted: OnceCell<Vec<PlacedAmount<'a>>>,
}

impl<'a> LintSentence<'a> {
    /// The sentence at `span` of `passage`, with the quantities that stand in it.
    pub(super) fn new(passage: &'a LintBlock<'a>, span: Span, quantities: &'a [Quantity], cues: CueSet) -> Self {
        let low = if quantities.is_empty() { String::new() } else { span.of(passage.text).to_ascii_lowercase() };
        Self { passage, span, quantities, cues, low, amounts: OnceCell::new(), counted: OnceCell::new() }
    }

    /// The words of `range` (bytes of the passage) in lower case; empty outside the sentence.
    pub(super) fn low(&self, range: Range<usize>) -> &str {
        let at = |byte: usize| byte.checked_sub(self.span.start);
        let Some((start, end)) = at(range.start).zip(at(range.end)) else { return "" };
        self.low.get(start..end.min(self.low.len())).unwrap_or_default()
    }

    /// The whole sentence in lower case.
    pub(super) fn all(&self) -> &str {
        &self.low
    }

    /// What stands between quantity `index` and the one before, in lower case.
    pub(super) fn lead(&self, index: usize) -> &str {
        let start =
            index.checked_sub(1).and_then(|before| self.quantities.get(before)).map_or(self.span.start, |q| q.span.end);
        self.quantities.get(index).map_or("", |quantity| self.low(start..quantity.span.start))
    }

    /// What stands between quantity `index` and the one behind it, in lower case.
    pub(super) fn tail(&self, index: usize) -> &str {
        let end = self.quantities.get(index + 1).map_or(self.span.end, |quantity| quantity.span.start);
        self.quantities.get(index).map_or("", |quantity| self.low(quantity.span.end..end))
    }

    /// What stands between quantities `one` and `other`, in lower case.
    pub(super) fn between(&self, one: &Quantity, other: &Quantity) -> &str {
        self.low(one.span.end..other.span.start)
    }

    /// Up to `len` bytes of lower-case text before `at`.
    pub(super) fn before(&self, at: usize, len: usize) -> &str {
        let start = at.saturating_sub(len).max(self.span.start);
        self.low(self.passage.text.ceil_char_boundary(start)..at)
    }

    /// The lower-case text from `at` to the end of the sentence.
    pub(super) fn after(&self, at: usize) -> &str {
        self.low(at..self.span.end)
    }

    /// True when the sentence has one of `words`.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        has(&self.low, words)
    }

    /// The amounts, with their places in the row of quantities.
    pub(super) fn amounts(&self) -> impl Iterator<Item = PlacedAmount<'a>> {
        let all: &'a [Quantity] = self.quantities;
        all.iter().enumerate().filter_map(|(at, quantity)| Some((at, quantity, quantity.amount()?)))
    }

    /// The amounts in a row; gathered once for all rules.
    pub(super) fn amounts_in_a_row(&self) -> &[PlacedAmount<'a>] {
        self.amounts.get_or_init(|| self.amounts().collect())
    }

    /// The amounts that count one thing exactly, without ranges and parts in words; gathered once for all rules.
    pub(super) fn counted(&self) -> &[PlacedAmount<'a>] {
        let counts = |told: &PlacedAmount<'a>| exactly(told.1) && told.2.upto.is_none() && told.2.unit != Unit::Part;
        self.counted.get_or_init(|| self.amounts().filter(counts).collect())
    }

    /// The dates, with their places in the row of quantities.
    pub(super) fn dates(&self) -> impl Iterator<Item = (usize, &'a Quantity, &'a Date)> {
        let all: &'a [Quantity] = self.quantities;
        all.iter().enumerate().filter_map(|(at, quantity)| Some((at, quantity, quantity.date()?)))
    }

    /// True when byte `at` stands in quotation marks that open in the sentence.
    pub(super) fn quoted(&self, at: usize) -> bool {
        let before = self.low(self.span.start..at);
        let straight = before.matches('"').count() % 2 == 1;
        straight || before.matches(['“', '„']).count() > before.matches('”').count()
    }

    /// A finding at places of this sentence.
    pub(super) fn finding(&self, kind: FindingKind, weight: Certainty, says: String, spans: &[Span]) -> LintFinding {
        let within = Some(self.passage.shift(self.span));
        let spans = spans.iter().map(|span| self.passage.shift(*span)).collect();
        LintFinding { within, ..LintFinding::new(kind, weight, says, spans) }
    }

    /// The words at `span` as they stand.
    pub(super) fn exact(&self, span: Span) -> &'a str {
        span.of(self.passage.text)
    }
}

/// True when `text`, in lower case, has one of `words` as a whole word; a word with a blank in it is looked for as it stands.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    // Most words begin with another letter than any that is looked for.
    let bit = |byte: Option<&u8>| byte.map_or(0, |byte| 1_u32 << (byte & 31));
    let firsts = words.iter().fold(0, |bits, word| bits | bit(word.as_bytes().first()));
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = word_end(text, at);
        let is_wanted = firsts & bit(bytes.get(at)) != 0 && end > at;
        if is_wanted && text.get(at..end).is_some_and(|word| words.contains(&word)) {
            return true;
        }
        // The character behind a word is none of a word.
        at = end + text.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    }
    words.iter().any(|word| word.contains(' ') && text.contains(word))
}

/// Where the run of letters and figures that is open at byte `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        let beyond = bytes.get(at).filter(|byte| !byte.is_ascii()).and_then(|_| text.get(at..)?.chars().next());
        match beyond {
            Some(c) if c.is_alphanumeric() => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// True when a quantity is told without a hedge.
pub(super) fn exactly(quantity: &Quantity) -> bool {
    quantity.hedge == Hedge::None
}

/// What the last figure that was meant is worth: of "30 million" a million, though the nought does not count by itself; below a
/// thousand nobody rounds without saying so.
pub(super) fn rounding(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>) -> Decimal {
    let (_, quantity, amount) = told;
    if amount.value.abs() < Decimal::ONE_THOUSAND {
        return amount.step.min(Decimal::ONE);
    }
    let scale = scale_words(sentence.exact(quantity.span), sentence.passage.language);
    scale.map_or(amount.step, |scale| amount.step.min(scale.times))
}

/// `value` in the unit and with the scale words that `told` is told in: "60 million crowns", not "60,000,000".
pub(super) fn in_scale_of(sentence: &LintSentence<'_>, told: &PlacedAmount<'_>, value: Decimal) -> String {
    let own = || Amount { value, upto: None, ..told.2.clone() }.to_string();
    let exact = sentence.exact(told.1.span);
    let Some(scale) = scale_words(exact, sentence.passage.language) else { return own() };
    let Some(times) = value.checked_div(scale.times) else { return own() };
    let (before, behind) = exact.split_once(scale.words).unwrap_or(("", ""));
    let sign: String = before.chars().take_while(|c| !c.is_ascii_digit()).collect();
    format!("{}{} {}{behind}", sign.trim_end(), number(times.round_dp(3).normalize()), scale.words)
}

/// A number as a reader writes it.
pub(super) fn number(value: Decimal) -> String {
    Amount { value, upto: None, step: Decimal::ONE, unit: Unit::Bare, in_words: false }.to_string()
}
