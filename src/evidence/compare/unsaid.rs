//! What a claim says that a passage does not: where a word of it is missing, that a figure agrees bears nothing out, for of the same
//! seventeen people one may be told to be arrested and another to be wanted.

use super::circumstance::is_rate;
use super::opposites::is_intended;
use super::side::{PassageSetting, Side};
use super::told_by::{is_saying, told_by};
use crate::evidence::terms::Term;
use crate::evidence::words::{self, Word};
use crate::quantity::direction;
use crate::review;
use crate::text::Span;

/// Words by which a figure is hedged, or merely comes in, in lower case. How far they reach is told with the figure.
#[rustfmt::skip]
const HEDGES: [&str; 38] = [
    "about", "around", "approximately", "roughly", "some", "circa", "estimated", "nearly", "almost", "just", "over", "exceeding", "least",
    "most", "more", "less", "fewer", "under", "below", "close", "exactly", "precisely", "total", "altogether", "etwa", "rund", "ungefähr",
    "knapp", "fast", "gut", "mindestens", "höchstens", "insgesamt", "environ", "presque", "unos", "ungefär", "nästan",
];

/// Words that say the same, each line one thing. They are few on purpose: what is not known to be the same is left to the reader.
#[rustfmt::skip]
const ALIKE: &[&[&str]] = &[
    &["killed", "dead", "died", "deaths", "die", "lives", "fatalities"],
    &["hurt", "injured", "wounded", "injuries"],
    &["cost", "costs", "price", "priced", "bill"],
    &["carried", "approved", "passed", "adopted", "backed"],
    &["began", "begun", "started", "starts", "begins"],
    &["built", "erected", "constructed"],
    &["bought", "purchased", "acquired"],
    &["employs", "employed", "staff", "employees", "workforce", "jobs"],
    &["people", "persons", "inhabitants", "residents", "population"],
    &["long", "length"],
    &["high", "tall", "height"],
    &["deep", "depth"],
    &["wide", "width"],
    &["old", "age", "aged"],
    &["visitors", "guests"],
    &["lost", "fell", "dropped"],
    &["opened", "opens", "open", "opening", "inaugurated"],
    &["dates", "built", "dated"],
];

/// Letters that two words of one family have at their beginning at least, and that the longer has beyond those at most.
const STEM: usize = 5;
const ENDING: usize = 4;

/// The words of `claim` that neither the passage nor the `title` of its file says, in any form of theirs.
pub(in crate::evidence) fn unsaid(claim: &Side<'_>, setting: &PassageSetting<'_>, title: &[Term]) -> Vec<Span> {
    if setting.row {
        return Vec::new();
    }
    let there = HeardWords::of(&setting.passage, setting);
    let sayer = told_by(claim.text);
    let told_there = told_by(setting.passage.text).is_some();
    let counts = |term: &&Term| {
        let word = term.span.of(claim.text).to_lowercase();
        // Who says it is nobody that the source must name, unless it names another.
        let said = sayer.is_some_and(|sayer| sayer.covers(term.span));
        let free = !said || told_there && !is_saying(&word);
        let numbered = claim.numbers.iter().any(|number| number.span.overlaps(term.span));
        free && !numbered && !HEDGES.contains(&word.as_str()) && !is_rate(&word)
    };
    let missing = claim.words().filter(counts).filter(|term| {
        let said = setting.passage.terms.iter().chain(title).any(|other| is_kin(&term.form, &other.form));
        !said && !there.say(&term.span.of(claim.text).to_lowercase())
    });
    missing.map(|term| term.span).collect()
}

/// True for two stems of one family: "resign" and "resignat".
fn is_kin(one: &str, other: &str) -> bool {
    let front = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    one == other || front >= STEM && longer <= front + ENDING
}

/// The words of one side, and what they do.
struct HeardWords<'a> {
    words: Vec<Word>,
    language: &'a str,
}

impl<'a> HeardWords<'a> {
    fn of(side: &Side<'_>, setting: &PassageSetting<'a>) -> Self {
        Self { words: words::words(side.text, setting.language), language: setting.language }
    }

    /// True where they say `word` of the other side in other words: the same way that a figure goes, the same that is meant or denied.
    fn say(&self, word: &str) -> bool {
        let any = |does: &dyn Fn(&str) -> bool| self.words.iter().any(|own| does(&own.form));
        let alike = || {
            let groups = ALIKE.iter().filter(|group| group.contains(&word));
            groups.flat_map(|group| group.iter()).any(|like| any(&|own| own == *like))
        };
        let intends = |own: &str| review::hedges(own) || is_intended(own, self.language);
        let denies = |own: &str| words::denies(own) || review::denies(own);
        let way = direction(word);
        way.is_some() && any(&|own| direction(own) == way)
            || intends(word) && any(&intends)
            || denies(word) && any(&denies)
            || alike()
    }
}
