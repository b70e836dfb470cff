//! The order of a save's system calls: without it a power cut would lose what a kill does not.

use std::fs;

use super::{Scene, have, victim};

pub(super) fn nothing_is_called_saved_before_file_and_folder_are_synced() {
    if !have("strace", &["-f", "-y", "-o", "/dev/null", "true"]) {
        return;
    }
    let scene = Scene::new();
    let log = scene.folder.path().join("strace.log");
    let strace = ["strace", "-f", "-y", "-s", "200", "-e", "trace=writev,fsync,/^rename", "-o", log.to_str().unwrap()];
    let output = victim(&strace, "save 4", &scene.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let trace = fs::read_to_string(&log).unwrap();
    let session = scene.path().display().to_string();
    let folder = format!("<{}>", scene.folder.path().display());
    let [mut file_synced, mut renamed, mut folder_synced] = [false; 3];
    let mut saves = 0;
    for line in trace.lines() {
        if line.contains("fsync(") && line.contains("/.ferry.factdesk.json.") {
            file_synced = true;
        } else if line.contains("rename") && line.contains(&format!("\"{session}\"")) {
            assert!(file_synced, "renamed before it was synced:\n{trace}");
            renamed = true;
        } else if line.contains("fsync(") && line.contains(&folder) {
            folder_synced = renamed;
        } else if line.contains("writev(") && line.contains("\"saved ") {
            assert!(file_synced && renamed && folder_synced, "called saved too early:\n{trace}");
            [file_synced, renamed, folder_synced] = [false; 3];
            saves += 1;
        }
    }
    assert_eq!(saves, 4, "{trace}");
}
