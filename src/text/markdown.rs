//! Which Markdown is read, so that whoever reads a file twice reads the same in it.

use pulldown_cmark::Options;

use super::span::Span;

/// What is taken for markup beyond `CommonMark`: tables, footnotes, words struck out, lists of tasks, front matter.
pub const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

/// `at` with the backslash before it, where one takes its meaning from the sign that stands there; `end` is where the words before it
/// ended, in bytes of `text`.
pub fn escaped(text: &str, at: Span, end: usize) -> Span {
    let is_escaped = at.start > end && text.as_bytes().get(at.start - 1) == Some(&b'\\');
    Span::new(at.start - usize::from(is_escaped), at.end)
}
