//! Which addresses are links: http or https, in one piece.

use super::gate;

/// True for an address that may be handed to a browser: http or https, without blanks, controls or invisible characters.
pub fn is_web(address: &str) -> bool {
    let scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let web = scheme("http://") || scheme("https://");
    web && !address.chars().any(|c| c.is_whitespace() || gate::is_hidden(c))
}

#[cfg(test)]
mod tests {
    use super::is_web;

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
