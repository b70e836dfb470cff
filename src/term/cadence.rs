//! Keys that are held down: the keyboard repeats them faster than any hand presses them, or anybody reads.

use std::time::Duration;

use crate::app::Action;
use crate::app::key::Key;

/// Keyboards repeat a key every 25 to 60 milliseconds; a hand needs more than a tenth of a second for the same key again.
const REPEATED: Duration = Duration::from_millis(90);

/// How keys follow one another.
#[derive(Debug, Default)]
pub(super) struct Cadence {
    last: Option<(Key, Duration)>,
}

impl Cadence {
    /// True when the keyboard repeats `key`, which came at `now`, a time that only rises.
    pub(super) fn is_held(&mut self, key: Key, now: Duration) -> bool {
        let last = self.last.replace((key, now));
        last.is_some_and(|(before, then)| before == key && now.saturating_sub(then) < REPEATED)
    }
}

/// What a key comes to that is held down: what marks, answers or settles a claim and goes on to the next counts once, for nobody has
/// seen that one.
pub(super) fn held(key: Key, action: Action) -> Action {
    let goes_on =
        matches!(action, Action::Mark(_) | Action::Dismiss | Action::Choose(_) | Action::Ours | Action::Theirs);
    if goes_on { Action::Held(key) } else { action }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Verdict;

    #[test]
    fn a_mark_that_is_held_down_counts_once_and_a_step_each_time() {
        let key: Key = "v".parse().unwrap();
        let mut cadence = Cadence::default();
        let mut held_at = |ms| cadence.is_held(key, Duration::from_millis(ms));
        assert_eq!([held_at(0), held_at(30), held_at(60), held_at(200)], [false, true, true, false]);
        assert_eq!(held(key, Action::Mark(Verdict::Verified)), Action::Held(key));
        // What a draft changed is confirmed and differences are settled one by one, too.
        for action in [Action::Choose("confirm"), Action::Ours, Action::Theirs, Action::Dismiss] {
            assert_eq!(held(key, action), Action::Held(key));
        }
        assert_eq!(held(key, Action::Undo), Action::Undo);
    }

    #[test]
    fn two_keys_in_turn_are_not_held() {
        let mut cadence = Cadence::default();
        for (at, name) in [(0, "v"), (10, "d"), (20, "v")] {
            assert!(!cadence.is_held(name.parse().unwrap(), Duration::from_millis(at)), "{name}");
        }
    }
}
