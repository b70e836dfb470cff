//! Where the runs of a Word document's part stand, in bytes: what may be cut, and what only be marked as a whole.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};

use super::events::placed;
use crate::review::Span;

/// What a child of a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeafKind {
    /// Words, which can be cut.
    Words,
    /// One sign: a tab, a break, a hyphen.
    Sign,
    /// A picture, a note's mark, a box, a reading above words.
    Thing,
}

/// A child of a run.
#[derive(Clone, Debug)]
pub(super) struct RunLeaf {
    /// What it is.
    pub(super) kind: LeafKind,
    /// All of it.
    pub(super) at: Span,
    /// Its start tag.
    pub(super) tag: Span,
    /// What is inside.
    pub(super) words: Span,
}

/// What a run stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunHome {
    /// Anything that takes tracked changes.
    Open,
    /// Words that somebody put in; the start tag of that change.
    Inserted(Span),
    /// What takes no tracked change: a formula, moved words, a control that is locked or filled from elsewhere.
    Fixed,
}

/// A run, or what can be marked as a whole alone.
#[derive(Clone, Debug)]
pub(super) struct RunPart {
    /// All of it.
    pub(super) at: Span,
    /// Its start tag.
    pub(super) tag: Span,
    /// Its properties; empty when it has none.
    pub(super) properties: Span,
    /// Its children, properties apart; none for what can't be cut.
    pub(super) leaves: Vec<RunLeaf>,
    /// What it stands in.
    pub(super) home: RunHome,
    /// True within a content control that stands round whole paragraphs.
    pub(super) boxed: bool,
}

/// The runs of a part, and what is needed to write among them.
#[derive(Debug, Default)]
pub(super) struct Anatomy {
    /// In the order of the part.
    pub(super) runs: Vec<RunPart>,
    /// The ids that are in use.
    pub(super) ids: HashSet<u64>,
    /// The namespace of the part's own elements.
    pub(super) namespace: String,
    /// True when that goes by the prefix `w`.
    pub(super) usual: bool,
}

impl Anatomy {
    /// Reads a part.
    ///
    /// # Errors
    /// When it is no sound XML: what the parser says.
    pub(super) fn of(xml: &str) -> Result<Self, String> {
        let mut walk = AnatomyWalk::default();
        placed(xml, |event, at| match event {
            Event::Start(start) => walk.open(&start, at),
            Event::Empty(start) => {
                walk.open(&start, at);
                walk.close(at);
            }
            Event::End(_) => walk.close(at),
            Event::CData(_) => walk.whole(),
            Event::Text(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof => {}
        })?;
        Ok(walk.found)
    }

    /// The run in which byte `at` stands, and which of them it is.
    pub(super) fn run(&self, at: usize) -> Option<(usize, &RunPart)> {
        let index = self.runs.partition_point(|run| run.at.end <= at);
        self.runs.get(index).filter(|run| run.at.contains(at)).map(|run| (index, run))
    }

    /// An id that nothing has.
    pub(super) fn fresh_id(&mut self) -> u64 {
        let mut id = self.ids.len() as u64;
        while !self.ids.insert(id) {
            id += 1;
        }
        id
    }
}

/// An element that is open around runs.
#[derive(Debug)]
struct OpenAround {
    depth: usize,
    home: RunHome,
    /// It is a content control round whole paragraphs.
    boxes: bool,
}

/// The way through a part.
#[derive(Debug, Default)]
struct AnatomyWalk {
    found: Anatomy,
    prefix: Option<String>,
    depth: usize,
    around: Vec<OpenAround>,
    /// The paragraphs that are open, by their depth.
    paragraphs: Vec<usize>,
    /// The run that is open, and how deep.
    run: Option<(RunPart, usize)>,
    /// The start of its child that is open.
    leaf: Option<RunLeaf>,
}

impl AnatomyWalk {
    fn open(&mut self, start: &BytesStart<'_>, at: Span) {
        self.depth += 1;
        let name = start.name();
        let prefix = name.prefix().map(|prefix| prefix.as_ref().to_owned()).unwrap_or_default();
        let local = start.local_name().as_ref().to_owned();
        let own = self.prefix.as_ref().is_none_or(|own| *own == prefix);
        if self.prefix.is_none() {
            self.root(start, prefix);
        }
        self.id(start);
        let depth = self.depth;
        if let Some((run, began)) = &mut self.run {
            if depth == *began + 1 {
                if own && local == "rPr" {
                    run.properties = at;
                } else if !run.tag.is_empty() {
                    self.leaf =
                        Some(RunLeaf { kind: kind(own, &local), at, tag: at, words: Span::new(at.end, at.end) });
                }
            }
            return;
        }
        let math = matches!(local.as_str(), "oMath" | "oMathPara") && !own;
        if math || own && local == "r" {
            let home = if math { RunHome::Fixed } else { self.home() };
            let tag = if math { Span::default() } else { at };
            let boxed = self.around.iter().any(|one| one.boxes);
            let run = RunPart { at, tag, properties: Span::default(), leaves: Vec::new(), home, boxed };
            self.run = Some((run, depth));
        } else if own {
            self.surround(&local, at);
        }
    }

    /// Notes what stands around runs.
    fn surround(&mut self, local: &str, at: Span) {
        if local == "p" {
            self.paragraphs.push(self.depth);
        }
        let home = match local {
            "ins" => RunHome::Inserted(at),
            "moveTo" => RunHome::Fixed,
            "sdt" => RunHome::Open,
            "dataBinding" | "lock" => {
                if let Some(control) = self.around.last_mut() {
                    control.home = RunHome::Fixed;
                }
                return;
            }
            _ => return,
        };
        let boxes = local == "sdt" && self.paragraphs.is_empty();
        self.around.push(OpenAround { depth: self.depth, home, boxes });
    }

    /// What a run that begins now stands in. A change that does not hold it as its own child can't be parted there.
    fn home(&self) -> RunHome {
        let fixed = self.around.iter().any(|one| one.home == RunHome::Fixed);
        let inserted = self.around.iter().rev().find(|one| matches!(one.home, RunHome::Inserted(_)));
        match inserted {
            _ if fixed => RunHome::Fixed,
            Some(change) if change.depth + 1 == self.depth => change.home,
            Some(_) => RunHome::Fixed,
            None => RunHome::Open,
        }
    }

    fn root(&mut self, start: &BytesStart<'_>, prefix: String) {
        let declared = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
        self.found.namespace = value(start, |name| name == declared).unwrap_or_default();
        self.found.usual = prefix == "w";
        self.prefix = Some(prefix);
    }

    fn id(&mut self, start: &BytesStart<'_>) {
        let own = self.prefix.as_deref().unwrap_or_default();
        let id = value(start, |name| name.strip_suffix(":id").is_some_and(|prefix| own.is_empty() || prefix == own));
        self.found.ids.extend(id.and_then(|id| id.trim().parse::<u64>().ok()));
    }

    /// What is open can't be cut.
    fn whole(&mut self) {
        if let Some(leaf) = &mut self.leaf {
            leaf.kind = LeafKind::Thing;
        }
    }

    fn close(&mut self, at: Span) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        self.around.retain(|one| one.depth < depth);
        self.paragraphs.retain(|began| *began < depth);
        let Some((run, began)) = &mut self.run else { return };
        if depth == *began + 1 {
            if let Some(mut leaf) = self.leaf.take() {
                leaf.words.end = at.start.max(leaf.words.start);
                leaf.at.end = at.end;
                run.leaves.push(leaf);
            } else if run.properties.start > 0 {
                run.properties.end = at.end;
            }
        }
        if depth == *began
            && let Some((mut run, _)) = self.run.take()
        {
            run.at.end = at.end;
            self.found.runs.push(run);
        }
    }
}

fn kind(own: bool, local: &str) -> LeafKind {
    match local {
        "t" if own => LeafKind::Words,
        "tab" | "ptab" | "sym" | "noBreakHyphen" | "softHyphen" | "br" | "cr" if own => LeafKind::Sign,
        _ => LeafKind::Thing,
    }
}

/// The value of the first attribute whose name, its prefix included, is the one that is wanted.
pub(super) fn value(start: &BytesStart<'_>, wanted: impl Fn(&str) -> bool) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|one| wanted(one.key.as_ref()))?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}
