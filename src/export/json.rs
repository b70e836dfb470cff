//! A session as JSON for programs: the session file's shapes, numbered and counted.

use serde::Serialize;
use serde_json::{Map, Value};

use super::json_text;
use super::sheet::ExportSheet;
use crate::review::wire::{ArticleShape, ClaimShape, EntryShape};
use crate::review::{Article, Claim, Evidence, SignOff, Status, Tally};

/// What the document calls itself.
const FORMAT: &str = "factdesk-export";

#[derive(Serialize)]
struct SessionDocument<'a> {
    format: &'static str,
    version: u32,
    session: &'a str,
    article: ArticleShape<'a>,
    counts: Map<String, Value>,
    withheld_sources: usize,
    #[serde(skip_serializing_if = "<[Evidence]>::is_empty")]
    evidence: &'a [Evidence],
    #[serde(skip_serializing_if = "<[SignOff]>::is_empty")]
    signed: &'a [SignOff],
    claims: Vec<Numbered<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<Vec<EntryShape>>,
}

#[derive(Serialize)]
struct Numbered<'a> {
    number: usize,
    status: &'static str,
    #[serde(flatten)]
    claim: ClaimShape<'a>,
}

#[derive(Serialize)]
struct ClaimLine<'a> {
    session: &'a str,
    #[serde(flatten)]
    claim: Numbered<'a>,
}

/// One document: article, counts, claims and, when asked for, every edit.
pub(super) fn document(sheet: &ExportSheet<'_>, history: bool) -> String {
    let (session, article) = (sheet.session(), sheet.article());
    let entries = || session.history().iter().map(|entry| EntryShape::of(session.texts(), entry)).collect();
    json_text::pretty(&SessionDocument {
        format: FORMAT,
        version: 1,
        session: &session.id,
        article: article.into(),
        counts: counts(session.claims().tally()),
        withheld_sources: sheet.withheld,
        evidence: &session.evidence,
        signed: &session.signed,
        claims: sheet.claims().map(|(number, claim)| numbered(article, number, claim)).collect(),
        history: history.then(entries),
    })
}

/// One claim a line.
pub(super) fn lines(sheet: &ExportSheet<'_>) -> String {
    let session = &sheet.session().id;
    let line =
        |(number, claim)| json_text::line(&ClaimLine { session, claim: numbered(sheet.article(), number, claim) });
    sheet.claims().map(line).collect()
}

/// The claims to be checked, and how many are in each state.
fn counts(tally: &Tally) -> Map<String, Value> {
    let each = Status::ALL.map(|status| (status.word().to_owned(), tally.of(status).into()));
    std::iter::once(("total".to_owned(), tally.total().into())).chain(each).collect()
}

fn numbered<'a>(article: &'a Article, number: usize, claim: &'a Claim) -> Numbered<'a> {
    Numbered { number, status: claim.status().word(), claim: ClaimShape::of(article, claim) }
}
