//! The report as one self-contained page: no script, nothing loaded, every word escaped by the template engine.

use std::borrow::Cow;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};
use serde::Serialize;

use super::card::{self, Card};
use super::passage::{Passage, Piece, passages};
use super::sheet::Sheet;
use super::{link, moment};
use crate::review::Status;
use crate::text::gate::legible;

const TEMPLATE: &str = include_str!("report.html");

/// Width of the bar in its own units.
const BAR: usize = 1000;

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    language: &'a str,
    facts: Vec<Fact<'a>>,
    settled: usize,
    total: usize,
    counts: Vec<Count>,
    notice: Option<String>,
    passages: Vec<Block<'a>>,
    cards: Vec<&'a Card<'a>>,
    dismissed: Vec<&'a Card<'a>>,
}

#[derive(Serialize)]
struct Fact<'a> {
    label: &'static str,
    value: Cow<'a, str>,
    link: Option<String>,
}

#[derive(Serialize)]
struct Count {
    glyph: &'static str,
    word: &'static str,
    claims: usize,
    /// Where its part of the bar begins and how wide it is, of [`BAR`].
    from: usize,
    width: usize,
}

#[derive(Serialize)]
struct Block<'a> {
    kind: &'a str,
    pieces: Vec<Run<'a>>,
}

#[derive(Serialize)]
struct Run<'a> {
    text: &'a str,
    /// The state of the last claim it lies in; empty outside claims.
    status: &'static str,
    overlap: bool,
    opens: Vec<Tag>,
    closes: Vec<Tag>,
}

#[derive(Clone, Copy, Serialize)]
struct Tag {
    number: usize,
    glyph: &'static str,
    status: &'static str,
}

/// The page.
pub(super) fn report(sheet: &Sheet<'_>, history: bool) -> Result<String, Error> {
    let all = card::cards(sheet, history);
    let found = passages(sheet.article(), sheet.session().claims());
    let dismissed = |card: &&Card<'_>| card.head.status == Status::Dismissed.word();
    let tally = sheet.session().claims().tally();
    let page = Page {
        title: &sheet.article().title,
        language: &sheet.article().language,
        facts: facts(sheet),
        settled: tally.settled(),
        total: tally.total(),
        counts: counts(sheet),
        notice: sheet.withheld_notice(),
        passages: found.iter().map(|passage| block(passage, &all)).collect(),
        cards: all.iter().filter(|card| !dismissed(card)).collect(),
        dismissed: all.iter().filter(dismissed).collect(),
    };
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_formatter(|out, state, value| match value.as_str() {
        Some(words) if !value.is_safe() => {
            let shown = Value::from(legible(words).into_owned());
            minijinja::escape_formatter(out, state, &shown)
        }
        _ => minijinja::escape_formatter(out, state, value),
    });
    engine.add_template("report.html", TEMPLATE)?;
    engine.get_template("report.html")?.render(Value::from(Serde(page)))
}

fn facts<'a>(sheet: &'a Sheet<'_>) -> Vec<Fact<'a>> {
    let from = &sheet.article().provenance;
    let last = sheet.session().history().last().map(|entry| moment::told(&entry.at)).unwrap_or_default();
    let said = |words: &'a Option<String>| Cow::from(words.as_deref().unwrap_or_default());
    let facts = [
        ("article", Cow::from(&from.source)),
        ("address", said(&from.url)),
        ("by", said(&from.byline)),
        ("published", said(&from.published)),
        ("imported", moment::told(&from.imported_at)),
        ("last mark", last),
    ];
    let told = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    told.map(|(label, value)| Fact { label, link: link::checked(&value), value }).collect()
}

fn counts(sheet: &Sheet<'_>) -> Vec<Count> {
    let tally = sheet.session().claims().tally();
    let total = tally.total();
    let mut seen = 0;
    let part = |claims: usize| (claims * BAR).checked_div(total).unwrap_or(0);
    let shown = Status::ALL.into_iter().filter(|status| *status != Status::Other || tally.other > 0);
    let count = |status| {
        let claims = tally.of(status);
        let from = part(seen);
        seen += if status == Status::Dismissed { 0 } else { claims };
        Count { glyph: card::glyph(status), word: status.word(), claims, from, width: part(seen) - from }
    };
    shown.map(count).collect()
}

fn block<'a>(passage: &'a Passage<'_>, cards: &[Card<'_>]) -> Block<'a> {
    Block { kind: passage.kind.as_str(), pieces: passage.pieces.iter().map(|piece| run(piece, cards)).collect() }
}

fn run<'a>(piece: &'a Piece<'_>, cards: &[Card<'_>]) -> Run<'a> {
    let tag = |number: &usize| {
        let head = cards.get(number.saturating_sub(1)).map(|card| &card.head)?;
        Some(Tag { number: *number, glyph: head.glyph, status: head.status })
    };
    Run {
        text: piece.text,
        status: piece.claims.last().and_then(tag).map_or("", |tag| tag.status),
        overlap: piece.claims.len() > 1,
        opens: piece.opens.iter().filter_map(tag).collect(),
        closes: piece.closes.iter().rev().filter_map(tag).collect(),
    }
}
