//! The selectors that style sheets choose elements with, as far as they are sure: by name, class and id, of the element and of those round it.

use cssparser::{ParseError, Parser, Token};

/// An element, as style sheets see it.
pub(in crate::intake) trait StyledElement: Sized {
    /// True when it has this name, in lower case.
    fn is(&self, name: &str) -> bool;
    /// True when it has this class.
    fn has_class(&self, class: &str) -> bool;
    /// True when it has this id.
    fn has_id(&self, id: &str) -> bool;
    /// The element round it.
    fn outer(&self) -> Option<Self>;
    /// Visits what rules may know it by: `sup`, `.c3`, `#n`.
    fn each_key(&self, visit: &mut dyn FnMut(&str));
}

/// What one element has to be.
#[derive(Clone, Debug, Default)]
struct Compound {
    name: Option<String>,
    classes: Vec<String>,
    ids: Vec<String>,
    /// The element that the next one describes is this one's own child.
    parent: bool,
}

/// A selector: compounds from the outermost element to the one that is chosen.
#[derive(Clone, Debug)]
pub(super) struct Selector {
    outer: Vec<Compound>,
    last: Compound,
}

/// Elements round one that are looked at.
const DEEPEST: usize = 64;

impl Selector {
    /// Reads a selector.
    ///
    /// # Errors
    /// When it says more than names, classes and ids.
    pub(super) fn read(input: &mut Parser<'_>) -> Result<Self, ParseError<()>> {
        let mut compounds = vec![Compound::default()];
        // A blank may stand beside a sign that parts compounds, or part them itself.
        let mut is_apart = false;
        while let Ok(token) = input.next_including_whitespace() {
            if let Token::Delim('>') = token {
                compounds.last_mut().filter(|last| !last.is_empty()).ok_or_else(ParseError::unexpected_token)?.parent =
                    true;
                is_apart = true;
                continue;
            }
            if let Token::WhiteSpace(_) = token {
                is_apart = true;
                continue;
            }
            if std::mem::take(&mut is_apart) && compounds.last().is_some_and(|last| !last.is_empty()) {
                compounds.push(Compound::default());
            }
            let last = compounds.last_mut().ok_or_else(ParseError::unexpected_token)?;
            if let Token::Ident(name) = token
                && last.is_empty()
            {
                last.name = Some(name.to_ascii_lowercase());
            } else if let Token::IDHash(id) = token {
                last.ids.push(id.to_string());
            } else if let Token::Delim('.') = token {
                last.classes.push(input.expect_ident()?.to_string());
            } else {
                return Err(ParseError::unexpected_token());
            }
        }
        let last = compounds.pop().filter(|last| !last.is_empty() && !last.parent);
        Ok(Self { last: last.ok_or_else(ParseError::unexpected_token)?, outer: compounds })
    }

    /// What the chosen element is called in it.
    pub(super) fn key(&self) -> String {
        let Compound { name, classes, ids, .. } = &self.last;
        let class = classes.first().map(|class| format!(".{class}"));
        class.or_else(|| ids.first().map(|id| format!("#{id}"))).or_else(|| name.clone()).unwrap_or_default()
    }

    /// How much it weighs against others.
    pub(super) fn weight(&self) -> (usize, usize, usize) {
        let all = || self.outer.iter().chain([&self.last]);
        (
            all().map(|one| one.ids.len()).sum(),
            all().map(|one| one.classes.len()).sum(),
            all().filter(|one| one.name.is_some()).count(),
        )
    }

    /// True when it chooses `element`.
    pub(super) fn matches(&self, element: &impl StyledElement) -> bool {
        self.last.is(element) && self.is_within(element.outer())
    }

    /// True when what is round the chosen element is as it is to be.
    fn is_within(&self, mut around: Option<impl StyledElement>) -> bool {
        let mut left = self.outer.iter().rev().peekable();
        for _ in 0..DEEPEST {
            let Some(wanted) = left.peek() else { return true };
            let Some(element) = around else { return false };
            if wanted.is(&element) {
                left.next();
            } else if wanted.parent {
                return false;
            }
            around = element.outer();
        }
        false
    }
}

impl Compound {
    /// True when it wants nothing.
    const fn is_empty(&self) -> bool {
        self.name.is_none() && self.classes.is_empty() && self.ids.is_empty()
    }

    fn is(&self, element: &impl StyledElement) -> bool {
        self.name.as_ref().is_none_or(|name| element.is(name))
            && self.classes.iter().all(|class| element.has_class(class))
            && self.ids.iter().all(|id| element.has_id(id))
    }
}
