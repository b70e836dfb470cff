//! Sources: what carries or contradicts a claim.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::super::vocabulary::vocabulary;
use super::{Field, Fresh, Input, Row, Shape, append, json, read};

vocabulary! {
    /// What kind of thing a source is.
    SourceKind {
        /// A report, minutes, a filing, a book.
        Document = "document",
        /// A data set or statistic.
        Data = "data",
        /// Somebody asked by the reviewer or the author.
        Interview = "interview",
        /// A law, ruling or contract.
        Law = "law",
        /// A photo, film or recording.
        Photo = "photo",
        /// What an expert knows of their own.
        Expert = "expert",
        /// Another medium's report.
        Media = "media",
        /// A web page.
        Web = "web",
    }
}

vocabulary! {
    /// How near a source is to the fact.
    Rank {
        /// The origin itself.
        Primary = "primary",
        /// A report about it.
        Secondary = "secondary",
    }
}

vocabulary! {
    /// How a source bears on its claim.
    Support {
        /// It bears the claim out.
        Supports = "supports",
        /// It speaks against it.
        Contradicts = "contradicts",
        /// It helps to understand it.
        Context = "context",
    }
}

impl Support {
    /// How it bore on words that the claim has no more.
    pub fn bore(&self) -> &str {
        match self {
            Self::Supports => "supported what stood here before",
            Self::Contradicts => "contradicted what stood here before",
            Self::Context => "was context for what stood here before",
            Self::Other(word) => word,
        }
    }
}

/// What carries or contradicts a claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Its name within the claim, `s1`, `s2`, …
    pub id: String,
    /// The file in the session's list of evidence that it lies in; empty when it is none of them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The writer's annotation that it was taken from; empty when it was not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub annotation: String,
    /// What it is called.
    pub title: String,
    /// A link; opened only when http or https.
    pub url: String,
    /// Where the page is archived.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub archive: String,
    /// What kind of thing it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// How near it is to the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// How it bears on the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Support>,
    /// Page, paragraph, time stamp.
    pub locator: String,
    /// The passage, in its own words.
    pub quote: String,
    /// The day it was looked at, `2026-11-23`; empty when not known.
    pub checked_at: String,
    /// Left out of every export unless asked for.
    pub confidential: bool,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Source {
    /// A free id beside those `held`.
    pub fn fresh_id(held: &[Self]) -> String {
        SOURCES.fresh_id(&json(&held))
    }

    /// True when it points into a file of the evidence.
    pub const fn is_at_hand(&self) -> bool {
        !self.evidence.is_empty()
    }

    /// What it is called, or else its address.
    pub fn name(&self) -> &str {
        if self.title.trim().is_empty() { &self.url } else { &self.title }
    }
}

/// The sources, in the reviewer's order.
pub static SOURCES: Field = Field {
    name: "sources",
    title: "source",
    key: "source",
    heading: "Source",
    shape: Shape::Many(
        &[
            Row::needed("title", "title", Input::Text).hint("What the source is called. It needs a title or a link."),
            Row::needed("url", "link", Input::Link)
                .hint("http:// or https://; any other reference goes into the locator."),
            Row::new("kind", "kind", Input::Choice(SourceKind::WORDS, true))
                .hint("expert: what an expert knows of their own; media: another medium's report."),
            Row::new("rank", "rank", Input::Choice(Rank::WORDS, true))
                .hint("primary: the origin itself; secondary: a report about it."),
            Row::new("stance", "bearing", Input::Choice(Support::WORDS, true))
                .hint("Does it support the claim, contradict it, or help to understand it?"),
            Row::new("locator", "locator", Input::Text)
                .hint("Page, paragraph, time stamp: where in the source it stands."),
            Row::new("quote", "passage", Input::Text).hint("The words that carry it, as they stand there."),
            Row::new("checked_at", "looked at", Input::Day)
                .fresh(Fresh::Today)
                .hint("The day it was checked: 2026-11-23."),
            Row::new("archive", "archive", Input::Link).hint("A link to an archived copy, http:// or https://."),
            Row::new("confidential", "confidential", Input::Flag)
                .hint("Space changes it. Confidential sources stay out of exports unless asked for."),
        ],
        's',
    ),
    always: true,
    get: |claim| json(&claim.record.sources),
    set: |claim, value| read(value).map(|sources| claim.record.sources = sources),
    join: |claim, other| append(&mut claim.record.sources, &other.record.sources, |source| &mut source.id, 's'),
};
