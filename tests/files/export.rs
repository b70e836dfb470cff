//! What comes out of a session: every format over one session whose every field holds hostile words.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::io::Read as _;

use factdesk::export::{ExportError, Format, Options, Publisher, Table, TableRows, confidential_sources, export};
use factdesk::intake::Hint;
use factdesk::review::{
    Article, Change, Claim, Claims, Conflict, Correction, CorrectionStatus, Edit, Evidence, Session, Source, Stamp,
    field,
};

const HOSTILE: &str = include_str!("../outside/sessions/hostile.json");

fn hostile() -> Session {
    factdesk::store::format::parse(HOSTILE.as_bytes()).unwrap().session
}

fn bytes(format: Format, options: &Options) -> Vec<u8> {
    export(&hostile(), format, options).unwrap()
}

fn text(format: Format) -> String {
    String::from_utf8(bytes(format, &Options { history: true, ..Options::default() })).unwrap()
}

/// The named file of a zip.
fn part(archive: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// A format's bytes as text, archives unpacked.
fn everything(format: Format, options: &Options) -> String {
    let bytes = bytes(format, options);
    if format.is_text() {
        return String::from_utf8(bytes).unwrap();
    }
    let parts: &[&str] = match format.name() {
        "docx" => &["word/document.xml", "word/comments.xml", "docProps/core.xml"],
        "xlsx" => &["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"],
        "brat" => &["article.txt", "article.ann"],
        _ => &["word/document.xml"],
    };
    parts.iter().map(|name| part(&bytes, name)).collect()
}

#[test]
fn a_confidential_source_is_in_no_format_and_in_no_history() {
    assert_eq!(confidential_sources(&hostile()), 1);
    for format in Format::ALL {
        let seen = everything(format, &Options { history: true, ..Options::default() });
        assert!(!seen.contains("deckhand") && !seen.contains("full by seven"), "{format} gives it away");
    }
}

#[test]
fn the_file_of_a_confidential_source_alone_is_named_in_no_format() {
    let mut session = hostile();
    let file = |id: &str, title: &str| Evidence { id: id.into(), title: title.into(), ..Evidence::default() };
    session.evidence = vec![file("e1", "Mail from M. Sol"), file("e2", "Minutes of May")].into();
    let claims: Vec<_> = session.claims().iter().cloned().collect();
    for claim in claims.iter().filter(|claim| claim.record.sources.iter().any(|source| source.confidential)) {
        let change = Change::of(claim, &field::SOURCES, |claim| {
            for source in &mut claim.record.sources {
                source.evidence = if source.confidential { "e1" } else { "e2" }.to_owned();
            }
        });
        session.commit(Edit::of(claim.id.clone(), change.unwrap()), &"anna".into(), &Stamp::default()).unwrap();
    }
    let named = |format: Format, options: &Options, name: &str| {
        String::from_utf8_lossy(&export(&session, format, options).unwrap()).contains(name)
    };
    for format in [Format::Html, Format::Markdown, Format::Json] {
        assert!(!named(format, &Options::default(), "M. Sol"), "{format}");
        assert!(named(format, &Options::default(), "Minutes of May"), "{format}");
        assert!(named(format, &Options { confidential: true, ..Options::default() }, "M. Sol"), "{format}");
    }
}

#[test]
fn what_the_writer_noted_for_the_desk_alone_is_in_no_format() {
    let hint = Hint { name: "pier.txt", language: None };
    let text = "The pier is shut\n\nIt cost 3 million [Minutes, p. 3]. It was built in 1911 [Tora Lind, by phone; 555-0123, after six]. It is shut.\n";
    let article = factdesk::intake::read(text.as_bytes(), &hint).unwrap().article;
    let claims = factdesk::propose::claims(&article, 0.0);
    let session = Session::new("pier", article, claims);
    for format in Format::ALL {
        let options = Options { history: true, ..Options::default() };
        let Ok(bytes) = export(&session, format, &options) else { continue };
        let told = String::from_utf8_lossy(&bytes);
        assert!(!told.contains("555-0123") && !told.contains("after six"), "{format}");
    }
    let json = |options: &Options| String::from_utf8(export(&session, Format::Json, options).unwrap()).unwrap();
    assert!(json(&Options::default()).contains("Minutes, p. 3"));
    assert!(json(&Options { confidential: true, ..Options::default() }).contains("555-0123"));
}

#[test]
fn no_format_tells_where_on_somebody_s_machine_the_evidence_lies() {
    let mut session = hostile();
    let paths = [
        "/home/anna/ev/minutes.txt",
        r"C:\Users\anna\ev\port.csv",
        r"\\anna-pc\ev\talk.srt",
        "ferry.evidence/mail.eml",
    ];
    let file = |path: &&str| Evidence { id: (*path).to_owned(), path: (*path).to_owned(), ..Evidence::default() };
    session.evidence = paths.iter().map(file).collect::<Vec<_>>().into();
    for file in std::sync::Arc::make_mut(&mut session.evidence) {
        file.id = Evidence::id_of(&factdesk::review::sha256(file.path.as_bytes()));
    }
    for confidential in [false, true] {
        for format in [Format::Html, Format::Markdown, Format::Json] {
            let options = Options { confidential, ..Options::default() };
            let told = String::from_utf8(export(&session, format, &options).unwrap()).unwrap();
            assert!(["anna/ev", "Users", "anna-pc"].iter().all(|place| !told.contains(place)), "{format}");
            for name in ["minutes.txt", "port.csv", "talk.srt", "mail.eml"] {
                assert!(told.contains(name), "{format}: {name}");
            }
            // Where it lies beside the session is the same on every machine.
            assert!(format != Format::Json || told.contains("ferry.evidence/mail.eml"));
        }
    }
}

#[test]
fn a_confidential_source_is_given_when_asked_for() {
    for format in [Format::Markdown, Format::Html, Format::Csv, Format::Json, Format::Docx, Format::Annotations] {
        let seen = everything(format, &Options { confidential: true, ..Options::default() });
        assert!(seen.contains("deckhand"), "{format}");
    }
}

#[test]
fn reports_say_that_a_source_is_left_out_and_how_many() {
    for format in [Format::Markdown, Format::Html, Format::Docx] {
        let seen = everything(format, &Options::default());
        assert!(seen.contains("1 confidential source is left out"), "{format}");
        let open = everything(format, &Options { confidential: true, ..Options::default() });
        assert!(!open.contains("left out of this document"), "{format}");
    }
    assert!(everything(Format::Json, &Options::default()).contains("\"withheld_sources\": 1"));
}

#[test]
fn one_session_always_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(bytes(format, &Options::default()), bytes(format, &Options::default()), "{format}");
    }
}

#[test]
fn an_unknown_format_names_those_that_exist() {
    let error = "pdf".parse::<Format>().unwrap_err().to_string();
    assert!(error.contains("there is no format 'pdf'"), "{error}");
    assert!(Format::ALL.iter().all(|format| error.contains(format.name())), "{error}");
    assert_eq!("CSV".parse(), Ok(Format::Csv));
}

#[test]
fn the_page_holds_no_markup_but_its_own() {
    let page = text(Format::Html);
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("javascript:alert(5)\""));
    assert!(!page.contains("<b>doubts") && page.contains("&lt;b&gt;doubts"));
    assert!(page.contains("{{ 7*7 }}"), "words are no template");
    assert!(page.starts_with("<!doctype html>"));
    let links = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().replace("&#x2f;", "/"));
    for link in links {
        assert!(link.starts_with('#') || link.starts_with("https://") || link.starts_with("http://"), "{link}");
    }
    assert!(!page.contains('\u{202e}') && !page.contains('\u{1b}'), "controls are visible");
}

#[test]
fn the_page_leads_from_every_claim_to_the_text_and_back() {
    let page = text(Format::Html);
    for number in [1, 2, 3, 4, 5, 6, 7, 8, 10, 11] {
        assert!(page.contains(&format!("id=\"at-{number}\" href=\"#claim-{number}\"")), "{number} in the text");
        assert!(page.contains(&format!("id=\"claim-{number}\"")), "{number} as a card");
        assert!(page.contains(&format!("href=\"#at-{number}\"")), "{number} back");
    }
}

#[test]
fn dismissed_words_look_dismissed_and_not_unchecked() {
    let page = text(Format::Html);
    let chip = "<a class=\"chip dismissed\" id=\"at-9\" href=\"#claim-9\"><span class=\"unseen\">claim </span>9 <span aria-hidden=\"true\">–";
    assert!(page.contains(chip), "{page}");
    assert!(page.contains("<mark class=\"dismissed\">"));
    assert!(page.contains("<li id=\"claim-9\">"));
}

#[test]
fn the_page_shows_every_part_of_a_claim_as_the_report_does() {
    let page = text(Format::Html);
    for part in [
        "<dt>says</dt><dd><bdi>Mara Lindqvist (asserts)</bdi></dd>",
        "rel=\"noopener noreferrer nofollow\"><bdi>Passenger count, 4 March</bdi></a> <span class=\"quiet\">(<bdi>document, primary, contradicts, p. 2, checked 2026-03-09</bdi>)</span> – <q dir=\"auto\">212 passengers</q></li>",
        "<dt>correction <span class=\"quiet\">(proposed)</span></dt><dd class=\"said\" dir=\"auto\">Harbour ferry sails <ins>half </ins>empty 🚢</dd>",
        "<dd><bdi>author</bdi>: <span class=\"said\">62 or 26?</span>\n<div class=\"said answer\"><b>Answer:</b> 26, my slip.</div></dd>",
        "<li><bdi>2026-03-09 10:00 UTC</bdi> <bdi>anna</bdi>, <span class=\"said\">unchecked → disputed</span></li>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let tags = |name: &str| (page.matches(&format!("<{name}")).count(), page.matches(&format!("</{name}>")).count());
    for name in ["section", "article", "blockquote", "dl", "dd", "ul", "ol", "bdi", "span", "mark", "table", "svg"] {
        assert_eq!(tags(name).0, tags(name).1, "every {name} is closed");
    }
}

#[test]
fn overlapping_claims_are_all_marked_in_the_text() {
    let report = text(Format::Markdown);
    let line = report.lines().find(|line| line.contains("⟧3, and 4,100")).unwrap();
    assert_eq!(
        line,
        "👩‍👩‍👧 ⟦[2 ✓](#claim-2-verified) ⟦[3 ✓](#claim-3-verified) Fares rose by 18 percent in \
         ⟦[4 ?](#claim-4-unknown) March⟧3, and 4,100 fewer people⟧4 took the ferry, Mara Lindqvist told the council on \
         Tuesday.⟧"
    );
}

#[test]
fn the_report_counts_and_shows_every_part_of_a_claim() {
    let report = text(Format::Markdown);
    assert!(report.contains("7 of 10 claims settled"), "{report}");
    for part in [
        "### Claim 1 disputed",
        "- source: [Passenger count, 4 March](<https://harbour.example/count.pdf>) (document, primary, contradicts, p. 2, checked 2026-03-09) – “212 passengers”",
        "- correction (proposed): Harbour ferry sails **half** empty 🚢",
        "- says: Mara Lindqvist (asserts)",
        "- asked (answered): author – 62 or 26? – answer – 26, my slip.",
        "- 2026-03-09 10:00 UTC anna, unchecked → disputed",
        "- verdict: • misleading, marked 2026-03-09 10:12 UTC cleo",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn the_history_shows_a_question_without_a_place_for_its_missing_answer() {
    let done =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/harbour-tunnel-done.factdesk.json")).unwrap();
    let session = factdesk::store::format::parse(&done).unwrap().session;
    let options = Options { history: true, ..Options::default() };
    let report = String::from_utf8(export(&session, Format::Markdown, &options).unwrap()).unwrap();
    let asked = "query added: to “author”, question “Is 38,000 the city's forecast or the mayor's own figure?”, asked on “2026-05-15”";
    assert!(report.contains(&format!(" reviewer, {asked}\n")), "{report}");
    assert!(report.contains("answer: none → “The city's; it is in the traffic plan, page 31.”"), "{report}");
}

#[test]
fn a_report_leads_with_what_needs_work() {
    let half =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/harbour-tunnel-half.factdesk.json")).unwrap();
    let session = factdesk::store::format::parse(&half).unwrap().session;
    let given = |format| String::from_utf8(export(&session, format, &Options::default()).unwrap()).unwrap();
    let report = given(Format::Markdown);
    let (work, rest) = report.split_once("## Summary").unwrap();
    assert!(rest.contains("## The article"));
    for wanted in [
        "### Must change (4)",
        "  - note: 25,920 is 10.7 percent above 23,410.",
        "### Found unknown (2)",
        "- ✗ 8 “Traffic on the Quay Bridge has grown by 14 percent since 2015",
        "  - better (proposed): Traffic on the Quay Bridge has grown by 11 percent",
        "### Open questions (3)",
        "  - author: Where does the mayor say \"triumph\"?",
        "### Not checked yet (19)",
    ] {
        assert!(work.contains(wanted), "{wanted}\n{work}");
    }
    let digest = given(Format::Digest);
    assert!(digest.contains("Must change") && !digest.contains("id=\"article\""));
    assert!(digest.contains("checked by reviewer"));
    let page = given(Format::Html);
    assert!(page.find("id=\"work\"").unwrap() < page.find("id=\"article\"").unwrap());
}

#[test]
fn questions_are_gathered_by_whom_they_go_to() {
    let list = text(Format::Queries);
    assert_eq!(list.matches("## To author\n").count(), 1, "{list}");
    assert!(list.contains("Empty on which day? &lt;b>Which boat?&lt;/b>\n\nAnswer:\n"), "{list}");
    assert!(list.contains("62 or 26?\n\nAnswer:\n\n26, my slip.\n"), "{list}");
}

#[test]
fn corrections_show_before_after_and_the_change() {
    let list = text(Format::Corrections);
    let wanted = "## Claim 5 (accepted)\n\nBefore:\n\n> The operator employs 62 people.\n\nAfter:\n\n\
                  > The operator employs 26 people.\n\nChange: The operator employs ~~62~~ **26** people.\n";
    assert!(list.contains(wanted), "{list}");
}

#[test]
fn the_latest_correction_that_was_not_turned_down_stands_in_the_draft() {
    let words = "The operator employs 62 people & rows < 3 boats.\n";
    let hint = Hint { name: "boats.txt", language: Some("en") };
    let article = factdesk::intake::read(words.as_bytes(), &hint).unwrap().article;
    let mut claims: Vec<Claim> = factdesk::propose::claims(&article, 0.0).iter().cloned().collect();
    let held = &mut claims.first_mut().unwrap().record.corrections;
    for (words, status) in [
        ("The operator employs 60 people & rows < 3 boats.", CorrectionStatus::Rejected),
        ("The operator employs 26 people & rows < 3 boats.", CorrectionStatus::Proposed),
        ("The operator employs 61 people & rows < 3 boats.", CorrectionStatus::Rejected),
        ("The operator employs 27 people & rows < 3 boats.", CorrectionStatus::Other("withdrawn".into())),
    ] {
        let one = Correction { status, ..Correction::proposed(words, held) };
        held.push(one);
    }
    let session = Session::new("id", article, claims.into_iter().collect::<Claims>());
    let draft = String::from_utf8(export(&session, Format::CriticMarkup, &Options::default()).unwrap()).unwrap();
    assert!(draft.starts_with("The operator employs {--62--}{++26++} people & rows < 3 boats.{>>1 "), "{draft}");
    // An address in a comment is read as it stands, and words in one are words.
    let mut claims: Vec<Claim> = session.claims().iter().cloned().collect();
    let record = &mut claims.first_mut().unwrap().record;
    record.sources = vec![Source {
        title: "Report <b>".to_owned(),
        url: "https://boats.example/a_b?x=1&y=2".to_owned(),
        archive: "https://web.example/1<<}".to_owned(),
        ..Source::default()
    }];
    record.note = "see (https://boats.example/log), or https://boats.example/*x* {--gone--}".to_owned();
    let session = Session::new("id", session.article.clone(), claims.into_iter().collect::<Claims>());
    let draft = String::from_utf8(export(&session, Format::CriticMarkup, &Options::default()).unwrap()).unwrap();
    assert!(draft.contains("source: Report &lt;b> https://boats.example/a_b?x=1&y=2"), "{draft}");
    assert!(
        draft.contains("note: see (https://boats.example/log), or https&#58;//boats.example/\\*x\\* &#123;--gone"),
        "{draft}"
    );
    assert_eq!((draft.matches("<<}").count(), draft.matches("{--").count()), (1, 1), "{draft}");
}

#[test]
fn no_cell_of_the_table_is_a_formula() {
    for rows in [TableRows::Claims, TableRows::Sources] {
        let options = Options { table: Table { rows, bom: true, ..Table::default() }, ..Options::default() };
        let table = bytes(Format::Csv, &options);
        let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table);
        let mut seen = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
                seen += 1;
            }
        }
        assert!(seen > 50, "{seen} cells");
    }
}

#[test]
fn checks_are_rated_in_words_and_numbered_only_at_the_ends_of_the_scale() {
    let checks: serde_json::Value = serde_json::from_str(&text(Format::ClaimReview)).unwrap();
    let ratings: Vec<(String, Option<u64>)> = checks["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| &check["reviewRating"])
        .map(|rating| (rating["alternateName"].as_str().unwrap().to_owned(), rating["ratingValue"].as_u64()))
        .collect();
    let words: Vec<&str> = ratings.iter().map(|(words, _)| words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Disputed",
            "Verified",
            "Verified",
            "Unknown: could not be settled",
            "Disputed",
            "Disputed",
            "misleading",
            "Verified"
        ]
    );
    assert_eq!(ratings[3].1, None);
    assert_eq!(ratings[0].1, Some(1));
}

#[test]
fn checks_need_an_address_and_a_verdict() {
    let bare = Session::new("x", Article::new("t", "Some words.", Vec::new()).unwrap(), Claims::default());
    let options = Options::default();
    assert!(matches!(export(&bare, Format::ClaimReview, &options), Err(ExportError::NoAddress)));
    let publisher = Publisher { url: "https://checks.example/7".to_owned(), ..Publisher::default() };
    let options = Options { publisher, ..options };
    assert!(matches!(export(&bare, Format::ClaimReview, &options), Err(ExportError::NoVerdict)));
}

#[test]
fn positions_count_code_points_for_w3c_and_utf16_for_hypothesis() {
    let session = hostile();
    let characters: Vec<char> = session.article.text().chars().collect();
    let units: Vec<u16> = session.article.text().encode_utf16().collect();
    let notes: serde_json::Value = serde_json::from_str(&text(Format::Annotations)).unwrap();
    for item in notes["first"]["items"].as_array().unwrap() {
        let [quote, place] = item["target"]["selector"].as_array().unwrap().as_slice() else { panic!("two selectors") };
        let at = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
        let words: String = characters[at("start")..at("end")].iter().collect();
        assert_eq!(words, quote["exact"].as_str().unwrap());
    }
    let rows: serde_json::Value = serde_json::from_str(&text(Format::Hypothesis)).unwrap();
    for row in rows["annotations"].as_array().unwrap() {
        let [place, quote] = row["target"][0]["selector"].as_array().unwrap().as_slice() else { panic!("two") };
        let at = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
        let words = String::from_utf16(&units[at("start")..at("end")]).unwrap();
        assert_eq!(words, quote["exact"].as_str().unwrap());
    }
}

#[test]
fn a_text_that_no_cell_of_a_workbook_holds_is_refused_with_the_way_out() {
    let mut file: serde_json::Value = serde_json::from_str(HOSTILE).unwrap();
    file["claims"][0]["note"] = "long ".repeat(8_000).into();
    let session = factdesk::store::format::parse(file.to_string().as_bytes()).unwrap().session;
    let refused = export(&session, Format::Xlsx, &Options::default()).unwrap_err();
    assert!(matches!(refused, ExportError::Cell) && refused.to_string().contains("--to csv"));
    assert!(export(&session, Format::Csv, &Options::default()).is_ok());
}

#[test]
fn an_empty_session_goes_through_every_format() {
    let bare = Session::new("no uuid", Article::new("", "", Vec::new()).unwrap(), Claims::default());
    for format in Format::ALL.into_iter().filter(|format| *format != Format::ClaimReview) {
        assert!(export(&bare, format, &Options::default()).is_ok(), "{format}");
    }
}

#[test]
fn what_another_copy_has_differently_is_told_in_words_and_not_as_the_file_has_it() {
    let mut session = hostile();
    let claim = session.claims().iter().next().unwrap().clone();
    let beside = [
        ("sources", serde_json::json!({ "id": "s1", "title": "The mate's log", "kind": "document", "checked_at": "" })),
        ("settled", serde_json::json!({ "verdict": "disputed", "by": "dora", "checked_at": "" })),
        ("verdict", serde_json::json!({ "verdict": "unknown", "by": "eve", "at": "2026-11-23T12:00:00Z" })),
        ("dismissed", true.into()),
        ("note", "Asked the mate.".into()),
        ("anchor", serde_json::json!({ "start": 0, "end": 9, "exact": "The ferry", "prefix": "", "suffix": "" })),
    ];
    let change = Change::of(&claim, &field::CONFLICTS, |claim| {
        claim.record.conflicts = beside.map(|(field, theirs)| Conflict::of(field, theirs)).to_vec();
    });
    session.commit(Edit::of(claim.id, change.unwrap()), &"anna".into(), &Stamp::default()).unwrap();
    for name in ["html", "markdown"] {
        let told = String::from_utf8(export(&session, name.parse().unwrap(), &Options::default()).unwrap()).unwrap();
        for said in ["The mate", "disputed", "unknown, 2026-11-23", "nothing to check", "Asked the mate", "The ferry"] {
            assert!(told.contains(said), "{name} lacks {said}");
        }
        assert!(!told.contains("checked_at"), "{name} gives the file's own words");
    }
}
