//! The fate of a claim: what became of it in the latest draft.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::leant::Leant;
use super::super::vocabulary::vocabulary;
use super::super::{Claim, Extra, Status, Swap};
use super::{Conflict, Field, Input, Mark, Reading, Row, Shape, Speaker, Verdict, json, read};
use crate::text::quoted;

vocabulary! {
    /// What became of a claim in a new draft.
    FateKind {
        /// Its words stand as they did, but for white space and typographic variants.
        Same = "same",
        /// Its words stand elsewhere.
        Moved = "moved",
        /// Its words are others now.
        Changed = "changed",
        /// Its sentence is several now.
        Split = "split",
        /// Its sentence and another are one now.
        Merged = "merged",
        /// Its words stand nowhere.
        Gone = "gone",
        /// No earlier draft had it.
        New = "new",
    }
}

vocabulary! {
    /// What a reviewer said to a fate.
    FateAnswer {
        /// The verdict holds for the new words too.
        Confirmed = "confirmed",
        /// It is to be checked anew.
        Recheck = "recheck",
        /// It was put on other words by hand.
        Attached = "attached",
        /// Its words stand nowhere, and nothing is to be done about that: it stays apart with all that was said of it.
        LetGo = "let go",
    }
}

/// What became of a claim in a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// The draft, from 1.
    pub draft: u32,
    /// What became of it.
    pub is: FateKind,
    /// Its words in an earlier draft, those that `had` was given on; empty where it had none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub was: String,
    /// The draft that `was` stands in, from 1; 0 where it had none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub from: u32,
    /// The verdict that was withdrawn with the words; several where there was more than one reader. A dismissal that is known to be
    /// somebody's is one of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub had: Vec<Mark>,
    /// True when there had been nothing to check, and nothing says who found that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dismissed: bool,
    /// Who was said to say it, where somebody else does now; empty where the article itself did. Where they say the opposite now, how they
    /// stood to it stands behind the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// The line that its words leaned on, by a pronoun or as somebody's words, where they lean on another now; empty where on none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub leant_on: String,
    /// The line that they lean on instead; empty where on none, or where nobody wrote it down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub leans_on: String,
    /// What a reviewer said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<FateAnswer>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_none(draft: &u32) -> bool {
    *draft == 0
}

impl Fate {
    /// `is` in `draft`, with nothing more.
    pub const fn of(draft: u32, is: FateKind) -> Self {
        Self {
            draft,
            is,
            was: String::new(),
            from: 0,
            had: Vec::new(),
            dismissed: false,
            said_by: None,
            leant_on: String::new(),
            leans_on: String::new(),
            answer: None,
            extra: Extra::EMPTY,
        }
    }

    /// True when the words are not those that a verdict was given on.
    pub const fn is_other_words(&self) -> bool {
        matches!(self.is, FateKind::Changed | FateKind::Split | FateKind::Merged)
    }

    /// True when none of the verdicts it tells is `by` this reader.
    pub(in super::super) fn is_by_none(&self, by: &str) -> bool {
        self.had.iter().all(|mark| &*mark.by != by)
    }

    /// Tells the verdicts of `other`, too. Of two by one reader the later is told.
    pub(in super::super) fn tell_too(&mut self, other: &Self) {
        for mark in &other.had {
            match self.had.iter_mut().find(|held| held.by == mark.by) {
                None => self.had.push(mark.clone()),
                Some(held) if held.at < mark.at => held.clone_from(mark),
                Some(_) => {}
            }
        }
        self.dismissed |= other.dismissed;
    }

    /// What stood on its words before, in words: `was verified by anna, 2026-11-23`; that there was nothing to check.
    pub fn told_had(&self) -> impl Iterator<Item = String> {
        let marks = self.had.iter().map(|mark| format!("was {} by {}, {}", mark.verdict, mark.by, mark.at.day()));
        marks.chain(self.dismissed.then(|| "there was nothing to check".to_owned()))
    }

    /// Who said it before, in words, where somebody else does now: `was said by the mayor`.
    pub fn told_said_by(&self) -> Option<String> {
        self.said_by.as_deref().map(|name| match name {
            "" => "was said by nobody that the article named".to_owned(),
            name => format!("was said by {name}"),
        })
    }

    /// Its words lean on something else than they did.
    pub(in super::super) fn lean(&mut self, leant: Leant<'_>) {
        (self.leant_on, self.leans_on) = (leant.was.trim().to_owned(), leant.is.trim().to_owned());
    }

    /// True where its words lean on something else than they did.
    pub const fn leans_elsewhere(&self) -> bool {
        !(self.leant_on.is_empty() && self.leans_on.is_empty())
    }

    /// What its words leaned on before, and what they lean on now, in words, where that is something else.
    pub fn told_leaning(&self) -> Option<String> {
        let (was, is) = (quoted(&self.leant_on), quoted(&self.leans_on));
        match (self.leant_on.is_empty(), self.leans_on.is_empty()) {
            (true, true) => None,
            (true, false) => Some(format!("leant on nothing, and leans on {is} now")),
            (false, true) => Some(format!("leant on {was}, and leans on other words now")),
            (false, false) => Some(format!("leant on {was}, and leans on {is} now")),
        }
    }

    /// Who said it before and who says it now, in words, where that is somebody else: `was said by the mayor; now by Ole Berg`; how they
    /// stood to it, where that alone is another.
    pub fn told_sayers(&self, now: Option<&Speaker>) -> Option<String> {
        let (was, told) = (self.said_by.as_deref()?, now.map(Speaker::told));
        let now = match now {
            None if was.is_empty() => return None,
            None => "nobody that the article names",
            // Of a claim that was led over several drafts, or is over several sentences, somebody else may have said it between.
            Some(speaker) if speaker.name == was || told.as_deref() == Some(was) => return None,
            Some(speaker) if was.strip_prefix(&*speaker.name).is_some_and(|rest| rest.starts_with(" (")) => {
                told.as_deref()?
            }
            Some(speaker) => &speaker.name,
        };
        self.told_said_by().map(|was| format!("{was}; now by {now}"))
    }

    /// What all who had come to something had come to; `None` where nobody had, and where they differed.
    pub fn stood(&self) -> Option<Verdict> {
        let flagged = self.dismissed.then_some(&Verdict::Dismissed);
        let mut all = self.had.iter().map(|mark| &mark.verdict).chain(flagged);
        let first = all.next()?;
        all.all(|verdict| verdict == first).then(|| first.clone())
    }

    /// True when the claim's words are others, or stand nowhere.
    pub fn is_elsewhere(&self) -> bool {
        self.is_other_words() || self.is == FateKind::Gone
    }
}

impl Field {
    /// True when `swap` would say of a claim that its words stand nowhere, or no longer say so.
    pub(in super::super) fn parts(&self, swap: &Swap<Value>) -> bool {
        let gone = |value: &Value| value.get("is").and_then(Value::as_str) == Some(FateKind::Gone.as_str());
        *self == FATE && gone(&swap.before) != gone(&swap.after)
    }
}

impl Claim {
    /// What became of it in the latest draft that touched it.
    pub fn fate(&self) -> Option<&Fate> {
        self.record.fate.as_deref()
    }

    /// Takes every verdict off that `before` has, and keeps in the fate what it was.
    pub(in super::super) fn withdraw(&mut self, before: &Self) {
        // A flag does not say whose it is, and lies over whatever its maker had come to.
        let flagged = before.is_flagged();
        // What readers were settled to stood for all of them, and comes first.
        let settled = before.settlement().map(super::Settled::mark);
        let is_told =
            |one: &Reading| settled.as_ref().is_some_and(|mark| (&mark.by, &mark.verdict) == (&one.by, &one.verdict));
        let readings = before.readings().into_iter().filter(|reading| !is_told(reading));
        let marks = settled.clone().into_iter().chain(readings.map(|reading| reading.mark()));
        let marks: Vec<Mark> = marks.filter(|_| !flagged).collect();
        let conflicts = std::mem::take(&mut self.record.conflicts);
        let (judged, others) = conflicts.into_iter().partition::<Vec<_>, _>(Conflict::is_judged);
        self.record.conflicts = others;
        if let Some(fate) = &mut self.record.fate {
            if !marks.is_empty() {
                fate.had = marks;
            }
            // What another copy said of the same words holds for the new ones as little.
            for mark in judged.iter().filter_map(Conflict::mark) {
                if !fate.had.contains(&mark) {
                    fate.had.push(mark);
                }
            }
            fate.dismissed |= flagged;
        }
        self.unjudge();
    }

    /// Takes every verdict off.
    pub(in super::super) fn unjudge(&mut self) {
        self.mark = None;
        self.dismissed = false;
        self.record.settled = None;
        self.record.readings = Vec::new();
    }

    /// Tells what a reader came to on other `words`, those of draft `from`, as what was, in the place of what they had come to before; the
    /// claim stands in draft `to`.
    pub(in super::super) fn had(&mut self, marks: &Swap<Option<Mark>>, (from, words): (u32, &str), to: u32) {
        let (old, new) = (marks.before.as_ref(), marks.after.as_ref());
        if self.record.fate.is_none() && new.is_none() {
            return;
        }
        let fresh = || Box::new(Fate { was: words.to_owned(), from, ..Fate::of(to, FateKind::Changed) });
        let fate = self.record.fate.get_or_insert_with(fresh);
        fate.had.retain(|held| Some(held) != old && new.is_none_or(|new| new.by != held.by));
        let is_told = fate.is == FateKind::Gone || fate.from == from && fate.was == words;
        if !is_told && new.is_some_and(|new| fate.had.iter().all(|held| held.at <= new.at)) {
            // Its words are those of the latest verdict.
            let before = std::mem::replace(fate, fresh());
            fate.tell_too(&before);
        }
        fate.had.extend(new.cloned());
        // A verdict was given and taken back on words that the claim was on for a while.
        if from == to {
            self.record.fate.take_if(|fate| *fate == fresh());
        }
    }

    /// Tells that it was dismissed on other `words`, those of draft `from`, by nobody knows whom; the claim stands in draft `to`.
    pub(in super::super) fn was_dismissed(&mut self, (from, words): (u32, &str), to: u32) {
        let fresh = || Box::new(Fate { was: words.to_owned(), from, ..Fate::of(to, FateKind::Changed) });
        self.record.fate.get_or_insert_with(fresh).dismissed = true;
    }

    /// Tells that it was this reader who dismissed it on other words.
    pub(in super::super) fn was_dismissed_by(&mut self, flag: Mark) {
        if let Some(fate) = &mut self.record.fate {
            fate.dismissed = false;
            fate.tell_too(&Fate { had: vec![flag], ..Fate::of(fate.draft, FateKind::Changed) });
        }
    }

    /// Keeps it apart from `draft` on, its words being those of the draft `from`.
    pub(in super::super) fn part(&mut self, draft: u32, from: u32, words: &str) {
        let before = self.clone();
        self.record.fate = Some(Box::new(Fate { was: words.to_owned(), from, ..Fate::of(draft, FateKind::Gone) }));
        self.withdraw(&before);
        self.keep_telling(before.fate());
    }

    /// Goes on telling the verdicts that `held` tells, where the claim has come to tell of others.
    pub(in super::super) fn keep_telling(&mut self, held: Option<&Fate>) {
        let (Some(fate), Some(held)) = (&mut self.record.fate, held) else { return };
        if **fate == *held {
            return;
        }
        if fate.had.is_empty() && fate.is != FateKind::Gone && !held.was.is_empty() {
            (fate.from, fate.was) = (held.from, held.was.clone());
        }
        fate.tell_too(held);
    }

    /// The claim put on the words at `span` of `draft` by hand; its own were `words`.
    #[must_use]
    pub fn attached(&self, span: super::super::Span, draft: u32, words: &str) -> Self {
        let mut after = Self { span, ..self.clone() };
        let held = self.fate().cloned();
        let mut fate =
            held.unwrap_or_else(|| Fate { was: words.to_owned(), from: draft, ..Fate::of(draft, FateKind::Changed) });
        (fate.draft, fate.is, fate.answer) = (draft, FateKind::Changed, Some(FateAnswer::Attached));
        after.record.fate = Some(Box::new(fate));
        after.withdraw(self);
        after
    }

    /// True when its words stand nowhere in the article: it is kept apart.
    pub fn is_apart(&self) -> bool {
        self.fate().is_some_and(|fate| fate.is == FateKind::Gone)
    }

    /// The draft that has its words, where it is kept apart.
    pub fn kept_in(&self) -> Option<u32> {
        self.fate().filter(|_| self.is_apart()).map(|fate| fate.from)
    }

    /// True for one that is kept apart and that somebody has let go: nothing is to be done about it.
    pub fn is_let_go(&self) -> bool {
        self.is_apart() && self.fate().is_some_and(|fate| fate.answer == Some(FateAnswer::LetGo))
    }

    /// True when its words have changed and nobody has looked at it since.
    pub fn is_pending(&self) -> bool {
        let open = matches!(self.status(), Status::Unchecked | Status::Differs);
        open && self.fate().is_some_and(|fate| fate.is_other_words() && fate.answer.is_none())
    }

    /// True while it has other words than it had, or none, and nobody has looked at it since.
    pub fn is_left_behind(&self) -> bool {
        self.is_pending() || self.is_apart()
    }

    /// True when no earlier draft had it and nobody has looked at it yet.
    pub fn is_new(&self) -> bool {
        self.status() == Status::Unchecked && self.fate().is_some_and(|fate| fate.is == FateKind::New)
    }
}

/// What became of the claim in the latest draft; none while there is one draft only, and where its words stand as they did.
pub static FATE: Field = Field {
    name: "fate",
    title: "in this draft",
    key: "fate",
    heading: "In this draft",
    shape: Shape::One(&[
        Row::new("is", "is", Input::Choice(FateKind::WORDS, false)),
        Row::new("was", "was", Input::Text),
        Row::new("answer", "answer", Input::Choice(FateAnswer::WORDS, true)),
    ]),
    always: false,
    get: |claim| json(&claim.record.fate),
    set: |claim, value| read(value).map(|fate| claim.record.fate = fate),
    join: |claim, other| {
        if claim.record.fate.is_none() {
            claim.record.fate.clone_from(&other.record.fate);
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::field::Verdict;

    #[test]
    fn of_two_verdicts_by_one_reader_the_later_is_told_whichever_comes_first() {
        let mark = |verdict, by: &str, at: &str| Mark { verdict, by: by.into(), at: at.into() };
        let fate = |had| Fate { had, ..Fate::of(2, FateKind::Changed) };
        let early = fate(vec![mark(Verdict::Verified, "anna", "2026-11-23T09:00:00Z")]);
        let later = mark(Verdict::Disputed, "anna", "2026-11-23T10:00:00Z");
        let late = fate(vec![mark(Verdict::Unknown, "bea", "2026-11-23T08:00:00Z"), later.clone()]);
        for (first, second) in [(&early, &late), (&late, &early)] {
            let mut told = first.clone();
            told.tell_too(second);
            assert_eq!(told.had.len(), 2);
            assert!(told.had.contains(&later), "{:?}", told.had);
        }
    }
}
