//! What commands print: results on stdout, everything else on stderr.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::text::gate::{clean, clean_lines, is_hidden};

/// Prints a value as JSON, two spaces deep, with a final newline. Hidden characters are escaped, as JSON allows.
/// A reader that has gone away is no error.
pub(super) fn json<T: Serialize>(value: &T) -> io::Result<()> {
    let plain = serde_json::to_string_pretty(value)?;
    let mut escaped = String::with_capacity(plain.len() + 1);
    let mut rest = plain.as_str();
    while let Some(at) = rest.find(|c: char| !matches!(c, ' '..='~' | '\n') && is_hidden(c)) {
        let (shown, hidden) = rest.split_at(at);
        escaped.push_str(shown);
        let mut ahead = hidden.chars();
        let mut units = [0; 2];
        for unit in ahead.next().iter().flat_map(|one| one.encode_utf16(&mut units).to_vec()) {
            let _ = write!(escaped, "\\u{unit:04x}");
        }
        rest = ahead.as_str();
    }
    escaped.push_str(rest);
    escaped.push('\n');
    text(escaped.as_bytes())
}

/// Prints lines, hidden characters made visible.
pub(super) fn lines(lines: &str) -> io::Result<()> {
    text(clean_lines(lines).as_bytes())
}

/// Prints bytes as they are. A reader that has gone away is no error.
pub(super) fn text(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says something on stderr, on a line of its own. A closed stderr leaves nobody to tell.
pub(super) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "factdesk: {}", clean(message));
}
