//! Mail boxes (mbox): mails one behind another, each with a line of the box's own before it.

use std::borrow::Cow;

/// The first mail of a box, and how many mails it holds; a mail by itself as it is.
pub(super) fn first(bytes: &[u8]) -> (Cow<'_, [u8]>, usize) {
    if !bytes.starts_with(b"From ") {
        return (Cow::Borrowed(bytes), 1);
    }
    let begins = begins(bytes);
    let end = begins.get(1).copied().unwrap_or(bytes.len());
    let from = memchr::memchr(b'\n', bytes).map_or(0, |end| end + 1);
    let mail = bytes.get(from..end).unwrap_or_default();
    (unquoted(mail), begins.len().max(1))
}

/// Where each mail of a box begins: a line `From `, behind an empty one, with a header behind it.
fn begins(bytes: &[u8]) -> Vec<usize> {
    let is_field = |line: &[u8]| {
        let name = line.iter().position(|byte| *byte == b':').and_then(|colon| line.get(..colon));
        name.is_some_and(|name| {
            !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        })
    };
    let (mut begins, mut at, mut empty) = (Vec::new(), 0, true);
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for (index, line) in lines.iter().enumerate() {
        if empty && line.starts_with(b"From ") && lines.get(index + 1).is_some_and(|next| is_field(next)) {
            begins.push(at);
        }
        empty = line.trim_ascii().is_empty();
        at += line.len();
    }
    begins
}

/// A mail without the mark that a box sets before a line of its text that begins like one of the box's own.
fn unquoted(mail: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(mail, b"\n>From ").is_none() {
        return Cow::Borrowed(mail);
    }
    let lines = mail.split_inclusive(|byte| *byte == b'\n');
    Cow::Owned(
        lines
            .flat_map(|line| if line.starts_with(b">From ") { line.get(1..).unwrap_or_default() } else { line })
            .copied()
            .collect(),
    )
}
