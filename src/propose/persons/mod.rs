//! Which names of an article are one person's: "Anna Berg", "Berg", "Mayor Berg" and "the mayor", where the text says so.
//!
//! Two people who share a surname stay two: a surname alone belongs to one of them where an office tells which, or the place
//! it stands at. What stays doubtful is a person of its own.

mod given;
mod joins;
mod name;
mod places;
mod reading;

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use crate::review::Article;

use joins::Joins;
use name::NameParts;
use places::{SentencesAsked, meant};

pub(super) use given::is_behind_names;
pub use given::is_same_first_name;
pub use name::is_office;

/// Names and whose they are.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    /// The person behind each name that is one person's, by place in `names`.
    of: HashMap<String, usize, RandomState>,
    /// The person behind a surname that several share, by where the claim begins that it is said of.
    placed: HashMap<String, BTreeMap<usize, usize>, RandomState>,
    /// Every person's names, the fullest first; a shared surname stands behind them, and alone where nothing tells whose it is.
    names: Vec<Vec<String>>,
}

impl Persons {
    /// Whose each of `names` is by what `article` says; one pass over the article. With each goes the byte of the article at
    /// which the claim begins that it asserts, where there is one: a surname that several share is told by its place.
    pub fn of<'n>(article: &Article, names: impl IntoIterator<Item = (&'n str, Option<usize>)>) -> Self {
        let mut parts: Vec<(&str, NameParts)> = Vec::new();
        let mut met: HashMap<&str, Vec<usize>, RandomState> = HashMap::default();
        for (name, at) in names {
            let places = met.entry(name).or_insert_with(|| {
                parts.push((name, NameParts::of(name)));
                Vec::new()
            });
            places.extend(at);
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
        let is_shared = |(_, parts): &&(&str, NameParts)| joins.is_shared(parts);
        let (shared, own): (Vec<_>, Vec<_>) = parts.iter().partition(is_shared);
        for (name, parts) in &own {
            let at = made.person(&mut places, joins.key(name, parts), name);
            made.of.insert((*name).to_owned(), at);
        }
        if shared.is_empty() {
            return made;
        }
        let meetings = joins.meetings(&own, &met);
        let mut sentences = SentencesAsked::of(article);
        for (name, parts) in shared {
            let surname = parts.surname().unwrap_or_default();
            let meetings = meetings.get(&surname).map_or(&[][..], Vec::as_slice);
            let mut told = BTreeMap::new();
            for claim in met.get(name).into_iter().flatten() {
                let who = joins::may_be_placed(parts).then(|| {
                    let fits = |who: usize| joins.may_be(&surname, who, &parts.office);
                    meant(meetings, *claim, fits, &mut sentences)
                });
                let at = match who.flatten() {
                    Some(who) => {
                        let key = format!("{surname}, {who}");
                        if !places.contains_key(&key) {
                            // No claim has the full name; the article does.
                            let full = joins.full_name(&surname, who, parts);
                            let at = made.person(&mut places, key.clone(), &full);
                            made.of.entry(full).or_insert(at);
                        }
                        made.person(&mut places, key, name)
                    }
                    // Nobody else's key begins so.
                    None => made.person(&mut places, format!("@{claim} {name}"), name),
                };
                told.insert(*claim, at);
            }
            made.placed.insert((*name).to_owned(), told);
        }
        made
    }

    /// The place of the person with this key, who is called `name` too.
    fn person(&mut self, places: &mut HashMap<String, usize, RandomState>, key: String, name: &str) -> usize {
        let at = *places.entry(key).or_insert_with(|| {
            self.names.push(Vec::new());
            self.names.len() - 1
        });
        if let Some(names) = self.names.get_mut(at).filter(|names| !names.iter().any(|known| known == name)) {
            names.push(name.to_owned());
        }
        at
    }

    /// The person who is called `name` in a claim that begins at byte `at`, as a number of their own; `None` for a name that was
    /// not asked about.
    pub fn at(&self, name: &str, at: usize) -> Option<usize> {
        let placed = self.placed.get(name).and_then(|told| told.get(&at));
        placed.or_else(|| self.of.get(name)).copied()
    }

    /// The person who is called `name` wherever it stands; `None` where several share it.
    pub fn called(&self, name: &str) -> Option<usize> {
        self.of.get(name).copied()
    }

    /// The names of a person, the fullest first.
    pub fn names(&self, person: usize) -> &[String] {
        self.names.get(person).map_or(&[], Vec::as_slice)
    }

    /// The persons whom `name`, which several share, may mean.
    pub fn sharing(&self, name: &str) -> Vec<usize> {
        let Some(surname) = NameParts::of(name).surname() else { return Vec::new() };
        let bears = |known: &String| {
            let parts = NameParts::of(known);
            parts.first().is_some() && parts.surname().as_ref() == Some(&surname)
        };
        (0..self.names.len()).filter(|person| self.names(*person).iter().any(bears)).collect()
    }

    /// True for a name that several share.
    pub fn is_shared(&self, name: &str) -> bool {
        self.placed.contains_key(name)
    }

    /// True where places tell whose a name is: where the claims lie counts, not only which names they have.
    pub fn are_placed(&self) -> bool {
        !self.placed.is_empty()
    }
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
        let persons = Persons::of(&article(text), names.iter().map(|name| (*name, Some(text.len()))));
        let mut told: Vec<String> = persons.names.iter().map(|names| names.join(" = ")).collect();
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
        assert_eq!(told(&text, &names), ["Anna Berg = Mayor Berg = the mayor", "Maria Berg = Berg"]);
        let text = "Anna Berg came. Lars Berg left. Mr Berg said so, and Ms. Berg denied it.";
        assert_eq!(
            told(text, &["Mr Berg", "Lars Berg", "Ms. Berg", "Anna Berg"]),
            ["Anna Berg = Ms. Berg", "Lars Berg = Mr Berg"]
        );
    }

    #[test]
    fn the_younger_is_another_than_the_elder() {
        let text = "John Smith Jr. runs the mill that John Smith built. “I was lucky,” Smith Jr. said.";
        let names = ["John Smith", "John Smith Jr.", "Smith Jr.", "John Smith, Jr", "John Smith junior"];
        assert_eq!(
            told(text, &names),
            ["John Smith", "John Smith Jr. = John Smith, Jr = John Smith junior = Smith Jr."]
        );
        let german = "Hans Holm der Ältere baute das Haus, Hans Holm der Jüngere verkaufte es.";
        assert_eq!(told(german, &["Hans Holm der Ältere", "Hans Holm der Jüngere", "Hans Holm"]).len(), 3);
        assert_eq!(told("", &["Alexandre Dumas père", "Alexandre Dumas fils"]).len(), 2);
        assert_eq!(told("", &["Lucas Cranach the Elder", "Lucas Cranach the Younger"]).len(), 2);
        assert_eq!(told("", &["Henry Ford II", "Henry Ford", "Henry Ford III"]).len(), 3);
        assert_eq!(told("", &["Charles II", "Charles III"]).len(), 2);
        // The only one of the name in the article.
        assert_eq!(told("John Smith Jr. runs the mill. Smith said so.", &["John Smith Jr.", "Smith"]).len(), 1);
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

    /// Who says each of `claims`, by the words they begin with and the name that stands for their speaker.
    fn told_by_place(text: &str, claims: &[(&str, &str)]) -> Vec<String> {
        let mentions: Vec<(&str, usize)> = claims
            .iter()
            .map(|(words, name)| (*name, text.find(words).expect("the words are the article's")))
            .collect();
        let persons = Persons::of(&article(text), mentions.iter().map(|(name, at)| (*name, Some(*at))));
        let person = |(name, at): &(&str, usize)| persons.at(name, *at).unwrap();
        let names = |one| persons.names(person(one)).first().cloned().unwrap();
        let alone = |one| mentions.iter().filter(|other| person(other) == person(one)).count() == 1;
        let open = |one| if persons.is_shared(&names(one)) && alone(one) { "?" } else { "" };
        let told = mentions.iter().map(|one| names(one) + open(one));
        told.collect()
    }

    #[test]
    fn a_shared_surname_is_theirs_who_was_named_last() {
        let text = "The port is safe, said Thomas Berg, a spokesman.\n“Nobody was hurt,” Berg said.\nClara Berg, a \
                    fisher, came home.\n“The herring are gone,” Berg said. “We lost all,” she said.";
        let claims =
            [("The port", "Thomas Berg"), ("Nobody", "Berg"), ("The herring", "Berg"), ("We lost", "Clara Berg")];
        assert_eq!(told_by_place(text, &claims), ["Thomas Berg", "Thomas Berg", "Clara Berg", "Clara Berg"]);
        // A first name that is on no list is known by the claims.
        let (text, unlisted) =
            (text.replace("Clara", "Ylfa"), claims.map(|(words, name)| (words, name.replace("Clara", "Ylfa"))));
        let unlisted = unlisted.each_ref().map(|(words, name)| (*words, name.as_str()));
        assert_eq!(told_by_place(&text, &unlisted), ["Thomas Berg", "Thomas Berg", "Ylfa Berg", "Ylfa Berg"]);
        let text = text.replace("Ylfa", "Clara");
        // The full name may be the article's alone.
        let claims = [("Nobody", "Berg"), ("The herring", "Berg"), ("We lost", "Berg")];
        assert_eq!(told_by_place(&text, &claims), ["Thomas Berg", "Clara Berg", "Clara Berg"]);
    }

    #[test]
    fn who_spoke_last_goes_before_who_was_named_in_passing() {
        let text = "Thomas Berg told Clara Berg that the port is safe.\n“Nobody was hurt,” Berg said.";
        assert_eq!(
            told_by_place(text, &[("the port", "Thomas Berg"), ("Nobody", "Berg")]),
            ["Thomas Berg", "Thomas Berg"]
        );
        let text = "Thomas Berg came.\nClara Berg came.\n“Nobody was hurt,” Mr Berg said. “All is well,” Ms Berg said.";
        let claims = [("Nobody", "Mr Berg"), ("All is", "Ms Berg")];
        assert_eq!(told_by_place(text, &claims), ["Mr Berg", "Ms Berg"]);
    }

    #[test]
    fn a_shared_surname_that_may_be_either_s_is_nobody_else_s() {
        for text in [
            "Thomas Berg met Clara Berg.\n“Nobody was hurt,” Berg said.\n“All is well,” Berg said.",
            "“Nobody was hurt,” Berg said.\n“All is well,” Berg said.\nThomas Berg met Clara Berg.",
            "Thomas Berg came.\nNobody was hurt, Berg said of Clara Berg.\nAll is well, Berg told Clara Berg.",
        ] {
            assert_eq!(told_by_place(text, &[("Nobody", "Berg"), ("All is", "Berg")]), ["Berg?", "Berg?"], "{text}");
        }
        // The professor is not known to be either.
        let text = "Thomas Berg came. Clara Berg came.\n“Nobody was hurt,” Professor Berg said.";
        assert_eq!(told_by_place(text, &[("Nobody", "Professor Berg")]), ["Professor Berg?"]);
    }
}
