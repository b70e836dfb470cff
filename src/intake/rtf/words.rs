//! The characters of RTF: bytes in code pages, Unicode with its fall-back, fonts of signs, and the address in a field.

use super::RtfReader;
use super::state::{FontEncoding, Tables, To};
use crate::intake::style;

impl RtfReader {
    /// Reads the bytes that are waiting, in the font's code page.
    pub(super) fn settle(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let plain = bytes.is_ascii();
        let font = if self.state.to == To::Font { FontEncoding::Own } else { self.tables.reads(self.state.font) };
        let words = match font {
            FontEncoding::Symbols => bytes.iter().filter_map(|byte| style::symbol(u32::from(*byte))).collect(),
            FontEncoding::Pictures => bytes.iter().filter_map(|byte| style::picture(u32::from(*byte))).collect(),
            FontEncoding::Letters(encoding) if !plain => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
            FontEncoding::Letters(_) | FontEncoding::Own => String::from_utf8_lossy(&bytes).into_owned(),
        };
        self.push(&words);
    }

    /// A character by its number, which is written as if it had a sign; two make one beyond the first plane.
    pub(super) fn unicode(&mut self, number: i32) {
        self.pass = self.state.fallback;
        let Ok(unit) = u16::try_from(if number < 0 { number + 0x1_0000 } else { number }) else {
            if let Some(c) = u32::try_from(number).ok().and_then(char::from_u32) {
                self.push(c.encode_utf8(&mut [0; 4]));
            }
            return;
        };
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let signs = self.tables.reads(self.state.font);
        for c in char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')) {
            let private = ('\u{f000}'..='\u{f0ff}').contains(&c);
            let read = match signs {
                FontEncoding::Pictures if private => style::picture(u32::from(c)),
                _ if private => style::symbol(u32::from(c)),
                FontEncoding::Letters(_) | FontEncoding::Symbols | FontEncoding::Pictures | FontEncoding::Own => {
                    Some(c)
                }
            };
            self.push(read.unwrap_or(c).encode_utf8(&mut [0; 4]));
        }
    }
}

/// Takes a font's name into the table: some are fonts of signs, whatever their character set.
pub(super) fn named_font(tables: &mut Tables, font: i32, name: &str) {
    let folded = name.to_lowercase();
    if folded.contains("wingdings") || folded.contains("webdings") || folded.contains("dingbats") {
        tables.fonts.insert(font, FontEncoding::Pictures);
    } else if tables.fonts.get(&font) == Some(&FontEncoding::Symbols) && !folded.contains("symbol") {
        // A character set of signs without a font of signs: its letters are letters.
        tables.fonts.insert(font, FontEncoding::Own);
    }
}

/// The address in a field's instruction `HYPERLINK "…"`.
pub(super) fn link(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let to = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).map_or(rest, |(to, _)| to).trim();
    (to.starts_with("http://") || to.starts_with("https://")).then(|| to.to_owned())
}
