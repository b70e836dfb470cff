//! Elements inside a line that stand apart on the page and have no blank between them: a kicker and its headline, a name and a date.

use dom_query::NodeRef;

use super::blocks;

/// True when `node` follows another element at once and its words are none of that one's. `heading`: both stand in a heading.
pub(super) fn stands_apart(node: &NodeRef<'_>, heading: bool) -> bool {
    let within_line = |node: &NodeRef<'_>| node.node_name().is_some_and(|name| blocks::block(&name).is_none());
    let Some(before) = node.prev_sibling().filter(NodeRef::is_element).filter(within_line) else { return false };
    let (left, right) = (before.text(), node.text());
    let (Some(last), Some(first)) = (left.chars().next_back(), right.chars().next()) else { return false };
    let parted = !last.is_alphanumeric() || !first.is_alphanumeric();
    // Letters by themselves are drawn, one by one.
    if parted || left.chars().nth(1).is_none() || right.chars().nth(1).is_none() {
        return false;
    }
    let begins = !last.is_uppercase() && (first.is_uppercase() || first.is_ascii_digit() && !last.is_ascii_digit());
    let class = |node: &NodeRef<'_>| node.attr("class").map(|class| class.to_string());
    let (one, other) = (class(&before), class(node));
    let told = one.is_some() && other.is_some() && one != other;
    let phrases = left.trim().contains(' ') && right.trim().contains(' ');
    begins && phrases || heading && (begins || told)
}
