//! schema.org `ClaimReview`: every claim with a verdict as a published check.

use serde::Serialize;

use super::sheet::ExportSheet;
use super::{ExportError, Publisher, json_text, link, moment, names};
use crate::review::{Article, Claim, Verdict};

const CONTEXT: &str = "https://schema.org";

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
    let own = sheet.article().provenance.url.as_deref().unwrap_or_default();
    let page = if publisher.url.trim().is_empty() { own } else { &publisher.url };
    let page = link::checked(page).ok_or(ExportError::NoAddress)?;
    let marked = sheet.checkable().filter_map(|(_, claim)| Some((claim, claim.mark.as_ref()?.verdict.clone())));
    let mut reviews: Vec<Review<'_>> = Vec::new();
    let checked: Vec<(&Claim, Verdict)> = marked.collect();
    for (claim, verdict) in &checked {
        reviews.push(review(sheet, publisher, &page, claim, verdict));
    }
    match reviews.pop() {
        None => Err(ExportError::NoVerdict),
        Some(review) if reviews.is_empty() && !graph => Ok(json_text::pretty(&Alone { context: CONTEXT, review })),
        Some(last) => {
            reviews.push(last);
            Ok(json_text::pretty(&Graph { context: CONTEXT, reviews }))
        }
    }
}

fn review<'a>(
    sheet: &'a ExportSheet<'_>,
    publisher: &'a Publisher,
    page: &str,
    claim: &'a Claim,
    verdict: &'a Verdict,
) -> Review<'a> {
    let article = sheet.article();
    let statement = claim.statement.trim();
    let reviewer = claim.mark.as_ref().map(|mark| mark.by.as_ref()).filter(|by| !by.is_empty());
    let author = match publisher.name.trim() {
        "" => reviewer.map(|name| Agent { kind: "Person", name }),
        name => Some(Agent { kind: "Organization", name }),
    };
    let bare = page.split('#').next().unwrap_or(page);
    Review {
        kind: "ClaimReview",
        url: names::claim(bare, claim.id.as_str()),
        claim_reviewed: if statement.is_empty() { sheet.session().exact(claim) } else { statement },
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
        author: speaker.map(|name| Agent { kind: speaker_kind(name), name }),
        date_published: from.published.as_deref().and_then(moment::day),
        appearance: Work {
            kind: "CreativeWork",
            name: &article.title,
            url: from.url.as_deref().and_then(link::checked),
        },
    }
}

/// Words that stand in the names of houses: companies, offices, societies.
const HOUSES: [&str; 41] = [
    "agency",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "centre",
    "center",
    "club",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "court",
    "department",
    "foundation",
    "government",
    "group",
    "hospital",
    "inc",
    "institute",
    "library",
    "ltd",
    "ministry",
    "museum",
    "network",
    "office",
    "operator",
    "organisation",
    "organization",
    "parliament",
    "party",
    "police",
    "prosecutor's",
    "school",
    "service",
    "society",
    "trust",
    "union",
    "university",
];

/// What a speaker is, by the words that name it: a house, an office or a company is an organization, whoever else speaks a person.
/// schema.org takes no third kind for an author.
fn speaker_kind(name: &str) -> &'static str {
    let mut words = name.split(|c: char| !c.is_alphanumeric() && c != '\'').map(str::to_lowercase);
    if words.any(|word| HOUSES.contains(&word.as_str())) { "Organization" } else { "Person" }
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
