//! What a file comes to: edits, and what became of each row, annotation, comment and answer.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::review::{Article, ClaimId, Edit, Session, Stamp};

/// Whoever takes something in, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportHand {
    /// The reviewer.
    pub by: Arc<str>,
    /// The moment.
    pub at: Stamp,
    /// Who wrote in the file, where the file does not say; `None`: nobody knows.
    pub writer: Option<String>,
}

/// What became of one row, annotation or comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportOutcome {
    /// Its claim says all of it already, or said it when the file was made.
    Same,
    /// Its claim changes: a line for each change, from what to what; then what was not taken.
    Changed(Vec<String>, Vec<String>),
    /// No claim was there; one is added, with these changes, and what was not taken.
    Added(Vec<String>, Vec<String>),
    /// None of it could be taken in; why.
    Left(String),
}

/// One row, annotation or comment and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which, as its file numbers them: `row 3`, `annotation 2`, `comment 4`.
    pub item: String,
    /// Its claim in the session as it was, be it one whose words stand nowhere; `None` when there is none.
    pub claim: Option<ClaimId>,
    /// What became of it.
    pub outcome: ImportOutcome,
}

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Back {
    /// The edits, to be done in this order.
    pub edits: Vec<Edit>,
    /// What became of each row, annotation or comment, in the file's order.
    pub told: Vec<Told>,
}

impl Back {
    /// How many were taken in, but not all of what they say.
    pub fn in_part(&self) -> usize {
        let some = |told: &&Told| match &told.outcome {
            ImportOutcome::Changed(_, kept) | ImportOutcome::Added(_, kept) => !kept.is_empty(),
            ImportOutcome::Same | ImportOutcome::Left(_) => false,
        };
        self.told.iter().filter(some).count()
    }

    /// How many could not be taken in at all.
    pub fn left_out(&self) -> usize {
        self.told.iter().filter(|told| matches!(told.outcome, ImportOutcome::Left(_))).count()
    }

    /// How many of each sort there are.
    pub fn counts(&self) -> String {
        let (mut changed, mut added, mut same, mut left) = (0, 0, 0, 0);
        for told in &self.told {
            match &told.outcome {
                ImportOutcome::Same => same += 1,
                ImportOutcome::Changed(..) => changed += 1,
                ImportOutcome::Added(..) => added += 1,
                ImportOutcome::Left(_) => left += 1,
            }
        }
        let part = match self.in_part() {
            0 => String::new(),
            part => format!(" ({part} only in part)"),
        };
        format!("{changed} changed, {added} added{part}, {same} as they were, {left} left out")
    }

    /// A line for each that says something, with the lines of what changes below it, and how many there are of each sort; `session` is as
    /// it was.
    pub fn account(&self, session: &Session) -> String {
        let mut text = String::new();
        for told in &self.told {
            let (what, lines, kept): (String, &[String], &[String]) = match &told.outcome {
                ImportOutcome::Same => continue,
                ImportOutcome::Changed(lines, kept) => ("changes".to_owned(), lines, kept),
                ImportOutcome::Added(lines, kept) => ("a new claim".to_owned(), lines, kept),
                ImportOutcome::Left(why) => (format!("left out: {}", why.replace('\n', " ")), &[], &[]),
            };
            let claim = told.claim.as_ref().and_then(|id| session.any_claim(id));
            let claim = claim.map_or_else(|| "–".to_owned(), |claim| format!("claim {}", claim.number));
            let _ = writeln!(text, "{:<14} {claim:<10} {what}", told.item);
            for line in lines {
                let _ = writeln!(text, "{:>28}{}", "", line.replace('\n', " "));
            }
            for line in kept {
                let _ = writeln!(text, "{:>28}not taken: {}", "", line.replace('\n', " "));
            }
        }
        text + &self.counts() + "\n"
    }
}

/// Reads a document of a word processor, or a PDF, as an article is read; else says why not.
pub type DocumentReader = fn(&[u8]) -> Result<Article, String>;

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackError {
    /// None of the formats that are read.
    #[error(
        "it is nothing that can be taken in; give W3C annotations, a Hypothesis export, a table (CSV or XLSX), json or jsonl from \
         factdesk export, a Word document with comments, or answered questions as a document, a mail or a text"
    )]
    Unknown,
    /// A table whose columns nothing names.
    #[error(
        "it is a table without a head: no row of it names columns of ours; put a first row back that names number, id or words and \
         what the others hold, as factdesk export writes them: number, id, status, verdict, words, note, answer, …"
    )]
    Headless,
    /// A format that says nothing to us here, and that a word processor or spreadsheet saves as one that does.
    #[error("it is {0}, which is not taken in; open it and save it without a password as .docx or .xlsx")]
    Elsewhere(&'static str),
    /// Something that goes out and does not come back.
    #[error(
        "it is {0}, which is not read back; send a table, a Word document with comments or the questions, and take in what comes \
         back of that"
    )]
    OneWay(&'static str),
    /// Nothing.
    #[error("there is nothing in it; give what came back of an export")]
    Empty,
    /// Our page, with no question of this session.
    #[error(
        "it is a page of questions, and none of them is a question of this session; factdesk export --to queries writes those that \
         are open"
    )]
    Unasked,
    /// A document that can't be read.
    #[error("it is {0}, and can't be read: {1}")]
    Unreadable(&'static str, String),
    /// A document of a kind whose words are read, with nothing of ours in it.
    #[error(
        "it is {0}, and no question of this session stands in it; a Word document with comments, a table or answered questions can be \
         taken in"
    )]
    Unanswered(&'static str),
    /// One of them, but broken.
    #[error("it is no sound {0}: {1}")]
    Broken(&'static str, String),
    /// It belongs to a text of this title that is no draft of the session.
    #[error("it is of another text of “{0}” than any draft of this session")]
    OtherText(String),
    /// It is a copy of this session.
    #[error(
        "it is a copy of this session, with another draft; bring the two together with factdesk merge SESSION FILE"
    )]
    SessionCopy,
    /// It belongs to another article.
    #[error("it is of another article, “{theirs}”; this session is over “{ours}”")]
    OtherArticle {
        /// Our article's title.
        ours: String,
        /// The title of theirs.
        theirs: String,
    },
}
