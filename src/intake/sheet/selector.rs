//! The selectors that style sheets choose elements with, as far as they are sure: by name, class and id, of the element and of those round it.

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
#[derive(Debug, Default)]
struct Compound {
    name: Option<String>,
    classes: Vec<String>,
    ids: Vec<String>,
    /// The element that the next one describes is this one's own child.
    parent: bool,
}

/// A selector: compounds from the outermost element to the one that is chosen.
#[derive(Debug)]
pub(super) struct Selector {
    outer: Vec<Compound>,
    last: Compound,
}

/// Elements round one that are looked at.
const DEEPEST: usize = 64;

impl Selector {
    /// Reads a selector; `None` for one that says more than names, classes and ids.
    pub(super) fn read(text: &str) -> Option<Self> {
        let spaced = text.replace('>', " > ");
        let mut compounds: Vec<Compound> = Vec::new();
        for word in spaced.split_whitespace() {
            if word == ">" {
                compounds.last_mut()?.parent = true;
            } else {
                compounds.push(Compound::read(word)?);
            }
        }
        let last = compounds.pop().filter(|last| !last.parent)?;
        Some(Self { outer: compounds, last })
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
    fn read(word: &str) -> Option<Self> {
        let plain =
            |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let mut compound = Self::default();
        let mut rest = word;
        while !rest.is_empty() {
            let sign = rest.chars().next().filter(|sign| matches!(sign, '.' | '#'));
            let body = if sign.is_some() { rest.get(1..)? } else { rest };
            let end = body.find(['.', '#']).unwrap_or(body.len());
            let (name, behind) = body.split_at_checked(end)?;
            if !plain(name) {
                return None;
            }
            match sign {
                Some('.') => compound.classes.push(name.to_owned()),
                Some(_) => compound.ids.push(name.to_owned()),
                None => compound.name = Some(name.to_lowercase()),
            }
            rest = behind;
        }
        Some(compound)
    }

    fn is(&self, element: &impl StyledElement) -> bool {
        self.name.as_ref().is_none_or(|name| element.is(name))
            && self.classes.iter().all(|class| element.has_class(class))
            && self.ids.iter().all(|id| element.has_id(id))
    }
}
