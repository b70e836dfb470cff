//! Who asserts each sentence of an article, as the article names them, and what stands in quotation marks.

mod choice;
mod class;
mod first_names;
mod frames;
mod memory;
mod names;
mod phrases;
mod quotes;
mod reader;
mod sentence;
mod tokens;
mod verbs;
mod words;

pub use quotes::{Quote, quotes};
pub(super) use reader::speakers;
