//! Fits the weights to what a reviewer marked and what they dismissed.

use super::findings::ReasonHit;
use super::reasons::TABLE;
use super::weigh::{found_in, round};
use super::weights::Weights;
use crate::review::{Article, Session, Span, Status};

/// Numbers that are fitted: one for each reason, and the bias.
const SLOTS: usize = TABLE.len() + 1;

/// Claims of either kind below which nothing can be learnt.
const FEWEST: usize = 10;

/// How strongly the fit is held to the built-in weights: so many claims' worth of opinion for each reason.
const HOLD: f64 = 4.0;

/// Steps of the descent; the error is convex, and far fewer settle it.
const STEPS: usize = 400;

/// A claim that a reviewer has dealt with.
#[derive(Clone, Debug)]
pub struct Example {
    amounts: [f64; SLOTS],
    worth: bool,
}

impl Example {
    /// The words of `article` at `span` (bytes), which were marked (`worth`) or dismissed.
    pub fn new(article: &Article, span: Span, worth: bool) -> Self {
        let mut amounts = [0.0; SLOTS];
        for ReasonHit { code, amount, .. } in found_in(article, span) {
            if let Some(slot) = amounts.get_mut(code as usize) {
                *slot += amount;
            }
        }
        if let Some(bias) = amounts.last_mut() {
            *bias = 1.0;
        }
        Self { amounts, worth }
    }

    /// Every claim of `session` that was marked or dismissed; those that nobody has dealt with say nothing.
    pub fn of_session(session: &Session) -> Vec<Self> {
        let dealt = |status| match status {
            Status::Unchecked => None,
            Status::Dismissed => Some(false),
            Status::Verified | Status::Disputed | Status::Unknown | Status::Differs | Status::Other => Some(true),
        };
        let claims = session.claims().iter();
        let examples = claims.filter_map(|claim| Some((claim.span, dealt(claim.status())?)));
        examples.map(|(span, worth)| Self::new(&session.article, span, worth)).collect()
    }

    fn sum(&self, weights: &[f64; SLOTS]) -> f64 {
        self.amounts.iter().zip(weights).map(|(amount, weight)| amount * weight).sum()
    }
}

/// What was learnt.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingResult {
    /// The weights, to two decimals.
    pub weights: Weights,
    /// How many marked claims were seen.
    pub marked: usize,
    /// How many dismissed ones.
    pub dismissed: usize,
    /// Of all pairs of a marked and a dismissed claim, the share in which the built-in weights put the marked one first,
    /// 0 to 1.
    pub before: f64,
    /// The same by the fitted weights.
    pub after: f64,
}

/// Why nothing was learnt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrainError {
    /// Too few claims of a kind.
    #[error("{marked} marked and {dismissed} dismissed claims are too few to learn from; {FEWEST} of each are needed")]
    TooFew {
        /// How many were marked.
        marked: usize,
        /// How many were dismissed.
        dismissed: usize,
    },
}

/// Fits the weights to `examples`: logistic regression that starts from the built-in weights, is held to them, and keeps
/// the sign of each reason, so that what speaks for a claim never comes to speak against it. Marked and dismissed claims
/// weigh the same in sum, for how many of each there are says what was proposed rather than what is worth a check.
///
/// # Errors
/// With fewer than ten marked or ten dismissed claims.
pub fn fit(examples: &[Example]) -> Result<TrainingResult, TrainError> {
    let marked = examples.iter().filter(|example| example.worth).count();
    let dismissed = examples.len() - marked;
    if marked < FEWEST || dismissed < FEWEST {
        return Err(TrainError::TooFew { marked, dismissed });
    }
    let built_in = slots(&Weights::default());
    let share = |kind: usize| to_f64(examples.len()) / (2.0 * to_f64(kind));
    let fitted = descend(examples, &built_in, share(marked), share(dismissed));
    let weights = weights(&fitted);
    let after = ordered(examples, &slots(&weights));
    Ok(TrainingResult { marked, dismissed, before: ordered(examples, &built_in), after, weights })
}

/// Gradient descent with a step that the curvature allows, held to the sign of each built-in weight.
fn descend(examples: &[Example], built_in: &[f64; SLOTS], marked: f64, dismissed: f64) -> [f64; SLOTS] {
    let counts = |example: &Example| if example.worth { marked } else { dismissed };
    let square = |example: &Example| example.amounts.iter().map(|amount| amount * amount).sum::<f64>();
    let curvature: f64 = examples.iter().map(|example| counts(example) * square(example)).sum::<f64>() / 4.0 + HOLD;
    let mut now = *built_in;
    for _ in 0..STEPS {
        let mut slope = [0.0; SLOTS];
        for example in examples {
            let wanted = if example.worth { 1.0 } else { 0.0 };
            let error = counts(example) * (logistic(example.sum(&now)) - wanted);
            for (slope, amount) in slope.iter_mut().zip(&example.amounts) {
                *slope += error * amount;
            }
        }
        let last = SLOTS - 1;
        for (index, ((weight, own), slope)) in now.iter_mut().zip(built_in).zip(slope).enumerate() {
            *weight -= (slope + HOLD * (*weight - own)) / curvature;
            if index < last && *weight * own < 0.0 {
                *weight = 0.0;
            }
        }
    }
    now
}

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

/// The share of pairs of a marked and a dismissed claim with the marked one first; a tie is half.
fn ordered(examples: &[Example], weights: &[f64; SLOTS]) -> f64 {
    let mut sums: Vec<(f64, bool)> = examples.iter().map(|example| (example.sum(weights), example.worth)).collect();
    sums.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut right, mut marked) = (0.0, 0.0, 0.0);
    for group in sums.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let worth = to_f64(group.iter().filter(|(_, worth)| *worth).count());
        let other = to_f64(group.len()) - worth;
        right += worth * (below + other / 2.0);
        below += other;
        marked += worth;
    }
    right / (below * marked)
}

/// Points by slot, the bias last.
fn slots(weights: &Weights) -> [f64; SLOTS] {
    let mut slots = [0.0; SLOTS];
    for (slot, points) in slots.iter_mut().zip(weights.points.iter().chain([&weights.bias])) {
        *slot = *points;
    }
    slots
}

/// The weights of `slots`, to two decimals.
fn weights(slots: &[f64; SLOTS]) -> Weights {
    let mut weights = Weights::default();
    for (points, slot) in weights.points.iter_mut().zip(slots) {
        *points = round(*slot, 100.0);
    }
    weights.bias = slots.last().map_or(weights.bias, |bias| round(*bias, 100.0));
    weights
}

fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
