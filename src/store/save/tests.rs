//! What a save leaves behind, whatever lay there before.

use super::*;
use crate::store::sample::scribble;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_replaced_as_a_whole_and_nothing_else_stays() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.json");
    whole(&path, b"one, and a long one").unwrap();
    whole(&path, b"two").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(home.path()), ["a.json"]);
}

#[test]
fn a_file_that_is_not_to_be_replaced_after_all_stays_as_it_is_and_nothing_else_does() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.json");
    whole(&path, b"one").unwrap();
    let asked = || {
        // All is written by then.
        let temporary = names(home.path()).into_iter().find(|name| meant_for(name).is_some()).unwrap();
        fs::read(home.path().join(temporary)).unwrap() != b"two"
    };
    assert!(streamed_if(&path, |file| file.write_all(b"two"), &asked).unwrap().is_none());
    assert_eq!(fs::read(&path).unwrap(), b"one");
    assert_eq!(names(home.path()), ["a.json"]);
    let about = streamed_if(&path, |file| file.write_all(b"three"), &asked).unwrap().unwrap();
    assert_eq!(about.len(), 5);
    assert_eq!(fs::read(&path).unwrap(), b"three");
}

#[test]
fn a_folder_in_the_way_is_refused_and_nothing_is_left_beside_it() {
    let home = tempfile::tempdir().unwrap();
    let error = whole(home.path(), b"x").unwrap_err().to_string();
    assert!(error.contains("a folder, not a session file") && error.contains(home.path().to_str().unwrap()), "{error}");
    assert!(names(home.path()).is_empty());
}

#[test]
fn a_missing_folder_is_named() {
    let home = tempfile::tempdir().unwrap();
    let error = whole(&home.path().join("gone/a.json"), b"x").unwrap_err().to_string();
    assert!(
        error.starts_with("its folder is not there; make it, or name another file: ") && error.ends_with("gone/a.json"),
        "{error}"
    );
}

#[test]
fn what_a_killed_save_left_is_swept_up_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.json");
    let left = ["a.json", ".a.json.0123abcd.tmp", ".a.json.notes.tmp", ".b.json.0123abcd.tmp", ".a.json.0123abcd.tmpx"];
    for name in left {
        scribble(&home.path().join(name), "x");
    }
    sweep(&path);
    assert_eq!(names(home.path()), [".a.json.0123abcd.tmpx", ".a.json.notes.tmp", ".b.json.0123abcd.tmp", "a.json"]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_its_owners_and_an_old_one_keeps_its_mode() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.json");
        whole(&path, b"one").unwrap();
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, Permissions::from_mode(0o664)).unwrap();
        whole(&path, b"two").unwrap();
        assert_eq!(mode(&path), 0o664);
    }

    #[test]
    fn a_file_to_be_handed_on_is_as_open_as_any_other_and_an_old_one_keeps_its_mode() {
        let home = tempfile::tempdir().unwrap();
        let (path, other) = (home.path().join("report.html"), home.path().join("other"));
        scribble(&other, "made without us");
        shared(&path, b"one").unwrap();
        assert_eq!(mode(&path), mode(&other));
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        shared(&path, b"two").unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn a_link_stays_a_link_and_the_file_it_leads_to_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let (far, link) = (home.path().join("far"), home.path().join("link.json"));
        fs::create_dir(&far).unwrap();
        whole(&far.join("real.json"), b"one").unwrap();
        symlink("far/real.json", &link).unwrap();
        whole(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(far.join("real.json")).unwrap(), b"two");
    }

    #[test]
    fn links_in_a_circle_and_devices_are_refused() {
        let home = tempfile::tempdir().unwrap();
        let (one, other) = (home.path().join("one"), home.path().join("other"));
        symlink(&one, &other).unwrap();
        symlink(&other, &one).unwrap();
        assert!(whole(&one, b"x").unwrap_err().to_string().contains("circle"));
        let error = whole(Path::new("/dev/null"), b"x").unwrap_err().to_string();
        assert!(error.contains("a device or pipe"), "{error}");
    }

    #[test]
    fn a_planted_temporary_file_is_never_written_through() {
        let home = tempfile::tempdir().unwrap();
        let victim = home.path().join("victim");
        scribble(&victim, "untouched");
        // Names are random, so one can't be planted ahead; all that is left to try is that none is predictable.
        let seen: std::collections::HashSet<String> = (0..1000).map(|_| temporary_name("a.json")).collect();
        assert_eq!(seen.len(), 1000);
        assert!(seen.iter().all(|name| name.len() == ".a.json.01234567.tmp".len()));
        assert_eq!(fs::read(&victim).unwrap(), b"untouched");
    }
}
