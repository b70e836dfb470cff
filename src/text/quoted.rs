//! Words shown as a quotation.

/// `words` between quotation marks; those that open with one of their own are told by that.
pub fn quoted(words: &str) -> String {
    if is_quotation(words) { words.to_owned() } else { format!("“{words}”") }
}

/// True for words that open with a quotation mark.
pub fn is_quotation(words: &str) -> bool {
    words.starts_with(['“', '"', '„', '«', '»', '‘', '”'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_gets_no_second_marks() {
        assert_eq!(quoted("It rose."), "“It rose.”");
        assert_eq!(quoted("“It rose,” she said."), "“It rose,” she said.");
    }
}
