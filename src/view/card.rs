//! The card of the selected claim: what it says, who says so, what was found out.

use std::fmt::Write as _;

use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::Theme;
use crate::app::conflict;
use crate::app::desk::Desk;
use crate::app::gate;
use crate::app::layout::Area;
use crate::app::settings::Settings;
use crate::app::wrap;
use crate::review::{Change, Claim, Entry, Proposal, Record, Source, Stamp, Step};

/// Columns of the labels on the left.
const LABEL: u16 = 9;

/// One row of a card.
pub(super) struct Line {
    label: &'static str,
    text: String,
    style: Style,
}

/// How much of a claim a card shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What fits beside the list.
    Short,
    /// Everything.
    Full,
}

/// Writes the rows of a card.
struct Writer<'a> {
    desk: &'a Desk,
    theme: Theme,
    settings: &'a Settings,
    width: usize,
    depth: Depth,
    lines: Vec<Line>,
}

/// The card of `claim` at `width` columns.
pub(super) fn lines(
    desk: &Desk,
    claim: &Claim,
    theme: Theme,
    settings: &Settings,
    width: u16,
    depth: Depth,
) -> Vec<Line> {
    let mut writer = Writer { desk, theme, settings, width: usize::from(width), depth, lines: Vec::new() };
    writer.claim(claim);
    writer.lines
}

/// Draws card rows into `area`, from row `from` on.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Area, lines: &[Line], from: usize) {
    let quiet = canvas.theme.quiet();
    for (y, line) in (area.y..area.y + area.height).zip(lines.iter().skip(from)) {
        canvas.text(area.x, y, LABEL, line.label, quiet);
        let indent = if line.label.is_empty() && line.text.starts_with('\u{1}') { 0 } else { LABEL };
        let text = line.text.trim_start_matches('\u{1}');
        canvas.text(area.x + indent, y, area.width.saturating_sub(indent), text, line.style);
    }
}

/// The words in the rule above a card: number, verdict, who and when.
pub(super) fn title(desk: &Desk, claim: &Claim, settings: &Settings) -> String {
    let number = desk.session.claims().index_of(&claim.id).map_or(0, |index| index + 1);
    let mut title = format!("{number} · {}", claim.status().word());
    if let Some(mark) = &claim.mark {
        let by = if mark.by.is_empty() { String::new() } else { format!(" · {}", mark.by) };
        let _ = write!(title, "{by} {}", clock(&mark.at, settings));
    }
    title
}

impl Writer<'_> {
    fn claim(&mut self, claim: &Claim) {
        let Record { note, sources, correction, query, reply, tags, conflicts } = &claim.record;
        self.quote(self.desk.session.exact(claim));
        self.field("states", &claim.statement, self.theme.plain());
        if let Some(speaker) = &claim.speaker {
            let via = speaker.via.as_ref().map(|via| format!(", via {via}")).unwrap_or_default();
            self.field("says", &format!("{} ({}){via}", speaker.name, speaker.stance), self.theme.plain());
        }
        if let Some(proposal) = &claim.proposal {
            self.why(proposal);
        }
        self.sources(sources);
        self.field("note", note, self.theme.plain());
        if let Some(correction) = correction {
            self.field("fix", &format!("{}  ({})", correction.text, correction.status), self.theme.plain());
        }
        if let Some(query) = query {
            self.field("asked", &format!("{}: {}  ({})", query.to, query.question, query.state()), self.theme.plain());
            self.field("answer", &query.answer, self.theme.plain());
        }
        if let Some(reply) = reply {
            let when = if reply.asked_at.is_empty() { String::new() } else { format!(", asked {}", reply.asked_at) };
            self.field("reply", &format!("{}{when}: {}", reply.who, reply.answer), self.theme.plain());
        }
        self.field("tags", &tags.join(", "), self.theme.plain());
        for conflict in conflicts {
            self.field(
                "conflict",
                &format!("{}: another copy says {}", conflict.field, conflict::told(&conflict.theirs)),
                self.theme.alarm(),
            );
        }
        if self.depth == Depth::Full {
            self.history(claim);
        }
    }

    /// The exact words, over the whole width.
    fn quote(&mut self, words: &str) {
        let quoted = format!("“{words}”");
        for row in wrap::rows(&quoted, self.width) {
            let text = format!("\u{1}{}", row.of(&quoted).trim_end());
            self.lines.push(Line { label: "", text, style: self.theme.plain() });
        }
        self.gap();
    }

    fn gap(&mut self) {
        if self.depth == Depth::Full {
            self.lines.push(Line { label: "", text: String::new(), style: self.theme.plain() });
        }
    }

    /// A labelled text over as many rows as it takes; nothing for an empty one.
    fn field(&mut self, label: &'static str, text: &str, style: Style) {
        if text.trim().is_empty() {
            return;
        }
        let rows = wrap::rows(text, self.width.saturating_sub(usize::from(LABEL)));
        for (index, row) in rows.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            self.lines.push(Line { label, text: row.of(text).trim_end().to_owned(), style });
        }
    }

    fn why(&mut self, proposal: &Proposal) {
        if self.depth == Depth::Full {
            for (index, reason) in proposal.reasons.iter().enumerate() {
                let label = if index == 0 { "why" } else { "" };
                self.field_at(label, &format!("{:+.2}  {}", reason.points, reason.says));
            }
            self.field_at(
                if proposal.reasons.is_empty() { "why" } else { "" },
                &format!(" {:.2}  score", proposal.score),
            );
            self.gap();
            return;
        }
        let mut for_it: Vec<_> = proposal.reasons.iter().filter(|reason| reason.points > 0.0).collect();
        for_it.sort_by(|a, b| b.points.total_cmp(&a.points));
        let says: Vec<&str> = for_it.iter().take(3).map(|reason| reason.says.as_ref()).collect();
        let room = self.width.saturating_sub(usize::from(LABEL) + 6);
        let text = format!("{}  {:.2}", gate::fit(&says.join(" · "), room), proposal.score);
        self.lines.push(Line { label: "why", text, style: self.theme.quiet() });
    }

    /// A row that keeps its label column even when the label is empty.
    fn field_at(&mut self, label: &'static str, text: &str) {
        self.lines.push(Line { label, text: text.to_owned(), style: self.theme.quiet() });
    }

    fn sources(&mut self, sources: &[Source]) {
        for source in sources {
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
            self.field("source", &format!("{name}{about}"), self.theme.plain());
            let stance = source.stance.as_ref().map(ToString::to_string).unwrap_or_default();
            let quote = if source.quote.is_empty() { String::new() } else { format!(" “{}”", source.quote) };
            self.indented(&format!("{stance}{quote}"));
            if self.depth == Depth::Full {
                self.indented(&source.url);
                self.indented(&source.archive);
                let checked = &source.checked_at;
                self.indented(&if checked.is_empty() { String::new() } else { format!("looked at {checked}") });
            }
        }
    }

    fn indented(&mut self, text: &str) {
        self.field("", text.trim(), self.theme.quiet());
    }

    /// What was done to the claim: who, when, from what to what.
    fn history(&mut self, claim: &Claim) {
        let mine = |entry: &&Entry| entry.edit.claim.as_ref() == Some(&claim.id);
        let entries: Vec<String> = self
            .desk
            .session
            .history()
            .iter()
            .filter(mine)
            .map(|entry| format!("{} {}  {}", clock(&entry.at, self.settings), entry.by, told(entry)))
            .collect();
        if !entries.is_empty() {
            self.gap();
        }
        for (index, text) in entries.iter().enumerate() {
            self.field(if index == 0 { "history" } else { "" }, text, self.theme.quiet());
        }
    }
}

/// An entry in words.
fn told(entry: &Entry) -> String {
    let how = match entry.step {
        Step::Do => "",
        Step::Undo(_) => "took back ",
        Step::Redo(_) => "again ",
    };
    let name = entry.edit.name();
    match &entry.edit.change {
        Change::Verdict(swap) => {
            let word = |mark: &Option<crate::review::Mark>| {
                mark.as_ref().map_or_else(|| "unchecked".to_owned(), |mark| mark.verdict.to_string())
            };
            format!("{how}{} → {}", word(&swap.before), word(&swap.after))
        }
        Change::Dismissed(swap) => format!("{how}{}", if swap.after { "dismissed" } else { "brought back" }),
        Change::Note(swap) | Change::Statement(swap) => format!("{how}{name}: “{}”", gate::fit(&swap.after, 60)),
        Change::Speaker(_)
        | Change::Sources(_)
        | Change::Correction(_)
        | Change::Query(_)
        | Change::Reply(_)
        | Change::Tags(_)
        | Change::Conflicts(_)
        | Change::Mend(_)
        | Change::Recut(..)
        | Change::Block(..)
        | Change::Later(..) => format!("{how}{name}"),
    }
}

/// A stamp as a reviewer reads it: local day and time.
pub(super) fn clock(at: &Stamp, settings: &Settings) -> String {
    let parsed: Result<jiff::Timestamp, _> = at.as_str().parse();
    let zone = jiff::tz::Offset::from_seconds(settings.ahead).unwrap_or(jiff::tz::Offset::UTC);
    match parsed {
        Ok(moment) => zone.to_datetime(moment).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => at.as_str().to_owned(),
    }
}
