//! The bytes of a terminal cut into what they are: keys, whole sequences and pastes, however slowly they come.
//!
//! An escape that comes by itself is a key only when nothing follows it for a while; a paste ends with its mark or, where that
//! never comes, with a pause; and a hand's ctrl-c is heard even inside one.

use std::time::Duration;

const ESC: u8 = 0x1b;
const INTERRUPT: u8 = 0x03;
/// What a terminal puts before a paste.
const PASTE: &[u8] = b"\x1b[200~";
/// What a terminal puts behind a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Bytes of one paste that are taken; the rest of a longer one is dropped.
const LONGEST_PASTE: usize = 8 << 20;
/// Bytes that one sequence has at most; a longer one is noise.
const LONGEST_SEQUENCE: usize = 64;

/// How long an escape is held back that came by itself: a slow line brings the rest of its sequence later.
const ESCAPE: Duration = Duration::from_millis(60);
/// How long what may begin a sequence is held back for its second byte, and how long after an escape that was told as a key it may.
const PARTED: Duration = Duration::from_millis(200);
/// How long the rest of a sequence is waited for.
const REST: Duration = Duration::from_secs(1);
/// A paste that brings nothing for so long has ended: no line is as slow as that between two pieces.
const PASTE_PAUSE: Duration = Duration::from_secs(1);
/// How long after such an end what comes in one go still is the paste's.
const LATE: Duration = Duration::from_secs(10);
/// The shortest pause before a key that a hand presses amid a paste.
const APART: Duration = Duration::from_millis(20);

/// One thing that a terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TerminalPiece {
    /// A key or a report, whole: a character, or an escape with what belongs to it.
    Sequence(Vec<u8>),
    /// Pasted text.
    Paste(String),
}

/// Where the first piece of some bytes ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PieceEnd {
    /// Behind so many bytes.
    Whole(usize),
    /// So many bytes are no piece of anything.
    Broken(usize),
    /// In what has not come yet.
    Partial,
}

/// What the bytes that wait are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Waiting {
    /// The beginning of a piece, or nothing.
    #[default]
    Plain,
    /// The beginning of a piece whose escape was told as a key already.
    Told,
    /// A paste's.
    Pasted,
}

/// Cuts bytes as they come. Times are since any moment, and only rise.
#[derive(Debug, Default)]
pub(super) struct SequenceCutter {
    /// What has come and is no whole piece yet.
    pending: Vec<u8>,
    waiting: Waiting,
    /// When the last bytes came.
    since: Duration,
    /// When an escape was told that came by itself.
    escaped: Option<Duration>,
    /// When a paste was last ended by a pause.
    ended: Option<Duration>,
}

impl SequenceCutter {
    /// The pieces that are whole with `bytes`, which came at `now` in one go.
    pub(super) fn take(&mut self, bytes: &[u8], now: Duration) -> Vec<TerminalPiece> {
        let within = |then: Option<Duration>, most| then.is_some_and(|then| now.saturating_sub(then) <= most);
        let apart = now.saturating_sub(self.since) >= APART;
        self.since = now;
        if self.waiting == Waiting::Pasted && apart && bytes == [INTERRUPT] {
            *self = Self { since: now, ..Self::default() };
            return vec![TerminalPiece::Sequence(bytes.to_vec())];
        }
        let escaped = self.escaped.take();
        if self.pending.is_empty() && self.waiting == Waiting::Plain {
            if within(escaped, PARTED) && bytes.first().is_some_and(|first| INTRODUCERS.contains(first)) {
                self.pending.push(ESC);
                self.waiting = Waiting::Told;
            } else if within(self.ended, LATE) && is_text(bytes) {
                self.waiting = Waiting::Pasted;
            }
        }
        let searched = self.pending.len().saturating_sub(PASTE_END.len());
        self.pending.extend_from_slice(bytes);
        let mut pieces = Vec::new();
        if self.waiting != Waiting::Pasted || self.end_paste(searched, &mut pieces) {
            self.cut(&mut pieces);
        }
        pieces
    }

    /// How long from `now` on more is waited for before [`SequenceCutter::settle`]; none while nothing is held back.
    pub(super) fn patience(&self, now: Duration) -> Option<Duration> {
        let most = match (self.waiting, self.pending.as_slice()) {
            (Waiting::Pasted, _) => PASTE_PAUSE,
            (_, []) => return None,
            (_, [ESC]) => ESCAPE,
            (_, [ESC, _]) => PARTED,
            _ => REST,
        };
        Some(most.saturating_sub(now.saturating_sub(self.since)))
    }

    /// What is held back, now that nothing more has come for it.
    pub(super) fn settle(&mut self, now: Duration) -> Option<TerminalPiece> {
        let pending = std::mem::take(&mut self.pending);
        match std::mem::take(&mut self.waiting) {
            Waiting::Pasted => {
                self.ended = Some(now);
                Some(pasted(pending))
            }
            Waiting::Told => pending.get(1..2).map(|key| TerminalPiece::Sequence(key.to_vec())),
            Waiting::Plain => {
                if pending == [ESC] {
                    self.escaped = Some(now);
                }
                // The rest of a longer one was lost on the way.
                (pending.len() <= 2 && !pending.is_empty()).then_some(TerminalPiece::Sequence(pending))
            }
        }
    }

    /// Ends the paste where its mark has come, looked for from `searched` on; false while it goes on.
    fn end_paste(&mut self, searched: usize, pieces: &mut Vec<TerminalPiece>) -> bool {
        let behind = self.pending.get(searched..).unwrap_or_default();
        let Some(at) = behind.windows(PASTE_END.len()).position(|window| window == PASTE_END) else {
            let dropped = self.pending.len().saturating_sub(PASTE_END.len());
            if dropped > LONGEST_PASTE {
                self.pending.drain(LONGEST_PASTE..dropped);
            }
            return false;
        };
        let rest = self.pending.split_off(searched + at);
        pieces.push(pasted(std::mem::replace(&mut self.pending, rest)));
        self.pending.drain(..PASTE_END.len());
        self.waiting = Waiting::Plain;
        self.ended = None;
        true
    }

    /// Cuts what has come into pieces, as far as they are whole.
    fn cut(&mut self, pieces: &mut Vec<TerminalPiece>) {
        loop {
            if self.waiting == Waiting::Told {
                match self.pending.get(1..3) {
                    None => return,
                    Some([kind, next]) if follows(*kind, *next) => {}
                    // A key of its own after all.
                    Some(_) => drop(self.pending.drain(..1)),
                }
                self.waiting = Waiting::Plain;
            }
            // Controls of eight bits say in one byte what escape and a letter say in two.
            if let Some(control @ (0x90 | 0x98 | 0x9b..=0x9f)) = self.pending.first().copied() {
                self.pending.splice(..1, [ESC, control - 0x40]);
            }
            let (length, whole) = match cut(&self.pending) {
                PieceEnd::Whole(length) => (length, true),
                PieceEnd::Broken(length) => (length, false),
                PieceEnd::Partial => return,
            };
            let rest = self.pending.split_off(length.min(self.pending.len()));
            let piece = std::mem::replace(&mut self.pending, rest);
            if piece == PASTE {
                self.waiting = Waiting::Pasted;
                if !self.end_paste(0, pieces) {
                    return;
                }
            } else if whole && piece != PASTE_END {
                pieces.push(TerminalPiece::Sequence(piece));
            } else if piece == PASTE_END {
                self.ended = None;
            }
        }
    }
}

/// What follows an escape where a sequence begins: CSI, SS3, OSC, DCS, APC, PM, SOS.
const INTRODUCERS: &[u8] = b"[O]P_^X";

/// True when `next` can follow on `kind` in what terminals send.
const fn follows(kind: u8, next: u8) -> bool {
    match kind {
        b'[' => {
            matches!(next, b'0'..=b'9' | b'?' | b'<'..=b'>' | b';' | b'A'..=b'D' | b'F' | b'H' | b'I' | b'M' | b'O' | b'Z')
        }
        b'O' => matches!(next, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'),
        b']' => next.is_ascii_digit(),
        b'P' => matches!(next, b'>' | b'!' | b'0' | b'1'),
        b'_' => next == b'G',
        _ => false,
    }
}

/// True for more than one character, as a hand brings them one by one.
fn is_text(bytes: &[u8]) -> bool {
    let printed = bytes.first().is_some_and(|first| *first != ESC);
    printed
        && !matches!(cut(bytes), PieceEnd::Whole(length) if length == bytes.len())
        && cut(bytes) != PieceEnd::Partial
}

fn pasted(mut bytes: Vec<u8>) -> TerminalPiece {
    bytes.truncate(LONGEST_PASTE);
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    text.truncate(text.floor_char_boundary(LONGEST_PASTE));
    TerminalPiece::Paste(text)
}

/// Where the first piece of `bytes` ends.
fn cut(bytes: &[u8]) -> PieceEnd {
    match bytes {
        [] | [ESC] | [ESC, b'O'] => PieceEnd::Partial,
        [ESC, ESC, ..] => PieceEnd::Whole(1),
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', b'@'..=b'~', ..] => PieceEnd::Whole(3),
        [ESC, rest @ ..] => match character(rest) {
            PieceEnd::Whole(length) => PieceEnd::Whole(1 + length),
            PieceEnd::Broken(length) => PieceEnd::Broken(1 + length),
            PieceEnd::Partial => PieceEnd::Partial,
        },
        _ => character(bytes),
    }
}

/// Where the control sequence ends whose escape and bracket stand before `rest`.
fn control(rest: &[u8]) -> PieceEnd {
    match rest {
        // Function keys of the Linux console; the oldest way to tell of the mouse.
        [b'[', _, ..] => return PieceEnd::Whole(4),
        [b'M', _, _, _, ..] => return PieceEnd::Whole(6),
        [b'[' | b'M', ..] => return PieceEnd::Partial,
        _ => {}
    }
    match rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) {
        None if rest.len() > LONGEST_SEQUENCE => PieceEnd::Broken(2 + rest.len()),
        None => PieceEnd::Partial,
        Some(at) if rest.get(at).is_some_and(|last| (0x40..=0x7e).contains(last)) => PieceEnd::Whole(2 + at + 1),
        Some(at) => PieceEnd::Broken(2 + at),
    }
}

/// Where the first character of `bytes` ends, in UTF-8.
fn character(bytes: &[u8]) -> PieceEnd {
    let length = match bytes.first() {
        None => return PieceEnd::Partial,
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        Some(_) => return PieceEnd::Broken(1),
    };
    let has = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(has) {
        Ok(_) => PieceEnd::Whole(length),
        Err(error) if error.error_len().is_none() => PieceEnd::Partial,
        Err(_) => PieceEnd::Broken(1),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The pieces of what comes at `gap` milliseconds, with the patience of a reader.
    fn pieces_of(parts: &[&[u8]], gap: u64) -> Vec<String> {
        let mut cutter = SequenceCutter::default();
        let mut now = Duration::from_secs(5);
        let mut pieces = Vec::new();
        for part in parts {
            pieces.extend(cutter.take(part, now));
            let next = now + Duration::from_millis(gap);
            wait(&mut cutter, now, next, &mut pieces);
            now = next;
        }
        wait(&mut cutter, now, now + Duration::from_mins(1), &mut pieces);
        pieces.iter().map(told).collect()
    }

    fn wait(cutter: &mut SequenceCutter, mut now: Duration, until: Duration, pieces: &mut Vec<TerminalPiece>) {
        while let Some(patience) = cutter.patience(now) {
            now += patience;
            if now > until {
                return;
            }
            pieces.extend(cutter.settle(now));
        }
    }

    fn told(piece: &TerminalPiece) -> String {
        match piece {
            TerminalPiece::Sequence(bytes) => String::from_utf8_lossy(bytes).replace('\u{1b}', "^"),
            TerminalPiece::Paste(text) => format!("«{text}»"),
        }
    }

    fn one_by_one(text: &[u8]) -> Vec<&[u8]> {
        text.chunks(1).collect()
    }

    #[test]
    fn keys_and_sequences_are_whole_wherever_the_line_was_cut() {
        let sent =
            "vé\u{1b}[1;5A\u{1b}OP\u{1b}[<0;5;6M\u{1b}[?62;1c\u{1b}s\u{1b}[200~j\u{1b}[B\r\u{1b}[201~x".as_bytes();
        let whole = ["v", "é", "^[1;5A", "^OP", "^[<0;5;6M", "^[?62;1c", "^s", "«j\u{1b}[B\r»", "x"];
        assert_eq!(pieces_of(&[sent], 0), whole);
        for gap in [1, 30, 59, 100, 150] {
            let told: Vec<String> =
                pieces_of(&one_by_one(sent), gap).into_iter().filter(|piece| piece != "^").collect();
            // An escape that stood alone for long was told as a key; what began the sequence was no key beside it.
            let alt = if gap > 60 { "s" } else { "^s" };
            let wanted: Vec<&str> = whole.iter().map(|piece| if *piece == "^s" { alt } else { *piece }).collect();
            assert_eq!(told, wanted, "{gap}");
        }
    }

    #[test]
    fn keys_of_a_hand_are_no_sequence() {
        assert_eq!(pieces_of(&[b"\x1b", b"v"], 100), ["^", "v"]);
        assert_eq!(pieces_of(&[b"\x1b", b"]", b"v"], 100), ["^", "]", "v"]);
        assert_eq!(pieces_of(&[b"\x1b", b"]", b"]"], 250), ["^", "]", "]"]);
        assert_eq!(pieces_of(&[b"\x1b", b"[", b"j"], 150), ["^", "[", "j"]);
        assert_eq!(pieces_of(&[b"\x1b\x1b"], 0), ["^", "^"]);
        assert_eq!(pieces_of(&[b"\x1b[", b"j"], 300), ["^[", "j"]);
        assert_eq!(pieces_of(&[b"\x9d1", b"\xff\xfej"], 0), ["^]", "1", "j"]);
    }

    #[test]
    fn a_paste_without_an_end_ends_with_a_pause_and_nothing_of_it_is_a_key() {
        assert_eq!(pieces_of(&[b"\x1b[200~vvv", b"d"], 6000), ["«vvv»", "d"]);
        assert_eq!(pieces_of(&[b"\x1b[200~vv", b"vv", b"x"], 900), ["«vvvvx»"]);
        // The rest that comes after all, and a hand's keys before and behind it.
        assert_eq!(
            pieces_of(&[b"\x1b[200~vv", b"j", b"dddu", b"xx\x1b[201~", b"vd"], 1500),
            ["«vv»", "j", "«dddu»", "«xx»", "v", "d"]
        );
        assert_eq!(pieces_of(&[b"\x1b[200~vv", b"\x03", b"d"], 50), ["\u{3}", "d"], "ctrl-c is heard");
        assert_eq!(
            pieces_of(&[b"\x1b[200~v\x03v\x1b[201~", b"d"], 50),
            ["«v\u{3}v»", "d"],
            "one that is pasted is text"
        );
    }

    #[test]
    fn of_a_paste_without_bounds_only_so_much_is_held() {
        let mut cutter = SequenceCutter::default();
        let chunk = vec![b'v'; 1 << 16];
        cutter.take(b"\x1b[200~", Duration::ZERO);
        for _ in 0..(LONGEST_PASTE >> 16) + 40 {
            assert!(cutter.take(&chunk, Duration::ZERO).is_empty());
        }
        assert!(cutter.pending.len() <= LONGEST_PASTE + (1 << 17), "{}", cutter.pending.len());
        let Some(TerminalPiece::Paste(text)) = cutter.take(b"\x1b[201~", Duration::ZERO).pop() else {
            panic!("no paste")
        };
        assert_eq!(text.len(), LONGEST_PASTE);
    }

    proptest! {
        /// Whatever comes, nothing is held back for good.
        #[test]
        fn any_bytes_come_to_an_end(parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..12), 0..12), gap in 0u64..2000) {
            let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
            pieces_of(&parts, gap);
        }
    }
}
