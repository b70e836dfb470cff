//! The command palette: every action by a few letters of what it does, and every claim by its number.

use std::borrow::Cow;

use super::answer::{Answer, Answers, Around, Rows};
use super::{card, filter, things};
use crate::app::action::{Action, Motion, Saving};
use crate::app::aside;
use crate::app::command;
use crate::app::desk::Desk;
use crate::app::editor::{Editor, Typing};
use crate::app::filter::items_of;
use crate::app::frame::Listed;
use crate::app::item::Item;
use crate::app::keymap::{Binding, Keymap, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::settings::Theme;
use crate::review::{Block, BlockKind, Claims, Number, Session};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "palette",
    name: "Command palette",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// A palette that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What was typed.
    pub editor: Editor,
    /// The selected row among those that match.
    pub at: usize,
    /// Where the keys went before: those actions are offered.
    pub scope: Scope,
    /// The colours in force.
    pub theme: Theme,
}

/// What a row of the palette does.
#[derive(Clone, Debug)]
pub enum Offer {
    /// Does what a key does.
    Do(&'static Binding),
    /// Goes to the claim with this number.
    Claim(Number),
    /// Goes to the paragraph with this number, from 1.
    Paragraph(usize),
    /// Takes other colours.
    Theme(Theme),
    /// Says why there is nothing to do.
    Say(Cow<'static, str>),
}

impl Palette {
    /// Its frame.
    pub fn frame(&self, desk: Option<&Desk>, size: Size) -> Rect {
        aside::finder(desk, size, usize::from(u16::MAX))
    }

    /// A palette over the actions of `scope`, while the colours are those of `theme`; nothing typed yet.
    pub fn new(scope: Scope, theme: Theme) -> Self {
        Self { editor: Editor::new("", true), at: 0, scope, theme }
    }

    /// What matches, best first: a number means a claim of `session`, `p12` a paragraph, anything else the words of an action.
    pub fn offers(&self, keymap: &Keymap, session: Option<&Session>) -> Vec<Offer> {
        let typed = self.editor.text().trim();
        if self.scope != Scope::Home {
            let paragraph = typed.strip_prefix('p').and_then(|number| number.parse().ok());
            let claim = ["claim ", "goto ", "go to "].iter().find_map(|lead| typed.strip_prefix(lead)).unwrap_or(typed);
            let place = paragraph.map(|number| to_paragraph(number, session));
            let place = place.or_else(|| claim.trim().parse().ok().map(|number| to_claim(number, session)));
            if let Some(place) = place {
                return vec![place];
            }
        }
        if let Some(says) = command::elsewhere(typed, self.rows(keymap)) {
            return vec![Offer::Say(says.into())];
        }
        let mut themes = command::themes(typed);
        if themes.len() == Theme::ALL.len() {
            // Where none is named, the one in force is no change that one did not ask for.
            themes.sort_by_key(|theme| *theme != self.theme);
        }
        let meant = command::meant(typed, self.rows(keymap)).into_iter().map(Offer::Do);
        let offers: Vec<Offer> = themes.into_iter().map(Offer::Theme).chain(meant).collect();
        let argued = || command::argued(typed, self.rows(keymap)).map(|says| Offer::Say(says.into()));
        if offers.is_empty() { argued().into_iter().collect() } else { offers }
    }

    /// How many rows match.
    fn count(&self, around: &Around<'_>) -> usize {
        self.offers(around.keymap, around.desk.map(|desk| &desk.session)).len()
    }

    /// The rows to choose from, the nearest first.
    fn rows<'a>(&self, keymap: &'a Keymap) -> impl Iterator<Item = &'static Binding> + use<'a> {
        let far = self
            .others()
            .iter()
            .flat_map(move |scope| keymap.rows(*scope).filter(move |row| row.scope == *scope && roams(row)));
        keymap.rows(self.scope).chain(far)
    }

    /// The scopes that some actions can be done from here without going there first.
    fn others(&self) -> &'static [Scope] {
        const FAR: &[Scope] = &[filter::SCOPE, things::SCOPE, Scope::Article];
        if self.scope == Scope::Claims || self.scope == card::SCOPE {
            FAR
        } else if self.scope == Scope::Article {
            FAR.split_at(2).0
        } else {
            &[]
        }
    }
}

/// The blocks that count as paragraphs, by their places among all.
fn paragraphs(session: &Session) -> Vec<usize> {
    let is_text = |block: &Block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Other(_))
    };
    let blocks = session.article.blocks().iter().enumerate();
    blocks.filter(|(_, block)| is_text(block)).map(|(index, _)| index).collect()
}

/// The first claim or sentence of the paragraph with this number.
fn item_of(number: usize, session: &Session) -> Option<Item> {
    let block = number.checked_sub(1).and_then(|before| paragraphs(session).get(before).copied())?;
    items_of(session, block, false).into_iter().next()
}

/// The way to the paragraph with this number, or that there is none.
fn to_paragraph(number: usize, session: Option<&Session>) -> Offer {
    match session.filter(|session| item_of(number, session).is_none()) {
        Some(session) => {
            Offer::Say(format!("there is no paragraph {number}; the last one is {}", paragraphs(session).len()).into())
        }
        None => Offer::Paragraph(number),
    }
}

/// The way to the claim with this number, or that there is none.
fn to_claim(number: Number, session: Option<&Session>) -> Offer {
    let is_there = |session: &&Session| session.claims().iter().any(|claim| claim.number == number);
    match session.filter(|session| !is_there(session)) {
        Some(session) => Offer::Say(no_claim(number, session.claims()).into()),
        None => Offer::Claim(number),
    }
}

fn no_claim(number: Number, claims: &Claims) -> String {
    format!("there is no claim {number}; the last one is {}", last(claims))
}

/// True for what means the same wherever on the desk it is asked for.
const fn roams(row: &Binding) -> bool {
    matches!(row.action, Action::Pick | Action::Choose(_) | Action::Add | Action::Reuse)
}

/// What follows from choosing the claim with this number.
pub fn go_to<P>(number: Number, around: &Around<'_>) -> Vec<Answer<P>> {
    let Some(desk) = around.desk else { return Vec::new() };
    let claims = desk.session.claims();
    let claim = claims.iter().find(|claim| claim.number == number);
    vec![match claim {
        Some(claim) => Answer::Select(Item::Claim(claim.id.clone())),
        None => Answer::Say(no_claim(number, claims)),
    }]
}

impl<P: From<Self>> Answers<P> for Palette {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "do it", "Does the selected action, or goes to the claim of that number."),
        row(SCOPE, "down tab ctrl-n", Action::Move(Motion::Next), "next", "Selects the next row."),
        row(SCOPE, "up backtab ctrl-p", Action::Move(Motion::Previous), "", "Selects the row before."),
        row(SCOPE, "esc", Action::Cancel, "close", "Closes the palette."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![Answer::Open(Self::new(around.under, around.settings.look.theme).into())]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => {
                self.editor.act(&typing, WIDTH);
                self.at = 0;
            }
            Action::Paste(text) => {
                self.editor.act(&Typing::Insert(text), WIDTH);
                self.at = 0;
            }
            Action::Move(motion) => {
                self.at = motion.over(self.at, 1, self.count(around).saturating_sub(1));
            }
            Action::Cancel => return vec![Answer::Close],
            Action::Accept => {
                let session = around.desk.map(|desk| &desk.session);
                let follows = match self.offers(around.keymap, session).get(self.at) {
                    Some(Offer::Do(row)) => vec![Answer::Do(row.action.clone())],
                    Some(Offer::Claim(number)) => go_to(*number, around),
                    Some(Offer::Paragraph(number)) => {
                        session.and_then(|session| item_of(*number, session)).map(Answer::Select).into_iter().collect()
                    }
                    Some(Offer::Theme(theme)) => vec![Answer::Do(Action::Theme(*theme))],
                    Some(Offer::Say(says)) => vec![told(says, around.desk)],
                    None => vec![Answer::Say(format!(
                        "nothing is called so; {} alone lists what there is",
                        around.key(Scope::Desk, SCOPE.setting())
                    ))],
                };
                return [Answer::Close].into_iter().chain(follows).collect();
            }
            _ => {}
        }
        Vec::new()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let (listed, count) = (Listed::sheet(self.frame(around.desk, around.size), self.at), self.count(around));
        Some(Rows { listed, selected: self.at, count, at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}

/// What is said; of saving what is so.
fn told<P>(says: &str, desk: Option<&Desk>) -> Answer<P> {
    match desk.map(|desk| &desk.saving) {
        Some(Saving::Failed(reason)) if says == command::SAVED => {
            Answer::Alarm(format!("NOT SAVED: {reason}; :save-copy writes it elsewhere"))
        }
        _ => Answer::Say(says.to_owned()),
    }
}

/// The highest number of all claims.
fn last(claims: &Claims) -> Number {
    claims.iter().map(|claim| claim.number).max().unwrap_or_default()
}
