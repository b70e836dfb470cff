//! Says by their first bytes what bytes are that hold no text.

use super::taken::IntakeError;

/// What to do with something that is not a text at all.
const GIVE_TEXT: &str = "give the article as plain text, Markdown, HTML or DOCX";
/// What to do with another word processor's file.
const SAVE_AS: &str = "open it in a word processor and save it as DOCX";

/// What the old container of Office files begins with.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The formats that are known and not read: the bytes they begin with, what they are, the way out.
const FOREIGN: [(&[u8], &str, &str); 23] = [
    (b"\x89PNG", "a PNG image", "type or recognise its words first, and give them as plain text"),
    (b"\xff\xd8\xff", "a JPEG image", "type or recognise its words first, and give them as plain text"),
    (b"GIF8", "a GIF image", "type or recognise its words first, and give them as plain text"),
    (b"II*\0", "a TIFF image", "type or recognise its words first, and give them as plain text"),
    (b"MM\0*", "a TIFF image", "type or recognise its words first, and give them as plain text"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it first"),
    (b"BZh9", "bzip2-compressed", "unpack it first"),
    (b"\xfd7zXZ\0", "xz-compressed", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first and give the article in it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first and give the article in it"),
    (b"\x7fELF", "a program", GIVE_TEXT),
    (b"MZ\x90\0", "a program", GIVE_TEXT),
    (b"\xca\xfe\xba\xbe", "a program", GIVE_TEXT),
    (b"\xcf\xfa\xed\xfe", "a program", GIVE_TEXT),
    (b"\0asm", "a program", GIVE_TEXT),
    (b"SQLite format 3\0", "an SQLite database", GIVE_TEXT),
    (b"ID3", "a sound recording", "write it down first, and give the transcript as plain text"),
    (b"OggS", "a sound recording", "write it down first, and give the transcript as plain text"),
    (b"fLaC", "a sound recording", "write it down first, and give the transcript as plain text"),
    (b"RIFF", "a picture or recording", "give its words as plain text"),
    (b"wOF", "a font", GIVE_TEXT),
    (b"\0\x01\0\0", "a font or database", GIVE_TEXT),
];

/// The error for bytes of a known format that is not read; `None` for what may be a text.
pub(super) fn foreign(bytes: &[u8]) -> Option<IntakeError> {
    if bytes.starts_with(COMPOUND) {
        return Some(compound(bytes));
    }
    let film = bytes.get(4..8) == Some(b"ftyp") && bytes.get(..3) == Some(b"\0\0\0");
    let found = if film {
        Some(("a film or sound recording", "write it down first, and give the transcript as plain text"))
    } else {
        FOREIGN.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, what, way_out)| (*what, *way_out))
    };
    found.filter(|_| !reads_as_text(bytes)).map(|(what, way_out)| IntakeError::Binary { what, way_out })
}

/// What lies in the old container of Office files: its streams are named in UTF-16.
fn compound(bytes: &[u8]) -> IntakeError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        return IntakeError::Broken { format: "an Office file", why: super::archive::LOCKED.to_owned() };
    }
    let (what, way_out) = if has("WordDocument") {
        ("an old Word file (.doc)", SAVE_AS)
    } else if has("Workbook") || has("Book") {
        ("an old Excel file", "copy the article's text into a file")
    } else if has("PowerPoint Document") {
        ("an old PowerPoint file", "copy the article's text into a file")
    } else if has("__properties_version1.0") {
        ("an Outlook message (.msg)", "save the mail as .eml or text, or copy its text into a file")
    } else {
        ("an old Word or Excel file", SAVE_AS)
    };
    IntakeError::Binary { what, way_out }
}

/// What a marked-up or structured text is, told by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Structured {
    Nitf,
    NewsMl,
    NewsMlG2,
    Wordpress,
    Blocks,
    FlatOdf,
    Word,
    PropertyList,
    Json,
    /// XML of another kind.
    Xml,
}

/// Elements that an XML text begins with, and what it is then.
const ROOTS: [(&str, Structured); 9] = [
    ("nitf", Structured::Nitf),
    ("newsml", Structured::NewsMl),
    ("newsitem", Structured::NewsMlG2),
    ("newsmessage", Structured::NewsMlG2),
    ("packageitem", Structured::NewsMlG2),
    ("document", Structured::FlatOdf),
    ("package", Structured::Word),
    ("worddocument", Structured::Word),
    ("plist", Structured::PropertyList),
];

/// What a text is that is no page, no Markdown and no plain text; `None` for those.
pub(super) fn structured(text: &str) -> Option<Structured> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.starts_with("<!-- wp:") {
        return Some(Structured::Blocks);
    }
    if text.starts_with(['{', '[']) {
        return serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok().then_some(Structured::Json);
    }
    let rest = past_prolog(text);
    let tag = rest.strip_prefix('<')?;
    let name: String = tag.chars().take_while(|c| c.is_alphanumeric() || ":._-".contains(*c)).collect();
    let local = name.rsplit(':').next().unwrap_or_default().to_lowercase();
    let head = tag.get(..tag.floor_char_boundary(4096)).unwrap_or_default();
    if local == "rss" && head.contains("wordpress.org/export") {
        return Some(Structured::Wordpress);
    }
    let found = ROOTS.iter().find(|(root, _)| *root == local).map(|(_, what)| *what);
    let fits = match found {
        Some(Structured::FlatOdf) => head.contains("opendocument"),
        Some(Structured::Word) => head.contains("schemas.microsoft.com/office") || head.contains("openxmlformats"),
        Some(_) => true,
        None => false,
    };
    // What declares itself to be XML and is no page holds an article in a way that is not known.
    let declared = text.starts_with("<?xml") || head.split('>').next().is_some_and(|open| open.contains("xmlns"));
    if fits { found } else { (declared && !is_html(text) && !name.is_empty()).then_some(Structured::Xml) }
}

/// The error for XML and JSON of kinds that are not known.
pub(super) fn unknown(what: &'static str) -> IntakeError {
    IntakeError::Binary { what, way_out: GIVE_TEXT }
}

/// A text behind its declaration, document type and comments.
fn past_prolog(text: &str) -> &str {
    let mut rest = text;
    while let Some(after) = rest
        .strip_prefix("<?")
        .and_then(|rest| rest.split_once("?>"))
        .or_else(|| rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")))
        .or_else(|| {
            rest.strip_prefix("<!DOCTYPE").and_then(|rest| {
                // Entities may be declared inside.
                let end = rest.find(['[', '>'])?;
                if rest.get(end..)?.starts_with('[') { rest.split_once("]>") } else { rest.split_once('>') }
            })
        })
    {
        rest = after.1.trim_start();
    }
    rest
}

/// True when words that happen to begin like a magic number ("RIFF raff …") are plain ASCII throughout their beginning.
fn reads_as_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..512).unwrap_or(bytes);
    head.iter().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'))
}

/// True when the bytes are RTF, whatever blanks stand before it.
pub(super) fn is_rtf(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// True when the bytes are a zip archive, as most documents are.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Elements that a page, and next to no other text, begins with.
const PAGE_BEGINS: [&str; 10] =
    ["!doctype html", "html", "head", "body", "article", "main", "meta", "title", "div", "section"];

/// True when a text is a web page or a piece of one: it begins with a tag of HTML.
pub(super) fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // An XML declaration and comments may stand before the first tag.
    while let Some(after) = rest
        .strip_prefix("<?")
        .and_then(|rest| rest.split_once("?>"))
        .or_else(|| rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")))
    {
        rest = after.1.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let opens = |name: &str| {
        let head = tag.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        head && tag
            .get(name.len()..)
            .is_some_and(|tail| tail.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
    };
    PAGE_BEGINS.iter().any(|name| opens(name))
        || (["p", "h1", "h2", "blockquote", "table", "ul", "span"].iter().any(|name| opens(name))
            && rest.contains("</"))
}
