//! What can be asked of the desk, and what it asks of the shell.

use std::path::PathBuf;
use std::sync::Arc;

use super::at_hand::{Found, Gathered, Seek};
use super::completion::Completion;
use super::editor::Typing;
use super::exporting::{Preview, Sight, Wanted, Writing};
use super::form::Purpose;
use super::homecoming::Homecoming;
use super::key::Key;
use super::keymap::Scope;
use super::layout::Size;
use super::listing::{FoundPlace, Listing};
use super::memory::{Earlier, Recall};
use super::offered::PastWords;
use super::opening::Opening;
use super::picking::Stride;
use super::pointer::Pointer;
use super::settings::Theme;
use crate::advice::Advice;
use crate::export::ExportChoice;
use crate::export::back::Back;
use crate::review::{Article, ClaimId, Draft, Policy, Session, Verdict};

/// A movement through a list or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// The next one.
    Next,
    /// The one before.
    Previous,
    /// Half a page on.
    HalfDown,
    /// Half a page back.
    HalfUp,
    /// A page on.
    PageDown,
    /// A page back.
    PageUp,
    /// The first one.
    First,
    /// The last one.
    Last,
}

impl Motion {
    /// Where it leads from row `at`, over pages of `page` rows, `last` being the last row.
    pub fn over(self, at: usize, page: usize, last: usize) -> usize {
        let to = match self {
            Self::Next => at + 1,
            Self::Previous => at.saturating_sub(1),
            Self::HalfDown => at + page.div_ceil(2),
            Self::HalfUp => at.saturating_sub(page.div_ceil(2)),
            Self::PageDown => at + page,
            Self::PageUp => at.saturating_sub(page),
            Self::First => 0,
            Self::Last => last,
        };
        to.min(last)
    }
}

/// What is asked, by a key or by the shell. Comparable, so that tests can say it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Moves the selection, the sentence cursor or the text in a panel.
    Move(Motion),
    /// A digit of a count, 0 to 9: the next movement is made so many times.
    Digit(u8),
    /// Goes to the beginning of the next paragraph, or of this one and then of the one before.
    Paragraph(bool),
    /// Goes back to where the reviewer was before the last jump.
    Back,
    /// Goes forth again.
    Forth,
    /// Selects the next unchecked claim.
    NextUnchecked,
    /// Selects the unchecked claim before.
    PreviousUnchecked,
    /// Goes to the other pane.
    OtherPane,
    /// Opens the selected claim's full card, or the selected session.
    Open,
    /// Unfolds what is told in one line, or folds it.
    Unfold,
    /// Gives the selected claim a verdict.
    Mark(Verdict),
    /// Takes its verdict back.
    Clear,
    /// Says that there is nothing to check, or that there is after all.
    Dismiss,
    /// Says so of every claim of the paragraph that has no verdict.
    DismissParagraph,
    /// Dismisses the claims of the selected block and makes it page furniture.
    Scrap,
    /// Asks for a character to go to.
    Seek,
    /// Begins to choose several claims, or ends it.
    Range,
    /// Gives the source that was entered last to the selected claim too.
    Again,
    /// Makes a claim of the sentence under the cursor.
    Claim,
    /// Begins to pick words of the article.
    Pick,
    /// Moves the cursor while words are picked.
    Stride(Stride),
    /// Begins to mend the selected claim's span.
    Mend,
    /// Begins to cut the selected claim in two.
    Split,
    /// Joins the selected claim with the next.
    Join,
    /// Turns the selected block into page furniture, or back into text.
    Furniture,
    /// Asks whether to open the link of a source.
    OpenLink,
    /// Copies the selected claim's words.
    Copy,
    /// Opens the panel whose keys count in this scope.
    Panel(Scope),
    /// Opens a form over the selected claim.
    Form(Purpose),
    /// Goes to the next field of a form.
    NextField,
    /// Goes to the field before.
    PreviousField,
    /// Adds one to a list.
    Add,
    /// Asks for a source that was entered for another claim.
    Reuse,
    /// Moves one up in its list.
    Raise,
    /// Moves one down in its list.
    Lower,
    /// Takes the last edit back.
    Undo,
    /// Does it again.
    Redo,
    /// Varies what is to be exported.
    Vary(ExportChoice),
    /// Asks for words to search.
    Search,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the match before.
    PreviousMatch,
    /// Tries again to get a session that may only be read for writing.
    Unlock,
    /// Keeps ours of two copies.
    Ours,
    /// Takes theirs.
    Theirs,
    /// Signs the session off as it stands.
    SignOff,
    /// Signs it off although claims are not settled.
    SignOffOpen,
    /// Asks who has written what names nobody in a file that came back.
    Writer,
    /// Makes a blind copy of the session for a second reader.
    BlindCopy,
    /// Save a copy of the session under another name.
    SaveCopy,
    /// Leaves: panel, desk, program.
    Leave,
    /// Leaves the program at once, saved.
    Quit,
    /// Asks for the file of the article's next draft.
    NextDraft,
    /// Asks for a file that others have worked on.
    TakeIn,
    /// Asks for a file to start from.
    StartFrom,
    /// Lists the sessions in another order.
    Sort,
    /// Asks for a session's new name.
    Rename,
    /// Asks whether to delete a session.
    Delete,
    /// Makes a file of evidence or a note of the writer's confidential, or takes that back.
    Withhold,
    /// Takes the copies of a session in that lie beside it.
    Gather,
    /// Completes the path that is typed.
    Complete,
    /// Accepts what a panel holds.
    Accept,
    /// Accepts it for all claims that it can be meant for.
    AcceptForAll,
    /// Puts a panel away.
    Cancel,
    /// Answers a question with yes.
    Yes,
    /// Chooses the filter of this name.
    Choose(&'static str),
    /// Changes the text under entry.
    Type(Typing),
    /// Moves the divider to the left or right, by so many steps; back to where it usually stands for 0.
    Divide(i8),
    /// The mouse did something.
    Point(Pointer),
    /// Text arrived in one go.
    Paste(String),
    /// The terminal has the reviewer's eyes again.
    Focus,
    /// Gives the terminal back for a while.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Other colours for this run.
    Theme(Theme),
    /// A key that means nothing here.
    Unbound(Key),
    /// A key that marks was held down: only its first press counted.
    Held(Key),
    /// Such a key was held down, and its first repeat has counted too: what that did is taken back.
    HeldOn(Key),
    /// The screen has another size.
    Resize(Size),
    /// Something the shell was asked for has come to an end.
    Came(Outcome),
}

/// What the shell is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save the session as it is now; the generation comes back with the outcome.
    Save(u64),
    /// List the saved sessions.
    List,
    /// Open the session at this path.
    OpenSession(PathBuf),
    /// Open the session at this path, bringing the two sides together that git's conflict marks part in it.
    OpenMarked(PathBuf),
    /// Open the session at this path, at this claim.
    OpenAt(PathBuf, ClaimId),
    /// Look which sessions hold these words.
    SearchAll(String),
    /// Look what this path, as it is typed, may go on with.
    Complete(String),
    /// Look for earlier claims like this one.
    Recall(Arc<Recall>),
    /// Gather what sessions but the one called so wrote down: sources and people.
    WrittenDown(String),
    /// Open the article or session file at this path.
    OpenFile(PathBuf),
    /// Read the article at this path as the next draft of the session on the desk; bring it in whatever it is when true.
    ReadDraft(PathBuf, bool),
    /// Read what others have written there, and tell what it comes to. What names nobody is by this person, where one is named, else by
    /// the reviewer.
    ReadBack(Homecoming, Option<String>),
    /// Begin a new session of the article at this path, whatever sessions there are.
    OpenAnew(PathBuf),
    /// The merged session of this line has taken the place of ours.
    Adopt(u64),
    /// Look whether the session's file has changed under us; where none is open, which sessions there are.
    Look,
    /// Open the session anew for writing, if nobody else holds it any more.
    Unlock,
    /// Give the terminal back until the reviewer returns.
    Suspend,
    /// Draw the next frame whole.
    Redraw,
    /// Close the open session: save its place, let go of it.
    Close,
    /// Give the session at this path another name.
    Rename(PathBuf, String),
    /// Move the session at this path to the trash.
    Trash(PathBuf),
    /// Take these copies of the session at this path in, and move them to the trash.
    Gather(PathBuf, Vec<PathBuf>),
    /// Make a blind copy of the session at this path beside it; of the one on the desk without a path.
    BlindCopy(Option<PathBuf>),
    /// Write a copy of the session on the desk, as it stands there, to this file; nothing is written over.
    SaveCopy(PathBuf),
    /// Show this link, http or https, in the reviewer's browser.
    OpenLink(String),
    /// Open the file of evidence at this path, as the session writes it, in its own program.
    ShowFile(String),
    /// Put this text on the terminal's clipboard.
    Copy(String),
    /// Look for passages in the evidence.
    Seek(Box<Seek>),
    /// Make the preview of an export.
    Preview(Box<Sight>),
    /// Propose a file for an export.
    Propose(Box<Wanted>),
    /// Write an export to a file.
    Write(Box<Writing>),
    /// Stop opening what is being opened.
    Abandon,
    /// Look for what contradicts itself in this article.
    Advise(Box<Article>),
    /// End the program.
    Exit,
}

/// Whether what is on the screen is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Saving {
    /// It is.
    #[default]
    Saved,
    /// It is being written.
    Under,
    /// It is not, for this reason.
    Failed(String),
    /// It will not be, for this reason.
    ReadOnly(String),
    /// Its claims are still read from there; nothing can be changed yet.
    Opening,
}

/// A session handed over by the shell.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The session.
    pub session: Session,
    /// The name it is saved under.
    pub name: String,
    /// Why it can't be changed, if it can't.
    pub read_only: Option<String>,
    /// What the reviewer should know about the opening.
    pub notices: Vec<String>,
    /// Text that was typed and not kept when the session was last left.
    pub drafts: Vec<Draft>,
    /// What the file beside it asks of a claim; none when there is no such file.
    pub policy: Option<Policy>,
}

/// What came of an effect. Late ones name what they were for.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The saved sessions as they were when last looked at; they are looked at again.
    Remembered(Vec<Listing>),
    /// The saved sessions.
    Listed(Vec<Listing>),
    /// Where these words are in the sessions that hold them all, one place each, the best session first.
    Searched(String, Vec<FoundPlace>),
    /// What a typed path may go on with.
    Completed(Completion),
    /// Earlier claims like the one that was asked about.
    Recalled(Box<Recall>, Vec<Earlier>),
    /// What sessions but the one called so wrote down.
    WrittenDown(String, Box<PastWords>),
    /// What is opened is on its way, so far.
    Opening(Opening),
    /// The article of a session whose claims are still read.
    Ahead(Box<Article>),
    /// The session at this path can't be opened as it is: git left conflict marks in it.
    Marked(PathBuf),
    /// A session was opened.
    Opened(Box<Opened>),
    /// The session on the desk may be written from now on; this is how it stands now.
    Unlocked(Box<Opened>),
    /// Everything up to this generation is on the disk.
    Saved(u64),
    /// This generation could not be saved, for this reason.
    SaveFailed(u64, String),
    /// Another copy of the session was merged in, as of this generation of ours; the line is what adopting it takes.
    Merged {
        /// The merged session, already on the disk.
        session: Box<Session>,
        /// The last generation of ours that it holds.
        generation: u64,
        /// What [`Effect::Adopt`] hands back.
        line: u64,
        /// What the reviewer should know.
        notice: String,
    },
    /// The evidence is read so far.
    Gathered(Box<Gathered>),
    /// What was found in the evidence.
    Found(Box<Found>),
    /// The article that may be the next draft, and whether it is brought in whatever it is.
    Draft(Box<Article>, bool),
    /// What the file at this path comes to; nothing is done yet.
    CameBack(Homecoming, Option<String>, Box<Back>),
    /// The article at this path may be the next draft of one of these sessions.
    Meant(PathBuf, Vec<Listing>),
    /// The file at this path, which the article came from, holds a draft that the session did not know; its SHA-256.
    Newer(String, String),
    /// A preview, or why there is none.
    Previewed(Box<Sight>, Result<Arc<Preview>, String>),
    /// A file for an export.
    Proposed(PathBuf),
    /// The file that an export was to be written to is there already.
    Taken(Box<Writing>),
    /// An export was written; what the status line says about it.
    Written(Box<Wanted>, String),
    /// What there is to say about this article.
    Advised(Box<Article>, Arc<[Advice]>),
    /// Something was done; what the status line says about it.
    Done(String),
    /// Something could not be done; why, and the way out.
    Refused(String),
}
