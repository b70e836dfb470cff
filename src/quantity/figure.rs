//! Numbers in figures: which run of figures and marks is one, by how a language writes them.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;
use jiff::civil;
use rust_decimal::Decimal;

use super::cldr::separators::{PERCENT_FIRST, SEPARATORS};
use super::numeral::{YEARS, joins};
use super::terms::is_percent_sign;
use super::thousands;
use super::token::{Lexeme, LexemeKind};

/// Figures that a value has at most; what is longer is a key, not a quantity.
const MOST_FIGURES: usize = 28;

/// The marks of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberMarks {
    decimal: char,
    group: char,
    /// True where a plain blank may stand between thousands.
    blank: bool,
    /// The sign of percent; `%` is one everywhere.
    percent: char,
    /// True where the sign of percent stands before the number.
    percent_first: bool,
}

type MarksByLanguage = HashMap<&'static str, NumberMarks, RandomState>;

static MARKS: LazyLock<MarksByLanguage> = LazyLock::new(|| {
    let first = |mark: &str| mark.chars().next();
    let rows = SEPARATORS.iter().flat_map(|(decimal, group, percent, codes)| {
        let marks = (first(decimal).unwrap_or('.'), first(group).unwrap_or(','), first(percent).unwrap_or('%'));
        codes.split(' ').map(move |code| (code, marks))
    });
    rows.map(|(code, (decimal, group, percent))| {
        let percent_first = PERCENT_FIRST.contains(&code);
        // Spanish news write blanks beside the points of the CLDR.
        let blank = group.is_whitespace() || code == "es";
        (code, NumberMarks { decimal, group, blank, percent, percent_first })
    })
    .collect()
});

impl NumberMarks {
    /// The marks of `language` (BCP 47); those of English when it is not known.
    pub(super) fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let plain = Self { decimal: '.', group: ',', blank: false, percent: '%', percent_first: false };
        // A region may write otherwise than its language: German in Switzerland, Spanish in Mexico.
        let own = MARKS.get(language).or_else(|| MARKS.get(primary));
        own.copied().unwrap_or(plain)
    }

    /// True for a sign of percent.
    pub(super) fn is_percent(self, sign: char) -> bool {
        is_percent_sign(sign) || sign == self.percent
    }

    /// True where the sign of percent stands before the number.
    pub(super) fn percent_first(self) -> bool {
        self.percent_first
    }
}

/// What a run of figures and marks is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FigureRun {
    /// A number.
    Number(Figure),
    /// Two with a dash between them.
    Range(Figure, Figure),
    /// Hour and minute.
    Clock(i8, i8),
    /// Year, month, day.
    Day(i16, i8, i8),
    /// A telephone number, a version, a score, a model …
    Nothing,
}

/// A number as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) value: Decimal,
    /// What its last figure that counts is worth.
    pub(super) step: Decimal,
    /// True when it is figures alone, without marks.
    pub(super) plain: bool,
    /// How many figures it has.
    pub(super) figures: usize,
}

/// The run that begins with the figures at `at`, and the index of the token after it.
pub(super) fn run(text: &str, tokens: &[Lexeme], at: usize, marks: NumberMarks) -> (FigureRun, usize) {
    let (parts, next) = gather(text, tokens, at, marks);
    if parts.len() > 8 || !stands_free(text, tokens, at, next) {
        return (FigureRun::Nothing, next);
    }
    (classify(&parts, marks).unwrap_or(FigureRun::Nothing), next)
}

/// Figures and the mark before them.
type MarkedFigure<'a> = (char, &'a str);

/// The figures that hang together with those at `at`, and the index of the token after them.
fn gather<'a>(text: &'a str, tokens: &[Lexeme], at: usize, marks: NumberMarks) -> (Vec<MarkedFigure<'a>>, usize) {
    let mut parts: Vec<MarkedFigure<'a>> = Vec::new();
    let (mut next, mut end, mut mark) = (at, None, ' ');
    while let Some(token) = tokens.get(next).filter(|token| token.kind == LexemeKind::Digits) {
        if end.is_some_and(|end| end < token.span().start) && mark == ' ' {
            let gap = text.get(end.unwrap_or(0)..token.span().start).unwrap_or_default();
            let plain = marks.blank || gap == " " && thousands::sure(text, tokens, next, &parts);
            if !groups(gap, parts.last(), token.span().len(), plain) {
                break;
            }
        }
        parts.push((mark, token.span().of(text)));
        (next, end, mark) = (next + 1, Some(token.span().end), ' ');
        let Some(link) = tokens.get(next) else { break };
        let LexemeKind::Mark(c) = link.kind else { continue };
        let Some(after) = tokens.get(next + 1) else { break };
        let tight =
            end == Some(link.span().start) && link.span().end == after.span().start && after.kind == LexemeKind::Digits;
        if !tight || !joins(c) {
            break;
        }
        (next, mark, end) = (next + 1, c, None);
    }
    (parts, next.max(at + 1))
}

/// True when `gap`, between `last` and three more figures, may stand between thousands; `plain` where an ordinary blank may.
fn groups(gap: &str, last: Option<&MarkedFigure<'_>>, len: usize, plain: bool) -> bool {
    let mut blanks = gap.chars();
    let (Some(blank), None) = (blanks.next(), blanks.next()) else { return false };
    let narrow = matches!(blank, '\u{a0}' | '\u{2009}' | '\u{202f}');
    len == 3 && last.is_some_and(|(_, figures)| figures.len() <= 3) && (narrow || plain && blank == ' ')
}

/// False where letters or other marks make a model, a tag or an address of the figures.
fn stands_free(text: &str, tokens: &[Lexeme], at: usize, next: usize) -> bool {
    let (Some(first), Some(last)) = (tokens.get(at), next.checked_sub(1).and_then(|last| tokens.get(last))) else {
        return false;
    };
    let before = |at: usize| text.get(..at).and_then(|left| left.chars().next_back());
    match before(first.span().start) {
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '#' | '@' | '/' | '.' | '=' | '\\') => return false,
        Some(c @ ('-' | '–' | ':' | ',')) => {
            let further = before(first.span().start - c.len_utf8());
            let four = |place: usize| tokens.get(place).is_some_and(|token| token.span().len() == 4);
            // The second year of a life: "1899–1984".
            let years = at >= 2 && c != ':' && c != ',' && four(at - 2) && four(at);
            if further.is_some_and(char::is_alphanumeric) && !years {
                return false;
            }
        }
        _ => {}
    }
    let after = text.get(last.span().end..).unwrap_or_default();
    let mut ahead = after.chars();
    match ahead.next() {
        Some('_' | '#' | '@' | '=' | '\\') => false,
        // 4x4, 3D: a letter and figures, or one capital.
        Some(c) if c.is_alphabetic() => {
            let word: String = after.chars().take_while(|c| c.is_alphanumeric()).take(12).collect();
            !word.contains(|c: char| c.is_ascii_digit())
                && (!word.starts_with(char::is_uppercase) || word.starts_with('C'))
        }
        Some('-') => {
            !matches!((ahead.next(), ahead.next()), (Some(c), other) if c.is_uppercase() && !other.is_some_and(char::is_lowercase))
        }
        // 51° 30′ N: a place on the map.
        Some('°') => !after.chars().skip(1).take(3).any(|c| c.is_ascii_digit() || c == '′'),
        _ => true,
    }
}

fn classify(parts: &[MarkedFigure<'_>], marks: NumberMarks) -> Option<FigureRun> {
    let is_dash = |mark: char| matches!(mark, '-' | '–');
    let dashes = parts.iter().filter(|(mark, _)| is_dash(*mark)).count();
    let dash = parts.iter().position(|(mark, _)| is_dash(*mark));
    match (parts, dashes, dash) {
        ([(_, year), (_, month), (_, day)], 2, _) if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            day_of(year, month, day)
        }
        (_, 1, Some(at)) => {
            let (low, high) = parts.split_at_checked(at)?;
            let (low, high) = (number(low, marks)?, number(high, marks)?);
            // Scores and seasons go down, or from 2014 to 15; two years may be told the wrong way round.
            let is_year = |figure: &Figure| {
                figure.plain && figure.figures == 4 && YEARS.contains(&i16::try_from(figure.value).unwrap_or(0))
            };
            let years = is_year(&low) && is_year(&high) && parts.len() == 2;
            (low.value < high.value || years).then_some(FigureRun::Range(low, high))
        }
        (_, 0, _) => match parts {
            [(_, hour), (':', minute)] => clock(hour, minute),
            [(_, day), ('.', month), ('.', year)] if marks.decimal != '.' && year.len() == 4 && day.len() < 3 => {
                day_of(year, month, day)
            }
            _ => number(parts, marks).map(FigureRun::Number),
        },
        _ => None,
    }
}

fn clock(hour: &str, minute: &str) -> Option<FigureRun> {
    let (hour, minute) = (hour.parse::<i8>().ok()?, (minute.len() == 2).then(|| minute.parse::<i8>().ok())??);
    (hour < 24 && minute < 60).then_some(FigureRun::Clock(hour, minute))
}

fn day_of(year: &str, month: &str, day: &str) -> Option<FigureRun> {
    let date = civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(FigureRun::Day(date.year(), date.month(), date.day()))
}

/// The number that `parts` write, where they do.
fn number(parts: &[MarkedFigure<'_>], marks: NumberMarks) -> Option<Figure> {
    let ((_, first), rest) = parts.split_first()?;
    let (groups, decimals) =
        grouped(first, rest, marks.decimal, marks.group).or_else(|| foreign(first, rest, marks.decimal))?;
    let whole: String = std::iter::once(*first).chain(groups.iter().map(|(_, figures)| *figures)).collect();
    // A nought in front is a code, a date, the end of a telephone number.
    if whole.len() + decimals.len() > MOST_FIGURES || whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let value: Decimal =
        if decimals.is_empty() { whole.parse().ok()? } else { format!("{whole}.{decimals}").parse().ok()? };
    let plain = groups.is_empty() && decimals.is_empty();
    Some(Figure { value, step: step(&whole, decimals), plain, figures: whole.len() + decimals.len() })
}

/// The groups of thousands and the decimals of `first` and what follows it, where they are written with these marks.
fn grouped<'p, 'a>(
    first: &str,
    rest: &'p [MarkedFigure<'a>],
    decimal: char,
    group: char,
) -> Option<(&'p [MarkedFigure<'a>], &'a str)> {
    let is_group = |mark: char| mark == group || matches!(mark, ' ' | '\'' | '’') && mark != decimal;
    let (rest, decimals) = match rest.split_last() {
        Some(((mark, figures), before)) if *mark == decimal => (before, *figures),
        _ => (rest, ""),
    };
    let all_groups = rest.iter().all(|(mark, _)| is_group(*mark));
    let same = rest.windows(2).all(|pair| matches!(pair, [(one, _), (other, _)] if one == other));
    let thousands = first.len() <= 3 && rest.iter().all(|(_, figures)| figures.len() == 3);
    // Lakh and crore: 1,50,000.
    let lakhs = group == ','
        && first.len() <= 2
        && rest
            .split_last()
            .is_some_and(|((_, last), before)| last.len() == 3 && before.iter().all(|(_, figures)| figures.len() == 2));
    (rest.is_empty() || all_groups && same && (thousands || lakhs)).then_some((rest, decimals))
}

/// The same with point and comma the other way round, where it can be nothing else: "1.250.000" and "12.400,50" in an English text.
fn foreign<'p, 'a>(
    first: &str,
    rest: &'p [MarkedFigure<'a>],
    decimal: char,
) -> Option<(&'p [MarkedFigure<'a>], &'a str)> {
    let (decimal, group) = if decimal == ',' { ('.', ',') } else { (',', '.') };
    // The address of a machine has four parts, none above 255 and none with noughts in front.
    let is_byte = |figures: &str| figures.parse::<u8>().is_ok_and(|byte| byte.to_string() == figures);
    let is_address = rest.len() == 3 && is_byte(first) && rest.iter().all(|(mark, part)| *mark == '.' && is_byte(part));
    let (groups, decimals) = grouped(first, rest, decimal, group)?;
    let sure = groups.len() >= 2 || !groups.is_empty() && !decimals.is_empty();
    (sure && !is_address).then_some((groups, decimals))
}

/// What the last figure that counts is worth; noughts at the end of a whole number do not.
fn step(whole: &str, decimals: &str) -> Decimal {
    let places = u32::try_from(decimals.len()).unwrap_or(0);
    if places > 0 {
        return Decimal::new(1, places);
    }
    let noughts = whole.bytes().rev().take_while(|byte| *byte == b'0').count();
    if noughts == whole.len() { Decimal::ONE } else { super::words::power(u8::try_from(noughts).unwrap_or(0)) }
}
