//! What a reviewer sees and does at the desk: keys in, effects and a screen out, without a terminal or a disk.

#[path = "../support/mod.rs"]
mod support;

mod advice;
mod back;
mod changes;
mod drafts;
mod evidence;
mod eye;
mod finding;
mod hand;
mod home;
mod journeys;
mod keeping;
mod keys;
mod mouse;
mod opening;
mod picking;
mod readers;
mod records;
mod resizing;
mod screens;
mod scripts;
mod seen;
mod through;
