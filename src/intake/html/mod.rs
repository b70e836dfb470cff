//! A saved web page to a draft: its facts from the head, its article from the body.
//!
//! The page is read row by row (`rows`). A readability library (`dom_smoothie`) and the page's own data for machines give their opinions on
//! where the article is; the rows are then judged as lines of a pasted page are, with what the page says about each of them, and with
//! where they stand (`region`): every row of the article's region is kept, as text or as furniture.

mod authors;
mod blocks;
mod byline;
mod dates;
mod doubts;
mod facts;
mod headline;
pub(super) mod inline;
mod joints;
mod linked_data;
mod links;
mod listed;
mod markup;
mod measure;
mod names;
pub(super) mod nesting;
mod region;
mod row;
mod rows;
mod setting;
mod sheet;
mod traits;
mod walk;

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::{Config, ParsePolicy, Readability};

use super::draft::{ArticleDraft, DraftPiece};
use super::plain;
use crate::review::BlockKind;
use doubts::length;
use measure::Measures;
use region::Opinion;
use row::{PageRows, TextRow};

/// An article found in this many bytes or fewer is looked for again, in the parts that looked like the page's.
const TOO_LITTLE: usize = 300;

/// Reads a page.
pub(super) fn read(text: &str) -> ArticleDraft<'static> {
    if nesting::is_too_deep(text) {
        let mut draft = plain::read(&nesting::words(text)).into_owned();
        draft
            .notices
            .push("The page is nested deeper than any browser's; its words were read without their layout.".to_owned());
        return draft;
    }
    let page = Document::from(text);
    sheet::apply(&page);
    let measures = Measures::of(&page);
    let data = linked_data::read(&page);
    let facts = facts::read(&page, &data);
    let mut rows = rows::rows(&page, &measures);
    headline::promote(&mut rows.rows, &facts);
    let opinion = Opinion::new(extracted(page), &data.body);
    let shown = headline::of(&rows.rows, &facts);
    let beyond = region::beyond(&rows.rows, shown.as_deref());
    let (mut body, unveiled) = article(rows, &opinion, shown.as_deref());
    if let Some(shown) = &shown {
        headline::once(&mut body, shown);
    }
    authors::mark(&mut body, facts.byline.as_deref());
    let mut notices = Vec::new();
    if unveiled {
        notices.push(
            "The article stands in a part of the page that it hides until a script shows it; that part was read."
                .to_owned(),
        );
    }
    let title = headline::title(shown.as_deref(), &facts);
    notices.extend(beyond.as_deref().map(doubts::another));
    notices.extend(doubts::struck(&body));
    notices.extend(doubts::short(&body, &measures));
    notices.extend(title.as_deref().and_then(|title| doubts::foreign(title, &body)));
    let first = shown.filter(|_| !body.is_empty());
    let pieces = body.into_iter().map(|row| DraftPiece { item: row.item, ..DraftPiece::new(row.kind, row.text) });
    ArticleDraft {
        pieces: first.map(|text| DraftPiece::new(BlockKind::Headline, text)).into_iter().chain(pieces).collect(),
        title,
        language: facts.language,
        byline: facts.byline,
        published: facts.published,
        url: facts.url,
        notices,
        ..ArticleDraft::default()
    }
}

/// The rows of the article's region with their kinds, and whether they had to be sought in what the page hides.
fn article(page: PageRows, opinion: &Opinion, title: Option<&str>) -> (Vec<TextRow>, bool) {
    let seen: Vec<TextRow> = page.rows.iter().filter(|row| !row.veiled).cloned().collect();
    let veiled = seen.len() < page.rows.len();
    let body = region::article(seen, &page.parents, opinion, title);
    if length(&body) >= TOO_LITTLE || !veiled {
        return (body, false);
    }
    let hidden = region::article(page.rows, &page.parents, opinion, title);
    if length(&hidden) > length(&body) * 2 + 100 { (hidden, true) } else { (body, false) }
}

/// The lines that the library takes for the article.
fn extracted(page: Document) -> HashSet<String> {
    let Ok(mut reader) = Readability::with_document(page, None, Some(Config::default())) else { return HashSet::new() };
    let Ok(found) = reader.parse_with_policy(ParsePolicy::Strict) else { return HashSet::new() };
    let content = Document::from(found.content);
    let measures = Measures::of(&content);
    rows::rows(&content, &measures).rows.into_iter().map(|row| row.text).collect()
}
