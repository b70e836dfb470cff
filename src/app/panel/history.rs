//! What the reviewer did, the latest first, and the way back to any point of it.

use std::collections::HashSet;

use super::answer::{Answer, Answers, Around, Rows};
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::{Change, ClaimId, EditError, Entry, field, given, told};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "history", name: "What you did", beyond: &[], types: false, on_desk: false });

/// Keys that are listed at most.
const MOST: usize = 200;

/// Columns of any one text that is quoted.
const TOLD: usize = 40;

/// What the reviewer did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// What each key did, the latest first, and to which claim.
    pub rows: Vec<(String, Option<ClaimId>)>,
    /// The selected row.
    pub at: usize,
}

impl Past {
    /// What undo would take back, key by key: found by doing it to a copy.
    fn of(around: &Around<'_>) -> Self {
        let Some(desk) = around.desk else { return Self::default() };
        let by = around.settings.reviewer.clone();
        let mut copy = desk.session.clone();
        let today = around.now.local(around.settings.ahead).get(..10).unwrap_or("-").to_owned();
        let mut rows = Vec::new();
        while rows.len() < MOST {
            let last = copy.next_undo(&by, around.now);
            let Some(first) = last.first() else { break };
            let id = first.edit.claim.as_ref();
            let number = id.and_then(|id| copy.any_claim(id)).map(|claim| claim.number);
            let claims: HashSet<&ClaimId> = last.iter().filter_map(|entry| entry.edit.claim.as_ref()).collect();
            // How many claims goes before what was done: a row is cut at its end.
            let more = if claims.len() > 1 { format!(" and {} more", claims.len() - 1) } else { String::new() };
            let number = number.map(|number| format!("{number}{more}  ")).unwrap_or_default();
            // Which words a verdict was given on is told where they are others by now.
            let told = |entry: &Entry| match id {
                Some(id) => given::entry(&desk.session, entry, id, TOLD),
                None => told::entry(entry, copy.texts(), TOLD),
            };
            let own = last.iter().map(|entry| &**entry).filter(|entry| entry.edit.claim.as_ref() == id);
            let is_verdict =
                |entry: &&Entry| matches!(&entry.edit.change, Change::Field(held, _) if *held == &field::VERDICT);
            let (verdicts, rest): (Vec<&Entry>, Vec<&Entry>) = own.partition(is_verdict);
            let what: Vec<String> = verdicts.into_iter().chain(rest).map(told).collect();
            let what = what.join(" · ");
            let when = first.at.local(around.settings.ahead);
            // Of today the time is enough.
            let when = when.strip_prefix(&today).unwrap_or(&when).trim_start();
            rows.push((format!("{when}  {number}{what}"), id.cloned()));
            if copy.undo(&by, around.now).is_err() {
                break;
            }
        }
        Self { rows, at: 0 }
    }
}

impl<P: From<Self>> Answers<P> for Past {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(
            SCOPE,
            "enter",
            Action::Accept,
            "go back to before it",
            "Takes back the selected change and all that came after it.",
        ),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the change before."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the change after."),
        row(SCOPE, "pgdn ctrl-d", Action::Move(Motion::PageDown), "", "Goes a page back in time."),
        row(SCOPE, "pgup ctrl-u", Action::Move(Motion::PageUp), "", "Goes a page on."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Selects the latest change."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Selects the earliest change."),
        row(SCOPE, "esc q H", Action::Cancel, "close", "Leaves everything as it is."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let past = Self::of(around);
        let barred = || {
            let session = around.desk.map(|desk| desk.session.clone());
            session.and_then(|mut session| session.undo_passing(&around.settings.reviewer, around.now).err())
        };
        vec![if past.rows.is_empty() {
            Answer::Say(match barred() {
                Some(why @ (EditError::WorkedOn(_) | EditError::Replaced(..))) => format!("can't go back: {why}"),
                Some(_) => "can't go back: all that you did has been changed since".to_owned(),
                None => "nothing of yours to go back to".to_owned(),
            })
        } else {
            Answer::Open(past.into())
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, _around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Move(motion) => self.at = motion.over(self.at, 10, self.rows.len().saturating_sub(1)),
            Action::Accept => return vec![Answer::Close, Answer::Undo(self.at + 1)],
            Action::Cancel => return vec![Answer::Close],
            _ => {}
        }
        Vec::new()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let (selected, count) = (self.at, self.rows.len());
        Some(Rows {
            listed: Listed::menu(aside::past(around.desk, around.size, count), selected),
            selected,
            count,
            at_once: false,
        })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
