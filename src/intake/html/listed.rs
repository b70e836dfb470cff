//! The lists of a page and their items, as the walk over its elements meets them.

use dom_query::NodeRef;

use crate::intake::lists::{OpenList, OpenLists};

/// What an element is to the lists round the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ListElement {
    /// Neither a list nor an item of one.
    #[default]
    None,
    /// A list.
    List,
    /// An item.
    Item,
}

impl ListElement {
    /// Begins the list, or the item of one, that `node` is.
    pub(super) fn begin(lists: &mut OpenLists, node: &NodeRef<'_>, name: &str) -> Self {
        let told = |key: &str| node.attr(key).map(|value| value.to_string());
        let own = || node.children_it(false).filter(|child| child.has_name("li")).count();
        if let Some(list) = OpenList::of_element(name, told, own) {
            lists.open(list);
            Self::List
        } else if name == "li" {
            lists.begin(told("value").and_then(|value| value.trim().parse().ok()));
            Self::Item
        } else {
            Self::None
        }
    }

    /// Ends it.
    pub(super) fn end(self, lists: &mut OpenLists) {
        match self {
            Self::List => lists.close(),
            Self::Item => lists.end(),
            Self::None => {}
        }
    }
}
