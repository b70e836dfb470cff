//! The list of a claim's sources.

use super::answer::{Answer, Answers, Around, Keep, Rows};
use super::finder::Finder;
use super::help;
use super::question::Question;
use crate::app::action::{Action, Motion};
use crate::app::form::{Form, Purpose, opens};
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::{Change, Claim, ClaimId, Edit, Source, Swap};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "sources", name: "Sources", beyond: &[], types: false, on_desk: true });

/// The sources of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The claim.
    pub claim: ClaimId,
    /// The selected row.
    pub at: usize,
}

/// The selected claim's list and, over it, the sources of other claims to pick from; or why there is none.
pub fn opened_to_pick<P: From<Sources> + From<Finder>>(around: &Around<'_>) -> Vec<Answer<P>> {
    match around.writable() {
        Ok((_, claim)) => {
            let list = Sources { claim: claim.id.clone(), at: 0 };
            let find = list.find(around);
            vec![Answer::Open(list.into()), find]
        }
        Err(why) => vec![why],
    }
}

/// The question whether to open the link of the claim's source at `at`, or of the first behind it that has one.
pub fn link<P: From<Question>>(claim: Option<&Claim>, at: usize) -> Answer<P> {
    let Some(claim) = claim else { return Answer::Say("no claim is selected".to_owned()) };
    let mut links = claim.record.sources.iter().skip(at).map(|source| source.url.clone());
    match links.find(|link| !link.is_empty()) {
        None => Answer::Say("no source here has a link".to_owned()),
        Some(link) if opens(&link) => Answer::Open(Question::Link(claim.id.clone(), link).into()),
        Some(link) => Answer::Alarm(format!("only http and https links are opened, not {link}")),
    }
}

impl Sources {
    fn of<'a>(&self, around: &Around<'a>) -> Option<&'a Claim> {
        around.desk?.session.claims().by_id(&self.claim)
    }

    /// The question which source of another claim to take.
    fn find<P: From<Finder>>(&self, around: &Around<'_>) -> Answer<P> {
        let finder = around.desk.map(|desk| Finder::sources(&desk.session, &self.claim));
        finder.filter(Finder::has_rows).map_or_else(
            || Answer::Say(format!("no other claim has a source to pick: {} adds one", around.key(SCOPE, "add"))),
            |finder| Answer::Open(finder.into()),
        )
    }

    /// The form over one of them, or over a new one.
    fn form<P: From<Form>>(&self, purpose: Purpose, around: &Around<'_>) -> Vec<Answer<P>> {
        let held = around.desk.zip(self.of(around));
        let form = held.map(|(desk, claim)| Form::open(claim, purpose, desk.session.exact(claim), around.now));
        form.map(|form| Answer::Open(form.into())).into_iter().collect()
    }

    /// The list with another content.
    fn relisted<P>(&self, before: &[Source], after: Vec<Source>, said: &str) -> Answer<P> {
        let change = Change::Sources(Swap::new(before.to_vec(), after));
        let edits = vec![Edit::of(self.claim.clone(), change)];
        Answer::Keep(Box::new(Keep { edits, said: said.to_owned(), overtaken: None, row: None }))
    }

    /// The list with the selected source moved to row `to`.
    fn moved<P>(&mut self, list: &[Source], to: usize) -> Answer<P> {
        let mut after = list.to_vec();
        after.swap(self.at, to);
        self.at = to;
        self.relisted(list, after, "source moved")
    }
}

impl<P: From<Self> + From<Form> + From<Finder> + From<Question>> Answers<P> for Sources {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter e", Action::Accept, "change", "Changes the source, or adds the first one."),
        row(SCOPE, "a", Action::Add, "add", "Adds a source."),
        row(SCOPE, "p", Action::Reuse, "pick", "Picks a source that was entered for another claim."),
        row(SCOPE, "D del", Action::Delete, "remove", "Removes the source; undo brings it back."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next source."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the source before."),
        row(SCOPE, "K", Action::Raise, "up", "Moves the source up."),
        row(SCOPE, "J", Action::Lower, "down", "Moves the source down."),
        row(SCOPE, "o", Action::OpenLink, "open", "Opens the source's link, after asking."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the list."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![match around.writable() {
            Ok((_, claim)) => Answer::Open(Self { claim: claim.id.clone(), at: 0 }.into()),
            Err(why) => why,
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let list: &[Source] = self.of(around).map_or(&[], |claim| &claim.record.sources);
        let last = list.len().saturating_sub(1);
        self.at = self.at.min(last);
        vec![match action {
            Action::Move(motion) => {
                self.at = motion.over(self.at, list.len(), last);
                return Vec::new();
            }
            Action::Accept if !list.is_empty() => return self.form(Purpose::Source(Some(self.at)), around),
            Action::Add | Action::Accept => return self.form(Purpose::Source(None), around),
            Action::Delete if !list.is_empty() => {
                let mut after = list.to_vec();
                after.remove(self.at);
                self.at = self.at.min(after.len().saturating_sub(1));
                self.relisted(list, after, "source removed")
            }
            Action::Raise if self.at > 0 => self.moved(list, self.at - 1),
            Action::Lower if self.at < last => self.moved(list, self.at + 1),
            Action::Reuse => self.find(around),
            Action::OpenLink => link(self.of(around), self.at),
            Action::Cancel => Answer::Close,
            _ => return Vec::new(),
        }]
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let count = self.of(around)?.record.sources.len();
        let listed = Listed::sources(around.size, count, self.at);
        Some(Rows { listed, selected: self.at, count, at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
