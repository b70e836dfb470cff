//! The program as it is run: its commands, its terminal, its README.

#[path = "../support/mod.rs"]
mod support;

mod commands;
mod copies;
mod drafts;
mod exchange;
mod formats;
mod git;
mod homecoming;
mod hour;
mod pty;
mod readers;
mod readme;
mod sent;
mod signed;
mod train_command;
