//! A document as it was before an earlier filling, or an export of ours, put tracked changes and cards of ours into it.

use std::collections::{HashMap, HashSet};

use quick_xml::events::{BytesStart, Event};

use super::anatomy::value;
use super::events::placed;
use super::notes::CommentParts;
use super::package::OriginalPackage;
use super::splice::Splices;
use crate::review::Span;

/// What of ours is taken out of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum OursTaken {
    /// Tracked changes.
    Changes,
    /// Tracked changes, and the places of the cards, which are no words of the writer's.
    ChangesAndCards,
}

/// The document in `bytes` without the tracked changes of ours that nobody has answered: what went stands again, what came is gone.
/// Ours is a change that has the name and the date of one of the cards of ours in the comments; one in which somebody else has changed
/// anything is theirs, too, and stays. `None` where there is nothing of ours, or the document can't be read.
pub(in crate::export) fn unfilled(bytes: &[u8], taken: OursTaken) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let main = OriginalPackage::open(bytes, "").ok()?.main().ok()?;
    let mut package = OriginalPackage::open(bytes, &main).ok()?;
    let (comments_at, is_there) = package.related("comments").ok()?;
    if !is_there {
        return None;
    }
    let comments = CommentParts::of(package.part(&comments_at).ok()??, String::new()).ok()?;
    let cards: HashMap<&str, (&str, &str)> = comments
        .theirs
        .iter()
        .filter(|one| one.is_ours())
        .map(|one| (one.id.as_str(), (one.by.as_str(), one.date.as_str())))
        .collect();
    if cards.is_empty() {
        return None;
    }
    let document = package.part(&main).ok()??;
    let before = without(&document, &cards, taken)?;
    package.change(&main, before);
    package.packed().ok()
}

/// `document` without the changes of the `cards`, by id their name and date; `None` where there is nothing to take out.
fn without(document: &str, cards: &HashMap<&str, (&str, &str)>, taken: OursTaken) -> Option<String> {
    let cards_go = taken == OursTaken::ChangesAndCards;
    let signed = cards.values().copied().collect();
    let splices = Splices::default();
    let mut walk = EarlierWalk { document, cards, signed, cards_go, change: None, depth: 0, splices, found: false };
    placed(document, |event, at| match event {
        Event::Start(tag) => walk.opened(&tag, at),
        Event::Empty(tag) => walk.mark(&tag, at),
        Event::End(_) => walk.closed(at),
        Event::Text(_)
        | Event::CData(_)
        | Event::GeneralRef(_)
        | Event::Comment(_)
        | Event::Decl(_)
        | Event::PI(_)
        | Event::DocType(_)
        | Event::Eof => {}
    })
    .ok()?;
    if walk.found { walk.splices.applied(document) } else { None }
}

/// A tracked change that goes by the name and date of a card.
struct OurChange {
    /// True for words that went.
    is_deletion: bool,
    /// Its start tag.
    tag: Span,
    /// Elements that were open around it.
    depth: usize,
    /// The tags in it that say of words that they went.
    gone: Vec<Span>,
    /// Where comments begin and end in it: they stay.
    marks: Vec<Span>,
    /// True when somebody else has changed something in it.
    is_theirs: bool,
}

/// The walk through a document's text.
struct EarlierWalk<'a> {
    document: &'a str,
    cards: &'a HashMap<&'a str, (&'a str, &'a str)>,
    /// The names and dates of the cards.
    signed: HashSet<(&'a str, &'a str)>,
    /// True when the places of the cards go, too.
    cards_go: bool,
    change: Option<OurChange>,
    depth: usize,
    splices: Splices,
    found: bool,
}

impl EarlierWalk<'_> {
    /// An element without anything in it: where a comment's words begin or end, or where its number stands.
    fn mark(&mut self, tag: &BytesStart<'_>, at: Span) {
        if !matches!(tag.local_name().as_ref(), "commentRangeStart" | "commentRangeEnd" | "commentReference") {
            return;
        }
        let id = value(tag, |name| name.rsplit(':').next() == Some("id")).unwrap_or_default();
        if self.cards_go && self.cards.contains_key(id.as_str()) {
            self.found = true;
            if self.change.as_ref().is_none_or(|change| change.is_deletion) {
                self.splices.replace(at.start, at.len(), "");
            }
        } else if let Some(change) = &mut self.change {
            change.marks.push(at);
        }
    }

    fn opened(&mut self, tag: &BytesStart<'_>, at: Span) {
        let (name, is_ours) = (tag.local_name(), self.is_ours(tag));
        match (name.as_ref(), &mut self.change) {
            ("ins" | "del" | "moveFrom" | "moveTo" | "rPrChange", Some(change)) => change.is_theirs = true,
            ("delText", Some(change)) => change.gone.push(at),
            ("ins" | "del", None) if is_ours => {
                let (is_deletion, depth) = (name.as_ref() == "del", self.depth);
                let (gone, marks) = (Vec::new(), Vec::new());
                self.change = Some(OurChange { is_deletion, tag: at, depth, gone, marks, is_theirs: false });
            }
            _ => {}
        }
        self.depth += 1;
    }

    fn is_ours(&self, tag: &BytesStart<'_>) -> bool {
        let of = |local: &str| value(tag, |name| name.rsplit(':').next() == Some(local)).unwrap_or_default();
        self.signed.contains(&(of("author").as_str(), of("date").as_str()))
    }

    fn closed(&mut self, at: Span) {
        self.depth = self.depth.saturating_sub(1);
        if let Some(change) = &mut self.change
            && at.of(self.document).contains("delText")
        {
            change.gone.push(at);
        }
        let Some(change) = self.change.take_if(|change| change.depth == self.depth) else { return };
        if change.is_theirs {
            return;
        }
        self.found = true;
        if !change.is_deletion {
            let marks: String = change.marks.iter().map(|mark| mark.of(self.document)).collect();
            self.splices.replace(change.tag.start, at.end - change.tag.start, marks);
            return;
        }
        self.splices.replace(change.tag.start, change.tag.len(), "");
        self.splices.replace(at.start, at.len(), "");
        for tag in change.gone {
            let within = tag.of(self.document).find("delText").unwrap_or_default();
            self.splices.replace(tag.start + within, "delText".len(), "t");
        }
    }
}
