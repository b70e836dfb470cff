//! What the name of a paragraph style says, in whichever word processor.

use crate::review::BlockKind;

/// What a style's name, or an id that speaks for itself, makes of a paragraph; `None` for running text.
pub(super) fn kind(name: &str) -> Option<BlockKind> {
    let name: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    match name.as_str() {
        "title" | "headline" => Some(BlockKind::Headline),
        "subtitle" | "dek" | "standfirst" => Some(BlockKind::Dek),
        "caption" | "figurecaption" | "imagecaption" | "tablecaption" | "illustration" => Some(BlockKind::Caption),
        "quote" | "intensequote" | "blocktext" | "quotations" | "quotation" | "blockquote" => Some(BlockKind::Quote),
        // Lines that name the author and the day: facts of the file, set into it by a converter.
        "author" | "date" => Some(BlockKind::Furniture),
        other if other.starts_with("heading") => Some(BlockKind::Heading),
        other if other.starts_with("listbullet") || other.starts_with("listnumber") => Some(BlockKind::ListItem),
        _ => None,
    }
}

/// Who is named as the author: not a program, and not the name that an installation gives everybody.
pub(super) fn author(name: &str) -> Option<String> {
    let name = name.trim();
    let folded = name.to_lowercase();
    let programs = [
        "python-docx",
        "docx4j",
        "apache poi",
        "openxml",
        "phpword",
        "pandoc",
        "libreoffice",
        "openoffice",
        "google docs",
        "microsoft office",
        "microsoft word",
        "wps office",
        "onlyoffice",
        "calibre",
        "aspose",
        "html-to-docx",
        "docxtemplater",
    ];
    let nameless = [
        "user",
        "windows user",
        "author",
        "admin",
        "administrator",
        "owner",
        "unknown",
        "unknown author",
        "un-named",
        "unnamed",
        "anonymous",
        "guest",
        "default user",
        "pc",
        "home",
        "test",
        "root",
        "utilisateur",
        "benutzer",
        "usuario",
        "utente",
    ];
    // A name has a capital, and what somebody logs in with has none.
    let login = !name.contains(' ') && name.is_ascii() && !name.bytes().any(|byte| byte.is_ascii_uppercase());
    let real = !folded.is_empty()
        && !login
        && !programs.iter().any(|program| folded.contains(program))
        && !nameless.contains(&folded.as_str())
        && name.chars().any(char::is_alphabetic);
    real.then(|| name.to_owned())
}

/// A character of the font Symbol, as Unicode has it, by its code there (0x20 to 0xFE, also when it was moved to U+F000). The table follows
/// Unicode's mapping file for Adobe's Symbol encoding.
pub(super) fn symbol(code: u32) -> Option<char> {
    const LATER: &str = "∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    const UPPER: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪";
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    match code {
        0x20 | 0xA0 => Some(' '),
        0x21 => Some('!'),
        0x22..=0x7E => LATER.chars().nth(usize::try_from(code - 0x22).ok()?),
        0xA0..=0xEF => UPPER.chars().nth(usize::try_from(code - 0xA0).ok()?),
        0xF1..=0xFE => "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭".chars().nth(usize::try_from(code - 0xF1).ok()?),
        _ => None,
    }
}

/// A character of a font of pictures (Wingdings): the ones that mean something in a text.
pub(super) fn picture(code: u32) -> Option<char> {
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    Some(match code {
        0x6C | 0x9F | 0xA7 => '•',
        0xE0 | 0xE8 => '→',
        0xDF | 0xE7 => '←',
        0xFC => '✓',
        0xFB => '✗',
        0xFE => '☑',
        0xFD => '☒',
        0xA8 => '☐',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{author, symbol};

    #[test]
    fn signs_of_the_symbol_font_are_read() {
        let signs = [(0xF0A3, '≤'), (0xB3, '≥'), (0xF06D, 'μ'), (0xB1, '±'), (0x61, 'α'), (0x7E, '∼'), (0xF0B4, '×')];
        assert_eq!(signs.map(|(code, _)| symbol(code)), signs.map(|(_, sign)| Some(sign)));
    }

    #[test]
    fn programs_are_no_authors() {
        assert_eq!(author("python-docx"), None);
        assert_eq!(author("Windows User"), None);
        assert_eq!(author("desk-mac7"), None);
        assert_eq!(author(" Tora Lind "), Some("Tora Lind".to_owned()));
    }
}
