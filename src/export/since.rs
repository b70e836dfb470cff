//! What became of the claims, and which words changed, since an earlier draft: a part of the reports.

use super::docx::{DocxError, Plain, Style};
use super::look;
use super::markdown::MarkdownPage;
use super::moment;
use super::sheet::ExportSheet;
use super::since_when::SinceWhen;
use crate::review::{ClaimSince, FateKind, SinceDraft};
use crate::text::word_diff::{Op, Run, runs};

/// Words around a change in a long block that are kept, in bytes.
const AROUND: usize = 80;

/// What there is to say about one claim.
pub(super) struct Since {
    /// The claim's number.
    pub(super) number: String,
    /// Its fate in a word.
    pub(super) is: String,
    /// Its words, those that differ marked.
    pub(super) runs: Vec<Run>,
    /// The verdict that stood on its words, and the one that stands now.
    pub(super) says: String,
}

/// The changes since the draft that was asked for, that stood at the look that was, or the one before; nothing while there is one only.
pub(super) fn of<'a>(sheet: &'a ExportSheet<'_>) -> Option<SinceDraft<'a>> {
    let session = sheet.session();
    let draft = match sheet.since() {
        None => session.draft_before()?,
        Some(SinceWhen::Draft(draft)) => *draft,
        Some(when) => look::of(session, when)?.draft,
    };
    session.since(draft)
}

/// One claim, since `draft`.
pub(super) fn told(one: &ClaimSince<'_>, draft: u32) -> Since {
    let words = |op, text: &str| vec![Run::new(op, text)];
    let differing = match one.is {
        FateKind::Gone => words(Op::Delete, one.was),
        FateKind::New => words(Op::Insert, one.now),
        FateKind::Moved | FateKind::Same => words(Op::Equal, one.now),
        FateKind::Changed | FateKind::Split | FateKind::Merged | FateKind::Other(_) => runs(one.was, one.now),
    };
    // The draft is told of what was not said of the words that stand beside it.
    let had = one.had.iter().map(|(mark, on)| {
        let by = if mark.by.is_empty() { String::new() } else { format!(" by {}", mark.by) };
        let on = if *on == draft { String::new() } else { format!(" on draft {on}") };
        format!("was {}{by}, {}{on}; ", mark.verdict, moment::told(&mark.at))
    });
    let had: String = had.collect();
    // What the same words are another claim by.
    let fate = one.claim.fate().filter(|fate| fate.is_other_words() && one.is == FateKind::Changed);
    let because = fate
        .into_iter()
        .flat_map(|fate| fate.told_sayers(one.claim.speaker.as_deref()).into_iter().chain(fate.told_leaning()));
    let because: String = because.flat_map(|because| [because, "; ".to_owned()]).collect();
    let now = match &one.let_go {
        Some(let_go) => format!("stands nowhere, {let_go}"),
        None if one.now.is_empty() => "stands nowhere".to_owned(),
        None => format!("now {}", one.claim.status().word()),
    };
    Since {
        number: one.claim.number.to_string(),
        is: one.is.to_string(),
        runs: differing,
        says: format!("{because}{had}{now}"),
    }
}

/// The runs of a block, words far from any change left out.
pub(super) fn brief(all: &[Run]) -> Vec<Run> {
    let last = all.len().saturating_sub(1);
    let short = |(at, run): (usize, &Run)| {
        let text = &run.text;
        if run.op != Op::Equal || text.len() <= 2 * AROUND {
            return run.clone();
        }
        let (head, tail) = (beginning(text), ending(text));
        let text = match at {
            0 => format!("… {tail}"),
            at if at == last => format!("{head} …"),
            _ => format!("{head} … {tail}"),
        };
        Run::new(Op::Equal, text)
    };
    all.iter().enumerate().map(short).collect()
}

/// The first words of a text.
fn beginning(text: &str) -> &str {
    let cut = text.char_indices().find(|(at, c)| *at >= AROUND && c.is_whitespace()).map_or(text.len(), |(at, _)| at);
    text.get(..cut).unwrap_or(text)
}

/// Its last words.
fn ending(text: &str) -> &str {
    let from = text.len().saturating_sub(AROUND);
    let cut =
        text.char_indices().find(|(at, c)| *at >= from && c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(cut..).unwrap_or(text)
}

/// The part of a report in Markdown.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let Some(since) = of(sheet) else { return };
    page.fixed("## Since draft ").number(since.draft).fixed("\n\n").inline(since.fates).fixed("\n\n");
    for one in &since.claims {
        let Since { number, is, runs, says } = told(one, since.draft);
        page.fixed("- ").inline(number).fixed(" ").inline(is).fixed(": ");
        page.changes(&runs).fixed(" (").inline(says).fixed(")\n");
    }
    if !since.claims.is_empty() {
        page.fixed("\n");
    }
    if !since.blocks.is_empty() {
        page.fixed("### The words that changed\n\n");
    }
    for block in &since.blocks {
        page.fixed("> ").changes(&brief(&block.runs)).fixed("\n\n");
    }
}

/// The part of a document: what went struck through, what came bold.
pub(super) fn docx(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let Some(since) = of(sheet) else { return Ok(()) };
    text.paragraph(Style::Heading, &format!("Since draft {}", since.draft))?;
    text.paragraph(Style::Body, &since.fates.to_string())?;
    for one in &since.claims {
        let Since { number, is, runs, says } = told(one, since.draft);
        text.changes(Style::Item, &format!("{number} {is}: "), &runs, &format!(" ({says})"))?;
    }
    if !since.blocks.is_empty() {
        text.paragraph(Style::Heading, "The words that changed")?;
    }
    for block in &since.blocks {
        text.changes(Style::Quote, "", &brief(&block.runs), "")?;
    }
    Ok(())
}
