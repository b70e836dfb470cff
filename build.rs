//! What a build knows beyond its sources: the commit that it was made from and, for the fault tests, what is broken in it.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the fault tests may break; `[lints.rust]` in `Cargo.toml` lists the same.
const SABOTAGE: [&str; 9] = [
    "naive-save",
    "no-fsync",
    "no-folder-fsync",
    "no-lock",
    "no-gate",
    "panic-key",
    "take-theirs",
    "drop-base",
    "no-backup",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=FACTDESK_SABOTAGE");
    println!("cargo::rerun-if-env-changed=FACTDESK_COMMIT");
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if let Ok(name) = env::var("FACTDESK_SABOTAGE")
        && !name.is_empty()
    {
        assert!(!release, "FACTDESK_SABOTAGE is set: a release is never built broken");
        assert!(SABOTAGE.contains(&name.as_str()), "FACTDESK_SABOTAGE={name}: there is no such sabotage: {SABOTAGE:?}");
        println!("cargo::rustc-cfg=sabotage=\"{name}\"");
    }
    if release && is_fixed_in_place() {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    // A debug build does not tell, so that a commit is no reason to compile everything anew.
    let built = if release {
        commit().map_or_else(String::new, |commit| format!(" ({commit})"))
    } else {
        " (debug)".to_owned()
    };
    println!("cargo::rustc-env=FACTDESK_BUILT={built}");
}

/// True where the program is linked to a fixed address, as the static builds of `packaging/make` are. One that may lie anywhere has
/// 1.4 MB of its tables written anew, page by page, each time it starts: a third of the time of `--version`, and memory that no other
/// of its processes shares. Stack, heap and the system's libraries lie at random places all the same.
fn is_fixed_in_place() -> bool {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    target("OS") == "linux" && target("ENV") == "gnu" && ["x86_64", "aarch64"].contains(&target("ARCH").as_str())
}

/// Commit and day, `0a1b2c3d4 2026-11-23`: as told by who builds, else by git, else the commit alone, as the crate's package
/// has it.
fn commit() -> Option<String> {
    let root = env::var("CARGO_MANIFEST_DIR").ok()?;
    if let Ok(told) = env::var("FACTDESK_COMMIT")
        && !told.trim().is_empty()
    {
        return Some(told.trim().to_owned());
    }
    // A package lies unpacked in some folder, maybe within another repository; its own note comes first.
    if let Ok(note) = fs::read_to_string(Path::new(&root).join(".cargo_vcs_info.json")) {
        let (_, after) = note.split_once("\"sha1\"")?;
        return Some(after.split('"').nth(1)?.chars().take(9).collect());
    }
    if !Path::new(&root).join(".git").exists() {
        return None;
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(&root).args(arguments).output().ok()?;
        let words = String::from_utf8(output.stdout).ok()?.trim().to_owned();
        (output.status.success() && !words.is_empty()).then_some(words)
    };
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]) {
            println!("cargo::rerun-if-changed={}", Path::new(&root).join(path).display());
        }
    }
    git(&["log", "-1", "--abbrev=9", "--format=%h %cs"])
}
