//! The card of the selected claim: what it says, who says so, what was found out.

use ratatui::layout::Rect;
use std::fmt::Write as _;

use ratatui::style::Style;

use super::canvas::Canvas;
use super::fix::{self, Look};
use super::neighbours;
use super::theme::Theme;
use super::told;
use crate::app::conflict;
use crate::app::desk::Desk;
use crate::app::search;
use crate::app::settings::{Colours, Settings};
use crate::review::{Claim, Correction, Entry, Proposal, Record, Source, Span, Stamp};
use crate::text::gate;
use crate::text::wrap;

/// Columns of the labels on the left.
const LABEL: u16 = 9;

/// Bytes of a claim's words that are quoted; the rest stands in the article beside the card.
const QUOTED: usize = 8_000;

/// One row of a card.
pub(super) struct Line {
    label: &'static str,
    /// Columns that the text stands in from the left.
    indent: u16,
    text: String,
    style: Style,
    /// Styles laid over parts of the text, in bytes of it.
    marks: Vec<(Span, Style)>,
}

/// How much of a claim a card shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What fits beside the list, in so many rows.
    Short {
        /// Rows that there is room for.
        rows: u16,
    },
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
    writer.found();
    writer.lines
}

/// Draws card rows into `area`, from row `from` on.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, lines: &[Line], from: usize) {
    let quiet = canvas.theme.quiet();
    for (y, line) in (area.y..area.y + area.height).zip(lines.iter().skip(from)) {
        canvas.text(area.x, y, LABEL, line.label, quiet);
        let (x, room) = (area.x + line.indent, area.width.saturating_sub(line.indent));
        canvas.text(x, y, room, &line.text, line.style);
        fix::lay(canvas, (x, y, room), &line.text, line.marks.iter().copied());
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
        let Record { note, sources, correction, query, reply, tags, conflicts } = &*claim.record;
        self.quote(self.desk.session.exact(claim));
        self.field("lies", &neighbours::told(self.desk, claim), self.theme.quiet());
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
            self.fix(self.desk.session.exact(claim), correction);
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

    /// The exact words, over the whole width; of a claim as long as an article its beginning.
    fn quote(&mut self, words: &str) {
        let head = wrap::head(words, QUOTED);
        let quoted = if head.len() < words.len() { format!("“{head} …") } else { format!("“{words}”") };
        for row in wrap::first_rows(&quoted, self.width, self.room()) {
            self.line(0, "", row.of(&quoted).trim_end(), self.theme.plain());
        }
        self.gap();
    }

    /// How many more rows can be seen.
    fn room(&self) -> usize {
        match self.depth {
            Depth::Short { rows } => usize::from(rows).saturating_sub(self.lines.len()),
            Depth::Full => usize::MAX,
        }
    }

    fn line(&mut self, indent: u16, label: &'static str, text: &str, style: Style) {
        self.lines.push(Line { label, indent, text: text.to_owned(), style, marks: Vec::new() });
    }

    /// The words that a correction takes out and puts in.
    fn fix(&mut self, words: &str, correction: &Correction) {
        let bracketed = self.settings.look.ascii || self.settings.look.colours == Colours::None;
        let look = Look { brief: self.depth != Depth::Full, bracketed };
        let (mut text, marks) = fix::marked(words, &correction.text, look, self.theme);
        let _ = write!(text, "  ({})", correction.status);
        let first = self.lines.len();
        self.field("fix", &text, self.theme.plain());
        let rows = wrap::first_rows(&text, self.width.saturating_sub(usize::from(LABEL)), self.lines.len() - first);
        for (line, row) in self.lines.iter_mut().skip(first).zip(rows) {
            let len = line.text.len();
            line.marks.extend(fix::in_row(&marks, row, len));
        }
    }

    /// Marks the words that a search under way looks for.
    fn found(&mut self) {
        let Some(search) = &self.desk.search else { return };
        let style = self.theme.found();
        for line in &mut self.lines {
            line.marks.extend(search::all(&line.text, &search.needle).map(|span| (span, style)));
        }
    }

    fn gap(&mut self) {
        if self.depth == Depth::Full {
            self.line(LABEL, "", "", self.theme.plain());
        }
    }

    /// A labelled text over as many rows as it takes; nothing for an empty one.
    fn field(&mut self, label: &'static str, text: &str, style: Style) {
        if text.trim().is_empty() || self.room() == 0 {
            return;
        }
        let rows = wrap::first_rows(text, self.width.saturating_sub(usize::from(LABEL)), self.room());
        for (index, row) in rows.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            self.line(LABEL, label, row.of(text).trim_end(), style);
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
        self.line(LABEL, "why", &text, self.theme.quiet());
    }

    /// A row that keeps its label column even when the label is empty.
    fn field_at(&mut self, label: &'static str, text: &str) {
        self.line(LABEL, label, text, self.theme.quiet());
    }

    fn sources(&mut self, sources: &[Source]) {
        for source in sources {
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
        let mine = |entry: &&Entry| entry.edit.touches().any(|id| *id == claim.id);
        let article = &self.desk.session.article;
        let entries: Vec<String> = self
            .desk
            .session
            .history()
            .iter()
            .filter(mine)
            .map(|entry| format!("{} {}  {}", clock(&entry.at, self.settings), entry.by, told::told(entry, article)))
            .collect();
        if !entries.is_empty() {
            self.gap();
        }
        for (index, text) in entries.iter().enumerate() {
            self.field(if index == 0 { "history" } else { "" }, text, self.theme.quiet());
        }
    }
}

/// A stamp as a reviewer reads it: local day and time.
pub(super) fn clock(at: &Stamp, settings: &Settings) -> String {
    at.local(settings.ahead)
}
