//! The shell: the only room that names the terminal, the clock, processes and signals.
//!
//! Start with [`run`]: it takes the terminal, hands every key to the model, does what the model asks for, and gives the
//! terminal back however it ends.

mod advice;
mod answers;
pub mod back;
mod browser;
mod cadence;
mod changes;
pub mod clock;
mod copies;
pub mod desk;
mod drafts;
mod event;
pub mod evidence;
pub mod export;
pub mod frame;
pub mod import;
mod input;
pub mod itself;
mod listings;
mod memory;
mod mouse;
mod opened;
mod opener;
pub mod original;
mod paths;
pub mod pdf;
mod pen;
mod perform;
mod screen;
#[cfg(unix)]
mod sequences;
mod shell;
mod signals;
mod source;
mod state;
mod stream;
#[cfg(unix)]
mod tty;

pub use opened::OpenError;
pub use shell::{Ending, Errand, Start, TermError, run, sample};
pub use state::State;
