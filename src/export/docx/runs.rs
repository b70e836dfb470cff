//! Runs of text within a paragraph.

use std::io;

use super::super::xml::Xml;

/// A run of words as they stand; line breaks and tabs become elements.
pub(super) fn plain(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:t")
}

/// A run of words that are taken out; stands inside `w:del`.
pub(super) fn deleted(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:delText")
}

fn run(xml: &mut Xml, words: &str, element: &'static str) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    xml.open("w:r", &[])?;
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            xml.empty("w:br", &[])?;
        }
        for (index, part) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[])?;
            }
            if !part.is_empty() {
                xml.open(element, &[("xml:space", "preserve")])?;
                xml.text(part)?;
                xml.close(element)?;
            }
        }
    }
    xml.close("w:r")
}
