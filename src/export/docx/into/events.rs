//! The events of a part of a document, each with its place in bytes, so that what is not touched stays as it was.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::review::Span;

/// Gives `take` each event of `xml` and where it stands, up to the end.
///
/// # Errors
/// When it is no sound XML: what the parser says.
pub(super) fn placed(xml: &str, mut take: impl FnMut(Event<'_>, Span)) -> Result<(), String> {
    let body = xml.trim_start_matches('\u{feff}');
    let skipped = xml.len() - body.len();
    let (mut reader, mut end) = (Reader::from_str(body), skipped);
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let start = end;
        end = skipped + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        if matches!(event, Event::Eof) {
            return Ok(());
        }
        take(event, Span::new(start, end));
    }
}
