//! The real program on a real terminal: keys in, and the screen that a terminal makes of what comes out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a test waits for words before it fails; a machine under load is slow, a program that is right comes in milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// factdesk in a terminal of its own.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    gone: Arc<AtomicBool>,
    /// Everything that the program has written.
    pub raw: Vec<u8>,
}

impl Terminal {
    /// Starts the program with `args`, its home and sessions in `home`, on a screen of `columns` by `rows`.
    pub fn start(home: &Path, args: &[&str], columns: u16, rows: u16) -> Self {
        let command: Vec<&str> = std::iter::once(env!("CARGO_BIN_EXE_factdesk")).chain(args.iter().copied()).collect();
        Self::run(home, &command, columns, rows)
    }

    /// Starts any command in such a terminal.
    pub fn run(home: &Path, words: &[&str], columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
            ("FACTDESK_REVIEWER", "anna"),
            ("TZ", "UTC"),
        ] {
            command.env(name, value);
        }
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", home);
        command.env("FACTDESK_SESSIONS", home.join("sessions"));
        command.cwd(home);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (outbox, output) = mpsc::channel();
        let gone = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&gone);
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if ended.load(Ordering::Relaxed) || outbox.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            keys,
            child,
            output,
            parser: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
            gone,
            raw: Vec::new(),
        }
    }

    /// Sends bytes as a keyboard does.
    pub fn send(&mut self, bytes: &str) {
        self.keys.write_all(bytes.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The screen as it stands.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        while !wanted(&self.screen()) {
            let Ok(bytes) = self.output.recv_timeout(PATIENCE) else {
                panic!("{what} did not come to the screen:\n{}", self.screen());
            };
            self.parser.process(&bytes);
            self.raw.extend(bytes);
        }
    }

    /// Takes in what comes within `time`.
    pub fn waits_at_most(&mut self, time: Duration) {
        while let Ok(bytes) = self.output.recv_timeout(time) {
            self.parser.process(&bytes);
            self.raw.extend(bytes);
        }
    }

    /// What programs switch on and must switch off: alternate screen, hidden cursor, bracketed paste, mouse, focus reports.
    pub fn modes(&self) -> [bool; 5] {
        let screen = self.parser.screen();
        let raw = String::from_utf8_lossy(&self.raw);
        let focus = raw.rfind("\u{1b}[?1004h") > raw.rfind("\u{1b}[?1004l");
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        [screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste(), mouse, focus]
    }

    /// The terminal's own modes, in some words.
    pub fn termios(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios())
    }

    /// Waits until the screen holds `words`.
    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        self.wait(words, |screen| screen.contains(words));
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Kills it as the kernel does when memory runs out: nothing in it can answer.
    pub fn kill(&mut self) {
        // The library's own kill hangs up first and would let the program tidy up.
        let killed = std::process::Command::new("kill").args(["-KILL", &self.pid().to_string()]).status().unwrap();
        assert!(killed.success());
        self.child.wait().unwrap();
    }

    /// Waits for its end and takes in what it still writes; its exit code.
    pub fn ends(&mut self) -> u32 {
        let code = self.child.wait().unwrap().exit_code();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(500)) {
            self.parser.process(&bytes);
            self.raw.extend(bytes);
        }
        code
    }

    /// Takes the terminal away, as when a window is closed.
    pub fn vanish(&mut self) {
        // The reader holds the terminal too: it lets go at the next thing it reads, and a new size makes the program draw.
        self.gone.store(true, Ordering::Relaxed);
        self.resize(90, 25);
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.keys = Box::new(std::io::sink());
        self.master = None;
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
