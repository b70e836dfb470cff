//! The parts that a DOCX names: which is the text, which hold its notes, where its links lead.

use std::collections::HashMap;

use crate::intake::archive::Archive;
use crate::intake::taken::IntakeError;
use crate::intake::xml::{self, Met};
use crate::text::part_name::resolved;

/// Where parts of a document come from: an archive, or one XML text that holds them all.
pub(super) trait PartSource {
    /// The text of a part; `None` when there is no such part.
    ///
    /// # Errors
    /// When it can't be unpacked.
    fn part(&mut self, name: &str) -> Result<Option<String>, IntakeError>;
}

impl PartSource for Archive<'_> {
    fn part(&mut self, name: &str) -> Result<Option<String>, IntakeError> {
        Archive::part(self, name)
    }
}

/// Something that a part points to.
#[derive(Debug)]
struct Relation {
    /// The last word of its type: `footnotes`, `hyperlink`.
    kind: String,
    target: String,
    external: bool,
}

/// What a part points to, by ids.
#[derive(Debug, Default)]
pub(super) struct Relations {
    folder: String,
    all: HashMap<String, Relation>,
}

impl Relations {
    /// What the part `name` points to; the package's own for an empty name.
    ///
    /// # Errors
    /// When the list can't be unpacked.
    pub(super) fn of(parts: &mut impl PartSource, name: &str) -> Result<Self, IntakeError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let list = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let mut relations = Self { folder: folder.to_owned(), all: HashMap::new() };
        // Without the list, parts are found by their usual names.
        let Some(xml) = parts.part(&list)? else { return Ok(relations) };
        let _ = xml::meet(&xml, |met| {
            let Met::Open(start) = met else { return };
            let value = |key: &str| xml::attribute(&start, key).unwrap_or_default();
            if xml::local(&start) == "Relationship" {
                let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let external = value("TargetMode") == "External";
                relations.all.insert(value("Id"), Relation { kind, target: value("Target"), external });
            }
        });
        Ok(relations)
    }

    /// The part of this kind.
    pub(super) fn named(&self, kind: &str) -> Option<String> {
        let found = self.all.values().find(|relation| relation.kind == kind && !relation.external)?;
        Some(self.path(&found.target))
    }

    /// The parts of this kind, by ids.
    pub(super) fn parts(&self, kind: &str) -> Vec<(String, String)> {
        let fits = self.all.iter().filter(|(_, relation)| relation.kind == kind && !relation.external);
        fits.map(|(id, relation)| (id.clone(), self.path(&relation.target))).collect()
    }

    /// Where links lead, by ids.
    pub(super) fn links(&self) -> HashMap<String, String> {
        let fits = self.all.iter().filter(|(_, relation)| relation.kind == "hyperlink" && relation.external);
        fits.map(|(id, relation)| (id.clone(), relation.target.clone())).collect()
    }

    fn path(&self, target: &str) -> String {
        resolved(&self.folder, target)
    }
}

/// A document saved as one XML text (flat OPC): its parts stand one behind another.
pub(super) struct Flat<'a>(pub(super) &'a str);

impl PartSource for Flat<'_> {
    fn part(&mut self, name: &str) -> Result<Option<String>, IntakeError> {
        let opening = format!("pkg:name=\"/{name}\"");
        let Some(at) = self.0.find(&opening) else { return Ok(None) };
        let rest = self.0.get(at..).unwrap_or_default();
        let end = rest.find("</pkg:part>").unwrap_or(rest.len());
        let part = rest.get(..end).unwrap_or_default();
        let inside = part.split_once("<pkg:xmlData").and_then(|(_, rest)| rest.split_once('>'));
        let inside = inside.and_then(|(_, rest)| rest.rsplit_once("</pkg:xmlData>"));
        Ok(inside.map(|(xml, _)| xml.to_owned()))
    }
}
