//! What a list shows of the sessions, in a file of its own beside the rows: a tenth of them, in the list's order, so that a screen
//! with a thousand sessions comes as soon as one with ten. It is a memory and no more: whoever shows it looks at the folder next.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::digest::{OriginFile, Summary};
use super::rows::IndexRow;
use crate::review::{Stamp, Tally};
use crate::store::save;

/// The version of the form, in the file's name as well.
const VERSION: u32 = 4;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A session: its name, its title, its counts, those by its policy, what is owed, its draft, its file and where that lies, who marked, who is to check, when it was
/// changed, when it was changed or begun.
#[derive(Serialize, Deserialize)]
struct Glance(
    String,
    String,
    [usize; 11],
    Option<[usize; 11]>,
    usize,
    u32,
    String,
    OriginFile,
    Vec<String>,
    Vec<(String, usize)>,
    Option<Stamp>,
    Stamp,
);

fn file(place: &Path) -> PathBuf {
    place.join(format!("glance-{VERSION}"))
}

fn head(folder: &Path, lines: &[u8]) -> String {
    // A folder's name may hold a line break; its hash does not.
    let of = xxh3_64(folder.as_os_str().as_encoded_bytes());
    format!("factdesk-glance {VERSION} {of:016x} {:016x}\n", xxh3_64(lines))
}

/// The names and lines of the sessions in `folder`, the one worked on last first; `None` when they are not there whole.
pub(super) fn read(place: &Path, folder: &Path) -> Option<Vec<(String, Summary)>> {
    let path = file(place);
    fs::metadata(&path).ok().filter(|about| about.is_file() && about.len() <= LARGEST)?;
    let bytes = fs::read(&path).ok()?;
    let end = memchr::memchr(b'\n', &bytes)? + 1;
    let (first, lines) = bytes.split_at_checked(end)?;
    if first != head(folder, lines).as_bytes() {
        return None;
    }
    let lines: Vec<Glance> = serde_json::from_slice(lines).ok()?;
    Some(lines.into_iter().map(Glance::line).collect())
}

/// Writes what a list shows of `rows`, if that can be done.
pub(super) fn write(place: &Path, folder: &Path, rows: &[IndexRow]) {
    let mut rows: Vec<&IndexRow> = rows.iter().collect();
    rows.sort_by_key(|row| (Reverse(&row.line.dated), &row.name));
    let lines: Vec<Glance> = rows.into_iter().map(Glance::of).collect();
    if let Ok(lines) = serde_json::to_vec(&lines) {
        let mut bytes = head(folder, &lines).into_bytes();
        bytes.extend_from_slice(&lines);
        // Without it the rows are read.
        let _ = save::unsynced(&file(place), &bytes);
    }
}

impl Glance {
    fn of(row: &IndexRow) -> Self {
        let Summary { title, tally, standing, owed, draft, source, origin, reviewers, assigned, last, dated, .. } =
            row.line.clone();
        Self(
            row.name.clone(),
            title,
            counts(tally),
            standing.map(counts),
            owed,
            draft,
            source,
            origin,
            reviewers,
            assigned,
            last,
            dated,
        )
    }

    fn line(self) -> (String, Summary) {
        let Self(name, title, counts, standing, owed, draft, source, origin, reviewers, assigned, last, dated) = self;
        let (tally, standing) = (tally(counts), standing.map(tally));
        (
            name,
            Summary {
                title,
                tally,
                standing,
                owed,
                last,
                dated,
                origin,
                draft,
                source,
                reviewers,
                assigned,
                ..Summary::default()
            },
        )
    }
}

const fn counts(tally: Tally) -> [usize; 11] {
    let Tally {
        verified,
        disputed,
        unknown,
        unchecked,
        differs,
        other,
        dismissed,
        pending,
        fresh,
        conflicts,
        contradicted,
    } = tally;
    [verified, disputed, unknown, unchecked, differs, other, dismissed, pending, fresh, conflicts, contradicted]
}

const fn tally(counts: [usize; 11]) -> Tally {
    let [verified, disputed, unknown, unchecked, differs, other, dismissed, pending, fresh, conflicts, contradicted] =
        counts;
    Tally { verified, disputed, unknown, unchecked, differs, other, dismissed, pending, fresh, conflicts, contradicted }
}
