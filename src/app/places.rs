//! Places that the reviewer jumped away from, and back to again, as a browser keeps pages.

use super::item::Item;

/// Places kept; the oldest are forgotten.
const MOST: usize = 100;

/// Where the reviewer was before each jump, and what going back left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    before: Vec<Item>,
    after: Vec<Item>,
}

impl Places {
    /// Remembers `from` as left by a jump; what lay ahead is forgotten.
    pub fn left(&mut self, from: Item) {
        self.after.clear();
        if self.before.last() != Some(&from) {
            self.before.push(from);
        }
        let over = self.before.len().saturating_sub(MOST);
        self.before.drain(..over);
    }

    /// The place before the last jump that is still there, `here` being left for it; `None` when there is none.
    pub fn back(&mut self, here: Option<Item>, is_there: impl Fn(&Item) -> bool) -> Option<Item> {
        Self::go(&mut self.before, &mut self.after, here, is_there)
    }

    /// The place that going back left last.
    pub fn forth(&mut self, here: Option<Item>, is_there: impl Fn(&Item) -> bool) -> Option<Item> {
        Self::go(&mut self.after, &mut self.before, here, is_there)
    }

    fn go(
        from: &mut Vec<Item>,
        to: &mut Vec<Item>,
        here: Option<Item>,
        is_there: impl Fn(&Item) -> bool,
    ) -> Option<Item> {
        while let Some(place) = from.pop() {
            if is_there(&place) && Some(&place) != here.as_ref() {
                to.extend(here);
                return Some(place);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::ClaimId;

    #[test]
    fn what_is_gone_is_passed_over_and_forth_leads_back() {
        let item = |id: &str| Item::Claim(ClaimId::from(id));
        let mut places = Places::default();
        for id in ["a", "b", "c"] {
            places.left(item(id));
        }
        let there = |place: &Item| *place != item("b");
        assert_eq!(places.back(Some(item("d")), there), Some(item("c")));
        assert_eq!(places.back(Some(item("c")), there), Some(item("a")));
        assert_eq!(places.back(Some(item("a")), there), None);
        assert_eq!(places.forth(Some(item("a")), there), Some(item("c")));
        places.left(item("x"));
        assert_eq!(places.forth(Some(item("y")), there), None);
    }
}
