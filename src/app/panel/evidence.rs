//! What the evidence says about a claim, or where words that were typed stand in it: the writer's notes, the quotes, the passages.

use std::sync::Arc;

use super::answer::{Answer, Answers, Around, Keep, Rows};
use super::help;
use super::prompt::{Ask, Prompt};
use super::question::Question;
use super::reading::EvidenceReader;
use crate::app::action::{Action, Effect, Motion};
use crate::app::at_hand::{Found, Seek};
use crate::app::desk::Desk;
use crate::app::frame::Listed;
use crate::app::keymap::{Binding, Place, Scope, row};
use crate::app::taking;
use crate::review::field::SOURCES;
use crate::review::{Change, ClaimId, Edit, Evidence, FileAccess, Source};

/// Where its keys count.
pub const SCOPE: Scope =
    Scope::Panel(&Place { setting: "evidence", name: "Evidence", beyond: &[], types: false, on_desk: true });

/// One thing in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exhibit {
    /// The note of the writer at this place.
    Note(usize),
    /// The quote at this place.
    Quote(usize),
    /// The passage at this place.
    Passage(usize),
}

/// What the evidence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passages {
    /// The claim; none over words that were typed while none was selected.
    pub claim: Option<ClaimId>,
    /// The words that were typed, where it is about those.
    pub typed: Option<String>,
    /// The selected row.
    pub at: usize,
}

impl Passages {
    /// What was found, as far as it is there.
    pub fn found<'a>(&self, desk: &'a Desk) -> Option<&'a Arc<Found>> {
        match (&self.typed, &self.claim) {
            (Some(words), _) => desk.at_hand.found(&Seek::typed(words)),
            (None, Some(claim)) => desk.at_hand.of_claim(claim),
            (None, None) => None,
        }
    }

    /// The rows of its list: notes, quotes, passages.
    pub fn exhibits(found: &Found) -> Vec<Exhibit> {
        let notes = (0..found.cited.len()).map(Exhibit::Note);
        let quotes = (0..found.quotes.len()).map(Exhibit::Quote);
        notes.chain(quotes).chain((0..found.excerpts.len()).map(Exhibit::Passage)).collect()
    }

    /// What is selected, with what was found.
    fn selected<'a>(&self, desk: &'a Desk) -> Option<(&'a Arc<Found>, Exhibit)> {
        let found = self.found(desk)?;
        Some((found, Self::exhibits(found).get(self.at).copied()?))
    }

    /// Takes what is selected as a source of the claim.
    fn taken<P>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return Vec::new() };
        if desk.is_read_only() {
            return vec![Answer::Alarm(around.keymap.read_only())];
        }
        let Some(claim) = &self.claim else {
            return vec![Answer::Say("no claim is selected that could have it as a source".to_owned())];
        };
        let Some((found, exhibit)) = self.selected(desk) else { return Vec::new() };
        let day = around.now.day();
        let taken = match exhibit {
            Exhibit::Note(at) => found.cited.get(at).map(|cited| taking::of_note(desk, cited)),
            Exhibit::Passage(at) => found.excerpts.get(at).map(|excerpt| {
                let words = desk.session.any_claim(claim).map(|claim| desk.session.words_of(claim)).unwrap_or_default();
                taking::of_passage((desk, words), found, excerpt, day)
            }),
            Exhibit::Quote(_) => None,
        };
        match taken {
            Some(taken) => kept(around, desk, claim, taken),
            None => vec![Answer::Say("a quote is held against what was said; take the passage that has it".to_owned())],
        }
    }

    /// The file's text at the place of what is selected.
    fn opened<P: From<EvidenceReader>>(&self, around: &Around<'_>) -> Vec<Answer<P>> {
        let Some((found, exhibit)) = around.desk.and_then(|desk| self.selected(desk)) else { return Vec::new() };
        let reading = match exhibit {
            Exhibit::Passage(at) => found
                .excerpts
                .get(at)
                .map(|excerpt| EvidenceReader::of(&excerpt.material, excerpt.span, &excerpt.marks, around.size)),
            Exhibit::Quote(at) => found.quotes.get(at).and_then(|held| {
                Some(EvidenceReader::of(held.material.as_ref()?, held.checked.said?.span, &[], around.size))
            }),
            Exhibit::Note(_) => None,
        };
        vec![reading.map_or_else(
            || Answer::Say("nothing to open here: passages and quotes that were found have a place".to_owned()),
            |reading| Answer::Open(reading.into()),
        )]
    }
}

impl Passages {
    /// The question whether to open the file of what is selected in its own program.
    fn file<P: From<Question>>(&self, around: &Around<'_>) -> Answer<P> {
        match around.desk.and_then(|desk| self.file_of_selected(desk)) {
            // What is no document might be run instead of shown.
            Some(file) if file.media_type.is_empty() => {
                Answer::Say(format!("not known to be a document, so it is not opened from here: {}", file.path))
            }
            Some(file) => Answer::Open(Question::File(file.path.clone()).into()),
            None => no_file(),
        }
    }

    /// The file of what is selected.
    fn file_of_selected<'d>(&self, desk: &'d Desk) -> Option<&'d Evidence> {
        let (found, exhibit) = self.selected(desk)?;
        let name = match exhibit {
            Exhibit::Passage(at) => &found.excerpts.get(at)?.material.name,
            Exhibit::Quote(at) => &found.quotes.get(at)?.material.as_ref()?.name,
            Exhibit::Note(at) => found.cited.get(at)?.file.as_ref()?,
        };
        desk.at_hand.file(&desk.session, name)
    }

    /// Makes the note of the writer's that is selected confidential, or the file of what is selected; or takes that back.
    fn withheld<P>(&self, around: &Around<'_>) -> Answer<P> {
        let Some(desk) = around.desk else { return no_file() };
        if desk.is_read_only() {
            return Answer::Alarm(around.keymap.read_only());
        }
        let (edit, said) = match self.selected(desk) {
            Some((found, Exhibit::Note(at)))
                if found.cited.get(at).is_some_and(|cited| !cited.annotation.is_empty()) =>
            {
                let Some(cited) = found.cited.get(at) else { return no_file() };
                let held_back = !cited.is_held_back(&desk.session);
                (desk.session.withholding(&cited.annotation, held_back), note_told(held_back))
            }
            _ => {
                let Some(file) = self.file_of_selected(desk) else { return no_file() };
                let wanted = if file.confidential { FileAccess::Open } else { FileAccess::Confidential };
                let edit = desk.session.listing(file.clone(), wanted, &around.settings.reviewer, around.now);
                (edit, file_told(file.file_name(), wanted))
            }
        };
        Answer::Keep(Box::new(Keep { edits: edit.into_iter().collect(), said, overtaken: None, row: None }))
    }
}

/// What is said where a note of the writer's is held back, or free.
fn note_told(held_back: bool) -> String {
    if held_back {
        "confidential: this note; it is left out of exports".to_owned()
    } else {
        "no longer confidential: this note; a copy of the session that holds it back still does".to_owned()
    }
}

/// What is said where a file is held back, or free.
fn file_told(name: &str, wanted: FileAccess) -> String {
    if wanted == FileAccess::Confidential {
        format!("confidential: {name}; it and the sources that rest on it are left out of exports")
    } else {
        format!("no longer confidential: {name}; a copy of the session that holds it back still does")
    }
}

/// Said where a key is about a file and there is none.
fn no_file<P>() -> Answer<P> {
    Answer::Say("no file at hand belongs to this".to_owned())
}

/// The edits that give `claim` a source and list the file that it lies in, and what is said of it.
fn kept<P>(
    around: &Around<'_>,
    desk: &Desk,
    claim: &ClaimId,
    (mut source, file): (Source, Option<Evidence>),
) -> Vec<Answer<P>> {
    let Some(held) = desk.session.claims().by_id(claim) else { return Vec::new() };
    let sources = &held.record.sources;
    if sources
        .iter()
        .any(|known| known.quote == source.quote && known.locator == source.locator && known.title == source.title)
    {
        return vec![Answer::Say("this is one of the claim's sources already".to_owned())];
    }
    source.id = Source::fresh_id(sources);
    let bearing = source.stance.as_ref().map(|stance| format!(" · {stance}")).unwrap_or_default();
    let place = if source.locator.is_empty() { String::new() } else { format!(", {}", source.locator) };
    let withheld = if source.confidential { " · confidential, left out of exports" } else { "" };
    let said = format!("source taken: {}{place}{bearing}{withheld}", source.title);
    let change = Change::of(held, &SOURCES, |claim| claim.record.sources.push(source));
    let listed = file.and_then(|file| {
        let stands = FileAccess::of(desk.session.evidence.iter().find(|held| held.sha256 == file.sha256));
        // What it says of itself may not have been read when it was added.
        let wanted = stands.max(FileAccess::of(Some(&file)));
        desk.session.listing(file, wanted, &around.settings.reviewer, around.now)
    });
    let edits = change.map(|change| Edit::of(claim.clone(), change)).into_iter().chain(listed).collect();
    vec![Answer::Keep(Box::new(Keep { edits, said, overtaken: None, row: None }))]
}

impl<P: From<Self> + From<Prompt> + From<Question> + From<EvidenceReader>> Answers<P> for Passages {
    const SCOPE: Scope = SCOPE;

    const KEYS: &'static [Binding] = &[
        row(
            SCOPE,
            "enter s",
            Action::Accept,
            "take as source",
            "Takes the passage, or what the writer's note names, as a source.",
        ),
        row(SCOPE, "o", Action::Open, "read on", "Opens the file's text at the place."),
        row(SCOPE, "O", Action::OpenLink, "", "Opens the file in its own program, after asking."),
        row(
            SCOPE,
            "c",
            Action::Withhold,
            "confidential",
            "Makes the writer's note, or the file of a passage, confidential: no export gives it away unless asked; again: takes that back.",
        ),
        row(SCOPE, "/", Action::Search, "search all", "Searches all of the evidence for words."),
        row(SCOPE, "j down", Action::Move(Motion::Next), "", "Selects the next one."),
        row(SCOPE, "k up", Action::Move(Motion::Previous), "", "Selects the one before."),
        row(SCOPE, "g home", Action::Move(Motion::First), "", "Selects the first one."),
        row(SCOPE, "G end", Action::Move(Motion::Last), "", "Selects the last one."),
        row(SCOPE, "?", Action::Panel(help::SCOPE), "keys", "Shows the keys."),
        row(SCOPE, "esc q", Action::Cancel, "close", "Closes the list."),
    ];

    fn open(around: &Around<'_>) -> Vec<Answer<P>> {
        let Some(desk) = around.desk else { return vec![Answer::Say("no session is open".to_owned())] };
        let Some(claim) = desk.claim() else { return vec![Answer::Open(Prompt::new(Ask::Evidence, "").into())] };
        // A folder may have come to lie there since the session was opened.
        vec![
            Answer::Effect(Effect::Look),
            Answer::Open(Self { claim: Some(claim.id.clone()), typed: None, at: 0 }.into()),
        ]
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a panel answers a few actions and lets the rest be")]
    fn answer(&mut self, action: Action, around: &Around<'_>) -> Vec<Answer<P>> {
        let count = around.desk.and_then(|desk| self.found(desk)).map_or(0, |found| Self::exhibits(found).len());
        self.at = self.at.min(count.saturating_sub(1));
        match action {
            Action::Move(motion) => {
                self.at = motion.over(self.at, 5, count.saturating_sub(1));
                Vec::new()
            }
            Action::Accept => self.taken(around),
            Action::Open => self.opened(around),
            Action::OpenLink => vec![self.file(around)],
            Action::Withhold => vec![self.withheld(around)],
            Action::Search => {
                vec![Answer::Open(Prompt::new(Ask::Evidence, self.typed.as_deref().unwrap_or_default()).into())]
            }
            Action::Cancel => vec![Answer::Close],
            _ => Vec::new(),
        }
    }

    /// Where nothing was found there is nothing to take or to read.
    fn is_idle(&self, action: &Action, desk: Option<&Desk>) -> bool {
        let none = || desk.and_then(|desk| self.found(desk)).is_none_or(|found| Self::exhibits(found).is_empty());
        let needs_one =
            matches!(action, Action::Accept | Action::Open | Action::OpenLink | Action::Withhold | Action::Move(_));
        let no_files = || desk.is_none_or(|desk| desk.at_hand.gathered.of == 0);
        needs_one && none() || *action == Action::Search && no_files()
    }

    fn rows(&self, around: &Around<'_>) -> Option<Rows> {
        let count = Self::exhibits(self.found(around.desk?)?).len();
        let listed = Listed::evidence(around.size, count, self.at);
        Some(Rows { listed, selected: self.at, count, at_once: false })
    }

    fn wheel(&mut self, down: bool, _around: &Around<'_>) -> Vec<Action> {
        vec![Action::Move(if down { Motion::Next } else { Motion::Previous })]
    }
}
