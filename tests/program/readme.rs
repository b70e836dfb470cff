//! The README keeps step with the program: its picture is the real screen, its keys are keys, its links lead somewhere.
//!
//! `FACTDESK_UPDATE=1 cargo test --test program readme` writes the picture and `docs/keys.md` anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, where a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::desk_of;
use factdesk::app::keymap::Keymap;
use factdesk::review::Session;

fn root(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// Compares a file of the repository with what it should hold, or writes it when asked to.
#[expect(clippy::disallowed_methods, reason = "only when asked to, and nothing of a user's")]
fn keeps_step(inside: &str, wanted: &str) {
    if std::env::var_os("FACTDESK_UPDATE").is_some() {
        fs::create_dir_all(root(inside).parent().unwrap()).unwrap();
        fs::write(root(inside), wanted).unwrap();
    }
    let held = fs::read_to_string(root(inside)).unwrap_or_default();
    assert!(held == wanted, "{inside} is out of step; FACTDESK_UPDATE=1 cargo test --test program readme mends it");
}

fn half_finished() -> Session {
    let bytes = fs::read(root("sessions/harbour-tunnel-half.factdesk.json")).unwrap();
    factdesk::store::format::parse(&bytes).unwrap().session
}

#[test]
fn the_picture_is_the_real_screen() {
    let desk = desk_of(half_finished()).sized(120, 36);
    keeps_step("tests/pictures/desk.svg", &crate::support::picture::svg(&desk.grid()));
}

#[test]
fn the_table_of_keys_is_the_real_table() {
    let docs = fs::read_to_string(root("docs/keys.md")).unwrap();
    let (before, rest) = docs.split_once("<!-- keys -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end of keys -->").unwrap();
    let wanted = format!("{before}<!-- keys -->\n{}<!-- end of keys -->{after}", Keymap::standard().markdown());
    keeps_step("docs/keys.md", &wanted);
}

#[test]
fn the_keys_of_the_readme_are_keys() {
    let all = Keymap::standard().markdown();
    let readme = fs::read_to_string(root("README.md")).unwrap();
    let (_, table) = readme.split_once("| key | does |\n|---|---|\n").unwrap();
    let keys: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .flat_map(|row| row.split('|').nth(1).unwrap().split_whitespace())
        .collect();
    assert!(keys.len() > 15, "{keys:?}");
    for key in keys {
        assert!(all.contains(&format!("| {key} ")) || all.contains(&format!(" {key} ")), "{key} is no key");
    }
}

#[test]
fn every_link_of_the_readme_and_the_docs_leads_to_a_file() {
    let docs = fs::read_dir(root("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.chain([root("README.md"), root("CONTRIBUTING.md"), root("findings/README.md")]);
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let there = page.parent().unwrap().join(link).exists();
            assert!(there, "{} leads to {link}, which is not there", page.display());
        }
    }
}
