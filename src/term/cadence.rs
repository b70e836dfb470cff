//! Keys that are held down: the keyboard repeats them faster than any hand presses them, or anybody reads.

use std::time::Duration;

use crate::app::Action;
use crate::app::key::Key;

use super::event::Pressed;

/// Keyboards repeat a key every 25 to 110 milliseconds; nobody who reads presses the same key again within a seventh of a second.
const REPEATED: Duration = Duration::from_millis(145);

/// The longest time that a keyboard waits with the first repeat, 250 to 660 milliseconds where nobody has set another.
const WAITED: Duration = Duration::from_secs(1);

/// How keys follow one another.
#[derive(Debug, Default)]
pub(super) struct Cadence {
    last: Option<KeyPress>,
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug)]
struct KeyPress {
    key: Key,
    at: Duration,
    /// What it counted as.
    pressed: Pressed,
    /// True when the same key had come so shortly before that this may be the keyboard's first repeat.
    may_repeat: bool,
}

impl Cadence {
    /// How `key` was pressed, which came at `now`, a time that only rises; `repeats` where the terminal says that it is a repeat.
    pub(super) fn pressed(&mut self, key: Key, now: Duration, repeats: bool) -> Pressed {
        let before = self.last.filter(|last| last.key == key);
        let gap = before.map(|last| now.saturating_sub(last.at));
        let pressed = match before {
            Some(last) if !repeats && gap < Some(REPEATED) && last.pressed == Pressed::Once && last.may_repeat => {
                Pressed::Twice
            }
            _ if repeats || gap.is_some_and(|gap| gap < REPEATED) => Pressed::Held,
            _ => Pressed::Once,
        };
        let may_repeat = pressed == Pressed::Once && gap.is_some_and(|gap| gap < WAITED);
        self.last = Some(KeyPress { key, at: now, pressed, may_repeat });
        pressed
    }
}

/// What a key comes to that is held down: what changes a claim or answers for one counts once, for most such keys go on to the next,
/// and nobody has seen that one. What takes a line or a list's row ends with it.
pub(super) fn held(key: Key, pressed: Pressed, action: Action) -> Action {
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
    match pressed {
        Pressed::Held if decides => Action::Held(key),
        Pressed::Twice if decides => Action::HeldOn(key),
        Pressed::Once | Pressed::Held | Pressed::Twice => action,
    }
}

#[cfg(test)]
mod tests {
    use super::Pressed::{Held, Once, Twice};
    use super::*;
    use crate::app::keymap::Scope;
    use crate::app::panel::{advice, changes, differences, question, things};
    use crate::review::Verdict;

    #[test]
    fn a_mark_that_is_held_down_counts_once_and_a_step_each_time() {
        let key: Key = "v".parse().unwrap();
        let mut cadence = Cadence::default();
        let mut at = |ms| cadence.pressed(key, Duration::from_millis(ms), false);
        assert_eq!([at(0), at(30), at(60), at(300)], [Once, Held, Held, Once]);
        assert_eq!(held(key, Held, Action::Mark(Verdict::Verified)), Action::Held(key));
        assert_eq!(held(key, Held, Action::Undo), Action::Undo);
    }

    /// Keyboards wait before they repeat: what the first repeat did is taken back once the second shows that it was one.
    #[test]
    fn the_first_repeat_is_known_by_the_second() {
        let key: Key = "v".parse().unwrap();
        for (wait, rate) in [(250, 33), (500, 33), (660, 40), (250, 92), (500, 90), (500, 110)] {
            let mut cadence = Cadence::default();
            let times = [0, wait, wait + rate, wait + 2 * rate, wait + 3 * rate];
            let pressed = times.map(|ms| cadence.pressed(key, Duration::from_millis(ms), false));
            assert_eq!(pressed, [Once, Once, Twice, Held, Held], "{wait} {rate}");
        }
        // A hand that presses it five times a second.
        let mut cadence = Cadence::default();
        assert!((0..9).all(|at| cadence.pressed(key, Duration::from_millis(at * 200), false) == Once));
        // A terminal that tells repeats.
        let mut cadence = Cadence::default();
        let told = [(0, false), (500, true), (533, true)];
        assert_eq!(
            told.map(|(ms, repeats)| cadence.pressed(key, Duration::from_millis(ms), repeats)),
            [Once, Held, Held]
        );
        assert_eq!(held(key, Twice, Action::Mark(Verdict::Verified)), Action::HeldOn(key));
    }

    #[test]
    fn whatever_changes_a_claim_or_answers_a_question_counts_once() {
        let keymap = crate::app::keymap::Keymap::standard();
        let counts_once = |scope: Scope, key: &str| {
            let key: Key = key.parse().unwrap();
            held(key, Held, keymap.pressed(scope, key)) == Action::Held(key)
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
            assert_eq!(cadence.pressed(name.parse().unwrap(), Duration::from_millis(at), false), Once, "{name}");
        }
    }
}
