//! What is kept of evidence that is long gone is let go.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::rows;
use crate::store::lock;

/// How long after the last writing the files may be away: on a stick, on a disk of the office.
const AWAY: Duration = Duration::from_hours(30 * 24);
/// How long what another version keeps, which says nothing to this one, may lie without a writing.
const FOREIGN: Duration = Duration::from_hours(180 * 24);
/// How the folders of what is kept begin.
pub(super) const BEGINS: &str = "evidence-";
/// What stands behind the name of one that is being deleted.
const GOING: &str = "going";

/// Deletes what is kept beside `own` of evidence all of which is gone. What anybody writes to is left alone, and what can't be
/// deleted is tried again the next time.
pub(super) fn sweep(own: &Path) {
    // It was written just now.
    let (Some(cache), Some(now)) = (own.parent(), rows::written(own)) else { return };
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let place = entry.path();
        if place == own || !entry.file_name().to_string_lossy().starts_with(BEGINS) {
            continue;
        }
        if place.extension().is_some_and(|end| end == GOING) {
            // Whoever began to delete it was stopped.
            let _ = fs::remove_dir_all(&place);
        } else if is_gone(&place, now) {
            let_go(&place);
        }
    }
}

/// Is all of the evidence that is kept in `place` away, and was for long?
fn is_gone(place: &Path, now: SystemTime) -> bool {
    let Some(idle) = rows::written(place).and_then(|then| now.duration_since(then).ok()) else {
        return false;
    };
    if idle < AWAY {
        return false;
    }
    match rows::read(place) {
        Some(held) => held.files.iter().all(|file| !file.path.exists()),
        None => idle >= FOREIGN,
    }
}

/// Deletes `place` where nobody writes to it. It is renamed first, so that nobody ever finds half of it.
fn let_go(place: &Path) {
    let Ok(Some(held)) = lock::shelf(&place.join("lock")) else { return };
    let going = place.with_extension(GOING);
    if fs::rename(place, &going).is_ok() {
        drop(held);
        let _ = fs::remove_dir_all(&going);
    }
}
