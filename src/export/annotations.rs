//! A W3C Web Annotation collection: one annotation a claim, positions in code points of the article's text.

use serde::Serialize;
use serde_json::{Value, json};

use super::as_of::{self, AS_OF};
use super::sheet::ExportSheet;
use super::{json, json_text, link, moment, names};
use crate::review::wire::AnchorShape;
use crate::review::{Claim, Source, Status};

/// The member of an annotation of ours that holds the whole record of its claim, as the session file has it.
pub(super) const RECORD: &str = "factdesk";

#[derive(Serialize)]
struct WebAnnotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    body: Vec<Value>,
    target: Target<'a>,
    #[serde(rename = "factdesk")]
    record: Value,
}

#[derive(Serialize)]
struct Target<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: &'a str,
    selector: [Value; 2],
}

/// The collection with all its annotations in one page, dismissed claims among them.
pub(super) fn collection(sheet: &ExportSheet<'_>) -> String {
    let (session, article) = (names::session(sheet), names::article(sheet));
    let items: Vec<WebAnnotation<'_>> =
        sheet.claims().map(|(_, claim)| annotation(sheet, &session, &article, claim)).collect();
    let page = names::claim(&session, "page-1");
    json_text::pretty(&json!({
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            { RECORD: { "@id": "urn:x-factdesk:record", "@type": "@json" } },
        ],
        "id": &session,
        "type": "AnnotationCollection",
        "label": sheet.article().title,
        "total": items.len(),
        "first": {
            "id": &page,
            "type": "AnnotationPage",
            "partOf": &session,
            "startIndex": 0,
            "items": items,
        },
        "last": &page,
    }))
}

fn annotation<'a>(sheet: &ExportSheet<'_>, session: &str, article: &'a str, claim: &Claim) -> WebAnnotation<'a> {
    let mark = sheet.mark(claim);
    let mark = mark.as_deref();
    let anchor = AnchorShape::of(sheet.article(), claim.span);
    WebAnnotation {
        id: names::claim(session, claim.id.as_str()),
        kind: "Annotation",
        motivation: "assessing",
        creator: mark.filter(|mark| !mark.by.is_empty()).map(|mark| json!({ "type": "Person", "name": &*mark.by })),
        created: mark.and_then(|mark| moment::moment(&mark.at)),
        body: bodies(claim),
        target: Target {
            kind: "SpecificResource",
            source: article,
            selector: [
                json!({
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                }),
                json!({ "type": "TextPositionSelector", "start": anchor.start, "end": anchor.end }),
            ],
        },
        record: record(sheet, claim),
    }
}

/// Verdict, note, statement, questions and answers, corrections, right of reply, sources, tags, remarks, each with its purpose. An
/// unchecked claim has the word `unchecked` where others have their verdict; a dismissed one `dismissed`.
fn bodies(claim: &Claim) -> Vec<Value> {
    let record = &claim.record;
    let sources = &mut record.sources.iter();
    let bodies = said(claim).into_iter().map(|(purpose, text)| match purpose {
        "linking" => sources.next().map_or_else(|| words(purpose, &text), source),
        _ => words(purpose, &text),
    });
    let mut bodies: Vec<Value> = bodies.collect();
    bodies.extend(record.remarks.iter().map(|remark| {
        let mut body = words("commenting", &remark.text);
        if let Some(members) = body.as_object_mut().filter(|_| !remark.by.trim().is_empty()) {
            members.insert("creator".to_owned(), json!({ "type": "Person", "name": remark.by }));
        }
        body
    }));
    bodies
}

/// What the bodies about `claim` say, remarks of others apart: purpose and words, of a source its address or else its title.
pub(super) fn said(claim: &Claim) -> Vec<(&'static str, String)> {
    let record = &claim.record;
    let status = claim.status();
    let verdict = match &claim.mark {
        Some(mark) if status != Status::Dismissed => mark.verdict.as_str(),
        _ => status.word(),
    };
    // Several programs take their label from a body for classifying, and know none for assessing.
    let mut said = vec![("assessing", verdict.to_owned()), ("classifying", verdict.to_owned())];
    let mut say = |purpose: &'static str, text: &str| {
        if !text.trim().is_empty() {
            said.push((purpose, text.to_owned()));
        }
    };
    say("commenting", &record.note);
    say("describing", &claim.statement);
    for query in &record.queries {
        say("questioning", &query.question);
        say("replying", &query.answer);
    }
    for correction in &record.corrections {
        say("editing", &correction.text);
    }
    for reply in &record.replies {
        // No purpose that comes back in: the answer to a query is another thing.
        say("identifying", &format!("right of reply, {}: {}", reply.who, reply.answer));
    }
    said.extend(record.sources.iter().map(|source| ("linking", address(source))));
    said.extend(record.tags.iter().map(|tag| ("tagging", tag.clone())));
    said
}

/// A source's address, where that may be a link, or else what it is called.
fn address(source: &Source) -> String {
    link::checked(&source.url).unwrap_or_else(|| {
        [&source.title, &source.url].into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
    })
}

/// Everything that is written down about `claim`, as the session file has it, so that nothing is lost on the way back.
fn record(sheet: &ExportSheet<'_>, claim: &Claim) -> Value {
    let mut record = serde_json::to_value(json::shape(sheet, claim)).unwrap_or_default();
    if let Some(members) = record.as_object_mut() {
        members.retain(|name, _| !["id", "anchor", "proposal"].contains(&name.as_str()));
        members.insert(AS_OF.to_owned(), as_of::told(sheet.whole()).into());
    }
    record
}

fn words(purpose: &str, text: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": text })
}

/// A link where the source has one, else its title in words.
fn source(source: &Source) -> Value {
    match link::checked(&source.url) {
        Some(url) => json!({
            "type": "SpecificResource",
            "purpose": "linking",
            "source": { "id": url, "type": "Text", "label": source.title },
        }),
        None => words("linking", &address(source)),
    }
}
