//! Who says something, when, and by what way it came.

use super::super::moment;
use crate::review::Stamp;

/// Who says something, when, and by what way it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Voice {
    /// Who; `None` when nobody knows.
    pub(super) by: Option<String>,
    /// When, as the file has it.
    pub(super) at: Option<String>,
    /// What it came with, as remarks have it.
    pub(super) from: &'static str,
}

impl Voice {
    /// The moment, when it is one; of a day alone its beginning.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        let day = || moment::day(self.at.as_deref()?).map(|day| Stamp::from(format!("{day}T00:00:00Z").as_str()));
        self.moment().or_else(day)
    }

    fn moment(&self) -> Option<Stamp> {
        let stamp = Stamp::from(self.at.as_deref()?);
        moment::moment(&stamp).map(|moment| Stamp::from(moment.as_str()))
    }

    /// The moment, or else the day, or nothing.
    pub(super) fn when(&self) -> String {
        let day = || self.at.as_deref().and_then(moment::day);
        self.moment().map(|stamp| stamp.to_string()).or_else(day).unwrap_or_default()
    }

    /// The same voice under another name, when one is given.
    pub(super) fn named(&self, by: Option<&str>) -> Self {
        match by.map(str::trim).filter(|by| !by.is_empty()) {
            Some(by) => Self { by: Some(by.to_owned()), ..self.clone() },
            None => self.clone(),
        }
    }

    /// The same voice, under `name` where it has none.
    pub(super) fn or_by(self, name: &str) -> Self {
        Self { by: self.by.or_else(|| Some(name.to_owned())), ..self }
    }

    /// ` (Ida)`, or nothing.
    pub(super) fn signed(&self) -> String {
        self.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default()
    }
}
