//! What elements inside a line do to its words: raised and lowered figures, quotation marks, mathematics, note marks.

use dom_query::NodeRef;

/// Figures and signs that have a raised form of their own.
const RAISED: [(char, char); 16] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('–', '⁻'),
    ('(', '⁽'),
    (')', '⁾'),
];

/// The same, lowered.
const LOWERED: [(char, char); 16] = [
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
    ('–', '₋'),
    ('(', '₍'),
    (')', '₎'),
];

fn each(text: &str, forms: &[(char, char)]) -> Option<String> {
    let form = |c: char| forms.iter().find(|(plain, _)| *plain == c).map(|(_, form)| *form);
    text.chars().map(form).collect()
}

/// Words in a `sup` behind `before`: a figure that is raised must not run into the one before it (10⁶ is not 106).
pub(in crate::intake) fn raised(text: &str, before: &str) -> String {
    let text = text.trim();
    each(text, &RAISED).unwrap_or_else(|| {
        let figure = before.ends_with(|c: char| c.is_ascii_digit());
        let power = figure && text.contains(|c: char| c.is_ascii_digit());
        if power { format!("^{text}") } else { text.to_owned() }
    })
}

/// Words in a `sub` behind `before`: figures stay as they are behind a letter (CO2), and are lowered behind a figure.
pub(in crate::intake) fn lowered(text: &str, before: &str) -> String {
    let text = text.trim();
    let figure = before.ends_with(|c: char| c.is_numeric() || matches!(c, '⁄' | '/'));
    figure.then(|| each(text, &LOWERED)).flatten().unwrap_or_else(|| text.to_owned())
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

/// Elements of mathematics whose two parts stand above, below or over each other, with the sign that says so in a line.
const PAIRS: [(&str, &str); 4] = [("mfrac", "/"), ("msup", "^"), ("msub", "_"), ("mroot", "√")];
/// Mathematics nested deeper than this is read flat.
const DEEPEST: usize = 40;

/// A formula in one line: fractions with a slash, raised figures raised.
pub(super) fn mathematics(node: &NodeRef<'_>) -> String {
    let mut line = String::new();
    formula(node, 0, &mut line);
    if line.trim().is_empty() { node.attr("alttext").map(|text| text.to_string()).unwrap_or_default() } else { line }
}

fn formula(node: &NodeRef<'_>, depth: usize, line: &mut String) {
    if node.is_text() {
        // Signs that nobody sees stand for "times" and "of".
        line.extend(node.text().trim().chars().filter(|c| !matches!(c, '\u{2061}'..='\u{2064}')));
        return;
    }
    let name = node.node_name().unwrap_or_default();
    if matches!(name.as_ref(), "annotation" | "annotation-xml") {
        return;
    }
    if depth > DEEPEST {
        line.push_str(node.text().trim());
        return;
    }
    let inside: Vec<NodeRef<'_>> = node.children_it(false).filter(NodeRef::is_element).collect();
    let sign = PAIRS.iter().find(|(pair, _)| *pair == name.as_ref()).map(|(_, sign)| *sign);
    if let (Some(sign), [first, second]) = (sign, inside.as_slice()) {
        let part = |node: &NodeRef<'_>| {
            let mut part = String::new();
            formula(node, depth + 1, &mut part);
            let whole = part.chars().all(char::is_alphanumeric)
                || part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−'));
            if whole { part } else { format!("({part})") }
        };
        let (first, second) = (part(first), part(second));
        match sign {
            "^" => {
                line.push_str(&first);
                line.push_str(&each(&second, &RAISED).unwrap_or_else(|| format!("^{second}")));
            }
            "√" => {
                line.push_str(&each(&second, &RAISED).unwrap_or(second));
                line.push('√');
                line.push_str(&first);
            }
            sign => {
                line.push_str(&first);
                line.push_str(sign);
                line.push_str(&second);
            }
        }
        return;
    }
    let root = name.as_ref() == "msqrt";
    line.push_str(if root { "√(" } else { "" });
    // Signs between numbers stand apart, as in print.
    let sign = name.as_ref() == "mo"
        && node
            .text()
            .trim()
            .chars()
            .all(|c| matches!(c, '=' | '+' | '−' | '-' | '×' | '≤' | '≥' | '<' | '>' | '≈' | '±' | '·'));
    line.push_str(if sign && !line.is_empty() { " " } else { "" });
    node.children_it(false).for_each(|child| formula(&child, depth + 1, line));
    line.push_str(if sign { " " } else { "" });
    line.push_str(if root { ")" } else { "" });
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
