//! Two years in brackets: a life or a term that ends before it begins, or is not as long as the text says: "Vera Lind (1972–1931)", "president
//! for six years (2001–2013)".

use super::ages::whole;
use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::passage::{LintSentence, exactly};
use crate::quantity::{Date, Quantity, Unit};

/// Before it years are often counted down to the birth of Christ, without a word.
const SURE: i16 = 1500;

/// What the years in brackets of `sentence` say.
pub(super) fn brackets(sentence: &LintSentence<'_>, found: &mut Vec<LintFinding>) {
    let year = |quantity: &Quantity| {
        let date: &Date = quantity.date()?;
        date.year.filter(|year| date.month.is_none() && date.weekday.is_none() && *year >= SURE)
    };
    for (at, pair) in sentence.quantities.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let Some((first, last)) = year(one).zip(year(other)) else { continue };
        let dashed = matches!(sentence.between(one, other), "–" | "-" | " – " | "—");
        if !dashed || !sentence.lead(at).ends_with(" (") || !sentence.tail(at + 1).starts_with(')') {
            continue;
        }
        if last < first {
            let says = format!("It ends in {last} before it begins in {first}");
            let named = is_named(sentence, one);
            found.extend(
                named.then(|| sentence.finding(FindingKind::Order, Certainty::Error, says, &[one.span, other.span])),
            );
        } else {
            found.extend(lasted(sentence, at, (one, other), i64::from(last) - i64::from(first)));
        }
    }
}

/// True where the word before the bracket of `year` is a name.
fn is_named(sentence: &LintSentence<'_>, year: &Quantity) -> bool {
    let start = sentence.span.start;
    let before = crate::text::Span::new(start, year.span.start.max(start));
    let word = sentence.exact(before).trim_end_matches('(').trim_end().rsplit(' ').next().unwrap_or_default();
    word.chars().count() > 1 && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// "President for six years (2001–2013)".
fn lasted(
    sentence: &LintSentence<'_>,
    at: usize,
    (one, other): (&Quantity, &Quantity),
    years: i64,
) -> Option<LintFinding> {
    let time = sentence.quantities.get(at.checked_sub(1)?).filter(|time| exactly(time))?;
    let amount = time.amount().filter(|amount| amount.upto.is_none())?;
    let Unit::Measure(measure) = amount.unit else { return None };
    let told = whole(amount.value).filter(|_| measure.name == "year")?;
    let for_so_long = ["for ", "pendant ", "durante ", "lang "]
        .iter()
        .any(|word| sentence.before(time.span.start, 9).ends_with(word));
    let close = sentence.between(time, one) == " (" && for_so_long;
    let says = format!(
        "From {} to {} it is not {}",
        sentence.exact(one.span),
        sentence.exact(other.span),
        sentence.exact(time.span)
    );
    let spans = [time.span, one.span, other.span];
    (close && (told - years).abs() > 1).then(|| sentence.finding(FindingKind::Duration, Certainty::Error, says, &spans))
}
