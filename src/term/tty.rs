//! The terminal's own file: waits for its bytes and makes events of them.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use termina::event as raw;
use termina::{Event as RawEvent, Parser};

use super::clock;
use super::event::Event;
use super::sequences::{SequenceCutter, TerminalPiece};
use super::stream::Stream;
use crate::app::Action;

/// The controlling terminal, whatever stdin is.
const TERMINAL: &str = "/dev/tty";

/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;

/// Reads the terminal until it or the program ends.
pub(super) fn read(inbox: &Sender<Event>) {
    let own = if io::stdin().is_terminal() { None } else { File::open(TERMINAL).ok() };
    let stdin = rustix::stdio::stdin();
    let terminal = own.as_ref().map_or(stdin, AsFd::as_fd);
    let begun = clock::instant();
    let mut cutter = SequenceCutter::default();
    let mut stream = Stream::default();
    let mut chunk = vec![0; CHUNK];
    loop {
        let patience = cutter.patience(begun.elapsed());
        let pieces = match comes(&terminal, patience) {
            Ok(true) => match rustix::io::read(terminal, &mut chunk) {
                Ok(0) | Err(Errno::IO) => return drop(inbox.send(Event::HangUp)),
                Ok(count) => cutter.take(chunk.get(..count).unwrap_or_default(), begun.elapsed()),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(error) => return drop(inbox.send(Event::Broken(io::Error::from(error).to_string()))),
            },
            Ok(false) => cutter.settle(begun.elapsed()).into_iter().collect(),
            Err(Errno::INTR) => continue,
            Err(error) => return drop(inbox.send(Event::Broken(io::Error::from(error).to_string()))),
        };
        let count = pieces.len();
        for (n, piece) in pieces.into_iter().enumerate() {
            for event in events(piece, n + 1 < count, begun.elapsed(), &mut stream) {
                if inbox.send(event).is_err() {
                    return;
                }
            }
        }
    }
}

/// Waits for bytes, for so long at most; false when none came.
fn comes(terminal: &impl AsFd, patience: Option<Duration>) -> Result<bool, Errno> {
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let mut watched = [PollFd::new(terminal, PollFlags::IN)];
    poll(&mut watched, timeout.as_ref()).map(|ready| ready > 0)
}

/// What a piece is; `more` tells that others came with it.
fn events(piece: TerminalPiece, more: bool, now: Duration, stream: &mut Stream) -> Vec<Event> {
    let bytes = match piece {
        TerminalPiece::Paste(text) => return vec![Event::Action(Action::Paste(text))],
        TerminalPiece::Sequence(bytes) => bytes,
    };
    let (alt, bytes) = match bytes.as_slice() {
        [0x1b, rest @ ..] if !rest.is_empty() && (rest.len() == 1 || !matches!(rest, [b'[' | b'O', ..])) => {
            (true, rest)
        }
        whole => (false, whole),
    };
    if is_off_the_screen(bytes) {
        return Vec::new();
    }
    // One for each piece: it holds back what it does not know.
    let mut parser = Parser::default();
    parser.parse(bytes, false);
    let mut events = Vec::new();
    while let Some(event) = parser.pop() {
        events.extend(match event {
            RawEvent::Key(key) => key_of(key, alt).and_then(|key| stream.key(key, now, || more)),
            RawEvent::Mouse(mouse) => mouse_of(mouse).and_then(|mouse| stream.mouse(mouse)),
            RawEvent::FocusIn => Some(Event::Action(Action::Focus)),
            RawEvent::FocusOut
            | RawEvent::Paste(_)
            | RawEvent::WindowResized(_)
            | RawEvent::Csi(_)
            | RawEvent::Osc(_)
            | RawEvent::Dcs(_) => None,
        });
    }
    events
}

/// True for a report of the mouse from a row or column 0: there is none, and the parser counts down from it.
fn is_off_the_screen(bytes: &[u8]) -> bool {
    let reported = bytes.strip_prefix(b"\x1b[").filter(|rest| rest.ends_with(b"M") || rest.ends_with(b"m"));
    reported.is_some_and(|rest| {
        let numbers = rest.get(..rest.len().saturating_sub(1)).unwrap_or_default().split(|byte| *byte == b';');
        numbers.skip(1).any(|number| number.iter().all(|digit| *digit == b'0'))
    })
}

/// The key, with alt where an escape stood before it.
#[expect(clippy::wildcard_enum_match_arm, reason = "lock and media keys mean nothing here")]
fn key_of(key: raw::KeyEvent, alt: bool) -> Option<KeyEvent> {
    let code = match key.code {
        raw::KeyCode::Char(c) => KeyCode::Char(c),
        raw::KeyCode::Enter => KeyCode::Enter,
        raw::KeyCode::Escape => KeyCode::Esc,
        raw::KeyCode::Tab => KeyCode::Tab,
        raw::KeyCode::BackTab => KeyCode::BackTab,
        raw::KeyCode::Backspace => KeyCode::Backspace,
        raw::KeyCode::Delete => KeyCode::Delete,
        raw::KeyCode::Up => KeyCode::Up,
        raw::KeyCode::Down => KeyCode::Down,
        raw::KeyCode::Left => KeyCode::Left,
        raw::KeyCode::Right => KeyCode::Right,
        raw::KeyCode::Home => KeyCode::Home,
        raw::KeyCode::End => KeyCode::End,
        raw::KeyCode::PageUp => KeyCode::PageUp,
        raw::KeyCode::PageDown => KeyCode::PageDown,
        raw::KeyCode::Function(n) => KeyCode::F(n),
        _ => return None,
    };
    let mut modifiers = held(key.modifiers);
    modifiers.set(KeyModifiers::ALT, alt || modifiers.contains(KeyModifiers::ALT));
    let kind = match key.kind {
        raw::KeyEventKind::Press => KeyEventKind::Press,
        raw::KeyEventKind::Repeat => KeyEventKind::Repeat,
        raw::KeyEventKind::Release => KeyEventKind::Release,
    };
    Some(KeyEvent::new_with_kind(code, modifiers, kind))
}

fn held(modifiers: raw::Modifiers) -> KeyModifiers {
    let mut held = KeyModifiers::NONE;
    held.set(KeyModifiers::CONTROL, modifiers.contains(raw::Modifiers::CONTROL));
    held.set(KeyModifiers::ALT, modifiers.contains(raw::Modifiers::ALT));
    held.set(KeyModifiers::SHIFT, modifiers.contains(raw::Modifiers::SHIFT));
    held
}

#[expect(clippy::wildcard_enum_match_arm, reason = "other buttons and movement without one mean nothing here")]
fn mouse_of(mouse: raw::MouseEvent) -> Option<MouseEvent> {
    const LEFT: MouseButton = MouseButton::Left;
    let kind = match mouse.kind {
        raw::MouseEventKind::Down(raw::MouseButton::Left) => MouseEventKind::Down(LEFT),
        raw::MouseEventKind::Drag(raw::MouseButton::Left) => MouseEventKind::Drag(LEFT),
        raw::MouseEventKind::Up(raw::MouseButton::Left) => MouseEventKind::Up(LEFT),
        raw::MouseEventKind::ScrollUp => MouseEventKind::ScrollUp,
        raw::MouseEventKind::ScrollDown => MouseEventKind::ScrollDown,
        _ => return None,
    };
    Some(MouseEvent { kind, column: mouse.column, row: mouse.row, modifiers: held(mouse.modifiers) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::pointer::Deed;

    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever else comes is told as it is")]
    fn told(bytes: &[u8]) -> String {
        let mut stream = Stream::default();
        let pieces = SequenceCutter::default().take(bytes, Duration::ZERO);
        let events = pieces.into_iter().flat_map(|piece| events(piece, false, Duration::ZERO, &mut stream));
        let told = events.map(|event| match event {
            Event::Key(key, _) => key.to_string(),
            Event::Action(Action::Point(pointer)) => format!("{:?} {} {}", pointer.deed, pointer.x, pointer.y),
            Event::Action(Action::Paste(text)) => format!("«{text}»"),
            other => format!("{other:?}"),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_terminals_send_is_read() {
        assert_eq!(told("vGé7".as_bytes()), "v, G, é, 7");
        assert_eq!(told(b"\r\t\x7f\x03\x1bs\x1b\r"), "enter, tab, backspace, ctrl-c, alt-s, alt-enter");
        assert_eq!(told(b"\x1b[A\x1bOB\x1b[1;5C\x1b[D\x1b[H\x1b[F"), "up, down, ctrl-right, left, home, end");
        assert_eq!(told(b"\x1b[5~\x1b[6~\x1b[3~\x1b[Z\x1bOP\x1b[24~"), "pgup, pgdn, del, backtab, f1, f12");
        assert_eq!(told(b"\x1b[118;1u\x1b[118;5u\x1b[118;1:3u"), "v, ctrl-v");
        assert_eq!(told(b"\x1b[<0;5;6M\x1b[<0;5;6m\x1b[<65;5;6M"), "Press 4 5, Release 4 5, WheelDown 4 5");
        assert_eq!(told(b"\x1b[M %&\x1b[32;5;6M"), format!("{:?} 4 5, {:?} 4 5", Deed::Press, Deed::Twice));
        assert_eq!(told(b"\x1b[<0;0;0M\x1b[32;0;00M\x1b[<0;5;0mj"), "j");
        // Answers that nobody asked for.
        assert_eq!(told(b"\x1b[?62;1c\x1b[>1;4600;0c\x1b[24;80R\x1b[?2026;2$y\x1b[8;40;120tj"), "j");
    }

    proptest! {
        /// The parser is somebody else's: nothing that comes may end the thread that reads.
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(prop_oneof![Just(0x1b), Just(b'['), Just(b';'), Just(b'M'), Just(b'<'), Just(b'u'), Just(b'~'), any::<u8>()], 0..40)) {
            told(&bytes);
        }
    }
}
