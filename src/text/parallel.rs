//! Does the same to many things on every core, where there are enough of them to pay for it.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How much work a thing is.
#[derive(Clone, Copy)]
struct Grain {
    /// Things that another thread is worth starting for.
    enough: usize,
    /// A core takes so many things at a time: enough that taking them costs nothing, few enough that all cores end together.
    portion: usize,
}

/// Sentences: some tenths of a millisecond are worth a thread.
const FINE: Grain = Grain { enough: 128, portion: 64 };
/// Whole files.
const COARSE: Grain = Grain { enough: 2, portion: 1 };

/// What `work` makes of each of `things`, in their order. It is the same on one core and on many.
pub fn map<'t, T: Sync, R: Send>(things: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    map_beside(things, work, || ()).0
}

/// [`map`] for things each of which is worth a thread: files.
pub fn map_each<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    shared(things, COARSE, work, || ()).0
}

/// [`map_beside`] for things each of which is worth a thread.
pub fn map_each_beside<T: Sync, R: Send, B>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
    beside: impl FnOnce() -> B,
) -> (Vec<R>, B) {
    shared(things, COARSE, work, beside)
}

/// [`map`], and what `beside` makes, which can't be parted: this core does it first and then helps the others.
pub fn map_beside<'t, T: Sync, R: Send, B>(
    things: &'t [T],
    work: impl Fn(&'t T) -> R + Sync,
    beside: impl FnOnce() -> B,
) -> (Vec<R>, B) {
    shared(things, FINE, work, beside)
}

fn shared<'t, T: Sync, R: Send, B>(
    things: &'t [T],
    grain: Grain,
    work: impl Fn(&'t T) -> R + Sync,
    beside: impl FnOnce() -> B,
) -> (Vec<R>, B) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = (cores - 1).min(things.len() / grain.enough);
    if helpers == 0 {
        let apart = beside();
        return (things.iter().map(work).collect(), apart);
    }
    let (work, next) = (&work, &AtomicUsize::new(0));
    // Whoever has nothing to do takes the next portion, with its place in the row.
    let take = move || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(portion) = things.chunks(grain.portion).nth(place) else { return done };
            done.push((place, portion.iter().map(work).collect::<Vec<R>>()));
        }
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..helpers).map(|_| scope.spawn(take)).collect();
        let apart = beside();
        let mut done = take();
        // What a thread made that broke is missed below, and done again where its trouble is told.
        done.extend(threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()));
        done.sort_unstable_by_key(|(place, _)| *place);
        let mut done = done.into_iter().peekable();
        let mut made = Vec::with_capacity(things.len());
        for (place, portion) in things.chunks(grain.portion).enumerate() {
            match done.next_if(|(of, _)| *of == place) {
                Some((_, results)) => made.extend(results),
                None => made.extend(portion.iter().map(work)),
            }
        }
        (made, apart)
    })
}

/// What both make, each on a core of its own where there are two.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send + Clone, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        // Without a thread to be had, or where it broke, the one is done here, and its trouble is told.
        let apart = thread::Builder::new().spawn_scoped(scope, one.clone());
        let made = other();
        let first = apart.ok().and_then(|thread| thread.join().ok());
        (first.unwrap_or_else(one), made)
    })
}

/// [`both`] over `count` things as small as sentences: of few, one after the other, as a thread costs more than it saves.
pub fn both_of<A: Send, B>(count: usize, one: impl FnOnce() -> A + Send + Clone, other: impl FnOnce() -> B) -> (A, B) {
    if count < FINE.enough { (one(), other()) } else { both(one, other) }
}

/// What `work` makes, while another core does what is best done by then.
pub fn beside<T>(ahead: impl FnOnce() + Send, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        // Without a thread to be had it is done when it is needed.
        let _ = thread::Builder::new().spawn_scoped(scope, ahead);
        work()
    })
}

#[cfg(test)]
mod tests {
    use super::{beside, both, both_of, map, map_beside, map_each};

    const ENOUGH_FOR_THREE: usize = super::FINE.enough * 3 + 7;

    #[test]
    fn many_come_out_as_one_by_one() {
        let things: Vec<usize> = (0..ENOUGH_FOR_THREE).collect();
        assert_eq!(map(&things, |thing| thing * 2), things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        assert_eq!(map(&things[..3], |thing| thing + 1), [1, 2, 3]);
        assert_eq!(map_each(&things[..5], |thing| thing + 1), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_done_ahead_is_done_when_the_work_is() {
        let mut ahead = false;
        assert_eq!(beside(|| ahead = true, || 42), 42);
        assert!(ahead);
    }

    #[test]
    fn both_are_made() {
        assert_eq!(both(|| 6, || 7), (6, 7));
        for count in [0, ENOUGH_FOR_THREE] {
            assert_eq!(both_of(count, || 6, || 7), (6, 7));
        }
    }

    #[test]
    fn what_stands_beside_is_done_once_whether_others_help_or_not() {
        let things: Vec<usize> = (0..ENOUGH_FOR_THREE).collect();
        for some in [&things[..], &things[..3], &[]] {
            let mut times = 0;
            let (made, ()) = map_beside(some, |thing| *thing, || times += 1);
            assert_eq!((made.as_slice(), times), (some, 1));
        }
    }
}
