//! The words of a sentence: one table of classes and one dictionary, for the scale of worth and for the grammar of attributions.

mod class;
mod cue;
mod dictionary;
mod first_names;
mod lists;
mod small;
mod verbs;

pub(super) use class::WordClass;
pub(super) use cue::{Act, CueVerb, VerbForm};
pub(super) use dictionary::{look_up, look_up_clitic, prepare, scale_classes};
pub use first_names::is_first_name;
