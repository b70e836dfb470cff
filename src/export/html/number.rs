//! A claim's number on the page: a link to its card where the page has cards.

use super::markup::Markup;

/// What a claim's number is on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClaimNumbers {
    /// A link to the claim's card.
    Links,
    /// A number alone: the page has no cards.
    Bare,
}

impl ClaimNumbers {
    /// Writes `number`.
    pub(super) fn put(self, page: &mut Markup, number: &str) {
        match self {
            Self::Links => {
                page.fixed("<a href=\"#claim-").words(number).fixed("\"><span class=\"unseen\">claim </span>");
                page.words(number).fixed("</a>")
            }
            Self::Bare => page.fixed("<b><span class=\"unseen\">claim </span>").words(number).fixed("</b>"),
        };
    }
}
