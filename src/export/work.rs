//! What needs work, before anything else: what must change, what is owed, what lacks a source, where readers or the text differ.

use super::agreement;
use super::card;
use super::docx::{DocxError, Plain, Style};
use super::look;
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use super::since;
use crate::advice;
use crate::lint::Certainty;
use crate::review::policy::owed;
use crate::review::{Breach, Claim, Correction, CorrectionStatus, Policy, Reading, Session, Source, Status, Support};
use crate::text::quoted;

/// A kind of work, with the claims that need it.
pub(super) struct Section {
    /// What it is.
    pub(super) heading: &'static str,
    /// Where it is needed, in article order; never empty.
    pub(super) items: Vec<Need>,
}

/// One claim, or one place of the text, that needs something.
pub(super) struct Need {
    /// The claim's number; empty for a place of the text.
    pub(super) number: String,
    /// The sign for its state.
    pub(super) glyph: &'static str,
    /// The words it is about.
    pub(super) quote: String,
    /// What it needs, a line each.
    pub(super) says: Vec<String>,
}

/// Everything that needs work in a session; empty when nothing does.
pub(super) fn sections(sheet: &ExportSheet<'_>) -> Vec<Section> {
    let session = sheet.session();
    let unsupported = if sheet.policy().is_none() { "Verified without a source" } else { "Against the policy" };
    let gather = |heading, needs: &dyn Fn(&Claim) -> Vec<String>| Section {
        heading,
        items: sheet.checkable().filter_map(|(_, claim)| need(session, claim, needs(claim))).collect(),
    };
    let all = [
        gather("Must change", &|claim| must_change(session, claim)),
        gather("Corrections that a draft came without", &passed_by),
        gather("Open questions", &|claim| open_questions(claim).collect()),
        Section {
            heading: "Asked about words that stand no more",
            items: session
                .apart()
                .iter()
                .filter_map(|claim| need(session, claim, open_questions(claim).collect()))
                .collect(),
        },
        gather(unsupported, &|claim| lacking(sheet.policy(), claim, sheet.whole())),
        gather("Readers differ", &differing),
        gather("Copies differ", &conflicting),
        gather("Said by others since", &unheard),
        gather("Found unknown", &unknown),
        gather("Not checked yet", &|claim| {
            let unchecked = claim.status() == Status::Unchecked;
            unchecked.then(String::new).into_iter().collect()
        }),
        Section { heading: "The text against itself", items: contradictions(sheet.whole()) },
    ];
    all.into_iter().filter(|section| !section.items.is_empty()).collect()
}

/// What was asked about a claim and waits for an answer, with whom it was asked of.
fn open_questions(claim: &Claim) -> impl Iterator<Item = String> {
    owed(claim).map(|(who, what)| format!("{}: {what}", name(who)))
}

/// `claim` with what it needs, when that is anything; an empty line says only that it is there.
fn need(session: &Session, claim: &Claim, says: Vec<String>) -> Option<Need> {
    (!says.is_empty()).then(|| Need {
        number: claim.number.to_string(),
        glyph: card::glyph(claim.status()),
        quote: session.words_of(claim).to_owned(),
        says: says.into_iter().filter(|line| !line.is_empty()).collect(),
    })
}

fn name(who: &str) -> &str {
    if who.trim().is_empty() { "nobody in particular" } else { who }
}

/// The better words that the text does not have yet, whatever the verdict, but those that a draft passed by; and of what was disputed why.
fn must_change(session: &Session, claim: &Claim) -> Vec<String> {
    let is_disputed = claim.status() == Status::Disputed;
    let stands = |one: &&Correction| matches!(one.status, CorrectionStatus::Proposed | CorrectionStatus::Accepted);
    let is_owed = |one: &&Correction| is_disputed || !one.is_ignored() && session.amended(claim, one).is_some();
    let owed = claim.record.corrections.iter().filter(stands).filter(is_owed);
    let mut says: Vec<String> = owed.map(|one| format!("better ({}): {}", one.state(), one.text)).collect();
    if is_disputed {
        if says.is_empty() {
            says.push("no correction is proposed yet".to_owned());
        }
        says.extend(noted(claim));
        let against = |source: &&Source| source.stance == Some(Support::Contradicts);
        says.extend(claim.record.sources.iter().filter(against).map(|source| format!("against it: {}", told(source))));
    }
    says
}

/// The note, if there is one.
fn noted(claim: &Claim) -> Option<String> {
    let note = claim.record.note.trim();
    (!note.is_empty()).then(|| format!("note: {note}"))
}

/// A source in a line: its name, where in it, its words.
fn told(source: &Source) -> String {
    let cited = card::cited(source);
    let place = if source.locator.trim().is_empty() { String::new() } else { format!(", {}", source.locator.trim()) };
    let words = if cited.quote.trim().is_empty() { String::new() } else { format!(" {}", quoted(cited.quote.trim())) };
    format!("{}{place}{words}", cited.title)
}

fn unknown(claim: &Claim) -> Vec<String> {
    if claim.status() == Status::Unknown { vec![noted(claim).unwrap_or_default()] } else { Vec::new() }
}

/// What others said of a claim since it was marked.
fn unheard(claim: &Claim) -> Vec<String> {
    let marked = claim.mark.as_ref().map(|mark| mark.at.as_str()).unwrap_or_default();
    let since = claim.record.remarks.iter().filter(|remark| remark.at.as_str() > marked);
    since.map(|remark| format!("{}: {}", remark.told(), remark.text)).collect()
}

/// What was proposed, and still is, where a draft came without it and the words are not disputed as they stand now.
fn passed_by(claim: &Claim) -> Vec<String> {
    let ignored = claim.record.corrections.iter().filter(|one| one.is_ignored() && claim.status() != Status::Disputed);
    ignored.map(|correction| format!("better ({}): {}", correction.state(), correction.text)).collect()
}

/// What the policy misses; with none, whether a verified claim has no source at all.
fn lacking(policy: &Policy, claim: &Claim, whole: &Session) -> Vec<String> {
    // What may not leave the house counts as a source all the same.
    let Some(claim) = whole.claims().by_id(&claim.id) else { return Vec::new() };
    let wanted = if policy.is_none() { Policy { sources: 1, ..Policy::default() } } else { policy.clone() };
    wanted.missed(claim, whole).iter().map(Breach::to_string).collect()
}

/// In what two copies of the session differ.
fn conflicting(claim: &Claim) -> Vec<String> {
    let fields: Vec<String> = claim.record.conflicts.iter().map(|conflict| conflict.field.clone()).collect();
    if fields.is_empty() { Vec::new() } else { vec![Breach::Conflict(fields).to_string()] }
}

fn differing(claim: &Claim) -> Vec<String> {
    if claim.differs() { claim.record.readings.iter().map(Reading::told).collect() } else { Vec::new() }
}

fn contradictions(session: &Session) -> Vec<Need> {
    let told = |advice: advice::Advice| {
        let words: Vec<&str> = advice.spans.iter().map(|span| session.article.words(*span)).collect();
        let glyph = if advice.weight == Certainty::Error { "!" } else { "~" };
        let place = advice.claims(session).map_or_else(String::new, |claims| format!(" ({claims})"));
        let says = vec![format!("{}: {}{place}", advice.weight.name(), advice.says)];
        Need { number: String::new(), glyph, quote: words.join(" … "), says }
    };
    advice::open(session).into_iter().map(told).collect()
}

/// The part of a report that comes first.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    page.fixed("## What needs work\n\n");
    let sections = sections(sheet);
    if sections.is_empty() {
        page.fixed("Nothing: every claim is settled, and nothing is owed.\n\n");
    }
    for section in sections {
        page.fixed("### ").fixed(section.heading).fixed(" (").number(section.items.len() as u64).fixed(")\n\n");
        for need in section.items {
            page.fixed("- ").fixed(need.glyph).fixed(" ").inline(&need.number);
            page.fixed(if need.number.is_empty() { "" } else { " " }).running(&quoted(&need.quote)).fixed("\n");
            for line in &need.says {
                page.fixed("  - ").inline(line).fixed("\n");
            }
        }
        page.fixed("\n");
    }
}

/// A document with nothing but what needs work and what changed since an earlier draft.
pub(super) fn docx(sheet: &ExportSheet<'_>) -> Result<Vec<u8>, DocxError> {
    let title = format!("What needs work: {}", sheet.article().title);
    let mut text = Plain::new(&title)?;
    text.paragraph(Style::Title, &title)?;
    text.paragraph(Style::Subtitle, &sheet.standing())?;
    for signed in sheet.signed() {
        text.paragraph(Style::Subtitle, &format!("Signed off: {signed}"))?;
    }
    paragraphs(&mut text, sheet)?;
    look::docx(&mut text, sheet)?;
    since::docx(&mut text, sheet)?;
    agreement::docx(&mut text, sheet)?;
    if let Some(notice) = sheet.withheld_notice() {
        text.paragraph(Style::Body, &notice)?;
    }
    text.finish()
}

/// The part of a document that says what needs work.
pub(super) fn paragraphs(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let sections = sections(sheet);
    if sections.is_empty() {
        text.paragraph(Style::Body, "Nothing: every claim is settled, and nothing is owed.")?;
    }
    for section in sections {
        text.paragraph(Style::Heading, &format!("{} ({})", section.heading, section.items.len()))?;
        for need in section.items {
            text.paragraph(Style::Quote, &format!("{} {} {}", need.glyph, need.number, quoted(&need.quote)))?;
            for line in &need.says {
                text.paragraph(Style::Item, line)?;
            }
        }
    }
    Ok(())
}
