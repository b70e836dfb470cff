//! The characters of glyph names, as fonts without a map to Unicode have them.

/// The character of a name: a letter by itself, a letter with its accent, a sign, or a number of Unicode (`uni20AC`).
pub(super) fn character(name: &str) -> Option<char> {
    let name = name.split('.').next().unwrap_or(name);
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let coded = name
        .strip_prefix("uni")
        .and_then(|code| code.get(..4))
        .or_else(|| name.strip_prefix('u').filter(|code| code.len() >= 4));
    if let Some(c) = coded.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
        return Some(c);
    }
    SIGNS.iter().find(|(sign, _)| *sign == name).map(|(_, c)| *c).or_else(|| accented(name))
}

/// A letter with its accent: `eacute`.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next()?;
    let accent = name.get(letter.len_utf8()..)?;
    let mark = match accent {
        "grave" => '\u{300}',
        "acute" => '\u{301}',
        "circumflex" => '\u{302}',
        "tilde" => '\u{303}',
        "macron" => '\u{304}',
        "breve" => '\u{306}',
        "dotaccent" => '\u{307}',
        "dieresis" => '\u{308}',
        "ring" => '\u{30a}',
        "hungarumlaut" => '\u{30b}',
        "caron" => '\u{30c}',
        "cedilla" => '\u{327}',
        "ogonek" => '\u{328}',
        "commaaccent" => '\u{326}',
        _ => return None,
    };
    unicode_normalization::char::compose(letter, mark)
}

/// Signs by their names.
const SIGNS: [(&str, char); 92] = [
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("sfthyphen", '\u{ad}'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("exclamdown", '¡'),
    ("cent", '¢'),
    ("sterling", '£'),
    ("yen", '¥'),
    ("Euro", '€'),
    ("section", '§'),
    ("copyright", '©'),
    ("registered", '®'),
    ("trademark", '™'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("guilsinglleft", '‹'),
    ("guilsinglright", '›'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("mu", 'µ'),
    ("paragraph", '¶'),
    ("periodcentered", '·'),
    ("questiondown", '¿'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("germandbls", 'ß'),
    ("ae", 'æ'),
    ("AE", 'Æ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("oe", 'œ'),
    ("OE", 'Œ'),
    ("eth", 'ð'),
    ("Eth", 'Ð'),
    ("thorn", 'þ'),
    ("Thorn", 'Þ'),
    ("lslash", 'ł'),
    ("Lslash", 'Ł'),
    ("dotlessi", 'ı'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotesinglbase", '‚'),
    ("quotedblbase", '„'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("fi", 'ﬁ'),
];

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_of_glyphs_are_read() {
        let named = ["a", "eacute", "Scaron", "uni20AC", "quotedblleft", "nine", "a.alt"];
        assert_eq!(named.map(character), ['a', 'é', 'Š', '€', '“', '9', 'a'].map(Some));
        assert_eq!(character("g123"), None);
    }
}
