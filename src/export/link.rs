//! Which addresses may become links.

use std::fmt::Write as _;

/// `url` when it may be opened by whoever reads an export: http or https, with a host, without user name, blanks, control or
/// direction characters. What can end an attribute or a Markdown link is percent-encoded.
pub(super) fn checked(url: &str) -> Option<String> {
    let url = url.trim();
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    let rest = url.get(scheme.len()..)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || host.contains(['@', '\\']) || !host.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
        return None;
    }
    let mut safe = scheme.to_owned();
    for character in rest.chars() {
        if character.is_alphanumeric() || "-._~/?#[]@!$&*+,;=:%".contains(character) {
            safe.push(character);
        } else if character.is_ascii_graphic() {
            let _ = write!(safe, "%{:02X}", u32::from(character));
        } else {
            return None;
        }
    }
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn a_plain_address_stays_as_it_is() {
        for url in
            ["https://example.org/a/b.pdf?x=1&y=%20#p3", "http://[2001:db8::1]:8080/", "https://bücher.example/ä"]
        {
            assert_eq!(checked(url).as_deref(), Some(url));
        }
        assert_eq!(checked("  HTTPS://example.org ").as_deref(), Some("https://example.org"));
    }

    #[test]
    fn what_is_no_web_address_is_no_link() {
        for url in [
            "",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//example.org",
            "https://",
            "https:///path",
            "https://anna:secret@example.org/",
            "https://example.org/a b",
            "https://example.org/\u{202e}fdp.exe",
            "https://example.org/\u{7}",
            "https://example.org\\@evil.example/",
        ] {
            assert_eq!(checked(url), None, "{url:?}");
        }
    }

    #[test]
    fn nothing_in_it_can_end_an_attribute_or_a_markdown_link() {
        let safe = checked("https://example.org/\"><script>')(`{|}^").unwrap();
        assert_eq!(safe, "https://example.org/%22%3E%3Cscript%3E%27%29%28%60%7B%7C%7D%5E");
    }
}
