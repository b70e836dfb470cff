//! Writes the rows of a claim's card: what it says, who says so, what was found out.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::correction::{self, CorrectionLook, bracketed};
use super::evidence;
use super::neighbours;
use super::rows::{CardRow, Ink, LABEL};
use super::seen;
use crate::advice::Advice;
use crate::app::conflict;
use crate::app::desk::Desk;
use crate::app::search;
use crate::app::settings::Settings;
use crate::review::{Claim, Correction, Entry, Proposal, Query, Record, Support, given};
use crate::text::{gate, is_quotation, quoted, wrap};

/// Bytes of a claim's words that are quoted; the rest stands in the article beside the card.
const QUOTED: usize = 8_000;

/// Columns of a text that an entry of the history quotes at most.
const TOLD: usize = 90;

/// Words with the day they were said, where that is known; nothing for no words.
fn dated(words: &str, day: &str) -> String {
    if words.is_empty() || day.is_empty() { words.to_owned() } else { format!("{words}, {day}") }
}

/// An answer, and who gave it when that was another than the one who was asked.
fn signed(query: &Query) -> String {
    let by = query.answered_by.trim();
    if query.answer.is_empty() || by.is_empty() { query.answer.clone() } else { format!("{} ({by})", query.answer) }
}

/// How much of a claim a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What fits beside the list, in so many rows.
    Short {
        /// Rows that there is room for.
        rows: u16,
    },
    /// Everything.
    Full {
        /// Every reason why it was proposed, and not the strongest in one line.
        reasons: bool,
    },
}

impl Depth {
    const fn is_full(self) -> bool {
        matches!(self, Self::Full { .. })
    }
}

/// Writes the rows of a card.
pub(super) struct CardWriter<'a> {
    pub(super) desk: &'a Desk,
    settings: &'a Settings,
    width: usize,
    depth: Depth,
    /// True where only the number of rows is asked for: they are left empty then.
    counts: bool,
    lines: Vec<CardRow>,
}

/// How many rows [`rows`] has at the same `width` and `depth`.
pub(super) fn count(desk: &Desk, claim: &Claim, settings: &Settings, width: u16, depth: Depth) -> usize {
    let mut writer = CardWriter { desk, settings, width: usize::from(width), depth, counts: true, lines: Vec::new() };
    writer.claim(claim);
    writer.lines.len()
}

/// The card of `claim` at `width` columns.
pub fn rows(desk: &Desk, claim: &Claim, settings: &Settings, width: u16, depth: Depth) -> Vec<CardRow> {
    let mut writer = CardWriter { desk, settings, width: usize::from(width), depth, counts: false, lines: Vec::new() };
    writer.claim(claim);
    writer.found();
    writer.lines
}

/// The words in the rule above a card: number, verdict, who and when, as much of it as fits `room` columns.
pub fn title(claim: &Claim, settings: &Settings, room: usize) -> String {
    let title = format!("{} · {}", claim.number, claim.status().word());
    let Some(mark) = &claim.mark else { return title };
    let by = if mark.by.is_empty() { String::new() } else { format!(" · {}", mark.by) };
    let when = mark.at.local(settings.ahead);
    let day = when.split(' ').next().unwrap_or_default();
    let all = [format!("{title}{by} {when}"), format!("{title}{by} {day}"), format!("{title}{by}")];
    all.into_iter().find(|told| gate::width(told) <= room).unwrap_or(title)
}

impl CardWriter<'_> {
    /// What was found out first, then what is asked, then how it came about.
    fn claim(&mut self, claim: &Claim) {
        let Record { note, corrections, queries, replies, remarks, tags, conflicts, .. } = &*claim.record;
        // The list shows the own words in their place.
        if self.depth.is_full() || !claim.statement.is_empty() {
            self.quote(self.desk.session.exact(claim));
        }
        for conflict in conflicts {
            self.field("conflict", &conflict::told_beside(conflict, &self.settings.reviewer), Ink::Alarm);
        }
        self.fate(claim);
        let mut advised: Vec<&Advice> = self.desk.advised.about(&self.desk.session, claim).collect();
        advised.sort_by_key(|advice| Reverse(advice.weight));
        for advice in advised {
            self.field(advice.weight.name(), &advice.says, Ink::Plain);
        }
        for (label, text, ink) in seen::told(self.desk, claim, self.depth.is_full()) {
            self.field(label, &text, ink);
        }
        self.field("note", note, Ink::Plain);
        self.sources(claim);
        for (label, text, ink) in evidence::told(self.desk, claim) {
            self.field(label, &text, ink);
        }
        for correction in corrections {
            self.fix(self.desk.session.corrected(claim, correction), correction);
        }
        for query in queries {
            let (to, state) = (dated(&query.to, &query.asked_at), query.state());
            self.field("asked", &format!("{to}: {}  ({state})", query.question), Ink::Plain);
            self.field("answer", &dated(&signed(query), &query.answered_at), Ink::Plain);
        }
        for reply in replies {
            let when = if reply.asked_at.is_empty() { String::new() } else { format!(", asked {}", reply.asked_at) };
            self.field("reply", &format!("{}{when}: {}", reply.who, reply.answer), Ink::Plain);
        }
        for remark in remarks {
            self.field("remark", &format!("{}: {}", remark.told(), remark.text), Ink::Plain);
        }
        self.readings(claim);
        if let Some(speaker) = &claim.speaker {
            self.field("says", &speaker.told(), Ink::Plain);
        }
        self.field("states", &claim.statement, Ink::Plain);
        self.field("for", &claim.record.assignee, Ink::Plain);
        self.field("tags", &tags.join(", "), Ink::Plain);
        self.field("lies", &neighbours::told(self.desk, claim), Ink::Quiet);
        if self.depth.is_full() {
            self.history(claim);
        }
        if let Some(proposal) = &claim.proposal {
            self.why(proposal);
        }
    }

    /// Each reader's own verdict, where there is more than one, and what they were settled to.
    fn readings(&mut self, claim: &Claim) {
        for reading in &claim.record.readings {
            let when = reading.at.local(self.settings.ahead);
            self.field("reading", &format!("{} {}, {when}", reading.by, reading.verdict), Ink::Plain);
        }
        if let Some(told) = claim.told_settled() {
            self.field("settled", &told, Ink::Plain);
        }
    }

    /// The exact words, over the whole width; of a claim as long as an article its beginning.
    fn quote(&mut self, words: &str) {
        let head = wrap::head(words, QUOTED);
        let opens = if is_quotation(words) { "" } else { "“" };
        let quoted = if head.len() < words.len() { format!("{opens}{head} …") } else { quoted(words) };
        for row in wrap::first_rows(&quoted, self.width, self.room()) {
            self.line(0, "", row.of(&quoted).trim_end(), Ink::Plain);
        }
        self.gap();
    }

    /// How many more rows can be seen.
    fn room(&self) -> usize {
        match self.depth {
            Depth::Short { rows } => usize::from(rows).saturating_sub(self.lines.len()),
            Depth::Full { .. } => usize::MAX,
        }
    }

    fn line(&mut self, indent: u16, label: &'static str, text: &str, ink: Ink) {
        let text = if self.counts { String::new() } else { text.to_owned() };
        self.lines.push(CardRow { label, indent, text, ink, marks: Vec::new() });
    }

    /// The words that a correction takes out and puts in.
    fn fix(&mut self, words: &str, held: &Correction) {
        self.differing("fix", words, &held.text, &held.state());
    }

    /// What goes from `before` and what comes in `after`, and in brackets what there is to say about it.
    pub(super) fn differing(&mut self, label: &'static str, before: &str, after: &str, about: &str) {
        let look = CorrectionLook { brief: !self.depth.is_full(), bracketed: bracketed(self.settings) };
        let (mut text, marks) = correction::marked(before, after, look);
        let _ = write!(text, "  ({about})");
        let first = self.lines.len();
        self.field(label, &text, Ink::Plain);
        if self.counts {
            return;
        }
        let rows = wrap::first_rows(&text, self.width.saturating_sub(usize::from(LABEL)), self.lines.len() - first);
        for (line, row) in self.lines.iter_mut().skip(first).zip(rows) {
            let len = line.text.len();
            line.marks.extend(correction::in_row(&marks, row, len));
        }
    }

    /// Marks the words that a search under way looks for.
    fn found(&mut self) {
        let Some(search) = &self.desk.search else { return };
        for line in &mut self.lines {
            line.marks.extend(search::all(&line.text, &search.needle).map(|span| (span, Ink::Found)));
        }
    }

    fn gap(&mut self) {
        if self.depth.is_full() {
            self.line(LABEL, "", "", Ink::Plain);
        }
    }

    /// A labelled text over as many rows as it takes; nothing for an empty one.
    pub(super) fn field(&mut self, label: &'static str, text: &str, ink: Ink) {
        if text.trim().is_empty() || self.room() == 0 {
            return;
        }
        let rows = wrap::first_rows(text, self.width.saturating_sub(usize::from(LABEL)), self.room());
        for (index, row) in rows.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            self.line(LABEL, label, row.of(text).trim_end(), ink);
        }
    }

    fn why(&mut self, proposal: &Proposal) {
        if self.room() == 0 {
            return;
        }
        if self.depth == (Depth::Full { reasons: true }) {
            self.gap();
            for (index, reason) in proposal.reasons.iter().enumerate() {
                let label = if index == 0 { "why" } else { "" };
                self.field_at(label, &format!("{:+.2}  {}", reason.points, reason.says));
            }
            self.field_at(
                if proposal.reasons.is_empty() { "why" } else { "" },
                &format!(" {:.2}  score", proposal.score),
            );
            return;
        }
        if self.counts {
            self.line(LABEL, "why", "", Ink::Quiet);
            return;
        }
        let mut for_it: Vec<_> = proposal.reasons.iter().filter(|reason| reason.points > 0.0).collect();
        for_it.sort_by(|a, b| b.points.total_cmp(&a.points));
        let says: Vec<&str> = for_it.iter().take(3).map(|reason| reason.says.as_ref()).collect();
        let room = self.width.saturating_sub(usize::from(LABEL) + 6);
        let said = if says.is_empty() { "nothing speaks for it".to_owned() } else { says.join(" · ") };
        let text = format!("{}  {:.2}", gate::fit(&said, room), proposal.score);
        self.line(LABEL, "why", &text, Ink::Quiet);
    }

    /// A row that keeps its label column even when the label is empty.
    fn field_at(&mut self, label: &'static str, text: &str) {
        self.line(LABEL, label, text, Ink::Quiet);
    }

    fn sources(&mut self, claim: &Claim) {
        let pending = claim.is_pending();
        for source in &claim.record.sources {
            if self.room() == 0 {
                return;
            }
            let parts = [source.title.as_str(), source.locator.as_str()];
            let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let words = [
                source.rank.as_ref().map(ToString::to_string),
                source.kind.as_ref().map(ToString::to_string),
                source.confidential.then(|| "confidential".to_owned()),
            ];
            let about = words.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let name = if name.is_empty() { source.url.as_str() } else { &name };
            let about = if about.is_empty() { about } else { format!("  ({about})") };
            self.field("source", &format!("{name}{about}"), Ink::Plain);
            let bears = |stance: &Support| if pending { stance.bore().to_owned() } else { stance.to_string() };
            let stance = source.stance.as_ref().map(bears).unwrap_or_default();
            let quote = if source.quote.is_empty() { String::new() } else { format!(" {}", quoted(&source.quote)) };
            self.indented(&format!("{stance}{quote}"));
            if self.depth.is_full() {
                self.indented(&source.url);
                self.indented(&source.archive);
                let checked = &source.checked_at;
                self.indented(&if checked.is_empty() { String::new() } else { format!("looked at {checked}") });
            }
        }
    }

    fn indented(&mut self, text: &str) {
        self.field("", text.trim(), Ink::Quiet);
    }

    /// What was done to the claim: who, when, from what to what.
    fn history(&mut self, claim: &Claim) {
        let mine = |entry: &&Entry| entry.edit.touches().any(|id| *id == claim.id);
        let session = &self.desk.session;
        let entries: Vec<String> = self
            .desk
            .session
            .history()
            .iter()
            .filter(mine)
            .map(|entry| {
                format!(
                    "{} {}  {}",
                    entry.at.local(self.settings.ahead),
                    entry.by,
                    given::entry(session, entry, &claim.id, TOLD)
                )
            })
            .collect();
        if !entries.is_empty() {
            self.gap();
        }
        for (index, text) in entries.iter().enumerate() {
            self.field(if index == 0 { "history" } else { "" }, text, Ink::Quiet);
        }
    }
}
