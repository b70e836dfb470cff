//! Copies that sync programs, browsers and file managers lay beside a session, known by their names and the session's id.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use foldhash::fast::RandomState;
use memchr::memmem;

use super::super::content;
use super::super::sides::ENDING;

/// What a session's file ends in, in two parts: programs that know only the last put their words between them.
const PARTS: (&str, &str) = (".factdesk", ".json");

/// Of file names in one folder each that may be a copy, with the sessions that it may be one of, the likeliest first; sessions are
/// names without their ending. Whether it is one, only the session's id tells.
///
/// Sync programs put their words behind the whole name or before its last ending: `bridge (1)`, `bridge (Anna's conflicted copy
/// 2026-11-28)`, `bridge.sync-conflict-20261128-101112-ABCDEFG`, `bridge-DESKTOP-AB12`; some before it, with a blank: `Copy of bridge`.
/// A name that this program makes itself is a session's own: a second one of the same title, a blind copy.
pub(super) fn suspects(files: &[String]) -> Vec<(&str, Vec<&str>)> {
    let sessions: HashSet<&str, RandomState> = files.iter().filter_map(|file| file.strip_suffix(ENDING)).collect();
    let of = |file| names_in(file, |name| sessions.contains(name));
    files.iter().map(|file| (file.as_str(), of(file))).filter(|(_, of)| !of.is_empty()).collect()
}

/// The names of the sessions that `file` would be a copy of, the shortest first, of those that there are. They are cut out of the file's
/// own name, so that a folder of a thousand sessions is not held against itself.
fn names_in(file: &str, is_there: impl Fn(&str) -> bool) -> Vec<&str> {
    let begins = std::iter::once(0).chain(file.match_indices(' ').map(|(at, _)| at + 1));
    let ends: Vec<usize> = file.match_indices(is_seam).map(|(at, _)| at).collect();
    let cuts = begins.flat_map(|from| ends.iter().filter_map(move |to| file.get(from..*to)));
    let is_signed = |name: &&str| sign(file, name).is_some_and(|sign| !sign.is_empty());
    let mut names: Vec<&str> = cuts.filter(|name| is_there(name)).filter(is_signed).collect();
    names.sort_by_key(|name| (name.len(), *name));
    names.dedup();
    names
}

/// The words that a program put into the name of the session `name` to make this file's of it.
fn sign<'f>(file: &'f str, name: &str) -> Option<&'f str> {
    let Some(rest) = file.strip_prefix(name) else { return before(file, name) };
    let rest = rest.strip_suffix(PARTS.1)?;
    if let Some(inside) = rest.strip_prefix(PARTS.0) {
        return inside.chars().next().is_some_and(is_seam).then_some(inside);
    }
    let behind = rest.strip_suffix(PARTS.0)?;
    (behind.chars().next().is_some_and(is_seam) && !is_own(behind)).then_some(behind)
}

/// The words before the name, `Copy of `, where more may stand behind it too.
fn before<'f>(file: &'f str, name: &str) -> Option<&'f str> {
    let stem = file.strip_suffix(PARTS.1)?.strip_suffix(PARTS.0).filter(|stem| !stem.starts_with('.'))?;
    let is_named = |at: usize| {
        let behind = stem.get(at..).and_then(|rest| rest.strip_prefix(name));
        behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(is_seam) && !is_own(behind))
    };
    let at = stem.match_indices(' ').map(|(at, _)| at + 1).find(|at| is_named(*at))?;
    stem.get(..at)
}

/// True for what this program puts behind a name itself: `-2`, `-blind`, `-copy-2`. Those are made to be worked on.
fn is_own(behind: &str) -> bool {
    let Some(words) = behind.strip_prefix('-') else { return false };
    let rest = ["blind", "copy"].iter().find_map(|made| words.strip_prefix(made));
    let number = rest.map_or(words, |rest| rest.strip_prefix('-').unwrap_or(rest));
    number.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a program begins its words with. A name that goes on with a letter is another name.
const fn is_seam(c: char) -> bool {
    matches!(c, ' ' | '(' | '[' | '-' | '_' | '.' | '~' | ',' | '#' | '+')
}

/// The copies in `folder`, each with the name of the session that it is of.
pub(super) fn all_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let files = files_in(folder);
    let of = |(file, names): (&str, Vec<&str>)| {
        let path = folder.join(file);
        let own = id(&path)?;
        // Of a copy's copy the session itself: its name is the shortest, and stands first.
        let name = names.into_iter().find(|name| id(&folder.join(format!("{name}{ENDING}"))).as_ref() == Some(&own))?;
        Some((name.to_owned(), path))
    };
    suspects(&files).into_iter().filter_map(of).collect()
}

/// True when the file at `path` is a copy, by its name and id, of a session beside it.
pub(super) fn is_one(path: &Path) -> bool {
    let (Some((folder, file)), Some(own)) = (parts(path), id(path)) else { return false };
    let is_it = |name: &str| id(&folder.join(format!("{name}{ENDING}"))).as_ref() == Some(&own);
    names_in(file, |_| true).into_iter().any(is_it)
}

/// The copies that lie beside the session at `path`, in the order of their names.
pub fn beside(path: &Path) -> Vec<PathBuf> {
    let (Some((folder, file)), Some(own)) = (parts(path), id(path)) else { return Vec::new() };
    let name = file.strip_suffix(ENDING).unwrap_or_default();
    let ours = |(file, names): (&str, Vec<&str>)| names.contains(&name).then(|| folder.join(file));
    suspects(&files_in(folder)).into_iter().filter_map(ours).filter(|copy| id(copy).as_ref() == Some(&own)).collect()
}

fn parts(path: &Path) -> Option<(&Path, &str)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some((folder, path.file_name()?.to_str()?))
}

/// The names of the files in a folder, in their order; none when it can't be looked into.
fn files_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    files.sort();
    files
}

/// The session's id, as the beginning of its file states it; the file need not be whole.
fn id(path: &Path) -> Option<String> {
    let head = content::head(path).ok()?;
    let key = memmem::find(&head, b"\"id\"")?;
    let value = head.get(key + 4..)?.trim_ascii_start().strip_prefix(b":")?.trim_ascii_start().strip_prefix(b"\"")?;
    let end = memchr::memchr(b'"', value)?;
    let id = String::from_utf8(value.get(..end)?.to_vec()).ok()?;
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_sync_programs_browsers_and_file_managers_are_known() {
        for copy in [
            "bridge.factdesk (1).json",
            "bridge.factdesk(1).json",
            "bridge.factdesk 2.json",
            "bridge.factdesk (conflicted copy 2026-11-28 101112).json",
            "bridge.factdesk (Anna Roe's conflicted copy 2026-11-28).json",
            "bridge.factdesk (Annas widersprüchliche Kopie 2026-11-28).json",
            "bridge.factdesk-DESKTOP-AB12.json",
            "bridge.factdesk.sync-conflict-20261128-101112-ABCDEFG.json",
            "bridge.factdesk (SFConflict anna@example.org 2026-11-28-10-11-12).json",
            "bridge.factdesk_conflict-20261128-101112.json",
            "bridge.factdesk - Copy.json",
            "bridge.factdesk copy.json",
            "bridge (1).factdesk.json",
            "bridge-DESKTOP-AB12.factdesk.json",
            "bridge.sync-conflict-20261128-101112-ABCDEFG.factdesk.json",
            "bridge (copy).factdesk.json",
            "Copy of bridge.factdesk.json",
            "Copy (2) of bridge.factdesk.json",
            "Kopie von bridge.factdesk.json",
            "Copie de bridge.factdesk.json",
            "Kopia bridge.factdesk.json",
            "Copy of bridge (1).factdesk.json",
        ] {
            let files = ["bridge.factdesk.json", "ferry.factdesk.json", copy].map(str::to_owned);
            assert_eq!(suspects(&files), [(copy, vec!["bridge"])], "{copy}");
        }
    }

    #[test]
    fn other_sessions_backups_and_downloads_under_way_are_no_copies() {
        for other in [
            "bridge-2.factdesk.json",
            "bridge-blind.factdesk.json",
            "bridge-copy-2.factdesk.json",
            "bridges.factdesk.json",
            "bridge2.factdesk.json",
            "bridge.json",
            "bridge.factdesk.json~",
            "bridge.factdesk.json.bak",
            "bridge.factdesk.json.part",
            "bridge.factdesk.json.crdownload",
            "bridge.factdesk (1).json.tmp",
            ".bridge.factdesk.json.0a1b2c3d.tmp",
            ".syncthing.bridge.factdesk.json.tmp",
            "~$bridge.factdesk.json",
            "bridge.factdeskx.json",
            "drawbridge.factdesk.json",
            "foot-bridge.factdesk.json",
            ".Copy of bridge.factdesk.json",
            "Copy of bridge-2.factdesk.json",
            "Copy of bridge.factdesk.json.part",
        ] {
            let files = ["bridge.factdesk.json", other].map(str::to_owned);
            assert_eq!(suspects(&files), [], "{other}");
        }
    }

    #[test]
    fn a_name_is_held_against_the_few_that_it_could_be_made_of() {
        let file = "Copy of the harbour (draft 2) - north (1).factdesk.json";
        assert!(names_in(file, |_| true).len() < 100, "{:?}", names_in(file, |_| true));
        assert!(names_in(file, |_| true).contains(&"the harbour (draft 2) - north"));
        assert!(names_in("a-name-without-a-copy's-words.factdesk.json", |_| true).iter().all(|name| !name.is_empty()));
    }

    #[test]
    fn a_copy_of_a_copy_may_be_of_either_the_session_first() {
        let files = ["a.factdesk.json", "a (1).factdesk.json", "a (1) (2).factdesk.json"].map(str::to_owned);
        let found = suspects(&files);
        assert_eq!(found[1], ("a (1) (2).factdesk.json", vec!["a", "a (1)"]));
    }
}
