//! Paragraphs of a DOCX as items of lists and numbered headings.

use super::body::DocxBody;
use crate::intake::lists::set;
use crate::review::{BlockKind, ListPlace};

impl DocxBody {
    /// The properties of a paragraph ended: it is counted where it stands in a list, unless it goes on in the next or was deleted.
    pub(super) fn count(&mut self) {
        let told = std::mem::take(&mut self.at.list);
        if self.at.goes_on || self.at.dropped.is_some() {
            return;
        }
        let styled = told.style.as_deref().and_then(|style| self.around.styles.list(style)).cloned();
        let list = told.list.clone().or_else(|| styled.as_ref()?.list.clone());
        let Some(list) = list.as_deref().filter(|list| *list != "0") else {
            if told.own && list.is_none() {
                self.listed(ListPlace { mark: told.mark.as_deref().and_then(set), depth: told.level.unwrap_or(0) });
            }
            return;
        };
        let own = || told.style.as_deref().and_then(|style| self.around.numbering.level_named(list, style));
        let level = told.level.or_else(|| styled.and_then(|styled| styled.level)).or_else(own).unwrap_or(0);
        let place = match told.mark {
            Some(mark) => ListPlace { mark: set(&mark), depth: level },
            None => self.around.numbering.next(list, level),
        };
        // A style may be in a list without a sign to keep its headings in order.
        if !place.goes_on() || told.own {
            self.listed(place);
        }
    }

    /// The paragraph is an item; in a table's row its mark is one of the row's words.
    fn listed(&mut self, place: ListPlace) {
        if self.out.in_row() {
            if let Some(mark) = place.mark() {
                self.out.words(&format!("{mark} "));
            }
            return;
        }
        self.out.kind(BlockKind::ListItem);
        // A heading's number says how deep it stands, and it stands in no list.
        let depth = if self.out.is_kind(&BlockKind::ListItem) { place.depth } else { 0 };
        self.out.item(ListPlace { depth, ..place });
    }
}
