//! The sources as a list of works for reference managers: CSL JSON and RIS.

use serde_json::{Value, json};

use super::sheet::ExportSheet;
use super::{json_text, link, moment};
use crate::review::{Source, SourceKind};
use crate::text::quoted;

/// A work, and what is said about it at the claims that it bears on.
struct Reference<'a> {
    source: &'a Source,
    /// `claim 4: primary, supports, p. 3`, one a claim.
    bears: Vec<String>,
}

/// The works in the order of the article, each once: the same title, address and archive are one work.
fn works<'a>(sheet: &'a ExportSheet<'_>) -> Vec<Reference<'a>> {
    let mut works: Vec<Reference<'_>> = Vec::new();
    let mut known: std::collections::HashMap<(&str, &str, &str), usize> = std::collections::HashMap::new();
    for (_, claim) in sheet.claims() {
        for source in &claim.record.sources {
            let parts = [
                source.rank.as_ref().map(ToString::to_string).unwrap_or_default(),
                source.stance.as_ref().map(ToString::to_string).unwrap_or_default(),
                source.locator.clone(),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
            let about = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
            let bears = format!("claim {}{about}", claim.number);
            let at = *known.entry((&source.title, &source.url, &source.archive)).or_insert(works.len());
            match works.get_mut(at) {
                // The work's own passage is that of its first claim.
                Some(work) if work.source.quote != source.quote && !source.quote.trim().is_empty() => {
                    work.bears.push(format!("{bears}, {}", quoted(source.quote.trim())));
                }
                Some(work) => work.bears.push(bears),
                None => works.push(Reference { source, bears: vec![bears] }),
            }
        }
    }
    works
}

/// As CSL JSON: a list of items.
pub(super) fn csl(sheet: &ExportSheet<'_>) -> String {
    let items: Vec<Value> = works(sheet).iter().enumerate().map(|(index, work)| item(index + 1, work)).collect();
    json_text::pretty(&items)
}

fn item(number: usize, work: &Reference<'_>) -> Value {
    let source = work.source;
    let kind = match &source.kind {
        Some(SourceKind::Document) => "report",
        Some(SourceKind::Data) => "dataset",
        Some(SourceKind::Interview) => "interview",
        Some(SourceKind::Law) => "legislation",
        Some(SourceKind::Photo) => "graphic",
        Some(SourceKind::Expert) => "personal_communication",
        Some(SourceKind::Media) => "article-newspaper",
        Some(SourceKind::Web) => "webpage",
        Some(SourceKind::Other(_)) | None if !source.url.is_empty() => "webpage",
        Some(SourceKind::Other(_)) | None => "document",
    };
    let mut item = json!({ "id": format!("source-{number}"), "type": kind, "title": source.name() });
    let members = [
        ("URL", link::checked(&source.url).map(Value::from)),
        ("archive_location", Some(source.archive.as_str()).filter(|text| !text.is_empty()).map(Value::from)),
        ("abstract", Some(source.quote.as_str()).filter(|text| !text.is_empty()).map(Value::from)),
        ("accessed", accessed(&source.checked_at)),
        ("note", Some(work.bears.join("; ").into())),
    ];
    if let Some(item) = item.as_object_mut() {
        item.extend(members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    item
}

/// When a source was looked at, as CSL has dates: a day, a month or a year in parts, anything else as it was written.
fn accessed(checked: &str) -> Option<Value> {
    let checked = checked.trim();
    if let Some(parts) = dated(checked) {
        let parts: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
        return Some(json!({ "date-parts": [parts] }));
    }
    (!checked.is_empty()).then(|| json!({ "raw": checked }))
}

/// The year, the year and the month, or all three of a day.
fn dated(checked: &str) -> Option<Vec<String>> {
    let day = moment::day(checked).unwrap_or_else(|| checked.to_owned());
    let parts: Vec<String> = day.split('-').map(str::to_owned).collect();
    let wide = [4, 2, 2];
    let sound = parts.len() <= 3
        && parts
            .iter()
            .zip(wide)
            .all(|(part, wide)| part.len() == wide && part.bytes().all(|byte| byte.is_ascii_digit()));
    sound.then_some(parts)
}

/// As RIS: a tag a line, lines ended by CR LF.
pub(super) fn ris(sheet: &ExportSheet<'_>) -> String {
    let mut text = String::new();
    for work in works(sheet) {
        let source = work.source;
        let kind = match &source.kind {
            Some(SourceKind::Document) => "RPRT",
            Some(SourceKind::Data) => "DATA",
            Some(SourceKind::Interview | SourceKind::Expert) => "PCOMM",
            Some(SourceKind::Law) => "STAT",
            Some(SourceKind::Photo) => "ART",
            Some(SourceKind::Media) => "NEWS",
            Some(SourceKind::Web) => "ELEC",
            Some(SourceKind::Other(_)) | None if !source.url.is_empty() => "ELEC",
            Some(SourceKind::Other(_)) | None => "GEN",
        };
        // Year, month, day and whatever else is said, each behind a stroke.
        let day = match dated(source.checked_at.trim()) {
            Some(parts) if parts.len() == 3 => parts.join("/"),
            Some(parts) => format!("{}{}", parts.join("/"), "/".repeat(4 - parts.len())),
            None if source.checked_at.trim().is_empty() => String::new(),
            None => format!("///{}", source.checked_at.trim()),
        };
        let mut tags = vec![
            ("TY", kind.to_owned()),
            ("TI", source.name().to_owned()),
            ("UR", link::checked(&source.url).unwrap_or_default()),
            ("AB", source.quote.clone()),
            ("Y2", day),
        ];
        tags.extend(work.bears.iter().map(|bears| ("N1", bears.clone())));
        if !source.archive.trim().is_empty() {
            // With a tag of its own for it, citation-js reads the work by an older list of tags and loses passage and day.
            tags.push(("N1", format!("archived: {}", source.archive)));
        }
        for (tag, words) in tags {
            // A line break would begin another tag.
            let words = words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
            let words = words.collect::<Vec<_>>().join(" ");
            if !words.is_empty() {
                for part in [tag, "  - ", &words, "\r\n"] {
                    text.push_str(part);
                }
            }
        }
        text.push_str("ER  - \r\n\r\n");
    }
    text
}
