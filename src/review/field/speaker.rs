//! The speaker: who asserts a claim in the article.

use serde::{Deserialize, Serialize};

use super::super::Extra;
use super::super::vocabulary::vocabulary;
use super::{Field, Input, Row, Shape, add_line, json, read};

vocabulary! {
    /// How a speaker stands to what is said.
    Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is not so.
        Denies = "denies",
        /// Does not want to say.
        Declines = "declines",
    }
}

/// Who asserts a claim in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// As the article names them.
    pub name: String,
    /// How they stand to it.
    #[serde(default = "asserts")]
    pub stance: Stance,
    /// Through whom it reached the article, when it is second-hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

const fn asserts() -> Stance {
    Stance::Asserts
}

impl Speaker {
    /// Someone who asserts.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), stance: Stance::Asserts, via: None, extra: Extra::default() }
    }

    /// `the mayor (denies, via a spokesman)`.
    pub fn told(&self) -> String {
        match &self.via {
            Some(via) => format!("{} ({}, via {via})", self.name, self.stance),
            None => format!("{} ({})", self.name, self.stance),
        }
    }
}

/// Who asserts the claim.
pub static SPEAKER: Field = Field {
    name: "speaker",
    title: "speaker",
    key: "speaker",
    heading: "Speaker",
    shape: Shape::One(&[
        Row::needed("name", "name", Input::Text),
        Row::new("stance", "stance", Input::Choice(Stance::WORDS, false)),
        Row::new("via", "via", Input::Text).hint("Through whom it reached the article, when it is second-hand."),
    ]),
    always: false,
    get: |claim| json(&claim.speaker),
    set: |claim, value| read(value).map(|speaker| claim.speaker = speaker),
    join: |claim, other| match (&claim.speaker, &other.speaker) {
        (None, theirs) => claim.speaker.clone_from(theirs),
        (Some(ours), Some(theirs)) if ours != theirs => {
            let said = format!("the joined claim was said by {}", theirs.told());
            add_line(&mut claim.record.note, &said);
        }
        (Some(_), _) => {}
    },
};
