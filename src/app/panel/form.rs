//! A form over a claim, while it is filled in.

use serde_json::Value;

use super::answer::{Answer, Answers, Around, Keep};
use super::question::Question;
use crate::app::action::Action;
use crate::app::desk::Desk;
use crate::app::draft;
use crate::app::editor::{Go, Typing};
use crate::app::form::{Form, Input, Purpose, Slot};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::{Claim, Conflict, Draft, Edit, Session};

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
            Answer::Open(Form::open(claim, purpose, desk.session.exact(claim), around.now).into())
        }
        Err(why) => why,
    }
}

impl<P: From<Question>> Answers<P> for Form {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "ctrl-s", Action::Accept, "keep", "Keeps the form."),
        row(SCOPE, "tab down enter", Action::NextField, "next field", "Goes to the next field."),
        row(SCOPE, "backtab up", Action::PreviousField, "", "Goes to the field before."),
        row(SCOPE, "esc", Action::Cancel, "put away", "Puts the form away, and asks if something was changed."),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::NextField => self.step(true),
            Action::PreviousField => self.step(false),
            Action::Type(typing) => self.typed(&typing),
            Action::Paste(text) => self.typed(&Typing::Insert(text)),
            Action::Accept => return self.kept(around),
            Action::Cancel if self.is_changed() => {
                return vec![Answer::Open(Question::Drop(self.claim.clone()).into())];
            }
            Action::Cancel => return vec![Answer::Close],
            _ => {}
        }
        Vec::new()
    }

    fn unsaved(&self, session: &Session) -> Option<Draft> {
        draft::of_form(self, session)
    }
}

impl Form {
    fn typed(&mut self, typing: &Typing) {
        if let Some(field) = self.field_mut() {
            fill(field, typing);
        }
    }

    /// What keeping it comes to.
    fn kept<P>(&mut self, around: &Around<'_>) -> Vec<Answer<P>> {
        let (purpose, changed) = (self.purpose, self.is_changed());
        let title = purpose.title().to_lowercase();
        let held = around.desk.and_then(|desk| Some((desk, desk.session.claims().by_id(&self.claim)?)));
        let Some((desk, claim)) = held else {
            let away = around.key(SCOPE, "cancel");
            return vec![Answer::Alarm(format!("the claim is gone; {away} puts the form away"))];
        };
        // What is refused stays as it was typed.
        let mut rebased = self.clone();
        let clash = rebased.rebase(Self::open(claim, purpose, desk.session.exact(claim), around.now));
        let overtaken = clash.then(|| standing(desk, claim, purpose));
        match rebased.change(claim) {
            Err(reason) => vec![Answer::Alarm(reason)],
            Ok(None) if changed => {
                vec![Answer::Close, Answer::Say(format!("{title}: nothing to keep, it says what it said before"))]
            }
            Ok(None) => vec![Answer::Close],
            Ok(Some(change)) => {
                let edits = vec![Edit::of(self.claim.clone(), change)];
                let overtaken = overtaken.map(|(field, value)| (self.claim.clone(), field, value));
                let row = purpose.at.is_none().then(|| purpose.field.items(&purpose.field.value(claim)).len());
                let keep = Keep { edits, said: format!("{title}: kept"), overtaken, row };
                vec![Answer::Keep(Box::new(keep)), Answer::Close]
            }
        }
    }
}

/// Puts typing into a field: text is edited, a choice goes on with space or an arrow, or to the word that begins so.
fn fill(field: &mut Slot, typing: &Typing) {
    match (&mut field.input, typing) {
        (Input::Text(editor), typing) => editor.act(typing, WIDTH),
        (Input::Flag(flag), Typing::Insert(_) | Typing::Move(Go::Left | Go::Right)) => *flag = !*flag,
        (Input::Choice(words, at), Typing::Move(Go::Right)) => *at = (*at + 1) % words.len().max(1),
        (Input::Choice(words, at), Typing::Move(Go::Left)) => *at = (*at + words.len().max(1) - 1) % words.len().max(1),
        (Input::Choice(words, at), Typing::Insert(text)) if text.trim().is_empty() => {
            *at = (*at + 1) % words.len().max(1);
        }
        (Input::Choice(words, at), Typing::Insert(text)) => {
            let later = words
                .iter()
                .skip(*at + 1)
                .position(|word| word.starts_with(text.as_str()))
                .map(|found| *at + 1 + found);
            *at = later.or_else(|| words.iter().position(|word| word.starts_with(text.as_str()))).unwrap_or(*at);
        }
        (Input::Choice(_, at), Typing::Delete(_)) => *at = 0,
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
