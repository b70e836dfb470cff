//! Going through what is to be settled: where readers came to different verdicts, and what another copy has differently.

use std::rc::Rc;

use super::answer::{Answer, Answers, Around, Keep};
use super::settling::Settling;
use crate::app::action::{Action, Motion};
use crate::app::conflict;
use crate::app::desk::Desk;
use crate::app::item::Item;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::told_difference::{KeptDifference, ToldDifference};
use crate::review::field::{CONFLICTS, SETTLED, SOURCES};
use crate::review::{Change, Claim, ClaimId, Edit, Entry, Reading, Source, Status, Swap, Verdict};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "differences", name: "Differences", beyond: &[], types: false, on_desk: true });

/// What of a claim is to be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// Its first conflict with another copy of the session.
    Conflict,
    /// Its readings.
    Readings,
    /// What its readings were settled to, which may be settled otherwise.
    Settled,
}

/// What stands in place of a difference that is none any more.
pub const OVER: &str =
    "nothing of it is to be settled any more: somebody has done so meanwhile, or a draft changed its words";

/// One difference of those in the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The claim.
    pub claim: ClaimId,
    /// What of it.
    pub torn: Torn,
    /// What was told of it last.
    pub kept: KeptDifference,
}

/// True for an edit that settles a difference.
fn settles(entry: &Entry) -> bool {
    matches!(&entry.edit.change, Change::Field(field, _) if [&SETTLED, &CONFLICTS].contains(field))
}

/// Every difference, in article order.
fn all(desk: &Desk) -> Vec<Difference> {
    let claims = desk.session.claims();
    if claims.tally().conflicts + claims.tally().differs == 0 {
        return Vec::new();
    }
    let of = |claim: &Claim| {
        let conflict = (!claim.record.conflicts.is_empty()).then_some(Torn::Conflict);
        let readings = (claim.status() == Status::Differs).then_some(Torn::Readings);
        let id = claim.id.clone();
        conflict.into_iter().chain(readings).map(move |torn| Difference::new(id.clone(), torn))
    };
    claims.iter().flat_map(of).collect()
}

/// What was settled, in article order.
fn settled(desk: &Desk) -> Vec<Difference> {
    let settled = desk.session.claims().iter().filter(|claim| claim.record.settled.is_some());
    settled.map(|claim| Difference::new(claim.id.clone(), Torn::Settled)).collect()
}

/// The first difference of the selected claim, else the next one behind it, else the first of all.
pub fn next(desk: &Desk) -> Option<Difference> {
    nearest(desk, &all(desk))
}

/// The difference to begin with: what the selected claim was settled to, where nothing of it is open; else the next that is to be settled;
/// where there is none the next that was.
fn first(desk: &Desk) -> Option<Difference> {
    let (open, settled) = (all(desk), settled(desk));
    let of_selected = |one: &&Difference| desk.claim().is_some_and(|claim| claim.id == one.claim);
    if !open.iter().any(|one| of_selected(&one))
        && let Some(own) = settled.iter().find(of_selected)
    {
        return Some(own.clone());
    }
    nearest(desk, &open).or_else(|| nearest(desk, &settled))
}

/// The first of `all` at the selected claim or behind it, else the first.
fn nearest(desk: &Desk, all: &[Difference]) -> Option<Difference> {
    let place = |difference: &Difference| desk.session.claims().index_of(&difference.claim);
    let from = desk.claim().and_then(|claim| desk.session.claims().index_of(&claim.id));
    all.iter().find(|one| place(one) >= from).or_else(|| all.first()).cloned()
}

impl Difference {
    /// What is to be settled of a claim, nothing told of it yet.
    pub fn new(claim: ClaimId, torn: Torn) -> Self {
        Self { claim, torn, kept: KeptDifference::default() }
    }

    /// True while it is to be settled: somebody else may have, or a draft may have given the claim other words.
    pub fn stands(&self, desk: &Desk) -> bool {
        desk.session.claims().by_id(&self.claim).is_some_and(|claim| match self.torn {
            Torn::Conflict => !claim.record.conflicts.is_empty(),
            Torn::Readings => claim.status() == Status::Differs,
            Torn::Settled => claim.record.settled.is_some(),
        })
    }

    /// Those that are gone through with this one: what is to be settled, or what was.
    fn among(&self, desk: &Desk) -> Vec<Self> {
        if self.torn == Torn::Settled { settled(desk) } else { all(desk) }
    }

    /// What is told of it besides its claim, for `reader`; a pass over the history where the session is another than the last time.
    pub fn told(&self, desk: &Desk, claim: &Claim, reader: &str) -> Rc<ToldDifference> {
        self.kept.of(&desk.session, || {
            let all = self.among(desk);
            let conflict = claim.record.conflicts.first().filter(|_| self.torn == Torn::Conflict);
            ToldDifference {
                at: all.iter().position(|one| one == self).map_or(0, |at| at + 1),
                of: all.len(),
                sides: conflict.map(|conflict| conflict::sides(&desk.session, claim, conflict, reader)),
                sources: if self.torn == Torn::Conflict { Vec::new() } else { sources(desk, claim) },
            }
        })
    }

    /// The next difference, or the one before; from the last on the first again.
    fn beside(&self, desk: &Desk, forward: bool) -> Option<Self> {
        let all = self.among(desk);
        let Some(at) = all.iter().position(|one| one == self) else { return next(desk) };
        let to = if forward { at + 1 } else { at + all.len() - 1 } % all.len();
        all.get(to).cloned()
    }

    fn held<'a>(&self, around: &Around<'a>) -> Option<(&'a Desk, &'a Claim)> {
        let desk = around.desk?;
        Some((desk, desk.session.claims().by_id(&self.claim)?))
    }

    /// The edits that settle a conflict: what is kept beside put in the place of what stands, where that is to be, and the conflict taken
    /// off the claim.
    fn settled(&self, beside: bool, around: &Around<'_>) -> Result<Vec<Edit>, String> {
        let Some((desk, claim)) = self.held(around) else { return Ok(Vec::new()) };
        let conflicts = &claim.record.conflicts;
        let Some(conflict) = conflicts.first() else { return Ok(Vec::new()) };
        let article = &desk.session.article;
        let (mut changes, mut back) = (Vec::new(), None);
        if beside && conflict.ours(claim, article) != conflict.theirs {
            let taken = conflict.taken(claim, article, &around.settings.reviewer, around.now);
            changes.push(taken.ok_or_else(|| {
                format!("this version can't take over a {}: the other side alone can be kept", conflict.field)
            })?);
            back = conflict.brought_back(claim, &desk.session);
        }
        changes.extend(Change::of(claim, &CONFLICTS, |claim| drop(claim.record.conflicts.remove(0))));
        Ok(changes.into_iter().map(|change| Edit::of(self.claim.clone(), change)).chain(back).collect())
    }

    /// What follows from keeping one side of a conflict as they are shown, the first or the other.
    fn kept<P>(&self, first: bool, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some((desk, claim)) = self.held(around) else { return vec![Answer::Close] };
        let Some(held) = claim.record.conflicts.first() else { return vec![Answer::Close] };
        let [one, other] = conflict::sides(&desk.session, claim, held, &around.settings.reviewer);
        let side = if first { one } else { other };
        match self.settled(side.beside, around) {
            Err(reason) => vec![Answer::Alarm(reason)],
            Ok(edits) => {
                let keep = Keep { edits, said: String::new(), overtaken: None, row: None };
                vec![Answer::Keep(Box::new(keep)), Answer::Close, Answer::NextDifference]
            }
        }
    }

    /// The verdict that an action takes of the readings, or what to tell the reviewer.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only these choose a verdict")]
    fn verdict(&self, action: &Action, around: &Around<'_>) -> Option<Result<Verdict, String>> {
        let (_, claim) = self.held(around)?;
        let (readings, by) = (claim.readings(), &around.settings.reviewer);
        let mut others = readings.iter().filter(|reading| reading.by != *by);
        let found: Option<&Reading> = match action {
            Action::Mark(verdict) => return Some(Ok(verdict.clone())),
            Action::Dismiss => return Some(Ok(Verdict::Dismissed)),
            Action::Ours => readings.iter().find(|reading| reading.by == *by),
            Action::Theirs => others.next().filter(|_| others.next().is_none()),
            Action::Choose(name) => {
                let at = READERS.iter().position(|reader| reader == name)?;
                return readings.get(at).map(|reading| Ok(reading.verdict.clone()));
            }
            _ => return None,
        };
        let one = around.key(SCOPE, "reader-1");
        Some(found.map(|reading| reading.verdict.clone()).ok_or_else(|| match action {
            Action::Ours => format!("you have not marked it: {one} takes the first reader's verdict"),
            _ => format!("there are several others: {one} takes the first reader's verdict"),
        }))
    }
}

/// The sources of `claim`, a line each: the title, where in it, which way it points, and who entered it.
fn sources(desk: &Desk, claim: &Claim) -> Vec<String> {
    let edits = desk.session.history().iter().filter(|entry| entry.edit.claim.as_ref() == Some(&claim.id));
    let lists = edits.filter_map(|entry| {
        let Change::Field(field, swap) = &entry.edit.change else { return None };
        (*field == &SOURCES).then_some((&*entry.by, swap))
    });
    let entered: Vec<(&str, &Swap<serde_json::Value>)> = lists.collect();
    let holds = |value: &serde_json::Value, id: &str| {
        SOURCES.items(value).iter().any(|thing| thing.get("id").and_then(serde_json::Value::as_str) == Some(id))
    };
    let told = |source: &Source| {
        let by = entered.iter().find(|(_, swap)| holds(&swap.after, &source.id) && !holds(&swap.before, &source.id));
        let stance = source.stance.as_ref().map(ToString::to_string).unwrap_or_default();
        let name = if source.title.is_empty() { &source.url } else { &source.title };
        let parts = [name.as_str(), &source.locator, &stance, by.map_or("", |(by, _)| by)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    claim.record.sources.iter().map(told).collect()
}

/// The names of the keys that take one reader's verdict.
const READERS: [&str; 5] = ["reader-1", "reader-2", "reader-3", "reader-4", "reader-5"];

impl<P: From<Settling> + From<Self>> Answers<P> for Difference {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(
            SCOPE,
            "o",
            Action::Ours,
            "keep yours",
            "Keeps yours: your value or your verdict; of two that are not yours the first.",
        ),
        row(SCOPE, "t", Action::Theirs, "the other", "Takes the other: the value or verdict that is not yours."),
        row(SCOPE, "1", Action::Choose("reader-1"), "", "Takes the first reader's verdict."),
        row(SCOPE, "2", Action::Choose("reader-2"), "", "Takes the second reader's verdict."),
        row(SCOPE, "3", Action::Choose("reader-3"), "", "Takes the third reader's verdict."),
        row(SCOPE, "4", Action::Choose("reader-4"), "", "Takes the fourth reader's verdict."),
        row(SCOPE, "5", Action::Choose("reader-5"), "", "Takes the fifth reader's verdict."),
        row(SCOPE, "v", Action::Mark(Verdict::Verified), "", "Settles it as verified, whatever the readers say."),
        row(SCOPE, "d", Action::Mark(Verdict::Disputed), "", "Settles it as disputed, whatever the readers say."),
        row(SCOPE, "u", Action::Mark(Verdict::Unknown), "", "Settles it as unknown, whatever the readers say."),
        row(SCOPE, "x", Action::Dismiss, "", "Settles it: there is nothing to check."),
        row(SCOPE, "n j down", Action::Move(Motion::Next), "next", "Shows the next difference."),
        row(SCOPE, "p k up", Action::Move(Motion::Previous), "", "Shows the difference before."),
        row(SCOPE, "z", Action::Undo, "", "Undo: takes back what was settled last."),
        row(SCOPE, "esc q", Action::Cancel, "later", "Leaves it unsettled."),
    ];

    /// The selected claim's first difference, or the next claim's that has one.
    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return Vec::new() };
        vec![if desk.is_read_only() {
            Answer::Alarm(around.keymap.read_only())
        } else if let Some(first) = first(desk) {
            return vec![Answer::Select(Item::Claim(first.claim.clone())), Answer::Open(first.into())];
        } else {
            Answer::Say("no readers differ, and nothing is in conflict with another copy".to_owned())
        }]
    }

    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let is_over = around.desk.is_some_and(|desk| !self.stands(desk));
        match (action, self.torn) {
            (Action::Cancel, _) => vec![Answer::Close],
            (Action::Undo, _) => match around.undoes(settles) {
                Ok(()) => vec![Answer::Close, Answer::Do(Action::Undo), Answer::NextDifference],
                Err(why) => vec![Answer::Say(why)],
            },
            (Action::Move(motion), _) => {
                let forward = motion == Motion::Next;
                let Some(beside) = around.desk.and_then(|desk| self.beside(desk, forward)) else {
                    return vec![Answer::Close, Answer::NextDifference];
                };
                *self = beside;
                vec![Answer::Select(Item::Claim(self.claim.clone()))]
            }
            // Nothing is settled in its place that nobody has looked at.
            _ if is_over => vec![Answer::Say(OVER.to_owned())],
            (Action::Ours, Torn::Conflict) => self.kept(true, around),
            (Action::Theirs, Torn::Conflict) => self.kept(false, around),
            (_, Torn::Conflict) => Vec::new(),
            (action, Torn::Readings | Torn::Settled) => match self.verdict(&action, around) {
                Some(Ok(verdict)) => vec![Answer::Open(Settling::new(self.claim.clone(), verdict).into())],
                Some(Err(why)) => vec![Answer::Say(why)],
                None => Vec::new(),
            },
        }
    }
}
