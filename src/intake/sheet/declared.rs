//! What a block of declarations does to words: raises them, strikes them out, hides them.

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, parse_important,
};

/// What becomes of an element's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) struct WordLook {
    /// They are raised.
    pub(in crate::intake) raised: bool,
    /// They are struck out.
    pub(in crate::intake) struck: bool,
    /// They are not shown.
    pub(in crate::intake) hidden: bool,
}

/// What is declared of an element; `None` for what is left as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    raised: Option<bool>,
    struck: Option<bool>,
    /// `display` takes it out.
    gone: Option<bool>,
    /// `visibility` hides it.
    unseen: Option<bool>,
}

impl Declared {
    /// True when it says anything.
    pub(super) fn tells(self) -> bool {
        self != Self::default()
    }

    /// Puts what `next` declares over what was declared.
    pub(super) fn over(&mut self, next: Self) {
        self.raised = next.raised.or(self.raised);
        self.struck = next.struck.or(self.struck);
        self.gone = next.gone.or(self.gone);
        self.unseen = next.unseen.or(self.unseen);
    }

    /// What comes of it.
    pub(super) fn look(self) -> WordLook {
        let is = |told: Option<bool>| told == Some(true);
        WordLook { raised: is(self.raised), struck: is(self.struck), hidden: is(self.gone) || is(self.unseen) }
    }
}

/// What a block declares, and what of it wins over everything else.
pub(super) fn both(block: &mut Parser<'_>) -> (Declared, Declared) {
    let (mut plain, mut important) = (Declared::default(), Declared::default());
    let declarations: Vec<Declaration<'_>> =
        RuleBodyParser::new(block, &mut DeclarationReader).filter_map(Result::ok).flatten().collect();
    let small = declarations.iter().any(|one| one.name == "font-size" && is_small(&one.value));
    let moved = declarations.iter().any(|one| one.name == "position" && one.value == "relative");
    for Declaration { name, value, important: wins } in &declarations {
        let (into, value) = (if *wins { &mut important } else { &mut plain }, value.as_str());
        match *name {
            "vertical-align" => into.raised = Some(value == "super" || (small && is_up(value))),
            "font-variant-position" if value == "super" => into.raised = Some(true),
            "top" if small && moved && value.starts_with('-') => into.raised = Some(true),
            "bottom" if small && moved && measure(value).is_some_and(|(size, _)| size > 0.0) => {
                into.raised = Some(true);
            }
            "text-decoration" | "text-decoration-line" => into.struck = Some(value.contains("line-through")),
            "display" => into.gone = Some(value == "none"),
            "mso-hide" if value == "all" => into.gone = Some(true),
            "visibility" => into.unseen = Some(matches!(value, "hidden" | "collapse")),
            _ => {}
        }
    }
    (plain, important)
}

/// A declaration as it is read.
struct Declaration<'n> {
    name: &'n str,
    /// In lower case.
    value: String,
    important: bool,
}

/// What declarations are read for.
const TOLD: [&str; 11] = [
    "bottom",
    "display",
    "font-size",
    "font-variant-position",
    "mso-hide",
    "position",
    "text-decoration",
    "text-decoration-line",
    "top",
    "vertical-align",
    "visibility",
];

/// Takes the declarations that are of use out of a block.
struct DeclarationReader;

impl<'i> DeclarationParser<'i> for DeclarationReader {
    type Declaration = Option<Declaration<'static>>;
    type Error = ();

    fn parse_value(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i>,
        _: &ParserState,
    ) -> Result<Self::Declaration, ParseError<()>> {
        let name = TOLD.iter().copied().find(|told| name.eq_ignore_ascii_case(told));
        let begin = input.position();
        let mut end = begin;
        let mut important = false;
        loop {
            if input.try_parse(parse_important).is_ok() {
                important = true;
            } else if input.next().is_ok() {
                end = input.position();
            } else {
                break;
            }
        }
        let value = input.slice(begin..end).trim().to_ascii_lowercase();
        Ok(name.map(|name| Declaration { name, value, important }))
    }
}

impl AtRuleParser<'_> for DeclarationReader {
    type Prelude = ();
    type AtRule = Option<Declaration<'static>>;
    type Error = ();
}

impl QualifiedRuleParser<'_> for DeclarationReader {
    type Prelude = ();
    type QualifiedRule = Option<Declaration<'static>>;
    type Error = ();
}

impl RuleBodyItemParser<'_, Option<Declaration<'static>>, ()> for DeclarationReader {
    fn parse_declarations(&self) -> bool {
        true
    }

    /// Rules within the block, which are passed by.
    fn parse_qualified(&self) -> bool {
        true
    }
}

/// A figure with its unit.
fn measure(value: &str) -> Option<(f32, &str)> {
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(value.len());
    let (figure, unit) = value.split_at_checked(end)?;
    Some((figure.parse().ok()?, unit))
}

/// True for letters that are smaller than those round them.
fn is_small(value: &str) -> bool {
    let worded = matches!(value, "smaller" | "small" | "x-small" | "xx-small");
    worded
        || measure(value).is_some_and(|(size, unit)| match unit {
            "%" => size < 95.0,
            "em" | "rem" => size < 0.95,
            _ => false,
        })
}

/// True for an alignment above the line, of letters that are small.
fn is_up(value: &str) -> bool {
    matches!(value, "top" | "text-top") || measure(value).is_some_and(|(size, _)| size > 0.0)
}
