//! People with two first names or two ranks.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::{CapitalisedWords, TokenPlace};
use super::passage::has;
use crate::propose;
use crate::text::Span;

/// Where one of these is near, one surname may be several people's.
const FAMILY: [&str; 36] = [
    "brother",
    "brothers",
    "sister",
    "sisters",
    "wife",
    "husband",
    "father",
    "mother",
    "son",
    "sons",
    "daughter",
    "daughters",
    "family",
    "couple",
    "cousin",
    "uncle",
    "aunt",
    "nephew",
    "niece",
    "married",
    "twins",
    "twin",
    "widow",
    "siblings",
    "parents",
    "grandfather",
    "grandson",
    "bruder",
    "schwester",
    "frau",
    "frère",
    "soeur",
    "hermano",
    "hermana",
    "bror",
    "syster",
];

/// Where one of these is near, somebody has two names.
const CALLED: [&str; 10] =
    ["calls", "called", "nicknamed", "known as", "nickname", "alias", "stage name", "née", "pseudonym", "real name"];

/// Ranks of which one has one at a time.
const RANKS: [&str; 13] = [
    "Captain",
    "Colonel",
    "Major",
    "General",
    "Lieutenant",
    "Sergeant",
    "Corporal",
    "Admiral",
    "Commander",
    "Private",
    "Brigadier",
    "Inspector",
    "Superintendent",
];

type NamePlaces<'a> = HashMap<&'a str, Vec<(&'a str, TokenPlace)>, RandomState>;

/// Surnames with the first names and ranks before them.
pub(super) struct People<'a> {
    first: NamePlaces<'a>,
    ranks: NamePlaces<'a>,
    /// The surnames, in the order of the text.
    order: Vec<&'a str>,
    words: &'a CapitalisedWords<'a>,
}

impl<'a> People<'a> {
    pub(super) fn of(words: &'a CapitalisedWords<'a>) -> Self {
        let mut made = Self { first: NamePlaces::default(), ranks: NamePlaces::default(), order: Vec::new(), words };
        for (last, places) in &words.capitals {
            let name = last.len() >= 4 && last.chars().skip(1).any(char::is_lowercase) && !words.is_common(last);
            if !name || propose::is_first_name(last) && places.len() > 40 {
                continue;
            }
            let mut own = Vec::new();
            for place in places {
                let (one, two) = (words.beside(*place, -1), words.beside(*place, -2));
                if RANKS.contains(&one) {
                    made.ranks.entry(last).or_default().push((one, *place));
                } else if RANKS.contains(&two) && one.starts_with(char::is_uppercase) {
                    made.ranks.entry(last).or_default().push((two, *place));
                }
                if one.len() >= 3 && one.starts_with(char::is_uppercase) {
                    own.push((one, *place));
                }
            }
            // A person: at least one of the first names is known as one.
            if own.iter().any(|(first, _)| propose::is_first_name(first)) {
                made.first.insert(last, own);
            }
            made.order.push(last);
        }
        made
    }

    /// First names that stand before surnames, with the places of the surnames.
    pub(super) fn named(&self) -> impl Iterator<Item = (&'a str, TokenPlace)> {
        self.order.iter().filter_map(|last| self.first.get(last)).flatten().copied()
    }

    /// People whom the text gives two first names.
    pub(super) fn first_names(&self, words: &CapitalisedWords<'_>, found: &mut Vec<LintFinding>) {
        for last in &self.order {
            let Some(given) = self.first.get(last) else { continue };
            let mut forms: Vec<(&str, TokenPlace)> = Vec::new();
            for (first, place) in given {
                let known = propose::is_first_name(first);
                // Of a name that is not known, the words around it must tell that it is one: "Hamid Mohamed, a student".
                let told = known || !words.is_common(first) && !RANKS.contains(first) && words.is_before(*place, ',');
                let fits = told && !words.beside(*place, 1).starts_with(char::is_uppercase);
                if fits && !forms.iter().any(|(known, _)| known == first) {
                    forms.push((first, *place));
                }
            }
            let [(one, here), (other, there)] = forms.as_slice() else { continue };
            if propose::is_same_first_name(one, other) || self.relatives(*here) || self.relatives(*there) {
                continue;
            }
            let says = format!("\"{one} {last}\" and \"{other} {last}\": one person with two first names?");
            let span = |place: &TokenPlace, first: &str| {
                let last = words.span(*place);
                Span::new(last.start - 1 - first.len(), last.end)
            };
            found.push(LintFinding::new(
                FindingKind::FirstName,
                Certainty::Doubt,
                says,
                vec![span(here, one), span(there, other)],
            ));
        }
    }

    /// True when words near `place` speak of a family or of names.
    fn relatives(&self, place: TokenPlace) -> bool {
        let text = self.words.passages.get(place.passage).map_or("", |passage| passage.text);
        let at = self
            .words
            .span(place)
            .start
            .saturating_sub(self.words.passages.get(place.passage).map_or(0, |passage| passage.base));
        let mut window = (at.saturating_sub(300), (at + 300).min(text.len()));
        while !text.is_char_boundary(window.0) {
            window.0 -= 1;
        }
        while !text.is_char_boundary(window.1) {
            window.1 += 1;
        }
        let near = text.get(window.0..window.1).unwrap_or_default().to_lowercase();
        has(&near, &FAMILY) || has(&near, &CALLED)
    }

    /// People whom the text gives two ranks.
    pub(super) fn titles(&self, found: &mut Vec<LintFinding>) {
        for last in &self.order {
            let Some((rank, here)) = self.ranks.get(last).and_then(|ranks| ranks.first()) else { continue };
            let other = self.ranks.get(last).and_then(|ranks| ranks.iter().find(|(other, _)| other != rank));
            let Some((other, there)) = other else { continue };
            let text = |place: &TokenPlace| self.words.passages.get(place.passage).map_or("", |passage| passage.text);
            let promoted = [here, there].iter().any(|place| text(place).contains("promot"));
            if !promoted && !self.relatives(*here) && !self.relatives(*there) {
                let says = format!("\"{rank} {last}\" and \"{other} {last}\": one person with two ranks?");
                let ranks = [here, there].map(|place| self.rank_span(*place));
                found.push(LintFinding::new(FindingKind::Title, Certainty::Doubt, says, ranks.to_vec()));
            }
        }
    }

    /// The rank with the name at `place`.
    fn rank_span(&self, place: TokenPlace) -> Span {
        let last = self.words.span(place);
        let one = self.words.beside(place, -1);
        let before = if RANKS.contains(&one) { one.len() } else { one.len() + 1 + self.words.beside(place, -2).len() };
        Span::new(last.start.saturating_sub(before + 1), last.end)
    }
}
