//! Settling what readers differ about: the kind of difference and the reason in words, kept with the verdict.

use super::answer::{Answer, Answers, Around, Keep};
use super::question::Question;
use crate::app::action::Action;
use crate::app::draft::{self, UnsavedSettling};
use crate::app::editor::{Editor, Typing};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::review::field::SETTLED;
use crate::review::{Because, Change, ClaimId, Draft, Edit, Extra, Session, Settled, Verdict};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "settling",
    name: "Settling a difference",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// The kinds to choose from, in their order, each with what it means.
pub const KINDS: [(Option<Because>, &str); 5] = [
    (None, "not said"),
    (Some(Because::Guideline), "the guideline is unclear"),
    (Some(Because::Source), "a source was missed"),
    (Some(Because::Slip), "a slip"),
    (Some(Because::Judgement), "judgement"),
];

/// A verdict that is about to settle a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settling {
    /// The claim.
    pub claim: ClaimId,
    /// What it is settled to.
    pub verdict: Verdict,
    /// The kind of difference, as a place among [`KINDS`].
    pub kind: usize,
    /// Why, in words.
    pub why: Editor,
}

impl Settling {
    /// Settling `claim` as `verdict`, nothing said yet.
    pub fn new(claim: ClaimId, verdict: Verdict) -> Self {
        Self { claim, verdict, kind: 0, why: Editor::new("", true) }
    }

    /// Settling as it was left when the program ended.
    pub(in crate::app) fn again(left: UnsavedSettling) -> Self {
        let UnsavedSettling { claim, verdict, because, why } = left;
        let kind = KINDS.iter().position(|(kind, _)| *kind == because).unwrap_or_default();
        Self { claim, verdict, kind, why }
    }

    fn because(&self) -> Option<Because> {
        KINDS.get(self.kind).and_then(|(because, _)| because.clone())
    }

    fn settled(&self, around: &Around<'_>) -> Option<Edit> {
        let claim = around.desk?.session.claims().by_id(&self.claim)?;
        let settled = Settled {
            verdict: self.verdict.clone(),
            by: around.settings.reviewer.clone(),
            at: around.now.clone(),
            because: self.because(),
            why: self.why.text().trim().to_owned(),
            extra: Extra::default(),
        };
        let change = Change::to(claim, &SETTLED, serde_json::to_value(Some(settled)).ok()?)?;
        Some(Edit::of(self.claim.clone(), change))
    }
}

impl<P: From<Question>> Answers<P> for Settling {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter ctrl-s", Action::Accept, "settle", "Settles the claim; a reason need not be said."),
        row(SCOPE, "tab down", Action::NextField, "kind", "Goes to the next kind of difference."),
        row(SCOPE, "backtab up", Action::PreviousField, "", "Goes to the kind before."),
        row(SCOPE, "esc", Action::Cancel, "back", "Goes back and settles nothing."),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => self.why.act(&typing, WIDTH),
            Action::Paste(text) => self.why.act(&Typing::Insert(text), WIDTH),
            Action::NextField => self.kind = (self.kind + 1) % KINDS.len(),
            Action::PreviousField => self.kind = (self.kind + KINDS.len() - 1) % KINDS.len(),
            Action::Cancel if self.why.text().trim().is_empty() => return vec![Answer::Close],
            Action::Cancel => return vec![Answer::Open(Question::Drop(self.claim.clone()).into())],
            Action::Accept => {
                let edits = self.settled(around).into_iter().collect();
                let said = format!("settled: {}", self.verdict);
                let keep = Keep { edits, said, overtaken: None, row: None };
                // The difference under it is settled and goes too.
                return vec![Answer::Keep(Box::new(keep)), Answer::Close, Answer::Close, Answer::NextDifference];
            }
            _ => {}
        }
        Vec::new()
    }

    fn unsaved(&self, _session: &Session) -> Option<Draft> {
        let (claim, verdict, because, why) =
            (self.claim.clone(), self.verdict.clone(), self.because(), self.why.clone());
        draft::of_settling(&UnsavedSettling { claim, verdict, because, why })
    }
}
