//! Disks that are full, gone or closed: it is said at once, the file stays as it was, and work goes on when they are back.

use std::fs;
use std::path::Path;
use std::process::Command;

use factdesk::store::{self, StoreError};

use super::victim::{desk, work};
use super::{Scene, have, victim};

/// What happens to the disk, in a shell inside its folder; what the message must say; how it comes right again.
struct Trouble {
    mount: &'static str,
    breaks: &'static str,
    says: &'static str,
    mends: &'static str,
}

const TROUBLES: [Trouble; 6] = [
    Trouble {
        mount: "size=200k",
        breaks: "dd if=/dev/zero of=ballast bs=1k; dd if=/dev/zero of=rest bs=1",
        says: "No space left on device",
        mends: "rm -f ballast rest",
    },
    Trouble {
        mount: "size=1m,nr_inodes=16",
        breaks: "i=0; while : > f$i; do i=$((i+1)); done",
        says: "No space left on device",
        mends: "rm -f f*",
    },
    Trouble {
        mount: "size=1m",
        breaks: "mount --bind \"$PWD\" \"$PWD\" && mount -o remount,bind,ro \"$PWD\"",
        says: "Read-only file system",
        mends: "D=$PWD; cd / && umount \"$D\"",
    },
    Trouble {
        mount: "size=1m",
        breaks: "mount --bind ferry.factdesk.json ferry.factdesk.json",
        says: "is it a mount of its own?",
        mends: "umount ferry.factdesk.json",
    },
    Trouble {
        mount: "size=1m",
        breaks: "chmod a-w ferry.factdesk.json",
        says: "write-protected",
        mends: "chmod u+w ferry.factdesk.json",
    },
    Trouble {
        mount: "size=1m",
        breaks: "mkdir away; mv .factdesk away/; touch .factdesk",
        says: "nothing was saved: the folder of its locks and backups can't be made",
        mends: "rm .factdesk; mv away/.factdesk .",
    },
];

pub(super) fn trouble_with_the_disk_is_told_and_outlived() {
    if !have("unshare", &["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return;
    }
    for Trouble { mount, breaks, says, mends } in TROUBLES {
        let home = tempfile::tempdir().unwrap();
        let enter = format!("mount -t tmpfs -o {mount} tmpfs '{}' && exec \"$0\" \"$@\"", home.path().display());
        let mut child =
            victim(&["unshare", "-rm", "sh", "-c", &enter], "trouble", &home.path().join("ferry.factdesk.json"));
        let output = child.env("FAULT_BREAK", breaks).env("FAULT_MEND", mends).output().unwrap();
        let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("failed: ") && said.contains(says), "{breaks}: {said}\n{errors}");
        assert!(said.lines().any(|line| line == "mended"), "{breaks}: {said}\n{errors}");
    }
}

/// What the two files of a merge are called in their folder.
const COPIES: [&str; 2] = ["ours.factdesk.json", "theirs.factdesk.json"];

pub(super) fn a_merge_into_a_full_or_closed_folder_changes_nothing_and_is_told() {
    if !have("unshare", &["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return;
    }
    let scene = Scene::new();
    let [ours, theirs] = COPIES.map(|name| scene.folder.path().join(name));
    for copy in [&ours, &theirs] {
        fs::copy(scene.path(), copy).unwrap();
    }
    edit(&ours, "anna");
    edit(&theirs, "bea");
    for Trouble { mount, breaks, says, mends } in TROUBLES.into_iter().take(3) {
        let home = tempfile::tempdir().unwrap();
        let script = format!(
            "mount -t tmpfs -o {mount} tmpfs \"$D\" && cp \"$FROM\"/*.factdesk.json \"$D\" || exit 9
             cd \"$D\" && ( {breaks} ) >/dev/null 2>&1; cd /
             \"$0\" merge \"$D/{0}\" \"$D/{1}\"; echo \"first $?\"
             cmp \"$D/{0}\" \"$FROM/{0}\" && cmp \"$D/{1}\" \"$FROM/{1}\" && echo untouched
             ( cd \"$D\" && {mends} ); \"$0\" merge \"$D/{0}\" \"$D/{1}\"; echo \"then $?\"
             cp \"$D/{0}\" \"$FROM/merged\"",
            COPIES[0], COPIES[1]
        );
        let mut command = Command::new("unshare");
        command.args(["-rm", "sh", "-c", &script, env!("CARGO_BIN_EXE_factdesk")]);
        let output = command.env("D", home.path()).env("FROM", scene.folder.path()).output().unwrap();
        let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        for line in ["first 1", "untouched", "then 10"] {
            assert!(said.lines().any(|other| other == line), "{breaks}: no {line}: {said}\n{errors}");
        }
        assert!(errors.contains(says), "{breaks}: {errors}");
        let merged = store::read(&scene.folder.path().join("merged")).unwrap().session;
        assert!(["anna", "bea"].iter().all(|by| merged.history().iter().any(|entry| &*entry.by == *by)), "{breaks}");
    }
}

fn edit(path: &Path, by: &str) {
    let done = store::amend(path, &desk(), |session| -> Result<(), StoreError> {
        work(session, by);
        Ok(())
    });
    done.unwrap();
}
