//! Forms: what is written down about a claim in named fields, filled in by keyboard.

mod fill;
mod offer;
mod take;

pub use take::hint;

use super::editor::Editor;
use crate::review::field::{CORRECTIONS, Field, QUERIES, SPEAKER, Shape};
use crate::review::{Change, Claim, ClaimId, Correction, Span, Stamp};

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The field of the claim.
    pub field: &'static Field,
    /// Of several things the one at this place of the claim's list, or a new one.
    pub at: Option<usize>,
}

impl Purpose {
    /// A form over a field; of several things over a new one.
    pub const fn of(field: &'static Field) -> Self {
        Self { field, at: None }
    }

    /// The same over what `claim` has one of; where it has none, or several, over a new thing.
    #[must_use]
    pub fn over(self, claim: &Claim) -> Self {
        let value = self.field.value(claim);
        let one = matches!(self.field.shape, Shape::Many(..)) && self.field.items(&value).len() == 1;
        Self { at: self.at.or(one.then_some(0)), ..self }
    }

    /// What stands above the form.
    pub fn title(self) -> String {
        match (self.field.shape, self.at) {
            (Shape::Many(..), None) => format!("A new {}", self.field.title),
            _ => self.field.heading.to_owned(),
        }
    }
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormInput {
    /// By typing, on one line.
    Text(Editor),
    /// By choosing one of some words; the empty word is "not said".
    Choice(Vec<String>, usize),
    /// By saying yes or no.
    Flag(bool),
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What stands before it.
    pub label: &'static str,
    /// How it is filled in.
    pub input: FormInput,
}

impl Slot {
    /// What the field holds, as text; `yes` or nothing for a flag.
    pub fn value(&self) -> &str {
        match &self.input {
            FormInput::Text(editor) => editor.text(),
            FormInput::Choice(words, at) => words.get(*at).map_or("", String::as_str),
            FormInput::Flag(true) => "yes",
            FormInput::Flag(false) => "",
        }
    }
}

/// A form over one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The claim.
    pub claim: ClaimId,
    /// What it is for.
    pub purpose: Purpose,
    /// Its fields.
    pub fields: Vec<Slot>,
    /// The field that has the keys.
    pub at: usize,
    /// What the fields held when the form was opened.
    opened: Vec<String>,
    /// Other claims that it is for.
    pub others: Vec<ClaimId>,
}

impl Form {
    /// True when something differs from what it was opened with.
    pub fn is_changed(&self) -> bool {
        !self.fields.iter().map(Slot::value).eq(self.opened.iter().map(String::as_str))
    }

    /// The correction of `claim` that it is over, while its words are as they were.
    pub fn correction<'c>(&self, claim: &'c Claim) -> Option<&'c Correction> {
        let at = self.purpose.at.filter(|_| *self.purpose.field == CORRECTIONS)?;
        let words = self.fields.first().map(Slot::value);
        claim.record.corrections.get(at).filter(|one| words == Some(one.text.as_str()))
    }

    /// What the fields held when the form was opened, in their order.
    pub fn opened(&self) -> &[String] {
        &self.opened
    }

    /// Takes in what somebody else has changed since this was opened; `fresh` is the form as it opens now. A field that was
    /// left alone here becomes theirs. True when one that was filled in here was changed there as well.
    pub fn rebase(&mut self, fresh: Self) -> bool {
        let mut clash = false;
        for ((field, opened), now) in self.fields.iter_mut().zip(&mut self.opened).zip(fresh.fields) {
            if field.value() == opened.as_str() {
                *field = now;
                field.value().clone_into(opened);
            } else {
                clash |= now.value() != opened.as_str() && now.value() != field.value();
            }
        }
        clash
    }

    /// The field that has the keys.
    pub fn field_mut(&mut self) -> Option<&mut Slot> {
        self.fields.get_mut(self.at)
    }

    /// The form with the keys where one begins: at what makes the thing, at the figure or name that is to be corrected, at the
    /// answer of a question that was asked. A name is selected, to be typed over.
    #[must_use]
    pub fn aimed(mut self) -> Self {
        let field = self.purpose.field;
        let row = |key: &str| field.rows().iter().position(|row| row.key == key);
        let needed = field.rows().iter().position(|row| row.needed).unwrap_or(0);
        self.at = if *field == QUERIES && self.purpose.at.is_some() { row("answer").unwrap_or(0) } else { needed };
        let fresh = self.purpose.at.is_none();
        if let Some(Slot { input: FormInput::Text(editor), .. }) = self.field_mut() {
            if *field == SPEAKER {
                editor.select(Span::new(0, editor.text().len()));
            } else if *field == CORRECTIONS && fresh {
                let span = checkable(editor.text());
                editor.select(span);
            }
        }
        self
    }

    /// Selects the bytes of `span` in the field with the keys.
    pub fn select(&mut self, span: Span) {
        if let Some(Slot { input: FormInput::Text(editor), .. }) = self.field_mut() {
            editor.select(span);
        }
    }

    /// The change in `other` that the form asks for in its claim: what was written is the same, a list gets what was typed.
    ///
    /// # Errors
    /// As of [`Form::change`].
    pub fn also(&self, other: &Claim, words: &str, now: &Stamp) -> Result<Option<Change>, String> {
        let mut form = Self::open(other, Purpose { at: None, ..self.purpose }, words, now);
        let joins = matches!(self.purpose.field.shape, Shape::Words);
        for (slot, own) in form.fields.iter_mut().zip(&self.fields) {
            slot.input = match (&slot.input, &own.input) {
                (FormInput::Text(held), FormInput::Text(typed)) if joins => {
                    FormInput::Text(Editor::new(&format!("{}, {}", held.text(), typed.text()), true))
                }
                _ => own.input.clone(),
            };
        }
        form.change(other)
    }

    /// What the field called `label` is by itself, while none of its words is chosen; `None` where that is nothing.
    pub fn by_itself(&self, label: &str) -> Option<&'static str> {
        let is_state = *self.purpose.field == QUERIES && label == "state";
        is_state.then(|| if self.says("answer").is_empty() { "open" } else { "answered" })
    }

    /// Goes to the next field, or the one before; round at the ends.
    pub fn step(&mut self, forward: bool) {
        let count = self.fields.len().max(1);
        self.at = if forward { (self.at + 1) % count } else { (self.at + count - 1) % count };
    }

    /// What the field called `label` holds, without blanks at its ends.
    fn says(&self, label: &str) -> String {
        let field = self.fields.iter().find(|field| field.label == label);
        field.map(|field| field.value().trim().to_owned()).unwrap_or_default()
    }
}

/// What is most likely to be corrected in some words: the first figure, else the first name, else nothing at their end.
fn checkable(words: &str) -> Span {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    if let Some(start) = words.find(|c: char| c.is_ascii_digit()) {
        let rest = words.get(start..).unwrap_or_default();
        let figure = rest.get(..rest.find(|c| !is_figure(c)).unwrap_or(rest.len())).unwrap_or_default();
        return Span::new(start, start + figure.trim_end_matches(['.', ',']).len());
    }
    let name = words.match_indices(' ').map(|(at, _)| at + 1).find_map(|start| {
        let rest = words.get(start..)?;
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        (end > 1 && rest.starts_with(char::is_uppercase)).then(|| Span::new(start, start + end))
    });
    name.unwrap_or_else(|| Span::new(words.len(), words.len()))
}

#[cfg(test)]
mod tests {
    use super::checkable;

    #[test]
    fn a_correction_begins_at_the_figure_or_the_name() {
        let at = |words: &'static str| checkable(words).of(words);
        assert_eq!(at("The repair cost 42 million crowns, he said."), "42");
        assert_eq!(at("It cost 1,234.50, they say"), "1,234.50");
        assert_eq!(at("\"We were never asked,\" Anna Roe told reporters."), "Anna");
        assert_eq!(at("nobody objected"), "");
    }
}
