//! A session as a table after RFC 4180, safe to open in a spreadsheet.

use std::borrow::Cow;

use super::as_of::{self, AS_OF};
use super::card;
use super::options::{Table, TableRows};
use super::sheet::ExportSheet;
use crate::review::wire::AnchorShape;
use crate::review::{Claim, Rank, Source, SourceKind, Support};

/// Columns that say which claim a row belongs to, in both tables.
const CLAIM: [&str; 5] = ["number", "id", "status", "verdict", "words"];

/// Further columns of the table of claims; behind them come those of the fields that none of these shows.
const CLAIMS: [&str; 30] = [
    "statement",
    "speaker",
    "stance",
    "via",
    "note",
    "sources",
    "correction",
    "correction_status",
    "query_to",
    "question",
    "answer",
    "tags",
    "marked_by",
    "marked_at",
    "start",
    "end",
    "prefix",
    "suffix",
    "origin",
    "assignee",
    "asked_at",
    "answered_at",
    "reply_who",
    "reply_asked_at",
    "reply_answer",
    "remarks",
    "answered_by",
    "query_status",
    "reply_answered_at",
    AS_OF,
];

/// Further columns of the table of sources.
const SOURCES: [&str; 12] = [
    "source_id",
    "title",
    "url",
    "archive",
    "kind",
    "rank",
    "source_stance",
    "locator",
    "quote",
    "checked_at",
    "confidential",
    AS_OF,
];

/// The table: a header, then one row a claim or a source; every cell quoted, lines ended by CR LF.
pub(super) fn csv(sheet: &ExportSheet<'_>, table: Table) -> Result<Vec<u8>, csv::Error> {
    let bytes = if table.bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(bytes);
    writer.write_record(head(table.rows))?;
    for row in rows(sheet, table.rows) {
        writer.write_record(row.iter().map(|cell| clean(cell, table.guard).into_owned()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// Both tables, with what they are called in a workbook.
pub(super) const BOTH: [(&str, TableRows); 2] = [("Claims", TableRows::Claims), ("Sources", TableRows::Sources)];

/// The names of a table's columns.
pub(super) fn head(rows: TableRows) -> Vec<&'static str> {
    let further: &[&str] = if rows == TableRows::Claims { &CLAIMS } else { &SOURCES };
    let fields = card::unplaced().filter(|_| rows == TableRows::Claims).map(|field| field.name);
    CLAIM.iter().chain(further).copied().chain(fields).collect()
}

/// The cells of a table, a row a claim or a source, below [`head`].
pub(super) fn rows(sheet: &ExportSheet<'_>, rows: TableRows) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for (number, claim) in sheet.claims() {
        match rows {
            TableRows::Claims => all.push(cells(sheet, number, claim).into_iter().map(|(_, cell)| cell).collect()),
            TableRows::Sources => {
                let first = identity(sheet, number, claim);
                let sources = claim.record.sources.iter();
                all.extend(
                    sources.map(|source| first.iter().cloned().chain(citation(sheet, source)).collect::<Vec<_>>()),
                );
            }
        }
    }
    all
}

/// The names of all columns of both tables.
pub(super) fn columns() -> impl Iterator<Item = &'static str> {
    CLAIM.into_iter().chain(CLAIMS).chain(SOURCES).chain(card::unplaced().map(|field| field.name))
}

/// The cells of `claim` in the table of claims, each with the name of its column.
pub(super) fn cells(sheet: &ExportSheet<'_>, number: usize, claim: &Claim) -> Vec<(&'static str, String)> {
    let cells = identity(sheet, number, claim).into_iter().chain(record(sheet, claim));
    let more = card::unplaced().map(|field| (field.name, card::line(field, claim)));
    CLAIM.into_iter().chain(CLAIMS).zip(cells).chain(more).collect()
}

fn identity(sheet: &ExportSheet<'_>, number: usize, claim: &Claim) -> [String; CLAIM.len()] {
    [
        if claim.number.is_none() { number.to_string() } else { claim.number.to_string() },
        claim.id.to_string(),
        claim.status().word().to_owned(),
        claim.mark.as_ref().map(|mark| mark.verdict.to_string()).unwrap_or_default(),
        sheet.session().exact(claim).to_owned(),
    ]
}

fn record(sheet: &ExportSheet<'_>, claim: &Claim) -> [String; CLAIMS.len()] {
    let record = &claim.record;
    let speaker = claim.speaker.as_deref();
    let (corrections, queries, replies) = (&record.corrections, &record.queries, &record.replies);
    let mark = sheet.mark(claim);
    let mark = mark.as_deref();
    let anchor = AnchorShape::of(sheet.article(), claim.span);
    [
        claim.statement.clone(),
        speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
        speaker.map(|speaker| speaker.stance.to_string()).unwrap_or_default(),
        speaker.and_then(|speaker| speaker.via.clone()).unwrap_or_default(),
        record.note.clone(),
        record.sources.iter().map(named).collect::<Vec<_>>().join("\n"),
        lines(corrections, |correction| correction.text.clone()),
        lines(corrections, |correction| correction.status.to_string()),
        lines(queries, |query| query.to.clone()),
        lines(queries, |query| query.question.clone()),
        lines(queries, |query| query.answer.clone()),
        record.tags.join(", "),
        mark.map(|mark| mark.by.to_string()).unwrap_or_default(),
        mark.map(|mark| mark.at.to_string()).unwrap_or_default(),
        anchor.start.to_string(),
        anchor.end.to_string(),
        anchor.prefix.into_owned(),
        anchor.suffix.into_owned(),
        claim.origin.to_string(),
        record.assignee.clone(),
        lines(queries, |query| query.asked_at.clone()),
        lines(queries, |query| query.answered_at.clone()),
        lines(replies, |reply| reply.who.clone()),
        lines(replies, |reply| reply.asked_at.clone()),
        lines(replies, |reply| reply.answer.clone()),
        lines(&record.remarks, |remark| format!("{}: {}", remark.told(), remark.text)),
        lines(queries, |query| query.answered_by.clone()),
        lines(queries, |query| query.status.as_ref().map(ToString::to_string).unwrap_or_default()),
        lines(replies, |reply| reply.answered_at.clone()),
        as_of::told(sheet.whole()),
    ]
}

/// What several things say in one cell, a line each; a line break of its own becomes a blank where there are several.
pub(super) fn lines<T>(things: &[T], text: impl Fn(&T) -> String) -> String {
    match things {
        [one] => text(one),
        things => {
            let told: Vec<String> = things.iter().map(|thing| text(thing).replace('\n', " ")).collect();
            if told.iter().all(String::is_empty) { String::new() } else { told.join("\n") }
        }
    }
}

/// How a cell that names a source says that it is confidential.
pub(super) const CONFIDENTIAL: &str = "(confidential)";

/// `Title <address>`, or whichever of them there is.
pub(super) fn named(source: &Source) -> String {
    let named = match (source.title.trim(), source.url.trim()) {
        (title, "") => title.to_owned(),
        ("", url) => url.to_owned(),
        (title, url) => format!("{title} <{url}>"),
    };
    if source.confidential { format!("{named} {CONFIDENTIAL}") } else { named }
}

fn citation(sheet: &ExportSheet<'_>, source: &Source) -> [String; SOURCES.len()] {
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    [
        source.id.clone(),
        source.title.clone(),
        source.url.clone(),
        source.archive.clone(),
        word(source.kind.as_ref().map(SourceKind::as_str)),
        word(source.rank.as_ref().map(Rank::as_str)),
        word(source.stance.as_ref().map(Support::as_str)),
        source.locator.clone(),
        source.quote.clone(),
        source.checked_at.clone(),
        if source.confidential { "yes" } else { "no" }.to_owned(),
        as_of::told(sheet.whole()),
    ]
}

/// A cell without NUL and, with `guard`, with an apostrophe before what a spreadsheet would compute.
fn clean(cell: &str, guard: bool) -> Cow<'_, str> {
    let cell = if cell.contains('\0') { Cow::Owned(cell.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(cell) };
    if guard && computes(&cell) { Cow::Owned(format!("'{cell}")) } else { cell }
}

/// True when a spreadsheet might take `cell` for a formula, or when it would after losing apostrophes at its start, so that one
/// apostrophe before it always is the guard's.
fn computes(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let first = bare.trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{200b}']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// A cell of a guarded table as it was before.
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| computes(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::{clean, unguarded};
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded_and_prose_is_not() {
        for formula in ["=1+1", "  =cmd", "-42% of homes", "@SUM(A1)", "\t=x", "＝1", "%0a", "'=1", "\u{feff}=1"] {
            assert!(clean(formula, true).starts_with('\''), "{formula:?}");
        }
        assert_eq!(clean("It cost 42 = a lot", true), "It cost 42 = a lot");
        assert_eq!(clean("=1\0", false), "=1\u{fffd}");
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(cell in "['=+ a\t-]{0,6}") {
            let guarded = clean(&cell, true);
            prop_assert_eq!(unguarded(&guarded), cell.as_str());
        }
    }
}
