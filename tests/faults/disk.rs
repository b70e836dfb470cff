//! Disks that are full, gone or closed: it is said at once, the file stays as it was, and work goes on when they are back.

use super::{have, victim};

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
        says: "the folder can't be made",
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
