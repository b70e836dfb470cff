//! A difference: each reader's verdict with notes and sources, or the two sides of a field by whose they are, and the keys that settle it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::sheet::{Easel, Sheet, foot};
use crate::app::conflict::ConflictSide;
use crate::app::desk::Desk;
use crate::app::frame::centred;
use crate::app::panel::differences::{Difference, OVER, SCOPE, Torn};
use crate::review::{Claim, Status, versions};
use crate::text::{gate, quoted, wrap};
use crate::view::words;

/// Rows of each value that are shown at most.
const ROWS: usize = 6;

/// Rows of the claim's words that are shown at most.
const QUOTED: usize = 3;

/// Rows of a screen below which nothing is spent on what parts.
const LOW: u16 = 16;

/// Columns of the labels.
const LABEL: u16 = 8;

/// Columns beside the labels below which the claim's words have those of the labels, too.
const NARROW: u16 = 40;

pub(super) fn draw(easel: Easel<'_>, held: &Difference) -> Option<Sheet> {
    let Easel { model, theme, .. } = easel;
    let desk = model.desk()?;
    let claim = desk.session.claims().by_id(&held.claim)?;
    let wide = model.size.panel(84);
    let told = held.told(desk, claim, &model.settings.reviewer);
    let mut page = DifferenceLines { easel, room: wide.saturating_sub(4 + LABEL).max(1), lines: Vec::new() };
    let what = match held.torn {
        _ if !held.stands(desk) => {
            page.gap();
            page.field("", OVER, QUOTED, theme.plain());
            String::new()
        }
        Torn::Conflict => page.conflict(claim, told.sides.as_ref()?)?,
        Torn::Readings | Torn::Settled => page.readings(claim, &told.sources),
    };
    let below = page.lines;
    // On a low screen the claim's words have what all else leaves.
    let free = usize::from(model.size.height.saturating_sub(4)).saturating_sub(below.len());
    let quoted = DifferenceLines { easel, room: page.room, lines: Vec::new() };
    let lines = quoted.about(desk, claim, free.clamp(1, QUOTED)).into_iter().chain(below).collect::<Vec<_>>();
    let frame = centred(model.size, wide, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let place = if told.of > 1 { format!(" · {} of {}", told.at, told.of) } else { String::new() };
    let title = match held.torn {
        Torn::Conflict => conflict_title(easel, claim, &what, &place, frame.width),
        Torn::Readings => format!("{}{place}", easel.titled("Readers differ", &held.claim)),
        Torn::Settled => format!("{}{place}", easel.titled("Settled", &held.claim)),
    };
    let (mut sheet, area) = easel.framed(frame, &title);
    sheet.more(theme, foot(frame), lines.len().saturating_sub(area.height.into()));
    sheet.lines(area, lines);
    Some(sheet)
}

/// What is torn, of which claim and field, and its place among all; where that is too wide, the field and the place stay.
fn conflict_title(easel: Easel<'_>, claim: &Claim, what: &str, place: &str, width: u16) -> String {
    let all = easel.titled("Two copies differ", &claim.id);
    let (brief, field) = (format!("claim {}", claim.number), what.split(',').next().unwrap_or_default());
    let titles = [(&all, what), (&all, field), (&brief, field)].map(|(of, what)| format!("{of} · {what}{place}"));
    let fits = titles.iter().find(|title| gate::width(title) <= usize::from(width.saturating_sub(6)));
    fits.or(titles.last()).cloned().unwrap_or_default()
}

/// The lines of the panel while they are written.
struct DifferenceLines<'a> {
    easel: Easel<'a>,
    /// Columns beside the labels.
    room: u16,
    lines: Vec<Line<'static>>,
}

impl DifferenceLines<'_> {
    /// A labelled text over as many rows as it takes, up to so many.
    fn field(&mut self, label: &str, text: &str, most: usize, ink: Style) {
        let theme = self.easel.theme;
        let rows = wrap::rows(text, usize::from(self.room));
        for (index, row) in rows.iter().take(most).enumerate() {
            let label = if index == 0 { label } else { "" };
            let mut line = Line::from(Span::styled(format!("{label:<width$}", width = LABEL.into()), theme.accent()));
            let mut text = row.of(text).trim_end().to_owned();
            if index + 1 == most && rows.len() > most {
                text = words::cut(&text, self.room.into());
            }
            line.spans.extend(words::line(theme, &text, ink).spans);
            self.lines.push(line);
        }
    }

    /// The claim's words over so many rows at most; on a narrow screen from the edge on.
    fn about(mut self, desk: &Desk, claim: &Claim, most: usize) -> Vec<Line<'static>> {
        let (words, ink) = (quoted(desk.session.exact(claim)), self.easel.theme.strong());
        if self.room < NARROW {
            self.room += LABEL;
            return self.unlabelled(&words, most, ink);
        }
        self.field("", &words, most, ink);
        self.lines
    }

    /// The rows of a text that stands where else the labels do, too.
    fn unlabelled(mut self, text: &str, most: usize, ink: Style) -> Vec<Line<'static>> {
        self.field("", text, most, ink);
        for line in &mut self.lines {
            line.spans.remove(0);
        }
        self.lines
    }

    /// A blank row; none on a low screen, which shows the readers first.
    fn gap(&mut self) {
        if !self.is_low() {
            self.lines.push(Line::default());
        }
    }

    const fn is_low(&self) -> bool {
        self.easel.model.size.height < LOW
    }

    /// The two sides of the first conflict, each by whose it is; the field's name.
    fn conflict(&mut self, claim: &Claim, sides: &[ConflictSide; 2]) -> Option<String> {
        let conflict = claim.record.conflicts.first()?;
        let plain = self.easel.theme.plain();
        self.gap();
        for side in sides {
            // A name is cut before it takes the value's room.
            let whose = gate::fit(&side.whose, usize::from(LABEL) * 2).into_owned();
            let long = gate::width(&whose) >= usize::from(LABEL);
            if long {
                self.lines.push(Line::from(Span::styled(whose.clone(), self.easel.theme.accent())));
            }
            self.field(if long { "" } else { &whose }, &side.says, ROWS, plain);
            self.gap();
        }
        let more = claim.record.conflicts.len() - 1;
        let more = if more > 0 { format!(", and {more} more of this claim") } else { String::new() };
        Some(format!("{}{more}", versions::called(&conflict.field)))
    }

    /// Every reader's verdict, then what was written down.
    fn readings(&mut self, claim: &Claim, sources: &[String]) -> String {
        let (theme, ahead) = (self.easel.theme, self.easel.model.settings.ahead);
        self.gap();
        let readings = claim.readings();
        let name = readings.iter().map(|reading| gate::width(&reading.by)).max().unwrap_or(0).min(24);
        for (at, reading) in readings.iter().enumerate() {
            let status = Status::from(&reading.verdict);
            let key = format!("{:<width$}", at + 1, width = LABEL.into());
            let who = gate::fit(&reading.by, name);
            let pad = " ".repeat(name.saturating_sub(gate::width(&who)) + 2);
            let ours = if reading.by == self.easel.model.settings.reviewer { "  yours" } else { "" };
            let mut line = Line::from(Span::styled(key, theme.accent()));
            line.spans.push(Span::styled(format!("{} ", theme.glyph(status)), theme.status(status)));
            line.spans.extend(words::line(theme, &format!("{who}{pad}"), theme.plain()).spans);
            // Verdict and day as far as there is room.
            let room = |line: &Line<'_>| (self.room + LABEL).saturating_sub(u16::try_from(line.width()).unwrap_or(0));
            let verdict = words::fitted(theme, reading.verdict.as_str(), room(&line), theme.status(status));
            line.spans.extend(verdict.spans);
            let pad = " ".repeat(10_usize.saturating_sub(gate::width(reading.verdict.as_str())).max(1));
            let when = format!("{pad}{}{ours}", reading.at.local(ahead));
            line.spans.extend(words::fitted(theme, &when, room(&line), theme.quiet()).spans);
            self.lines.push(line);
        }
        if let Some(told) = claim.told_settled() {
            self.field("settled", &told, ROWS, theme.plain());
        }
        self.gap();
        if !claim.record.note.is_empty() {
            self.field("note", &claim.record.note, ROWS, theme.plain());
            self.gap();
        }
        for source in sources {
            self.field("source", source, 2, theme.plain());
        }
        if !sources.is_empty() {
            self.gap();
        }
        let keys = |names: [&'static str; 4]| names.map(|name| self.easel.model.keymap.called(SCOPE, name)).join(" ");
        let (most, others) = (readings.len().min(5), keys(["verified", "disputed", "unknown", "dismiss"]));
        let long = format!("1–{most} takes a reader's verdict · {others} another one");
        let short = format!("1–{most} a reader's · {others} another one");
        if self.room < NARROW {
            let offered = DifferenceLines { room: self.room + LABEL, lines: Vec::new(), ..*self };
            self.lines.extend(offered.unlabelled(&short, 2, theme.quiet()));
        } else {
            let both = if gate::width(&long) > usize::from(self.room) { short } else { long };
            self.field("", &both, 1, theme.quiet());
        }
        String::new()
    }
}
