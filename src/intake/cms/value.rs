//! Texts in JSON, and words as HTML has them.

use serde_json::Value;

/// A text of an object that holds something.
pub(super) fn text(value: &Value, path: &[&str]) -> Option<String> {
    let found = path.iter().try_fold(value, |at, key| at.get(key))?;
    found.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Words as HTML has them.
pub(super) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
