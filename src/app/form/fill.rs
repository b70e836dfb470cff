//! Opens forms with what a claim holds already.

use super::{Field, Form, Input, Purpose};
use crate::app::editor::Editor;
use crate::review::{
    Claim, Correction, CorrectionStatus, Query, QueryStatus, Rank, Reply, Source, SourceKind, Speaker, Stamp, Stance,
    Support,
};

impl Form {
    /// The form for `purpose` over `claim`, `words` being the claim's own and `now` the moment it is opened.
    pub fn open(claim: &Claim, purpose: Purpose, words: &str, now: &Stamp) -> Self {
        let fields = match purpose {
            Purpose::Source(at) => source(at.and_then(|at| claim.record.sources.get(at)), now),
            Purpose::Correction => correction(claim.record.correction.as_deref(), words),
            Purpose::Query => query(claim.record.query.as_deref()),
            Purpose::Reply => reply(claim.record.reply.as_deref(), now),
            Purpose::Speaker => speaker(claim.speaker.as_deref()),
            Purpose::Tags => vec![text("tags", &claim.record.tags.join(", "))],
            Purpose::Statement => vec![text("states", &claim.statement)],
        };
        let opened = fields.iter().map(|field| field.value().to_owned()).collect();
        Self { claim: claim.id.clone(), purpose, fields, at: 0, opened }
    }

    /// A form for a new source of `claim` that has been entered before: what it is stays, what it says here is to be filled in.
    pub fn reuse(claim: &Claim, held: &Source, now: &Stamp) -> Self {
        let fresh = Source {
            stance: None,
            locator: String::new(),
            quote: String::new(),
            checked_at: now.day().to_owned(),
            ..held.clone()
        };
        let fields = source(Some(&fresh), now);
        let at = fields.iter().position(|field| field.label == "bearing").unwrap_or(0);
        // What was picked counts as filled in, so that it is asked about before it is put away.
        Self { fields, at, ..Self::open(claim, Purpose::Source(None), "", now) }
    }
}

fn text(label: &'static str, value: &str) -> Field {
    Field { label, input: Input::Text(Editor::new(value, true)) }
}

/// A choice among the words of a vocabulary; a word of a later version stays to be chosen.
fn choice<T: ToString>(label: &'static str, known: &[T], value: Option<&T>, may_be_empty: bool) -> Field {
    let mut words: Vec<String> = if may_be_empty { vec![String::new()] } else { Vec::new() };
    words.extend(known.iter().map(ToString::to_string));
    let value = value.map(ToString::to_string).unwrap_or_default();
    let at = words.iter().position(|word| *word == value).unwrap_or_else(|| {
        if value.is_empty() {
            return 0;
        }
        words.push(value);
        words.len() - 1
    });
    Field { label, input: Input::Choice(words, at) }
}

fn source(held: Option<&Source>, now: &Stamp) -> Vec<Field> {
    let fresh = Source { checked_at: now.day().to_owned(), ..Source::default() };
    let source = held.unwrap_or(&fresh);
    vec![
        text("title", &source.title),
        text("link", &source.url),
        choice("kind", SourceKind::KNOWN, source.kind.as_ref(), true),
        choice("rank", Rank::KNOWN, source.rank.as_ref(), true),
        choice("bearing", Support::KNOWN, source.stance.as_ref(), true),
        text("locator", &source.locator),
        text("passage", &source.quote),
        text("looked at", &source.checked_at),
        text("archive", &source.archive),
        Field { label: "confidential", input: Input::Flag(source.confidential) },
    ]
}

fn correction(held: Option<&Correction>, words: &str) -> Vec<Field> {
    let wording = held.map_or(words, |correction| &correction.text);
    let status = held.map_or(&CorrectionStatus::Proposed, |correction| &correction.status);
    vec![text("instead", wording), choice("state", CorrectionStatus::KNOWN, Some(status), false)]
}

fn query(held: Option<&Query>) -> Vec<Field> {
    vec![
        text("to", held.map_or("author", |query| &query.to)),
        text("question", held.map_or("", |query| &query.question)),
        text("answer", held.map_or("", |query| &query.answer)),
        choice("state", QueryStatus::KNOWN, held.and_then(|query| query.status.as_ref()), true),
    ]
}

fn reply(held: Option<&Reply>, now: &Stamp) -> Vec<Field> {
    vec![
        text("who", held.map_or("", |reply| &reply.who)),
        text("asked on", held.map_or(now.day(), |reply| &reply.asked_at)),
        text("answer", held.map_or("", |reply| &reply.answer)),
    ]
}

fn speaker(held: Option<&Speaker>) -> Vec<Field> {
    vec![
        text("name", held.map_or("", |speaker| &speaker.name)),
        choice("stance", Stance::KNOWN, Some(held.map_or(&Stance::Asserts, |speaker| &speaker.stance)), false),
        text("via", held.and_then(|speaker| speaker.via.as_deref()).unwrap_or_default()),
    ]
}
