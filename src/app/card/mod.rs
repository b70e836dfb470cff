//! The card of a claim as rows of text: how many they are is known without drawing.

mod correction;
mod neighbours;
mod rows;
mod writer;

pub use correction::{Look, Marked, bracketed, in_row, marked};
pub use rows::{Ink, LABEL, Row, frame, furthest};
pub use writer::{Depth, full, rows, title};
