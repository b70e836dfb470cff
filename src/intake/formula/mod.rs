//! A formula, read from `MathML` or from the formulas of Word, and set in one line: fractions with a slash, powers raised, roots by
//! their sign.

mod field;
mod line;

use std::borrow::Cow;

pub(super) use field::field_line;
use line::{Formula, OF, is_apart, is_sign, seen};

/// A formula's line as it stands behind `before`: a blank parts two and three quarters, which are not 23 quarters.
pub(super) fn behind<'l>(line: &'l str, before: &str) -> Cow<'l, str> {
    // A power stands at its figure.
    let raised = line.chars().next().is_some_and(|first| super::figures::plain(first).is_some());
    if !raised && is_apart(before, line) { Cow::Owned(format!(" {line}")) } else { Cow::Borrowed(line) }
}

/// What an element makes of the parts in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FormulaPart {
    /// One part, whatever is in it.
    Row,
    /// Words that keep their blanks.
    Text,
    /// Nothing: its parts are those of the element round it.
    Clear,
    /// Not read.
    Shut,
    /// Says something of the element round it.
    Property,
    Fraction,
    Power,
    Index,
    /// An index and a power on one base.
    Both,
    /// The same, before their base.
    Before,
    /// A sign over what it stands above.
    Over,
    Stack,
    Root,
    /// The base comes first, then the degree.
    RootWithDegree,
    /// The degree comes first, then the base.
    DegreeBeforeRoot,
    /// A sum or an integral with its limits.
    Sum,
    Fenced,
    /// A function's name and what it is of.
    Function,
    Accent,
}

/// What properties say of an element.
#[derive(Debug, Default)]
struct FormulaSigns {
    sign: Option<String>,
    open: Option<String>,
    close: Option<String>,
    between: Option<String>,
    /// A fraction without a line.
    bare: bool,
}

#[derive(Debug)]
struct OpenPart {
    part: FormulaPart,
    signs: FormulaSigns,
    inside: Vec<Formula>,
}

/// A formula as it is being read, element by element.
#[derive(Debug, Default)]
pub(super) struct FormulaReader {
    open: Vec<OpenPart>,
    /// Elements beyond the deepest that is kept apart: their words are read flat.
    beyond: usize,
    read: Vec<Formula>,
}

/// Formulas nested deeper than this are read flat.
const DEEPEST: usize = 40;

fn part(name: &str) -> FormulaPart {
    match name {
        "annotation" | "annotation-xml" | "mphantom" | "del" | "moveFrom" => FormulaPart::Shut,
        "mfrac" | "f" => FormulaPart::Fraction,
        "msup" | "sSup" | "limUpp" => FormulaPart::Power,
        "msub" | "sSub" | "munder" | "limLow" => FormulaPart::Index,
        "msubsup" | "munderover" | "sSubSup" => FormulaPart::Both,
        "mover" => FormulaPart::Over,
        "sPre" => FormulaPart::Before,
        "msqrt" => FormulaPart::Root,
        "mroot" => FormulaPart::RootWithDegree,
        "rad" => FormulaPart::DegreeBeforeRoot,
        "nary" => FormulaPart::Sum,
        "d" | "mfenced" => FormulaPart::Fenced,
        "func" => FormulaPart::Function,
        "acc" | "bar" => FormulaPart::Accent,
        "mtable" | "m" | "eqArr" => FormulaPart::Stack,
        "mtext" | "t" => FormulaPart::Text,
        "mr" | "e" | "num" | "den" | "sub" | "sup" | "deg" | "fName" | "lim" | "none" => FormulaPart::Row,
        name if name.ends_with("Pr") => FormulaPart::Property,
        name if name.starts_with('m') => FormulaPart::Row,
        _ => FormulaPart::Clear,
    }
}

impl FormulaReader {
    /// An element begins, by its name without prefix.
    pub(super) fn open(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        if self.beyond > 0 || self.open.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        let part = part(name);
        let mut signs = FormulaSigns::default();
        if part == FormulaPart::Fraction {
            signs.bare = attribute("linethickness").is_some_and(|line| line.trim_end_matches("px") == "0");
        } else if part == FormulaPart::Fenced {
            (signs.open, signs.close) = (attribute("open"), attribute("close"));
            signs.between = (name == "mfenced").then(|| attribute("separators").unwrap_or_else(|| ",".to_owned()));
        } else if name == "bar" {
            signs.sign = Some('\u{304}'.to_string());
        }
        let in_property = self.open.last().is_some_and(|top| top.part == FormulaPart::Property);
        if in_property && let Some(of) = self.open.iter_mut().rev().find(|open| open.part != FormulaPart::Property) {
            let value = attribute("val");
            match name {
                "chr" => of.signs.sign = value,
                "begChr" => of.signs.open = value,
                "endChr" => of.signs.close = value,
                "sepChr" => of.signs.between = value,
                "type" => of.signs.bare = value.as_deref() == Some("noBar"),
                _ => {}
            }
        }
        let part = if in_property { FormulaPart::Property } else { part };
        self.open.push(OpenPart { part, signs, inside: Vec::new() });
    }

    /// Words of the formula.
    pub(super) fn words(&mut self, words: &str) {
        let apart = |part: FormulaPart| matches!(part, FormulaPart::Shut | FormulaPart::Property);
        if self.open.iter().any(|open| apart(open.part)) {
            return;
        }
        let text = self.open.last().is_some_and(|top| top.part == FormulaPart::Text);
        let said = if text && !is_sign(words.trim()) { words } else { words.trim() };
        if !said.is_empty() {
            self.push([Formula::Word(said.to_owned())]);
        }
    }

    /// An element ends; true when it was the outermost, and the formula is whole.
    pub(super) fn close(&mut self) -> bool {
        if self.beyond > 0 {
            self.beyond -= 1;
            return false;
        }
        let Some(done) = self.open.pop() else { return true };
        if matches!(done.part, FormulaPart::Clear | FormulaPart::Text) {
            self.push(done.inside);
        } else if !matches!(done.part, FormulaPart::Shut | FormulaPart::Property) {
            self.push([done.made()]);
        }
        self.open.is_empty()
    }

    fn push(&mut self, parts: impl IntoIterator<Item = Formula>) {
        self.open.last_mut().map_or(&mut self.read, |top| &mut top.inside).extend(parts);
    }

    /// The formula in one line.
    pub(super) fn line(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let mut line = String::new();
        self.read.iter().for_each(|part| part.set(&mut line));
        seen(&line)
    }
}

impl OpenPart {
    /// What the element makes of its parts; one that lacks some is a row of those it has.
    fn made(self) -> Formula {
        let Self { part, signs, inside } = self;
        let (sign, count) = (signs.sign, inside.len());
        let mut parts = inside.into_iter();
        let mut next = || parts.next().map(Box::new).unwrap_or_default();
        match (part, count) {
            (FormulaPart::Fraction, 2) if signs.bare => Formula::Stack(parts.collect()),
            (FormulaPart::Fraction, 2) => Formula::Fraction(Box::new([*next(), *next()])),
            (FormulaPart::Power, 2) => Formula::Power(Box::new([*next(), *next()])),
            (FormulaPart::Index, 2) => Formula::Index(Box::new([*next(), *next()])),
            (FormulaPart::Both, 3) => with_limits(*next(), *next(), *next()),
            (FormulaPart::Before, 3) => {
                let (index, power, base) = (*next(), *next(), *next());
                Formula::Row(vec![with_limits(Formula::default(), index, power), base])
            }
            (FormulaPart::Over, 2) => {
                let (base, over) = (*next(), *next());
                let said = over.alone().contains(char::is_alphanumeric);
                if said { Formula::Power(Box::new([base, over])) } else { Formula::Row(vec![base, over]) }
            }
            (FormulaPart::Root, _) => Formula::Root(Box::new(Formula::Row(parts.collect())), None),
            (FormulaPart::RootWithDegree, 2) => {
                let base = next();
                Formula::Root(base, Some(next()))
            }
            (FormulaPart::DegreeBeforeRoot, 2) => {
                let degree = next();
                let shown = !degree.alone().trim().is_empty();
                Formula::Root(next(), shown.then_some(degree))
            }
            (FormulaPart::DegreeBeforeRoot, 1) => Formula::Root(next(), None),
            (FormulaPart::Sum, 3) => {
                let sum = Formula::Word(sign.unwrap_or_else(|| "∫".to_owned()));
                let sum = with_limits(sum, *next(), *next());
                Formula::Row(vec![sum, Formula::Word(" ".to_owned()), *next()])
            }
            (FormulaPart::Function, 2) => Formula::Row(vec![*next(), Formula::Word(OF.to_string()), *next()]),
            (FormulaPart::Accent, 1) => {
                let accent = sign.unwrap_or_else(|| '\u{302}'.to_string());
                Formula::Row(vec![*next(), Formula::Word(accent)])
            }
            (FormulaPart::Stack, _) => Formula::Stack(parts.collect()),
            (FormulaPart::Fenced, _) => Formula::Fenced {
                open: signs.open.unwrap_or_else(|| "(".to_owned()),
                close: signs.close.unwrap_or_else(|| ")".to_owned()),
                between: signs.between.unwrap_or_else(|| "|".to_owned()),
                inside: parts.collect(),
            },
            _ => Formula::Row(parts.collect()),
        }
    }
}

/// A base with its index and its power, of which either may be empty.
fn with_limits(base: Formula, index: Formula, power: Formula) -> Formula {
    let indexed = if index.alone().is_empty() { base } else { Formula::Index(Box::new([base, index])) };
    if power.alone().is_empty() { indexed } else { Formula::Power(Box::new([indexed, power])) }
}

#[cfg(test)]
mod tests {
    use super::FormulaReader;
    use crate::intake::xml::{self, Met};

    fn line(formula: &str) -> String {
        let mut reader = FormulaReader::default();
        xml::meet(formula, |met| match met {
            Met::Open(start) => reader.open(&xml::local(&start), |name| xml::attribute(&start, name)),
            Met::Words(words) => reader.words(&words),
            Met::Close(_) => assert!(reader.close() == formula.ends_with("</math>") || !reader.open.is_empty()),
        })
        .unwrap();
        reader.line()
    }

    #[test]
    fn a_formula_keeps_its_meaning_in_one_line() {
        let said = |inside: &str| line(&format!("<math>{inside}</math>"));
        assert_eq!(said("<mfrac><mn>3</mn><mn>4</mn></mfrac>"), "3/4");
        assert_eq!(said("<mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac>"), "2 3/4");
        assert_eq!(said("<msup><mn>10</mn><mn>6</mn></msup>"), "10⁶");
        assert_eq!(
            said("<msup><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>"),
            "(a + b)²"
        );
        assert_eq!(said("<mi>x</mi><mo>=</mo><mo>−</mo><mn>2</mn><annotation>x=-2</annotation>"), "x = −2");
        assert_eq!(said("<mroot><mn>27</mn><mn>3</mn></mroot><mo>+</mo><msqrt><mn>16</mn></msqrt>"), "³√27 + √16");
        assert_eq!(
            said("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"),
            "∑_(i = 1)^n"
        );
    }
}
