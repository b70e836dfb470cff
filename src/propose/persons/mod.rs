//! Which names of an article are one person's: "Anna Berg", "Berg", "Mayor Berg" and "the mayor", where the text says so.
//!
//! Two people who share a surname stay two: a surname alone belongs to one of them only where an office tells which. What
//! stays doubtful is a person of its own.

mod given;
mod name;
mod reading;

use std::collections::{BTreeSet, HashMap, HashSet};

use foldhash::fast::RandomState;

use crate::review::Article;

use super::tokens::is_mans_name;
use name::NameParts;
use reading::{Bearer, NamesAsked, NamesRead};

pub(super) use given::is_behind_names;
pub use given::is_same_first_name;

/// Names and whose they are.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    /// The person behind each name, by place in `persons`.
    of: HashMap<String, usize, RandomState>,
    /// Every person's names, the fullest first.
    persons: Vec<Vec<String>>,
}

impl Persons {
    /// Whose each of `names` is by what `article` says; one pass over the article.
    pub fn of<'n>(article: &Article, names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut parts: Vec<(&str, NameParts)> = Vec::new();
        let mut met: HashSet<&str, RandomState> = HashSet::default();
        for name in names {
            if met.insert(name) {
                parts.push((name, NameParts::of(name)));
            }
        }
        let joins = Joins::of(article, &parts);
        let mut made = Self::default();
        let mut places: HashMap<String, usize, RandomState> = HashMap::default();
        // The fullest name first, in whatever order they were given.
        let fullness = |parts: &NameParts| (parts.first().is_some(), !parts.own.is_empty(), parts.own.len());
        parts.sort_by(|(one, a), (two, b)| {
            let shorter = || one.len().cmp(&two.len()).then_with(|| one.cmp(two));
            fullness(b).cmp(&fullness(a)).then_with(shorter)
        });
        for (name, parts) in &parts {
            let key = joins.key(name, parts);
            let at = *places.entry(key).or_insert_with(|| {
                made.persons.push(Vec::new());
                made.persons.len() - 1
            });
            if let Some(names) = made.persons.get_mut(at) {
                names.push((*name).to_owned());
            }
            made.of.insert((*name).to_owned(), at);
        }
        made
    }

    /// The names of the one who is called `name`, the fullest first; none for a name that was not asked about.
    pub fn names(&self, name: &str) -> &[String] {
        self.of.get(name).and_then(|at| self.persons.get(*at)).map_or(&[], Vec::as_slice)
    }

    /// The fullest name of the one who is called `name`; itself where it was not asked about.
    pub fn fullest<'a>(&'a self, name: &'a str) -> &'a str {
        self.names(name).first().map_or(name, String::as_str)
    }
}

/// What an article says about who is who.
struct Joins {
    /// The first names of each surname, those of one person together.
    firsts: HashMap<String, Vec<Vec<String>>, RandomState>,
    holders: HashMap<String, BTreeSet<Bearer>, RandomState>,
}

impl Joins {
    fn of(article: &Article, names: &[(&str, NameParts)]) -> Self {
        let mut asked = NamesAsked::default();
        for (_, parts) in names {
            asked.surnames.extend(parts.surname());
            if !parts.office.is_empty() {
                asked.office(&parts.office);
            }
        }
        let NamesRead { mut firsts, holders } = NamesRead::of(article, &asked);
        for (_, parts) in names {
            if let Some((surname, first)) = parts.surname().zip(parts.first()) {
                firsts.entry(surname).or_default().insert(first.to_owned());
            }
        }
        let grouped = firsts.into_iter().map(|(surname, firsts)| (surname, grouped(firsts)));
        Self { firsts: grouped.collect(), holders }
    }

    /// What all names of one person have in common.
    fn key(&self, name: &str, parts: &NameParts) -> String {
        match parts.surname() {
            Some(surname) => self.bearer(&surname, parts.first(), &parts.office),
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
        let firsts = self.firsts.get(surname).map_or(&[][..], Vec::as_slice);
        let own = first.and_then(|first| firsts.iter().position(|group| group.iter().any(|other| other == first)));
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

    /// Which of several with one surname holds the office, or is the only man or woman where that is what is said.
    fn told_by_office(&self, surname: &str, firsts: &[Vec<String>], office: &str) -> Option<usize> {
        let man = match office.trim_matches('.') {
            "mr" | "sir" | "lord" => Some(true),
            "mrs" | "ms" | "miss" | "dame" | "lady" => Some(false),
            _ => None,
        };
        let fits = |group: &Vec<String>| {
            if let Some(man) = man {
                return group.iter().any(|first| is_mans_name(first) == Some(man));
            }
            let mut holders = self.holders.get(office).into_iter().flatten();
            holders.any(|(name, first)| name == surname && first.as_ref().is_some_and(|first| group.contains(first)))
        };
        let mut fitting = firsts.iter().enumerate().filter(|(_, group)| fits(group)).map(|(at, _)| at);
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// A name as it is compared when it is nobody's other name: without an article and a capital.
fn spelt(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    // A comma and a blank stand in every other key.
    format!("={bare}")
}

/// First names of one surname, those together that are one name: "Mike" and "Michael", "A." and the only one with an A.
fn grouped(firsts: BTreeSet<String>) -> Vec<Vec<String>> {
    let is_initial = |first: &str| first.trim_matches('.').chars().count() == 1;
    let (initials, full): (Vec<String>, Vec<String>) = firsts.into_iter().partition(|first| is_initial(first));
    let mut groups: Vec<Vec<String>> = Vec::new();
    for first in full.into_iter().chain(initials) {
        let same = |other: &String| {
            is_same_first_name(other, &first) || is_initial(&first) && other.chars().next() == first.chars().next()
        };
        let mut fitting = groups.iter_mut().filter(|group| group.iter().any(same));
        match (fitting.next(), fitting.next()) {
            (Some(group), None) => group.push(first),
            _ => groups.push(vec![first]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Block, BlockKind, Span};

    fn article(text: &str) -> Article {
        let mut at = 0;
        let blocks = text.split('\n').map(|line| {
            let span = Span::new(at, at + line.len());
            at = span.end + 1;
            Block::new(BlockKind::Paragraph, span)
        });
        Article::new("", text, blocks.collect()).unwrap()
    }

    /// The persons behind `names`, each with the names that are theirs.
    fn told(text: &str, names: &[&str]) -> Vec<String> {
        let persons = Persons::of(&article(text), names.iter().copied());
        let mut told: Vec<String> = persons.persons.iter().map(|names| names.join(" = ")).collect();
        told.sort();
        told
    }

    const TUNNEL: &str = "“Nobody was misled,” said Mayor Anna Berg.\nBerg has been in office since 2018.\nThe minister, \
                          Karin Dahl, told the Courier so.\nErik Holm, the project director, left.";

    #[test]
    fn surname_full_name_and_office_are_one() {
        let names = ["Berg", "the mayor", "Anna Berg", "Mayor Berg", "The mayor"];
        assert_eq!(told(TUNNEL, &names), ["Anna Berg = Berg = Mayor Berg = The mayor = the mayor"]);
        assert_eq!(told(TUNNEL, &["the minister", "Dahl"]), ["Dahl = the minister"]);
        assert_eq!(told(TUNNEL, &["Holm", "the project director"]), ["Holm = the project director"]);
    }

    #[test]
    fn two_of_one_surname_stay_two() {
        let text = format!("{TUNNEL}\nMaria Berg, a professor, had warned.");
        let names = ["Anna Berg", "Maria Berg", "Berg", "Mayor Berg", "the mayor"];
        assert_eq!(told(&text, &names), ["Anna Berg = Mayor Berg = the mayor", "Berg", "Maria Berg"]);
        let text = "Anna Berg came. Lars Berg left. Mr Berg said so, and Ms. Berg denied it.";
        assert_eq!(
            told(text, &["Mr Berg", "Lars Berg", "Ms. Berg", "Anna Berg"]),
            ["Anna Berg = Ms. Berg", "Lars Berg = Mr Berg"]
        );
    }

    #[test]
    fn an_office_that_two_hold_is_nobody_s() {
        let text = "Mayor Anna Berg met Mayor Tomas Lind of Westby. The mayor said so.";
        assert_eq!(told(text, &["the mayor", "Berg"]), ["Berg", "the mayor"]);
        for text in [
            "Former Mayor Anna Berg came.",
            "Anna Berg, a mayor, came.",
            "Anna Berg met the mayor's aide.",
            "The mayor said Berg was wrong.",
            "Anna Berg, the mayor and others came.",
        ] {
            assert_eq!(told(text, &["the mayor", "Anna Berg"]).len(), 2, "{text}");
        }
    }

    #[test]
    fn short_forms_and_initials_are_the_same_first_name() {
        let text = "Michael Roe came. Mike Roe left. M. Roe wrote. Roe said. While Roe slept, But Roe woke.";
        assert_eq!(told(text, &["Roe", "Mike Roe", "M. Roe", "Michael Roe"]).len(), 1);
        assert_eq!(told("Ursula von der Aue spoke.", &["von der Aue", "Ursula von der Aue", "Aue"]).len(), 1);
        assert_eq!(told("Anna King spoke.", &["King", "Anna King"]).len(), 2, "a king may be one");
    }

    #[test]
    fn what_is_nobody_s_name_is_itself() {
        let names = ["a spokesman", "the national audit office", "", "officials", "the ministry of transport"];
        assert_eq!(told("A spokesman for the ministry of transport said so.", &names).len(), names.len());
        assert_eq!(told("The Courier wrote.", &["the auditors", "The auditors", "auditors"]).len(), 1);
    }
}
