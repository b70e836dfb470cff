//! The card of a claim as rows of text: how many they are is known without drawing.

mod correction;
mod evidence;
mod fate;
mod neighbours;
mod rows;
mod seen;
mod stand;
mod writer;

pub use correction::{CorrectionLook, Marked, bracketed, in_row, marked};
pub use rows::{CardRow, Ink, LABEL};
pub use stand::{CardStand, settle, stand};
pub use writer::{Depth, rows, title};
