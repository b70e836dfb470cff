//! The policy that lies beside a session: what its newsroom asks of a claim before it is settled.

use std::fs;
use std::io;
use std::path::Path;

use super::StoreError;
use super::sides::Sides;
use crate::review::Policy;
use crate::review::policy::in_plain_words;

/// The policy in `NAME.policy.toml` beside the session at `path`, else in `policy.toml` of its folder; none when neither is there.
///
/// # Errors
/// When one is there and can't be read, or a line of it is wrong; the message names file, line and what is known.
pub fn policy(path: &Path) -> Result<Option<Policy>, StoreError> {
    for file in [Sides::of(path).policy(), path.with_file_name("policy.toml")] {
        match fs::read_to_string(&file) {
            Ok(text) => return parse(&text).map(Some).map_err(|says| StoreError::Policy { path: file, says }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(StoreError::io(&file, "the policy can't be read", error)),
        }
    }
    Ok(None)
}

fn parse(text: &str) -> Result<Policy, String> {
    toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        format!("line {line}: {}", in_plain_words(error.message()))
    })
}
