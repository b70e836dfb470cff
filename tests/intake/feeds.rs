//! What agencies and content systems send: their text without their mark-up, and the facts around it.

use super::{blocks, named, remarks};

#[test]
fn nitf_is_read_with_its_head() {
    let item = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY x \"boom\">]><nitf xml:lang=\"en\"><head><title>slug</title><docdata><date.issue norm=\"20260301T080000Z\"/><date.release norm=\"20260302T060000Z\"/></docdata></head><body><body.head><hedline><hl1>The pier is shut</hl1><hl2>Nobody says why</hl2></hedline><note><body.content><p>Editors: no print.</p></body.content></note><byline>By <person>Tora Lind</person><byttl>Harbour Wire</byttl></byline></body.head><body.content><p>It is shut.&x;</p><media><media-reference source=\"a.jpg\"/><media-caption>The pier in May</media-caption></media><bq><block><p>Shut is shut.</p></block></bq></body.content><body.end><tagline>Edited by the desk</tagline></body.end></body></nitf>";
    let taken = named("item.xml", item.as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "dek: Nobody says why",
            "paragraph: By Tora Lind",
            "paragraph: It is shut.&x;",
            "caption: The pier in May",
            "quote: Shut is shut.",
            "furniture: Edited by the desk",
        ]
    );
    assert_eq!(taken.article.provenance.byline.as_deref(), Some("Tora Lind"));
    assert_eq!(taken.article.provenance.published.as_deref(), Some("2026-03-01T08:00:00Z"));
    assert!(taken.notices.iter().any(|notice| notice.starts_with("Embargo: ")), "{:?}", taken.notices);
}

#[test]
fn a_nitf_abstract_is_the_dek_unless_the_text_begins_with_it() {
    let item = |summary: &str| {
        format!(
            "<nitf><body><body.head><hedline><hl1>The pier is shut</hl1></hedline><abstract><p>{summary}</p></abstract></body.head><body.content><p>It is shut for 9 days, the board said.</p></body.content></body></nitf>"
        )
    };
    let read = |summary: &str| blocks(&named("item.xml", item(summary).as_bytes()).unwrap());
    let (head, text) = ("headline: The pier is shut", "paragraph: It is shut for 9 days, the board said.");
    assert_eq!(read("The storm of May is to blame."), [head, "dek: The storm of May is to blame.", text]);
    assert_eq!(read("It is shut for 9 days"), [head, text]);
}

#[test]
fn shortcodes_of_a_post_are_no_words_of_it() {
    let body = "It is shut, the board said.\n\n[caption id=\"a_1\" width=\"300\"]<img src=\"x.jpg\" /> The pier in May.[/caption]\n\n[embed]https://example.org/v[/embed]\n\nNobody asked. [gallery ids=\"1,2\"]";
    let taken = named("export.xml", export(&[("The pier is shut", body)]).as_bytes()).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "paragraph: It is shut, the board said.",
            "caption: The pier in May.",
            "paragraph: Nobody asked.",
        ]
    );
}

#[test]
fn newsml_is_read_whatever_stands_inline() {
    let item = |inline: &str| {
        format!(
            "<newsItem xml:lang=\"en\"><itemMeta><versionCreated>2026-03-01T08:00:00Z</versionCreated><edNote>Not for web</edNote></itemMeta><contentMeta><headline>The pier is shut</headline><by>By Tora Lind</by></contentMeta><contentSet>{inline}</contentSet></newsItem>"
        )
    };
    for inline in [
        "<inlineXML><html><head><title>t</title></head><body><h1>The pier is shut</h1><p>It is shut, the &lt;b&gt;board&lt;/b&gt;&amp;#39;s chair said.</p></body></html></inlineXML>",
        "<inlineData>It is shut, the board's chair said.</inlineData>",
        "<inlineData>&lt;p&gt;It is shut, the board's chair said.&lt;/p&gt;</inlineData>",
    ] {
        let taken = named("item.xml", item(inline).as_bytes()).unwrap();
        let wanted =
            ["headline: The pier is shut", "paragraph: By Tora Lind", "paragraph: It is shut, the board's chair said."];
        assert_eq!(blocks(&taken), wanted, "{inline}");
        assert!(taken.notices.contains(&"The sender's note to desks: Not for web".to_owned()));
    }
    let bare = named("item.xml", item("<remoteContent href=\"a.txt\"/>").as_bytes()).unwrap_err().to_string();
    assert!(bare.contains("ask the agency"), "{bare}");
    let old = "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>The pier is shut</HeadLine></NewsLines><ContentItem><DataContent><p>It is shut.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>";
    assert_eq!(named("item.xml", old.as_bytes()).unwrap().article.text(), "The pier is shut\n\nIt is shut.\n");
}

#[test]
fn json_of_known_shapes_is_read_and_other_json_refused() {
    let ninjs = r#"{"uri":"https://example.org/1","headline":"The pier is shut","byline":"By Tora Lind","body_html":"<p>It is shut.</p>"}"#;
    assert_eq!(
        named("a.json", ninjs.as_bytes()).unwrap().article.text(),
        "The pier is shut\n\nBy Tora Lind\n\nIt is shut.\n"
    );
    let later = r#"{"uri":"1","headlines":[{"role":"main","value":"The pier is shut"}],"bodies":[{"contenttype":"text/html","value":"<p>It is shut.</p>"}]}"#;
    assert_eq!(named("a.json", later.as_bytes()).unwrap().article.text(), "The pier is shut\n\nIt is shut.\n");
    let story = r#"{"headlines":{"basic":"The pier is shut"},"content_elements":[{"type":"text","content":"It is <b>shut</b> &amp; dry."},{"type":"image","caption":"The pier <1>"},{"type":"quote","content_elements":[{"type":"text","content":"Shut is shut."}]},{"type":"table","header":[{"content":"Year"}],"rows":[[{"content":"2026"}]]},{"type":"interstitial_link","content":"Read more"}]}"#;
    assert_eq!(
        blocks(&named("a.json", story.as_bytes()).unwrap()).get(1..).unwrap(),
        [
            "paragraph: It is shut & dry.",
            "caption: The pier <1>",
            "quote: Shut is shut.",
            "paragraph: Year",
            "paragraph: 2026"
        ]
    );
    let other = named("a.json", br#"{"a":[1,2]}"#).unwrap_err().to_string();
    assert!(other.starts_with("it is JSON of a shape that is not known"), "{other}");
    assert_eq!(
        named("a.txt", b"[sic] is what the mayor wrote on Monday.").unwrap().article.text(),
        "[sic] is what the mayor wrote on Monday.\n"
    );
}

fn export(posts: &[(&str, &str)]) -> String {
    let items: Vec<String> = posts
        .iter()
        .map(|(title, body)| format!("<item><title>{title}</title><content:encoded><![CDATA[{body}]]></content:encoded><wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{{\"id\":\"f-1\",\"content\":\"Since May.\"}}]]]></wp:meta_value></wp:postmeta></item>"))
        .collect();
    format!(
        "<?xml version=\"1.0\"?><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>{}</channel></rss>",
        items.concat()
    )
}

#[test]
fn a_wordpress_export_of_one_post_is_read() {
    let body = "<!-- wp:paragraph --><p>It is shut.<sup data-fn=\"f-1\"><a href=\"#f-1\">1</a></sup></p><!-- /wp:paragraph -->";
    let taken = named("a.xml", export(&[("The pier is shut", body)]).as_bytes()).unwrap();
    assert_eq!(taken.article.text(), "The pier is shut\n\nIt is shut.\n");
    assert_eq!(remarks(&taken), [(String::new(), "Since May.".to_owned())]);
    let old = named("a.xml", export(&[("The pier", "It is shut.\n\nNobody says why.")]).as_bytes()).unwrap();
    assert_eq!(old.article.text(), "The pier\n\nIt is shut.\n\nNobody says why.\n");
    let two =
        named("a.xml", export(&[("The pier", "Shut."), ("The bench", "Left.")]).as_bytes()).unwrap_err().to_string();
    assert!(two.contains("it holds 2 posts"), "{two}");
}

#[test]
fn teleprinter_texts_are_read_without_their_headers() {
    let ap = b"\x16\x16\x01a0123\x1fau-\r\na a\x13\x11\x02BC-Pier, 1st Ld,120<\r\n^The pier is shut<\r\n^By TORA LIND=\r\n   NORTHPORT (HW) -- The pier is shut, ``for\r\ngood,'' the mayor said.\r\n   Nobody says why.\r\n\x03\r\n03-01-26";
    let taken = named("a.txt", ap).unwrap();
    assert_eq!(
        blocks(&taken),
        [
            "headline: The pier is shut",
            "paragraph: By TORA LIND",
            "paragraph: NORTHPORT (HW) -- The pier is shut, “for good,” the mayor said.",
            "paragraph: Nobody says why.",
        ]
    );
}

#[test]
fn xml_of_other_kinds_is_refused() {
    for text in [
        "<?xml version=\"1.0\"?><feed><entry>Shut</entry></feed>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Shut</text></svg>",
    ] {
        let error = named("a.xml", text.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with("it is XML of a kind that is not known"), "{error}");
    }
}

#[test]
fn names_of_characters_are_read_and_others_stay_in_sight() {
    let item = "<nitf><body><body.head><hedline><hl1>The pier is shut</hl1></hedline></body.head><body.content><p>The caf&eacute; lost &pound;9m &mdash; &harbour; took it.</p></body.content></body></nitf>";
    assert_eq!(
        blocks(&named("item.xml", item.as_bytes()).unwrap()).last().unwrap(),
        "paragraph: The café lost £9m — &harbour; took it."
    );
}

#[test]
fn a_fraction_of_nitf_does_not_run_into_the_figure_before_it() {
    let fraction = |line: &str| {
        let item = format!(
            "<nitf><body><body.head><hedline><hl1>The pier is shut</hl1></hedline></body.head><body.content><p>It took 3<frac><frac-num>3</frac-num>{line}<frac-den>4</frac-den></frac> million.</p></body.content></body></nitf>"
        );
        blocks(&named("item.xml", item.as_bytes()).unwrap()).pop().unwrap()
    };
    assert_eq!(fraction(""), "paragraph: It took 3 3/4 million.");
    assert_eq!(fraction("<frac-sep>/</frac-sep>"), "paragraph: It took 3 3/4 million.");
}
