//! An export on its way: what is wanted, what may be varied, where it is written, what it will look like.

use std::path::PathBuf;

pub use crate::export::ExportChoice;
use crate::export::{Format, Options, SinceWhen};
use crate::review::Span;
use crate::text::wrap;

/// What a session is to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The format.
    pub format: Format,
    /// What it may vary.
    pub options: Options,
    /// The writer's own document, to put comments and changes into; `None`: a document of its own.
    pub into: Option<PathBuf>,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What it will hold.
    pub wanted: Wanted,
    /// Where.
    pub path: PathBuf,
    /// True when a file that is there may be replaced.
    pub over: bool,
}

/// A line that was typed for the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The file to write to.
    Target(PathBuf),
    /// The address of the page that publishes the checks.
    Address(String),
    /// The name of the organisation that publishes them.
    Publisher(String),
    /// Since when it is told what changed.
    Since(String),
    /// Some letters of a format's name, here or on the command line.
    Format(String),
}

/// What a preview is asked for: what is wanted, cut into rows of so many columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// What is wanted.
    pub wanted: Wanted,
    /// Columns.
    pub width: u16,
}

/// The text of an export, cut into rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    text: String,
    rows: Vec<Span>,
}

impl Preview {
    /// `text` cut into rows of `width` columns. The cost follows the text's length: not for the thread that draws.
    pub fn new(text: String, width: u16) -> Self {
        let mut rows = wrap::rows(&text, usize::from(width));
        // A drawn line below a title is as wide as there is room, and goes over no second row.
        rows.retain(|row| {
            let begins = text.get(..row.start).is_none_or(|head| head.is_empty() || head.ends_with('\n'));
            let drawn = row.of(&text).trim_end();
            begins || drawn.is_empty() || !drawn.chars().all(|c| matches!(c, '═' | '─'))
        });
        Self { text, rows }
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// True when there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The rows from `top` on, as they stand in the file: not made safe for a screen.
    pub fn from(&self, top: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().skip(top).map(|row| row.of(&self.text).trim_end_matches('\n'))
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Self { format: Format::Html, options: Options::default(), into: None }
    }
}

/// Since when it is told what changed, in words; since the draft before where nothing else was asked for.
pub fn since(when: Option<&SinceWhen>, before: Option<u32>) -> String {
    match when {
        None => before.map_or_else(|| "nothing: first draft".to_owned(), |draft| format!("draft {draft}")),
        Some(SinceWhen::Draft(draft)) => format!("draft {draft}"),
        Some(SinceWhen::From(moment)) => moment.clone(),
        Some(SinceWhen::SignedOff(by)) => format!("{by} signed off"),
    }
}

#[cfg(test)]
mod tests {
    use super::Preview;

    #[test]
    fn a_drawn_line_takes_one_row_however_narrow_the_preview_is() {
        let preview =
            Preview::new("A long title of many words\n══════════════════════════\n\nIts text\n".to_owned(), 12);
        let rows: Vec<&str> = preview.from(0).collect();
        assert_eq!(rows.iter().filter(|row| row.contains('═')).count(), 1, "{rows:?}");
        assert!(rows.contains(&"Its text"), "{rows:?}");
    }
}
