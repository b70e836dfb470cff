//! Understands the claims and edits of a session file a batch at a time, on every core when the file is long.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use super::twice;
use crate::review::wire::{ClaimShape, EntryShape};
use crate::review::{Claim, Claims, Entry, History, RUN, Texts, Whys};

/// Batches that wait for a helper while it understands one.
const WAITING: usize = 1;

/// More helpers than this wait for the file.
const MOST: usize = 4;

/// Some members of a list of the file, as a list.
pub(super) enum Batch {
    Claims(Vec<u8>),
    Entries(Vec<u8>),
}

/// What a batch holds.
enum BatchPart {
    /// Runs of claims, as [`Claims`] shelves them.
    Claims(Vec<Vec<Claim>>),
    Entries(Vec<Entry>),
}

/// How many helpers are worth having on this machine.
pub(super) fn helpers() -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    // One core is left to whoever draws the article meanwhile.
    cores.saturating_sub(1).clamp(1, MOST)
}

/// Claims and history of what `read` hands over, and what it answers with. Understood by so many `helpers` while `read` reads
/// on, or with none while it waits. `None` when `read` or a batch is not sound.
pub(super) fn understood<T>(
    texts: Texts<'_>,
    helpers: usize,
    read: impl FnOnce(&mut dyn FnMut(Batch) -> Option<()>) -> Option<T>,
) -> Option<(Claims, History, T)> {
    if helpers == 0 {
        let (mut parts, mut whys) = (Vec::new(), Whys::default());
        let answer = read(&mut |batch| {
            parts.push(part(texts, &mut whys, &batch)?);
            Some(())
        })?;
        return gathered(parts, answer);
    }
    thread::scope(|scope| {
        let (senders, threads): (Vec<_>, Vec<_>) = (0..helpers)
            .map(|_| {
                let (batches, waiting) = sync_channel(WAITING);
                (batches, scope.spawn(move || parts(texts, &waiting)))
            })
            .unzip();
        // One after the other, so that what they hold can be put in order again.
        let mut turns = senders.iter().cycle();
        let answer = read(&mut |batch| turns.next()?.send(batch).ok());
        drop(senders);
        let mut held = Vec::with_capacity(helpers);
        for thread in threads {
            held.push(thread.join().ok()??.into_iter());
        }
        let mut turn = 0;
        let in_turn = std::iter::from_fn(|| {
            turn += 1;
            held.get_mut((turn - 1) % helpers)?.next()
        });
        gathered(in_turn, answer?)
    })
}

/// What the batches of one helper hold.
fn parts(texts: Texts<'_>, batches: &Receiver<Batch>) -> Option<Vec<BatchPart>> {
    let mut whys = Whys::default();
    batches.iter().map(|batch| part(texts, &mut whys, &batch)).collect()
}

fn part(texts: Texts<'_>, whys: &mut Whys, batch: &Batch) -> Option<BatchPart> {
    match batch {
        Batch::Claims(list) => {
            let shapes: Vec<ClaimShape<'_>> = serde_json::from_str(str::from_utf8(list).ok()?).ok()?;
            // A field that is known and stands there twice is not of that shape.
            if !shapes.iter().all(ClaimShape::is_known) {
                twice::check(list).ok()?;
            }
            let count = shapes.len().div_ceil(shapes.len().div_ceil(RUN).max(1)).max(1);
            let mut shapes = shapes.into_iter();
            let mut runs = Vec::with_capacity(shapes.len().div_ceil(count));
            while shapes.len() > 0 {
                let mut run = Vec::with_capacity(count.min(shapes.len()));
                for shape in shapes.by_ref().take(count) {
                    run.push(shape.into_claim(texts.now, whys).ok()?);
                }
                runs.push(run);
            }
            Some(BatchPart::Claims(runs))
        }
        Batch::Entries(list) => {
            // Before and after may hold anything.
            twice::check(list).ok()?;
            let shapes: Vec<EntryShape> = serde_json::from_slice(list).ok()?;
            shapes
                .into_iter()
                .map(|shape| shape.into_entry(texts))
                .collect::<Result<_, _>>()
                .ok()
                .map(BatchPart::Entries)
        }
    }
}

/// Parts in order as one.
fn gathered<T>(parts: impl IntoIterator<Item = BatchPart>, answer: T) -> Option<(Claims, History, T)> {
    let (mut runs, mut history) = (Vec::new(), History::default());
    for part in parts {
        match part {
            BatchPart::Claims(more) => runs.extend(more),
            BatchPart::Entries(entries) => history.extend(entries),
        }
    }
    let count: usize = runs.iter().map(Vec::len).sum();
    let claims = Claims::from_runs(runs);
    (claims.len() == count).then_some((claims, history, answer))
}
