//! HTML in which words are only ever words: structure comes from this program, everything else is escaped.

use crate::text::gate::legible;
use crate::text::is_quotation;
use crate::text::word_diff::{Op, Run};

/// An HTML text in the making. Structure comes from words of this program ([`fixed`](Self::fixed)); words of a session come
/// in through [`words`](Self::words) and what is built on it, which escape them, within an attribute too.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Structure, as it stands.
    pub(super) fn fixed(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// Words as a quotation. Those that bring marks of their own get no second ones.
    pub(super) fn quotation(&mut self, words: &str) -> &mut Self {
        let element = if is_quotation(words) { "i" } else { "q" };
        self.fixed("<").fixed(element).fixed(" dir=\"auto\">").words(words).fixed("</").fixed(element).fixed(">")
    }

    /// Words, line breaks kept, what hides made visible.
    pub(super) fn words(&mut self, words: &str) -> &mut Self {
        let legible = legible(words);
        let mut rest = legible.as_ref();
        // A slash can't end an element's content, but it stays escaped: the bytes of a page are compared with earlier ones.
        while let Some(at) = rest.find(['<', '>', '&', '"', '\'', '/']) {
            let (plain, from) = rest.split_at(at);
            self.0.push_str(plain);
            let mut after = from.chars();
            self.0.push_str(match after.next() {
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('&') => "&amp;",
                Some('"') => "&quot;",
                Some('\'') => "&#x27;",
                _ => "&#x2f;",
            });
            rest = after.as_str();
        }
        self.0.push_str(rest);
        self
    }

    /// Words with what changed in them.
    pub(super) fn changes(&mut self, runs: &[Run]) -> &mut Self {
        for run in runs {
            let (open, close) = match run.op {
                Op::Equal => ("", ""),
                Op::Delete => ("<del>", "</del>"),
                Op::Insert => ("<ins>", "</ins>"),
            };
            let (words, moved, blanks) = run.parts();
            self.fixed(open).words(words).fixed(close).fixed(moved).words(blanks);
        }
        self
    }

    /// Words whose direction does not spill into their neighbours.
    pub(super) fn apart(&mut self, words: &str) -> &mut Self {
        self.fixed("<bdi>").words(words).fixed("</bdi>")
    }

    /// A link when there is one, which [`link::checked`](super::super::link::checked) gave, else the words alone.
    pub(super) fn linked(&mut self, words: &str, link: Option<&str>) -> &mut Self {
        match link {
            Some(link) => {
                self.fixed("<a href=\"").words(link).fixed("\" rel=\"noopener noreferrer nofollow\">");
                self.apart(words).fixed("</a>")
            }
            None => self.apart(words),
        }
    }

    /// An attribute of the element that is being opened, when there is anything to say.
    pub(super) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        if value.is_empty() {
            return self;
        }
        self.fixed(" ").fixed(name).fixed("=\"").words(value).fixed("\"")
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn words_stay_words() {
        let mut markup = Markup::default();
        markup.fixed("<p").attribute("lang", "\"><b>").attribute("dir", "").fixed(">");
        markup.words("</p>&amp; it's\u{202e} a\r\nb").fixed("</p>");
        let wanted = "<p lang=\"&quot;&gt;&lt;b&gt;\">&lt;&#x2f;p&gt;&amp;amp; it&#x27;s\u{fffd} a\nb</p>";
        assert_eq!(markup.finish(), wanted);
    }

    #[test]
    fn a_quotation_gets_no_second_marks() {
        let mut markup = Markup::default();
        markup.quotation("It rose.").quotation("“It rose,” she said.");
        let wanted = "<q dir=\"auto\">It rose.</q><i dir=\"auto\">“It rose,” she said.</i>";
        assert_eq!(markup.finish(), wanted);
    }

    #[test]
    fn what_is_no_link_is_words() {
        let mut markup = Markup::default();
        markup.linked("a", Some("https://example.org/?x=1&y=2")).linked("<b>", None);
        let (link, words) = ("https:&#x2f;&#x2f;example.org&#x2f;?x=1&amp;y=2", "<bdi>&lt;b&gt;</bdi>");
        let link = format!("<a href=\"{link}\" rel=\"noopener noreferrer nofollow\"><bdi>a</bdi></a>");
        assert_eq!(markup.finish(), format!("{link}{words}"));
    }
}
