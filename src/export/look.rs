//! What was done since somebody looked: each claim with what it was and is now, as a part of the reports.

use std::collections::{HashMap, HashSet};

use super::card;
use super::docx::{DocxError, Plain, Style};
use super::markdown::MarkdownPage;
use super::moment;
use super::sheet::ExportSheet;
use super::since_when::SinceWhen;
use crate::review::field::{self, Shape};
use crate::review::{Change, Claim, ClaimId, Entry, EntryId, Field, Session, Stamp, Swap, given, told};
use crate::text::quoted;

/// Columns of a text that is quoted; its card has all of it.
const QUOTED: usize = 300;

/// What was done since a look.
pub(super) struct Looked<'a> {
    /// Whose it was, and when: `anna signed off, 2026-11-28 10:00 UTC`.
    pub(super) when: String,
    /// The draft that stood.
    pub(super) draft: u32,
    /// The edits since.
    entries: Vec<&'a Entry>,
}

/// A claim with what was done to it.
pub(super) struct LookedClaim {
    /// Its number.
    pub(super) number: String,
    /// The sign for its state.
    pub(super) glyph: &'static str,
    /// Its words.
    pub(super) quote: String,
    /// True while its words stand in the article.
    pub(super) stands: bool,
    /// What was done, a line each, by whom and when.
    pub(super) says: Vec<String>,
}

/// What became of a field, from what it was at the look to what it is now.
type Net = (&'static Field, Swap<serde_json::Value>);

/// What each field of each claim was at the look, of a verdict by its reader. A copy that was made blind does not know it: its edits
/// tell the change from nothing.
type AtLook<'a> = HashMap<(&'a ClaimId, &'static str, &'a str), &'a serde_json::Value>;

/// What was done since a look; `None` when there was no such look, and for a draft, which nobody has looked at.
pub(super) fn of<'a>(session: &'a Session, since: &SinceWhen) -> Option<Looked<'a>> {
    match since {
        SinceWhen::Draft(_) => None,
        SinceWhen::SignedOff(by) => {
            let signed = session.signed_last(by)?;
            let when = format!("{by} signed off, {}", moment::told(&signed.at));
            Some(Looked { when, draft: signed.draft, entries: session.behind(signed) })
        }
        SinceWhen::From(from) => {
            let (entries, draft) = session.from(from);
            Some(Looked { when: moment::told(&Stamp::from(from.as_str())).into_owned(), draft, entries })
        }
    }
}

impl Looked<'_> {
    /// What is said where no claim was touched; what drafts changed has a part of its own.
    fn nothing(&self) -> &'static str {
        if self.entries.iter().any(|entry| entry.edit.change.draft().is_some()) {
            "No claim was touched but by a draft; the part on drafts tells what it changed."
        } else {
            "No claim was touched."
        }
    }

    /// The claims that were touched and are still there, in article order, those whose words are gone last. What a draft made of them
    /// is told with the drafts, but for a verdict that it withdrew.
    fn claims(&self, session: &Session) -> Vec<LookedClaim> {
        let mut by_claim: HashMap<&ClaimId, Vec<&Entry>> = HashMap::new();
        for entry in &self.entries {
            for id in entry.edit.touches().filter(|id| withdrawn(entry, id).is_none_or(|had| !had.is_empty())) {
                let held = by_claim.entry(id).or_default();
                if held.last().is_none_or(|last| last.id != entry.id) {
                    held.push(entry);
                }
            }
        }
        let before = self.at_look(session);
        let all = session.claims().iter().chain(session.apart().iter());
        let touched = all.filter_map(|claim| Some(claimed(session, claim, by_claim.get(&claim.id)?, &before)));
        touched.filter(|claim| !claim.says.is_empty()).collect()
    }

    /// What the edits that had been seen made of each field.
    fn at_look<'s>(&self, session: &'s Session) -> AtLook<'s> {
        let since: HashSet<&EntryId> = self.entries.iter().map(|entry| &entry.id).collect();
        let mut held = AtLook::new();
        for entry in session.history().iter().filter(|entry| !since.contains(&entry.id)) {
            let Change::Field(field, swap) = &entry.edit.change else { continue };
            for id in entry.edit.touches() {
                held.insert((id, field.name, reader(field, entry)), &swap.after);
            }
        }
        held
    }
}

/// Whose value of a field an edit changes: a verdict is each reader's own, whoever brought it in, all else is one for all.
fn reader<'e>(field: &Field, entry: &'e Entry) -> &'e str {
    if matches!(field.shape, Shape::Mark) { told::whose(entry) } else { "" }
}

/// A claim with what came of the edits: a field that was changed again and again is told once, from what to what.
fn claimed(session: &Session, claim: &Claim, entries: &[&Entry], at_look: &AtLook<'_>) -> LookedClaim {
    let mut lines: Vec<(Option<Net>, &Entry)> = Vec::new();
    for entry in entries {
        let Change::Field(field, swap) = &entry.edit.change else {
            lines.push((None, entry));
            continue;
        };
        let held = lines.iter_mut().find_map(|(net, last)| {
            let (known, net) = net.as_mut()?;
            (known == field && reader(field, last) == reader(field, entry)).then_some((net, last))
        });
        if let Some((net, last)) = held {
            (net.after, *last) = (swap.after.clone(), entry);
            continue;
        }
        let before = at_look.get(&(&claim.id, field.name, reader(field, entry)));
        let before = before.map_or_else(|| swap.before.clone(), |held| (*held).clone());
        lines.push((Some((field, Swap { before, after: swap.after.clone() })), entry));
    }
    // What merged by itself holds more than the last edit says.
    let merged = |field: &Field| matches!(field.shape, Shape::Text | Shape::Words | Shape::One(_) | Shape::Many(..));
    for (field, swap) in lines.iter_mut().filter_map(|(net, _)| net.as_mut()).filter(|(field, _)| merged(field)) {
        swap.after = field.value(claim);
    }
    let told = |(net, entry): (Option<Net>, &Entry)| {
        let what = match net {
            Some((_, swap)) if swap.before == swap.after => return None,
            Some((field, swap)) => {
                let beside = beside(claim, field, &swap, told::whose(entry));
                beside.unwrap_or_else(|| told::change(&Change::Field(field, swap), &session.article, QUOTED))
            }
            None => {
                let had = withdrawn(entry, &claim.id).unwrap_or_default();
                let had = if had.is_empty() { had } else { format!("; withdrawn: {had}") };
                given::entry(session, entry, &claim.id, QUOTED) + &had
            }
        };
        let by = told::whose(entry);
        let by = if by.is_empty() { String::new() } else { format!("{by}, ") };
        Some(format!("{what} ({by}{})", moment::told(&entry.at)))
    };
    LookedClaim {
        number: claim.number.to_string(),
        glyph: card::glyph(claim.status()),
        quote: session.words_of(claim).to_owned(),
        stands: !claim.is_apart(),
        says: lines.into_iter().filter_map(told).collect(),
    }
}

/// A reader's first verdict beside those of others, which they may not have known; `None` for all else.
fn beside(claim: &Claim, field: &Field, swap: &Swap<serde_json::Value>, reader: &str) -> Option<String> {
    if !matches!(field.shape, Shape::Mark) || !Field::is_empty(&swap.before) || Field::is_empty(&swap.after) {
        return None;
    }
    let others = claim.readings().into_iter().filter(|other| &*other.by != reader);
    let others: Vec<String> = others.map(|other| format!("{} by {}", other.verdict, other.by)).collect();
    let verdict = swap.after.get("verdict").and_then(serde_json::Value::as_str)?;
    (!others.is_empty()).then(|| format!("{verdict}, beside {}", others.join(", ")))
}

/// The verdicts of claim `id` that a draft withdrew, in words; empty when it withdrew none, `None` when the entry brings in no draft.
fn withdrawn(entry: &Entry, id: &ClaimId) -> Option<String> {
    let Change::Draft(carry) = &entry.edit.change else { return None };
    let fields = carry.lead(id).map(|lead| lead.fields.as_slice()).unwrap_or_default();
    let went = |swap: &Swap<serde_json::Value>| Field::is_empty(&swap.after) && !Field::is_empty(&swap.before);
    let mut had = Vec::new();
    for (field, swap) in fields.iter().filter(|(_, swap)| went(swap)) {
        match field.shape {
            Shape::Mark => had.push(given_by(&swap.before)),
            Shape::Derived if *field == &field::READINGS => {
                had = field.items(&swap.before).iter().map(given_by).collect();
            }
            Shape::Flag => had.push(field.title.to_owned()),
            Shape::Text | Shape::One(_) | Shape::Words | Shape::Many(..) | Shape::Conflicts | Shape::Derived => {}
        }
    }
    had.dedup();
    Some(had.join(", "))
}

/// A mark or reading in words: `verified by bea`.
fn given_by(mark: &serde_json::Value) -> String {
    let word = |key: &str| mark.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
    let verdict = mark.as_str().unwrap_or_else(|| word("verdict"));
    if word("by").is_empty() { verdict.to_owned() } else { format!("{verdict} by {}", word("by")) }
}

/// What there is to tell on a page.
pub(super) struct ToldLook {
    /// Since when.
    pub(super) when: String,
    /// The claims that were touched.
    pub(super) claims: Vec<LookedClaim>,
    /// What is said where there are none.
    pub(super) nothing: &'static str,
}

/// See [`ToldLook`]; `None` where no look was asked for.
pub(super) fn told(sheet: &ExportSheet<'_>) -> Option<ToldLook> {
    let looked = of(sheet.session(), sheet.since()?)?;
    let claims = looked.claims(sheet.session());
    let nothing = looked.nothing();
    Some(ToldLook { when: looked.when, claims, nothing })
}

/// The part of a report in Markdown; nothing where no look was asked for.
pub(super) fn markdown(page: &mut MarkdownPage, sheet: &ExportSheet<'_>) {
    let Some(ToldLook { when, claims, nothing }) = told(sheet) else { return };
    page.fixed("## Since ").inline(when).fixed("\n\n");
    if claims.is_empty() {
        page.fixed(nothing).fixed("\n\n");
    }
    for claim in &claims {
        page.fixed("- ").fixed(claim.glyph).fixed(" ").inline(&claim.number);
        page.fixed(" ").running(&quoted(&claim.quote)).fixed("\n");
        for line in &claim.says {
            page.fixed("  - ").inline(line).fixed("\n");
        }
    }
    page.fixed("\n");
}

/// The part of a document; nothing where no look was asked for.
pub(super) fn docx(text: &mut Plain, sheet: &ExportSheet<'_>) -> Result<(), DocxError> {
    let Some(ToldLook { when, claims, nothing }) = told(sheet) else { return Ok(()) };
    text.paragraph(Style::Heading, &format!("Since {when}"))?;
    if claims.is_empty() {
        text.paragraph(Style::Body, nothing)?;
    }
    for claim in claims {
        text.paragraph(Style::Quote, &format!("{} {} {}", claim.glyph, claim.number, quoted(&claim.quote)))?;
        for line in &claim.says {
            text.paragraph(Style::Item, line)?;
        }
    }
    Ok(())
}
