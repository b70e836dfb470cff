//! The house rules: which room may name which, how a file begins, and how long it may be.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, top floor first; each may name only those after it.
const ROOMS: [&str; 14] = [
    "cli", "term", "view", "app", "store", "export", "advice", "evidence", "intake", "lint", "propose", "review",
    "quantity", "text",
];

/// Rooms on one floor: neither may name the other, though one stands before the other in `ROOMS`.
const APART: [(&str, &str); 9] = [
    ("app", "store"),
    ("app", "intake"),
    ("view", "store"),
    ("view", "export"),
    ("view", "intake"),
    ("view", "propose"),
    ("store", "export"),
    ("export", "intake"),
    ("export", "propose"),
];

/// Words that only the named rooms may write.
const RESERVED: [(&str, &[&str]); 11] = [
    ("crossterm", &["term"]),
    // The desk's layout is made of ratatui's rectangles; how anything looks is the view's.
    ("ratatui", &["view", "term", "app"]),
    ("ratatui::style", &["view", "term"]),
    ("ratatui::widgets", &["view"]),
    ("ratatui::buffer", &["view"]),
    ("std::process", &["term", "cli"]),
    ("std::io::stdout", &["term", "cli"]),
    ("std::fs", &["term", "store", "cli"]),
    ("std::env", &["term", "cli"]),
    ("std::thread", &["term", "store", "cli", "text"]),
    ("Timestamp::now", &["term"]),
];

/// Files that still lean on each other, a folder and what lies in it. The list may only shrink.
const KNOTS: [&str; 3] = [
    "review::claim and review::field",
    "review::claim and review::field::verdict",
    "review::field and review::field::readings",
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
    let text = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// A file's place among the modules: `store::backup` for `store/backup/mod.rs`.
fn module(file: &File) -> Vec<String> {
    let path = file.path.with_extension("");
    path.iter().map(|part| part.to_str().unwrap().to_owned()).filter(|part| part != "mod").collect()
}

/// The paths of a `use` list: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        items.last_mut().unwrap().push(c);
    }
    // Behind the last comma of a list stands nothing.
    items
        .iter()
        .filter(|item| !item.trim().is_empty())
        .flat_map(|item| expanded(item))
        .map(|item| format!("{}{item}", before.trim()))
        .collect()
}

/// The lists of a file's `use` lines, those that hand on what they name or the others.
fn uses(text: &str, handed_on: bool) -> impl Iterator<Item = &str> {
    text.split(';')
        .filter_map(|part| part.rsplit_once("use "))
        .filter(move |(before, _)| {
            before.lines().next_back().unwrap_or_default().trim().starts_with("pub") == handed_on
        })
        .map(|(_, tree)| tree)
        .filter(|tree| !tree.contains('('))
}

/// Every path that a file names from its own crate: in `use` lines and where it calls, `super::` resolved. What a `mod.rs` only
/// hands on it does not lean on.
fn paths(file: &File) -> BTreeSet<Vec<String>> {
    let text = code(file);
    let mut named: Vec<String> = uses(&text, false).flat_map(expanded).collect();
    if !file.path.ends_with("mod.rs") {
        named.extend(uses(&text, true).flat_map(expanded));
    }
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    // How far a name can be seen says nothing of what its file leans on.
    let text = text.replace("pub(in crate::", "pub(");
    let calls = text.split(';').filter(|part| !part.contains("use ")).flat_map(|part| part.split(|c| !is_path(c)));
    named.extend(calls.filter(|word| word.contains("::")).map(str::to_owned));
    named.iter().filter_map(|path| resolved(file, path)).collect()
}

/// A path from the crate's root, as a file names it; `None` for one that leads out of the crate.
fn resolved(file: &File, path: &str) -> Option<Vec<String>> {
    let mut parts: Vec<&str> = path.split("::").map(|part| part.split(" as ").next().unwrap().trim()).collect();
    let mut base = module(file);
    match *parts.first()? {
        "crate" => base.clear(),
        "self" => {}
        "super" => {
            // From a file its folder's modules are one up, from a folder's `mod.rs` the folder above.
            let ups = parts.iter().take_while(|part| **part == "super").count();
            parts.drain(..ups - 1);
            base.truncate(base.len().checked_sub(ups)?);
        }
        _ if file.path.ends_with("mod.rs") => parts.insert(0, "self"),
        _ => return None,
    }
    base.extend(parts.into_iter().skip(1).map(str::to_owned));
    Some(base)
}

type Module = Vec<String>;

/// Which files each file leans on, all by their places. A name that a `mod.rs` hands on leads to the file it comes from.
fn leans(files: &[File]) -> BTreeMap<Module, BTreeSet<Module>> {
    let names: BTreeSet<Module> = files.iter().map(module).filter(|name| !name.is_empty()).collect();
    let mut handed_on: BTreeMap<Module, Module> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with("mod.rs")) {
        let text = code(file);
        for path in uses(&text, true).flat_map(expanded).filter_map(|path| resolved(file, &path)) {
            let mut as_its_own = module(file);
            as_its_own.extend(path.last().cloned());
            handed_on.insert(as_its_own, path);
        }
    }
    let target = |path: &Module| {
        let mut path = path.clone();
        for _ in 0..4 {
            let held = (1..=path.len()).rev().find(|len| path.get(..*len).is_some_and(|name| names.contains(name)))?;
            let Some(onward) =
                path.get(..=held).and_then(|name| handed_on.get(name)).filter(|to| !path.starts_with(to))
            else {
                return path.get(..held).map(<[String]>::to_vec);
            };
            path.clone_from(onward);
        }
        None
    };
    let of = |file: &File| {
        let own = module(file);
        let targets = paths(file).iter().filter_map(target).filter(|other| *other != own).collect();
        (own, targets)
    };
    files.iter().map(of).filter(|(own, _): &(Module, _)| own.len() > 1 || !own.is_empty()).collect()
}

#[test]
fn arrows_point_down() {
    let floor = |room: &str| ROOMS.iter().position(|other| *other == room);
    let mut wrong = Vec::new();
    for file in sources() {
        let Some(room) = &file.room else { continue };
        let Some(here) = floor(room) else { panic!("{} stands in no known room", file.path.display()) };
        let named: BTreeSet<String> = paths(&file).into_iter().filter_map(|path| path.into_iter().next()).collect();
        for other in named.iter().map(String::as_str).filter(|other| other != room) {
            let Some(there) = floor(other) else { continue };
            if there < here || APART.contains(&(room, other)) {
                wrong.push(format!("{} names {other}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms may only name rooms below them:\n{}", wrong.join("\n"));
}

#[test]
fn no_two_files_import_each_other() {
    let leans = leans(&sources());
    assert!(leans.values().flatten().count() > 300, "the imports were not found");
    let mut circles = BTreeSet::new();
    for (from, targets) in &leans {
        for to in targets.iter().filter(|to| from < to) {
            if leans.get(to).is_some_and(|back| back.contains(from)) {
                circles.insert(format!("{} and {}", from.join("::"), to.join("::")));
            }
        }
    }
    let known: BTreeSet<String> = KNOTS.iter().map(|knot| (*knot).to_owned()).collect();
    let fresh: Vec<&String> = circles.difference(&known).collect();
    assert!(fresh.is_empty(), "files that import each other, a folder and what lies in it included:\n{fresh:#?}");
    let gone: Vec<&String> = known.difference(&circles).collect();
    assert!(gone.is_empty(), "these are apart now; take them off the list:\n{gone:#?}");
}

/// The names of the types that a file defines; an associated `type` of an `impl` is none.
fn types(file: &File) -> BTreeSet<String> {
    let text = code(file);
    let defined = |line: &str| {
        let bare = line.trim_start();
        let bare = bare.strip_prefix("pub(in ").and_then(|rest| Some(rest.split_once(") ")?.1)).unwrap_or(bare);
        let bare = bare.strip_prefix("pub").map_or(bare, |rest| rest.split_once(' ').map_or("", |(_, rest)| rest));
        let (word, rest) = bare.split_once(' ')?;
        let known = ["struct", "enum", "trait"].contains(&word) || word == "type" && !line.starts_with(' ');
        let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        (known && name.starts_with(|c: char| c.is_uppercase())).then(|| name.to_owned())
    };
    text.lines().filter_map(defined).collect()
}

#[test]
fn no_two_types_have_one_name() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in sources() {
        for name in types(&file).into_iter().filter(|_| !file.path.ends_with("tests.rs")) {
            homes.entry(name).or_default().push(file.path.display().to_string());
        }
    }
    assert!(homes.len() > 500, "the types were not found");
    homes.retain(|_, files| files.len() > 1);
    assert!(homes.is_empty(), "give these types names of their own:\n{homes:#?}");
}

#[test]
fn no_circle_of_any_length_runs_through_the_desk() {
    let leans = leans(&sources());
    // Of what leads on and is led to, as long as there is any that leads nowhere or that nothing leads to: what is left goes round.
    let mut left: BTreeSet<&Module> =
        leans.keys().filter(|name| ["app", "view", "text"].contains(&name[0].as_str())).collect();
    loop {
        let ends: Vec<&Module> = left
            .iter()
            .copied()
            .filter(|name| {
                let onward = leans[*name].iter().any(|to| left.contains(to));
                let back = left.iter().any(|from| leans[*from].contains(*name));
                !(onward && back)
            })
            .collect();
        if ends.is_empty() {
            break;
        }
        left.retain(|name| !ends.contains(name));
    }
    assert!(left.is_empty(), "a circle runs through some of these:\n{left:#?}");
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

/// Each file beside this one and each folder with a `main.rs` is a program of its own, linked anew for every change.
#[test]
fn tests_are_gathered_in_few_programs() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let entries = fs::read_dir(tests).unwrap().map(|entry| entry.unwrap().path());
    let alone = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs") || path.join("main.rs").exists();
    let programs: Vec<PathBuf> = entries.filter(alone).collect();
    assert!((5..=11).contains(&programs.len()), "put new tests into a folder that is there: {programs:#?}");
}
