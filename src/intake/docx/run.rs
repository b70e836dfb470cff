//! A run of words in a DOCX: what its properties do to it.

use quick_xml::events::BytesStart;

use super::styles::DocxStyles;
use crate::intake::draft::Authorship;
use crate::intake::{style, xml};

/// The properties of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct RunProperties {
    /// Raised words.
    pub(super) raised: bool,
    /// Hidden or struck words.
    pub(super) gone: bool,
    /// A prompt where nobody wrote anything.
    pub(super) prompt: bool,
}

impl RunProperties {
    /// Takes a property.
    pub(super) fn take(&mut self, name: &str, start: &BytesStart<'_>, styles: &DocxStyles) {
        let value = xml::attribute(start, "val").unwrap_or_default();
        let on = !matches!(value.as_str(), "0" | "false" | "off");
        match name {
            "vertAlign" => self.raised = value == "superscript",
            "vanish" | "strike" | "dstrike" => self.gone = on,
            "rStyle" => {
                self.gone |= styles.hides(&value);
                self.prompt |= value.eq_ignore_ascii_case("PlaceholderText");
            }
            _ => {}
        }
    }
}

/// A sign that was inserted from a font of signs.
pub(super) fn symbol(start: &BytesStart<'_>) -> String {
    let font = xml::attribute(start, "font").unwrap_or_default().to_lowercase();
    let code = xml::attribute(start, "char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0);
    let sign = if font.contains("symbol") {
        style::symbol(code)
    } else if font.contains("dings") {
        style::picture(code)
    } else {
        char::from_u32(if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code })
    };
    sign.filter(|sign| !sign.is_control()).map(String::from).unwrap_or_default()
}

/// Words with the signs of the Symbol font that were typed into them.
pub(super) fn unsigned(words: &str) -> std::borrow::Cow<'_, str> {
    let private = |c: char| ('\u{f020}'..='\u{f0ff}').contains(&c);
    if !words.contains(private) {
        return words.into();
    }
    words
        .chars()
        .map(|c| if private(c) { style::symbol(u32::from(c)).unwrap_or(c) } else { c })
        .collect::<String>()
        .into()
}

/// Who made a tracked change, and when.
pub(super) fn authorship(start: &BytesStart<'_>) -> Authorship {
    let fact = |name: &str| xml::attribute(start, name).filter(|fact| !fact.is_empty());
    Authorship { by: fact("author"), at: fact("date") }
}
