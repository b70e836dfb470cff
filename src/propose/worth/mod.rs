//! How much a sentence is worth checking, in named reasons with points.
//!
//! The finders read the sentence's tokens (`words`) and note each case of a reason with the words it points at: [`reasons()`] lists
//! them all. A case is worth its reason's points ([`Weights`]), the second of a kind half, the third a quarter. The score
//! is the logistic of the bias and the points as shown, so the explanation is exact, and nothing but the sentence, its
//! kind of block (headlines and deks do without verbs) and the article's language counts, so the score is the same whatever
//! stands around it.
//!
//! Numbers, dates in digits, percent and currency signs, names, question marks and length are read by their shape, in
//! any language. Words are known in English only: an article in another language is weighed by shapes alone, and one
//! whose language is unknown is taken for English. Scripts without capitals show no names.

mod against;
mod figures;
mod findings;
mod form;
mod language;
mod names;
mod reasons;
mod signals;
mod train;
mod weigh;
mod weights;
mod words;

pub use reasons::{ReasonRow, reasons};
pub use train::{Example, TrainError, TrainingResult, fit};
pub use weights::{Weights, WeightsError};

pub(super) use weigh::{score, weigh, weigh_from};
