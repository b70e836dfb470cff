//! Corrections as tracked changes in the article's own words.

use std::collections::BTreeMap;
use std::io;

use super::super::moment::moment;
use super::super::passage::ArticlePiece;
use super::super::xml::Xml;
use super::runs;
use crate::review::{Correction, Session, Span, Status};
use crate::text::word_diff::{self, Op};

/// Who is named where a session names nobody.
pub(in crate::export) const NOBODY: &str = "factdesk";

/// A tracked change of one claim.
pub(super) struct Revision {
    span: Span,
    author: String,
    date: Option<String>,
    /// What goes, in bytes of the article's text, in order.
    pub(super) gone: Vec<Span>,
    /// What comes, and the byte before which it comes, in order.
    pub(super) come: Vec<(usize, String)>,
}

/// The corrections that can be tracked, by the number of their claim: not turned down, within one line, and not overlapping an earlier one.
pub(super) fn revisions(session: &Session) -> BTreeMap<usize, Revision> {
    let mut found: BTreeMap<usize, Revision> = BTreeMap::new();
    for (index, claim) in session.claims().iter().enumerate() {
        let Some(correction) = Correction::standing(&claim.record.corrections) else { continue };
        let Some(wanted) = session.amended(claim, correction) else { continue };
        let words = session.exact(claim);
        let free = found.last_key_value().is_none_or(|(_, last)| !last.span.overlaps(claim.span));
        if !free || claim.status() == Status::Dismissed || words.contains('\n') {
            continue;
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
        let revision = Revision {
            span: claim.span,
            author: if by.is_empty() { NOBODY.to_owned() } else { by.to_owned() },
            date: claim.mark.as_ref().and_then(|mark| moment(&mark.at)),
            gone,
            come,
        };
        found.insert(index + 1, revision);
    }
    found
}

impl Revision {
    /// Writes `piece`, which lies inside the claim, with what goes and comes in it. `marks` counts the document's changes.
    pub(super) fn write(&self, xml: &mut Xml, piece: &ArticlePiece<'_>, marks: &mut usize) -> io::Result<()> {
        let Span { start, end } = piece.span;
        if start == self.span.start {
            self.insert(xml, start, marks)?;
        }
        let inner = self.gone.iter().flat_map(|span| [span.start, span.end]).chain(self.come.iter().map(|(at, _)| *at));
        let mut cuts: Vec<usize> = inner.filter(|at| start < *at && *at < end).chain([end]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut from = start;
        for to in cuts {
            let words = piece.text.get(from - start..to - start).unwrap_or_default();
            if self.gone.iter().any(|span| span.contains(from)) {
                self.tracked(xml, "w:del", marks, |xml| runs::deleted(xml, words))?;
            } else {
                runs::plain(xml, words)?;
            }
            self.insert(xml, to, marks)?;
            from = to;
        }
        Ok(())
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
