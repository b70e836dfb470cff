//! The house rules: which room may name which, how a file begins, and how long it may be.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, top floor first; each may name only those after it.
const ROOMS: [&str; 9] = ["cli", "term", "view", "app", "store", "export", "intake", "propose", "review"];

/// Rooms on one floor: neither may name the other, though one stands before the other in `ROOMS`.
const APART: [(&str, &str); 8] = [
    ("app", "store"),
    ("app", "intake"),
    ("view", "store"),
    ("view", "export"),
    ("view", "intake"),
    ("store", "export"),
    ("export", "intake"),
    ("export", "propose"),
];

/// Words that only the named rooms may write.
const RESERVED: [(&str, &[&str]); 8] = [
    ("crossterm", &["term"]),
    ("ratatui::widgets", &["view"]),
    ("std::process", &["term", "cli"]),
    ("std::io::stdout", &["term", "cli"]),
    ("std::fs", &["term", "store", "cli"]),
    ("std::env", &["term", "cli"]),
    ("std::thread", &["term", "store", "cli", "propose"]),
    ("Timestamp::now", &["term"]),
];

/// Lines a file may have, its tests included. The exceptions may only shrink.
const LONGEST: usize = 400;
const LONG_FILES: [&str; 0] = [];

struct File {
    path: PathBuf,
    room: Option<String>,
    text: String,
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&root).unwrap().to_path_buf();
                let room = (inside.components().count() > 1)
                    .then(|| inside.iter().next().unwrap().to_str().unwrap().to_owned());
                files.push(File { text: fs::read_to_string(&path).unwrap(), path: inside, room });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 10, "the sources were not found");
    files
}

/// The code of a file: no comments, no unit tests.
fn code(file: &File) -> String {
    let text = file.text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Rooms named as `crate::room`, also inside `use crate::{…}`.
fn named(code: &str) -> BTreeSet<&'static str> {
    ROOMS
        .into_iter()
        .filter(|room| {
            [
                format!("crate::{room}::"),
                format!("crate::{room};"),
                format!("crate::{room} "),
                format!("factdesk::{room}"),
            ]
            .iter()
            .any(|name| code.contains(name.as_str()))
                || code.split("use crate::{").skip(1).any(|list| {
                    let list = list.split("};").next().unwrap();
                    list.split([',', '\n']).any(|item| item.trim().starts_with(&format!("{room}::")))
                })
        })
        .collect()
}

#[test]
fn arrows_point_down() {
    let floor = |room: &str| ROOMS.iter().position(|other| *other == room);
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(room) = &file.room else { continue };
        let Some(here) = floor(room) else { panic!("{} stands in no known room", file.path.display()) };
        for other in named(&code(&file)) {
            let there = floor(other).unwrap();
            if there < here || APART.contains(&(room, other)) {
                wrong.push(format!("{} names {other}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms may only name rooms below them:\n{}", wrong.join("\n"));
}

#[test]
fn no_two_files_import_each_other() {
    let files = sources();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let name = |file: &File| {
        let path = file.path.with_extension("");
        let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).filter(|part| *part != "mod").collect();
        parts.join("::")
    };
    let names: BTreeSet<String> = files.iter().map(name).collect();
    for file in &files {
        let own = name(file);
        let seen = code(file);
        let targets = names.iter().filter(|other| **other != own && !own.starts_with(&format!("{other}::")));
        let hits = targets.filter(|other| {
            !other.is_empty() && seen.contains(&format!("crate::{other}::")) && !other.starts_with(&format!("{own}::"))
        });
        uses.insert(own.clone(), hits.cloned().collect());
    }
    let mut circles = Vec::new();
    for (from, targets) in &uses {
        for to in targets {
            if uses.get(to).is_some_and(|back| back.contains(from)) {
                circles.push(format!("{from} and {to}"));
            }
        }
    }
    assert!(circles.is_empty(), "files that import each other:\n{}", circles.join("\n"));
}

#[test]
fn reserved_words_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in sources() {
        let text = code(&file);
        for (word, rooms) in RESERVED {
            let lawful = file.room.as_deref().is_none_or(|room| rooms.contains(&room));
            if !lawful && text.contains(word) {
                wrong.push(format!("{} names {word}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn drawing_never_changes_the_model() {
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|file| file.room.as_deref() == Some("view") && code(file).contains("&mut Model"))
        .map(|file| file.path.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?} take &mut Model");
}

#[test]
fn every_file_begins_by_saying_what_lives_there() {
    for file in sources() {
        let first = file.text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{} begins with {first:?}", file.path.display());
    }
}

#[test]
fn no_file_is_too_long() {
    for file in sources() {
        let lines = file.text.lines().count();
        let known = LONG_FILES.contains(&file.path.to_str().unwrap());
        assert!(lines <= LONGEST || known, "{} has {lines} lines; a noun is missing in it", file.path.display());
        assert!(!known || lines > LONGEST, "{} is short enough now; take it off the list", file.path.display());
    }
}
