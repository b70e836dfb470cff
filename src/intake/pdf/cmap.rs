//! What a font's codes mean: its map to Unicode.

use std::collections::HashMap;

/// Codes and the characters they stand for.
#[derive(Debug, Default)]
pub(super) struct CMap {
    found: HashMap<u32, String>,
}

/// Codes of one range that are taken; a font has no more.
const MOST: u32 = 0x1_0000;

impl CMap {
    /// Reads a map; what is damaged in it is passed by.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let words = words(bytes);
        let mut at = 0;
        while let Some(word) = words.get(at) {
            at += 1;
            let (ranges, end) = match word {
                CMapToken::Name("beginbfchar") => (false, "endbfchar"),
                CMapToken::Name("beginbfrange") => (true, "endbfrange"),
                CMapToken::Name(_) | CMapToken::Code(_) | CMapToken::Open | CMapToken::Close => continue,
            };
            while words.get(at).is_some_and(|word| *word != CMapToken::Name(end)) {
                at += if ranges {
                    map.range(words.get(at..).unwrap_or_default())
                } else {
                    map.one(words.get(at..).unwrap_or_default())
                };
            }
        }
        map
    }

    /// The characters of a code.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.found.get(&code).map(String::as_str)
    }

    fn one(&mut self, words: &[CMapToken<'_>]) -> usize {
        if let [CMapToken::Code(code), CMapToken::Code(text), ..] = words {
            self.found.insert(number(code), utf16(text));
        }
        2
    }

    fn range(&mut self, words: &[CMapToken<'_>]) -> usize {
        let [CMapToken::Code(first), CMapToken::Code(last), to, rest @ ..] = words else { return 1 };
        let (first, last) = (number(first), number(last));
        let codes = first..=last.min(first.saturating_add(MOST));
        match to {
            CMapToken::Code(text) => {
                let (head, tail) = text.split_at(text.len().saturating_sub(2));
                let base = u16::try_from(number(tail)).unwrap_or(0);
                for (code, step) in codes.zip(0_u16..) {
                    let unit = base.wrapping_add(step).to_be_bytes();
                    self.found.insert(code, utf16(&[head, &unit].concat()));
                }
                3
            }
            CMapToken::Open => {
                let texts: Vec<&CMapToken<'_>> = rest.iter().take_while(|word| **word != CMapToken::Close).collect();
                for (code, text) in codes.zip(&texts) {
                    if let CMapToken::Code(text) = text {
                        self.found.insert(code, utf16(text));
                    }
                }
                texts.len() + 5
            }
            CMapToken::Name(_) | CMapToken::Close => 3,
        }
    }
}

#[derive(Debug, PartialEq)]
enum CMapToken<'a> {
    Name(&'a str),
    Code(Vec<u8>),
    Open,
    Close,
}

fn words(bytes: &[u8]) -> Vec<CMapToken<'_>> {
    let mut words = Vec::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        match first {
            b'<' if after.first() != Some(&b'<') => {
                let end = memchr::memchr(b'>', after).unwrap_or(after.len());
                let figures: Vec<u8> = after.iter().take(end).copied().filter(u8::is_ascii_hexdigit).collect();
                let pair =
                    |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
                words.push(CMapToken::Code(figures.chunks(2).filter_map(pair).collect()));
                rest = after.get(end + 1..).unwrap_or_default();
            }
            b'[' => {
                words.push(CMapToken::Open);
                rest = after;
            }
            b']' => {
                words.push(CMapToken::Close);
                rest = after;
            }
            byte if byte.is_ascii_alphabetic() => {
                let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
                let (name, next) = rest.split_at(end);
                words.extend(std::str::from_utf8(name).ok().map(CMapToken::Name));
                rest = next;
            }
            _ => rest = after,
        }
    }
    words
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Text in UTF-16 as PDF has it; one byte stands for itself.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = match bytes {
        [one] => vec![u16::from(*one)],
        more => more.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect(),
    };
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).filter(|c| *c != '\0').collect()
}
