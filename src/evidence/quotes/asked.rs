//! A quote that is asked about.

/// Words in quotation marks, and who the article says has said them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedQuote<'a> {
    /// The words between the marks.
    pub words: &'a str,
    /// Who the article gives them to; `None` where that is not asked or not known.
    pub by: Option<&'a str>,
}

impl<'a> AskedQuote<'a> {
    /// The words alone.
    pub const fn of(words: &'a str) -> Self {
        Self { words, by: None }
    }
}
