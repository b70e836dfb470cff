//! What stands in Markdown as HTML: tags in a line, which raise or strike the words behind them, and blocks.

use std::borrow::Cow;

use super::super::html::inline;

/// The tags of HTML that are open in a line.
#[derive(Debug, Default)]
pub(super) struct OpenTags {
    raised: usize,
    lowered: usize,
    struck: usize,
}

impl OpenTags {
    /// Takes in a tag as it is written; true for one that ends a line within its paragraph.
    pub(super) fn take(&mut self, tag: &str) -> bool {
        let inside = tag.trim_start_matches('<');
        let ends = inside.starts_with('/');
        let name: String = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let open = match name.to_ascii_lowercase().as_str() {
            "sup" => &mut self.raised,
            "sub" => &mut self.lowered,
            "del" | "s" | "strike" => &mut self.struck,
            "br" => return true,
            _ => return false,
        };
        *open = if ends { open.saturating_sub(1) } else { *open + 1 };
        false
    }

    /// True where words are struck out.
    pub(super) const fn strikes(&self) -> bool {
        self.struck > 0
    }

    /// `words` as they stand behind `before`: owned where a tag sets them otherwise.
    pub(super) fn set<'w>(&self, words: &'w str, before: &str) -> Cow<'w, str> {
        let set = match (self.raised, self.lowered) {
            (0, 0) => return Cow::Borrowed(words),
            (0, _) => inline::lowered(words, before),
            _ => inline::raised(words, before),
        };
        // The blanks round them part them from the words of the line.
        let blank = |is: bool| if is { " " } else { "" };
        let (first, last) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
        Cow::Owned([blank(first), &set, blank(last)].concat())
    }
}
