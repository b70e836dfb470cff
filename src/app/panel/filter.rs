//! The choice of filters: its rows with their keys, and how many claims each would list.

use super::answer::{Answer, Answers, Around, Rows};
use super::{finder::Finder, help};
use crate::app::action::{Action, Motion};
use crate::app::filter::Filter;
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::subset::{Census, Trait};
use crate::review::{Session, Status};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "filter", name: "Filter", beyond: &[], types: false, on_desk: true });

/// What choosing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Lists all claims.
    All,
    /// Lists the claims in one state.
    Only(Status),
    /// Lists the claims without a source.
    NoSource,
    /// Lists the claims with a query.
    Query,
    /// Lists the claims whose query is open.
    OpenQuery,
    /// Asks for a tag.
    Tag,
    /// Asks for a speaker.
    Speaker,
    /// Lists every sentence.
    Sentences,
}

/// The rows, each with the key that chooses it.
pub const CHOICES: [(char, Choice); 12] = [
    ('a', Choice::All),
    ('o', Choice::Only(Status::Unchecked)),
    ('v', Choice::Only(Status::Verified)),
    ('d', Choice::Only(Status::Disputed)),
    ('u', Choice::Only(Status::Unknown)),
    ('x', Choice::Only(Status::Dismissed)),
    ('n', Choice::NoSource),
    ('r', Choice::Query),
    ('R', Choice::OpenQuery),
    ('t', Choice::Tag),
    ('p', Choice::Speaker),
    ('s', Choice::Sentences),
];

/// An open choice of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The selected row.
    pub at: usize,
    /// What the claims have, counted when the choice was opened.
    pub census: Census,
}

impl Menu {
    /// The choice over `session`, at the row of the filter in force.
    pub fn new(session: &Session, filter: &Filter) -> Self {
        let at = CHOICES.iter().position(|(_, choice)| choice.is_in(filter)).unwrap_or(0);
        Self { at, census: Census::new(session) }
    }

    /// How many claims a row would list, or how many tags or speakers there are; `None` where counting would be a pass
    /// over the article.
    pub fn count(&self, choice: Choice, session: &Session) -> Option<usize> {
        match choice {
            Choice::All => Some(session.claims().len()),
            Choice::Only(status) => Some(session.claims().tally().of(status)),
            Choice::NoSource => Some(self.census.without_source),
            Choice::Query => Some(self.census.queries),
            Choice::OpenQuery => Some(self.census.open_queries),
            Choice::Tag => Some(self.census.tags.len()),
            Choice::Speaker => Some(self.census.speakers.len()),
            Choice::Sentences => None,
        }
    }
}

impl Choice {
    /// Its words in the list of rows.
    pub const fn words(self) -> &'static str {
        match self {
            Self::All => "all claims",
            Self::Only(status) => status.word(),
            Self::NoSource => "without a source",
            Self::Query => "with a query",
            Self::OpenQuery => "with an open query",
            Self::Tag => "by tag…",
            Self::Speaker => "by speaker…",
            Self::Sentences => "every sentence",
        }
    }

    /// The filter it puts in force; `None` for those that ask on.
    pub fn filter(self, session: &Session) -> Option<Filter> {
        Some(match self {
            Self::All => Filter::All,
            Self::Only(status) => Filter::Only(status),
            Self::NoSource => Filter::with(Trait::NoSource, session),
            Self::Query => Filter::with(Trait::Query, session),
            Self::OpenQuery => Filter::with(Trait::OpenQuery, session),
            Self::Sentences => Filter::Sentences,
            Self::Tag | Self::Speaker => return None,
        })
    }

    /// True for the row that `filter` was chosen by.
    fn is_in(self, filter: &Filter) -> bool {
        match filter {
            Filter::All | Filter::Text => self == Self::All,
            Filter::Only(status) => self == Self::Only(*status),
            Filter::Sentences => self == Self::Sentences,
            Filter::With(subset) => match subset.what {
                Trait::Tag(_) => self == Self::Tag,
                Trait::Speaker(_) => self == Self::Speaker,
                Trait::Query => self == Self::Query,
                Trait::OpenQuery => self == Self::OpenQuery,
                Trait::NoSource => self == Self::NoSource,
            },
        }
    }
}

/// What follows from choosing the row with this key: a filter, or the question which tag or speaker.
pub fn chosen<P: From<Finder>>(letter: char, around: &Around<'_>) -> Vec<Answer<P>> {
    let Some((_, choice)) = CHOICES.iter().find(|(key, _)| *key == letter) else { return Vec::new() };
    let Some(desk) = around.desk else { return Vec::new() };
    if let Some(filter) = choice.filter(&desk.session) {
        return vec![Answer::Show(filter)];
    }
    let census = Census::new(&desk.session);
    let finder = if *choice == Choice::Tag {
        Finder::traits("List the claims tagged", &census.tags, Trait::Tag)
    } else {
        Finder::traits("List what is said by", &census.speakers, Trait::Speaker)
    };
    vec![if finder.has_rows() {
        Answer::Open(finder.into())
    } else if *choice == Choice::Tag {
        Answer::Say(format!("no claim is tagged yet: {} tags one", around.key(Scope::Desk, "tags")))
    } else {
        Answer::Say(format!("no claim has a speaker yet: {} names one", around.key(Scope::Desk, "speaker")))
    }]
}

impl<P: From<Self> + From<Finder>> Answers<P> for Menu {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "choose", "Lists what is selected."),
        row(SCOPE, "j down f", Action::Move(Motion::Next), "", "Selects the next row."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the row before."),
        row(SCOPE, "a", Action::Choose('a'), "", "Lists all claims."),
        row(SCOPE, "o", Action::Choose('o'), "", "Lists the unchecked claims."),
        row(SCOPE, "v", Action::Choose('v'), "", "Lists the verified claims."),
        row(SCOPE, "d", Action::Choose('d'), "", "Lists the disputed claims."),
        row(SCOPE, "u", Action::Choose('u'), "", "Lists the claims marked unknown."),
        row(SCOPE, "x", Action::Choose('x'), "", "Lists the dismissed claims."),
        row(SCOPE, "n", Action::Choose('n'), "", "Lists the claims without a source."),
        row(SCOPE, "r", Action::Choose('r'), "", "Lists the claims with a query."),
        row(SCOPE, "R", Action::Choose('R'), "", "Lists the claims whose query is open."),
        row(SCOPE, "t", Action::Choose('t'), "", "Finds a tag and lists the claims that have it."),
        row(SCOPE, "p", Action::Choose('p'), "", "Finds a speaker and lists what they say."),
        row(SCOPE, "s", Action::Choose('s'), "", "Lists every sentence, claimed or not."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Leaves the list as it is."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let menu = around.desk.map(|desk| Self::new(&desk.session, &desk.filter));
        menu.map(|menu| Answer::Open(menu.into())).into_iter().collect()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let last = CHOICES.len() - 1;
        let letter = match action {
            Action::Move(Motion::Next) => {
                self.at = if self.at == last { 0 } else { self.at + 1 };
                return Vec::new();
            }
            Action::Move(Motion::Previous) => {
                self.at = self.at.checked_sub(1).unwrap_or(last);
                return Vec::new();
            }
            Action::Accept => CHOICES.get(self.at).map(|(key, _)| *key),
            Action::Choose(letter) => Some(letter),
            Action::Cancel => None,
            _ => return Vec::new(),
        };
        let chosen = letter.map(|letter| chosen(letter, around)).unwrap_or_default();
        [Answer::Close].into_iter().chain(chosen).collect()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let (selected, count) = (self.at, CHOICES.len());
        Some(Rows { listed: Listed::menu(around.size, count, selected), selected, count, at_once: true })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
