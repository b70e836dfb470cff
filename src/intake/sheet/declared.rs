//! What a block of declarations does to words: raises them, strikes them out, hides them.

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
pub(super) fn both(block: &str) -> (Declared, Declared) {
    let (mut plain, mut important) = (Declared::default(), Declared::default());
    let lower = block.to_ascii_lowercase();
    let declarations =
        || lower.split(';').filter_map(|one| one.split_once(':')).map(|(name, value)| (name.trim(), value.trim()));
    let small = declarations().any(|(name, value)| name == "font-size" && is_small(value));
    let moved = declarations().any(|(name, value)| name == "position" && value.starts_with("relative"));
    for (name, value) in declarations() {
        let (value, wins) = match value.split_once('!') {
            Some((value, _)) => (value.trim(), true),
            None => (value, false),
        };
        let into = if wins { &mut important } else { &mut plain };
        match name {
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

/// A figure with its unit.
fn measure(value: &str) -> Option<(f32, &str)> {
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(value.len());
    let (figure, unit) = value.split_at_checked(end)?;
    Some((figure.parse().ok()?, unit))
}

/// True for letters that are smaller than those round them.
fn is_small(value: &str) -> bool {
    let value = value.split('!').next().unwrap_or_default().trim();
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
