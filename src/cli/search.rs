//! `factdesk search`: words in all saved sessions.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::out;
use crate::store::{SearchPlace, SearchResult, SearchResults, TextPart};
use crate::text::gate::clean;

/// Sessions that are told unless all are asked for.
const MOST: usize = 20;

/// Places of a session that are told to people.
const PLACES: usize = 3;

/// Find words in the articles, claims, notes, sources and answers of all saved sessions. Exit 1 where no session has them.
#[derive(Debug, Args)]
pub(super) struct SearchWords {
    /// What to find: every word, in any case and as keyboards type it (cafe finds café, an accent that is typed is meant); "several words" in quotes stand one behind the other.
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Every session that has them, not the 20 that fit best.
    #[arg(long)]
    all: bool,
    /// As JSON, with every session.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct ResultLine<'a> {
    name: &'a str,
    path: String,
    title: &'a str,
    score: f64,
    total: usize,
    places: Vec<PlaceLine<'a>>,
}

#[derive(Serialize)]
struct PlaceLine<'a> {
    part: TextPart,
    claim: Option<&'a str>,
    number: Option<&'a str>,
    text: &'a str,
    /// Where the words are, in code points of `text`.
    marks: Vec<[usize; 2]>,
}

impl<'a> From<&'a SearchPlace> for PlaceLine<'a> {
    fn from(place: &'a SearchPlace) -> Self {
        let SearchPlace { part, claim, text, marks, .. } = place;
        let points = |at: usize| text.get(..at).map_or(0, |head| head.chars().count());
        let (claim, number) = claim.as_ref().map(|(id, number)| (id.as_str(), number.as_str())).unzip();
        let marks = marks.iter().map(|span| [points(span.start), points(span.end)]).collect();
        Self { part: *part, claim, number, text, marks }
    }
}

pub(super) fn run(asked: &SearchWords, common: &Common) -> Result<ExitCode, Failure> {
    if asked.words.iter().all(|words| words.trim().is_empty()) {
        return Err(Failure::usage("there is nothing to find: name some words"));
    }
    let folder = common.folder_that_is_there()?;
    let most = if asked.all || asked.json { usize::MAX } else { MOST };
    let (SearchResults { best: found, more }, troubled) = folder.search(&asked.words, most)?;
    for trouble in troubled.into_iter().filter_map(|listed| listed.trouble) {
        out::say(&format!("not searched: {trouble}"));
    }
    if asked.json {
        let line = |result: &'_ SearchResult| folder.path_of(&result.name).display().to_string();
        let lines = found.iter().map(|result| {
            let SearchResult { name, title, score, total, places, .. } = result;
            let places = places.iter().map(PlaceLine::from).collect();
            ResultLine {
                name,
                path: line(result),
                title,
                score: (score * 100.0).round() / 100.0,
                total: *total,
                places,
            }
        });
        out::json(&lines.collect::<Vec<_>>())?;
        return Ok(if found.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS });
    }
    let mut text = String::new();
    for result in &found {
        let _ = writeln!(text, "{}  {}", clean(&result.name), clean(&result.title));
        for place in result.places.iter().take(PLACES) {
            let number = place.claim.as_ref().map(|(_, number)| number.as_str()).unwrap_or_default();
            let _ = writeln!(text, "{number:>7}  {:10} {}", place.part.word(), marked(place));
        }
        let others = result.total.saturating_sub(PLACES);
        if others > 0 {
            let _ = writeln!(text, "{:>7}  and {others} more", "");
        }
    }
    out::lines(&text)?;
    match more {
        _ if found.is_empty() => {
            out::say("no session has these words");
            return Ok(ExitCode::FAILURE);
        }
        0 => {}
        more => out::say(&format!("{more} more sessions have them: --all tells them")),
    }
    Ok(ExitCode::SUCCESS)
}

/// The words of a place, on one line, with what was looked for between `[` and `]`.
fn marked(place: &SearchPlace) -> String {
    let mut line = String::new();
    let mut from = 0;
    for mark in &place.marks {
        let (before, there) = (place.text.get(from..mark.start), place.text.get(mark.start..mark.end));
        let _ = write!(line, "{}[{}]", clean(before.unwrap_or_default()), clean(there.unwrap_or_default()));
        from = mark.end;
    }
    line + &clean(place.text.get(from..).unwrap_or_default())
}
