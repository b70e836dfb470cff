//! Which addresses are links (http or https, in one piece), and where those lead that go through somebody else's.

use std::borrow::Cow;

use super::gate;

/// True for an address that may be handed to a browser: http or https, without blanks, controls or invisible characters.
pub fn is_web(address: &str) -> bool {
    let scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let web = scheme("http://") || scheme("https://");
    web && !address.chars().any(|c| c.is_whitespace() || gate::is_hidden(c))
}

/// Where programs lead a link through an address of theirs: the end of the host, the path, and what the real address is called there.
const THROUGH: [(&str, &str, &[&str]); 8] = [
    ("www.google.", "/url", &["q", "url"]),
    ("safelinks.protection.outlook.com", "/", &["url"]),
    ("l.facebook.com", "/l.php", &["u"]),
    ("lm.facebook.com", "/l.php", &["u"]),
    ("l.instagram.com", "/", &["u"]),
    ("www.youtube.com", "/redirect", &["q"]),
    ("slack-redir.net", "/link", &["url"]),
    ("vk.com", "/away.php", &["to"]),
];

/// The address that a link leads to in the end, where it goes through one that only passes it on.
pub fn real(address: &str) -> Cow<'_, str> {
    let real = || {
        let (_, rest) = address.split_once("://")?;
        let (place, query) = rest.split_once('?')?;
        let (host, path) = place.split_at(place.find('/').unwrap_or(place.len()));
        let path = if path.is_empty() { "/" } else { path };
        let fits = |known: &str| if known.ends_with('.') { host.starts_with(known) } else { host.ends_with(known) };
        let (.., names) = THROUGH.iter().find(|(known, way, _)| fits(known) && *way == path)?;
        let mut values = query.split(['&', '#']).filter_map(|part| part.split_once('='));
        let (_, value) = values.find(|(name, _)| names.contains(name))?;
        Some(unescaped(value)).filter(|real| is_web(real))
    };
    real().map_or(Cow::Borrowed(address), Cow::Owned)
}

/// An address with its percent signs read.
pub fn unescaped(href: &str) -> String {
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match (first, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| href.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{is_web, real};

    #[test]
    fn a_link_through_another_address_is_the_real_one() {
        for (through, to) in [
            ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&sa=D", "https://example.org/a?b=1"),
            ("https://www.google.com/url?sa=D&url=https://example.org/a&usg=x", "https://example.org/a"),
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=05",
                "https://example.org/",
            ),
        ] {
            assert_eq!(real(through), to);
        }
        for own in [
            "https://www.google.com/search?q=https://example.org",
            "https://example.org/url?q=https://a.org",
            "https://www.google.com/url?q=javascript:x",
        ] {
            assert_eq!(real(own), own);
        }
    }

    #[test]
    fn only_web_addresses_in_one_piece_are_links() {
        for link in ["http://example.org", "HTTPS://example.org/a?b#c"] {
            assert!(is_web(link), "{link}");
        }
        for other in
            ["", "example.org", "ftp://example.org", "https://a b", "javascript:alert(1)", "https://a\u{202e}b"]
        {
            assert!(!is_web(other), "{other}");
        }
    }
}
