//! What is on the desk and what every action does to it: pure, without terminal, disk or clock.

pub mod editor;
pub mod gate;
pub mod key;
pub mod layout;
pub mod page;
pub mod wrap;
