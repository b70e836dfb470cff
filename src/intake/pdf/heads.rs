//! Which lines of a PDF are the page's and not the text's: running heads, page numbers, what stands over the first headline.

use std::collections::HashMap;

use super::document::PdfDocument;
use super::line::{PdfLine, tenths, usual_size};
use super::notes;

/// The share of a page at its top and bottom where running heads stand.
const EDGE: f32 = 0.12;
/// The share that no text reaches: only what a program prints around a page.
const RIM: f32 = 0.045;

/// Marks running heads and page numbers: what stands at the same height on several pages, figures aside, and lone numbers at the edge.
pub(super) fn mark(lines: &mut [PdfLine], document: &PdfDocument) {
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
    let noted = notes::are_notes(lines);
    // Notes that say "Ibid., p. 18." stand alike at the feet of many pages.
    let repeats = |(line, noted): (&PdfLine, bool)| {
        !noted && at_edge(line, EDGE) && pages.get(&key(line)).is_some_and(|on| on.len() > 1)
    };
    let repeated: Vec<bool> = lines.iter().zip(noted).map(repeats).collect();
    let within: Vec<bool> = (0..lines.len()).map(|index| is_within(lines, &repeated, index)).collect();
    for ((line, repeated), within) in lines.iter_mut().zip(repeated).zip(within) {
        let number = at_edge(line, EDGE) && is_page_number(&line.text);
        line.head |= (repeated && !within) || number || at_edge(line, RIM);
    }
    mark_kickers(lines);
}

/// Letters of a line that goes on in the next one, at least.
const FULL: usize = 40;

/// True for a line of running text: right above or below it, one goes on that stands on no other page. Sentences are repeated, too.
fn is_within(lines: &[PdfLine], repeated: &[bool], index: usize) -> bool {
    let Some(line) = lines.get(index).filter(|line| line.text.chars().count() >= FULL) else { return false };
    let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    beside.filter(|other| repeated.get(*other) == Some(&false)).filter_map(|other| lines.get(other)).any(|other| {
        let alike = (other.size - line.size).abs() < line.size * 0.06 && (other.x - line.x).abs() < line.size * 0.2;
        let step = (other.y - line.y).abs();
        alike && other.page == line.page && step > 0.0 && step < line.size * 1.5
    })
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
