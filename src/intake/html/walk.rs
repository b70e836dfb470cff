//! Goes through a page's tree in order, without recursion, whatever its depth.

use dom_query::NodeRef;

/// One step of a walk over the tree.
pub(super) enum WalkStep<'a> {
    /// A node, before what is in it.
    Enter(NodeRef<'a>),
    /// An element, after what is in it.
    Leave(NodeRef<'a>),
}

/// Visits every node below `root` in order; `visit` says of an entered node whether to go into it.
pub(super) fn walk<'a>(root: &NodeRef<'a>, mut visit: impl FnMut(WalkStep<'a>) -> bool) {
    let mut here = root.first_child();
    let mut depth = 0_usize;
    while let Some(node) = here {
        let inside = visit(WalkStep::Enter(node));
        if inside && let Some(child) = node.first_child() {
            depth += 1;
            here = Some(child);
            continue;
        }
        if inside {
            visit(WalkStep::Leave(node));
        }
        let mut done = node;
        here = loop {
            if let Some(next) = done.next_sibling() {
                break Some(next);
            }
            let Some(parent) = done.parent().filter(|_| depth > 0) else { break None };
            depth -= 1;
            visit(WalkStep::Leave(parent));
            done = parent;
        };
    }
}
