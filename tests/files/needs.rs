//! What needs work, as a report tells it first: what must change and why, what others said since, what was not found out.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::export::{Format, Options, export};
use factdesk::review::{
    Article, Claim, Conflict, Correction, CorrectionStatus, Evidence, Mark, Origin, Remark, Session, Source, Span,
    Support, Verdict,
};

const TEXT: &str =
    "The pier is 90 metres long.\nIt was built in 1902.\nIt cost 3 million.\nIt has 12 lamps.\nThe mayor opened it.\n";

/// A claim on the sentence `line`, from 0, that anna found to be so at nine.
fn claim(line: usize, verdict: Option<Verdict>) -> Claim {
    let start: usize = TEXT.lines().take(line).map(|line| line.len() + 1).sum();
    let words = TEXT.lines().nth(line).unwrap();
    let mut claim =
        Claim::new(format!("k{}", line + 1).as_str().into(), Span::new(start, start + words.len()), Origin::Added);
    claim.mark = verdict.map(|verdict| Mark { verdict, by: "anna".into(), at: "2026-11-23T09:00:00Z".into() });
    claim
}

fn session(claims: Vec<Claim>) -> Session {
    Session::new("s", Article::new("The pier", TEXT, Vec::new()).unwrap(), claims.into_iter().collect())
}

/// The report's first part, and the section of it under `heading`.
fn section(session: &Session, heading: &str) -> String {
    let report = String::from_utf8(export(session, Format::Markdown, &Options::default()).unwrap()).unwrap();
    let (work, _) = report.split_once("## Summary").unwrap();
    let section = work.split_once(&format!("### {heading}")).map(|(_, rest)| rest.split("###").next().unwrap());
    section.unwrap_or_default().to_owned()
}

#[test]
fn better_words_are_asked_for_whatever_the_verdict_and_those_turned_down_are_not() {
    let better = |words: &str, status| Correction { status, ..Correction::proposed(words, &[]) };
    let mut length = claim(0, Some(Verdict::Verified));
    length.record.corrections = vec![better("The pier is 90 metres wide.", CorrectionStatus::Proposed)];
    let mut year = claim(1, Some(Verdict::Disputed));
    year.record.corrections = vec![better("It was built in 1893.", CorrectionStatus::Rejected)];
    let mut cost = claim(2, Some(Verdict::Verified));
    cost.record.corrections = vec![better("It cost 4 million.", CorrectionStatus::Rejected)];
    let told = section(&session(vec![length, year, cost]), "Must change");
    assert!(told.contains("1 “The pier is 90") && told.contains("better (proposed): The pier is 90 metres wide."));
    assert!(
        told.contains("no correction is proposed yet") && !told.contains("1893") && !told.contains("4 million"),
        "{told}"
    );
}

#[test]
fn what_is_disputed_says_why() {
    let mut year = claim(1, Some(Verdict::Disputed));
    year.record.note = "The plaque says 1893.".to_owned();
    let source = |title: &str, stance| Source { title: title.to_owned(), stance: Some(stance), ..Source::default() };
    year.record.sources = vec![
        Source {
            locator: "p. 4".to_owned(),
            quote: "begun in 1893".to_owned(),
            ..source("Harbour log", Support::Contradicts)
        },
        source("Postcard", Support::Supports),
    ];
    let told = section(&session(vec![year]), "Must change");
    assert!(told.contains("note: The plaque says 1893."), "{told}");
    assert!(told.contains("against it: Harbour log, p. 4 “begun in 1893”") && !told.contains("Postcard"), "{told}");
}

#[test]
fn copies_that_differ_are_no_want_of_a_source() {
    let mut lamps = claim(3, None);
    lamps.record.conflicts = vec![Conflict::of("note", "Eleven of them work.".into())];
    let session = session(vec![lamps]);
    assert_eq!(section(&session, "Verified without a source"), "");
    assert!(section(&session, "Copies differ (1)").contains("two versions of its note"));
}

#[test]
fn what_others_said_since_and_what_was_not_found_out_is_told() {
    let remark = |at: &str, text: &str| Remark {
        id: "m1".to_owned(),
        by: "Skarn".to_owned(),
        at: at.into(),
        text: text.to_owned(),
        from: "text".to_owned(),
        extra: factdesk::review::Extra::default(),
    };
    let mut length = claim(0, Some(Verdict::Verified));
    length.record.remarks =
        vec![remark("2026-11-22T09:00:00Z", "We agree."), remark("2026-11-24T09:00:00Z", "We deny this.")];
    let mut cost = claim(2, Some(Verdict::Unknown));
    cost.record.note = "Two calls, no reply.".to_owned();
    let session = session(vec![length, cost]);
    let said = section(&session, "Said by others since (1)");
    assert!(said.contains("We deny this.") && !said.contains("We agree."), "{said}");
    assert!(section(&session, "Found unknown (1)").contains("Two calls, no reply."));
}

#[test]
fn what_rests_on_confidential_evidence_is_confidential() {
    let mut length = claim(0, Some(Verdict::Verified));
    length.record.sources = vec![Source {
        id: "s1".to_owned(),
        evidence: "e1".to_owned(),
        title: "Letter of a deckhand".to_owned(),
        quote: "ninety paces".to_owned(),
        ..Source::default()
    }];
    let mut session = session(vec![length]);
    session.evidence = vec![Evidence { id: "e1".to_owned(), confidential: true, ..Evidence::default() }].into();
    assert_eq!(factdesk::export::confidential_sources(&session), 1);
    for format in [Format::Html, Format::Markdown, Format::Json, Format::Csv, Format::Csl, Format::Annotations] {
        let given = |confidential| {
            let options = Options { confidential, history: true, ..Options::default() };
            String::from_utf8(export(&session, format, &options).unwrap()).unwrap()
        };
        let seen = given(false);
        assert!(!seen.contains("deckhand") && !seen.contains("ninety paces"), "{format} gives it away");
        assert!(format == Format::Csv || given(true).contains("deckhand"), "{format}");
    }
}

#[test]
fn a_source_s_day_is_given_to_reference_managers_however_much_of_it_is_known() {
    let days = ["2026-11-19", "2026-11", "2026", "yesterday", ""];
    let mut length = claim(0, Some(Verdict::Verified));
    let source =
        |day: &&str| Source { title: format!("Log {day}"), checked_at: (*day).to_owned(), ..Source::default() };
    length.record.sources = days.iter().map(source).collect();
    let session = session(vec![length]);
    let given = |format| String::from_utf8(export(&session, format, &Options::default()).unwrap()).unwrap();
    let items: serde_json::Value = serde_json::from_str(&given(Format::Csl)).unwrap();
    let accessed: Vec<String> = items.as_array().unwrap().iter().map(|item| item["accessed"].to_string()).collect();
    let parts = |parts: &str| format!("{{\"date-parts\":[[{parts}]]}}");
    assert_eq!(
        accessed,
        [parts("2026,11,19"), parts("2026,11"), parts("2026"), "{\"raw\":\"yesterday\"}".to_owned(), "null".to_owned()]
    );
    let days: Vec<String> =
        given(Format::Ris).lines().filter_map(|line| line.strip_prefix("Y2  - ")).map(str::to_owned).collect();
    assert_eq!(days, ["2026/11/19", "2026/11//", "2026///", "///yesterday"]);
}
