//! Cuts a sentence into words, numbers and marks, in one pass, without knowing its language.

use crate::propose::tokens::{WordClass, scale_classes};
use crate::review::Span;

/// Words that can be verbs.
const VERBS: WordClass = WordClass::BE
    .with(WordClass::CAN)
    .with(WordClass::DO)
    .with(WordClass::HAVE)
    .with(WordClass::REPORTING)
    .with(WordClass::SHOULD)
    .with(WordClass::VERB)
    .with(WordClass::WILL)
    .with(WordClass::WOULD);

/// What a token is by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenShape {
    /// Letters.
    Word,
    /// Begins with a digit.
    Number(Numeral),
    /// Anything else that is no blank: one character.
    Mark(char),
}

/// What a number is by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// 42, 3.5, 1,200, 3-0.
    Plain,
    /// Four digits from 1000 to 2100.
    Year,
    /// 2024-03-02, 2/3/2024, 1990s, 2004-09, 3月.
    Date,
    /// 12:30.
    Clock,
    /// 22nd.
    Ordinal,
}

/// A token of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Its characters.
    pub(super) text: &'a str,
    /// Where it stands, in bytes of the sentence.
    pub(super) span: Span,
    /// Its shape.
    pub(super) kind: TokenShape,
    /// What the word is, if the language's words are known.
    pub(super) classes: WordClass,
    /// Begins with a capital letter that means something.
    pub(super) capital: bool,
    /// Joined to the word before it by a hyphen.
    pub(super) joined: bool,
}

impl Token<'_> {
    /// True when the token is the mark `mark`.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == TokenShape::Mark(mark)
    }

    /// True for a word that is a `class`.
    pub(super) const fn has(&self, class: WordClass) -> bool {
        self.classes.is(class)
    }

    /// True for letters.
    pub(super) fn is_word(&self) -> bool {
        self.kind == TokenShape::Word
    }

    /// True for digits.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self.kind, TokenShape::Number(_))
    }

    /// True for a verb that tells something as done: an irregular past form, or one in -ed.
    pub(super) fn is_past(&self) -> bool {
        let regular = self.text.len() > 4 && self.text.ends_with("ed") && !self.capital && !self.has(WordClass::NEVER);
        !self.joined && (self.has(WordClass::PAST) || regular)
    }

    /// True for a word that can be a verb.
    pub(super) fn is_verb(&self) -> bool {
        let verb = self.classes.is(VERBS);
        let month = self.capital && self.has(WordClass::MONTH);
        (verb && !self.joined && !month) || self.is_past()
    }
}

/// The tokens of `sentence`, in order; words are looked up when `english`.
pub(super) fn tokens(sentence: &str, english: bool) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(sentence.len() / 5 + 1);
    let shouted = is_shouted(sentence);
    let mut at = 0;
    while let Some(first) = char_at(sentence, at) {
        if first == ' ' {
            at += 1;
            continue;
        }
        let (len, kind) = if first.is_numeric() {
            number(sentence, at)
        } else if first.is_alphabetic() {
            (word_len(sentence, at), TokenShape::Word)
        } else {
            (first.len_utf8(), TokenShape::Mark(first))
        };
        if !first.is_whitespace() {
            let span = Span::new(at, at + len);
            let text = span.of(sentence);
            let known = english && kind == TokenShape::Word && (shouted || !is_acronym(text));
            let classes = if known { scale_classes(text) } else { WordClass::NONE };
            let joined = tokens.last().is_some_and(|before| before.is('-') && before.span.end == at);
            tokens.push(Token { text, span, kind, classes, capital: first.is_uppercase() && !shouted, joined });
        }
        at += len;
    }
    if is_headline(&tokens) {
        // Every word has a capital: it shows nothing in those that are on a list, or look like a deed.
        let common =
            |token: &&mut Token<'_>| !token.classes.is_empty() || token.text.len() > 4 && token.text.ends_with("ed");
        tokens.iter_mut().skip(1).filter(common).for_each(|token| token.capital = false);
    }
    tokens
}

/// True when nearly all but the small words begin with a capital, as in headlines; in running text hardly one in three does.
fn is_headline(tokens: &[Token<'_>]) -> bool {
    let words = || tokens.iter().filter(|token| token.is_word() && token.text.len() > 3);
    let (all, capital) = (words().count(), words().filter(|token| token.capital).count());
    all > 2 && capital * 10 >= all * 9
}

/// True for a line of three words or more without a small letter.
pub(super) fn is_shouted(sentence: &str) -> bool {
    // Nearly every sentence has a small second letter.
    let small = |c: char| c.is_lowercase();
    !sentence.chars().take(4).any(small)
        && !sentence.chars().any(small)
        && sentence
            .split_whitespace()
            .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
            .nth(2)
            .is_some()
}

/// True for US, WHO, NASA: short words in capitals are no words of the language. Currencies are.
fn is_acronym(text: &str) -> bool {
    (2..=4).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_uppercase())
        && !scale_classes(text).is(WordClass::CURRENCY)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The length in bytes of the word at `at`: letters and the digits after them, an apostrophe between letters, and the
/// stops of an abbreviation in single capitals.
fn word_len(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    plain_len(rest).unwrap_or_else(|| marked_len(text, at))
}

/// The length of a word as most are: letters and digits of ASCII, and behind them nothing that could belong to it.
fn plain_len(rest: &[u8]) -> Option<usize> {
    let len = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let ends = match rest.get(len) {
        Some(b'\'') => false,
        Some(b'.') => len > 1,
        next => next.is_none_or(u8::is_ascii),
    };
    (len > 0 && ends).then_some(len)
}

/// The length of any word, found character by character.
fn marked_len(text: &str, at: usize) -> usize {
    let mut end = at;
    // Bytes since the last stop: a stop belongs to the word after one capital only, as in U.S.
    let mut run = 0;
    while let Some(c) = char_at(text, end) {
        let next = || char_at(text, end + c.len_utf8());
        let goes_on = match c {
            '\'' | '\u{2019}' => next().is_some_and(char::is_alphabetic),
            '.' => {
                let single = run == 1 && text.as_bytes().get(end - 1).is_some_and(u8::is_ascii_uppercase);
                run = 0;
                single && (end > at + 1 || next().is_some_and(|c| c.is_ascii_uppercase()))
            }
            _ => {
                c.is_alphanumeric()
                    && (run == 0 || !c.is_numeric() || text.as_bytes().get(end - 1).is_some_and(u8::is_ascii))
            }
        };
        if !goes_on {
            break;
        }
        run += if c == '.' { 0 } else { c.len_utf8() };
        end += c.len_utf8();
    }
    end.max(at + char_at(text, at).map_or(1, char::len_utf8)) - at
}

/// The length in bytes and the shape of the number at `at`.
fn number(text: &str, at: usize) -> (usize, TokenShape) {
    let mut end = at;
    let mut joint = None;
    while let Some(c) = char_at(text, end) {
        if !c.is_numeric() {
            let digit_next = char_at(text, end + c.len_utf8()).is_some_and(char::is_numeric);
            let groups =
                matches!(c, '.' | ',' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | ':' | '/' | '-' | '\u{2013}');
            if !digit_next || !groups {
                break;
            }
            joint = joint.filter(|known| matches!(known, '-' | '/')).or(Some(c));
        }
        end += c.len_utf8();
    }
    let digits = Span::new(at, end).of(text);
    let (tail, kind) = ending(text, end, digits, joint);
    (end + tail - at, TokenShape::Number(kind))
}

/// The length of the letters that belong to the number `digits`, which ends at `end`, and its shape.
fn ending(text: &str, end: usize, digits: &str, joint: Option<char>) -> (usize, Numeral) {
    if let Some(c) = char_at(text, end).filter(|c| "年月日년월일".contains(*c)) {
        return (c.len_utf8(), Numeral::Date);
    }
    let letters = text.get(end..).unwrap_or_default();
    let letters = letters.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let shape = match letters {
        "" => plain(digits, joint),
        "st" | "nd" | "rd" | "th" => Numeral::Ordinal,
        "s" if digits.len() == 4 || digits.len() == 2 => Numeral::Date,
        _ => Numeral::Plain,
    };
    (letters.len(), shape)
}

/// The shape of a number without letters.
fn plain(digits: &str, joint: Option<char>) -> Numeral {
    let is_year = |part: &str| part.len() == 4 && part.parse().is_ok_and(|year: u16| (1000..=2100).contains(&year));
    match joint {
        None if is_year(digits) => Numeral::Year,
        Some(':') => Numeral::Clock,
        Some('-' | '/' | '.' | '\u{2013}')
            if digits.split(['-', '/', '.', '\u{2013}']).any(is_year) && digits.len() > 5 =>
        {
            Numeral::Date
        }
        _ => Numeral::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(&str, TokenShape)> {
        tokens(text, true).into_iter().map(|token| (token.text, token.kind)).collect()
    }

    fn numeral(text: &str) -> Numeral {
        match tokens(text, true)[0].kind {
            TokenShape::Number(numeral) => numeral,
            TokenShape::Word | TokenShape::Mark(_) => panic!("{text} is no number"),
        }
    }

    #[test]
    fn words_keep_their_apostrophes_and_initials() {
        let words: Vec<&str> = tokens("The U.S. can't pay Anna’s bill.", true).iter().map(|token| token.text).collect();
        assert_eq!(words, ["The", "U.S.", "can't", "pay", "Anna’s", "bill", "."]);
    }

    #[test]
    fn numbers_are_told_apart_by_shape() {
        assert_eq!(numeral("1,200.50"), Numeral::Plain);
        assert_eq!(numeral("1987"), Numeral::Year);
        assert_eq!(numeral("9871"), Numeral::Plain);
        assert_eq!(numeral("2024-03-02"), Numeral::Date);
        assert_eq!(numeral("02.03.2024"), Numeral::Date);
        assert_eq!(numeral("2004–2009"), Numeral::Date);
        assert_eq!(numeral("1990s"), Numeral::Date);
        assert_eq!(numeral("2019年"), Numeral::Date);
        assert_eq!(numeral("12:30"), Numeral::Clock);
        assert_eq!(numeral("22nd"), Numeral::Ordinal);
        assert_eq!(numeral("3-0"), Numeral::Plain);
        assert_eq!(numeral("1.2345"), Numeral::Plain);
    }

    #[test]
    fn digits_part_from_letters_of_scripts_without_blanks() {
        assert_eq!(shapes("于2019年3月在")[0], ("于", TokenShape::Word));
        assert_eq!(shapes("于2019年3月在")[1], ("2019年", TokenShape::Number(Numeral::Date)));
    }

    proptest::proptest! {
        #[test]
        fn a_plain_word_ends_where_a_careful_look_ends_it(word in "[aZ][aUS9.,'’& é-]{0,9}") {
            if let Some(len) = plain_len(word.as_bytes()) {
                assert_eq!(len, marked_len(&word, 0), "{word:?}");
            }
        }
    }

    #[test]
    fn a_stop_after_a_word_is_a_mark() {
        assert_eq!(
            shapes("Plan B."),
            [("Plan", TokenShape::Word), ("B", TokenShape::Word), (".", TokenShape::Mark('.'))]
        );
    }

    #[test]
    fn strange_text_is_cut_all_the_same() {
        for text in ["", " ", ".", "''", "\u{202e}a\u{0}b", "9", "9.", "-9", "½ §", "ß'", "e\u{301}té 7"] {
            let cut = tokens(text, true);
            assert!(cut.iter().all(|token| !token.text.is_empty()), "{text:?}");
        }
    }
}
