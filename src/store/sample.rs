//! A small session for this room's tests.

use std::path::Path;
use std::sync::Arc;

use super::Workplace;
use crate::review::{
    Article, Block, BlockKind, Change, Claim, ClaimId, Edit, Origin, Provenance, Session, Span, Stamp, Verdict, field,
    marking,
};

/// A text with a headline and one sentence a line, some of it outside ASCII.
pub(super) const TEXT: &str = "Ferry stays in port\n\nThe ferry carried 310 passengers – a record.\n\nIts café closed in May, Orla Finn said.\n\nNobody was hurt.\n";

/// When everything in the tests happens.
pub(super) fn noon() -> Stamp {
    Stamp::from("2026-11-23T12:00:00Z")
}

/// A process for the tests.
pub(super) fn desk() -> Workplace {
    Workplace { pid: 4711, host: "desk3".to_owned(), since: Stamp::from("2026-11-23T09:30:00Z"), now: noon, ahead: 0 }
}

/// A session over [`TEXT`] with a claim for each of its three sentences: `k1`, `k2`, `k3`.
pub(super) fn session() -> Session {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in TEXT.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.is_empty() {
            let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
            blocks.push(Block::new(kind, Span::new(at, at + words.len())));
        }
        at += line.len();
    }
    let claims = blocks.iter().skip(1).enumerate().map(|(index, block)| {
        Claim::new(ClaimId::from(format!("k{}", index + 1).as_str()), block.span, Origin::Proposed)
    });
    let claims = claims.collect();
    let mut article = Article::new("Ferry stays in port", TEXT, blocks).unwrap();
    article.provenance = Provenance { source: "ferry.txt".to_owned(), imported_at: noon(), ..Provenance::default() };
    Session::new("0199f0c2-6f3e-7c11-9b1e-0a5d7e4c2b10", article, claims)
}

/// Marks a claim as `by` would at noon.
pub(super) fn mark(session: &mut Session, id: &str, verdict: Option<Verdict>, by: &str) {
    let id = ClaimId::from(id);
    let by: Arc<str> = by.into();
    let claim = session.claims().by_id(&id).unwrap().clone();
    session.commit_all(marking(&claim, verdict, &by, &noon()), &by, &noon()).unwrap();
}

/// Writes a note to a claim.
pub(super) fn note(session: &mut Session, id: &str, text: &str, by: &str) {
    let id = ClaimId::from(id);
    let claim = session.claims().by_id(&id).unwrap().clone();
    let change = Change::of(&claim, &field::NOTE, |claim| text.clone_into(&mut claim.record.note)).unwrap();
    session.commit(Edit::of(id, change), &by.into(), &noon()).unwrap();
}

/// The verdict of a claim, as its word; `-` for none.
pub(super) fn verdict(session: &Session, id: &str) -> String {
    let claim = session.claims().by_id(&ClaimId::from(id)).unwrap();
    claim.mark.as_ref().map_or("-", |mark| mark.verdict.as_str()).to_owned()
}

/// Writes a file as somebody else would.
#[expect(clippy::disallowed_methods, reason = "the tests play a program that knows nothing of safe writing")]
pub(super) fn scribble(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::write(path, bytes).unwrap();
}
