//! `factdesk export`: a session in a format for others, on stdout or as a file.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::common::Common;
use super::failure::Failure;
use super::progress::Progress;
use super::target::{free, spares};
use super::{check_files, out};
use crate::export::{
    self, CommentOn, ExportChoice, Format, Options, Publisher, SinceWhen, Table, TableRows, WithheldCount,
};
use crate::review::{Policy, Session};
use crate::store;
use crate::term;
use crate::term::export as target;
use crate::term::original::filled;

/// Give a session as a report, a table, or in a format that other programs read.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The session: a path, a name, or the beginning of one.
    session: String,
    /// The format.
    #[arg(long, value_name = "FORMAT", value_parser = formats(), ignore_case = true)]
    to: Format,
    /// Write this file, whole or not at all, instead of stdout, which - is too. A session is never overwritten.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Give confidential sources too.
    #[arg(long)]
    confidential: bool,
    /// Reports and json: give every edit too.
    #[arg(long)]
    history: bool,
    /// Reports and digests: tell what changed since a draft (2), since a day (2026-11-28), or since you signed off (last); else since the
    /// draft before the one that stands.
    #[arg(long, value_name = "DRAFT|DAY|last", value_parser = |text: &str| SinceWhen::read(text, ""))]
    since: Option<SinceWhen>,
    /// Questions: those to this one alone, as nobody else's are their business.
    #[arg(long, value_name = "NAME")]
    asked: Option<String>,
    #[command(flatten)]
    into: IntoArgs,
    #[command(flatten)]
    table: TableArgs,
    #[command(flatten)]
    publisher: PublisherArgs,
}

/// What only `docx` and `criticmarkup` take.
#[derive(Debug, Args)]
#[command(next_help_heading = "For docx and criticmarkup")]
struct IntoArgs {
    /// Put the comments and changes into this Word document or Markdown file, the one that the article was read from; all else in it
    /// stays as it was.
    #[arg(long, value_name = "ORIGINAL")]
    into: Option<PathBuf>,
    /// Write over the original itself.
    #[arg(long, requires = "into", conflicts_with = "output")]
    in_place: bool,
    /// A comment for every claim, of which there is nothing to say too.
    #[arg(long, requires = "into")]
    every_claim: bool,
}

/// What only `csv` takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "For csv")]
struct TableArgs {
    /// What a row stands for.
    #[arg(long, value_enum, default_value_t = By::Claims)]
    rows: By,
    /// Begin with a byte order mark.
    #[arg(long)]
    bom: bool,
    /// Don't guard against formulas; such a table must not be opened in a spreadsheet.
    #[arg(long)]
    raw: bool,
}

/// What only `claimreview` takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "For claimreview")]
struct PublisherArgs {
    /// The page that publishes the checks; else the article's own address. {} in it stands for a claim's number.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The check of this claim alone.
    #[arg(long, value_name = "NUMBER", conflicts_with = "each")]
    claim: Option<String>,
    /// Each check as a file of its own in the folder that -o names: one object a page, as search engines read them.
    #[arg(long, requires = "output")]
    each: bool,
    /// The organisation that publishes; else the reviewers are named.
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// A @graph even for a single check.
    #[arg(long)]
    graph: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// A claim.
    Claims,
    /// A source.
    Sources,
}

/// The formats with what each is for, so that help, completions and mistakes name them.
fn formats() -> impl TypedValueParser<Value = Format> {
    let named = Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(named).try_map(|name| name.parse::<Format>())
}

pub(super) fn run(asked: &Export, common: &Common) -> Result<ExitCode, Failure> {
    let path = common.folder()?.find(&asked.session)?;
    fits(asked)?;
    let progress = Progress::of(&format!("exporting {} as {}", asked.session, asked.to));
    let session = store::read(&path)?.session;
    let options = settled(asked, common, &path)?;
    let original = asked.into.into.as_deref();
    // As elsewhere, a dash is the standard stream.
    let output = asked.output.as_deref().filter(|path| path.as_os_str() != "-");
    if let Some(folder) = output.filter(|_| asked.publisher.each) {
        let written = check_files::write(&session, &options, folder)?;
        drop(progress);
        out::say(&written);
        return Ok(ExitCode::SUCCESS);
    }
    let file = output.or(original.filter(|_| asked.into.in_place));
    if let (Some(output), Some(original)) = (output, original)
        && target::is_same(output, original)
    {
        let why = "that is the original itself; name another file, or say --in-place";
        return Err(Failure::usage(why).about(output));
    }
    if let Some(path) = file {
        takes(path, asked, &session)?;
    } else if !asked.to.is_text() && io::stdout().is_terminal() {
        return Err(Failure::usage(format!("{} is nothing for a terminal; name a file with -o", asked.to)));
    }
    let (bytes, notices) = match original {
        Some(original) => {
            let filled = filled(&session, asked.to, &options, original)?;
            (filled.bytes, filled.notices)
        }
        None => (export::export(&session, asked.to, &options)?, Vec::new()),
    };
    if let Some(path) = file {
        target::write(path, &bytes)?;
    }
    drop(progress);
    match file {
        Some(_) => {}
        None if asked.to.is_text() && io::stdout().is_terminal() => out::lines(&String::from_utf8_lossy(&bytes))?,
        None => out::text(&bytes)?,
    }
    // Who reads of a file by its checksum is to have that file.
    let relies = matches!(asked.to, Format::Html | Format::Markdown);
    let amiss = if relies { term::evidence::amiss(&path, &session.evidence) } else { Vec::new() };
    for notice in notices.iter().chain(&amiss) {
        out::say(notice);
    }
    let several = export::addressees(&session);
    if matches!(asked.to, Format::QueriesMail | Format::QueriesDocx) && asked.asked.is_none() && several.len() > 1 {
        out::say(&format!("questions to {} are in it; --asked NAME gives those to one of them", several.join(", ")));
    }
    if asked.to.choices().contains(&ExportChoice::Confidential) && !asked.confidential {
        let withheld = WithheldCount::of(&session);
        let (was, it) = if withheld.is_one() { ("was", "it") } else { ("were", "them") };
        if let Some(what) = withheld.told() {
            out::say(&format!("{what} {was} left out; --confidential gives {it} too"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Passes a file that the export may be written to.
fn takes(path: &Path, asked: &Export, session: &Session) -> Result<(), Failure> {
    free(path)?;
    if !asked.into.in_place {
        spares(path, session)?;
    }
    asked.into.into.as_deref().map_or(Ok(()), |original| takes_macros(path, original))
}

/// Passes a name that a word processor opens: one with macros has an ending of its own.
fn takes_macros(path: &Path, original: &Path) -> Result<(), Failure> {
    let ending = |path: &Path| path.extension().map(OsStr::to_ascii_lowercase);
    if ending(original).is_some_and(|ending| ending == "docm") && ending(path) != ending(original) {
        let why = "the original holds macros, and Word opens such a file as .docm alone; name one that ends so";
        return Err(Failure::usage(why).about(path));
    }
    Ok(())
}

/// Passes options that mean something for the format.
fn fits(asked: &Export) -> Result<(), Failure> {
    let (table, publisher) = (&asked.table, &asked.publisher);
    let given = [
        (asked.into.into.is_some(), "--into", ExportChoice::Into),
        (asked.since.is_some(), "--since", ExportChoice::Since),
        (asked.history, "--history", ExportChoice::History),
        (asked.asked.is_some(), "--asked", ExportChoice::Asked),
        (matches!(table.rows, By::Sources), "--rows", ExportChoice::Rows),
        (table.bom, "--bom", ExportChoice::Bom),
        (table.raw, "--raw", ExportChoice::Raw),
        (publisher.url.is_some(), "--url", ExportChoice::Address),
        (publisher.publisher.is_some(), "--publisher", ExportChoice::Publisher),
        (publisher.graph, "--graph", ExportChoice::Graph),
        (publisher.each || publisher.claim.is_some(), "--each and --claim", ExportChoice::Single),
    ];
    let passed_over = |(given, _, choice): &(bool, &str, ExportChoice)| *given && !asked.to.choices().contains(choice);
    let Some((_, option, choice)) = given.into_iter().find(passed_over) else { return Ok(()) };
    let names: Vec<&str> = Format::taking(choice).map(Format::name).collect();
    let are = if option.contains(" and ") { "are" } else { "is" };
    Err(Failure::usage(format!("{} takes no such thing; {option} {are} for --to {}", asked.to, listed(&names))))
}

/// Names in a row: `html, markdown or json`.
fn listed(names: &[&str]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        names => names.concat(),
    }
}

/// What is asked for, with what the settings and the file beside the session say.
fn settled(asked: &Export, common: &Common, path: &Path) -> Result<Options, Failure> {
    let policy = common.policy(path)?;
    let since = match &asked.since {
        Some(SinceWhen::SignedOff(_)) => Some(SinceWhen::SignedOff(common.reviewer()?.to_string())),
        other => other.clone(),
    };
    Ok(Options { since, policy, ..options(asked) })
}

fn options(asked: &Export) -> Options {
    let rows = match asked.table.rows {
        By::Claims => TableRows::Claims,
        By::Sources => TableRows::Sources,
    };
    Options {
        confidential: asked.confidential,
        history: asked.history,
        since: None,
        asked: asked.asked.clone(),
        policy: Policy::default(),
        comment_on: if asked.into.every_claim { CommentOn::Every } else { CommentOn::Told },
        graph: asked.publisher.graph,
        table: Table { rows, bom: asked.table.bom, guard: !asked.table.raw },
        publisher: Publisher {
            name: asked.publisher.publisher.clone().unwrap_or_default(),
            url: asked.publisher.url.clone().unwrap_or_default(),
            claim: asked.publisher.claim.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::takes_macros;

    #[test]
    fn a_document_with_macros_goes_out_under_the_ending_that_word_opens() {
        let takes = |file: &str, original: &str| takes_macros(Path::new(file), Path::new(original)).is_ok();
        assert!(!takes("out.docx", "draft.docm") && takes("out.DOCM", "draft.docm"));
        assert!(takes("out.docx", "draft.docx") && takes("out.docm", "draft.docx"));
    }
}
