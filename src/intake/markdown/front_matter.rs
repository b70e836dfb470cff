//! Front matter: what a Markdown file says of its text ahead of it.

use super::super::draft::{ArticleDraft, DraftPiece};
use crate::review::BlockKind;

/// The entries of front matter: `key: value` lines, block scalars (`key: >` or `key: |` with indented lines below) and lists as one value
/// each. Entries inside others are passed by.
fn entries(front: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in front.lines() {
        let inner = line.starts_with([' ', '\t', '-']);
        if let Some((key, value)) = line.split_once(':').filter(|_| !inner) {
            let value = value.trim();
            // The sign of a block scalar, with how it keeps its line ends, is no value.
            let sign = value.starts_with(['>', '|']) && value.len() <= 3;
            entries.push((key.trim().to_lowercase(), if sign { String::new() } else { value.to_owned() }));
        } else if let Some((_, value)) = entries.last_mut().filter(|_| inner) {
            let item = line.trim_start().strip_prefix("- ");
            let more = item.unwrap_or(line).trim();
            if !value.is_empty() && !more.is_empty() {
                value.push_str(if item.is_some() { ", " } else { " " });
            }
            value.push_str(more);
        }
    }
    entries
}

/// Takes over what the front matter says.
pub(super) fn front_matter(front: &str, draft: &mut ArticleDraft<'_>) {
    let mut dek = None;
    for (key, value) in entries(front) {
        let value = value.trim_matches(['"', '\'', '[', ']']).trim().to_owned();
        if value.is_empty() {
            continue;
        }
        match key.as_str() {
            "title" | "headline" => draft.title = Some(value),
            "author" | "authors" | "byline" => draft.byline = Some(value),
            "date" | "published" | "pubdate" => draft.published = Some(value),
            "lang" | "language" | "locale" => draft.language = Some(value),
            "url" | "canonical" | "canonical_url" | "link" | "source" => draft.url = Some(value),
            "subtitle" | "dek" | "standfirst" => dek = Some(value),
            _ => {}
        }
    }
    draft.pieces.extend(dek.map(|text| DraftPiece::new(BlockKind::Dek, text)));
}
