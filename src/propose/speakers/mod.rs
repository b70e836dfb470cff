//! Who asserts each sentence of an article, as the article names them, and what stands in quotation marks.
//!
//! A sentence's tokens are grouped ([`grouping`]): a quotation is one token. Every attributing verb
//!  gets its group, its subject and its stance ([`finder`], [`group`], [`subjects`], [`stance`]), the best of them
//! speaks for the sentence ([`choice`], [`names`]), pronouns are asked of what was named lately ([`memory`]), and quoted
//! sentences without a speaker of their own inherit one ([`heirs`]). Every look around is bounded, so the cost is linear.

mod agents;
mod choice;
mod finder;
mod foreign;
mod frame;
mod group;
mod grouping;
mod heirs;
mod labels;
mod memory;
mod names;
mod phrases;
mod quotes;
mod reader;
mod sentence;
mod stance;
mod subjects;
mod tags;

pub use quotes::{QuotedSpan, quotes};
pub(super) use reader::speakers;
