//! Reads the XML of a document's part as a row of openings, closings and words.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What is met on the way through a part. Names are without their prefix.
pub(in crate::export) enum Node<'a> {
    /// An element begins; an empty one is closed at once.
    Open(&'a str, Element<'a>),
    /// An element ends.
    Close(&'a str),
    /// Words, references resolved.
    Text(&'a str),
}

/// An element's attributes.
pub(in crate::export) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// The attribute `name`, its prefix included; empty when there is none or it can't be read.
    pub(in crate::export) fn value(&self, name: &str) -> String {
        let found = self.0.try_get_attribute(name).ok().flatten();
        found
            .and_then(|one| one.normalized_value(XmlVersion::Implicit1_0).ok())
            .map(std::borrow::Cow::into_owned)
            .unwrap_or_default()
    }
}

/// Goes through `xml` from start to end.
pub(in crate::export) fn walk(xml: &str, mut meet: impl FnMut(Node<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => return Ok(()),
            Event::Start(element) => meet(Node::Open(element.local_name().as_ref(), Element(&element))),
            Event::Empty(element) => {
                let name = element.local_name();
                meet(Node::Open(name.as_ref(), Element(&element)));
                meet(Node::Close(name.as_ref()));
            }
            Event::End(element) => meet(Node::Close(element.local_name().as_ref())),
            Event::Text(words) => meet(Node::Text(&words.xml10_content())),
            Event::CData(words) => meet(Node::Text(&words.xml10_content())),
            Event::GeneralRef(name) => {
                if let Some(character) = name.resolve_char_ref().map_err(|error| error.to_string())? {
                    meet(Node::Text(character.encode_utf8(&mut [0; 4])));
                } else if let Some(words) = resolve_predefined_entity(&name.xml10_content()) {
                    meet(Node::Text(words));
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}
