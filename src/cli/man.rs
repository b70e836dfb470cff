//! `factdesk man`: one manual page with every command.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Command;
use clap_mangen::Man;

use super::failure::Failure;
use super::out;

/// What the arguments do not tell. Every line is the page's own.
const REST: &str = r#".SH "EXIT STATUS"
.TP
0
Done. For \fBcheck\fR: every claim is settled.
.TP
1
It could not be done, or a session file is not sound; the reason is on stderr.
.TP
2
Wrong usage.
.TP
10
From \fBcheck\fR: some claims are not settled.
.SH ENVIRONMENT
.TP
FACTDESK_SESSIONS
The folder of saved sessions, when \fB\-\-sessions\fR is not given.
.TP
FACTDESK_REVIEWER
Who marks, when \fB\-\-reviewer\fR is not given.
.TP
NO_COLOR
Draw without colours.
.TP
COLORFGBG
Tells whether the background is light or dark.
.SH FILES
A session is one JSON file, \fINAME\fR.factdesk.json; \fBfactdesk schema\fR prints its JSON Schema. The hidden folder
\&.factdesk beside it holds its lock, draft and backups.
"#;

pub(super) fn run(mut command: Command) -> Result<ExitCode, Failure> {
    command.build();
    out::text(&page(&command)?)?;
    Ok(ExitCode::SUCCESS)
}

fn page(command: &Command) -> io::Result<Vec<u8>> {
    let whole = Man::new(command.clone());
    let mut page = Vec::new();
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    writeln!(page, ".SH COMMANDS")?;
    for one in command.get_subcommands().filter(|one| one.get_name() != "help") {
        // What every command takes stands above, once.
        let one = one.clone().mut_args(|arg| {
            let shared = arg.is_global_set() || arg.get_id() == "help";
            arg.hide(shared)
        });
        writeln!(page, ".SS {}", one.get_name())?;
        let man = Man::new(one);
        page.extend(body(|page| man.render_synopsis_section(page))?);
        writeln!(page, ".PP")?;
        page.extend(body(|page| man.render_description_section(page))?);
        page.extend(body(|page| man.render_options_section(page))?);
    }
    page.extend_from_slice(REST.as_bytes());
    Ok(page)
}

/// A section without its heading; the heading of a group of options stays, a level down.
fn body(render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut section = Vec::new();
    render(&mut section)?;
    let text = String::from_utf8_lossy(&section);
    let lines = text.lines().filter_map(|line| match line.strip_prefix(".SH ") {
        Some("SYNOPSIS" | "DESCRIPTION" | "OPTIONS") => None,
        Some(group) => Some(format!(".PP\n.I {}\n", group.trim_matches('"').to_lowercase())),
        None => Some(format!("{line}\n")),
    });
    Ok(lines.collect::<String>().into_bytes())
}
