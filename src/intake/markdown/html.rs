//! What stands in Markdown as HTML: tags in a line, which raise or strike the words behind them, and blocks.

use std::borrow::Cow;

use super::super::html::inline;

/// Attributes that stand without a value.
const SWITCHES: &str = " async autofocus autoplay checked controls default defer disabled hidden inert ismap itemscope loop multiple muted \
                        nomodule novalidate open playsinline readonly required reversed selected ";

/// The elements of HTML, those that browsers still read among them.
const ELEMENTS: &str = " a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas \
                        caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset \
                        figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input \
                        ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noscript object ol optgroup option \
                        output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike \
                        strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var \
                        video wbr ";

/// True for what stands in angle brackets and is no tag but words of the writer: `<TK ask the police>`, `a <b and c> d`.
pub(super) fn is_words(tag: &str) -> bool {
    let Some(inside) = tag.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    // Comments, declarations, and tags that say themselves which they are.
    if inside.starts_with(['!', '?']) || inside.contains(['=', '<', '>']) {
        return false;
    }
    let mut words = inside.trim_matches('/').split_whitespace();
    let name = words.next().unwrap_or_default().to_ascii_lowercase();
    // What a page or a program made up has a hyphen or a colon.
    if name.contains(['-', ':']) {
        return false;
    }
    let known = |list: &str, word: &str| list.split_ascii_whitespace().any(|one| one == word);
    !known(ELEMENTS, &name) || words.any(|word| word != "/" && !known(SWITCHES, &word.to_ascii_lowercase()))
}

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
