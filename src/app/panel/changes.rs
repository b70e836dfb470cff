//! Going through what a draft changed: old and new words of one claim after the other, and what to do about each.

use super::answer::{Answer, Answers, Around, Keep};
use crate::app::action::{Action, Motion};
use crate::app::changed_claims::{listed, open_ones};
use crate::app::desk::Desk;
use crate::app::filter::{Item, item_at};
use crate::app::keymap::{Binding, Keymap, Place, Scope, row};
use crate::app::layout::Size;
use crate::app::same_words;
use crate::app::settings::Settings;
use crate::app::shown_change::ShownChange;
use crate::app::told_change;
use crate::review::field::FATE;
use crate::review::{Change, Claim, ClaimId, Edit, Entry, FateAnswer, Recut, Session, Verdict, dismissing, marking};

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
    /// The first row in view.
    top: usize,
    /// True where those are gone through, too, that somebody has answered.
    all: bool,
}

/// What is said where the last is left for the first.
const PAST_LAST: &str = "past the last change: from the first again";

impl Changed {
    /// The change of this claim, from its first row.
    pub const fn of(claim: ClaimId) -> Self {
        Self { claim, top: 0, all: false }
    }

    /// What is shown of it; `None` when its claim or the change is gone.
    pub fn shown(
        &self,
        session: &Session,
        (keymap, settings): (&Keymap, &Settings),
        size: Size,
    ) -> Option<ShownChange> {
        let confirm = keymap.called(SCOPE, "confirm");
        ShownChange::of(session.any_claim(&self.claim)?, session, (confirm, settings), size)
    }

    /// The first row in view of `shown`.
    pub fn top(&self, shown: &ShownChange) -> usize {
        self.top.min(shown.rows().saturating_sub(shown.fit))
    }

    /// Scrolls on where the new words are not in view to their end.
    fn scrolls(&mut self, around: &Around<'_>, desk: &Desk) -> bool {
        let Some(shown) = self.shown(&desk.session, (around.keymap, around.settings), around.size) else {
            return false;
        };
        let top = self.top(&shown);
        let more = top + shown.fit < shown.word_rows();
        if more {
            self.top = Motion::PageDown.over(top, shown.fit, shown.rows().saturating_sub(shown.fit));
        }
        more
    }

    /// The place of its claim among those to be looked at, from 0, and how many there are.
    pub fn place(&self, session: &Session) -> (usize, usize) {
        let all: Vec<&ClaimId> = listed(session, self.all).into_iter().map(|claim| &claim.id).collect();
        (all.iter().position(|id| **id == self.claim).unwrap_or_default(), all.len())
    }

    /// Goes to the next or the one before, round the end.
    fn step<P>(&mut self, desk: &Desk, forward: bool) -> Vec<Answer<P>> {
        let all: Vec<ClaimId> = listed(&desk.session, self.all).into_iter().map(|claim| claim.id.clone()).collect();
        let (at, count) = self.place(&desk.session);
        let to = if forward { at + 1 } else { at + count.max(1) - 1 };
        let Some(claim) = all.get(to % count.max(1)) else { return Vec::new() };
        let round = match forward {
            _ if count < 2 => "there is no other change",
            true if to == count => PAST_LAST,
            false if at == 0 => "past the first change: from the last again",
            _ => "",
        };
        *self = Self { all: self.all, ..Self::of(claim.clone()) };
        let said = (!round.is_empty()).then(|| Answer::Say(round.to_owned()));
        self.selecting(desk).into_iter().chain(said).collect()
    }

    /// What the list under it selects: its claim, or where the words of that would stand.
    pub fn item(&self, desk: &Desk) -> Option<Item> {
        let claim = desk.session.any_claim(&self.claim)?;
        if !claim.is_apart() {
            return Some(Item::Claim(claim.id.clone()));
        }
        item_at(&desk.session, desk.session.would_stand(claim)?)
    }

    /// Selects it.
    fn selecting<P>(&self, desk: &Desk) -> Vec<Answer<P>> {
        self.item(desk).map(Answer::Select).into_iter().collect()
    }

    /// Goes through those that were answered, too, or no longer.
    fn turn<P>(&mut self, desk: &Desk) -> Vec<Answer<P>> {
        let answered = listed(&desk.session, true).len() - open_ones(&desk.session).count();
        let said = match (self.all, answered) {
            (_, 0) => "no change of this draft was answered yet".to_owned(),
            (false, 1) => "1 that was answered is gone through as well".to_owned(),
            (false, count) => format!("{count} that were answered are gone through as well"),
            (true, _) => "only what nobody has answered".to_owned(),
        };
        self.all = !self.all && answered > 0;
        // What is not among the rest gives way to the first of them.
        let rest = listed(&desk.session, self.all);
        if let Some(first) = rest.first().filter(|_| rest.iter().all(|claim| claim.id != self.claim)) {
            self.claim = first.id.clone();
        }
        self.selecting(desk).into_iter().chain([Answer::Say(said)]).collect()
    }

    /// Does `changes` and goes on to the next.
    fn done<P: From<Self>>(&self, changes: Vec<Change>, said: &str, desk: &Desk) -> Vec<Answer<P>> {
        let all: Vec<&ClaimId> = open_ones(&desk.session).map(|claim| &claim.id).collect();
        let at = all.iter().position(|id| **id == self.claim).unwrap_or_default();
        let next = all.iter().skip(at + 1).chain(all.iter().take(at)).next().map(|id| (*id).clone());
        let goes_round = next.is_some() && at + 1 >= all.len();
        let told = if goes_round { format!("{said} · {PAST_LAST}") } else { said.to_owned() };
        let edits = changes.into_iter().map(|change| Edit::of(self.claim.clone(), change)).collect();
        let last = format!("{said} · every change of this draft was looked at");
        let mut answers = vec![Answer::Keep(Box::new(Keep { edits, said: told, overtaken: None, row: None }))];
        // What is refused stays in view: only behind what was kept comes the next.
        answers.push(Answer::Close);
        match next {
            Some(next) => {
                let next = Self::of(next);
                answers.extend(next.selecting(desk));
                answers.push(Answer::Open(next.into()));
            }
            None => answers.push(Answer::Say(last)),
        }
        answers
    }

    /// The verdict that was withdrawn stands again, by this reviewer.
    fn confirm<P: From<Self>>(&self, claim: &Claim, around: &Around<'_>, desk: &Desk) -> Vec<Answer<P>> {
        let verdict = match told_change::again(claim) {
            Ok(verdict) => verdict,
            Err(why) => return vec![Answer::Say(why.to_owned())],
        };
        let said = format!("{verdict} again");
        let changes = given(claim, verdict, around).chain(answered(claim, Some(FateAnswer::Confirmed))).collect();
        self.done(changes, &said, desk)
    }

    /// The claim has been checked anew.
    fn mark<P: From<Self>>(&self, claim: &Claim, verdict: Verdict, around: &Around<'_>, desk: &Desk) -> Vec<Answer<P>> {
        let said = verdict.to_string();
        let changes = given(claim, verdict, around).chain(answered(claim, Some(FateAnswer::Recheck))).collect();
        self.done(changes, &said, desk)
    }
}

/// The changes by which the reviewer gives `claim` a verdict, or says that there is nothing to check.
fn given(claim: &Claim, verdict: Verdict, around: &Around<'_>) -> impl Iterator<Item = Change> {
    let (by, now) = (&around.settings.reviewer, around.now);
    let edits =
        if verdict.is_dismissal() { dismissing(claim, true, by, now) } else { marking(claim, Some(verdict), by, now) };
    edits.into_iter().map(|edit| edit.change)
}

/// True for an edit that says what is to become of a claim that the draft changed.
fn answers(entry: &Entry) -> bool {
    match &entry.edit.change {
        Change::Field(field, _) => *field == &FATE,
        Change::Recut(how, _) => matches!(how, Recut::Delete | Recut::Attach),
        Change::Mend(_)
        | Change::Block(..)
        | Change::Waive(..)
        | Change::List(..)
        | Change::Withhold(..)
        | Change::Draft(_)
        | Change::Later(..) => false,
    }
}

/// The change by which a reviewer answers a claim's fate, or takes an answer away.
fn answered(claim: &Claim, answer: Option<FateAnswer>) -> Option<Change> {
    Change::of(claim, &FATE, |claim| {
        if let Some(fate) = &mut claim.record.fate {
            fate.answer = answer;
        }
    })
}

impl<P: From<Self>> Answers<P> for Changed {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "y enter", Action::Choose("confirm"), "confirm", "Lets the verdict stand again, by you, now."),
        row(SCOPE, "v", Action::Mark(Verdict::Verified), "verified", "Marks the new words verified."),
        row(SCOPE, "d", Action::Mark(Verdict::Disputed), "disputed", "Marks the new words disputed."),
        row(SCOPE, "u", Action::Mark(Verdict::Unknown), "unknown", "Marks the new words unknown."),
        row(SCOPE, "r", Action::Choose("recheck"), "recheck", "Leaves the claim unchecked: it is to be checked anew."),
        row(SCOPE, "a", Action::Choose("attach"), "other words", "Puts the claim on other words, which you pick."),
        row(
            SCOPE,
            "x",
            Action::Choose("let-go"),
            "let go",
            "Lets a claim go whose words stand nowhere any more (again: back).",
        ),
        row(SCOPE, "j down n", Action::Move(Motion::Next), "next", "Goes to the next change."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Leaves the rest for later."),
        row(SCOPE, "k up p", Action::Move(Motion::Previous), "before", "Goes to the change before."),
        row(
            SCOPE,
            "o",
            Action::Choose("answered"),
            "answered too",
            "Goes through those as well that somebody has answered (again: no longer).",
        ),
        row(
            SCOPE,
            "space pgdn ctrl-f",
            Action::Move(Motion::PageDown),
            "",
            "Scrolls a page down, where not all of it can be shown.",
        ),
        row(SCOPE, "b pgup ctrl-b", Action::Move(Motion::PageUp), "", "Scrolls a page up."),
        row(SCOPE, "z", Action::Undo, "undo", "Undo: takes back what was said of a change last."),
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
            Some(desk) => {
                let said = Answer::Say("every change of this draft was looked at".to_owned());
                let again = (!listed(&desk.session, true).is_empty()).then_some(Answer::NextChange);
                return again.into_iter().chain([said]).collect();
            }
        };
        vec![Answer::Say(said)]
    }

    fn resized(&mut self, from: Size, around: &Around<'_>) {
        let with = (around.keymap, around.settings);
        let shown = |size| around.desk.and_then(|desk| self.shown(&desk.session, with, size));
        if let (Some(before), Some(after)) = (shown(from), shown(around.size)) {
            // Side by side, words stand in another order than below one another.
            let alike = before.beside == after.beside;
            self.top = if alike { same_words::row_of(self.top(&before), before.words(), after.words()) } else { 0 };
        }
    }

    /// Words that stand nowhere are put on others or let go; those that stand are judged.
    fn is_idle(&self, action: &Action, desk: Option<&Desk>) -> bool {
        let Some(claim) = desk.and_then(|desk| desk.session.any_claim(&self.claim)) else { return false };
        let judges = matches!(action, Action::Mark(_) | Action::Choose("confirm" | "recheck"));
        if *action == Action::Choose("answered") {
            let all = desk.map(|desk| (listed(&desk.session, true).len(), open_ones(&desk.session).count()));
            return all.is_some_and(|(all, open)| all == open || open == 0);
        }
        let let_go = *action == Action::Choose("let-go");
        let confirms = *action == Action::Choose("confirm");
        if claim.is_apart() { judges } else { let_go || confirms && told_change::again(claim).is_err() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return vec![Answer::Close] };
        match action {
            Action::Cancel => return vec![Answer::Close],
            Action::Choose("answered") => return self.turn(desk),
            Action::Move(Motion::Next) => return self.step(desk, true),
            Action::Move(Motion::Previous) => return self.step(desk, false),
            Action::Move(motion) => {
                if let Some(shown) = self.shown(&desk.session, (around.keymap, around.settings), around.size) {
                    self.top = motion.over(self.top(&shown), shown.fit, shown.rows().saturating_sub(shown.fit));
                }
                return Vec::new();
            }
            Action::Undo => {
                return match around.undoes(answers) {
                    Ok(()) => vec![Answer::Close, Answer::Do(Action::Undo), Answer::NextChange],
                    Err(why) => vec![Answer::Say(why)],
                };
            }
            _ => {}
        }
        if desk.is_read_only() {
            return vec![Answer::Alarm(around.keymap.read_only())];
        }
        let Some(claim) = desk.session.any_claim(&self.claim) else { return vec![Answer::Close] };
        if matches!(action, Action::Choose("confirm") | Action::Mark(_)) && self.scrolls(around, desk) {
            return vec![Answer::Say(
                "not done: the new words went on out of view; read them and press it again".into(),
            )];
        }
        match action {
            Action::Choose("confirm" | "recheck") | Action::Mark(_) if claim.is_apart() => {
                let attach = around.key(SCOPE, "attach");
                vec![Answer::Say(format!("its words stand nowhere in this draft; {attach} puts it on others"))]
            }
            Action::Mark(verdict) => self.mark(claim, verdict, around, desk),
            Action::Choose("confirm") => self.confirm(claim, around, desk),
            Action::Choose("recheck") => {
                let change = answered(claim, Some(FateAnswer::Recheck));
                self.done(change.into_iter().collect(), "to be checked anew", desk)
            }
            Action::Choose("attach") => vec![Answer::Close, Answer::Rehome(self.claim.clone())],
            Action::Choose("let-go") if claim.is_let_go() => {
                let change = answered(claim, None);
                self.done(change.into_iter().collect(), "to be looked at again", desk)
            }
            Action::Choose("let-go") if claim.is_apart() => {
                let change = answered(claim, Some(FateAnswer::LetGo));
                let finds = around.key(Scope::Desk, "filter");
                self.done(change.into_iter().collect(), &format!("let go; {finds} g finds it, with all it has"), desk)
            }
            Action::Choose("let-go") => {
                vec![Answer::Say("its words stand in this draft; dismiss it if there is nothing to check".to_owned())]
            }
            _ => Vec::new(),
        }
    }
}
