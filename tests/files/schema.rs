//! The JSON Schema says what the session file's shapes say: the same fields, the same required ones, the same words.
#![expect(clippy::unwrap_used, reason = "helpers of a test, where a panic is the report")]

use std::collections::BTreeSet;
use std::process::Command;

use factdesk::review::wire::{SCHEMA, SessionShape};
use factdesk::review::{
    AnnotationKind, Because, BlockKind, ChangeKind, CorrectionStatus, FateAnswer, FateKind, Origin, QueryStatus, Rank,
    SourceKind, Stance, Support, Verdict,
};
use serde_json::{Map, Value};

/// A session in which every field of the format stands at least once.
const COMPLETE: &str = include_str!("../outside/sessions/complete.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// `node`, or what it refers to.
fn resolved<'a>(root: &'a Value, node: &'a Value) -> &'a Value {
    let Some(reference) = node.get("$ref").and_then(Value::as_str) else { return node };
    root.pointer(reference.trim_start_matches('#')).unwrap()
}

fn properties(node: &Value) -> Option<&Map<String, Value>> {
    node.get("properties")?.as_object()
}

/// Every object of `value` that the schema describes: its place in the value, and its description.
fn objects<'a>(root: &'a Value, node: &'a Value, value: &Value, place: &str, found: &mut Vec<(String, &'a Value)>) {
    let node = resolved(root, node);
    if let (Some(properties), Some(fields)) = (properties(node), value.as_object()) {
        found.push((place.to_owned(), node));
        for (name, field) in fields {
            assert!(properties.contains_key(name), "{place}/{name} is not in the schema");
            objects(root, &properties[name], field, &format!("{place}/{name}"), found);
        }
    } else if let (Some(items), Some(list)) = (node.get("items"), value.as_array()) {
        for (index, one) in list.iter().enumerate() {
            objects(root, items, one, &format!("{place}/{index}"), found);
        }
    }
}

fn is_read(value: &Value) -> bool {
    let text = value.to_string();
    serde_json::from_str::<SessionShape<'_>>(&text).is_ok_and(|shape| shape.into_session().is_ok())
}

#[test]
fn every_field_that_is_written_is_described_and_the_other_way_round() {
    let (root, complete) = (schema(), serde_json::from_str::<Value>(COMPLETE).unwrap());
    let session = serde_json::from_str::<SessionShape<'_>>(COMPLETE).unwrap().into_session().unwrap().0;
    let written = serde_json::from_slice::<Value>(&factdesk::store::format::print(&session)).unwrap();
    assert_eq!(written, complete, "the sample is what the program writes");
    let mut found = Vec::new();
    objects(&root, &root, &complete, "", &mut found);
    let defined = root["$defs"].as_object().unwrap().values().chain([&root]).filter(|node| properties(node).is_some());
    for node in defined {
        let seen: BTreeSet<&String> = found
            .iter()
            .filter(|(_, other)| std::ptr::eq(*other, node))
            .flat_map(|(place, _)| complete.pointer(place).unwrap().as_object().unwrap().keys())
            .collect();
        let described: BTreeSet<&String> = properties(node).unwrap().keys().collect();
        assert_eq!(seen, described, "{}", node["description"]);
    }
}

#[test]
fn a_field_is_required_when_a_file_without_it_can_not_be_read() {
    let (root, complete) = (schema(), serde_json::from_str::<Value>(COMPLETE).unwrap());
    let mut found = Vec::new();
    objects(&root, &root, &complete, "", &mut found);
    for (place, node) in found {
        let fields: Vec<String> = complete.pointer(&place).unwrap().as_object().unwrap().keys().cloned().collect();
        for field in fields {
            let mut without = complete.clone();
            without.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(&field);
            // What an edit needs depends on which it is, and no list of required members can say that.
            if matches!(field.as_str(), "block" | "draft" | "before" | "after") && place.starts_with("/history/") {
                continue;
            }
            let required = node["required"].as_array().is_some_and(|list| list.contains(&field.as_str().into()));
            assert_eq!(!is_read(&without), required, "{place}/{field}");
        }
    }
}

#[test]
fn the_words_are_those_that_the_program_knows() {
    fn known<T: ToString>(list: &[T]) -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    }
    let root = schema();
    for (place, words) in [
        ("/$defs/block/properties/kind", known(BlockKind::KNOWN)),
        ("/$defs/claim/properties/origin", known(Origin::KNOWN)),
        // A claim that is dismissed has a flag for it, and no verdict.
        ("/$defs/claim/properties/verdict/oneOf/1", known(Verdict::KNOWN.split_last().unwrap().1)),
        ("/$defs/reading/properties/verdict", known(Verdict::KNOWN)),
        ("/$defs/settled/properties/verdict", known(Verdict::KNOWN)),
        ("/$defs/speaker/properties/stance", known(Stance::KNOWN)),
        ("/$defs/source/properties/kind", known(SourceKind::KNOWN)),
        ("/$defs/source/properties/rank", known(Rank::KNOWN)),
        ("/$defs/source/properties/stance", known(Support::KNOWN)),
        ("/$defs/correction/properties/status", known(CorrectionStatus::KNOWN)),
        ("/$defs/query/properties/status", known(QueryStatus::KNOWN)),
        ("/$defs/annotation/properties/kind", known(AnnotationKind::KNOWN)),
        ("/$defs/change/properties/kind", known(ChangeKind::KNOWN)),
        ("/$defs/fate/properties/is", known(FateKind::KNOWN)),
        ("/$defs/fate/properties/answer", known(FateAnswer::KNOWN)),
        ("/$defs/mark/properties/verdict", known(Verdict::KNOWN)),
        ("/$defs/run/properties/kind", known(BlockKind::KNOWN)),
        ("/$defs/reading/properties/because", known(Because::KNOWN)),
    ] {
        let examples: Vec<String> = serde_json::from_value(root.pointer(place).unwrap()["examples"].clone()).unwrap();
        assert_eq!(examples, words, "{place}");
    }
}

#[test]
fn the_command_prints_it() {
    let output = Command::new(env!("CARGO_BIN_EXE_factdesk")).arg("schema").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), SCHEMA);
}
