//! Everything the program knows while it runs.

use std::sync::Arc;

use super::action::{Opened, Saving};
use super::card;
use super::desk::{Desk, Pane};
use super::draft::{self, DraftFit};
use super::home::{Home, LeftHome};
use super::key::Key;
use super::keymap::{Keymap, Scope};
use super::layout::Size;
use super::panel::laid_by::LaidBy;
use super::panel::{Around, Panel, help};
use super::pointer::Grip;
use super::settings::Settings;
use crate::advice::Advice;
use crate::review::{Article, Claims, Draft, Session, Stamp};

/// What the screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Mode {
    /// The saved sessions.
    Home(Home),
    /// A session under review.
    Desk(Box<Desk>),
}

/// How a message on the status line sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done, or is worth knowing.
    Plain,
    /// Something could not be done.
    Alarm,
}

/// Everything the program knows while it runs.
#[derive(Clone, Debug)]
pub struct Model {
    /// The screen's size.
    pub size: Size,
    /// What the reviewer has settled.
    pub settings: Settings,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// What the screen shows.
    pub mode: Mode,
    /// What lies over it, the topmost last.
    pub panels: Vec<Panel>,
    /// A message, until the next key.
    pub status: Option<(Tone, String)>,
    /// The file that is the next draft of the session being opened.
    pub coming: Option<std::path::PathBuf>,
    /// What the mouse holds.
    pub grip: Option<Grip>,
    /// The count typed before a movement.
    pub count: Option<u32>,
    /// Keys without a meaning that the reviewer was told about.
    pub told: Vec<Key>,
    /// How the home screen was left.
    pub(super) left: LeftHome,
}

impl Model {
    /// A model that shows the saved sessions, none so far.
    pub fn new(size: Size, settings: Settings) -> Self {
        // Nobody has looked yet.
        let home = Home { pending: true, reader: settings.reviewer.to_string(), ..Home::default() };
        Self {
            size,
            settings,
            keymap: Arc::new(Keymap::standard()),
            mode: Mode::Home(home),
            panels: Vec::new(),
            status: None,
            coming: None,
            grip: None,
            count: None,
            told: Vec::new(),
            left: LeftHome::default(),
        }
    }

    /// Puts a session on the desk.
    pub fn lay(&mut self, mut opened: Opened) {
        let mut notices = std::mem::take(&mut opened.notices);
        notices.extend(opened.read_only.clone().map(|reason| format!("read-only: {reason}")));
        let drafts = std::mem::take(&mut opened.drafts);
        let policy = opened.policy.take().map_or_else(|| Arc::clone(&self.settings.policy), Arc::new);
        let mut desk = Desk::new(opened);
        if *policy != *desk.policy {
            desk.abide(policy);
        }
        desk.scroll.share = self.settings.share.unwrap_or(desk.scroll.share);
        desk.scroll.offset = desk.layout(self.size).shown() / 3;
        card::settle(&mut desk, &self.settings, self.size);
        if let Mode::Home(home) = &self.mode {
            self.left = home.left();
        }
        self.mode = Mode::Desk(Box::new(desk));
        self.panels.clear();
        self.lay_by(drafts);
        self.status = (!notices.is_empty()).then(|| (Tone::Plain, notices.join(" · ")));
    }

    /// Lays by what was typed and not kept, and offers the first of it; what the session holds already is let go.
    pub(super) fn lay_by(&mut self, drafts: Vec<Draft>) {
        if let Some(desk) = self.desk_mut() {
            desk.laid_by = drafts;
            let session = &desk.session;
            desk.laid_by.retain(|laid| draft::fit(laid, session) != DraftFit::Spent);
        }
        self.offer(0);
    }

    /// Asks about the draft at `at` of those laid by, if there is one.
    pub(super) fn offer(&mut self, at: usize) {
        if self.desk().is_some_and(|desk| at < desk.laid_by.len()) {
            self.panels.push(LaidBy { at }.into());
        }
    }

    /// What is typed and neither kept nor put away: in the open editor, and what was laid by for later.
    pub fn drafts(&self) -> Vec<Draft> {
        let Some(desk) = self.desk() else { return Vec::new() };
        let open = self.panels.iter().rev().find_map(|panel| panel.unsaved(&desk.session));
        open.into_iter().chain(desk.laid_by.iter().cloned()).collect()
    }

    /// Takes in what there is to say about `article`.
    pub(super) fn advise(&mut self, article: &Article, all: Arc<[Advice]>) {
        if let Some(desk) = self.desk_mut() {
            desk.advised.take(article, all);
        }
    }

    /// Lays an article on the desk whose claims are still read: it can be seen, and nothing more.
    pub(super) fn lay_ahead(&mut self, article: Article) {
        let session = Session::new("", article, Claims::default());
        let opened = Opened {
            session,
            name: String::new(),
            read_only: None,
            notices: Vec::new(),
            drafts: Vec::new(),
            policy: None,
        };
        self.lay(opened);
        if let Some(desk) = self.desk_mut() {
            (desk.saving, desk.selected) = (Saving::Opening, None);
        }
    }

    /// The desk, when a session is open.
    pub fn desk(&self) -> Option<&Desk> {
        match &self.mode {
            Mode::Desk(desk) => Some(desk),
            Mode::Home(_) => None,
        }
    }

    /// The desk, to be changed.
    pub(super) fn desk_mut(&mut self) -> Option<&mut Desk> {
        match &mut self.mode {
            Mode::Desk(desk) => Some(desk),
            Mode::Home(_) => None,
        }
    }

    /// Says something on the status line.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.status = Some((Tone::Plain, text.into()));
    }

    /// The key of an action, for a message that names it.
    pub(super) fn key(&self, scope: Scope, name: &'static str) -> String {
        self.keymap.called(scope, name).to_owned()
    }

    /// Says on the status line that something could not be done.
    pub(super) fn alarm(&mut self, text: impl Into<String>) {
        self.status = Some((Tone::Alarm, text.into()));
    }

    /// Where the keys go now.
    pub fn scope(&self) -> Scope {
        self.scope_under(self.panels.last())
    }

    /// Where the keys go when no help is open: what the help is about.
    pub fn helped(&self) -> Scope {
        self.scope_under(self.panels.iter().rev().find(|panel| panel.scope() != help::SCOPE))
    }

    fn scope_under(&self, panel: Option<&Panel>) -> Scope {
        match (panel, &self.mode) {
            (Some(panel), _) => panel.scope(),
            (None, Mode::Home(_)) => Scope::Home,
            (None, Mode::Desk(desk)) if desk.picking.is_some() => Scope::Picking,
            (None, Mode::Desk(desk)) if desk.pane == Pane::Article => Scope::Article,
            (None, Mode::Desk(_)) => Scope::Claims,
        }
    }

    /// What a panel that is about to lie over everything sees at the moment `now`.
    pub fn around<'a>(&'a self, now: &'a Stamp) -> Around<'a> {
        let (size, keymap, settings) = (self.size, &*self.keymap, &self.settings);
        Around { size, keymap, settings, desk: self.desk(), under: self.scope(), now }
    }
}
