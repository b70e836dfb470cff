//! The shell: the only room that names the terminal, the clock, processes and signals.

pub mod clock;
pub mod desk;
pub mod import;
