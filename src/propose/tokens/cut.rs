//! Cuts a sentence into tokens, in one pass, and looks each word up once.

use super::class::WordClass;
use super::dictionary::{DictionaryEntry, look_up};
use super::token::{Token, TokenKind};
use crate::quantity::Numeral;
use crate::review::Span;

/// Reads the tokens of `text` at `span` into `tokens`, at most `most` in all; words are looked up when their language is `known`.
pub(in crate::propose) fn cut<'a>(text: &'a str, span: Span, known: bool, most: usize, tokens: &mut Vec<Token<'a>>) {
    let piece = span.of(text);
    let mut at = 0;
    while let Some(first) = char_at(piece, at).filter(|_| tokens.len() < most) {
        if first == ' ' {
            at += 1;
            continue;
        }
        let rest = piece.get(at..).unwrap_or_default();
        let here = Cursor { rest, at: span.start + at, known };
        at += if first.is_numeric() {
            here.number(tokens)
        } else if first.is_alphabetic() {
            here.word(tokens)
        } else {
            here.mark(first, tokens)
        };
    }
}

/// The character at byte `at` of `text`.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// What is left of a stretch, from byte `at` of the text on.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
    at: usize,
    known: bool,
}

impl<'a> Cursor<'a> {
    /// Pushes the mark that begins here, if it is one; its length in bytes.
    fn mark(self, first: char, tokens: &mut Vec<Token<'a>>) -> usize {
        if first.is_whitespace() {
            return first.len_utf8();
        }
        let run = if first == '-' { self.rest.bytes().take_while(|byte| *byte == b'-').count() } else { 1 };
        let len = run * first.len_utf8();
        let kind = match first {
            ',' | '،' | '，' | '、' => TokenKind::Comma,
            ':' | '：' => TokenKind::Colon,
            '—' | '–' | '―' | '-' => TokenKind::Dash,
            '.' | ';' | '!' | '?' | '…' | '/' | '。' | '•' | '|' | '(' | '[' => TokenKind::Mark,
            '\'' | '’' if tokens.last().is_some_and(|last| last.span.end == self.at && last.text.ends_with('s')) => {
                self.push(0, len, tokens);
                return len;
            }
            _ => TokenKind::Sign,
        };
        tokens.push(Token::of(kind, self.rest.get(..len).unwrap_or_default(), Span::new(self.at, self.at + len)));
        len
    }

    /// Pushes the number that begins here, with what hyphens join to it: 20-minute.
    fn number(self, tokens: &mut Vec<Token<'a>>) -> usize {
        let (digits, numeral) = Numeral::at_start(self.rest);
        let behind = self.rest.get(digits..).unwrap_or_default();
        let joined = behind.starts_with(is_joint);
        let len = digits + if joined { marked_length(behind) } else { 0 };
        self.push_parts(len, tokens);
        let first = tokens.iter_mut().rev().find(|token| token.span.start == self.at);
        if let Some(token) = first {
            token.numeral = Some(numeral);
            token.compound = token.text.get(digits..).is_some_and(|tail| tail.contains('-'));
        }
        len
    }

    /// Pushes the word that begins here.
    fn word(self, tokens: &mut Vec<Token<'a>>) -> usize {
        let len = plain_length(self.rest.as_bytes()).unwrap_or_else(|| marked_length(self.rest));
        self.push_parts(len, tokens);
        len
    }

    /// Pushes the first `len` bytes, a clitic at their end apart: Trump | 's, did | n't.
    fn push_parts(self, len: usize, tokens: &mut Vec<Token<'a>>) {
        let Some(cut) = clitic(self.rest.get(..len).unwrap_or_default()) else { return self.push(0, len, tokens) };
        self.push(0, cut, tokens);
        let is = tokens.last().is_some_and(|word| word.is(WordClass::THEY | WordClass::POINTING));
        self.push(cut, len, tokens);
        if let Some(clitic) = tokens.last_mut().filter(|clitic| is && matches!(clitic.text, "'s" | "’s")) {
            clitic.class = clitic.class | WordClass::BE;
        }
    }

    fn push(self, from: usize, to: usize, tokens: &mut Vec<Token<'a>>) {
        let text = self.rest.get(from..to).unwrap_or_default();
        let span = Span::new(self.at + from, self.at + to);
        let DictionaryEntry { class, cue } = if self.known { look_up(text) } else { DictionaryEntry::default() };
        let capital = text.starts_with(char::is_uppercase);
        let word = Token { class, cue, capital, ..Token::of(TokenKind::Word, text, span) };
        tokens.push(match text.rsplit_once('-') {
            // "mid-2019" is a year and "ב-3" a number, "F-16" is a name.
            Some((_, last)) => {
                let number = !capital && last.starts_with(char::is_numeric);
                Token { compound: true, numeral: number.then(|| Numeral::at_start(last).1), ..word }
            }
            None => word,
        });
    }
}

/// True for a character that joins two parts to one word where a letter or digit follows.
const fn is_joint(c: char) -> bool {
    matches!(c, '-' | '.' | '\'' | '’' | '&' | '\u{2011}' | '@' | '_')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// How many bytes of `rest` are one word, found character by character: letters and digits, with hyphens, stops, apostrophes and
/// ampersands inside. Digits part from letters of other alphabets, which may do without blanks.
fn marked_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut before = 'a';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let last = std::mem::replace(&mut before, c);
        let parts = c.is_numeric() && last.is_alphabetic() && !last.is_ascii();
        if c.is_alphanumeric() && !parts || is_combining(c) {
            continue;
        }
        let digit = |c: char| c.is_ascii_digit();
        let grouped = c == ',' && digit(last) && next.is_some_and(digit);
        if grouped || is_joint(c) && next.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let word = rest.get(..at).unwrap_or_default();
        let stop = c == '.' && word.starts_with(char::is_uppercase) && is_abbreviation(word);
        let mut behind = rest.get(at + 1..).unwrap_or_default().chars();
        // "U.S.-led"
        if stop && behind.next() == Some('-') && behind.next().is_some_and(char::is_alphanumeric) {
            continue;
        }
        return if stop { at + 1 } else { at };
    }
    rest.len()
}

/// The length of a word as most are: letters and digits of ASCII, and behind them nothing that could belong to it.
fn plain_length(rest: &[u8]) -> Option<usize> {
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (first, next) = (rest.first()?, rest.get(length));
    // A mark that another mark or a blank follows joins nothing; only the stop of an abbreviation belongs to its word.
    let apart = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
    let ends = match next {
        Some(b'.') => !first.is_ascii_uppercase() && apart(rest.get(length + 1)),
        Some(b'-' | b',' | b'\'' | b'&' | b'@' | b'_') => apart(rest.get(length + 1)),
        next => apart(next),
    };
    (length > 0 && ends).then_some(length)
}

/// Abbreviations whose stop belongs to them.
const ABBREVIATIONS: [&str; 37] = [
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Sens", "Rep", "Reps", "Gov", "Gen", "Col", "Lt", "Capt", "Sgt", "Rev", "Prof",
    "Hon", "Del", "St", "Jr", "Sr", "Inc", "Corp", "Co", "Ltd", "Adm", "Maj", "Cpl", "Pvt", "Jan", "Feb", "Mar", "Apr",
    "Aug", "Sept", "Oct", "Nov",
];

fn is_abbreviation(word: &str) -> bool {
    word.contains('.') || word.chars().nth(1).is_none() || ABBREVIATIONS.contains(&word) || matches!(word, "Dec" | "No")
}

/// Where the clitic of `word` begins.
fn clitic(word: &str) -> Option<usize> {
    // The first byte of the curly apostrophe tells it well enough.
    if !word.bytes().any(|byte| matches!(byte, b'\'' | 0xe2)) {
        return None;
    }
    let at = word.rfind(['\'', '’'])?;
    let after = word.get(at..)?.trim_start_matches(['\'', '’']);
    if matches!(after, "s" | "S" | "d" | "ll" | "re" | "ve" | "m") {
        return (at > 0).then_some(at);
    }
    let negated = matches!(after, "t" | "T") && word.get(..at)?.ends_with(['n', 'N']);
    (negated && at > 1).then(|| at - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        cut(text, Span::new(0, text.len()), true, usize::MAX, &mut tokens);
        tokens
    }

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn clitics_stand_apart_and_abbreviations_keep_their_stop() {
        assert_eq!(words("Roe's aides didn't go."), ["Roe", "'s", "aides", "did", "n't", "go", "."]);
        assert_eq!(words("Mr. Holm’s U.S. visa"), ["Mr.", "Holm", "’s", "U.S.", "visa"]);
        assert_eq!(words("the voters' 1,200 votes -- all"), ["the", "voters", "'", "1,200", "votes", "--", "all"]);
        assert_eq!(words("It can't pay. We’ll see."), ["It", "ca", "n't", "pay", ".", "We", "’ll", "see", "."]);
    }

    #[test]
    fn a_compound_is_one_word_or_one_number() {
        assert_eq!(words("a 20-minute, U.S.-led talk"), ["a", "20-minute", ",", "U.S.-led", "talk"]);
        let of = |text| tokens(text).first().map(|token| (token.numeral, token.compound));
        assert_eq!(of("20-minute"), Some((Some(Numeral::Plain), true)));
        assert_eq!(of("mid-2019"), Some((Some(Numeral::Year), true)));
        assert_eq!(of("ב-3"), Some((Some(Numeral::Plain), true)));
        assert_eq!(of("F-16"), Some((None, true)));
        assert_eq!(of("3-0"), Some((Some(Numeral::Plain), false)));
        assert_eq!(of("2019's"), Some((Some(Numeral::Year), false)));
    }

    #[test]
    fn a_clitic_is_a_verb_behind_a_pronoun_and_owns_behind_a_name() {
        let clitic = |text| tokens(text).get(1).map(|token| (token.is(WordClass::BE), token.owns()));
        assert_eq!(clitic("he's late"), Some((true, false)));
        assert_eq!(clitic("Roe's hat"), Some((false, true)));
        assert_eq!(clitic("voters’ hats"), Some((false, true)));
    }

    #[test]
    fn digits_part_from_letters_of_scripts_without_blanks() {
        assert_eq!(words("于2019年3月在"), ["于", "2019年", "3月", "在"]);
    }

    #[test]
    fn a_text_in_another_language_is_cut_and_not_looked_up() {
        let mut tokens = Vec::new();
        cut("He said no.", Span::new(3, 11), false, usize::MAX, &mut tokens);
        assert!(tokens.iter().all(|token| token.class == WordClass::NONE && token.cue.is_none()));
        assert_eq!(tokens.first().map(|token| (token.text, token.span)), Some(("said", Span::new(3, 7))));
    }

    #[test]
    fn strange_text_is_cut_all_the_same() {
        for text in
            ["", " ", ".", "''", "\u{202e}a\u{0}b", "9", "9.", "-9", "½ §", "ß'", "e\u{301}té 7", "s'’s", "9-", "9.a-b"]
        {
            assert!(tokens(text).iter().all(|token| !token.text.is_empty()), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_plain_word_ends_where_a_careful_look_ends_it(word in "[aZ][aMrZ9.,'’&@_ é-]{0,9}") {
            if let Some(length) = plain_length(word.as_bytes()) {
                assert_eq!(length, marked_length(&word), "{word:?}");
            }
        }

        #[test]
        fn nothing_but_blanks_lies_between_tokens(text in "[aZ9.,'’&é年“$( -]{0,30}") {
            let mut at = 0;
            for token in tokens(&text) {
                assert_eq!(token.span.of(&text), token.text);
                assert!(Span::new(at, token.span.start).of(&text).chars().all(char::is_whitespace), "{text:?}");
                at = token.span.end;
            }
            assert!(text.get(at..).is_some_and(|rest| rest.trim().is_empty()));
        }
    }
}
