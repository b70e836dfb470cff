//! Raises the JSON of an older session file to the present version, one pure step a version.

use serde_json::Value;

/// From version `index + 1` to the next.
type Step = fn(Value) -> Value;

/// One step for every version that was ever released before this one.
const STEPS: [Step; 0] = [];

/// The JSON of a file of version `from` as this version would have written it.
pub(super) fn raise(file: Value, from: u64) -> Value {
    climb(file, from, &STEPS)
}

fn climb(file: Value, from: u64, steps: &[Step]) -> Value {
    let passed = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    let mut raised = steps.iter().skip(passed).fold(file, |file, step| step(file));
    if let Some(version) = raised.get_mut("version") {
        *version = Value::from(steps.len() + 1);
    }
    raised
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[expect(clippy::needless_pass_by_value, reason = "the shape of a step")]
    fn louder(file: Value) -> Value {
        json!({ "version": file["version"], "name": format!("{}!", file["name"].as_str().unwrap()) })
    }

    #[test]
    fn every_version_before_this_one_has_its_step() {
        assert_eq!(STEPS.len() as u64 + 1, crate::review::wire::VERSION);
    }

    #[test]
    fn a_file_takes_every_step_from_its_own_version_on() {
        let steps: [Step; 2] = [louder, louder];
        let climb = |from: u64| climb(json!({ "version": from, "name": "a" }), from, &steps);
        assert_eq!(climb(1), json!({ "version": 3, "name": "a!!" }));
        assert_eq!(climb(2), json!({ "version": 3, "name": "a!" }));
        assert_eq!(climb(3), json!({ "version": 3, "name": "a" }));
    }
}
