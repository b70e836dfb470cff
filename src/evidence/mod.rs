//! Texts of sources to the passages that carry or contradict a claim, and to what was really said. Pure: the shell reads the files.

mod material;
mod plain;
mod quotes;
mod transcript;
mod words;

pub use material::{Locator, Material, Piece};
pub use plain::plain;
pub use quotes::{Checked, Mend, Said, Standing, check};
pub use transcript::transcript;
