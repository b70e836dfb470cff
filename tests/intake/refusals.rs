//! What is no article is refused with what it is and the way out.

use factdesk::intake::IntakeError;

use super::named;

fn refusal(bytes: &[u8]) -> String {
    named("x", bytes).unwrap_err().to_string()
}

#[test]
fn nothing_is_said_to_be_empty() {
    for bytes in [b"".as_slice(), b" \n\t\r\n ", b"\xef\xbb\xbf"] {
        assert_eq!(named("x", bytes).unwrap_err(), IntakeError::Empty, "{bytes:?}");
    }
}

#[test]
fn other_kinds_of_file_are_named() {
    assert!(refusal(b"\x89PNG\r\n\x1a\n\0\0\0").contains("a PNG image"));
    assert!(refusal(b"\x7fELF\x02\x01\x01\0\0\0").contains("a program"));
    assert!(refusal(b"\x1f\x8b\x08\0\0\0\0\0").contains("unpack it first"));
    assert!(refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0").contains("save it as DOCX"));
    assert!(refusal(&[0, 159, 146, 150, 0, 0, 1, 2, 0, 0]).contains("binary data"));
}

#[test]
fn words_that_begin_like_a_magic_number_are_words() {
    let taken = named("a.txt", b"RIFF raff is what the mayor called them on Monday.").unwrap();
    assert_eq!(taken.article.text(), "RIFF raff is what the mayor called them on Monday.\n");
}

#[test]
fn a_page_without_words_says_so() {
    assert_eq!(
        refusal(b"<html><body><script>let a = 1;</script></body></html>"),
        "it was read as a web page, and no words were found in it; copy the article's text and give that"
    );
}

#[test]
fn a_damaged_docx_says_what_to_do() {
    assert!(refusal(b"PK\x03\x04 and then nothing of the kind").contains("save it again"));
}

#[test]
fn a_file_that_was_cut_off_is_refused_and_not_read_as_a_shorter_article() {
    let rtf = r"{\rtf1\ansi The quay cost 42 million crowns.\par It was paid in 2019.}";
    let flat = "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\
        <office:body><office:text><text:p>The quay cost 42 million crowns.</text:p><text:p>It was paid in 2019.</text:p>\
        </office:text></office:body></office:document>";
    let page =
        super::pdf::pdf(&[&[(10, 60, 700, "The quay cost 42 million crowns.")], &[(10, 60, 700, "It was paid.")]]);
    for (name, whole) in [("a.rtf", rtf.as_bytes()), ("a.fodt", flat.as_bytes()), ("a.pdf", page.as_slice())] {
        assert!(named(name, whole).is_ok(), "{name}: {:?}", named(name, whole).err());
        let error = named(name, whole.get(..whole.len() * 17 / 20).unwrap()).unwrap_err().to_string();
        assert!(error.contains("it ends in the middle; fetch or save it again"), "{name}: {error}");
    }
    let zip = super::office::zipped(&[("word/document.xml", "<w:document/>"), ("word/comments.xml", "<w:comments/>")]);
    let error = named("a.docx", zip.get(..zip.len() / 2).unwrap()).unwrap_err().to_string();
    assert!(error.contains("it ends in the middle"), "{error}");
}

#[test]
fn captions_pointers_and_sources_are_named_with_the_way_out() {
    for (text, way_out) in [
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada Lund>The pier cost 4 million.\n", "evidence --add"),
        ("1\r\n00:00:01,000 --> 00:00:04,000\r\nThe pier cost 4 million.\r\n", "evidence --add"),
        ("[InternetShortcut]\nURL=https://pier.example/\n", "save the page"),
        ("BEGIN:VCALENDAR\nSUMMARY:Vote on the pier\nEND:VCALENDAR\n", "calendar"),
        ("\\documentclass{article}\n\\begin{document}The pier cost 4 million.\\end{document}\n", "PDF"),
        (r#"{"": "open with Drive", "doc_id": "1aB", "email": ""}"#, "download it as Word"),
    ] {
        let said = refusal(text.as_bytes());
        assert!(said.contains(way_out), "{said}");
    }
    // What only begins like one is an article.
    let story = "1\n\nThe pier cost 4 million crowns --> twice what was said.\n";
    assert!(named("a.txt", story.as_bytes()).is_ok());
}
