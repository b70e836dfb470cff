//! What is on the desk and what every action does to it: pure, without terminal, disk or clock.
//!
//! Start with [`Model`], which holds everything, and [`update()`], the only function that changes it.

pub mod action;
pub mod advised;
pub mod ago;
pub mod arranged;
pub mod aside;
pub mod at_hand;
mod bindings;
pub mod card;
pub mod census;
pub mod citation;
pub mod command;
pub mod completion;
pub mod conflict;
pub mod desk;
pub mod draft;
pub mod editor;
pub mod exporting;
pub mod filter;
pub mod form;
pub mod frame;
pub mod fuzzy;
pub mod gist;
pub mod hand;
pub mod home;
pub mod item;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod lines;
pub mod listing;
pub mod marks;
pub mod memory;
pub mod minimap;
pub mod model;
pub mod opening;
pub mod owed;
pub mod page;
pub mod panel;
pub mod picking;
pub mod places;
pub mod pointer;
pub mod search;
pub mod settings;
pub mod shares;
pub mod subset;
pub mod taking;
pub mod typeset;
mod update;
pub mod voices;
pub mod wrapped;

pub use action::{Action, Effect, Motion, Opened, Outcome, Saving};
pub use bindings::bindings;
pub use model::{Mode, Model};
pub use update::update;
