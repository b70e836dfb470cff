//! What a file that came back comes to, told before it is done.

use super::answer::{Answer, Answers, Around, Keep};
use super::prompt::{Ask, Prompt};
use crate::app::action::{Action, Motion};
use crate::app::frame::{centred, inside};
use crate::app::homecoming::Homecoming;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::same_words;
use crate::export::back::{Back, ImportOutcome, Told};
use crate::review::{Edit, Session};
use crate::text::{quoted, wrap};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "came-back", name: "What came back", beyond: &[], types: false, on_desk: false });

/// Columns that what changes stands further in than what it is said of.
const INDENT: u16 = 4;

/// How a line of the account is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountLine {
    /// How many of each sort there are.
    Counts,
    /// Which row, annotation or comment it is about.
    Item,
    /// What changes, from what to what.
    Change,
    /// What can't be taken in.
    Left,
}

/// The account of a file, and the edits that it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct CameBack {
    /// The file's name.
    pub name: String,
    /// Who has written what names nobody in it; `None`: the reviewer.
    pub writer: Option<String>,
    from: Homecoming,
    lines: Vec<(AccountLine, String)>,
    edits: Vec<Edit>,
    /// The first row in view.
    pub top: usize,
}

impl Eq for CameBack {}

impl CameBack {
    /// The account of `back`, which what comes `from` there comes to over `session` when `writer` wrote what names nobody there; what is as it was is only counted.
    pub fn new(from: Homecoming, writer: Option<String>, back: Back, session: &Session) -> Self {
        let name = from.name();
        let mut lines = vec![(AccountLine::Counts, back.counts())];
        lines.extend(writer.iter().map(|name| (AccountLine::Item, format!("What names nobody is by {name}."))));
        for told in &back.told {
            lines.extend(account(told, session));
        }
        Self { name, lines, edits: back.edits, writer, from, top: 0 }
    }

    /// Where it stands on a screen of `size`.
    pub fn frame(&self, size: Size) -> Rect {
        let width = size.panel(96);
        let rows = u16::try_from(self.rows(width.saturating_sub(4)).len()).unwrap_or(u16::MAX);
        centred(size, width, rows.saturating_add(2))
    }

    /// Its rows of `width` columns, each with how it is meant.
    pub fn rows(&self, width: u16) -> Vec<(AccountLine, String)> {
        let mut rows = Vec::new();
        for (line, text) in &self.lines {
            let indent = if matches!(line, AccountLine::Change | AccountLine::Left) { INDENT } else { 0 };
            let lead = " ".repeat(usize::from(indent));
            let cut = wrap::rows(text, usize::from(width.saturating_sub(indent)).max(1));
            rows.extend(cut.iter().map(|row| (*line, format!("{lead}{}", row.of(text).trim_end()))));
        }
        rows
    }

    /// Rows of the account that fit on a screen of `size`.
    fn height(&self, size: Size) -> usize {
        usize::from(inside(self.frame(size)).height)
    }

    fn scroll(&mut self, motion: Motion, by: usize, size: Size) {
        let rows = self.rows(inside(self.frame(size)).width).len();
        let last = rows.saturating_sub(self.height(size));
        self.top = motion.over(self.top.min(last), by.max(1), last);
    }

    /// Takes it in: one step for the undo.
    fn taken<P>(&self) -> Vec<Answer<P>> {
        if self.edits.is_empty() {
            return vec![Answer::Close, Answer::Say(format!("{}: there is nothing to take in", self.name))];
        }
        let counts = self.lines.first().map_or("", |(_, text)| text);
        let said = format!("{}: {counts}", self.name);
        let keep = Keep { edits: self.edits.clone(), said, overtaken: None, row: None };
        vec![Answer::Keep(Box::new(keep)), Answer::Close]
    }
}

/// What became of one row, annotation or comment, line by line; nothing where all is as it was.
fn account(told: &Told, session: &Session) -> Vec<(AccountLine, String)> {
    let claim = told.claim.as_ref().and_then(|id| session.any_claim(id));
    let about = match claim {
        // An item that bears the claim's own name is not told twice.
        Some(claim) => {
            let (called, exact) = (format!("claim {}", claim.number), quoted(session.words_of(claim)));
            if told.item == called { format!("{called} {exact}") } else { format!("{} · {called} {exact}", told.item) }
        }
        None => told.item.clone(),
    };
    let flat = |text: &String| text.replace('\n', " ");
    let (about, changes, kept) = match &told.outcome {
        ImportOutcome::Same => return Vec::new(),
        ImportOutcome::Changed(changes, kept) => (about, changes.as_slice(), kept.as_slice()),
        ImportOutcome::Added(changes, kept) => (format!("{about} · a new claim"), changes.as_slice(), kept.as_slice()),
        ImportOutcome::Left(why) => {
            return vec![(AccountLine::Item, about), (AccountLine::Left, format!("left out: {}", flat(why)))];
        }
    };
    let mut lines = vec![(AccountLine::Item, about)];
    lines.extend(changes.iter().map(|change| (AccountLine::Change, flat(change))));
    lines.extend(kept.iter().map(|kept| (AccountLine::Left, format!("not taken: {}", flat(kept)))));
    lines
}

impl<P: From<Prompt>> Answers<P> for CameBack {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter y", Action::Accept, "take it in", "Takes all of it in; undo takes all of it back."),
        row(SCOPE, "f", Action::Writer, "by whom", "Asks who has written what names nobody in the file."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Scrolls a row down."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Scrolls a row up."),
        row(SCOPE, "space pgdn", Action::Move(Motion::PageDown), "scroll", "Scrolls a page down."),
        row(SCOPE, "b pgup", Action::Move(Motion::PageUp), "", "Scrolls a page up."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Goes to the top."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Goes to the bottom."),
        row(SCOPE, "esc q n", Action::Cancel, "leave it", "Takes nothing in."),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Accept => self.taken(),
            Action::Writer => {
                let name = self.writer.clone().unwrap_or_else(|| around.settings.reviewer.to_string());
                vec![Answer::Open(Prompt::new(Ask::Writer(self.from.clone()), &name).into())]
            }
            Action::Move(motion) => {
                self.scroll(motion, self.height(around.size), around.size);
                Vec::new()
            }
            Action::Cancel => vec![Answer::Close, Answer::Say(format!("{}: nothing was taken in", self.name))],
            _ => Vec::new(),
        }
    }

    fn resized(&mut self, from: Size, around: &Around<'_>) {
        let rows = |size| self.rows(inside(self.frame(size)).width).into_iter().map(|(_, words)| words);
        self.top = same_words::row_of(self.top, rows(from), rows(around.size));
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
