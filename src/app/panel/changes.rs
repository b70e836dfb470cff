//! Going through what a draft changed: old and new words of one claim after the other, and what to do about each.

use super::answer::{Answer, Answers, Around, Keep};
use crate::app::action::{Action, Motion};
use crate::app::desk::Desk;
use crate::app::item::Item;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::{FATE, marked};
use crate::review::{Change, Claim, ClaimId, Edit, Fate, FateAnswer, Mark, Session};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "changes",
    name: "What a draft changed",
    beyond: &[],
    types: false,
    on_desk: false,
});

/// One claim that a draft changed or took the words from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The claim.
    pub claim: ClaimId,
}

/// The claims that are still to be looked at, in article order, those whose words stand nowhere last.
pub fn open_ones(session: &Session) -> impl Iterator<Item = &Claim> {
    let pending: Vec<&Claim> = if session.claims().tally().pending == 0 {
        Vec::new()
    } else {
        session.claims().iter().filter(|claim| claim.is_pending()).collect()
    };
    pending.into_iter().chain(session.apart().iter().filter(|claim| is_open(claim)))
}

fn is_open(claim: &Claim) -> bool {
    claim.fate().is_some_and(|fate| fate.answer.is_none())
}

/// The verdict that was withdrawn, if there was one and its readers agreed.
pub fn withdrawn(fate: &Fate) -> Option<&Mark> {
    let (first, others) = fate.had.split_first()?;
    others.iter().all(|mark| mark.verdict == first.verdict).then_some(first)
}

impl Changed {
    /// The place of its claim among those to be looked at, from 0, and how many there are.
    pub fn place(&self, session: &Session) -> (usize, usize) {
        let all: Vec<&ClaimId> = open_ones(session).map(|claim| &claim.id).collect();
        (all.iter().position(|id| **id == self.claim).unwrap_or_default(), all.len())
    }

    /// Goes to the next or the one before, round the end.
    fn step<P>(&mut self, desk: &Desk, forward: bool) -> Vec<Answer<P>> {
        let all: Vec<ClaimId> = open_ones(&desk.session).map(|claim| claim.id.clone()).collect();
        let (at, count) = self.place(&desk.session);
        let to = if forward { at + 1 } else { at + count.max(1) - 1 };
        let Some(claim) = all.get(to % count.max(1)) else { return Vec::new() };
        self.claim.clone_from(claim);
        self.selecting(desk)
    }

    /// Selects its claim in the list under it, where it is in the article.
    fn selecting<P>(&self, desk: &Desk) -> Vec<Answer<P>> {
        let here = desk.session.claims().by_id(&self.claim).is_some();
        here.then(|| Answer::Select(Item::Claim(self.claim.clone()))).into_iter().collect()
    }

    /// Does `changes` and goes on to the next.
    fn done<P>(&mut self, changes: Vec<Change>, said: String, desk: &Desk) -> Vec<Answer<P>> {
        let all: Vec<&ClaimId> = open_ones(&desk.session).map(|claim| &claim.id).collect();
        let at = all.iter().position(|id| **id == self.claim).unwrap_or_default();
        let next = all.iter().skip(at + 1).chain(all.iter().take(at)).next().map(|id| (*id).clone());
        let edits = changes.into_iter().map(|change| Edit::of(self.claim.clone(), change)).collect();
        let mut answers = vec![Answer::Keep(Box::new(Keep { edits, said, overtaken: None, row: None }))];
        match next {
            Some(next) => {
                self.claim = next;
                answers.extend(self.selecting(desk));
            }
            None => answers.extend([Answer::Close, Answer::Say("every change of this draft was looked at".to_owned())]),
        }
        answers
    }

    /// The verdict that was withdrawn stands again, by this reviewer.
    fn confirm<P>(&mut self, claim: &Claim, around: &Around<'_>, desk: &Desk) -> Vec<Answer<P>> {
        let Some(fate) = claim.fate() else { return Vec::new() };
        if claim.is_apart() {
            let attach = around.key(SCOPE, "attach");
            return vec![Answer::Say(format!("its words stand nowhere in this draft; {attach} puts it on others"))];
        }
        let answer = answered(claim, FateAnswer::Confirmed);
        if fate.dismissed {
            let change = Change::of(claim, &crate::review::field::DISMISSED, |claim| claim.dismissed = true);
            return self.done(change.into_iter().chain(answer).collect(), "dismissed again".to_owned(), desk);
        }
        let Some(mark) = withdrawn(fate) else {
            return vec![Answer::Say("no one verdict stood on it; mark it instead, or check it anew".to_owned())];
        };
        let said = format!("{} again", mark.verdict);
        let given = marked(claim, Some(mark.verdict.clone()), &around.settings.reviewer, around.now);
        self.done(given.into_iter().chain(answer).collect(), said, desk)
    }
}

/// The change by which a reviewer answers a claim's fate.
fn answered(claim: &Claim, answer: FateAnswer) -> Option<Change> {
    Change::of(claim, &FATE, |claim| {
        if let Some(fate) = &mut claim.record.fate {
            fate.answer = Some(answer);
        }
    })
}

impl<P> Answers<P> for Changed {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "y enter", Action::Choose("confirm"), "confirm", "Lets the verdict stand again, by you, now."),
        row(SCOPE, "r", Action::Choose("recheck"), "recheck", "Leaves the claim unchecked: it is to be checked anew."),
        row(SCOPE, "a", Action::Choose("attach"), "other words", "Puts the claim on other words, which you pick."),
        row(SCOPE, "x", Action::Choose("let-go"), "let go", "Lets a claim go whose words stand nowhere any more."),
        row(SCOPE, "j down n", Action::Move(Motion::Next), "next", "Goes to the next change."),
        row(SCOPE, "k up p", Action::Move(Motion::Previous), "", "Goes to the change before."),
        row(SCOPE, "z", Action::Undo, "", "Undo: takes the last change back."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Leaves the rest for later."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        // It is opened by its own kind of answer, which knows the panels.
        let said = match around.desk {
            None => "no session is open".to_owned(),
            Some(desk) if open_ones(&desk.session).next().is_some() => return vec![Answer::NextChange],
            Some(desk) if desk.session.article.draft < 2 => {
                let brings = around.key(Scope::Desk, "next-draft");
                format!("this is the first draft; {brings} brings in the next")
            }
            Some(_) => "every change of this draft was looked at".to_owned(),
        };
        vec![Answer::Say(said)]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return vec![Answer::Close] };
        match action {
            Action::Cancel => return vec![Answer::Close],
            Action::Move(Motion::Next) => return self.step(desk, true),
            Action::Move(Motion::Previous) => return self.step(desk, false),
            Action::Undo => return vec![Answer::Close, Answer::Do(Action::Undo), Answer::Do(Action::Panel(SCOPE))],
            _ => {}
        }
        if desk.is_read_only() {
            return vec![Answer::Alarm(around.keymap.read_only())];
        }
        let Some(claim) = desk.session.any_claim(&self.claim) else { return vec![Answer::Close] };
        match action {
            Action::Choose("confirm") => self.confirm(claim, around, desk),
            Action::Choose("recheck") if claim.is_apart() => {
                let attach = around.key(SCOPE, "attach");
                vec![Answer::Say(format!("its words stand nowhere in this draft; {attach} puts it on others"))]
            }
            Action::Choose("recheck") => {
                let change = answered(claim, FateAnswer::Recheck);
                self.done(change.into_iter().collect(), "to be checked anew".to_owned(), desk)
            }
            Action::Choose("attach") => vec![Answer::Close, Answer::Rehome(self.claim.clone())],
            Action::Choose("let-go") if claim.is_apart() => {
                self.done(vec![Change::delete(claim.clone())], "let go; undo brings it back".to_owned(), desk)
            }
            Action::Choose("let-go") => {
                vec![Answer::Say("its words stand in this draft; dismiss it if there is nothing to check".to_owned())]
            }
            _ => Vec::new(),
        }
    }
}
