//! What stands where in a Markdown text: stretches of running words, and the markup in them that no mark may cut.

use pulldown_cmark::{Event, Parser, Tag};

use crate::review::Span;
use crate::text::{MARKDOWN, escaped};

/// Emphasis, a link, a code span, a footnote's mark: in bytes of the text.
#[derive(Clone, Copy, Debug)]
struct InlineMarkup {
    /// All of it, with its signs.
    full: Span,
    /// The words in it; the same as `full` where nothing may stand in it.
    inner: Span,
    /// True where no comment may stand in it, as it is a link.
    is_link: bool,
    /// True for what is no word of the text and would be lost with words round it: a footnote's mark, a picture, a tag.
    is_thing: bool,
}

/// Words in a row, in one paragraph, cell or item.
#[derive(Clone, Debug, Default)]
pub(super) struct WordRow {
    span: Option<Span>,
    markup: Vec<InlineMarkup>,
    /// True where what stands in it is shown as it stands, so that marks would be words: code, HTML, front matter.
    is_verbatim: bool,
}

/// The rows of a text, in its order.
pub(super) struct MarkdownAnatomy(Vec<WordRow>);

/// A markup that is open while a text is read.
struct OpenMarkup {
    full: Span,
    inner: Option<Span>,
    is_link: bool,
    is_thing: bool,
}

impl MarkdownAnatomy {
    /// That of `text`.
    pub(super) fn of(text: &str) -> Self {
        let mut reader = AnatomyReader { text, ..AnatomyReader::default() };
        for (event, range) in Parser::new_ext(text, MARKDOWN).into_offset_iter() {
            reader.take(&event, Span::new(range.start, range.end));
        }
        reader.next_row(false);
        Self(reader.rows)
    }

    /// The row that bytes stand in, where marks may stand there.
    pub(super) fn row(&self, span: Span) -> Option<&WordRow> {
        let own = |row: &&WordRow| row.span.is_some_and(|own| own.covers(span));
        self.0.iter().find(own).filter(|row| !row.is_verbatim)
    }
}

impl WordRow {
    /// The smallest stretch round `span` that cuts no markup, and no link at all. It takes the signs along of what it has all words of.
    pub(super) fn whole(&self, mut span: Span) -> Span {
        while let Some(cut) = self.markup.iter().find(|one| {
            let is_inside = one.inner.covers(span) && one.inner != span && !one.is_link && one.full != one.inner;
            one.full.overlaps(span) && !span.covers(one.full) && !is_inside
        }) {
            span = joined(span, cut.full);
        }
        span
    }

    /// `span` with the signs of the markup whose words are all in it.
    pub(super) fn with_signs(&self, mut span: Span) -> Span {
        let has_all = |one: &&InlineMarkup, span: Span| span.covers(one.inner) && !span.covers(one.full);
        while let Some(own) = self.markup.iter().find(|one| has_all(one, span)) {
            span = joined(span, own.full);
        }
        span
    }

    /// True when `span` can go: it cuts no markup, and holds nothing that is no word.
    pub(super) fn can_go(&self, span: Span) -> bool {
        self.markup.iter().all(|one| {
            let is_inside = one.inner.covers(span) && one.full != one.inner;
            !one.full.overlaps(span) || is_inside || span.covers(one.full) && !one.is_thing
        })
    }
}

fn joined(one: Span, other: Span) -> Span {
    Span::new(one.start.min(other.start), one.end.max(other.end))
}

#[derive(Default)]
struct AnatomyReader<'a> {
    text: &'a str,
    /// Where the last words ended, in bytes.
    end: usize,
    rows: Vec<WordRow>,
    row: WordRow,
    open: Vec<OpenMarkup>,
    /// How many blocks are open in which all is shown as it stands.
    verbatim: usize,
}

impl AnatomyReader<'_> {
    fn take(&mut self, event: &Event<'_>, at: Span) {
        match event {
            Event::Start(tag) if is_inline(tag) => {
                self.met(at);
                let (is_link, is_thing) = (matches!(tag, Tag::Link { .. }), matches!(tag, Tag::Image { .. }));
                self.open.push(OpenMarkup { full: at, inner: None, is_link, is_thing });
            }
            Event::End(tag) if is_inline_end(*tag) => {
                if let Some(done) = self.open.pop() {
                    let inner = done.inner.filter(|_| !done.is_thing).unwrap_or(done.full);
                    let OpenMarkup { full, is_link, is_thing, .. } = done;
                    self.row.markup.push(InlineMarkup { full, inner, is_link, is_thing });
                }
            }
            Event::Start(tag) => {
                self.next_row(is_verbatim(tag));
            }
            Event::End(tag) => {
                let was = usize::from(is_verbatim_end(*tag));
                self.next_row(false);
                self.verbatim = self.verbatim.saturating_sub(was);
                self.row.is_verbatim = self.verbatim > 0;
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.thing(at, false),
            Event::FootnoteReference(_) | Event::InlineHtml(_) | Event::TaskListMarker(_) => self.thing(at, true),
            Event::Html(_) | Event::Rule => self.next_row(false),
            Event::Text(_) => {
                let whole = escaped(self.text, at, self.end);
                self.words(whole);
            }
            Event::SoftBreak | Event::HardBreak => self.words(at),
        }
    }

    /// What no mark may stand in.
    fn thing(&mut self, at: Span, is_thing: bool) {
        self.words(at);
        self.row.markup.push(InlineMarkup { full: at, inner: at, is_link: false, is_thing });
    }

    /// Words of a row.
    fn words(&mut self, at: Span) {
        self.end = at.end;
        self.met(at);
    }

    /// Something of a row.
    fn met(&mut self, at: Span) {
        self.row.span = Some(self.row.span.map_or(at, |span| joined(span, at)));
        for open in &mut self.open {
            open.inner = Some(open.inner.map_or(at, |inner| joined(inner, at)));
        }
    }

    /// Another block begins or ends.
    fn next_row(&mut self, is_verbatim: bool) {
        let done = std::mem::take(&mut self.row);
        if done.span.is_some() {
            self.rows.push(done);
        }
        self.verbatim += usize::from(is_verbatim);
        self.row.is_verbatim = self.verbatim > 0;
    }
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

const fn is_inline_end(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

const fn is_verbatim(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_))
}

const fn is_verbatim_end(tag: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_))
}
