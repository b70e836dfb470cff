//! `factdesk sentences`: the sentences of every block.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::language::language;
use super::out;
use super::progress::Progress;
use crate::propose;
use crate::review::BlockKind;
use crate::term::import;

/// List the sentences of an article, page furniture included.
#[derive(Debug, Args)]
pub(super) struct Sentences {
    /// The article; - for stdin.
    path: PathBuf,
    /// As JSON: a list of start, end (code points), text, block and its mark in a list.
    #[arg(long)]
    json: bool,
    /// The article's language, as a code such as en or de; else it is found out.
    #[arg(long, value_name = "CODE", value_parser = language)]
    lang: Option<String>,
}

#[derive(Serialize)]
struct SentenceRow<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    block: &'a BlockKind,
    /// What stands before the first words of an item or a numbered heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<&'a str>,
}

pub(super) fn run(asked: &Sentences) -> Result<ExitCode, Failure> {
    let reading = Progress::reading(&asked.path);
    let article = import::article(&asked.path, asked.lang.as_deref())?.article;
    drop(reading);
    let progress = Progress::of(&format!("cutting {} into sentences", asked.path.display()));
    let found = propose::sentences(&article);
    drop(progress);
    let lines = found.iter().filter_map(|sentence| {
        let held = article.blocks().get(sentence.block)?;
        let (block, first) = (&held.kind, held.span.start == sentence.span.start);
        let mark = held.item.mark().filter(|_| first);
        let (start, end) = (article.code_point(sentence.span.start), article.code_point(sentence.span.end));
        Some(SentenceRow { start, end, text: article.words(sentence.span), block, mark })
    });
    if asked.json {
        out::json_list(lines)?;
    } else {
        let mut text = String::new();
        for line in lines {
            let mark = line.mark.map(|mark| format!("{mark} ")).unwrap_or_default();
            let _ = writeln!(text, "{:<10} {mark}{}", line.block, line.text);
        }
        out::lines(&text)?;
    }
    Ok(ExitCode::SUCCESS)
}
