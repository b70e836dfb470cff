//! A saved web page to a draft: its facts from the head, its article from the body.
//!
//! A readability library (`dom_smoothie`) gives the facts and its opinion on where the article is; the rows of the page are then
//! judged as lines of a pasted page are, with what the page says about each of them.

mod nesting;
mod rows;
mod setting;

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Metadata, ParsePolicy, Readability};

use super::draft::{Draft, Piece};
use super::furniture::{self, Feature, Features};
use super::lines::tidy;
use super::plain;
use crate::review::BlockKind;
use rows::Row;
use setting::Setting;

/// An article found in this many bytes or fewer is looked for again, in the parts that looked like the page's.
const TOO_LITTLE: usize = 300;

/// Reads a page.
pub(super) fn read(text: &str) -> Draft<'static> {
    if nesting::is_too_deep(text) {
        let mut draft = plain::read(&nesting::words(text)).into_owned();
        draft
            .notices
            .push("The page is nested deeper than any browser's; its words were read without their layout.".to_owned());
        return draft;
    }
    let page = Document::from(text);
    let mut rows = rows::rows(&page);
    let link = canonical(&page);
    let (facts, extracted) = readability(page);
    readmit(&mut rows, &extracted);
    let title = facts.as_ref().map(|facts| facts.title.trim().to_owned()).filter(|title| !title.is_empty());
    let headline = headline(&rows, title.as_deref());
    let likely: Vec<&Row> = rows.iter().filter(|row| !is_apart(row)).collect();
    let mut body = article(&likely, &extracted);
    if length(&body) < TOO_LITTLE {
        let wider = article(&rows.iter().collect::<Vec<_>>(), &extracted);
        body = if length(&wider) > length(&body) * 2 { wider } else { body };
    }
    let headline = headline.map(|text| Piece { kind: BlockKind::Headline, text: text.into() });
    let facts = facts.unwrap_or_default();
    let filled = |fact: Option<String>| fact.map(|text| tidy(&text).into_owned()).filter(|text| !text.is_empty());
    Draft {
        pieces: headline.into_iter().chain(body).collect(),
        title,
        language: filled(facts.lang),
        byline: filled(facts.byline),
        published: filled(facts.published_time),
        url: link.or_else(|| filled(facts.url)),
        ..Draft::default()
    }
}

/// An element holding this many paragraphs of what the library found is the article, whatever its class.
const READMITTED: usize = 3;
/// Bytes of a row that is a paragraph beyond doubt.
const FULL: usize = 150;

/// Takes back rows that were set apart by an element that holds the article after all.
fn readmit(rows: &mut [Row], extracted: &HashSet<String>) {
    let mut found: HashMap<NodeId, usize> = HashMap::new();
    for row in rows.iter().filter(|row| row.text.len() >= FULL && extracted.contains(&row.text)) {
        if let Some(element) = row.apart {
            *found.entry(element).or_default() += 1;
        }
    }
    for row in rows.iter_mut() {
        if row.apart.is_some_and(|element| found.get(&element).is_some_and(|count| *count >= READMITTED)) {
            (row.setting, row.apart) = (Setting::Open, None);
        }
    }
}

/// True for rows that the page itself keeps apart from the article.
fn is_apart(row: &Row) -> bool {
    let short = row.text.len() < 200;
    row.title || row.setting == Setting::Apart || (row.setting == Setting::Fact && short)
}

/// The bytes of what is not furniture.
fn length(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().filter(|piece| piece.kind != BlockKind::Furniture).map(|piece| piece.text.len()).sum()
}

/// The pieces of the article among `rows`.
fn article(rows: &[&Row], extracted: &HashSet<String>) -> Vec<Piece<'static>> {
    let told: Vec<Features> = rows.iter().map(|row| told(row, extracted)).collect();
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let judged = furniture::judge(&texts, &told);
    let inside = rows.iter().zip(judged.furniture).enumerate().filter(|(index, _)| judged.article.contains(index));
    let piece = |(_, (row, furniture)): (usize, (&&Row, bool))| {
        // A picture's words are told apart from the text; a page's are seldom the author's.
        let kind = if furniture || row.kind == BlockKind::Caption {
            BlockKind::Furniture
        } else if row.setting == Setting::Dek {
            BlockKind::Dek
        } else {
            row.kind.clone()
        };
        Piece { kind, text: row.text.clone().into() }
    };
    inside.map(piece).collect()
}

/// The page's own link to itself.
fn canonical(page: &Document) -> Option<String> {
    let named = [("link[rel=\"canonical\"]", "href"), ("meta[property=\"og:url\"]", "content")];
    let links = named.into_iter().filter_map(|(element, attribute)| page.select_single(element).attr(attribute));
    links.map(|link| link.trim().to_owned()).find(|link| link.starts_with("http"))
}

/// The facts of the page and the lines that the library takes for the article.
fn readability(page: Document) -> (Option<Metadata>, HashSet<String>) {
    let Ok(mut reader) = Readability::with_document(page, None, Some(Config::default())) else {
        return (None, HashSet::new());
    };
    let facts = reader.get_article_metadata(reader.parse_json_ld());
    let Ok(found) = reader.parse_with_policy(ParsePolicy::Strict) else { return (Some(facts), HashSet::new()) };
    let content = Document::from(found.content);
    let lines = rows::rows(&content).into_iter().map(|row| row.text).collect();
    (Some(facts), lines)
}

/// What the page, and the library that read it, say of a row.
fn told(row: &Row, extracted: &HashSet<String>) -> Features {
    let inside = extracted.contains(&row.text);
    let fact = matches!(row.setting, Setting::Fact | Setting::Caption) || row.kind == BlockKind::Caption;
    let seen = [
        (Feature::Linked, row.linked >= 60),
        (Feature::Extracted, inside),
        (Feature::LeftOut, !inside && !extracted.is_empty()),
        (Feature::Apart, row.setting == Setting::Apart),
        (Feature::Fact, fact),
    ];
    let mut told = Features::default();
    seen.into_iter().filter(|(_, seen)| *seen).for_each(|(feature, _)| told.note(feature));
    told
}

/// The title as the page shows it, else as its head has it.
fn headline(rows: &[Row], title: Option<&str>) -> Option<String> {
    let shown = rows.iter().filter(|row| row.title && row.setting != Setting::Apart).map(|row| row.text.as_str());
    let fits = |shown: &&str| title.is_none_or(|title| title.contains(shown) || shown.contains(title));
    shown.clone().find(fits).or(title).map(str::to_owned)
}
