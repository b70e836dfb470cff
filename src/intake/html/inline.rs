//! What elements inside a line do to its words: raised and lowered figures, quotation marks, mathematics, note marks.

use dom_query::NodeRef;

use super::walk::{WalkStep, walk};
use crate::intake::figures;
use crate::intake::formula::FormulaReader;

/// Words in a `sup` behind `before`: a figure that is raised must not run into the one before it (10⁶ is not 106).
pub(in crate::intake) fn raised(text: &str, before: &str) -> String {
    let text = text.trim();
    figures::raised(text).unwrap_or_else(|| {
        let figure = before.ends_with(|c: char| c.is_ascii_digit());
        let power = figure && text.contains(|c: char| c.is_ascii_digit());
        if power { format!("^{text}") } else { text.to_owned() }
    })
}

/// Words in a `sub` behind `before`: figures stay as they are behind a letter (CO2), and are lowered behind a figure.
pub(in crate::intake) fn lowered(text: &str, before: &str) -> String {
    let text = text.trim();
    let figure = before.ends_with(|c: char| c.is_numeric() || matches!(c, '⁄' | '/'));
    figure.then(|| figures::lowered(text)).flatten().unwrap_or_else(|| text.to_owned())
}

/// True when a raised element is the mark of a note: it leads to a place in the page, or stands in brackets.
pub(super) fn is_note_mark(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    let bracketed = text.starts_with('[') && text.ends_with(']');
    let short = text.chars().count() <= 5;
    let link = node.descendants_it().find(|inside| inside.has_name("a"));
    let within = link.or_else(|| node.parent().filter(|outer| outer.has_name("a")));
    let leads = within.is_some_and(|link| link.attr("href").is_some_and(|href| href.contains('#')));
    bracketed || (short && leads)
}

/// The quotation marks that browsers set round a `q` in a language.
pub(super) fn marks(language: &str) -> (char, char) {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "de" | "cs" | "sk" | "sl" | "bg" | "is" | "lt" | "et" | "sr" | "hr" => ('„', '“'),
        "pl" | "ro" | "hu" => ('„', '”'),
        "fr" | "it" | "es" | "pt" | "ru" | "uk" | "el" | "no" | "nb" | "nn" | "ar" | "fa" => ('«', '»'),
        "sv" | "fi" => ('”', '”'),
        "da" => ('»', '«'),
        "ja" | "zh" => ('「', '」'),
        _ => ('“', '”'),
    }
}

/// A formula in one line; where it has no words, what the page says instead of it.
pub(super) fn mathematics(node: &NodeRef<'_>) -> String {
    let mut reader = FormulaReader::default();
    walk(node, |step| match step {
        WalkStep::Enter(node) if node.is_text() => {
            reader.words(&node.text());
            false
        }
        WalkStep::Enter(node) => {
            let name = node.node_name().unwrap_or_default();
            reader.open(&name, |attribute| node.attr(attribute).map(|value| value.to_string()));
            true
        }
        WalkStep::Leave(_) => {
            reader.close();
            true
        }
    });
    let line = reader.line();
    if line.is_empty() { node.attr("alttext").map(|text| text.to_string()).unwrap_or_default() } else { line }
}

#[cfg(test)]
mod tests {
    use super::{lowered, mathematics, raised};
    use dom_query::Document;

    #[test]
    fn raised_and_lowered_figures_stay_apart_from_the_number_before_them() {
        assert_eq!(raised("6", "10"), "⁶");
        assert_eq!(raised("-3", "10"), "⁻³");
        assert_eq!(raised("3x", "10"), "^3x");
        assert_eq!(raised("th", "19"), "th");
        assert_eq!(lowered("2", "CO"), "2");
        assert_eq!(lowered("2", "¹⁄"), "₂");
    }

    #[test]
    fn a_formula_keeps_its_meaning_in_one_line() {
        let line = |formula: &str| {
            mathematics(&Document::fragment(formula).select_single("math").nodes().first().unwrap().to_owned())
        };
        assert_eq!(line("<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>"), "3/4");
        assert_eq!(line("<math><msup><mn>10</mn><mn>6</mn></msup></math>"), "10⁶");
        assert_eq!(line("<math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x=2</annotation></math>"), "x = 2");
    }
}
