//! Scopes: where a key counts.

use std::hash::{Hash, Hasher};

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The list of claims.
    Claims,
    /// The article.
    Article,
    /// The article while words are picked.
    Picking,
    /// Both panes of the desk.
    Desk,
    /// The home screen.
    Home,
    /// Everything that is read in a panel: help and card.
    Reading,
    /// Every text entry.
    Entry,
    /// Everywhere.
    Everywhere,
    /// A panel.
    Panel(&'static Place),
}

/// The scope of a panel, which its own file writes down.
#[derive(Debug)]
pub struct Place {
    /// Its name in the settings file: `[keys.note]`. No two have the same.
    pub setting: &'static str,
    /// Its name above its keys.
    pub name: &'static str,
    /// The scopes whose keys count there as well, nearest first; [`Scope::Everywhere`] always does.
    pub beyond: &'static [Scope],
    /// True where characters are typed and not commands.
    pub types: bool,
    /// True when the help of the desk tells its keys as well.
    pub on_desk: bool,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.setting == other.setting
    }
}

impl Eq for Place {}

impl Hash for Place {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.setting.hash(state);
    }
}

impl Scope {
    /// Its name above its keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "Saved sessions",
            Self::Desk => "Both panes",
            Self::Claims => "Claims",
            Self::Article => "Article",
            Self::Picking => "Picking words",
            Self::Reading => "Help and card",
            Self::Entry => "Text entry",
            Self::Everywhere => "Everywhere",
            Self::Panel(place) => place.name,
        }
    }

    /// Its name in the settings file: `[keys.desk]`.
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Desk => "desk",
            Self::Claims => "claims",
            Self::Article => "article",
            Self::Picking => "picking",
            Self::Reading => "reading",
            Self::Entry => "entry",
            Self::Everywhere => "everywhere",
            Self::Panel(place) => place.setting,
        }
    }

    /// The scopes whose keys count here, nearest first: itself, what lies beyond, everywhere.
    pub fn chain(self) -> impl Iterator<Item = Self> + Clone {
        let beyond: &[Self] = match self {
            Self::Claims | Self::Article => &[Self::Desk],
            Self::Panel(place) => place.beyond,
            Self::Picking | Self::Desk | Self::Home | Self::Reading | Self::Entry | Self::Everywhere => &[],
        };
        let last = (self != Self::Everywhere).then_some(Self::Everywhere);
        std::iter::once(self).chain(beyond.iter().copied()).chain(last)
    }

    /// True where digits make a count for the next movement.
    pub fn counts(self) -> bool {
        self == Self::Picking || self.chain().any(|scope| scope == Self::Desk)
    }

    /// True where characters are typed and not commands.
    pub const fn types(self) -> bool {
        match self {
            Self::Entry => true,
            Self::Panel(place) => place.types,
            Self::Claims
            | Self::Article
            | Self::Picking
            | Self::Desk
            | Self::Home
            | Self::Reading
            | Self::Everywhere => false,
        }
    }
}
