//! A document as it was before an earlier filling put tracked changes of ours into it.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::anatomy::value;
use super::notes::{CommentParts, TheirComment};
use super::package::OriginalPackage;
use super::splice::Splices;
use crate::review::Span;

/// The document in `bytes`, whose words `part` holds, without the tracked changes that an earlier filling put in: what went stands
/// again, what came is gone. Ours is a change on the words of a card of ours that has its name and date; one in which somebody else
/// has changed anything is theirs, too, and stays. `None` where there is none of ours, or the document can't be read.
pub(in crate::export) fn unrevised(bytes: &[u8], part: &str) -> Option<Vec<u8>> {
    let mut package = OriginalPackage::open(bytes, part).ok()?;
    let document = package.part(part).ok()??;
    let (comments_at, _) = package.related("comments").ok()?;
    let comments = CommentParts::of(package.part(&comments_at).ok()??, String::new()).ok()?;
    let cards: HashMap<&str, &TheirComment> =
        comments.theirs.iter().filter(|one| one.number().is_some()).map(|one| (one.id.as_str(), one)).collect();
    let before = without(&document, &cards)?;
    package.change(part, before);
    package.packed().ok()
}

/// `document` without the changes that have the name and date of one of the `cards` on their words; `None` where there is none.
fn without(document: &str, cards: &HashMap<&str, &TheirComment>) -> Option<String> {
    let body = document.trim_start_matches('\u{feff}');
    let skipped = document.len() - body.len();
    let (on, splices) = (Vec::new(), Splices::default());
    let mut walk = EarlierWalk { document, cards, on, change: None, depth: 0, splices, found: false };
    let (mut reader, mut end) = (Reader::from_str(body), skipped);
    loop {
        let event = reader.read_event().ok()?;
        let start = end;
        end = skipped + usize::try_from(reader.buffer_position()).ok()?;
        let at = Span::new(start, end);
        match event {
            Event::Start(tag) => walk.opened(&tag, at),
            Event::Empty(tag) => walk.mark(&tag),
            Event::End(_) => walk.closed(at),
            Event::Eof => break,
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
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
    /// True when somebody else has changed something in it.
    is_theirs: bool,
}

/// The walk through a document's text.
struct EarlierWalk<'a> {
    document: &'a str,
    cards: &'a HashMap<&'a str, &'a TheirComment>,
    /// The cards on whose words the walk is.
    on: Vec<&'a TheirComment>,
    change: Option<OurChange>,
    depth: usize,
    splices: Splices,
    found: bool,
}

impl EarlierWalk<'_> {
    /// A comment's words begin or end.
    fn mark(&mut self, tag: &BytesStart<'_>) {
        let id = || value(tag, |name| name.rsplit(':').next() == Some("id")).unwrap_or_default();
        match tag.local_name().as_ref() {
            "commentRangeStart" => self.on.extend(self.cards.get(id().as_str()).copied()),
            "commentRangeEnd" => {
                let id = id();
                self.on.retain(|card| card.id != id);
            }
            _ => {}
        }
    }

    fn opened(&mut self, tag: &BytesStart<'_>, at: Span) {
        self.mark(tag);
        let (name, is_ours) = (tag.local_name(), self.is_ours(tag));
        match (name.as_ref(), &mut self.change) {
            ("ins" | "del" | "moveFrom" | "moveTo" | "rPrChange", Some(change)) => change.is_theirs = true,
            ("delText", Some(change)) => change.gone.push(at),
            ("ins" | "del", None) if is_ours => {
                let (is_deletion, depth) = (name.as_ref() == "del", self.depth);
                self.change = Some(OurChange { is_deletion, tag: at, depth, gone: Vec::new(), is_theirs: false });
            }
            _ => {}
        }
        self.depth += 1;
    }

    fn is_ours(&self, tag: &BytesStart<'_>) -> bool {
        let of = |local: &str| value(tag, |name| name.rsplit(':').next() == Some(local)).unwrap_or_default();
        let (by, date) = (of("author"), of("date"));
        self.on.iter().any(|card| card.by == by && card.date == date)
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
            self.splices.replace(change.tag.start, at.end - change.tag.start, "");
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
