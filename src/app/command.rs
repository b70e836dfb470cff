//! Commands by their words: which rows of the key table are meant by what was typed, and what programs elsewhere call them.
//!
//! What changes something is found by its own words or not at all: letters scattered over a sentence never lead to it.

use super::action::Action;
use super::fuzzy;
use super::keymap::Binding;

/// What people type for an action elsewhere: the words, the action's name here, and what to say where it means nothing.
type Alias = (&'static [&'static str], &'static str, &'static str);

const SAVED: &str = "it is saved already, unless NOT SAVED stands above; :save-copy writes it elsewhere";
const SETTINGS: &str = "settings stand in a file: factdesk config shows them and where it is";
const HOME_ONLY: &str = "that is done from the list of saved sessions: leave for it first";

const ALIASES: [Alias; 14] = [
    (&["u", "undo", "revert"], "undo", ""),
    (&["redo"], "redo", ""),
    (&["w", "write", "save", "up", "update"], "", SAVED),
    (&["q", "q!", "quit", "exit", "wq", "wq!", "x", "qa", "wqa", "close", "bye"], "leave", ""),
    (&["h", "help", "keys", "man"], "help", ""),
    (&["saveas", "sav", "save-as"], "save-copy", ""),
    (&["rename", "mv"], "rename", HOME_ONLY),
    (&["e", "edit", "open", "new"], "start-from", HOME_ONLY),
    (&["export", "print", "pdf", "share", "report"], "export", ""),
    (&["set", "settings", "config", "options", "preferences"], "", SETTINGS),
    (&["find", "search", "grep"], "find", ""),
    (&["noh", "nohl", "nohlsearch"], "cancel", ""),
    (&["filter", "list"], "filter", ""),
    (&["redraw", "refresh"], "redraw", ""),
];

/// How well a row fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CommandFit {
    /// It is called so, here or elsewhere.
    Name,
    /// Its name or its sentence holds every word typed.
    Words,
    /// Every word typed begins one of its name.
    BeginsName,
    /// Every word typed begins one of its words.
    Begins,
    /// Its sentence holds the letters, in one piece.
    Holds,
    /// Its sentence holds the letters, scattered.
    Scattered,
}

/// The rows that are meant by `typed`, best first; those that fit alike stay in the order given.
pub fn meant(typed: &str, rows: impl Iterator<Item = &'static Binding>) -> Vec<&'static Binding> {
    let typed = typed.trim().to_lowercase();
    let rows: Vec<&'static Binding> = rows.collect();
    if typed.is_empty() {
        return rows;
    }
    let mut found: Vec<(CommandFit, &'static Binding)> =
        rows.iter().filter_map(|row| fit(&typed, row).map(|fit| (fit, *row))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    // Letters all over a sentence are a guess: good for looking where nothing else fits, never for what changes something.
    if !found.is_empty() {
        return found.into_iter().map(|(_, row)| row).collect();
    }
    let guessed = rows.iter().filter(|row| !changes(&row.action) && fit(&typed, row).is_none());
    let guessed = fuzzy::ranked(&typed, guessed.map(|row| (*row, row.help)));
    found.extend(guessed.into_iter().map(|row| (CommandFit::Scattered, row)));
    found.into_iter().map(|(_, row)| row).collect()
}

/// What to say about a word that programs elsewhere know, where `rows` have nothing that is meant by it.
pub fn elsewhere(typed: &str, rows: impl Iterator<Item = &'static Binding>) -> Option<&'static str> {
    let (_, name, says) = alias(&typed.trim().to_lowercase())?;
    let here = !name.is_empty() && rows.into_iter().any(|row| row.name() == *name);
    (!here && !says.is_empty()).then_some(says)
}

fn alias(typed: &str) -> Option<&'static Alias> {
    ALIASES.iter().find(|(words, ..)| words.contains(&typed))
}

fn fit(typed: &str, row: &Binding) -> Option<CommandFit> {
    let name = row.name().replace('-', " ");
    if name == typed || row.name() == typed || alias(typed).is_some_and(|(_, meant, _)| row.name() == *meant) {
        return Some(CommandFit::Name);
    }
    // A word of another program's is meant as such, and no letters of a sentence.
    if alias(typed).is_some() {
        return None;
    }
    let help = row.help.to_lowercase();
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (own, mut all, typed_words) = (words(&name), words(&help), words(typed));
    all.extend(own.iter().cloned());
    let every = |have: &[String], fits: fn(&str, &str) -> bool| {
        !typed_words.is_empty() && typed_words.iter().all(|word| have.iter().any(|own| fits(own, word)))
    };
    if every(&all, |own, word| own == word) {
        Some(CommandFit::Words)
    } else if every(&own, |own, word| own.starts_with(word)) {
        Some(CommandFit::BeginsName)
    } else if every(&all, |own, word| own.starts_with(word)) {
        Some(CommandFit::Begins)
    } else {
        (typed.chars().count() > 3 && help.contains(typed)).then_some(CommandFit::Holds)
    }
}

/// True for what changes the session, or ends the program.
pub const fn changes(action: &Action) -> bool {
    matches!(
        action,
        Action::Mark(_)
            | Action::Clear
            | Action::Dismiss
            | Action::DismissParagraph
            | Action::Again
            | Action::Claim
            | Action::Join
            | Action::Furniture
            | Action::Delete
            | Action::Undo
            | Action::Redo
            | Action::Quit
            | Action::Ours
            | Action::Theirs
            | Action::Raise
            | Action::Lower
            | Action::Yes
    )
}
