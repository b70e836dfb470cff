//! One quantity with two values, in two places of the article.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::cues::CueSet;
use super::figures::{one_unit, sum};
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintBlock, LintSentence, exactly, has};
use crate::quantity::{Amount, Decimal, LexemeKind, Quantity, Unit};
use crate::review::BlockKind;
use crate::text::Span;

/// Values that are alike in more places than this are common, not one in two forms.
const MOST_ALIKE: usize = 8;

/// Of amounts that are alike so many are set beside each other.
const MOST_OFTEN: usize = 2 * MOST_ALIKE;

/// Findings of one kind that an article of some pages has at most; a table has thousands.
const MOST_FINDINGS: usize = 8;

/// Common words; what two sentences share besides them, they are both about.
const COMMON: [&str; 64] = [
    "the", "and", "for", "are", "was", "his", "her", "its", "had", "has", "but", "not", "you", "who", "all", "can",
    "will", "one", "two", "new", "out", "from", "with", "that", "this", "they", "have", "said", "says", "more", "than",
    "over", "were", "been", "also", "their", "about", "when", "what", "which", "there", "into", "year", "years",
    "would", "could", "should", "some", "many", "most", "other", "first", "our", "your", "these", "those", "der",
    "die", "das", "den", "les", "des", "los", "las",
];

/// Beginnings of the words that a sentence is about, each once, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Stems(Vec<u64>);

impl Stems {
    /// How many of them both have.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.0.iter().filter(|stem| other.0.binary_search(stem).is_ok()).count()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// An amount with where it stands.
struct AmountMention<'a> {
    amount: &'a Amount,
    place: Span,
    /// The index of its sentence.
    sentence: usize,
    definite: bool,
    /// Told in lakhs or crores.
    indian: bool,
}

/// A sentence whose words are read when somebody asks what it is about: few do.
struct ToldSentence<'a> {
    passage: &'a LintBlock<'a>,
    span: Span,
    quantities: &'a [Quantity],
    about: OnceCell<Stems>,
}

impl ToldSentence<'_> {
    fn about(&self) -> &Stems {
        self.about.get_or_init(|| stems(&LintSentence::new(self.passage, self.span, self.quantities, CueSet::NONE)))
    }
}

/// What the figures of a text say against each other, across sentences.
pub(super) fn values(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    let mut sentences = Vec::new();
    let mut mentions = Vec::new();
    for passage in passages.iter().filter(|passage| !is_row(passage)) {
        for (span, quantities) in passage.rows() {
            let before = mentions.len();
            mentions.extend(told(passage, span, quantities, sentences.len()));
            if mentions.len() > before {
                sentences.push(ToldSentence { passage, span, quantities, about: OnceCell::new() });
            }
        }
    }
    let shared = |one: &AmountMention<'_>, other: &AmountMention<'_>| {
        let pair = sentences.get(one.sentence).zip(sentences.get(other.sentence));
        pair.map_or(0, |(one, other)| one.about().shared(other.about()))
    };
    // Where one sentence in so many has another value, the values are a table's.
    let most = MOST_FINDINGS.max(sentences.len() / 100);
    for rule in [magnitudes, twofold] {
        let mut own = Vec::new();
        rule(&mentions, &shared, &mut own);
        if own.len() <= most {
            found.append(&mut own);
        }
    }
    casualties(passages, found);
}

/// True for a row of a table: figures with a few words between them, and no stop.
fn is_row(passage: &LintBlock<'_>) -> bool {
    let row = !matches!(passage.kind, BlockKind::Headline | BlockKind::Dek | BlockKind::Caption)
        && passage.quantities.len() >= 2
        && !passage.text.ends_with(['.', '!', '?', '…', '"', '”', ')']);
    let words = || passage.tokens.iter().filter(|token| token.kind == LexemeKind::Word).count();
    row && words() <= passage.quantities.len() * 4
}

/// The amounts of a sentence that another may tell otherwise; `index` is the sentence's.
fn told<'a>(
    passage: &'a LintBlock<'a>,
    span: Span,
    quantities: &'a [Quantity],
    index: usize,
) -> impl Iterator<Item = AmountMention<'a>> {
    quantities.iter().filter_map(move |quantity| {
        let amount = quantity.amount().filter(|amount| {
            amount.upto.is_none()
                && amount.value >= Decimal::from(20)
                && !matches!(amount.unit, Unit::Part | Unit::Percent | Unit::Points | Unit::Age)
        })?;
        let words = quantity.span.of(passage.text);
        // Lakh and crore, in whatever case: most amounts have neither.
        let indian = words.contains("akh") || words.contains("rore");
        let definite = exactly(quantity) && is_definite(passage.text, span.start, quantity.span.start);
        Some(AmountMention { amount, place: passage.shift(quantity.span), sentence: index, definite, indian })
    })
}

/// True when the word before byte `at` says that the amount behind it was told before; the sentence begins at `start`.
fn is_definite(text: &str, start: usize, at: usize) -> bool {
    const DEFINITE: [&str; 13] =
        ["the", "these", "those", "its", "their", "his", "her", "den", "die", "der", "les", "ces", "los"];
    let from = text.ceil_char_boundary(at.saturating_sub(12).max(start));
    let before = text.get(from..at).unwrap_or_default().trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    DEFINITE.iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// What a sentence is about: the beginnings of its longer words outside its quantities.
pub(super) fn stems(sentence: &LintSentence<'_>) -> Stems {
    let mut stems = Vec::new();
    let mut from = sentence.span.start;
    let ends = sentence
        .quantities
        .iter()
        .map(|quantity| quantity.span)
        .chain([Span::new(sentence.span.end, sentence.span.end)]);
    for quantity in ends {
        for word in sentence.low(from..quantity.start).split(|c: char| !c.is_alphanumeric()) {
            if word.len() >= 3 && !COMMON.contains(&word) {
                stems.push(stem(word));
            }
        }
        from = quantity.end;
    }
    stems.sort_unstable();
    stems.dedup();
    Stems(stems)
}

/// The first letters of a word, as a number: "homes" and "home", "cuts" and "cut" are one.
fn stem(word: &str) -> u64 {
    let word = word.strip_suffix('s').filter(|word| word.len() >= 3).unwrap_or(word);
    word.bytes().take(6).fold(0, |sum, byte| sum << 8 | u64::from(byte))
}

/// The figures of a value of nought or more without noughts at the end, and its power of ten; `None` where they are too many to count.
fn significant(value: Decimal) -> Option<(u64, i32)> {
    let (mut figures, mut power) = (value.mantissa().unsigned_abs(), -i32::try_from(value.scale()).ok()?);
    while figures > u128::from(u64::MAX) && figures % 10 == 0 {
        (figures, power) = (figures / 10, power + 1);
    }
    let mut figures = u64::try_from(figures).ok()?;
    while figures != 0 && figures % 10 == 0 {
        (figures, power) = (figures / 10, power + 1);
    }
    Some((figures, power))
}

type Shared<'a> = &'a dyn Fn(&AmountMention<'_>, &AmountMention<'_>) -> usize;

/// One figure with two orders of magnitude: a thousand or a million apart.
fn magnitudes(mentions: &[AmountMention<'_>], shared: Shared<'_>, found: &mut Vec<LintFinding>) {
    let mut alike: HashMap<(u64, Unit), Vec<(&AmountMention<'_>, i32)>, RandomState> = HashMap::default();
    for mention in mentions.iter().filter(|mention| mention.amount.value >= Decimal::ONE_THOUSAND) {
        let Some((figures, power)) = significant(mention.amount.value) else { continue };
        let group = alike.entry((figures, mention.amount.unit)).or_default();
        // One more than are looked at, to tell.
        if group.len() <= MOST_ALIKE {
            group.push((mention, power));
        }
    }
    let mut groups: Vec<_> = alike.into_iter().filter(|(_, group)| (2..=MOST_ALIKE).contains(&group.len())).collect();
    groups.sort_by_key(|(_, group)| group.first().map(|(mention, _)| mention.place));
    for ((figures, _), group) in groups {
        let pairs =
            group.iter().enumerate().flat_map(|(at, one)| group.iter().skip(at + 1).map(move |other| (one, other)));
        let apart = |((one, low), (other, high)): &(&(&AmountMention<'_>, i32), &(&AmountMention<'_>, i32))| {
            let common = shared(one, other);
            // Between lakh, crore and million any power of ten is a slip; between thousand, million and billion a thousand is.
            let mixed = one.indian != other.indian;
            let scales = one.indian || other.indian;
            let enough = if scales || figures == 1 { 2 } else { usize::from(figures < 10) };
            let least = if scales { Decimal::from(100_000) } else { Decimal::from(1_000_000) };
            let large = one.amount.value.max(other.amount.value) >= least;
            let steps = (low - high).abs();
            let crore = scales && figures > 1 && (steps == 2 || mixed && (1..=6).contains(&steps));
            let slip = if scales { crore } else { matches!(steps, 3 | 6) };
            slip && one.sentence != other.sentence && common >= enough && large
        };
        if let Some(((one, low), (other, high))) = pairs.clone().find(apart) {
            let times = match (low - high).abs() {
                3 => "a thousand".to_owned(),
                6 => "a million".to_owned(),
                steps => format!("{}", 10_i64.pow(steps.unsigned_abs().min(12))),
            };
            let says = format!("{} here, {} there: {times} times apart", one.amount, other.amount);
            found.push(LintFinding::new(FindingKind::Magnitude, Certainty::Doubt, says, vec![one.place, other.place]));
        }
    }
}

/// What the figures of alike amounts have in common: all, in another order, or all but the one at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum FigurePattern {
    Sorted(u64),
    Without(u32, u64),
}

/// Amounts of one unit, of as many figures before the point and as many that count, with one pattern.
type AlikeKey = (Unit, i32, u32, FigurePattern);

/// The keys under which `amount` is like others.
fn alike(amount: &Amount) -> impl Iterator<Item = AlikeKey> {
    let (figures, power) = significant(amount.value).unwrap_or_default();
    let len = figures.checked_ilog10().map_or(0, |log| log + 1);
    let size = power + i32::try_from(len).unwrap_or(0);
    let worth = move |place: u32| 10_u64.pow(len - 1 - place);
    let digit = move |place: u32| figures / worth(place) % 10;
    // From the largest, so that noughts stay.
    let sorted = move || {
        let mut digits = [0; 20];
        for (place, slot) in (0..len).zip(&mut digits) {
            *slot = digit(place);
        }
        digits.sort_unstable_by(|one, other| other.cmp(one));
        digits.iter().zip(0..len).fold(0_u64, |sum, (digit, _)| sum.wrapping_mul(10).wrapping_add(*digit))
    };
    // One figure of it may be another.
    let without = move |place: u32| FigurePattern::Without(place, figures - digit(place) * worth(place));
    let places = if len >= 2 { len.min(6) } else { 0 };
    let first = (len >= 2).then(|| FigurePattern::Sorted(sorted()));
    let unit = amount.unit;
    first.into_iter().chain((0..places).map(without)).map(move |pattern| (unit, size, len, pattern))
}

/// One quantity with two values whose figures are alike.
fn twofold(mentions: &[AmountMention<'_>], shared: Shared<'_>, found: &mut Vec<LintFinding>) {
    // Of each pair one was told before, or both are money: most patterns nobody need remember. Of amounts that stand often only the
    // first are looked at.
    let mut groups: HashMap<AlikeKey, Vec<&AmountMention<'_>>, RandomState> = HashMap::default();
    let mut often: HashMap<(i128, u32, Unit), usize, RandomState> = HashMap::default();
    let mut seldom = |amount: &Amount| {
        let times = often.entry((amount.value.mantissa(), amount.value.scale(), amount.unit)).or_default();
        *times += 1;
        *times <= MOST_OFTEN
    };
    let some: Vec<&AmountMention<'_>> =
        mentions.iter().filter(|mention| mention.definite || seldom(mention.amount)).collect();
    let mut told: HashSet<(i128, u32, Unit, bool), RandomState> = HashSet::default();
    for mention in &some {
        let money = matches!(mention.amount.unit, Unit::Money(_));
        let Amount { value, unit, .. } = mention.amount;
        if (mention.definite || money) && told.insert((value.mantissa(), value.scale(), *unit, mention.definite)) {
            let own = alike(mention.amount)
                .filter(|(.., pattern)| mention.definite || matches!(pattern, FigurePattern::Sorted(_)));
            own.for_each(|key| _ = groups.entry(key).or_default());
        }
    }
    if groups.is_empty() {
        return;
    }
    for mention in some {
        for key in alike(mention.amount) {
            if let Some(group) = groups.get_mut(&key).filter(|group| group.len() < MOST_OFTEN) {
                group.push(mention);
            }
        }
    }
    let mut pairs: Vec<(&AmountMention<'_>, &AmountMention<'_>)> = Vec::new();
    for ((.., pattern), group) in &groups {
        let swapped = matches!(pattern, FigurePattern::Sorted(_));
        for (at, one) in group.iter().enumerate().take(MOST_ALIKE) {
            for other in group.iter().skip(at + 1).take(MOST_ALIKE) {
                let differ = one.amount.value != other.amount.value && one.sentence != other.sentence;
                if differ && is_same_thing(one, other, swapped, shared) {
                    pairs.push((one, other));
                }
            }
        }
    }
    pairs.sort_by_key(|(one, other)| (one.place, other.place));
    pairs.dedup_by_key(|(one, other)| (one.place, other.place));
    for (one, other) in pairs {
        let says = format!("{} here, {} there: one quantity with two values?", one.amount, other.amount);
        found.push(LintFinding::new(FindingKind::Quantity, Certainty::Doubt, says, vec![one.place, other.place]));
    }
}

fn is_same_thing(one: &AmountMention<'_>, other: &AmountMention<'_>, swapped: bool, shared: Shared<'_>) -> bool {
    let money = matches!(one.amount.unit, Unit::Money(_));
    let measured = money || matches!(one.amount.unit, Unit::Measure(_));
    let least = if measured { 1 } else { 2 };
    (other.definite || swapped && money) && shared(one, other) >= least
}

/// How many died, against the dead counted one by one elsewhere.
fn casualties(passages: &[LintBlock<'_>], found: &mut Vec<LintFinding>) {
    const DIED: [&str; 5] = ["died", "killed", "dead", "perished", "deaths"];
    const WHO: [&str; 2] = ["the victims were", "the dead were"];
    let several = |quantities: &[Quantity]| quantities.len() >= 2;
    let dead = || passages.iter().flat_map(|passage| passage.sentences_with(CueSet::DIED, several));
    let listed = dead().find_map(|sentence| {
        let who = WHO.iter().any(|words| sentence.all().contains(words));
        let parts = sentence.counted();
        let row = parts.len() >= 2
            && parts.len() == sentence.quantities.len()
            && one_unit(parts)
            && has(sentence.all(), &["and"]);
        (who && row).then(|| {
            Some((
                sum(parts)?,
                sentence.passage.shift(Span::new(parts.first()?.1.span.start, parts.last()?.1.span.end)),
            ))
        })?
    });
    let Some((total, list)) = listed else { return };
    let told =
        passages.iter().flat_map(|passage| passage.sentences_with(CueSet::DIED, |_| true)).find_map(|sentence| {
            let (_, quantity, amount) = sentence
                .amounts()
                .find(|(at, _, amount)| amount.unit == Unit::Bare && has(sentence.tail(*at), &DIED))?;
            Some((amount.value, sentence.passage.shift(quantity.span)))
        });
    let Some((dead, place)) = told.filter(|(_, place)| !place.overlaps(list)) else { return };
    if dead != total {
        let says = format!("{dead} died, but the dead that are counted make {total}");
        found.push(LintFinding::new(FindingKind::Casualties, Certainty::Doubt, says, vec![place, list]));
    }
}
