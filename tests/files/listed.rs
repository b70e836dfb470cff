//! Numbers of lists: kept in the session, in its drafts and in merges, and shown by every format that prints the article.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::io::Read as _;

use factdesk::export::{Format, Options, export};
use factdesk::intake::{Hint, read};
use factdesk::review::{Article, Block, Claims, ListPlace, Session, merge};
use factdesk::store::format::{parse, print};

use super::support;

const DRAFT: &str = "# Ferry plan\n\n3. More boats\n4. Fewer stops\n   - Quay\n   - Dam\n     1) a pier\n\n   It costs 5 crowns.\n7. No night line\n\nSo it is.\n";

fn article(name: &str, bytes: &[u8]) -> Article {
    read(bytes, &Hint { name, language: Some("en") }).unwrap().article
}

fn session() -> Session {
    Session::new("one", article("draft.md", DRAFT.as_bytes()), Claims::default())
}

fn items(article: &Article) -> Vec<(&str, ListPlace)> {
    article.blocks().iter().map(|block| (article.words(block.span), block.item.clone())).collect()
}

fn text(format: Format) -> String {
    String::from_utf8(bytes(format)).unwrap()
}

fn bytes(format: Format) -> Vec<u8> {
    export(&session(), format, &Options::default()).unwrap()
}

/// An article as a program had read it that knew nothing of marks.
fn bare(article: &Article) -> Article {
    let blocks = article.blocks().iter().map(|block| Block::new(block.kind.clone(), block.span)).collect();
    Article::new(article.title.clone(), article.text(), blocks).unwrap()
}

#[test]
fn a_session_keeps_its_marks_and_one_without_them_is_read_as_ever() {
    let session = session();
    let printed = String::from_utf8(print(&session)).unwrap();
    assert!(printed.contains("\"mark\": \"3.\""), "{printed}");
    let again = parse(printed.as_bytes()).unwrap().session;
    assert_eq!(items(&again.article), items(&session.article));
    let old = Session::new("one", bare(&session.article), Claims::default());
    let printed = String::from_utf8(print(&old)).unwrap();
    assert!(!printed.contains("\"mark\"") && !printed.contains("\"depth\""), "{printed}");
    assert_eq!(parse(printed.as_bytes()).unwrap().session.article.text(), session.article.text());
}

#[test]
fn an_earlier_draft_keeps_its_marks() {
    let mut session = session();
    let first: Vec<(String, ListPlace)> =
        items(&session.article).into_iter().map(|(words, item)| (words.to_owned(), item)).collect();
    let later = article("draft.md", DRAFT.replace("3. More", "5. Many more").as_bytes());
    support::redraft_to(&mut session, later);
    assert_eq!(session.article.blocks()[1].item.mark(), Some("5."));
    let again = parse(&print(&session)).unwrap().session;
    let before = again.drafts.iter().next().unwrap().shape.article(Some(&again.article)).unwrap();
    let kept: Vec<(String, ListPlace)> =
        items(&before).into_iter().map(|(words, item)| (words.to_owned(), item)).collect();
    assert_eq!(kept, first);
}

#[test]
fn a_copy_that_an_older_program_read_takes_no_mark_away() {
    let ours = session();
    let theirs = Session::new("one", bare(&ours.article), Claims::default());
    for merged in [merge(&ours, &theirs).unwrap(), merge(&theirs, &ours).unwrap()] {
        assert_eq!(items(&merged.session.article), items(&ours.article));
        assert_eq!(merged.notices, Vec::<String>::new());
    }
}

#[test]
fn reports_print_the_marks() {
    let report = text(Format::Markdown);
    let list = "3. More boats\n\n4. Fewer stops\n\n    - Quay\n\n    - Dam\n\n        1) a pier\n\n    It costs 5 crowns.\n\n- 7\\. No night line\n\nSo it is.\n";
    assert!(report.contains(list), "{report}");
    let page = text(Format::Html);
    assert!(
        page.contains("<p class=\"list_item\" dir=\"auto\"><span class=\"sign\">3.</span> More boats</p>"),
        "{page}"
    );
    assert!(
        page.contains("<p class=\"list_item depth-2\" dir=\"auto\"><span class=\"sign\">1)</span> a pier</p>"),
        "{page}"
    );
    let mut document = String::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes(Format::ReportDocx))).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    assert!(document.contains(">3. <") && document.contains(">1) <"), "{document}");
}

#[test]
fn an_article_that_goes_out_comes_back_with_the_same_words_and_marks() {
    let session = session();
    let back = article("draft.docx", &bytes(Format::Docx));
    assert_eq!(back.text(), session.article.text());
    let marks = |article: &Article| -> Vec<_> {
        article.blocks().iter().map(|block| block.item.mark().map(str::to_owned)).collect()
    };
    assert_eq!(marks(&back), marks(&session.article));
    let back = article("draft.md", text(Format::CriticMarkup).as_bytes());
    assert_eq!(back.blocks()[1].item, session.article.blocks()[1].item);
    assert_eq!(back.blocks()[5].item, session.article.blocks()[5].item);
}
