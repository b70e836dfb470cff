//! What a file says about a claim meets what the session says: taken, known already, or kept beside it; never in its place.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value;

use super::alike::{beside, differs, flattened, plainly, rows_told, short};
use super::cited::SourceWords;
use super::states::{ClaimPast, StoodClaim};
use super::told::ImportHand;
use super::voice::Voice;
use crate::review::field::{self, FIELDS};
use crate::review::{
    Change, Claim, Conflict, Correction, CorrectionStatus, Extra, Field, Mark, Reading, Source, Stamp, Verdict,
};
use crate::text::word_diff;

/// A verdict that a reader gives.
pub(super) struct Marking {
    /// What they came to.
    pub(super) verdict: Verdict,
    /// Who.
    pub(super) by: Arc<str>,
    /// When.
    pub(super) at: Stamp,
}

/// A claim while an item is taken in.
pub(super) struct Meeting<'a> {
    /// Who takes the file in, and when.
    pub(super) hand: &'a ImportHand,
    /// The claim as it was.
    was: Claim,
    /// The claim before anything of the file was taken in; `None` where it is new.
    pub(super) first: Option<Claim>,
    /// The claim as it becomes.
    pub(super) now: Claim,
    /// Who set its flag, where it is dismissed without a reading that says so.
    pub(super) flag: Option<Mark>,
    /// What is known of its past.
    past: ClaimPast,
    /// The words that it is said of, where they are not those of the claim.
    pub(super) elsewhere: Option<String>,
    /// True for a card, row or record of ours that comes back.
    pub(super) is_ours: bool,
    /// True for a row of another session, or of a copy that went its own way.
    pub(super) is_foreign: bool,
    /// Who checks the session, by their plain names.
    pub(super) readers: Arc<HashSet<String>>,
    /// Words that the claim had earlier, where nothing tells whether it is said of these or of those that stand.
    pub(super) unsaid: Option<String>,
    /// Verdicts that come to it, in their order.
    pub(super) marks: Vec<Marking>,
    /// What changes, from what to what.
    pub(super) told: Vec<String>,
    /// What was not taken, and why.
    pub(super) kept: Vec<String>,
}

impl<'a> Meeting<'a> {
    /// Nothing taken in yet.
    pub(super) fn new(claim: Claim, past: ClaimPast, hand: &'a ImportHand) -> Self {
        let (marks, told, kept) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            hand,
            was: claim.clone(),
            first: None,
            now: claim,
            flag: None,
            past,
            elsewhere: None,
            is_ours: false,
            is_foreign: false,
            readers: Arc::default(),
            unsaid: None,
            marks,
            told,
            kept,
        }
    }

    /// The states that the file may show, the present one first.
    pub(super) fn states(&self) -> &[StoodClaim] {
        &self.past.shown
    }

    /// True when the file is known to show the last of these states, and no other.
    pub(super) const fn is_sure(&self) -> bool {
        self.past.is_sure
    }

    /// True when `says` holds of the claim as it becomes, in a state that the file may show, or in one since, unless it was taken back:
    /// what came in once does not come in again.
    pub(super) fn ever(&self, says: impl Fn(&Claim) -> bool) -> bool {
        says(&self.now) || self.past.shown.iter().any(|state| says(state)) || self.past.later.iter().any(says)
    }

    /// Who takes the file in.
    pub(super) fn importer(&self) -> &'a str {
        &self.hand.by
    }

    /// Who writes something of their own: in a table that names nobody it is whoever takes it in, as tables are mostly one's own.
    pub(super) fn writing(&self, voice: Voice) -> Voice {
        if voice.from == "table" { voice.or_by(self.importer()) } else { voice }
    }

    /// The changes to its fields, verdicts apart.
    pub(super) fn changes(&self) -> Vec<Change> {
        let own = |one: &&&Field| ![&field::VERDICT, &field::READINGS].contains(one);
        FIELDS.iter().filter(own).filter_map(|one| Change::to(&self.was, one, one.value(&self.now))).collect()
    }

    /// Takes in a verdict: a reading of whoever gives it. None takes one away, and ours stays ours: where the reviewer who takes the
    /// file in has a verdict of their own, another under their name is a conflict.
    pub(super) fn verdict(&mut self, word: &str, voice: &Voice) {
        let word = word.trim().to_lowercase();
        if ["", "unchecked", "differs"].contains(&word.as_str()) {
            return;
        }
        let verdict = Verdict::from(word.as_str());
        if !Verdict::KNOWN.contains(&verdict) {
            self.kept.push(format!("{} is no verdict", short(&word)));
            return;
        }
        let by: Option<Arc<str>> = voice.by.as_deref().map(Into::into);
        if let Some(words) = self.elsewhere.clone() {
            self.elsewhere(&verdict, &words, voice);
            return;
        }
        if let Some(words) = self.unsaid.clone() {
            return self.unsaid(&verdict, &words, voice);
        }
        let plain = by.as_ref().is_none_or(|by| *by == self.hand.by) || self.was.dismissed;
        if verdict.is_dismissal() && self.was.readings().is_empty() && plain {
            if !self.was.dismissed {
                self.told.push(format!("dismissed{}", voice.signed()));
                self.now.dismissed = true;
            }
            return;
        }
        let Some(by) = by else { return self.nameless(&verdict) };
        if let Some(mark) = self.marks.iter().find(|mark| mark.by == by) {
            if mark.verdict != verdict {
                self.kept.push(format!("a second verdict of {by}, {word}"));
            }
            return;
        }
        let flag = self.flag.as_ref().filter(|flag| flag.by == by).cloned();
        if let Some(own) = self.was.reading_by(&by).or_else(|| flag.clone()) {
            let newer = voice.stamp().is_some_and(|at| at.as_str() > own.at.as_str());
            let older = voice.stamp().is_some_and(|at| at.as_str() < own.at.as_str());
            if own.verdict == verdict || older {
                return;
            }
            if flag.is_some() {
                self.clash(&field::DISMISSED, false.into(), "dismissed", voice);
                return;
            }
            // A file that is known to show the verdict that stands, and says another under the name it came under, is their change of mind.
            let then = self.past.shown.last().filter(|_| self.past.is_sure).and_then(|shown| shown.reading_by(&by));
            let changed = !self.is_foreign && then.is_some_and(|then| then.verdict == own.verdict);
            if by == self.hand.by || !(newer && self.is_ours || changed) {
                self.clash(&field::VERDICT, word.into(), own.verdict.as_str(), voice);
                return;
            }
        }
        // A dismissal by another is a reading beside it.
        let readings = self.was.readings();
        let stand = readings.iter().map(Reading::mark).chain(self.flag.clone());
        let beside: Vec<String> = stand.map(|one| format!("{} by {}", one.verdict, one.by)).collect();
        self.told.push(match (beside.as_slice(), self.was.reading_by(&by)) {
            ([], _) => format!("verdict: unchecked → {word} ({by})"),
            (_, Some(own)) => format!("verdict: {} → {word} ({by})", own.verdict),
            (many, None) => format!("verdict: {word} by {by}, beside {}", many.join(", ")),
        });
        let at = voice.stamp().unwrap_or_else(|| self.hand.at.clone());
        self.marks.push(Marking { verdict, by, at });
    }

    /// Takes in no verdict of which nothing tells whether it was given on the words that stand or on earlier ones.
    fn unsaid(&mut self, verdict: &Verdict, words: &str, voice: &Voice) {
        let own = voice.by.as_deref().and_then(|by| self.was.reading_by(by));
        if own.is_none_or(|own| own.verdict != *verdict) {
            let words = short(words);
            self.kept.push(format!(
                "{verdict}: nothing says whether it is of the words that stand or of earlier ones, {words}; name them in the column words"
            ));
        }
    }

    /// Takes in a verdict on words that are not the claim's: it stands on none of these, and is kept as a remark. One that was
    /// withdrawn with those words says nothing.
    fn elsewhere(&mut self, verdict: &Verdict, words: &str, voice: &Voice) {
        let withdrawn = self.was.fate().is_some_and(|fate| {
            fate.had.iter().any(|mark| mark.verdict == *verdict && voice.by.as_deref().is_none_or(|by| by == &*mark.by))
                || fate.dismissed && verdict.is_dismissal()
        });
        if withdrawn {
            return;
        }
        if self.remark_once(&format!("{verdict}, on “{}”", flattened(words)), voice) {
            self.kept
                .push(format!("{verdict} is of other words than stand here, and kept as a remark: {}", short(words)));
        }
    }

    /// A verdict is somebody's: one that nobody is named for is not taken in, and is nobody else's either.
    fn nameless(&mut self, verdict: &Verdict) {
        let why = format!("{verdict}: nobody is named who gave it; name them with --from NAME");
        if !self.kept.contains(&why) && self.marks.iter().all(|mark| mark.verdict != *verdict) {
            self.kept.push(why);
        }
    }

    /// Who gives the verdict where the name `signed` stands: they do, unless it is the name on a verdict of theirs that a state
    /// of the claim has and says none of `words`. Then somebody changed the verdict under their name, and it is of whoever wrote in the file.
    pub(super) fn marker(&self, signed: Option<&Voice>, voice: &Voice, words: &[&str]) -> Voice {
        let Some((signed, by)) = signed.and_then(|signed| Some((signed, signed.by.as_deref()?))) else {
            return voice.clone();
        };
        let newer = |than: &Stamp| signed.stamp().is_some_and(|at| at.as_str() > than.as_str());
        // What is known to have stood in the file tells more than what stands now.
        let shown = self.past.shown.iter().skip(if self.past.is_sure { self.past.shown.len() - 1 } else { 0 });
        let held: Vec<Mark> = shown.filter_map(|state| state.reading_by(by)).collect();
        // What stands under their name is theirs, whoever brings it in, and however often.
        if held.iter().any(|own| words.iter().any(|word| own.verdict.as_str().eq_ignore_ascii_case(word.trim()))) {
            return signed.clone();
        }
        let stands = held.iter().any(|own| !newer(&own.at));
        // One that a draft withdrew is no less theirs.
        let withdrawn = self.past.shown.iter().filter_map(|state| state.fate()).flat_map(|fate| &fate.had);
        // Nor is a dismissal, of which no reading tells.
        let dismissed = self.flag.as_ref().is_some_and(|flag| *flag.by == *by && !newer(&flag.at));
        let known = stands || dismissed || withdrawn.into_iter().any(|had| &*had.by == by && !newer(&had.at));
        match (known, voice.by.is_none() && *by == *self.hand.by) {
            (false, _) => signed.clone(),
            (true, true) => voice.named(Some(by)),
            (true, false) => voice.clone(),
        }
    }

    /// A voice under the name as the session writes it: XML holds no control characters, and Word takes blanks away.
    pub(super) fn spelled(&self, voice: &Voice) -> Voice {
        let by = voice.by.as_deref().map(plainly).unwrap_or_default();
        let states = self.past.shown.iter().map(|state| &**state).chain(&self.past.before);
        let readers =
            states.flat_map(|state| state.readings().iter().map(|one| one.by.to_string()).collect::<Vec<_>>());
        let known = readers.chain([self.hand.by.to_string()]).find(|name| plainly(name) == by);
        voice.named(known.as_deref())
    }

    /// Takes in that there is nothing to check: a reading of whoever says so, as a verdict is.
    pub(super) fn dismiss(&mut self, voice: &Voice) {
        if !self.past.shown.iter().any(|state| state.dismissed) {
            self.verdict(Verdict::Dismissed.as_str(), voice);
        }
    }

    /// Takes in a text that was edited in the file. What any state had says nothing; an empty one takes nothing away. What ours was
    /// long ago is kept beside it: a copy that never had ours says it, too.
    pub(super) fn text(&mut self, field: &'static Field, theirs: &str, voice: &Voice) {
        let held = |claim: &Claim| field.value(claim).as_str().unwrap_or_default().to_owned();
        let states: Vec<String> = self.past.shown.iter().map(|state| held(state)).collect();
        let ours = held(&self.now);
        if !differs(theirs, &ours) || states.iter().any(|state| !differs(theirs, state)) {
            return;
        }
        if theirs.trim().is_empty() {
            self.kept.push(format!("an empty {} takes nothing away", field.title));
            return;
        }
        let nearest = || states.iter().min_by_key(|state| distance(state, theirs));
        let base = if self.past.is_sure { states.last() } else { nearest() };
        let before = || self.past.before.iter().any(|state| !differs(theirs, &held(state)));
        let stood = !self.past.is_sure && (before() || self.past.wrote(&self.was.id, field, theirs));
        // What another row of the file put there is not put away by this one.
        let taken = self.first.as_ref().is_some_and(|first| differs(&held(first), &ours));
        if stood || taken || base.is_some_and(|base| differs(base, &ours)) {
            self.clash(field, theirs.into(), &ours, voice);
        } else if field.put(&mut self.now, theirs.into()).is_ok() {
            self.change(field.title, &ours, theirs);
            if field == &field::NOTE {
                self.put_away(theirs, voice);
            }
        }
    }

    /// Keeps what others had written of the note that `theirs` takes the place of as remarks of theirs.
    fn put_away(&mut self, theirs: &str, voice: &Voice) {
        let by = self.writing(voice.clone()).by.unwrap_or_default();
        let Some(stands) = self.past.shown.first().map(|state| Arc::clone(&state.session)) else { return };
        for one in stands.put_away_by(&self.was, theirs, &by) {
            let writer = Voice { by: Some(one.by.to_string()), at: Some(one.at.as_str().to_owned()), from: "" };
            self.remark(one.words, &writer);
        }
    }

    /// Says that something changes from one text to another.
    pub(super) fn change(&mut self, what: &str, from: &str, to: &str) {
        let (was, is) = beside(from, to);
        let from = if from.trim().is_empty() { "nothing".to_owned() } else { was };
        self.told.push(format!("{what}: {from} → {is}"));
    }

    /// Keeps another value of a field beside ours, until a reviewer settles it.
    pub(super) fn clash(&mut self, field: &'static Field, theirs: Value, ours: &str, voice: &Voice) {
        if self.now.record.conflicts.iter().any(|one| one.field == field.name && one.theirs == theirs) {
            return;
        }
        let words = match &theirs {
            Value::String(words) => words.clone(),
            Value::Bool(true) => field.title.to_owned(),
            Value::Bool(false) => "something to check".to_owned(),
            Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => rows_told(field, &theirs),
        };
        let what = format!("conflict over the {}: {} against our {}", field.title, short(&words), short(ours));
        let at = voice.stamp().unwrap_or_else(|| self.hand.at.clone());
        let voice = self.writing(voice.clone());
        let by = voice.by.clone().unwrap_or_default();
        self.now.record.conflicts.push(Conflict {
            field: field.name.to_owned(),
            theirs,
            by,
            at,
            extra: Extra::default(),
        });
        self.told.push(format!("{what}{}", voice.signed()));
    }

    /// Says of each of `held`, what every state of the claim had by key and name, that it stays though it is none of `theirs`.
    pub(super) fn stays(&mut self, title: &str, held: impl Fn(&Claim) -> Vec<(String, String)>, theirs: &[String]) {
        // A list that somebody made by hand tells what is new.
        if !self.past.is_sure {
            return;
        }
        let mut states = self.past.shown.iter().map(|state| held(state));
        let Some(mut always) = states.next() else { return };
        states.for_each(|state| always.retain(|one| state.contains(one)));
        let gone = always.into_iter().filter(|(key, _)| !theirs.contains(key));
        self.kept.extend(gone.map(|(_, name)| format!("a {title} that was taken out stays: {}", short(&name))));
    }

    /// Adds tags that no state had.
    pub(super) fn tags(&mut self, tags: &[String]) {
        for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            let has = |claim: &Claim| claim.record.tags.iter().any(|held| held == tag);
            if !self.ever(has) {
                self.told.push(format!("tag: {tag}"));
                self.now.record.tags.push(tag.to_owned());
            }
        }
    }

    /// Adds sources that no state had, by their address, or by their title where they have none.
    pub(super) fn links(&mut self, links: &[SourceWords]) {
        for link in links {
            let Ok(source) = serde_json::from_value::<Source>(Value::Object(link.clone())) else { continue };
            let Source { url, title, .. } = &source;
            let known = |source: &Source| {
                let checked = super::super::link::checked(&source.url);
                (!url.is_empty() && (source.url == *url || checked.as_ref() == Some(url)))
                    || (!title.is_empty() && url.is_empty() && (source.title == *title || source.url == *title))
            };
            let has = |claim: &Claim| claim.record.sources.iter().any(known);
            if (url.trim().is_empty() && title.trim().is_empty()) || self.ever(has) {
                continue;
            }
            let id = Source::fresh_id(&self.now.record.sources);
            self.told.push(format!("source: {}", short(if title.is_empty() { url } else { title })));
            self.now.record.sources.push(Source { id, ..source });
        }
    }

    /// Takes in other words for the article's and what became of them, unless they were proposed before; the id of what came in.
    pub(super) fn correction(&mut self, words: &str, status: CorrectionStatus) -> Option<String> {
        let has = |claim: &Claim| claim.record.corrections.iter().any(|one| flattened(&one.text) == flattened(words));
        if words.trim().is_empty() || self.ever(has) {
            return None;
        }
        let is_open = status == CorrectionStatus::Proposed;
        self.told.push(format!(
            "correction: {}{}",
            short(words),
            if is_open { String::new() } else { format!(", {status}") }
        ));
        let one = Correction { status, ..Correction::proposed(words, &self.now.record.corrections) };
        let id = one.id.clone();
        self.now.record.corrections.push(one);
        Some(id)
    }
}

/// Words that differ between two texts.
fn distance(one: &str, other: &str) -> usize {
    let runs = word_diff::word_runs(one, other);
    runs.iter().filter(|run| run.op != word_diff::Op::Equal).map(|run| run.text.len()).sum()
}
