//! Checks that others have published: read from ClaimReview (JSON, JSON-LD), a Data Commons feed or a table, and kept beside the sessions.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::sides::private_folder;
use super::{StoreError, save};
use crate::review::Stamp;

/// A file of published checks that is larger is refused, in bytes.
const LARGEST: usize = 256 * 1024 * 1024;

/// Objects inside objects that are looked into.
const DEEPEST: usize = 64;

/// A published check.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PublishedCheck {
    /// The statement that was checked.
    pub claim: String,
    /// What it was found to be, in the publisher's words.
    pub rating: String,
    /// Who published it.
    pub publisher: String,
    /// The day, as written; empty when not known.
    pub at: Stamp,
    /// Where it can be read.
    pub url: String,
}

impl PublishedCheck {
    fn is_whole(&self) -> bool {
        !self.claim.trim().is_empty() && !self.rating.trim().is_empty()
    }
}

/// The checks in a file's bytes: any JSON with ClaimReview objects in it, or a table with a heading row; and how many there were
/// without a claim or a rating, which say nothing.
///
/// # Errors
/// Why there are none, in words.
pub fn checks(bytes: &[u8]) -> Result<(Vec<PublishedCheck>, usize), String> {
    if bytes.len() > LARGEST {
        return Err(format!("it has {} bytes, and no file of published checks is larger than {LARGEST}", bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let begin = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let mut found = Vec::new();
    if matches!(begin, Some(b'{' | b'[')) {
        let value: Value = serde_json::from_slice(bytes).map_err(|error| format!("the JSON has a mistake: {error}"))?;
        reviews(&value, DEEPEST, &mut found);
    } else {
        found = table(bytes)?;
    }
    let all = found.len();
    found.retain(PublishedCheck::is_whole);
    if found.is_empty() {
        return Err("it holds no ClaimReview with a claim and a rating, and is no table with such columns".to_owned());
    }
    let passed_over = all - found.len();
    Ok((found, passed_over))
}

/// Every ClaimReview in `value`, wherever it stands.
fn reviews(value: &Value, depth: usize, found: &mut Vec<PublishedCheck>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(list) => list.iter().for_each(|value| reviews(value, depth, found)),
        Value::Object(object) => {
            if object.get("@type").is_some_and(is_review) || object.contains_key("claimReviewed") {
                found.push(review(value));
            }
            object.values().for_each(|value| reviews(value, depth, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_review(kind: &Value) -> bool {
    let is_name =
        |kind: &Value| kind.as_str().is_some_and(|kind| kind.rsplit(['/', ':']).next() == Some("ClaimReview"));
    kind.as_array().map_or_else(|| is_name(kind), |kinds| kinds.iter().any(is_name))
}

fn review(value: &Value) -> PublishedCheck {
    let text = |path: &str| value.pointer(path).map(words).unwrap_or_default();
    let first = |paths: &[&str]| paths.iter().map(|path| text(path)).find(|text| !text.is_empty()).unwrap_or_default();
    PublishedCheck {
        claim: first(&["/claimReviewed", "/itemReviewed/name", "/itemReviewed/description"]),
        rating: first(&["/reviewRating/alternateName", "/reviewRating/name", "/reviewRating/ratingValue"]),
        publisher: first(&["/author/name", "/publisher/name", "/author/0/name", "/author", "/author/url"]),
        at: Stamp::from(first(&["/datePublished", "/dateCreated"]).as_str()),
        url: first(&["/url", "/@id", "/mainEntityOfPage"]),
    }
}

/// A value as words, on one line; nothing for what is no text or number.
fn words(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(_) | Value::Array(_) | Value::Null | Value::Bool(_) => String::new(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that tables have for each column.
const COLUMNS: [&[&str]; 5] = [
    &["claimreviewed", "claim", "statement", "claimtext"],
    &["rating", "textualrating", "verdict", "alternatename", "label", "reviewrating"],
    &["publisher", "publishername", "author", "site", "source", "organization", "organisation"],
    &["date", "datepublished", "reviewdate", "published"],
    &["url", "link", "reviewurl"],
];

/// The rows of a table in which commas, semicolons or tabs part the columns.
fn table(bytes: &[u8]) -> Result<Vec<PublishedCheck>, String> {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| memchr::memchr_iter(mark, first).count();
    let apart = [b',', b';', b'\t'].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',');
    let mut rows = csv::ReaderBuilder::new().delimiter(apart).flexible(true).from_reader(bytes);
    let heads = rows.headers().map_err(|error| format!("it is neither JSON nor a table: {error}"))?.clone();
    let plain =
        |head: &str| head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let heads: Vec<String> = heads.iter().map(plain).collect();
    let places = COLUMNS.map(|names| names.iter().find_map(|name| heads.iter().position(|head| head == name)));
    if places.iter().take(2).any(Option::is_none) {
        return Err("it is no JSON, and as a table it has no columns \"claim\" and \"rating\"".to_owned());
    }
    let mut found = Vec::new();
    for row in rows.records() {
        let row = row.map_err(|error| format!("the table has a mistake: {error}"))?;
        let [claim, rating, publisher, at, url] =
            places.map(|place| place.and_then(|at| row.get(at)).unwrap_or_default().trim().to_owned());
        found.push(PublishedCheck { claim, rating, publisher, at: Stamp::from(at.as_str()), url });
    }
    Ok(found)
}

/// Where the checks that were added are kept, beside the sessions in `folder`.
fn file(folder: &Path) -> PathBuf {
    folder.join(".factdesk").join("published.json")
}

/// The published checks of the sessions in `folder`; none when there is no such file.
///
/// # Errors
/// When it can't be read or understood.
fn read(path: &Path) -> Result<Vec<PublishedCheck>, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io(path, "it can't be read", error)),
    };
    serde_json::from_slice(&bytes).map_err(|error| {
        let why = "it is no list of published checks; take it away or put an older one in its place";
        StoreError::io(path, why, io::Error::from(error))
    })
}

/// The published checks of the sessions in `folder`; none when they can't be read.
pub(super) fn kept(folder: &Path) -> Vec<PublishedCheck> {
    read(&file(folder)).unwrap_or_default()
}

/// Adds checks to those kept; one that is there already is not added again. Answers with how many are new.
pub(super) fn add(folder: &Path, new: Vec<PublishedCheck>) -> Result<usize, StoreError> {
    let path = file(folder);
    // What can't be understood is never written over.
    let mut all = read(&path)?;
    let before = all.len();
    all.extend(new);
    all.sort();
    all.dedup();
    private_folder(folder)?;
    path.parent().map_or(Ok(()), private_folder)?;
    let mut bytes = serde_json::to_vec_pretty(&all).unwrap_or_default();
    bytes.push(b'\n');
    save::whole(&path, &bytes)?;
    Ok(all.len().saturating_sub(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &str) -> Vec<(String, String, String, String)> {
        let told = |check: PublishedCheck| (check.claim, check.rating, check.publisher, check.url);
        checks(bytes.as_bytes()).unwrap().0.into_iter().map(told).collect()
    }

    fn row(claim: &str, rating: &str, publisher: &str, url: &str) -> (String, String, String, String) {
        (claim.to_owned(), rating.to_owned(), publisher.to_owned(), url.to_owned())
    }

    #[test]
    fn claim_reviews_are_found_wherever_they_stand() {
        let review = r#"{"@type":"ClaimReview","claimReviewed":"The  wall cost 42 million","url":"https://example.org/1",
            "author":{"@type":"Organization","name":"Harbour Watch"},"reviewRating":{"ratingValue":2,"alternateName":"Mostly false"}}"#;
        let wanted = [row("The wall cost 42 million", "Mostly false", "Harbour Watch", "https://example.org/1")];
        assert_eq!(told(review), wanted);
        assert_eq!(told(&format!("[{review}]")), wanted);
        assert_eq!(told(&format!(r#"{{"@graph":[{{"@type":"WebPage"}},{review}]}}"#)), wanted);
        assert_eq!(
            told(&format!(r#"{{"@type":"DataFeed","dataFeedElement":[{{"item":[{review}]}},{{"item":null}}]}}"#)),
            wanted
        );
    }

    #[test]
    fn tables_are_read_by_their_headings() {
        let wanted = [row("The wall, it is said, leaks", "True", "Harbour Watch", "https://example.org/2")];
        assert_eq!(
            told(
                "url,Publisher,Claim,Textual rating\nhttps://example.org/2,Harbour Watch,\"The wall, it is said, leaks\",True\n"
            ),
            wanted
        );
        assert_eq!(
            told(
                "\u{feff}claim;rating;site;link\nThe wall, it is said, leaks;True;Harbour Watch;https://example.org/2\n"
            ),
            wanted
        );
    }

    #[test]
    fn what_holds_no_check_is_refused_in_words() {
        for (bytes, why) in
            [("{}", "no ClaimReview"), ("{\"a\":", "mistake"), ("a,b\n1,2\n", "no columns"), ("", "no columns")]
        {
            assert!(checks(bytes.as_bytes()).unwrap_err().contains(why), "{bytes:?}");
        }
        let deep = "[".repeat(100_000);
        assert!(checks(deep.as_bytes()).is_err());
    }

    #[test]
    fn what_says_nothing_is_counted() {
        let (found, passed_over) = checks(b"claim,rating\nThe wall leaks,True\nThe wall stands,\n,False\n").unwrap();
        assert_eq!((found.len(), passed_over), (1, 2));
    }

    #[test]
    fn a_list_that_can_not_be_understood_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let check =
            PublishedCheck { claim: "The wall leaks".into(), rating: "True".into(), ..PublishedCheck::default() };
        add(folder.path(), vec![check.clone()]).unwrap();
        let path = file(folder.path());
        save::whole(&path, b"[{\"claim\":").unwrap();
        let error = add(folder.path(), vec![check]).unwrap_err().to_string();
        assert!(error.contains("no list of published checks") && error.contains("published.json"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "[{\"claim\":");
    }

    #[test]
    fn a_check_is_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let check = PublishedCheck {
            claim: "The wall leaks".to_owned(),
            rating: "True".to_owned(),
            ..PublishedCheck::default()
        };
        assert_eq!(add(folder.path(), vec![check.clone(), check.clone()]).unwrap(), 1);
        assert_eq!(add(folder.path(), vec![check.clone()]).unwrap(), 0);
        assert_eq!(kept(folder.path()), [check]);
    }
}
