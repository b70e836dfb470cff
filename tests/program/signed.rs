//! Signing off from the command line, and checks that are published one by one.

use serde_json::Value;

use crate::exchange::Home;

#[test]
fn a_session_is_signed_off_and_what_was_done_since_is_told() {
    let home = Home::new();
    assert_eq!(home.refused(&["markdown", "--since", "last"]).0, 1, "nobody has looked yet");
    let told = home.told(&["sign-off", "ferry", "--note", "Fine by me."]);
    assert!(told.starts_with("mira, ") && told.contains("“Fine by me.”"), "{told}");
    let sum = home.session()["signed"][0]["sha256"].as_str().unwrap().to_owned();
    assert!(sum.len() == 64 && told.contains(&sum), "{told}");
    assert!(home.told(&["sign-off", "ferry", "--list"]).contains("it stands as it was signed"));
    let nothing = home.told(&["export", "ferry", "--to", "markdown", "--since", "last"]);
    assert!(nothing.contains("## Since mira signed off, ") && nothing.contains("No claim was touched."), "{nothing}");
    home.told(&["note", "ferry", "2", "The log says so."]);
    let since = home.told(&["export", "ferry", "--to", "digest", "--since", "last"]);
    assert!(since.contains("“The log says so.” (mira, "), "{since}");
    assert!(home.told(&["sign-off", "ferry", "--list"]).contains("1 change since"));
    let (code, said) = home.refused(&["html", "--since", "yesterday"]);
    assert!(code == 2 && said.contains("no draft's number, no day such as 2026-11-28, and not last"), "{said}");
    let (code, said) = home.refused(&["csv", "--since", "last"]);
    assert!(
        code == 2
            && said.contains(
                "csv takes no such thing; --since is for --to html, markdown, report-docx, digest or digest-docx"
            ),
        "{said}"
    );
    let (_, said) = home.refused(&["html", "--since", "last", "--reviewer", "ole"]);
    assert!(said.contains("ole has not signed this session off yet; factdesk sign-off does"), "{said}");
    assert!(
        home.told(&["export", "ferry", "--to", "markdown", "--since", "2020-01-01"]).contains("## Since 2020-01-01")
    );
}

/// A copy made blind knows nothing of what stood there, so its edits alone would tell of work on unchecked claims without notes.
#[test]
fn what_a_blind_copy_brought_is_told_from_what_stood_at_the_look() {
    let home = Home::new();
    home.told(&["mark", "ferry", "2", "verified", "--note", "The log says so."]);
    home.told(&["sign-off", "ferry"]);
    home.told(&["copy", "ferry", "--blind", "-o", "blind.factdesk.json"]);
    home.told(&["mark", "blind.factdesk.json", "2", "disputed", "--note", "Not in my log.", "--reviewer", "ole"]);
    home.told(&["merge", "ferry", "blind.factdesk.json"]);
    let since = home.told(&["export", "ferry", "--to", "markdown", "--since", "last"]);
    let (_, since) = since.split_once("## Since mira signed off").unwrap();
    assert!(since.contains("  - disputed, beside verified by "), "{since}");
    assert!(since.contains("verified by mira (ole, "), "{since}");
    assert!(since.contains("note: “The log says so.” → “The log says so."), "{since}");
    assert!(since.contains("Not in my log."), "{since}");
    assert!(!since.contains("note: none"), "{since}");
}

#[test]
fn checks_are_published_one_by_one() {
    let home = Home::new();
    let all = home.told(&["export", "ferry", "--to", "claimreview", "--url", "https://desk.example/checks"]);
    let all: Value = serde_json::from_str(&all).unwrap();
    let count = all["@graph"].as_array().unwrap().len();
    home.told(&[
        "export",
        "ferry",
        "--to",
        "claimreview",
        "--each",
        "-o",
        "checks",
        "--url",
        "https://desk.example/{}",
    ]);
    let files: Vec<_> =
        std::fs::read_dir(home.path().join("checks")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), count);
    for file in files {
        let check: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(check["@type"], "ClaimReview", "one object a page");
        let number = file.file_stem().unwrap().to_str().unwrap().strip_prefix("claim-").unwrap().to_owned();
        assert_eq!(check["url"], format!("https://desk.example/{number}"));
    }
    let one = home.told(&["export", "ferry", "--to", "claimreview", "--claim", "1", "--url", "https://desk.example/1"]);
    assert_eq!(serde_json::from_str::<Value>(&one).unwrap()["@type"], "ClaimReview");
    let (code, said) = home.refused(&["claimreview", "--claim", "99", "--url", "https://desk.example/1"]);
    assert!(code == 1 && said.contains("claim 99 has no verdict"), "{said}");
    let (code, said) = home.refused(&["csv", "--claim", "1"]);
    assert!(code == 2 && said.contains("--to claimreview"), "{said}");
    let each = ["claimreview", "--each", "--url"];
    let (code, said) = home.refused(&[&each[..], &["https://desk.example/one", "-o", "checks"]].concat());
    assert!(code == 2 && said.contains("the same address"), "{said}");
    let (code, said) = home.refused(&[&each[..], &["https://desk.example/{}", "-o", "ferry.factdesk.json"]].concat());
    assert!(code == 2 && said.contains("that is a file"), "{said}");
    // A check that was withdrawn since lies there still.
    std::fs::rename(home.path().join("checks/claim-1.jsonld"), home.path().join("checks/claim-77.jsonld")).unwrap();
    let (_, said) = home.refused(&[&each[..], &["https://desk.example/{}", "-o", "again"]].concat());
    assert!(!said.contains("from earlier"), "{said}");
    let (code, said) = home.refused(&[&each[..], &["https://desk.example/{}", "-o", "checks"]].concat());
    assert!(code == 0 && said.contains("claim-77.jsonld is from earlier"), "{said}");
}
