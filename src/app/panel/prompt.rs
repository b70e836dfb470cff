//! A line of text that something is asked for: its words, its keys.

use std::path::PathBuf;

use super::answer::{Answer, Answers, Around};
use crate::app::action::{Action, Effect};
use crate::app::completion::Completion;
use crate::app::desk::Desk;
use crate::app::dropped_path::dropped_path;
use crate::app::editor::{Editor, Typing};
use crate::app::exporting::Typed;
use crate::app::homecoming::Homecoming;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::picking::Stride;

/// What a line of text is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Words to find in the article.
    Search,
    /// Words to find in the evidence.
    Evidence,
    /// Words that a session must hold.
    Sessions,
    /// Words that a row of the help must hold.
    Help,
    /// A character to go to while words are picked.
    Character,
    /// A file to start from.
    File,
    /// The file of the article's next draft.
    Draft,
    /// A file that others have worked on, or the text of a mail.
    Back,
    /// Who has written what names nobody in the file that came back.
    Writer(Homecoming),
    /// A session's new name.
    Name(PathBuf),
    /// The file that a copy of the session is written to.
    Copy,
    /// The file an export is written to.
    Target,
    /// The page that publishes the checks.
    Address,
    /// The organisation that publishes them.
    Publisher,
    /// Since when a report tells what changed.
    Since,
    /// A format to export to.
    Format,
}

/// The line while it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What it is asked for.
    pub ask: Ask,
    /// What stands on it.
    pub editor: Editor,
    /// What a path may go on with, when it was asked for and nothing was typed since.
    pub choices: Vec<String>,
    /// The choice that stands on the line, counted from 0.
    pub chosen: Option<usize>,
}

/// Where its keys count.
pub const SCOPE: Scope = Scope::Panel(&Place {
    setting: "prompt",
    name: "A line of text",
    beyond: &[Scope::Entry],
    types: true,
    on_desk: false,
});

impl Ask {
    /// What stands before the line.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Search => "find",
            Self::Evidence => "find in the evidence",
            Self::Sessions => "sessions with",
            Self::Help => "help about",
            Self::Character => "to the character",
            Self::File => "open file",
            Self::Draft => "next draft",
            Self::Back => "take in file, or paste a mail",
            Self::Writer(_) => "what names nobody is by",
            Self::Name(_) => "new name",
            Self::Copy => "save a copy as",
            Self::Target => "write to",
            Self::Address => "published at",
            Self::Publisher => "published by",
            Self::Since => "since draft (2), day (2026-11-28) or last",
            Self::Format => "format",
        }
    }
}

impl Ask {
    /// What follows from the line that was typed; nothing from an empty one that asks for a file or a name.
    fn typed<P>(self, text: String) -> Option<Answer<P>> {
        match self {
            Self::Search => Some(Answer::Find(text)),
            Self::Sessions | Self::Help | Self::Character => None,
            Self::Evidence => Some(Answer::Seek(text)),
            Self::File | Self::Draft | Self::Back | Self::Name(_) | Self::Copy | Self::Target | Self::Format
                if text.is_empty() =>
            {
                None
            }
            // The keyboard is the reviewer's, and no file.
            Self::File | Self::Draft | Self::Back if text == "-" => {
                Some(Answer::Alarm("- is the input of a pipe; give a file".to_owned()))
            }
            Self::File => Some(Answer::Effect(Effect::OpenFile(dropped_path(&text).into()))),
            Self::Draft => Some(Answer::Effect(Effect::ReadDraft(dropped_path(&text).into(), false))),
            Self::Back => Some(Answer::Effect(Effect::ReadBack(Homecoming::File(dropped_path(&text).into()), None))),
            Self::Writer(path) => {
                let writer = Some(text).filter(|name| !name.trim().is_empty());
                Some(Answer::Effect(Effect::ReadBack(path, writer)))
            }
            Self::Name(path) => Some(Answer::Effect(Effect::Rename(path, text))),
            Self::Copy => Some(Answer::Effect(Effect::SaveCopy(text.into()))),
            Self::Target => Some(Answer::Export(Typed::Target(text.into()))),
            Self::Address => Some(Answer::Export(Typed::Address(text))),
            Self::Publisher => Some(Answer::Export(Typed::Publisher(text))),
            Self::Since => Some(Answer::Export(Typed::Since(text))),
            Self::Format => Some(Answer::Export(Typed::Format(text))),
        }
    }
}

impl Prompt {
    /// A line for `ask`, holding `text`, which is selected: what is typed takes its place, and a key that moves the cursor keeps it.
    pub fn new(ask: Ask, text: &str) -> Self {
        let mut editor = Editor::new(text, true);
        editor.act(&Typing::SelectAll, 0);
        Self { ask, editor, choices: Vec::new(), chosen: None }
    }

    /// Takes in what the path on it may go on with, unless something else was typed meanwhile.
    pub fn completed(&mut self, completion: Completion) {
        if self.completes() && self.editor.text() == completion.typed {
            let several = completion.choices.len() > 1;
            self.put(&completion.text);
            self.choices = if several { completion.choices } else { Vec::new() };
        }
    }

    /// What follows from the key that completes: the next choice where some are shown, else the shell looks.
    fn complete<P>(&mut self) -> Vec<Answer<P>> {
        let next = self.chosen.map_or(0, |at| at + 1).checked_rem(self.choices.len());
        let Some(choice) = next.and_then(|at| self.choices.get(at)).cloned() else {
            let asks = self.completes().then(|| Effect::Complete(self.editor.text().to_owned()));
            return asks.map(Answer::Effect).into_iter().collect();
        };
        self.put(&choice);
        self.chosen = next;
        Vec::new()
    }

    fn put(&mut self, text: &str) {
        self.editor = Editor::new(text, true);
    }

    /// True where a path is typed.
    const fn completes(&self) -> bool {
        matches!(self.ask, Ask::File | Ask::Draft | Ask::Back | Ask::Copy | Ask::Target)
    }

    /// What is listed narrows while one types.
    fn live<P>(&self) -> Vec<Answer<P>> {
        if self.narrows() { vec![Answer::Query(self.editor.text().to_owned())] } else { Vec::new() }
    }
}

impl Prompt {
    /// True where what lies under it narrows while one types.
    fn narrows(&self) -> bool {
        matches!(self.ask, Ask::Sessions | Ask::Help)
    }
}

impl<P> Answers<P> for Prompt {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(SCOPE, "enter ctrl-s", Action::Accept, "go", "Takes the line."),
        row(SCOPE, "tab", Action::Complete, "complete", "Completes a path; again, goes through what it may be."),
        row(SCOPE, "esc", Action::Cancel, "cancel", "Closes the line."),
    ];

    fn is_idle(&self, action: &Action, _desk: Option<&Desk>) -> bool {
        *action == Action::Complete && !self.completes()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let width = usize::from(around.size.width);
        match action {
            Action::Type(Typing::Insert(text)) if self.ask == Ask::Character => {
                let goes = text.chars().next().map(|c| Answer::Below(Action::Stride(Stride::To(c))));
                return [Answer::Close].into_iter().chain(goes).collect();
            }
            Action::Complete => return self.complete(),
            Action::Type(typing) => self.editor.act(&typing, width),
            // A mail has lines, and no path has.
            Action::Paste(text) if self.ask == Ask::Back && text.trim().contains('\n') => {
                return vec![Answer::Close, Answer::Effect(Effect::ReadBack(Homecoming::Pasted(text), None))];
            }
            Action::Paste(text) => self.editor.act(&Typing::Insert(text), width),
            Action::Accept => {
                let text = self.editor.text().trim().to_owned();
                return [Answer::Close].into_iter().chain(self.ask.clone().typed(text)).collect();
            }
            Action::Cancel if self.narrows() => return vec![Answer::Close, Answer::Query(String::new())],
            Action::Cancel => return vec![Answer::Close],
            _ => return Vec::new(),
        }
        (self.choices, self.chosen) = (Vec::new(), None);
        self.live()
    }
}
