//! Names what a damaged file is before anybody tries to read it.

use serde::de::IgnoredAny;

use super::{FormatError, LARGEST};

/// The lines that a merge tool leaves around two versions.
const MARKERS: [&[u8]; 4] = [b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> "];

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
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let all = bytes.iter().all(|byte| *byte == 0);
        return Err(if all { FormatError::AllNul } else { FormatError::Nul { line: line(bytes, at) } });
    }
    let Err(error) = serde_json::from_slice::<IgnoredAny>(bytes) else { return Ok(()) };
    if let Some(line) = marker(bytes) {
        return Err(FormatError::ConflictMarker { line });
    }
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    Err(match begins {
        Some(b'{' | b'[') if error.is_eof() => FormatError::Torn { line: error.line(), column: error.column() },
        Some(b'{' | b'[') => FormatError::Syntax(error),
        _ => FormatError::NotJson,
    })
}

/// The first line that begins as a conflict marker does, from 1.
fn marker(bytes: &[u8]) -> Option<usize> {
    let found =
        bytes.split(|byte| *byte == b'\n').position(|line| MARKERS.iter().any(|marker| line.starts_with(marker)));
    found.map(|index| index + 1)
}

/// The line of byte `at`, from 1.
fn line(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
