//! What would act on a terminal or hide words, in every container that a draft comes in: it is read with all that stands round it,
//! or refused in words.

use std::fmt::Write as _;

use super::named;
use super::office::zipped;

/// Each stands between two words that have to be there.
const HOSTILE: [&str; 20] = [
    "\u{1b}]52;c;cm0gLXJmIH4K\u{7}",
    "\u{1b}]8;;https://evil.example/\u{1b}\\who.int\u{1b}]8;;\u{1b}\\",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;everything after",
    "\u{9b}31m\u{9d}0;x\u{9c}",
    "no\rYES\u{8}\u{8}",
    "\u{7}\u{7f}\u{0}",
    "\u{c}\u{b}\u{1f}",
    "\u{202e}desrever\u{202c}\u{2066}\u{2069}\u{200f}",
    "\u{200b}\u{2060}\u{feff}\u{ad}\u{180e}",
    "\u{e0069}\u{e0067}\u{e006e}",
    "a\u{e0100}\u{fe00}",
    "\u{ffff}\u{fdd0}\u{10ffff}",
    "\u{2028}\u{2029}\u{85}",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp;amp; &#27; &#x9b; &#0; &#xd800;",
    "]]> --> ?> %PDF- {\\rtf1 \\bin9 }",
    "{\"a\": [\"\\u001b[2J\"]} \\ud800",
    "=HYPERLINK(\"http://evil.example\")",
    "--b\r\n\r\n",
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Words as RTF has them: letters beyond ASCII by their UTF-16 numbers.
fn rtf(text: &str) -> String {
    let mut rtf = String::new();
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => rtf.extend(['\\', c]),
            c if c.is_ascii() => rtf.push(c),
            c => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(rtf, "\\u{}?", i32::from(*unit) - if *unit > 0x7fff { 0x1_0000 } else { 0 });
                }
            }
        }
    }
    format!("{{\\rtf1\\ansi\\uc1 {rtf}\\par The pier has been shut since May.\\par}}")
}

/// The same words in every container, each with a name that it comes under.
fn containers(words: &str) -> Vec<(&'static str, Vec<u8>)> {
    let more = "The pier has been shut since May, the harbour board said on Monday.";
    let (safe, json) = (escaped(words), serde_json::to_string(&format!("{words} {more}")).unwrap());
    let page =
        format!("<html><head><title>t</title></head><body><article><p>{safe}</p><p>{more}</p></article></body></html>");
    let mail = |kind: &str, body: &str| {
        let head = "From: a@example.org\r\nSubject: The pier\r\nMIME-Version: 1.0\r\nContent-Type: ";
        format!("{head}{kind}; charset=utf-8\r\n\r\n{body}\r\n").into_bytes()
    };
    let mhtml = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"=-x-=\"\r\n\r\n--=-x-=\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/\r\n\r\n{page}\r\n--=-x-=--\r\n"
    );
    let docx = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{safe}</w:t></w:r></w:p><w:p><w:r><w:t>{more}</w:t></w:r></w:p></w:body></w:document>"
    );
    let odt = format!(
        "<office:document-content><office:body><office:text><text:p>{safe}</text:p><text:p>{more}</text:p></office:text></office:body></office:document-content>"
    );
    let nitf = format!(
        "<nitf><head><title>t</title></head><body><body.head><hedline><hl1>t</hl1></hedline></body.head><body.content><block><p>{safe}</p><p>{more}</p></block></body.content></body></nitf>"
    );
    vec![
        ("a.txt", format!("{words}\n\n{more}\n").into_bytes()),
        ("a.md", format!("# t\n\n{words}\n\n{more}\n").into_bytes()),
        ("a.html", page.clone().into_bytes()),
        ("a.mhtml", mhtml.into_bytes()),
        ("plain.eml", mail("text/plain", &format!("{words}\r\n\r\n{more}"))),
        ("html.eml", mail("text/html", &page)),
        ("a.rtf", rtf(words).into_bytes()),
        ("a.docx", zipped(&[("word/document.xml", &docx)])),
        ("a.odt", zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &odt)])),
        ("nitf.xml", nitf.into_bytes()),
        ("ninjs.json", format!("{{\"uri\":\"u\",\"type\":\"text\",\"headline\":\"t\",\"body_text\":{json}}}").into_bytes()),
        ("ans.json", format!("{{\"type\":\"story\",\"version\":\"0.10.7\",\"headlines\":{{\"basic\":\"t\"}},\"content_elements\":[{{\"type\":\"text\",\"content\":{json}}}]}}").into_bytes()),
    ]
}

#[test]
fn every_container_gives_what_stands_round_it_or_says_why_not() {
    let (mut refused, mut short) = (Vec::new(), Vec::new());
    for hostile in HOSTILE {
        for (name, bytes) in containers(&format!(
            "The PRE board of the harbour {hostile} POST said that the pier at the north quay, built in 1911, will be shut for long."
        )) {
            match named(name, &bytes) {
                Ok(taken) => {
                    let text = taken.article.text();
                    if !["PRE", "POST", "since May"].iter().all(|words| text.contains(words)) {
                        short.push((name, hostile, text.to_owned()));
                    }
                }
                Err(error) => {
                    assert!(error.to_string().len() > 20, "{name} {hostile:?}: {error}");
                    refused.push((name, hostile));
                }
            }
        }
    }
    assert_eq!((short, refused), (vec![], vec![]));
}
