//! The way back in: annotations, tables, comments and answers that others have worked on, as edits of a session. Pure.
//!
//! Each reader turns its bytes into items: words with a place, and what is said about them. [`Back`] tells which claim each belongs to
//! and which edits it comes to, so that every format is placed and told about in the same way. What comes in is another reader's:
//! it is put beside what the session says, never in its place, and nothing is taken away. What a file says that the session
//! said when the file was made says nothing.

mod alike;
mod annotations;
mod answering;
mod answers;
mod asked;
mod asked_lines;
mod askers;
mod bodies;
mod cells;
mod cited;
mod days;
mod document;
mod docx;
mod earlier;
mod echo;
mod echo_label;
mod echo_lines;
mod finder;
mod gathered;
mod history;
mod hypothesis;
mod item;
mod json;
mod letter;
mod line;
mod mail;
mod meant;
mod meet;
mod parts;
mod place;
mod reader;
mod record;
mod reworded;
mod rows;
mod signature;
mod signed;
mod states;
mod strange;
mod table;
mod things;
mod third;
mod told;
mod typed;
mod verdicts;
mod voice;
mod working;

use std::collections::HashSet;

pub(super) use parts::{Node, walk};
pub use told::{Back, BackError, DocumentReader, ImportHand, ImportOutcome, Told};

use super::as_of::KnownHistory;
use crate::review::Session;
use askers::Askers;
use item::ImportItem;
use reader::HomeReader;
use working::Working;

/// Reads `bytes` and says what they come to for `session`, which is left as it is; `documents` reads those that are neither tables
/// nor Word's.
///
/// # Errors
/// When they are in no format that is read, or broken, or of another article.
pub fn read(bytes: &[u8], session: &Session, hand: &ImportHand, documents: DocumentReader) -> Result<Back, BackError> {
    let askers = Askers::of(session, hand);
    let items = HomeReader { session, askers: &askers, documents }.items(bytes)?;
    let known = known(&items, session);
    Ok(Working::taken(session, hand, &known, items))
}

/// How much of the session's history a file knows: what it says itself, if it says one thing, or else all up to the latest stamp of the
/// session's that stands in it.
fn known(items: &[ImportItem], session: &Session) -> KnownHistory {
    let said: HashSet<&str> = items.iter().filter_map(ImportItem::as_of).collect();
    let known: Vec<KnownHistory> = said.into_iter().filter_map(|said| KnownHistory::read(said, session)).collect();
    match known.as_slice() {
        [] => {}
        [one] => return one.clone(),
        // Several files that were put together.
        many => {
            let until = many.iter().map(|one| one.until(session)).min();
            return KnownHistory::Until(until.unwrap_or_default().to_owned());
        }
    }
    let marks = session.claims().iter().flat_map(crate::review::Claim::readings).map(|reading| reading.at.to_string());
    let ours: HashSet<String> = marks.chain(session.history().iter().map(|entry| entry.at.to_string())).collect();
    let told = items.iter().flat_map(ImportItem::stamps);
    KnownHistory::Until(told.filter(|at| ours.contains(*at)).max().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests;
