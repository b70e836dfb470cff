//! How a session file is laid out: a line for every field of a claim, a line for every reason, source, block and edit.
//!
//! Small enough lines that a diff shows one change as one line, and few enough that a book's claims stay a readable file.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// Objects that lie deeper than claims are written on one line.
const CLAIM: usize = 2;

/// Lays JSON out as session files have it, two spaces a level.
#[derive(Debug)]
pub(super) struct Lines {
    /// For every open object or list, whether its members stand on lines of their own.
    open: Vec<bool>,
    /// How many of them do.
    indent: usize,
    /// True when what was closed or written last is a member of what is open.
    has_value: bool,
    /// True inside a part of the session whose objects are written on one line.
    dense: bool,
}

impl Lines {
    /// For the value of the session's member `key`.
    pub(super) fn of_member(key: &str) -> Self {
        Self { open: vec![true], indent: 1, has_value: false, dense: matches!(key, "history" | "place") }
    }

    /// For a member of the list that is the session's member `key`.
    pub(super) fn of_item(key: &str) -> Self {
        Self { open: vec![true; 2], indent: 2, ..Self::of_member(key) }
    }

    fn begin<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8], apart: bool) -> io::Result<()> {
        self.open.push(apart);
        self.indent += usize::from(apart);
        self.has_value = false;
        writer.write_all(bracket)
    }

    fn end<W: ?Sized + Write>(&mut self, writer: &mut W, blank: &[u8], bracket: &[u8]) -> io::Result<()> {
        let apart = self.open.pop().unwrap_or_default();
        self.indent -= usize::from(apart);
        match (self.has_value, apart) {
            (true, true) => self.line(writer)?,
            (true, false) => writer.write_all(blank)?,
            (false, _) => {}
        }
        self.has_value = true;
        writer.write_all(bracket)
    }

    /// Whatever stands before a member: a comma unless it is the first, and a new line or `blank`.
    fn member<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool, blank: &[u8]) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        match (self.open.last(), first) {
            (Some(true), _) => self.line(writer),
            (_, true) => writer.write_all(blank),
            (_, false) => writer.write_all(b" "),
        }
    }

    fn line<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        const BLANKS: &[u8] = b"\n                                ";
        writer.write_all(BLANKS.get(..=2 * self.indent).unwrap_or(BLANKS))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let apart = !(self.dense && self.open.len() >= CLAIM);
        self.begin(writer, b"[", apart)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"", b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.member(writer, first, b"")
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let apart = self.open.len() <= CLAIM && !self.dense;
        self.begin(writer, b"{", apart)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b" ", b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.member(writer, first, b" ")
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Value, json};

    use super::*;

    fn laid_out(session: &Value) -> String {
        let mut bytes = b"{".to_vec();
        for (index, (key, value)) in session.as_object().unwrap().iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            bytes.extend(format!("{comma}\n  \"{key}\": ").bytes());
            value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Lines::of_member(key))).unwrap();
        }
        bytes.extend(b"\n}");
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_field_of_a_claim_has_a_line_and_so_has_a_reason_and_an_edit() {
        let session = json!({
            "article": { "blocks": [{ "kind": "headline", "start": 0 }] },
            "claims": [{ "id": "k1", "anchor": { "start": 0, "end": 4 }, "proposal": { "score": 0.8, "reasons": [{ "code": "a" }, { "code": "b" }] }, "tags": [], "x": {} }],
            "history": [{ "n": 1, "before": [], "after": [{ "id": "s1" }, 2] }],
            "place": { "claim": "k1" }
        });
        let expected = r#"{
  "article": {
    "blocks": [
      { "kind": "headline", "start": 0 }
    ]
  },
  "claims": [
    {
      "id": "k1",
      "anchor": { "start": 0, "end": 4 },
      "proposal": { "score": 0.8, "reasons": [
        { "code": "a" },
        { "code": "b" }
      ] },
      "tags": [],
      "x": {}
    }
  ],
  "history": [
    { "n": 1, "before": [], "after": [{ "id": "s1" }, 2] }
  ],
  "place": { "claim": "k1" }
}"#;
        assert_eq!(laid_out(&session), expected);
        assert_eq!(serde_json::from_str::<Value>(expected).unwrap(), session);
    }
}
