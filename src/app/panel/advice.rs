//! What contradicts itself: every finding with its places, to go to or to put away.

use super::answer::{Answer, Answers, Around, Keep, Rows};
use super::help;
use crate::advice::Advice;
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::desk::Desk;
use crate::app::filter;
use crate::app::frame::{Listed, inside};
use crate::app::item::Item;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::lint;
use crate::review::{Change, Edit, Swap};
use crate::text::{Span, gate, wrap};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "contradictions",
    name: "Contradictions",
    beyond: &[],
    types: false,
    on_desk: true,
});

/// The open list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contradictions {
    /// The selected row.
    pub at: usize,
}

/// What is listed: what is open, in article order, and behind it what was put away.
pub fn listed(desk: &Desk) -> Vec<&Advice> {
    let waived = desk.session.waived();
    let (away, mut open): (Vec<_>, Vec<_>) = desk.advised.all().iter().partition(|advice| advice.is_waived(waived));
    open.extend(away);
    open
}

/// Columns of the sign before what is wrong.
pub const SIGN: u16 = 2;

/// Where the list stands: what is wrong has as many rows as the longest of `list` takes, and the words that disagree one.
pub fn stand(desk: &Desk, size: Size, list: &[&Advice], selected: usize) -> Listed {
    let frame = |each| aside::tall(Some(desk), size, (list.len(), each));
    let width = inside(Rect::new(0, 0, aside::list_width(Some(desk), size), 2)).width;
    let is_long = |advice: &&&Advice| gate::width(&advice.says) > usize::from(width.saturating_sub(SIGN));
    let rows = list.iter().filter(is_long).map(|advice| said(advice, width).len()).max().unwrap_or(1);
    let each = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1);
    Listed::tall(frame(each), each, selected)
}

/// The rows of what is wrong, in a list of `width` columns.
pub fn said(advice: &Advice, width: u16) -> Vec<Span> {
    wrap::rows(&advice.says, usize::from(width.saturating_sub(SIGN)))
}

/// What is selected to look at it: the claim it is about, else the sentence it stands in.
fn place(desk: &Desk, advice: &Advice) -> Option<Item> {
    let claims = desk.session.claims();
    let claim = advice.spans.iter().find_map(|span| claims.touching(*span).next());
    claim
        .map(|(_, claim)| Item::Claim(claim.id.clone()))
        .or_else(|| filter::item_at(&desk.session, advice.place().start))
}

/// The edit that puts `advice` away, or brings it back.
fn waive(desk: &Desk, advice: &Advice) -> Edit {
    let away = advice.waived_as(desk.session.waived());
    let name = away.map_or_else(|| advice.name.clone(), Into::into);
    Edit { claim: None, change: Change::Waive(name, Swap::new(away.is_some(), away.is_none())) }
}

impl<P: From<Self>> Answers<P> for Contradictions {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "go there", "Selects the claim or sentence it is about."),
        row(
            SCOPE,
            "x",
            Action::Dismiss,
            "put away",
            "Puts it away for good: looked at, nothing wrong. Again brings it back.",
        ),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next one."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the one before."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Selects the first one."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Selects the last one."),
        row(SCOPE, "z", Action::Undo, "", "Undo: takes back what was put away last."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the list."),
    ];

    /// The list, at the first finding about the selected claim.
    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return Vec::new() };
        let list = listed(desk);
        if list.is_empty() {
            let said = if desk.advised.is_known() {
                lint::nothing_found(&desk.session.article)
            } else {
                "the article is still being read against itself: try again in a moment"
            };
            return vec![Answer::Say(said.to_owned())];
        }
        let here = desk.claim().and_then(|claim| list.iter().position(|advice| advice.touches(claim)));
        vec![Answer::Open(Self { at: here.unwrap_or(0) }.into())]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return vec![Answer::Close] };
        let list = listed(desk);
        let last = list.len().saturating_sub(1);
        self.at = self.at.min(last);
        let Some(advice) = list.get(self.at) else { return vec![Answer::Close] };
        match action {
            Action::Move(motion) => {
                self.at = motion.over(self.at, list.len(), last);
                Vec::new()
            }
            Action::Accept => match place(desk, advice) {
                Some(item) => vec![Answer::Close, Answer::Select(item)],
                None => vec![Answer::Close],
            },
            Action::Dismiss if desk.is_read_only() => vec![Answer::Alarm(around.keymap.read_only())],
            Action::Dismiss => {
                let away = advice.is_waived(desk.session.waived());
                let said = if away { "brought back" } else { "put away; the list has it at its end" };
                let keep = Keep { edits: vec![waive(desk, advice)], said: said.to_owned(), overtaken: None, row: None };
                vec![Answer::Keep(Box::new(keep))]
            }
            Action::Undo => vec![match around.undoes(|entry| matches!(entry.edit.change, Change::Waive(..))) {
                Ok(()) => Answer::Below(Action::Undo),
                Err(why) => Answer::Say(why),
            }],
            Action::Cancel => vec![Answer::Close],
            _ => Vec::new(),
        }
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let desk = around.desk?;
        let list = listed(desk);
        let listed = stand(desk, around.size, &list, self.at);
        Some(Rows { listed, selected: self.at, count: list.len(), at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
