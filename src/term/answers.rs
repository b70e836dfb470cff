//! Late answers of the terminal, which arrive as keys: colours, its name, its kind. Asked for by this program or by one before it,
//! they must not become commands.
//!
//! OSC and DCS strings are no keys of any kind: `ESC ]` comes as alt-], the rest as characters, in however many pieces; and of some
//! the beginning is lost.

use std::time::Duration;

use crate::app::key::{Code, Key};

/// The longest pause inside one answer: terminals send it in one go.
const PAUSE: Duration = Duration::from_millis(60);

/// The longest pause between the keys of one burst that no hand makes.
const BURST: Duration = Duration::from_millis(4);

/// The longest pause between an escape that came by itself and the rest of its answer.
const PARTED: Duration = Duration::from_millis(200);

/// Keys of one answer that are swallowed at most: a clipboard may be an answer.
const LONGEST: usize = 1 << 20;

/// How long the rest of an answer that stopped in its middle is waited for: a slow line brings it in pieces.
const REST: Duration = Duration::from_secs(2);

/// Characters of an answer that its grammar is told by.
const TOLD: usize = 64;

/// Where the stream of keys is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum At {
    /// Between answers.
    #[default]
    Outside,
    /// In a burst of digits, with a semicolon when true: what may be left of a device's attributes.
    Numbers(bool),
    /// In a string.
    Inside(AnswerString),
}

/// A string that a terminal sends, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
struct AnswerString {
    /// What introduced it: `]` of OSC, `P` of DCS, `_` of APC, `^` of PM, `X` of SOS.
    kind: char,
    /// Its beginning.
    text: String,
    /// Its keys so far.
    count: usize,
    /// When it last brought keys as no hand does.
    since: Duration,
}

impl AnswerString {
    const fn of(kind: char, since: Duration) -> Self {
        Self { kind, text: String::new(), count: 0, since }
    }

    /// True when `next` can stand next in an answer of this kind, as xterm's control sequences have it.
    fn takes(&self, next: char) -> bool {
        if !(' '..='~').contains(&next) {
            return false;
        }
        let told = format!("{}{next}", self.text);
        match self.kind {
            ']' => is_osc(&told),
            // Version (`>|`), settings (`1$r`), capabilities (`1+r`), the terminal's number (`!|`).
            'P' => ['>', '!', '0', '1'].iter().any(|first| told.starts_with(*first)),
            '_' => told.starts_with('G'),
            _ => false,
        }
    }

    fn push(&mut self, key: Key) {
        self.count += 1;
        if self.text.len() < TOLD {
            self.text.extend(key.types());
        }
    }
}

/// True for the beginning of an operating system command as terminals answer: a number, a semicolon, a colour or whatever it asks for.
fn is_osc(told: &str) -> bool {
    let Some((number, rest)) = told.split_once(';') else {
        return told.len() < 5 && told.bytes().all(|byte| byte.is_ascii_digit());
    };
    match number {
        "4" => {
            rest.split_once(';').map_or_else(|| rest.bytes().all(|byte| byte.is_ascii_digit()), |(_, it)| is_colour(it))
        }
        "10" | "11" | "12" | "17" | "19" => is_colour(rest),
        _ => !number.is_empty(),
    }
}

/// True for the beginning of `rgb:1e1e/1e1e/1e1e`, `rgba:…` or `#1e1e1e`.
fn is_colour(told: &str) -> bool {
    let told = told.to_ascii_lowercase();
    let is_hex = |part: &str, most: usize| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(parts) = told.strip_prefix("rgb:").or_else(|| told.strip_prefix("rgba:")) {
        return parts.split('/').count() <= 4 && parts.split('/').all(|part| is_hex(part, 4));
    }
    told.strip_prefix('#').map_or("rgb:".starts_with(&told) || "rgba:".starts_with(&told), |hex| is_hex(hex, 16))
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
        let at = std::mem::take(&mut self.at);
        if matches!(at, At::Numbers(_)) {
            self.at = at;
        } else if let At::Inside(mut string) = at
            && string.count < LONGEST
            && now.saturating_sub(string.since) <= REST
        {
            let after_esc = before == Some(Key::plain(Code::Esc));
            if key == ctrl('g') || key == alt('\\') || after_esc && key == Key::plain(Code::Char('\\')) {
                return false;
            }
            // What comes at once is the answer's, whatever it is; behind a pause what comes with more, and what its grammar has next.
            let at_once = within(PAUSE) || more();
            if at_once || key.types().is_some_and(|next| string.takes(next)) {
                string.push(key);
                // A hand that types what the grammar would take gets its keys back.
                string.since = if at_once { now } else { string.since };
                self.at = At::Inside(string);
                return false;
            }
        }
        if let Some(kind) = begins(key, before.filter(|_| within(BURST) || within(PARTED) && more())) {
            self.at = At::Inside(AnswerString::of(kind, now));
            return false;
        }
        self.numbers(key, now, within(BURST), more)
    }

    /// True for a key that is no end of numbers which came in one burst: `0;276;0c`, `11;rgb:1e1e/…` without their beginning.
    fn numbers(&mut self, key: Key, now: Duration, burst: bool, more: impl Fn() -> bool) -> bool {
        let typed = key.types();
        let numbers = matches!(self.at, At::Numbers(_)) && burst;
        let parted = numbers && self.at == At::Numbers(true);
        if parted && typed == Some('r') && more() {
            self.at = At::Inside(AnswerString { text: "11;r".to_owned(), ..AnswerString::of(']', now) });
            return false;
        }
        self.at = match typed {
            Some(';') if numbers => At::Numbers(true),
            Some('0'..='9') => At::Numbers(parted),
            _ => At::Outside,
        };
        !(parted && typed == Some('c'))
    }
}

/// The kind of the string that `key` introduces, with an escape `before` it where that came by itself.
fn begins(key: Key, before: Option<Key>) -> Option<char> {
    let after_esc = before == Some(Key::plain(Code::Esc));
    let mut kinds = [']', 'P', '_', '^', 'X'].into_iter();
    kinds.find(|kind| key == alt(*kind) || after_esc && key == Key::plain(Code::Char(*kind)))
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
        // Wherever the line was cut.
        let answers = [
            "alt-] … 1 1 ; r g b : d d d d / d d d d / d d d d alt-\\",
            "alt-] 1 1 ; r g b : d … d d d / d d d d / d d d d esc \\",
            "alt-] 1 1 ; r g b : c … d c d / c d c d / c d c d ctrl-g",
            "alt-] 1 0 ; … r g b : d d d d / d d d d / d d d d alt-\\",
            "alt-] 1 1 ; r g … b : 1 e 1 e / 1 e 1 e / 1 e 1 e alt-\\",
            "alt-] 4 ; 1 ; … r g b : d d / d d / d d alt-\\",
            "alt-] 5 2 ; c ; d … v d x u alt-\\",
            "alt-P > | X … T e r m ( 3 8 8 ) alt-\\",
        ];
        for answer in answers {
            assert_eq!(passed(&format!("v {answer} … j")), "vj", "{answer}");
        }
        let parted = "esc … ] 1 1 ; r g b : d d d d / d d d d / d d d d alt-\\";
        assert_eq!(passed(&format!("v {parted} … j")), "vescj");
        assert_eq!(passed("esc … ] … v"), "esc]v", "keys of a hand come one by one");
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
        assert_eq!(passed("1 1 ; r g b : d d / d d / d d ctrl-g … v"), "11;v", "whose beginning was lost");
        assert_eq!(passed("alt-P > | x t e r m alt-\\ j"), "j");
    }
}
