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

/// What a key comes to that is held down: what changes a claim or answers for one counts once, for most such keys go on to the next,
/// and nobody has seen that one. What takes a line or a list's row ends with it.
pub(super) fn held(key: Key, action: Action) -> Action {
    let decides = matches!(
        action,
        Action::Mark(_)
            | Action::Clear
            | Action::Dismiss
            | Action::DismissParagraph
            | Action::Scrap
            | Action::Again
            | Action::Claim
            | Action::Join
            | Action::Furniture
            | Action::Delete
            | Action::Ours
            | Action::Theirs
            | Action::Choose(_)
            | Action::Yes
    );
    if decides { Action::Held(key) } else { action }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Scope;
    use crate::app::panel::{advice, changes, differences, question, things};
    use crate::review::Verdict;

    #[test]
    fn a_mark_that_is_held_down_counts_once_and_a_step_each_time() {
        let key: Key = "v".parse().unwrap();
        let mut cadence = Cadence::default();
        let mut held_at = |ms| cadence.is_held(key, Duration::from_millis(ms));
        assert_eq!([held_at(0), held_at(30), held_at(60), held_at(200)], [false, true, true, false]);
        assert_eq!(held(key, Action::Mark(Verdict::Verified)), Action::Held(key));
        assert_eq!(held(key, Action::Undo), Action::Undo);
    }

    #[test]
    fn whatever_changes_a_claim_or_answers_a_question_counts_once() {
        let keymap = crate::app::keymap::Keymap::standard();
        let counts_once = |scope: Scope, key: &str| {
            let key: Key = key.parse().unwrap();
            held(key, keymap.pressed(scope, key)) == Action::Held(key)
        };
        for key in ["v", "d", "u", "c", "x", "X", "a", "M", "D", "F", "."] {
            assert!(counts_once(Scope::Desk, key), "{key}");
        }
        for (scope, keys) in [
            (changes::SCOPE, ["y", "enter", "r", "x"].as_slice()),
            (differences::SCOPE, &["o", "t", "1", "v", "d", "u", "x"]),
            (question::SCOPE, &["y"]),
            (advice::SCOPE, &["x"]),
            (things::SCOPE, &["D"]),
        ] {
            for key in keys {
                assert!(counts_once(scope, key), "{} {key}", scope.name());
            }
        }
        for key in ["j", "k", "]", "[", "z", "Z", "n", "ctrl-d", "<"] {
            assert!(!counts_once(Scope::Desk, key), "{key}");
        }
    }

    #[test]
    fn two_keys_in_turn_are_not_held() {
        let mut cadence = Cadence::default();
        for (at, name) in [(0, "v"), (10, "d"), (20, "v")] {
            assert!(!cadence.is_held(name.parse().unwrap(), Duration::from_millis(at)), "{name}");
        }
    }
}
