//! The formats that are read: one table for whoever asks.

use serde::Serialize;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct InputFormat {
    /// What it is called.
    pub name: &'static str,
    /// How its files usually end; the content decides, not the name.
    pub endings: &'static str,
    /// What comes along beside the text and its blocks.
    pub carries: &'static str,
}

/// The formats that are read.
pub const FORMATS: [InputFormat; 20] = [
    InputFormat { name: "plain text", endings: ".txt", carries: "byline, notes in brackets, and in a list at the end" },
    InputFormat {
        name: "Markdown",
        endings: ".md",
        carries: "front matter, footnotes, notes in brackets, links, changes and remarks of CriticMarkup",
    },
    InputFormat { name: "web page", endings: ".html", carries: "title, byline, date, language, link, footnotes" },
    InputFormat {
        name: "saved page (MHTML)",
        endings: ".mhtml .mht",
        carries: "what a web page carries, where it was saved from",
    },
    InputFormat {
        name: "SingleFile, monolith",
        endings: ".html",
        carries: "what a web page carries, where and when it was saved",
    },
    InputFormat {
        name: "web archive",
        endings: ".webarchive",
        carries: "what a web page carries, where it was saved from",
    },
    InputFormat {
        name: "DOCX",
        endings: ".docx",
        carries: "byline, language, footnotes, comments, notes in brackets, links, tracked changes",
    },
    InputFormat { name: "Word XML", endings: ".xml", carries: "what a DOCX carries" },
    InputFormat {
        name: "OpenDocument",
        endings: ".odt .fodt",
        carries: "byline, language, footnotes, comments, notes in brackets, links, tracked changes",
    },
    InputFormat {
        name: "RTF",
        endings: ".rtf",
        carries: "byline, footnotes, comments, notes in brackets, links, tracked changes",
    },
    InputFormat {
        name: "PDF",
        endings: ".pdf",
        carries: "byline, footnotes, notes in brackets; running heads are told apart",
    },
    InputFormat {
        name: "EPUB",
        endings: ".epub",
        carries: "title, byline, date, language, footnotes, links; book.epub#3 is its third chapter",
    },
    InputFormat {
        name: "mail",
        endings: ".eml",
        carries: "subject, sender, date, notes, what is handed on, a draft that hangs on it; history is told apart",
    },
    InputFormat { name: "Google Docs export", endings: ".docx .zip .html .md .txt", carries: "footnotes, comments" },
    InputFormat { name: "NITF", endings: ".xml", carries: "byline, date, language, link, embargo, dateline" },
    InputFormat {
        name: "NewsML 1, NewsML-G2",
        endings: ".xml",
        carries: "byline, date, language, slug, embargo, note to desks",
    },
    InputFormat { name: "ninjs", endings: ".json", carries: "byline, date, language, link, slug, note to desks" },
    InputFormat { name: "IPTC 7901, ANPA 1312", endings: ".txt", carries: "slug, headline, byline" },
    InputFormat {
        name: "WordPress export, post, blocks",
        endings: ".xml .json .html",
        carries: "byline, date, link, footnotes",
    },
    InputFormat { name: "ANS, schema.org article", endings: ".json", carries: "byline, date, language, link" },
];
