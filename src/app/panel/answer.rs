//! What a panel answers to a key: what is to follow, said and not done. Only `update` acts on it.

use serde_json::Value;

use crate::app::action::{Action, Effect};
use crate::app::desk::Desk;
use crate::app::exporting::{Typed, Writing};
use crate::app::filter::Filter;
use crate::app::frame::Listed;
use crate::app::item::Item;
use crate::app::keymap::{Binding, Keymap, Scope};
use crate::app::layout::Size;
use crate::app::settings::Settings;
use crate::app::subset::Trait;
use crate::review::{ClaimId, Draft, Edit, Entry, Number, Session, Stamp, told};

/// Columns of a text that is quoted before it is taken back.
const TOLD: usize = 30;

/// One thing that follows from a key. Of several each follows when the one before is done; none comes after one that can't be.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<P> {
    /// The panel is put away.
    Close,
    /// This panel opens over it.
    Open(P),
    /// The status line says so.
    Say(String),
    /// The status line says that something can't be done.
    Alarm(String),
    /// The shell is asked for it.
    Effect(Effect),
    /// What lies under the panel gets the action, and the panel stays.
    Below(Action),
    /// The action is done as if the panel had never been there.
    Do(Action),
    /// This item is selected, wherever it stands.
    Select(Item),
    /// The list shows these claims.
    Show(Filter),
    /// The list is narrowed to the claims that have this.
    Narrow(Trait),
    /// The home screen shows only sessions with these words, the help only rows with them.
    Query(String),
    /// These words are searched for.
    Find(String),
    /// A line was typed for the export picker.
    Export(Typed),
    /// All of the evidence is searched for these words.
    Seek(String),
    /// An export is written to its file.
    Write(Box<Writing>),
    /// The session is edited.
    Keep(Box<Keep>),
    /// The first change of the draft that nobody has looked at is shown.
    NextChange,
    /// The article at this path is the next draft of the session that is opened now.
    NextDraft(std::path::PathBuf),
    /// Words are picked that this claim is put on.
    Rehome(ClaimId),
    /// The next difference of readers or copies is shown.
    NextDifference,
    /// These claims were settled, by a verdict when true: the reviewer is told, and goes on.
    Settled(Vec<ClaimId>, bool),
    /// So much of what the reviewer did is taken back, key by key.
    Undo(usize),
    /// What became of the unsaved text at this place of those laid by.
    LaidBy(usize, LaidByFate),
    /// What could not be saved is given up.
    GiveUp,
}

/// Edits that a panel asks for. When they can't be done the panel stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    /// The edits, in their order; undo takes them back one by one.
    pub edits: Vec<Edit>,
    /// What the status line says then; nothing when empty.
    pub said: String,
    /// What somebody else has written meanwhile, kept beside it: the claim, the field and their value.
    pub overtaken: Option<(ClaimId, &'static str, Value)>,
    /// The row that the list under the panel selects then.
    pub row: Option<usize>,
}

/// What becomes of unsaved text that was laid by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaidByFate {
    /// It is taken up again.
    TakenUp,
    /// It is dropped for good.
    Dropped,
    /// It is offered again another time.
    Later,
}

/// What a panel sees of everything round it.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The screen's size.
    pub size: Size,
    /// The keys in force.
    pub keymap: &'a Keymap,
    /// What the reviewer has settled.
    pub settings: &'a Settings,
    /// The desk, when a session is open.
    pub desk: Option<&'a Desk>,
    /// Where the keys go once the panel is put away.
    pub under: Scope,
    /// This moment.
    pub now: &'a Stamp,
}

/// The list in a panel, for the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// Where it stands and what of it is in view.
    pub listed: Listed,
    /// The selected row.
    pub selected: usize,
    /// How many rows there are.
    pub count: usize,
    /// True when a single press takes a row.
    pub at_once: bool,
}

/// A panel that can open panels `P`.
pub trait Answers<P>: Sized {
    /// Where its keys count.
    const SCOPE: Scope;

    /// Its keys, and those that open it.
    const KEYS: &'static [Binding];

    /// What the key that opens it asks for; nothing for a panel that no key opens.
    fn open(_around: &Around<'_>) -> Vec<Answer<P>> {
        Vec::new()
    }

    /// What follows from `action` while it has the keys.
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>>;

    /// Its list, if it is one.
    fn rows(&self, _around: &Around<'_>) -> Option<Rows> {
        None
    }

    /// Takes a notch of the wheel, and says which actions it stands for.
    fn wheel(&mut self, _down: bool, _around: &Around<'_>) -> Vec<Action> {
        Vec::new()
    }

    /// The screen had the size `from` until now: what was in view stays so.
    fn resized(&mut self, _from: Size, _around: &Around<'_>) {}

    /// True for what would come to nothing as the panel stands now: its key is not offered.
    fn is_idle(&self, _action: &Action, _desk: Option<&Desk>) -> bool {
        false
    }

    /// Text about a claim that was typed into it and is not kept.
    fn unsaved(&self, _session: &Session) -> Option<Draft> {
        None
    }
}

impl Around<'_> {
    /// The number of a claim.
    pub fn number(&self, claim: &ClaimId) -> Option<Number> {
        self.desk?.number(claim)
    }

    /// The key of an action, for a message that names it.
    pub fn key(&self, scope: Scope, name: &'static str) -> String {
        self.keymap.called(scope, name).to_owned()
    }

    /// Passes where undo takes back what `is_here` says was done in the panel that has the keys: all else is out of its view.
    ///
    /// # Errors
    /// What to tell the reviewer instead.
    pub fn undoes(&self, is_here: impl Fn(&Entry) -> bool) -> Result<(), String> {
        let by = &self.settings.reviewer;
        let last = self.desk.map(|desk| desk.session.next_undo(by, self.now)).unwrap_or_default();
        let Some((desk, first)) = self.desk.zip(last.first()) else {
            return Err("nothing of yours to undo".to_owned());
        };
        if last.iter().any(|entry| is_here(entry)) {
            return Ok(());
        }
        let number = first.edit.claim.as_ref().and_then(|id| desk.session.any_claim(id)).map(|claim| claim.number);
        let number = number.map(|number| format!("claim {number}: ")).unwrap_or_default();
        let told = told::entry(first, desk.session.texts(), TOLD);
        let undo = self.key(Scope::Desk, "undo");
        Err(format!("not done here: on the desk {undo} takes back {number}{told}"))
    }

    /// The selected claim, when it may be written to.
    ///
    /// # Errors
    /// What to tell the reviewer: there is none, or nothing may be changed.
    pub fn writable<P>(&self) -> Result<(&Desk, &crate::review::Claim), Answer<P>> {
        let desk = self.desk.ok_or_else(|| Answer::Say("no session is open".to_owned()))?;
        let claim = desk.claim().ok_or_else(|| {
            Answer::Say(format!("no claim is selected; {} makes one of a sentence", self.key(Scope::Desk, "claim")))
        })?;
        if desk.is_read_only() {
            return Err(Answer::Alarm(self.keymap.read_only()));
        }
        Ok((desk, claim))
    }
}
