//! The writer's own document with our comments and tracked changes in it; all else in it stays byte for byte as it was.

mod anatomy;
mod cuts;
mod earlier;
mod events;
mod ink;
mod notes;
mod package;
mod splice;

use std::collections::HashMap;

use super::super::as_of;
use super::super::card::{self, ClaimCard};
use super::super::moment::moment;
use super::super::options::{CommentOn, Options};
use super::super::original::{self, Filled, Original, OriginalError};
use super::super::sheet::{self, ExportSheet};
use super::comments;
use super::revision::{NOBODY, Revision, Revisions};
use crate::review::{AnnotationKind, Claim, Session, Span};
use anatomy::Anatomy;
use cuts::{Cuts, RunPlace};
pub(in crate::export) use earlier::{OursTaken, unfilled};
use ink::RevisionInk;
use notes::{CommentParts, OurComment, bare, squeezed};
use package::OriginalPackage;
use splice::SpliceOrder;

/// Puts what the session says into its writer's document.
///
/// # Errors
/// When the document is not the article's, or can't be read.
pub(in crate::export) fn fill(
    session: &Session,
    options: &Options,
    original: &Original<'_>,
) -> Result<Filled, OriginalError> {
    let broken = |why: String| OriginalError::Broken(why);
    original.is_of(session)?;
    let sheet = ExportSheet::new(session, options);
    let mut package = OriginalPackage::open(original.bytes, original.part).map_err(broken)?;
    let document = package.part(original.part).map_err(broken)?.ok_or_else(|| broken("its text is gone".to_owned()))?;
    let (comments_at, has_comments) = package.related("comments").map_err(broken)?;
    let (threads_at, has_threads) = package.related("commentsExtended").map_err(broken)?;
    let mut held = |name: &str| package.part(name).map(Option::unwrap_or_default);
    let parts =
        CommentParts::of(held(&comments_at).map_err(broken)?, held(&threads_at).map_err(broken)?).map_err(broken)?;
    let mut anatomy = Anatomy::of(&document).map_err(broken)?;
    anatomy.ids.extend(parts.theirs.iter().filter_map(|comment| comment.id.parse::<u64>().ok()));
    let (namespace, strict) = (anatomy.namespace.clone(), anatomy.namespace.contains("purl.oclc.org"));
    let mut filling = Filling {
        declared: if anatomy.usual { String::new() } else { format!(" xmlns:w=\"{namespace}\"") },
        cuts: Cuts::new(&document, original.map, anatomy),
        sheet: &sheet,
        parts: &parts,
        anchored: notes::anchored(&document),
        ours: Vec::new(),
        notices: Vec::new(),
        changes: Vec::new(),
    };
    filling.claims(options.comment_on);
    let Filling { cuts, ours, mut notices, changes, .. } = filling;
    let whole = cuts.finish().ok_or_else(|| broken("its text can't be cut where the words stand".to_owned()))?;
    if !ours.is_empty() {
        let (comments, threads) =
            parts.with(&ours, &namespace).ok_or_else(|| broken("its comments can't be added to".to_owned()))?;
        package.change(&comments_at, comments);
        if !has_comments {
            package.relate(&comments_at, "comments", strict).map_err(broken)?;
        }
        if let Some(threads) = threads {
            package.change(&threads_at, threads);
            if !has_threads {
                package.relate(&threads_at, "commentsExtended", strict).map_err(broken)?;
            }
        }
    }
    package.change(original.part, whole);
    if !ours.is_empty() {
        package.say_as_of(&as_of::told(session)).map_err(broken)?;
    }
    if package.has("_xmlsignatures/") {
        notices.push("the document was signed; with something in it the signature no longer holds".to_owned());
    }
    notices.extend(package.protection().map_err(broken)?);
    let comments = ours.len();
    let text = reading(session.article.text(), changes);
    Ok(Filled { text, bytes: package.packed().map_err(broken)?, comments, notices })
}

/// A document while our comments and changes are put into it.
struct Filling<'a> {
    sheet: &'a ExportSheet<'a>,
    parts: &'a CommentParts,
    /// The words that the document's comments sit on, without blanks, by their ids.
    anchored: HashMap<String, String>,
    cuts: Cuts<'a>,
    /// What declares our prefix where the document has another.
    declared: String,
    ours: Vec<OurComment>,
    notices: Vec<String>,
    /// What goes of the article's text, and what comes in its place.
    changes: Vec<(Span, String)>,
}

impl<'a> Filling<'a> {
    fn claims(&mut self, on: CommentOn) {
        let session = self.sheet.session();
        let revisions = Revisions::of(session);
        let otherwise = moment(&self.sheet.article().provenance.imported_at);
        for (place, claim) in self.sheet.checkable() {
            let card = card::card(session, place, claim);
            let earlier = self.earlier(claim, &card.head.number);
            if on == CommentOn::Told && !sheet::says(claim) && earlier.is_none() {
                continue;
            }
            let (Some(from), Some(to)) = (self.cuts.start(claim.span), self.cuts.end(claim.span)) else {
                self.notices.push(original::left_out(&card.head.number));
                continue;
            };
            let (by, at) = signed(session, claim);
            let date = at.or_else(|| otherwise.clone());
            if let Some(other) = revisions.instead_of(place) {
                let other = session.claims().get(other - 1).map(|claim| claim.number.to_string()).unwrap_or_default();
                let why = format!("that of claim {other} changes the same words");
                self.notices.push(original::in_comment_alone(&card.head.number, &why));
            }
            if let Some(revision) = revisions.get(place) {
                self.revise(revision, &card, claim.span, (by, date.as_deref()));
            }
            match earlier {
                Some(earlier) => self.replace(earlier, &card, (by, date)),
                None => self.comment(claim, &card, (from, to), (by, date)),
            }
        }
    }

    /// The comment that an earlier filling left on the words of a claim, by its place among the document's.
    fn earlier(&self, claim: &Claim, number: &str) -> Option<usize> {
        let words = bare(self.sheet.session().exact(claim));
        self.parts.theirs.iter().position(|theirs| {
            theirs.number() == Some(number) && self.anchored.get(&theirs.id).is_some_and(|on| *on == words)
        })
    }

    /// A comment in the place of the one that an earlier filling left; where that says the same it stays. Name and date are its
    /// tracked changes' too: they are known by them.
    fn replace(&mut self, earlier: usize, card: &ClaimCard<'_>, (by, date): (&'a str, Option<String>)) {
        let Some(held) = self.parts.theirs.get(earlier) else { return };
        let lines = comments::lines(card);
        if let Ok(id) = held.id.parse()
            && (held.words != squeezed(&lines.join(" "))
                || held.by != by
                || date.as_ref().is_some_and(|date| *date != held.date))
        {
            let author = by.to_owned();
            self.ours.push(OurComment { id, author, date, lines, replies_to: None, replaces: Some(earlier) });
        }
    }

    /// A comment from one place to another, by somebody at some time.
    fn comment(
        &mut self,
        claim: &Claim,
        card: &ClaimCard<'_>,
        (from, to): (RunPlace, RunPlace),
        (by, date): (&'a str, Option<String>),
    ) {
        let id = self.cuts.anatomy.fresh_id();
        let declared = &self.declared;
        self.cuts.put(from, SpliceOrder::CommentBegins, format!("<w:commentRangeStart{declared} w:id=\"{id}\"/>"));
        self.cuts.put(to, SpliceOrder::CommentEnds, format!("<w:commentRangeEnd{declared} w:id=\"{id}\"/>"));
        let mark = format!("<w:r{declared}><w:commentReference w:id=\"{id}\"/></w:r>");
        self.cuts.put(self.cuts.mark(to), SpliceOrder::CommentEnds, mark);
        let replies_to = self.answered(claim);
        let lines = comments::lines(card);
        self.ours.push(OurComment { id, author: by.to_owned(), date, lines, replies_to, replaces: None });
    }

    /// A correction as tracked changes; where the document takes none it stands in the comment alone, which is said.
    fn revise(&mut self, revision: &Revision, card: &ClaimCard<'_>, span: Span, (author, date): (&str, Option<&str>)) {
        let cuts = &self.cuts;
        let places: Option<Vec<_>> =
            revision.come.iter().map(|(at, words)| Some((cuts.can_come(*at, span)?, words, *at))).collect();
        let places = places.filter(|_| revision.gone.iter().all(|gone| cuts.can_go(*gone)));
        let Some(places) = places else {
            self.notices.push(original::in_comment_alone(&card.head.number, "its words take no tracked changes"));
            return;
        };
        let ink = RevisionInk { author, date, declared: &self.declared };
        for gone in &revision.gone {
            self.cuts.take_out(*gone, &ink);
            self.changes.push((*gone, String::new()));
        }
        for (place, words, at) in places {
            self.cuts.bring_in(place, words, &ink);
            self.changes.push((Span::new(at, at), words.clone()));
        }
    }

    /// The writer's comment that the claim answers: the one that its sources name, else one on its words.
    fn answered(&self, claim: &Claim) -> Option<usize> {
        let comments = || {
            let all = self.sheet.article().annotations().iter();
            all.filter(|one| one.kind == AnnotationKind::Comment)
        };
        let named = comments().find(|one| claim.record.sources.iter().any(|source| source.annotation == one.id));
        let on = |span: Span| if span.is_empty() { claim.span.contains(span.start) } else { claim.span.overlaps(span) };
        let one = named.or_else(|| comments().find(|one| on(one.span)))?;
        let words = squeezed(&one.text);
        let by = one.by.as_deref().unwrap_or_default();
        self.parts.theirs.iter().position(|theirs| theirs.by == by && theirs.words == words)
    }
}

/// `text` with `changes` made.
fn reading(text: &str, mut changes: Vec<(Span, String)>) -> String {
    changes.sort_by_key(|(span, _)| (span.start, span.end));
    let (mut read, mut from) = (String::with_capacity(text.len()), 0);
    for (span, words) in changes {
        read.push_str(text.get(from..span.start).unwrap_or_default());
        read.push_str(&words);
        from = span.end;
    }
    read + text.get(from..).unwrap_or_default()
}

/// Who speaks in the comment of a claim, and when: whoever marked it, else whoever touched it last.
fn signed<'a>(session: &'a Session, claim: &'a Claim) -> (&'a str, Option<String>) {
    if let Some(mark) = claim.mark.as_ref().filter(|mark| !mark.by.is_empty()) {
        return (&mark.by, moment(&mark.at));
    }
    let last = session.history().iter().rev().find(|entry| entry.edit.claim.as_ref() == Some(&claim.id));
    last.filter(|entry| !entry.by.is_empty()).map_or((NOBODY, None), |entry| (&*entry.by, moment(&entry.at)))
}
