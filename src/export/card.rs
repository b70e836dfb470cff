//! A claim with its record as plain words, in the order a reader wants them; every report writes the same cards.

use std::borrow::Cow;
use std::collections::HashMap;

use super::sheet::Sheet;
use super::{link, moment};
use crate::review::{Change, Claim, ClaimId, Correction, Entry, Query, Session, Source, Speaker, Status, Step};
use crate::text::word_diff::{self, Run};

/// The sign for a state; it carries the meaning without colour.
pub(super) const fn glyph(status: Status) -> &'static str {
    match status {
        Status::Verified => "✓",
        Status::Disputed => "✗",
        Status::Unknown => "?",
        Status::Unchecked => "○",
        Status::Other => "•",
        Status::Dismissed => "–",
    }
}

/// What a claim is and what it came to.
pub(super) struct Head<'a> {
    /// Its number in the article, from 1.
    pub(super) number: usize,
    /// Its state, in one of our words.
    pub(super) status: &'static str,
    /// The sign for its state.
    pub(super) glyph: &'static str,
    /// The verdict as the session has it, or its state.
    pub(super) verdict: &'a str,
    /// Who marked it; empty when nobody did.
    pub(super) by: &'a str,
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
    pub(super) status: &'a str,
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
pub(super) struct Line<'a> {
    /// When.
    pub(super) at: Cow<'a, str>,
    /// Who.
    pub(super) by: &'a str,
    /// What.
    pub(super) what: String,
}

/// A claim with its record.
pub(super) struct Card<'a> {
    /// Number, state, mark.
    pub(super) head: Head<'a>,
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
    /// The correction.
    pub(super) fix: Option<Fix<'a>>,
    /// The query.
    pub(super) query: Option<Asked<'a>>,
    /// The right of reply.
    pub(super) reply: Option<Asked<'a>>,
    /// The tags.
    pub(super) tags: &'a [String],
    /// Its edits, when asked for.
    pub(super) history: Vec<Line<'a>>,
}

/// The cards of every claim; with `history`, of every edit too.
pub(super) fn cards<'a>(sheet: &'a Sheet<'_>, history: bool) -> Vec<Card<'a>> {
    let mut trail = if history { trail(sheet.session()) } else { HashMap::new() };
    sheet
        .claims()
        .map(|(number, claim)| {
            let history = trail.remove(&claim.id).unwrap_or_default();
            Card { history, ..card(sheet.session(), number, claim) }
        })
        .collect()
}

/// The card of one claim, without history.
pub(super) fn card<'a>(session: &'a Session, number: usize, claim: &'a Claim) -> Card<'a> {
    let record = &claim.record;
    let quote = session.exact(claim);
    let reply = record.reply.as_deref().map(|reply| Asked {
        to: &reply.who,
        question: &reply.asked_at,
        answer: &reply.answer,
        status: if reply.answer.trim().is_empty() { "open".to_owned() } else { "answered".to_owned() },
    });
    Card {
        head: head(number, claim),
        quote,
        statement: &claim.statement,
        speaker: claim.speaker.as_deref().map(speaker).unwrap_or_default(),
        note: &record.note,
        sources: record.sources.iter().map(cited).collect(),
        fix: record.correction.as_deref().map(|correction| fix(quote, correction)),
        query: record.query.as_deref().map(asked),
        reply,
        tags: &record.tags,
        history: Vec::new(),
    }
}

fn head(number: usize, claim: &Claim) -> Head<'_> {
    let status = claim.status();
    let mark = claim.mark.as_ref();
    let verdict = match mark {
        Some(mark) if status != Status::Dismissed => mark.verdict.as_str(),
        _ => status.word(),
    };
    Head {
        number,
        status: status.word(),
        glyph: glyph(status),
        verdict,
        by: mark.map_or("", |mark| &mark.by),
        at: mark.map_or(Cow::Borrowed(""), |mark| moment::told(&mark.at)),
    }
}

/// `the mayor (denies, via a spokesman)`.
fn speaker(speaker: &Speaker) -> String {
    match &speaker.via {
        Some(via) => format!("{} ({}, via {via})", speaker.name, speaker.stance),
        None => format!("{} ({})", speaker.name, speaker.stance),
    }
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
    Fix { before, after, status: correction.status.as_str(), runs: word_diff::runs(before, after) }
}

pub(super) fn asked(query: &Query) -> Asked<'_> {
    Asked { to: &query.to, question: &query.question, answer: &query.answer, status: query.state().to_string() }
}

/// A question with its answer, once there is one.
fn question(query: &Query) -> String {
    match query.answer.trim() {
        "" => query.question.clone(),
        answer => format!("{} – answer – {answer}", query.question),
    }
}

/// Every edit by the claim it belongs to.
fn trail(session: &Session) -> HashMap<&ClaimId, Vec<Line<'_>>> {
    let mut trail: HashMap<&ClaimId, Vec<Line<'_>>> = HashMap::new();
    for entry in session.history().iter() {
        if let Some(id) = &entry.edit.claim {
            let line = Line { at: moment::told(&entry.at), by: &entry.by, what: what(entry) };
            trail.entry(id).or_default().push(line);
        }
    }
    trail
}

fn what(entry: &Entry) -> String {
    let (before, after) = sides(&entry.edit.change);
    let step = match entry.step {
        Step::Do => String::new(),
        Step::Undo(n) => format!(" (takes back no. {n})"),
        Step::Redo(n) => format!(" (does no. {n} again)"),
    };
    let name = entry.edit.name();
    match (before.as_str(), after.as_str()) {
        ("", "") => format!("{name}{step}"),
        ("", after) => format!("{name}: {after}{step}"),
        (before, "") => format!("{name}: {before} → nothing{step}"),
        (before, after) => format!("{name}: {before} → {after}{step}"),
    }
}

/// What a change leads from and to, in words; empty where there is nothing, or nothing a reader would understand.
fn sides(change: &Change) -> (String, String) {
    let titles =
        |list: &[Source]| list.iter().map(|source| cited(source).title.to_owned()).collect::<Vec<_>>().join("; ");
    let word = |dismissed: bool| if dismissed { "nothing to check" } else { "to be checked" }.to_owned();
    match change {
        Change::Verdict(swap) => {
            let side = |mark: &Option<crate::review::Mark>| {
                mark.as_ref().map_or_else(|| "unchecked".to_owned(), |mark| mark.verdict.to_string())
            };
            (side(&swap.before), side(&swap.after))
        }
        Change::Dismissed(swap) => (word(swap.before), word(swap.after)),
        Change::Note(swap) | Change::Statement(swap) => (swap.before.clone(), swap.after.clone()),
        Change::Speaker(swap) => {
            let side = |who: &Option<Box<Speaker>>| who.as_deref().map(speaker).unwrap_or_default();
            (side(&swap.before), side(&swap.after))
        }
        Change::Sources(swap) => (titles(&swap.before), titles(&swap.after)),
        Change::Correction(swap) => {
            let side = |one: &Option<Box<Correction>>| {
                one.as_deref().map(|one| format!("{} ({})", one.text, one.status)).unwrap_or_default()
            };
            (side(&swap.before), side(&swap.after))
        }
        Change::Query(swap) => {
            let side = |one: &Option<Box<Query>>| one.as_deref().map(question).unwrap_or_default();
            (side(&swap.before), side(&swap.after))
        }
        Change::Tags(swap) => (swap.before.join(", "), swap.after.join(", ")),
        Change::Reply(_)
        | Change::Conflicts(_)
        | Change::Mend(_)
        | Change::Recut(..)
        | Change::Block(..)
        | Change::Later(..) => (String::new(), String::new()),
    }
}
