//! What was found out earlier about statements like the selected claim: to look at, to go to, to take the source from.

use super::answer::{Answer, Answers, Around, Rows};
use super::help;
use super::question::Question;
use crate::app::action::{Action, Effect, Motion};
use crate::app::aside;
use crate::app::desk::Desk;
use crate::app::form::Form;
use crate::app::frame::{Listed, inside};
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::memory::Earlier;
use crate::review::Claim;
use crate::text::{gate, quoted, wrap};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "earlier-checks",
    name: "Earlier checks",
    beyond: &[],
    types: false,
    on_desk: true,
});

/// Rows of the words that were checked at most.
pub const ROWS: usize = 6;

/// The open list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EarlierChecks {
    /// The selected row.
    pub at: usize,
}

/// What is listed.
pub fn listed<'a>(around: &'a Around<'_>) -> &'a [Earlier] {
    let found = |desk: &'a Desk| desk.claim().map(|claim| desk.seen.about(&claim.id));
    around.desk.and_then(found).unwrap_or_default()
}

/// Where the list stands: the words that were checked have as many rows as the longest of `list` take, up to [`ROWS`].
pub fn stand(desk: Option<&Desk>, size: Size, list: &[Earlier], selected: usize) -> Listed {
    let width = inside(Rect::new(0, 0, aside::list_width(desk, size), 2)).width;
    let rows = list.iter().map(|earlier| shown(earlier, width).len().min(ROWS)).max().unwrap_or(1);
    let parted = list.iter().any(|earlier| !is_one_row(earlier, width));
    let each = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1 + u16::from(parted));
    Listed::tall(aside::tall(desk, size, (list.len(), each)), each, selected)
}

/// True where a row of a list of `width` columns holds what was found out, and in which session.
pub fn is_one_row(earlier: &Earlier, width: u16) -> bool {
    gate::width(&earlier.line()) + gate::width(&earlier.place()) + 2 <= usize::from(width)
}

/// The rows of the words that were checked, in quotes, in a list of `width` columns.
pub fn shown(earlier: &Earlier, width: u16) -> Vec<String> {
    let text = quoted(&earlier.words);
    let rows = wrap::first_rows(&text, usize::from(width.saturating_sub(2)).max(1), ROWS + 1);
    rows.iter().map(|row| row.of(&text).trim_end().to_owned()).collect()
}

impl<P: From<Self> + From<Form> + From<Question>> Answers<P> for EarlierChecks {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(
            SCOPE,
            "enter",
            Action::Accept,
            "go there",
            "Leaves for that session, at that claim; of a published check it asks to open the link.",
        ),
        row(SCOPE, "s", Action::Reuse, "take the source", "Takes its source over, to be filled in; never the verdict."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next one."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the one before."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Selects the first one."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Selects the last one."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the list."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        if !around.settings.memory {
            return vec![Answer::Say("other sessions were not looked at: memory is off".to_owned())];
        }
        if listed(around).is_empty() {
            return vec![Answer::Say("nothing like it was checked in another session".to_owned())];
        }
        vec![Answer::Open(Self::default().into())]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let list = listed(around);
        let last = list.len().saturating_sub(1);
        self.at = self.at.min(last);
        let Some(earlier) = list.get(self.at) else { return vec![Answer::Close] };
        match action {
            Action::Move(motion) => self.at = motion.over(self.at, list.len(), last),
            Action::Accept => {
                let Some(path) = earlier.path.clone() else {
                    // The link is from a file that somebody else has made.
                    let link =
                        |claim: &Claim| Answer::Open(Question::Link(claim.id.clone(), earlier.told.clone()).into());
                    return around.desk.and_then(Desk::claim).map(link).into_iter().collect();
                };
                let there = Effect::OpenAt(path, earlier.claim.clone());
                return vec![Answer::Close, Answer::Do(Action::Leave), Answer::Effect(there)];
            }
            Action::Reuse => match (&earlier.source, around.desk.and_then(|desk| Some((desk, desk.claim()?)))) {
                (_, Some((desk, _))) if desk.is_read_only() => return vec![Answer::Alarm(around.keymap.read_only())],
                (Some(source), Some((_, claim))) => {
                    return vec![Answer::Close, Answer::Open(Form::reuse(claim, source, around.now).into())];
                }
                _ => return vec![Answer::Say("it has no source".to_owned())],
            },
            Action::Cancel => return vec![Answer::Close],
            _ => {}
        }
        Vec::new()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let list = listed(around);
        let listed = stand(around.desk, around.size, list, self.at);
        Some(Rows { listed, selected: self.at, count: list.len(), at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
