//! Texts of sources to the passages that carry or contradict a claim, and to what was really said. Pure: the shell reads the files.

mod compare;
mod excerpt;
mod folder;
mod index;
mod inquiry;
mod material;
mod notes;
mod pages;
mod passages;
mod percent;
mod plain;
mod pointed;
mod quotes;
mod ranking;
mod statements;
mod table;
mod terms;
mod transcript;
mod words;

pub use compare::{Agrees, Compared, Comparison};
pub use excerpt::Excerpt;
pub use folder::{EvidenceFolder, Hit, IndexError};
pub use inquiry::{Inquiry, QuotedPart};
pub use material::{Locator, Material, Piece};
pub use notes::{Citation, CitationKind, citations, is_confidential, is_private, is_withheld};
pub use pages::{Leaf, leaves, pages};
pub use passages::Passage;
pub use plain::plain;
pub use quotes::{AskedQuote, Checked, Mend, Said, Standing, check};
pub use statements::{Leaning, Noted, Statement, Statements, borrowed, statements};
pub use table::{table, workbook};
pub use transcript::{as_said, marked_up, transcript};
