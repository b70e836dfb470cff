//! What a user gets from importing an article: its blocks, its facts, and clear words where nothing can be read.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use factdesk::intake::{self, Hint, IntakeError, Taken};

mod docx;
mod laws;
mod markdown;
mod page;
mod plain;
mod refusals;

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

/// The remarks as `words they are about -> what they say`.
fn remarks(taken: &Taken) -> Vec<(String, String)> {
    taken
        .article
        .annotations()
        .iter()
        .map(|remark| (taken.article.words(remark.span).to_owned(), remark.text.clone()))
        .collect()
}
