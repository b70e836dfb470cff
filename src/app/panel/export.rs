//! The export picker: which format, with what in it, what it will look like, and where its parts stand.

use std::path::PathBuf;
use std::sync::Arc;

use super::answer::{Answer, Answers, Around};
use super::help;
use super::prompt::{Ask, Prompt};
use crate::app::action::{Action, Effect, Motion};
use crate::app::export_parts::Parts;
use crate::app::exporting::{Preview, Sight, Wanted, since};
use crate::app::fuzzy;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::layout::Size;
use crate::app::same_words;
use crate::export::{self, ExportChoice, Format, SinceWhen, TableRows};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "export", name: "Export", beyond: &[], types: false, on_desk: false });

/// A way a format may be varied, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it is.
    pub vary: ExportChoice,
    /// Its name.
    pub label: &'static str,
    /// How it stands, in words.
    pub value: String,
}

/// The picker while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exporting {
    /// What is wanted.
    pub wanted: Wanted,
    /// Confidential sources that the session holds.
    pub confidential: usize,
    /// The Word document or Markdown file that the article was read from.
    original: Option<PathBuf>,
    /// Of whom something is asked.
    addressees: Vec<String>,
    /// The draft before the one that stands.
    before: Option<u32>,
    /// The first row of the preview in view.
    pub top: usize,
    /// The latest preview that came, or why there is none, with what it was asked for.
    seen: Option<(Sight, Result<Arc<Preview>, String>)>,
    /// True while the shell works on one.
    under_way: bool,
}

impl Exporting {
    /// A picker at `wanted`, over a session with so many confidential sources.
    pub fn new(wanted: Wanted, confidential: usize) -> Self {
        Self {
            wanted,
            confidential,
            original: None,
            addressees: Vec::new(),
            before: None,
            top: 0,
            seen: None,
            under_way: false,
        }
    }

    /// The preview to ask the shell for on a screen of `size`, if one is missing. One at a time: the next is asked for when
    /// the last has come, so that a key held down does not pile them up.
    pub fn missing(&mut self, size: Size) -> Option<Sight> {
        let sight = Sight { wanted: self.wanted.clone(), width: self.layout(size).preview.width };
        if self.under_way || self.seen.as_ref().is_some_and(|(seen, _)| *seen == sight) {
            return None;
        }
        self.under_way = true;
        Some(sight)
    }

    /// Takes in a preview that has come.
    pub fn came(&mut self, sight: Sight, preview: Result<Arc<Preview>, String>) {
        self.under_way = false;
        // The same words at another width: those at the top stay there.
        if let (Some((seen, Ok(before))), Ok(after)) = (&self.seen, &preview)
            && seen.wanted == sight.wanted
            && seen.width != sight.width
        {
            self.top = same_words::row_of(self.top, before.from(0), after.from(0));
        }
        self.seen = Some((sight, preview));
    }

    /// The preview of what is wanted, or why there is none; `None` while it is made. The one from before an option changed
    /// stays until the next has come.
    pub fn preview(&self) -> Option<Result<&Preview, &str>> {
        let (_, preview) = self.seen.as_ref().filter(|(sight, _)| sight.wanted.format == self.wanted.format)?;
        Some(preview.as_deref().map_err(String::as_str))
    }

    /// The row at which the preview's last screen begins.
    pub fn lowest(&self, size: Size) -> usize {
        let rows = self.preview().and_then(Result::ok).map_or(0, Preview::len);
        rows.saturating_sub(usize::from(self.layout(size).preview.height))
    }

    /// Selects the format that stands `steps` after this one, round at the ends.
    pub fn step(&mut self, steps: isize) {
        let count = Format::ALL.len();
        let at = self.row().checked_add_signed(steps).unwrap_or(count - 1) % count;
        self.wanted.format = Format::ALL.get(at).copied().unwrap_or(self.wanted.format);
        self.top = 0;
    }

    /// Selects the format that is called `text` on the command line or in the list, or so begins, or has these letters; false when
    /// none does.
    pub fn find(&mut self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let begins = |format: &Format| {
            [format.name(), format.title()].iter().any(|name| name.to_lowercase().starts_with(&lower))
        };
        let exact = text.parse::<Format>().ok();
        let begun = exact.or_else(|| Format::ALL.into_iter().find(begins));
        let names = Format::ALL.map(|format| (format, format!("{} {}", format.name(), format.title())));
        let ranked = || fuzzy::ranked(text, names.iter().map(|(format, name)| (*format, name.as_str())));
        let Some(found) = begun.or_else(|| ranked().first().copied()) else { return false };
        (self.wanted.format, self.top) = (found, 0);
        true
    }

    /// What people call the formats, in the order of the list.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Format::ALL.into_iter().map(Format::title)
    }

    /// The selected format's row in the list.
    pub fn row(&self) -> usize {
        Format::ALL.iter().position(|format| *format == self.wanted.format).unwrap_or(0)
    }

    /// What there is to decide about in the selected format, and how that stands.
    pub fn settings(&self) -> Vec<Setting> {
        self.wanted.format.choices().iter().filter_map(|vary| self.setting(*vary)).collect()
    }

    /// True when the selected format takes it.
    pub fn takes(&self, vary: ExportChoice) -> bool {
        self.wanted.format.choices().contains(&vary)
    }

    /// Turns what is on or off, or one or the other. An address or a name is typed elsewhere.
    pub fn turn(&mut self, vary: ExportChoice) {
        let options = &mut self.wanted.options;
        match vary {
            ExportChoice::Confidential => options.confidential = !options.confidential,
            ExportChoice::History => options.history = !options.history,
            ExportChoice::Bom => options.table.bom = !options.table.bom,
            ExportChoice::Graph => options.graph = !options.graph,
            ExportChoice::Rows => {
                options.table.rows = match options.table.rows {
                    TableRows::Claims => TableRows::Sources,
                    TableRows::Sources => TableRows::Claims,
                };
            }
            ExportChoice::Into if self.wanted.into.is_some() => self.wanted.into = None,
            ExportChoice::Into => self.wanted.into.clone_from(&self.original),
            // Everybody, then one after another.
            ExportChoice::Asked => {
                let next = options
                    .asked
                    .as_ref()
                    .map_or(0, |to| self.addressees.iter().position(|one| one == to).map_or(0, |at| at + 1));
                options.asked = self.addressees.get(next).cloned();
            }
            ExportChoice::Since
            | ExportChoice::Address
            | ExportChoice::Publisher
            | ExportChoice::Raw
            | ExportChoice::Single => {}
        }
    }

    /// The file that the article was read from, where the selected format goes into it.
    fn fitting(&self) -> Option<&PathBuf> {
        self.original.as_ref().filter(|path| self.wanted.format.goes_into(path))
    }

    /// How a choice stands; `None` where nobody needs to decide about it here.
    fn setting(&self, vary: ExportChoice) -> Option<Setting> {
        let options = &self.wanted.options;
        let flag = |on: bool| if on { "yes" } else { "no" }.to_owned();
        let text = |text: &str| if text.is_empty() { "not said".to_owned() } else { text.to_owned() };
        let (label, value) = match vary {
            ExportChoice::Confidential if self.confidential == 0 => return None,
            ExportChoice::Into if self.fitting().is_none() => return None,
            ExportChoice::Asked if self.addressees.len() < 2 => return None,
            // Asked for on the command line.
            ExportChoice::Raw | ExportChoice::Single => return None,
            ExportChoice::Confidential if options.confidential => {
                ("confidential sources", format!("given away: {}", self.confidential))
            }
            ExportChoice::Confidential => ("confidential sources", format!("left out: {}", self.confidential)),
            ExportChoice::History => ("every edit", flag(options.history)),
            ExportChoice::Since => ("what changed since", since(options.since.as_ref(), self.before)),
            ExportChoice::Rows => {
                ("a row for each", if options.table.rows == TableRows::Claims { "claim" } else { "source" }.to_owned())
            }
            ExportChoice::Into => {
                let into = self.wanted.into.as_ref().map(|path| path.display().to_string());
                ("into the writer's own", into.unwrap_or_else(|| "no, a document of its own".to_owned()))
            }
            ExportChoice::Asked => {
                ("questions to", options.asked.clone().unwrap_or_else(|| self.addressees.join(", ")))
            }
            ExportChoice::Bom => ("byte order mark", flag(options.table.bom)),
            ExportChoice::Graph => ("always a graph", flag(options.graph)),
            ExportChoice::Address => ("published at", text(&options.publisher.url)),
            ExportChoice::Publisher => ("published by", text(&options.publisher.name)),
        };
        Some(Setting { vary, label, value })
    }

    /// Varies the format's options; what follows where there is nothing to vary, or something is to be typed.
    fn varied<P: From<Prompt>>(&mut self, vary: ExportChoice) -> Option<Answer<P>> {
        if !self.takes(vary) {
            return Some(Answer::Say(format!("{} has no such choice", self.wanted.format.title())));
        }
        let publisher = &self.wanted.options.publisher;
        match vary {
            ExportChoice::Raw | ExportChoice::Single => {}
            ExportChoice::Address => return Some(Answer::Open(Prompt::new(Ask::Address, &publisher.url).into())),
            ExportChoice::Since => {
                let typed = self.wanted.options.since.as_ref().map(SinceWhen::typed).unwrap_or_default();
                return Some(Answer::Open(Prompt::new(Ask::Since, &typed).into()));
            }
            ExportChoice::Publisher => return Some(Answer::Open(Prompt::new(Ask::Publisher, &publisher.name).into())),
            ExportChoice::Confidential if self.confidential == 0 => {
                return Some(Answer::Say("no source here is confidential".to_owned()));
            }
            ExportChoice::Into if self.fitting().is_none() => {
                let from = if self.wanted.format == Format::Docx { "Word document" } else { "Markdown file" };
                return Some(Answer::Say(format!("the article came from no {from}")));
            }
            ExportChoice::Asked if self.addressees.len() < 2 => {
                return Some(Answer::Say("nobody else is asked anything".to_owned()));
            }
            ExportChoice::Confidential
            | ExportChoice::Asked
            | ExportChoice::History
            | ExportChoice::Rows
            | ExportChoice::Into
            | ExportChoice::Bom
            | ExportChoice::Graph => {
                self.turn(vary);
            }
        }
        None
    }

    /// What the shell is asked for the preview that is missing.
    pub fn look(&mut self, size: Size) -> Option<Effect> {
        self.missing(size).map(|sight| Effect::Preview(Box::new(sight)))
    }

    /// Where the parts stand on a screen of `size`.
    pub fn layout(&self, size: Size) -> Parts {
        Parts::of(size, self.settings().len())
    }
}

impl<P: From<Self> + From<Prompt>> Answers<P> for Exporting {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter", Action::Accept, "write", "Asks for the file, and writes it."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "format", "Selects the next format."),
        row(SCOPE, "/", Action::Search, "find", "Finds a format by its name here or on the command line: docx, csv."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the format before."),
        row(SCOPE, "space pgdn ctrl-f", Action::Move(Motion::PageDown), "scroll", "Scrolls the preview a page down."),
        row(SCOPE, "b pgup ctrl-b", Action::Move(Motion::PageUp), "", "Scrolls the preview a page up."),
        row(SCOPE, "ctrl-d", Action::Move(Motion::HalfDown), "", "Scrolls the preview half a page down."),
        row(SCOPE, "ctrl-u", Action::Move(Motion::HalfUp), "", "Scrolls the preview half a page up."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Goes to the top of the preview."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Goes to the bottom of the preview."),
        row(SCOPE, "c", Action::Vary(ExportChoice::Confidential), "", "Confidential sources: left out, or given away."),
        row(SCOPE, "h", Action::Vary(ExportChoice::History), "", "In reports and json: every edit, or none."),
        row(
            SCOPE,
            "l",
            Action::Vary(ExportChoice::Since),
            "",
            "In reports: what changed since a draft, a day, or your sign-off.",
        ),
        row(SCOPE, "w", Action::Vary(ExportChoice::Asked), "", "In questions: those to everybody, or to one alone."),
        row(SCOPE, "r", Action::Vary(ExportChoice::Rows), "", "In csv: a row for each claim, or for each source."),
        row(
            SCOPE,
            "i",
            Action::Vary(ExportChoice::Into),
            "",
            "In docx and criticmarkup: into the writer's own file, or one of its own.",
        ),
        row(
            SCOPE,
            "m",
            Action::Vary(ExportChoice::Bom),
            "",
            "In csv: a byte order mark, for spreadsheets that need one.",
        ),
        row(
            SCOPE,
            "a",
            Action::Vary(ExportChoice::Address),
            "",
            "In claimreview: the address of the page that publishes the checks.",
        ),
        row(
            SCOPE,
            "p",
            Action::Vary(ExportChoice::Publisher),
            "",
            "In claimreview: the organisation that publishes them.",
        ),
        row(SCOPE, "s", Action::Vary(ExportChoice::Graph), "", "In claimreview: a graph even for a single check."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the picker."),
    ];

    /// At the format that was last written, confidential sources left out.
    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return Vec::new() };
        let mut wanted = desk.exported.clone().unwrap_or_default();
        (*desk.policy).clone_into(&mut wanted.options.policy);
        wanted.options.confidential = false;
        let addressees = export::addressees(&desk.session);
        wanted.options.asked = wanted.options.asked.filter(|to| addressees.contains(to));
        let source = PathBuf::from(&desk.session.article.provenance.source);
        let original = Some(source).filter(|path| Format::ALL.into_iter().any(|format| format.goes_into(path)));
        wanted.into.clone_from(&original);
        let before = desk.session.draft_before();
        let mut picker =
            Self { original, addressees, before, ..Self::new(wanted, export::confidential_sources(&desk.session)) };
        let look = picker.look(around.size).map(Answer::Effect);
        [Answer::Open(picker.into())].into_iter().chain(look).collect()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let size = around.size;
        let page = usize::from(self.layout(size).preview.height.saturating_sub(1)).max(1);
        match action {
            Action::Move(Motion::Next) => self.step(1),
            Action::Move(Motion::Previous) => self.step(-1),
            Action::Move(motion) => self.top = motion.over(self.top, page, self.lowest(size)),
            Action::Vary(vary) => {
                if let Some(other) = self.varied(vary) {
                    return vec![other];
                }
            }
            Action::Search => return vec![Answer::Open(Prompt::new(Ask::Format, "").into())],
            Action::Accept => return vec![Answer::Effect(Effect::Propose(Box::new(self.wanted.clone())))],
            Action::Cancel => return vec![Answer::Close],
            _ => {}
        }
        self.look(size).map(Answer::Effect).into_iter().collect()
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::HalfDown } else { Motion::HalfUp })]
    }
}
