//! Keys, pastes and resizes from the terminal, read on a thread of their own so that nobody polls.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;
#[cfg(unix)]
use super::tty as terminal;

/// Starts the thread that reads the terminal; it ends with the process.
pub(super) fn listen(inbox: Sender<Event>) {
    thread::spawn(move || terminal::read(&inbox));
}

/// The console where there is no terminal's file; it tells keys and pastes whole.
#[cfg(not(unix))]
mod terminal {
    use std::sync::mpsc::Sender;
    use std::time::Duration;

    use crossterm::event::{self, Event as Raw};

    use super::Event;
    use crate::app::Action;
    use crate::term::clock;
    use crate::term::stream::Stream;

    /// Bytes of one paste that are taken; the rest of a longer one is dropped.
    const LONGEST_PASTE: usize = 8 << 20;

    pub(super) fn read(inbox: &Sender<Event>) {
        let mut stream = Stream::default();
        let begun = clock::instant();
        let more = || event::poll(Duration::from_millis(1)).unwrap_or(false);
        loop {
            let event = match event::read() {
                Ok(Raw::Mouse(raw)) => stream.mouse(raw),
                Ok(Raw::Key(key)) => stream.key(key, begun.elapsed(), more),
                Ok(Raw::Paste(mut text)) => {
                    text.truncate(text.floor_char_boundary(LONGEST_PASTE));
                    Some(Event::Action(Action::Paste(text)))
                }
                Ok(Raw::Resize(..)) => Some(Event::Resized),
                Ok(Raw::FocusGained) => Some(Event::Action(Action::Focus)),
                Ok(Raw::FocusLost) => None,
                Err(error) => Some(Event::Broken(error.to_string())),
            };
            let broken = matches!(event, Some(Event::Broken(_)));
            let gone = event.is_some_and(|event| inbox.send(event).is_err());
            if gone || broken {
                return;
            }
        }
    }
}
