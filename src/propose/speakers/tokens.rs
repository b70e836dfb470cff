//! A sentence cut into words and marks, each looked up once; what stands in quotation marks is one token.

use super::quotes::QuotedSpan;
use crate::propose::tokens::{CueVerb, WordClass};
use crate::propose::tokens::{look_up, look_up_clitic};
use crate::review::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word or a number.
    Word,
    /// Everything between two quotation marks, with them, as far as it lies in the sentence.
    Quote,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash between words.
    Dash,
    /// What stands in parentheses, with them.
    Aside,
    /// Any other mark: a stop, a semicolon.
    Mark,
}

/// A word, a mark, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpeechToken {
    /// Where it stands, in bytes of the article's text.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: TokenKind,
    /// It begins with a capital letter.
    pub(super) upper: bool,
    /// Its classes; none for marks.
    pub(super) class: WordClass,
    /// Its form of an attributing verb.
    pub(super) cue: Option<CueVerb>,
}

impl SpeechToken {
    fn mark(kind: TokenKind, span: Span) -> Self {
        Self { span, kind, upper: false, class: WordClass::NONE, cue: None }
    }

    /// True for a word of any of the classes.
    pub(super) fn is(&self, class: WordClass) -> bool {
        self.class.is(class)
    }

    /// True for a capitalised word, whatever else it may be.
    pub(super) fn names(&self) -> bool {
        self.kind == TokenKind::Word && self.upper
    }
}

/// The most tokens read of a sentence: beyond them it is no prose, and what looks around in it stays cheap.
const MOST: usize = 600;

/// Reads the tokens of `sentence` (bytes of `text`) into `tokens`; `quotes` begin with the first that may overlap it.
pub(super) fn read(text: &str, sentence: Span, quotes: &[QuotedSpan], tokens: &mut Vec<SpeechToken>) {
    tokens.clear();
    let mut at = sentence.start;
    let inside = quotes.iter().map(|quote| quote.marked).take_while(|quote| quote.start < sentence.end);
    for quote in inside.filter(|quote| quote.overlaps(sentence)) {
        let (start, end) = (quote.start.max(sentence.start), quote.end.min(sentence.end));
        if start < at {
            continue;
        }
        plain(text, Span::new(at, start), tokens);
        tokens.push(SpeechToken::mark(TokenKind::Quote, Span::new(start, end)));
        at = end;
    }
    plain(text, Span::new(at, sentence.end), tokens);
}

/// The tokens of a stretch without quotations.
fn plain(text: &str, span: Span, tokens: &mut Vec<SpeechToken>) {
    let piece = span.of(text);
    let mut at = 0;
    while let Some(first) = piece.get(at..).and_then(|rest| rest.chars().next()).filter(|_| tokens.len() < MOST) {
        if first == ' ' {
            at += 1;
            continue;
        }
        let rest = piece.get(at..).unwrap_or_default();
        let len = if first.is_alphanumeric() {
            let len = word_length(rest);
            push_word(text, Span::new(span.start + at, span.start + at + len), tokens);
            len
        } else {
            let (kind, len) = mark(first, rest);
            let owner = matches!(first, '\'' | '’')
                && tokens
                    .last()
                    .is_some_and(|last| last.span.end == span.start + at && last.span.of(text).ends_with('s'));
            if owner {
                let span = Span::new(span.start + at, span.start + at + len);
                tokens.push(SpeechToken {
                    span,
                    kind: TokenKind::Word,
                    upper: false,
                    class: WordClass::CLITIC,
                    cue: None,
                });
            }
            if let Some(kind) = kind {
                tokens.push(SpeechToken::mark(kind, Span::new(span.start + at, span.start + at + len)));
            }
            len
        };
        at += len;
    }
}

/// What a mark is, and how many bytes it takes; `None` for blanks and the like.
fn mark(first: char, rest: &str) -> (Option<TokenKind>, usize) {
    let own = first.len_utf8();
    match first {
        ',' | '،' | '，' | '、' => (Some(TokenKind::Comma), own),
        ':' | '：' => (Some(TokenKind::Colon), own),
        '—' | '–' | '―' => (Some(TokenKind::Dash), own),
        '-' => {
            let run = rest.bytes().take_while(|byte| *byte == b'-').count();
            (Some(TokenKind::Dash), run)
        }
        '(' | '[' => {
            let close = rest.char_indices().take(200).find(|(_, c)| matches!(c, ')' | ']'));
            close.map_or((Some(TokenKind::Mark), own), |(at, c)| (Some(TokenKind::Aside), at + c.len_utf8()))
        }
        '.' | ';' | '!' | '?' | '…' | '/' | '。' | '•' | '|' => (Some(TokenKind::Mark), own),
        _ => (None, own),
    }
}

/// Abbreviations whose stop belongs to them.
fn is_abbreviation(word: &str) -> bool {
    let single = word.chars().count() == 1 || word.contains('.');
    single
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "Sen"
                | "Sens"
                | "Rep"
                | "Reps"
                | "Gov"
                | "Gen"
                | "Col"
                | "Lt"
                | "Capt"
                | "Sgt"
                | "Rev"
                | "Prof"
                | "Hon"
                | "Del"
                | "St"
                | "Jr"
                | "Sr"
                | "Inc"
                | "Corp"
                | "Co"
                | "Ltd"
                | "Adm"
                | "Maj"
                | "Cpl"
                | "Pvt"
                | "Jan"
                | "Feb"
                | "Mar"
                | "Apr"
                | "Aug"
                | "Sept"
                | "Oct"
                | "Nov"
                | "Dec"
                | "No"
        )
}

/// How many bytes of `rest` are one word: letters and digits, with hyphens, stops, apostrophes and ampersands inside.
fn word_length(rest: &str) -> usize {
    plain_length(rest.as_bytes()).unwrap_or_else(|| marked_length(rest))
}

/// The length of any word, found character by character.
fn marked_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            continue;
        }
        let inside = matches!(c, '-' | '.' | '\'' | '’' | '&' | '\u{2011}' | '@' | '_')
            && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let grouped = c == ','
            && rest.get(..at).is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()))
            && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if inside || grouped || is_combining(c) {
            continue;
        }
        let stop = c == '.'
            && rest.get(..at).is_some_and(|word| is_abbreviation(word) && word.starts_with(|c: char| c.is_uppercase()));
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

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Pushes a word, its clitic apart: Trump | 's, did | n't.
fn push_word(text: &str, span: Span, tokens: &mut Vec<SpeechToken>) {
    let Some(cut) = clitic(span.of(text)) else { return push_part(text, span, tokens) };
    let at = span.start + cut;
    push_part(text, Span::new(span.start, at), tokens);
    push_part(text, Span::new(at, span.end), tokens);
}

fn push_part(text: &str, span: Span, tokens: &mut Vec<SpeechToken>) {
    let word = span.of(text);
    let Some(first) = word.chars().next() else { return };
    let entry = match word.strip_prefix('’') {
        Some(rest) => look_up_clitic(rest),
        None if word.starts_with("n’") => look_up("n't"),
        None => look_up(word),
    };
    let upper = first.is_uppercase();
    tokens.push(SpeechToken { span, kind: TokenKind::Word, upper, class: entry.class, cue: entry.cue });
}

/// Where the clitic of `word` begins.
fn clitic(word: &str) -> Option<usize> {
    // The first byte of the curly apostrophe tells it well enough.
    if !word.bytes().any(|byte| matches!(byte, b'\'' | 0xe2)) {
        return None;
    }
    let at = word.rfind(['\'', '’'])?;
    let after = word.get(at..)?.trim_start_matches(['\'', '’']);
    let lower = after.len() <= 2 && matches!(after, "s" | "S" | "d" | "ll" | "re" | "ve" | "m");
    if lower {
        return (at > 0).then_some(at);
    }
    let negated = matches!(after, "t" | "T") && word.get(..at)?.ends_with(['n', 'N']);
    (negated && at > 1).then(|| at - 1)
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, marked_length, plain_length, read};
    use crate::propose::speakers::quotes::QuotedSpan;
    use crate::review::Span;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        read(text, Span::new(0, text.len()), &[], &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn clitics_stand_apart_and_abbreviations_keep_their_stop() {
        assert_eq!(words("Roe's aides didn't go."), ["Roe", "'s", "aides", "did", "n't", "go", "."]);
        assert_eq!(words("Mr. Holm’s U.S. visa"), ["Mr.", "Holm", "’s", "U.S.", "visa"]);
        assert_eq!(words("the voters' 1,200 votes -- all"), ["the", "voters", "'", "1,200", "votes", "--", "all"]);
        assert_eq!(words("Grant (D-Lund), 47"), ["Grant", "(D-Lund)", ",", "47"]);
    }

    proptest::proptest! {
        #[test]
        fn a_plain_word_ends_where_a_careful_look_ends_it(word in "[aZ9][aMrZ9.,'’&@_ é-]{0,9}") {
            if let Some(length) = plain_length(word.as_bytes()) {
                assert_eq!(length, marked_length(&word), "{word:?}");
            }
        }
    }

    #[test]
    fn a_quotation_is_one_token() {
        let text = "“We wait,” Roe said.";
        let end = "“We wait,”".len();
        let quote = QuotedSpan { words: Span::new(3, end - 3), marked: Span::new(0, end), block: 0, continues: false };
        let mut tokens = Vec::new();
        read(text, Span::new(0, text.len()), &[quote], &mut tokens);
        assert_eq!(tokens.first().map(|token| token.kind), Some(TokenKind::Quote));
        assert_eq!(tokens.len(), 4);
    }

    #[test]
    fn a_sentence_without_end_is_read_only_so_far() {
        let mut tokens = Vec::new();
        let text = "said ".repeat(100_000);
        read(&text, Span::new(0, text.len()), &[], &mut tokens);
        assert_eq!(tokens.len(), super::MOST);
    }
}
