//! The elements and words of an XML text, in order. Entities that a document declares for itself are never expanded.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::text::Span;

/// What is said of a file that ends before it is whole: what was read of it would be an article cut short.
pub(super) const CUT: &str = "it ends in the middle; fetch or save it again";

/// True for an XML file that does not end with the end of its first element.
pub(super) fn is_cut(xml: &str) -> bool {
    let named = |tag: &str| tag.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let root = xml.split('<').skip(1).find(|tag| named(tag)).unwrap_or_default();
    let name = root.split(|one: char| one.is_whitespace() || matches!(one, '>' | '/')).next().unwrap_or_default();
    let end = memchr::memmem::rfind(xml.as_bytes(), b"</").and_then(|at| xml.get(at + 2..)).unwrap_or_default();
    let ended = end.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('>'));
    let only = root.split_once('>').is_some_and(|(tag, _)| tag.ends_with('/'));
    !name.is_empty() && !ended && !only
}

/// One thing that is met in a text.
pub(super) enum Met<'a> {
    /// An element begins.
    Open(BytesStart<'a>),
    /// An element ends; its name without prefix.
    Close(String),
    /// Words.
    Words(String),
}

/// Meets everything in `xml` in order, up to its end or to where it is damaged.
///
/// # Errors
/// When it is no sound XML: what the parser says.
pub(super) fn meet(xml: &str, mut met: impl FnMut(Met<'_>)) -> Result<(), String> {
    meet_at(xml, |_, thing| met(thing))
}

/// Meets everything in `xml` in order, each with the bytes of `xml` that it stands in: an empty element's beginning and end in the same.
///
/// # Errors
/// When it is no sound XML: what the parser says.
pub(super) fn meet_at(xml: &str, mut met: impl FnMut(Span, Met<'_>)) -> Result<(), String> {
    let body = xml.trim_start_matches('\u{feff}');
    let skipped = xml.len() - body.len();
    let mut reader = Reader::from_str(body);
    let mut end = skipped;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let start =
            std::mem::replace(&mut end, skipped + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        let at = Span::new(start, end);
        match event {
            Event::Start(start) => met(at, Met::Open(start)),
            Event::Empty(start) => {
                let name = local(&start);
                met(at, Met::Open(start));
                met(at, Met::Close(name));
            }
            Event::End(end) => met(at, Met::Close(end.local_name().as_ref().to_owned())),
            Event::Text(text) => met(at, Met::Words(text.into_inner().into_owned())),
            Event::CData(text) => met(at, Met::Words(text.into_inner().into_owned())),
            Event::GeneralRef(reference) => met(at, Met::Words(resolve(&reference))),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The character that a reference stands for, by XML's names or HTML's; a name that is neither stands as it is written, so that
/// whoever reads sees that a word is wanting.
fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

/// An element's name without its prefix.
pub(super) fn local(start: &BytesStart<'_>) -> String {
    start.local_name().as_ref().to_owned()
}

/// The value of an element's attribute, by the attribute's name without its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// A document's facts, by the names of their elements; a damaged list is no reason not to read the article.
pub(super) fn facts(xml: &str) -> HashMap<String, String> {
    let mut facts: HashMap<String, String> = HashMap::new();
    let mut open = String::new();
    let _ = meet(xml, |met| match met {
        Met::Open(start) => open = local(&start),
        Met::Words(words) if !open.is_empty() => facts.entry(open.clone()).or_default().push_str(words.trim()),
        Met::Close(_) => open.clear(),
        Met::Words(_) => {}
    });
    facts
}
