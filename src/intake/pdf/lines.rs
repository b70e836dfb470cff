//! Lines of a PDF: runs on one base line.

use super::content::TextRun;
use super::document::{PdfDocument, PdfPage};
use super::letter::is_right_to_left;
use super::line::{CELLS, LineGap, PdfLine};
use super::{direction, heads, initials};
use crate::intake::html::inline::lowered;

/// The lines of all pages, in the order of the file.
pub(super) fn lines(document: &PdfDocument) -> Vec<PdfLine> {
    let mut all: Vec<PdfLine> = Vec::new();
    for (number, sheet) in document.pages.iter().enumerate() {
        all.extend(of_page(number, sheet));
    }
    heads::mark(&mut all, document);
    all
}

fn of_page(page: usize, sheet: &PdfPage) -> Vec<PdfLine> {
    let mut lines = Vec::new();
    let mut line: Option<PdfLine> = None;
    let runs = direction::from_left(shown(&sheet.runs));
    for run in runs {
        if run.text.trim().is_empty() && line.is_none() {
            continue;
        }
        match &mut line {
            Some(open) if joins(open, run) => add(open, run),
            _ => {
                lines.extend(line.take().and_then(finished));
                line = Some(begun(page, run));
            }
        }
    }
    lines.extend(line.and_then(finished));
    direction::as_written(&mut lines);
    join_justified(&mut lines);
    initials::put_back(&mut lines);
    lines
}

/// The runs of a page without the blanks that others are drawn over: a browser draws one for every soft hyphen at which no line ends.
fn shown(runs: &[TextRun]) -> Vec<&TextRun> {
    let after = runs.iter().skip(1).map(Some).chain([None]);
    let covered = |run: &TextRun, next: &TextRun| {
        let blank = run.text.chars().all(|c| c.is_whitespace() || c == '\u{ad}');
        let over = next.x > run.x - run.size * 0.4 && next.x < f32::midpoint(run.x, run.end);
        blank && over && (run.y - next.y).abs() < run.size * 0.2
    };
    runs.iter()
        .zip(after)
        .filter(|(run, next)| !next.is_some_and(|next| covered(run, next)))
        .map(|(run, _)| run)
        .collect()
}

/// Takes the marks of cells out of the lines that were only stretched to the edges of their column: all words of such a line are equally
/// far apart, blanks are drawn between them, and other lines begin and end where it does.
fn join_justified(lines: &mut [PdfLine]) {
    let whole: Vec<(f32, f32)> =
        lines.iter().filter(|line| !line.text.contains(CELLS)).map(|line| (line.x, line.end)).collect();
    for line in lines.iter_mut().filter(|line| line.text.contains(CELLS) && line.gaps.iter().all(|gap| gap.blank)) {
        let words = line.text.split_whitespace().filter(|word| *word != "|").count();
        let widths = || line.gaps.iter().map(|gap| gap.width);
        let widest = widths().fold(0.0, f32::max);
        let narrowest = widths().fold(widest, f32::min);
        let even = words == line.gaps.len() + 1 && widest - narrowest < line.size * 0.3;
        let edged =
            |(x, end): &&(f32, f32)| (end - line.end).abs() < line.size * 0.15 && (x - line.x).abs() < line.size * 4.0;
        // One gap alone is always even.
        let fewest = if line.gaps.len() > 1 { 1 } else { EDGED };
        if !even || whole.iter().filter(edged).count() < fewest {
            continue;
        }
        for (at, _) in &mut line.marks {
            let before = line.text.get(..*at).unwrap_or_default().matches(CELLS).count();
            *at -= before * (CELLS.len() - 1);
        }
        line.text = line.text.replace(CELLS, " ");
    }
}

/// Lines that begin and end at the same edges, at least, are a justified column.
const EDGED: usize = 2;

fn begun(page: usize, run: &TextRun) -> PdfLine {
    PdfLine {
        page,
        text: hyphened(run.text.trim_start()),
        marks: Vec::new(),
        x: run.x,
        end: run.end,
        y: run.y,
        size: run.size,
        bold: run.bold,
        head: run.artifact,
        spaced: run.text.starts_with(char::is_whitespace),
        gaps: Vec::new(),
    }
}

/// Words of a run in which a soft hyphen that was drawn amid others is the hyphen that is seen. At the end it may part a word.
fn hyphened(text: &str) -> String {
    match text.strip_suffix('\u{ad}') {
        Some(text) => text.replace('\u{ad}', "-") + "\u{ad}",
        None => text.replace('\u{ad}', "-"),
    }
}

fn finished(mut line: PdfLine) -> Option<PdfLine> {
    line.text.truncate(line.text.trim_end().len());
    (!line.text.is_empty() || !line.marks.is_empty()).then_some(line)
}

/// True when a run goes on in a line: on its base line or raised from it, behind its end.
fn joins(line: &PdfLine, run: &TextRun) -> bool {
    let size = line.size.max(run.size);
    let behind = run.x >= line.end - size * 0.4 && run.x <= line.end + size * 30.0;
    let level = (run.y - line.y).abs() < size * 0.2;
    behind && (level || is_raised(line, run) || is_lowered(line, run) || is_label(line, run))
}

/// True for small words above the base line.
fn is_raised(line: &PdfLine, run: &TextRun) -> bool {
    let up = run.y - line.y;
    run.size < line.size * 0.85 && up > line.size * 0.1 && up < line.size * 0.75
}

/// True for small words below the base line, right behind others: the figure in CO2.
fn is_lowered(line: &PdfLine, run: &TextRun) -> bool {
    let down = line.y - run.y;
    let beside = run.x - line.end < line.size * 0.15 && !line.text.ends_with(char::is_whitespace);
    let short = run.text.trim().chars().count() <= LOWERED;
    beside && short && run.size < line.size * 0.9 && down > line.size * 0.08 && down < line.size * 0.5
}

/// Letters that are lowered in one go, at most.
const LOWERED: usize = 6;

/// True when all of the line is an initial that is larger than the words behind it.
fn is_initial(line: &PdfLine, run: &TextRun) -> bool {
    let text = line.text.trim_end();
    text.chars().count() <= 2 && text.ends_with(char::is_alphabetic) && run.size < line.size * 0.7
}

/// True when all of the line is a raised number before the run.
fn is_label(line: &PdfLine, run: &TextRun) -> bool {
    let down = line.y - run.y;
    is_number(&line.text) && line.size < run.size * 0.85 && down > 0.0 && down < run.size * 0.75
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn add(line: &mut PdfLine, run: &TextRun) {
    if is_label(line, run) {
        let label = std::mem::take(&mut line.text).trim().to_owned();
        line.marks.push((0, label));
        (line.y, line.size, line.bold) = (run.y, run.size, run.bold);
    } else if is_raised(line, run) && is_number(&run.text) {
        mark(line, run);
        return;
    } else if is_lowered(line, run) {
        let words = lowered(&run.text, &line.text);
        line.text.push_str(&words);
        line.text.push_str(if run.text.ends_with(char::is_whitespace) { " " } else { "" });
        line.end = line.end.max(run.end);
        return;
    } else if is_initial(line, run) && !run.text.trim().is_empty() {
        (line.size, line.bold) = (run.size, run.bold);
    }
    let gap = run.x - line.end;
    let size = line.size.max(1.0);
    let apart = line.text.ends_with(char::is_whitespace) || run.text.starts_with(char::is_whitespace);
    if gap > size * 0.15 && !run.text.trim().is_empty() {
        line.gaps.push(LineGap { width: gap, blank: apart });
    }
    if run.text.starts_with(char::is_alphabetic) && line.text.ends_with('\u{ad}') {
        line.text.pop();
        line.text.push('-');
    }
    if gap > size * 1.5 && line.text.chars().count() > 3 && !run.text.trim().is_empty() {
        line.text.truncate(line.text.trim_end().len());
        line.text.push_str(CELLS);
        line.text.push_str(&hyphened(run.text.trim_start()));
    } else {
        if gap > size * 0.15 && !apart {
            line.text.push(' ');
        }
        line.text.push_str(&hyphened(&run.text));
    }
    line.end = line.end.max(run.end);
    line.bold &= run.bold;
    line.head &= run.artifact;
}

/// Adds a raised number to a line. Its figures may be drawn one by one.
fn mark(line: &mut PdfLine, run: &TextRun) {
    let figures = run.text.trim();
    // Right to left, the blank before the mark is the one behind the word that it belongs to.
    if !line.text.trim_end().ends_with(is_right_to_left) {
        line.text.truncate(line.text.trim_end().len());
    }
    let at = line.text.len();
    let beside = run.x - line.end < run.size * 0.3;
    match line.marks.last_mut() {
        Some((last, label)) if *last == at && beside && label.len() + figures.len() <= 3 => label.push_str(figures),
        _ => line.marks.push((at, figures.to_owned())),
    }
    line.end = line.end.max(run.end);
}
