//! What the parser of a PDF hands over: pages of words with their places.

use serde::{Deserialize, Serialize};

use super::content::TextRun;

/// A PDF's words, page by page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PdfDocument {
    /// The title in the file's facts.
    pub title: Option<String>,
    /// The author in the file's facts.
    pub author: Option<String>,
    /// The program that made it.
    pub producer: Option<String>,
    /// Its pages.
    pub pages: Vec<PdfPage>,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PdfPage {
    /// Its height in points.
    pub height: f32,
    /// Its words in the order of the file.
    pub runs: Vec<TextRun>,
}
