//! What a claim says that a passage does not: where a word of it is missing, that a figure agrees bears nothing out, for of the same
//! seventeen people one may be told to be arrested and another to be wanted.

use super::circumstance::{IN_ORDER, is_rate};
use super::opposites::is_intended;
use super::side::{PassageSetting, Side};
use super::told_by::{is_saying, told_by};
use crate::evidence::table::PARTED;
use crate::evidence::terms::Term;
use crate::evidence::words::{self, Word};
use crate::quantity::direction;
use crate::review;
use crate::text::Span;

/// Words by which a figure is hedged, or merely comes in, in lower case. How far they reach is told with the figure.
#[rustfmt::skip]
const HEDGES: [&str; 53] = [
    "about", "around", "approximately", "roughly", "some", "circa", "estimated", "nearly", "almost", "just", "over", "exceeding", "least",
    "most", "more", "less", "fewer", "under", "below", "close", "exactly", "precisely", "total", "altogether", "etwa", "rund", "ungefähr",
    "knapp", "fast", "gut", "mindestens", "höchstens", "insgesamt", "environ", "presque", "unos", "ungefär", "nästan",
    "wenigstens", "maximal", "maximum", "minimum", "upwards", "jusqu", "moins", "plus", "máximo", "mínimo", "menos", "minst", "högst",
    "fler", "färre",
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
    &["closed", "shut", "close", "closes", "closing"],
    &["founded", "established"],
    &["beat", "beats", "defeated"],
    &["received", "got"],
    &["back", "backs", "backed", "support", "supports", "supported"],
    &["sacked", "dismissed", "fired"],
    &["hired", "recruited"],
    &["rejected", "refused"],
    &["employs", "employees"],
    &["last", "lasted", "lasts", "duration"],
    &["weighs", "weighed", "weight"],
    &["members", "membership"],
    &["pupils", "students"],
];

/// Two words that say what one of [`ALIKE`] does.
#[rustfmt::skip]
const IN_TWO: [(&str, &str, &str); 16] = [
    ("took", "on", "hired"), ("taken", "on", "hired"), ("takes", "on", "hired"), ("laid", "off", "dismissed"), ("set", "up", "founded"),
    ("shut", "down", "closed"), ("closed", "down", "closed"), ("put", "up", "built"), ("passed", "away", "died"), ("let", "go", "dismissed"),
    ("lost", "lives", "died"), ("voted", "through", "approved"), ("voted", "down", "rejected"), ("turned", "down", "rejected"),
    ("got", "rid", "scrapped"), ("gave", "up", "abandoned"),
];

/// Letters that two words of one family have at their beginning at least, and that the longer has beyond those at most.
const STEM: usize = 5;
const ENDING: usize = 4;

/// The words of `claim` that neither the passage nor the `title` of its file says, in any form of theirs.
pub(in crate::evidence) fn unsaid(claim: &Side<'_>, setting: &PassageSetting<'_>, title: &[Term]) -> Vec<Span> {
    let there = HeardWords::of(&setting.passage, setting);
    if setting.row {
        return unsaid_in_row(claim, setting, title, &there);
    }
    let sayer = told_by(claim.text);
    let told_there = told_by(setting.passage.text).is_some();
    let counts = |term: &&Term| {
        let word = term.span.of(claim.text).to_lowercase();
        // Who says it is nobody that the source must name, unless it names another.
        let said = sayer.is_some_and(|sayer| sayer.covers(term.span));
        let free = !said || told_there && !is_saying(&word);
        let numbered = claim.numbers.iter().any(|number| number.span.overlaps(term.span));
        let silent = IN_ORDER.contains(&word.as_str()) || is_rate(&word);
        free && !numbered && !is_hedge(&word, claim.text, term.span) && !silent
    };
    let missing = claim.words().filter(counts).filter(|term| {
        let kin = || setting.passage.terms.iter().filter(|other| is_kin(&term.form, &other.form));
        let done = kin().next().is_none() || kin().any(|other| !is_undone_form(claim, term, &setting.passage, other));
        let in_two = in_two(claim.text, term.span).filter(|known| there.say(known));
        let said =
            in_two.is_some() || kin().next().is_some() || title.iter().any(|other| is_kin(&term.form, &other.form));
        let word = term.span.of(claim.text).to_lowercase();
        !said && !there.say(&word) && !there.goes(&word, &behind(claim.text, term.span)) || !done
    });
    missing.map(|term| term.span).collect()
}

/// What a row leaves open: the names of the claim that it lacks, and all of the claim where it is of something that the claim does not
/// speak of.
fn unsaid_in_row(claim: &Side<'_>, setting: &PassageSetting<'_>, title: &[Term], there: &HeardWords<'_>) -> Vec<Span> {
    let said = |term: &&Term| is_in_row(claim, term, setting, there);
    let titled = |term: &&Term| title.iter().any(|other| is_kin(&term.form, &other.form));
    let named = claim.words().filter(|term| claim.names.iter().any(|name| name.span.covers(term.span)));
    let missing: Vec<Span> = named.filter(|term| !said(term) && !titled(term)).map(|term| term.span).collect();
    if !missing.is_empty() || setting.there() || label(&setting.passage).is_none() {
        return missing;
    }
    let of_label = is_of_label(claim, setting);
    if of_label { missing } else { vec![Span::new(0, claim.text.len())] }
}

/// True where the row has a word of the claim, in any form of it.
fn is_in_row(claim: &Side<'_>, term: &Term, setting: &PassageSetting<'_>, there: &HeardWords<'_>) -> bool {
    setting.passage.terms.iter().any(|other| is_kin(&term.form, &other.form))
        || there.say(&term.span.of(claim.text).to_lowercase())
}

/// True where a row says anything of what the claim does: else that a figure of it is the same tells nothing.
pub(super) fn speaks_of(claim: &Side<'_>, setting: &PassageSetting<'_>) -> bool {
    let there = HeardWords::of(&setting.passage, setting);
    claim.words().any(|term| is_in_row(claim, term, setting, &there))
}

/// Where the words of a row's first cell stand that say what it is of; `None` where a figure stands there.
pub(super) fn label(row: &Side<'_>) -> Option<Span> {
    let cell = row.text.split(PARTED).next()?;
    let from = cell.find(": ").map_or(0, |at| at + 2);
    let span = Span::new(from, cell.len());
    let figure = row.numbers.iter().any(|number| span.overlaps(number.span));
    (!figure && !span.of(row.text).trim().is_empty()).then_some(span)
}

/// True where the claim, or the statement that it leans on, has a word of the row's label in any form.
pub(super) fn is_of_label(claim: &Side<'_>, setting: &PassageSetting<'_>) -> bool {
    let Some(label) = label(&setting.passage) else { return false };
    let heard = HeardWords {
        words: words::words(label.of(setting.passage.text), setting.language),
        language: setting.language,
    };
    let of_label = |term: &&Term| label.covers(term.span);
    let kin = |word: &Term| setting.passage.terms.iter().filter(of_label).any(|other| is_kin(&word.form, &other.form));
    let before = setting.before.to_lowercase();
    claim.words().any(|term| kin(term) || heard.say(&term.span.of(claim.text).to_lowercase()))
        || heard.words.iter().any(|word| before.split(|c: char| !c.is_alphanumeric()).any(|own| own == word.form))
}

/// True for two stems of one family: "resign" and "resignat".
fn is_kin(one: &str, other: &str) -> bool {
    let front = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    one == other || front >= STEM && longer <= front + ENDING
}

/// True for a word by which a figure is hedged: one may "close" a shop, and stand "close to" it.
fn is_hedge(word: &str, text: &str, at: Span) -> bool {
    HEDGES.contains(&word) && (word != "close" || behind(text, at) == "to")
}

/// The word right behind a place in `text`, in lower case.
fn behind(text: &str, at: Span) -> String {
    bare_word(text.get(at.end..).unwrap_or_default().split_whitespace().next())
}

/// What a word says with the word behind it: "took on" is "hired".
fn in_two(text: &str, at: Span) -> Option<&'static str> {
    let (one, two) = (at.of(text).to_lowercase(), behind(text, at));
    IN_TWO.iter().find(|(first, second, _)| *first == one && *second == two).map(|(.., known)| *known)
}

/// The word right before a place in `text`, in lower case.
fn before(text: &str, at: Span) -> String {
    bare_word(text.get(..at.start).unwrap_or_default().split_whitespace().next_back())
}

fn bare_word(word: Option<&str>) -> String {
    word.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Words before a verb in "-ing" that tell of no deed: "close to closing", "considered resigning".
#[rustfmt::skip]
const NO_DEED: [&str; 26] = [
    "of", "to", "from", "without", "about", "against", "considered", "considers", "considering", "mulls", "mulled", "avoided", "avoid",
    "risked", "risks", "discussed", "denied", "suggested", "proposed", "recommended", "contemplated", "resisted", "weighed", "weighs", "discusses", "debated",
];
/// Verbs whose past has the form of their infinitive.
const UNCHANGING: [&str; 8] = ["cost", "cut", "put", "set", "hit", "let", "shut", "quit"];

/// True where the claim says that something is done (`own`, "resigned"), and the passage only names the deed (`other`, "declined to
/// resign", "considered resigning", "demanded that he resign").
fn is_undone_form(claim: &Side<'_>, own: &Term, passage: &Side<'_>, other: &Term) -> bool {
    let (mine, theirs) = (own.span.of(claim.text).to_lowercase(), other.span.of(passage.text).to_lowercase());
    let meant = before(claim.text, own.span);
    // What is only meant on both sides is the same.
    if meant == "to" || mine.ends_with("ing") {
        return false;
    }
    let ended = |ending: &str| mine.strip_suffix(ending).is_some_and(|stem| is_stem(stem, &theirs));
    let is_past = ended("ed") || UNCHANGING.contains(&mine.as_str()) && mine == theirs;
    let lead = before(passage.text, other.span);
    let bare = (is_past || ended("s") && lead == "to") && (lead == "to" || ended("ed"));
    let done =
        matches!(lead.as_str(), "did" | "does" | "do" | "the" | "a" | "an" | "its" | "their" | "his" | "her" | "this")
            || theirs == "open" && lead != "to";
    bare && !done || theirs.ends_with("ing") && NO_DEED.contains(&lead.as_str())
}

/// True for what is left of a form without its ending, where `whole` is the word: "clos" and "close", "stopp" and "stop", "carri" and
/// "carry".
fn is_stem(stem: &str, whole: &str) -> bool {
    let doubled =
        || stem.chars().next_back().is_some_and(|last| stem.strip_suffix(last) == Some(whole) && whole.ends_with(last));
    let with_y = || {
        stem.strip_suffix('i')
            .or_else(|| stem.strip_suffix("ie"))
            .is_some_and(|rest| whole.strip_suffix('y') == Some(rest))
    };
    stem == whole
        || whole.strip_suffix('e') == Some(stem)
        || stem.strip_suffix('e') == Some(whole)
        || doubled()
        || with_y()
}

/// Forms of "go", which with "up" and "down" say which way a figure goes.
const GO: [&str; 5] = ["go", "goes", "going", "gone", "went"];

/// The words of one side, and what they do.
struct HeardWords<'a> {
    words: Vec<Word>,
    language: &'a str,
}

impl<'a> HeardWords<'a> {
    fn of(side: &Side<'_>, setting: &PassageSetting<'a>) -> Self {
        Self { words: words::words(side.text, setting.language), language: setting.language }
    }

    /// True where they say which way the other side says by a form of "go" and the word behind it that a figure goes.
    fn goes(&self, word: &str, behind: &str) -> bool {
        let way = direction(behind).filter(|_| GO.contains(&word));
        way.is_some() && self.words.iter().any(|own| direction(&own.form) == way)
    }

    /// True where they say `word` of the other side in other words: the same way that a figure goes, the same that is meant or denied.
    fn say(&self, word: &str) -> bool {
        let two = |pair: &[Word]| match pair {
            [one, two] => IN_TWO.iter().find(|(first, second, _)| *first == one.form && *second == two.form),
            _ => None,
        };
        let in_two = || self.words.windows(2).filter_map(two).map(|(.., known)| *known);
        let any = |does: &dyn Fn(&str) -> bool| self.words.iter().any(|own| does(&own.form)) || in_two().any(does);
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
