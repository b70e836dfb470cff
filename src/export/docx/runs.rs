//! Runs of text within a paragraph.

use std::io;

use super::super::xml::Xml;

/// A run of words as they stand; line breaks and tabs become elements.
pub(super) fn plain(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:t", None)
}

/// A run of words with a line through them, which stand in the text all the same.
pub(super) fn struck(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:t", Some("w:strike"))
}

/// A run of words in bold.
pub(super) fn bold(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:t", Some("w:b"))
}

/// A run of words that are taken out; stands inside `w:del`.
pub(super) fn deleted(xml: &mut Xml, words: &str) -> io::Result<()> {
    run(xml, words, "w:delText", None)
}

fn run(xml: &mut Xml, words: &str, element: &'static str, look: Option<&'static str>) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    xml.open("w:r", &[])?;
    if let Some(look) = look {
        xml.open("w:rPr", &[])?;
        xml.empty(look, &[])?;
        xml.close("w:rPr")?;
    }
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
