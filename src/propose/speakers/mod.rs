//! Who asserts each sentence of an article, as the article names them, and what stands in quotation marks.

mod agents;
mod choice;
mod class;
mod finder;
mod first_names;
mod foreign;
mod frame;
mod group;
mod heirs;
mod memory;
mod names;
mod phrases;
mod quotes;
mod reader;
mod sentence;
mod stance;
mod subjects;
mod tokens;
mod verbs;
mod words;

pub use quotes::{Quote, quotes};
pub(super) use reader::speakers;
