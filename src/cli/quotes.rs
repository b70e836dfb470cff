//! `factdesk quotes`: each direct quote of an article against what was said.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::failure::Failure;
use super::progress::Progress;
use super::{out, subject};
use crate::evidence::{self, AskedQuote, Checked, Material, Mend, Standing};
use crate::propose::{self, AttributedQuote};
use crate::review::Article;
use crate::term;
use crate::text::gate::clean_lines;

/// Hold each direct quote against transcripts and documents: exact, marked, misattributed, altered or not found.
#[derive(Debug, Args)]
pub(super) struct Quotes {
    /// The article, or a session.
    article: PathBuf,
    /// What was said: captions (VTT, SRT), Whisper's JSON, text, documents.
    #[arg(required = true)]
    transcripts: Vec<PathBuf>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct QuoteRow<'a> {
    quote: QuotedWords<'a>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<f64>,
    diff: Vec<WordDifference<'a>>,
    says: &'a [String],
}

#[derive(Serialize)]
struct QuotedWords<'a> {
    start: usize,
    end: usize,
    exact: &'a str,
}

/// Words of the quote, and those that were said in their place; nothing on the side that has none.
#[derive(Serialize)]
struct WordDifference<'a> {
    quote: &'a str,
    said: &'a str,
}

pub(super) fn run(asked: &Quotes, common: &Common) -> Result<ExitCode, Failure> {
    let article = subject::article(&asked.article, common)?;
    let progress = Progress::of("reading what was said");
    let mut materials = Vec::new();
    for path in &asked.transcripts {
        // One that can't be read is said; the quotes are looked for in the others.
        match term::evidence::material(path, &path.display().to_string()) {
            Ok(material) => materials.push(material),
            Err(error) => out::say(&error.to_string()),
        }
    }
    drop(progress);
    if materials.is_empty() {
        return Err(Failure::failed(
            "none of the transcripts can be read; there is nothing to hold the quotes against",
        ));
    }
    let quotes = propose::attributed(&article);
    let asked_about: Vec<AskedQuote<'_>> = quotes
        .iter()
        .map(|AttributedQuote { words, by }| AskedQuote { words: article.words(*words), by: by.as_deref() })
        .collect();
    let checked = evidence::check(&asked_about, &article.language, &materials);
    let rows: Vec<QuoteRow<'_>> =
        quotes.iter().zip(&checked).map(|(quote, checked)| row(&article, quote, checked, &materials)).collect();
    if asked.json {
        out::json(&rows)?;
    } else {
        out::lines(&clean_lines(&told(&rows)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The name of a standing in JSON and on the screen.
fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Exact => "exact",
        Standing::Marked => "marked",
        Standing::Misattributed => "misattributed",
        Standing::Altered => "altered",
        Standing::NotFound => "not_found",
    }
}

fn row<'a>(
    article: &'a Article,
    quote: &'a AttributedQuote,
    checked: &'a Checked,
    materials: &'a [Material],
) -> QuoteRow<'a> {
    let span = quote.words;
    let place = checked.said.and_then(|said| Some((materials.get(said.material)?, said.span)));
    let piece = place.and_then(|(material, span)| material.piece(span.start));
    let second =
        |at: usize| place.and_then(|(material, _)| material.second(at)).map(|time| (time * 100.0).round() / 100.0);
    let difference = |mend: &'a Mend| match mend {
        Mend::Changed(quote, said) => WordDifference { quote, said },
        Mend::Added(quote) => WordDifference { quote, said: "" },
        Mend::Lost(said) => WordDifference { quote: "", said },
    };
    QuoteRow {
        quote: QuotedWords {
            start: article.code_point(span.start),
            end: article.code_point(span.end),
            exact: article.words(span),
        },
        status: name(checked.standing),
        file: place.map(|(material, _)| material.name.as_str()),
        found: place.map(|(material, span)| span.of(&material.text).split_whitespace().collect::<Vec<_>>().join(" ")),
        locator: piece.map(|piece| piece.at.to_string()),
        speaker: piece.and_then(|piece| piece.speaker.as_deref()),
        given_to: quote.by.as_deref(),
        from: place.and_then(|(_, span)| second(span.start)),
        to: place.and_then(|(_, span)| second(span.end)),
        diff: checked.mends.iter().map(difference).collect(),
        says: &checked.says,
    }
}

/// The rows as lines: what a quote is worth, its words, where it was said and how it differs.
fn told(rows: &[QuoteRow<'_>]) -> String {
    let mut lines = String::new();
    for row in rows {
        let _ = writeln!(lines, "{:<13}  “{}”", row.status.replace('_', " "), row.quote.exact);
        if let Some(file) = row.file {
            let at = row.locator.as_deref().unwrap_or_default();
            let who = row.speaker.map(|name| format!(" · {name}")).unwrap_or_default();
            let _ = writeln!(lines, "               {file} · {at}{who}");
        }
        if row.status == "marked" || row.status == "altered" {
            let found = row.found.as_deref().unwrap_or_default();
            let _ = writeln!(lines, "               said: “{found}”");
        }
        for WordDifference { quote, said } in &row.diff {
            let change = match (*quote, *said) {
                (quote, "") => format!("added “{quote}”"),
                ("", said) => format!("left out “{said}”"),
                (quote, said) => format!("“{quote}” for “{said}”"),
            };
            let _ = writeln!(lines, "               {change}");
        }
        for says in row.says {
            let _ = writeln!(lines, "               {says}");
        }
    }
    let _ = writeln!(lines, "{} {}", rows.len(), if rows.len() == 1 { "quote" } else { "quotes" });
    lines
}
