//! Lists of links to other articles: what leads away from the page is the page's, wherever it stands.

use std::collections::HashMap;

use dom_query::NodeId;
use foldhash::fast::RandomState;

use super::row::TextRow;
use crate::review::BlockKind;

/// A row of which so much is links, in percent, leads to another article and says nothing by itself.
const WHOLE: usize = 95;
/// A list of which so much is links is one of links.
const MOST: usize = 60;

/// For every row: is it part of a list of links, or a teaser that is a link from end to end?
pub(super) fn leading_away(rows: &[TextRow]) -> Vec<bool> {
    let mut lists: HashMap<NodeId, (usize, usize, usize), RandomState> = HashMap::with_hasher(RandomState::default());
    for row in rows {
        if let Some(list) = row.place.group {
            let (items, bytes, linked) = lists.entry(list).or_default();
            *items += 1;
            *bytes += row.text.len();
            *linked += row.text.len() * row.linked / 100;
        }
    }
    let is_linked = |row: &TextRow| {
        let list = row.place.group.and_then(|list| lists.get(&list));
        list.is_some_and(|(items, bytes, linked)| *items > 1 && linked * 100 >= bytes * MOST)
    };
    rows.iter().map(|row| is_linked(row) || (row.linked >= WHOLE && row.kind == BlockKind::Paragraph)).collect()
}
