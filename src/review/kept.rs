//! What is kept with a claim whose words stand nowhere: its note, sources and questions.

use super::{Claim, Query, Source};
use crate::text::quoted;

impl Claim {
    /// Its note, sources and questions, a line each: `asked of the author, open: “Which year?”`.
    pub fn kept(&self) -> impl Iterator<Item = String> {
        let note = Some(self.record.note.trim()).filter(|note| !note.is_empty());
        let notes = note.map(|note| format!("note: {}", quoted(note)));
        notes.into_iter().chain(self.record.sources.iter().map(source)).chain(self.record.queries.iter().map(query))
    }
}

fn source(source: &Source) -> String {
    let parts = [source.name(), source.locator.as_str()];
    let place = parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ");
    let quote = Some(source.quote.trim()).filter(|quote| !quote.is_empty());
    let stance = source.stance.iter().map(|stance| format!(" ({stance})"));
    let quote = quote.map(|words| format!(": {}", quoted(words)));
    std::iter::once(format!("source: {place}")).chain(stance).chain(quote).collect()
}

fn query(query: &Query) -> String {
    let of = Some(query.to.trim()).filter(|to| !to.is_empty());
    let of = of.map(|to| format!(" of {to}")).unwrap_or_default();
    let answer = Some(query.answer.trim()).filter(|answer| !answer.is_empty());
    let answer = answer.map(|words| format!(" – {}", quoted(words))).unwrap_or_default();
    format!("asked{of}, {}: {}{answer}", query.state(), quoted(query.question.trim()))
}
