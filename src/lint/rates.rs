//! Amounts that are no second telling of the one before: so much for each, a day, more than that.

/// Words behind an amount that make it one of a rate, a mean or a difference.
const RATES: [&str; 49] = [
    "each",
    "every",
    "apiece",
    "per",
    "average",
    "mean",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "annually",
    "hourly",
    "nightly",
    "individually",
    "more",
    "less",
    "fewer",
    "higher",
    "lower",
    "extra",
    "short",
    "than",
    "off",
    "je",
    "jeder",
    "jede",
    "jedes",
    "jeden",
    "pro",
    "jeweils",
    "täglich",
    "monatlich",
    "jährlich",
    "mehr",
    "weniger",
    "chacun",
    "chacune",
    "chaque",
    "par",
    "plus",
    "moins",
    "cada",
    "más",
    "menos",
    "por",
    "vardera",
    "varje",
    "mer",
    "mindre",
];

/// What a rate begins with right behind its amount: "a day", "im Monat".
const LEADS: [&str; 12] =
    ["a", "an", "im", "am", "in der", "l'an", "l’an", "al", "a la", "om", "i månaden", "i veckan"];

/// True when `tail`, the lower-case text behind an amount, says as far as its clause goes that the amount is so much for each, or so
/// much more.
pub(super) fn is_rate(tail: &str) -> bool {
    let clause = tail.split([',', ';', ')', ':', '–', '—', '.', '!', '?']).next().unwrap_or_default();
    let apart = ["for each", "for every", "each", "per ", "apiece", "on average"];
    let set_off = tail.strip_prefix(", ").is_some_and(|rest| apart.iter().any(|lead| rest.starts_with(lead)));
    let words: Vec<&str> = clause.split_whitespace().collect();
    let leads = |lead: &str| clause.trim_start().strip_prefix(lead).is_some_and(|rest| rest.starts_with(' '));
    // "500,000 crowns a ship": what is counted may stand between.
    let counted = words.iter().skip(1).take(2).any(|word| matches!(*word, "a" | "an"));
    LEADS.iter().any(|lead| leads(lead)) || counted || set_off || words.iter().any(|word| RATES.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_rate;

    #[test]
    fn so_much_for_each_and_so_much_more_are_no_second_telling() {
        for rate in [
            " for each of its 10 ships.",
            " a day",
            " a head.",
            " per ship",
            " tonnes a week",
            " more than last year",
            " im Monat",
            ", for each of them",
        ] {
            assert!(is_rate(rate), "{rate}");
        }
        for same in ["", ".", ") a mile.", " for the canal", " of debt"] {
            assert!(!is_rate(same), "{same}");
        }
    }
}
