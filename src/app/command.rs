//! Commands by their words: which rows of the key table are meant by what was typed, and what programs elsewhere call them.
//!
//! Words match words. Where none does, what is typed may be the beginnings of a name's words ("nu") or a name with one slip, and only
//! of what looks and goes; letters that lie scattered mean nothing, and small words of a sentence neither. What changes something is
//! found by its name or verb or a phrase of its sentence, and never because that mentions a word.

use super::action::Action;
use super::keymap::Binding;
use super::settings::Theme;
use crate::export::Format;

/// Kinds of file by which exports go in the mouth.
const FILES: [&str; 10] = ["pdf", "word", "excel", "xlsx", "md", "doc", "xml", "spreadsheet", "sheet", "table"];

/// What people type for an action elsewhere: the words, the action's name here, and what to say where it means nothing.
type Alias = (&'static [&'static str], &'static str, &'static str);

/// What is said of saving, where nothing has gone wrong with it.
pub const SAVED: &str = "it is saved already, change by change; :save-copy writes it elsewhere";
const SETTINGS: &str = "settings stand in a file: factdesk config shows them and where it is";
const HOME_ONLY: &str = "that is done from the list of saved sessions: leave for it first";
const MERGE: &str = "copies of a session are merged by factdesk merge OURS THEIRS, and from the list of saved sessions";
const NAMED: &str = "your name is what --reviewer says, else FACTDESK_REVIEWER, else git's user.name";
const VERSION: &str = concat!("this is factdesk ", env!("CARGO_PKG_VERSION"));
const WORDS_STAND: &str = "the article's words stand as they came; w proposes others for those of a claim";
const RESTORE: &str = "backups are listed and gone back to by factdesk restore SESSION";

const ALIASES: [Alias; 44] = [
    (&["verify", "true", "confirm", "confirmed"], "verified", ""),
    (&["dispute", "false", "wrong", "reject", "incorrect"], "disputed", ""),
    (&["unsure", "unclear", "unproven"], "unknown", ""),
    (&["ignore", "nothing"], "dismiss", ""),
    (&["who", "says", "said"], "speaker", ""),
    (&["skip", "todo"], "next-unchecked", ""),
    (&["done", "finish", "finished"], "sign-off", ""),
    (&["tag", "label", "labels"], "tags", ""),
    (&["undo all", "revert all"], "history", ""),
    (&["memory", "earlier", "remember", "seen"], "earlier-checks", ""),
    (&["sort", "order"], "sort", HOME_ONLY),
    (&["name", "user", "username", "me", "whoami"], "", NAMED),
    (&["version", "about"], "", VERSION),
    (&["replace", "substitute", "cut", "paste"], "", WORDS_STAND),
    (&["questions", "queries", "asked"], "show-with-query", ""),
    (&["u", "undo", "revert"], "undo", ""),
    (&["redo"], "redo", ""),
    (&["w", "write", "save", "up", "update"], "", SAVED),
    (&["q", "q!", "quit", "exit", "wq", "wq!", "x", "qa", "wqa", "close", "bye", "home"], "leave", ""),
    (&["h", "help", "keys", "man", "manual", "shortcuts"], "help", ""),
    (&["saveas", "sav", "save-as"], "save-copy", ""),
    (&["rename", "mv"], "rename", HOME_ONLY),
    (&["e", "edit", "open", "new"], "start-from", HOME_ONLY),
    (&["export", "print", "share", "report", "publish", "mail", "email", "send"], "export", ""),
    (&["import", "load"], "take-in", ""),
    (&["merge", "sync", "combine"], "take-copies-in", MERGE),
    (&["backup", "backups", "restore"], "", RESTORE),
    (&["set", "settings", "config", "options", "preferences"], "", SETTINGS),
    (&["find", "search", "grep"], "find", ""),
    (&["noh", "nohl", "nohlsearch"], "cancel", ""),
    (&["filter", "list"], "filter", ""),
    (&["stats", "statistics", "count", "counts", "progress", "summary", "wc"], "filter", ""),
    (&["redraw", "refresh", "reload", "e!"], "redraw", ""),
    (&["assign", "assignee", "owner", "delegate"], "assign", ""),
    (&["comment", "notes", "annotate", "annotation"], "note", ""),
    (&["cite", "citation", "reference"], "source", ""),
    (&["ask", "question"], "query", ""),
    (&["fix", "correct", "rewrite", "suggest"], "correction", ""),
    (&["log", "timeline", "changelog"], "history", ""),
    (&["diff", "redline"], "changes", ""),
    (&["conflict", "conflicts", "disagreement", "compare"], "differences", ""),
    (&["lint", "errors", "warnings"], "contradictions", ""),
    (&["yank", "clipboard"], "copy", ""),
    (&["sign", "approve", "signoff"], "sign-off", ""),
];

/// Small words, which a sentence has for its own sake.
const SMALL: [&str; 32] = [
    "a", "an", "the", "of", "to", "it", "its", "is", "are", "was", "were", "what", "that", "which", "who", "for",
    "from", "with", "by", "in", "on", "at", "or", "and", "not", "no", "one", "as", "be", "you", "your", "have",
];

/// Letters of the shortest name in which one may be wrong.
const SLIP: usize = 5;

/// Words that are a phrase of a sentence, and no words that it mentions.
const PHRASE: usize = 3;

/// Letters of the shortest beginning that what changes something is found by.
const TELLING: usize = 4;

/// How well a row fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CommandFit {
    /// It is called so, here or elsewhere.
    Name,
    /// Its name holds every word typed.
    NameHolds,
    /// Its name or its sentence holds every word typed.
    Words,
    /// Every word typed begins one of its name.
    BeginsName,
    /// Every word typed begins one of its words.
    Begins,
    /// Its sentence holds the letters, in one piece.
    Holds,
}

/// The rows that are meant by `typed`, best first; those that fit alike stay in the order given. Where nothing fits all of it, the
/// row that its first word is called, behind which a name or a number may stand.
pub fn meant(typed: &str, rows: impl Iterator<Item = &'static Binding>) -> Vec<&'static Binding> {
    let key = typed.trim();
    let typed = key.to_lowercase();
    let rows: Vec<&'static Binding> = rows.collect();
    if typed.is_empty() {
        return rows;
    }
    // A mark alone is a key, and so is a letter that means nothing elsewhere: a capital is another one than a small letter.
    let is_letter = key.chars().count() == 1 && (key != typed || alias(key).is_none());
    if is_letter || !typed.contains(char::is_alphanumeric) {
        return rows.into_iter().filter(|row| row.keys.split_whitespace().any(|one| one == key)).collect();
    }
    let found = fitting(&typed, &rows);
    if !found.is_empty() {
        return found;
    }
    if let Some((first, _)) = typed.split_once(char::is_whitespace) {
        let named = rows.iter().filter(|row| looks(&row.action) && fit(first, row) == Some(CommandFit::Name));
        return named.copied().collect();
    }
    let meant = |row: &&&'static Binding| {
        looks(&row.action) && (begins_words(&typed, row.name()) || is_slip(&typed, row.name()))
    };
    rows.iter().filter(meant).copied().collect()
}

/// True when `typed` is made of the beginnings of the words of `name`, from the first on: "nu", "nexun".
fn begins_words(typed: &str, name: &str) -> bool {
    fn cut(typed: &str, mut words: std::str::Split<'_, char>) -> bool {
        let Some(word) = words.next().filter(|_| !typed.is_empty()) else { return typed.is_empty() };
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        let begun = ends.filter_map(|end| typed.split_at_checked(end)).take_while(|(head, _)| word.starts_with(head));
        begun.map(|(_, rest)| rest).any(|rest| cut(rest, words.clone()))
    }
    typed.chars().count() > 1 && cut(typed, name.split('-'))
}

/// True when `typed` is `name` but for one letter too many, too few, wrong, or two turned round.
fn is_slip(typed: &str, name: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count().min(short - front.min(short));
    let one = long - short <= 1 && front + back + 1 >= long;
    let turned = a.len() == b.len()
        && front + back + 2 == long
        && a.get(front) == b.get(front + 1)
        && a.get(front + 1) == b.get(front);
    short >= SLIP && (one || turned)
}

fn fitting(typed: &str, rows: &[&'static Binding]) -> Vec<&'static Binding> {
    let mut found: Vec<(CommandFit, &'static Binding)> =
        rows.iter().filter_map(|row| fit(typed, row).map(|fit| (fit, *row))).collect();
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, row)| row).collect()
}

/// The colours meant by a line: what they are called, or a word that begins it and says what it is about.
pub fn themes(typed: &str) -> Vec<Theme> {
    let typed = typed.trim().to_lowercase();
    let (word, name) = typed.split_once(' ').unwrap_or((&typed, ""));
    let about = ["theme", "themes", "colour", "colours", "color", "colors", "colorscheme", "background"];
    let named = |part: &str| Theme::ALL.into_iter().filter(|theme| theme.name().contains(part)).collect::<Vec<_>>();
    if about.contains(&word) {
        return named(name.trim());
    }
    let called = typed.replace(' ', "-");
    let called = called.strip_suffix("-mode").or(called.strip_suffix("-theme")).unwrap_or(&called);
    let words = |theme: Theme| theme.name().split('-').chain([theme.name()]).any(|word| word == called);
    Theme::ALL.into_iter().filter(|theme| words(*theme)).collect()
}

/// What to say about a word that programs elsewhere know, where `rows` have nothing that is meant by it.
pub fn elsewhere(typed: &str, rows: impl Iterator<Item = &'static Binding>) -> Option<&'static str> {
    let (_, name, says) = alias(&typed.trim().to_lowercase())?;
    let here = !name.is_empty() && rows.into_iter().any(|row| row.name() == *name);
    (!here && !says.is_empty()).then_some(says)
}

/// What to say about a line that begins with such a word and goes on: a file, a number, a setting.
pub fn argued(typed: &str, rows: impl Iterator<Item = &'static Binding>) -> Option<String> {
    let typed = typed.trim().to_lowercase();
    let first = typed.split_whitespace().next()?;
    let word = first.trim_end_matches('!');
    let (_, name, says) = alias(word)?;
    if says.is_empty() || rows.into_iter().any(|row| row.name() == *name) {
        return (first.len() < typed.len()).then(|| format!("nothing belongs behind {word}: {word} alone does it"));
    }
    Some((*says).to_owned())
}

fn alias(typed: &str) -> Option<&'static Alias> {
    ALIASES.iter().find(|(words, ..)| words.contains(&typed)).or_else(|| {
        // What is to come of it is chosen behind its key.
        let is_format = Format::ALL.iter().any(|format| format.name() == typed) || FILES.contains(&typed);
        ALIASES.iter().find(|(_, name, _)| is_format && *name == "export")
    })
}

fn fit(typed: &str, row: &Binding) -> Option<CommandFit> {
    let name = row.name().replace('-', " ");
    if name == typed || row.name() == typed || alias(typed).is_some_and(|(_, meant, _)| row.name() == *meant) {
        return Some(CommandFit::Name);
    }
    // A word of another program's is meant as such, and no letters of a sentence; so is a line in another program's language.
    let foreign = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !"-–,.:;'’".contains(c);
    if alias(typed).is_some() || typed.contains(foreign) {
        return None;
    }
    let help = row.help.to_lowercase();
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (own, mut all, typed_words) = (words(&name), words(&help), words(typed));
    let telling = |words: &[String]| words.iter().any(|word| !SMALL.contains(&word.as_str()));
    let leading: Vec<String> = all.first().into_iter().chain(own.first()).cloned().collect();
    all.retain(|word| !SMALL.contains(&word.as_str()));
    all.extend(own.iter().cloned());
    let every = |have: &[String], fits: fn(&str, &str) -> bool| {
        telling(&typed_words)
            && typed_words.iter().all(|word| SMALL.contains(&word.as_str()) || have.iter().any(|own| fits(own, word)))
    };
    let looks = looks(&row.action);
    // A phrase of it was read somewhere, and is meant.
    let is_phrase = typed_words.len() >= PHRASE && help.contains(typed);
    let begins = |own: &str, word: &str| own == word || word.chars().count() >= TELLING && own.starts_with(word);
    let leads = typed_words.iter().any(|word| leading.iter().any(|own| begins(own, word)));
    // Two letters are another program's command as soon as ours.
    let told = |word: &String| all.contains(word) || SMALL.contains(&word.as_str());
    let is_short = !looks && !is_phrase && typed_words.iter().any(|word| !told(word) && word.chars().count() < TELLING);
    if is_short || !(looks || is_phrase || leads) {
        None
    } else if every(&own, |own, word| own == word) {
        Some(CommandFit::NameHolds)
    } else if every(&all, |own, word| own == word) {
        Some(CommandFit::Words)
    } else if every(&own, |own, word| own.starts_with(word)) {
        Some(CommandFit::BeginsName)
    } else if every(&all, |own, word| own.starts_with(word)) {
        Some(CommandFit::Begins)
    } else {
        (looks && telling(&typed_words) && typed.chars().count() > 3 && help.contains(typed))
            .then_some(CommandFit::Holds)
    }
}

/// True for what only goes somewhere, shows something or asks before it does anything: done by mistake it costs a key.
const fn looks(action: &Action) -> bool {
    matches!(
        action,
        Action::Move(_)
            | Action::Paragraph(_)
            | Action::Back
            | Action::Forth
            | Action::NextUnchecked
            | Action::PreviousUnchecked
            | Action::OtherPane
            | Action::Open
            | Action::OpenLink
            | Action::Copy
            | Action::Panel(_)
            | Action::Form(_)
            | Action::Add
            | Action::Reuse
            | Action::Search
            | Action::NextMatch
            | Action::PreviousMatch
            | Action::SaveCopy
            | Action::NextDraft
            | Action::TakeIn
            | Action::StartFrom
            | Action::Sort
            | Action::Rename
            | Action::Choose(_)
            | Action::Divide(_)
            | Action::Redraw
    )
}
