//! Footnotes, endnotes and comments of a DOCX, by their ids.

use std::collections::HashMap;

use crate::intake::lines::tidy;
use crate::intake::xml::{self, Met};

/// What a note says.
#[derive(Debug, Default)]
pub(super) struct DocxNote {
    /// Its words, paragraphs parted by line breaks.
    pub(super) text: String,
    /// Who wrote it.
    pub(super) by: Option<String>,
    /// When.
    pub(super) at: Option<String>,
}

/// All notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    found: HashMap<(&'static str, String), DocxNote>,
}

impl Notes {
    /// The note of this kind with this id.
    pub(super) fn get(&self, element: &'static str, id: &str) -> Option<&DocxNote> {
        self.found.get(&(element, id.to_owned())).filter(|note| !note.text.is_empty())
    }

    /// Reads a part whose notes are elements named `element`; from where it is damaged, nothing.
    pub(super) fn read(&mut self, xml: &str, element: &'static str) {
        let mut open: Option<(String, DocxNote)> = None;
        let mut paragraph = String::new();
        let (mut words, mut gone) = (false, 0_usize);
        let _ = xml::meet(xml, |met| match met {
            Met::Open(start) => match xml::local(&start).as_str() {
                name if name == element => {
                    let by = xml::attribute(&start, "author").filter(|author| !author.is_empty());
                    let at = xml::attribute(&start, "date");
                    open = xml::attribute(&start, "id").map(|id| (id, DocxNote { text: String::new(), by, at }));
                }
                "del" | "moveFrom" => gone += 1,
                "t" => words = gone == 0,
                "tab" | "br" | "cr" => paragraph.push(' '),
                _ => {}
            },
            Met::Words(text) if words => paragraph.push_str(&text),
            Met::Words(_) => {}
            Met::Close(name) => match name.as_str() {
                "t" => words = false,
                "del" | "moveFrom" => gone = gone.saturating_sub(1),
                "p" => {
                    let line = tidy(&paragraph).into_owned();
                    paragraph.clear();
                    if let Some((_, note)) = open.as_mut().filter(|_| !line.is_empty()) {
                        if !note.text.is_empty() {
                            note.text.push('\n');
                        }
                        note.text.push_str(&line);
                    }
                }
                name if name == element => {
                    if let Some((id, note)) = open.take() {
                        self.found.insert((element, id), note);
                    }
                }
                _ => {}
            },
        });
    }
}
