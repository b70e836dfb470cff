//! Naming who is to check: the selected claim, all of its speaker's, or all that are listed.

use super::answer::{Answer, Answers, Around, Keep, Rows};
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::census;
use crate::app::desk::Desk;
use crate::app::editor::{Editor, Typing};
use crate::app::frame::Listed;
use crate::app::fuzzy;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::subset::SaidBy;
use crate::review::{Claim, ClaimId, assigning};
use crate::text::plural;

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "assign",
    name: "Assigning claims",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// Which claims are assigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The selected one.
    Selected,
    /// Those of its speaker.
    Speaker,
    /// Those that are listed.
    Listed,
}

/// A name that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigning {
    /// The selected claim.
    pub claim: ClaimId,
    /// The others that were chosen with it.
    pub others: Vec<ClaimId>,
    /// Which claims it is asked for.
    pub which: Which,
    /// What was typed.
    pub editor: Editor,
    /// The selected row.
    pub at: usize,
    /// The names that the session has, the reviewer's first; behind them those of earlier sessions.
    names: Vec<String>,
    /// How many the session has: the others come with a letter that is typed, for most of them check nothing.
    own: usize,
}

/// Names that the frame has rows for where so many are known.
const SHOWN: usize = 6;

impl Assigning {
    fn new(claim: ClaimId, others: Vec<ClaimId>, around: &Around<'_>, desk: &Desk) -> Self {
        let mut names = vec![around.settings.reviewer.to_string()];
        for (name, _) in census::assignees(&desk.session).into_iter().chain(census::readers(&desk.session)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let (editor, own) = (Editor::new("", true), names.len());
        let mut assigning = Self { claim, others, which: Which::Selected, editor, at: 0, names, own };
        assigning.learn(desk.seen.words.people());
        assigning
    }

    /// Its frame.
    pub fn frame(&self, desk: Option<&Desk>, size: Size) -> Rect {
        aside::finder(desk, size, self.own.max(self.names.len().min(SHOWN)) + 1)
    }

    /// Takes in names of earlier sessions, behind those of this one.
    pub fn learn(&mut self, names: &[String]) {
        let known: std::collections::HashSet<String> = self.names.iter().cloned().collect();
        self.names.extend(names.iter().filter(|name| !known.contains(*name)).cloned());
    }

    /// The names to choose from: those that match, then what was typed; the empty one, for nobody, while nothing is typed.
    pub fn rows(&self) -> Vec<&str> {
        let typed = self.editor.text().trim();
        let known = if typed.is_empty() { self.own } else { self.names.len() };
        let mut rows = fuzzy::ranked(typed, self.names.iter().take(known).map(|name| (name.as_str(), name.as_str())));
        if !rows.contains(&typed) {
            // A new name stands behind those that it may be the beginning of, and before those that only share its letters.
            let lower = typed.to_lowercase();
            let begun = rows.iter().any(|name| name.to_lowercase().split(' ').any(|word| word.starts_with(&lower)));
            rows.insert(if begun { rows.len() } else { 0 }, typed);
        }
        rows
    }

    /// The claims that would be assigned.
    pub fn claims<'d>(&self, desk: &'d Desk) -> Vec<&'d Claim> {
        let claims = desk.session.claims();
        match self.which {
            Which::Selected => {
                std::iter::once(&self.claim).chain(&self.others).filter_map(|id| claims.by_id(id)).collect()
            }
            Which::Speaker => {
                let Some(person) = self.person(desk) else { return Vec::new() };
                claims.iter().filter(|claim| person.says(claim)).collect()
            }
            Which::Listed => {
                let listed = |claim: &&Claim| !claim.dismissed && desk.filter.lists(claim, &desk.session);
                claims.iter().filter(listed).collect()
            }
        }
    }

    /// Who asserts the claim.
    fn person(&self, desk: &Desk) -> Option<SaidBy> {
        desk.voices.of(&desk.session, desk.session.claims().by_id(&self.claim)?)
    }

    /// Which claims they are, in words.
    pub fn told(&self, desk: &Desk) -> String {
        let claims = self.claims(desk);
        let of = |what: &str| format!("{} {what}", plural(claims.len(), "claim"));
        match (self.which, claims.first()) {
            (Which::Selected, Some(claim)) if claims.len() > 1 => {
                format!("claim {} and {} more", claim.number, claims.len() - 1)
            }
            (Which::Selected, Some(claim)) => format!("claim {}", claim.number),
            (Which::Selected, None) => "no claim".to_owned(),
            (Which::Speaker, claim) => {
                let person = claim.and_then(|_| self.person(desk));
                of(&person.map_or_else(|| "of no speaker".to_owned(), |person| format!("of {}", person.name())))
            }
            (Which::Listed, _) => of("listed"),
        }
    }

    /// What follows from taking the selected name.
    fn taken<P>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let rows = self.rows();
        let Some((desk, name)) = around.desk.zip(rows.get(self.at)) else { return Vec::new() };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let edits = assigning(self.claims(desk).into_iter(), &name);
        let to = if name.is_empty() { "nobody" } else { &name };
        let said = match edits.len() {
            0 => format!("nothing to change: {} assigned to {to} already", self.told(desk)),
            1 => format!("assigned to {to}"),
            // Of several that were chosen the undo is told with what became of them.
            many if self.which == Which::Selected => format!("{many} claims assigned to {to}"),
            many => format!("{many} claims assigned to {to} · {} undo", around.key(Scope::Desk, "undo")),
        };
        let keep = Answer::Keep(Box::new(Keep { edits, said, overtaken: None, row: None }));
        let settled = (self.which == Which::Selected && !self.others.is_empty()).then(|| {
            let claims = std::iter::once(&self.claim).chain(&self.others).cloned();
            Answer::Settled(claims.collect(), false)
        });
        [keep, Answer::Close].into_iter().chain(settled).collect()
    }
}

impl<P: From<Self>> Answers<P> for Assigning {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(
            SCOPE,
            "enter",
            Action::Accept,
            "assign",
            "Assigns the claims to the selected name, or to the one that is typed.",
        ),
        row(
            SCOPE,
            "tab",
            Action::NextField,
            "which claims",
            "Goes from the claim to its speaker's, then to all that are listed.",
        ),
        row(SCOPE, "down ctrl-n", Action::Move(Motion::Next), "", "Selects the next name."),
        row(SCOPE, "up ctrl-p", Action::Move(Motion::Previous), "", "Selects the name before."),
        row(SCOPE, "esc", Action::Cancel, "close", "Assigns nothing."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![match around.writable() {
            Ok((desk, claim)) => {
                let others = desk.chosen().into_iter().skip(1).collect();
                Answer::Open(Self::new(claim.id.clone(), others, around, desk).into())
            }
            Err(why) => why,
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => {
                self.editor.act(&typing, WIDTH);
                self.at = 0;
            }
            Action::Paste(text) => self.editor.act(&Typing::Insert(text), WIDTH),
            Action::Move(motion) => self.at = motion.over(self.at, 1, self.rows().len().saturating_sub(1)),
            Action::NextField => {
                self.which = match self.which {
                    Which::Selected => Which::Speaker,
                    Which::Speaker => Which::Listed,
                    Which::Listed => Which::Selected,
                };
                let none = around.desk.is_none_or(|desk| self.claims(desk).is_empty());
                if none && self.which == Which::Speaker {
                    self.which = Which::Listed;
                }
            }
            Action::Cancel => return vec![Answer::Close],
            Action::Accept => return self.taken(around),
            _ => {}
        }
        Vec::new()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let listed = Listed::sheet(self.frame(around.desk, around.size), self.at);
        Some(Rows { listed, selected: self.at, count: Self::rows(self).len(), at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
