//! Texts as such, the lowest floor: spans and code points, the gate that makes text safe to show, wrapping, word diff,
//! checksums, and work over many cores. Knows nothing of a fact-check.

mod around;
mod checksum;
mod critic_markup;
pub mod gate;
mod keyboard_text;
pub mod link;
pub mod mail_head;
mod markdown;
mod needle;
pub mod parallel;
pub mod part_name;
mod plural;
mod points;
mod quoted;
mod sentence_diff;
mod sentence_end;
mod sieve;
mod source_map;
mod span;
pub mod typed;
pub mod word_diff;
pub mod wrap;

pub use around::fit_around;
pub use checksum::{Checksum, Hashing, sha256};
pub use critic_markup::{CriticMark, CriticSort, begins_critic_mark, critic_marks, is_free_of_critic_marks};
pub use keyboard_text::{KeyboardText, SetText};
pub use markdown::{MARKDOWN, escaped};
pub use needle::Needle;
pub use plural::plural;
pub use points::CodePoints;
pub use quoted::{is_quotation, quoted};
pub use sentence_diff::sentence_runs;
pub use sentence_end::{SENTENCE_CLOSERS, is_sentence_end};
pub use sieve::{ShrinkingSieve, Sieve, SievePlace};
pub use source_map::{SourceMap, SourceStretch};
pub use span::Span;
