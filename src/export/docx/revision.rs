//! Corrections as tracked changes in the article's own words.

use std::collections::BTreeMap;
use std::io;

use super::super::moment::moment;
use super::super::passage::ArticlePiece;
use super::super::xml::Xml;
use super::runs;
use crate::review::{Claim, Correction, Session, Span, Status};
use crate::text::word_diff::{self, Op};

/// Who is named where a session names nobody.
pub(in crate::export) const NOBODY: &str = "factdesk";

/// A tracked change of one claim.
pub(in crate::export) struct Revision {
    span: Span,
    author: String,
    date: Option<String>,
    /// What goes, in bytes of the article's text, in order.
    pub(in crate::export) gone: Vec<Span>,
    /// What comes, and the byte before which it comes, in order.
    pub(in crate::export) come: Vec<(usize, String)>,
}

/// The corrections that can be tracked: not turned down, within one line, and changing no words that an earlier one changes.
#[derive(Default)]
pub(in crate::export) struct Revisions {
    /// By the number of their claim, from 1.
    all: BTreeMap<usize, Revision>,
    /// Those that change words which another changes, with the number of that one's claim.
    left: BTreeMap<usize, usize>,
}

impl Revisions {
    /// The corrections of `session`.
    pub(in crate::export) fn of(session: &Session) -> Self {
        let mut found = Self::default();
        for (index, claim) in session.claims().iter().enumerate() {
            let Some(revision) = Revision::of(session, claim) else { continue };
            match found.all.iter().find(|(_, other)| revision.clashes(other)) {
                Some((other, _)) => {
                    let other = *other;
                    found.left.insert(index + 1, other);
                }
                None => {
                    found.all.insert(index + 1, revision);
                }
            }
        }
        found
    }

    /// That of the claim with this number.
    pub(in crate::export) fn get(&self, number: usize) -> Option<&Revision> {
        self.all.get(&number)
    }

    /// The number of the claim whose correction changes words that the one of the claim `number` would change.
    pub(in crate::export) fn instead_of(&self, number: usize) -> Option<usize> {
        self.left.get(&number).copied()
    }

    /// Writes `piece` with what goes and comes in it. `marks` counts the document's changes.
    pub(super) fn write(&self, xml: &mut Xml, piece: &ArticlePiece<'_>, marks: &mut usize) -> io::Result<()> {
        let own: Vec<&Revision> = piece.claims.iter().filter_map(|number| self.get(*number)).collect();
        let Span { start, end } = piece.span;
        for one in own.iter().filter(|one| one.span.start == start) {
            one.insert(xml, start, marks)?;
        }
        let gone = own.iter().flat_map(|one| &one.gone).flat_map(|span| [span.start, span.end]);
        let come = own.iter().flat_map(|one| &one.come).map(|(at, _)| *at);
        let mut cuts: Vec<usize> = gone.chain(come).filter(|at| start < *at && *at < end).chain([end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut from = start;
        for to in cuts {
            let words = piece.text.get(from - start..to - start).unwrap_or_default();
            match own.iter().find(|one| one.gone.iter().any(|span| span.contains(from))) {
                Some(one) => one.tracked(xml, "w:del", marks, |xml| runs::deleted(xml, words))?,
                None => runs::plain(xml, words)?,
            }
            for one in &own {
                one.insert(xml, to, marks)?;
            }
            from = to;
        }
        Ok(())
    }
}

impl Revision {
    /// The correction of `claim` that is to stand, if there is one that can be tracked.
    fn of(session: &Session, claim: &Claim) -> Option<Self> {
        let correction = Correction::standing(&claim.record.corrections)?;
        let wanted = session.amended(claim, correction)?;
        let words = session.exact(claim);
        if claim.status() == Status::Dismissed || words.contains('\n') {
            return None;
        }
        let (mut gone, mut come, mut at) = (Vec::new(), Vec::new(), claim.span.start);
        for run in word_diff::runs(words, &wanted) {
            match run.op {
                Op::Equal => at += run.text.len(),
                Op::Delete => {
                    gone.push(Span::new(at, at + run.text.len()));
                    at += run.text.len();
                }
                Op::Insert => come.push((at, run.text)),
            }
        }
        let by = claim.mark.as_ref().map_or("", |mark| &mark.by);
        Some(Self {
            span: claim.span,
            author: if by.is_empty() { NOBODY.to_owned() } else { by.to_owned() },
            date: claim.mark.as_ref().and_then(|mark| moment(&mark.at)),
            gone,
            come,
        })
    }

    /// True when both change the same words, or bring words to one place.
    fn clashes(&self, other: &Self) -> bool {
        let comes_at = |one: &Self, other: &Self| {
            let within = |at: usize| other.gone.iter().any(|gone| gone.start <= at && at <= gone.end);
            one.come.iter().any(|(at, _)| within(*at) || other.come.iter().any(|(to, _)| to == at))
        };
        let goes = self.gone.iter().any(|one| other.gone.iter().any(|gone| one.overlaps(*gone)));
        goes || comes_at(self, other) || comes_at(other, self)
    }

    fn insert(&self, xml: &mut Xml, at: usize, marks: &mut usize) -> io::Result<()> {
        for (_, words) in self.come.iter().filter(|(place, _)| *place == at) {
            self.tracked(xml, "w:ins", marks, |xml| runs::plain(xml, words))?;
        }
        Ok(())
    }

    fn tracked(
        &self,
        xml: &mut Xml,
        element: &'static str,
        marks: &mut usize,
        words: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        *marks += 1;
        let id = marks.to_string();
        let mut attributes = vec![("w:id", id.as_str()), ("w:author", &self.author)];
        attributes.extend(self.date.as_deref().map(|date| ("w:date", date)));
        xml.open(element, &attributes)?;
        words(xml)?;
        xml.close(element)
    }
}
