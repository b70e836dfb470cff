//! The article pane: words, marks and margin.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::canvas::Canvas;
use super::layers::{ClaimMark, Layers};
use super::minimap;
use super::theme::Styles;
use crate::advice::Advice;
use crate::app::desk::{Desk, Pane};
use crate::app::layout::Layout;
use crate::app::page::PageRow;
use crate::app::picking::Picking;
use crate::app::search::Match;
use crate::app::typeset::{self, BlockSign};
use crate::review::{BlockKind, Span, Status};
use crate::text::gate;

/// Edges in a row of the article that there is room for from the beginning: few rows have more.
const USUAL: usize = 16;

/// What stands beside a row: the number of a claim, and how many others have found no row for theirs.
#[derive(Clone, Copy)]
struct ClaimLabel<'a> {
    mark: &'a ClaimMark<'a>,
    more: usize,
}

/// The number beside a row, and whether claims that found no row for theirs are told of beside it.
#[derive(Clone, Copy)]
struct RowLabel<'a> {
    of: Option<ClaimLabel<'a>>,
    crowded: bool,
}

/// Everything that is in view of the article.
struct ArticleView<'a> {
    desk: &'a Desk,
    marks: Vec<ClaimMark<'a>>,
    selected: Option<Span>,
    /// The character under the cursor while words are picked.
    cursor: Option<Span>,
    found: &'a [Span],
    /// The match the reviewer is at.
    at: Option<Span>,
    /// What contradicts itself there.
    advice: Vec<&'a Advice>,
}

pub(super) fn draw(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout) {
    let rows = desk.page(layout).rows(desk.scroll.top, usize::from(layout.words.height));
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let sight = ArticleView::new(desk, Span::new(first.span.start, last.span.end));
    let labels = sight.labels(&rows);
    for (y, row) in (layout.words.y..).zip(&rows).filter(|(_, row)| !row.gap) {
        block_sign(canvas, desk, layout, y, row);
        sight.words(canvas, layout, y, row);
    }
    let below = labels.iter().skip(1).map(Option::is_some).chain([true]);
    for (((y, row), label), taken) in (layout.words.y..).zip(&rows).zip(&labels).zip(below) {
        let more = label.map_or(0, |label| label.more);
        if !row.gap {
            sight.margin(canvas, layout, (y, row), RowLabel { of: *label, crowded: taken && more > 0 });
        }
        if more > 0 && !taken {
            let quiet = canvas.theme.quiet();
            canvas.flush_right(layout.margin.x + layout.margin.width - 1, y + 1, &format!("+{more}"), quiet);
        }
    }
    minimap::draw(canvas, desk, layout, &rows);
}

impl<'a> ArticleView<'a> {
    fn new(desk: &'a Desk, view: Span) -> Self {
        let chosen = desk.claim().map(|claim| &claim.id);
        let marks = desk.session.claims().touching(view).map(|(_, claim)| ClaimMark {
            claim,
            span: claim.span,
            selected: Some(&claim.id) == chosen,
        });
        let article = &desk.session.article;
        let picked = desk.picking.as_ref().map(|picking| picking.span(article));
        let cursor =
            desk.picking.as_ref().map(|picking| Picking { anchor: picking.head, ..picking.clone() }.span(article));
        Self {
            desk,
            marks: marks.collect(),
            selected: picked.or_else(|| desk.span()),
            cursor,
            found: desk.search.as_ref().map_or(&[], |search| search.in_view(view)),
            at: desk.search.as_ref().and_then(|search| match search.at {
                Some(Match::Words(span)) => Some(span),
                Some(Match::Record(_)) | None => None,
            }),
            advice: desk.advised.in_view(&desk.session, view).collect(),
        }
    }

    /// The words of one row, cut where the style changes.
    fn words(&self, canvas: &mut Canvas<'_>, layout: &Layout, y: u16, row: &PageRow) {
        let article = &self.desk.session.article;
        let base = base(canvas, article.blocks().get(row.block).map(|block| &block.kind));
        let span = trimmed(article.text(), row.span);
        let layers = Layers::over(span, &self.marks);
        let seams = seams(article.text(), layers.edges());
        let partings = typeset::partings(article, row.block, span);
        let fillings = typeset::fillings(article, row.block, row.span, usize::from(layout.words.width));
        let mut x = layout.words.x + u16::try_from(row.indent).unwrap_or(0);
        let right = layout.words.x + layout.words.width;
        for piece in self.cuts(span, &layers, &seams, &partings).windows(2) {
            let [start, end] = piece else { continue };
            let piece = Span::new(*start, *end);
            let mut style = self.style(canvas, base, &layers, piece);
            if seams.binary_search(&piece).is_ok() {
                // The underline of an outer claim parts where an inner one begins and ends.
                style = style.remove_modifier(Modifier::UNDERLINED);
            }
            if let Some((_, blanks)) = fillings.iter().find(|(place, _)| *place == piece.start) {
                x += canvas.text(x, y, right.saturating_sub(x), &" ".repeat(*blanks), base);
            }
            if partings.iter().any(|parting| parting.covers(piece)) {
                // The cells are what is read: what parts them stands back.
                style = style.remove_modifier(Modifier::UNDERLINED.union(Modifier::BOLD)).patch(canvas.theme.quiet());
            }
            x += canvas.text(x, y, right.saturating_sub(x), article.words(piece), style);
        }
    }

    /// Where the style may change in `row`, its ends included, in order.
    fn cuts(&self, row: Span, layers: &Layers<'_>, seams: &[Span], partings: &[Span]) -> Vec<usize> {
        let mut cuts = Vec::with_capacity(USUAL);
        cuts.extend([row.start, row.end]);
        let mut cut = |edge: Span| cuts.extend([edge.start, edge.end].into_iter().filter(|at| row.contains(*at)));
        layers.edges().for_each(&mut cut);
        self.selected.into_iter().chain(self.cursor).for_each(&mut cut);
        for edges in [self.found, seams, partings] {
            edges.iter().copied().for_each(&mut cut);
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The style of words that lie wholly inside or outside every claim: that of the claim on top.
    fn style(&self, canvas: &Canvas<'_>, base: Style, layers: &Layers<'_>, piece: Span) -> Style {
        let theme = canvas.theme;
        let mut style = base;
        if let Some((mark, others)) = layers.top(piece) {
            style = style.patch(theme.claimed(mark.claim.status()));
            if others {
                // Where claims lie over one another the words lean.
                style = style.add_modifier(Modifier::ITALIC);
            }
        }
        if self.selected.is_some_and(|selected| selected.covers(piece)) {
            style = style.patch(theme.selected());
        }
        if self.cursor.is_some_and(|cursor| cursor.covers(piece)) {
            style = style.add_modifier(Modifier::REVERSED);
        }
        if self.found.iter().any(|found| found.covers(piece)) {
            style = style.patch(theme.found());
        }
        if self.at.is_some_and(|at| at.covers(piece)) {
            style = style.add_modifier(Modifier::BOLD);
        }
        style
    }

    /// Which claim's number stands beside each row: of those that begin in it the first. The others take the rows below, as
    /// long as no claim begins there and the block goes on; the selected one is always among those that find room.
    fn labels(&'a self, rows: &[PageRow]) -> Vec<Option<ClaimLabel<'a>>> {
        let mut labels: Vec<Option<ClaimLabel<'a>>> = vec![None; rows.len()];
        let mut waiting: &'a [ClaimMark<'a>] = &[];
        let mut latest: Option<usize> = None;
        let crowded = |labels: &mut Vec<Option<ClaimLabel<'a>>>, at: Option<usize>, waiting: &'a [ClaimMark<'a>]| {
            if let Some(label) = at.and_then(|at| labels.get_mut(at)).and_then(Option::as_mut) {
                label.more = waiting.len();
                label.mark = waiting.iter().find(|mark| mark.selected).unwrap_or(label.mark);
            }
        };
        for (index, row) in rows.iter().enumerate() {
            let beginning = if row.gap { &[] } else { self.beginning_in(row.span) };
            if row.gap || !beginning.is_empty() {
                crowded(&mut labels, latest, waiting);
                waiting = beginning;
            }
            if let (false, [mark, rest @ ..]) = (row.gap, waiting) {
                waiting = rest;
                if let Some(slot) = labels.get_mut(index) {
                    *slot = Some(ClaimLabel { mark, more: 0 });
                }
                latest = Some(index);
            }
        }
        crowded(&mut labels, latest, waiting);
        labels
    }

    /// The claims that begin in `row`.
    fn beginning_in(&self, row: Span) -> &[ClaimMark<'a>] {
        let from = self.marks.partition_point(|mark| mark.span.start < row.start);
        let end = self.marks.partition_point(|mark| mark.span.start < row.end);
        self.marks.get(from..end).unwrap_or_default()
    }

    /// Bar, glyph and number beside a row, and a sign where its words contradict something or where `crowded` says that claims
    /// found no row for their numbers; none of them touches another.
    fn margin(&self, canvas: &mut Canvas<'_>, layout: &Layout, (y, row): (u16, &PageRow), label: RowLabel<'_>) {
        let (theme, Rect { x, width, .. }) = (canvas.theme, layout.margin);
        let selected = self.selected.is_some_and(|selected| selected.overlaps(row.span));
        if selected {
            let (bar, style) = theme.bar(self.desk.pane == Pane::Article);
            canvas.text(x, y, 1, bar, style);
        }
        // What is wrong with what is selected stands on the card.
        let said = self.advice.iter().filter(|advice| advice.spans.iter().any(|span| row.span.contains(span.start)));
        let weight = said.map(|advice| advice.weight).max().filter(|_| !selected);
        let sign = weight.map(|weight| (Styles::sign(weight), theme.accent()));
        let sign = sign.or((label.crowded && !selected).then(|| (theme.drawn("+", "&"), theme.quiet())));
        let is_apart = layout.article.x < x;
        let wide = |label: ClaimLabel<'_>| gate::width(&label.mark.claim.number.to_string());
        let is_free = is_apart || label.of.map_or(0, wide) < usize::from(number_width(layout));
        // Where nothing is free a sign stands for the verdict, which the words and the list show as well.
        let instead = !is_free && weight.is_some() && label.of.is_some();
        let glyph_at = x + if is_free && !is_apart && sign.is_some() { 2 } else { 1 };
        if let Some((sign, style)) = sign.filter(|_| is_free || weight.is_some()) {
            let at = if is_apart { x - 1 } else { x + u16::from(instead) };
            canvas.text(at, y, 1, sign, style);
        }
        let Some(ClaimLabel { mark, .. }) = label.of else { return };
        let (glyph, glyph_style) = theme.claim_glyph(mark.claim);
        if !instead {
            canvas.text(glyph_at, y, 1, glyph, glyph_style);
        }
        let style = if mark.selected { theme.accent() } else { theme.quiet() };
        // A line under the number says that there are more where no column is left for a sign.
        let told = label.crowded && (!is_free || weight.is_some());
        let style = if told { style.add_modifier(Modifier::UNDERLINED) } else { style };
        canvas.number(x + width - 1, y, mark.claim.number, style);
    }
}

/// The bar before a quote's rows, the bullet, number or letter before an item's first one, where there is room for them.
fn block_sign(canvas: &mut Canvas<'_>, desk: &Desk, layout: &Layout, y: u16, row: &PageRow) {
    let article = &desk.session.article;
    let room = u16::try_from(row.indent).unwrap_or(u16::MAX);
    let quiet = canvas.theme.quiet();
    if room > 0 && typeset::is_barred(article, row.block) {
        let bar = canvas.theme.drawn("│", "|");
        canvas.text(layout.words.x, y, 1, bar, quiet);
    }
    if article.blocks().get(row.block).is_none_or(|block| block.span.start != row.span.start || row.gap) {
        return;
    }
    let (sign, wide) = match typeset::sign(article, row.block) {
        BlockSign::Bullet => (canvas.theme.drawn("•", "*"), typeset::INDENT),
        BlockSign::Mark(mark) => (mark, gate::width(mark) + 1),
        BlockSign::None => return,
    };
    let wide = u16::try_from(wide).unwrap_or(u16::MAX).min(room);
    if wide > 0 {
        canvas.text(layout.words.x + room - wide, y, wide - 1, sign, quiet);
    }
}

fn base(canvas: &Canvas<'_>, kind: Option<&BlockKind>) -> Style {
    match kind {
        Some(BlockKind::Headline | BlockKind::Heading) => canvas.theme.strong(),
        Some(BlockKind::Furniture) => canvas.theme.quiet(),
        Some(BlockKind::Dek | BlockKind::Caption) => canvas.theme.plain().add_modifier(Modifier::ITALIC),
        Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote | BlockKind::Other(_)) | None => {
            canvas.theme.plain()
        }
    }
}

/// The blanks before and behind claims, in order, in bytes.
fn seams(text: &str, claims: impl Iterator<Item = Span>) -> Vec<Span> {
    let is_blank = |at: &usize| text.as_bytes().get(*at) == Some(&b' ');
    let mut seams = Vec::with_capacity(USUAL);
    for claim in claims {
        let both = [claim.start.checked_sub(1), Some(claim.end)].into_iter().flatten();
        seams.extend(both.filter(is_blank).map(|at| Span::new(at, at + 1)));
    }
    seams.sort_unstable();
    seams.dedup();
    seams
}

/// The row without the blanks that hang over its edge, so that no underline runs into the margin.
fn trimmed(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.of(text).trim_end().len())
}

/// Columns of the numbers beside the words.
pub(super) const fn number_width(layout: &Layout) -> u16 {
    layout.margin.width.saturating_sub(4)
}

/// True for a claim that is drawn quietly.
pub(super) const fn is_quiet(status: Status) -> bool {
    matches!(status, Status::Dismissed)
}
