//! What an article says about who is who: first names of one surname, who holds an office, where those who share a surname stand.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::RandomState;

use super::given::{is_same_first_name, parted};
use super::name::NameParts;
use super::places::Mention;
use super::reading::{Bearer, NamesAsked, NamesRead};
use crate::propose::tokens::is_mans_name;
use crate::review::Article;

/// What an article says about who is who.
pub(super) struct Joins {
    /// The first names of each surname, those of one person together.
    firsts: HashMap<String, Vec<Vec<String>>, RandomState>,
    holders: HashMap<String, BTreeSet<Bearer>, RandomState>,
    /// Where each surname stands, with the first name before it.
    places: HashMap<String, Vec<(usize, Option<String>)>, RandomState>,
}

impl Joins {
    pub(super) fn of(article: &Article, names: &[(&str, NameParts)]) -> Self {
        let mut asked = NamesAsked::default();
        for (_, parts) in names {
            asked.surnames.extend(parts.surname());
            if !parts.office.is_empty() {
                asked.office(&parts.office);
            }
        }
        let NamesRead { mut firsts, holders, places } = NamesRead::of(article, &asked);
        for (_, parts) in names {
            if let Some((surname, first)) = parts.surname().zip(parts.first()).filter(|(_, first)| is_given(first)) {
                firsts.entry(surname).or_default().insert(first);
            }
        }
        let grouped = firsts.into_iter().map(|(surname, firsts)| (surname, grouped(firsts)));
        Self { firsts: grouped.collect(), holders, places }
    }

    /// What all names of one person have in common.
    pub(super) fn key(&self, name: &str, parts: &NameParts) -> String {
        match parts.surname() {
            Some(surname) => self.bearer(&surname, parts.first().as_deref(), &parts.office),
            None if parts.office.is_empty() => spelt(name),
            None => {
                let holders = self.holders.get(&parts.office).into_iter().flatten();
                let keys: BTreeSet<String> =
                    holders.map(|(surname, first)| self.bearer(surname, first.as_deref(), &parts.office)).collect();
                match keys.len() {
                    1 => keys.into_iter().next().unwrap_or_default(),
                    _ => spelt(name),
                }
            }
        }
    }

    /// The one with this surname, first name and office.
    fn bearer(&self, surname: &str, first: Option<&str>, office: &str) -> String {
        let firsts = self.groups(surname);
        let own = first.and_then(|first| self.group(surname, first));
        let only = || match (first, firsts.len()) {
            (None, 1) => Some(0),
            (None, 2..) => self.told_by_office(surname, firsts, office),
            _ => None,
        };
        match (own.or_else(only), first) {
            (Some(at), _) => format!("{surname}, {at}"),
            (None, Some(first)) => format!("{surname}, {}", first.to_lowercase()),
            (None, None) => surname.to_owned(),
        }
    }

    /// The first names of a surname, those of one person together.
    fn groups(&self, surname: &str) -> &[Vec<String>] {
        self.firsts.get(surname).map_or(&[][..], Vec::as_slice)
    }

    /// Which of those with this surname has this first name, or is the only one of this generation where that alone is said.
    fn group(&self, surname: &str, first: &str) -> Option<usize> {
        let same = |other: &String| other == first || !is_given(first) && parted(other).1 == parted(first).1;
        let mut fitting = self.groups(surname).iter().enumerate().filter(|(_, group)| group.iter().any(same));
        fitting.next().filter(|_| fitting.next().is_none()).map(|(at, _)| at)
    }

    /// The full name of number `who` of those with the surname of `parts`.
    pub(super) fn full_name(&self, surname: &str, who: usize, parts: &NameParts) -> String {
        let firsts = self.groups(surname).get(who).into_iter().flatten();
        let first = firsts.max_by_key(|first| first.len()).map_or("", String::as_str);
        let (given, generation) = parted(first);
        format!("{given} {} {generation}", parts.own.join(" ")).trim_end().to_owned()
    }

    /// True for a surname without a first name that several share, where no office tells which of them is meant.
    pub(super) fn is_shared(&self, parts: &NameParts) -> bool {
        let Some(surname) = parts.surname().filter(|_| parts.first().is_none()) else { return false };
        let groups = self.groups(&surname);
        groups.len() > 1 && self.told_by_office(&surname, groups, &parts.office).is_none()
    }

    /// True where number `who` of those with `surname` may be called by `office`: no woman is "Mr".
    pub(super) fn may_be(&self, surname: &str, who: usize, office: &str) -> bool {
        let Some(man) = is_of_man(office) else { return true };
        let group = self.groups(surname).get(who);
        !group.is_some_and(|group| group.iter().any(|first| is_mans_name(parted(first).0) == Some(!man)))
    }

    /// Where those who share a surname are named, and where they speak, in order, by surname.
    pub(super) fn meetings(
        &self,
        names: &[&(&str, NameParts)],
        claims: &HashMap<&str, Vec<usize>, RandomState>,
    ) -> HashMap<String, Vec<Mention>, RandomState> {
        let mut met: HashMap<String, Vec<Mention>, RandomState> = HashMap::default();
        for (surname, places) in self.places.iter().filter(|(surname, _)| self.groups(surname).len() > 1) {
            let meeting = |(at, first): &(usize, Option<String>)| {
                let who = first.as_ref().and_then(|first| self.group(surname, first));
                Mention { at: *at, who, speaks: false }
            };
            met.insert(surname.clone(), places.iter().map(meeting).collect());
        }
        for (name, parts) in names {
            let key = self.key(name, parts);
            let Some((surname, who)) = key.split_once(", ") else { continue };
            let (Some(met), Ok(who)) = (met.get_mut(surname), who.parse()) else { continue };
            let places = claims.get(name).into_iter().flatten();
            met.extend(places.map(|at| Mention { at: *at, who: Some(who), speaks: true }));
        }
        for met in met.values_mut() {
            met.sort_unstable();
        }
        met
    }

    /// Which of several with one surname holds the office, or is the only man or woman where that is what is said.
    fn told_by_office(&self, surname: &str, firsts: &[Vec<String>], office: &str) -> Option<usize> {
        let man = is_of_man(office);
        let fits = |group: &Vec<String>| {
            if let Some(man) = man {
                return group.iter().any(|first| is_mans_name(parted(first).0) == Some(man));
            }
            let mut holders = self.holders.get(office).into_iter().flatten();
            holders.any(|(name, first)| name == surname && first.as_ref().is_some_and(|first| group.contains(first)))
        };
        let mut fitting = firsts.iter().enumerate().filter(|(_, group)| fits(group)).map(|(at, _)| at);
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// True for what a man is called before his name, false for a woman; `None` for what both are called.
fn is_of_man(office: &str) -> Option<bool> {
    match office.trim_matches('.') {
        "mr" | "sir" | "lord" => Some(true),
        "mrs" | "ms" | "miss" | "dame" | "lady" => Some(false),
        _ => None,
    }
}

/// A name as it is compared when it is nobody's other name: without an article and a capital.
fn spelt(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    // A comma and a blank stand in every other key.
    format!("={bare}")
}

/// True for a first name, and not for a generation alone.
fn is_given(first: &str) -> bool {
    !parted(first).0.is_empty()
}

/// First names of one surname, those together that are one name: "Mike" and "Michael", "A." and the only one with an A. Two of
/// different generations are two people.
fn grouped(firsts: BTreeSet<String>) -> Vec<Vec<String>> {
    let is_initial = |first: &str| parted(first).0.trim_matches('.').chars().count() == 1;
    let (initials, full): (Vec<String>, Vec<String>) = firsts.into_iter().partition(|first| is_initial(first));
    let mut groups: Vec<Vec<String>> = Vec::new();
    for first in full.into_iter().chain(initials) {
        let same = |other: &String| {
            let ((one, older), (two, younger)) = (parted(other), parted(&first));
            older == younger
                && (is_same_first_name(one, two) || is_initial(&first) && one.chars().next() == two.chars().next())
        };
        let mut fitting = groups.iter_mut().filter(|group| group.iter().any(same));
        match (fitting.next(), fitting.next()) {
            (Some(group), None) => group.push(first),
            _ => groups.push(vec![first]),
        }
    }
    groups
}

/// True where the place of a surname that several share may tell whose it is: an office that nobody is known to hold may be the other's.
pub(super) fn may_be_placed(parts: &NameParts) -> bool {
    parts.office.is_empty() || is_of_man(&parts.office).is_some()
}
