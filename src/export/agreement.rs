//! Readers side by side, as a part of a report: how far they agree, on which kinds of claim, and where they differ.

use super::card;
use super::docx::{DocxError, Plain, Style};
use super::markdown::MarkdownPage;
use super::sheet::ExportSheet;
use crate::review::agreement::Alike;
use crate::review::{ComparedUnit, SideBySide};
use crate::text::quoted;

/// What the two letters stand for, and why a figure may be missing.
pub(super) const LEGEND: &str =
    "α is Krippendorff's alpha, κ Cohen's kappa; there is none where chance leaves no room for it.";

/// Figures over some claims.
pub(super) struct Share {
    /// Whose, or of which kind of claim.
    pub(super) of: String,
    /// Claims that two or more of them have read, and those on which they came to the same.
    pub(super) alike: Alike,
    /// The second of 100 of the first: `85.7 %`.
    pub(super) percent: String,
    /// How far they agree beyond chance: `κ 0.400`; empty where that is not reckoned.
    pub(super) beyond: String,
}

/// A claim on which readers came to different verdicts.
pub(super) struct Apart {
    /// Its number.
    pub(super) number: String,
    /// The sign for its state.
    pub(super) glyph: &'static str,
    /// Its words.
    pub(super) quote: String,
    /// Who came to what: `anna disputed, bea verified`.
    pub(super) verdicts: String,
    /// What it was settled to, with kind and reason; empty while it is not.
    pub(super) settled: String,
}

/// Readers side by side, in words.
pub(super) struct ReadersReport {
    /// Who has read how many: `anna has read 12 claims, bea 10`.
    pub(super) read: String,
    /// All readers, every two of them, every kind of claim.
    pub(super) shares: Vec<Share>,
    /// Where they differ, in article order.
    pub(super) apart: Vec<Apart>,
}

impl ReadersReport {
    /// The readers of a session; `None` when no claim was read by two.
    pub(super) fn of(sheet: &ExportSheet<'_>) -> Option<Self> {
        let readers = SideBySide::of(&[("", sheet.session())]);
        let all = readers.alike();
        if all.compared == 0 {
            return None;
        }
        let counts = readers.readers.iter().zip(readers.read()).enumerate().map(|(at, (name, read))| {
            let claims = if read == 1 { "claim" } else { "claims" };
            if at == 0 { format!("{name} has read {read} {claims}") } else { format!("{name} {read}") }
        });
        let read = counts.collect::<Vec<_>>().join(", ");
        let mut shares = vec![share("all readers".to_owned(), all, beyond('α', readers.alpha()))];
        for pair in readers.pairs().into_iter().filter(|pair| pair.alike.compared > 0) {
            shares.push(share(pair.names.join(" and "), pair.alike, beyond('κ', pair.kappa)));
        }
        let kinds = readers.kinds().into_iter();
        shares.extend(kinds.map(|(group, name, alike)| share(format!("{group}: {name}"), alike, String::new())));
        let differ = readers.units.iter().filter(|unit| unit.differs());
        let apart = differ.map(|unit| apart(unit, &readers.readers)).collect();
        Some(Self { read, shares, apart })
    }

    /// As much of it as asks for something: where readers differ and nobody has settled it, and the figures that tell of it; `None` when
    /// they agree.
    pub(super) fn open(sheet: &ExportSheet<'_>) -> Option<Self> {
        let mut found = Self::of(sheet)?;
        found.apart.retain(|one| one.settled.is_empty());
        found.shares.retain(|share| share.alike.agreed < share.alike.compared);
        (!found.apart.is_empty()).then_some(found)
    }
}

fn share(of: String, alike: Alike, beyond: String) -> Share {
    let percent = alike.percent().map_or_else(String::new, |percent| format!("{percent:.1} %"));
    Share { of, alike, percent, beyond }
}

fn beyond(letter: char, figure: Option<f64>) -> String {
    figure.map_or_else(|| format!("{letter} –"), |figure| format!("{letter} {figure:.3}"))
}

fn apart(unit: &ComparedUnit<'_>, names: &[String]) -> Apart {
    let given = names.iter().zip(&unit.verdicts);
    let verdicts: Vec<String> =
        given.filter_map(|(name, verdict)| Some(format!("{name} {}", verdict.as_ref()?))).collect();
    let settled = unit.claim.told_settled().map_or_else(String::new, |told| format!("settled as {told}"));
    Apart {
        number: unit.claim.number.to_string(),
        glyph: card::glyph(unit.claim.status()),
        quote: unit.session.exact(unit.claim).to_owned(),
        verdicts: verdicts.join(", "),
        settled,
    }
}

/// The part of a Markdown report; nothing when no claim was read by two.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let Some(found) = ReadersReport::of(sheet) else { return };
    page.fixed("## Readers side by side\n\n").inline(&found.read).fixed(".\n\n");
    page.fixed("|  | read by two or more | alike | percent | beyond chance |\n|---|---:|---:|---:|---:|\n");
    for share in &found.shares {
        page.fixed("| ").inline(&share.of).fixed(" | ").number(share.alike.compared as u64).fixed(" | ");
        page.number(share.alike.agreed as u64).fixed(" | ").inline(&share.percent).fixed(" | ");
        page.inline(&share.beyond).fixed(" |\n");
    }
    page.fixed("\n").inline(LEGEND).fixed("\n\n");
    if found.apart.is_empty() {
        return;
    }
    page.fixed("### Where readers differ (").number(found.apart.len() as u64).fixed(")\n\n");
    for one in &found.apart {
        page.fixed("- ")
            .fixed(one.glyph)
            .fixed(" ")
            .inline(&one.number)
            .fixed(" ")
            .running(&quoted(&one.quote))
            .fixed("\n");
        for line in [&one.verdicts, &one.settled].into_iter().filter(|line| !line.is_empty()) {
            page.fixed("  - ").inline(line).fixed("\n");
        }
    }
    page.fixed("\n");
}

/// The part of a document with what needs work; nothing when no readers differ.
pub(super) fn docx(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let Some(found) = ReadersReport::open(sheet) else { return Ok(()) };
    text.paragraph(Style::Heading, "Readers side by side")?;
    text.paragraph(Style::Body, &format!("{}.", found.read))?;
    for share in &found.shares {
        let Share { of, alike, percent, beyond } = share;
        let beyond = if beyond.is_empty() { String::new() } else { format!(", {beyond}") };
        let line = format!("{of}: {} of {} alike ({percent}){beyond}", alike.agreed, alike.compared);
        text.paragraph(Style::Item, &line)?;
    }
    text.paragraph(Style::Body, LEGEND)?;
    if !found.apart.is_empty() {
        text.paragraph(Style::Heading, &format!("Where readers differ ({})", found.apart.len()))?;
    }
    for one in &found.apart {
        text.paragraph(Style::Quote, &format!("{} {} {}", one.glyph, one.number, quoted(&one.quote)))?;
        for line in [&one.verdicts, &one.settled].into_iter().filter(|line| !line.is_empty()) {
            text.paragraph(Style::Item, line)?;
        }
    }
    Ok(())
}
