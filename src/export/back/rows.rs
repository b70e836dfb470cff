//! Rows of the two tables that come back, cell by cell: a cell that says what the table said says nothing.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::as_of::AS_OF;
use super::super::options::Options;
use super::super::sheet::ExportSheet;
use super::super::table;
use super::alike::{alike, flattened, plainly, rows_told, same_words, short};
use super::cells;
use super::cited;
use super::days;
use super::meet::Meeting;
use super::states::StoodClaim;
use super::things::things;
use super::verdicts::{heads, is_state};
use super::voice::Voice;
use crate::review::Claim;
use crate::review::field;

/// Columns that are written for readers and not read back.
const TOLD: [&str; 5] = ["origin", "readings", "settled", "fate", "remarks"];

/// Columns that say which words a claim sits on, and which claim it is; they are mended at the desk.
const PLACE: [&str; 5] = ["number", "start", "end", "prefix", "suffix"];

/// Columns of the table of sources.
const SOURCE: [(&str, &str); 10] = [
    ("source_id", "id"),
    ("title", "title"),
    ("url", "url"),
    ("archive", "archive"),
    ("kind", "kind"),
    ("rank", "rank"),
    ("source_stance", "stance"),
    ("locator", "locator"),
    ("quote", "quote"),
    ("checked_at", "checked_at"),
];

/// The name of a column as our tables have it, if they do, in whatever letters and with blanks in it; else in small letters.
pub(super) fn column(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let ours = name.replace([' ', '-'], "_");
    // Whoever heads a table of their own so says whose the row is.
    if ours != name && is_known(&ours) && ours != "marked_by" { ours } else { name }
}

/// True for a column that some table of ours has.
pub(super) fn is_known(column: &str) -> bool {
    table::columns().any(|known| known == column)
}

/// The cells of a row that were edited.
struct Edited<'r> {
    cells: BTreeMap<&'r str, &'r str>,
    /// True when the row was written anew, and of words that are not all of the claim's.
    is_of_part: bool,
}

impl<'r> Edited<'r> {
    fn of(meeting: &Meeting<'_>, place: usize, row: &'r BTreeMap<String, String>) -> Self {
        let whole = Options { confidential: true, ..Options::default() };
        let cells = |state: &StoodClaim| -> BTreeMap<&str, String> {
            table::cells(&ExportSheet::new(&state.session, &whole), place, state).into_iter().collect()
        };
        let states: Vec<BTreeMap<&str, String>> = meeting.states().iter().map(cells).collect();
        let says = |state: &BTreeMap<&str, String>, name: &str| match row.get(name) {
            Some(cell) => {
                state.get(name).is_some_and(|held| alike(held, cell) || days::is_column(name) && days::same(held, cell))
            }
            None => true,
        };
        // A row that somebody wrote anew has empty cells because nothing was written in them.
        let anew = row.get("id").is_some_and(|id| id.trim().is_empty());
        let is_of_part = blank(row, "id") && meeting.elsewhere.is_some();
        let same = |name: &str| match name {
            // What is said of a part of the words is not what was said of them all.
            "verdict" | "status" | "note" | "statement" if is_of_part => blank(row, name),
            // A verdict is somebody's: the same one under another name is another reading.
            "verdict" if !blank(row, "verdict") && !blank(row, "marked_by") => {
                states.iter().any(|state| says(state, "verdict") && says(state, "marked_by"))
            }
            // One that was changed is a reading of whoever changed it, though somebody else has come to the same since.
            "verdict" | "status" if meeting.is_sure() => states.last().is_none_or(|state| says(state, name)),
            _ => states.iter().any(|state| says(state, name)),
        };
        let told = |cell: &str| !anew || !cell.trim().is_empty();
        let cells = row.iter().filter(|(name, cell)| is_known(name) && told(cell) && !same(name));
        Self { cells: cells.map(|(name, cell)| (name.as_str(), cell.as_str())).collect(), is_of_part }
    }

    /// The cell, when it was edited and says something.
    fn get(&self, name: &str) -> Option<&'r str> {
        self.cells.get(name).copied().filter(|cell| !cell.trim().is_empty())
    }

    /// True when it was emptied.
    fn is_emptied(&self, name: &str) -> bool {
        self.cells.get(name).is_some_and(|cell| cell.trim().is_empty())
    }
}

/// True when a row has nothing in a cell.
fn blank(row: &BTreeMap<String, String>, name: &str) -> bool {
    row.get(name).is_none_or(|cell| cell.trim().is_empty())
}

/// Takes in a row of the table of claims; `is_signed` where it says whose it is.
pub(super) fn claim(
    meeting: &mut Meeting<'_>,
    place: usize,
    row: &BTreeMap<String, String>,
    (voice, is_signed): (&Voice, bool),
) {
    let edited = Edited::of(meeting, place, row);
    let cell = |name: &str| row.get(name).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).map(str::to_owned);
    let signed = cell("marked_by").map(|by| Voice { by: Some(by), at: cell("marked_at"), from: voice.from });
    let marked = Voice {
        at: edited.get("marked_at").map(str::to_owned).or_else(|| voice.at.clone()),
        ..meeting.marker(
            signed.as_ref(),
            voice,
            &["verdict", "status"].map(|name| edited.get(name).unwrap_or_default()),
        )
    };
    // A table is mostly one's own, filled in elsewhere: where it names nobody, it is of who takes it in.
    let marked = marked.or_by(meeting.importer());
    // A row under a name of its own is of that one: of what others note a note of ours is not made.
    let is_of_other = is_signed && voice.by.as_deref().is_some_and(|by| plainly(by) != plainly(meeting.importer()));
    verdict(meeting, &edited, &marked);
    for (name, field) in [("note", &field::NOTE), ("statement", &field::STATEMENT), ("assignee", &field::ASSIGNEE)] {
        match (edited.cells.get(name), &meeting.elsewhere) {
            (Some(cell), _) if is_of_other && name == "note" => meeting.remark(cell, voice),
            (Some(cell), Some(words)) if edited.is_of_part && name != "assignee" => {
                let said = format!("{} (on “{}”)", cell.trim(), flattened(words));
                meeting.remark(&said, &voice.clone().or_by(meeting.importer()));
            }
            (Some(cell), _) => meeting.text(field, cell, voice),
            (None, _) => {}
        }
    }
    speaker(meeting, &edited, voice);
    sources(meeting, &edited);
    for columns in [cells::CORRECTIONS, cells::QUERIES, cells::REPLIES] {
        cells::take(meeting, &columns, &edited.cells, row, voice);
    }
    if let Some(cell) = edited.get("tags") {
        let tags: Vec<String> = cell.split(',').map(|tag| tag.trim().to_owned()).collect();
        meeting.tags(&tags);
        let held = |claim: &Claim| claim.record.tags.iter().map(|tag| (tag.clone(), tag.clone())).collect();
        meeting.stays("tag", held, &tags);
    }
    // Where it is not known when a table was made, a claim may have stood elsewhere.
    let is_sure = meeting.is_sure();
    let place = PLACE.into_iter().filter(|_| is_sure);
    let is_edited = |name: &&str| edited.cells.contains_key(name);
    for name in TOLD.into_iter().filter(|name| edited.get(name).is_some()).chain(place.filter(is_edited)) {
        meeting.kept.push(format!("the column {name} is not read back"));
    }
    let is_known = meeting.is_sure() && !meeting.is_foreign;
    // Texts say so themselves; what is written for readers may be another's.
    let is_told = |name: &str| {
        ["note", "statement", "assignee", "id", "marked_by", "marked_at", AS_OF].contains(&name)
            || PLACE.contains(&name)
            || TOLD.contains(&name) && !is_known
    };
    for name in edited.cells.keys().filter(|name| edited.is_emptied(name) && !is_told(name)) {
        meeting.kept.push(format!("an empty {name} takes nothing away"));
    }
    unread(meeting, &edited);
}

/// Takes in the sources that were written behind those of the claim.
fn sources(meeting: &mut Meeting<'_>, edited: &Edited<'_>) {
    let Some(cell) = edited.get("sources") else { return };
    let had: Vec<String> = meeting
        .states()
        .iter()
        .flat_map(|state| &state.record.sources)
        .map(|one| flattened(&table::named(one)))
        .collect();
    let fresh = cell.lines().filter(|line| !had.contains(&flattened(line)));
    meeting.links(&fresh.map(cited::in_cell).collect::<Vec<_>>());
    let lines: Vec<String> = cell.lines().map(flattened).collect();
    let named = |claim: &Claim| {
        // What is confidential was perhaps never in it.
        let sources = claim.record.sources.iter().filter(|source| !source.confidential);
        sources.map(|one| (flattened(&table::named(one)), table::named(one))).collect()
    };
    meeting.stays("source", named, &lines);
}

/// Says what was edited of whose the verdict is where the verdict was not, and of the words where nothing else was said.
fn unread(meeting: &mut Meeting<'_>, edited: &Edited<'_>) {
    let is_judged = ["verdict", "status"].into_iter().any(|name| edited.cells.contains_key(name));
    for name in ["marked_by", "marked_at"].into_iter().filter(|_| !is_judged && !meeting.is_foreign) {
        if edited.is_emptied(name) {
            meeting.kept.push(format!("an empty {name} takes nothing away"));
        } else if edited.get(name).is_some() {
            meeting.kept.push(format!("the column {name} is not read back without a verdict"));
        }
    }
    let Some(words) = edited.get("words").filter(|_| meeting.told.is_empty() && meeting.kept.is_empty()) else {
        return;
    };
    let stood = meeting.states().iter().any(|state| {
        state.session.wordings(state).into_iter().any(|had| same_words(had, words)) || is_corrected(state, words)
    });
    if !stood {
        meeting.kept.push(format!(
            "the column words is not read back; other words for the claim's are a correction: {}",
            short(words)
        ));
    }
}

/// True for words that are proposed for the claim's.
fn is_corrected(claim: &Claim, words: &str) -> bool {
    claim.record.corrections.iter().any(|one| same_words(&one.text, words))
}

/// Takes in the verdict where it was edited, in the column for it or in that for the state: a word in both counts once.
fn verdict(meeting: &mut Meeting<'_>, edited: &Edited<'_>, marked: &Voice) {
    let words = [edited.get("verdict"), edited.get("status")].map(|word| word.map(str::trim));
    if let [Some(verdict), Some(status)] = words
        && !verdict.eq_ignore_ascii_case(status)
    {
        // A verdict changes the state, and nobody need have written that into its column.
        meeting.kept.push(format!("the verdict is {verdict} and the status {status}; which is meant is not said"));
        return;
    }
    match words.into_iter().flatten().next() {
        Some(word) if word.eq_ignore_ascii_case("dismissed") => meeting.dismiss(marked),
        Some(word) if is_state(word) => {
            let was = meeting.states().iter().any(|state| heads(state, word));
            if !was {
                meeting.kept.push(format!("{word} takes no verdict away"));
            }
        }
        Some(word) => meeting.verdict(word, marked),
        None => {}
    }
}

fn speaker(meeting: &mut Meeting<'_>, edited: &Edited<'_>, voice: &Voice) {
    let parts = [("speaker", "name"), ("stance", "stance"), ("via", "via")];
    let cells = parts.into_iter().filter_map(|(column, key)| Some((key, edited.get(column)?)));
    let cells: Vec<(&str, &str)> = cells.collect();
    let cells =
        cells.into_iter().filter_map(|(key, cell)| Some((key, cells::worded(meeting, &field::SPEAKER, key, cell)?)));
    let fresh: Vec<(&str, String)> = cells.collect();
    if fresh.is_empty() {
        return;
    }
    let ours = field::SPEAKER.value(&meeting.now);
    let mut theirs = if ours.is_object() { ours.clone() } else { json!({}) };
    if let Some(members) = theirs.as_object_mut() {
        members.extend(fresh.iter().map(|(key, cell)| ((*key).to_owned(), cell.as_str().into())));
    }
    speaks(meeting, theirs, voice);
}

/// Takes in who speaks, as the session file has it.
pub(super) fn speaks(meeting: &mut Meeting<'_>, theirs: Value, voice: &Voice) {
    let ours = field::SPEAKER.value(&meeting.now);
    let told = |value: &Value| rows_told(&field::SPEAKER, value);
    let settled = meeting.states().iter().all(|state| field::SPEAKER.value(state) == ours);
    if !settled {
        meeting.clash(&field::SPEAKER, theirs, &told(&ours), voice);
    } else if field::SPEAKER.put(&mut meeting.now, theirs.clone()).is_ok() {
        meeting.change("speaker", &told(&ours), &told(&theirs));
    } else {
        meeting.kept.push("a stance needs a speaker".to_owned());
    }
}

/// Takes in a row of the table of sources.
pub(super) fn source(meeting: &mut Meeting<'_>, place: usize, row: &BTreeMap<String, String>, voice: &Voice) {
    let mut thing = Map::new();
    for (column, key) in SOURCE {
        let cell = row.get(column).and_then(|cell| cells::worded(meeting, &field::SOURCES, key, cell));
        if let Some(word) = cell {
            thing.insert(key.to_owned(), word.into());
        }
    }
    if let Some(cell) = row.get("confidential") {
        match cell.trim().to_lowercase().as_str() {
            "yes" | "true" | "1" | "wahr" | "vrai" => drop(thing.insert("confidential".to_owned(), true.into())),
            "no" | "false" | "0" | "falsch" | "faux" => drop(thing.insert("confidential".to_owned(), false.into())),
            "" => {}
            _ => {
                meeting
                    .kept
                    .push(format!("{} is neither yes nor no, and a source is confidential or not", short(cell)));
            }
        }
    }
    let of_claim = Edited::of(meeting, place, row);
    let known = meeting.is_sure() && !meeting.is_foreign;
    let told =
        ["number", "status", "verdict", "words"].into_iter().filter(|name| known && of_claim.cells.contains_key(name));
    let told: Vec<String> =
        told.map(|name| format!("the column {name} is read in the table of claims alone")).collect();
    meeting.kept.extend(told);
    things(meeting, &field::SOURCES, &[Value::Object(thing)], true, voice);
}
