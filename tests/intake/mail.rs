//! Mail and saved pages: one part of it, without what was only quoted, and pages as browsers save them.

use super::{blocks, named, remarks};

fn mail(kind: &str, body: &str) -> Vec<u8> {
    format!("From: Tora Lind <t@example.org>\r\nTo: Desk <d@example.org>\r\nSubject: Fwd: The pier is shut\r\nDate: Sun, 1 Mar 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}").into_bytes()
}

#[test]
fn flowed_lines_are_joined_and_notes_lifted() {
    let body = "The pier is shut\r\n\r\n2026\r\n\r\nThe pier at the north quay has been shut since the storm in May,[1] \r\nthe harbour board said.\r\n\r\n[1] Minutes, p. 4.\r\n\r\n-- \r\nTora Lind, Harbour Wire\r\n";
    let taken = named("a.eml", &mail("text/plain; charset=utf-8; format=flowed", body)).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "paragraph: 2026",
            "paragraph: The pier at the north quay has been shut since the storm in May, the harbour board said.",
            "furniture: --",
            "furniture: Tora Lind, Harbour Wire",
        ]
    );
    assert_eq!(remarks(&taken), [(String::new(), "Minutes, p. 4.".to_owned())]);
    let facts = &taken.article.provenance;
    assert_eq!(
        (facts.byline.as_deref(), facts.published.as_deref()),
        (Some("Tora Lind"), Some("2026-03-01T08:00:00Z"))
    );
}

#[test]
fn one_of_two_parts_is_read_and_quoted_history_set_apart() {
    let body = "--b\r\nContent-Type: text/plain\r\n\r\nThe pier has been shut since May, the board said.\r\n\r\nOn Monday, Ines Odal wrote:\r\n> Is it shut?\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The pier has been <b>shut</b> since May, the board said.</p><div class=\"gmail_quote\">On Monday, Ines Odal wrote:<blockquote>Is it shut?</blockquote></div>\r\n--b--\r\n";
    let taken = named("a.eml", &mail("multipart/alternative; boundary=b", body)).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "paragraph: The pier has been shut since May, the board said.",
            "furniture: On Monday, Ines Odal wrote:",
            "furniture: Is it shut?",
        ]
    );
    let plain =
        "The pier has been shut since May, the board said.\r\n\r\nOn Monday, Ines Odal wrote:\r\n> Is it shut?\r\n";
    let taken = named("a.eml", &mail("text/plain", plain)).unwrap();
    assert_eq!(blocks(&taken).get(1..).unwrap(), ["furniture: On Monday, Ines Odal wrote:", "furniture: Is it shut?"]);
}

#[test]
fn a_mail_says_what_hangs_on_it() {
    let body = "--b\r\nContent-Type: text/plain\r\n\r\nHere is the draft about the pier, with my notes.\r\n--b\r\nContent-Type: application/pdf; name=pier.pdf\r\nContent-Disposition: attachment; filename=pier.pdf\r\n\r\n%PDF\r\n--b--\r\n";
    let taken = named("a.eml", &mail("multipart/mixed; boundary=b", body)).unwrap();
    assert!(taken.notices.iter().any(|notice| notice.contains("pier.pdf")), "{:?}", taken.notices);
}

const PAGE: &str = "<html><head><title>The pier is shut</title></head><body><article><h1>The pier is shut</h1><p>The pier at the north quay has been shut since the storm in May, the harbour board said on Monday.<sup><a href=\"#fn1\">1</a></sup> Nobody says for how long it will be.</p><p>It was built in 1911 and has been mended four times since, most of all after the flood of 1953, when half of it was lost.</p></article><section class=\"footnotes\"><ol><li id=\"fn1\">Minutes, p. 4. <a href=\"#r1\">↩</a></li></ol></section></body></html>";

#[test]
fn words_behind_a_picture_belong_to_the_mail() {
    let body = "--b\r\nContent-Type: text/html\r\n\r\n<p>The pier has been shut since May, the board said.</p>\r\n--b\r\nContent-Type: image/png; name=q.png\r\nContent-Disposition: inline; filename=q.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Work is to begin in March and to cost 9 million.</p>\r\n--b--\r\n";
    let taken = named("a.eml", &mail("multipart/mixed; boundary=b", body)).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "paragraph: The pier has been shut since May, the board said.",
            "paragraph: Work is to begin in March and to cost 9 million.",
        ]
    );
}

#[test]
fn a_mail_that_hangs_on_another_is_named() {
    let inner = "From: Ines Odal <i@example.org>\r\nTo: t@example.org\r\nSubject: The ferry\r\nDate: Sun, 1 Mar 2026 07:00:00 +0000\r\n\r\nThe ferry runs again.\r\n";
    let body = format!(
        "--b\r\nContent-Type: text/plain\r\n\r\nThe pier has been shut since May, the board said.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n"
    );
    let taken = named("a.eml", &mail("multipart/mixed; boundary=b", &body)).unwrap();
    assert!(taken.notices.iter().any(|notice| notice.contains("not read: The ferry.eml")), "{:?}", taken.notices);
    let hanging = factdesk::intake::attachments(&mail("multipart/mixed; boundary=b", &body));
    assert_eq!(hanging.len(), 1);
    assert_eq!(blocks(&named(&hanging[0].0, &hanging[0].1).unwrap()), ["paragraph: The ferry runs again."]);
}

#[test]
fn a_mail_that_ends_within_a_part_is_refused() {
    let body = "--b\r\nContent-Type: text/plain\r\n\r\nThe pier has been shut since May, the board said, and";
    let refused = named("a.eml", &mail("multipart/mixed; boundary=b", body)).unwrap_err().to_string();
    assert!(refused.contains("it ends in the middle"), "{refused}");
}

#[test]
fn pages_are_read_however_they_were_saved() {
    let mhtml = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/pier\r\nSubject: The pier\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/pier\r\n\r\n{PAGE}\r\n--b--\r\n"
    );
    let list = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist version=\"1.0\"><dict><key>WebMainResource</key><dict><key>WebResourceURL</key><string>https://example.org/pier</string><key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceData</key><data>{}</data></dict></dict></plist>",
        base64(PAGE)
    );
    let single = format!(
        "<!--\n Page saved with SingleFile \n url: https://example.org/pier \n saved date: Sun Mar 01 2026 08:00:00 GMT\n-->{PAGE}"
    );
    for (name, text) in [("a.mhtml", mhtml), ("a.webarchive", list), ("a.html", single)] {
        let taken = named(name, text.as_bytes()).unwrap();
        assert!(taken.article.text().contains("on Monday. Nobody says"), "{name}: {}", taken.article.text());
        assert_eq!(remarks(&taken), [(String::new(), "Minutes, p. 4.".to_owned())], "{name}");
        assert_eq!(taken.article.provenance.url.as_deref(), Some("https://example.org/pier"), "{name}");
    }
}

/// Base64 of a text, as a property list holds its data.
fn base64(text: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |bytes: &[u8]| {
        let whole = bytes.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte)) << (8 * (3 - bytes.len()));
        (0..4)
            .map(|place| {
                if place > bytes.len() {
                    '='
                } else {
                    char::from(*SIGNS.get((whole >> (18 - 6 * place) & 63) as usize).unwrap())
                }
            })
            .collect::<String>()
    };
    text.as_bytes().chunks(3).map(group).collect()
}

#[test]
fn an_export_of_google_docs_is_a_document() {
    let page = "<html><head><meta content=\"text/html; charset=UTF-8\" http-equiv=\"content-type\"></head><body class=\"c1 doc-content\"><p class=\"c2 title\"><span>The pier is shut</span></p><p><span>It has 23 planks</span><sup><a href=\"#cmnt1\" id=\"cmnt_ref1\">[a]</a></sup><span>.</span></p><div><p><a href=\"#cmnt_ref1\" id=\"cmnt1\">[a]</a><span>Who counted?</span></p></div></body></html>";
    let taken = named("a.html", page.as_bytes()).unwrap();
    assert_eq!(blocks(&taken), ["headline: The pier is shut", "paragraph: It has 23 planks."]);
    assert_eq!(remarks(&taken), [(String::new(), "Who counted?".to_owned())]);
    assert_eq!(taken.article.annotations().first().unwrap().kind.as_str(), "comment");
}

#[test]
fn brackets_that_no_list_explains_stay() {
    let taken = named("a.txt", b"The mayor said \"they [the board] shut it [1]\" on Monday in the harbour.\n\nNobody at the board would say why.\n").unwrap();
    assert!(taken.article.text().contains("they [the board] shut it [1]"));
}

const PIER: &str = "The pier at the north quay has been shut since the storm in May, the harbour board said on Monday.";
const PLANKS: &str = "It has 23 planks left of 400, and nobody says for how long it will be shut.";

#[test]
fn what_a_mail_hands_on_is_its_article() {
    let fields = "From: Ines Odal <o@example.org>\r\nDate: Sat, 28 Feb 2026 at 09:00\r\nSubject: The pier is shut\r\nTo: Tora Lind <t@example.org>\r\n";
    let draft = format!("The pier is shut\r\n\r\n{PIER}\r\n\r\n{PLANKS}\r\n");
    let quoted = |text: &str| format!("> {}\r\n", text.trim_end().replace("\r\n", "\r\n> "));
    let texts = [
        format!("Please check.\r\n\r\n---------- Forwarded message ---------\r\n{fields}\r\n\r\n{draft}"),
        format!("Please check.\r\n\r\nBegin forwarded message:\r\n\r\n{fields}\r\n{draft}"),
        format!("Please check.\r\n\r\nBegin forwarded message:\r\n\r\n{}> \r\n{}", quoted(fields), quoted(&draft)),
        format!("\r\n-----Original Message-----\r\n{fields}\r\n{draft}"),
        format!("________________________________\r\n{fields}\r\n{draft}"),
    ];
    let marked = format!("<h1>The pier is shut</h1><p>{PIER}</p><h2>What is left</h2><p>{PLANKS}</p>");
    let pages = [
        format!(
            "<div dir=\"ltr\">Please check.<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: <b>Ines Odal</b> &lt;o@example.org&gt;<br>Date: Sat, 28 Feb 2026<br>Subject: The pier is shut<br>To: Tora Lind<br></div><br><br>{marked}</div></div>"
        ),
        format!(
            "<p>Please check.</p><blockquote type=\"cite\"><div>Begin forwarded message:</div><div><b>From: </b>Ines Odal</div><div><b>Date: </b>28 February 2026</div>{marked}</blockquote>"
        ),
        format!(
            "<p>Please check.</p><div><p><b>From:</b> Ines Odal &lt;o@example.org&gt;<br><b>Sent:</b> Saturday, 28 February 2026 09:00<br><b>To:</b> Tora Lind<br><b>Subject:</b> The pier is shut</p></div>{marked}"
        ),
    ];
    let plain = texts.iter().map(|text| ("text/plain; charset=utf-8", text));
    for (kind, body) in plain.chain(pages.iter().map(|page| ("text/html; charset=utf-8", page))) {
        let taken = named("a.eml", &mail(kind, body)).unwrap();
        let text: Vec<String> = blocks(&taken).into_iter().filter(|block| !block.starts_with("furniture")).collect();
        let mut wanted =
            vec!["headline: The pier is shut".to_owned(), format!("paragraph: {PIER}"), format!("paragraph: {PLANKS}")];
        if kind.contains("html") {
            wanted.insert(2, "heading: What is left".to_owned());
        }
        assert_eq!(text, wanted, "{body}");
        assert_eq!(taken.article.provenance.byline.as_deref(), Some("Ines Odal"), "{body}");
    }
}

#[test]
fn an_answer_over_what_it_answers_is_what_the_mail_says() {
    let body = format!(
        "{PIER}\r\n\r\n{PLANKS}\r\n\r\n-----Original Message-----\r\nFrom: Desk\r\nSubject: Pier\r\n\r\nIs it shut?\r\n"
    );
    let taken = named("a.eml", &mail("text/plain", &body)).unwrap();
    assert_eq!(blocks(&taken).get(..2).unwrap(), [format!("paragraph: {PIER}"), format!("paragraph: {PLANKS}")]);
    assert!(blocks(&taken).iter().skip(2).all(|block| block.starts_with("furniture")), "{:?}", blocks(&taken));
}

#[test]
fn what_mail_programs_set_under_a_mail_is_furniture() {
    let feet = [
        "--\r\nTora Lind\r\nHarbour Wire\r\n+00 555 12 345",
        "Sent from my telephone",
        "This e-mail and its 2 attachments are confidential and meant for the 3 persons named in it.",
        "On Sun, 1 Mar 2026 at 08:00, The Desk of the Harbour Wire <d@example.org>\r\nwrote:\r\n\r\n> Is it shut for 30 days?",
    ];
    for foot in feet {
        let taken = named("a.eml", &mail("text/plain", &format!("{PIER}\r\n\r\n{PLANKS}\r\n\r\n{foot}\r\n"))).unwrap();
        let kinds: Vec<&str> = taken.article.blocks().iter().map(|block| block.kind.as_str()).collect();
        assert_eq!(kinds.get(..2).unwrap(), ["paragraph"; 2], "{foot}");
        assert!(kinds.len() > 2 && kinds.iter().skip(2).all(|kind| *kind == "furniture"), "{:?}", blocks(&taken));
    }
}

#[test]
fn a_dash_in_the_middle_of_a_mail_ends_nothing() {
    let body = format!("{PIER}\r\n\r\n--\r\n\r\n{PLANKS}\r\n\r\n{PIER}\r\n");
    assert!(
        named("a.eml", &mail("text/plain", &body))
            .unwrap()
            .article
            .blocks()
            .iter()
            .filter(|block| block.kind.as_str() == "paragraph")
            .count()
            >= 3
    );
}
