//! Late answers of the terminal, which arrive as keys: colours, its name, its kind. Asked for by this program or by one before it,
//! they must not become commands.
//!
//! crossterm has no event for OSC and DCS strings: `ESC ]` comes as alt-], the rest as characters; of `ESC [ >` it drops the
//! beginning and hands on the numbers.

use std::time::Duration;

use crate::app::key::{Code, Key};

/// The longest pause inside one answer: terminals send it in one go.
const PAUSE: Duration = Duration::from_millis(60);

/// The longest pause between the keys of one burst that no hand makes.
const BURST: Duration = Duration::from_millis(4);

/// Keys of one answer that are swallowed at most.
const LONGEST: usize = 4096;

/// How long the rest of an answer that stopped in its middle is waited for: a slow line brings it in pieces.
const REST: Duration = Duration::from_secs(2);

/// Where the stream of keys is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    /// Between answers.
    #[default]
    Outside,
    /// In a burst of digits, with a semicolon when true: what may be left of a device's attributes.
    Numbers(bool),
    /// In a string, of so many keys so far.
    Inside(usize),
    /// Behind a string that stopped before its end.
    Broken(usize),
}

/// Tells keys of a hand from those of an answer.
#[derive(Debug, Default)]
pub(super) struct AnswerFilter {
    at: At,
    last: Option<(Key, Duration)>,
}

impl AnswerFilter {
    /// True for a key of a hand's that came at `now`, a time that only rises; `more` tells that others are there already, as no
    /// hand brings them.
    pub(super) fn passes(&mut self, key: Key, now: Duration, more: impl Fn() -> bool) -> bool {
        let pause = self.last.map(|(_, then)| now.saturating_sub(then));
        let before = self.last.map(|(key, _)| key);
        self.last = Some((key, now));
        let within = |most: Duration| pause.is_some_and(|pause| pause <= most);
        let ends = key == ctrl('g') || key == alt('\\');
        let inside = match self.at {
            At::Inside(count) if within(PAUSE) => Some(count),
            // The rest of one comes in one go too, or is its end.
            At::Inside(count) | At::Broken(count) if within(REST) && (ends || more()) => Some(count),
            At::Inside(count) | At::Broken(count) if within(REST) => {
                self.at = At::Broken(count);
                return true;
            }
            At::Outside | At::Numbers(_) | At::Inside(_) | At::Broken(_) => None,
        };
        if let Some(count) = inside.filter(|count| *count < LONGEST) {
            self.at = if ends { At::Outside } else { At::Inside(count + 1) };
            return false;
        }
        let after_esc = before == Some(Key::plain(Code::Esc)) && within(BURST);
        if ["]", "P", "_", "^"]
            .iter()
            .filter_map(|c| c.chars().next())
            .any(|c| key == alt(c) || (after_esc && key == Key::plain(Code::Char(c))))
        {
            self.at = At::Inside(0);
            return false;
        }
        let typed = key.types();
        let numbers = matches!(self.at, At::Numbers(_)) && within(BURST);
        let parted = numbers && self.at == At::Numbers(true);
        self.at = match typed {
            Some(';') if numbers => At::Numbers(true),
            Some('0'..='9') => At::Numbers(parted),
            _ => At::Outside,
        };
        !(parted && typed == Some('c'))
    }
}

const fn ctrl(c: char) -> Key {
    Key { ctrl: true, ..Key::plain(Code::Char(c)) }
}

const fn alt(c: char) -> Key {
    Key { alt: true, ..Key::plain(Code::Char(c)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What passes of keys that come a millisecond apart, `…` being a pause of a tenth of a second.
    fn passed(keys: &str) -> String {
        let mut answers = AnswerFilter::default();
        let mut now = Duration::ZERO;
        let mut out = String::new();
        let mut names = keys.split_whitespace().peekable();
        while let Some(name) = names.next() {
            now += Duration::from_millis(if name == "…" { 100 } else { 1 });
            // Whatever comes a millisecond later is there already.
            let more = names.peek().is_some_and(|next| *next != "…");
            if name != "…" && answers.passes(name.parse().unwrap(), now, || more) {
                out.push_str(name);
            }
        }
        out
    }

    #[test]
    fn a_colour_that_comes_late_is_no_command() {
        let colour = "alt-] 1 1 ; r g b : 0 0 0 0 / d d d d";
        assert_eq!(passed(&format!("v {colour} alt-\\ d")), "vd");
        assert_eq!(passed(&format!("v {colour} ctrl-g d")), "vd");
        assert_eq!(passed(&format!("{colour} … d")), "d", "an answer that was cut short ends with a pause");
    }

    #[test]
    fn an_answer_that_comes_in_pieces_is_no_command_either() {
        let colour = "alt-] 1 1 ; r g b : 1 e 1 e … / d d d d … e e 1 e alt-\\";
        assert_eq!(passed(&format!("v {colour} … d … j")), "vdj");
        // What a hand presses meanwhile counts, and so does what comes much later.
        assert_eq!(passed("alt-] 1 1 ; r … d … e"), "de");
        let late = "… ".repeat(30);
        assert_eq!(passed(&format!("alt-] 1 1 ; r {late} v d")), "vd");
    }

    #[test]
    fn the_terminals_kind_clears_no_verdict() {
        assert_eq!(passed("0 ; 2 7 6 ; 0 c"), "0;276;0");
        assert_eq!(passed("2 … c"), "2c");
        assert_eq!(passed("5 j c"), "5jc");
        assert_eq!(passed("alt-P > | x t e r m alt-\\ j"), "j");
    }
}
