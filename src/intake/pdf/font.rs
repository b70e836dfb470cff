//! Fonts of a PDF: what their codes mean and how wide they are.

use std::collections::HashMap;

use encoding_rs::{MACINTOSH, WINDOWS_1252};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::cmap::{CMap, utf16};
use super::{glyph, letter};

/// A font.
#[derive(Debug)]
pub(super) struct PdfFont {
    unicode: CMap,
    codes: Codes,
    widths: HashMap<u32, f32>,
    usual: f32,
    /// Glyph space to text space: a thousandth, except in fonts that draw their letters.
    scale: f32,
    pub(super) bold: bool,
}

/// What codes mean without a map.
#[derive(Debug)]
enum Codes {
    /// One byte each, by table.
    Single(HashMap<u32, char>, bool),
    /// Two bytes each, which say nothing by themselves.
    Double,
    /// Two bytes of UTF-16.
    Utf16,
}

/// One code of a string.
#[derive(Debug)]
pub(super) struct Glyph {
    /// Its characters; `None` when nothing tells.
    pub(super) text: Option<String>,
    /// How wide it is at size 1.
    pub(super) width: f32,
    /// True for the blank of a font of single bytes, which word spacing widens.
    pub(super) blank: bool,
}

impl PdfFont {
    /// Reads a font.
    pub(super) fn read(font: &Dict<'_>) -> Self {
        let unicode =
            font.get::<Stream<'_>>("ToUnicode").and_then(|map| map.decoded().ok().map(|bytes| CMap::read(&bytes)));
        let name = font.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_lowercase()).unwrap_or_default();
        let bold = ["bold", "black", "heavy", "semibold"].iter().any(|weight| name.contains(weight));
        let unicode = unicode.unwrap_or_default();
        let subtype = font.get::<Name<'_>>("Subtype");
        let subtype = subtype.as_ref().map(Name::as_str).unwrap_or_default();
        if subtype == "Type0" {
            let below = font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
            let named = font.get::<Name<'_>>("Encoding").map(|name| name.as_str().to_owned()).unwrap_or_default();
            let codes = if named.contains("UCS2") || named.contains("UTF16") { Codes::Utf16 } else { Codes::Double };
            let usual = below.as_ref().and_then(|font| font.get::<f32>("DW")).unwrap_or(1000.0);
            let widths = below.and_then(|font| font.get::<Array<'_>>("W")).map(|list| wide(&list)).unwrap_or_default();
            return Self { unicode, codes, widths, usual, scale: 0.001, bold };
        }
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        let listed = font.get::<Array<'_>>("Widths");
        let widths = listed.map(|list| (first..).zip(list.iter::<f32>()).collect()).unwrap_or_default();
        let matrix = font.get::<Array<'_>>("FontMatrix").and_then(|matrix| matrix.iter::<f32>().next());
        let scale = matrix.filter(|_| subtype == "Type3").unwrap_or(0.001);
        let usual = if name.contains("courier") || name.contains("mono") { 600.0 } else { 0.0 };
        Self { unicode, codes: single(font), widths, usual, scale, bold }
    }

    /// The glyphs of a string.
    pub(super) fn glyphs(&self, bytes: &[u8]) -> Vec<Glyph> {
        let double = !matches!(self.codes, Codes::Single(..));
        bytes.chunks(if double { 2 } else { 1 }).map(|code| self.glyph(code)).collect()
    }

    fn glyph(&self, bytes: &[u8]) -> Glyph {
        let code = bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        let mapped = self.unicode.get(code).filter(|text| !text.is_empty() && *text != "\u{fffd}").map(str::to_owned);
        let text = mapped.or_else(|| match &self.codes {
            Codes::Single(table, latin) => {
                let byte = u8::try_from(code).unwrap_or(0);
                let usual = || latin.then(|| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned());
                table.get(&code).map(ToString::to_string).or_else(usual).filter(|text| !text.contains(char::is_control))
            }
            Codes::Double => None,
            Codes::Utf16 => Some(utf16(bytes)),
        });
        let text = text.map(|text| letter::as_seen(unligated(&text)));
        let width = self.widths.get(&code).copied().unwrap_or_else(|| self.guessed(text.as_deref()));
        Glyph { text, width: width * self.scale, blank: bytes == b" " }
    }

    /// The width of a glyph that the file leaves to the reader's own fonts.
    fn guessed(&self, text: Option<&str>) -> f32 {
        if self.usual > 0.0 || !matches!(self.codes, Codes::Single(..)) {
            return self.usual;
        }
        match text.and_then(|text| text.chars().next()) {
            Some('i' | 'j' | 'l' | '.' | ',' | ';' | ':' | '\'' | '|' | '!' | ' ' | 'f' | 't' | 'I') => 278.0,
            Some('m' | 'w' | 'M' | 'W') => 830.0,
            Some(c) if c.is_uppercase() => 667.0,
            _ => 540.0,
        }
    }
}

/// Letters that were set as one, apart.
fn unligated(text: &str) -> String {
    let mut apart = text.to_owned();
    for (one, letters) in [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅ", "st"), ("ﬆ", "st")]
    {
        if apart.contains(one) {
            apart = apart.replace(one, letters);
        }
    }
    apart
}

/// What single bytes mean: the named encoding, and the glyphs that differ from it.
fn single(font: &Dict<'_>) -> Codes {
    let mut table = HashMap::new();
    let encoding = font.get::<Object<'_>>("Encoding");
    let mut named = font.get::<Name<'_>>("Encoding").map(|name| name.as_str().to_owned());
    if let Some(Object::Dict(list)) = encoding {
        named = list.get::<Name<'_>>("BaseEncoding").map(|name| name.as_str().to_owned());
        let mut code = 0;
        for item in list
            .get::<Array<'_>>("Differences")
            .into_iter()
            .flat_map(|list| list.iter::<Object<'_>>().collect::<Vec<_>>())
        {
            if let Object::Number(number) = &item {
                code = u32::try_from(number.as_i64()).unwrap_or(0);
            } else if let Object::Name(name) = &item {
                table.extend(glyph::character(name.as_str()).map(|c| (code, c)));
                code += 1;
            }
        }
    }
    if named.as_deref() == Some("MacRomanEncoding") {
        for code in 0x80..=0xff_u8 {
            let decoded = MACINTOSH.decode_without_bom_handling(&[code]).0.chars().next();
            if let Some(c) = decoded {
                table.entry(u32::from(code)).or_insert(c);
            }
        }
    }
    // A font of its own signs without a map says nothing of its codes.
    let base = font.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_lowercase()).unwrap_or_default();
    let latin = !["symbol", "dings"].iter().any(|signs| base.contains(signs));
    Codes::Single(table, latin)
}

/// The widths of a font of double bytes: `code [w w …]` or `first last w`.
fn wide(list: &Array<'_>) -> HashMap<u32, f32> {
    let items: Vec<Object<'_>> = list.iter::<Object<'_>>().collect();
    let mut widths = HashMap::new();
    let mut rest = items.as_slice();
    let code = |number: &Number| u32::try_from(number.as_i64()).unwrap_or(0);
    loop {
        match rest {
            [Object::Number(first), Object::Array(each), after @ ..] => {
                widths.extend((code(first)..).zip(each.iter::<f32>()));
                rest = after;
            }
            [Object::Number(first), Object::Number(last), Object::Number(width), after @ ..] => {
                let codes = code(first)..=code(last).min(code(first).saturating_add(0xFFFF));
                widths.extend(codes.map(|code| (code, width.as_f32())));
                rest = after;
            }
            [_, after @ ..] => rest = after,
            [] => return widths,
        }
    }
}
