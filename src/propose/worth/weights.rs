//! How many points each reason counts: the built-in weights, and those fitted to a reviewer's marks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reasons::{ReasonCode, TABLE};

/// What a sentence without any reason counts before the logistic. It sets what a score of 0.5 means: among sentences of
/// news, nearly everything that a desk would check lies above it, and little else.
const BIAS: f64 = 0.0;

/// Points of a reason lie between this and its negative.
const LIMIT: f64 = 10.0;

/// Points of each reason, and the bias. As JSON or TOML it holds only what differs from the built-in weights:
/// `{"bias": -0.1, "points": {"money": 1.6}}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "WeightsShape", into = "WeightsShape")]
pub struct Weights {
    pub(super) bias: f64,
    pub(super) points: [f64; TABLE.len()],
}

impl Default for Weights {
    /// The built-in weights, set by hand.
    fn default() -> Self {
        let mut points = [0.0; TABLE.len()];
        for (slot, row) in points.iter_mut().zip(TABLE) {
            *slot = row.points;
        }
        Self { bias: BIAS, points }
    }
}

impl Weights {
    /// What a sentence without any reason counts.
    pub const fn bias(&self) -> f64 {
        self.bias
    }

    /// Each reason's code with the points of one clear case, in the order of the table.
    pub fn points(&self) -> impl Iterator<Item = (&'static str, f64)> {
        TABLE.iter().map(|row| row.code).zip(self.points)
    }

    /// Points of one clear case of `code`.
    pub(super) fn of(&self, code: ReasonCode) -> f64 {
        self.points.get(code as usize).copied().unwrap_or(0.0)
    }
}

/// Why a file of weights is refused.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WeightsError {
    /// Too many points, or no number.
    #[error("{0} has {1} points; they lie between -{LIMIT} and {LIMIT}")]
    OutOfRange(String, f64),
}

/// The weights as a file has them. Codes of other versions are passed over: what they stand for is not known here.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WeightsShape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bias: Option<f64>,
    #[serde(default)]
    points: BTreeMap<String, f64>,
}

impl TryFrom<WeightsShape> for Weights {
    type Error = WeightsError;

    fn try_from(shape: WeightsShape) -> Result<Self, WeightsError> {
        let checked = |name: &str, points: f64| match points {
            points if points.abs() <= LIMIT => Ok(points),
            _ => Err(WeightsError::OutOfRange(name.to_owned(), points)),
        };
        let mut weights = Self::default();
        weights.bias = checked("the bias", shape.bias.unwrap_or(weights.bias))?;
        for (slot, row) in weights.points.iter_mut().zip(TABLE) {
            if let Some(points) = shape.points.get(row.code) {
                *slot = checked(row.code, *points)?;
            }
        }
        Ok(weights)
    }
}

impl From<Weights> for WeightsShape {
    fn from(weights: Weights) -> Self {
        let built_in = Weights::default();
        let differs = |a: f64, b: f64| (a - b).abs() > f64::EPSILON;
        let points = weights.points().zip(built_in.points).filter(|((_, points), own)| differs(*points, *own));
        Self {
            bias: differs(weights.bias, built_in.bias).then_some(weights.bias),
            points: points.map(|((code, points), _)| (code.to_owned(), points)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written_and_comes_back() {
        let mut weights = Weights::default();
        assert_eq!(serde_json::to_string(&weights).unwrap(), r#"{"points":{}}"#);
        weights.bias = 0.5;
        weights.points[ReasonCode::Money as usize] = 2.25;
        let text = serde_json::to_string(&weights).unwrap();
        assert_eq!(text, r#"{"bias":0.5,"points":{"money":2.25}}"#);
        assert_eq!(serde_json::from_str::<Weights>(&text).unwrap(), weights);
    }

    #[test]
    fn a_reason_of_another_version_is_passed_over() {
        let text = r#"{"points": {"moonlight": 3, "share": 0}}"#;
        assert!(serde_json::from_str::<Weights>(text).unwrap().of(ReasonCode::Share).abs() < f64::EPSILON);
    }

    #[test]
    fn wild_weights_are_refused_by_name() {
        let error = serde_json::from_str::<Weights>(r#"{"points": {"share": 1e9}}"#).unwrap_err();
        assert!(error.to_string().contains("share has 1000000000 points"), "{error}");
        assert!(serde_json::from_str::<Weights>(r#"{"point": {}}"#).is_err());
    }
}
