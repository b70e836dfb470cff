//! Texts that are no article: captions, calendars, pointers to a page, sources of a typesetter. Each is named with the way out.

use super::taken::IntakeError;

/// What such a text begins with, what it is, the way out.
const BEGINNINGS: [(&str, &str, &str); 7] = [
    ("WEBVTT", "the captions of a recording", EVIDENCE),
    ("[InternetShortcut]", "a link to a page", "open it in a browser and save the page"),
    ("BEGIN:VCALENDAR", "an entry of a calendar", "copy the article's text into a file"),
    ("BEGIN:VCARD", "an address card", "copy the article's text into a file"),
    ("\\documentclass", "a source of LaTeX", "give the PDF that is made from it"),
    ("\\documentstyle", "a source of LaTeX", "give the PDF that is made from it"),
    ("%!PS", "a PostScript file", "make a PDF of it"),
];

/// What to do with what was said and recorded.
const EVIDENCE: &str = "give it as evidence: factdesk evidence --add SESSION FILE";

/// Bytes of a pointer to a document of Google's at most.
const POINTER: usize = 4096;

/// The error for a text that is no article.
pub(super) fn refused(text: &str) -> Option<IntakeError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = BEGINNINGS.iter().find(|(beginning, ..)| text.starts_with(beginning));
    let found = begins.map(|(_, what, way_out)| (*what, *way_out));
    let found = found.or_else(|| is_subrip(text).then_some(("the captions of a recording", EVIDENCE)));
    let pointer = text.len() < POINTER
        && text.starts_with('{')
        && ["\"doc_id\"", "\"email\""].iter().all(|key| text.contains(key));
    let way_out = "open it in Google Docs and download it as Word (.docx)";
    let found = found.or_else(|| pointer.then_some(("a pointer to a document of Google Docs", way_out)));
    found.map(|(what, way_out)| IntakeError::Binary { what, way_out })
}

/// True for `SubRip` captions: a number, and below it two times with an arrow between.
fn is_subrip(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let numbered = lines.next().is_some_and(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
    let timed = |line: &str| {
        let time =
            |part: &str| part.trim().len() >= 8 && part.trim().bytes().all(|byte| b"0123456789:,.".contains(&byte));
        line.split_once("-->").is_some_and(|(from, to)| time(from) && time(to))
    };
    numbered && lines.next().is_some_and(timed)
}
