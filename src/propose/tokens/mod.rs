//! The words of a sentence: one stream of tokens, one table of classes and one dictionary, for the scale of worth and for the
//! grammar of attributions.

mod class;
mod cue;
mod cut;
mod dictionary;
mod first_names;
mod lists;
mod small;
mod token;
mod verbs;

pub(super) use class::WordClass;
pub(super) use cue::{Act, CueVerb, VerbForm};
pub(super) use cut::cut;
pub(super) use dictionary::{look_up, prepare};
pub use first_names::{is_first_name, is_mans_name};
pub(super) use token::{Token, TokenKind};
