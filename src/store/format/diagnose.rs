//! Names what a damaged file is before anybody tries to read it.

use serde::de::IgnoredAny;

use super::{FormatError, LARGEST, marks};

/// Passes bytes that are JSON of a size that is read.
///
/// # Errors
/// With what they are instead.
pub(super) fn raw(bytes: &[u8]) -> Result<(), FormatError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST {
        return Err(FormatError::TooLarge(size));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FormatError::Empty);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FormatError::Wide);
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let all = bytes.iter().all(|byte| *byte == 0);
        return Err(if all { FormatError::AllNul } else { FormatError::Nul { line: line(bytes, at) } });
    }
    let Err(error) = serde_json::from_slice::<IgnoredAny>(bytes) else { return Ok(()) };
    if let Some(line) = marks::first(bytes) {
        return Err(FormatError::ConflictMark { line });
    }
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    Err(match begins {
        Some(b'{' | b'[') if error.is_eof() => FormatError::Torn { line: error.line(), column: error.column() },
        Some(b'{' | b'[') => FormatError::Syntax(error),
        _ => FormatError::NotJson,
    })
}

/// The line of byte `at`, from 1.
fn line(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
