//! Does the same to many things on every core, where there are enough of them to pay for it.

use std::num::NonZero;
use std::thread;

/// Things a thread is worth starting for: a few milliseconds of sentences.
const ENOUGH: usize = 256;

/// What `work` makes of each of `things`, in their order. It is the same on one core and on many.
pub(super) fn map<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let parts = cores.min(things.len() / ENOUGH);
    if parts < 2 {
        return things.iter().map(work).collect();
    }
    let work = &work;
    let mut made = Vec::with_capacity(things.len());
    thread::scope(|scope| {
        let threads: Vec<_> = things
            .chunks(things.len().div_ceil(parts))
            .map(|part| (part, scope.spawn(move || part.iter().map(work).collect::<Vec<R>>())))
            .collect();
        for (part, thread) in threads {
            // A part whose thread broke is done again here, where its trouble is told.
            made.extend(thread.join().unwrap_or_else(|_| part.iter().map(work).collect()));
        }
    });
    made
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn many_come_out_as_one_by_one() {
        let things: Vec<usize> = (0..ENOUGH_FOR_THREE).collect();
        assert_eq!(map(&things, |thing| thing * 2), things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        assert_eq!(map(&things[..3], |thing| thing + 1), [1, 2, 3]);
    }

    const ENOUGH_FOR_THREE: usize = super::ENOUGH * 3 + 7;
}
