//! Paths as terminals type them where a file is dragged in: quoted, with escaped blanks, as a link to a file.

/// The path that `typed` means; itself where it is none of those forms.
pub(super) fn dropped_path(typed: &str) -> String {
    let within = |mark: char| typed.strip_prefix(mark)?.strip_suffix(mark).filter(|inner| !inner.contains(mark));
    if let Some(inner) = within('\'').or_else(|| within('"')) {
        return inner.to_owned();
    }
    if let Some(path) = typed.strip_prefix("file://").and_then(|rest| rest.find('/').and_then(|at| rest.get(at..))) {
        return percent_decoded(path);
    }
    // What stands behind a backslash stands for itself, but where backslashes part folders.
    let is_escaped = typed.contains("\\ ") && typed.contains('/') || typed.contains("\\'") || typed.contains("\\(");
    if !is_escaped {
        return typed.to_owned();
    }
    let mut path = String::with_capacity(typed.len());
    let mut chars = typed.chars();
    while let Some(c) = chars.next() {
        path.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
    }
    path
}

/// `link` with the bytes that `%` and two digits stand for; as it is where those are no text.
fn percent_decoded(link: &str) -> String {
    let mut bytes = Vec::with_capacity(link.len());
    let mut rest = link;
    while let Some(c) = rest.chars().next() {
        let byte = rest.strip_prefix('%').and_then(|code| u8::from_str_radix(code.get(..2)?, 16).ok());
        let len = if byte.is_some() { 3 } else { c.len_utf8() };
        match byte {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| link.to_owned())
}

#[cfg(test)]
mod tests {
    use super::dropped_path;

    #[test]
    fn a_path_is_taken_as_terminals_type_it() {
        for typed in
            ["/a/my draft.md", "'/a/my draft.md'", "\"/a/my draft.md\"", "/a/my\\ draft.md", "file:///a/my%20draft.md"]
        {
            assert_eq!(dropped_path(typed), "/a/my draft.md", "{typed}");
        }
        assert_eq!(dropped_path("file://localhost/a/%C3%A9.md"), "/a/é.md");
        assert_eq!(dropped_path("C:\\drafts\\a.md"), "C:\\drafts\\a.md");
        assert_eq!(dropped_path("it's.md"), "it's.md");
    }
}
