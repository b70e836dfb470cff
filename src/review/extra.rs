//! Fields of a session file that this version does not know, and flags that are only there or not.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

/// Unknown fields of one object, in the order they were read; costs one pointer while there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Box<Map<String, Value>>>);

impl Extra {
    /// No fields.
    pub(super) const EMPTY: Self = Self(None);

    /// The fields of `map`, or none.
    pub fn new(map: Map<String, Value>) -> Self {
        Self((!map.is_empty()).then(|| Box::new(map)))
    }

    /// The fields with their values, in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|map| map.iter())
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// True when `flag` is there.
    pub fn has(&self, flag: &str) -> bool {
        self.0.as_deref().and_then(|map| map.get(flag)) == Some(&Value::Bool(true))
    }

    /// The same with `flag`.
    #[must_use]
    pub fn with(&self, flag: &str) -> Self {
        let mut map = self.to_map();
        map.insert(flag.to_owned(), Value::Bool(true));
        Self::new(map)
    }

    /// The text of the field `name`, if it is one.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.as_deref()?.get(name)?.as_str()
    }

    /// The same with `text` as the field `name`.
    #[must_use]
    pub(super) fn with_text(&self, name: &str, text: &str) -> Self {
        let mut map = self.to_map();
        map.insert(name.to_owned(), Value::String(text.to_owned()));
        Self::new(map)
    }

    /// The same without `flag`.
    #[must_use]
    pub fn without(&self, flag: &str) -> Self {
        let mut map = self.to_map();
        map.remove(flag);
        Self::new(map)
    }

    /// A copy as a JSON map.
    pub fn to_map(&self) -> Map<String, Value> {
        self.0.as_deref().cloned().unwrap_or_default()
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Extra {
    /// Makes no map where there is nothing to hold.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldVisitor;
        impl<'de> Visitor<'de> for FieldVisitor {
            type Value = Extra;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Extra, A::Error> {
                let Some(first) = fields.next_entry()? else { return Ok(Extra::default()) };
                let mut map = Map::from_iter([first]);
                while let Some((key, value)) = fields.next_entry()? {
                    map.insert(key, value);
                }
                Ok(Extra::new(map))
            }
        }
        deserializer.deserialize_map(FieldVisitor)
    }
}
