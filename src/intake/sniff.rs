//! Says by their first bytes what bytes are that hold no text.

use super::IntakeError;

/// What to do with something that is not a text at all.
const GIVE_TEXT: &str = "give the article as plain text, Markdown, HTML or DOCX";
/// What to do with another word processor's file.
const SAVE_AS: &str = "open it in a word processor and save it as DOCX";

/// The formats that are known and not read: the bytes they begin with, what they are, the way out.
const FOREIGN: [(&[u8], &str, &str); 26] = [
    (b"%PDF", "a PDF", "copy its text into a file, or ask for the draft as DOCX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", SAVE_AS),
    (b"{\\rtf", "an RTF file", SAVE_AS),
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
    let film = bytes.get(4..8) == Some(b"ftyp") && bytes.get(..3) == Some(b"\0\0\0");
    let found = if film {
        Some(("a film or sound recording", "write it down first, and give the transcript as plain text"))
    } else {
        FOREIGN.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, what, way_out)| (*what, *way_out))
    };
    found.filter(|_| !reads_as_text(bytes)).map(|(what, way_out)| IntakeError::Binary { what, way_out })
}

/// True when words that happen to begin like a magic number ("RIFF raff …") are plain ASCII throughout their beginning.
fn reads_as_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..512).unwrap_or(bytes);
    let marked = head.starts_with(b"%PDF") || head.starts_with(b"{\\rtf");
    !marked && head.iter().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'))
}

/// True when the bytes are a zip archive, which a DOCX is.
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
