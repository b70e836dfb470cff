//! XML in which words are only ever words: names come from this program, everything else is escaped.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML text in the making.
pub(super) struct Xml(Writer<Vec<u8>>);

/// An attribute: its name and its value, which is escaped.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Xml {
    /// A document that begins with its declaration.
    pub(super) fn new() -> io::Result<Self> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Self(writer))
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &'static str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) -> io::Result<()> {
        self.0.write_event(Event::Text(BytesText::new(&lawful(words))))
    }

    /// The document.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

fn start<'a>(name: &'static str, attributes: &[Attribute<'a>]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, lawful(value).as_ref()));
    }
    start
}

/// `words` with U+FFFD for each character that XML 1.0 can't hold.
pub(super) fn lawful(words: &str) -> Cow<'_, str> {
    let lawless = |character: char| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if words.contains(lawless) { Cow::Owned(words.replace(lawless, "\u{fffd}")) } else { Cow::Borrowed(words) }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn words_stay_words() {
        let mut xml = Xml::new().unwrap();
        xml.open("w:t", &[("w:val", "\"<&\u{1}")]).unwrap();
        xml.text("</w:t>&amp;\u{c}").unwrap();
        xml.close("w:t").unwrap();
        let text = String::from_utf8(xml.finish()).unwrap();
        let (_, body) = text.split_once("?>").unwrap();
        assert_eq!(body, "<w:t w:val=\"&quot;&lt;&amp;\u{fffd}\">&lt;/w:t&gt;&amp;amp;\u{fffd}</w:t>");
    }
}
