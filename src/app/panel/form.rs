//! A form over a claim, while it is filled in.

use std::fmt::Write as _;

use serde_json::Value;

use super::answer::{Answer, Answers, Around, Keep};
use super::question::Question;
use crate::app::action::Action;
use crate::app::desk::Desk;
use crate::app::draft;
use crate::app::editor::{Go, Typing};
use crate::app::form::{Form, FormInput, Purpose, Slot};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::{CORRECTIONS, SOURCES, SPEAKER, STATEMENT, Shape};
use crate::review::{Change, Claim, Conflict, Draft, Edit, Session, Stamp, Status};
use crate::text::link;

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "form", name: "A form", beyond: &[Scope::Entry], types: true, on_desk: true });

/// Columns that a form's text is laid out for; only movements up and down would ask, and those go between fields.
const WIDTH: usize = 60;

/// The form for `purpose` over the selected claim, or why there is none.
pub fn opened<P: From<Form>>(purpose: Purpose, around: &Around<'_>) -> Answer<P> {
    match around.writable() {
        Ok((desk, claim)) => {
            let purpose = purpose.over(claim);
            let mut form = Form::open(claim, purpose, desk.session.exact(claim), around.now).aimed();
            // Other words are of one claim's words.
            if *purpose.field != CORRECTIONS && *purpose.field != STATEMENT {
                form.others = desk.chosen().into_iter().skip(1).collect();
            }
            Answer::Open(form.into())
        }
        Err(why) => why,
    }
}

impl<P: From<Question>> Answers<P> for Form {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter ctrl-s", Action::Accept, "keep", "Keeps the form."),
        row(SCOPE, "ctrl-o", Action::AcceptForAll, "", "Keeps another name of the speaker for all their claims."),
        row(SCOPE, "tab down", Action::NextField, "next field", "Goes to the next field."),
        row(SCOPE, "backtab up", Action::PreviousField, "", "Goes to the field before."),
        row(
            SCOPE,
            "right ctrl-f",
            Action::Complete,
            "",
            "Takes what an earlier session wrote so, where that is offered; else goes a character to the right.",
        ),
        row(
            SCOPE,
            "esc",
            Action::Cancel,
            "cancel",
            "Closes the form without keeping it, and asks if something was changed.",
        ),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::NextField => self.step(true),
            Action::PreviousField => self.step(false),
            Action::Complete => self.complete(around),
            Action::Type(typing) => self.typing(&typing),
            Action::Paste(text) => self.pasted(text),
            Action::Accept => return self.kept(around, false),
            Action::AcceptForAll => return self.kept(around, true),
            Action::Cancel if self.is_changed() => {
                return vec![Answer::Open(Question::Drop(self.claim.clone()).into())];
            }
            Action::Cancel => return vec![Answer::Close],
            _ => {}
        }
        Vec::new()
    }

    /// One field has no next one.
    fn is_idle(&self, action: &Action, _desk: Option<&Desk>) -> bool {
        *action == Action::NextField && self.fields.len() < 2
    }

    fn unsaved(&self, session: &Session) -> Option<Draft> {
        draft::of_form(self, session)
    }
}

impl Form {
    /// Takes what is offered, or goes on by a character.
    fn complete(&mut self, around: &Around<'_>) {
        if !around.desk.is_some_and(|desk| self.take_offer(&desk.seen.words)) {
            self.typing(&Typing::Move(Go::Right));
        }
    }

    /// A link pasted where the title belongs becomes the link, unless there is one.
    fn pasted(&mut self, text: String) {
        let address = text.trim();
        let at_title =
            *self.purpose.field == SOURCES && self.fields.get(self.at).is_some_and(|slot| slot.label == "title");
        let is_link = at_title && link::is_web(address) && !address.contains(char::is_whitespace);
        let free = |slot: &&mut Slot| slot.label == "link" && slot.value().trim().is_empty();
        if is_link && let Some(slot) = self.fields.iter_mut().find(free) {
            fill(slot, &Typing::Insert(address.to_owned()));
        } else {
            self.typing(&Typing::Insert(text));
        }
    }

    fn typing(&mut self, typing: &Typing) {
        if let Some(field) = self.field_mut() {
            fill(field, typing);
        }
    }

    /// What keeping it comes to.
    fn kept<P>(&mut self, around: &Around<'_>, for_all: bool) -> Vec<Answer<P>> {
        let (purpose, changed) = (self.purpose, self.is_changed());
        let title = purpose.title().to_lowercase();
        let held = around.desk.and_then(|desk| Some((desk, desk.session.any_claim(&self.claim)?)));
        let Some((desk, claim)) = held else {
            let away = around.key(SCOPE, "cancel");
            return vec![Answer::Alarm(format!("the claim is gone; {away} closes the form"))];
        };
        // What is refused stays as it was typed.
        let mut rebased = self.clone();
        let clash = rebased.rebase(Self::open(claim, purpose, desk.session.words_of(claim), around.now));
        // One more overtakes nothing: it began with the claim's words, which a draft may have changed.
        let adds = purpose.at.is_none() && matches!(purpose.field.shape, Shape::Many(..));
        let overtaken = (clash && !adds).then(|| standing(desk, claim, purpose));
        if adds && rebased.proposes_nothing(desk.session.words_of(claim)) {
            return vec![
                Answer::Close,
                Answer::Say(format!("{title}: nothing to keep, these are the article's words")),
            ];
        }
        match rebased.change(claim) {
            Err(reason) => vec![Answer::Alarm(reason)],
            Ok(change) => {
                let mut edits: Vec<Edit> =
                    change.map(|change| Edit::of(self.claim.clone(), change)).into_iter().collect();
                // The other names of the one who speaks can be joined under the one that stands.
                if for_all || !edits.is_empty() {
                    match self.beyond(desk, claim, for_all, around.now) {
                        Err(reason) => return vec![Answer::Alarm(reason)],
                        Ok(more) => edits.extend(more),
                    }
                }
                if edits.is_empty() {
                    let said = format!("{title}: nothing to keep, it says what it said before");
                    return [Answer::Close].into_iter().chain(changed.then_some(Answer::Say(said))).collect();
                }
                let overtaken = overtaken.map(|(field, value)| (self.claim.clone(), field, value));
                let row = purpose.at.is_none().then(|| purpose.field.items(&purpose.field.value(claim)).len());
                let said = self.said(&title, edits.len(), claim, around);
                let keep = Keep { edits, said, overtaken, row };
                let settled = (!self.others.is_empty()).then(|| {
                    let claims = std::iter::once(&self.claim).chain(&self.others).cloned();
                    Answer::Settled(claims.collect(), false)
                });
                [Answer::Keep(Box::new(keep)), Answer::Close].into_iter().chain(settled).collect()
            }
        }
    }

    /// True for a correction to the words that stand.
    fn proposes_nothing(&self, words: &str) -> bool {
        let typed = self.fields.first().map(Slot::value);
        *self.purpose.field == CORRECTIONS
            && typed.is_some_and(|typed| typed.split_whitespace().eq(words.split_whitespace()))
    }

    /// What the status line says once it is kept, and what comes next.
    fn said(&self, title: &str, edits: usize, claim: &Claim, around: &Around<'_>) -> String {
        let mut said = format!("{} kept", title.strip_prefix("a new ").unwrap_or(title));
        if edits > 1 {
            let _ = write!(said, " for {edits} claims");
        }
        if *self.purpose.field == CORRECTIONS && claim.status() != Status::Disputed {
            let _ = write!(said, " · {} marks it disputed", around.key(Scope::Desk, "disputed"));
        }
        said
    }

    /// The same for other claims: those that were chosen, or all of the speaker that another name was given to.
    fn beyond(&self, desk: &Desk, claim: &Claim, for_all: bool, now: &Stamp) -> Result<Vec<Edit>, String> {
        let claims = desk.session.claims();
        if for_all && *self.purpose.field == SPEAKER {
            let (Some(person), Some(after)) = (desk.voices.of(&desk.session, claim), self.fields.first()) else {
                return Ok(Vec::new());
            };
            let same = claims.iter().filter(|other| other.id != claim.id && person.says(other));
            let renamed = same.filter_map(|other| {
                let rename = |other: &mut Claim| {
                    if let Some(speaker) = &mut other.speaker {
                        after.value().trim().clone_into(&mut speaker.name);
                    }
                };
                Change::of(other, &SPEAKER, rename).map(|change| Edit::of(other.id.clone(), change))
            });
            return Ok(renamed.collect());
        }
        let others = self.others.iter().filter_map(|id| claims.by_id(id));
        let edits = others.map(|other| {
            let change = self.also(other, desk.session.exact(other), now)?;
            Ok(change.map(|change| Edit::of(other.id.clone(), change)))
        });
        Ok(edits.collect::<Result<Vec<_>, String>>()?.into_iter().flatten().collect())
    }
}

/// Puts typing into a field: text is edited, a choice goes on with space or an arrow, or to the word that begins so.
fn fill(field: &mut Slot, typing: &Typing) {
    match (&mut field.input, typing) {
        (FormInput::Text(editor), typing) => editor.act(typing, WIDTH),
        (FormInput::Flag(flag), Typing::Insert(_) | Typing::Move(Go::Left | Go::Right)) => *flag = !*flag,
        (FormInput::Choice(words, at), Typing::Move(Go::Right)) => *at = (*at + 1) % words.len().max(1),
        (FormInput::Choice(words, at), Typing::Move(Go::Left)) => {
            *at = (*at + words.len().max(1) - 1) % words.len().max(1);
        }
        (FormInput::Choice(words, at), Typing::Insert(text)) if text.trim().is_empty() => {
            *at = (*at + 1) % words.len().max(1);
        }
        (FormInput::Choice(words, at), Typing::Insert(text)) => {
            let later = words
                .iter()
                .skip(*at + 1)
                .position(|word| word.starts_with(text.as_str()))
                .map(|found| *at + 1 + found);
            *at = later.or_else(|| words.iter().position(|word| word.starts_with(text.as_str()))).unwrap_or(*at);
        }
        (FormInput::Choice(_, at), Typing::Delete(_)) => *at = 0,
        _ => {}
    }
}

/// The field that a form is for, and what it holds now.
fn standing(desk: &Desk, claim: &Claim, purpose: Purpose) -> (&'static str, Value) {
    let Purpose { field, at } = purpose;
    let value = field.value(claim);
    let theirs = at.and_then(|at| field.items(&value).get(at)).cloned().unwrap_or_default();
    (field.name, Conflict::of(field.name, theirs).ours(claim, &desk.session.article))
}
