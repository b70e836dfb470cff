//! Markdown in which words are only ever words: whatever stands in them, they become text and nothing else.

use std::fmt::Display;

use super::link;
use crate::text::gate::legible;
use crate::text::word_diff::{Op, Run};

/// A Markdown text in the making. Structure comes from words of this program ([`fixed`](Self::fixed)); words of a session
/// come in through [`inline`](Self::inline), [`lines`](Self::lines) and [`link`](Self::link), which escape them.
#[derive(Default)]
pub(super) struct MarkdownPage(String);

impl MarkdownPage {
    /// Structure, as it stands.
    pub(super) fn fixed(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A number.
    pub(super) fn number(&mut self, number: impl Into<u64>) -> &mut Self {
        self.0.push_str(&number.into().to_string());
        self
    }

    /// Words within a line, without blanks at their ends; line breaks in them become blanks.
    pub(super) fn inline(&mut self, words: impl Display) -> &mut Self {
        self.running(words.to_string().trim())
    }

    /// Words within a line, a blank at either end kept.
    pub(super) fn running(&mut self, words: &str) -> &mut Self {
        let legible = legible(words);
        if legible.starts_with(char::is_whitespace) {
            self.0.push(' ');
        }
        let mut first = true;
        for part in legible.split_whitespace() {
            if !first {
                self.0.push(' ');
            }
            escape(&mut self.0, part);
            first = false;
        }
        if !first && legible.ends_with(char::is_whitespace) {
            self.0.push(' ');
        }
        self
    }

    /// Words with what changed in them: what goes is struck out, what comes is bold.
    pub(super) fn changes(&mut self, runs: &[Run]) -> &mut Self {
        let mut gone = false;
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        for (at, run) in runs.iter().enumerate() {
            let (open, close) = match run.op {
                Op::Equal => ("", ""),
                Op::Delete => ("~~", "~~"),
                Op::Insert => ("**", "**"),
            };
            let words = run.text.trim();
            if words.is_empty() {
                self.running(" ");
                continue;
            }
            let (before, after) = (run.text.starts_with(char::is_whitespace), run.text.ends_with(char::is_whitespace));
            // A mark between a letter and a stop is none in Markdown.
            let marked = run.op != Op::Equal;
            let cuts = marked && is_letter(self.0.chars().next_back()) && !is_letter(words.chars().next());
            let next = runs.get(at + 1).and_then(|next| next.text.chars().next());
            let after = after || marked && !is_letter(words.chars().next_back()) && is_letter(next);
            let parted = before || cuts || (run.op == Op::Insert && gone);
            gone = run.op == Op::Delete;
            self.fixed(if parted { " " } else { "" }).fixed(open).running(words).fixed(close);
            self.fixed(run.parts().1);
            self.fixed(if after { " " } else { "" });
        }
        self
    }

    /// Words with their line breaks, each line after `prefix`; ends the last line.
    pub(super) fn lines(&mut self, prefix: &'static str, words: &str) -> &mut Self {
        for line in legible(words).trim_end().lines() {
            let line = line.trim();
            self.0.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
            self.inline(line).fixed("\n");
        }
        self
    }

    /// A link when `url` may be one, else the words alone.
    pub(super) fn link(&mut self, words: &str, url: &str) -> &mut Self {
        match link::checked(url) {
            Some(url) => {
                self.fixed("[").inline(words).fixed("](<");
                self.0.push_str(&url);
                self.fixed(">)")
            }
            None => self.inline(words),
        }
    }

    /// True for an address that may be opened and in which nothing means anything else.
    pub(super) fn is_plain(url: &str) -> bool {
        let means = url.contains(['*', '[', ']', '!']) || ["__", "~~"].into_iter().any(|mark| url.contains(mark));
        let is_entity = url.contains('&') && url.contains(';');
        link::checked(url).is_some_and(|checked| checked == url) && !means && !is_entity
    }

    /// An address as it stands, where that is plain.
    pub(super) fn address(&mut self, url: &str) -> &mut Self {
        self.0.push_str(if Self::is_plain(url) { url } else { "" });
        self
    }

    /// The page, ending in one line break.
    pub(super) fn finish(mut self) -> String {
        self.0.truncate(self.0.trim_end().len());
        self.0.push('\n');
        self.0
    }
}

/// Appends one word (no blanks in it) so that it can't begin or end any markup, wherever in a line it stands. What no Markdown but
/// `CommonMark` takes a backslash before becomes an entity, which all of them know, and only where it could mean anything: in plain prose
/// "R & D", "2 < 3" and "$5" stay as they are.
fn escape(out: &mut String, word: &str) {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    // Lists, quotes, underlines of headings and rows of tables only begin where a line does, our own marks and numbers before them aside.
    let leads = word.starts_with(|first: char| first.is_ascii_digit() || "-+=:>".contains(first))
        && out
            .chars()
            .rev()
            .take_while(|before| *before != '\n')
            .all(|before| matches!(before, ' ' | '>' | '-' | '.' | ')' | '\\' | '0'..='9'));
    let address = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let mut rest = word.chars().enumerate().peekable();
    while let Some((index, character)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        let slashed = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '^' => true,
            '-' | '+' | '=' => leads && index == 0,
            '.' | ')' => (leads && index == digits && next.is_none()) || (index == 3 && address),
            // A name in colons, which some readers draw as a picture.
            ':' => (leads && index == 0) || next.is_some_and(|next| !next.is_ascii_digit() && next != '/'),
            _ => false,
        };
        let entity = match character {
            '&' if next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()) => Some("&amp;"),
            '<' if next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)) => Some("&lt;"),
            '>' if leads && index == 0 => Some("&gt;"),
            '{' => Some("&#123;"),
            '}' => Some("&#125;"),
            // What a reader that links bare addresses would look for.
            ':' if next == Some('/') => Some("&#58;"),
            '@' => Some("&#64;"),
            // Mathematics: a price neither begins nor ends one.
            '$' if !next.is_some_and(|next| next.is_ascii_digit()) => Some("&#36;"),
            _ => None,
        };
        if let Some(entity) = entity {
            out.push_str(entity);
        } else {
            out.push_str(if slashed { "\\" } else { "" });
            out.push(character);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MarkdownPage;
    use crate::text::word_diff::runs;

    fn prose(words: &str) -> String {
        let mut page = MarkdownPage::default();
        page.inline(words);
        page.finish()
    }

    #[test]
    fn a_change_is_marked_where_markdown_reads_the_mark() {
        let mut page = MarkdownPage::default();
        page.changes(&runs(
            "It was built in 1964. It cost 4 crowns.",
            "It was built in 1964 and cost 4 crowns (less).",
        ));
        assert_eq!(page.finish(), "It was built in 1964 ~~. It~~ **and** cost 4 crowns **(less)**.\n");
    }

    #[test]
    fn plain_prose_stays_readable() {
        assert_eq!(prose("It cost 42.5 million, she said (in May)."), "It cost 42.5 million, she said (in May).\n");
    }

    #[test]
    fn signs_that_mean_nothing_where_they_stand_are_left_alone() {
        assert_eq!(prose("Brandt & Lie: 2 < 3 > 1, $5 of $6, a -> b"), "Brandt & Lie: 2 < 3 > 1, $5 of $6, a -> b\n");
        assert_eq!(
            prose("AT&T, US$ and A$, x&lt;y, m@n.example"),
            "AT&amp;T, US&#36; and A&#36;, x&amp;lt;y, m&#64;n.example\n"
        );
    }

    #[test]
    fn markup_becomes_words() {
        assert_eq!(prose("{--gone--} > x"), "&#123;--gone--&#125; > x\n");
        assert_eq!(prose("> x"), "&gt; x\n");
        assert_eq!(prose("<script>*x*</script>"), "&lt;script>\\*x\\*&lt;/script>\n");
        assert_eq!(prose("1. one\n- two\n=== # three"), "1\\. one - two === \\# three\n");
        assert_eq!(prose("![x](javascript:y) https://a.example"), "\\!\\[x\\](javascript\\:y) https&#58;//a.example\n");
    }

    #[test]
    fn an_address_that_readers_would_link_by_itself_stays_words() {
        assert_eq!(prose("see www.example.org or WWW.example.org/a"), "see www\\.example.org or WWW\\.example.org/a\n");
        // Nothing else with a full stop there is one.
        assert_eq!(prose("abc.example www no.4 ww.example.org"), "abc.example www no.4 ww.example.org\n");
    }

    #[test]
    fn a_line_of_a_quotation_begins_no_list_heading_or_table() {
        let mut page = MarkdownPage::default();
        page.lines("> ", "a 1999. b\n===\n- x\n+ y\n12) z\n:--\n\n2008.");
        assert_eq!(page.finish(), "> a 1999. b\n> \\===\n> \\- x\n> \\+ y\n> 12\\) z\n> \\:--\n>\n> 2008\\.\n");
    }

    #[test]
    fn only_web_addresses_become_links() {
        let mut page = MarkdownPage::default();
        page.link("a]b", "https://example.org/(x)").fixed("\n").link("bad", "javascript:alert(1)");
        assert_eq!(page.finish(), "[a\\]b](<https://example.org/%28x%29>)\nbad\n");
    }
}
