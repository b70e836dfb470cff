//! Finding one of many by a few letters: a tag or a speaker to narrow the list to, a source entered for another claim.

use super::answer::{Answer, Answers, Around, Keep, Rows};
use super::changes::Changed;
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::citation;
use crate::app::desk::Desk;
use crate::app::editor::{Editor, Typing};
use crate::app::form::Form;
use crate::app::frame::Listed;
use crate::app::fuzzy;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::{Rect, Size};
use crate::app::moment;
use crate::app::subset::{Changes, Trait};
use crate::review::{Claim, ClaimId, Session, Source, Stamp};

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "finder",
    name: "Finding one of many",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

/// Columns the typed line is laid out for; it is one line, so only its being wide matters.
const WIDTH: usize = 200;

/// What taking a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Find {
    /// Narrows the list.
    Narrow(Trait),
    /// Takes the source at this place of this claim.
    Source(ClaimId, usize),
    /// Shows what a draft did to this claim.
    Changed(ClaimId),
}

/// One of those to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinderRow {
    /// What is searched and shown.
    pub text: String,
    /// What stands beside it.
    pub about: String,
    /// What taking it does.
    pub find: Find,
}

/// An open finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    /// What stands above it.
    pub title: String,
    /// The claim that a source is found for.
    pub claim: Option<ClaimId>,
    /// What was typed.
    pub editor: Editor,
    /// The selected row among those shown.
    pub at: usize,
    rows: Vec<FinderRow>,
    /// Which rows match what was typed, best first.
    shown: Vec<usize>,
    /// Of a finder over moments how many there are, beside the one that is typed.
    moments: Option<usize>,
}

impl Finder {
    fn new(title: String, claim: Option<ClaimId>, rows: Vec<FinderRow>) -> Self {
        let shown = (0..rows.len()).collect();
        Self { title, claim, editor: Editor::new("", true), at: 0, rows, shown, moments: None }
    }

    /// A finder over `names`, each with how many claims have it.
    pub fn traits(title: &str, names: &[(String, usize)], make: impl Fn(String) -> Trait) -> Self {
        let row = |(name, count): &(String, usize)| FinderRow {
            text: name.clone(),
            about: count.to_string(),
            find: Find::Narrow(make(name.clone())),
        };
        Self::new(title.to_owned(), None, names.iter().map(row).collect())
    }

    /// A finder over the moments that something was changed since.
    ///
    /// # Errors
    /// Where nothing was changed yet; that is said.
    pub fn moments(around: &Around<'_>, desk: &Desk) -> Result<Self, String> {
        let (session, now, by) = (&desk.session, around.now, &around.settings.reviewer);
        let own = session.history().iter().rev().find(|entry| entry.by == *by).map(|entry| entry.at.clone());
        let all: Vec<(&str, Stamp)> = [
            ("in the last hour", Some(now.earlier(3600))),
            ("since my last edit", own),
            ("in the last 24 hours", Some(now.earlier(24 * 3600))),
            ("in the last 7 days", Some(now.earlier(7 * 24 * 3600))),
            ("at any time", Some(Stamp::default())),
        ]
        .into_iter()
        .filter_map(|(words, since)| Some((words, since?)))
        .collect();
        let all: Vec<_> = all.iter().map(|(words, since)| Changes::since(words, since, session)).collect();
        let finder = Self::changes("List what was changed", all);
        if finder.has_rows() { Ok(finder) } else { Err("nothing has been changed yet".to_owned()) }
    }

    /// A finder over moments, each with what was changed since; those with nothing are left out.
    fn changes(title: &str, all: Vec<Changes>) -> Self {
        let some = all.into_iter().filter(|changes| changes.count() > 0);
        let finder = Self::new(title.to_owned(), None, some.map(changed).collect());
        Self { moments: Some(finder.rows.len()), ..finder }
    }

    /// A finder over the claims that are kept apart, in the order that they stood in.
    pub fn apart(title: &str, session: &Session) -> Self {
        let row = |claim: &Claim| FinderRow {
            text: format!("{}  {}", claim.number, session.words_of(claim).replace('\n', " ")),
            about: session
                .told_let_go(claim)
                .unwrap_or_else(|| claim.fate().map(|fate| format!("draft {}", fate.from)).unwrap_or_default()),
            find: Find::Changed(claim.id.clone()),
        };
        Self::new(title.to_owned(), None, session.apart().iter().map(row).collect())
    }

    /// A finder over the sources of all other claims, for `claim`: each once, with the claims it was entered for; those that
    /// `claim` has are left out.
    pub fn sources(session: &Session, claim: &ClaimId) -> Self {
        let number = session.claims().by_id(claim).map(|claim| claim.number).unwrap_or_default();
        let held: &[Source] = session.claims().by_id(claim).map_or(&[], |claim| &claim.record.sources);
        let mut rows: Vec<(FinderRow, Vec<String>)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for other in session.claims().iter() {
            for (at, source) in other.record.sources.iter().enumerate() {
                if held.iter().any(|own| is_same(own, source)) {
                    continue;
                }
                let row = *places.entry((&source.title, &source.url)).or_insert_with(|| {
                    let parts = [source.title.as_str(), source.url.as_str()];
                    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
                    let find = Find::Source(other.id.clone(), at);
                    rows.push((FinderRow { text, about: String::new(), find }, Vec::new()));
                    rows.len() - 1
                });
                if let Some((_, numbers)) = rows.get_mut(row) {
                    numbers.push(other.number.to_string());
                }
            }
        }
        let told = |(row, numbers): (FinderRow, Vec<String>)| {
            let claims = if numbers.len() == 1 { "claim" } else { "claims" };
            FinderRow { about: format!("{claims} {}", numbers.join(", ")), ..row }
        };
        let rows = rows.into_iter().map(told).collect();
        Self::new(format!("Sources of other claims · claim {number}"), Some(claim.clone()), rows)
    }

    /// The rows that match, best first.
    pub fn shown(&self) -> impl Iterator<Item = &FinderRow> {
        self.shown.iter().filter_map(|index| self.rows.get(*index))
    }

    /// How many rows match.
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// The selected row.
    pub fn current(&self) -> Option<&FinderRow> {
        self.shown.get(self.at).and_then(|index| self.rows.get(*index))
    }

    /// True when there is something to choose from, before anything is typed.
    pub const fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Its frame.
    pub fn frame(&self, desk: Option<&Desk>, size: Size) -> Rect {
        aside::finder(desk, size, self.rows.len() + 1)
    }

    /// Looks which rows match what is typed now.
    pub fn narrow(&mut self) {
        let rows = self.rows.iter().enumerate().map(|(index, row)| (index, row.text.as_str()));
        self.shown = fuzzy::ranked(self.editor.text().trim(), rows);
        self.at = 0;
    }
}

/// A row for what was changed since a moment.
fn changed(changes: Changes) -> FinderRow {
    FinderRow {
        text: changes.words().to_owned(),
        about: changes.count().to_string(),
        find: Find::Narrow(Trait::Changed(changes)),
    }
}

/// True for one source entered twice.
fn is_same(one: &Source, other: &Source) -> bool {
    one.title == other.title && one.url == other.url
}

impl Finder {
    /// Takes typing into the line and looks what matches now.
    fn typed(&mut self, typing: &Typing, around: &Around<'_>) {
        self.editor.act(typing, WIDTH);
        self.narrow();
        self.since(around);
    }

    /// Offers the moment that is typed before those that are told.
    fn since(&mut self, around: &Around<'_>) {
        let (Some(told), Some(desk)) = (self.moments, around.desk) else { return };
        self.rows.truncate(told);
        self.shown.retain(|row| *row < told);
        let ahead = around.settings.ahead;
        if let Some(since) = moment::read(self.editor.text(), around.now, ahead) {
            let words = format!("since {}", since.local(ahead));
            self.rows.push(changed(Changes::since(&words, &since, &desk.session)));
            self.shown.insert(0, told);
        }
    }

    /// What follows from taking the selected row.
    fn taken<P: From<Form> + From<Changed>>(&self, changed: bool, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(row) = self.current() else {
            let esc = around.key(SCOPE, "cancel");
            return vec![Answer::Say(format!("nothing matches: delete some letters, or {esc}"))];
        };
        let follows = match &row.find {
            Find::Narrow(what) => Some(Answer::Narrow(what.clone())),
            Find::Changed(claim) => Some(Answer::Open(Changed::of(claim.clone()).into())),
            Find::Source(from, at) if changed => self.reused(from, *at, around).map(|form| Answer::Open(form.into())),
            Find::Source(from, at) => return given(from, *at, around),
        };
        [Answer::Close].into_iter().chain(follows).collect()
    }

    /// The form with the source at `at` of claim `from`, for the claim that one is found for.
    fn reused(&self, from: &ClaimId, at: usize, around: &Around<'_>) -> Option<Form> {
        let claims = around.desk?.session.claims();
        let source = claims.by_id(from)?.record.sources.get(at)?;
        Some(Form::reuse(claims.by_id(self.claim.as_ref()?)?, source, around.now))
    }
}

/// What giving the source at `at` of claim `from` to the chosen claims comes to.
fn given<P>(from: &ClaimId, at: usize, around: &Around<'_>) -> Vec<Answer<P>> {
    let Some(desk) = around.desk else { return vec![Answer::Close] };
    let claims = desk.session.claims();
    let Some(held) = claims.by_id(from).and_then(|claim| claim.record.sources.get(at)) else {
        return vec![Answer::Close];
    };
    let source = Source { locator: String::new(), checked_at: around.now.day().to_owned(), ..held.clone() };
    let chosen = desk.chosen();
    let by = &around.settings.reviewer;
    let given = chosen.iter().filter_map(|id| claims.by_id(id));
    let edits = given.flat_map(|claim| citation::given(claim, &source, None, by, around.now)).collect();
    let keep = Keep { edits, said: format!("source kept: {}", source.name()), overtaken: None, row: None };
    vec![Answer::Keep(Box::new(keep)), Answer::Close, Answer::Settled(chosen, false)]
}

impl<P: From<Form> + From<Changed>> Answers<P> for Finder {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "take it", "Takes the selected row."),
        row(
            SCOPE,
            "ctrl-e",
            Action::Open,
            "change it first",
            "Takes a source into its form: another page, another passage.",
        ),
        row(SCOPE, "down tab ctrl-n", Action::Move(Motion::Next), "next", "Selects the next row."),
        row(SCOPE, "up backtab ctrl-p", Action::Move(Motion::Previous), "", "Selects the row before."),
        row(SCOPE, "esc", Action::Cancel, "close", "Closes it."),
    ];

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        match action {
            Action::Type(typing) => self.typed(&typing, around),
            Action::Paste(text) => self.typed(&Typing::Insert(text), around),
            Action::Move(motion) => self.at = motion.over(self.at, 1, self.count().saturating_sub(1)),
            Action::Cancel => return vec![Answer::Close],
            Action::Accept => return self.taken(false, around),
            Action::Open => return self.taken(true, around),
            _ => {}
        }
        Vec::new()
    }

    /// Only a source has a form to go into first.
    fn is_idle(&self, action: &Action, _desk: Option<&Desk>) -> bool {
        *action == Action::Open && !self.current().is_some_and(|row| matches!(row.find, Find::Source(..)))
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let listed = Listed::sheet(self.frame(around.desk, around.size), self.at);
        Some(Rows { listed, selected: self.at, count: self.count(), at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
