//! Why a session could not be given in a format.

use super::format::Format;

/// Why a session could not be given in a format. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Published checks need an address.
    #[error(
        "ClaimReview needs the http or https address of the page that publishes the checks: --url on the command line, “published at” in the workbench"
    )]
    NoAddress,
    /// No claim carries a verdict.
    #[error("no claim carries a verdict yet, so there is no check to publish")]
    NoVerdict,
    /// One claim's check was asked for, and it has none.
    #[error("claim {0} has no verdict, or is not there, so it has no check to publish")]
    NoCheck(String),
    /// What changed since a draft was asked for that is not there.
    #[error("there is no draft {0} before the one that stands; factdesk drafts lists them")]
    NoDraft(u32),
    /// What was done since a sign-off was asked for, and there was none.
    #[error(
        "{0} has not signed this session off yet; factdesk sign-off does, and --since takes a day, 2026-11-28, too"
    )]
    NotSignedOff(String),
    /// The questions to somebody were asked for who is asked nothing.
    #[error("nobody called {0} is asked anything in this session; it asks {list}", list = if .1.is_empty() { "nobody" } else { .1 })]
    NotAsked(String, String),
    /// A text is longer than a cell of a workbook; cut, it would come back as an edit.
    #[error(
        "a text of this session is longer than a cell of a workbook holds (32,767 characters); csv has room for it: --to csv"
    )]
    Cell,
    /// The program's own table or archive failed; not the session's fault.
    #[error("the {0} could not be built: {1}")]
    Writer(Format, String),
}
