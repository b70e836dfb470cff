//! The keys: one table that feeds dispatch, hints, help, `factdesk keys` and the README. The rows of a panel stand in its own file.

mod binding;
mod in_force;
mod names;
mod nearest;
mod rebind;
mod scope;
mod table;

pub use binding::{Binding, row};
pub use in_force::{KeyHint, Keymap};
pub use nearest::nearest;
pub use rebind::{KeyClash, Rebinding};
pub use scope::{Place, Scope};
pub(in crate::app) use table::{DESK, ENDS};
