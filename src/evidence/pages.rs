//! Text that comes in pages: paragraphs with their page, as it is counted and as it is printed.

use std::collections::HashSet;

use super::material::{Locator, Material};
use super::table;

/// Lines at either end of a page that may be its number or its head.
const EDGE: usize = 2;

/// A material of pages: paragraphs end at empty lines, and where a line ends a sentence well before the edge.
pub fn pages<'a>(name: &str, pages: impl Iterator<Item = &'a str>) -> Material {
    let mut made = Material::new(name);
    for (number, page) in (1..).zip(pages) {
        let lines: Vec<&str> = page.lines().map(str::trim).collect();
        let (printed, lines) = unnumbered(&lines);
        let printed = printed.filter(|printed| *printed != number.to_string());
        let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let mut paragraph = String::new();
        for line in lines.iter().copied().chain([""]) {
            join(&mut paragraph, line);
            let short = line.chars().count() * 4 < widest * 3;
            let ends = line.is_empty() || short;
            if ends && !paragraph.is_empty() {
                made.push(&paragraph, Locator::Page(number, printed.clone()), None);
                paragraph.clear();
            }
        }
    }
    made.title = made.pieces.first().map(|piece| piece.span.of(&made.text).to_owned()).unwrap_or_default();
    made
}

/// What stands on one page of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf<'a> {
    /// The page, counted from 1.
    pub page: usize,
    /// The number printed on it, where there is one.
    pub printed: Option<&'a str>,
    /// The words; cells of a table's row are parted by ` | `.
    pub text: &'a str,
    /// It goes on in what stands before it, on the page before.
    pub goes_on: bool,
}

/// A material of pages that were told apart already, of so many pages in all; rows of a table one below the other have the heads of the
/// first. Pages without words are said.
pub fn leaves(name: &str, leaves: &[Leaf<'_>], count: usize) -> Material {
    let mut made = Material::new(name);
    let mut rest = leaves;
    while let Some((leaf, after)) = rest.split_first() {
        let at = |leaf: &Leaf<'_>| {
            let printed = leaf.printed.filter(|printed| *printed != leaf.page.to_string());
            Locator::Page(leaf.page, printed.map(str::to_owned))
        };
        let rows = rest.iter().take_while(|other| other.page == leaf.page && table::is_row(other.text)).count();
        if rows > 1 {
            let (table, after) = rest.split_at(rows);
            let cells: Vec<&str> = table.iter().map(|row| row.text).collect();
            for (row, words) in table.iter().zip(table::headed(&cells)) {
                made.push(&words, at(row), None);
            }
            rest = after;
            continue;
        }
        if leaf.goes_on {
            made.push_on(leaf.text, at(leaf));
        } else {
            made.push(leaf.text, at(leaf), None);
        }
        rest = after;
    }
    let with_words: HashSet<usize> = leaves.iter().map(|leaf| leaf.page).collect();
    let wordless: Vec<String> =
        (1..=count).filter(|page| !with_words.contains(page)).map(|page| page.to_string()).collect();
    if let Some(last) = wordless.last().filter(|_| !made.text.is_empty()) {
        let pages = if wordless.len() > 12 { format!("{} pages", wordless.len()) } else { wordless.join(", ") };
        let some = if wordless.len() > 1 { "pages" } else { "page" };
        let told = if wordless.len() > 12 { format!("{pages} up to {last}") } else { format!("{some} {pages}") };
        made.notices.push(format!("{told} without words: pictures, which would have to be recognised (OCR), or empty"));
    }
    made
}

/// Adds a line to its paragraph; a word that a hyphen parts at the line's end is made whole.
fn join(paragraph: &mut String, line: &str) {
    if paragraph.is_empty() || line.is_empty() {
        paragraph.push_str(line);
    } else if paragraph.ends_with('-') && line.starts_with(char::is_lowercase) {
        paragraph.pop();
        paragraph.push_str(line);
    } else {
        paragraph.push(' ');
        paragraph.push_str(line);
    }
}

/// The number printed on a page, and its lines without it.
fn unnumbered<'a>(lines: &[&'a str]) -> (Option<String>, Vec<&'a str>) {
    let filled: Vec<&str> = lines.iter().copied().skip_while(|line| line.is_empty()).collect();
    let is_number = |line: &str| {
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_prefix("Page ").or(bare.strip_prefix("Seite ")).unwrap_or(bare);
        ((1..=4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())).then(|| bare.to_owned())
    };
    let count = filled.len();
    let edge = |at: usize| at < EDGE || at + EDGE >= count;
    let found =
        filled.iter().enumerate().rev().find_map(|(at, line)| Some((at, is_number(line).filter(|_| edge(at))?)));
    match found {
        Some((at, printed)) => {
            let rest = filled.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, line)| *line).collect();
            (Some(printed), rest)
        }
        None => (None, filled),
    }
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn a_page_is_told_as_it_is_counted_and_as_it_is_printed() {
        let made =
            pages("a.pdf", ["The bridge was built in a hur-\nry by two brothers.\n\n211\n", "It stood.\n"].into_iter());
        assert_eq!(made.text, "The bridge was built in a hurry by two brothers.\nIt stood.");
        let places: Vec<String> = made.pieces.iter().map(|piece| piece.at.to_string()).collect();
        assert_eq!(places, ["p. 211 (page 1 of the file)", "p. 2"]);
    }
}
