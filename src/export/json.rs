//! A session as JSON for programs: the session file's shapes, numbered and counted.

use serde::Serialize;
use serde_json::{Map, Value};

use super::as_of;
use super::json_text;
use super::sheet::ExportSheet;
use crate::review::wire::{ArticleShape, ClaimShape, EntryShape};
use crate::review::{Claim, Evidence, Number, SignOff, Status, Tally};

/// What the document calls itself.
const FORMAT: &str = "factdesk-export";

#[derive(Serialize)]
struct SessionDocument<'a> {
    format: &'static str,
    version: u32,
    session: &'a str,
    as_of: String,
    article: ArticleShape<'a>,
    counts: Map<String, Value>,
    withheld_sources: usize,
    #[serde(skip_serializing_if = "<[Evidence]>::is_empty")]
    evidence: &'a [Evidence],
    #[serde(skip_serializing_if = "<[SignOff]>::is_empty")]
    signed: &'a [SignOff],
    claims: Vec<StandingClaim<'a>>,
    /// Those whose words stand nowhere any more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gone: Vec<StandingClaim<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<Vec<EntryShape>>,
}

#[derive(Serialize)]
struct StandingClaim<'a> {
    status: &'static str,
    #[serde(flatten)]
    claim: ClaimShape<'a>,
}

#[derive(Serialize)]
struct ClaimLine<'a> {
    session: &'a str,
    as_of: &'a str,
    #[serde(flatten)]
    claim: StandingClaim<'a>,
}

/// One document: article, counts, claims and, when asked for, every edit.
pub(super) fn document(sheet: &ExportSheet<'_>, history: bool) -> String {
    let (session, article) = (sheet.session(), sheet.article());
    let entries = || session.history().iter().map(|entry| EntryShape::of(session.texts(), entry)).collect();
    json_text::pretty(&SessionDocument {
        format: FORMAT,
        version: 1,
        session: &session.id,
        as_of: as_of::told(sheet.whole()),
        article: article.into(),
        counts: counts(session.claims().tally()),
        withheld_sources: sheet.withheld.sources,
        evidence: &session.evidence,
        signed: &session.signed,
        claims: sheet.claims().map(|(place, claim)| standing(sheet, place, claim)).collect(),
        gone: session.apart().iter().map(|claim| standing(sheet, 0, claim)).collect(),
        history: history.then(entries),
    })
}

/// One claim a line.
pub(super) fn lines(sheet: &ExportSheet<'_>) -> String {
    let (session, as_of) = (&sheet.session().id, &as_of::told(sheet.whole()));
    let line = |(place, claim)| json_text::line(&ClaimLine { session, as_of, claim: standing(sheet, place, claim) });
    sheet.claims().map(line).collect()
}

/// A claim as the session file has it, under the name of who said that there is nothing to check where it has no verdict.
pub(super) fn shape<'a>(sheet: &'a ExportSheet<'_>, claim: &'a Claim) -> ClaimShape<'a> {
    let mut shape = ClaimShape::of(sheet.article(), claim);
    if let Some(mark) = sheet.mark(claim).filter(|_| claim.mark.is_none()) {
        shape.marked_by = Some(mark.by.to_string().into());
        shape.marked_at = Some(mark.at.clone());
    }
    shape
}

/// The claims to be checked, and how many are in each state.
fn counts(tally: &Tally) -> Map<String, Value> {
    let each = Status::ALL.map(|status| (status.word().to_owned(), tally.of(status).into()));
    std::iter::once(("total".to_owned(), tally.total().into())).chain(each).collect()
}

/// A claim with its number, the one it was given, else its place, and with who dismissed it.
fn standing<'a>(sheet: &'a ExportSheet<'_>, place: usize, claim: &'a Claim) -> StandingClaim<'a> {
    let mut shape = shape(sheet, claim);
    if shape.number.is_none() {
        shape.number = Number::of(u32::try_from(place).unwrap_or_default());
    }
    StandingClaim { status: claim.status().word(), claim: shape }
}
