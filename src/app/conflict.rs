//! Conflicts with another copy of a session, in words.

use serde_json::Value;

/// A field's value as a reviewer reads it.
pub fn told(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.is_empty() => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(told).collect::<Vec<_>>().join(" · "),
        Value::Object(fields) => {
            let named = fields.iter().filter(|(_, value)| !is_empty(value));
            named.map(|(name, value)| format!("{name}: {}", told(value))).collect::<Vec<_>>().join(" · ")
        }
    }
}

/// True for a value that says nothing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}
