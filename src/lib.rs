//! factdesk: a fact-check workbench for the terminal.
//!
//! The house, top floor first; a room uses only rooms below it (`tests/house.rs` holds that):
//!
//! - `cli`: the commands, one file each
//! - `term`: the shell: terminal, clock, processes, signals
//! - `view`: draws the model; changes nothing
//! - `app`: the model, its actions and what follows from them; pure
//! - [`store`]: session files on disk
//! - [`export`]: a session as reports and exchange formats; pure
//! - [`advice`]: what there is to say about words of an article without being asked to decide; pure
//! - [`intake`]: bytes to an article; pure
//! - [`lint`]: an article to what contradicts itself, the calendar or arithmetic; pure
//! - [`evidence`]: texts of sources to passages for a claim, and to what was really said; pure
//! - [`propose`]: an article to proposed claims; pure
//! - [`review`]: what a fact-check is; pure
//! - [`quantity`]: numbers, dates and units in running text as values; pure
//! - [`text`]: spans, the gate, wrapping, word diff, checksums, parallel work; the lowest floor

pub mod advice;
pub mod app;
pub mod cli;
pub mod evidence;
pub mod export;
pub mod intake;
pub mod lint;
pub mod propose;
pub mod quantity;
pub mod review;
pub mod store;
pub mod term;
pub mod text;
pub mod view;
