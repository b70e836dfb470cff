//! Whether a stop ends its sentence.

use super::bounds::from;
use super::cluster::Cluster;
use super::marks::{self, StopKind};
use super::next::{Begins, Next};
use super::speech;
use super::word::WordBefore;
use crate::propose::lexicon::{Habit, SentenceLexicon};

/// Words that a letter or Roman number alone belongs to: "World War I." is no initial.
const NUMBERED_THINGS: [&str; 18] = [
    "annex",
    "appendix",
    "article",
    "category",
    "chapter",
    "class",
    "division",
    "grade",
    "group",
    "hepatitis",
    "level",
    "part",
    "phase",
    "plan",
    "schedule",
    "type",
    "vitamin",
    "war",
];

/// Chinese characters that ask.
const ASKING: &str = "吗嗎呢吧么麼谁誰哪几幾何怎否啥嘛岂豈难難";

/// Names that end with an exclamation mark.
const LOUD_NAMES: [&str; 2] = ["Jeopardy", "Yahoo"];

/// Words that begin a sentence whose time of day a name may follow: "At 5 a.m. Mr. Lee left."
const WHEN: [&str; 14] = [
    "About", "After", "Around", "At", "Before", "Between", "By", "From", "Just", "On", "Shortly", "Since", "Towards",
    "Until",
];

/// What may follow a time of day: weekdays, months, zones.
const TIMES: [&str; 27] = [
    "April",
    "August",
    "Central",
    "December",
    "Eastern",
    "February",
    "Friday",
    "Greenwich",
    "January",
    "July",
    "June",
    "Local",
    "March",
    "May",
    "Monday",
    "Mountain",
    "November",
    "October",
    "Pacific",
    "Paris",
    "Saturday",
    "September",
    "Sunday",
    "Thursday",
    "Tuesday",
    "UTC",
    "Wednesday",
];

/// True when the sentence that begins at byte `start` ends with `cluster`; the text behind it goes on at byte `next`.
pub(super) fn ends(text: &str, start: usize, cluster: &Cluster, next: usize, lexicon: &SentenceLexicon) -> bool {
    let gap = next > cluster.end;
    let behind = Next::read(text, next);
    if cluster.quote && is_cited(from(text, next)) {
        return false;
    }
    let place = StopContext {
        text,
        start,
        cluster,
        lexicon,
        word: WordBefore::before(text, start, cluster.start),
        next: behind,
    };
    match cluster.kind {
        StopKind::Tight => place.tight(),
        StopKind::Full => {
            let inside = behind.begins == Begins::Inside || cluster.quote && behind.begins == Begins::Small;
            behind.begins == Begins::Caseless || gap && !inside
        }
        StopKind::Dot | StopKind::Loud | StopKind::Ellipsis if !gap => place.joined(),
        StopKind::Dot => place.dot(),
        StopKind::Loud => place.loud(),
        StopKind::Ellipsis => place.ellipsis(),
    }
}

/// True for a bracket that belongs to the quotation before it, as the stop behind it shows: `“…” (page 5).`
fn is_cited(rest: &str) -> bool {
    let Some(inner) = rest.strip_prefix('(') else { return false };
    let len = inner.bytes().take(80).take_while(|byte| !matches!(byte, b')' | b'.' | b'!' | b'?')).count();
    from(inner, len).starts_with(").")
}

/// A cluster of stops with what stands around it.
struct StopContext<'a> {
    text: &'a str,
    start: usize,
    cluster: &'a Cluster,
    lexicon: &'a SentenceLexicon,
    word: WordBefore<'a>,
    next: Next<'a>,
}

impl StopContext<'_> {
    /// A stop of a script without blanks.
    fn tight(&self) -> bool {
        if self.next.begins == Begins::Inside {
            return false;
        }
        let quoted = self.cluster.quote || self.cluster.bracket.is_some();
        !(quoted && speech::attributed_eastern(self.next.rest) || self.in_title())
    }

    /// True inside 《》, where a question is part of a title.
    fn in_title(&self) -> bool {
        let near = from(self.text, self.cluster.start).chars().take(40);
        let mut brackets = near.filter(|c| matches!(c, '《' | '》' | '。'));
        brackets.next() == Some('》')
    }

    /// No blank behind the stop: a full word, and a capital that no address has.
    fn joined(&self) -> bool {
        let (cluster, next) = (self.cluster, &self.next);
        if cluster.kind == StopKind::Loud && next.rest.starts_with(marks::is_eastern) {
            return !self.in_title()
                && !LOUD_NAMES.iter().any(|name| self.word.text.ends_with(name))
                && self.asks_in_chinese();
        }
        if cluster.kind == StopKind::Ellipsis
            || cluster.quote
            || next.begins != Begins::Capital
            || next.opening.is_some()
        {
            return false;
        }
        let mut letters = next.word.chars().skip(1);
        let worded =
            letters.clone().count() > 0 && (letters.clone().all(char::is_lowercase) || letters.all(char::is_uppercase));
        let address = |c: char| matches!(c, '.' | '/' | '@' | ':' | '_' | '(' | '=' | '-') || c.is_alphanumeric();
        let tail = from(next.rest, next.word.len());
        let free = !tail.starts_with(address) || tail.starts_with(". ") || self.lexicon.habit(next.word).is_some();
        let small = self.word.is_plain(3) && self.word.text.chars().all(char::is_lowercase);
        let number =
            self.word.text.ends_with(|c: char| c.is_ascii_digit()) && !self.word.text.contains([':', '@', '_']);
        let titled = tail.starts_with(". ") && self.lexicon.habit(next.word) == Some(Habit::Leading);
        let opens = titled || self.lexicon.opens(next.word);
        worded
            && free
            && self.word.habit(self.lexicon).is_none()
            && (small || opens && (number || self.word.is_plain(3)))
    }

    /// False where a question mark of ASCII between two Chinese characters asks nothing: it stands there for a dot that was
    /// lost on the way, as in names.
    fn asks_in_chinese(&self) -> bool {
        let left = self.text.get(self.start..self.cluster.start).unwrap_or_default();
        let han = |c: char| marks::is_eastern(c) && !matches!(c, '\u{3040}'..='\u{30ff}');
        let mark = from(self.text, self.cluster.start).starts_with('?') && left.ends_with(han);
        let clause = left.chars().rev().take(30).take_while(|c| !matches!(c, '，' | '。' | '；'));
        !mark || clause.into_iter().any(|c| ASKING.contains(c))
    }

    /// True when the bracket behind the stop closes and the sentence goes on: "Viva! (1965), a film".
    fn goes_on_behind_bracket(&self) -> bool {
        let behind = self.next.opening.filter(|c| *c == '(').and_then(|_| {
            let near = self.next.rest.char_indices().take(80).take_while(|(_, c)| !matches!(c, '.' | '!' | '?'));
            let close = near.into_iter().find(|(_, c)| *c == ')').map(|(at, _)| at + 1)?;
            Some(from(self.next.rest, close).trim_start_matches(' '))
        });
        behind.is_some_and(|behind| behind.starts_with(|c: char| matches!(c, ',' | ';') || c.is_lowercase()))
    }

    /// True for a short word before a number inside a bracket: "(m. 1949; div. 1964)".
    fn clipped_in_bracket(&self) -> bool {
        let short = self.word.text.chars().count() < 5 && self.word.text.chars().all(char::is_lowercase);
        let left = self.text.get(self.start..self.cluster.start).unwrap_or_default();
        let open = || left.chars().rev().take(60).find(|c| matches!(c, '(' | ')')) == Some('(');
        let closes = || self.next.rest.chars().take(40).find(|c| matches!(c, '(' | ')')) == Some(')');
        short && open() && closes()
    }

    fn loud(&self) -> bool {
        let (cluster, next) = (self.cluster, &self.next);
        if let Some(dash) = next.dash {
            return !cluster.quote && matches!(dash, '—' | '–' | '―') && next.begins == Begins::Capital;
        }
        if self.goes_on_behind_bracket() {
            return false;
        }
        match next.begins {
            Begins::Inside => false,
            Begins::Small => !cluster.quote && cluster.bracket.is_none() && self.asks_on(),
            Begins::Capital => {
                let name = LOUD_NAMES.contains(&self.word.text) && !next.opens(self.lexicon);
                !name && self.leaves_bracket() && !(cluster.quote && speech::attributed(next, self.lexicon))
            }
            Begins::Digit | Begins::Caseless | Begins::Sign | Begins::Dots => self.leaves_bracket(),
        }
    }

    /// True in a row of short questions: "Who? and why?"
    fn asks_on(&self) -> bool {
        let asks = self.text.get(self.cluster.start..self.cluster.end).is_some_and(|marks| marks.contains('?'));
        let mut near =
            self.next.rest.char_indices().take(30).filter(|(_, c)| matches!(c, '.' | '!' | '?' | ',' | '"' | '”'));
        asks && near.next().is_some_and(|(_, c)| c == '?')
    }

    /// False when a bracket closes that opened within the sentence and the sentence goes on behind it.
    fn leaves_bracket(&self) -> bool {
        let opened = from(self.text, self.start).trim_start().starts_with(['(', '[', '（']);
        self.cluster.bracket.is_none()
            || self.cluster.sealed
            || opened
            || self.next.opens(self.lexicon)
            || self.next.opening.is_some()
    }

    fn ellipsis(&self) -> bool {
        let left = self.text.get(..self.cluster.start).unwrap_or_default();
        // One that the sentence begins with; no more marks than a few can open it.
        let words = self.text.get(self.start..self.cluster.start).unwrap_or_default();
        let first = words.len() < 24 && words.chars().all(|c| marks::is_opening(c) || c.is_whitespace());
        if first || self.next.begins == Begins::Inside || self.next.begins == Begins::Small {
            return false;
        }
        let apart = left.ends_with(|c: char| c.is_whitespace() || matches!(c, '[' | '(')) && self.cluster.dots < 4;
        if apart && !self.cluster.quote {
            return self.next.opens(self.lexicon) && !self.next.is_i();
        }
        self.next.dash.is_none() && self.leaves_bracket()
    }

    fn dot(&self) -> bool {
        let (cluster, next) = (self.cluster, &self.next);
        if next.dash.is_some() && (cluster.quote || self.word.habit(self.lexicon).is_some()) {
            return false;
        }
        match next.begins {
            Begins::Inside => false,
            Begins::Dots => true,
            // A full word with its stop ends the sentence however carelessly the next begins.
            Begins::Small => {
                let plain = self.word.unelided().is_plain(7) && !cluster.quote && cluster.bracket.is_none();
                plain && next.dash.is_none() && self.habit().is_none()
            }
            Begins::Digit => self.before_number(),
            Begins::Sign => self.habit().is_none(),
            Begins::Caseless => self.before_caseless(),
            Begins::Capital => self.before_capital(),
        }
    }

    fn habit(&self) -> Option<Habit> {
        self.word.habit(self.lexicon)
    }

    /// Before a letter of a script without capitals, where nothing but the word itself tells an abbreviation.
    fn before_caseless(&self) -> bool {
        let word = self.word.text;
        // "And" ends Pashto sentences, where it is "was".
        let letter = self.word.is_letter() && word != "و";
        !(letter
            || self.word.is_clipped_caseless()
            || matches!(self.habit(), Some(Habit::Leading | Habit::Either)) && word != "و")
    }

    fn before_number(&self) -> bool {
        let dated = self.lexicon.ordinals() && self.word.is_number() && self.word.text.len() < 3;
        !dated
            && !self.clipped_in_bracket()
            && !self.word.is_clipped_caseless()
            && (self.cluster.quote || matches!(self.habit(), None | Some(Habit::Closing)))
            && self.leaves_bracket()
    }

    fn before_capital(&self) -> bool {
        let (cluster, next) = (self.cluster, &self.next);
        let opens = next.opens(self.lexicon);
        let counted = self.word.is_number() && self.word.text.len() < 3 || self.word.is_roman();
        if self.lexicon.ordinals() && counted && !cluster.quote {
            return opens;
        }
        match self.habit() {
            None => self.leaves_bracket(),
            Some(Habit::Leading) => cluster.quote,
            Some(_) if next.opening == Some('(') && !opens => false,
            Some(Habit::Numbered) => !next.is_roman(),
            Some(Habit::Closing) => opens || self.after_hour(),
            Some(Habit::Either) => opens || cluster.quote && cluster.bracket.is_none() || self.is_no_initial(),
        }
    }

    /// True when the letter before the stop is no initial: "you and I.", "World War I.", "Plan B."
    fn is_no_initial(&self) -> bool {
        if !(self.word.is_letter() || self.word.is_roman()) || !self.lexicon.english() {
            return false;
        }
        let before = self.word.previous(self.text, self.start).text.to_lowercase();
        let joined = self.word.text == "I" && matches!(before.as_str(), "and" | "or" | "than" | "as" | "but");
        joined || NUMBERED_THINGS.binary_search(&before.as_str()).is_ok()
    }

    /// False when a name or time of day goes on behind "5 a.m."
    fn after_hour(&self) -> bool {
        let hour = matches!(self.word.text.to_lowercase().as_str(), "a.m" | "p.m");
        let word = self.next.word;
        let zone = (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let begins = from(self.text, self.start).split_whitespace().next().unwrap_or_default();
        !(hour && (zone || TIMES.binary_search(&word).is_ok() || WHEN.contains(&begins)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_the_search() {
        assert!(NUMBERED_THINGS.is_sorted() && TIMES.is_sorted());
    }
}
