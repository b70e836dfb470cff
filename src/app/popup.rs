//! What lies over the desk: help, card, note, questions.

use std::path::PathBuf;

use super::editor::Editor;
use super::exporting::{Exporting, Writing};
use super::finder::Finder;
use super::form::Form;
use super::menu::Menu;
use super::opening::Opening;
use super::palette::Palette;
use crate::review::ClaimId;

/// What a line of text is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Words to find in the article.
    Search,
    /// Words that a session must hold.
    Sessions,
    /// A file to start from.
    File,
    /// A session's new name.
    Name(PathBuf),
    /// The file an export is written to.
    Target,
    /// The page that publishes the checks.
    Address,
    /// The organisation that publishes them.
    Publisher,
}

impl Ask {
    /// What stands before the line.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Search => "find",
            Self::Sessions => "sessions with",
            Self::File => "open file",
            Self::Name(_) => "new name",
            Self::Target => "write to",
            Self::Address => "published at",
            Self::Publisher => "published by",
        }
    }
}

/// A question with yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Delete the session at this path, with this title?
    Delete(PathBuf, String),
    /// Open this link?
    Link(String),
    /// Replace the file that is there?
    Replace(Box<Writing>),
    /// Drop the text that was typed?
    Drop,
    /// Go on with the text that was typed and not kept, at this place of those laid by?
    Draft(usize),
    /// Leave although the last changes are not saved? Quit the program when true.
    Unsaved(bool),
}

/// Something over the desk. The last one has the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Popup {
    /// The keys, from this line on.
    Help(usize),
    /// The selected claim's full card, from this line on.
    Card(usize),
    /// The choice of filters.
    Filter(Box<Menu>),
    /// Finding one of many by a few letters.
    Finder(Box<Finder>),
    /// The note of a claim.
    Note(ClaimId, Editor),
    /// A form over a claim.
    Form(Box<Form>),
    /// The sources of a claim, with the selected row.
    Sources(ClaimId, usize),
    /// The export picker.
    Export(Box<Exporting>),
    /// The command palette.
    Palette(Palette),
    /// A line of text.
    Prompt(Ask, Editor),
    /// The first conflict of a claim with another copy of the session.
    Conflict(ClaimId),
    /// A question.
    Question(Question),
    /// How far an opening is.
    Opening(Opening),
}
