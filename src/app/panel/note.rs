//! The note of a claim, while it is written.

use super::answer::{Answer, Answers, Around, Keep};
use super::question::Question;
use crate::app::action::Action;
use crate::app::aside;
use crate::app::draft;
use crate::app::editor::{Editor, Go, Typing};
use crate::app::frame::inside;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::NOTE;
use crate::review::{Change, ClaimId, Draft, Edit, Session};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "note", name: "Note", beyond: &[Scope::Entry], types: true, on_desk: true });

/// The note of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The claim.
    pub claim: ClaimId,
    /// What is written.
    pub editor: Editor,
}

impl Note {
    /// What the claim's note says now.
    fn held<'a>(&self, around: &Around<'a>) -> &'a str {
        let claim = around.desk.and_then(|desk| desk.session.any_claim(&self.claim));
        claim.map_or("", |claim| &claim.record.note)
    }

    /// What keeping it comes to.
    fn kept<P>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let (before, after, opened) = (self.held(around), self.editor.text().trim_end(), self.editor.opened());
        if before == after || after == opened {
            return vec![Answer::Close];
        }
        let newer = (before != opened && !before.is_empty()).then(|| (self.claim.clone(), "note", before.into()));
        let claim = around.desk.and_then(|desk| desk.session.any_claim(&self.claim));
        let Some(claim) = claim else {
            let away = around.key(SCOPE, "cancel");
            return vec![Answer::Alarm(format!("the claim is gone; {away} closes the note"))];
        };
        // What came meanwhile is kept beside it; what was there before and another's, as a remark of theirs.
        let edits: Vec<Edit> = match (&newer, around.desk) {
            (None, Some(desk)) => desk.session.noting(claim, after, &around.settings.reviewer),
            _ => Change::of(claim, &NOTE, |claim| after.clone_into(&mut claim.record.note))
                .map(|change| Edit::of(self.claim.clone(), change))
                .into_iter()
                .collect(),
        };
        let said =
            if edits.len() > 1 { "note kept; the one before stays as a remark of its writer" } else { "note kept" };
        let keep = Keep { edits, said: said.to_owned(), overtaken: newer, row: None };
        vec![Answer::Keep(Box::new(keep)), Answer::Close]
    }
}

impl<P: From<Self> + From<Question>> Answers<P> for Note {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "ctrl-s", Action::Accept, "keep", "Keeps the note."),
        row(
            SCOPE,
            "esc",
            Action::Cancel,
            "cancel",
            "Closes the note without keeping it, and asks if something was typed.",
        ),
        row(SCOPE, "enter", Action::Type(Typing::Break), "", "Begins a new line."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        vec![match around.writable() {
            Ok((_, claim)) => {
                let editor = Editor::new(&claim.record.note, false);
                Answer::Open(Self { claim: claim.id.clone(), editor }.into())
            }
            Err(why) => why,
        }]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let width = usize::from(inside(aside::note(around.desk, around.size)).width);
        match action {
            Action::Type(typing) => self.editor.act(&typing, width),
            Action::Paste(text) => self.editor.act(&Typing::Insert(text), width),
            Action::Accept => return self.kept(around),
            Action::Cancel if self.held(around) == self.editor.text().trim_end() => return vec![Answer::Close],
            Action::Cancel => return vec![Answer::Open(Question::Drop(self.claim.clone()).into())],
            _ => {}
        }
        Vec::new()
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Type(Typing::Move(if down { Go::Down } else { Go::Up }))]
    }

    fn unsaved(&self, _session: &Session) -> Option<Draft> {
        draft::of_note(&self.claim, &self.editor)
    }
}
