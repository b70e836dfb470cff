//! Every system call of a save made to fail, or to be the last one, once at each place.

use super::{Scene, acknowledged, count, have, victim};

/// Calls, by strace's pattern, and what they may answer.
const CALLS: [(&str, &[&str]); 7] = [
    ("write", &["error=ENOSPC", "error=EIO", "error=EDQUOT", "signal=SIGKILL"]),
    ("fsync", &["error=EIO", "error=ENOSPC", "error=EDQUOT", "signal=SIGKILL"]),
    ("/^rename", &["error=EIO", "error=EXDEV", "error=EBUSY", "error=EROFS", "signal=SIGKILL"]),
    ("openat", &["error=EMFILE", "error=ENOSPC", "error=EACCES", "signal=SIGKILL"]),
    ("/^fchmod", &["error=EPERM", "signal=SIGKILL"]),
    ("flock", &["error=ENOLCK", "signal=SIGKILL"]),
    ("/^unlink", &["error=EIO", "signal=SIGKILL"]),
];

pub(super) fn no_failing_call_costs_a_mark_or_the_file() {
    if !have("strace", &["-f", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"]) {
        return;
    }
    let places = count("FAULT_PLACES", 7);
    let (mut injected, mut refused) = (0, 0);
    for (call, answers) in CALLS {
        for answer in answers {
            for place in 1..=places {
                let inject = format!("inject={call}:{answer}:when={place}");
                let traced = format!("trace={call}");
                let scene = Scene::new();
                let strace = ["strace", "-f", "-o", "/dev/null", "-e", &traced, "-e", &inject];
                let output = victim(&strace, "save 3", &scene.path()).output().unwrap();
                let said = String::from_utf8_lossy(&output.stdout);
                scene.sound(acknowledged(&said), &inject);
                let killed = answer.starts_with("signal") || call == "/^unlink";
                assert!(
                    killed || !output.status.success() || scene.leftovers().is_empty(),
                    "{inject}: {:?}",
                    scene.leftovers()
                );
                injected += 1;
                refused += said.matches("failed: ").count();
            }
        }
    }
    assert!(injected >= 150 && refused >= 50, "{injected} injections, and only {refused} made a save fail");
}
