//! People with two first names or two ranks.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::finding::{Certainty, LintFinding};
use super::kind::FindingKind;
use super::names::{CapitalisedWords, TokenPlace};
use super::passage::has;
use crate::propose;
use crate::quantity::LexemeKind;
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

/// Where the text says one of these, it tells two with one surname apart itself.
const UNRELATED: [&str; 12] = [
    "not related to",
    "no relation",
    "is unrelated to",
    "namesake",
    "sans lien",
    "aucun lien",
    "nicht verwandt",
    "namensvetter",
    "no es familia",
    "sin parentesco",
    "inte släkt",
    "ingen släkting",
];

/// Words of a name's aside that say what somebody is: "Holm, a fisher from Ulvik,".
const ASIDE: usize = 6;

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

/// Places of a name that are looked at to tell two people apart.
const MOST: usize = 20;

type NamePlaces<'a> = HashMap<&'a str, Vec<(&'a str, TokenPlace)>, RandomState>;

/// Endings of what somebody is, and words with one of them that are none.
const ROLES: [&str; 6] = ["er", "or", "ist", "ian", "man", "woman"];
const NO_ROLES: [&str; 14] = [
    "former", "other", "elder", "older", "younger", "senior", "junior", "major", "minor", "number", "winter", "summer",
    "human", "german",
];

/// True for what somebody is or does: "mayor", "fisher".
fn is_role(word: &str) -> bool {
    let ends = || word.len() >= 5 && ROLES.iter().any(|end| word.ends_with(end)) && !NO_ROLES.contains(&word);
    word.starts_with(char::is_lowercase) && (propose::is_office(word) || ends())
}

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
            let name = last.len() >= 4 && last.chars().skip(1).any(char::is_lowercase);
            let mut behind = places.iter().filter(|place| place.follows > 0).peekable();
            if !name
                || behind.peek().is_none()
                || words.is_common(last)
                || propose::is_first_name(last) && places.len() > 40
            {
                continue;
            }
            let mut own = Vec::new();
            for place in behind {
                let one = words.beside(*place, -1);
                let two = if place.follows > 1 { words.beside(*place, -2) } else { "" };
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
            // A slip seldom makes a man of a woman.
            let man = |first: &str| propose::is_mans_name(first);
            if man(one).zip(man(other)).is_some_and(|(one, other)| one != other) {
                continue;
            }
            let places = |of: &str| -> Vec<TokenPlace> {
                given.iter().filter(|(first, _)| *first == of).map(|(_, place)| *place).take(MOST).collect()
            };
            if self.are_two(&places(one), &places(other)) {
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

    /// True when the text itself tells those apart who stand at these places: in one sentence, as no relatives, or by what each is.
    fn are_two(&self, here: &[TokenPlace], there: &[TokenPlace]) -> bool {
        let together = here.iter().any(|one| {
            let sentence = self.words.sentence(*one);
            there.iter().any(|other| sentence.contains(self.words.span(*other).start))
        });
        let apart = here.iter().chain(there).any(|place| {
            let sentence = self.words.sentence(*place);
            let passage = self.words.passages.get(place.passage);
            let text = passage.map_or("", |passage| {
                let base = passage.base;
                Span::new(sentence.start.saturating_sub(base), sentence.end.saturating_sub(base)).of(passage.text)
            });
            has(&text.to_lowercase(), &UNRELATED)
        });
        let role = |places: &[TokenPlace]| places.iter().find_map(|place| self.role(*place));
        together || apart || role(here).zip(role(there)).is_some_and(|(one, other)| one != other)
    }

    /// What the words right behind the name at `place` say that somebody is: the "fisher" of "Holm, a fisher from Ulvik,".
    fn role(&self, place: TokenPlace) -> Option<&'a str> {
        let passage = self.words.passages.get(place.passage)?;
        let mut behind = passage.tokens.get(place.token + 1..)?.iter().take(ASIDE + 1);
        if behind.next()?.kind != LexemeKind::Mark(',') {
            return None;
        }
        let aside =
            behind.take_while(|token| token.kind == LexemeKind::Word).map(|token| token.span().of(passage.text));
        aside.skip_while(|word| !matches!(*word, "a" | "an" | "the")).find(|word| is_role(word))
    }

    /// True when words near `place` speak of a family or of names.
    fn relatives(&self, place: TokenPlace) -> bool {
        let text = self.words.passages.get(place.passage).map_or("", |passage| passage.text);
        let at = self
            .words
            .span(place)
            .start
            .saturating_sub(self.words.passages.get(place.passage).map_or(0, |passage| passage.base));
        let around = Span::new(text.floor_char_boundary(at.saturating_sub(300)), text.ceil_char_boundary(at + 300));
        let near = around.of(text).to_lowercase();
        has(&near, &FAMILY) || has(&near, &CALLED)
    }

    /// People whom the text gives two ranks.
    pub(super) fn titles(&self, found: &mut Vec<LintFinding>) {
        for last in &self.order {
            let Some((rank, here)) = self.ranks.get(last).and_then(|ranks| ranks.first()) else { continue };
            let other = self.ranks.get(last).and_then(|ranks| ranks.iter().find(|(other, _)| other != rank));
            let Some((other, there)) = other else { continue };
            let text = |place: &TokenPlace| self.words.passages.get(place.passage).map_or("", |passage| passage.text);
            // "Promoted" begins a sentence, too.
            let promoted = [here, there].iter().any(|place| text(place).contains("romot"));
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
