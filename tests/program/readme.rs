//! The README keeps step with the program: its picture is the real screen, its key table the real table.
//!
//! `FACTDESK_UPDATE=1 cargo test --test program readme` writes both anew.
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
    keeps_step("tests/pictures/desk.svg", &factdesk::view::picture::svg(&desk.grid()));
}

#[test]
fn the_key_table_is_the_real_table() {
    let readme = fs::read_to_string(root("README.md")).unwrap();
    let (before, rest) = readme.split_once("<!-- keys -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end of keys -->").unwrap();
    let wanted = format!("{before}<!-- keys -->\n{}<!-- end of keys -->{after}", Keymap::standard().markdown());
    keeps_step("README.md", &wanted);
}
