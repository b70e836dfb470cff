//! What a user gets from importing an article: its blocks, its facts, and clear words where nothing can be read.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::intake::{self, Hint, IntakeError, Taken};

mod books;
mod docx;
mod feeds;
mod fields;
mod formulas;
mod hostile;
mod laws;
mod lists;
mod mail;
mod mail_forms;
mod manuscript;
mod markdown;
mod noted;
mod office;
mod page;
mod page_facts;
mod page_lines;
mod page_lost;
mod page_parts;
mod page_styles;
mod pdf;
mod plain;
mod refusals;
mod tables;

/// Reads bytes that came under a name.
fn named(name: &str, bytes: &[u8]) -> Result<Taken, IntakeError> {
    intake::read(bytes, &Hint { name, language: None })
}

fn read(text: &str) -> Taken {
    named("article.txt", text.as_bytes()).unwrap()
}

/// The blocks as `kind: words`.
fn blocks(taken: &Taken) -> Vec<String> {
    let article = &taken.article;
    article.blocks().iter().map(|block| format!("{}: {}", block.kind, article.words(block.span))).collect()
}

/// The tracked changes as `what who: words`.
fn changes(taken: &Taken) -> Vec<String> {
    let changes = taken.article.changes().iter();
    changes.map(|one| format!("{} {}: {}", one.kind, one.by.as_deref().unwrap_or("–"), one.text)).collect()
}

/// The remarks as `words they are about -> what they say`.
fn remarks(taken: &Taken) -> Vec<(String, String)> {
    taken
        .article
        .annotations()
        .iter()
        .map(|remark| (taken.article.words(remark.span).to_owned(), remark.text.clone()))
        .collect()
}
