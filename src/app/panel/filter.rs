//! The choice of filters: its table of rows, and how many claims each would list with what is in force already.

use std::sync::Arc;

use super::answer::{Answer, Answers, Around, Rows};
use super::filter_names::{ASSIGNEES, READERS, SPEAKERS, TAGS, of_one};
use super::{finder::Finder, help};
use crate::app::action::{Action, Motion};
use crate::app::aside;
use crate::app::census;
use crate::app::desk::Desk;
use crate::app::filter::Filter;
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::subset::{Trait, TraitKind};
use crate::review::{Claim, Correction, FateKind, Query, Session, Source, Status};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "filter", name: "Filter", beyond: &[], types: false, on_desk: true });

/// What a row asks claims to have.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Nothing: all claims, and no filter.
    All,
    /// Nothing: every sentence of the article, claimed or not.
    Sentences,
    /// A state.
    Is(Status),
    /// What this says of a claim.
    Has(fn(&Claim, &Session) -> bool),
    /// What a draft has made of it, as this says; such rows add up.
    Became(fn(&Claim, &Session) -> bool),
    /// What follows from who asks and what is selected, or why nothing does.
    Here(fn(&Around<'_>, &Desk) -> Result<Trait, String>),
    /// One of several that are asked for, or why there is none; which traits come of it; and how many there are, where that is
    /// told without looking for them.
    One(fn(&Around<'_>, &Desk) -> Result<Finder, String>, fn(&Trait) -> bool, fn(&Desk) -> Option<usize>),
}

use Takes::{Became, Has, Here, Is, One};

/// A row of the choice.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in the settings.
    pub name: &'static str,
    /// Its words in the list of rows, and at the head of the list of claims.
    pub words: &'static str,
    /// What it asks claims to have.
    pub takes: Takes,
}

/// Makes the table of rows and their keys of one list.
macro_rules! choices {
    ($($key:literal $name:literal $words:literal $help:literal $takes:expr;)*) => {
        /// The rows.
        pub static CHOICES: &[Choice] = &[$(Choice { name: $name, words: $words, takes: $takes }),*];

        const BINDINGS: &[Binding] = &[
            row(SCOPE, "enter", Action::Accept, "choose", "Adds what is selected to what is asked for, or drops it."),
            row(SCOPE, "space", Action::Add, "add", "Does the same and leaves the choice open."),
            row(SCOPE, "j down f", Action::Move(Motion::Next), "", "Selects the next row."),
            row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the row before."),
            row(SCOPE, "pgdn ctrl-d", Action::Move(Motion::PageDown), "", "Goes a page on."),
            row(SCOPE, "pgup ctrl-u", Action::Move(Motion::PageUp), "", "Goes a page back."),
            row(SCOPE, "home", Action::Move(Motion::First), "", "Selects the first row."),
            row(SCOPE, "end", Action::Move(Motion::Last), "", "Selects the last row."),
            $(row(SCOPE, $key, Action::Choose($name), "", $help),)*
            row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
            row(SCOPE, "esc q", Action::Cancel, "close", "Leaves the list as it is."),
        ];
    };
}

// A filter is added by a row here: its key, its name in the settings, its words, what its key does, what it asks claims to have.
choices! {
    "a" "show-all" "all claims" "Lists all claims." Takes::All;
    "o" "show-unchecked" "unchecked" "Lists the unchecked claims." Is(Status::Unchecked);
    "v" "show-verified" "verified" "Lists the verified claims." Is(Status::Verified);
    "d" "show-disputed" "disputed" "Lists the disputed claims." Is(Status::Disputed);
    "u" "show-unknown" "unknown" "Lists the claims marked unknown." Is(Status::Unknown);
    "D" "show-differing" "differs" "Lists the claims that readers differ about." Is(Status::Differs);
    "x" "show-dismissed" "dismissed" "Lists the dismissed claims." Is(Status::Dismissed);
    "n" "show-without-source" "without a source" "Lists the claims without a source."
        Has(|claim, _| is_bare(claim) && !claim.dismissed);
    "V" "show-verified-bare" "verified without a source" "Lists the verified claims that have no source."
        Has(|claim, _| claim.is_unsourced() && claim.status() == Status::Verified);
    "E" "show-without-evidence" "without evidence" "Lists the claims of which no source lies in the evidence."
        Has(|claim, _| !claim.dismissed && !claim.record.sources.iter().any(Source::is_at_hand));
    "F" "show-not-in-folder" "sources not in the evidence" "Lists the claims that have sources, and none in the evidence."
        Has(|claim, _| !is_bare(claim) && !claim.record.sources.iter().any(Source::is_at_hand));
    "X" "show-contradicted" "contradicted" "Lists the claims with a source that contradicts them."
        Has(|claim, _| claim.is_contradicted());
    "y" "show-annotated" "has an annotation" "Lists the claims that the writer said something about."
        Has(|claim, session| session.article.is_annotated(claim.span));
    "Y" "show-unannotated" "has no annotation" "Lists the claims that the writer said nothing about."
        Has(|claim, session| !claim.dismissed && !session.article.is_annotated(claim.span));
    "l" "show-breaches" "against the policy" "Lists the claims whose verdict lacks what the policy asks for."
        Here(|_, desk| Ok(Trait::Breaks(Arc::clone(&desk.policy))));
    "!" "show-contradicting" "contradicts" "Lists the claims that contradict the article, the calendar or arithmetic."
        Here(|_, desk| Ok(Trait::Contradicts(desk.advised.shared())));
    "e" "show-with-note" "with a note" "Lists the claims with a note." Has(|claim, _| !claim.record.note.is_empty());
    "r" "show-with-query" "with a query" "Lists the claims with a query." Has(|claim, _| !claim.record.queries.is_empty());
    "R" "show-open-queries" "with an open query" "Lists the claims whose query is open."
        Has(|claim, _| claim.record.queries.iter().any(Query::is_open));
    "2" "show-read-twice" "read twice" "Lists the claims that two readers or more have marked."
        Has(|claim, _| claim.record.readings.len() > 1);
    "C" "show-in-conflict" "in conflict" "Lists the claims that another copy has differently."
        Has(|claim, _| !claim.record.conflicts.is_empty());
    "w" "show-reworded" "changed in this draft" "Lists the claims whose words a draft changed and that nobody has looked at since."
        Became(|claim, _| claim.is_pending());
    "M" "show-moved" "moved in this draft" "Lists the claims whose words stand elsewhere in this draft."
        Became(|claim, session| became(claim, session, &FateKind::Moved));
    "S" "show-split" "split in this draft" "Lists the claims that this draft has made several sentences of."
        Became(|claim, session| became(claim, session, &FateKind::Split));
    "J" "show-merged" "merged in this draft" "Lists the claims that this draft has put into one sentence with others."
        Became(|claim, session| became(claim, session, &FateKind::Merged));
    "W" "show-passed-by" "correction not taken over" "Lists the claims with a correction that a draft came without."
        Has(|claim, _| claim.record.corrections.iter().any(Correction::is_ignored));
    "N" "show-new" "new in this draft" "Lists the unchecked claims that no earlier draft had."
        Became(|claim, _| claim.is_new());
    "g" "show-gone" "gone from this draft…" "Finds one of the claims whose words stand nowhere in the draft, which are kept apart."
        One(gone, |_| false, |desk| Some(desk.session.apart().len()));
    "m" "show-mine" "marked by me" "Lists the claims that you have marked."
        Here(|around, _| Ok(Trait::MarkedBy(around.settings.reviewer.to_string())));
    "b" "show-marked-by" "marked by…" "Finds a reader and lists what they have marked."
        One(|around, desk| of_one(around, desk, &READERS), |held| matches!(held, Trait::MarkedBy(_)), |desk| Some((READERS.all)(desk).len()));
    "i" "show-assigned" "assigned to me" "Lists the claims that you are to check."
        Here(|around, _| Ok(Trait::AssignedTo(around.settings.reviewer.to_string())));
    "A" "show-assigned-to" "assigned to…" "Finds an assignee and lists what they are to check."
        One(|around, desk| of_one(around, desk, &ASSIGNEES), |held| matches!(held, Trait::AssignedTo(name) if !name.is_empty()), |desk| Some((ASSIGNEES.all)(desk).len()));
    "U" "show-unassigned" "unassigned" "Lists the claims that nobody is named to check."
        Here(|_, _| Ok(Trait::AssignedTo(String::new())));
    "t" "show-tag" "by tag…" "Finds a tag and lists the claims that have it."
        One(|around, desk| of_one(around, desk, &TAGS), |held| matches!(held, Trait::Tag(_)), |desk| Some((TAGS.all)(desk).len()));
    "p" "show-speaker" "by speaker…" "Finds a speaker and lists what they say."
        One(|around, desk| of_one(around, desk, &SPEAKERS), |held| matches!(held, Trait::Speaker(_)), spoken);
    "P" "show-this-speaker" "by this speaker" "Lists what the selected claim's speaker says." Here(this_speaker);
    "h" "show-this-paragraph" "in this paragraph" "Lists the claims of the paragraph that is selected." Here(this_block);
    "c" "show-changed" "changed since…" "Asks since when, and lists what was changed."
        One(Finder::moments, |held| matches!(held, Trait::Changed(_)), |desk| desk.session.history().is_empty().then_some(0));
    "s" "show-sentences" "every sentence" "Lists every sentence, claimed or not." Takes::Sentences;
}

/// True for a claim that the draft which stands has made this of, whatever was answered.
fn became(claim: &Claim, session: &Session, is: &FateKind) -> bool {
    claim.fate().is_some_and(|fate| fate.draft == session.article.draft && fate.is == *is)
}

fn is_bare(claim: &Claim) -> bool {
    claim.record.sources.is_empty()
}

/// The row that asks for the selected claim's speaker.
const THIS_SPEAKER: &str = "show-this-speaker";

/// Bytes of an article up to which telling its people apart is no wait.
const SHORT: usize = 128 * 1024;

/// True where who is who is known, or found in a moment; else it is a pass over a book, and waits until somebody asks for a speaker.
fn are_voices_at_hand(desk: &Desk) -> bool {
    desk.session.article.text().len() <= SHORT || desk.voices.are_known(&desk.session)
}

/// How many people speak.
fn spoken(desk: &Desk) -> Option<usize> {
    are_voices_at_hand(desk).then(|| (SPEAKERS.all)(desk).len())
}

fn this_speaker(_around: &Around<'_>, desk: &Desk) -> Result<Trait, String> {
    let person = desk.claim().and_then(|claim| desk.voices.of(&desk.session, claim));
    person.map(Trait::Speaker).ok_or_else(|| "no speaker is selected".to_owned())
}

fn this_block(_around: &Around<'_>, desk: &Desk) -> Result<Trait, String> {
    let at = desk.span().map(|span| desk.session.article.block_at(span.start));
    let held = at.and_then(|at| Some(Trait::Within(at + 1, desk.session.article.blocks().get(at)?.span)));
    held.ok_or_else(|| "nothing is selected".to_owned())
}

/// The claims whose words stand nowhere.
fn gone(_around: &Around<'_>, desk: &Desk) -> Result<Finder, String> {
    let finder = Finder::apart("Claims whose words stand nowhere in this draft", &desk.session);
    if finder.has_rows() { Ok(finder) } else { Err("no claim is gone from this draft".to_owned()) }
}

/// What a choice comes to.
enum Chosen {
    /// A filter to put in force.
    Filter(Filter),
    /// The question which one of several.
    Which(Box<Finder>),
    /// Nothing; why.
    Nothing(String),
}

/// An open choice of filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The selected row.
    pub at: usize,
    /// How many claims each row would list with what is in force, or how many names it asks among; counted when the choice was
    /// opened. `None` where counting would be a pass over the article, or where nothing follows from what is selected.
    pub counts: Vec<Option<usize>>,
}

impl Menu {
    /// The choice over what is listed by `filter`, at row `at`, or at that of the filter in force.
    pub fn new(around: &Around<'_>, desk: &Desk, filter: &Filter, at: Option<usize>) -> Self {
        let first = || CHOICES.iter().position(|choice| choice.is_in(around, desk, filter)).unwrap_or(0);
        let of = |choice: &Choice| {
            let told = choice.name != THIS_SPEAKER || are_voices_at_hand(desk);
            told.then(|| choice.plain(around, desk)).flatten().and_then(Result::ok)
        };
        let traits: Vec<_> = CHOICES.iter().map(of).collect();
        let mut counts = census::counts(&desk.session, &filter.traits(), &traits);
        for (count, choice) in counts.iter_mut().zip(CHOICES) {
            match choice.takes {
                Takes::All => *count = Some(desk.session.claims().len()),
                Takes::One(.., many) => *count = many(desk),
                Takes::Sentences | Takes::Is(_) | Takes::Has(_) | Takes::Became(_) | Takes::Here(_) => {}
            }
        }
        Self { at: at.unwrap_or_else(first), counts }
    }
}

impl Choice {
    /// What it asks claims to have, without a question; `None` for rows that ask on or list all there is.
    fn plain(&self, around: &Around<'_>, desk: &Desk) -> Option<Result<Trait, String>> {
        match self.takes {
            Takes::Is(status) => Some(Ok(Trait::Is(status))),
            Takes::Has(holds) => Some(Ok(Trait::Has(TraitKind { words: self.words, holds, adds_up: false }))),
            Takes::Became(holds) => Some(Ok(Trait::Has(TraitKind { words: self.words, holds, adds_up: true }))),
            Takes::Here(what) => Some(what(around, desk)),
            Takes::All | Takes::Sentences | Takes::One(..) => None,
        }
    }

    /// True for a row that `filter` was chosen by.
    pub fn is_in(&self, around: &Around<'_>, desk: &Desk, filter: &Filter) -> bool {
        match self.takes {
            Takes::All => matches!(filter, Filter::All | Filter::Text),
            Takes::Sentences => *filter == Filter::Sentences,
            Takes::One(_, is_one, _) => filter.traits().iter().any(is_one),
            // Who speaks here is not looked for where nothing is asked for.
            Takes::Is(_) | Takes::Has(_) | Takes::Became(_) | Takes::Here(_) if filter.traits().is_empty() => false,
            Takes::Is(_) | Takes::Has(_) | Takes::Became(_) | Takes::Here(_) => {
                self.plain(around, desk).is_some_and(|what| what.is_ok_and(|what| filter.traits().contains(&what)))
            }
        }
    }

    /// What choosing it comes to.
    fn put(&self, around: &Around<'_>, desk: &Desk) -> Chosen {
        match (self.plain(around, desk), self.takes) {
            (Some(Ok(what)), _) => Chosen::Filter(desk.filter.toggled(what, &desk.session)),
            (Some(Err(why)), _) => Chosen::Nothing(why),
            (None, Takes::One(names, ..)) => {
                names(around, desk).map_or_else(Chosen::Nothing, |finder| Chosen::Which(finder.into()))
            }
            (None, Takes::Sentences) if desk.filter != Filter::Sentences => Chosen::Filter(Filter::Sentences),
            (None, _) => Chosen::Filter(Filter::All),
        }
    }
}

/// The name of what drops the filter that was added last.
pub const DROP: &str = "drop-filter";

/// What follows from choosing the row of this name: a filter, or the question which tag or speaker.
pub fn chosen<P: From<Finder>>(name: &str, around: &Around<'_>) -> Vec<Answer<P>> {
    let Some(desk) = around.desk else { return Vec::new() };
    if name == DROP {
        let nothing = Answer::Say("no filter is left: all claims are listed".to_owned());
        return vec![if desk.filter == Filter::All {
            nothing
        } else {
            Answer::Show(desk.filter.dropped(&desk.session))
        }];
    }
    let Some(choice) = CHOICES.iter().find(|choice| choice.name == name) else { return Vec::new() };
    vec![match choice.put(around, desk) {
        Chosen::Filter(filter) => Answer::Show(filter),
        Chosen::Which(finder) => Answer::Open((*finder).into()),
        Chosen::Nothing(why) => Answer::Say(why),
    }]
}

impl Menu {
    /// What follows from choosing the selected row when the choice is to stay open.
    fn added<P: From<Self> + From<Finder>>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some((desk, choice)) = around.desk.zip(CHOICES.get(self.at)) else { return Vec::new() };
        match choice.put(around, desk) {
            Chosen::Filter(filter) if filter.count(&desk.session) == Some(0) => {
                vec![Answer::Say(filter.none())]
            }
            Chosen::Filter(filter) => {
                let menu = Self::new(around, desk, &filter, Some(self.at));
                vec![Answer::Close, Answer::Show(filter), Answer::Open(menu.into())]
            }
            Chosen::Which(finder) => vec![Answer::Open((*finder).into())],
            Chosen::Nothing(why) => vec![Answer::Say(why)],
        }
    }
}

impl Menu {
    /// Where its rows stand.
    fn listed(&self, around: &Around<'_>) -> Listed {
        Listed::menu(aside::menu(around.desk, around.size, CHOICES.len()), self.at)
    }
}

impl<P: From<Self> + From<Finder>> Answers<P> for Menu {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = BINDINGS;

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let menu = around.desk.map(|desk| Self::new(around, desk, &desk.filter, None));
        menu.map(|menu| Answer::Open(menu.into())).into_iter().collect()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let last = CHOICES.len() - 1;
        let name = match action {
            Action::Move(Motion::Next) => {
                self.at = if self.at == last { 0 } else { self.at + 1 };
                return Vec::new();
            }
            Action::Move(Motion::Previous) => {
                self.at = self.at.checked_sub(1).unwrap_or(last);
                return Vec::new();
            }
            Action::Move(motion) => {
                let page = usize::from(self.listed(around).area.height).max(1);
                self.at = motion.over(self.at, page, last);
                return Vec::new();
            }
            Action::Add => return self.added(around),
            Action::Accept => CHOICES.get(self.at).map(|choice| choice.name),
            Action::Choose(name) => Some(name),
            Action::Cancel => None,
            _ => return Vec::new(),
        };
        let chosen = name.map(|name| chosen(name, around)).unwrap_or_default();
        [Answer::Close].into_iter().chain(chosen).collect()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        Some(Rows { listed: self.listed(around), selected: self.at, count: CHOICES.len(), at_once: true })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
