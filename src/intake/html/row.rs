//! A row of a page's text, with what the page says about it.

use dom_query::NodeId;

use super::setting::ElementSetting;
use crate::review::{BlockKind, ListPlace};

/// What says that a row bears the article's title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TitleSign {
    /// Nothing.
    #[default]
    None,
    /// The class of its element.
    Class,
    /// It is a heading of the first level, or stands for one.
    Heading,
}

/// A row of text.
#[derive(Clone, Debug)]
pub(super) struct TextRow {
    /// Its words, tidied.
    pub(super) text: String,
    /// What its element makes of it.
    pub(super) kind: BlockKind,
    /// How it stands in a list.
    pub(super) item: ListPlace,
    /// What its surroundings are to the page.
    pub(super) setting: ElementSetting,
    /// The element that sets it apart from the article, if one does.
    pub(super) apart: Option<NodeId>,
    /// How much of it is links, in percent of bytes.
    pub(super) linked: usize,
    /// True when all of it is bold or larger than the text.
    pub(super) strong: bool,
    /// What says that it bears a title.
    pub(super) bears: TitleSign,
    /// Where it stands.
    pub(super) place: RowPlace,
    /// True when the page hides it, or shows it only over the article.
    pub(super) veiled: bool,
    /// Words in it that are struck out and left out.
    pub(super) struck: Option<String>,
    /// How many rows stand before it in the page.
    pub(super) at: usize,
}

/// Where a row stands in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RowPlace {
    /// The number of the container that holds the row's block: no paragraph, list or table, but what these stand in.
    pub(super) home: usize,
    /// The outermost `article` element, if there is one.
    pub(super) article: Option<NodeId>,
    /// The list or table that it is a row of.
    pub(super) group: Option<NodeId>,
}

/// A page as it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct PageRows {
    /// Its rows, in order.
    pub(super) rows: Vec<TextRow>,
    /// For every container the number of the one that holds it; the first is the page, and holds itself.
    pub(super) parents: Vec<usize>,
}

impl TextRow {
    /// True for the page's first-level headings, and for what stands for one.
    pub(super) fn is_title(&self) -> bool {
        self.bears == TitleSign::Heading
    }
}
