//! What the program reads and writes: session files, their schema, exports, the example sessions.

#[path = "../support/mod.rs"]
mod support;

mod against;
mod asked;
mod back;
mod blind;
mod carries;
mod critic;
mod drafts;
mod edited;
mod export;
mod fates;
mod fields;
mod foreign;
mod growth;
mod into;
mod kept;
mod laws;
mod links;
mod listed;
mod needs;
mod parts;
mod picked;
mod pointers;
mod recuts;
mod refilled;
mod returning;
mod rounds;
mod schema;
mod sessions;
mod signed;
mod since;
mod withdrawn;
