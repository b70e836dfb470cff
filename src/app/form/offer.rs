//! What earlier sessions wrote into the field with the keys, offered while one types.

use super::{Form, FormInput, Slot};
use crate::app::editor::Editor;
use crate::app::offered::{OfferKind, Offered, PastSource};
use crate::review::field::{Field, QUERIES, REPLIES, SOURCES, SPEAKER};

/// What is offered in the field called `label`; `None` where nothing is.
fn kind(field: &Field, label: &str) -> Option<OfferKind> {
    match label {
        "title" | "link" if *field == SOURCES => Some(OfferKind::Source),
        "name" | "via" if *field == SPEAKER => Some(OfferKind::Person),
        "to" if *field == QUERIES => Some(OfferKind::Person),
        "who" if *field == REPLIES => Some(OfferKind::Person),
        _ => None,
    }
}

impl Form {
    /// True where some field of it is offered what earlier sessions wrote.
    pub fn is_offered(&self) -> bool {
        self.fields.iter().any(|slot| kind(self.purpose.field, slot.label).is_some())
    }

    /// The field with the keys and what was typed into it, where the cursor stands at its end and it says another thing than when the
    /// form was opened.
    fn typed(&self) -> Option<(&Slot, &str)> {
        let slot = self.fields.get(self.at)?;
        let FormInput::Text(editor) = &slot.input else { return None };
        let is_new = self.opened.get(self.at).is_none_or(|opened| opened != editor.text());
        (is_new && editor.is_at_end()).then(|| (slot, editor.text()))
    }

    /// What may be meant in the field with the keys, the most likely first.
    pub fn offers(&self, words: &Offered) -> Vec<String> {
        let Some((slot, typed)) = self.typed() else { return Vec::new() };
        let of = |source: &PastSource| if slot.label == "link" { source.url.clone() } else { source.title.clone() };
        match kind(self.purpose.field, slot.label) {
            Some(OfferKind::Source) => {
                words.sources(typed).into_iter().map(of).filter(|text| !text.is_empty()).collect()
            }
            Some(OfferKind::Person) => words.names(typed).into_iter().map(str::to_owned).collect(),
            None => Vec::new(),
        }
    }

    /// Takes the most likely of them: of a source its title and its link, where the other of both is not said yet. False when
    /// nothing is offered.
    pub fn take_offer(&mut self, words: &Offered) -> bool {
        let Some(first) = self.offers(words).into_iter().next() else { return false };
        let Some((slot, typed)) = self.typed() else { return false };
        let is_link = slot.label == "link";
        let says = |source: &&PastSource| if is_link { source.url == first } else { source.title == first };
        let source = (kind(self.purpose.field, slot.label) == Some(OfferKind::Source))
            .then(|| words.sources(typed).into_iter().find(says).cloned())
            .flatten();
        if let Some(source) = source {
            let (label, text) = if is_link { ("title", source.title) } else { ("link", source.url) };
            let other = self.fields.iter_mut().find(|slot| slot.label == label && slot.value().trim().is_empty());
            if let Some(other) = other {
                other.input = FormInput::Text(Editor::new(&text, true));
            }
        }
        if let Some(slot) = self.field_mut() {
            slot.input = FormInput::Text(Editor::new(&first, true));
        }
        true
    }
}
