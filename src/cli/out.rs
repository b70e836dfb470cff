//! What commands print on stdout.

use std::io::{self, Write};

use serde::Serialize;

/// Prints a value as JSON, two spaces deep, with a final newline. A reader that has gone away is no error.
pub(super) fn json<T: Serialize>(value: &T) -> io::Result<()> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    text(&bytes)
}

/// Prints bytes as they are. A reader that has gone away is no error.
pub(super) fn text(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
