//! The help: the keys of the present pane with what they do, and how far it scrolls.

use super::answer::{Answer, Answers, Around};
use super::prompt::{Ask, Prompt};
use crate::app::action::{Action, Motion};
use crate::app::desk::Desk;
use crate::app::frame::{centred, inside};
use crate::app::keymap::{Binding, Keymap, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::marks::{DRAFT_GLYPHS, MARKS, SIGNS};
use crate::app::same_words;
use crate::text::{gate, wrap};

/// The help, from a row on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The first row in view.
    pub top: usize,
    /// Words that a row must hold to be shown; empty for all.
    pub query: String,
    /// The row with them that one has gone to.
    pub at: Option<usize>,
}

impl Help {
    /// Its rows on a screen of `size`.
    fn shown(&self, around: &Around<'_>, size: Size) -> Vec<HelpRow> {
        let (on_desk, ascii) = (around.desk.is_some(), around.settings.look.ascii);
        rows(around.keymap, around.under, on_desk, ascii, &self.query, size)
    }

    /// Goes to the next row that has the words looked for, or to the one before, round the ends; that row is in view then.
    fn seek(&mut self, rows: &[HelpRow], forward: bool, size: Size) {
        let hits = || rows.iter().enumerate().filter(|(_, (keys, _))| !keys.trim().is_empty()).map(|(at, _)| at);
        let found = match self.at {
            None => hits().next(),
            Some(at) if forward => hits().find(|hit| *hit > at).or_else(|| hits().next()),
            Some(at) => hits().take_while(|hit| *hit < at).last().or_else(|| hits().next_back()),
        };
        let Some(at) = found else { return };
        self.at = Some(at);
        self.show(at, rows.len(), size);
    }

    /// Scrolls as little as it takes to have row `at` of so many in view.
    fn show(&mut self, at: usize, rows: usize, size: Size) {
        let shown = usize::from(inside(frame(size, rows)).height).max(1);
        self.top = self.top.clamp((at + 1).saturating_sub(shown), at).min(furthest(size, rows));
    }
}

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "help", name: "Help", beyond: &[Scope::Reading], types: false, on_desk: false });

/// A row of the help: keys and what they do; without keys a heading, or a blank row; behind a blank the rest of what did not fit
/// the row above.
pub type HelpRow = (String, &'static str);

/// The rows, drawn from the keys in force: those that count in `scope`, the nearest first, then what else there is on the desk,
/// or away from it. What they do takes as many rows as it has to on a screen of `size`.
pub fn rows(keymap: &Keymap, scope: Scope, on_desk: bool, ascii: bool, query: &str, size: Size) -> Vec<HelpRow> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let holds = |(keys, help): &HelpRow| {
        let text = help.to_lowercase();
        words.iter().all(|word| text.contains(word) || keys.split_whitespace().any(|key| key == word))
    };
    let near = |part: &Scope| scope.chain().any(|near| near == *part);
    let told = |part: &Scope| match part {
        Scope::Panel(place) => on_desk && place.on_desk,
        Scope::Claims | Scope::Article | Scope::Picking | Scope::Desk => on_desk,
        Scope::Entry => true,
        Scope::Home | Scope::Reading | Scope::Everywhere => false,
    };
    let others = keymap.scopes().iter().copied().filter(|part| !near(part) && told(part));
    let mut rows: Vec<HelpRow> = Vec::new();
    for part in scope.chain().chain(others) {
        let from = if near(&part) { scope } else { part };
        let own = keymap.rows(from).filter(|row| row.scope == part);
        let own =
            own.map(|row| (keymap.listed(row, "  "), row.help)).filter(|(keys, _)| !keys.is_empty()).filter(holds);
        let own: Vec<HelpRow> = own.collect();
        if !own.is_empty() {
            if !rows.is_empty() {
                rows.push((String::new(), ""));
            }
            rows.push((String::new(), part.name()));
            rows.extend(own);
        }
    }
    let marks = MARKS.iter().map(|mark| ((if ascii { mark.plain } else { mark.fine }).to_owned(), mark.says));
    let marks: Vec<HelpRow> = marks.filter(|row| on_desk && holds(row)).collect();
    if !marks.is_empty() {
        rows.extend([(String::new(), ""), (String::new(), "Marks at the end of a claim's row: it has")]);
        rows.extend(marks);
    }
    let flags = DRAFT_GLYPHS.iter().map(|(fine, plain, says)| ((if ascii { plain } else { fine }).to_string(), *says));
    let flags: Vec<HelpRow> = flags.filter(|row| on_desk && holds(row)).collect();
    if !flags.is_empty() {
        rows.extend([(String::new(), ""), (String::new(), "Before an unchecked claim's number")]);
        rows.extend(flags);
    }
    let signs = SIGNS.iter().map(|(fine, plain, says)| ((if ascii { plain } else { fine }).to_string(), *says));
    let signs: Vec<HelpRow> = signs.filter(|row| on_desk && holds(row)).collect();
    if !signs.is_empty() {
        rows.extend([(String::new(), ""), (String::new(), "Other signs")]);
        rows.extend(signs);
    }
    let room = inside(frame(size, rows.len())).width;
    let keys = usize::from(keys_width(room));
    let room = usize::from(room).saturating_sub(keys).max(1);
    rows.into_iter().flat_map(|row| wrapped(row, keys.saturating_sub(1), room)).collect()
}

/// Columns of the keys, in a help of `width` columns.
pub const fn keys_width(width: u16) -> u16 {
    match width {
        0..60 => 12,
        60..80 => 14,
        _ => 22,
    }
}

/// A row, and below it what of its keys does not fit `wide` columns and of its sentence not `room`.
fn wrapped((keys, does): HelpRow, wide: usize, room: usize) -> Vec<HelpRow> {
    if keys.is_empty() || gate::width(does) <= room && gate::width(&keys) <= wide {
        return vec![(keys, does)];
    }
    let mut lines: Vec<String> = Vec::new();
    for key in keys.split("  ").flat_map(|key| parted(key, wide)) {
        match lines.last_mut().filter(|line| gate::width(line) + 2 + gate::width(key) <= wide) {
            Some(line) => line.extend(["  ", key]),
            None => lines.push(key.to_owned()),
        }
    }
    let said = wrap::rows(does, room);
    let rows = 0..lines.len().max(said.len());
    let key = |at| lines.get(at).cloned().unwrap_or_else(|| " ".to_owned());
    rows.map(|at| (key(at), said.get(at).map_or("", |line| line.of(does).trim_end()))).collect()
}

/// A key in one piece where `wide` columns hold it, else parted behind its last hyphen that they hold.
fn parted(key: &str, wide: usize) -> impl Iterator<Item = &str> {
    let mut hyphens = key.char_indices().filter(|(at, c)| *c == '-' && *at < wide).map(|(at, _)| at + 1);
    let at = hyphens.next_back().filter(|_| gate::width(key) > wide);
    let (head, rest) = at.and_then(|at| key.split_at_checked(at)).unwrap_or((key, ""));
    [head, rest].into_iter().filter(|part| !part.is_empty())
}

/// The frame round so many rows.
pub fn frame(size: Size, rows: usize) -> Rect {
    centred(size, 92, u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2))
}

/// The furthest it scrolls: the last row stands at the bottom then.
pub fn furthest(size: Size, rows: usize) -> usize {
    rows.saturating_sub(usize::from(inside(frame(size, rows)).height))
}

impl<P: From<Self> + From<Prompt>> Answers<P> for Help {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "/", Action::Search, "find", "Finds words in the help."),
        row(SCOPE, "n", Action::NextMatch, "next", "Goes to the next row of the help that has them."),
        row(SCOPE, "N", Action::PreviousMatch, "", "Goes to the row of the help before that has them."),
    ];

    fn open(_around: &Around<'_>) -> Vec<Answer<P>> {
        vec![Answer::Open(Self::default().into())]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Move(motion) => {
                let rows = self.shown(around, around.size).len();
                let page = usize::from(around.size.height).saturating_sub(6).max(1);
                self.top = motion.over(self.top, page, furthest(around.size, rows));
                Vec::new()
            }
            Action::NextMatch | Action::PreviousMatch if self.query.is_empty() => {
                vec![Answer::Say(format!("{} finds words first", around.keymap.called(SCOPE, "find")))]
            }
            Action::NextMatch | Action::PreviousMatch => {
                let rows = self.shown(around, around.size);
                self.seek(&rows, action == Action::NextMatch, around.size);
                Vec::new()
            }
            Action::Search => vec![Answer::Open(Prompt::new(Ask::Help, &self.query).into())],
            Action::Cancel if !self.query.is_empty() => {
                self.query.clear();
                self.at = None;
                Vec::new()
            }
            Action::Cancel | Action::Open => vec![Answer::Close],
            _ => Vec::new(),
        }
    }

    /// Before anything is looked for there is no next row that has it.
    fn is_idle(&self, action: &Action, _desk: Option<&Desk>) -> bool {
        *action == Action::NextMatch && self.query.is_empty()
    }

    fn resized(&mut self, from: Size, around: &Around<'_>) {
        let words = |(keys, does): &HelpRow| format!("{keys}{does}");
        let (before, rows) = (self.shown(around, from), self.shown(around, around.size));
        let moved = |row| same_words::row_of(row, before.iter().map(words), rows.iter().map(words));
        (self.top, self.at) = (moved(self.top), self.at.map(moved));
        if let Some(at) = self.at {
            self.show(at, rows.len(), around.size);
        }
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous }); 3]
    }
}
