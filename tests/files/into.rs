//! The writer's own Word document with our comments and changes in it: all of theirs is there, ours sits on the right words.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use factdesk::export::back::{self, ImportHand, ImportOutcome};
use factdesk::export::{CommentOn, Filled, Format, Options, Original, OriginalError, export, into_original};
use factdesk::intake::{self, Hint, Sourced};
use factdesk::review::{Claim, ClaimId, Claims, Correction, Mark, Origin, Session, Source, Span, Stamp, Verdict};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// An archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"{W}\" xmlns:m=\"math\" xmlns:mc=\"compat\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

pub(crate) const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

/// A document with nothing but this body.
pub(crate) fn bare(body: &str) -> Vec<u8> {
    zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", &document(body))])
}

pub(crate) fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

pub(crate) fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

pub(crate) fn part(archive: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

fn sourced(bytes: &[u8]) -> Sourced {
    intake::sourced(bytes, &Hint { name: "draft.docx", language: Some("en") }).unwrap()
}

/// A claim over `words` that bea found to be disputed.
fn claim(text: &str, words: &str) -> Claim {
    let start = text.find(words).unwrap_or_else(|| unreachable!("{words:?} is not in {text:?}"));
    let mut claim = Claim::new(ClaimId::derive(start, words, 7), Span::new(start, start + words.len()), Origin::Added);
    claim.mark =
        Some(Mark { verdict: Verdict::Disputed, by: "Bea Holm".into(), at: Stamp::from("2026-03-09T10:00:00Z") });
    claim
}

/// The session of a document, with a claim on each of these words.
pub(crate) fn session(bytes: &[u8], words: &[&str]) -> Session {
    let article = sourced(bytes).taken.article;
    let claims: Vec<Claim> = words.iter().map(|words| claim(article.text(), words)).collect();
    Session::new("s", article, claims.into_iter().collect::<Claims>())
}

/// The session with a correction of its first claim.
pub(crate) fn corrected(session: Session, better: &str) -> Session {
    all_corrected(session, &[better])
}

/// The session with a correction of each of its claims, in their order.
fn all_corrected(session: Session, better: &[&str]) -> Session {
    let mut claims: Vec<Claim> = session.claims().iter().cloned().collect();
    for (claim, better) in claims.iter_mut().zip(better) {
        claim.record.corrections.push(Correction::proposed(*better, &[]));
    }
    Session::new("s", session.article, claims.into_iter().collect::<Claims>())
}

pub(crate) fn filled(session: &Session, bytes: &[u8]) -> Filled {
    let held = sourced(bytes);
    let original = Original { bytes, text: held.taken.article.text(), part: &held.part, map: &held.map };
    into_original(session, &Options::default(), &original).unwrap()
}

/// The words between the marks of each comment, tracked deletions included, in the order of the ids.
pub(crate) fn commented(bytes: &[u8]) -> Vec<String> {
    let xml = part(bytes, "word/document.xml").unwrap();
    let ids = part(bytes, "word/comments.xml").unwrap();
    let ids: Vec<&str> = ids
        .split("<w:comment ")
        .skip(1)
        .map(|one| one.split("w:id=\"").nth(1).unwrap().split('"').next().unwrap())
        .collect();
    ids.iter()
        .map(|id| {
            let inside = xml.split(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).nth(1).unwrap();
            let inside = inside.split(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).next().unwrap();
            let texts = inside.split("<w:t").skip(1).chain(inside.split("<w:delText").skip(1).filter(|_| false));
            texts
                .filter(|one| one.starts_with(['>', ' ']))
                .map(|one| one.split('>').nth(1).unwrap().split('<').next().unwrap())
                .collect()
        })
        .collect()
}

/// The document with what we put in taken out again: what is left is the writer's, byte for byte, but for cuts between runs.
fn without_ours(xml: &str) -> String {
    let mut left = xml.to_owned();
    for (from, to) in
        [("<w:commentRangeStart ", "/>"), ("<w:commentRangeEnd ", "/>"), ("<w:r><w:commentReference ", "</w:r>")]
    {
        while let Some(at) = left.find(from) {
            let end = left.get(at..).unwrap().find(to).unwrap() + at + to.len();
            left.replace_range(at..end, "");
        }
    }
    left.replace("</w:t></w:r><w:r><w:t xml:space=\"preserve\">", "")
}

#[test]
fn a_comment_sits_on_its_words_and_the_rest_stays() {
    let bytes =
        bare(&[p(&r("The ferry is late")), p(&r("It carried 212 passengers &amp; a dog, the harbour said."))].concat());
    let session = session(&bytes, &["carried 212 passengers & a dog"]);
    let done = filled(&session, &bytes);
    assert_eq!((done.comments, done.notices.len()), (1, 0));
    assert_eq!(commented(&done.bytes), ["carried 212 passengers &amp; a dog"]);
    assert_eq!(sourced(&done.bytes).taken.article.text(), session.article.text());
    let xml = part(&done.bytes, "word/document.xml").unwrap();
    assert_eq!(without_ours(&xml), part(&bytes, "word/document.xml").unwrap());
    assert!(xml.contains("<w:t xml:space=\"preserve\">It </w:t></w:r><w:commentRangeStart"), "{xml}");
    let comments = part(&done.bytes, "word/comments.xml").unwrap();
    assert!(
        comments.contains("w:author=\"Bea Holm\"") && comments.contains("w:date=\"2026-03-09T10:00:00Z\""),
        "{comments}"
    );
    assert!(comments.contains(">1 ✗ disputed<"), "{comments}");
    let types = part(&done.bytes, "[Content_Types].xml").unwrap();
    assert!(types.contains("PartName=\"/word/comments.xml\""), "{types}");
    assert!(part(&done.bytes, "word/_rels/document.xml.rels").unwrap().contains("Target=\"comments.xml\""));
}

#[test]
fn words_across_runs_links_controls_cells_and_fields_are_found() {
    let bold = "<w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr><w:t>two hundred</w:t></w:r>";
    let link = format!("<w:hyperlink w:anchor=\"x\">{}</w:hyperlink>", r("the harbour office"));
    let control = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"k\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        r("on 4 March")
    );
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>page seven</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let cell = |words: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", p(&r(words)));
    let body = [
        p(&[
            r("It carried "),
            bold.to_owned(),
            r(" people, said "),
            link,
            r(" "),
            control,
            r(" (see "),
            field.to_owned(),
            r(")."),
        ]
        .concat()),
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Ferries"), cell("seven in 2025")),
        p(&[
            r("It sank"),
            note.to_owned(),
            r(" in 1931 and rose<w:noBreakHyphen/>").replace("<w:noBreakHyphen/>", ""),
            r("again."),
        ]
        .concat()),
    ]
    .concat();
    let bytes = bare(&body);
    let words = ["hundred people, said the harbour", "office on 4", "page seven", "seven in", "sank in 1931"];
    let session = session(&bytes, &words);
    let done = filled(&session, &bytes);
    assert_eq!(commented(&done.bytes), words);
    let (before, after) = (part(&bytes, "word/document.xml").unwrap(), part(&done.bytes, "word/document.xml").unwrap());
    assert_eq!(sourced(&done.bytes).taken.article.text(), session.article.text());
    // A cut run keeps its properties and its attributes.
    assert_eq!(after.matches("<w:r w:rsidR=\"00A\"><w:rPr><w:b/></w:rPr>").count(), 2, "{after}");
    for kept in [
        "<w:footnoteReference w:id=\"2\"/>",
        "<w:instrText>REF a</w:instrText>",
        "<w:alias w:val=\"k\"/>",
        "<w:sectPr/>",
    ] {
        assert_eq!(after.matches(kept).count(), before.matches(kept).count(), "{kept}");
    }
}

#[test]
fn a_correction_is_a_tracked_change_that_looks_like_the_words_beside_it() {
    let body =
        p(&format!("{}<w:r><w:rPr><w:i/></w:rPr><w:t>212 passengers</w:t></w:r>{}", r("It carried "), r(" home.")));
    let bytes = bare(&body);
    let session = corrected(session(&bytes, &["carried 212 passengers"]), "carried 26 passengers & a dog");
    let done = filled(&session, &bytes);
    assert_eq!(done.notices, [""; 0]);
    let xml = part(&done.bytes, "word/document.xml").unwrap();
    assert!(xml.contains("<w:rPr><w:i/></w:rPr><w:delText>212</w:delText></w:r></w:del>"), "{xml}");
    assert!(xml.contains("<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">26</w:t></w:r></w:ins>"), "{xml}");
    assert!(xml.contains("w:author=\"Bea Holm\" w:date=\"2026-03-09T10:00:00Z\""), "{xml}");
    assert_eq!(sourced(&done.bytes).taken.article.text(), "It carried 26 passengers & a dog home.\n");
    assert_eq!(done.text, "It carried 26 passengers & a dog home.\n");
}

#[test]
fn changes_of_others_stay_theirs() {
    let theirs = "<w:ins w:id=\"5\" w:author=\"M. Vale\"><w:r><w:t>nearly 300 guests</w:t></w:r></w:ins>";
    let gone = "<w:del w:id=\"6\" w:author=\"M. Vale\"><w:r><w:delText>some people</w:delText></w:r></w:del>";
    let bytes = bare(&p(&[r("It carried "), theirs.to_owned(), gone.to_owned(), r(" home.")].concat()));
    let session =
        corrected(session(&bytes, &["carried nearly 300 guests home"]), "carried nearly 30 paying guests home");
    let done = filled(&session, &bytes);
    let xml = part(&done.bytes, "word/document.xml").unwrap();
    assert_eq!(sourced(&done.bytes).taken.article.text(), "It carried nearly 30 paying guests home.\n");
    assert!(xml.contains(gone), "{xml}");
    // Ours stands between two pieces of theirs, and takes out in theirs what they put in.
    assert!(xml.contains("</w:ins><w:ins w:id"), "{xml}");
    let authors = sourced(&done.bytes).taken.article;
    assert!(authors.changes().iter().any(|one| one.by.as_deref() == Some("M. Vale")), "{xml}");
}

#[test]
fn a_correction_at_the_edge_of_somebodys_insertion_leaves_no_empty_one_behind() {
    let theirs = "<w:ins w:id=\"5\" w:author=\"M. Vale\"><w:r><w:t>nearly 300 guests</w:t></w:r></w:ins>";
    let bytes = bare(&p(&[r("It carried "), theirs.to_owned(), r(" home.")].concat()));
    for (words, better) in [
        ("nearly 300 guests", "almost 300 guests"),
        ("nearly 300 guests", "some nearly 300 guests"),
        ("nearly 300 guests", "nearly 300 guests and dogs"),
        ("nearly 300 guests", "nearly 300 people"),
        ("nearly 300 guests", "two dogs"),
        ("nearly", "very nearly"),
        ("carried nearly 300 guests home", "carried a few people home"),
    ] {
        let done = filled(&corrected(session(&bytes, &[words]), better), &bytes);
        let xml = part(&done.bytes, "word/document.xml").unwrap();
        let read = sourced(&done.bytes).taken.article.text().to_owned();
        let wanted = "It carried nearly 300 guests home.\n".replacen(words, better, 1);
        assert_eq!(read, wanted, "{better}: {xml}");
        let is_empty = |part: &str| part.split_once('>').is_some_and(|(_, inside)| inside.starts_with("</w:ins>"));
        assert!(!xml.split("<w:ins ").skip(1).any(is_empty), "{better}: {xml}");
        assert!(xml.contains("w:author=\"M. Vale\""), "{better}: {xml}");
    }
}

#[test]
fn corrections_of_claims_that_overlap_are_both_tracked_where_they_change_other_words() {
    let bytes = bare(&p(&r("It carried 212 passengers home in 9 hours.")));
    let claims = session(&bytes, &["carried 212 passengers home", "passengers home in 9 hours", "212 passengers"]);
    assert_eq!(claims.claims().iter().map(|claim| claims.exact(claim)).collect::<Vec<_>>()[1], "212 passengers");
    let better = ["carried 26 passengers home", "200 passengers", "passengers home in 8 hours"];
    let session = all_corrected(claims, &better);
    let wanted = "It carried 26 passengers home in 8 hours.\n";
    let done = filled(&session, &bytes);
    assert_eq!(done.text, wanted);
    assert_eq!(
        done.notices,
        ["the correction of claim 2 stands in its comment alone: that of claim 1 changes the same words"]
    );
    let written = export(&session, Format::Docx, &Options::default()).unwrap();
    for made in [&done.bytes, &written] {
        assert_eq!(sourced(made).taken.article.text(), wanted);
    }
}

#[test]
fn the_mark_of_a_comment_stands_outside_a_control_that_holds_the_whole_paragraph() {
    let control = |inside: &str| {
        format!("<w:sdt><w:sdtPr><w:id w:val=\"77\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    };
    let reference = "<w:commentReference ";
    let boxed = [p(&r("It opened in May.")), control(&p(&r("It carried 212 home."))), p(&r("It sank."))].concat();
    let within = p(&format!("{}{}", r("It carried "), control(&r("212 home."))));
    for (body, outside) in [(boxed, true), (control(&p(&r("It carried 212 home."))), false), (within, false)] {
        let bytes = bare(&body);
        let done = filled(&session(&bytes, &["carried 212 home"]), &bytes);
        let xml = part(&done.bytes, "word/document.xml").unwrap();
        let (_, behind) = xml.split_once("</w:sdtContent>").unwrap();
        assert_eq!(behind.contains(reference), outside, "{xml}");
        assert_eq!(xml.matches(reference).count(), 1, "{xml}");
        assert_eq!(commented(&done.bytes), ["carried 212 home"]);
    }
}

#[test]
fn words_that_take_no_change_are_commented_on_alone() {
    let math = "<m:oMath><m:r><m:t>12 knots</m:t></m:r></m:oMath>";
    let bytes = bare(&p(&format!("{}{math}{}", r("It made "), r(" at best."))));
    let session = corrected(session(&bytes, &["made 12 knots"]), "made 11 knots");
    let done = filled(&session, &bytes);
    assert_eq!(done.notices.len(), 1, "{:?}", done.notices);
    assert!(done.notices[0].starts_with("the correction of claim 1 stands in its comment alone"), "{:?}", done.notices);
    let xml = part(&done.bytes, "word/document.xml").unwrap();
    assert!(xml.contains(&format!("{math}<w:commentRangeEnd")), "{xml}");
    assert!(!xml.contains("<w:ins") && !xml.contains("<w:del"), "{xml}");
}

/// A document with a comment by its writer and a macro.
pub(crate) fn annotated() -> Vec<u8> {
    let body = p(&format!(
        "{}<w:commentRangeStart w:id=\"0\"/>{}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>{}",
        r("The board paid "),
        r("3.2 million"),
        r(" crowns. Nobody was fined.")
    ));
    let comment = format!(
        "<w:comments xmlns:w=\"{W}\"><w:comment w:id=\"0\" w:author=\"M. Vale\" w:date=\"2026-03-01T08:00:00Z\"><w:p><w:r><w:t>Minutes, p. 12</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", &document(&body)),
        ("word/_rels/document.xml.rels", relations),
        ("word/comments.xml", &comment),
        ("word/vbaProject.bin", "\u{0}macro\u{1}"),
        ("word/media/image1.png", "no picture"),
    ])
}

/// The session of [`annotated`]: the claim on the commented words names the comment as its source.
pub(crate) fn answering() -> Session {
    let session = session(&annotated(), &["paid 3.2 million", "Nobody was fined."]);
    let mut claims: Vec<Claim> = session.claims().iter().cloned().collect();
    let source =
        Source { id: "s1".to_owned(), title: "Minutes".to_owned(), annotation: "w1".to_owned(), ..Source::default() };
    claims.first_mut().unwrap().record.sources.push(source);
    claims.last_mut().unwrap().mark = None;
    Session::new("s", session.article, claims.into_iter().collect::<Claims>())
}

#[test]
fn a_comment_of_the_writer_is_answered_in_its_thread() {
    let bytes = annotated();
    let done = filled(&answering(), &bytes);
    assert_eq!(done.comments, 1, "the claim that says nothing has no comment");
    let comments = part(&done.bytes, "word/comments.xml").unwrap();
    let named = |comment: &str| comment.split("w14:paraId=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let (theirs, ours) = (named(&comments), named(comments.split("<w:comment ").nth(2).unwrap()));
    let threads = part(&done.bytes, "word/commentsExtended.xml").unwrap();
    assert!(threads.contains(&format!("w15:paraId=\"{ours}\" w15:paraIdParent=\"{theirs}\"")), "{threads}");
    assert!(
        part(&done.bytes, "word/_rels/document.xml.rels").unwrap().contains("/2011/relationships/commentsExtended\"")
    );
    for kept in ["word/vbaProject.bin", "word/media/image1.png"] {
        assert_eq!(part(&done.bytes, kept), part(&bytes, kept));
    }
    let every = Options { comment_on: CommentOn::Every, ..Options::default() };
    let held = sourced(&bytes);
    let original = Original { bytes: &bytes, text: held.taken.article.text(), part: &held.part, map: &held.map };
    assert_eq!(into_original(&answering(), &every, &original).unwrap().comments, 2);
}

#[test]
fn what_is_put_into_a_document_comes_home_as_nothing_new() {
    let session = answering();
    let done = filled(&session, &annotated());
    let hand = ImportHand { by: Arc::from("Bea Holm"), at: Stamp::from("2026-03-10T10:00:00Z"), writer: None };
    let home = back::read(&done.bytes, &session, &hand, factdesk::term::back::document).unwrap();
    assert!(home.told.iter().all(|told| told.outcome == ImportOutcome::Same), "{:?}", home.told);
    assert!(home.edits.is_empty());
}

#[test]
fn a_lock_is_said_and_stays() {
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/></Relationships>";
    let settings = |enforced| {
        format!(
            "<w:settings xmlns:w=\"{W}\"><w:documentProtection w:edit=\"readOnly\" w:enforcement=\"{enforced}\"/></w:settings>"
        )
    };
    let locked = |enforced| {
        let body = document(&p(&r("The board paid 3.2 million crowns.")));
        zipped(&[
            ("[Content_Types].xml", TYPES),
            ("word/document.xml", &body),
            ("word/_rels/document.xml.rels", relations),
            ("word/settings.xml", &settings(enforced)),
        ])
    };
    for (enforced, said) in [("1", 1), ("0", 0)] {
        let bytes = locked(enforced);
        let done = filled(&session(&bytes, &["3.2 million"]), &bytes);
        assert_eq!(done.notices.iter().filter(|notice| notice.contains("locked for reading only")).count(), said);
        assert_eq!(part(&done.bytes, "word/settings.xml"), part(&bytes, "word/settings.xml"));
    }
}

#[test]
fn a_comment_on_words_that_are_gone_is_told_and_keeps_no_other_out() {
    let bytes = bare(&p(&r("The board paid 3.2 million crowns.")));
    let session = session(&bytes, &["3.2 million"]);
    let range = |id: u8, words: &str| {
        format!("<w:commentRangeStart w:id=\"{id}\"/>{}<w:commentRangeEnd w:id=\"{id}\"/>", r(words))
    };
    let body =
        p(&(range(1, "A sentence that was cut. ") + &r("The board paid ") + &range(2, "3.2 million") + &r(" crowns.")));
    let note = |id: u8, words: &str| {
        format!("<w:comment w:id=\"{id}\" w:author=\"Ane\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>")
    };
    let comments =
        format!("<w:comments xmlns:w=\"{W}\">{}{}</w:comments>", note(1, "Why not?"), note(2, "Minutes, p. 12"));
    let relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>";
    let other = zipped(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", &document(&body)),
        ("word/_rels/document.xml.rels", relations),
        ("word/comments.xml", &comments),
    ]);
    let hand = ImportHand { by: Arc::from("bea"), at: Stamp::from("2026-03-10T10:00:00Z"), writer: None };
    let home = back::read(&other, &session, &hand, factdesk::term::back::document).unwrap();
    let [gone, kept] = home.told.as_slice() else { unreachable!("{:?}", home.told) };
    assert!(matches!(&gone.outcome, ImportOutcome::Left(why) if why.contains("A sentence that was cut.")), "{gone:?}");
    assert!(matches!(&kept.outcome, ImportOutcome::Changed(..)), "{kept:?}");
}

#[test]
fn another_document_is_refused_and_says_where_they_part() {
    let bytes = bare(&p(&r("The board paid 3.2 million crowns.")));
    let other = bare(&p(&r("The board paid 2.9 million crowns.")));
    let session = session(&bytes, &["3.2 million"]);
    let held = sourced(&other);
    let original = Original { bytes: &other, text: held.taken.article.text(), part: &held.part, map: &held.map };
    let error = into_original(&session, &Options::default(), &original).unwrap_err();
    let said = error.to_string();
    assert!(matches!(error, OriginalError::Foreign { .. }), "{said}");
    assert!(said.contains("where the session has “3.2 million crowns.”, it has “2.9 million crowns.”"), "{said}");
}
