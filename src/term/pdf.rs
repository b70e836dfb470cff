//! PDFs are read in a process of their own, the same program once more: a file that breaks the parser costs nothing but itself.
//!
//! That process has no session open and writes nothing. It gets the file on its stdin, gives the words with their places on its stdout,
//! and has so much time and memory and no more.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::itself;
use crate::intake::IntakeError;
use crate::intake::pdf::{self, PdfDocument};

/// The command by which the program asks itself.
pub const COMMAND: &str = "read-pdf";

/// How long reading may take; the slowest of a hundred public files took half a second.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes of memory that reading may take.
#[cfg(unix)]
const MEMORY: u64 = 2 << 30;
/// Bytes of an answer: places take many times what words do.
const ANSWER: u64 = 512 << 20;

fn broken(why: &str) -> IntakeError {
    IntakeError::Broken {
        format: "PDF",
        why: format!("{why}; print or save it as PDF again, or ask for the draft itself"),
    }
}

/// The words of a PDF, read in another process where there can be one.
///
/// # Errors
/// When it is damaged, locked, takes too long, or breaks the process that reads it.
pub(super) fn document(content: &[u8]) -> Result<PdfDocument, IntakeError> {
    itself::program().map_or_else(|| pdf::parse(content), |program| asked(program, content))
}

fn asked(program: &Path, content: &[u8]) -> Result<PdfDocument, IntakeError> {
    let failed = |error: io::Error| broken(&format!("the process that reads PDFs can't be started: {error}"));
    let mut asked = Command::new(program);
    asked.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = asked.spawn().map_err(failed)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (send, answered) = mpsc::channel();
    thread::spawn(move || {
        let mut answer = Vec::new();
        let read = stdout.map(|stdout| stdout.take(ANSWER).read_to_end(&mut answer));
        // Whoever asked may have lost patience.
        let _ = send.send(read.and_then(Result::ok).map(|_| answer));
    });
    let answer = thread::scope(|scope| {
        scope.spawn(move || {
            // A process that breaks down takes no more; what it said is what counts.
            let _ = stdin.map(|mut stdin| stdin.write_all(content));
        });
        let answer = answered.recv_timeout(PATIENCE);
        // It has answered, or is not going to; then the file is no longer wanted by anybody.
        let _ = child.kill();
        let _ = child.wait();
        answer
    });
    let late = || broken(&format!("reading it took longer than {} seconds", PATIENCE.as_secs()));
    let answer = answer.map_err(|_| late())?.unwrap_or_default();
    let said: Result<PdfDocument, String> =
        serde_json::from_slice(&answer).map_err(|_| broken("it is damaged in a way that its reader can't bear"))?;
    said.map_err(|why| IntakeError::Broken { format: "PDF", why })
}

/// What the process that was asked does: the words of the PDF on stdin, as JSON on stdout.
///
/// # Errors
/// When stdin or stdout fail.
pub fn answer() -> io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Without the limit, the time still is one.
        let _ = setrlimit(Resource::As, Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) });
    }
    let mut content = Vec::new();
    io::stdin().lock().read_to_end(&mut content)?;
    let document = pdf::parse(&content).map_err(|error| match error {
        IntakeError::Broken { why, .. } => why,
        other @ (IntakeError::Empty | IntakeError::Binary { .. } | IntakeError::Wordless(_)) => other.to_string(),
    });
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut out, &document)?;
    out.flush()
}
