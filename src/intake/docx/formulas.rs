//! The formulas in a DOCX: each is a line of its own making, which stands in the text like words.

use quick_xml::events::BytesStart;

use super::body::DocxBody;
use super::run::RunProperties;
use crate::intake::formula::{self, FormulaReader};
use crate::intake::xml;
use crate::text::Span;

impl DocxBody {
    /// Takes the beginning of an element as a formula's; true when it was that.
    pub(super) fn is_in_formula(&mut self, name: &str, start: &BytesStart<'_>) -> bool {
        if name == "oMath" && self.formula.is_none() {
            self.run = RunProperties::default();
            self.formula = Some((FormulaReader::default(), self.source.start));
        }
        let Some((formula, _)) = &mut self.formula else { return false };
        formula.open(name, |key| xml::attribute(start, key));
        true
    }

    /// Takes the end of an element as a formula's; true when it was that.
    pub(super) fn is_formula_closed(&mut self) -> bool {
        let Some((formula, _)) = &mut self.formula else { return false };
        if formula.close() {
            self.end_formula();
        }
        true
    }

    /// A formula has ended: its line stands in the text like words.
    fn end_formula(&mut self) {
        let Some((read, from)) = self.formula.take() else { return };
        let line = read.line();
        self.source = Span::new(from, self.source.end);
        if let Some((deleted, _)) = &mut self.deleted {
            deleted.push_str(&line);
            return;
        }
        let line = formula::behind(&line, self.out.so_far());
        self.push(&line);
    }
}
