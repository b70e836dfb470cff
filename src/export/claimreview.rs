//! schema.org `ClaimReview`: every claim with a verdict as a published check.

use serde::Serialize;

use super::agent::AgentKind;
use super::sheet::ExportSheet;
use super::{ExportError, Publisher, json_text, link, moment, names};
use crate::quantity::differing;
use crate::review::{Article, Claim, Verdict};

const CONTEXT: &str = "https://schema.org";

/// Stands for a claim's number in the address of its page.
const NUMBER: &str = "claim-number-here";

#[derive(Serialize)]
struct Alone<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    review: Review<'a>,
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    reviews: Vec<Review<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Review<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    claim_reviewed: &'a str,
    item_reviewed: Reviewed<'a>,
    #[serde(rename = "reviewRating")]
    rating: Rating<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Work<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reviewed<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    appearance: Work<'a>,
}

#[derive(Serialize)]
struct Agent<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Work<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Words always; numbers only where the verdict is one end of the scale.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    alternate_name: &'a str,
    #[serde(flatten)]
    scale: Option<Scale>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Scale {
    rating_value: u8,
    best_rating: u8,
    worst_rating: u8,
}

/// One object for a single check, a `@graph` for several or when `graph` asks for it.
pub(super) fn checks(sheet: &ExportSheet<'_>, publisher: &Publisher, graph: bool) -> Result<String, ExportError> {
    let page = address(sheet, publisher)?;
    let mut marked = checked(sheet);
    if let Some(number) = &publisher.claim {
        marked.retain(|(claim, _)| claim.number.to_string() == *number);
    }
    let mut reviews: Vec<Review<'_>> = Vec::new();
    for (claim, verdict) in &marked {
        reviews.push(review(sheet, publisher, &page, claim, verdict));
    }
    match (reviews.pop(), &publisher.claim) {
        (None, Some(number)) => Err(ExportError::NoCheck(number.clone())),
        (None, None) => Err(ExportError::NoVerdict),
        (Some(review), _) if reviews.is_empty() && !graph => Ok(json_text::pretty(&Alone { context: CONTEXT, review })),
        (Some(last), _) => {
            reviews.push(last);
            Ok(json_text::pretty(&Graph { context: CONTEXT, reviews }))
        }
    }
}

/// The number of every claim that has a check to publish.
pub(super) fn numbers(sheet: &ExportSheet<'_>) -> Vec<String> {
    checked(sheet).iter().map(|(claim, _)| claim.number.to_string()).collect()
}

/// The claims with a verdict.
fn checked<'a>(sheet: &'a ExportSheet<'_>) -> Vec<(&'a Claim, Verdict)> {
    sheet.checkable().filter_map(|(_, claim)| Some((claim, claim.mark.as_ref()?.verdict.clone()))).collect()
}

/// The page that publishes the checks; `{}` in it stands for a claim's number.
fn address(sheet: &ExportSheet<'_>, publisher: &Publisher) -> Result<String, ExportError> {
    let own = sheet.article().provenance.url.as_deref().unwrap_or_default();
    let page = if publisher.url.trim().is_empty() { own } else { &publisher.url };
    // Braces are no part of an address until the number stands there.
    link::checked(&page.replace("{}", NUMBER)).ok_or(ExportError::NoAddress)
}

fn review<'a>(
    sheet: &'a ExportSheet<'_>,
    publisher: &'a Publisher,
    page: &str,
    claim: &'a Claim,
    verdict: &'a Verdict,
) -> Review<'a> {
    let article = sheet.article();
    let (words, statement) = (sheet.session().exact(claim), claim.statement.trim());
    // What was stated of other words, before a draft changed a figure in them, was not reviewed.
    let is_of_these = !statement.is_empty() && differing(words, statement, &article.language).is_none();
    let reviewer = claim.mark.as_ref().map(|mark| mark.by.as_ref()).filter(|by| !by.is_empty());
    let author = match publisher.name.trim() {
        "" => reviewer.map(|name| Agent { kind: "Person", name }),
        name => Some(Agent { kind: "Organization", name }),
    };
    let bare = page.split('#').next().unwrap_or(page);
    let url = if page.contains(NUMBER) {
        page.replace(NUMBER, &claim.number.to_string())
    } else {
        names::claim(bare, claim.id.as_str())
    };
    Review {
        kind: "ClaimReview",
        url,
        claim_reviewed: if is_of_these { statement } else { words },
        item_reviewed: reviewed(article, claim),
        rating: rating(verdict),
        author,
        date_published: claim.mark.as_ref().and_then(|mark| moment::moment(&mark.at)),
        in_language: Some(article.language.as_str()).filter(|code| !code.is_empty()),
        citation: claim
            .record
            .sources
            .iter()
            .map(|source| Work { kind: "CreativeWork", name: &source.title, url: link::checked(&source.url) })
            .filter(|work| !work.name.trim().is_empty() || work.url.is_some())
            .collect(),
    }
}

fn reviewed<'a>(article: &'a Article, claim: &'a Claim) -> Reviewed<'a> {
    let from = &article.provenance;
    let speaker = claim.speaker.as_deref().map(|speaker| speaker.name.as_str()).filter(|name| !name.trim().is_empty());
    Reviewed {
        kind: "Claim",
        author: speaker.map(|name| Agent { kind: AgentKind::of(name).name(), name }),
        date_published: from.published.as_deref().and_then(moment::day),
        appearance: Work {
            kind: "CreativeWork",
            name: &article.title,
            url: from.url.as_deref().and_then(link::checked),
        },
    }
}

fn rating(verdict: &Verdict) -> Rating<'_> {
    let end = |rating_value| Some(Scale { rating_value, best_rating: 5, worst_rating: 1 });
    let (alternate_name, scale) = match verdict {
        Verdict::Verified => ("Verified", end(5)),
        Verdict::Disputed => ("Disputed", end(1)),
        Verdict::Unknown => ("Unknown: could not be settled", None),
        Verdict::Dismissed => ("Nothing to check", None),
        Verdict::Other(word) => (word.as_ref(), None),
    };
    Rating { kind: "Rating", alternate_name, scale }
}
