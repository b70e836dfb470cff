//! What commands print: results on stdout, everything else on stderr.

use std::cell::Cell;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::text::gate::{clean, clean_lines, is_hidden};

/// Prints a value as JSON, two spaces deep, with a final newline. Hidden characters are escaped, as JSON allows. It is written as it
/// is made: what is long never lies in memory as a whole.
/// A reader that has gone away is no error.
pub(super) fn json<T: Serialize>(value: &T) -> Result<(), PrintError> {
    let mut out = io::BufWriter::with_capacity(1 << 16, Escaping(io::stdout().lock()));
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
    printed(written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()))
}

/// Prints a list as JSON, as [`json`] does, each thing made when it is written.
pub(super) fn json_list<T: Serialize>(things: impl IntoIterator<Item = T>) -> Result<(), PrintError> {
    json(&ListWriter(Cell::new(Some(things))))
}

/// A list whose things are made one by one.
struct ListWriter<I>(Cell<Option<I>>);

impl<I: IntoIterator<Item: Serialize>> Serialize for ListWriter<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}

/// Writes JSON with its hidden characters escaped. What it is given are whole characters, as `serde_json` writes them and a buffer
/// before it passes them on.
struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let hides = |c: char| !matches!(c, ' '..='~' | '\n') && is_hidden(c);
        let text = if bytes.is_ascii() { "" } else { str::from_utf8(bytes).unwrap_or_default() };
        if !text.contains(hides) {
            self.0.write_all(bytes)?;
            return Ok(bytes.len());
        }
        let mut escaped = String::with_capacity(2 * text.len());
        for c in text.chars() {
            if hides(c) {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(escaped, "\\u{unit:04x}");
                }
            } else {
                escaped.push(c);
            }
        }
        self.0.write_all(escaped.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Prints lines, hidden characters made visible.
pub(super) fn lines(lines: &str) -> Result<(), PrintError> {
    text(clean_lines(lines).as_bytes())
}

/// Prints bytes as they are. A reader that has gone away is no error.
pub(super) fn text(bytes: &[u8]) -> Result<(), PrintError> {
    let mut out = io::stdout().lock();
    printed(out.write_all(bytes).and_then(|()| out.flush()))
}

/// What became of printing. A reader that has gone away is no error.
fn printed(written: io::Result<()>) -> Result<(), PrintError> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(PrintError(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A result that could not be printed. Commands print when they are done: what they were asked to keep is kept.
#[derive(Debug, thiserror::Error)]
#[error("what it found or did could not be printed; what was to be saved is saved: {0}")]
pub(super) struct PrintError(io::Error);

/// Says something on stderr, on a line of its own. A closed stderr leaves nobody to tell.
pub(super) fn say(message: &str) {
    let _ = writeln!(io::stderr(), "factdesk: {}", clean(message));
}
