//! A saved web page to a draft: its facts from the head, its article from the body.
//!
//! A readability library (`dom_smoothie`) gives the facts and its opinion on where the article is; the rows of the page are then
//! judged as lines of a pasted page are, with what the page says about each of them.

mod rows;
mod setting;

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::{Config, Metadata, ParsePolicy, Readability};

use super::draft::{Draft, Piece};
use super::furniture::{self, Evidence};
use super::lines::tidy;
use crate::review::BlockKind;
use rows::Row;
use setting::Setting;

/// Reads a page.
pub(super) fn read(text: &str) -> Draft<'static> {
    let page = Document::from(text);
    let rows = rows::rows(&page);
    let (facts, extracted) = readability(page);
    let evidence: Vec<Evidence> = rows.iter().map(|row| evidence(row, &extracted)).collect();
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let judged = furniture::judge(&texts, &evidence);
    let title = facts.as_ref().map(|facts| facts.title.trim().to_owned()).filter(|title| !title.is_empty());
    let mut pieces = Vec::new();
    let headline = headline(&rows, title.as_deref());
    pieces.extend(headline.map(|text| Piece { kind: BlockKind::Headline, text: text.into() }));
    for (index, row) in rows.iter().enumerate() {
        if !judged.article.contains(&index) || row.title {
            continue;
        }
        let furniture = judged.furniture.get(index).copied().unwrap_or(true);
        let kind = match row.setting {
            _ if row.kind == BlockKind::Caption => BlockKind::Caption,
            _ if furniture => BlockKind::Furniture,
            Setting::Dek => BlockKind::Dek,
            _ => row.kind.clone(),
        };
        pieces.push(Piece { kind, text: row.text.clone().into() });
    }
    let facts = facts.unwrap_or_default();
    let filled = |fact: Option<String>| fact.map(|text| tidy(&text).into_owned()).filter(|text| !text.is_empty());
    Draft {
        pieces,
        title,
        language: filled(facts.lang),
        byline: filled(facts.byline),
        published: filled(facts.published_time),
        url: filled(facts.url),
        ..Draft::default()
    }
}

/// The facts of the page and the lines that the library takes for the article.
fn readability(page: Document) -> (Option<Metadata>, HashSet<String>) {
    let Ok(mut reader) = Readability::with_document(page, None, Some(Config::default())) else { return (None, HashSet::new()) };
    let facts = reader.get_article_metadata(reader.parse_json_ld());
    let Ok(found) = reader.parse_with_policy(ParsePolicy::Strict) else { return (Some(facts), HashSet::new()) };
    let content = Document::from(found.content);
    let lines = rows::rows(&content).into_iter().map(|row| row.text).collect();
    (Some(facts), lines)
}

fn evidence(row: &Row, extracted: &HashSet<String>) -> Evidence {
    Evidence {
        linked: row.linked >= 60,
        extracted: extracted.contains(&row.text),
        apart: matches!(row.setting, Setting::Apart),
        fact: matches!(row.setting, Setting::Fact | Setting::Caption) || row.kind == BlockKind::Caption,
    }
}

/// The title as the page shows it, else as its head has it.
fn headline(rows: &[Row], title: Option<&str>) -> Option<String> {
    let shown = rows.iter().filter(|row| row.title && row.setting != Setting::Apart).map(|row| row.text.as_str());
    let fits = |shown: &&str| title.is_none_or(|title| title.contains(shown) || shown.contains(title));
    shown.clone().find(fits).or(title).map(str::to_owned)
}
