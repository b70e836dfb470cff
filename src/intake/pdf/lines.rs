//! Lines of a PDF: runs on one base line, and which lines are the page's and not the text's.

use std::collections::HashMap;

use super::content::TextRun;
use super::document::{PdfDocument, PdfPage};

/// A line of words.
#[derive(Clone, Debug, Default)]
pub(super) struct PdfLine {
    /// Its page, from 0.
    pub(super) page: usize,
    /// Its words.
    pub(super) text: String,
    /// Raised figures in it: byte and figures. They may be marks of notes.
    pub(super) marks: Vec<(usize, String)>,
    /// Where it begins and ends, in points from the left.
    pub(super) x: f32,
    pub(super) end: f32,
    /// Its base line in points from below.
    pub(super) y: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// A running head or foot, a page number.
    pub(super) head: bool,
}

/// The lines of all pages, in the order of the file.
pub(super) fn lines(document: &PdfDocument) -> Vec<PdfLine> {
    let mut all: Vec<PdfLine> = Vec::new();
    for (number, sheet) in document.pages.iter().enumerate() {
        all.extend(of_page(number, sheet));
    }
    mark_heads(&mut all, document);
    all
}

/// The body's size: that of most letters.
pub(super) fn usual_size(lines: &[PdfLine]) -> f32 {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    for line in lines {
        *letters.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let most = letters.into_iter().max_by_key(|(size, letters)| (*letters, *size));
    most.map_or(10.0, |(size, _)| points(size))
}

#[expect(clippy::cast_possible_truncation, reason = "sizes of letters are small")]
fn tenths(size: f32) -> i32 {
    (size * 10.0).round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "sizes of letters are small")]
fn points(tenths: i32) -> f32 {
    tenths as f32 / 10.0
}

fn of_page(page: usize, sheet: &PdfPage) -> Vec<PdfLine> {
    let mut lines = Vec::new();
    let mut line: Option<PdfLine> = None;
    for run in &sheet.runs {
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
    lines
}

fn begun(page: usize, run: &TextRun) -> PdfLine {
    PdfLine {
        page,
        text: run.text.trim_start().to_owned(),
        marks: Vec::new(),
        x: run.x,
        end: run.end,
        y: run.y,
        size: run.size,
        bold: run.bold,
        head: run.artifact,
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
    behind && (level || is_raised(line, run) || is_label(line, run))
}

/// True for small words above the base line.
fn is_raised(line: &PdfLine, run: &TextRun) -> bool {
    let up = run.y - line.y;
    run.size < line.size * 0.85 && up > line.size * 0.1 && up < line.size * 0.75
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
        let at = line.text.trim_end().len();
        line.text.truncate(at);
        line.marks.push((at, run.text.trim().to_owned()));
        line.end = line.end.max(run.end);
        return;
    }
    let gap = run.x - line.end;
    let size = line.size.max(1.0);
    let apart = line.text.ends_with(char::is_whitespace) || run.text.starts_with(char::is_whitespace);
    if gap > size * 1.5 && line.text.chars().count() > 3 && !run.text.trim().is_empty() {
        line.text.truncate(line.text.trim_end().len());
        line.text.push_str(" | ");
        line.text.push_str(run.text.trim_start());
    } else {
        if gap > size * 0.15 && !apart {
            line.text.push(' ');
        }
        line.text.push_str(&run.text);
    }
    line.end = line.end.max(run.end);
    line.bold &= run.bold;
    line.head &= run.artifact;
}

/// The share of a page at its top and bottom where running heads stand.
const EDGE: f32 = 0.12;
/// The share that no text reaches: only what a program prints around a page.
const RIM: f32 = 0.045;

/// Marks running heads and page numbers: what stands at the same height on several pages, figures aside, and lone numbers at the edge.
fn mark_heads(lines: &mut [PdfLine], document: &PdfDocument) {
    let height = |page: usize| document.pages.get(page).map_or(842.0, |sheet| sheet.height).max(1.0);
    let at_edge =
        |line: &PdfLine, edge: f32| line.y < height(line.page) * edge || line.y > height(line.page) * (1.0 - edge);
    let key = |line: &PdfLine| -> (String, i32) {
        let folded = line.text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c });
        (folded.collect::<String>().replace("##", "#"), tenths(line.y / 30.0))
    };
    let mut pages: HashMap<(String, i32), Vec<usize>> = HashMap::new();
    for line in lines.iter().filter(|line| at_edge(line, EDGE)) {
        let on = pages.entry(key(line)).or_default();
        if on.last() != Some(&line.page) {
            on.push(line.page);
        }
    }
    for line in lines.iter_mut() {
        let edge = at_edge(line, EDGE);
        let repeated = edge && pages.get(&key(line)).is_some_and(|on| on.len() > 1);
        line.head |= repeated || (edge && is_page_number(&line.text)) || at_edge(line, RIM);
    }
    mark_kickers(lines);
}

/// True for a page's number by itself: `7`, `- 7 -`, `7/12`, `Page 7 of 12`, `Seite 7`.
fn is_page_number(text: &str) -> bool {
    page_number(text).is_some()
}

/// The page's number in a line that holds nothing else. Two numbers with nothing that says "of" between them are a table's cells.
pub(super) fn page_number(text: &str) -> Option<String> {
    let words = text.split(|c: char| c.is_whitespace() || "-–—/|.".contains(c)).filter(|word| !word.is_empty());
    let (mut numbers, mut others) = (Vec::new(), 0);
    for word in words {
        if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if ["page", "seite", "of", "von", "de", "p", "sur", "página", "pagina", "sida", "side", "strona"]
            .contains(&word.to_lowercase().as_str())
        {
            others += 1;
        } else {
            return None;
        }
    }
    let counted = numbers.len() == 1 || (numbers.len() == 2 && (others > 0 || text.contains('/')));
    numbers.first().filter(|_| counted && others <= 2).map(|number| (*number).to_owned())
}

/// Marks the lines over the headline of the first page: a running head that has had no second page to show itself.
fn mark_kickers(lines: &mut [PdfLine]) {
    let body = usual_size(lines);
    let top = |line: &&PdfLine| line.page == 0 && !line.head;
    let Some(title) = lines.iter().filter(top).max_by(|one, other| one.size.total_cmp(&other.size)).cloned() else {
        return;
    };
    if title.size < body * 1.3 {
        return;
    }
    // Another column may begin above the headline, too; the file draws it later.
    for line in lines.iter_mut().take_while(|line| line.page == 0 && line.size < title.size) {
        line.head |= line.y > title.y && line.size <= body * 1.02 && line.text.chars().count() < 80;
    }
}
