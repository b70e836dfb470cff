//! Tracked changes of ours as they are written: who, when, and the words.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::super::super::xml::lawful;
use super::anatomy::Anatomy;

/// Whose changes they are.
pub(super) struct RevisionInk<'a> {
    /// The reviewer.
    pub(super) author: &'a str,
    /// When, as an XML Schema dateTime.
    pub(super) date: Option<&'a str>,
    /// What declares the prefix that is written, where the part has another.
    pub(super) declared: &'a str,
}

impl RevisionInk<'_> {
    /// What stands around words that are taken out.
    pub(super) fn deletion(&self, anatomy: &mut Anatomy) -> (String, String) {
        (self.change("w:del", anatomy), "</w:del>".to_owned())
    }

    /// Words that come in, with the properties of their run.
    pub(super) fn insertion(&self, anatomy: &mut Anatomy, properties: &str, words: &str) -> String {
        let mut put = self.change("w:ins", anatomy);
        let _ = write!(put, "<w:r>{}{}</w:r></w:ins>", settled(properties), content(words));
        put
    }

    fn change(&self, element: &str, anatomy: &mut Anatomy) -> String {
        let (id, author) = (anatomy.fresh_id(), escape(lawful(self.author)));
        let date = self.date.map(|date| format!(" w:date=\"{date}\"")).unwrap_or_default();
        format!("<{element}{} w:id=\"{id}\" w:author=\"{author}\"{date}>", self.declared)
    }
}

/// What a run of `words` holds.
pub(super) fn content(words: &str) -> String {
    let mut put = String::new();
    for (index, line) in words.split('\n').enumerate() {
        put.push_str(if index > 0 { "<w:br/>" } else { "" });
        for (index, part) in line.split('\t').enumerate() {
            put.push_str(if index > 0 { "<w:tab/>" } else { "" });
            if !part.is_empty() {
                let _ = write!(put, "<w:t xml:space=\"preserve\">{}</w:t>", escape(lawful(part)));
            }
        }
    }
    put
}

/// Properties without what was tracked of them: new words have no past.
fn settled(properties: &str) -> String {
    let Some(from) = properties.find(":rPrChange").and_then(|at| properties.get(..at)?.rfind('<')) else {
        return properties.to_owned();
    };
    let closing = properties.rfind(":rPrChange>").map_or(properties.len(), |at| at + ":rPrChange>".len());
    let (before, behind) = (properties.get(..from), properties.get(closing..));
    format!("{}{}", before.unwrap_or_default(), behind.unwrap_or_default())
}
