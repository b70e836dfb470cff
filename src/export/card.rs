//! A claim with its record as plain words, in the order a reader wants them; every report writes the same cards.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use super::sheet::ExportSheet;
use super::{link, moment};
use crate::review::field::{self, FIELDS, Field, Reading, Shape};
use crate::review::{
    Article, Carry, Claim, ClaimId, Correction, Query, Reply, Session, Source, Span, Speaker, Status, given, told,
    versions,
};
use crate::text::word_diff::{self, Run};

/// Columns of a text that the history of a report quotes: all of nearly every one.
const WHOLE: usize = 4_000;

/// The sign for a state; it carries the meaning without colour.
pub(super) const fn glyph(status: Status) -> &'static str {
    match status {
        Status::Verified => "✓",
        Status::Disputed => "✗",
        Status::Unknown => "?",
        Status::Unchecked => "○",
        Status::Differs => "≠",
        Status::Other => "•",
        Status::Dismissed => "–",
    }
}

/// What a claim is and what it came to.
pub(super) struct CardHead<'a> {
    /// Its place in the article, from 1.
    pub(super) place: usize,
    /// Its number, which never moves.
    pub(super) number: String,
    /// Its state, in one of our words.
    pub(super) status: &'static str,
    /// The sign for its state.
    pub(super) glyph: &'static str,
    /// The verdict as the session has it, or its state.
    pub(super) verdict: &'a str,
    /// Who marked it, or said that there is nothing to check; empty when nobody did.
    pub(super) by: Cow<'a, str>,
    /// When it was marked; empty when it was not.
    pub(super) at: Cow<'a, str>,
}

/// A source as a reader sees it.
pub(super) struct Cited<'a> {
    /// What it is called, or else its address.
    pub(super) title: &'a str,
    /// Its address, when it may be a link.
    pub(super) link: Option<String>,
    /// Its address as written.
    pub(super) url: &'a str,
    /// Where it is archived, when that may be a link.
    pub(super) archive: Option<String>,
    /// Kind, rank, bearing, place in it, day, in words.
    pub(super) about: String,
    /// The passage.
    pub(super) quote: &'a str,
}

/// A correction with what it changes.
pub(super) struct Fix<'a> {
    /// The article's words.
    pub(super) before: &'a str,
    /// The words proposed instead.
    pub(super) after: &'a str,
    /// What became of it.
    pub(super) status: String,
    /// Word by word.
    pub(super) runs: Vec<Run>,
}

/// A question, or a request to reply.
pub(super) struct Asked<'a> {
    /// Who was asked.
    pub(super) to: &'a str,
    /// What, or since when.
    pub(super) question: &'a str,
    /// What they said; empty until they did.
    pub(super) answer: &'a str,
    /// Where it stands.
    pub(super) status: String,
}

/// One edit of a claim, in words.
pub(super) struct CardLine<'a> {
    /// When.
    pub(super) at: Cow<'a, str>,
    /// Who.
    pub(super) by: &'a str,
    /// What.
    pub(super) what: String,
}

/// A claim with its record.
pub(super) struct ClaimCard<'a> {
    /// Number, state, mark.
    pub(super) head: CardHead<'a>,
    /// The article's words.
    pub(super) quote: &'a str,
    /// The statement in the reviewer's own words; empty when there is none.
    pub(super) statement: &'a str,
    /// Who says it, in words; empty when the article does not say.
    pub(super) speaker: String,
    /// The note.
    pub(super) note: &'a str,
    /// The sources.
    pub(super) sources: Vec<Cited<'a>>,
    /// Who is to check it; empty while nobody was named.
    pub(super) assignee: &'a str,
    /// The corrections.
    pub(super) fixes: Vec<Fix<'a>>,
    /// The queries.
    pub(super) queries: Vec<Asked<'a>>,
    /// The right of reply.
    pub(super) replies: Vec<Asked<'a>>,
    /// What others said: who and when, and their words.
    pub(super) remarks: Vec<(String, &'a str)>,
    /// What the writer noted at its words and what was tracked in them, each with its form and whose it is.
    pub(super) written: Vec<(String, &'a str)>,
    /// The tags.
    pub(super) tags: &'a [String],
    /// What every other field says: its title and its words.
    pub(super) more: Vec<(&'static str, String)>,
    /// Its edits, when asked for.
    pub(super) history: Vec<CardLine<'a>>,
}

/// The cards of every claim; with `history`, of every edit too.
pub(super) fn cards<'a>(sheet: &'a ExportSheet<'_>, history: bool) -> Vec<ClaimCard<'a>> {
    let mut trail = if history { trail(sheet.session()) } else { HashMap::new() };
    sheet
        .claims()
        .map(|(place, claim)| {
            let history = trail.remove(&claim.id).unwrap_or_default();
            ClaimCard { history, ..card(sheet.session(), place, claim) }
        })
        .collect()
}

/// The card of one claim, without history.
pub(super) fn card<'a>(session: &'a Session, place: usize, claim: &'a Claim) -> ClaimCard<'a> {
    let record = &claim.record;
    let quote = session.exact(claim);
    ClaimCard {
        head: head(session, place, claim),
        quote,
        statement: &claim.statement,
        speaker: claim.speaker.as_deref().map(Speaker::told).unwrap_or_default(),
        note: &record.note,
        sources: record.sources.iter().map(cited).collect(),
        assignee: &record.assignee,
        fixes: record
            .corrections
            .iter()
            .map(|correction| fix(session.corrected(claim, correction), correction))
            .collect(),
        queries: record.queries.iter().map(asked).collect(),
        replies: record.replies.iter().map(replied).collect(),
        remarks: record.remarks.iter().map(|remark| (remark.told(), remark.text.as_str())).collect(),
        written: written(&session.article, claim.span),
        tags: &record.tags,
        more: more(claim),
        history: Vec::new(),
    }
}

/// What the writer noted at the words of `span` and what was tracked in them: `footnote, by M. Vale`, `deleted, by M. Vale`. A claim
/// whose words stand nowhere has none.
fn written(article: &Article, span: Span) -> Vec<(String, &str)> {
    let signed = |form: &str, by: Option<&str>| match by.map(str::trim).filter(|by| !by.is_empty()) {
        Some(by) => format!("{form}, by {by}"),
        None => form.to_owned(),
    };
    let notes = article.annotations_at(span).map(|one| (signed(one.kind.as_str(), one.by.as_deref()), &*one.text));
    let tracked = article.changes_at(span).map(|one| (signed(one.kind.as_str(), one.by.as_deref()), &*one.text));
    notes.chain(tracked).filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// What another copy of the session says is called so.
pub(super) const ANOTHER_COPY: &str = "another copy";

/// What every field says that has no place of its own, and what another copy says otherwise and nobody has settled.
fn more(claim: &Claim) -> Vec<(&'static str, String)> {
    let fields = unplaced().map(|field| (field.title, line(field, claim))).filter(|(_, line)| !line.is_empty());
    let conflicts = claim.record.conflicts.iter().map(|conflict| {
        let by = if conflict.by.is_empty() { String::new() } else { format!(" ({})", conflict.by) };
        let field = &conflict.field;
        (ANOTHER_COPY, format!("{}: {}{by}", versions::called(field), versions::says(field, &conflict.theirs)))
    });
    fields.chain(conflicts).collect()
}

/// The fields that a card has a place of its own for; whatever else there is, now or later, stands in its `more`.
const PLACED: [&Field; 13] = [
    &field::SPEAKER,
    &field::STATEMENT,
    &field::ASSIGNEE,
    &field::VERDICT,
    &field::DISMISSED,
    &field::NOTE,
    &field::SOURCES,
    &field::CORRECTIONS,
    &field::QUERIES,
    &field::REPLIES,
    &field::REMARKS,
    &field::TAGS,
    &field::CONFLICTS,
];

/// The fields that no report or table has a place of its own for.
pub(super) fn unplaced() -> impl Iterator<Item = &'static Field> {
    FIELDS.into_iter().filter(|field| !PLACED.contains(field))
}

/// What `field` says of `claim`, in one line.
pub(super) fn line(field: &'static Field, claim: &Claim) -> String {
    let value = field.value(claim);
    let words: Vec<String> = match field.shape {
        Shape::Derived => claim.record.readings.iter().map(Reading::told).collect(),
        Shape::Text | Shape::Words => {
            field.items(&value).iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect()
        }
        Shape::One(_) | Shape::Many(..) | Shape::Conflicts => {
            field.items(&value).iter().map(|thing| told::thing(field, thing, WHOLE)).collect()
        }
        Shape::Mark | Shape::Flag => vec![value.to_string()],
    };
    words.join("; ")
}

fn head<'a>(session: &'a Session, place: usize, claim: &'a Claim) -> CardHead<'a> {
    let status = claim.status();
    let mark = claim.mark.as_ref();
    let (by, at) = match (mark, session.dismissal(claim)) {
        (Some(mark), _) => (Cow::Borrowed(&*mark.by), moment::told(&mark.at)),
        (None, Some(mark)) => (mark.by.to_string().into(), moment::told(&mark.at).into_owned().into()),
        (None, None) => (Cow::default(), Cow::default()),
    };
    let verdict = match mark {
        Some(mark) if status != Status::Dismissed => mark.verdict.as_str(),
        _ => status.word(),
    };
    CardHead { place, number: claim.number.to_string(), status: status.word(), glyph: glyph(status), verdict, by, at }
}

pub(super) fn cited(source: &Source) -> Cited<'_> {
    let mut about: Vec<String> = Vec::new();
    about.extend(source.kind.as_ref().map(ToString::to_string));
    about.extend(source.rank.as_ref().map(ToString::to_string));
    about.extend(source.stance.as_ref().map(ToString::to_string));
    about.extend((!source.locator.is_empty()).then(|| source.locator.clone()));
    about.extend((!source.checked_at.is_empty()).then(|| format!("checked {}", source.checked_at)));
    about.extend(source.confidential.then(|| "confidential".to_owned()));
    let title = [&source.title, &source.url].into_iter().find(|name| !name.trim().is_empty());
    Cited {
        title: title.map_or("(untitled source)", |title| title),
        link: link::checked(&source.url),
        url: &source.url,
        archive: link::checked(&source.archive),
        about: about.join(", "),
        quote: &source.quote,
    }
}

pub(super) fn fix<'a>(before: &'a str, correction: &'a Correction) -> Fix<'a> {
    let after = correction.text.as_str();
    Fix { before, after, status: correction.state(), runs: word_diff::runs(before, after) }
}

pub(super) fn asked(query: &Query) -> Asked<'_> {
    let mut status = dated(&query.state().to_string(), &query.asked_at, &query.answered_at);
    if !query.answered_by.trim().is_empty() {
        status = format!("{status}, by {}", query.answered_by);
    }
    Asked { to: &query.to, question: &query.question, answer: &query.answer, status }
}

pub(super) fn replied(reply: &Reply) -> Asked<'_> {
    let state = if reply.is_open() { "open" } else { "answered" };
    let status = dated(state, &reply.asked_at, &reply.answered_at);
    Asked { to: &reply.who, question: "", answer: &reply.answer, status }
}

/// Where a question stands, with the days that are known: `answered, asked 2026-11-20, answered 2026-11-22`.
fn dated(state: &str, asked: &str, answered: &str) -> String {
    let days = [("asked", asked), ("answered", answered)].into_iter().filter(|(_, day)| !day.trim().is_empty());
    days.fold(state.to_owned(), |told, (what, day)| format!("{told}, {what} {day}"))
}

/// Every edit by the claim it belongs to.
fn trail(session: &Session) -> HashMap<&ClaimId, Vec<CardLine<'_>>> {
    let mut trail: HashMap<&ClaimId, Vec<CardLine<'_>>> = HashMap::new();
    for entry in session.history().iter() {
        // A draft is of the claims that it names: the others stand where their words stand.
        let drafted = entry.edit.change.draft().into_iter().flat_map(Carry::ids);
        for id in entry.edit.claim.iter().chain(drafted) {
            let line =
                CardLine { at: moment::told(&entry.at), by: &entry.by, what: given::entry(session, entry, id, WHOLE) };
            trail.entry(id).or_default().push(line);
        }
    }
    trail
}
