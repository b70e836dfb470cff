//! The part of a document that says how items are marked: each mark as it is set in the article, so that it is no word of the text.

use std::io;

use super::super::xml::Xml;
use super::package::NAMESPACES;
use crate::review::ListPlace;

/// How far a list stands in from the one around it, in twentieths of a point.
const STEP: usize = 454;
/// The deepest level that documents know, from 0.
const DEEPEST: usize = 8;

/// The marks of a document, each with how deep it stands, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Numbering(Vec<(String, usize)>);

impl Numbering {
    /// Names the mark of a block in the properties of its paragraph; how deep it stands where it has none.
    pub(super) fn write(&mut self, body: &mut Xml, item: &ListPlace) -> io::Result<()> {
        let depth = item.depth.min(DEEPEST);
        let Some(mark) = item.mark() else {
            let left = STEP * (depth + 1);
            return if depth > 0 { body.empty("w:ind", &[("w:left", &left.to_string())]) } else { Ok(()) };
        };
        let held = self.0.iter().position(|(held, at)| held == mark && *at == depth);
        let number = held.unwrap_or_else(|| {
            self.0.push((mark.to_owned(), depth));
            self.0.len() - 1
        });
        body.open("w:numPr", &[])?;
        body.empty("w:ilvl", &[("w:val", &depth.to_string())])?;
        body.empty("w:numId", &[("w:val", &(number + 1).to_string())])?;
        body.close("w:numPr")
    }

    /// The part; `None` where nothing is marked.
    pub(super) fn part(&self) -> io::Result<Option<Vec<u8>>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let mut xml = Xml::new()?;
        xml.open("w:numbering", &NAMESPACES)?;
        for (index, (mark, depth)) in self.0.iter().enumerate() {
            xml.open("w:abstractNum", &[("w:abstractNumId", &index.to_string())])?;
            xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")])?;
            for level in 0..=*depth {
                xml.open("w:lvl", &[("w:ilvl", &level.to_string())])?;
                xml.empty("w:start", &[("w:val", "1")])?;
                xml.empty("w:numFmt", &[("w:val", "decimal")])?;
                // What stands here without a sign for the number is set as it is.
                xml.empty("w:lvlText", &[("w:val", mark)])?;
                xml.empty("w:lvlJc", &[("w:val", "left")])?;
                xml.open("w:pPr", &[])?;
                let (left, hanging) = ((STEP * (level + 1)).to_string(), STEP.to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)])?;
                xml.close("w:pPr")?;
                xml.close("w:lvl")?;
            }
            xml.close("w:abstractNum")?;
        }
        for index in 0..self.0.len() {
            xml.open("w:num", &[("w:numId", &(index + 1).to_string())])?;
            xml.empty("w:abstractNumId", &[("w:val", &index.to_string())])?;
            xml.close("w:num")?;
        }
        xml.close("w:numbering")?;
        Ok(Some(xml.finish()))
    }
}
