//! The export picker: which format, with what in it, what it will look like, and where its parts stand.

use std::path::PathBuf;
use std::sync::Arc;

use super::layout::{Area, Size};
use crate::export::{Format, Options, Rows};
use crate::review::Span;
use crate::text::wrap;

/// From so many columns the formats stand beside the preview; on a narrower screen only the selected one is named.
const BESIDE: u16 = 60;

/// Columns of the list of formats, its cursor bar and the rule behind it included.
const LIST: u16 = 17;

/// What a session is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The format.
    pub format: Format,
    /// What it may vary.
    pub options: Options,
}

/// What may be varied by a key. Each format takes some of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vary {
    /// Confidential sources, in or out.
    Confidential,
    /// Every edit, in or out.
    History,
    /// A row a claim, or a source.
    Rows,
    /// A byte order mark at the beginning.
    Bom,
    /// A graph even for a single check.
    Graph,
    /// The page that publishes the checks.
    Address,
    /// The organisation that publishes them.
    Publisher,
}

/// A way a format may be varied, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it is.
    pub vary: Vary,
    /// Its name.
    pub label: &'static str,
    /// How it stands, in words.
    pub value: String,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What it will hold.
    pub wanted: Wanted,
    /// Where.
    pub path: PathBuf,
    /// True when a file that is there may be replaced.
    pub over: bool,
}

/// What a preview is asked for: what is wanted, cut into rows of so many columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// What is wanted.
    pub wanted: Wanted,
    /// Columns.
    pub width: u16,
}

/// The text of an export, cut into rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    text: String,
    rows: Vec<Span>,
}

impl Preview {
    /// `text` cut into rows of `width` columns. The cost follows the text's length: not for the thread that draws.
    pub fn new(text: String, width: u16) -> Self {
        let rows = wrap::rows(&text, usize::from(width));
        Self { text, rows }
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The rows from `top` on, as they stand in the file: not made safe for a screen.
    pub fn from(&self, top: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().skip(top).map(|row| row.of(&self.text).trim_end_matches('\n'))
    }
}

/// The picker while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exporting {
    /// What is wanted.
    pub wanted: Wanted,
    /// Confidential sources that the session holds.
    pub confidential: usize,
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
        Self { wanted, confidential, top: 0, seen: None, under_way: false }
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

    /// True when the preview shows the words of what will be an archive or a page, and not the file itself.
    pub const fn is_digest(&self) -> bool {
        matches!(self.wanted.format, Format::Html | Format::Docx | Format::QueriesDocx | Format::Brat)
    }

    /// Selects the format that stands `steps` after this one, round at the ends.
    pub fn step(&mut self, steps: isize) {
        let count = Format::ALL.len();
        let at = self.row().checked_add_signed(steps).unwrap_or(count - 1) % count;
        self.wanted.format = Format::ALL.get(at).copied().unwrap_or(self.wanted.format);
        self.top = 0;
    }

    /// The names of the formats, in the order of the list.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Format::ALL.into_iter().map(Format::name)
    }

    /// The selected format's row in the list.
    pub fn row(&self) -> usize {
        Format::ALL.iter().position(|format| *format == self.wanted.format).unwrap_or(0)
    }

    /// What the selected format may vary, and how that stands.
    pub fn settings(&self) -> Vec<Setting> {
        let settings = ways(self.wanted.format).iter().map(|vary| self.setting(*vary));
        // Nobody needs to decide about what is not there.
        settings.filter(|setting| setting.vary != Vary::Confidential || self.confidential > 0).collect()
    }

    /// True when the selected format takes it.
    pub fn takes(&self, vary: Vary) -> bool {
        ways(self.wanted.format).contains(&vary)
    }

    /// Turns what is on or off, or one or the other. An address or a name is typed elsewhere.
    pub fn turn(&mut self, vary: Vary) {
        let options = &mut self.wanted.options;
        match vary {
            Vary::Confidential => options.confidential = !options.confidential,
            Vary::History => options.history = !options.history,
            Vary::Bom => options.table.bom = !options.table.bom,
            Vary::Graph => options.graph = !options.graph,
            Vary::Rows => {
                options.table.rows = match options.table.rows {
                    Rows::Claims => Rows::Sources,
                    Rows::Sources => Rows::Claims,
                };
            }
            Vary::Address | Vary::Publisher => {}
        }
    }

    fn setting(&self, vary: Vary) -> Setting {
        let options = &self.wanted.options;
        let flag = |on: bool| if on { "yes" } else { "no" }.to_owned();
        let text = |text: &str| if text.is_empty() { "not said".to_owned() } else { text.to_owned() };
        let (label, value) = match vary {
            Vary::Confidential if options.confidential => {
                ("confidential sources", format!("given away: {}", self.confidential))
            }
            Vary::Confidential => ("confidential sources", format!("left out: {}", self.confidential)),
            Vary::History => ("every edit", flag(options.history)),
            Vary::Rows => {
                ("a row for each", if options.table.rows == Rows::Claims { "claim" } else { "source" }.to_owned())
            }
            Vary::Bom => ("byte order mark", flag(options.table.bom)),
            Vary::Graph => ("always a graph", flag(options.graph)),
            Vary::Address => ("published at", text(&options.publisher.url)),
            Vary::Publisher => ("published by", text(&options.publisher.name)),
        };
        Setting { vary, label, value }
    }

    /// Where the parts stand on a screen of `size`.
    pub fn layout(&self, size: Size) -> Parts {
        let (width, height) = (size.width.saturating_sub(4).min(116), size.height.saturating_sub(2).min(44));
        let frame = Area::new((size.width - width) / 2, (size.height - height) / 2, width, height);
        let inner = Area::new(frame.x + 2, frame.y + 1, frame.width.saturating_sub(4), frame.height.saturating_sub(2));
        let left = if inner.width >= BESIDE { LIST } else { 0 };
        let right = Area::new(inner.x + left, inner.y, inner.width - left, inner.height);
        let about = Area { height: right.height.min(2), ..right };
        let wanted = u16::try_from(self.settings().len()).unwrap_or(0);
        let room = right.height.saturating_sub(about.height);
        let settings = Area { y: about.y + about.height, height: wanted.min(room.saturating_sub(2)), ..right };
        let rule = Area { y: settings.y + settings.height, height: u16::from(room > settings.height), ..right };
        let preview =
            Area { y: rule.y + rule.height, height: room.saturating_sub(settings.height + rule.height), ..right };
        Parts { frame, list: Area { width: left, ..inner }, about, settings, rule, preview }
    }
}

/// Where the parts of the picker stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The frame round all of it.
    pub frame: Area,
    /// The formats; no columns on a narrow screen.
    pub list: Area,
    /// What the format is for.
    pub about: Area,
    /// What may be varied, a row each.
    pub settings: Area,
    /// The rule above the preview.
    pub rule: Area,
    /// The preview.
    pub preview: Area,
}

/// What a format may vary, in the order it is shown.
const fn ways(format: Format) -> &'static [Vary] {
    match format {
        Format::Markdown | Format::Html | Format::Json => &[Vary::History, Vary::Confidential],
        Format::Csv => &[Vary::Rows, Vary::Bom, Vary::Confidential],
        Format::ClaimReview => &[Vary::Address, Vary::Publisher, Vary::Graph, Vary::Confidential],
        Format::Docx | Format::Jsonl | Format::Annotations | Format::Hypothesis => &[Vary::Confidential],
        Format::Queries | Format::QueriesDocx | Format::Corrections | Format::Brat => &[],
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Self { format: Format::Markdown, options: Options::default() }
    }
}
