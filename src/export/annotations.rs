//! A W3C Web Annotation collection: one annotation a claim, positions in code points of the article's text.

use serde::Serialize;
use serde_json::{Value, json};

use super::sheet::Sheet;
use super::{json_text, link, moment, names};
use crate::review::wire::AnchorShape;
use crate::review::{Claim, Source};

#[derive(Serialize)]
struct Annotation<'a> {
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
}

#[derive(Serialize)]
struct Target<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: &'a str,
    selector: [Value; 2],
}

/// The collection with all its annotations in one page. Dismissed claims are left out.
pub(super) fn collection(sheet: &Sheet<'_>) -> String {
    let (session, article) = (names::session(sheet), names::article(sheet));
    let items: Vec<Annotation<'_>> =
        sheet.checkable().map(|(_, claim)| annotation(sheet, &session, &article, claim)).collect();
    let page = names::claim(&session, "page-1");
    json_text::pretty(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
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

fn annotation<'a>(sheet: &Sheet<'_>, session: &str, article: &'a str, claim: &Claim) -> Annotation<'a> {
    let mark = claim.mark.as_ref();
    let anchor = AnchorShape::of(sheet.article(), claim.span);
    Annotation {
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
    }
}

/// Verdict, note, statement, question and answer, correction, sources, tags, each with its purpose. An unchecked claim has
/// the word `unchecked` where others have their verdict.
fn bodies(claim: &Claim) -> Vec<Value> {
    let record = &claim.record;
    let verdict = claim.mark.as_ref().map_or(claim.status().word(), |mark| mark.verdict.as_str());
    let mut bodies = vec![words("assessing", verdict)];
    let mut say = |purpose: &str, text: &str| {
        if !text.trim().is_empty() {
            bodies.push(words(purpose, text));
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
    bodies.extend(record.sources.iter().map(source));
    bodies.extend(record.tags.iter().map(|tag| words("tagging", tag)));
    bodies
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
        None => words(
            "linking",
            [&source.title, &source.url].into_iter().find(|name| !name.is_empty()).map_or("", |name| name),
        ),
    }
}
