//! The list of a claim's things of one kind: its sources, corrections, queries, or whom it owes a right of reply.

use serde_json::Value;

use super::answer::{Answer, Answers, Around, Keep, Rows};
use super::finder::Finder;
use super::question::Question;
use super::{form, help};
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::desk::Desk;
use crate::app::form::{Form, Purpose};
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::{self, Field, Shape};
use crate::review::{Change, Claim, ClaimId, Edit};
use crate::text::link::is_web;

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "sources", name: "Sources", beyond: &[], types: false, on_desk: true });

/// The things that a field of a claim holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Things {
    /// The field.
    pub field: &'static Field,
    /// The claim.
    pub claim: ClaimId,
    /// The selected row.
    pub at: usize,
}

/// The sources of other claims to pick from, for the selected one; or why there is none.
pub fn opened_to_pick<P: From<Finder>>(around: &Around<'_>) -> Vec<Answer<P>> {
    match around.writable() {
        Ok((_, claim)) => vec![Things::of(&field::SOURCES, claim).find(around)],
        Err(why) => vec![why],
    }
}

/// The form for `purpose` over the selected claim, or the list of what it has already, where that is several or done with.
pub fn opened_or_listed<P: From<Things> + From<Form>>(purpose: Purpose, around: &Around<'_>) -> Answer<P> {
    let Some(claim) = around.desk.and_then(Desk::claim) else { return form::opened(purpose, around) };
    let list = Things::of(purpose.field, claim);
    match list.list(Some(claim)).as_slice() {
        _ if !matches!(purpose.field.shape, Shape::Many(..)) => form::opened(purpose, around),
        [] => form::opened(purpose, around),
        [one] if is_open(one) => form::opened(purpose, around),
        _ => match around.writable() {
            Ok(_) => Answer::Open(list.into()),
            Err(why) => why,
        },
    }
}

/// True for a question that waits for its answer, a correction that waits for its fate, or what is neither.
fn is_open(thing: &Value) -> bool {
    let says = |key: &str| thing.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    says("answer").trim().is_empty() && matches!(says("status").as_str(), "" | "open" | "proposed")
}

/// The question whether to open the link of the claim's source at `at`, or of the first behind it that has one.
pub fn link<P: From<Question>>(claim: Option<&Claim>, at: usize) -> Answer<P> {
    let Some(claim) = claim else { return Answer::Say("no claim is selected".to_owned()) };
    let mut links = claim.record.sources.iter().skip(at).map(|source| source.url.clone());
    match links.find(|link| !link.is_empty()) {
        None => Answer::Say("no source here has a link".to_owned()),
        Some(link) if is_web(&link) => Answer::Open(Question::Link(claim.id.clone(), link).into()),
        Some(link) => Answer::Alarm(format!("only http and https links are opened, not {link}")),
    }
}

impl Things {
    /// What `field` of `claim` holds, the first of it selected.
    pub fn of(field: &'static Field, claim: &Claim) -> Self {
        Self { field, claim: claim.id.clone(), at: 0 }
    }

    /// What they are now.
    pub fn list(&self, claim: Option<&Claim>) -> Vec<Value> {
        let value = claim.map(|claim| self.field.value(claim)).unwrap_or_default();
        self.field.items(&value).to_vec()
    }

    fn claim<'a>(&self, around: &Around<'a>) -> Option<&'a Claim> {
        around.desk?.session.claims().by_id(&self.claim)
    }

    /// The question which source of another claim to take.
    fn find<P: From<Finder>>(&self, around: &Around<'_>) -> Answer<P> {
        let finder = around.desk.map(|desk| Finder::sources(&desk.session, &self.claim));
        finder.filter(Finder::has_rows).map_or_else(
            || {
                Answer::Say(format!(
                    "no other claim has a source to pick: {} writes one",
                    around.key(Scope::Desk, "source")
                ))
            },
            |finder| Answer::Open(finder.into()),
        )
    }

    /// The form over one of them, or over a new one.
    fn form<P: From<Form>>(&self, purpose: Purpose, around: &Around<'_>) -> Vec<Answer<P>> {
        let held = around.desk.zip(self.claim(around));
        let form = held.map(|(desk, claim)| Form::open(claim, purpose, desk.session.exact(claim), around.now).aimed());
        form.map(|form| Answer::Open(form.into())).into_iter().collect()
    }

    /// The list with another content.
    fn relisted<P>(&self, after: Vec<Value>, said: &str, around: &Around<'_>) -> Answer<P> {
        let change = self.claim(around).and_then(|claim| Change::to(claim, self.field, after.into()));
        let edits = change.map(|change| Edit::of(self.claim.clone(), change)).into_iter().collect();
        let said = format!("{} {said}", self.field.title);
        Answer::Keep(Box::new(Keep { edits, said, overtaken: None, row: None }))
    }

    /// The list with the selected thing moved to row `to`.
    fn moved<P>(&mut self, mut list: Vec<Value>, to: usize, around: &Around<'_>) -> Answer<P> {
        list.swap(self.at, to);
        self.at = to;
        self.relisted(list, "moved", around)
    }
}

impl<P: From<Self> + From<Form> + From<Finder> + From<Question>> Answers<P> for Things {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter e", Action::Accept, "change", "Changes the source, or adds the first one."),
        row(SCOPE, "a", Action::Add, "add", "Adds a source, or whatever is listed."),
        row(SCOPE, "p", Action::Reuse, "pick", "Picks a source that was entered for another claim."),
        row(SCOPE, "D del", Action::Delete, "remove", "Removes what is selected; undo brings it back."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next one."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the one before."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Selects the first one."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Selects the last one."),
        row(SCOPE, "K", Action::Raise, "up", "Moves it up."),
        row(SCOPE, "J", Action::Lower, "down", "Moves it down."),
        row(SCOPE, "o", Action::OpenLink, "open", "Opens the source's link, after asking."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the list."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![match around.writable() {
            Ok((_, claim)) => Answer::Open(Self::of(&field::SOURCES, claim).into()),
            Err(why) => why,
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn is_idle(&self, action: &Action, desk: Option<&Desk>) -> bool {
        let count = self.list(desk.and_then(|desk| desk.session.claims().by_id(&self.claim))).len();
        let sourced = self.field == &field::SOURCES;
        match action {
            Action::Accept | Action::Delete => count == 0,
            Action::Raise | Action::Lower => count < 2,
            Action::Reuse => !sourced,
            Action::OpenLink => !sourced || count == 0,
            _ => false,
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let list = self.list(self.claim(around));
        let last = list.len().saturating_sub(1);
        self.at = self.at.min(last);
        vec![match action {
            Action::Move(motion) => {
                self.at = motion.over(self.at, list.len(), last);
                return Vec::new();
            }
            Action::Accept if !list.is_empty() => {
                return self.form(Purpose { field: self.field, at: Some(self.at) }, around);
            }
            Action::Add | Action::Accept => return self.form(Purpose::of(self.field), around),
            Action::Delete if !list.is_empty() => {
                let mut after = list;
                after.remove(self.at);
                self.at = self.at.min(after.len().saturating_sub(1));
                self.relisted(after, "removed", around)
            }
            Action::Raise if self.at > 0 => self.moved(list, self.at - 1, around),
            Action::Lower if self.at < last => self.moved(list, self.at + 1, around),
            Action::Reuse if self.field == &field::SOURCES => self.find(around),
            Action::OpenLink if self.field == &field::SOURCES => link(self.claim(around), self.at),
            Action::Cancel => Answer::Close,
            _ => return Vec::new(),
        }]
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let count = self.list(self.claim(around)).len();
        let listed = Listed::pairs(aside::pairs(around.desk, around.size, count), self.at);
        Some(Rows { listed, selected: self.at, count, at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
